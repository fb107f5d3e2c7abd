--- Finds the program: `vim.g.taskpacket_cmd`, then `$TASKPACKET_SERVER`, then PATH.
local M = {}

---@return string[] command without `server`
---@return string source who named it
local function named()
  local chosen = vim.g.taskpacket_cmd
  if type(chosen) == 'string' and chosen ~= '' then
    return { chosen }, 'vim.g.taskpacket_cmd'
  elseif type(chosen) == 'table' and chosen[1] then
    return vim.deepcopy(chosen), 'vim.g.taskpacket_cmd'
  end
  local variable = vim.env.TASKPACKET_SERVER
  if variable and variable ~= '' then
    return { variable }, '$TASKPACKET_SERVER'
  end
  return { 'taskpacket' }, 'PATH'
end

---@class taskpacket.Binary
---@field command string[]? nil where it cannot be run
---@field source string
---@field problem string?

---@return taskpacket.Binary
function M.find()
  local command, source = named()
  local found = vim.fn.exepath(vim.fs.normalize(command[1]))
  if found ~= '' then
    command[1] = found
    return { command = command, source = source }
  end
  local problem = source == 'PATH'
      and '`taskpacket` is not on PATH. Install it, or set vim.g.taskpacket_cmd or $TASKPACKET_SERVER to its path.'
    or ('%s names `%s`, which cannot be run.'):format(source, command[1])
  return { source = source, problem = problem }
end

--- What the program says of itself.
---@param command string[]
---@return string? version
---@return string? problem
function M.version(command)
  local line = vim.list_extend(vim.deepcopy(command), { '--version' })
  local started, running = pcall(vim.system, line, { text = true })
  if not started then
    return nil, tostring(running)
  end
  local ended = running:wait(5000)
  if ended.code ~= 0 then
    return nil, ('`%s` ended with %d: %s'):format(table.concat(line, ' '), ended.code, vim.trim(ended.stderr or ''))
  end
  return vim.trim(ended.stdout or '')
end

return M

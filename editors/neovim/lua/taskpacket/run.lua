--- The server's own commands by name: `:Taskpacket {command} [WP-ID] [name=value ..]`.
local client = require('taskpacket.client')

local M = {}

local PREFIX = 'taskpacket.'

--- The client of this buffer; else any, so that a stub can be made before a packet is open.
---@return vim.lsp.Client?
local function running()
  return vim.lsp.get_clients({ name = client.name, bufnr = 0 })[1] or vim.lsp.get_clients({ name = client.name })[1]
end

--- What the running server can be asked for; `show` is only for lenses, which say what.
---@return string[]
function M.commands()
  local server = running()
  local provider = server and server.server_capabilities.executeCommandProvider
  local names = {}
  for _, command in ipairs(provider and provider.commands or {}) do
    local name = command:sub(#PREFIX + 1)
    if vim.startswith(command, PREFIX) and name ~= 'show' then
      table.insert(names, name)
    end
  end
  return names
end

---@param server vim.lsp.Client
---@param words string[] behind the command's name
local function argument(server, words)
  local is_own = server.attached_buffers[vim.api.nvim_get_current_buf()]
  local given = { uri = is_own and vim.uri_from_bufnr(0) or vim.uri_from_fname(server.config.root_dir) }
  for _, word in ipairs(words) do
    local name, value = word:match('^(%l%a*)=(.*)$')
    given[name or 'wpId'] = value or word
  end
  return given
end

---@param problem lsp.ResponseError?
---@param answer any
local function done(problem, answer)
  if problem then
    vim.notify('taskpacket: ' .. problem.message, vim.log.levels.WARN)
  elseif type(answer) == 'table' and type(answer.text) == 'string' then
    vim.fn.setreg('"', answer.text)
    if vim.fn.has('clipboard') == 1 then
      vim.fn.setreg('+', answer.text)
    end
  end
end

--- Without words, lists the commands.
---@param words string[]
function M.run(words)
  local server = running()
  if not server then
    vim.notify('taskpacket: no server runs; open a packet, or see :checkhealth taskpacket', vim.log.levels.WARN)
    return
  end
  local name = table.remove(words, 1)
  if not name then
    vim.notify(table.concat(M.commands(), '\n'))
    return
  end
  local params = { command = PREFIX .. name, arguments = { argument(server, words) } }
  if vim.fn.has('nvim-0.11') == 1 then
    server:request('workspace/executeCommand', params, done)
  else
    server.request('workspace/executeCommand', params, done)
  end
end

return M

--- What the specs share. A spec calls `test` for each thing it says and `finish` at its end.
local M = {}

M.workspace = vim.env.WORKSPACE
M.packets = M.workspace .. '/.GOV/task_packets/'
M.patience = 20000

local failures = 0

local function say(line)
  vim.fn.writefile(vim.split(line, '\n'), vim.env.RESULTS, 'a')
end

---@param name string
---@param body fun(): string? what it measured, if anything
function M.test(name, body)
  local ok, said = xpcall(body, debug.traceback)
  if ok then
    say('ok ' .. name .. (said and (' (%s)'):format(said) or ''))
  else
    failures = failures + 1
    say('FAIL ' .. name .. ': ' .. tostring(said))
  end
end

function M.finish()
  say('end of spec')
  vim.cmd(failures == 0 and 'qall!' or 'cquit 1')
end

--- Waits until `what` gives something true, and gives that.
---@generic T
---@param saying string
---@param what fun(): T
---@return T
function M.eventually(saying, what)
  local value
  local came = vim.wait(M.patience, function()
    value = what()
    return value and true or false
  end, 20)
  assert(came, 'never: ' .. saying)
  return value
end

--- Long enough for a client to attach that should not.
function M.pause()
  vim.wait(700, function()
    return false
  end)
end

function M.equal(found, wanted)
  if not vim.deep_equal(found, wanted) then
    error(('found %s, wanted %s'):format(vim.inspect(found), vim.inspect(wanted)), 2)
  end
end

function M.contains(text, wanted)
  if not text:find(wanted, 1, true) then
    error(('no `%s` in: %s'):format(wanted, text), 2)
  end
end

---@param path string
---@param lines string[]
function M.write(path, lines)
  vim.fn.mkdir(vim.fs.dirname(path), 'p')
  vim.fn.writefile(lines, path)
end

---@param path string
---@return integer bufnr
function M.edit(path)
  vim.cmd.edit({ vim.fn.fnameescape(path) })
  return vim.api.nvim_get_current_buf()
end

---@param bufnr integer?
---@return vim.lsp.Client?
function M.client(bufnr)
  return vim.lsp.get_clients({ name = 'taskpacket', bufnr = bufnr })[1]
end

---@param bufnr integer
---@return vim.lsp.Client
function M.attached(bufnr)
  return M.eventually('a client', function()
    local client = M.client(bufnr)
    return client and client.initialized and client
  end)
end

--- The servers that run as children of this Neovim.
---@return integer[]
function M.servers()
  return vim.tbl_filter(function(pid)
    local process = vim.api.nvim_get_proc(pid)
    return process ~= nil and vim.startswith(vim.fs.basename(vim.env.TASKPACKET_SERVER), process.name)
  end, vim.api.nvim_get_proc_children(vim.fn.getpid()))
end

---@return integer
function M.processes()
  return #M.servers()
end

--- The processor's time of these processes so far, in milliseconds.
---@param pids integer[]
---@return integer
function M.processor(pids)
  local spent = 0
  for _, pid in ipairs(pids) do
    local fields = vim.split(vim.fn.readfile(('/proc/%d/stat'):format(pid))[1]:match('%) (.*)'), ' ')
    -- utime and stime, in ticks of 10 ms.
    spent = spent + (tonumber(fields[12]) + tonumber(fields[13])) * 10
  end
  return spent
end

--- The findings on a buffer with this code.
---@param bufnr integer
---@param code string
function M.findings(bufnr, code)
  return vim.tbl_filter(function(finding)
    return finding.code == code
  end, vim.diagnostic.get(bufnr))
end

--- Puts the cursor on the first place of a text, read as it stands.
---@param text string
function M.cursor_on(text)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search('\\V' .. vim.fn.escape(text, '\\'), 'cW') > 0, 'not in the buffer: ' .. text)
end

function M.text(bufnr)
  return table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, false), '\n')
end

--- What Neovim would tell the user from now on.
---@return string[]
function M.messages()
  local told = {}
  vim.notify = function(message)
    table.insert(told, message)
  end
  return told
end

--- A packet that nobody has signed, so everything in it may be fixed.
M.fresh = {
  '# Task Packet: WP-1-Fresh',
  '## METADATA',
  '- TASK_ID: WP-1-Fresh',
  '- **Status:** ready-for-dev',
  '## SCOPE',
  '- What: Write batches.',
}

return M

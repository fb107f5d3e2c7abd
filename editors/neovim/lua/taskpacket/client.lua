--- Starts, attaches and restarts the server. There is one way in: `attach`.
local binary = require('taskpacket.binary')
local place = require('taskpacket.place')

local M = {}

M.name = 'taskpacket'
M.filetypes = { 'markdown', 'json', 'toml' }

local is_told = false

---@param dispatchers vim.lsp.rpc.Dispatchers
---@return vim.lsp.rpc.PublicClient
function M.start_server(dispatchers)
  local found = binary.find()
  local command = assert(found.command, found.problem)
  return vim.lsp.rpc.start(vim.list_extend(command, { 'server' }), dispatchers)
end

---@return boolean
local function is_startable()
  -- Who gave another command with vim.lsp.config() needs no binary of ours.
  if vim.lsp.config and vim.lsp.config[M.name].cmd ~= M.start_server then
    return true
  end
  local found = binary.find()
  if not found.command and not is_told then
    is_told = true
    vim.notify('taskpacket: ' .. found.problem, vim.log.levels.WARN)
  end
  return found.command ~= nil
end

--- The root in which a buffer's server runs; none where no server is wanted.
---@param bufnr integer
---@return string?
function M.root(bufnr)
  local disabled = vim.g.taskpacket_disable
  if disabled and disabled ~= 0 then
    return nil
  end
  local root = place.root_of_buffer(bufnr)
  return root and is_startable() and root or nil
end

---@return vim.lsp.ClientConfig
local function config()
  if vim.lsp.config then
    return vim.deepcopy(vim.lsp.config[M.name])
  end
  return { name = M.name, cmd = M.start_server, filetypes = M.filetypes }
end

---@param bufnr integer
function M.attach(bufnr)
  -- Who switched it off with vim.lsp.enable('taskpacket', false) does not get it back by a restart.
  if vim.lsp.is_enabled and not vim.lsp.is_enabled(M.name) then
    return
  end
  local wanted = config()
  if not vim.api.nvim_buf_is_loaded(bufnr) or not vim.list_contains(wanted.filetypes, vim.bo[bufnr].filetype) then
    return
  end
  local function start(root)
    wanted.root_dir = root
    vim.lsp.start(wanted, { bufnr = bufnr, reuse_client = wanted.reuse_client })
  end
  if type(wanted.root_dir) == 'function' then
    wanted.root_dir(bufnr, start)
    return
  end
  local root = M.root(bufnr)
  if root then
    start(root)
  end
end

function M.attach_all()
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    M.attach(bufnr)
  end
end

---@param client vim.lsp.Client
---@param force boolean?
local function stop(client, force)
  if vim.fn.has('nvim-0.11') == 1 then
    client:stop(force)
  else
    client.stop(force)
  end
end

---@param client vim.lsp.Client
local function is_stopped(client)
  if vim.fn.has('nvim-0.11') == 1 then
    return client:is_stopped()
  end
  return client.is_stopped()
end

--- Ends the servers, by force after three seconds, and starts them anew with the binary that is found now.
function M.restart()
  local clients = vim.lsp.get_clients({ name = M.name })
  for _, client in ipairs(clients) do
    stop(client)
  end
  is_told = false
  local function wait(turns)
    clients = vim.tbl_filter(function(client)
      return not is_stopped(client)
    end, clients)
    if #clients == 0 then
      M.attach_all()
      return
    end
    if turns == 0 then
      for _, client in ipairs(clients) do
        stop(client, true)
      end
    end
    vim.defer_fn(function()
      wait(turns - 1)
    end, 50)
  end
  wait(60)
end

function M.fix_all()
  local kind = 'source.fixAll.taskpacket'
  vim.lsp.buf.code_action({
    context = { only = { kind }, diagnostics = {} },
    filter = function(action)
      return action.kind == kind
    end,
    apply = true,
  })
end

--- Opens Neovim's log of all language servers; what the server writes to standard error stands there.
function M.open_log()
  vim.cmd.tabedit({ vim.fn.fnameescape(vim.lsp.log.get_filename()) })
end

return M

--- :checkhealth taskpacket
local binary = require('taskpacket.binary')
local client = require('taskpacket.client')
local place = require('taskpacket.place')

local M = {}

local health = vim.health

local function check_neovim()
  local version = tostring(vim.version())
  if vim.fn.has('nvim-0.11') == 1 then
    health.ok('Neovim ' .. version .. ': the server is started by vim.lsp.enable()')
  elseif vim.fn.has('nvim-0.10') == 1 then
    health.ok('Neovim ' .. version .. ': the server is started by vim.lsp.start()')
  else
    health.error('Neovim ' .. version .. ': 0.10 or newer is needed')
  end
  if vim.g.taskpacket_disable and vim.g.taskpacket_disable ~= 0 then
    health.warn('vim.g.taskpacket_disable is set: no server is started')
  end
end

local function check_binary()
  local found = binary.find()
  if not found.command then
    health.error(found.problem)
    return
  end
  local line = table.concat(found.command, ' ')
  local version, problem = binary.version(found.command)
  if version then
    health.ok(('%s: `%s`, from %s'):format(version, line, found.source))
  else
    health.error(('`%s`, from %s, does not tell its version: %s'):format(line, found.source, problem))
  end
end

local function check_buffer()
  -- This report is a buffer of its own; the one it was asked from is the alternate one.
  local bufnr = vim.fn.bufnr('#')
  local name = bufnr > 0 and vim.api.nvim_buf_get_name(bufnr) or ''
  if name == '' then
    local root = place.root(vim.fn.getcwd())
    health.info(root and 'Root of the current folder: ' .. root or 'The current folder lies in no workspace')
    return
  end
  local root = place.root(name)
  if place.root_of_buffer(bufnr) then
    health.ok(('%s belongs to the root %s'):format(name, root))
  elseif root then
    health.info(('%s lies in the root %s, but not in its governance: no server is attached'):format(name, root))
  else
    health.info(name .. ': no folder above it holds `.GOV` or `taskpacket.toml`')
  end
end

local function check_clients()
  local clients = vim.lsp.get_clients({ name = client.name })
  if #clients == 0 then
    health.info('No server runs')
  end
  for _, running in ipairs(clients) do
    local buffers = vim.tbl_keys(running.attached_buffers)
    table.sort(buffers)
    local capabilities = running.server_capabilities or {}
    health.ok(
      ('Client %d: root %s, buffers %s, positions in %s'):format(
        running.id,
        running.config.root_dir or '(none)',
        table.concat(buffers, ', '),
        capabilities.positionEncoding or 'utf-16'
      )
    )
  end
end

function M.check()
  health.start('taskpacket')
  check_neovim()
  check_binary()
  check_buffer()
  check_clients()
end

return M

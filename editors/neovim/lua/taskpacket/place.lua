--- Which files are the server's business: those of a workspace's governance, and no other Markdown.
local M = {}

local CONFIG = 'taskpacket.toml'

--- The real path, of a file that may not exist yet too; links are followed as the server follows them.
---@param path string
---@return string
local function real(path)
  local known = vim.uv.fs_realpath(path)
  if not known then
    local folder = vim.uv.fs_realpath(vim.fs.dirname(path))
    known = folder and vim.fs.joinpath(folder, vim.fs.basename(path)) or path
  end
  return vim.fs.normalize(known)
end

---@param path string
---@param kind 'file'|'directory'
local function is(path, kind)
  local found = vim.uv.fs_stat(path)
  return found ~= nil and found.type == kind
end

--- The two settings that decide where files lie. Everything else in the file is for the server.
---@param root string
---@return string governance, string? prefix
local function settings(root)
  local governance, prefix = '.GOV', nil
  local file = io.open(vim.fs.joinpath(root, CONFIG))
  if not file then
    return governance, prefix
  end
  local section = ''
  for line in file:lines() do
    section = line:match('^%s*%[%s*([%w_.-]+)%s*%]') or section
    local key, value = line:match('^%s*([%w_.-]+)%s*=%s*["\']([^"\']+)["\']')
    local full = key and (section == '' and key or section .. '.' .. key)
    if full == 'layout.governance' then
      governance = (value:gsub('^%./', ''):gsub('/+$', ''))
    elseif full == 'spec.file-prefix' then
      prefix = value
    end
  end
  file:close()
  return governance, prefix
end

---@param name string
---@param prefix string?
local function is_spec(name, prefix)
  if prefix and vim.startswith(name, prefix) and name:sub(#prefix + 1):match('^_v%d.*%.md$') then
    return true
  end
  return name:match('_Master_Spec_v%d.*%.md$') ~= nil
end

--- The nearest folder at or above a path that holds `.GOV` or `taskpacket.toml`.
---@param path string
---@return string?
function M.root(path)
  path = real(path)
  local function is_root(folder)
    return is(vim.fs.joinpath(folder, '.GOV'), 'directory') or is(vim.fs.joinpath(folder, CONFIG), 'file')
  end
  if is(path, 'directory') and is_root(path) then
    return path
  end
  for folder in vim.fs.parents(path) do
    if is_root(folder) then
      return folder
    end
  end
end

--- The root of a file that the server has something to say about.
---@param path string
---@return string?
function M.root_of_governed(path)
  local root = M.root(path)
  if not root then
    return nil
  end
  local below = real(path):sub(#root + (vim.endswith(root, '/') and 1 or 2))
  local governance, prefix = settings(root)
  if vim.startswith(below, governance .. '/') or below == CONFIG then
    return root
  end
  return not below:find('/', 1, true) and is_spec(below, prefix) and root or nil
end

--- The same for a buffer; none where its text is no file: a hover window, a terminal, `fugitive://` and the like.
---@param bufnr integer
---@return string?
function M.root_of_buffer(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  -- A drive letter has one character.
  if vim.bo[bufnr].buftype ~= '' or name == '' or name:match('^%a[%w+.-]+:') then
    return nil
  end
  return M.root_of_governed(name)
end

return M

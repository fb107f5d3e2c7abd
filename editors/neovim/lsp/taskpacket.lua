--- Neovim 0.11 and newer; change any of it with vim.lsp.config('taskpacket', { ... }).
local client = require('taskpacket.client')

---@type vim.lsp.Config
return {
  cmd = client.start_server,
  filetypes = client.filetypes,
  root_dir = function(bufnr, on_dir)
    local root = client.root(bufnr)
    if root then
      on_dir(root)
    end
  end,
}

--- Installed as editors/neovim/README.md says, word for word: nothing on 'runtimepath' but what the user's own folders bring.
local h = require('harness')

h.test('installed as the README says, a packet gets its server, findings and help', function()
  local bufnr = h.edit(h.packets .. 'WP-1-Export-Bundle.md')
  h.attached(bufnr)
  h.eventually('findings', function()
    return #h.findings(bufnr, 'status-spelling') == 1
  end)
  assert(vim.fn.exists(':Taskpacket') == 2)
  vim.cmd.help('taskpacket')
  h.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'taskpacket.txt')
end)

h.finish()

local h = require('harness')

h.test('a packet gets a server, in its root', function()
  local client = h.attached(h.edit(h.packets .. 'WP-1-Tag-Search.md'))
  h.equal(client.config.root_dir, vim.uv.fs_realpath(h.workspace))
end)

h.test('board, specification, settings and gates share that server', function()
  local known = h.client()
  for _, path in ipairs({
    '/.GOV/roles_shared/TASK_BOARD.md',
    '/Fieldbook_Master_Spec_v01.004.md',
    '/taskpacket.toml',
    '/.GOV/roles/orchestrator/ORCHESTRATOR_GATES.json',
  }) do
    h.equal(h.attached(h.edit(h.workspace .. path)).id, known.id)
  end
end)

h.test('a packet that is not written yet gets it too', function()
  h.attached(h.edit(h.packets .. 'WP-1-New.md'))
end)

h.test('other Markdown, TOML and JSON get none', function()
  local outside = vim.fs.dirname(h.workspace)
  for _, path in ipairs({
    h.workspace .. '/README.md',
    h.workspace .. '/notes/Fieldbook_Master_Spec_v01.004.md',
    h.workspace .. '/src/server/Cargo.toml',
    h.workspace .. '/package.json',
    outside .. '/other/README.md',
    outside .. '/other/taskpackets/WP-1-Tag-Search.md',
  }) do
    h.write(path, { '# Task Packet: WP-1-Other' })
    local bufnr = h.edit(path)
    assert(vim.bo.filetype ~= '', path .. ' has a filetype')
    h.pause()
    h.equal(h.client(bufnr), nil)
  end
end)

h.test('a scratch buffer gets none, whatever its name says', function()
  local bufnr = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_name(bufnr, h.packets .. 'WP-1-Scratch.md')
  vim.bo[bufnr].filetype = 'markdown'
  local unnamed = vim.api.nvim_create_buf(true, false)
  vim.bo[unnamed].filetype = 'markdown'
  local elsewhere = vim.api.nvim_create_buf(true, false)
  vim.api.nvim_buf_set_name(elsewhere, 'fugitive://' .. h.packets .. 'WP-1-Tag-Search.md')
  vim.bo[elsewhere].filetype = 'markdown'
  h.pause()
  for _, buffer in ipairs({ bufnr, unnamed, elsewhere }) do
    h.equal(h.client(buffer), nil)
  end
end)

h.test('a folder that the settings name as governance counts', function()
  local root = vim.fs.dirname(h.workspace) .. '/docs-root'
  h.write(root .. '/taskpacket.toml', {
    '[spec]',
    'file-prefix = "Field_Spec"',
    '[layout]',
    'governance = "docs" # older',
  })
  h.write(root .. '/docs/task_packets/WP-1-Docs.md', h.fresh)
  h.write(root .. '/Field_Spec_v01.md', { '# 1. One' })
  local client = h.attached(h.edit(root .. '/docs/task_packets/WP-1-Docs.md'))
  h.equal(client.config.root_dir, vim.uv.fs_realpath(root))
  h.equal(h.attached(h.edit(root .. '/Field_Spec_v01.md')).id, client.id)
end)

h.test('taskpacket_disable keeps it away', function()
  vim.g.taskpacket_disable = true
  local bufnr = h.edit(h.packets .. 'WP-1-Note-Sync-v2.md')
  h.pause()
  vim.g.taskpacket_disable = nil
  h.equal(h.client(bufnr), nil)
end)

h.finish()

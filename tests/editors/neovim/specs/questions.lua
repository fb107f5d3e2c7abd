local h = require('harness')

h.test('a SPEC_ANCHOR leads to its heading in the specification', function()
  h.attached(h.edit(h.packets .. 'WP-1-Tag-Search.md'))
  h.cursor_on('4.1.1 (Tag Names) [FB-TAG-010];')
  vim.lsp.buf.definition()
  h.eventually('the specification', function()
    return vim.fs.basename(vim.api.nvim_buf_get_name(0)) == 'Fieldbook_Master_Spec_v01.004.md'
  end)
  h.equal(vim.api.nvim_get_current_line(), '### 4.1.1 Tag Names')
end)

h.test('the tag jump does the same', function()
  h.edit(h.packets .. 'WP-1-Note-Sync-v2.md')
  h.attached(0)
  h.cursor_on('Depends on: WP-1-Revision-Store')
  vim.fn.search('WP-1')
  vim.cmd.normal({ vim.keycode('<C-]>'), bang = true })
  h.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'WP-1-Revision-Store.md')
end)

h.test('hover says where a packet stands', function()
  h.edit(h.packets .. 'WP-1-Note-Sync-v2.md')
  h.attached(0)
  h.cursor_on('Depends on: WP-1-Revision-Store')
  vim.fn.search('WP-1')
  vim.lsp.buf.hover()
  local said = h.eventually('a window', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return h.text(vim.api.nvim_win_get_buf(window))
      end
    end
  end)
  h.contains(said, 'WP-1-Revision-Store')
  h.contains(said, 'Status')
  h.contains(said, 'Done')
  h.pause()
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    assert(vim.bo[buffer].buftype ~= 'nofile' or not h.client(buffer), 'the window of a hover has no client')
  end
end)

h.test('references list the packets that anchor in a section', function()
  h.edit(h.workspace .. '/Fieldbook_Master_Spec_v01.004.md')
  h.attached(0)
  h.cursor_on('4.1.1 Tag Names')
  vim.lsp.buf.references()
  local files = h.eventually('a list', function()
    local list = vim.fn.getqflist()
    return #list > 0 and vim.tbl_map(function(entry)
      return vim.fs.basename(vim.fn.bufname(entry.bufnr))
    end, list)
  end)
  assert(vim.list_contains(files, 'WP-1-Tag-Search.md'), vim.inspect(files))
end)

h.test('the outline has sections with their fields', function()
  local bufnr = h.edit(h.packets .. 'WP-1-Tag-Search.md')
  local client = h.attached(bufnr)
  local asked = vim.lsp.buf_request_sync(bufnr, 'textDocument/documentSymbol', {
    textDocument = vim.lsp.util.make_text_document_params(bufnr),
  }, h.patience)
  local sections = asked[client.id].result[1].children
  h.equal(sections[1].name, 'METADATA')
end)

h.finish()

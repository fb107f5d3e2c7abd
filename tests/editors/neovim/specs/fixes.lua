local h = require('harness')

local path = h.packets .. 'WP-1-Fresh.md'
h.write(path, h.fresh)
local bufnr = h.edit(path)
h.attached(bufnr)

h.test('a quick fix inserts a missing field', function()
  local found = h.eventually('the missing field', function()
    return h.findings(bufnr, 'scope-why-missing')[1]
  end)
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title == 'Insert Why'
    end,
  })
  h.eventually('the field in the buffer', function()
    return h.text(bufnr):find('\n- Why: <fill', 1, true)
  end)
  vim.api.nvim_buf_set_lines(bufnr, 6, 7, false, { '- Why: Batches are lost.' })
  h.eventually('no such finding', function()
    return #h.findings(bufnr, 'scope-why-missing') == 0
  end)
  h.equal(vim.fn.readfile(path), h.fresh)
end)

h.test('the list of actions offers it by name', function()
  vim.api.nvim_buf_set_lines(bufnr, 6, 7, false, {})
  h.eventually('the finding again', function()
    return #h.findings(bufnr, 'scope-why-missing') == 1
  end)
  local offered
  vim.ui.select = function(items)
    offered = vim.tbl_map(function(item)
      return item.action.title
    end, items)
  end
  vim.lsp.buf.code_action()
  h.eventually('a choice', function()
    return offered
  end)
  assert(vim.list_contains(offered, 'Insert Why'), vim.inspect(offered))
end)

h.test(':TaskpacketFixAll fixes what is safe', function()
  vim.api.nvim_buf_set_lines(bufnr, 5, 6, false, { '- What: Write \226\128\156batches\226\128\157.' })
  h.eventually('letters that are not ASCII', function()
    return #h.findings(bufnr, 'file-non-ascii') > 0
  end)
  vim.cmd.TaskpacketFixAll()
  h.eventually('plain quotes', function()
    return h.text(bufnr):find('- What: Write "batches".', 1, true)
  end)
end)

h.test('a rename takes the file and every mention along', function()
  vim.cmd.write()
  local waits = h.packets .. 'WP-1-Waits.md'
  h.write(waits, { '# Task Packet: WP-1-Waits', '## Dependencies', '- Depends on: WP-1-Fresh' })
  local waiting = h.edit(waits)
  h.attached(waiting)
  vim.api.nvim_set_current_buf(bufnr)
  h.cursor_on('TASK_ID: WP-1-Fresh')
  vim.fn.search('WP-1')
  vim.lsp.buf.rename('WP-1-Sketch')
  h.eventually('the mention', function()
    return h.text(waiting):find('- Depends on: WP-1-Sketch', 1, true)
  end)
  local renamed = h.edit(h.packets .. 'WP-1-Sketch.md')
  h.contains(h.text(renamed), '- TASK_ID: WP-1-Sketch')
  assert(not h.text(renamed):find('WP-1-Fresh', 1, true), h.text(renamed))
  h.equal(vim.fn.filereadable(path), 0)
  h.attached(renamed)
  h.eventually('findings under the new name', function()
    return #h.findings(renamed, 'id-missing') + #h.findings(renamed, 'section-missing') > 0
  end)
end)

h.test('a rename of what is signed is refused, with the reason', function()
  local told = h.messages()
  h.attached(h.edit(h.packets .. 'WP-1-Note-Sync-v2.md'))
  local before = h.text(0)
  h.cursor_on('TASK_ID: WP-1-Note-Sync-v2')
  vim.fn.search('WP-1')
  vim.lsp.buf.rename('WP-1-Else')
  h.eventually('a word about it', function()
    return table.concat(told, '\n'):find('signed', 1, true)
  end)
  h.equal(h.text(0), before)
end)

h.finish()

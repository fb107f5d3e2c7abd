local h = require('harness')

local path = h.packets .. 'WP-1-Fresh.md'
h.write(path, h.fresh)
local bufnr = h.edit(path)

h.test('findings appear with the code of their rule', function()
  local found = h.eventually('the missing field', function()
    return h.findings(bufnr, 'scope-why-missing')[1]
  end)
  h.equal(found.source, 'taskpacket')
  assert(found.message ~= '', 'it says something')
end)

h.test('findings are seen: the place is underlined', function()
  local found = h.eventually('the spelling of the status', function()
    return h.findings(bufnr, 'status-spelling')[1]
  end)
  h.equal(found.lnum, 3)
  h.equal(vim.api.nvim_buf_get_lines(bufnr, 3, 4, false)[1]:sub(found.col + 1, found.end_col), 'ready-for-dev')
  local marks = h.eventually('a mark on that line', function()
    local marks = vim.api.nvim_buf_get_extmarks(bufnr, -1, { 3, 0 }, { 3, -1 }, { details = true })
    return vim.iter(marks):any(function(mark)
      return vim.startswith(mark[4].hl_group or '', 'DiagnosticUnderline')
    end)
  end)
  assert(marks)
end)

h.test('findings follow an edit that is not saved', function()
  vim.api.nvim_buf_set_text(bufnr, 3, 14, 3, 27, { 'Ready for Dev' })
  h.eventually('the status is right', function()
    return #h.findings(bufnr, 'status-spelling') == 0
  end)
  vim.api.nvim_buf_set_lines(bufnr, 6, 6, false, { '- Why: Batches are lost.' })
  h.eventually('the field is there', function()
    return #h.findings(bufnr, 'scope-why-missing') == 0
  end)
  vim.cmd.undo()
  vim.cmd.undo()
  h.eventually('both are back', function()
    return #h.findings(bufnr, 'scope-why-missing') == 1 and #h.findings(bufnr, 'status-spelling') == 1
  end)
  h.equal(vim.fn.readfile(path), h.fresh)
end)

h.test('letters of several bytes and units do not move findings', function()
  vim.api.nvim_buf_set_lines(bufnr, 3, 4, false, { '- **Status:** ready-for-dev \240\159\166\137 \195\188' })
  vim.api.nvim_buf_set_text(bufnr, 3, 28, 3, 32, { '\240\159\166\137\240\159\166\137' })
  local found = h.eventually('the letters', function()
    local owls = vim.tbl_filter(function(finding)
      return finding.lnum == 3
    end, h.findings(bufnr, 'file-non-ascii'))
    return owls[1]
  end)
  h.equal(found.col, 28)
end)

h.finish()

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

h.test('in the broken packet each mark lies on the words that are wrong', function()
  local broken = h.edit(h.packets .. 'WP-1-Export-Bundle.md')
  local marked, said = {}, {}
  h.eventually('findings', function()
    for _, found in ipairs(vim.diagnostic.get(broken)) do
      local words = vim.api.nvim_buf_get_text(broken, found.lnum, found.col, found.end_lnum, found.end_col, {})
      table.insert(marked, found.code .. ': ' .. table.concat(words, '|'))
      table.insert(said, found.message)
    end
    return #marked > 20
  end)
  for _, wanted in ipairs({
    'status-spelling: In-Progress',
    'dependency-unknown-wp: WP-1-Zip-Library',
    'signature-reused: mara040320261415',
  }) do
    assert(vim.list_contains(marked, wanted), wanted .. ' is not among ' .. vim.inspect(marked))
  end
  assert(vim.list_contains(said, '`In-Progress` is spelled `In Progress`'), vim.inspect(said))
  vim.api.nvim_set_current_buf(bufnr)
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

h.test('findings follow another buffer that is not saved', function()
  local signed = h.edit(h.packets .. 'WP-1-Tag-Search.md')
  h.eventually('a signature that is used twice', function()
    return #h.findings(signed, 'signature-reused') == 1
  end)
  h.attached(h.edit(h.packets .. 'WP-1-Export-Bundle.md'))
  vim.cmd('%substitute/mara040320261415/mara050320261415/')
  h.eventually('each has its own', function()
    return #h.findings(signed, 'signature-reused') == 0
  end)
end)

h.test('findings follow a file that something else writes', function()
  local waiting = vim.fn.bufnr(h.packets .. 'WP-1-Export-Bundle.md')
  h.eventually('a work packet that is nowhere', function()
    return #h.findings(waiting, 'dependency-unknown-wp') == 1
  end)
  h.write(h.packets .. 'WP-1-Zip-Library.md', { '# Task Packet: WP-1-Zip-Library' })
  h.eventually('it is there', function()
    return #h.findings(waiting, 'dependency-unknown-wp') == 0
  end)
end)

h.test('a workspace behind a link with an odd name is the same workspace', function()
  local link = vim.fs.dirname(h.workspace) .. '/my [work] \195\188%20#1'
  assert(vim.uv.fs_symlink(h.workspace, link))
  h.write(h.packets .. 'WP-1-Linked.md', vim.tbl_map(function(line)
    return (line:gsub('Fresh', 'Linked'))
  end, h.fresh))
  local known = h.client(bufnr)
  local linked = h.edit(link .. '/.GOV/task_packets/WP-1-Linked.md')
  h.equal(h.attached(linked).id, known.id)
  h.eventually('its findings', function()
    return #h.findings(linked, 'scope-why-missing') == 1
  end)
end)

h.finish()

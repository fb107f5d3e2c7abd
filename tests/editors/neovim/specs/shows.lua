--- What every editor must show, beside what the other specs say: cross-file findings, completion, a server that is killed, another
--- workspace, settings, and fast typing in a large packet.
local h = require('harness')

local path = h.packets .. 'WP-1-Fresh.md'
h.write(path, h.fresh)
local bufnr = h.edit(path)
h.attached(bufnr)

h.test('a signature that is typed a second time marks both packets', function()
  local first = h.edit(h.packets .. 'WP-1-Note-Sync-v2.md')
  local signature = h.text(first):match('USER_SIGNATURE: (%w+)')
  h.attached(first)
  vim.api.nvim_buf_set_lines(bufnr, 4, 4, false, { '- USER_SIGNATURE: ' .. signature })
  h.eventually('both are marked', function()
    return #h.findings(first, 'signature-reused') == 1 and #h.findings(bufnr, 'signature-reused') == 1
  end)
  vim.api.nvim_buf_set_lines(bufnr, 4, 5, false, {})
  h.eventually('neither is marked', function()
    return #h.findings(first, 'signature-reused') + #h.findings(bufnr, 'signature-reused') == 0
  end)
end)

h.test('completion of a SPEC_ANCHOR offers sections of the Main Body only', function()
  vim.api.nvim_set_current_buf(bufnr)
  vim.api.nvim_buf_set_lines(bufnr, -1, -1, false, { '## AUTHORITY', '- SPEC_ANCHOR: ' })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(bufnr), 15 })
  local client = h.attached(bufnr)
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding)
  position.position.character = 15
  local asked = vim.lsp.buf_request_sync(bufnr, 'textDocument/completion', position, h.patience)
  local labels = vim.tbl_map(function(item)
    return item.label
  end, asked[client.id].result.items)
  assert(vim.list_contains(labels, '4.1.2 Nested Tags'), vim.inspect(labels))
  for _, label in ipairs(labels) do
    assert(not label:match('^[78]%.'), label .. ' is no Main Body')
  end
  vim.api.nvim_buf_set_lines(bufnr, -3, -1, false, {})
end)

h.test('settings that are written count at once', function()
  local settings = h.workspace .. '/taskpacket.toml'
  local before = vim.fn.readfile(settings)
  h.eventually('the finding', function()
    return #h.findings(bufnr, 'status-spelling') == 1
  end)
  h.write(settings, vim.list_extend(vim.deepcopy(before), { '[severity]', 'status-spelling = "off"' }))
  h.eventually('no such finding', function()
    return #h.findings(bufnr, 'status-spelling') == 0
  end)
  h.write(settings, before)
  h.eventually('the finding again', function()
    return #h.findings(bufnr, 'status-spelling') == 1
  end)
end)

h.test("the editor's own settings count at once", function()
  local client = h.attached(bufnr)
  local notify = function(settings)
    local params = { settings = settings }
    if vim.fn.has('nvim-0.11') == 1 then
      client:notify('workspace/didChangeConfiguration', params)
    else
      client.notify('workspace/didChangeConfiguration', params)
    end
  end
  notify({ taskpacket = { ignore = { 'status-spelling' } } })
  h.eventually('no such finding', function()
    return #h.findings(bufnr, 'status-spelling') == 0
  end)
  notify({ taskpacket = vim.empty_dict() })
  h.eventually('the finding again', function()
    return #h.findings(bufnr, 'status-spelling') == 1
  end)
end)

h.test('a server that is killed is started again by :TaskpacketRestart, and has findings', function()
  local before = h.servers()
  h.equal(#before, 1)
  vim.uv.kill(before[1], 'sigkill')
  h.eventually('it is gone', function()
    return #h.servers() == 0 and h.client() == nil
  end)
  vim.cmd.TaskpacketRestart()
  h.attached(bufnr)
  assert(h.servers()[1] ~= before[1])
  vim.api.nvim_buf_set_text(bufnr, 3, 14, 3, -1, { 'Wandering' })
  local found = h.eventually('the finding', function()
    return h.findings(bufnr, 'status-invalid')[1]
  end)
  h.equal(vim.api.nvim_buf_get_text(bufnr, found.lnum, found.col, found.end_lnum, found.end_col, {}), { 'Wandering' })
end)

h.test('a second workspace has a server and findings of its own', function()
  local other = vim.fs.dirname(h.workspace) .. '/second'
  h.write(other .. '/.GOV/task_packets/WP-1-Other.md', { '# Task Packet: WP-1-Other', '- **Status:** Wandering' })
  local second = h.edit(other .. '/.GOV/task_packets/WP-1-Other.md')
  h.equal(h.attached(second).config.root_dir, vim.uv.fs_realpath(other))
  h.eventually('its finding', function()
    return #h.findings(second, 'status-invalid') == 1
  end)
  h.equal(#h.servers(), 2)
end)

h.test('300 letters typed at full speed leave every mark on its words', function()
  local packet = table.concat(vim.fn.readfile(h.packets .. 'WP-1-Tag-Search.md'), '\n')
  packet = packet:gsub('WP%-1%-Tag%-Search', 'WP-1-Large'):gsub('mara%d+', 'mara060320260815')
  local note = "- A line of the Coder's own notes about what was tried and what came of it.\n"
  local before, behind = packet:match('^(.-## HYGIENE\n)(.*)$')
  packet = before .. note:rep(math.ceil((82000 - #packet) / #note)) .. behind
  h.write(h.packets .. 'WP-1-Large.md', vim.split(packet, '\n'))
  vim.cmd.bwipeout({ vim.fn.bufnr('WP-1-Other.md'), bang = true })
  local large = h.edit(h.packets .. 'WP-1-Large.md')
  h.attached(large)
  local function marked()
    local list = vim.tbl_map(function(one)
      local words = vim.api.nvim_buf_get_text(large, one.lnum, one.col, one.end_lnum, one.end_col, {})
      return one.code .. ': ' .. table.concat(words, '|')
    end, vim.diagnostic.get(large))
    table.sort(list)
    return list
  end
  h.eventually('findings', function()
    return #marked() > 2
  end)
  h.pause()
  local known = marked()
  h.cursor_on('(Coder fills this')
  local spent = h.processor(h.servers())
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  for letter = 1, 300 do
    vim.api.nvim_buf_set_text(large, row - 1, column, row - 1, column, { letter % 6 == 0 and ' ' or 'x' })
    column = column + 1
    -- Neovim holds changes back until somebody rests or asks; a configuration that highlights the word at the cursor asks.
    vim.lsp.buf_request(large, 'textDocument/documentHighlight', {
      textDocument = vim.lsp.util.make_text_document_params(large),
      position = { line = row - 1, character = column },
    }, function() end)
    -- A hundred a second: nobody types faster, and the server is not given them in one heap.
    vim.wait(10)
  end
  h.pause()
  h.pause()
  h.equal(marked(), known)
  local each = (h.processor(h.servers()) - spent) / 300
  -- The last list is of the last text: a word that is wrong is told where it stands now.
  h.cursor_on('**Status:** In Progress')
  local line = vim.api.nvim_win_get_cursor(0)[1]
  vim.api.nvim_buf_set_lines(large, line - 1, line, false, { '- **Status:** Wandering' })
  h.eventually('the status', function()
    return vim.list_contains(marked(), 'status-invalid: Wandering')
  end)
  return ("%.1f ms of the server's processor for a letter"):format(each)
end)

h.finish()

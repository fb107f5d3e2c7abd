local h = require('harness')

local told = h.messages()
h.attached(h.edit(h.packets .. 'WP-1-Note-Sync-v2.md'))

h.test(':Taskpacket completes the commands of the server', function()
  h.equal(vim.fn.getcompletion('Taskpacket insertL', 'cmdline'), { 'insertLineageAudit' })
  h.equal(vim.fn.getcompletion('Taskpacket sho', 'cmdline'), {})
end)

h.test(':Taskpacket handoffMessage shows the message and puts it into the register', function()
  vim.cmd('Taskpacket handoffMessage')
  h.eventually('the text', function()
    return vim.startswith(vim.fn.getreg('"'), 'Task Packet: .GOV/task_packets/WP-1-Note-Sync-v2.md\n')
  end)
  h.eventually('it is shown', function()
    return vim.startswith(h.text(0), 'Task Packet: .GOV/task_packets/WP-1-Note-Sync-v2.md\n')
  end)
end)

h.test(':Taskpacket insertLineageAudit writes the audit of the revision', function()
  local bufnr = h.edit(h.packets .. 'WP-1-Note-Sync-v2.md')
  -- What is signed is left alone.
  vim.cmd([[%substitute/USER_SIGNATURE: \w\+/USER_SIGNATURE: <pending>/]])
  h.cursor_on('## LINEAGE_AUDIT')
  local first = vim.api.nvim_win_get_cursor(0)[1]
  local last = vim.fn.search('^## ', 'W')
  vim.api.nvim_buf_set_lines(bufnr, first - 1, last > 0 and last - 1 or -1, false, {})
  h.eventually('it is missed', function()
    return #h.findings(bufnr, 'lineage-missing') == 1
  end)
  vim.cmd('Taskpacket insertLineageAudit')
  h.eventually('the audit', function()
    return h.text(bufnr):find('## LINEAGE_AUDIT', 1, true) and #h.findings(bufnr, 'lineage-missing') == 0
  end)
end)

h.test(':Taskpacket newStub makes the stub, shows it, and enters it on the board', function()
  local board = h.edit(h.workspace .. '/.GOV/roles_shared/TASK_BOARD.md')
  h.attached(board)
  vim.cmd('Taskpacket newStub WP-1-Bird-Rings')
  h.eventually('the stub', function()
    return vim.fs.basename(vim.api.nvim_buf_get_name(0)) == 'WP-1-Bird-Rings.md'
  end)
  h.contains(h.text(0), '# Work Packet Stub: WP-1-Bird-Rings')
  h.contains(h.text(board), '- **[WP-1-Bird-Rings]** - [STUB]')
end)

h.test('what is refused is told, with what to do first', function()
  vim.cmd('Taskpacket setStatus WP-1-Nowhere status=In\\ Progress')
  h.eventually('a word about it', function()
    return table.concat(told, '\n'):find('WP-1-Nowhere', 1, true)
  end)
end)

h.finish()

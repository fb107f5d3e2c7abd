local h = require('harness')

local told = h.messages()

h.test('a program that cannot be run is told once, with who named it', function()
  vim.g.taskpacket_cmd = '/nowhere/taskpacket'
  h.edit(h.packets .. 'WP-1-Tag-Search.md')
  h.edit(h.packets .. 'WP-1-Note-Sync-v2.md')
  h.edit(vim.fs.dirname(h.workspace) .. '/README.md')
  h.pause()
  h.equal(h.client(), nil)
  h.equal(#told, 1)
  h.contains(told[1], 'vim.g.taskpacket_cmd')
  h.contains(told[1], '/nowhere/taskpacket')
end)

h.test('checkhealth says so', function()
  vim.cmd.checkhealth('taskpacket')
  h.contains(h.text(0), 'vim.g.taskpacket_cmd names')
  vim.cmd.bwipeout()
end)

h.test(':TaskpacketRestart attaches what is open, once there is a program', function()
  vim.g.taskpacket_cmd = { vim.env.TASKPACKET_SERVER }
  h.edit(h.packets .. 'WP-1-Tag-Search.md')
  vim.cmd.TaskpacketRestart()
  local first = h.attached(0)
  h.attached(vim.fn.bufnr(h.packets .. 'WP-1-Note-Sync-v2.md'))
  vim.cmd.TaskpacketRestart()
  h.eventually('another client, and one only', function()
    local clients = vim.lsp.get_clients({ name = 'taskpacket' })
    return #clients == 1 and clients[1].id ~= first.id and clients[1].initialized
  end)
  h.attached(vim.fn.bufnr(h.packets .. 'WP-1-Note-Sync-v2.md'))
  h.eventually('one process', function()
    return h.processes() == 1
  end)
  h.equal(#told, 1)
end)

h.test('checkhealth names Neovim, the program, the root and the client', function()
  h.edit(h.packets .. 'WP-1-Tag-Search.md')
  h.attached(0)
  vim.cmd.checkhealth('taskpacket')
  local report = h.text(0)
  for _, wanted in ipairs({
    'OK Neovim 0.',
    'OK taskpacket 0.',
    'WP-1-Tag-Search.md belongs to the root ' .. vim.uv.fs_realpath(h.workspace),
    'OK Client ',
  }) do
    h.contains(report, wanted)
  end
  assert(not report:find('ERROR', 1, true), report)
end)

h.test(':help finds the plugin, its commands and its settings', function()
  vim.cmd.helptags({ vim.env.PLUGIN .. '/doc' })
  local tags = { 'taskpacket', ':Taskpacket', ':TaskpacketFixAll', ':TaskpacketLog', 'g:taskpacket_cmd', '$TASKPACKET_SERVER' }
  for _, tag in ipairs(tags) do
    vim.cmd.help(tag)
    h.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'taskpacket.txt')
    h.contains(vim.api.nvim_get_current_line(), '*' .. tag .. '*')
  end
end)

h.test(':TaskpacketLog opens the log', function()
  vim.cmd.TaskpacketLog()
  h.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'lsp.log')
end)

h.test('no process is left behind', function()
  h.equal(h.processes(), 1)
  vim.lsp.stop_client(vim.lsp.get_clients({ name = 'taskpacket' }))
  h.eventually('the end of it', function()
    return h.client() == nil and h.processes() == 0
  end)
end)

if vim.lsp.config then
  h.test('vim.lsp.config changes the command, vim.lsp.enable switches it off', function()
    vim.g.taskpacket_cmd = '/nowhere/taskpacket'
    vim.lsp.config('taskpacket', { cmd = { vim.env.TASKPACKET_SERVER, 'server' } })
    vim.cmd.TaskpacketRestart()
    local bufnr = vim.fn.bufnr(h.packets .. 'WP-1-Tag-Search.md')
    h.attached(bufnr)
    vim.lsp.enable('taskpacket', false)
    h.eventually('no client', function()
      return h.client() == nil
    end)
    vim.cmd.TaskpacketRestart()
    h.pause()
    h.equal(h.client(), nil)
    h.equal(#told, 1)
  end)
end

h.finish()

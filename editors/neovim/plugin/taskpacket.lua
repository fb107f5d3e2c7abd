if vim.g.loaded_taskpacket then
  return
end
vim.g.loaded_taskpacket = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.notify_once('taskpacket: Neovim 0.10 or newer is needed', vim.log.levels.WARN)
  return
end

local function client()
  return require('taskpacket.client')
end

if vim.fn.has('nvim-0.11') == 1 then
  vim.lsp.enable('taskpacket')
else
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('taskpacket', {}),
    pattern = { 'markdown', 'json', 'toml' },
    callback = function(event)
      client().attach(event.buf)
    end,
  })
  -- A plugin manager may load this after the first files.
  if vim.v.vim_did_enter == 1 then
    client().attach_all()
  end
end

local function command(name, action, description)
  vim.api.nvim_create_user_command(name, function()
    client()[action]()
  end, { desc = description })
end

command('TaskpacketFixAll', 'fix_all', 'Fix all that is safe to fix in this file')
command('TaskpacketRestart', 'restart', 'Restart the task packet server')
command('TaskpacketLog', 'open_log', 'Open the log of the language servers')
vim.api.nvim_create_user_command('Taskpacket', function(given)
  require('taskpacket.run').run(given.fargs)
end, {
  nargs = '*',
  desc = 'Run a command of the task packet server',
  complete = function(begun, line)
    -- Only the first word is a command.
    if line:match('^%s*Taskpacket%s+%S*$') then
      return vim.tbl_filter(function(name)
        return vim.startswith(name, begun)
      end, require('taskpacket.run').commands())
    end
  end,
})

--- The samples of the grammar that VS Code uses, as Neovim's queries see them: what is a node there has its colour, and
--- what must be left alone has none.
local h = require('harness')

--- The captures that a scope of the grammar stands for, where Neovim has a node for it.
local captures = {
  ['entity.name.tag.label.taskpacket'] = 'label.packet',
  ['entity.name.type.packet.taskpacket'] = 'type.packet',
  ['constant.language.status.taskpacket'] = 'constant.state',
  ['entity.name.section.anchor.taskpacket'] = 'constant.anchor',
  ['keyword.other.placeholder.taskpacket'] = 'comment.todo.placeholder',
}

--- Whether a place lies in bold words, in brackets or in pointed ones. Plain words and cells are no nodes.
local function is_node(line, from, to)
  for _, form in ipairs({ '()%*%*[^*]+%*%*()', '()%[[^%]]+%]()', '()<[%a-]+>()' }) do
    for first, behind in line:gmatch(form) do
      if first <= from and to < behind then
        return true
      end
    end
  end
  return false
end

local function read(name)
  local text, wanted = {}, {}
  for _, line in ipairs(vim.fn.readfile(vim.env.GRAMMARS .. '/tests/' .. name .. '.md')) do
    local marks, minus, scope = line:match('^(<!%-%-%s+%^+) (%-? ?)([%w.-]+)$')
    if scope then
      local from = marks:find('%^')
      table.insert(wanted, { row = #text, from = from, to = #marks, scope = scope, absent = vim.trim(minus) == '-' })
    elseif not line:match('^<!%-%- SYNTAX TEST') then
      table.insert(text, line)
    end
  end
  assert(#wanted > 5, name .. ' states something')
  return text, wanted
end

local function show(text)
  local bufnr = vim.api.nvim_create_buf(true, true)
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, text)
  vim.api.nvim_set_current_buf(bufnr)
  vim.treesitter.start(bufnr, 'markdown')
  vim.treesitter.get_parser(bufnr, 'markdown'):parse(true)
  return bufnr
end

local function at(bufnr, row, column)
  return vim.tbl_map(function(found)
    return found.capture
  end, vim.treesitter.get_captures_at_pos(bufnr, row, column))
end

for _, name in ipairs({ 'packet', 'words', 'elsewhere' }) do
  h.test('the sample `' .. name .. '` is coloured as stated', function()
    local text, wanted = read(name)
    local bufnr = show(text)
    local seen = {}
    for _, one in ipairs(wanted) do
      local line = text[one.row]
      local capture = captures[one.scope]
      if capture and (one.absent or is_node(line, one.from, one.to)) then
        for column = one.from, one.to do
          local found = at(bufnr, one.row - 1, column - 1)
          local has = vim.list_contains(found, capture)
          if has == one.absent then
            error(('%s at column %d of `%s`: %s'):format(capture, column, line, vim.inspect(found)))
          end
        end
        seen[capture] = not one.absent or seen[capture]
      end
    end
    if name == 'packet' then
      local names = vim.tbl_values(captures)
      table.sort(names)
      for _, capture in ipairs(names) do
        assert(seen[capture], 'no sample of ' .. capture)
      end
    end
  end)
end

h.test("Neovim's own colours stay", function()
  local bufnr = show({ '# Task Packet: WP-1-One', '', '**[WP-1-One]** and **bold**' })
  assert(vim.list_contains(at(bufnr, 0, 3), 'markup.heading.1'), vim.inspect(at(bufnr, 0, 3)))
  assert(vim.list_contains(at(bufnr, 2, 22), 'markup.strong'), vim.inspect(at(bufnr, 2, 22)))
end)

h.finish()

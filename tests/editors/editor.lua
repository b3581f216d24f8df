-- Neovim as its user has it, but for the hands: opens files, looks, chooses an action, writes.
-- The job is JSON in $JOB: {server, root, files: [{path, line, character, kind}]}; what was seen
-- goes to $SEEN. Works from Neovim 0.7 on.
local job = vim.json.decode(os.getenv("JOB"))
local wait = 60000
local seen = {}

local chosen
vim.ui.select = function(items, options, on_choice)
  -- Items are {client, action} or, in newer versions, {action = ..., ctx = ...}.
  for _, item in ipairs(items) do
    local action = item.action or item[2]
    if action.title == chosen then
      return on_choice(item)
    end
  end
  on_choice(nil)
end

local client = vim.lsp.start_client({
  name = "flake8-trtc",
  cmd = job.server,
  root_dir = job.root,
  workspace_folders = { { uri = vim.uri_from_fname(job.root), name = "root" } },
  init_options = { delay = 1 },
})

for _, file in ipairs(job.files) do
  vim.cmd("edit " .. vim.fn.fnameescape(file.path))
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client)
  vim.wait(wait, function()
    return #vim.diagnostic.get(buffer) >= file.count
  end, 10)
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, {
      line = item.lnum + 1, from = item.col, to = item.end_col,
      code = item.code, message = item.message, severity = item.severity,
    })
  end
  local titles = {}
  for _, step in ipairs(file.steps) do
    if step.line then
      vim.api.nvim_win_set_cursor(0, { step.line, step.byte })
    end
    chosen = step.title
    local tick = vim.api.nvim_buf_get_changedtick(buffer)
    vim.lsp.buf.code_action({ context = { only = { step.kind }, diagnostics = {} } })
    local done = vim.wait(wait, function()
      return vim.api.nvim_buf_get_changedtick(buffer) > tick
    end, 10)
    table.insert(titles, done)
    -- The server has to see the change before it is asked again.
    vim.wait(50)
  end
  vim.cmd("silent write")
  table.insert(seen, { path = file.path, found = found, done = titles })
end

vim.fn.writefile({ vim.json.encode(seen) }, os.getenv("SEEN"))
vim.lsp.stop_client(client)
vim.wait(5000, function()
  return vim.lsp.get_client_by_id(client) == nil
end, 10)
vim.cmd("qall!")

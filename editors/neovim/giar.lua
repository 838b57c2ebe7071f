-- Annual reports on information disclosure in Neovim (0.7 and later), by the server `giar-lark lsp`.
-- Put this file into ~/.config/nvim/plugin/.  The program can be named before: vim.g.giar_lark = "/path/to/giar-lark"

-- A report is known by its name, or by its title and the heading of its first section.
local title = vim.regex([[信息公开.\{0,12}\(报告\|年报\)\s*$\|年度报告\s*$]])
local heading = vim.regex([[^[[:space:]　#*]*[一1]\s*[、.．]\s*\S\{2,16}\s*$]])

local function is_report(buffer)
  local has_title, has_heading = false, false
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, 60, false)) do
    has_title = has_title or (number <= 20 and title:match_str(line) ~= nil)
    has_heading = has_heading or heading:match_str(line) ~= nil
  end
  return has_title and has_heading
end

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  for _, mark in ipairs({ "giar-lark.toml", ".giar-lark.toml", ".git" }) do
    local found = vim.fn.findfile(mark, folder .. ";")
    found = found ~= "" and found or vim.fn.finddir(mark, folder .. ";")
    if found ~= "" then
      return vim.fn.fnamemodify(found, ":p:h" .. (mark == ".git" and ":h" or ""))
    end
  end
  return folder
end

local clients = {}

local function attach(buffer)
  local program = vim.g.giar_lark or "giar-lark"
  if vim.fn.executable(program) == 0 then
    vim.notify_once('giar-lark was not found. Type: python -m pip install "giar-lark[lsp]"', vim.log.levels.WARN)
    return
  end
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  local options = vim.g.giar_lark_options or { lang = vim.v.lang:sub(1, 2) == "zh" and "zh" or "en" }
  if not (clients[root] and vim.lsp.get_client_by_id(clients[root])) then
    clients[root] = vim.lsp.start_client({
      name = "giar-lark",
      cmd = { program, "lsp" },
      root_dir = root,
      init_options = options,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    })
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

local group = vim.api.nvim_create_augroup("giar", { clear = true })

vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  group = group,
  pattern = { "*.giar.txt", "*.giar", "*政府信息公开*年度报告*.txt", "*政府信息公开*年报*.txt" },
  callback = function()
    vim.bo.filetype = "giar"
  end,
})
vim.api.nvim_create_autocmd("BufRead", {
  group = group,
  pattern = "*.txt",
  callback = function(event)
    if vim.bo[event.buf].filetype ~= "giar" and is_report(event.buf) then
      vim.bo[event.buf].filetype = "giar"
    end
  end,
})
vim.api.nvim_create_autocmd("FileType", {
  group = group,
  pattern = "giar",
  callback = function(event)
    vim.bo[event.buf].expandtab = false -- a TAB opens each cell
    attach(event.buf)
  end,
})

-- :GiarCheck checks every report below the working directory; what is found goes to the diagnostics.
vim.api.nvim_create_user_command("GiarCheck", function()
  local request = { command = "giar-lark.checkFolder", arguments = { vim.uri_from_fname(vim.fn.getcwd()) } }
  vim.lsp.buf_request(0, "workspace/executeCommand", request, function(failure, counts)
    vim.notify(failure and failure.message or vim.inspect(counts))
  end)
end, { desc = "check the reports of a folder" })

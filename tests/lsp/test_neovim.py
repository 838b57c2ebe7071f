"""Neovim itself, with the set-up that we ship, reads what the server tells it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from analysed import WRONG_TOTAL

ROOT = Path(__file__).parents[2]
SETUP = ROOT / "editors" / "neovim" / "giar.lua"
# what stands in the file that Neovim writes: its diagnostics, those after the slip is mended, and the outline
SCRIPT = """
vim.g.giar_lark, vim.g.giar_lark_options = PROGRAM, { lang = "zh" }
vim.cmd("luafile " .. SETUP)
vim.cmd("edit " .. REPORT)
local function found()
  local lines = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(lines, string.format("%d:%d %s %s", one.lnum, one.col, one.code or one.user_data.lsp.code, one.message))
  end
  return lines
end
local told = {}
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
told.before = found()
local symbols = vim.lsp.buf_request_sync(0, "textDocument/documentSymbol",
  { textDocument = vim.lsp.util.make_text_document_params() }, 30000)
told.symbols = {}
for _, answer in pairs(symbols or {}) do
  for _, one in ipairs(answer.result) do table.insert(told.symbols, one.name) end
end
vim.fn.cursor(vim.diagnostic.get(0)[1].lnum + 1, 1)
vim.cmd([[silent substitute/\\t9$/\\t8/]])
vim.wait(60000, function() return #vim.diagnostic.get(0) == 0 end, 50)
told.after = found()
vim.fn.writefile({ vim.fn.json_encode(told) }, OUT)
vim.cmd("qa!")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a script of a shell")
def test_neovim_shows_what_is_wrong_and_takes_it_back(tmp_path: Path) -> None:
    nvim = shutil.which("nvim")
    if nvim is None:
        pytest.skip("needs Neovim (nvim), which is not here")
    program, report, out = tmp_path / "giar-lark", tmp_path / "town.giar.txt", tmp_path / "told.json"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m giar_lark "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    report.write_text(WRONG_TOTAL, encoding="utf-8")
    names = {"PROGRAM": program, "SETUP": SETUP, "REPORT": report, "OUT": out}
    script = "".join(f"local {name} = {json.dumps(str(path))}\n" for name, path in names.items()) + SCRIPT
    (tmp_path / "script.lua").write_text(script, encoding="utf-8")
    environ = os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    words = [nvim, "--headless", "--clean", "-c", f"luafile {tmp_path / 'script.lua'}"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", env=environ, timeout=200)
    assert out.exists(), done.stdout + done.stderr
    told = json.loads(out.read_text("utf-8"))
    row = WRONG_TOTAL[: WRONG_TOTAL.index("\t9\n")].count("\n")
    assert [line.split(" ", 1)[0].split(":")[0] for line in told["before"]] == [str(row)] * 2
    assert [line.split(" ")[1:] for line in told["before"]] == [
        ["T3-02", "总计列：各项办理结果之和＝18，（七）总计＝17，差", "1"],
        ["T3-03", "“（一）予以公开”行：六类之和＝8，总计＝9，差", "1"],
    ]
    assert told["symbols"][1:-1] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert told["after"] == []

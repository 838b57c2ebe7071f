"""The VS Code extension: its manifest holds together, its own tests pass, and the package has what it needs and nothing else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import giar_lark
from giar_lark.rules import RULES

VSCODE = Path(__file__).parents[2] / "editors" / "vscode"


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((VSCODE / name).read_text("utf-8"))
    return found


def npm(*words: str) -> subprocess.CompletedProcess[str]:
    """Run npm in the folder of the extension; without its packages the test is skipped."""
    program = shutil.which("npm")
    if program is None or not (VSCODE / "node_modules" / "esbuild").is_dir():
        pytest.skip("needs npm, and `npm ci` in editors/vscode")
    return subprocess.run([program, *words], cwd=VSCODE, capture_output=True, text=True, encoding="utf-8")


def strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from strings(one)
        case list():
            for one in value:
                yield from strings(one)


def test_every_word_is_there_in_both_languages() -> None:
    used = {found[1] for text in strings(read("package.json")) if (found := re.fullmatch(r"%(.+)%", text))}
    assert used == set(read("package.nls.json")) == set(read("package.nls.zh-cn.json"))


def test_commands_in_menus_and_in_the_walkthrough_are_declared() -> None:
    manifest = read("package.json")["contributes"]
    declared = {one["command"] for one in manifest["commands"]}
    in_menus = {one["command"] for menu in manifest["menus"].values() for one in menu}
    linked = set(
        re.findall(r"command:(giar-lark\.\w+)", json.dumps([read("package.nls.json"), manifest["walkthroughs"]]))
    )
    awaited = set(re.findall(r"onCommand:(giar-lark\.\w+)", json.dumps(manifest["walkthroughs"])))
    assert (in_menus | linked | awaited) - declared == set()


def test_files_of_the_manifest_are_there() -> None:
    manifest = read("package.json")
    named = [text for text in strings(manifest) if re.fullmatch(r"(?:\./)?[\w./-]+\.(?:json|md|png)", text)]
    assert len(named) >= 7
    assert [name for name in named if not (VSCODE / name).is_file()] == []


def test_settings_know_every_rule_and_the_version_is_the_package_s() -> None:
    manifest = read("package.json")
    items = manifest["contributes"]["configuration"]["properties"]["giar-lark.select"]["items"]
    assert {page.RULE.code for page in RULES} <= set(items["enum"])
    assert len(items["enum"]) == len(items["enumDescriptions"])
    assert manifest["version"] == giar_lark.__version__


def test_plain_texts_are_left_to_others() -> None:
    language = read("package.json")["contributes"]["languages"][0]
    assert ".txt" not in language["extensions"]
    assert all("政府信息公开" in pattern for pattern in language["filenamePatterns"])


def test_types_and_unit_tests_pass() -> None:
    done = npm("test")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_has_what_it_needs_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "giar-lark.vsix"
    done = npm("run", "package", "--", "--out", str(target))
    assert done.returncode == 0, done.stdout + done.stderr
    with ZipFile(target) as package:
        names = {name.removeprefix("extension/") for name in package.namelist() if name.startswith("extension/")}
        bundle = package.read("extension/dist/extension.js").decode()
        licences = package.read("extension/dist/LICENSES.txt").decode()
    assert names == {
        "LICENSE.txt",
        "dist/LICENSES.txt",
        "dist/extension.js",
        "icon.png",
        "l10n/bundle.l10n.zh-cn.json",
        "language-configuration.json",
        "package.json",
        "package.nls.json",
        "package.nls.zh-cn.json",
        "readme.md",
        "syntaxes/giar.tmLanguage.json",
        *(f"walkthrough/{name}.md" for name in ("folder", "install", "mend", "open")),
    }
    required = set(re.findall(r"\brequire\(\"([^\"]+)\"\)", bundle))
    builtin = {"child_process", "crypto", "fs", "net", "os", "path", "readline", "tty", "url", "util", "worker_threads"}
    assert {name.removeprefix("node:") for name in required} - builtin == {"vscode"}
    assert "vscode-languageclient 10.1.2" in licences and "Microsoft" in licences

"""Terminals keep to what the regular expressions of Python and JavaScript share, and read alike in both."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
from lark import Lark

from grammar.paths import GRAMMAR, REPORTS, canonical_report

# what one of the two lacks, or reads otherwise; a backslash before it is tolerated only if it is itself escaped
_FOREIGN = {
    "lookbehind": r"\(\?<[=!]",
    "named group": r"\(\?P?<[A-Za-z_]|\(\?P[=>]",
    "atomic group": r"\(\?>",
    "possessive quantifier": r"[*+?}]\+",
    "inline flags": r"\(\?[aiLmsux-]+[:)]",
    "comment or condition": r"\(\?[#(]",
    "anchor of Python": r"\\[AZz]",
    "class that follows the locale or Unicode": r"\\[bBdDwWsShHpPNX]",
    "POSIX class": r"\[\[:",
    "set operation": r"\[[^\]]*(?:--|&&|~~|\|\|)",
}


def foreign(pattern: str) -> list[str]:
    """The names of the features in a pattern that are not common ground."""
    plain = pattern.replace("\\\\", "")
    return [name for name, mark in _FOREIGN.items() if re.search(mark, plain)]


def patterns() -> dict[str, str]:
    lark = Lark.open(str(GRAMMAR / "report.lark"), parser="lalr", start="report")
    return {terminal.name: terminal.pattern.to_regexp() for terminal in lark.terminals}


def test_terminals_use_no_foreign_feature() -> None:
    found = {name: marks for name, pattern in patterns().items() if (marks := foreign(pattern))}
    assert found == {}


def test_terminals_have_no_flags() -> None:
    lark = Lark.open(str(GRAMMAR / "report.lark"), parser="lalr", start="report")
    assert [terminal.name for terminal in lark.terminals if terminal.pattern.flags] == []


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (r"(?<=a)b", "lookbehind"),
        (r"(?P<year>[0-9])", "named group"),
        (r"(?>a)", "atomic group"),
        (r"[0-9]++", "possessive quantifier"),
        (r"(?i:a)", "inline flags"),
        (r"\Aa", "anchor of Python"),
        (r"\d{4}年", "class that follows the locale or Unicode"),
    ],
)
def test_the_check_sees_a_foreign_feature(pattern: str, name: str) -> None:
    assert foreign(pattern) == [name]


def test_terminals_match_alike_in_javascript() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node, which is not here")
    lines = sorted({line for name in REPORTS for line in canonical_report(name).split("\n") if line})
    script = (
        "const [terminals, lines] = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(terminals.map(source => {"
        "const pattern = new RegExp(source, 'y');"
        "return lines.map(line => { pattern.lastIndex = 0; const m = pattern.exec(line); return m ? m[0] : null })})))"
    )
    sources = list(patterns().values())
    done = subprocess.run(
        [node, "-e", script], input=json.dumps([sources, lines]).encode(), capture_output=True, check=True
    )
    ours = [[m[0] if (m := re.match(source, line)) else None for line in lines] for source in sources]
    assert json.loads(done.stdout) == ours

"""Patterns that are shipped as Python has compiled them before: they are what it makes of them now."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from giar_lark.lean import compiled

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import write_patterns

needs_file = pytest.mark.skipif(not compiled.shipped(), reason="no patterns are shipped for this release of Python")


@needs_file
def test_shipped_is_what_is_compiled_now() -> None:
    known = {key: tuple(instructions) for key, instructions in compiled.shipped().items()}
    assert known == {key: tuple(write_patterns.instructions(*key)) for key in known}


@needs_file
def test_shipped_is_all_that_checks_of_reports_need() -> None:
    """If this fails: python tools/write_patterns.py"""
    code = (
        "import sys; sys.path.insert(0, 'tools'); import write_patterns as tool; from giar_lark.lean import compiled\n"
        "known = compiled.shipped(); print({expression for expression, _ in set(tool.needed()) - set(known)})"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "set()\n"


@needs_file
def test_a_shipped_pattern_finds_what_a_compiled_one_finds() -> None:
    texts = [path.read_text(encoding="utf-8") for path in list(write_patterns.reports())[:3]]
    for expression, flags in compiled.shipped():
        if isinstance(expression, str):
            shipped, fresh = compiled.compiled(expression, flags), re.compile(expression, flags)
            assert (shipped.flags, shipped.groups, shipped.groupindex) == (fresh.flags, fresh.groups, fresh.groupindex)
            for text in texts:
                assert _found(shipped, text) == _found(fresh, text)


def _found(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, str | None]]]:
    return [(match.span(), match.groupdict()) for match in pattern.finditer(text)]


def test_what_is_not_shipped_is_compiled() -> None:
    assert compiled.compiled("(?P<a>x)y", re.IGNORECASE).sub("", "aXYb") == "ab"
    with pytest.raises(re.error):
        compiled.compiled("(")


def test_a_file_of_another_set_of_instructions_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    written = compiled.packed({("a", 0): write_patterns.instructions("a", 0)})
    monkeypatch.setattr(compiled, "read_file", lambda *parts: written)
    assert set(compiled.shipped.__wrapped__()) == {("a", 0)}
    monkeypatch.setattr(compiled, "_magic", lambda: 1)
    assert compiled.shipped.__wrapped__() == {}


def test_a_python_without_a_file_has_nothing_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "file_name", lambda: "patterns.none.bin")
    assert compiled.shipped.__wrapped__() == {}

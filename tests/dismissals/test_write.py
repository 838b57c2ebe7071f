"""Entries as text: whatever they hold, they say the same when they are read."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_lark.dismissals.file import dismissals_in
from giar_lark.dismissals.write import appended, entry_text, quoted
from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.source.source import Source
from giar_lark.source.span import Span

SOURCE = Source("一、本年新收\t12 3\n" + "字" * 70)
ENTRY = "[[dismiss]]\nfile = 'a.txt'\ncode = 'T3-01'\nreason = 'x'\n"


def finding(span: Span, key: str | None = None) -> Finding:
    return Finding(
        code="T3-01", name="conservation", severity=Severity.ERROR, message=Text("不平", "no"), span=span, key=key
    )


def test_entry_names_the_cell_and_what_stands_there() -> None:
    text = entry_text("镇/a.txt", finding(Span(7, 11), "t3.new_received.total"), SOURCE, "已\n核", date(2026, 12, 31))
    assert text == (
        '[[dismiss]]\nfile = "镇/a.txt"\ncode = "T3-01"\nkey = "t3.new_received.total"\ntext = "123"\n'
        'reason = "已\\n核"\nuntil = 2026-12-31\n'
    )


@pytest.mark.parametrize("span", [Span(3, 3), Span(12, 82)])
def test_entry_without_a_cell_or_a_short_text_names_the_id(span: Span) -> None:
    found = finding(span)
    text = entry_text("a.txt", found, SOURCE, "x", None)
    assert text == f'[[dismiss]]\nfile = "a.txt"\ncode = "T3-01"\nid = "{found.id}"\nreason = "x"\n'


@given(st.text())
def test_any_text_is_read_as_it_was(text: str) -> None:
    assert tomllib.loads(f"a = {quoted(text)}\n")["a"] == text


def test_half_of_a_pair_is_replaced() -> None:
    assert tomllib.loads(f"a = {quoted(chr(0xDC80))}")["a"] == "\ufffd"


@pytest.mark.parametrize("text", ["", ENTRY, ENTRY.rstrip(), ENTRY.replace("\n", "\r\n"), "# nothing"])
def test_entries_go_behind_what_is_there(text: str) -> None:
    found = appended(text, [ENTRY, ENTRY])
    assert len(dismissals_in(found, Path("x")).entries) == len(dismissals_in(text, Path("x")).entries) + 2
    assert found.startswith(text)
    assert ("\r\n" in text) == ("\r\n" in found)
    assert "\n\n\n" not in found.replace("\r", "")


def test_new_file_has_a_head() -> None:
    head, blank, *rest = appended(None, [ENTRY]).split("\n")
    assert head.startswith("# ") and (blank, "\n".join(rest)) == ("", ENTRY)

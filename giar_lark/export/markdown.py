"""The page of a rule as Markdown, for the documents, for editors, and for programs that show help on a finding."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding
from giar_lark.manual import EXAMPLE, EXAMPLE_BEHIND, EXAMPLE_LINES_MOST, Manual


def page_markdown(manual: Manual, found: Finding | None, lang: str) -> str:
    """A page. `found` is what the wrong example gives. Columns are parted by bars, for a tab cannot be seen."""
    return "\n".join(_lines(manual, found, lang))


def _lines(manual: Manual, found: Finding | None, lang: str) -> Iterator[str]:
    yield from (f"# {manual.code} {manual.name}", "", f"**{manual.title.in_language(lang)}**", "")
    yield from (" · ".join(mark.in_language(lang) for mark in (*manual.marks, manual.place)), "")
    for section in manual.sections:
        yield from (f"## {section.head.in_language(lang)}", "", section.text.in_language(lang), "")
        if section.key == EXAMPLE_BEHIND:
            yield from _example(manual, found, lang)


def _example(manual: Manual, found: Finding | None, lang: str) -> Iterator[str]:
    yield from (f"## {EXAMPLE.in_language(lang)}", "")
    for piece in manual.example:
        yield from (piece.heading.in_language(lang), "", *_block(piece.text, lang), "")
        if piece.kind == "wrong" and found:
            severity = found.severity.words.in_language(lang)
            yield from (f"> {severity} {found.code} {found.message.in_language(lang)}", "")


def _block(piece: str, lang: str) -> Iterator[str]:
    """A piece of a report as a block of code."""
    rows = piece.split("\n")
    yield "```text"
    yield from (row.replace("\t", " | ").strip(" ") for row in rows[:EXAMPLE_LINES_MOST])
    if rest := len(rows[EXAMPLE_LINES_MOST:]):
        yield f"… {rest} more lines" if lang == "en" else f"…… 其后还有 {rest} 行"
    yield "```"

"""What a report would lose by being written anew: formatting is refused where that is anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from giar_lark.lang import Text
from giar_lark.model.report import Cell, Report
from giar_lark.pipeline import parse
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise
from giar_lark.tokenise.text.fold import letters
from giar_lark.tokenise.text.lines import is_page_line
from giar_lark.tokenise.text.markup import has_markup
from giar_lark.write.document import document_of
from giar_lark.write.text import canonical_text

# the terminals whose text is content; of all others only the kind is kept, and written as the format has it
_CONTENT = frozenset({"TITLE", "TEXT", "NUMBERED", "CELL", "UNPLACED", "ISSUING_ORGAN"})
_SHOWN_CHARS = 30
_PIECE_CHARS = 300


def rewritten_whole(source: Source, report: Report) -> str | Text:
    """The canonical form of the report in a text, or why it is not written: something would be lost on the way."""
    if source.origin is not None or has_markup(source.text):
        return Text("文中有网页标记，排版会把它们去掉", "the text has mark-up, which would be taken out")
    text = canonical_text(document_of(report, source.text))
    return loss(source, report, Source(text)) or text


def loss(before: Source, report: Report, after: Source) -> Text | None:
    """The first thing that is in a report and not in its canonical form; None where all is there."""
    again = parse(after).report
    changed = _changed(report.cells, again.cells)
    if changed is not None:
        line = before.place(changed.span.start).line
        return Text(f"第 {line} 行的数字会变", f"a number of line {line} would change")
    if report.metadata.issued_date != again.metadata.issued_date:
        return Text("日期会变", "the date would change")
    missing = Counter("".join(_content(before))) - Counter("".join(_content(after)))
    if not missing:
        return None
    kept = "".join(_content(after))
    words = next((line for line in _content(before) if line not in kept), "")[:_SHOWN_CHARS]
    if not words:
        return Text("有重复的文字会丢失", "words that are there several times would be lost")
    return Text(f"“{words}”会丢失", f"“{words}” would be lost")


def _changed(before: Iterable[Cell], after: Iterable[Cell]) -> Cell | None:
    found = {cell.key: (cell.value, cell.state) for cell in after}
    return next((cell for cell in before if found.get(cell.key) != (cell.value, cell.state)), None)


def _content(source: Source) -> list[str]:
    """The letters and digits of a text line by line, but for its labels, whose spelling is the format's, and page numbers."""
    pieces: list[str] = []
    at = 0
    for token in sorted(tokenise(source).tokens, key=lambda token: token.start):
        pieces.append(source.text[at : token.start])
        pieces.append(source.text[token.start : token.end] if token.type in _CONTENT else "\n")
        at = max(at, token.end)
    lines = "".join([*pieces, source.text[at:]]).splitlines()
    return [plain for line in lines if not is_page_line(line) and (plain := _plain(line))]


def _plain(line: str) -> str:
    """The letters and digits of a line, piece by piece, for `letters` reads no more than a label may have."""
    return "".join(letters(line[at : at + _PIECE_CHARS]) for at in range(0, len(line), _PIECE_CHARS))

"""Table 3 in words: each value behind the name of its column or of its row, and the other name somewhere before.

So it comes as clauses (`一、…：自然人 3，商业企业 0，…`), as blocks of lines, a row or an applicant each, as keys with values, as
a value a line with both names in front, and as the records of a data base.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.tokenise.arranged.arrangement import FEW_ROWS, Arranged, Head
from giar_lark.tokenise.cell_text import UNITS, CellText
from giar_lark.tokenise.labels.recognise import Label, index_of
from giar_lark.tokenise.split.piece import Piece, make_piece
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.lines import lines_of

# an ordinary table repeats its header, and so the names of its columns, on each of its pages
_REPEATED = FEW_ROWS
# a name of a row stands once for each applicant
_STACKED = 5
# what parts names and values, and belongs to neither
_AROUND = " \t\r\xa0\u3000" + FILLER + "：:=＝|│,，、;；。\"'“”{}[]【】()（）*`"
_ORDINAL = r"(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）.．、][ \t]?)"
_WIDTHS = str.maketrans({"（": "[（(]", "）": "[)）]", ".": "[.．]"})
# of twice as many lines so many have names, where a table begins: values may stand on lines of their own
_LINES = 6
# no section with such a table is longer: names are dear to look for
_LONGEST = 100_000


class _Name(NamedTuple):
    """The name of a row, a group or a column, and what is written up to the next one."""

    label: Label
    piece: Piece
    value: Piece


def named_cells(text: str, start: int, end: int) -> Arranged | None:
    """The table of the section `text[start:end]`, if names stand before its values; None for any other."""
    begin = start_of_names(text, start, end)
    if begin is None:
        return None
    names = list(_names(text, begin, min(end, begin + _LONGEST)))
    inner = Counter(
        name.label.role for name in names if name.value.cell is not None and name.value.cell.state == "given"
    )
    outer = "column" if inner["row"] > inner["column"] else "row"
    if inner[outer] * 10 > inner.total():
        return None
    arranged = _arranged(names, outer)
    return arranged if arranged is not None and arranged.is_table else None


def start_of_names(text: str, start: int, end: int) -> int | None:
    """Where a table in words begins in a section: with the first of several lines with names; None if there is none."""
    end = min(end, start + _LONGEST)
    if not _repeats_names(text, start, end):
        return None
    lines = [(first, last) for first, last in lines_of(text, start, end) if text[first:last].strip()]
    named = [_pattern().search(text, first, last) is not None for first, last in lines]
    starts = (at for at in range(len(lines)) if named[at] and sum(named[at : at + 2 * _LINES]) >= _LINES)
    return next((lines[at][0] for at in starts), None)


def _repeats_names(text: str, start: int, end: int) -> bool:
    """Whether the name of a column, or of a row, stands as often as there are rows, or columns."""
    data = tables()
    column, row = official(data.applicants[1]), official(next(iter(data.application_rows)))
    return text.count(column, start, end) >= _REPEATED or text.count(row[2:], start, end) >= _STACKED


def _arranged(names: Sequence[_Name], outer: str) -> Arranged | None:
    """The table: each value belongs to the names before it; None where two values belong to the same."""
    heads, columns, cells = dict[str, Head](), dict[str, Piece](), dict[tuple[str, str], Piece]()
    last = dict[str, str]()
    for label, piece, value in names:
        if label.role == "column":
            columns.setdefault(label.terminal, piece)
        else:
            heads.setdefault(label.terminal, Head(label, piece))
        last[label.role] = label.terminal
        if label.role in ("group", outer) or outer not in last:
            continue
        place = (last["row"], last["column"])
        if place in cells:
            return None
        cells[place] = value
    return Arranged(list(heads.values()), cells, columns) if columns else None


def _names(text: str, start: int, end: int) -> Iterator[_Name]:
    """The names of a stretch, each with what is written behind it."""
    found = list(_pattern().finditer(text, start, end))
    stops = [*(name.start() for name in found[1:]), end]
    for name, stop in zip(found, stops, strict=True):
        label = _labels()[name.lastgroup or ""]
        yield _Name(label, make_piece(text, name.start(), name.end(), 0), _value(text, name.end(), stop))


def _value(text: str, start: int, stop: int) -> Piece:
    """What is written between a name and the next: on the line of the first, else on the next but for what leads to the second."""
    lines = text[start:stop].split("\n")
    offset = start
    for line in lines[:-1] or lines:
        body = line.strip(_AROUND)
        if body in UNITS or (line.strip() and not body):
            break
        if body:
            first = offset + line.index(body)
            piece = make_piece(text, first, first + len(body), 0)
            piece.cell = piece.cell or CellText("unreadable", None, piece.text)
            return piece
        offset += len(line) + 1
    return make_piece(text, start, start, 0)


@cache
def _labels() -> dict[str, Label]:
    """The labels by the names of groups in the pattern, the longest spelling first."""
    every = [label for labels in index_of("t3").whole.values() for label in labels if label.role != "note"]
    columns = set(tables().applicants)
    wanted = [label for label in every if label.role != "column" or label.terminal in columns]
    ranked = sorted(wanted, key=lambda label: (label.role == "column", -len(label.spelling)))
    return {f"n{number}": label for number, label in enumerate(ranked)}


@cache
def _pattern() -> re.Pattern[str]:
    """All names, whatever signs stand between their letters; a column has no number, and a row that is named as one has its own."""
    columns = {label.spelling for label in _labels().values() if label.role == "column"}
    return re.compile("|".join(f"(?P<{name}>{_spelled(label, columns)})" for name, label in _labels().items()))


def _spelled(label: Label, columns: set[str]) -> str:
    letters = r"[^\w\n]{0,2}".join(map(re.escape, label.spelling))
    if label.role == "column":
        return letters
    ordinal = _own_ordinal(label) if label.spelling in columns else f"{_ORDINAL}?"
    return rf"(?<!\w){ordinal}{letters}[）)”\"]*"


def _own_ordinal(label: Label) -> str:
    """The number that tells a row from the column of the same name: just as the format has it, for `7、总计` is a value and a column."""
    return official(label.terminal).removesuffix(label.spelling).translate(_WIDTHS)

"""The short way through a table that holds no surprise: every row has all its cells.

Reports repeat the official labels word for word, so what a run of labels means is found once, by the same walk that reads
every other layout, and remembered. Whatever is not wholly regular is left to that walk.
"""

from __future__ import annotations

from itertools import pairwise

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import tables
from giar_lark.tokenise.labels.recognise import Label, index_of
from giar_lark.tokenise.regular.known_tables import known_table, learned_table
from giar_lark.tokenise.regular.runs import Run, is_by_cells, runs_of
from giar_lark.tokenise.regular.stencil import RegularTable
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.rows.zones import Walk
from giar_lark.tokenise.split.piece import BLANK, Layout, Piece, Pieces, make_piece
from giar_lark.tokenise.token import TableTokens, Token

# no label has these; so a line that has one is prose
_SENTENCE = lazy_pattern(r"[。；]")
_PROSE = lazy_pattern(r"[。；：，]")
# what a run of labels means is remembered for so many of them
_REMEMBERED = 20_000
# table 4 is one row of so many values
_CASES = 15


class _Span(NamedTuple):
    """A label of a run: the type of its token, its first and last line in the run. A CELL is the blank one of the label before."""

    type: str
    first: int
    last: int


class _Meaning(NamedTuple):
    """What a run of label lines says: its labels, how many cells must follow, and the state of the table behind it."""

    labels: tuple[_Span, ...]
    wanted: int
    state: _State


class _State(NamedTuple):
    """How far a table has been read: the order of its newest row, and in table 2 the block that it is in."""

    last: int = -1
    caption: str = ""
    header: str = ""
    wanted: int = 0


_meanings: dict[tuple[str, _State, tuple[str, ...]], _Meaning | None] = {}


def quick_table(text: str, above: int, start: int, end: int, table: str) -> TableTokens | RegularTable | None:
    """The tokens of a regular table that begins at `start`; None if it is not regular. What is from `above` to there says nothing."""
    if table == "t4":
        end = _end_before_prose(text, start, end)
    # what begins within a line has words of others in the line of its first row, and is like no other
    is_apart = text[start - 1 : start] in ("", "\n")
    known = known_table(text[above:end], above, table) if is_apart else None
    if known is not None:
        return known
    tokens = _tokens(text[start:end], start, table)
    if tokens is None:
        return None
    learned = learned_table(tokens, text[above:end], above, table) if is_apart else None
    return learned or TableTokens(tokens, [], start, end)


def _tokens(region: str, start: int, table: str) -> list[Token] | None:
    tokens: list[Token] = []
    state = _State(wanted={"t3": 7, "t4": 15}.get(table, 0))
    for run in runs_of(region, start):
        meaning = _meaning(table, state, run.words) if run is not None else None
        if run is None or meaning is None or len(run.cells) != meaning.wanted:
            return None
        if table == "t4" and _is_torn(region[run.cells[0].start - start : run.cells[-1].end - start]):
            return None
        for kind, first, last in meaning.labels:
            at = _blank_at(run, last, region) if kind == "CELL" else None
            if at is not None:
                tokens.append(Token("CELL", at, at, BLANK))
            elif kind == "CELL":
                return None
            else:
                tokens.append(Token(kind, run.places[first][0], run.places[last][1]))
        tokens += run.cells
        state = meaning.state
    return tokens if tokens and state.last >= 0 else None


def _is_torn(values: str) -> bool:
    """Whether the values of a row stand on several lines that are not its fields one after the other, nor one on each."""
    if "\n" not in values or "\t" not in values or values.count("\n") + values.count("\t") == _CASES - 1:
        return False
    lines = values.split("\n")
    return len(lines) != _CASES or any("\t" in line.strip() for line in lines)


def _blank_at(run: Run, word: int, region: str) -> int | None:
    """Where the only cell of a row is blank that has no value: behind its label, or where a blank shows; None if unclear."""
    shown = [start for before, start in run.blanks if before == word + 1]
    if len(shown) > 1 or not is_by_cells(region):
        return None
    return shown[0] if shown else run.places[word][1]


def _end_before_prose(text: str, start: int, end: int) -> int:
    """Where the sentences begin with which the section of table 4 ends; its end where there are none, or not only they."""
    stop = _SENTENCE.search(text, start, end)
    if stop is None:
        return end
    begin = text.rfind("\n", start, stop.start()) + 1
    behind = text[begin:end]
    prose = "\t" not in behind and all(not line.strip() or _PROSE.search(line) for line in behind.split("\n"))
    return begin if prose and begin > start else end


def _meaning(table: str, state: _State, run: tuple[str, ...]) -> _Meaning | None:
    where = (table, state, run)
    if where not in _meanings:
        if len(_meanings) >= _REMEMBERED:
            _meanings.clear()
        _meanings[where] = _read_run(table, state, run)
    return _meanings[where]


def _read_run(table: str, state: _State, run: tuple[str, ...]) -> _Meaning | None:
    """What the walk makes of a run of label lines; None if anything in it is broken, strange or misspelt."""
    pieces = [make_piece(text, 0, len(text), number) for number, text in enumerate(run)]
    walk = Walk(Pieces(Layout.CELLS, pieces), index_of(table), last=state.last)
    zones = walk.run()
    if walk.rest_of_row or any(z.strange or z.near or z.misspelt or z.items for z in zones):
        return None
    if len(pieces) != len(run) and not _only_headers_are_cut(pieces, zones):
        return None
    zones = [zone for zone in zones if zone.label is not None and zone.spelled]
    if not zones or zones[0].spelled[0].row != 0:
        return None
    return {"t2": _disclosure, "t3": _applications, "t4": _cases}[table](state, zones)


def _only_headers_are_cut(pieces: list[Piece], zones: list[Zone]) -> bool:
    """Whether every line in which the walk has found several labels is all of one header, as canonical form writes it."""
    whole = {piece.row for zone in zones if zone.label and zone.label.role == "column" for piece in zone.spelled}
    others = {piece.row for zone in zones if not zone.label or zone.label.role != "column" for piece in zone.spelled}
    cut = {piece.row for piece, following in pairwise(pieces) if piece.row == following.row}
    return cut <= whole - others


def _span(kind: str, zone: Zone) -> _Span:
    return _Span(kind, zone.spelled[0].row, zone.spelled[-1].row)


def _applications(state: _State, zones: list[Zone]) -> _Meaning | None:
    labels = []
    for number, zone in enumerate(zones):
        label = zone.label
        if label is None or (label.role == "row" and number + 1 < len(zones) and not _heads(zones[number + 1], label)):
            return None
        labels.append(_span("APPLICANT_COLUMNS" if label.role == "column" else label.terminal, zone))
    first, last = zones[0].label, zones[-1].label
    if first is None or last is None or last.role != "row" or _is_below_head(first, state.last):
        return None
    return _Meaning(tuple(labels), state.wanted, state._replace(last=last.order))


def _is_below_head(label: Label, last: int) -> bool:
    """Whether a row stands below （六）其他处理 as its head, and yet that head had values as a row has."""
    data = tables()
    return last == tuple(data.application_rows).index("OTHERWISE") and (
        label.terminal in data.application_groups["OTHERWISE"]
    )


def _heads(following: Zone, label: Label) -> bool:
    """Whether a row's label is the head of its three rows: （六）其他处理 in 2021. In 2019 it may be a row of blank cells."""
    leaves = tables().application_groups["OTHERWISE"]
    return label.terminal == "OTHERWISE" and following.label is not None and following.label.terminal in leaves


def _cases(state: _State, zones: list[Zone]) -> _Meaning | None:
    if state.last >= 0 or any(zone.label is None or zone.label.role != "column" for zone in zones):
        return None
    whole = _Span("CASE_COLUMNS", zones[0].spelled[0].row, zones[-1].spelled[-1].row)
    return _Meaning((whole,), state.wanted, state._replace(last=0))


def _disclosure(state: _State, zones: list[Zone]) -> _Meaning | None:
    """A caption and its header come before the first row of a block, and each block has both."""
    labels = []
    for number, zone in enumerate(zones):
        label = zone.label
        if label is None:
            return None
        if label.role == "caption":
            state = _State(state.last, label.terminal)
            labels.append(_span(label.terminal, zone))
        elif label.role == "column":
            state = _with_header(state, set(zone.columns))
            labels.append(_span(state.header, zone))
        elif not state.wanted or tables().block_of(label.terminal).caption != state.caption:
            return None
        else:
            labels.append(_span(label.terminal, zone))
            state = state._replace(last=label.order)
            if number + 1 == len(zones):
                return _Meaning(tuple(labels), state.wanted, state)
            if state.wanted > 1:
                return None
            labels.append(_Span("CELL", labels[-1].last, labels[-1].last))
    return None


def _with_header(state: _State, columns: set[str]) -> _State:
    for block in tables().blocks:
        for header in block.headers.values():
            if block.caption == state.caption and columns >= set(header.columns):
                return state._replace(header=header.terminal, wanted=len(header.columns))
    return _State(state.last)

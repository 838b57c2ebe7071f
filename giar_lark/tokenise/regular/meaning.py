"""What the words of a run mean in a regular table: found once by the walk that reads every other layout, and remembered."""

from __future__ import annotations

from itertools import pairwise

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.official.templates import tables
from giar_lark.tokenise.labels.foreign import are_foreign
from giar_lark.tokenise.labels.recognise import Label, index_of
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.rows.zones import Walk
from giar_lark.tokenise.split.piece import Layout, Piece, Pieces, make_piece

# what a run of labels means is remembered for so many of them
_REMEMBERED = 20_000
# prose has these, and no label
_STOPS = frozenset("。；")


class LabelSpan(NamedTuple):
    """A label of a run: the type of its token, its first and last line in the run. A CELL is the blank one of the label before."""

    type: str
    first: int
    last: int


class Meaning(NamedTuple):
    """What a run of label lines says: its labels, how many cells must follow, and the state of the table behind it.

    `is_unknown` says that it is the label of a row that no format has.
    """

    labels: tuple[LabelSpan, ...]
    wanted: int
    state: State
    is_unknown: bool = False


class State(NamedTuple):
    """How far a table has been read: the order of its newest row, and in table 2 the block that it is in."""

    last: int = -1
    caption: str = ""
    header: str = ""
    wanted: int = 0


_meanings: dict[tuple[str, State, tuple[str, ...]], Meaning | None] = {}


def meaning_of(table: str, state: State, run: tuple[str, ...]) -> Meaning | None:
    """What a run of label lines means in a table of some state; None if it is not regular."""
    where = (table, state, run)
    if where not in _meanings:
        if len(_meanings) >= _REMEMBERED:
            _meanings.clear()
        _meanings[where] = _read_run(table, state, run)
    return _meanings[where]


def _read_run(table: str, state: State, run: tuple[str, ...]) -> Meaning | None:
    """What the walk makes of a run of label lines; None if anything in it is broken, strange or misspelt."""
    if _is_unknown_row(table, state, run):
        return Meaning((), state.wanted, state, is_unknown=True)
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


def _is_unknown_row(table: str, state: State, run: tuple[str, ...]) -> bool:
    """Whether a run is the label of a row that no format has, below a row: table 4 has but one."""
    has_rows = table != "t4" and state.last >= 0
    return has_rows and len(run) == 1 and _STOPS.isdisjoint(run[0]) and are_foreign(run[0], index_of(table))


def _only_headers_are_cut(pieces: list[Piece], zones: list[Zone]) -> bool:
    """Whether every line in which the walk has found several labels is all of one header, as canonical form writes it."""
    whole = {piece.row for zone in zones if zone.label and zone.label.role == "column" for piece in zone.spelled}
    others = {piece.row for zone in zones if not zone.label or zone.label.role != "column" for piece in zone.spelled}
    cut = {piece.row for piece, following in pairwise(pieces) if piece.row == following.row}
    return cut <= whole - others


def _span(kind: str, zone: Zone) -> LabelSpan:
    return LabelSpan(kind, zone.spelled[0].row, zone.spelled[-1].row)


def _applications(state: State, zones: list[Zone]) -> Meaning | None:
    labels = []
    for number, zone in enumerate(zones):
        label = zone.label
        if label is None or (label.role == "row" and number + 1 < len(zones) and not _heads(zones[number + 1], label)):
            return None
        labels.append(_span("APPLICANT_COLUMNS" if label.role == "column" else label.terminal, zone))
    first, last = zones[0].label, zones[-1].label
    if first is None or last is None or last.role != "row" or _is_below_head(first, state.last):
        return None
    return Meaning(tuple(labels), state.wanted, state._replace(last=last.order))


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


def _cases(state: State, zones: list[Zone]) -> Meaning | None:
    if state.last >= 0 or any(zone.label is None or zone.label.role != "column" for zone in zones):
        return None
    whole = LabelSpan("CASE_COLUMNS", zones[0].spelled[0].row, zones[-1].spelled[-1].row)
    return Meaning((whole,), state.wanted, state._replace(last=0))


def _disclosure(state: State, zones: list[Zone]) -> Meaning | None:
    """A caption and its header come before the first row of a block, and each block has both."""
    labels = []
    for number, zone in enumerate(zones):
        label = zone.label
        if label is None:
            return None
        if label.role == "caption":
            state = State(state.last, label.terminal)
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
                return Meaning(tuple(labels), state.wanted, state)
            if state.wanted > 1:
                return None
            labels.append(LabelSpan("CELL", labels[-1].last, labels[-1].last))
    return None


def _with_header(state: State, columns: set[str]) -> State:
    for block in tables().blocks:
        for header in block.headers.values():
            if block.caption == state.caption and columns >= set(header.columns):
                return state._replace(header=header.terminal, wanted=len(header.columns))
    return State(state.last)

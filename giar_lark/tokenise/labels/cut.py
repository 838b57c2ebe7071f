"""Labels of which a part is nowhere in the table, so that no layout has broken it off: what is left means them, and misspells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from giar_lark.tokenise.labels.near import slips_allowed
from giar_lark.tokenise.labels.recognise import Label, LabelIndex
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import Piece
from giar_lark.tokenise.text.fold import key, letters

# so many letters tell what a word begins with
_TELLING = 2


def mark_cut_labels(zones: Sequence[Zone], index: LabelIndex) -> None:
    """Mark as misspelt the labels of rows and groups, and those in headers, whose rest is nowhere in the table."""
    cut: list[tuple[Zone, Piece | None, str, Label]] = []
    for zone in zones:
        if zone.label is None or zone.near or not zone.spelled:
            continue
        if zone.label.role == "column":
            cut += [(zone, *found) for found in _cut_columns(zone, index)]
        else:
            rest = _rest(zone, zone.label, index)
            cut += [(zone, None, rest, zone.label)] if rest else []
    loose = LooseWords(_words(zones) if cut else (), index)
    for zone, piece, rest, label in cut:
        if len(rest) > slips_allowed(label) or loose.hold(rest):
            continue
        if piece is None:
            zone.near = True
        else:
            zone.misspelt.append((piece, label))


def _rest(zone: Zone, label: Label, index: LabelIndex) -> str:
    """What the pieces that spell a label lack of it; nothing where they spell it, or come to no beginning of it."""
    spelled = key(zone.spelled[0].text).letters
    if len(zone.spelled) > 1:
        spelled += "".join([letters(piece.text) for piece in zone.spelled[1:]])
    whole = spelled in index.whole or spelled not in index.prefixes
    return "" if whole else label.spelling.removeprefix(spelled)


def _cut_columns(zone: Zone, index: LabelIndex) -> list[tuple[Piece, str, Label]]:
    """The pieces of a header that spell the beginning of a column's label only, what they lack, and the label."""
    known = {id(piece) for piece, _ in zone.misspelt}
    found = []
    for piece in _no_whole_labels(zone.spelled, index):
        spelled = letters(piece.text)
        meant = next((label for label in index.prefixes.get(spelled, ()) if label.role == "column"), None)
        if meant is not None and id(piece) not in known:
            found.append((piece, meant.spelling[len(spelled) :], meant))
    return found


def _words(zones: Sequence[Zone]) -> Iterator[Piece]:
    for zone in zones:
        yield from zone.spelled
        yield from (piece for piece, _ in zone.strange)


class LooseWords:
    """The words among some pieces that are no whole labels: parts of labels that a layout has broken, or of no table."""

    def __init__(self, pieces: Iterable[Piece], index: LabelIndex) -> None:
        words = {letters(piece.text) for piece in pieces if piece.cell is None}
        self.words = {word for word in words if word and word not in index.whole}
        self.heads = {word[:length] for word in self.words for length in range(1, _TELLING + 1)}

    def hold(self, part: str) -> bool:
        """Whether a part of a label stands among them, whole or in parts: nobody misspelt that label."""
        ends = range(1, len(part) + 1)
        return part[:_TELLING] in self.heads or any(part[at:end] in self.words for end in ends for at in range(end))


def _no_whole_labels(pieces: Sequence[Piece], index: LabelIndex) -> list[Piece]:
    """The pieces that spell no whole label, neither alone nor with those behind them."""
    out, at = [], 0
    while at < len(pieces):
        end, spelled = at, letters(pieces[at].text)
        while spelled not in index.whole and spelled in index.prefixes and end + 1 < len(pieces):
            end += 1
            spelled += letters(pieces[end].text)
        if spelled in index.whole:
            at = end + 1
            continue
        if letters(pieces[at].text):
            out.append(pieces[at])
        at += 1
    return out

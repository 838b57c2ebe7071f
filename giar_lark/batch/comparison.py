"""Two reports side by side: cell by cell, what one carried forward and the other in, and the text that they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from giar_lark.batch.batch import Batch
from giar_lark.batch.entry import Entry
from giar_lark.batch.masking import mask, own_names
from giar_lark.batch.prose import Prose
from giar_lark.batch.reuse import is_available, percent_alike
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.model.report import Cell
from giar_lark.official.templates import tables
from giar_lark.source.span import Span


class Kinship(StrEnum):
    """What two reports are to each other."""

    YEARS = "years"
    COPIES = "copies"
    ORGANS = "organs"


@dataclass(frozen=True, slots=True)
class CellPair:
    """A cell in both reports; None where the templates of one do not have it."""

    key: str
    left: Cell | None
    right: Cell | None

    @property
    def differs(self) -> bool:
        """Whether the two have different numbers, or only one has a number."""
        return _value(self.left) != _value(self.right)

    @property
    def change(self) -> int | None:
        """Right less left, in whole numbers; None where one has none, or an amount has a fraction."""
        left, right = _value(self.left), _value(self.right)
        return right - left if isinstance(left, int) and isinstance(right, int) else None


class Part(NamedTuple):
    """A sentence of a section, its place, and whether the other report has it, numbers and names aside.

    `is_own` is False for sentences that the format dictates: they are nobody's, and are not compared.
    """

    text: str
    span: Span
    is_shared: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class SectionPair:
    """A section in both reports, sentence by sentence.

    `percent` is how much of the sentences that count is the same; None where one report has none, or the library that
    compares is not installed.
    """

    section: str
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    percent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports; of two years the earlier one is left.

    `carried` pairs what the left carried forward with what the right carried in, by type of applicant; empty unless the
    right is the year after.
    """

    kinship: Kinship
    left: Entry
    right: Entry
    cells: tuple[CellPair, ...]
    carried: tuple[CellPair, ...]
    sections: tuple[SectionPair, ...]

    @property
    def differing(self) -> tuple[CellPair, ...]:
        """The cells that are not the same."""
        return tuple(pair for pair in self.cells if pair.differs)


def compare(one: Entry, other: Entry) -> Comparison:
    """Two reports side by side, in the order given unless they are two years."""
    kinship = _kinship(one, other)
    left, right = (other, one) if kinship is Kinship.YEARS and (one.year or 0) > (other.year or 0) else (one, other)
    follows = kinship is Kinship.YEARS and (right.year or 0) - (left.year or 0) == 1
    keys = dict.fromkeys((*left.figures.keys, *right.figures.keys))
    return Comparison(
        kinship=kinship,
        left=left,
        right=right,
        cells=tuple(CellPair(key, left.cell(key), right.cell(key)) for key in _in_order(keys, right)),
        carried=tuple(_carried(left, right)) if follows else (),
        sections=tuple(_section(spec.key, left, right) for spec in tables().sections if _has(spec.key, left, right)),
    )


def _kinship(one: Entry, other: Entry) -> Kinship:
    batch = Batch.of([one, other])
    if batch.organ_of(one) is None or batch.organ_of(one) != batch.organ_of(other):
        return Kinship.ORGANS
    return Kinship.COPIES if one.year == other.year else Kinship.YEARS


def _in_order(keys: dict[str, None], right: Entry) -> Sequence[str]:
    """All keys table by table, those of the right report's templates first in each."""
    of_right = right.figures.keys
    return sorted(keys, key=lambda key: (key[:2], of_right.get(key, len(of_right))))


def _carried(left: Entry, right: Entry) -> Iterator[CellPair]:
    for column in tables().applicant_keys:
        yield CellPair(column, left.cell(f"t3.carried_forward.{column}"), right.cell(f"t3.carried_in.{column}"))


def _has(section: str, left: Entry, right: Entry) -> bool:
    return section in left.prose or section in right.prose


def _section(section: str, left: Entry, right: Entry) -> SectionPair:
    mine, theirs = _sentences(left, section), _sentences(right, section)
    here, there = ("".join(masked for masked, *_ in side) for side in (mine, theirs))
    percent = percent_alike(here, there) if here and there and is_available() else None
    return SectionPair(section, _parts(mine, theirs), _parts(theirs, mine), percent)


_Masked = tuple[str, str, Span]


def _sentences(entry: Entry, section: str) -> list[_Masked]:
    """Each sentence as it is compared (empty if it does not count), as it stands, and its place."""
    prose: Prose | None = entry.prose.get(section)
    names = own_names(entry.organ)
    return [(mask(sentence.text, names), *sentence) for sentence in prose.sentences()] if prose else []


def _parts(mine: Sequence[_Masked], theirs: Sequence[_Masked]) -> tuple[Part, ...]:
    others = {masked for masked, *_ in theirs}
    return tuple(Part(text, span, bool(masked) and masked in others, bool(masked)) for masked, text, span in mine)


def _value(cell: Cell | None) -> object:
    return None if cell is None else cell.value

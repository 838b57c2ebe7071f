"""The record of an organ, as far as its name tells."""

from __future__ import annotations

from giar_lark.lean.records import dataclass
from giar_lark.model.organ.division import COUNTY, PREFECTURE, PROVINCE, TOWNSHIP, Division

GOVERNMENTS = frozenset({PROVINCE, PREFECTURE, COUNTY})
TOWNSHIPS = frozenset({TOWNSHIP, "subdistrict"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """An organ by its name.

    `kind` is the class (contract, part 2; domain note, part 10). `level` is that of the government it is or belongs to:
    `national`, `province`, `prefecture`, `county`, `township`; None where the name leaves it open (a city that may be of
    either level, a bureau without a place). `divisions` are the places in the name from the widest to the narrowest,
    `office` is what stands behind them. `is_certain` says that the class is told by an official ending, or by the list of
    divisions, and not merely the likeliest.
    """

    name: str
    kind: str
    level: str | None
    divisions: tuple[Division, ...] = ()
    office: str = ""
    is_certain: bool = True

    def __hash__(self) -> int:
        """That of the name, from which all else follows."""
        return hash(self.name)

    @property
    def home(self) -> Division | None:
        """The narrowest place in the name; None if there is none."""
        return self.divisions[-1] if self.divisions else None

    @property
    def is_township(self) -> bool:
        """Whether it is a township, a subdistrict, or an office of one."""
        return self.kind in TOWNSHIPS or self.level == TOWNSHIP

    @property
    def is_government(self) -> bool:
        """Whether it is the government of a county or of something larger."""
        return self.kind in GOVERNMENTS

    def at(self, level: str) -> Division | None:
        """The place of a level in the name; None if the name has none."""
        for division in self.divisions:
            if division.level == level:
                return division
        return None

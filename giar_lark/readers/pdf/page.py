"""What stands on a page, before anybody knows what it means: glyphs, rules, pictures.

Units: points, from the upper left corner of the page as it is shown, to the right and downward.
"""

from __future__ import annotations

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.source.address import Box


class Glyph(NamedTuple):
    """A character and its box.

    `turn` is how many quarter turns to the left its writing is turned; `piece` tells the runs that a program has written at
    once from one another, and `order` is the place among all glyphs that were written.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turn: int
    piece: int
    order: int

    @property
    def across(self) -> float:
        """The middle, from the left."""
        return (self.left + self.right) / 2

    @property
    def down(self) -> float:
        """The middle, from the top."""
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A straight line: at a height from the left if it is level, else upright; where it begins and ends."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """A page. `hidden` are glyphs that nobody sees, `struck` those that are struck out, `fills` the boxes that are painted in a colour, `unmapped` counts the glyphs
    that no character is known for, `curves` the outlines that are no rules; `turned` is how many quarter turns to the right the
    page was turned so that its text can be read.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    hidden: list[Glyph] = field(default_factory=list)
    struck: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    unmapped: int = 0
    curves: int = 0
    turned: int = 0

    def shown(self, box: Box) -> Box:
        """A box of this page as it stands on the page that users see."""
        left, top, right, bottom = box
        if self.turned == 1:
            return (top, self.width - right, bottom, self.width - left)
        if self.turned == 2:
            return (self.width - right, self.height - bottom, self.width - left, self.height - top)
        if self.turned == 3:
            return (self.height - bottom, left, self.height - top, right)
        return box


def around(boxes: list[Box]) -> Box:
    """The box around some boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))

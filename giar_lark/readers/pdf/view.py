"""From the coordinates of a PDF, which count upward from anywhere, to those of the page as it is shown."""

from __future__ import annotations

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.source.address import Box


class View(NamedTuple):
    """What of a page is shown, and how many quarter turns to the right it is turned for that."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, bounds: Box, rotation: int) -> View:
        """The view of a page with these bounds (left, bottom, right, top)."""
        return cls(*bounds, rotation % 4)

    @property
    def width(self) -> float:
        """The width of the page as it is shown."""
        return self.top - self.bottom if self.rotation % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as it is shown."""
        return self.right - self.left if self.rotation % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as it is shown."""
        if self.rotation == 1:
            return y - self.bottom, x - self.left
        if self.rotation == 2:
            return self.right - x, y - self.bottom
        if self.rotation == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box as it is shown: left, top, right, bottom."""
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

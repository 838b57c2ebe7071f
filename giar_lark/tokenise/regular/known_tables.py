"""The stencils of tables that were read, for the next one like them."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.tokenise.regular.stencil import RegularTable, Stencil, in_utf8, stencil_of
from giar_lark.tokenise.token import Token

# all tables whose stencils are kept have no more characters together; an official one has some two thousand
_KEPT_CHARS = 2_000_000
# so many differ in nothing but the numbers in their words (a year, the ordinal of a row)
_ALIKE = 8


def known_table(text: str, start: int, table: str) -> RegularTable | None:
    """The table that a text is which begins at an offset, if one with the same stencil has been learned; None else."""
    written = in_utf8(text)
    for stencil in _known.stencils.get(_key(table, written), ()):
        numbers = stencil.numbers_in(written)
        if numbers is not None:
            return RegularTable(stencil, numbers, start, start + len(text))
    return None


def learned_table(tokens: Sequence[Token], text: str, start: int, table: str) -> RegularTable | None:
    """The table that a text is which begins at an offset and has these tokens, remembered for the next one like it.

    None if it has no stencil.
    """
    stencil = stencil_of(tokens, text, start, table) if len(text) <= _KEPT_CHARS else None
    written = in_utf8(text)
    numbers = stencil.numbers_in(written) if stencil is not None else None
    if stencil is None or numbers is None:
        return None
    _known.keep(_key(table, written), stencil)
    return RegularTable(stencil, numbers, start, start + len(text))


# a table, and its text in UTF-8 without any digit
_Key = tuple[str, bytes]


def _key(table: str, written: bytes) -> _Key:
    return table, written.translate(None, b"0123456789")


class _Memory:
    """The stencils that are kept, the newest of a key first."""

    def __init__(self) -> None:
        self.stencils: dict[_Key, list[Stencil]] = {}
        self.chars = 0

    def keep(self, key: _Key, stencil: Stencil) -> None:
        """Keep one more, and give up the oldest where they become too many."""
        while self.chars + sum(stencil.sizes) > _KEPT_CHARS and self.stencils:
            self._give_up(next(iter(self.stencils)))
        alike = self.stencils.setdefault(key, [])
        alike.insert(0, stencil)
        self.chars += sum(stencil.sizes)
        if len(alike) > _ALIKE:
            self.chars -= sum(alike.pop().sizes)

    def forget(self) -> None:
        """Keep none."""
        self.stencils.clear()
        self.chars = 0

    def _give_up(self, key: _Key) -> None:
        self.chars -= sum(sum(stencil.sizes) for stencil in self.stencils.pop(key))


_known = _Memory()

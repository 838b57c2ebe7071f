"""How containers are read: what a user may say of it, and how much may be unfolded out of a file."""

from __future__ import annotations

from collections.abc import Callable

from giar_lark.containers.trouble import bomb
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.limits import DEFAULT, Limits

# a document of so little is no harm, however well it is packed
HARMLESS_BYTES = 16 << 20
# nor are so many documents together: pages of one portal are nearly the same, and xz packs them to less than a thousandth
HARMLESS_TOTAL_BYTES = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The limits; of tables, the column that the texts are in, and the one that names them (None: guessed, numbered)."""

    limits: Limits = DEFAULT
    column: str | None = None
    id_column: str | None = None


USUAL = Reading()


@dataclass(slots=True)
class Budget:
    """What may be unfolded out of one file on disk, whatever is nested in it: so many times the bytes that were read of it."""

    path: str
    limits: Limits
    packed: Callable[[], int]
    _spent: int = field(default=0)

    def spend(self, count: int) -> None:
        """Count unfolded bytes.

        Raises: Trouble at the file on disk, where there are too many.
        """
        self._spent += count
        if self._spent > HARMLESS_TOTAL_BYTES and self._spent > self.packed() * self.limits.ratio:
            raise bomb(self.path, self.limits)

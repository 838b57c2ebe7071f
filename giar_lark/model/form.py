"""What a table is but for its numbers and its places: most tables are like another in it, and what follows from it is found once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field

# an official table has no more than half as many rows
_KEPT_ROWS = 60


class RowForm(NamedTuple):
    """A row: its key with the table in front, the terminal of its label, and the keys of its cells."""

    key: str
    terminal: str
    keys: tuple[str, ...]


class BlockForm(NamedTuple):
    """A block of table 2: the terminal of its caption, the template of its header, and how many rows it has."""

    caption: str
    template: str
    rows: int


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """The rows of table `t2`, `t3` or `t4` in the order of the text, the blocks that they are in, and the keys of all cells.

    Tables of the same rows and blocks have one form, by which what was found of it is kept.
    """

    table: str
    template: str | None
    rows: tuple[RowForm, ...]
    blocks: tuple[BlockForm, ...]
    keys: tuple[str, ...]

    @property
    def is_of_one_template(self) -> bool:
        """Whether none of its blocks has the header of another template than the others."""
        return len({block.template for block in self.blocks}) < 2

    def __reduce__(self) -> tuple[object, ...]:
        """As it goes to another process, where it is the one form again."""
        return form_of, (self.table, self.template, self.rows, self.blocks)


def form_of(table: str, template: str | None, rows: tuple[RowForm, ...], blocks: tuple[BlockForm, ...]) -> Form:
    """The form of all tables with such rows and blocks. One that is far from any official table is not kept."""
    return (_kept if len(rows) <= _KEPT_ROWS else _form)(table, template, rows, blocks)


def _form(table: str, template: str | None, rows: tuple[RowForm, ...], blocks: tuple[BlockForm, ...]) -> Form:
    return Form(table, template, rows, blocks, tuple([key for row in rows for key in row.keys]))


_kept = lru_cache(maxsize=256)(_form)


@lru_cache(maxsize=256)
def row_keys(row: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the cells of a row."""
    return tuple(f"{row}.{column}" for column in columns)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """All of a table but its numbers: tables with the same words and marks around them share one, where that is known.

    `sound` and `hits` are kept by those who look at nothing else in a table: what has found nothing wrong in it finds nothing
    again, and what has found something finds the same, told without places, for those are others in each table.
    """

    form: Form
    sound: set[object] = field(default_factory=set)
    hits: dict[object, tuple[Any, ...]] = field(default_factory=dict)

    def __reduce__(self) -> tuple[object, ...]:
        """As it goes to another process: what was found out here is found again there."""
        return Frame, (self.form,)

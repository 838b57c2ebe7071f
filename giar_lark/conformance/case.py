"""A case of a suite: a text, and what has to be found in it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from giar_lark.conformance.adapter import Adapter
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field

# of a case, from what every parser has to do to what is no more than an idea
STANDINGS = ("required", "optional", "proposed")


class CellTruth(NamedTuple):
    """What a cell has to come out as; `states` and `values` are those that are accepted, the first one the best."""

    values: tuple[Decimal | None, ...]
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A finding that has to be given. A line or column that is None is not compared.

    `several`: whatever number of findings of the code, with any key, between `line` and `last_line`.
    """

    code: str
    key: str | None = None
    line: int | None = None
    column: int | None = None
    last_line: int | None = None
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text and its truth.

    `name` is the path from the suite's folder without the ending. `cells` is None where the suite says nothing of cells,
    `findings` None where it says nothing of findings. `undecidable` has the keys whose place the text has lost: they may be
    left unread, but not be wrong.
    """

    name: str
    path: Path
    description: str
    template: str
    layout: str
    family: str = ""
    source: str = ""
    status: str = "required"
    tags: tuple[str, ...] = ()
    converter: str = ""
    cells: Mapping[str, CellTruth] | None = None
    undecidable: frozenset[str] = frozenset()
    metadata: Mapping[str, object] = field(default_factory=dict)
    findings: tuple[Expected, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """A folder of cases: its name and version, the parsers that come with it, and whether it is in our own form."""

    name: str
    folder: Path
    cases: tuple[Case, ...]
    version: str = ""
    adapters: tuple[Adapter, ...] = ()
    native: bool = False

"""What comes of a chunk of documents: a line for each, with its entry in the manifest and its rows of the dataset."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from giar_lark.extract.rows import Plain, Rows, Values
from giar_lark.extract.schema import columns_of
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, replace
from giar_lark.official.templates import TEMPLATES, cell_keys
from giar_lark.runs.entry import Entry, Status


class Line(NamedTuple):
    """A document: its entry in the manifest, and its rows."""

    entry: Entry
    rows: Rows

    def to_json(self) -> str:
        """The line as text, without its end."""
        return _encoded((self.entry.to_dict(), *self.rows))


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decoder = json.JSONDecoder()


def line_of(text: str | bytes) -> Line:
    """The line in a text."""
    values, *rows = json.loads(text)
    return Line(Entry.of(values), Rows(*rows))


def form_of_lines() -> Iterator[str]:
    """What is another wherever lines are written in another form, be the version of the program the same: their fields, and
    what these hold.
    """
    yield from (f"{record.__name__} {record.__annotations__}" for record in (Entry, Rows))
    yield from (str(alias) for alias in (Plain, Values))
    yield from (f"{column.name} {column.kind}" for long in (False, True) for column in columns_of(long))
    yield from (f"{template} {' '.join(cell_keys(template))}" for template in TEMPLATES)


def renumbered(text: str, number: int, run: str) -> str:
    """A line as another run has it, in which its document has this number. The rows are not looked at."""
    values, end = _decoder.raw_decode(text, len("["))
    return f"[{_encoded(replace(Entry.of(values), id=number, run=run).to_dict())}{text[end:]}"


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of some documents in their order, as texts, and how many of them came to what, and broke which rules."""

    lines: tuple[str, ...]
    statuses: Counter[Status]
    rules: Counter[str]


def joined(parts: Iterable[Part]) -> Part:
    """Parts as one."""
    lines: list[str] = []
    statuses, rules = Counter[Status](), Counter[str]()
    for part in parts:
        lines += part.lines
        statuses += part.statuses
        rules += part.rules
    return Part(tuple(lines), statuses, rules)

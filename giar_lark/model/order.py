"""The order of the official tables: which cells a report has, and where each is found among those that stand in its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from giar_lark.lean.records import dataclass
from giar_lark.model.form import Form, row_keys
from giar_lark.official.templates import cell_keys, tables
from giar_lark.tokenise.cell_text import CellText

# a report has no more than half as many cells
_KEPT_CELLS = 400
MISSING = CellText("missing", None, "")


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """The keys of a report in the order of the official tables, shared by all reports whose tables have the same rows.

    `sources` has for each the first cell of that key among those of the tables as they stand, or what is behind the last.
    `places` has the position of each key, `lines` of all keys with the same beginning: a table, or a row. `is_whole` is whether
    no key is missing, `is_kept` whether the tables as they stand have all keys in this order, each once; `absent_blocks` has the
    captions of table 2 that the template has and the text has not, `templates` those that whole tables are of.
    """

    keys: tuple[str, ...]
    sources: tuple[int, ...]
    places: dict[str, int]
    lines: dict[str, slice]
    is_whole: bool
    is_kept: bool
    absent_blocks: tuple[str, ...]
    templates: frozenset[str]


def order_of(forms: tuple[Form, ...], template: str) -> Order:
    """The order of the cells of a report that has tables of these forms and is of a template. That of usual ones is kept."""
    return (_kept if sum([len(form.keys) for form in forms]) <= _KEPT_CELLS else _order)(forms, template)


def _order(forms: tuple[Form, ...], template: str) -> Order:
    keys = _keys(forms, template)
    standing = [key for form in forms for key in form.keys]
    first = {key: place for place, key in reversed(list(enumerate(standing)))}
    sources = tuple([first.get(key, len(standing)) for key in keys])
    present = {block.caption for form in forms for block in form.blocks}
    return Order(
        keys,
        sources,
        {key: place for place, key in enumerate(keys)},
        _lines([key[:2] for key in keys]) | _lines([key.rpartition(".")[0] for key in keys]),
        len(standing) not in sources,
        sources == tuple(range(len(standing))),
        tuple(
            [
                block.caption
                for block in tables().blocks
                if block.caption not in present and _base(template) in block.headers
            ]
        ),
        frozenset([form.template for form in forms if form.template and form.is_of_one_template]),
    )


_kept = lru_cache(maxsize=64)(_order)


def _keys(forms: Sequence[Form], template: str) -> tuple[str, ...]:
    """The keys of a report: each block of table 2 by its own template, table 3 by its own, in the official order."""
    base = _base(template)
    outcome = next((form.template for form in forms if form.table == "t3" and form.template), base)
    own_template = {block.caption: block.template for form in forms for block in form.blocks}
    present = {row.terminal for form in forms if form.table == "t2" for row in form.rows}
    data = tables()
    keys: list[str] = []
    for block in data.blocks:
        own = own_template.get(block.caption, base)
        header = block.headers.get(own)
        for row in block.rows if header is not None else ():
            spec = data.disclosure_rows[row]
            if header is not None and (spec.template in (None, own) or row in present):
                keys += row_keys(spec.key, header.column_keys)
    keys += [key for key in cell_keys(outcome) if not key.startswith("t2.")]
    return tuple(keys)


def _base(template: str) -> str:
    """The template of what a report has no table of."""
    return template if template in ("2021", "2019") else "2021"


def _lines(names: Sequence[str]) -> dict[str, slice]:
    """Where keys of the same beginning stand, which follow each other."""
    first = {name: place for place, name in reversed(list(enumerate(names)))}
    return {name: slice(place, place + names.count(name)) for name, place in first.items()}

"""The official tables with any values in them: every row and column of a template, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from giar_lark.official.templates import Block, tables
from giar_lark.official.vocabulary import official
from giar_lark.write.grid import BlockText, Grid, RowText, applications_grid, cases_grid, disclosure_grid

# of 2019, where the vocabulary has the words of 2021 first
_LABELS_2019 = {"NORMATIVE_DOCUMENTS": "规范性文件"}


def official_label(terminal: str, template: str) -> str:
    """The label of a row in a template."""
    return _LABELS_2019.get(terminal, official(terminal)) if template == "2019" else official(terminal)


def official_grid(
    table: str,
    template: str,
    value_at: Callable[[str], str],
    label_of: Callable[[str, str], str] = official_label,
    templates: Mapping[str, str] | None = None,
) -> Grid:
    """Table `t2`, `t3` or `t4` of a template, each cell as `value_at` writes its key, each row label as `label_of` says.

    `templates` names the blocks of table 2, by their captions, that are of the other template.
    """
    data = tables()
    if table == "t2":
        return disclosure_grid(_blocks(template, value_at, label_of, templates or {}))
    if table == "t3":
        columns = data.applicant_keys
        rows = data.rows_of("t3", template)
        return applications_grid([_row(r.key, r.terminal, columns, template, value_at, label_of) for r in rows])
    return cases_grid(
        [value_at(f"{group}.{result}") for group in data.case_groups.values() for result in data.results.values()]
    )


def _blocks(
    template: str,
    value_at: Callable[[str], str],
    label_of: Callable[[str, str], str],
    templates: Mapping[str, str],
) -> Iterator[BlockText]:
    for block in tables().blocks:
        own = templates.get(block.caption, template)
        if own in block.headers:
            yield BlockText(block.caption, own, tuple(_rows_of_block(block, own, value_at, label_of)))


def _rows_of_block(
    block: Block, template: str, value_at: Callable[[str], str], label_of: Callable[[str, str], str]
) -> Iterator[RowText]:
    for name in block.rows:
        spec = tables().disclosure_rows[name]
        if spec.template in (None, template):
            yield _row(spec.key, name, block.headers[template].column_keys, template, value_at, label_of)


def _row(
    key: str,
    terminal: str,
    columns: tuple[str, ...],
    template: str,
    value_at: Callable[[str], str],
    label_of: Callable[[str, str], str],
) -> RowText:
    return RowText(terminal, label_of(terminal, template), tuple(value_at(f"{key}.{column}") for column in columns))

"""The keys and labels of the tables are those of the contract."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from giar_lark.official.templates import TEMPLATES, cell_keys, tables
from giar_lark.official.vocabulary import official


def rows(shared: Path, template: str) -> list[dict[str, str]]:
    with (shared / "keys.tsv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["template"] == template]


def label_of_row(key: str) -> str:
    """The official label of the row that a key is in."""
    data = tables()
    row = key.rpartition(".")[0]
    specs = [*data.disclosure_rows.values(), *data.application_rows.values()]
    found = [spec.terminal for spec in specs if spec.key == row]
    found += [terminal for terminal, group in data.case_groups.items() if group == row]
    return official(found[0])


def labels_of_column(key: str) -> set[str]:
    """The official labels that the column of a key has in any block."""
    data = tables()
    column = key.rpartition(".")[2]
    if key.startswith("t3."):
        return {official(data.applicants[data.applicant_keys.index(column)])}
    if key.startswith("t4."):
        return {official(terminal) for terminal, result in data.results.items() if result == column}
    headers = [header for block in data.blocks for header in block.headers.values()]
    pairs = [pair for h in headers for pair in zip(h.column_keys, h.columns, strict=True)]
    return {official(terminal) for name, terminal in pairs if name == column}


@pytest.mark.parametrize("template", TEMPLATES)
def test_keys_and_their_order(shared: Path, template: str) -> None:
    assert [row["key"] for row in rows(shared, template)] == list(cell_keys(template))


@pytest.mark.parametrize("template", TEMPLATES)
def test_labels_of_rows(shared: Path, template: str) -> None:
    strange = {row["key"]: row["row"] for row in rows(shared, template) if not is_label(row["row"], row["key"])}
    assert strange == {}


def is_label(text: str, key: str) -> bool:
    """Whether a text is the official label of a key's row, or that of 2019, its groups in front or not."""
    labels = [label_of_row(key), *(["规范性文件"] if ".normative_documents." in key else [])]
    return any(
        re.fullmatch(rf"(?:三、|行政诉讼 )?(?:（[一二三四五六七]）)?{re.escape(label)}", text) for label in labels
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_labels_of_columns(shared: Path, template: str) -> None:
    found = rows(shared, template)
    assert {row["key"]: row["column"] for row in found if row["column"] not in labels_of_column(row["key"])} == {}

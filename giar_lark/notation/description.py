"""The sections and tables as data: every title, row and column with its key and its accepted spellings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from giar_lark.official.templates import TEMPLATES, Block, Header, RowSpec, SectionSpec, cell_keys, tables
from giar_lark.official.vocabulary import official, vocabulary

Object = dict[str, Any]


def description() -> Object:
    """What `giar-lark grammar --export json` prints; `schema/grammar.schema.json` says what is in it."""
    return {
        "instruments": dict(tables().instruments),
        "sections": [_section(spec) for spec in tables().sections],
        "tables": {"t2": _disclosure(), "t3": _applications(), "t4": _cases()},
        "vocabulary": {name: list(spellings) for name, spellings in vocabulary().items()},
        "cells": {template: list(cell_keys(template)) for template in TEMPLATES},
    }


def _label(terminal: str) -> Object:
    """A title or label: its terminal, its official spelling, and all that are accepted."""
    return {"terminal": terminal, "label": official(terminal), "spellings": list(vocabulary()[terminal])}


def _section(spec: SectionSpec) -> Object:
    return {"key": spec.key, "ordinal": spec.ordinal, "table": spec.table, **_label(spec.terminal)}


def _columns(terminals: Iterable[str], keys: Iterable[str]) -> list[Object]:
    return [{"key": key, **_label(terminal)} for terminal, key in zip(terminals, keys, strict=True)]


def _disclosure() -> Object:
    return {"blocks": [_block(block) for block in tables().blocks]}


def _block(block: Block) -> Object:
    rows = tables().disclosure_rows
    return {
        "caption": _label(block.caption),
        "headers": {template: _header(header) for template, header in sorted(block.headers.items())},
        "rows": [{"key": rows[row].key, "template": rows[row].template, **_label(row)} for row in block.rows],
    }


def _header(header: Header) -> Object:
    return {"terminal": header.terminal, "columns": _columns(header.columns, header.column_keys)}


def _applications() -> Object:
    data = tables()
    return {
        "note": _label("BALANCE_NOTE"),
        "columns": _columns(data.applicants, data.applicant_keys),
        "groups": [{**_label(group), "of": list(rows)} for group, rows in data.application_groups.items()],
        "rows": [_application(row) for row in data.application_rows.values()],
    }


def _application(row: RowSpec) -> Object:
    """A row of table 3; 其他处理 is a row in 2019, and the head of three in 2021."""
    template = "2019" if row.terminal in tables().application_groups else row.template
    return {
        "key": row.key,
        "template": template,
        "group": tables().group_of(row.terminal),
        **_label(row.terminal),
    }


def _cases() -> Object:
    data = tables()
    return {
        "groups": [{"key": key, **_label(terminal)} for terminal, key in data.case_groups.items()],
        "results": [{"key": key, **_label(terminal)} for terminal, key in data.results.items()],
    }

"""Reading a configuration file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from giar_lark.findings import Severity
from giar_lark.lang import Lang
from giar_lark.lean.records import replace
from giar_lark.readers.limit_values import LIMITS
from giar_lark.readers.limits import DEFAULT, Limits
from giar_lark.rules.entries import is_known, unknown
from giar_lark.rules.options import Options
from giar_lark.settings.config import Level
from giar_lark.settings.formats import OutputFormat
from giar_lark.settings.option_fields import OPTION_FIELDS, OptionField
from giar_lark.settings.reader import Reader, Table, text_of_file
from giar_lark.settings.settings import PYPROJECT, SECTION, Settings
from giar_lark.settings.statements import KeyPath

KEYS = ("select", "ignore", "fail-on", "lang", "output-format", "severity", "options", "deadlines", "limits")


def read_settings(path: Path) -> Settings:
    """The settings in a file; of a `pyproject.toml`, those in `[tool.giar-lark]`.

    Raises: SettingsError, where it cannot be read, or anything in it is wrong.
    """
    reader = Reader(str(path), text_of_file(path))
    where: KeyPath = SECTION if path.name == PYPROJECT else ()
    table = reader.values
    for depth, name in enumerate(where):
        table = reader.table(table, where[:depth], str(name))
    settings = _settings(reader, table, where, path)
    reader.finish()
    return settings


def _settings(reader: Reader, table: Table, where: KeyPath, path: Path) -> Settings:
    reader.only(table, where, KEYS)
    fail_on = reader.choice(table, where, "fail-on", Severity)
    lang = reader.choice(table, where, "lang", Lang)
    output_format = reader.choice(table, where, "output-format", OutputFormat)
    return Settings(
        path=path,
        select=_entries(reader, table, where, "select"),
        ignore=_entries(reader, table, where, "ignore"),
        fail_on=None if fail_on is None else Severity(fail_on),
        lang=None if lang is None else Lang(lang),
        output_format=None if output_format is None else OutputFormat(output_format),
        severity=dict(_severity(reader, reader.table(table, where, "severity"), (*where, "severity"))),
        options=_options(reader, table, where),
        limits=_limits(reader, reader.table(table, where, "limits"), (*where, "limits")),
    )


def _entries(reader: Reader, table: Table, where: KeyPath, name: str) -> tuple[str, ...]:
    entries = reader.texts(table, where, name) or ()
    for entry in entries:
        if not is_known(entry):
            reader.wrong((*where, name), unknown(entry), entry)
    return entries


def _severity(reader: Reader, table: Table, where: KeyPath) -> Iterator[tuple[str, Level]]:
    for entry in table:
        if not is_known(entry):
            reader.wrong((*where, entry), unknown(entry))
        elif (level := reader.choice(table, where, entry, Level)) is not None:
            yield entry, Level(level)


def _options(reader: Reader, table: Table, where: KeyPath) -> Options:
    values: dict[str, object] = {}
    for section in ("options", "deadlines"):
        fields = [one for one in OPTION_FIELDS if one.section == section]
        found, below = reader.table(table, where, section), (*where, section)
        reader.only(found, below, [one.key for one in fields])
        values |= {one.name: value for one in fields if (value := _value(reader, one, found, below)) is not None}
    return Options(**values)  # type: ignore[arg-type]


def _value(reader: Reader, field: OptionField, table: Table, where: KeyPath) -> object:
    bounds = field.about.least, field.about.most
    if isinstance(field.usual, bool):
        return reader.truth(table, where, field.key)
    if isinstance(field.usual, Decimal):
        return reader.decimal(table, where, field.key, *bounds)
    if isinstance(field.usual, int):
        return reader.number(table, where, field.key, *bounds)
    return reader.month_day(table, where, field.key)


def _limits(reader: Reader, table: Table, where: KeyPath) -> Limits:
    reader.only(table, where, [field.name for field in LIMITS])
    found = {field.key: value for field in LIMITS if (value := reader.amount(table, where, field)) is not None}
    return replace(DEFAULT, **found)

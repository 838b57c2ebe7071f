"""What a parser answered, taken from its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass

_NO_REASON = "no reason given"
_SHOWN_CHARS = 40


class ReplyError(ValueError):
    """An answer that is not what an adapter is to give."""


class Answer(NamedTuple):
    """What a parser says of a cell: its value, and its state or None if it knows no states."""

    value: Decimal | None
    state: str | None


class Given(NamedTuple):
    """A finding that a parser gave."""

    code: str
    key: str | None
    line: int | None
    column: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer: cells by key; findings and metadata, None if the parser gives none; or why it skips the text."""

    cells: Mapping[str, Answer]
    findings: tuple[Given, ...] | None = None
    metadata: Mapping[str, object] | None = None
    skip: str = ""


def read_reply(text: str) -> Reply:
    """The answer in a parser's output: an object with `cells` and perhaps `findings` and `metadata`, or the array of cells.

    Raises: ReplyError, with the place that does not fit.
    """
    try:
        data = json.loads(text, parse_float=_decimal, parse_constant=_refuse)
        json.dumps(
            data, ensure_ascii=False, default=str
        ).encode()  # halves of surrogate pairs can be escaped, not printed
    except (ValueError, RecursionError) as error:
        raise ReplyError(f"no JSON: {error}") from None
    if isinstance(data, list):
        data = {"cells": data}
    if not isinstance(data, dict):
        raise ReplyError("neither an object nor an array")
    if isinstance(data.get("skip"), str):
        return Reply(cells={}, skip=data["skip"].strip() or _NO_REASON)
    return Reply(
        cells=dict(_cell(entry, number) for number, entry in enumerate(_array(data, "cells"))),
        findings=_findings(data),
        metadata=_metadata(data),
    )


def _decimal(number: str) -> Decimal:
    try:
        return Decimal(number)
    except InvalidOperation:
        raise ValueError(f"{number[:_SHOWN_CHARS]} is too large or too small") from None


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _array(data: Mapping[str, Any], name: str) -> list[Any]:
    found = data.get(name)
    if not isinstance(found, list):
        raise ReplyError(f"“{name}” is no array")
    return found


def _cell(entry: object, number: int) -> tuple[str, Answer]:
    if not isinstance(entry, dict) or not isinstance(entry.get("key"), str):
        raise ReplyError(f"cells[{number}] has no key")
    value, state = entry.get("value"), entry.get("state")
    if isinstance(value, bool) or not isinstance(value, int | Decimal | None):
        raise ReplyError(f"cells[{number}] ({entry['key']}): the value is neither a number nor null")
    if not isinstance(state, str | None):
        raise ReplyError(f"cells[{number}] ({entry['key']}): the state is no text")
    return entry["key"], Answer(None if value is None else Decimal(value), state)


def _findings(data: Mapping[str, Any]) -> tuple[Given, ...] | None:
    if data.get("findings") is None:
        return None
    return tuple(_finding(entry, number) for number, entry in enumerate(_array(data, "findings")))


def _finding(entry: object, number: int) -> Given:
    if not isinstance(entry, dict) or not isinstance(entry.get("code"), str):
        raise ReplyError(f"findings[{number}] has no code")
    key, line, column = (entry.get(name) for name in ("key", "line", "column"))
    if not isinstance(key, str | None):
        raise ReplyError(f"findings[{number}] ({entry['code']}): the key is no text")
    for name, place in (("line", line), ("column", column)):
        if isinstance(place, bool) or not isinstance(place, int | None):
            raise ReplyError(f"findings[{number}] ({entry['code']}): the {name} is no whole number")
    return Given(entry["code"], key, line, column)


def _metadata(data: Mapping[str, Any]) -> Mapping[str, object] | None:
    found = data.get("metadata")
    if not isinstance(found, dict | None):
        raise ReplyError("“metadata” is no object")
    return found

"""The options of the rules as keys of the configuration file, read off their dataclass: a new option is a key at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from typing import get_type_hints

from giar_lark.lean.records import dataclass
from giar_lark.rules.options import USUAL, About, Options

_DEADLINE = "_deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionField:
    """An option: the name of its field, its table and key in the file, its usual value, and what it means.

    Its type is that of the usual value: yes or no, a whole number, a `Decimal`, or month and day as text.
    """

    name: str
    section: str
    key: str
    usual: bool | int | Decimal | str
    about: About


def _option_fields() -> Iterator[OptionField]:
    hints = get_type_hints(Options, include_extras=True)
    for field in fields(Options):
        (about,) = hints[field.name].__metadata__
        is_deadline = field.name.endswith(_DEADLINE)
        yield OptionField(
            name=field.name,
            section="deadlines" if is_deadline else "options",
            key=field.name.removesuffix(_DEADLINE).replace("_", "-"),
            usual=getattr(USUAL, field.name),
            about=about,
        )


OPTION_FIELDS: tuple[OptionField, ...] = tuple(_option_fields())

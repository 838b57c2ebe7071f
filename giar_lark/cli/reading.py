"""How documents are read in a run: the limits of the configuration with the command line in front, and columns of tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from giar_lark.cli.exits import usage_error
from giar_lark.containers.reading import Reading
from giar_lark.lang import Text
from giar_lark.lean.records import replace
from giar_lark.readers.limits import Limits

if TYPE_CHECKING:
    from giar_lark.settings.settings import Settings


def reading_of(
    settings: Settings, limits: Sequence[str] | None, column: str | None, id_column: str | None, lang: str
) -> Reading:
    """How documents are read.

    Raises: the exit of a wrong usage, where a limit is none.
    """
    return Reading(limits=_limits(settings.limits, limits or (), lang), column=column, id_column=id_column)


def _limits(limits: Limits, given: Sequence[str], lang: str) -> Limits:
    if not given:
        return limits
    from giar_lark.readers.limit_values import limit_field

    for text in given:
        name, equals, amount = text.partition("=")
        field = limit_field(name)
        if isinstance(field, Text):
            raise usage_error(f"--limit {text}: {field.in_language(lang)}")
        value = field.value(amount) if equals else None
        if not isinstance(value, int):
            wrong = value or Text(f"写成 {field.name}={field.example}", f"write {field.name}={field.example}")
            raise usage_error(f"--limit {text}: {wrong.in_language(lang)}")
        limits = replace(limits, **{field.key: value})
    return limits

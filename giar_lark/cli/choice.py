"""Codes and names of rules as arguments: known, or refused with the nearest that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giar_lark.cli.exits import usage_error
from giar_lark.rules.entries import is_known, unknown
from giar_lark.rules.rule import Page


def known_entries(entries: Iterable[str], lang: str) -> Iterator[str]:
    """The entries of `--select` or `--ignore`, commas taken apart: a code, the front of one, or a name.

    Raises: the exit of a wrong usage, where no rule answers to an entry.
    """
    for entry in (part.strip() for given in entries for part in given.split(",")):
        if not entry:
            continue
        if not is_known(entry):
            raise usage_error(unknown(entry).in_language(lang))
        yield entry


def rule_page(entry: str, lang: str) -> Page:
    """The rule that a code or a name means.

    Raises: the exit of a wrong usage, where there is none.
    """
    from giar_lark.rules import RULES

    for page in RULES:
        if entry.upper() == page.RULE.code or entry.lower() == page.RULE.name:
            return page
    raise usage_error(unknown(entry).in_language(lang))

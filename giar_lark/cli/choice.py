"""Codes and names of rules as arguments: known, or refused with the nearest that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from giar_lark.cli.exits import usage_error
from giar_lark.rules import RULES
from giar_lark.rules.rule import Page


def known_entries(entries: Iterable[str], lang: str) -> Iterator[str]:
    """The entries of `--select` or `--ignore`, commas taken apart: a code, the front of one, or a name.

    Raises: the exit of a wrong usage, where no rule answers to an entry.
    """
    for entry in (part.strip() for given in entries for part in given.split(",")):
        if not entry:
            continue
        if not any(page.RULE.name == entry.lower() or page.RULE.code.startswith(entry.upper()) for page in RULES):
            raise usage_error(unknown(entry, lang))
        yield entry


def rule_page(entry: str, lang: str) -> Page:
    """The rule that a code or a name means.

    Raises: the exit of a wrong usage, where there is none.
    """
    for page in RULES:
        if entry.upper() == page.RULE.code or entry.lower() == page.RULE.name:
            return page
    raise usage_error(unknown(entry, lang))


def unknown(entry: str, lang: str) -> str:
    """That there is no such rule, and which was probably meant."""
    known = {page.RULE.code.lower(): page.RULE.code for page in RULES} | {
        page.RULE.name: page.RULE.name for page in RULES
    }
    near = [known[name] for name in get_close_matches(entry.lower(), known, n=3, cutoff=0.5)]
    if lang == "en":
        hint = f"; did you mean {', '.join(near)}?" if near else "; `giar-lark rules` lists them"
        return f"no such rule: {entry}{hint}"
    hint = f"；是否指 {'、'.join(near)}？" if near else "；用 giar-lark rules 查看全部规则"
    return f"没有这条规则：{entry}{hint}"

"""Codes and names as users write them: what an entry stands for, and what was meant by one that stands for nothing."""

from __future__ import annotations

from giar_lark.lang import Text, meant
from giar_lark.lean.pattern import lazy_pattern

# T3-3 for T3-03
_SHORT_NUMBER = lazy_pattern(r"-(?=\d$)")


def is_known(entry: str) -> bool:
    """Whether a rule answers to an entry: a code, the front of one, or a name."""
    from giar_lark.rules import RULES

    return bool(entry) and any(matches(entry, page.RULE.code, page.RULE.name) for page in RULES)


def matches(entry: str, code: str, name: str) -> bool:
    """Whether a rule of this code and name answers to an entry."""
    return bool(entry) and (entry.lower() == name or code.startswith(entry.upper()))


def unknown(entry: str) -> Text:
    """That there is no such rule, and which was probably meant."""
    from difflib import get_close_matches

    from giar_lark.rules import RULES

    known = {page.RULE.code.lower(): page.RULE.code for page in RULES} | {
        page.RULE.name: page.RULE.name for page in RULES
    }
    whole = _SHORT_NUMBER.sub("-0", entry).lower()
    near = [whole] if whole in known else get_close_matches(entry.lower(), known, n=3, cutoff=0.6)
    all_rules = Text("用 giar-lark rules 查看全部规则", "`giar-lark rules` lists them")
    hint = meant([known[name] for name in near], all_rules)
    return Text(f"没有这条规则：{entry}；{hint.zh}", f"no such rule: {entry}; {hint.en}")

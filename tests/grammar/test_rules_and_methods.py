"""Every rule of the grammar has its method, and no method is left from a rule that is gone."""

from __future__ import annotations

from lark import Lark, Transformer

from giar_lark.parse.nodes import NodeBuilder
from grammar.paths import GRAMMAR


def rule_names() -> set[str]:
    """The names that a transformer is called with: aliases, and rules that are not always inlined."""
    lark = Lark.open(str(GRAMMAR / "report.lark"), parser="lalr", start="report", maybe_placeholders=False)
    return {
        rule.alias or rule.origin.name
        for rule in lark.rules
        if rule.alias or not (rule.origin.name.startswith("_") or (rule.options.expand1 and len(rule.expansion) == 1))
    }


def methods() -> set[str]:
    own = {name for kind in NodeBuilder.__mro__ for name in vars(kind) if kind.__module__.startswith("giar_lark")}
    return {name for name in own if not name.startswith("_")} - set(dir(Transformer))


def test_every_rule_has_a_method() -> None:
    assert rule_names() - methods() == set()


def test_every_method_has_a_rule() -> None:
    assert methods() - rule_names() == set()

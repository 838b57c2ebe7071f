"""`giar-lark rules`: the catalogue."""

from __future__ import annotations

from giar_lark.cli.language import language
from giar_lark.cli.options import Language


def rules(lang: Language = None) -> None:
    """List all rules: code, severity, name, and a line on what each checks."""
    from giar_lark.render.theme import SEVERITY_WORDS
    from giar_lark.rules import RULES

    tongue = language(lang)
    catalogue = [page.RULE for page in RULES]
    width = max((len(rule.name) for rule in catalogue), default=0)
    for rule in catalogue:
        word = SEVERITY_WORDS[rule.severity].in_language(tongue)
        summary = rule.summary.in_language(tongue)
        print(f"{rule.code}  {word:<{7 if tongue == 'en' else 2}}  {rule.name:<{width}}  {summary}")

"""Rules as plain values, for JSON: an entry of the catalogue, or a whole page."""

from __future__ import annotations

from giar_lark.findings import Finding
from giar_lark.manual import Manual

Object = dict[str, object]


def rule_dict(manual: Manual, lang: str) -> Object:
    """What the catalogue says of a rule, in one language. `fault` is None where the letter has no name for it."""
    return {
        "code": manual.code,
        "name": manual.name,
        "place": manual.code[:2],
        "severity": manual.severity.value,
        "fault": manual.fault.value if manual.fault else None,
        "summary": manual.summary.in_language(lang),
        "templates": list(manual.templates),
    }


def page_dict(manual: Manual, found: Finding | None, lang: str) -> Object:
    """A page: the entry of the catalogue, and all that the page says. `found` is what the wrong example gives."""
    return {
        **rule_dict(manual, lang),
        "title": manual.title.in_language(lang),
        "clause": manual.clause.in_language(lang),
        "explanation": {section.key: section.text.in_language(lang) for section in manual.sections},
        "example": _example(manual, found, lang),
    }


def _example(manual: Manual, found: Finding | None, lang: str) -> Object | None:
    """The pieces of a report, and the message that the wrong one gives; None where it takes more than one report."""
    if manual.wrong is None:
        return None
    return {
        "wrong": manual.wrong,
        "message": found.message.in_language(lang) if found else None,
        "right": manual.right,
    }

"""A rule as SARIF describes it, from its page."""

from __future__ import annotations

from giar_lark.export.markdown import page_markdown
from giar_lark.findings import Severity
from giar_lark.manual import Manual

Object = dict[str, object]

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# the same, as GitHub sorts by it
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def rule_descriptor(manual: Manual, lang: str) -> Object:
    """A rule: its name, what it is in a line and in a sentence, its page as help, its usual level."""
    tags = [manual.place.in_language(lang), *([manual.fault.words.in_language(lang)] if manual.fault else [])]
    return {
        "id": manual.code,
        "name": manual.name,
        "shortDescription": {"text": manual.summary.in_language(lang)},
        "fullDescription": {"text": manual.title.in_language(lang)},
        "help": {"text": _help(manual, lang), "markdown": page_markdown(manual, None, lang)},
        "defaultConfiguration": {"level": LEVELS[manual.severity]},
        "properties": {"tags": tags, "precision": "high", "problem.severity": _PROBLEMS[manual.severity]},
    }


def _help(manual: Manual, lang: str) -> str:
    """The page as plain text: each section under its head."""
    sections = (f"{section.head.in_language(lang)}\n{section.text.in_language(lang)}" for section in manual.sections)
    return "\n\n".join((manual.title.in_language(lang), *sections))

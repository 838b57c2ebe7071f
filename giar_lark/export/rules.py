"""Rules as plain values, for JSON: an entry of the catalogue, or a whole page."""

from __future__ import annotations

from giar_lark.findings import Finding
from giar_lark.manual import Manual, Piece

Object = dict[str, object]


def rule_dict(manual: Manual, lang: str) -> Object:
    """What the catalogue says of a rule, in one language. `fault` is None where the letter has no name for it, `fixable` where
    no finding has a fix."""
    return {
        "code": manual.code,
        "name": manual.name,
        "place": manual.code[:2],
        "severity": manual.severity.value,
        "fault": manual.fault.value if manual.fault else None,
        "summary": manual.summary.in_language(lang),
        "templates": list(manual.templates),
        "fixable": manual.fixable or None,
    }


def page_dict(manual: Manual, found: Finding | None, lang: str) -> Object:
    """A page: the entry of the catalogue, and all that the page says. `found` is what the wrong example gives."""
    return {
        **rule_dict(manual, lang),
        "title": manual.title.in_language(lang),
        "clause": manual.clause.in_language(lang),
        "explanation": {section.key: section.text.in_language(lang) for section in manual.sections},
        "example": [_piece(piece, found, lang) for piece in manual.example],
    }


def _piece(piece: Piece, found: Finding | None, lang: str) -> Object:
    """A piece of the example; the wrong one with what is said of it."""
    told = found.message.in_language(lang) if found and piece.kind == "wrong" else None
    return {"kind": piece.kind, "heading": piece.heading.in_language(lang), "text": piece.text, "message": told}

"""Formatting: the canonical form of a report, refused where anything would be lost on the way."""

from __future__ import annotations

from lsprotocol import types

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.changes import line_edits
from giar_lark.pipeline import parse
from giar_lark.write.canonical import rewritten_whole


@dataclass(frozen=True, slots=True)
class Formatted:
    """The edits that bring a document to its canonical form, or why that is not done."""

    edits: list[types.TextEdit]
    refusal: Text | None = None


def formatted(analysis: Analysis) -> Formatted:
    """What formatting a document comes to."""
    source = analysis.document.source
    parsed = parse(source)
    if parsed.refused:
        return _refused(parsed.findings[0].message)
    text = rewritten_whole(source, parsed.report)
    return _refused(text) if isinstance(text, Text) else Formatted(line_edits(analysis.document, text))


def _refused(reason: Text) -> Formatted:
    return Formatted([], Text(f"没有排版：{reason.zh}", f"not formatted: {reason.en}"))

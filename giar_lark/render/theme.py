"""Styles and glyphs. Every glyph exists in GBK; colour never says what a glyph or a word does not."""

from __future__ import annotations

from typing import TextIO

from giar_lark.findings import Severity
from giar_lark.lean.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """The signs of the frame: the gutter's bar, the place's arrow, marks of cut text, the arrow of a side note."""

    bar: str
    place: str
    cut: str
    note: str
    part: str


LINES = Glyphs(bar="│", place="-->", cut="…", note="←", part="·")
ASCII = Glyphs(bar="|", place="-->", cut="~", note="<-", part="-")

SEVERITY_WORDS = {severity: severity.words for severity in Severity}
SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
FRAME, FAINT, NAME, STRONG = "blue", "dim", "dim", "bold"
ADDEND = "cyan"
HELP = "bold green"


def glyphs_for(stream: TextIO) -> Glyphs:
    """The signs that a stream's encoding can write."""
    try:
        "│…←·".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return LINES

"""Edits to a new text: which may be made together, and where each of them ends up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass
from giar_lark.source.span import Edit, Span


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after some edits: these in the order of the text, and the place of each of their texts in it."""

    text: str
    edits: tuple[Edit, ...]
    places: tuple[Span, ...]

    def moved(self, span: Span) -> Span:
        """Where a place of the text before is now; an end inside an edit is the end of the new text."""
        return Span(self._moved(span.start, 0), self._moved(span.end, 1))

    def _moved(self, offset: int, side: int) -> int:
        shift = 0
        for edit, place in zip(self.edits, self.places, strict=True):
            if offset < edit.span.start or offset == edit.span.start < edit.span.end:
                break
            if offset < edit.span.end:
                return place[side]
            shift = place.end - edit.span.end
        return offset + shift


def apply(text: str, edits: Iterable[Edit]) -> Edited:
    """The text after all edits, each of which is given in offsets of the text before.

    Raises: ValueError, where two edits overlap or one is not inside the text.
    """
    parts: list[str] = []
    places: list[Span] = []
    at = length = 0
    ordered = tuple(sorted(edits, key=lambda edit: edit.span))
    for edit in ordered:
        if not at <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"an edit at {edit.span} overlaps another one or is outside the text")
        kept = text[at : edit.span.start]
        length += len(kept)
        places.append(Span(length, length + len(edit.text)))
        length += len(edit.text)
        parts += (kept, edit.text)
        at = edit.span.end
    return Edited("".join([*parts, text[at:]]), ordered, tuple(places))


def together(findings: Iterable[Finding]) -> list[Finding]:
    """The first findings whose fixes leave each other alone: none overlaps one before it, or touches it.

    What touches is left for the next round, when the text says again what is wrong there.
    """
    chosen: list[Finding] = []
    taken: list[Edit] = []
    for finding in findings:
        edits = edits_of(finding)
        if not any(_touch(edit, other) for edit in edits for other in taken):
            chosen.append(finding)
            taken += edits
    return chosen


def edits_of(finding: Finding) -> Sequence[Edit]:
    """The edits of a finding's fix; none if it has no fix."""
    return finding.fix.edits if finding.fix else ()


def _touch(edit: Edit, other: Edit) -> bool:
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end

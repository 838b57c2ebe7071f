"""What a browser shows of a field to choose from: the option that is chosen, or the first where none is."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.html.scan import Tag

_OPTION = lazy_pattern(r"(?i)<option\b")
_CHOSEN = lazy_pattern(r"(?i)<option\b[^>]*\sselected\b")


@dataclass(slots=True)
class Choices:
    """Where the last field to choose from ends in a document, and where the option that it shows begins."""

    document: str
    end: int = 0
    shown: int = -1

    def begin(self, tag: Tag) -> None:
        """Look into a field; one that has no end is no field."""
        if tag.start < self.end:
            return
        end = self.document.find("</select", tag.end)
        self.end = end if end >= 0 else len(self.document)
        found = _CHOSEN.search(self.document, tag.end, self.end) or _OPTION.search(self.document, tag.end, self.end)
        self.shown = found.start() if found is not None and end >= 0 else -1

    def hides(self, tag: Tag) -> bool:
        """Whether an option is not the one that is shown."""
        return tag.start < self.end and self.shown not in (-1, tag.start)

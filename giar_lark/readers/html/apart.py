"""Words in a table that look otherwise than those beside them, so that their figures are none of the same number."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.html.hidden import VOID
from giar_lark.readers.html.scan import Tag

# in small letters
_HINT = lazy_pattern(
    r"style\s*=[^<>]*?(?:vertical-align\s*:\s*(?:su|[1-9])|mso-text-raise|relative|font-size\s*:\s*(?:s|xx?-s|0?\.[1-7]|[1-7]\d%))"
)
# lifted, or so much smaller than what stands around it
RAISED = lazy_pattern(
    r"""(?ix)(?<![\w-])(?:
    vertical-align\s*:\s*(?:su(?:per|b)\b|[1-9][\d.]*(?:px|pt|%|r?em))
    | mso-text-raise\s*:\s*-?[\d.]*[1-9]
    | position\s*:\s*relative\b[^<>]*?(?<![\w-])top\s*:\s*-?[\d.]*[1-9]
    | font-size\s*:\s*(?:smaller|xx?-small|[1-7]\d%|0?\.[1-7]\d*r?em)
    )"""
)


def may_stand_apart(lower: str) -> bool:
    """Whether any words of a document, which is given in small letters, may look so."""
    return _HINT.search(lower) is not None


@dataclass(slots=True)
class Stretch:
    """The words of an element whose attributes say something, until it ends."""

    said: re.Pattern[str]
    _name: str = ""
    _depth: int = 0

    @property
    def is_open(self) -> bool:
        """Whether such an element has begun and not ended."""
        return self._depth > 0

    def turns_at(self, document: str, tag: Tag) -> bool:
        """Whether such an element begins or ends with a tag."""
        if self._depth:
            if tag.name in ("td", "th", "tr", "table"):
                self._depth = 0
                return True
            if tag.name == self._name:
                self._depth += -1 if tag.closing else 1
            return self._depth == 0
        if tag.closing or tag.name in VOID or not self.said.search(document, *tag.attributes):
            return False
        self._name, self._depth = tag.name, 1
        return True

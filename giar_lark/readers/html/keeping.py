"""Where white space counts: in some elements, and where a style says so."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.html.elements import PREFORMATTED
from giar_lark.readers.html.hidden import VOID
from giar_lark.readers.html.scan import Tag

_KEEPING = lazy_pattern(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


class Keeping:
    """The element around a place in which white space counts, if there is one; it may hold others of its name."""

    def __init__(self, document: str, lower: str) -> None:
        """Begin outside of all; `lower` is the document in small letters."""
        self._document = document
        self._has_styles = "white-space" in lower
        self._name, self._depth = "", 0

    @property
    def keeps(self) -> bool:
        """Whether white space counts at the place."""
        return bool(self._name)

    def pass_by(self, tag: Tag) -> None:
        """A tag may begin or end it."""
        if self._name:
            if tag.name == self._name:
                self._depth += -1 if tag.closing else 1
                if self._depth == 0:
                    self._name = ""
        elif (self._has_styles or tag.name in PREFORMATTED) and self._begins(tag):
            self._name, self._depth = tag.name, 1

    def _begins(self, tag: Tag) -> bool:
        if tag.closing or tag.name in VOID:
            return False
        return tag.name in PREFORMATTED or _KEEPING.search(self._document, *tag.attributes) is not None

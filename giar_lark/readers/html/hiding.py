"""What of a page is not shown, from the tag that begins it to where it ends."""

from __future__ import annotations

from giar_lark.readers.html.choices import Choices
from giar_lark.readers.html.hidden import DRAWN, STRUCK, UNSHOWN, VOID, Hidden, may_hide, unseen
from giar_lark.readers.html.nesting import Nesting
from giar_lark.readers.html.pictures import PICTURES, note_picture
from giar_lark.readers.html.scan import Tag
from giar_lark.readers.html.stream import FLAG, Stream
from giar_lark.readers.html.style_sheets import HiddenClasses

_UNSHOWN_OUTSIDE = UNSHOWN | DRAWN
_MAY_BE_UNSHOWN = _UNSHOWN_OUTSIDE | STRUCK | {"option"}


class Hiding:
    """Whether a place of a page is shown, as its tags pass by."""

    def __init__(self, stream: Stream, lower: str, tables: Nesting, choices: Choices) -> None:
        """Begin with what is shown; `lower` is the document in small letters."""
        self._stream, self._tables, self._choices = stream, tables, choices
        self._hidden: Hidden | None = None
        self._classes = HiddenClasses()
        # whether the document has any element that its attributes hide
        self._may_hide = may_hide(lower)

    @property
    def is_open(self) -> bool:
        """Whether the place is not shown."""
        return self._hidden is not None

    def note(self, sheet: str) -> None:
        """Take in a style sheet."""
        self._classes.note(sheet)
        self._may_hide |= bool(self._classes)

    def is_over(self, tag: Tag) -> bool:
        """Whether a tag ends what is hidden, and means something itself."""
        hidden = self._hidden
        if hidden is None or not hidden.ends_at(tag):
            return False
        self._hidden = None
        return not hidden.is_own_end(tag)

    def begins(self, tag: Tag) -> bool:
        """Whether a tag begins what is not shown; the cells and rows that it ends are ended."""
        if tag.closing or not (self._may_hide or tag.name in _MAY_BE_UNSHOWN):
            return False
        how = self._unseen(tag)
        if how == "picture":
            note_picture(self._stream, tag)
        if not how:
            return False
        if tag.name in VOID:
            return True
        if tag.name == "tr":
            self._tables.close_row()
        self._hidden = Hidden(tag.name)
        if how == "struck":
            self._stream.add(FLAG, tag.start)
        return True

    def _unseen(self, tag: Tag) -> str:
        """Whether what a tag begins is not shown: `hidden`, `struck`, `picture`, or nothing."""
        if tag.name in STRUCK:
            return "struck"
        document, in_table = self._stream.document, self._tables.is_open
        if tag.name in (UNSHOWN if in_table else _UNSHOWN_OUTSIDE) or (
            tag.name == "option" and self._choices.hides(tag)
        ):
            return "picture" if in_table and tag.name in PICTURES and not unseen(document, tag) else "hidden"
        if in_table and self._classes and self._classes.hide(document, tag):
            return "hidden"
        return unseen(document, tag)

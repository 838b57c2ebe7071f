"""A Word document behind its text: its addresses, and edits of the text made in the document."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from re import finditer

from giar_lark.lang import Text
from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass
from giar_lark.readers.docx.document import read_document
from giar_lark.readers.docx.parts import as_utf8
from giar_lark.readers.docx.planning import Plan, Refusal
from giar_lark.readers.docx.repack import repacked
from giar_lark.readers.docx.splice import spliced
from giar_lark.readers.layout import Layout, Spots
from giar_lark.readers.limits import Limits
from giar_lark.readers.package import Unfit
from giar_lark.source.address import Address, Locator
from giar_lark.source.source import Lines
from giar_lark.source.span import Edit

_SIGNATURES = "_xmlsignatures/"
_SIGNED = Text("文件有数字签名，改动会使签名失效", "the document is signed, and a change would break the signature")


@dataclass(frozen=True)
class DocxOrigin:
    """A Word document; see `giar_lark.source.source.Origin`."""

    data: bytes
    layout: Layout
    limits: Limits
    format: str = "docx"
    document: None = None

    @kept_property
    def _locator(self) -> Spots:
        starts = array("L", [0, *(end.end() for end in finditer("\n", self.layout.text))])
        return Spots(Lines(starts), self.layout.spot_starts, self.layout.spots)

    @property
    def takes_edits(self) -> bool:
        """True; a place may still have a reason of its own why not."""
        return True

    def locator(self) -> Locator:
        """Paragraphs outside tables, or tables with row and cell."""
        return self._locator

    def address(self, offset: int, *, end: bool = False) -> Address:
        """See `Spots`."""
        return self._locator.address(offset, end=end)

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset in the text."""
        return offset

    def highest_number(self) -> int:
        """See `Spots`."""
        return self._locator.highest_number()

    def encoded(self) -> bytes:
        """The document as it was."""
        return self.data

    def edited(self, edits: Sequence[Edit]) -> bytes | Text | None:
        """The document with some edits made in its text; why not, or None, where that cannot be done.

        Only the texts that are edited change in the part that holds them, and no other part does.
        """
        try:
            document = read_document(self.data, self.limits)
        except Unfit:
            return None
        package, main = document.parts.package, document.parts.main
        if any(name.startswith(_SIGNATURES) for name in package.names):
            return _SIGNED
        try:
            plan = Plan(document)
            for edit in edits:
                plan.add(edit)
        except Refusal as refusal:
            return refusal.reason
        content, encoding = as_utf8(package.bytes(main))
        new = spliced(content, document.root, plan.texts(), plan.fills())
        if new is None:
            return None
        return repacked(package.archive, main, new if encoding == "utf-8" else _in(encoding, new))


def _in(encoding: str, data: bytes) -> bytes:
    """A part in the encoding that it had."""
    return data.decode("utf-8").replace('encoding="UTF-8"', 'encoding="UTF-16"', 1).encode(encoding)

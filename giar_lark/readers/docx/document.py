"""The bytes of a document to its text, what each piece of that came from, and what is to be told of it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass, replace
from giar_lark.readers.docx.body import Body
from giar_lark.readers.docx.front import write_title
from giar_lark.readers.docx.inline import Inline, TooDeep
from giar_lark.readers.docx.numbering import numbering_of
from giar_lark.readers.docx.page import Anchor, Page
from giar_lark.readers.docx.parts import Parts, body_of, parts_of, xml_of
from giar_lark.readers.docx.remarks import remarks_of
from giar_lark.readers.docx.styles import styles_of
from giar_lark.readers.docx.wrapping import Wrapped
from giar_lark.readers.layout import Layout
from giar_lark.readers.limits import Limits
from giar_lark.readers.package import unsafe
from giar_lark.source.source import Remark

# the walk goes down a few calls for each level, and Python has no more than a thousand
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read: its parts, the root of its text, the layout, an anchor for each piece, and the remarks."""

    parts: Parts
    root: Element
    layout: Layout
    anchors: tuple[Anchor, ...]
    remarks: tuple[Remark, ...]


def read_document(data: bytes, limits: Limits) -> Document:
    """The document in some bytes.

    Raises: Unfit, where it cannot be read.
    """
    parts = parts_of(data, replace(limits, depth=min(limits.depth, _DEEPEST)))
    root = xml_of(parts.package, parts.main)
    styles = styles_of(parts.root("styles"))
    page, inline = Page(), Inline(styles, limits.depth)
    body = Body(page, inline, numbering_of(parts.root("numbering"), styles))
    try:
        write_title(parts, body_of(root), page, inline)
        body.read(Wrapped(body_of(root), None, 2))
    except TooDeep:
        raise unsafe(
            Text(f"内容嵌套超过 {limits.depth} 层，没有读取", f"nested deeper than {limits.depth} levels, and not read")
        ) from None
    layout = page.out.layout()
    return Document(parts, root, layout, tuple(page.anchors), remarks_of(page, body.data_tables, layout.text))

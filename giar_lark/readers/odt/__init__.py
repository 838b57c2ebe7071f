"""Texts in OpenDocument, packed (`.odt`) or flat (`.fodt`).

A reader of our own: the format says of every cell which columns and rows it covers, so that little is left to do, and
nobody has to install LibreOffice for what is a standard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.readers.layout import Layout, LayoutWriter
from giar_lark.readers.limits import Limits
from giar_lark.readers.odt.body import Body
from giar_lark.readers.odt.names import CHANGES, OFFICE, TEXT
from giar_lark.readers.odt.styles import Numbering, styles_of
from giar_lark.readers.package import Unfit, damaged, encrypted, open_package, parse_xml
from giar_lark.readers.reader import Reader
from giar_lark.readers.spots import SpotDocument, spots_of, torn_numbers
from giar_lark.readers.unread import Unread, quoted, remarks_on_unread
from giar_lark.source.source import Remark, Source

_BODY = f"{OFFICE}body/{OFFICE}text"
_MANIFEST, _CONTENT, _STYLES = "META-INF/manifest.xml", "content.xml", "styles.xml"


def read(data: bytes, name: str, limits: Limits) -> Source:
    """The source in the bytes of a text in OpenDocument."""
    try:
        return _read(data, name, _roots(data, limits))
    except Unfit as unfit:
        return unfit.source(name, "odt")


def _roots(data: bytes, limits: Limits) -> Sequence[Element]:
    """The content, and what has its styles."""
    if not data.startswith(b"PK"):
        return (parse_xml(data, limits),)
    package = open_package(data, limits)
    if _MANIFEST in package.names and b"encryption-data" in package.bytes(_MANIFEST):
        raise encrypted()
    content = package.xml(_CONTENT)
    return (content, package.xml(_STYLES)) if _STYLES in package.names else (content,)


def _read(data: bytes, name: str, roots: Sequence[Element]) -> Source:
    text = roots[0].find(_BODY)
    if text is None:
        raise damaged()
    styles, writer = styles_of(roots), LayoutWriter()
    body = Body(writer, styles, Numbering(styles.levels))
    body.blocks(text)
    layout = writer.layout()
    document = SpotDocument(data=data, format="odt", spots=spots_of(layout))
    remarks = (*_on_changes(text), *_on_unseen(body, layout), *torn_numbers(body.grid.torn.values(), writer))
    return Source(layout.text, name, "odt", origin=document, remarks=remarks)


def _on_changes(text: Element) -> Iterator[Remark]:
    changes = text.find(CHANGES)
    number = 0 if changes is None else len(changes.findall(f"{TEXT}changed-region"))
    if number:
        yield Remark(
            "RD-11",
            Text(
                f"有 {number} 处修订没有接受或拒绝，已按全部接受读取",
                f"tracked changes are open, {number} in all, and were read as if accepted",
            ),
            Text("接受或拒绝全部修订", "accept or reject all changes"),
        )


def _on_unseen(body: Body, layout: Layout) -> Iterator[Remark]:
    """A remark on each thing that is not read, where its cell or paragraph begins."""
    starts = layout.starts_by_spot()
    unread = (
        Unread(one.what, starts.get(one.spot, min(one.before, len(layout.text))), quoted(one.words))
        for one in body.unread
    )
    return remarks_on_unread(unread, body.tables, layout.text)


READER = Reader(format="odt", endings=(".odt", ".ott", ".fodt"), read=read)

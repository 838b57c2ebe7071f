"""The title of a report, where it stands in the header of the pages and nowhere else.

Headers and footers are no part of the text: page numbers, names of files, the organ once more. A title is what they may
hold alone, and without it the report would seem to have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.docx.bits import Kind
from giar_lark.readers.docx.inline import Around, Inline
from giar_lark.readers.docx.names import P, T
from giar_lark.readers.docx.page import Page
from giar_lark.readers.docx.parts import Parts, xml_of
from giar_lark.source.address import HeaderSpot

_TITLE = lazy_pattern(r"(?=.{8,60}$)[^。；]*公开[^。；]*(?:年度报告|年报|工作报告)[^。；]*")
_IN_HEADER = Text("标题在页眉里，请在 Word 里改", "the title stands in the header; mend it in Word")


def write_title(parts: Parts, body: Element, page: Page, inline: Inline) -> None:
    """Write the title that only a header has in front of everything else; nothing, as a rule.

    Raises: Unfit, where a header cannot be read; TooDeep.
    """
    found = next(
        (line for name in parts.related.get("header", []) for line in _titles(xml_of(parts.package, name))), None
    )
    if found is None or next(_titles(body), None) is not None:
        return
    page.out.spot(HeaderSpot())
    bits = inline.bits(found, Around(_IN_HEADER))
    page.bits([bit for bit in bits if bit.kind is Kind.TEXT], in_cell=False)
    page.line()


def _titles(parent: Element) -> Iterator[Element]:
    """The paragraphs that may be the title of a report."""
    for paragraph in parent.iter(P):
        text = "".join(one.text or "" for one in paragraph.iter(T))
        if _TITLE.fullmatch("".join(text.split())):
            yield paragraph

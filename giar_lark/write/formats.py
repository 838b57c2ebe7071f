"""The formats that a document can be written in, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from giar_lark.lean.records import dataclass
from giar_lark.write.document import Document
from giar_lark.write.docx import docx_file
from giar_lark.write.html import html_page
from giar_lark.write.markdown import markdown_text
from giar_lark.write.text import canonical_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: the ending of its files, and the bytes of a document in it. Text formats are UTF-8."""

    ending: str
    encode: Callable[[Document], bytes]
    is_text: bool = True


FORMATS: Mapping[str, Format] = {
    "text": Format(ending=".txt", encode=lambda document: canonical_text(document).encode()),
    "markdown": Format(ending=".md", encode=lambda document: markdown_text(document).encode()),
    "html": Format(ending=".html", encode=lambda document: html_page(document).encode()),
    "docx": Format(ending=".docx", encode=docx_file, is_text=False),
}

"""Reports with blanks in the formats that keep the places of cells: every cell is read, and as what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from giar_lark.readers.read import read_bytes
from giar_lark.write.document import Document
from giar_lark.write.docx import docx_file
from giar_lark.write.html import html_page
from readers.blank_reports import BLANKS, bare_document, not_right

SHAPES: dict[str, Callable[[Document], bytes]] = {
    "docx": docx_file,
    "html": lambda document: html_page(document).encode(),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("blanks", BLANKS)
def test_every_cell_of_a_report_with_blanks_is_read(blanks: str, shape: str) -> None:
    numbers = BLANKS[blanks]
    source = read_bytes(SHAPES[shape](bare_document(numbers)), "report")
    assert not_right(numbers, source) == {}

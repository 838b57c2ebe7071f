"""Reports with blanks in the formats that keep the places of cells: every cell is read, and as what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from giar_lark.readers.read import read_bytes
from giar_lark.write.document import Document
from giar_lark.write.docx import docx_file
from giar_lark.write.html import html_page
from readers.blank_reports import BLANKS, bare_document, not_right, with_blank_column, with_blanks_merged
from synthetic.reading import read_source
from tokenise.test_layouts_commute import wrong_cells

Write = Callable[[Document], bytes]
WRITERS: dict[str, Write] = {"docx": docx_file, "html": lambda document: html_page(document).encode()}
SHAPES: dict[str, Write] = {
    **WRITERS,
    "docx, blanks merged": lambda document: docx_file(with_blanks_merged(document)),
    "html, blanks merged": lambda document: html_page(with_blanks_merged(document)).encode(),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("blanks", BLANKS)
def test_every_cell_of_a_report_with_blanks_is_read(blanks: str, shape: str) -> None:
    numbers = BLANKS[blanks]
    source = read_bytes(SHAPES[shape](bare_document(numbers)), "report")
    assert not_right(numbers, source) == {}


@pytest.mark.parametrize("share", [0.3, 0.55, 1.0])
@pytest.mark.parametrize("blanks", BLANKS)
def test_a_column_that_is_blank_in_every_row_moves_no_cell(blanks: str, share: float) -> None:
    numbers = BLANKS[blanks]
    data = html_page(with_blank_column(bare_document(numbers), share)).encode()
    assert wrong_cells(numbers, read_source(read_bytes(data, "report"))) == {}

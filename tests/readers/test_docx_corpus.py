"""Reports of the corpus as Word documents: the same cells and findings as their text, and what other readers find."""

from __future__ import annotations

import io
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from giar_lark import check
from giar_lark.readers.read import read
from giar_lark.source.source import Source
from giar_lark.write.document import document_of
from giar_lark.write.docx import docx_file
from readers.word_files import word_of

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
TEXTS = sorted(REPORTS.glob("*/tab-rows.txt"))
FILES = sorted(REPORTS.glob("*/source.docx"))


def outcome(source: Source) -> tuple[dict[str, tuple[str, object]], Counter[str]]:
    checked = check(source)
    cells = {cell.key: (cell.state, cell.value) for cell in checked.report.cells}
    return cells, Counter(finding.code for finding in checked.findings)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_a_document_is_read_like_its_text(path: Path) -> None:
    assert outcome(read(path)) == outcome(read(path.with_name("tab-rows.txt")))


@pytest.mark.parametrize("path", TEXTS[::6], ids=lambda path: path.parent.name)
def test_lines_and_tabs_come_back_as_they_were(path: Path) -> None:
    source = read(path)
    text = "".join(f"{line}\n" for line in source.text.splitlines())
    assert read(word_of(text), name="a.docx").text == f"{text}\n"


@pytest.mark.parametrize("path", TEXTS[::6], ids=lambda path: path.parent.name)
def test_what_is_written_as_a_document_is_read_from_it(path: Path) -> None:
    text = read(path)
    written = read(docx_file(document_of(check(text).report, text.text)), name="a.docx")
    assert outcome(written)[0] == outcome(text)[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_mammoth_finds_the_same_cells(path: Path) -> None:
    mammoth = pytest.importorskip("mammoth")
    html = mammoth.convert_to_html(io.BytesIO(path.read_bytes())).value
    cells = [
        unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", html, re.DOTALL)
    ]
    ours = [cell for line in read(path).text.splitlines() for cell in line.split("\t")]
    assert Counter(filter(str.strip, cells)) - Counter(ours) == Counter()

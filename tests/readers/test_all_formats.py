"""One report in every format: the same cells, the same facts, the same findings, whichever file it comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from giar_lark import check, parse, read
from giar_lark.source.source import Source
from giar_lark.write.document import document_of
from giar_lark.write.formats import FORMATS
from libreoffice import convert

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
STEMS = sorted(path.parent.name for path in REPORTS.glob("*/truth.json"))
# a report with each fault that there is
FAULTS = [min(folder.glob("*.txt")) for folder in sorted((REPORTS.parent / "faults").iterdir()) if folder.is_dir()]
# what a conversion of one office program makes of a document: its own format, the older one, print
_CONVERTED = ("odt", "doc", "rtf", "pdf")
_CHOSEN = ("county-government-2024", "zone-committee-2019", "town-2025-partly-blank")
# findings about how a text is laid out, which another format has in another way or not at all
_OF_LAYOUT = frozenset({"RD-05", "RD-07", "FM-06"})

Signature = tuple[Mapping[str, tuple[str, object]], tuple[object, ...], Sequence[tuple[str, str]]]


def signature(source: Source) -> Signature:
    """What a report says and what is wrong with it, without the places."""
    checked = check(source)
    said = checked.report.metadata
    facts = (checked.report.template, said.title, said.organ_name, said.year, said.period_start, said.issued_date)
    cells = {cell.key: (cell.state, cell.value) for cell in checked.report.cells}
    found = sorted((finding.code, finding.key or "") for finding in checked.findings if finding.code not in _OF_LAYOUT)
    return cells, facts, found


def written(text: str, form: str) -> bytes:
    """A report as a file of a format."""
    parsed = parse(Source(text))
    return FORMATS[form].encode(document_of(parsed.report, text))


def canonical(stem: str) -> str:
    return (REPORTS / stem / "canonical.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["html", "docx", "markdown"])
@pytest.mark.parametrize("stem", STEMS)
def test_report_is_the_same_in_every_format(stem: str, form: str) -> None:
    text = canonical(stem)
    again = read(written(text, form), name=f"{stem}{FORMATS[form].ending}")
    assert signature(again) == signature(read(written(text, "text"), name=f"{stem}.txt"))


@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.parent.name)
def test_fault_is_found_in_every_format(fault: Path, form: str) -> None:
    text = read(fault).text
    if parse(Source(text)).refused:
        pytest.skip("no report that could be written")
    again = read(written(text, form), name=f"fault{FORMATS[form].ending}")
    assert signature(again) == signature(read(written(text, "text"), name="fault.txt"))


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chosen reports as LibreOffice writes them in other formats: a start for each format, not for each file."""
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{stem}.docx" for stem in _CHOSEN]
    for file in files:
        file.write_bytes(written(canonical(file.stem), "docx"))
    for ending in _CONVERTED:
        convert(files, ending, folder)
    return folder


@pytest.mark.parametrize("ending", _CONVERTED)
@pytest.mark.parametrize("stem", _CHOSEN)
def test_report_is_the_same_through_an_office_program(converted: Path, stem: str, ending: str) -> None:
    if ending == "pdf":
        pytest.importorskip("pypdfium2")
    assert signature(read(converted / f"{stem}.{ending}")) == signature(Source(canonical(stem)))


def test_a_file_is_what_its_bytes_say_whatever_its_name(tmp_path: Path) -> None:
    text = canonical(_CHOSEN[0])
    for form, ending in (("html", ".docx"), ("docx", ".txt"), ("docx", ".pdf"), ("html", ".txt"), ("text", ".html")):
        path = tmp_path / f"年报{ending}"
        path.write_bytes(written(text, form))
        assert signature(read(path)) == signature(Source(text)), (form, ending)

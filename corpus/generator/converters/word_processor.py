"""Converters of word-processor files."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from generator.converters.converter import Converter, each, output, package_version, program_version
from generator.converters.office import office_texts, office_version

# The packages are imported when they are called: each is installed on its own, and none has types.


def _pandoc(path: Path, form: str) -> str:
    return output(["pandoc", "--from", "docx", "--to", form, str(path)])


def _python_docx(path: Path) -> str:
    """Paragraphs and tab-separated rows in the order of the document; merged cells come once for each column."""
    lines: list[str] = []
    for part in import_module("docx").Document(str(path)).iter_inner_content():
        if hasattr(part, "rows"):
            lines += ["\t".join(cell.text for cell in row.cells) for row in part.rows]
        else:
            lines.append(part.text)
    return "\n".join(lines) + "\n"


def _mammoth(path: Path, function: str) -> str:
    with path.open("rb") as file:
        return str(getattr(import_module("mammoth"), function)(file).value)


def _docx2txt(path: Path) -> str:
    return str(import_module("docx2txt").process(str(path)))


def _docx2python(path: Path) -> str:
    with import_module("docx2python").docx2python(str(path)) as document:
        return str(document.text)


_pandoc_version = program_version(["pandoc", "--version"], "pandoc")

WORD_PROCESSOR_CONVERTERS = (
    Converter(name="libreoffice", tiers={"docx": "A"}, version=office_version, convert=office_texts),
    Converter(
        name="pandoc-gfm",
        tiers={"docx": "A"},
        version=_pandoc_version,
        convert=each(lambda path: _pandoc(path, "gfm")),
    ),
    Converter(
        name="pandoc-plain",
        tiers={"docx": "A"},
        version=_pandoc_version,
        convert=each(lambda path: _pandoc(path, "plain")),
    ),
    Converter(
        name="python-docx", tiers={"docx": "A"}, version=package_version("python-docx"), convert=each(_python_docx)
    ),
    Converter(
        name="mammoth-raw",
        tiers={"docx": "A"},
        version=package_version("mammoth"),
        convert=each(lambda path: _mammoth(path, "extract_raw_text")),
    ),
    Converter(
        name="mammoth-markdown",
        tiers={"docx": "A"},
        version=package_version("mammoth"),
        convert=each(lambda path: _mammoth(path, "convert_to_markdown")),
    ),
    Converter(name="docx2txt", tiers={"docx": "A"}, version=package_version("docx2txt"), convert=each(_docx2txt)),
    Converter(
        name="docx2python", tiers={"docx": "A"}, version=package_version("docx2python"), convert=each(_docx2python)
    ),
)

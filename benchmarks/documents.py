"""The documents of the benchmark: reports for speed, grown and adversarial ones for growth, and the numbers oracle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from rows import Row

import giar_lark
from giar_lark.model.report import Cell, Report
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.source.source import Source
from giar_lark.write.document import document_of
from giar_lark.write.text import canonical_text

CORPUS = Path(__file__).parents[1] / "corpus" / "reports"
# a report with three errors
WRONG = CORPUS.parent / "examples" / "town-2024-three-errors.txt"
# sound reports of the corpus, five organs in five layouts
SAMPLE = {
    "tab-rows": "county-bureau-2023",
    "blank-lines": "town-2024",
    "tab-led": "subdistrict-2023",
    "tab-led-padded": "city-bureau-2020",
    "canonical": "county-government-2024",
}


def report_files(folder: Path | None) -> list[Path]:
    """The reports to measure: those of a folder, else one of the corpus in each layout that keeps the places of cells."""
    found = (
        sorted(folder.glob("*.txt")) if folder else [CORPUS / stem / f"{layout}.txt" for layout, stem in SAMPLE.items()]
    )
    if not found:
        raise SystemExit(f"no .txt reports in {folder}")
    return found


def sound_files() -> list[Path]:
    """The reports of the sample; each of them is sound."""
    return report_files(None)


def renumbered(path: Path) -> int:
    """How many numbers the oracle has compared: it puts a different one into every cell and reads the report again.

    The official order of keys is the order of the text, so a number that comes back under another key is seen.

    Raises: SystemExit, where any cell comes out wrong.
    """
    source = giar_lark.read(path)
    given = sorted((cell for cell in giar_lark.parse(source).report.cells if cell.state == "given"), key=_start)
    text, at, expected = [], 0, []
    for number, cell in enumerate(given, 1001):
        text += [source.text[at : cell.span.start], str(number)]
        at = cell.span.end
        expected.append(number)
    again = giar_lark.parse(Source("".join([*text, source.text[at:]]), source.name)).report
    got = [cell.value for cell in again.cells if cell.value is not None]
    if got != expected:
        raise SystemExit(f"numbers oracle: {path.name} is read wrongly; no figure counts")
    return len(expected)


def table_rows(report: Report) -> list[Row]:
    """The rows of table 3 of a report."""
    table = report.table("t3")
    return [Row(official(row.terminal), tuple(map(_value, row.cells))) for row in table.rows] if table else []


def normalised(report: Report) -> str:
    """A report with one heading, label or value a line, as the peers are given it; making it is not charged to them."""
    headings = {section.key: official(section.terminal) for section in tables().sections}
    lines: list[str] = []
    for section in report.sections:
        lines.append(headings[section.key])
        lines += ["".join(paragraph.text.split()) for paragraph in section.paragraphs]
        for table in (table for table in report.tables if section.span.start <= table.span.start < section.span.end):
            for row in table.rows:
                lines += [official(row.terminal) if table.key != "t4" else row.key, *map(_value, row.cells)]
    return "\n".join(line for line in lines if line) + "\n"


def canonical() -> str:
    """A sound report in canonical form: one paragraph or row a line, which is easy to repeat."""
    source = giar_lark.read(sound_files()[-1])
    return canonical_text(document_of(giar_lark.parse(source).report, source.text))


def page(rows: list[Row]) -> str:
    """The rows as the table of an HTML page without styles, as the peers for HTML are given it."""
    lines = ("".join(f"<td>{cell}</td>" for cell in (row.label, *row.values)) for row in rows)
    return "<html><body><table>" + "".join(f"<tr>{line}</tr>\n" for line in lines) + "</table></body></html>"


def fresh_files(count: int) -> list[Path]:
    """Up to so many different reports of the corpus, each in one of its layouts, another one each time."""
    folders = [sorted(folder.glob("*.txt")) for folder in sorted(CORPUS.iterdir()) if folder.is_dir()]
    return [texts[number % len(texts)] for number, texts in enumerate(folders) if texts][:count]


def with_narrative(text: str, times: int) -> str:
    """A report whose first paragraph of 总体情况 stands there many times."""
    head, mark, tail = text.partition("一、总体情况\n")
    paragraph, _, rest = tail.partition("\n")
    return head + mark + f"{paragraph}\n" * times + rest


def with_narrative_and_error(text: str, times: int) -> str:
    """The same, twenty times as often, for reading goes on line by line where a row of table 3 lacks its last value."""
    start = text.index("1.本机关不掌握相关政府信息")
    end = text.index("\n", start)
    return with_narrative(text[: text.rindex("\t", start, end)] + text[end:], 20 * times)


def with_rows(text: str, times: int) -> str:
    """A report whose rows of （四）无法提供 stand there many times."""
    start, end = text.index("1.本机关不掌握相关政府信息"), text.index("（五）不予处理")
    return text[:start] + text[start:end] * times + text[end:]


def with_led_rows(text: str, times: int) -> str:
    """The same, but that the first cell of each of them stands behind its label and a colon."""
    return _with_changed_rows(text, times, lambda row: row.replace("\t", "：", 1))


def with_blanks(text: str, times: int) -> str:
    """The same, but that each of them has two blank cells."""
    return _with_changed_rows(
        text, times, lambda row: "\t".join((*(fields := row.split("\t"))[:2], "", "", *fields[4:]))
    )


def _with_changed_rows(text: str, times: int, changed: Callable[[str], str]) -> str:
    start, end = text.index("1.本机关不掌握相关政府信息"), text.index("（五）不予处理")
    rows = "".join(changed(row) for row in text[start:end].splitlines(keepends=True))
    return text[:start] + rows * times + text[end:]


def with_disclosure_rows(text: str, times: int) -> str:
    """A report whose rows of 行政许可 in table 2 stand there many times."""
    start, end = text.index("行政许可\t"), text.index("第二十条第（六）项")
    return text[:start] + text[start:end] * times + text[end:]


def with_unknown_rows(text: str, times: int) -> str:
    """A report with rows in table 3 that no format knows."""
    at = text.index("（五）不予处理")
    rows = "".join(f"第{number}类自行增加的办理结果\t0\t0\t0\t0\t0\t0\t0\n" for number in range(times))
    return text[:at] + rows + text[at:]


def traps(text: str, size: int) -> Iterator[tuple[str, str]]:
    """Inputs made to be slow: what each is full of, and the report with so many of it in table 3."""
    at = text.index("（五）不予处理")
    fillings = {
        "blank lines": "\n" * size,
        "spaces": " " * size + "\n",
        "wide spaces": "\u3000" * size + "\n",
        "tabs": "\t" * size + "\n",
        "blank cells": "2.重复申请" + "\t " * size + "\n",
        "header cells": "自然人\t" * size + "\n",
        "unknown cells": "不认识的格\t" * size + "\n",
        "unknown lines": "不认识的行\n" * size,
        "titles in one line": "总体情况" * size + "\n",
        "headings": "五、存在的主要问题及改进情况\n" * size,
        "digits": "7" * size + "\n",
        "spread digits": "7 " * size + "\n",
        "brackets": "（" * size + "\n",
        "pipes": "|" * size + "\n",
    }
    for name, filling in fillings.items():
        yield name, text[:at] + filling + text[at:]


def _start(cell: Cell) -> int:
    return cell.span.start


def _value(cell: Cell) -> str:
    return "-" if cell.value is None else str(cell.value)

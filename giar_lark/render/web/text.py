"""The text of a report as mark-up, line by line: marks under the findings, a link at each back to its row."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass, field
from giar_lark.source.source import Source
from giar_lark.source.span import Span

# of a text that is longer, the rest is not shown: no browser could
CHARS_MOST = 400_000


@dataclass(slots=True)
class _Line:
    """What is to be marked in a line: stretches of it, each with its finding's number, and links, each at its place."""

    marks: list[tuple[Span, int]] = field(default_factory=list)
    related: list[tuple[Span, int]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)


def marked_lines(source: Source, findings: Sequence[Finding], report: int) -> Iterator[str]:
    """An element a line. Numbers of findings count from 1; with the number of the report they make the ids."""
    lines = _marks(source, findings)
    for number in range(1, source.line_count() + 1):
        start, end = source.line_span(number)
        if start >= CHARS_MOST and number > 1:
            return
        stretch = Span(start, min(end, CHARS_MOST))
        shown = "".join(_line(source.text, stretch, lines.get(number), findings, report))
        # where only spaces keep the columns of a table, all characters have to be of one width
        even = ' class="even"' if "   " in source.text[slice(*stretch)].strip() else ""
        yield f'<p data-n="{number}"{even}>{shown}</p>'


def is_cut(source: Source) -> bool:
    """Whether the text is too long to be shown whole."""
    return len(source.text) > CHARS_MOST


def is_shown(span: Span) -> bool:
    """Whether a place is in the part of its text that is shown."""
    return span.start < CHARS_MOST


def seen(text: str) -> str:
    """A text as mark-up: a character that cannot be seen, or that moves those around it, is a dot that says which."""
    if text.isprintable():
        return escape(text)
    return "".join(escape(char) if char in "\t\n" or _is_seen(char) else _dot(char) for char in text)


def value(text: str) -> str:
    """A text as the value of an attribute, with a dot for each character that cannot be seen."""
    return escape("".join(char if _is_seen(char) else "·" for char in text))


def _is_seen(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"


def _dot(char: str) -> str:
    return f'<b title="U+{ord(char):04X}">·</b>'


def _marks(source: Source, findings: Sequence[Finding]) -> dict[int, _Line]:
    lines: defaultdict[int, _Line] = defaultdict(_Line)
    for number, finding in enumerate(findings, start=1):
        if not is_shown(finding.span):
            continue
        for line, stretch in _by_line(source, finding.span):
            lines[line].marks.append((stretch, number))
        first = source.place(finding.span.start).line
        start, end = source.line_span(first)
        lines[first].links.append((min(max(finding.span.end, start), end), number))
        for related in finding.related_here:
            for line, stretch in _by_line(source, related.span):
                lines[line].related.append((stretch, number))
    return lines


def _by_line(source: Source, span: Span) -> Iterator[tuple[int, Span]]:
    """The lines of a place, with the part of it that is in each."""
    for line in range(source.place(span.start).line, source.place(span.end).line + 1):
        start, end = source.line_span(line)
        yield line, Span(max(start, span.start), min(end, span.end))


def _line(text: str, line: Span, here: _Line | None, findings: Sequence[Finding], report: int) -> Iterator[str]:
    if here is None:
        yield _shown(text[line.start : line.end])
        return
    edges = {line.start, line.end, *(place for place, _ in here.links)}
    edges |= {edge for stretch, _ in (*here.marks, *here.related) for edge in stretch}
    ordered = sorted(edge for edge in edges if line.start <= edge <= line.end)
    links = sorted(here.links)
    for start, end in zip(ordered, [*ordered[1:], None], strict=True):
        yield from (_link(number, findings[number - 1], report) for place, number in links if place == start)
        if end is not None:
            yield _stretch(_shown(text[start:end]), Span(start, end), here, findings)


def _stretch(shown: str, span: Span, here: _Line, findings: Sequence[Finding]) -> str:
    """A part of a line that is marked for the same findings from end to end."""
    marks, related = _over(span, here.marks), _over(span, here.related)
    if related:
        shown = f'<span data-r="{_listed(related)}">{shown}</span>'
    if marks:
        worst = min((findings[number - 1].severity for number in marks), key=lambda severity: severity.rank)
        shown = f'<mark class="{worst}" data-f="{_listed(marks)}">{shown}</mark>'
    return shown


def _over(span: Span, stretches: Iterable[tuple[Span, int]]) -> list[int]:
    return [number for (start, end), number in stretches if start <= span.start and span.end <= end]


def _listed(numbers: Iterable[int]) -> str:
    return " ".join(str(number) for number in numbers)


def _link(number: int, finding: Finding, report: int) -> str:
    return (
        f'<a class="{finding.severity}" id="m{report}-{number}" href="#f{report}-{number}" data-f="{number}">'
        f"{escape(finding.code)}</a>"
    )


def _shown(text: str) -> str:
    """A stretch of the text; a tab gets an element, for it divides the cells of a table."""
    return seen(text).replace("\t", "<i>\t</i>")

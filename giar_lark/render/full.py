"""The full rendering: a finding as its sentence, its place, its excerpt, and what to do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rich.text import Text as Styled

from giar_lark.findings import CLAUSE_LEAD, HELP_LEAD, Finding, Related
from giar_lark.lean.records import replace
from giar_lark.render.cells import printable, width_of, wrap, wrap_evenly, wrap_without_widow
from giar_lark.render.document import Document
from giar_lark.render.excerpt import related_lines, source_lines
from giar_lark.render.page import Numbered, Page, line
from giar_lark.render.places import place_key, place_words
from giar_lark.render.repair import repair_of
from giar_lark.render.table_view import table_lines
from giar_lark.render.theme import ADDEND, FAINT, FRAME, HELP, NAME, SEVERITY_STYLES, SEVERITY_WORDS, STRONG
from giar_lark.source.address import Address
from giar_lark.source.source import Source

EXCERPTS_PER_RULE = 5
_INDENT = 2
_LINES_LISTED = 12
_ELSEWHERE_MOST = 5


def full_lines(document: Document, findings: Sequence[Finding], page: Page) -> Iterator[Styled]:
    """All findings of a file in order of place: at most five excerpts of a rule, then a line that counts the rest."""
    shown: Counter[str] = Counter()
    rest: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        shown[finding.code] += 1
        if shown[finding.code] > EXCERPTS_PER_RULE:
            rest[finding.code].append(finding)
            continue
        yield from finding_lines(document, finding, page)
        yield line()
    for more in rest.values():
        yield from _rest_lines(document, more, page)
        yield line()


def finding_lines(document: Document, finding: Finding, page: Page) -> Iterator[Styled]:
    """One finding."""
    yield from _header(finding, page)
    body = _excerpt(document, finding, page)
    digits = len(str(max((numbered.number or 0 for numbered in body), default=0)))
    yield from _place(document, finding, page, digits)
    bar = page.glyphs.bar
    for numbered in body:
        shown = "" if numbered.number is None else str(numbered.number)
        drawn = line((f"{shown:>{digits}} {bar}", FRAME), " " if numbered.text.plain else "")
        yield drawn.append_text(numbered.text)
    yield from _elsewhere(finding, page, digits)
    yield from _advice(finding, document, page, digits)


def _header(finding: Finding, page: Page) -> Iterator[Styled]:
    """Severity, code, name, and the sentence: behind them where it fits, else on lines of its own."""
    word = SEVERITY_WORDS[finding.severity].in_language(page.lang)
    style = SEVERITY_STYLES[finding.severity]
    message = printable(finding.message.in_language(page.lang))
    head = line((word, style), " ", (finding.code, style), " ", (finding.name, NAME))
    if head.cell_len + 2 + width_of(message) <= page.width:
        yield head.append("  ").append(message, STRONG)
        return
    yield head
    for part in wrap_evenly(message, page.width - _INDENT):
        yield line(" " * _INDENT, (part, STRONG))


def _place(document: Document, finding: Finding, page: Page, digits: int) -> Iterator[Styled]:
    address = document.source.address(finding.span.start)
    where = f"{printable(document.path)}:{address.written(page.lang)}"
    words = _place_words(document, finding, page.lang)
    arrow = f"{'':>{digits}}{page.glyphs.place} "
    if not words or width_of(arrow) + width_of(where) + 2 + width_of(words) <= page.width:
        yield line((arrow, FRAME), where, f"  {words}" if words else "")
        return
    yield line((arrow, FRAME), where)
    for part in wrap(words, page.width - width_of(arrow), page.width - width_of(arrow)):
        yield line(" " * width_of(arrow), part)


def _place_words(document: Document, finding: Finding, lang: str) -> str:
    """Where a finding stands. In English the key tells a cell, as `dismiss --key` takes it."""
    return (lang == "en" and place_key(document, finding)) or place_words(document, finding).in_language(lang)


def _excerpt(document: Document, finding: Finding, page: Page) -> list[Numbered]:
    """The table view or the source lines; drawn in what the gutter of the largest line number leaves."""
    digits = len(str(document.source.locator.highest_number()))
    room = page.width - digits - 3
    source = document.source
    apart = [other for other in finding.related_here if (other.key or "")[:2] != (finding.key or "")[:2]]
    if document.row_of(finding.key) is not None and document.is_beside_tables(finding.span):
        return [*_sentence(finding, apart, source, page, room), *_cell_of(finding, document, page, room)]
    found = table_lines(finding, document, page, room)
    if found is None:
        return list(source_lines(finding, source, page, room)) if source.text else []
    if apart:
        found += related_lines(apart, source, page, room)
    return found


def _sentence(finding: Finding, apart: Sequence[Related], source: Source, page: Page, room: int) -> Iterator[Numbered]:
    """The line of the prose that a finding is in, with its second places in the prose."""
    yield from source_lines(replace(finding, related=tuple(apart)), source, page, room)
    yield Numbered(None, line((page.glyphs.part * 3, FAINT)))


def _cell_of(finding: Finding, document: Document, page: Page, room: int) -> list[Numbered]:
    """The row of the table that contradicts a sentence."""
    return table_lines(finding, document, page, room, is_second=True) or []


def _elsewhere(finding: Finding, page: Page, digits: int) -> Iterator[Styled]:
    """The second places in other files, each as its sentence and its place; at most five."""
    title = "compare: " if page.lang == "en" else "对照："
    lead = digits + 3 + width_of(title)
    for place, message in finding.related_elsewhere[:_ELSEWHERE_MOST]:
        where = f"{printable(place.path)}:{place.address.written(page.lang)}"
        words = printable(message.in_language(page.lang))
        parts = [f"{words}  {where}"]
        if lead + width_of(parts[0]) > page.width:
            parts = [*wrap(words, page.width - lead, page.width - lead), where]
        yield line((f"{'':>{digits}} = ", FRAME), (title, ADDEND), parts[0])
        for part in parts[1:]:
            yield line(" " * lead, part)


def _advice(finding: Finding, document: Document, page: Page, digits: int) -> Iterator[Styled]:
    for text, lead_in, style in (
        (finding.help, HELP_LEAD, HELP),
        (*repair_of(finding, document.source), HELP),
        (finding.clause, CLAUSE_LEAD, FAINT),
    ):
        if text is None:
            continue
        title = lead_in.in_language(page.lang)
        lead = digits + 3 + width_of(title)
        parts = wrap_without_widow(printable(text.in_language(page.lang)), page.width - lead)
        yield line((f"{'':>{digits}} = ", FRAME), (title, style), parts[0])
        for part in parts[1:]:
            yield line(" " * lead, part)


def _rest_lines(document: Document, more: Sequence[Finding], page: Page) -> Iterator[Styled]:
    """`T3-03 另有 12 处：第 40、42、… 行`"""
    first = more[0]
    addresses = [document.source.address(finding.span.start) for finding in more]
    listed = _listed(addresses, page)
    if page.lang == "en":
        text = f"{first.code} {first.name}: {len(more)} more, {listed}; all of them: --output-format concise"
    else:
        text = f"{first.code} {first.name} 另有 {len(more)} 处，在{listed}；全部列出用 --output-format concise"
    for part in wrap(text, page.width, page.width):
        yield line((part, SEVERITY_STYLES[first.severity]))


def _listed(addresses: Sequence[Address], page: Page) -> str:
    """The lines of some addresses, or their spots in words; each once."""
    comma = ", " if page.lang == "en" else "、"
    spots = [address.spot.words(page.lang) for address in addresses if address.spot is not None]
    places = list(dict.fromkeys(spots)) or [str(line) for line in sorted({address.line for address in addresses})]
    listed = comma.join(places[:_LINES_LISTED]) + (" …" if len(places) > _LINES_LISTED else "")
    if spots:
        return listed
    return f"on lines {listed}" if page.lang == "en" else f"第 {listed} 行"

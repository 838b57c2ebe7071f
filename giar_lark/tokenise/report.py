"""A source to tokens: cut at the headings, then prose and tables each in their own way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import tables
from giar_lark.source.source import Source
from giar_lark.source.span import Span
from giar_lark.tokenise.labels.recognise import index_of
from giar_lark.tokenise.notes.characters import damaged_text
from giar_lark.tokenise.regular.known_tables import known_table
from giar_lark.tokenise.regular.stencil import RegularTable
from giar_lark.tokenise.sections.ends import front_tokens, tail_parts
from giar_lark.tokenise.sections.heading import Heading
from giar_lark.tokenise.sections.prose import ProseLines, prose_lines
from giar_lark.tokenise.sections.titles import holds_heading, official_headings
from giar_lark.tokenise.stream import Part, Tokens
from giar_lark.tokenise.table import tokenise_table
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.fold import key, letters
from giar_lark.tokenise.text.markup import plain_layout
from giar_lark.tokenise.token import Token

_FIELD = lazy_pattern(r"[^\s|│┃¦￨｜║,;；]+")
_SEPARATOR = lazy_pattern(r"[\t|│┃¦￨｜║]|[-=+]{5}")
# the first line of a table that is drawn with signs, in columns so narrow that no label stands whole
_RULE = lazy_pattern(r"(?m)^[ \t]*\+[-=]{3,}\+[-=+]{3,}")
# the one row of table 3 whose label is told from a column's by its number only
_TOTAL_ROW = "七总计"
# how a caption of table 2 begins
_CAPTION = "第二十条"
# the first label of a table; no caption or note is longer
_TOPS = {"t2": _CAPTION, "t3": "本列数据的勾稽关系为"}
_LONGEST_HEAD = 48
_HEADINGS = frozenset(spec.terminal for spec in tables().sections)
# the other tokens that are lines of prose
_LINES = frozenset(["TITLE", "TEXT", "NUMBERED", "ISSUING_ORGAN", "ISSUED_DATE"])
# the labels that begin each table, long enough to stand nowhere else as a field of their own
_OPENERS = {
    "t2": ("caption", "column", "row"),
    "t3": ("note", "column", "row", "group"),
    "t4": ("column",),
}


def tokenise(source: Source) -> Tokens:
    """The tokens of a report, in the order of the grammar."""
    text = plain_layout(source.text)
    out = _cut_at_titles(text) or _cut(text, _with_orphan_tables(text, _headings(text)))
    if source.damaged:
        at = text.find("\ufffd")
        out.findings.insert(0, damaged_text(Span(at, at + 1), source.damaged))
    return out


def _cut_at_titles(text: str) -> Tokens | None:
    """The tokens of a report whose only headings are the six official titles, as those of most are; None of any other.

    A regular table holds no heading, for all its words are known, and a line of prose is soon seen to be none.
    """
    headings = official_headings(text)
    if headings is None or FILLER in text:
        return None
    out = _cut(text, headings)
    return None if _may_hold_more(out.parts, text) and _headings(text) != headings else out


def _headings(text: str) -> list[Heading]:
    """The headings of any report."""
    # most have the official titles, and what finds others is much to load
    from giar_lark.tokenise.sections.headings import find_headings

    return find_headings(text)


def _may_hold_more(parts: Sequence[Part], text: str) -> bool:
    """Whether any part of a stream may hold a heading but those that are parts of their own."""
    for part in parts:
        if isinstance(part, RegularTable) or part.type in _HEADINGS:
            continue
        if part.type not in _LINES:
            return True
        if holds_heading(part.written if isinstance(part, ProseLines) else text[part.start : part.end]):
            return True
    return False


def _cut(text: str, headings: Sequence[Heading]) -> Tokens:
    """The tokens of a report with these headings."""
    out = Tokens()
    out.parts.extend(front_tokens(text[: headings[0].above] if headings else text))
    for number, heading in enumerate(headings):
        end = headings[number + 1].above if number + 1 < len(headings) else len(text)
        _section(out, text, heading, end, last=number + 1 == len(headings))
    return out


def _section(out: Tokens, text: str, heading: Heading, end: int, *, last: bool) -> None:
    out.parts.append(Token(heading.spec.terminal, heading.start, heading.end))
    at = _table(out, text, heading, end, heading.spec.table) if heading.spec.table else heading.end
    lines = prose_lines(text, at, end)
    if last:
        out.parts.extend(tail_parts(lines))
    else:
        _prose(out, lines)


def _table(out: Tokens, text: str, heading: Heading, end: int, table: str) -> int:
    """Where the table of a section ends, which is put out with the prose above it; where the section begins, if it has none."""
    at = heading.end
    # most are nothing but their table, like that of a report before but for the numbers; without a heading it may begin in a line
    known = known_table(text[at:end], at, table) if at > heading.start else None
    if known is not None:
        out.parts.append(known)
        return end
    begin = table_start(text, at, end, table)
    if begin is None:
        return at
    lines = prose_lines(text, at, begin)
    found = tokenise_table(text, begin if lines else at, begin, end, table, at)
    if not found.parts:
        return at
    _prose(out, lines if found.start >= begin else prose_lines(text, at, found.start))
    out.parts.extend(found.parts)
    out.findings.extend(found.findings)
    return found.end


def _prose(out: Tokens, lines: ProseLines) -> None:
    if lines:
        out.parts.append(lines)


def table_start(text: str, start: int, end: int, table: str, *, alone: bool = True) -> int | None:
    """Where a table begins in a section: at the first field that is one of its labels; None if there is none.

    `alone` says that no other table stands in the section, so that lines above with its separators are its header.
    """
    for field in _FIELD.finditer(text, start, end):
        if _opens(letters(field[0]), table):
            line = max(text.rfind("\n", start, field.start()) + 1, start)
            if letters(text[line : field.start()]) and not _SEPARATOR.search(text, line, field.start()):
                return field.start()
            if not alone:
                return line
            top = _top_of_table(text, start, line)
            return top if _is_top(letters(field[0]), table) else _head_above(text, start, top, table)
    ruled = _RULE.search(text, start, end) if alone else None
    if ruled or table != "t3":
        return ruled.start() if ruled else None
    from giar_lark.tokenise.arranged.named_cells import start_of_names

    return start_of_names(text, start, end)


def _is_top(form: str, table: str) -> bool:
    """Whether a field with these letters is the first of its table, as the format has it; table 4 has nothing but headers."""
    return form.startswith(_TOPS[table]) if table in _TOPS else True


def _head_above(text: str, start: int, line: int, table: str) -> int:
    """The line above the header of a table if it is its caption or note with a slip in it, else the header's line."""
    above = max(text.rfind("\n", start, len(text[:line].rstrip())) + 1, start)
    words = text[above:line].strip()
    if not 0 < len(words) <= _LONGEST_HEAD:
        return line
    from giar_lark.tokenise.labels.near import near_labels

    return above if near_labels(index_of(table)).is_head(key(words)) else line


def _top_of_table(text: str, start: int, line: int) -> int:
    """The first of the lines above a table's line that have its separators too: header lines whose labels are broken."""
    stop = text.find("\n", line)
    if not _SEPARATOR.search(text, line, stop if stop >= 0 else len(text)):
        return line
    while line > start:
        above = max(text.rfind("\n", start, line - 1) + 1, start)
        if not _SEPARATOR.search(text, above, line):
            break
        line = above
    return line


@lru_cache(maxsize=4096)
def _opens(form: str, table: str) -> bool:
    """Whether a table begins at a field with these letters."""
    if not form:
        return False
    index, roles = index_of(table), _OPENERS[table]
    if table == "t4":
        is_head = (form in index.whole and form not in ("总计", "合计")) or form in ("结果", "行政复", "尚未")
        return is_head or _heads_of_cases().fullmatch(form) is not None
    if table == "t2" and form in index.prefixes and form.startswith(_CAPTION):
        return True
    if any(label.role in roles for label in index.whole.get(form, ())):
        return form not in ("内容", "其他", "总计", "合计")
    stripped = form.lstrip("一二三四五六七八九十0123456789")
    if stripped != form and any(label.role in roles for label in index.whole.get(stripped, ())):
        return stripped not in ("其他", "总计", "合计", "内容") or form == _TOTAL_ROW
    return (
        table == "t3"
        and len(form) >= 8
        and any(label.role in ("note", "row") for label in index.prefixes.get(form, ()))
    ) or any(
        form.startswith(spelling)
        for spelling, labels in index.whole.items()
        if len(spelling) >= 6 and labels[0].role in ("caption", "note")
    )


@cache
def _heads_of_cases() -> re.Pattern[str]:
    """Several labels of table 4 with no space between them."""
    spellings = sorted(index_of("t4").whole, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(spellings)}){{2,}}")


def _with_orphan_tables(text: str, headings: list[Heading]) -> list[Heading]:
    """Add an empty heading in front of a table that stands in another section, because its own heading is missing."""
    present = {heading.spec.key for heading in headings}
    missing = [spec for spec in tables().sections if spec.table and spec.key not in present]
    found = list(headings)
    for spec in missing:
        low = max((h.end for h in found if h.spec.ordinal < spec.ordinal), default=0)
        high = min((h.above for h in found if h.spec.ordinal > spec.ordinal and h.start >= low), default=len(text))
        at = table_start(text, low, high, spec.table or "", alone=False)
        if at is not None:
            found.append(Heading(spec, at, at))
            found.sort(key=lambda heading: heading.start)
    return found

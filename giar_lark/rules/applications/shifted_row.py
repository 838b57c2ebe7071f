"""表三某一行与上下各行错开。

查什么
    按制表符、竖线或逗号分格的表三中，同一层级各行的第一个数都在同一栏；某一行向左或向右错开了几格。
    该行七个数齐全，仍按先后次序读取；只看行名、数字在行内的位置，不看数字。逐格换行或只用空格对齐的文本不作判断。
    数填到了别的栏下、合计因而不平的，由 T3-03 说明。
为什么
    错开的行多由合并单元格造成。按栏复制、汇总时，这一行的数会落到别的申请人类型名下。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件表三：每行七个数，各在自己的栏下。
怎么改
    检查原表这一行合并或多余的单元格，使行名和七个数与上下各行对齐。
何时不必理会
    只是网页复制或转换时错开、正式文本中表格整齐时。

A row of table 3 stands out of line with the rows around it.

What it checks
    Where tabs, bars or commas part the cells of table 3, the first numbers of rows of one level stand in one column; this
    row begins some columns to the left or the right. It has all its seven numbers, which are read in their order; only
    places are looked at. Texts with a cell a line, or with spaces only, are not judged. A row whose
    numbers stand under other columns, so that sums fail, is told by T3-03.
Why it matters
    A merged cell is the usual cause. Whoever copies or adds up by column puts the numbers of this row under another type of
    applicant.
Basis
    Letters 30 (2021) and 60 (2019), annex, table 3: seven numbers a row, each under its column.
How to mend
    Look for merged or superfluous cells in this row of the original, and bring its label and numbers into line.
When to ignore
    Where only the web page or a conversion has moved it, and the table of the official text is in line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text, numbered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.report import Row, Table
from giar_lark.official.names import row_name
from giar_lark.official.templates import tables
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_frames
from giar_lark.rules.rule import Rule
from giar_lark.tokenise.text.fold import letters

RULE = Rule(
    code="T3-08",
    name="shifted-row",
    severity=Severity.WARNING,
    summary=Text("表三某一行与上下各行错开", "a row of table 3 stands out of line"),
    clause=FORMAT,
    example=Example(
        wrong="（七）总计\t\t13\t3\t0\t0\t1\t0\t17",
        right="（七）总计\t13\t3\t0\t0\t1\t0\t17",
    ),
    fault=Fault.INACCURATE,
)

_CELLS = 7
_SEPARATORS = "\t|│┃¦￨｜║,;，；"
_QUOTED = lazy_pattern(r'"[^"\n]*"')
# with fewer rows there is no usual place, and of so many one may be out of line
_ENOUGH_ROWS, _ROWS_FOR_ONE = 10, 8


class _Place(NamedTuple):
    """A row on a line of its own: its number, the level of its label, where its line begins, and what stands before its first value."""

    number: int
    level: str | None
    start: int
    lead: str


@sought_in_frames
def _look(context: Context, table: Table) -> Iterator[tuple[int, int]]:
    """The rows that are out of line, by their number in the table, each with by how many columns."""
    if table.key != "t3" or len(table.rows) < _ENOUGH_ROWS:
        return
    separator = _separator(context.plain, table.rows[0])
    places = list(_places(context.plain, _full_rows(context, table), separator)) if separator else []
    if len(places) >= _ENOUGH_ROWS:
        shifted = _shifted(places, separator)
        for number, by in _without_parts(context.plain, places, shifted, separator).items() if shifted else ():
            yield places[number].number, by


@asked_where(_look)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each row that is out of line; its cells are read all the same."""
    for table, (number, by) in context.in_frames(_look):
        yield _finding(table.rows[number], by)


def _separator(text: str, row: Row) -> str:
    """What parts the first two values of a row; empty if it is white space."""
    if len(row.cells) != _CELLS:
        return ""
    found = [char for char in text[row.cells[0].span.end : row.cells[1].span.start] if char in _SEPARATORS]
    return found[0] if len(found) == 1 else ""


def _full_rows(context: Context, table: Table) -> list[tuple[int, Row]]:
    """The rows with seven cells and something in each, by their numbers."""
    gaps = {odd.row.label for odd in context.odd_rows[table.key] if not all(cell.reading.raw for cell in odd.cells)}
    numbered = enumerate(table.rows)
    return [(number, row) for number, row in numbered if len(row.cells) == _CELLS and row.label not in gaps]


def _places(text: str, rows: Iterable[tuple[int, Row]], separator: str) -> Iterator[_Place]:
    """The places of those of some full rows that have all their values on the line of their label."""
    for number, row in rows:
        label, first, end = row.label.start, row.cells[0].span.start, row.cells[-1].span.end
        if label == row.label.end:
            continue
        if text.count(separator, first, end) == _CELLS - 1 and text.find("\n", label, end) < 0:
            start = text.rfind("\n", 0, label) + 1
            lead = text[start:first]
            if '"' in lead:
                lead = _QUOTED.sub(lambda quoted: letters(quoted[0]), lead)
            yield _Place(number, _level(row.terminal), start, lead)


@cache
def _level(terminal: str) -> str | None:
    """What a row stands under: nothing, 三, or one of the groups of 三."""
    group = tables().group_of(terminal)
    return group if group in (None, "OUTCOMES") else "leaf"


def _shifted(places: Sequence[_Place], separator: str) -> dict[int, int]:
    """The rows that are out of line, by their position, each with by how many columns.

    Some layouts keep a field for what a merged cell covers, so that rows begin behind equally many fields; others do not,
    so that they begin behind equally many empty ones. A row is out of line if it is so by each view that holds for the rest.
    """
    most = len(places) // _ROWS_FOR_ONE
    by_fields = _outliers(places, [place.lead.count(separator) for place in places])
    if not by_fields:
        return by_fields
    by_blanks = _outliers(places, [_blanks(place.lead, separator) for place in places])
    views = [view for view in (by_fields, by_blanks) if len(view) <= most]
    return {number: by for number, by in views[0].items() if number in views[-1]} if views else {}


def _blanks(lead: str, separator: str) -> int:
    return sum(not letters(field) for field in lead.split(separator)[:-1])


def _outliers(places: Sequence[_Place], columns: Sequence[int]) -> dict[int, int]:
    """The rows that do not begin where most of their level do, nor where most of the table does."""
    if len(set(columns)) == 1:
        return {}
    common = Counter(columns).most_common(1)[0][0]
    found: dict[int, int] = {}
    for members in _by_level(places):
        usual, times = Counter([columns[number] for number in members]).most_common(1)[0]
        if times >= 2 and times * 2 > len(members) > times:
            found |= {n: columns[n] - usual for n in members if columns[n] not in (usual, common)}
    return found


def _by_level(places: Sequence[_Place]) -> Iterable[list[int]]:
    """The rows of each level, by their positions."""
    members: dict[str | None, list[int]] = {}
    for number, place in enumerate(places):
        members.setdefault(place.level, []).append(number)
    return members.values()


def _without_parts(text: str, places: Sequence[_Place], shifted: dict[int, int], separator: str) -> dict[int, int]:
    """The rows out of line but for a part of the table that is so throughout: behind a page break columns may be others.

    The first row behind one has blanks in front where merged cells go on, or has lost them to what was put above it.
    """
    breaks = [text.count("\n", one.start, other.start) for one, other in pairwise(places)]
    usual = Counter(breaks).most_common(1)[0][0]
    parts = [0, *accumulate(count > usual for count in breaks)]
    in_line = {part for number, part in enumerate(parts) if number not in shifted}
    firsts = {parts.index(part) for part in set(parts) if part}
    return {
        number: by
        for number, by in shifted.items()
        if parts[number] in in_line
        and not (number in firsts and _are_blanks_near(text, places[number - 1], places[number], by, separator))
    }


def _are_blanks_near(text: str, before: _Place, place: _Place, by: int, separator: str) -> bool:
    """Whether a row has the fields that it is moved by as blanks in front; or lacks them, and what was put above it took them."""
    above = text.find("\n", before.start) + 1
    line = place.lead if by > 0 else text[above : text.find("\n", above)]
    *fields, words = line.split(separator)[: abs(by) + 1]
    return len(fields) == abs(by) and letters(words) != "" and not any(map(letters, fields))


def _finding(row: Row, by: int) -> Finding:
    name = row_name(row.key)
    side = Text("右", "right") if by > 0 else Text("左", "left")
    return RULE.finding(
        Text(
            f"“{name.zh}”行比同级各行向{side.zh}错开 {abs(by)} 格；七个数齐全，仍按次序读取",
            f"row “{name.en}” stands {numbered(abs(by), 'column')} to the {side.en} of its like; its seven values are read in order",
        ),
        row.label,
        key=row.key,
        label=Text("与上下各行没有对齐", "out of line"),
        help=Text(
            "检查这一行合并或多余的单元格，使行名和数字与上下各行对齐",
            "look for merged or superfluous cells in this row and bring it into line",
        ),
        anchor=row.key,
    )

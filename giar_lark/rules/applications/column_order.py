"""表头各列的次序与格式文本不同。

查什么
    表二、表三、表四的表头里，各列名称应按格式文本的次序排列。giar-lark 一律按格式文本的次序读数：表头换了次序，就不知
    道该信表头还是该信位置，读出的数可能错列。

    表三的三层表头先写“总计”、再写五类组织，这种写法照样接受。
为什么
    表头和数字对不上时，每一格都可能算在别的名下，而合计仍然相符，从数字上看不出来。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件各表的表头。
怎么改
    按格式文本改正表头；数字如果也跟着换了列，一并移回。
何时不必理会
    没有例外。

The columns of a header are not in the official order.

What it checks
    The columns in the headers of tables 2, 3 and 4 stand in the order of the format. giar-lark reads values in that
    order always: with another header nobody knows whether to believe the header or the position, and values may stand
    in the wrong column.

    A header on three levels may name the total of table 3 before the five kinds of organisation.
Why it matters
    If header and numbers do not belong together, every cell may count for another column, while the sums still hold:
    the numbers do not show it.
Basis
    Letters 30 (2021) and 60 (2019), annex: the headers of the tables.
How to mend
    Correct the header as in the format; if the numbers changed columns with it, move them back as well.
When to ignore
    Never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.compiled import compiled
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.manual import Fault
from giar_lark.model.report import Table
from giar_lark.official.names import SHORT_TABLE_NAMES
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official, vocabulary
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_frames
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span
from giar_lark.tokenise.text.fold import letters

RULE = Rule(
    code="SY-07",
    name="column-order",
    severity=Severity.ERROR,
    summary=Text("表头各列的次序与格式文本不同", "columns are not in the official order"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="信息内容 本年制发件数 现行有效件数 本年废止件数\n规章\t0\t0\t0\n行政规范性文件\t3\t1\t15",
        right="信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t3\t1\t15",
    ),
)


class _Wrong(NamedTuple):
    """A header by its number in the table, the columns or heads that it names, and the official ones."""

    header: int
    found: tuple[str, ...]
    columns: tuple[str, ...]


@sought_in_frames
def _look(context: Context, table: Table) -> Iterator[_Wrong]:
    for number, (span, columns) in enumerate(_headers(table)):
        header = context.plain[slice(*span)]
        wrong = _wrong_order(header, table.key, columns)
        heads = _heads(table.key)
        wrong_heads = _wrong_heads(header, heads) if wrong is None else None
        if wrong is not None:
            yield _Wrong(number, wrong, columns)
        elif wrong_heads is not None:
            yield _Wrong(number, wrong_heads, heads)


@asked_where(_look)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each header with columns in another order, beside each other on a line or each on its own.

    The text of a page breaks labels over lines; then only what stands whole on a line can be compared.
    """
    for table, (number, found, columns) in context.in_frames(_look):
        span, _ = list(_headers(table))[number]
        yield _finding(span, table.key, found, columns)


def _headers(table: Table) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Each header of a table with the terminals of its columns, in the official order."""
    for block in table.blocks:
        yield block.header_span, _block_columns(block.caption, block.template)
    for span in table.headers:
        yield span, _table_columns(table.key)


@cache
def _block_columns(caption: str, template: str) -> tuple[str, ...]:
    spec = next(spec for spec in tables().blocks if spec.caption == caption)
    return spec.headers[template].columns


@cache
def _table_columns(key: str) -> tuple[str, ...]:
    data = tables()
    return data.applicants if key == "t3" else tuple(data.results) * len(data.case_groups)


@lru_cache(maxsize=1024)
def _wrong_order(header: str, key: str, columns: tuple[str, ...]) -> tuple[str, ...] | None:
    """The columns that a header names in another order; None if it names them in the official one, as nearly all do."""
    lines = header.split("\n")
    found = [named for line in lines if (named := _columns_in(letters(line), columns))]
    if all(len(named) == 1 for named in found):
        found = [tuple(named[0] for named in found)] if len(found) == len(columns) else []
    return next((named for named in found if not _in_order(key, named, columns)), None)


@lru_cache(maxsize=256)
def _wrong_heads(header: str, heads: tuple[str, ...]) -> tuple[str, ...] | None:
    """The heads above columns that stand on one line in another order; None if they do not."""
    lines = (tuple(dict.fromkeys(_named_in(letters(line), heads))) for line in header.split("\n"))
    return next((named for named in lines if list(named) != [head for head in heads if head in named]), None)


@cache
def _heads(key: str) -> tuple[str, ...]:
    """The heads in the header of a table in their order: groups of columns, and in table 3 the column beside the only one."""
    data = tables()
    return {
        "t3": (data.applicants[0], "LEGAL_PERSONS"),
        "t4": ("RECONSIDERATION", "LITIGATION", *list(data.case_groups)[1:]),
    }.get(key, ())


def _columns_in(words: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The terminals of the columns that some letters name, in their order; the head above several columns is none of them."""
    return _named_in(words.replace(letters(official("LEGAL_PERSONS")), " "), columns)


def _named_in(words: str, labels: tuple[str, ...]) -> tuple[str, ...]:
    """The terminals of the labels that some letters name, in their order."""
    terminals = _spellings(labels)
    if not terminals:
        return ()
    names = "|".join(map(re.escape, sorted(terminals, key=len, reverse=True)))
    return tuple(terminals[name] for name in compiled(names).findall(words))


@cache
def _spellings(columns: tuple[str, ...]) -> dict[str, str]:
    """The letters of each spelling of some columns, and the terminal that it stands for."""
    return {letters(text): terminal for terminal in reversed(columns) for text in vocabulary()[terminal]}


def _in_order(key: str, named: Sequence[str], columns: tuple[str, ...]) -> bool:
    """Whether columns come as in the format; some of them may be missing, but for table 4, which has each name three times."""
    if len(named) == len(columns):
        return sorted(named) != sorted(columns) or tuple(named) in _accepted(key, columns)
    if key == "t4" or len(set(named)) < len(named):
        return True
    return any(list(named) == [name for name in order if name in named] for order in _accepted(key, columns))


def _accepted(key: str, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The orders in which a sound header names its columns.

    总计 is the last column of table 3, but on three levels of header it is printed before the organisations.
    """
    if key != "t3":
        return (columns,)
    person, *organisations, total = columns
    return columns, (person, total, *organisations)


def _finding(span: Span, key: str, found: Sequence[str], columns: Sequence[str]) -> Finding:
    name = SHORT_TABLE_NAMES[key]
    due = columns if len(found) == len(columns) else sorted(found, key=columns.index)
    stands, wanted = next((official(a), official(b)) for a, b in zip(found, due, strict=True) if a != b)
    return RULE.finding(
        Text(
            f"{name.zh}表头的次序与格式文本不同：应为“{wanted}”的位置上是“{stands}”；数字仍按格式文本的次序读取",
            f"the columns of {name.en} are not in the official order: “{stands}” stands where “{wanted}” belongs; values are"
            " read in the official order all the same",
        ),
        span,
        key=key,
        label=Text("列的次序不同", "another order"),
        help=Text(
            "对照原表：若数字也换了列，移回原列后再检查",
            "compare with the original; move the numbers back if they changed columns, too",
        ),
        anchor=key,
    )

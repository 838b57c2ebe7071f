"""The findings whose drawing is kept in `tests/golden/render/`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from render_sample import addends, cell_span, document, finding, text_span

from giar_lark.findings import Elsewhere, Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.render.document import Document
from giar_lark.source.address import Address
from giar_lark.source.span import Edit, Span

Case = tuple[Document, Sequence[Finding]]
_TYPES = ("natural_person", "commercial_enterprise", "research_institution")


def column_does_not_balance() -> Case:
    """Four rows under one heading."""
    found = document(("（七）总计\t\t13", "（七）总计\t\t12"))
    key = "t3.total_processed.natural_person"
    rows = [f"t3.{row}.natural_person" for row in ("new_received", "carried_in", "carried_forward")]
    return found, [finding(cell_span(found, key), key=key, related=addends(found, *rows))]


def many_addends() -> Case:
    """More rows than are shown: the rest is summed up."""
    found = document(("（七）总计\t\t13", "（七）总计\t\t12"))
    key = "t3.total_processed.natural_person"
    leaves = [c.key for c in found.report.cells if c.key.endswith(".natural_person")] if found.report else []
    return found, [finding(cell_span(found, key), key=key, code="T3-02", related=addends(found, *leaves[2:-2]))]


def row_does_not_add_up() -> Case:
    """One row, the total wrong, the addends marked below."""
    found = document(("9\t1\t0\t0\t0\t0\t10", "9\t1\t0\t0\t0\t0\t11"))
    related = addends(found, *(f"t3.granted.{column}" for column in _TYPES[:2]))
    message = Text("“（一）予以公开”行：六类之和＝10，总计＝11，差 1", "row granted: 10 is not 11, difference 1")
    key = "t3.granted.total"
    label = Text("六类之和＝10", "the types add up to 10")
    return found, [finding(cell_span(found, key), key=key, code="T3-03", message=message, related=related, label=label)]


def group_of_table_4() -> Case:
    """A group of five results."""
    found = document(("1\t0\t0\t0\t1\t0", "1\t0\t0\t0\t2\t0"))
    key = "t4.reconsideration.total"
    related = addends(found, "t4.reconsideration.upheld")
    return found, [
        finding(cell_span(found, key), key=key, code="T4-01", related=related, label=Text("应为 1", "should be 1"))
    ]


def blank_cell() -> Case:
    """An empty cell has an empty span and is shown as a word."""
    found = document(("行政许可\t26", "行政许可\t"))
    key = "t2.licensing.decisions"
    return found, [finding(cell_span(found, key), key=key, code="T2-07", label=Text("没有数字", "no number"))]


def missing_row() -> Case:
    """A row that is not in the text, between its neighbours."""
    found = document(("\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", ""))
    key = "t3.not_processed.repeated.natural_person"
    return found, [
        finding(cell_span(found, key), key=key, code="T3-14", label=Text("缺少的行应在这里", "it should be here"))
    ]


def values_without_columns() -> Case:
    """A row of four values: they are shown in order, under no heading."""
    found = document(("9\t1\t0\t0\t0\t0\t10", "9\t1\t0\t10"))
    span = text_span(found, "9\t1\t0\t10")
    return found, [finding(span, key="t3.granted", code="T3-13", label=Text("缺少 3 个", "3 missing"))]


def wrong_label() -> Case:
    """The label of a row is what is wrong: it is shown as written."""
    found = document(("行政规范性文件\t1", "规范性文件\t1"))
    span = text_span(found, "规范性文件")
    label = Text("旧行名", "old label")
    return found, [finding(span, key="t2.normative_documents", code="T2-09", severity=Severity.WARNING, label=label)]


def safe_fix() -> Case:
    """A fix that `--fix` applies: what it puts in."""
    found = document(("行政规范性文件\t1", "规范性文件\t1"))
    span = text_span(found, "规范性文件")
    fix = Fix(edits=(Edit(span=Span(span.start, span.start), text="行政"),), safe=True)
    return found, [
        finding(span, key="t2.normative_documents", code="T2-09", severity=Severity.WARNING, repair=Later.of(fix))
    ]


def suggested_fix() -> Case:
    """A fix that is only suggested, and changes words."""
    found = document(("五、存在的主要问题及改进情况", "五、目前存在的问题及今后改进方向"))
    span = text_span(found, "五、目前存在的问题及今后改进方向")
    edits = (Edit(span=Span(span.start + 2, span.end), text="存在的主要问题及改进情况"),)
    return found, [finding(span, code="ST-03", severity=Severity.INFO, repair=Later.of(Fix(edits=edits, safe=False)))]


def fix_in_many_places() -> Case:
    """A fix of several edits: each kind once, and how many there are."""
    found = document(("2.重复申请\t0\t0\t0\t0", "2.重复申请\t\t/\t/\t"))
    keys = [f"t3.not_processed.repeated.{column}" for column in (*_TYPES, "public_welfare_organization")]
    edits = tuple(Edit(span=cell_span(found, key), text="0") for key in keys)
    fix = Fix(edits=edits, safe=True)
    return found, [
        finding(cell_span(found, keys[0]), key=keys[0], code="T3-05", severity=Severity.WARNING, repair=Later.of(fix))
    ]


def change_by_hand() -> Case:
    """A number to be compared with the register: the advice says so, and no fix is spoken of."""
    found = document(("9\t1\t0\t0\t0\t0\t10", "9\t1\t0\t0\t0\t0\t11"))
    key = "t3.granted.total"
    fix = Fix(edits=(Edit(span=cell_span(found, key), text="10"),), safe=False, by_hand=True)
    return found, [finding(cell_span(found, key), key=key, code="T3-03", repair=Later.of(fix))]


def prose() -> Case:
    """Two places on two lines of prose, the second a long one."""
    found = document(("自2023年1月1日起至2023年12月31日止", "自2023年1月1日起至2023年12月28日止"))
    title = Related(span=text_span(found, "2023年"), message=Text("标题中的年份", "the year of the title"))
    label = Text("应为12月31日", "should be 31 December")
    span = text_span(found, "12月28日")
    return found, [finding(span, code="TM-02", label=label, related=(title,))]


def far_apart_on_a_line() -> Case:
    """Two places so far apart on one line that each is shown in a part of its own."""
    far = "新收政府信息公开申请13件，" + "逐件登记、逐件审核，" * 8 + "办结14起"
    found = document(("新收政府信息公开申请13件", far))
    other = Related(span=text_span(found, "件，逐"), message=Text("这里用“件”", "“件” here"))
    label = Text("别处用“件”", "elsewhere “件”")
    return found, [finding(text_span(found, "14起"), code="FM-08", label=label, related=(other,))]


def cell_against_prose() -> Case:
    """A cell, and the sentence that says otherwise."""
    found = document(("新收政府信息公开申请13件", "新收政府信息公开申请12件"))
    said = Related(span=text_span(found, "12件"), message=Text("文字部分写 12 件", "the prose says 12"))
    key = "t3.new_received.total"
    return found, [
        finding(cell_span(found, key), key=key, code="XT-01", label=Text("表中为 13", "13 here"), related=(said,))
    ]


def prose_against_cell() -> Case:
    """A sentence, and below it the cell that says otherwise."""
    found = document(("新收政府信息公开申请13件", "新收政府信息公开申请12件"))
    key = "t3.new_received.total"
    cell = Related(span=cell_span(found, key), message=Text("表中：13", "in the table: 13"), key=key)
    label = Text("表中是 13", "the table has 13")
    return found, [finding(text_span(found, "12件"), key=key, code="XT-01", label=label, related=(cell,))]


def cell_against_last_year() -> Case:
    """A cell, and what last year's report, another file, says of it."""
    found = document()
    said = Related(
        span=Span(1, 2),
        message=Text("2022 年报告，结转下年度：4", "report on 2022, carried forward: 4"),
        key="t3.carried_forward.total",
        elsewhere=Elsewhere("2022/年报.txt", Address(88, 21)),
    )
    key = "t3.carried_in.total"
    return found, [finding(cell_span(found, key), key=key, code="YR-01", related=(said,))]


def missing_section() -> Case:
    """Something that is not there: an empty span, marked where it should stand."""
    found = document(("五、存在的主要问题及改进情况\n", ""))
    at = text_span(found, "存在的主要问题是").start
    return found, [finding(Span(at, at), code="ST-01", label=Text("标题应在这里", "the heading belongs here"))]


def more_than_five() -> Case:
    """Five excerpts of a rule, then where the others are."""
    found = document()
    keys = [cell.key for cell in found.report.cells if cell.key.endswith(".total")] if found.report else []
    return found, [finding(cell_span(found, key), key=key, code="T3-03", help=None, clause=None) for key in keys[:8]]


CASES: tuple[Callable[[], Case], ...] = (
    column_does_not_balance,
    many_addends,
    row_does_not_add_up,
    group_of_table_4,
    blank_cell,
    missing_row,
    values_without_columns,
    wrong_label,
    safe_fix,
    suggested_fix,
    fix_in_many_places,
    change_by_hand,
    prose,
    far_apart_on_a_line,
    cell_against_prose,
    prose_against_cell,
    cell_against_last_year,
    missing_section,
    more_than_five,
)

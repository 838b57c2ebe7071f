"""正文所说的行政许可、行政处罚、行政强制件数与表二不一致。

查什么
    正文中“作出行政许可（行政处罚、行政强制）N 件”，与表二（五）、（六）项核对。只说某一类（如“交通类行政处罚”）、
    某一下属单位的，或者说公示了多少条的，不核对。
为什么
    同一口径的数应当一致；不一致的，多半是统计时间或口径不同。
依据
    国办公开办函〔2021〕30号附件表二（五）、（六）项。
怎么改
    核实后改成一致；口径不同的，在正文写明口径。
何时不必理会
    正文的口径确实不同，并且已经写明。

The prose and table 2 differ on licences, penalties or coercive measures.

What it checks
    “N licences (penalties, coercive measures)” against blocks （五） and （六） of table 2. Those of one kind or of one unit,
    and items that were published, are not compared.
Why it matters
    The same thing counted in the same way has one number; where there are two, they were counted at different times.
Basis
    Letter 30 (2021), annex, table 2, blocks （五） and （六）.
How to mend
    Find out which is right; where the prose counts something else, say what.
When to ignore
    Where the prose counts something else and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Denial, Figure, Subject, When
from giar_lark.narrative.told import Told
from giar_lark.rules.clauses import DECISIONS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import MAKE_AGREE, contradicted, in_table
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of

RULE = Rule(
    code="XT-13",
    name="licences-and-penalties-in-prose",
    severity=Severity.WARNING,
    summary=Text("正文的许可、处罚件数与表二不一致", "text and table 2 differ on licences or penalties"),
    clause=DECISIONS,
    example=Example(
        wrong="作出行政处罚64件，修订主动公开目录。",
        right="作出行政处罚46件，修订主动公开目录。",
        instead_of="全年通过门户网站公开信息三百余条，修订主动公开目录。",
    ),
    fault=Fault.INACCURATE,
)
_ROWS = {"LICENSING": "licensing", "PENALTIES": "penalties", "COERCIVE_MEASURES": "coercive_measures"}
_EVENTS = frozenset({None, "MAKE", "HANDLE", "COMPLETE", "HAPPEN"})
_UNITS = frozenset("件起宗例次")
# a unit of the organ, which decides a part of all
_UNIT_OF_THE_ORGAN = lazy_pattern(r"(?:[大支中]队|分局|[股科处]室?|所|站|中心|窗口|镇|街道)(?:依法|共|累计|全年)*$")


def _decisions(told: Told) -> list[tuple[Figure, str]]:
    """The numbers of decisions, each with the cell that counts them."""
    about = [(figure, _ROWS.get(figure.subject.thing or "")) for figure in told.comparable]
    return [(figure, f"t2.{row}.decisions") for figure, row in about if row is not None and _tells_all(figure)]


def _denials(told: Told) -> list[Denial]:
    """未作出行政处罚决定."""
    whole = [each for each in told.denials if each.when is When.THIS and not each.restricted and each.closed]
    return [denial for denial in whole if any(map(_is_decision, denial.subjects))]


@held_against_cells(_decisions)
def _other_number(decided: tuple[Figure, str], cells: Cells) -> str | None:
    """The cell that has another number than the prose."""
    figure, key = decided
    number = cells.value(key)
    return None if number is None or figure.quantity.value == number else key


@held_against_cells(_denials)
def _subjects_with_decisions(denial: Denial, cells: Cells) -> list[Subject] | None:
    """The subjects of a denial of which the table has any."""
    return [each for each in filter(_is_decision, denial.subjects) if cells.value(_key_of(each))] or None


@asked_where(_other_number, _subjects_with_decisions)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number of decisions that is not the table's."""
    cells = context.cells
    for passage, (figure, _), key in contradicted(context, _other_number):
        cell = cells.at(key)
        name, value = place_of(cell), figure.quantity.value
        yield RULE.finding(
            Text(
                f"正文说{name.zh.partition('·')[0]} {value} 件，表二是 {cell.value} 件",
                f"the text says {value} for “{name.en}”, table 2 has {cell.value}",
            ),
            figure.span_in(passage),
            key=cell.key,
            label=Text(f"表中是 {cell.value}", f"the table has {cell.value}"),
            related=(in_table(cell),),
            help=MAKE_AGREE,
            anchor=f"{passage.section} {figure.phrase}",
        )
    for passage, denial, subjects in contradicted(context, _subjects_with_decisions):
        yield from _denied(denial, subjects, cells, passage)


def _key_of(subject: Subject) -> str:
    return f"t2.{_ROWS[subject.thing or '']}.decisions"


def _is_decision(subject: Subject) -> bool:
    return subject.thing in _ROWS and subject.event in _EVENTS


def _denied(denial: Denial, subjects: Iterable[Subject], cells: Cells, passage: Passage) -> Iterator[Finding]:
    for subject in subjects:
        cell = cells.at(_key_of(subject))
        name = place_of(cell)
        yield RULE.finding(
            Text(
                f"正文说没有{name.zh.partition('·')[0]}，表二是 {cell.value} 件",
                f"the text denies “{name.en}”, table 2 has {cell.value}",
            ),
            denial.span_in(passage),
            key=cell.key,
            label=Text(f"表中是 {cell.value}", f"the table has {cell.value}"),
            related=(in_table(cell),),
            help=MAKE_AGREE,
            anchor=f"{passage.section} {subject.thing}",
        )


def _tells_all(figure: Figure) -> bool:
    if figure.part or figure.rest or figure.subject.event not in _EVENTS or figure.quantity.unit not in _UNITS:
        return False
    return not _UNIT_OF_THE_ORGAN.search(figure.phrase.partition("作出")[0]) if "作出" in figure.phrase else True

"""The pipeline: a source to a report and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from operator import itemgetter

from giar_lark.findings import Finding
from giar_lark.lean.later import Again, Later
from giar_lark.lean.records import dataclass, replace
from giar_lark.model.report import Report
from giar_lark.outcomes.outcome import Outcome
from giar_lark.rules import CHECKS, GATES_AFTER_READING, GATES_BEFORE_READING, GATES_OF_THE_REFUSED
from giar_lark.rules.context import Context
from giar_lark.rules.due import rules_asked, rules_due
from giar_lark.rules.occasions.occasion import Sign
from giar_lark.rules.rule import Check
from giar_lark.settings.config import Config
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise

# no template: nothing was seen that could tell it
NO_REPORT = Report(template="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A report and what the reading has found wrong.

    `refused` says that the source is no report that can be read; its one finding says why, and no rule need look at it.
    """

    report: Report
    findings: tuple[Finding, ...]
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A report and everything that is wrong with it, in the order of the text, each thing once."""

    report: Report
    findings: tuple[Finding, ...]


def parse(source: Source) -> Parsed:
    """The report in a source. Any source will do: what is no report costs one finding, and nothing else is said."""
    parsed = _parsed(source)
    if parsed.refused or not parsed.findings:
        return parsed
    return replace(parsed, findings=in_order(parsed.findings, source))


def _parsed(source: Source) -> Parsed:
    """The same with its findings as they come."""
    unreadable = unfit(source)
    if unreadable is not None:
        return Parsed(report=NO_REPORT, findings=(unreadable,), refused=True)
    report, findings = _read(source)
    foreign = _first_finding(GATES_AFTER_READING, Context(source=source, report=report, earlier=findings))
    if foreign is not None:
        return Parsed(report=report, findings=(foreign,), refused=True)
    return Parsed(report=report, findings=findings)


def unfit(source: Source) -> Finding | None:
    """Why a source cannot be read at all: empty, no text, too large; None if it can, be it a report or not."""
    gates = _gates(refused=source.binary, remarked=bool(source.remarks))
    return _first_finding(gates, Context(source=source, report=NO_REPORT))


@cache
def _gates(*, refused: bool, remarked: bool) -> tuple[Check, ...]:
    """The gates in front of a source that its reader has refused, or not, and of which it has remarked something, or not."""
    signs = {Sign.REMARKS: remarked, Sign.NO_TEXT: refused}
    shown = frozenset([sign for sign, is_shown in signs.items() if is_shown])
    return rules_asked((*GATES_OF_THE_REFUSED, *GATES_BEFORE_READING) if refused else GATES_BEFORE_READING, shown)


def check(source: Source, config: Config | None = None) -> Checked:
    """The report in a source and all findings that a configuration asks for.

    A source that is no report is always said to be none, whatever rules are selected, unless that very rule is ignored.
    """
    parsed, config = _parsed(source), config or Config()
    if parsed.refused:
        return Checked(
            report=parsed.report, findings=tuple(config.weighed(f) for f in parsed.findings if not config.hides(f))
        )
    context = Context(source=source, report=parsed.report, earlier=parsed.findings, options=config.options)
    found = list(parsed.findings)
    for rule in rules_due(CHECKS, context):
        found += rule.check(context)
    return Checked(report=parsed.report, findings=in_order(config.chosen(found), source))


def outcome_of(path: str, source: Source, checked: Checked) -> Outcome:
    """What has come of a file that was checked. Where it is taken elsewhere, its report is read there once more, if it is asked for."""
    return Outcome(path=path, source=source, read=report_in(source, checked.report), findings=checked.findings)


def report_in(source: Source, report: Report) -> Later[Report]:
    """The report that was read from a source."""
    return Again.having(report, _report_in, source)


def _report_in(source: Source) -> Report:
    return parse(source).report


def _read(source: Source) -> tuple[Report, tuple[Finding, ...]]:
    # most commands never parse
    from giar_lark.model.build import build_report
    from giar_lark.parse.nodes import ReportNode
    from giar_lark.parse.parser import parse_tokens

    tokens = tokenise(source)
    parsed = parse_tokens(tokens.parts, source.text)
    assert isinstance(parsed.tree, ReportNode)
    report = build_report(parsed.tree, source.text, parsed.miscounted)
    return report, (*tokens.findings, *parsed.findings)


def _first_finding(gates: Iterable[Check], context: Context) -> Finding | None:
    return next((finding for gate in gates for finding in gate.check(context)), None)


def in_order(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """Findings of one source by place, each once, for two stages may see the same slip; no two with the same id."""
    once = {(finding.span, finding.code, finding.key or "", finding.message): finding for finding in findings}
    taken: dict[_Identity, int] = {}
    return tuple([_identified(once[what], source, taken) for what in sorted(once, key=_BY_PLACE)])


_BY_PLACE = itemgetter(0, 1, 2)  # then by code and cell


# what the id of a finding is made of
_Identity = tuple[str, str, str]


def _identified(finding: Finding, source: Source, taken: dict[_Identity, int]) -> Finding:
    """A finding with an id that is not taken, which it takes: by its rule's anchor, else its text, else by a number.

    `taken` has how often each id was asked for, so that many of one id cost no more than their number.
    """
    anchor = finding.anchor
    if not anchor and not finding.key:
        anchor = "".join(source.text[finding.span.start : finding.span.end].split())
        finding = replace(finding, anchor=anchor)
    asked = own = (finding.code, finding.key or "", anchor)
    if asked not in taken:
        taken[asked] = 1
        return finding
    number = taken[asked]
    while own in taken:
        number += 1
        own = (*asked[:2], f"{anchor}#{number}")
    taken[asked], taken[own] = number, 1
    return replace(finding, anchor=own[2])

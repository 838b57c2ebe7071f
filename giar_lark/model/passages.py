"""The prose of a report as rules read it, in order: what stands above the first section, then section by section."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from giar_lark.model.flow import Flow, flow_of
from giar_lark.model.passage import FRONT, Passage
from giar_lark.model.prose import Prose
from giar_lark.model.report import Report


def passages_of(report: Report) -> tuple[Passage, ...]:
    """The passages of a report. No titles, no tables."""
    return tuple([passage for section, prose in _parts(report) for passage in prose.passages(section)])


def flows_of(report: Report) -> tuple[Flow, ...]:
    """The flow of each section that has prose; `front` is the first if anything stands above the sections."""
    told = [(section, prose) for section, prose in _parts(report) if prose.stretch.passages]
    return tuple([_flow(section, [prose for _, prose in group]) for section, group in groupby(told, itemgetter(0))])


def _flow(section: str, parts: list[Prose]) -> Flow:
    """The flow of a section, which may stand in a report twice in a row."""
    if len(parts) == 1:
        return parts[0].flow(section)
    return flow_of(section, [passage for part in parts for passage in part.passages(section)], parts[0].text)


def _parts(report: Report) -> list[tuple[str, Prose]]:
    return [(FRONT, report.above), *((section.key, section.prose) for section in report.sections)]

"""The prose of a report as rules read it, in order: what stands above the first section, then section by section."""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter

from giar_lark.model.part import Part, part_of
from giar_lark.model.passage import FRONT, Passage
from giar_lark.model.report import Report


def passages_of(report: Report) -> tuple[Passage, ...]:
    """The passages of a report. No titles, no tables."""
    return tuple(chain.from_iterable([part.passages for part in parts_of(report)]))


def parts_of(report: Report) -> tuple[Part, ...]:
    """The prose of each section that has any; `front` is the first if anything stands above the sections."""
    prose = [(FRONT, report.above), *[(section.key, section.prose) for section in report.sections]]
    told = [(section, piece) for section, piece in prose if piece]
    if len(dict(told)) == len(told):
        return tuple([Part(section, piece.start, piece.stretch) for section, piece in told])
    groups = groupby(told, itemgetter(0))
    return tuple([part_of(section, [piece for _, piece in group]) for section, group in groups])

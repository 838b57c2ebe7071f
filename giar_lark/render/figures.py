"""The figures of a run as tables of plain values: by rule, by organ, by year. Terminal, page and workbook draw them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.outcomes.statistics import Group, Statistics
from giar_lark.render.theme import SEVERITY_WORDS

_WORST_SHOWN = 3


class Kind(Enum):
    """What a column holds."""

    NAME = auto()
    COUNT = auto()
    SHARE = auto()
    WORDS = auto()


class Column(NamedTuple):
    """The head of a column, and what it holds: names and words as text, counts as whole numbers, shares from 0 to 1."""

    head: str
    kind: Kind


Value = str | int | float


class Figures(NamedTuple):
    """A table: its title, columns, and rows with a value for each column."""

    title: str
    columns: tuple[Column, ...]
    rows: list[tuple[Value, ...]]


_FILES = Text("份数", "reports")
_HIT = Text("有问题", "with findings")
_SHARE = Text("占比", "share")
# the name of an organ or year that reports do not say
UNKNOWN = Text("（未写明）", "(not said)")


def rule_figures(statistics: Statistics, summaries: Mapping[str, Text], lang: str) -> Figures:
    """A row a rule, the most frequent first: findings, the reports they stand in, their share of all, and what it is."""
    files = statistics.whole.files
    heads = (
        (Text("规则", "rule"), Kind.NAME),
        (Text("名称", "name"), Kind.NAME),
        (Text("处数", "findings"), Kind.COUNT),
        (_FILES, Kind.COUNT),
        (_SHARE, Kind.SHARE),
        (Text("说明", "what it says"), Kind.WORDS),
    )
    rows: list[tuple[Value, ...]] = [
        (
            count.code,
            count.name,
            count.findings,
            count.files_hit,
            count.files_hit / max(files, 1),
            _summary(count.code, summaries, lang),
        )
        for count in statistics.rules
    ]
    return Figures(Text("按规则", "By rule").in_language(lang), _columns(heads, lang), rows)


def organ_figures(statistics: Statistics, lang: str) -> Figures:
    """A row an organ, the worst first: reports, findings by severity, and the rules with most of them."""
    heads = (
        (Text("机关", "organ"), Kind.NAME),
        *_group_heads(),
        (Text("最多的规则", "rules with most"), Kind.WORDS),
    )
    rows = [
        (name or UNKNOWN.in_language(lang), *_group_values(group), _worst(group)) for name, group in statistics.organs
    ]
    return Figures(Text("按机关", "By organ").in_language(lang), _columns(heads, lang), rows)


def year_figures(statistics: Statistics, lang: str) -> Figures:
    """A row a year, in order: reports and findings by severity."""
    heads = ((Text("年度", "year"), Kind.NAME), *_group_heads())
    rows = [
        (str(year) if year else UNKNOWN.in_language(lang), *_group_values(group)) for year, group in statistics.years
    ]
    return Figures(Text("按年度", "By year").in_language(lang), _columns(heads, lang), rows)


def share_words(share: float) -> str:
    """A share as a reader sees it: `58%`; below half a percent, that there is something."""
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def _columns(heads: tuple[tuple[Text, Kind], ...], lang: str) -> tuple[Column, ...]:
    return tuple(Column(head.in_language(lang), kind) for head, kind in heads)


def _group_heads() -> tuple[tuple[Text, Kind], ...]:
    severities = ((SEVERITY_WORDS[severity], Kind.COUNT) for severity in Severity)
    return ((_FILES, Kind.COUNT), (_HIT, Kind.COUNT), (_SHARE, Kind.SHARE), *severities)


def _group_values(group: Group) -> tuple[Value, ...]:
    return (
        group.files,
        group.files_hit,
        group.share_hit,
        *(group.severities[severity] for severity in Severity),
    )


def _worst(group: Group) -> str:
    """`T3-01×3  T3-03×2`; the rest as a sign that there is more."""
    ordered = sorted(group.rules.items(), key=lambda item: (-item[1], item[0]))
    shown = "  ".join(f"{code}×{count}" for code, count in ordered[:_WORST_SHOWN])
    return f"{shown}  …" if len(ordered) > _WORST_SHOWN else shown


def _summary(code: str, summaries: Mapping[str, Text], lang: str) -> str:
    return summaries[code].in_language(lang) if code in summaries else ""

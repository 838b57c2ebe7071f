"""The rules of a page put together: what lies on one line becomes one, and what touches makes a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from giar_lark.lean.records import dataclass, field
from giar_lark.readers.pdf.page import Rule

# rules this near to one another are one, double or not
_ONE = 2.6
# dashes with such gaps between them make one rule; rules that come this near to another touch it
_DASH, _TOUCH = 5.0, 2.5
# what is shorter than this is no rule of a table, but a stroke of a drawing
_SHORT = 5.0


@dataclass(slots=True)
class Frame:
    """Rules that touch one another."""

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)

    @property
    def rows(self) -> list[float]:
        """The heights of its level rules from the top; where upright ones end beyond them, there too."""
        return _places(self.level, self.upright)

    @property
    def columns(self) -> list[float]:
        """The places of its upright rules from the left; where level ones end beyond them, there too."""
        return _places(self.upright, self.level)


def _places(rules: Sequence[Rule], others: Sequence[Rule]) -> list[float]:
    places = [sum(group) / len(group) for group in _near([rule.at for rule in rules])]
    if others:
        first, last = min(rule.start for rule in others), max(rule.end for rule in others)
        if not places or first < places[0] - _SHORT:
            places.insert(0, first)
        if last > places[-1] + _SHORT:
            places.append(last)
    return places


def _near(places: Iterable[float]) -> list[list[float]]:
    """Places in order, in groups of near ones."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][0] <= _ONE:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def frames(rules: Iterable[Rule]) -> list[Frame]:
    """The frames that the rules of a page make, from the top."""
    whole = [rule for rule in _merged(rules) if rule.end - rule.start >= _SHORT]
    out: list[Frame] = []
    for rule in whole:
        frame = Frame(level=[rule]) if rule.level else Frame(upright=[rule])
        touched = [
            other for other in out if any(_touch(rule, r) for r in (other.upright if rule.level else other.level))
        ]
        for other in touched:
            frame.level += other.level
            frame.upright += other.upright
            out.remove(other)
        out.append(frame)
    return sorted(out, key=lambda frame: frame.rows[0])


def _touch(rule: Rule, other: Rule) -> bool:
    """Whether a level and an upright rule meet."""
    return (
        other.start - _TOUCH <= rule.at <= other.end + _TOUCH and rule.start - _TOUCH <= other.at <= rule.end + _TOUCH
    )


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """The rules, dashes and pieces that lie on one line put together; all on one line are said to be at one place."""
    out = []
    for level, same in groupby(sorted(rules), key=lambda rule: rule.level):
        ordered = list(same)
        at = 0
        for group in _near([rule.at for rule in ordered]):
            out += _run_together(level, ordered[at : at + len(group)])
            at += len(group)
    return out


def _run_together(level: bool, rules: Sequence[Rule]) -> list[Rule]:
    """Rules on one line, without the gaps that dashes leave."""
    at = sum(rule.at for rule in rules) / len(rules)
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        if out and rule.start - out[-1].end <= _DASH:
            out[-1] = Rule(level, at, out[-1].start, max(out[-1].end, rule.end))
        else:
            out.append(Rule(level, at, rule.start, rule.end))
    return out

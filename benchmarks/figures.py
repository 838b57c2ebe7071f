"""A measured figure, and the table and the plot of all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from goals import GOALS, Goal

_ROW_PIXELS, _LABEL_PIXELS, _PLOT_PIXELS = 22, 330, 460
# a bar ends where the figure is so many times better or worse than its gate
_FURTHEST = 32
_COLOURS = {"stretch": "#1b7f4b", "target": "#1b7f4b", "gate": "#8a9a2b", "below gate": "#b3423a"}


class Figure(NamedTuple):
    """What was measured of a goal, None where it could not be, and how."""

    id: str
    value: float | None
    note: str = ""

    @property
    def goal(self) -> Goal:
        """The goal that it is measured against."""
        return GOALS[self.id]

    @property
    def shown(self) -> str:
        """The figure as the table has it."""
        return "-" if self.value is None else f"{self.value:.2f}"

    @property
    def grade(self) -> str:
        """The level that it reaches."""
        return "skipped" if self.value is None else self.goal.grade(self.value)


def levels(goal: Goal) -> list[str]:
    """Gate, target and stretch with their sign; `-` where none was set."""
    sign = "≥" if goal.at_least else "≤"
    return [f"{sign}{level:g}" if level is not None else "-" for level in (goal.gate, goal.target, goal.stretch)]


def line(figure: Figure) -> str:
    """A figure as a line for the terminal."""
    cells = [f"{figure.id:<17}", f"{figure.shown:>9}", *(f"{level:>8}" for level in levels(figure.goal))]
    return f"{''.join(cells)}  {figure.grade:<11} {figure.goal.what}{f' ({figure.note})' if figure.note else ''}"


def markdown(figures: Iterable[Figure], head: Sequence[str]) -> str:
    """All figures as a page with a table."""
    rows = [
        f"| {' | '.join((figure.id, figure.goal.what, figure.shown, *levels(figure.goal), figure.grade, figure.note))} |"
        for figure in figures
    ]
    title = "| goal | what | figure | gate | target | stretch | reaches | how |"
    return "\n".join(("# Benchmark", "", *(f"{text}  " for text in head), "", title, "|---" * 8 + "|", *rows, ""))


def plot(figures: Iterable[Figure]) -> str:
    """How far each figure is from its gate, as an SVG: to the right it is better, to the left worse, on a logarithmic scale."""
    shown = [figure for figure in figures if figure.value and figure.goal.gate]
    width, height = _LABEL_PIXELS + _PLOT_PIXELS + 70, _ROW_PIXELS * (len(shown) + 2)
    middle = _LABEL_PIXELS + _PLOT_PIXELS // 2
    bars = "".join(_bar(figure, number, middle) for number, figure in enumerate(shown, 1))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<text x="{middle}" y="15" text-anchor="middle">worse ← the gate → better (each way to {_FURTHEST} times)</text>'
        f'{bars}<line x1="{middle}" x2="{middle}" y1="20" y2="{height}" stroke="#333"/></svg>\n'
    )


def _bar(figure: Figure, number: int, middle: int) -> str:
    goal, value = figure.goal, figure.value
    assert goal.gate and value
    times = value / goal.gate if goal.at_least else goal.gate / value
    reach = max(-1.0, min(1.0, math.log(times) / math.log(_FURTHEST)))
    length = abs(reach) * _PLOT_PIXELS / 2
    x, y = (middle if reach > 0 else middle - length), number * _ROW_PIXELS
    return (
        f'<text x="{_LABEL_PIXELS - 8}" y="{y + 15}" text-anchor="end">{escape(f"{figure.id} {goal.what}"[:56])}</text>'
        f'<rect x="{x:.1f}" y="{y + 3}" width="{length:.1f}" height="{_ROW_PIXELS - 6}" fill="{_COLOURS[figure.grade]}"/>'
        f'<text x="{_LABEL_PIXELS + _PLOT_PIXELS + 6}" y="{y + 15}">{figure.shown}</text>'
    )

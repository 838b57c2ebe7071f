"""A problem of a configuration file as lines on a terminal: a sentence, the line in question, and a mark below it."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.render.cells import printable, width_of
from giar_lark.settings.problem import Problem
from giar_lark.settings.relative import near


def problem_lines(problem: Problem, lang: str) -> Iterator[str]:
    """`giar-lark: giar-lark.toml:3:1: …`, then the line itself with a mark below."""
    path = printable(near(problem.path))
    place = f"{path}:{problem.line}:{problem.column}" if problem.line else path
    yield f"giar-lark: {place}: {printable(problem.message.in_language(lang))}"
    if not problem.excerpt.strip():
        return
    start, end = problem.column - 1, problem.column - 1 + problem.width_chars
    before, marked = printable(problem.excerpt[:start]), printable(problem.excerpt[start:end])
    gutter = f"{problem.line} | "
    yield f"  {gutter}{printable(problem.excerpt)}"
    yield f"  {' ' * (len(gutter) - 2)}| {' ' * width_of(before)}{'^' * max(width_of(marked), 1)}"

"""How time grows: with more of the same, with inputs made to be slow, with more that is wrong (G6 to G8)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import documents
from figures import Figure
from goals import GOALS
from timing import Job, exponent, interleaved, least_time, least_times, program_garbage

import giar_lark
from giar_lark.source.source import Source

_SLOW_SECONDS = 5.0


def growth() -> Iterator[Figure]:
    """G6: the exponent of the last decade."""
    text = documents.canonical()
    for id, grown in (
        ("G6-narrative", documents.with_narrative),
        ("G6-error", documents.with_narrative_and_error),
        ("G6-rows", documents.with_rows),
        ("G6-led", documents.with_led_rows),
        ("G6-blanks", documents.with_blanks),
        ("G6-blocks", documents.with_disclosure_rows),
    ):
        small, large = grown(text, 100), grown(text, 1000)
        with program_garbage():
            before, after = least_times(partial(_parse, small), partial(_parse, large))
        yield Figure(
            id, exponent(before, after, len(large) / len(small)), f"{len(large):,} characters in {after:.2f} s"
        )


def traps(files: list[Path]) -> Iterator[Figure]:
    """G7: the worst growth and the worst cost of all traps."""
    text = documents.canonical()
    texts = [path.read_text("utf-8") for path in files]
    size = sum(len(one.encode()) for one in texts)
    exponents, cost = {}, {}
    smaller = dict(documents.traps(text, 1_000))
    for (name, small), (_, large) in zip(documents.traps(text, 10_000), documents.traps(text, 100_000), strict=True):
        if least_time(partial(_parse, small), 1) > _SLOW_SECONDS:
            # the larger one would take minutes, and the verdict is clear
            small, large = smaller[name], small
        with program_garbage():
            seconds, longer = least_times(partial(_parse, small), partial(_parse, large))
            usual, beside = least_times(lambda: [_parse(one) for one in texts], partial(_parse, large))
        exponents[name] = exponent(seconds, longer, 10)
        cost[name] = (beside / len(large.encode())) / (usual / size)
    yield Figure("G7-growth", max(exponents.values()), _worst(exponents, GOALS["G7-growth"].gate or 0))
    yield Figure("G7-cost", max(cost.values()), _worst(cost, GOALS["G7-cost"].gate or 0))


def errors(rounds: int) -> Iterator[Figure]:
    """G8."""
    clean = Source(documents.canonical())
    wrong = Source(documents.with_unknown_rows(clean.text, 100))
    count = len(giar_lark.check(wrong).findings)
    jobs: dict[str, Job] = {"clean": partial(giar_lark.check, clean), "wrong": partial(giar_lark.check, wrong)}
    times = interleaved(jobs, rounds)
    yield Figure("G8", times["wrong"].over(times["clean"]), f"{count} findings")


def _worst(figures: dict[str, float], gate: float) -> str:
    """The traps that miss the gate, or the worst of those that all keep it."""
    ranked = sorted(figures.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{name} {figure:.2f}" for name, figure in ranked if figure > gate or (name, figure) == ranked[0])


def _parse(text: str) -> giar_lark.Parsed:
    return giar_lark.parse(Source(text))

"""What is shown while a run is going on: how fast, how long still, and which rules have found how much."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from giar_lark.cli.language import say
from giar_lark.containers.files import Found
from giar_lark.runs.part import Part

if TYPE_CHECKING:
    from rich.console import RenderableType

# between two lines where there is no terminal to show it on
_LINE_SECONDS = 10.0
_RULES = 8
_BAR_CHARS = 24
Show = Callable[[Part], None]


class _Progress:
    """Counts over a run."""

    def __init__(self, total: int, before: int) -> None:
        self.total, self.before = total, before
        self.done = 0
        self.rules = Counter[str]()
        self.lost = 0
        self.started = time.monotonic()

    def add(self, part: Part) -> None:
        """Count what has come of some documents."""
        self.done += len(part.lines)
        self.rules += part.rules
        self.lost += sum(count for status, count in part.statuses.items() if status.has_failed)

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.done / max(time.monotonic() - self.started, 1e-9)

    def words(self, lang: str) -> str:
        """One line about where the run is."""
        done, total = self.before + self.done, self.before + self.total
        left = _duration((self.total - self.done) / self.rate, lang) if self.done else "?"
        lost = say(f"，放弃 {self.lost}", f", {self.lost} given up", lang) if self.lost else ""
        return say(
            f"{done}/{total} 份，每秒 {self.rate:.0f} 份，还需 {left}{lost}",
            f"{done:,}/{total:,} documents, {self.rate:,.0f}/s, {left} left{lost}",
            lang,
        )


@contextmanager
def display(total: int, before: int, lang: str) -> Iterator[Show]:
    """What to call with each part that is done; `before` is how many documents were done by earlier runs."""
    progress = _Progress(total, before)
    if sys.stderr.isatty():
        with _live(progress, lang) as show:
            yield show
    else:
        yield _lines(progress, lang)


def looked_at(found: Iterable[Found], total: int, lang: str) -> Iterator[Found]:
    """The files, as they are looked at for the documents in them; where that takes long, it is told how many were."""
    pause = _Pause()
    for number, one in enumerate(found, 1):
        yield one
        if pause.is_over():
            _tell(say(f"清点文件：{number}/{total}", f"looking at the files: {number:,}/{total:,}", lang))


class _Pause:
    """The time between two lines."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def is_over(self) -> bool:
        """Whether it is time for the next line; then the next pause begins."""
        if time.monotonic() - self._since < _LINE_SECONDS:
            return False
        self._since = time.monotonic()
        return True


def _tell(words: str) -> None:
    print(f"giar-lark: {words}", file=sys.stderr, flush=True)


def _lines(progress: _Progress, lang: str) -> Show:
    pause = _Pause()

    def show(part: Part) -> None:
        progress.add(part)
        if pause.is_over():
            _tell(progress.words(lang))

    return show


@contextmanager
def _live(progress: _Progress, lang: str) -> Iterator[Show]:
    from rich.console import Console
    from rich.live import Live

    console = Console(stderr=True, highlight=False, emoji=False, markup=False)
    with Live(_view(progress, lang), console=console, transient=True, redirect_stdout=False) as live:

        def show(part: Part) -> None:
            progress.add(part)
            live.update(_view(progress, lang))

        yield show


def _view(progress: _Progress, lang: str) -> RenderableType:
    from rich.console import Group
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    total = max(progress.before + progress.total, 1)
    line = Table.grid(padding=(0, 2))
    line.add_row(
        ProgressBar(total=total, completed=progress.before + progress.done, width=_BAR_CHARS),
        Text(progress.words(lang)),
    )
    rules = "  ".join(f"{code} {count}" for code, count in progress.rules.most_common(_RULES))
    return Group(line, Text(rules, style="dim", no_wrap=True, overflow="ellipsis"))


def _duration(seconds: float, lang: str) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return say(f"{hours} 小时 {minutes} 分", f"{hours} h {minutes} min", lang)
    return (
        say(f"{minutes} 分 {rest} 秒", f"{minutes} min {rest} s", lang)
        if minutes
        else say(f"{rest} 秒", f"{rest} s", lang)
    )

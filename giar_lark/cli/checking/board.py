"""What a watched check shows around its findings: what has changed, the sum of all, and that it waits."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from giar_lark.cli import clock
from giar_lark.cli.checking.snapshot import Changes
from giar_lark.cli.language import say
from giar_lark.render.summary import Tally, standing_lines

_NAMED_MOST = 3


class Board:
    """On a terminal each round has the screen for itself; elsewhere a line stands between two rounds."""

    def __init__(self, lang: str) -> None:
        """By whether standard output is a terminal."""
        self._lang, self._is_screen = lang, sys.stdout.isatty()

    def begin(self, changes: Changes, *, is_first: bool) -> None:
        """Begin a round: the time, and what has changed."""
        if self._is_screen:
            from giar_lark.render.page import console_for

            console_for(sys.stdout).clear()
        count = len(changes.changed)
        first = say(f"检查 {count} 个文件", f"checking {count} {'file' if count == 1 else 'files'}", self._lang)
        self._say(
            f"{'' if self._is_screen else '--- '}{clock.now():%H:%M:%S}  {first if is_first else self._news(changes)}"
        )

    def sum_up(self, total: Tally, checked: int, seconds: float, *, has_news: bool) -> None:
        """End a round: the sum of all reports, and what the round has cost."""
        if checked and not has_news and total.severities.total():
            self._say(say("改动的文件没有发现问题", "nothing found in what has changed", self._lang))
        for line in standing_lines(total, checked, seconds, self._lang):
            self._say(line)

    def wait(self) -> None:
        """Say that nothing is done until something changes."""
        if self._is_screen:
            self._say(say("等待改动；按 Ctrl-C 结束", "waiting for changes; Ctrl-C ends", self._lang))

    def end(self) -> None:
        """Leave the line on which the terminal shows what was pressed."""
        if self._is_screen:
            self._say("")

    def _news(self, changes: Changes) -> str:
        changed = [found.path for found in changes.changed] + list(changes.words)
        gone = [found.path for found in changes.gone]
        parts = (
            say(f"改动：{self._names(changed)}", f"changed: {self._names(changed)}", self._lang) if changed else "",
            say(f"删除：{self._names(gone)}", f"removed: {self._names(gone)}", self._lang) if gone else "",
        )
        return say("；", "; ", self._lang).join(filter(None, parts))

    def _names(self, paths: Sequence[str]) -> str:
        names = [os.path.basename(path) for path in paths[:_NAMED_MOST]]
        more = len(paths) - len(names)
        listed = say("、", ", ", self._lang).join(names)
        return listed + (say(f" 等 {len(paths)} 个文件", f" and {more} more", self._lang) if more else "")

    def _say(self, line: str) -> None:
        sys.stdout.flush()
        print(line, file=sys.stderr, flush=True)

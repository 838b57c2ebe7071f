"""A conformance run: the suite, the parsers, the tables at its end."""

from __future__ import annotations

import os
import shlex
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

from rich.text import Text as Styled

from giar_lark.cli.exits import FINDINGS, OK, usage_error
from giar_lark.cli.language import say
from giar_lark.cli.scoreboard import Scores, changed_lines, failures, golden_table, matrix, scoreboard, show, summary
from giar_lark.conformance.adapter import OWN, Adapter, own_adapter
from giar_lark.conformance.case import Suite
from giar_lark.conformance.golden import propose, write
from giar_lark.conformance.junit import results_junit
from giar_lark.conformance.ledger import Ledger, LedgerError, read_ledger
from giar_lark.conformance.page import results_page
from giar_lark.conformance.run import BAD, Result, run
from giar_lark.conformance.shapes import SuiteError
from giar_lark.conformance.suite import read_suite
from giar_lark.conformance.track import TrackError, changes, read_track, statuses, write_track
from giar_lark.lean.records import dataclass
from giar_lark.render.page import console_for

_ALL = "all"
Memory = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a run. Units: `timeout` in seconds a text."""

    folder: Path
    adapters: tuple[str, ...]
    only: str
    jobs: int
    timeout: float
    known: Path | None
    track: Path | None
    junit: Path | None
    html: Path | None
    update_golden: bool


def run_suite(order: Order, lang: str) -> int:
    """Run a suite and print how it went; the exit code. Whatever is wrong with the order is told before the run."""
    suite = _suite(order.folder, lang)
    cases = [case for case in suite.cases if fnmatchcase(case.name, order.only)]
    if not cases:
        raise usage_error(say(f"没有用例匹配 {order.only}", f"no case matches {order.only}", lang))
    adapters = _adapters(order.adapters, suite, lang)
    if order.update_golden and adapters != [own_adapter()]:
        words = say("只按本程序的结果改写期望", "expectations are written from this parser's results only", lang)
        raise usage_error(words)
    ledgers = [_ledger(order.known, suite, adapter, lang) for adapter in adapters]
    _check_targets(order, lang)
    memory = _memory(order.track)
    started = time.perf_counter()
    scores: Scores = {}
    for adapter, ledger in zip(adapters, ledgers, strict=True):
        with _live(len(cases), adapter.name, lang) as seen:
            scores[adapter.name] = run(cases, adapter, ledger, jobs=order.jobs, timeout=order.timeout, seen=seen)
    _print(scores, order, memory, lang)
    _write(suite, scores, order, memory, lang)
    seconds, count = time.perf_counter() - started, len(cases) * len(scores)
    print(say(f"{count} 个用例，用时 {seconds:.1f} 秒", f"{count} cases in {seconds:.1f} s", lang), file=sys.stderr)
    if order.update_golden:
        return _update(suite, scores, lang)
    return OK if all(result.status not in BAD for results in scores.values() for result in results) else FINDINGS


def _suite(folder: Path, lang: str) -> Suite:
    if not folder.is_dir():
        raise usage_error(say(f"没有这个文件夹：{folder}", f"no such folder: {folder}", lang))
    try:
        return read_suite(folder)
    except (OSError, SuiteError) as error:
        raise usage_error(say(f"读不出用例集：{error}", f"not a suite: {error}", lang)) from None


def _adapters(wanted: Sequence[str], suite: Suite, lang: str) -> list[Adapter]:
    """The parsers that are asked for; this one if none is."""
    known = {one.name: one for one in (own_adapter(), *suite.adapters)}
    if _ALL in wanted:
        return list(known.values())
    return [_adapter(name, known, lang) for name in dict.fromkeys(wanted or [OWN])]


def _adapter(name: str, known: dict[str, Adapter], lang: str) -> Adapter:
    title, equals, command = name.partition("=")
    if equals:
        return Adapter(name=title, command=_command(command, lang))
    if name not in known:
        names = ", ".join(known)
        raise usage_error(say(f"没有解析器 {name}；有 {names}", f"no parser {name}; there are {names}", lang))
    return known[name]


def _command(text: str, lang: str) -> tuple[str, ...]:
    try:
        command = tuple(shlex.split(text))
    except ValueError as error:
        raise usage_error(say(f"命令读不通：{text}（{error}）", f"not a command: {text} ({error})", lang)) from None
    if not command:
        raise usage_error(say("命令是空的", "the command is empty", lang))
    return command


def _check_targets(order: Order, lang: str) -> None:
    """Refuse what could not be written after the run."""
    for path in filter(None, (order.track, order.junit, order.html)):
        if not os.path.isdir(path.parent):
            raise usage_error(say(f"没有这个文件夹：{path.parent}", f"no such folder: {path.parent}", lang))
        if os.path.isdir(path) or not os.access(path if os.path.exists(path) else path.parent, os.W_OK):
            raise usage_error(say(f"不能写：{path}", f"cannot be written: {path}", lang))


def _ledger(path: Path | None, suite: Suite, adapter: Adapter, lang: str) -> Ledger:
    """The known failures of a parser; a pattern that names no case any more is wrong usage."""
    if path is not None and not path.is_file():
        raise usage_error(say(f"没有这个文件：{path}", f"no such file: {path}", lang))
    path = path or suite.folder / "expected-failures" / f"{adapter.name}.toml"
    try:
        ledger = read_ledger(path)
    except LedgerError as error:
        raise usage_error(str(error)) from None
    if stale := ledger.stale(case.name for case in suite.cases):
        names = ", ".join(stale)
        raise usage_error(say(f"{path}：没有用例匹配 {names}", f"{path}: no case matches {names}", lang))
    return ledger


@contextmanager
def _live(cases: int, name: str, lang: str) -> Iterator[Callable[[Result], None] | None]:
    """A bar with the counts so far, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = console_for(sys.stderr)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    seen: list[Result] = []
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(name, total=cases)

        def count(result: Result) -> None:
            seen.append(result)
            bar.update(task, advance=1, description=f"{name}  {summary(seen, lang).plain}")

        yield count


def _print(scores: Scores, order: Order, memory: Memory, lang: str) -> None:
    """Print what came out, and what has changed since `memory`, which cases that were not asked for stay out of."""
    console = console_for(sys.stdout)
    for name, results in scores.items():
        if len(scores) > 1:
            show(console, Styled(name, style="bold"))
        if order.track is None:
            show(console, failures(results, lang))
        else:
            before = {case: s for case, s in memory.get(name, {}).items() if fnmatchcase(case, order.only)}
            show(console, changed_lines(changes(before, statuses(results)), lang))
        if len(scores) == 1:
            show(console, scoreboard(results, lang))
        show(console, summary(results, lang))
    if len(scores) > 1:
        show(console, *matrix(scores, console.width, lang))


def _write(suite: Suite, scores: Scores, order: Order, memory: Memory, lang: str) -> None:
    """Write the files that are asked for. In the memory, cases that were not run stay as they were."""
    try:
        if order.track is not None:
            for name, results in scores.items():
                left_out = {case: s for case, s in memory.get(name, {}).items() if not fnmatchcase(case, order.only)}
                memory[name] = {**left_out, **statuses(results)}
            write_track(order.track, memory)
        if order.junit is not None:
            order.junit.write_bytes(results_junit(suite.name, scores, lang))
        if order.html is not None:
            order.html.write_text(results_page(suite, scores, lang), encoding="utf-8")
    except OSError as error:
        raise usage_error(f"{error.filename}: {error.strerror}") from None


def _memory(track: Path | None) -> Memory:
    if track is None:
        return {}
    try:
        return read_track(track)
    except TrackError as error:
        raise usage_error(str(error)) from None


def _update(suite: Suite, scores: Scores, lang: str) -> int:
    """Show what becomes of the expectations, and write it; 1 if anything is refused."""
    proposal = propose(suite, scores[OWN])
    show(console_for(sys.stdout), golden_table(proposal, lang))
    write(proposal)
    return FINDINGS if proposal.refusals else OK

"""The rounds of a watched check: what is known of each report, and what a change adds to it."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from giar_lark.cli.checking.board import Board
from giar_lark.cli.checking.checkers import checked
from giar_lark.cli.checking.ready import Ready, ready_for
from giar_lark.cli.checking.snapshot import Changes, Snapshot, Stamp
from giar_lark.cli.exits import report_fault
from giar_lark.cli.jobs import workers
from giar_lark.cli.outputs.open import Manner, open_outputs
from giar_lark.cli.outputs.sinks import Sink
from giar_lark.cli.progress import progress
from giar_lark.cli.waiting import Kept, Waiting, say_what_is_missing
from giar_lark.containers.files import Found
from giar_lark.containers.names import outer_file
from giar_lark.containers.reading import Reading
from giar_lark.lean.records import replace
from giar_lark.outcomes.fault import Fault
from giar_lark.render.summary import Tally
from giar_lark.settings.config import Config

if TYPE_CHECKING:
    from giar_lark.cli.checking.wish import Wish

# what a file was when it was checked, and by what it was judged
_Basis = tuple[Stamp, Config, Reading]


class Rounds:
    """All reports as they were checked last. Of a round what is new is shown, and the sum of all."""

    def __init__(self, wish: Wish, ready: Ready) -> None:
        """Know nothing yet."""
        self._wish = wish
        self.board = Board(ready.lang)
        self._waiting = Waiting(ready.settings)
        self._faults: dict[str, Fault] = {}
        self._bases: dict[Found, _Basis] = {}
        self._told = _Told()

    def check(self, now: Snapshot, changes: Changes) -> None:
        """Check what has changed, and show it. A configuration that is wrong is told, and a change of it waited for."""
        self.board.begin(changes, is_first=not self._bases)
        try:
            ready = ready_for(sorted(now.reports), self._wish)
        except SystemExit:
            self.board.wait()
            return
        started = time.perf_counter()
        bases = {found: (now.reports[found], ready.settings.of(found.file), ready.reading) for found in ready.found}
        touched = {found.file for found in {*bases, *self._bases} if bases.get(found) != self._bases.get(found)}
        self._forget(touched)
        stale = [found for found in ready.found if found.file in touched]
        self._read(stale, ready)
        self._bases = bases
        total = self._shown(ready, touched)
        self.board.sum_up(total, len(stale), time.perf_counter() - started, has_news=self._told.news)
        self.board.wait()

    def _forget(self, files: Collection[str]) -> None:
        self._waiting.forget(files)
        self._faults = {where: fault for where, fault in self._faults.items() if outer_file(where) not in files}

    def _read(self, stale: Sequence[Found], ready: Ready) -> None:
        with progress(stale, ready.lang) as (each, _):
            jobs = workers(self._wish.jobs, stale, ready.lang)
            for one in checked(each, replace(ready, found=stale), jobs, lambda: True):
                if isinstance(one, Fault):
                    self._faults[one.where] = one
                else:
                    self._waiting.add(one.document, one.result)

    def _shown(self, ready: Ready, touched: Collection[str]) -> Tally:
        """The sum of all, when what is new has been written."""
        self._relate(ready)
        with open_outputs(ready.plan, Manner(lang=ready.lang, fail_on=ready.fail_on)) as sink:
            total = self._told.tell(self._waiting, ready, touched, sink)
            for outcome in ready.sieve.review():
                total.add(outcome)
                sink.file(outcome)
        for fault in self._faults.values():
            report_fault(fault, ready.lang, debug=self._wish.debug)
        total.failed = len(self._faults)
        return total

    def _relate(self, ready: Ready) -> None:
        from giar_lark.relate import relates

        self._waiting.settings = ready.settings
        if len(self._waiting.documents) > 1 and relates(ready.settings.all):
            self._waiting.relate()
            say_what_is_missing(ready.settings.all, ready.lang)
        else:
            self._waiting.found = {}


class _Told:
    """What was told of each document in the rounds before."""

    def __init__(self) -> None:
        self._tallies: dict[str, Tally] = {}
        self._beside: Mapping[str, list[int]] = {}
        self._was_sifted = False
        # whether anything was found in what was written last
        self.news = False

    def tell(self, waiting: Waiting, ready: Ready, touched: Collection[str], sink: Sink) -> Tally:
        """The sum of all documents, when those of touched files are written, and those of which there is news to tell."""
        sifts, total, self.news = not ready.sieve.is_idle, Tally(), False
        tallies: dict[str, Tally] = {}
        beside = {path: [one.digest for one in found] for path, found in waiting.found.items()}
        for kept in waiting.in_order():
            is_new = kept.file in touched or beside.get(kept.path) != self._beside.get(kept.path)
            known = None if is_new else self._tallies.get(kept.path)
            if known is None or sifts or self._was_sifted:
                known = self._looked_at(kept, waiting, ready, sink, known)
            tallies[kept.path] = known
            total.take(known)
        self._tallies, self._beside, self._was_sifted = tallies, beside, sifts
        return total

    def _looked_at(self, kept: Kept, waiting: Waiting, ready: Ready, sink: Sink, known: Tally | None) -> Tally:
        """The counts of a document, which is written if they differ from what is known of it."""
        outcome, tally = ready.sieve.sifted(waiting.outcome(kept)), Tally()
        tally.add(outcome)
        if tally != known:
            sink.file(outcome)
            self.news = self.news or bool(outcome.findings)
        return tally

"""One run of `extract`: begun, gone on with, or refused; done; and told of."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from giar_lark import __version__
from giar_lark.cli.configuration import Configuration
from giar_lark.cli.exits import FINDINGS, INTERNAL, OK, usage_error
from giar_lark.cli.extracting.command_line import command_line
from giar_lark.cli.extracting.display import display, looked_at
from giar_lark.cli.extracting.words import (
    broken_off,
    changed,
    done_anew,
    finished,
    kept_of,
    not_written,
    perhaps_taken,
    resume_line,
    stopped,
    summary,
    unfinished,
)
from giar_lark.cli.stopping import Stopped, stoppable
from giar_lark.containers.files import Found
from giar_lark.containers.reading import Reading
from giar_lark.lean.records import dataclass
from giar_lark.readers.opening import read_file
from giar_lark.runs.assembly import assemble
from giar_lark.runs.chunk import Manner
from giar_lark.runs.chunks import ChangedError, Left, chunks
from giar_lark.runs.copies import archives_at_hand
from giar_lark.runs.engine import Engine
from giar_lark.runs.entry import Entry, Status
from giar_lark.runs.folder import RunFolder
from giar_lark.runs.inventory import Inventory
from giar_lark.runs.lock import Hold, held
from giar_lark.runs.output import Output
from giar_lark.runs.plan import Listed, Plan, Shard, listed, plan_of
from giar_lark.runs.saving import saved
from giar_lark.runs.succession import succeeded
from giar_lark.runs.trouble import EndedError, RunError
from giar_lark.stores.address import shown
from giar_lark.stores.store import store_of

_UNREAD = (Status.UNREADABLE, Status.OVERSIZE, Status.TIMEOUT, Status.UNREACHED)
# no line of a manifest is longer
_LINE_BYTES = 1 << 16


def again_by(
    config: Path | None, isolated: bool, limits: Sequence[str], column: str | None, id_column: str | None
) -> Callable[[str], str]:
    """The command that checks one document as it was read in this run."""
    options = [*(["--isolated"] if isolated else []), *(["--config", str(config)] if config else [])]
    options += [word for limit in limits for word in ("--limit", limit)]
    options += [*(["--column", column] if column else []), *(["--id-column", id_column] if id_column else [])]
    return lambda name: command_line(["giar-lark", "check", *options, "--debug", "--", name])


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that a run is asked for. `again` tells how to do one document; `is_divided`, whether others do the rest of the files;
    `keeps_parts`, whether what is done stays when the dataset is there, to be taken over by a later run.
    """

    found: tuple[Found, ...]
    output: Output
    settings: Configuration
    reading: Reading
    shard: Shard
    is_divided: bool
    keeps_parts: bool
    engine: Engine
    lang: str
    again: Callable[[str], str]

    def run(self, *, resume: bool, again: bool) -> int:
        """The exit code, when all is written. `again` also does what has failed before.

        Raises: the exit of a wrong usage, where it cannot be done, or is broken off by what is no document's fault.
        """
        try:
            with held(self.output.path, self._say_who) as hold, archives_at_hand(self.found) as found:
                return self._run(hold, found, resume=resume, again=again)
        except RunError as error:
            raise usage_error(error.text.in_language(self.lang)) from None
        except OSError as error:
            raise usage_error(not_written(error, self.output.shown, self.lang)) from None

    def _run(self, hold: Hold, found: Iterable[Found], *, resume: bool, again: bool) -> int:
        started = time.perf_counter()
        every = listed(looked_at(found, len(self.found), self.lang), self.reading)
        files = Inventory.of(every.files, every.counts)
        plan = plan_of(files, self._configuration(), __version__, self.shard)
        folder = RunFolder(self.output.path)
        if (resume or again) and folder.begun is None:
            run = self._finished_run()
            if run == plan.run:
                print(finished(self.output.shown, self.lang), file=sys.stderr)
                return OK
            if run is not None:
                print(done_anew(self.output.shown, len(plan.own), self.lang), file=sys.stderr)
        if resume or again:
            self._go_on(folder, plan, files)
        else:
            self._begin(folder, plan, files)
        try:
            with stoppable():
                counts = self._done(every, plan, folder, hold, again=again)
        except Stopped as stop:
            print(stopped(resume_line(), self.lang), file=sys.stderr)
            return stop.code
        print(summary(counts, self.output, time.perf_counter() - started, self.lang), end="", file=sys.stderr)
        return _exit_code(counts)

    def _say_who(self, who: str) -> None:
        print(perhaps_taken(self.output.shown, who, self.lang), file=sys.stderr)

    def _begin(self, folder: RunFolder, plan: Plan, files: Inventory) -> None:
        """Begin a run. Raises: the exit of a wrong usage, where another would be thrown away."""
        if folder.begun is not None and folder.left():
            raise usage_error(unfinished(shown(folder.path), None, self.lang))
        folder.remove()
        folder.begin(plan, files)

    def _go_on(self, folder: RunFolder, plan: Plan, files: Inventory) -> None:
        """Go on with a run, or begin the first one. What is done of files that are as they were is kept, whatever became of others.

        Raises: the exit of a wrong usage, where it was begun in another way. Shards are refused other files: each of them is a
        stretch of all, and those that are done would not fit the new ones.
        """
        begun = folder.begun
        if begun is not None and begun.has_other_files(plan) and not self.is_divided:
            kept = succeeded(folder, plan, files)
            if kept:
                print(kept_of(kept, plan.documents - kept, self.lang), file=sys.stderr)
                return
        reason = None if begun is None else begun.difference(plan)
        if reason is not None:
            raise usage_error(unfinished(shown(folder.path), reason, self.lang))
        folder.begin(plan, files)

    def _done(self, every: Listed, plan: Plan, folder: RunFolder, hold: Hold, *, again: bool) -> Counter[Status]:
        """What became of how many documents, when the files of the run are there: they grow while documents are done."""
        left = folder.left(again=again)
        try:
            with closing(self._work(every, plan, folder, left, hold)) as done:
                counts = assemble(folder.all_lines(left, done), self.output, self.again)
            if not self.keeps_parts and not any(status.has_failed for status in counts):
                folder.remove()
        except ChangedError as error:
            raise usage_error(broken_off(changed(str(error), self.lang), resume_line(), self.lang)) from None
        except OSError as error:
            words = not_written(error, self.output.shown, self.lang)
            raise usage_error(broken_off(words, resume_line(), self.lang)) from None
        except EndedError as error:
            raise usage_error(broken_off(error.text.in_language(self.lang), resume_line(), self.lang)) from None
        return counts

    def _work(self, every: Listed, plan: Plan, folder: RunFolder, left: Left, hold: Hold) -> Generator[int]:
        """Do what is left; the number of each chunk when it is done."""
        manner = Manner(long=self.output.long, version=__version__, run=plan.run)
        planned = chunks(every, plan, left, self.reading, self.settings.of)
        count = sum(map(len, left.values()))
        with display(count, len(plan.own) - count, self.lang) as show:
            for number, part in saved(self.engine(planned, manner), folder, left):
                hold.check()
                show(part)
                yield number

    def _finished_run(self) -> str | None:
        """The run whose files are there; None where there is none."""
        try:
            first, _, _ = read_file(self.output.manifest, _LINE_BYTES).partition(b"\n")
            run = Entry.of(json.loads(first)).run
        except (FileNotFoundError, ValueError, TypeError):
            return None
        return run if store_of(self.output.path).has(self.output.path) else None

    def _configuration(self) -> list[str]:
        """All that decides what the dataset says of a document."""
        by_folder = {folder: repr(config) for folder, config in self.settings.by_folder.items()}
        configs = set(by_folder.values())
        if len(configs) > 1:  # where one holds for all, another folder is no other configuration
            configs = {f"{folder}: {config}" for folder, config in by_folder.items()}
        return [repr(self.output.long), repr(self.reading), *sorted(configs)]


def _exit_code(counts: Counter[Status]) -> int:
    if counts[Status.CRASH]:
        return INTERNAL
    return FINDINGS if any(counts[status] for status in _UNREAD) else OK

"""One run of `check` over files: what comes of each is mended, related to the others, and written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from giar_lark.cli.checking.result import Done, Fresh, Result
from giar_lark.cli.exits import report_fault
from giar_lark.cli.fixing import Fixer
from giar_lark.cli.language import say
from giar_lark.cli.outputs.sinks import Sink
from giar_lark.lean.later import kept_property
from giar_lark.outcomes.fault import Fault
from giar_lark.outcomes.outcome import Outcome
from giar_lark.render.summary import Tally

if TYPE_CHECKING:
    from giar_lark.cli.configuration import Configuration
    from giar_lark.cli.sieve import Sieve
    from giar_lark.cli.waiting import Waiting
    from giar_lark.containers.document import Document


class Run:
    """Each document is looked at on its own, and a fault in one does not stop the others."""

    def __init__(self, lang: str, settings: Configuration, sieve: Sieve, fixer: Fixer, *, debug: bool) -> None:
        """Begin with nothing."""
        self.lang, self.settings, self.sieve, self.fixer, self.debug = lang, settings, sieve, fixer, debug
        self.tally = Tally()
        self.waiting: Waiting | None = None

    def documents(self, each: Iterable[Done | Fault], sink: Sink, *, several: bool) -> None:
        """Write the findings of documents: each at once, or where they are related to each other, after the last."""
        for one in each:
            if isinstance(one, Fault):
                self._fault(one)
                continue
            with self._fault_in(one.document.path):
                self._document(one, sink, several or one.document.is_inside)
        if self.waiting is not None:
            self._release(self.waiting, sink)

    @kept_property
    def relates(self) -> bool:
        """Whether anything is asked for that several reports have to be there for."""
        from giar_lark.relate import relates

        return not self.fixer.diff and relates(self.settings.all)

    def review(self, sink: Sink) -> None:
        """Write what is wrong with dismissals; it is known when all files have been checked."""
        for outcome in self.sieve.review():
            self.tally.add(outcome)
            sink.file(outcome)

    def _document(self, done: Done, sink: Sink, is_one_of_several: bool) -> None:
        result = self._mended(done) if self.fixer.is_asked else done.result
        if is_one_of_several and self.relates:
            self._wait(done.document, result)
        else:
            self._write(result.outcome, sink)

    def _wait(self, document: Document, result: Result) -> None:
        from giar_lark.cli.waiting import Waiting

        self.waiting = self.waiting or Waiting(self.settings)
        self.waiting.add(document, result)

    def _mended(self, done: Done) -> Result:
        """What is left when all is mended that can be; as it was where nothing is."""
        found = done.result.outcome
        outcome = self.fixer.mend(found, self.settings.of(done.document.file))
        self.tally.fixed += len(found.findings) - len(outcome.findings)
        return done.result if outcome is found else Fresh(outcome)

    def _release(self, waiting: Waiting, sink: Sink) -> None:
        with self._fault_in(say("几份报告之间", "several reports", self.lang)):
            waiting.relate()
        for outcome in waiting.released():
            with self._fault_in(outcome.path):
                self._write(outcome, sink)

    def _write(self, outcome: Outcome, sink: Sink) -> None:
        sifted = self.sieve.sifted(outcome)
        sink.file(sifted)
        self.tally.add(sifted)

    @contextmanager
    def _fault_in(self, where: str) -> Iterator[None]:
        """A fault of the program on one file is told, and the others go on."""
        try:
            yield
        except BrokenPipeError:
            raise
        except Exception as error:
            self._fault(Fault.of(error, where))

    def _fault(self, fault: Fault) -> None:
        self.tally.failed += 1
        report_fault(fault, self.lang, debug=self.debug)

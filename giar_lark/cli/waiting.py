"""Checked files that wait until all others are checked, for some findings need several reports."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from giar_lark.batch.shelf import Shelf
from giar_lark.cli.language import say
from giar_lark.findings import Finding
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import replace
from giar_lark.lean.spool import Spool, packed, unpacked
from giar_lark.outcomes.outcome import Outcome

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry
    from giar_lark.cli.checking.result import Result
    from giar_lark.cli.configuration import Configuration
    from giar_lark.containers.document import Document
    from giar_lark.settings.config import Config

# so many documents that were given up are worth no effort
_DROPPED_MOST = 256


class Kept(NamedTuple):
    """A checked document: its path, its file, its place in the order of all, where it is kept, and itself for the others."""

    path: str
    file: str
    order: tuple[str, ...]
    place: int
    entry: Entry | None


class Beside(NamedTuple):
    """What was found in a document beside the others: what tells it from other findings, and where it is kept."""

    digest: int
    place: int


class Waiting:
    """Checked documents of several files, or of an archive."""

    def __init__(self, settings: Configuration) -> None:
        """Hold nothing yet."""
        self.settings = settings
        self.spool = Spool()
        self.shelf = Shelf(self.spool)
        self.documents: list[Kept] = []
        self.found: Mapping[str, list[Beside]] = {}
        self._dropped = 0

    def add(self, document: Document, result: Result) -> None:
        """Keep a checked document."""
        place, entry = self.spool.put(result.packed), result.entry
        shelved = None if entry is None else self.shelf.take(entry, document.path)
        self.documents.append(Kept(document.path, document.file, document.order, place, shelved))

    def forget(self, files: Collection[str]) -> None:
        """Give up the documents of some files."""
        left = [one for one in self.documents if one.file not in files]
        self._dropped += len(self.documents) - len(left)
        self.documents = left
        if self._dropped > max(_DROPPED_MOST, len(left)):
            self._move()

    def relate(self) -> None:
        """Find what shows only beside the others."""
        from giar_lark.relate import related

        entries = (one.entry for one in self.documents if one.entry is not None)
        self._dropped += sum(map(len, self.found.values()))
        found: dict[str, list[Beside]] = defaultdict(list)
        for path, finding in related(entries, self.settings.run.config.options, self.settings.of):
            found[path].append(Beside(hash(finding), self.spool.put(packed(finding))))
        self.found = found

    def released(self) -> Iterator[Outcome]:
        """All documents, once, each with all its findings."""
        with closing(self.spool):
            yield from map(self.outcome, self.in_order())

    def in_order(self) -> list[Kept]:
        """All documents; those of an archive by name, too, however they stand in it."""
        return sorted(self.documents, key=lambda kept: kept.order)

    def outcome(self, kept: Kept) -> Outcome:
        """A document with all its findings."""
        from giar_lark.pipeline import in_order

        outcome = unpacked(Outcome, self.spool.get(kept.place))
        beside = (unpacked(Finding, self.spool.get(found.place)) for found in self.found.get(kept.path, ()))
        findings = in_order((*outcome.findings, *beside), outcome.source)
        return replace(outcome, findings=findings)

    def _move(self) -> None:
        """Leave behind what was given up; what was found beside others is found anew."""
        spool = Spool()
        shelf = Shelf(spool)
        self.documents = [
            one._replace(
                place=spool.put(self.spool.get(one.place)),
                entry=None if one.entry is None else shelf.take(one.entry, one.path),
            )
            for one in self.documents
        ]
        self.spool.close()
        self.spool, self.shelf, self.found, self._dropped = spool, shelf, {}, 0


def say_what_is_missing(configs: Sequence[Config], lang: str) -> None:
    """One line on standard error where rules about copied text are wanted and their library is not installed."""
    from giar_lark.relate import lacks_library

    if lacks_library(configs):
        words = say(
            "没有比较各份报告的文字是否雷同（YR-04、YR-05、YR-07）；请运行：pip install 'giar-lark[batch]'",
            "texts were not compared for copying (YR-04, YR-05, YR-07); run: pip install 'giar-lark[batch]'",
            lang,
        )
        print(f"giar-lark: {words}", file=sys.stderr)

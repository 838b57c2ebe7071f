"""Checked files that wait until all others are checked, for some findings need several reports."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from giar_lark.cli.language import say
from giar_lark.findings import Finding
from giar_lark.outcome import Outcome
from giar_lark.records import replace
from giar_lark.spool import Spool, unpacked

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry
    from giar_lark.cli.checking.result import Result
    from giar_lark.cli.configuration import Configuration
    from giar_lark.config import Config
    from giar_lark.containers.document import Document


class _Kept(NamedTuple):
    """A checked document: its path, its place in the order of all, and where it is kept."""

    path: str
    order: tuple[str, ...]
    place: int


class Waiting:
    """Checked documents of several files, or of an archive."""

    def __init__(self, settings: Configuration) -> None:
        """Hold nothing yet."""
        self.settings = settings
        self.spool = Spool()
        self.files: list[_Kept] = []
        self.entries: list[Entry] = []
        self.found: Mapping[str, list[Finding]] = {}

    def add(self, document: Document, result: Result) -> None:
        """Keep a checked document."""
        self.files.append(_Kept(document.path, document.order, self.spool.put(result.packed)))
        entry = result.entry
        if entry is not None:
            self.entries.append(entry)

    def relate(self) -> None:
        """Find what shows only beside the others."""
        from giar_lark.relate import relate

        self.found = relate(self.entries, self.settings.run.config.options, self.settings.of)

    def released(self) -> Iterator[Outcome]:
        """All documents, once, each with all its findings; those of an archive by name, too, however they stand in it."""
        from giar_lark.pipeline import in_order

        with closing(self.spool):
            for file in sorted(self.files, key=lambda file: file.order):
                outcome = unpacked(Outcome, self.spool.get(file.place))
                findings = in_order((*outcome.findings, *self.found.get(file.path, ())), outcome.source)
                yield replace(outcome, findings=findings)


def say_what_is_missing(configs: Sequence[Config], lang: str) -> None:
    """One line on standard error where rules about copied text are wanted and their library is not installed."""
    from giar_lark.relate import lacks_library

    if lacks_library(configs):
        words = say(
            "没有比较各份报告的文字是否雷同（YR-04、YR-05、YR-07）：请安装 giar-lark[batch]",
            "texts were not compared for copying (YR-04, YR-05, YR-07): install giar-lark[batch]",
            lang,
        )
        print(f"giar-lark: {words}", file=sys.stderr)

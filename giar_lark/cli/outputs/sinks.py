"""The two kinds of output: lines that are written as the files come, and documents that are written when all have come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Protocol

from giar_lark.lean.records import dataclass
from giar_lark.outcomes.outcome import Outcome

Write = Callable[[str], object]


class Sink(Protocol):
    """Takes files in order; `close` ends the output of a run that came to its end."""

    def file(self, outcome: Outcome) -> None:
        """Write the findings of one file."""

    def close(self) -> None:
        """Write what ends the output."""


class Document(Protocol):
    """A format that can only be written whole."""

    def add(self, outcome: Outcome) -> None:
        """Take in one file."""

    def document(self) -> bytes:
        """The whole document."""


@dataclass(frozen=True, slots=True)
class LineSink:
    """Lines, each on its own."""

    lines: Callable[[Outcome], Iterable[str]]
    write: Write

    def file(self, outcome: Outcome) -> None:
        """Write the lines of one file."""
        for line in self.lines(outcome):
            self.write(f"{line}\n")

    def close(self) -> None:
        """Nothing ends it."""


@dataclass(slots=True)
class ArraySink:
    """One JSON array over all files, written as it grows."""

    elements: Callable[[Outcome], Iterator[str]]
    write: Write
    begun: bool = False

    def file(self, outcome: Outcome) -> None:
        """Write the elements of one file."""
        for element in self.elements(outcome):
            self.write(f"{',' if self.begun else '['}\n{element}")
            self.begun = True

    def close(self) -> None:
        """Close the array."""
        self.write("\n]\n" if self.begun else "[]\n")


@dataclass(frozen=True, slots=True)
class DocumentSink:
    """A document, written at the end."""

    growing: Document
    stream: BinaryIO

    def file(self, outcome: Outcome) -> None:
        """Take in one file."""
        self.growing.add(outcome)

    def close(self) -> None:
        """Write the document."""
        self.stream.write(self.growing.document())
        self.stream.flush()


@dataclass(frozen=True, slots=True)
class ManySinks:
    """Several outputs of one run."""

    sinks: tuple[Sink, ...]

    def file(self, outcome: Outcome) -> None:
        """Write the findings of one file to each."""
        for sink in self.sinks:
            sink.file(outcome)

    def close(self) -> None:
        """End each."""
        for sink in self.sinks:
            sink.close()

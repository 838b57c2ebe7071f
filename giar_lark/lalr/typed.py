"""What parsers of either kind are fed with, and how they are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

# makes what has a method for each rule of a grammar, named as the rule or its alias
Builder = Callable[[], object]


class Typed(Protocol):
    """Anything that says which terminal of a grammar it is."""

    @property
    def type(self) -> str:
        """The name of the terminal."""


class Parser(Protocol):
    """A parser that is fed piece by piece, and that can be asked what it would take."""

    def feed(self, tokens: Sequence[Typed], at: int = 0) -> int:
        """Take tokens from a position on; return the position of the first that cannot be taken, or the end."""

    def accepts(self, terminal: str) -> bool:
        """Whether a terminal could be taken now; `$END` is the end of the stream."""

    def choices(self) -> list[str]:
        """The terminals that can be taken now."""

    def end(self) -> object:
        """The value of the whole stream; only where `accepts("$END")`."""

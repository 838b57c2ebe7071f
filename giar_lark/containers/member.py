"""What a kind of container is: its name, and the one function that lists what is in it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from giar_lark.containers.names import last_name
from giar_lark.containers.reading import Budget, Reading
from giar_lark.lean.records import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a container stands and how it is read: its path, its own name without compression, the budget of the file."""

    path: str
    name: str
    reading: Reading
    budget: Budget

    def within(self, path: str) -> Place:
        """The same for something in it, at a path of its own."""
        return replace(self, path=path, name=last_name(path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One thing in a container.

    `open` takes the path that the member is called by and is good until the next member is taken; it raises Trouble at that
    path, where the member cannot be read. Without it there is nothing to read. `order` sorts members where they do not come
    sorted. A row is a document whatever its name. What is `outside` means harm, and is told of once for the container.
    """

    name: str
    open: Callable[[str], io.BufferedReader] | None = None
    order: str = ""
    is_row: bool = False
    outside: bool = False


def _never(stream: io.BufferedReader, place: Place) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of container.

    `members` yields what is in it, in an order that is always the same, or raises Trouble; with `seeks` it needs to go back and forth, and what comes out of a stream is first taken into memory.
    `is_document` tells then what is a document after all.
    """

    name: str
    members: Callable[[io.BufferedReader, Place], Iterator[Member]]
    seeks: bool = False
    is_document: Callable[[io.BufferedReader, Place], bool] = _never

"""The lines of a TOML file: which of them says what. The reader of the standard library keeps no places."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

from giar_lark.lean.later import kept_property
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern

KeyPath = tuple[str | int, ...]
_AT_LINE = lazy_pattern(r" \(at line (\d+), column (\d+)\)$")


class Statement(NamedTuple):
    """A header or a key with its value: the path of what it says, its first line (from 1), and its text.

    An array of tables has an index in the path for each of its tables.
    """

    path: KeyPath
    line: int
    text: str


_NOTHING = Statement((), 1, "")


class Spot(NamedTuple):
    """Some characters of a line; both count from 1."""

    line: int
    column: int
    width_chars: int
    excerpt: str


def statements(text: str) -> list[Statement]:
    """The statements of a text that is TOML, in order; comments and empty lines left out. Its lines end with `\\n`."""
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    found = []
    for line, chunk in _chunks(text):
        said = tomllib.loads(chunk)
        if not said:
            continue
        if chunk.lstrip().startswith("["):
            table = path = _header(said, counts)
        else:
            path = (*table, *_names(said))
        found.append(Statement(path, line, chunk))
    return found


class Places:
    """Where a text that is TOML says what. It is taken apart when the first place is asked for."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def spot(self, path: KeyPath, value: str = "") -> Spot:
        """The place of a value in the statement with a path, or else of the path's last name.

        Where nothing has that path, it is the statement of what is nearest above it.
        """
        best = next((found for end in range(len(path), 0, -1) if (found := self._first.get(path[:end]))), _NOTHING)
        word = value or next((part for part in reversed(path) if isinstance(part, str)), "")
        start = best.text.find(word, best.text.find("=") + 1 if value else 0)
        if not word or start < 0:
            start, word = 0, best.text.partition("\n")[0].strip()
        before = best.text[:start]
        line = best.line + before.count("\n")
        return Spot(line, start - before.rfind("\n"), max(len(word), 1), self._lines[line - 1])

    @kept_property
    def _first(self) -> Mapping[KeyPath, Statement]:
        """The first statement of every path and of all that is above it."""
        first: dict[KeyPath, Statement] = {}
        for statement in statements("\n".join(self._lines)):
            for end in range(1, len(statement.path) + 1):
                first.setdefault(statement.path[:end], statement)
        return first


def spot_of_error(text: str, error: tomllib.TOMLDecodeError) -> tuple[Spot, str]:
    """Where a text stops being TOML, its end if the error does not say; and the error without the place."""
    lines, words = text.split("\n"), str(error)
    match = _AT_LINE.search(words)
    line, column = (int(match[1]), int(match[2])) if match else (len(lines), len(lines[-1]) + 1)
    return Spot(line, column, 1, lines[line - 1]), _AT_LINE.sub("", words)


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """The shortest runs of lines that are TOML by themselves, each with its first line."""
    start, chunk = 1, ""
    for number, line in enumerate(text.split("\n"), 1):
        chunk += line
        try:
            tomllib.loads(chunk)
        except tomllib.TOMLDecodeError:
            chunk += "\n"
            continue
        yield start, chunk
        start, chunk = number + 1, ""


def _header(said: Mapping[str, object], counts: dict[KeyPath, int]) -> KeyPath:
    """The path of a header; of `[[name]]` with the index of its table, which is counted."""
    names, is_array = _names(said), _is_array(said)
    path: KeyPath = ()
    for name in names[:-1]:
        path = _latest((*path, name), counts)
    path = (*path, names[-1])
    if is_array:
        counts[path] = counts.get(path, 0) + 1
    return _latest(path, counts)


def _latest(path: KeyPath, counts: Mapping[KeyPath, int]) -> KeyPath:
    return (*path, counts[path] - 1) if path in counts else path


def _names(said: object) -> tuple[str, ...]:
    """The keys down to the first value that is not a table with one key."""
    names: list[str] = []
    while isinstance(said, Mapping) and len(said) == 1:
        ((name, said),) = said.items()
        names.append(name)
    return tuple(names)


def _is_array(said: object) -> bool:
    while isinstance(said, Mapping) and len(said) == 1:
        (said,) = said.values()
    return isinstance(said, list)

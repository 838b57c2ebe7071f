"""The parsers that can be scored: any command that takes a text on standard input and gives JSON on standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from giar_lark.lean.records import dataclass

OWN = "giar-lark"
_PYTHON = "{python}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """A parser as a command, run in `folder`.

    `stream` is for a command that stays: it gets the path of a text on a line, and answers with a line of JSON. Any other
    is started for each text, which it gets on standard input.
    """

    name: str
    command: tuple[str, ...]
    about: str = ""
    folder: Path | None = None
    stream: bool = False

    def arguments(self) -> list[str]:
        """The command with `{python}` as the interpreter that runs this program."""
        return [sys.executable if part == _PYTHON else part for part in self.command]


def own_adapter() -> Adapter:
    """This parser."""
    return Adapter(
        name=OWN,
        command=(_PYTHON, "-m", "giar_lark.conformance.worker"),
        about="this program",
        stream=True,
    )

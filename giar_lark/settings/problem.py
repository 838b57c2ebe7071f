"""What is wrong with a file that a user wrote for us."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with a file, and where; no place (`line` 0) where it is the whole file.

    `excerpt` is the line as it stands there. Units: line and column count from 1, the column in code points.
    """

    path: str
    message: Text
    line: int = 0
    column: int = 1
    width_chars: int = 1
    excerpt: str = ""


class SettingsError(ValueError):
    """A file that cannot be taken as it is, with everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{problem.path}:{problem.line}: {problem.message.en}" for problem in problems))
        self.problems = tuple(problems)

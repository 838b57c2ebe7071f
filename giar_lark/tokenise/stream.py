"""The tokens of a whole source, tables and runs of prose in one piece."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass, field
from giar_lark.tokenise.sections.prose import ProseLines
from giar_lark.tokenise.token import Token
from giar_lark.tokenise.whole_table import WholeTable

Part: TypeAlias = Token | ProseLines | WholeTable


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a source, in the order of the grammar, and what was found wrong on the way to them.

    `parts` has a table as one part, unless cells of it have lost their places, and lines of prose as one. In the order of the source the tokens do not overlap;
    what lies between them is layout and belongs to no token.
    """

    parts: list[Part] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        """All tokens, one by one."""
        return tokens_of(self.parts)


def tokens_of(parts: Iterable[Part]) -> list[Token]:
    """The tokens of a stream one by one."""
    found: list[Token] = []
    for part in parts:
        if isinstance(part, Token):
            found.append(part)
        else:
            found += part.tokens()
    return found

"""The tokens of a whole source, regular tables in one piece."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from giar_lark.findings import Finding
from giar_lark.records import dataclass, field
from giar_lark.tokenise.stencil import RegularTable
from giar_lark.tokenise.token import Token

Part: TypeAlias = Token | RegularTable


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a source, in the order of the grammar, and what was found wrong on the way to them.

    `parts` has a regular table as one part. In the order of the source the tokens do not overlap; what lies between them
    is layout and belongs to no token.
    """

    parts: list[Part] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        """All tokens, those of regular tables too."""
        return tokens_of(self.parts)


def tokens_of(parts: Iterable[Part]) -> list[Token]:
    """The tokens of a stream one by one."""
    found: list[Token] = []
    for part in parts:
        if isinstance(part, RegularTable):
            found += part.tokens()
        else:
            found.append(part)
    return found

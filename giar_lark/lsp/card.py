"""Cards: what a hover shows, as Markdown, or as plain text where a client shows no Markdown."""

from __future__ import annotations

from lsprotocol import types

from giar_lark.lean.pattern import lazy_pattern

_SIGNS = lazy_pattern(r"([\\`*_{}\[\]<>#|~&])")


class Card:
    """A card of blocks, each of a few lines. No sign of the report's is taken for Markdown."""

    def __init__(self, *, is_markdown: bool) -> None:
        self._is_markdown = is_markdown
        self._blocks: list[list[str]] = []

    def block(self) -> None:
        """Begin a block: what follows is about something else."""
        self._blocks.append([])

    def add(self, text: str, *, bold: str = "", link: str | None = None) -> None:
        """Add a line to the block: words in bold, a text, and an arrow that is a link. What stands on the card is not repeated."""
        line = f"{bold} {text}".strip()
        if self._is_markdown:
            strong = f"**{_plain(bold)}** " if bold else ""
            line = strong + _plain(text) + (f" [→]({link})" if link else "")
        if not any(line in block for block in self._blocks):
            self._blocks[-1].append(line)

    def content(self) -> types.MarkupContent | None:
        """The card; None where nothing is on it."""
        end, kind = ("  \n", types.MarkupKind.Markdown) if self._is_markdown else ("\n", types.MarkupKind.PlainText)
        blocks = [end.join(block) for block in self._blocks if block]
        return types.MarkupContent(kind, "\n\n".join(blocks)) if blocks else None


def _plain(text: str) -> str:
    """A text in which Markdown sees no signs."""
    return _SIGNS.sub(r"\\\1", text)

"""Cards: what a hover shows, as Markdown, or as plain text where a client shows no Markdown."""

from __future__ import annotations

import re

from lsprotocol import types

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&])")


class Card:
    """A card, paragraph by paragraph. No sign of the report's is taken for Markdown."""

    def __init__(self, *, is_markdown: bool) -> None:
        self._is_markdown = is_markdown
        self._parts: list[str] = []

    def add(self, text: str, *, bold: str = "", link: str | None = None) -> None:
        """Add a paragraph: words in bold, a text, and an arrow that is a link."""
        if self._is_markdown:
            strong = f"**{_plain(bold)}** " if bold else ""
            self._parts.append(strong + _plain(text) + (f" [→]({link})" if link else ""))
        else:
            self._parts.append(f"{bold} {text}".strip())

    def rule(self) -> None:
        """Add a line between two subjects, if there is anything above it."""
        if self._parts and self._parts[-1] != "---":
            self._parts.append("---")

    def content(self) -> types.MarkupContent | None:
        """The card; None where nothing is on it."""
        parts = self._parts[:-1] if self._parts and self._parts[-1] == "---" else self._parts
        kind = types.MarkupKind.Markdown if self._is_markdown else types.MarkupKind.PlainText
        return types.MarkupContent(kind, "\n\n".join(parts)) if parts else None


def _plain(text: str) -> str:
    """A text in which Markdown sees no signs."""
    return _SIGNS.sub(r"\\\1", text)

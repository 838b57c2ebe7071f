"""Changes as edits of a document, small ones, so that cursors and folds elsewhere stay."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from lsprotocol import types

from giar_lark.lsp.document import Document
from giar_lark.source.encodings import decode
from giar_lark.source.span import Edit


def text_edits(document: Document, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """The edits of a source's text as edits of its document; none where mark-up is in the way."""
    edits, origin = list(edits), document.source.origin
    if origin is None:
        return [types.TextEdit(document.at.range(edit.span), edit.text) for edit in edits]
    data = origin.edited(edits)
    return line_edits(document, decode(data, document.name).text) if isinstance(data, bytes) else []


def line_edits(document: Document, text: str) -> list[types.TextEdit]:
    """The edits of lines that make a text of a document, in the order of the document; none where it is the same."""
    old, new = document.text.splitlines(keepends=True), text.splitlines(keepends=True)
    offsets = [0]
    for line in old:
        offsets.append(offsets[-1] + len(line))
    return [
        types.TextEdit(document.raw.range((offsets[a], offsets[b])), "".join(new[c:d]))
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    ]

"""A document that an editor holds: its text in one version. A change makes a new one, so that readers keep theirs."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types
from pygls import uris

from giar_lark.lean.later import kept_property
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, replace
from giar_lark.lsp.positions import Positions, SourcePositions
from giar_lark.readers.read import read_bytes
from giar_lark.source.source import Source

# half of a surrogate pair, which JSON may hold and a text may not
_HALVES = lazy_pattern("[\ud800-\udfff]")


def path_of(uri: str) -> Path | None:
    """The path of a URI; None for what is no file, such as a document that was never saved."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else None


def uri_of(path: Path | str) -> str:
    """The URI of a path."""
    return Path(path).absolute().as_uri()


@dataclass(frozen=True, kw_only=True)
class Document:
    """One version of a document. Without slots, for its positions are kept.

    `read` is its source where it was read from disk; else it is read as what its text and name say that it is. `inside` is
    where it is in the file, if that is an archive or a table of documents.
    """

    uri: str
    text: str
    encoding: str = "utf-16"
    version: int | None = None
    read: Source | None = None
    inside: str = ""

    @classmethod
    def opened(cls, item: types.TextDocumentItem, encoding: str) -> Document:
        """The document that a client has opened."""
        return cls(uri=item.uri, text=_whole(item.text), encoding=encoding, version=item.version)

    @property
    def path(self) -> Path | None:
        """Where it lies; None if nowhere."""
        return path_of(self.uri)

    @property
    def name(self) -> str:
        """What it is called in findings: its path, else its URI."""
        return str(self.path or self.uri)

    @kept_property
    def source(self) -> Source:
        """Its text, as all stages take it; of mark-up, what is marked up."""
        # the mark says that this is UTF-8, whatever the document says of itself
        return self.read or read_bytes(codecs.BOM_UTF8 + self.text.encode(), self.name)

    @kept_property
    def at(self) -> SourcePositions:
        """The positions of its source, as its client counts them."""
        return SourcePositions(self.source, self.encoding, is_inside=bool(self.inside))

    @kept_property
    def raw(self) -> Positions:
        """The positions of its own text."""
        return Positions(self.text, self.encoding)

    def changed(self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int | None) -> Document:
        """The document after some changes, one after the other."""
        document = self
        for change in changes:
            document = replace(document, text=document._after(change))
        return replace(document, version=version)

    def _after(self, change: types.TextDocumentContentChangeEvent) -> str:
        if not isinstance(change, types.TextDocumentContentChangePartial):
            return _whole(change.text)
        start, end = sorted(self.raw.span(change.range))
        return f"{self.text[:start]}{_whole(change.text)}{self.text[end:]}"


def _whole(text: str) -> str:
    return _HALVES.sub("\ufffd", text)

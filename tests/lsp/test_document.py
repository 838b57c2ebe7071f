"""Documents and their changes."""

from __future__ import annotations

import random

import pytest
from lsprotocol import types

from giar_lark.lsp.document import Document, path_of
from giar_lark.lsp.positions import Positions

_PIECES = ["", "一", "𠮷", "a", "\n", "\r\n", "\x0c", "\u2028", "七\t8\n"]


def changed(document: Document, start: int, end: int, text: str) -> Document:
    place = Positions(document.text, document.encoding).range((start, end))
    return document.changed([types.TextDocumentContentChangePartial(place, text)], 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_changes_of_parts_make_the_text_that_the_client_has(encoding: str) -> None:
    chance = random.Random(encoding)
    document = Document(uri="file:///a.txt", text="总计\t𠮷\n1\x0c2\r\n3", encoding=encoding)
    for _ in range(300):
        text = document.text
        ends = [offset for offset in range(len(text) + 1) if text[offset - 1 : offset + 1] != "\r\n"]
        start, end = sorted(chance.choices(ends, k=2))
        piece = "".join(chance.choices(_PIECES, k=2))
        document = changed(document, start, end, piece)
        assert document.text == text[:start] + piece + text[end:]


def test_changes_are_made_one_after_the_other() -> None:
    start = types.Range(types.Position(0, 0), types.Position(0, 0))
    change = types.TextDocumentContentChangePartial
    document = Document(uri="file:///a.txt", text="c").changed([change(start, "b"), change(start, "a")], 7)
    assert (document.text, document.version) == ("abc", 7)


def test_a_whole_text_takes_the_place_of_the_last() -> None:
    document = Document(uri="file:///a.txt", text="old")
    assert document.changed([types.TextDocumentContentChangeWholeDocument("新")], 2).text == "新"


def test_half_of_a_surrogate_pair_is_no_character() -> None:
    item = types.TextDocumentItem("file:///a.txt", "text", 1, "一\ud842二")
    assert Document.opened(item, "utf-16").text == "一\ufffd二"


def test_what_is_no_file_has_no_path() -> None:
    assert path_of("untitled:Untitled-1") is None
    assert str(path_of("file:///a/%E5%B9%B4%E6%8A%A5.txt")) == "/a/年报.txt"

"""Tokens and what lies between them are the text, for every text of the corpus and whatever its bytes."""

from __future__ import annotations

from random import Random

import pytest

from corpus.texts import CORPUS, STEMS, TEXTS
from giar_lark.readers.read import read
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise

ENCODINGS = ("gb18030", "utf-16", "utf-8-sig")
# bytes that begin no character of UTF-8
STRAY = (b"\xff", b"\x80", b"\xc3(", b"\xe4\xb8")


def pieces(source: Source) -> list[str]:
    """The text in pieces: what is skipped, a token, what is skipped, and so on. A token that overlaps another gives its text twice."""
    out, at = [], 0
    for token in sorted(tokenise(source).tokens, key=lambda token: token.span):
        out += [source.text[at : token.start], source.text[token.start : token.end]]
        at = token.end
    return [*out, source.text[at:]]


@pytest.mark.parametrize("name", TEXTS)
def test_holds_for_every_text(name: str) -> None:
    source = read(CORPUS / name)
    assert "".join(pieces(source)) == source.text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("stem", STEMS[::9])
def test_the_encoding_changes_no_piece(stem: str, encoding: str) -> None:
    plain = read(CORPUS / "reports" / stem / "tab-led.txt")
    coded = read(plain.text.encode(encoding))
    assert coded.text == plain.text
    assert pieces(coded) == pieces(plain)
    assert len(pieces(coded)) > 1


@pytest.mark.parametrize("stray", STRAY)
@pytest.mark.parametrize("stem", STEMS[::9])
def test_holds_for_bytes_that_are_not_utf_8(stem: str, stray: bytes) -> None:
    rng = Random(f"{stem} {stray!r}")
    data = (CORPUS / "reports" / stem / "canonical.txt").read_bytes()
    for _ in range(5):
        place = rng.randrange(len(data))
        data = data[:place] + stray + data[place:]
    source = read(data)
    assert source.damaged > 0
    assert "".join(pieces(source)) == source.text

"""Positions in the units of a client."""

from __future__ import annotations

import pytest
from lsprotocol import types

from giar_lark.lsp.positions import Positions

# an astral character, an accent, all three line ends, and three marks that end no line
TEXT = "一𠮷é1\r\n\x0c二\u2028三\x85\r𠮷𠮷\n\n末"
# line and column of each offset
PLACES = {
    "utf-32": "0:0 0:1 0:2 0:3 0:4 0:5 1:0 1:1 1:2 1:3 1:4 1:5 2:0 2:1 2:2 3:0 4:0 4:1",
    "utf-16": "0:0 0:1 0:3 0:4 0:5 0:6 1:0 1:1 1:2 1:3 1:4 1:5 2:0 2:2 2:4 3:0 4:0 4:1",
    "utf-8": "0:0 0:3 0:7 0:9 0:10 0:11 1:0 1:1 1:4 1:7 1:10 1:12 2:0 2:4 2:8 3:0 4:0 4:3",
}


@pytest.mark.parametrize("encoding", PLACES)
def test_every_offset_has_its_position_and_back(encoding: str) -> None:
    positions = Positions(TEXT, encoding)
    found = [positions.position(offset) for offset in range(len(TEXT) + 1)]
    assert " ".join(f"{one.line}:{one.character}" for one in found) == PLACES[encoding]
    inside_a_break = TEXT.index("\n")
    back = [positions.offset(one) for one in found]
    assert [one for one in back if one != inside_a_break - 1] == [
        offset for offset in range(len(TEXT) + 1) if offset not in (inside_a_break - 1, inside_a_break)
    ]


@pytest.mark.parametrize("encoding", PLACES)
def test_what_is_behind_a_line_or_the_text_is_its_end(encoding: str) -> None:
    positions = Positions(TEXT, encoding)
    assert positions.offset(types.Position(0, 99)) == TEXT.index("\r\n")
    assert positions.offset(types.Position(99, 0)) == len(TEXT)


@pytest.mark.parametrize(("encoding", "column"), [("utf-16", 2), ("utf-8", 5)])
def test_inside_a_character_means_its_beginning(encoding: str, column: int) -> None:
    assert Positions(TEXT, encoding).offset(types.Position(0, column)) == TEXT.index("𠮷")

"""What misspelt words mean is asked while a table is read, and its words are cut apart meanwhile."""

from __future__ import annotations

from giar_lark.tokenise.labels.misspelt_words import MisspeltWords
from giar_lark.tokenise.labels.recognise import index_of
from giar_lark.tokenise.split.piece import Piece, make_piece
from giar_lark.tokenise.text.fold import key


def _pieces(*texts: str) -> list[Piece]:
    line = "\n".join(texts)
    bounds = [(start := line.index(text), start + len(text)) for text in texts]
    return [make_piece(line, start, end, row) for row, (start, end) in enumerate(bounds)]


def test_a_misspelt_column_is_told_wherever_it_stands_when_words_have_been_cut_apart() -> None:
    pieces = _pieces("商业企叶", "科研机构", "法律服务机构")
    words = MisspeltWords(pieces, index_of("t3"))
    form = key("商业企叶")
    told = words.label(0, form, -1, in_header=True)
    assert told is not None and told.terminal == "COMMERCIAL_ENTERPRISE"
    pieces[1:2] = _pieces("科研机构", "7", "社会公益组织", "商业企叶")
    assert words.label(4, form, -1, in_header=True) == told

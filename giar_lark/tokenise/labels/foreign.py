"""Words that are of no label, whatever stands around them: their row is one that no format has."""

from __future__ import annotations

from giar_lark.tokenise.labels.near import near_labels
from giar_lark.tokenise.labels.recognise import LabelIndex
from giar_lark.tokenise.labels.words import words_of


def are_foreign(text: str, index: LabelIndex) -> bool:
    """Whether some words are no label of a table, nor a part of one or near one."""
    words = words_of(index)
    word = words.word(text)
    if not word.is_foreign or word.marked is not None or words.apart(text) is not None:
        return False
    return near_labels(index).none_is_near(word.form)

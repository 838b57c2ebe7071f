"""How much of one text is another's, with rapidfuzz: the extra `giar-lark[batch]`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec

from giar_lark.batch.masking import Masked


@cache
def is_available() -> bool:
    """Whether the library that compares texts is installed."""
    return find_spec("rapidfuzz") is not None


def percent_alike(one: str, other: str, at_least: int = 0) -> int:
    """How much of two texts is the same, in full per cent, rounded down; 0 where it is less than asked for.

    100 means the same text. What is counted are the characters that stand in both in the same order, against all.
    """
    from rapidfuzz.fuzz import ratio

    return int(ratio(one, other, score_cutoff=at_least))


def may_be_alike(chars: int, others: int, percent: int) -> bool:
    """Whether two texts of such lengths can have so much in common: of the longer one, the rest is in one of them only."""
    return 200 * min(chars, others) >= percent * (chars + others)


def best_alike(sentence: str, others: Sequence[str]) -> float:
    """How much of a sentence is the same in the one that is most like it, in per cent; 0 where there are none."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    best = process.extractOne(sentence, others, scorer=ratio)
    return best[1] if best else 0


def longest_common(mine: Sequence[Masked], theirs: Iterable[Masked]) -> tuple[Masked, Masked] | None:
    """The longest sentence that stands in both texts, here and there; None if there is none."""
    others = {sentence.text: sentence for sentence in theirs}
    common = [sentence for sentence in mine if sentence.text in others]
    longest = max(common, key=lambda sentence: len(sentence.text), default=None)
    return None if longest is None else (longest, others[longest.text])

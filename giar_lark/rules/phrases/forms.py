"""What a fixed phrase becomes by one slip: a character lost, doubled, changed for its neighbour, or two exchanged."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple

# a phrase as long as this stays itself with a character lost
_LONG = 5
_SHORTEST = 4


class Form(NamedTuple):
    """A phrase as a slip writes it.

    `how` is `lost`, `doubled`, `swapped`, `changed`, or `listed` for a misspelling of the list; `char` is the character lost,
    doubled or changed. `first` and `last` are the outermost characters that show the slip, counted from the beginning of
    the form. `needs` says where it is one: `end` if no character may follow, `alone` if none may stand on either side, for
    what is left of the phrase could be a part of another word.
    """

    wrong: str
    right: str
    how: str
    char: str
    first: int
    last: int
    needs: str = ""


def without_one(phrase: str) -> Iterator[str]:
    """A phrase with each of its characters left out in turn."""
    yield from (phrase[:at] + phrase[at + 1 :] for at in range(len(phrase)))


def forms_of(phrase: str) -> Iterator[Form]:
    """What a phrase becomes by one slip; nothing for one that is too short to be known again."""
    if len(phrase) < _SHORTEST:
        return
    yield from _lost(phrase)
    last, is_long = len(phrase) - 1, len(phrase) >= _LONG
    for at in range(1, last):
        yield Form(phrase[:at] + phrase[at] + phrase[at:], phrase, "doubled", phrase[at], at, at + 1)
        # in the order of the text and not of a set, so that the expression made of them is the same in each process
        for neighbour in dict.fromkeys((phrase[at - 1], phrase[at + 1])):
            if neighbour != phrase[at]:
                yield Form(phrase[:at] + neighbour + phrase[at + 1 :], phrase, "changed", phrase[at], at, at)
    for at in range(last if is_long else last - 1):
        if phrase[at] != phrase[at + 1]:
            swapped = phrase[:at] + phrase[at + 1] + phrase[at] + phrase[at + 2 :]
            yield Form(swapped, phrase, "swapped", "", at, at + 1)


def _lost(phrase: str) -> Iterator[Form]:
    for at, wrong in enumerate(without_one(phrase)):
        needs = "alone" if len(phrase) < _LONG else "end" if at == len(phrase) - 1 else ""
        yield Form(wrong, phrase, "lost", phrase[at], at - 1, at, needs)

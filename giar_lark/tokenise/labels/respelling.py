"""A misspelt label to the official one, by changing the wrong letters and nothing else."""

from __future__ import annotations

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.source.span import Edit, Span
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.fold import after_ordinal, letters

# an ordinal that has lost a bracket or its stop
_TORN_ORDINAL = lazy_pattern(r"[（(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)、.．]?")


class _Letter(NamedTuple):
    char: str
    offset: int


def respelling(text: str, start: int, official: str) -> tuple[Edit, ...]:
    """The edits that give a label, which begins at an offset of the source, the letters of its official spelling.

    Ordinal, brackets, width and quotation marks stay as they are written, but for an ordinal that is torn: that is all that is
    mended then. No edits where layout stands between the letters (a line break, a tag): what is wrong there may be the layout's
    doing.
    """
    lead = after_ordinal(official)
    if lead and not after_ordinal(text):
        torn = _TORN_ORDINAL.match(text)
        is_all = torn is not None and letters(text[torn.end() :]) == letters(official[lead:])
        return (Edit(span=Span(start, start + torn.end()), text=official[:lead]),) if torn and is_all else ()
    written, wanted = _letters(text), _letters(official)
    if not written or not wanted or any(char in text[written[0].offset :] for char in ("\n", "\t", FILLER)):
        return ()
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [w.char for w in written], [w.char for w in wanted], autojunk=False)
    edits = []
    for kind, first, last, first_wanted, last_wanted in matcher.get_opcodes():
        if kind != "equal":
            begin, end = _place(written, first, last)
            new = official[slice(*_place(wanted, first_wanted, last_wanted))]
            edits.append(Edit(span=Span(start + begin, start + end), text=new))
    return tuple(edits)


def _letters(text: str) -> list[_Letter]:
    """The letters of a label in their plain form, its ordinal left out, each with its offset."""
    first = after_ordinal(text)
    return [_Letter(char, first + at) for at, raw in enumerate(text[first:]) for char in letters(raw)]


def _place(found: list[_Letter], first: int, last: int) -> tuple[int, int]:
    """From the first to behind the last of some letters; of none, behind the letter before them."""
    if first < last:
        return found[first].offset, found[last - 1].offset + 1
    at = found[first - 1].offset + 1 if first else found[0].offset
    return at, at

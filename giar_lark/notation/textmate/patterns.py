"""Spellings and terminals of the grammar as regular expressions that Oniguruma, JavaScript and Python read alike.

An editor sees one line at a time and knows nothing of columns, so a label or a value is what fills a cell: it stands
between two separators, or between one and the end of the line.  Within a label the same is layout as for the tokenisers:
white space, brackets, quotation marks, punctuation, and the ordinal in front.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from giar_lark.tokenise.cell_text import MARKS, UNITS
from giar_lark.tokenise.text.fold import after_ordinal, letters

# what parts cells on a line: tabs, bars, marks of CSV, tags, spaces
_SEPARATOR = '\\t|│┃,;<>"\\u3000\\u00a0 '
_BEFORE = f"(?<![^{_SEPARATOR}])"
_AFTER = f"(?![^{_SEPARATOR}\\r\\n])"
# what may stand inside a label and says nothing
_MARK = "（(〔\\[）)〕\\]“”\"'‘’《》、，,。.．：:；;/\\\\*_-"
_INNER = f"[\\s{_MARK}]*"
# what may stand at its ends, which a separator or another cell does not begin with
_EDGE = "[（(〔\\[）)〕\\]“”‘’《》、，。：；]*"
_DIGIT = "[0-9０-９]"
_FRONT, _BACK = "(?:[\\s#*>_|\\ufeff-]|<[^<>]*>)*", "(?:[\\s#*_|：:]|<[^<>]*>)*"
# ordinals in front of a label: `1.` or 一、 as of a heading, （一） too as of a row
PLAIN_ORDINAL = r"(?:[一二三四五六七八九十]{1,2}|[0-9０-９]{1,2}|[lI](?=六))\s*\\?[、.．。,，:：)）]\s*"
ORDINAL = rf"(?:[（(〔\[]\s*(?:[一二三四五六七八九十]{{1,2}}|{_DIGIT}{{1,2}})\s*[）)〕\]]\s*|{PLAIN_ORDINAL})"


def escaped(text: str) -> str:
    """A text as a pattern of itself; of the signs, only those that mean something are escaped, as JavaScript demands."""
    return re.sub(r"[\\^$.|?*+()\[\]{}]", r"\\\g<0>", text)


def cell(pattern: str) -> str:
    """A pattern that has to fill a cell of a line."""
    return f"{_BEFORE}(?:{pattern}){_AFTER}"


def broken_cell(pattern: str) -> str:
    """A pattern that has to fill a cell, but for punctuation at its ends: what a line break has left of a label."""
    return cell(f"{_EDGE}(?:{pattern}){_EDGE}")


def line(pattern: str) -> str:
    """A pattern that has to fill a line, but for what mark-up puts around it."""
    return f"^{_FRONT}({pattern}){_BACK}$"


def within_line(pattern: str) -> str:
    """A pattern that other text stands around on its line, white space or the end of a sentence between them."""
    return f"(?:^{_FRONT}|(?<=[。\\s]))({pattern})(?=[\\s<|：:*#]|$)"


def maybe(pattern: str) -> str:
    """A pattern that may be there."""
    return f"(?:{pattern})?"


def label(spellings: Sequence[str], ordinal: str = "") -> str:
    """The spellings of a label in any layout, behind an ordinal; without one, what stands in front belongs to the label."""
    words = [text[after_ordinal(text) :] for text in spellings] if ordinal else spellings
    return f"{ordinal}(?:{'|'.join(_distinct(words))})"


def _distinct(spellings: Iterable[str]) -> list[str]:
    """A pattern for each spelling with letters of its own, the longest first; those of the same letters share one."""
    alike: dict[str, list[str]] = {}
    for text in spellings:
        alike.setdefault(letters(text), []).append(text)
    return [_spelling(alike[word]) for word in sorted(alike, key=lambda word: (-len(word), word))]


def _spelling(alike: Sequence[str]) -> str:
    """Spellings of the same letters: white space between letters, and marks where one of them has a mark."""
    lead, pieces = _pieces(alike)
    *inner, (last, closing) = pieces
    return lead + "".join(char + gap for char, gap in inner) + last + closing.replace(_INNER, _EDGE).replace(r"\s*", "")


def _pieces(alike: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """What may stand in front of a label, and each of its letters with what may stand behind it."""
    marked: set[int] = set()
    chars: list[str] = []
    for text in alike:
        chars = []
        for char in unicodedata.normalize("NFKC", text):
            if char.isalnum():
                chars.append("[他它]" if char in "他它" else escaped(char))
            else:
                marked.add(len(chars))
    gaps = (_INNER if number in marked else r"\s*" for number in range(1, len(chars) + 1))
    return (_EDGE if 0 in marked else ""), list(zip(chars, gaps, strict=True))


def fragments(spellings: Sequence[str], least: int, ordinal: str = "") -> str:
    """Any stretch, of at least so many letters, of a label that is broken over lines; behind an ordinal, one is enough."""
    first = spellings[0]
    pieces = _pieces([first[after_ordinal(first) :] if ordinal else first])[1]
    if len(pieces) <= least:
        return ""
    begun = [f"{ordinal}{_stretch(pieces[:-1], 1)}"] if ordinal else []
    return "|".join([*begun, *(_stretch(pieces[at:], least) for at in range(len(pieces) - least + 1))])


def _stretch(pieces: Sequence[tuple[str, str]], least: int) -> str:
    """The beginning of a label, of at least so many letters."""
    more = ""
    for (_, gap), (char, _) in reversed([*pairwise(pieces)][least - 1 :]):
        more = f"(?:{gap}{char}{more})?"
    sure = "".join(char + gap for char, gap in pieces[: least - 1]) + pieces[least - 1][0]
    return sure + more


def number() -> str:
    """A number that fills a cell: thousands separators, a unit and a note behind it included."""
    thousands = f"{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}})+(?!{_DIGIT})"
    unit = "|".join(UNITS)
    note = r"(?:\s*[(（\[][^()（）\[\]]*[)）\]])?"
    return f"[+－−-]?(?:{thousands}|{_DIGIT}+)(?:[.．]{_DIGIT}+)?(?:\\s?(?:{unit}))?{note}"


def marks() -> str:
    """The words and signs of a cell that say that there is nothing to say."""
    return "|".join(escaped(mark) for mark in sorted(MARKS, key=lambda mark: (-len(mark), mark)))


def body(terminal: str) -> str:
    """What a terminal of the canonical form says, without the indent in front and the rest of the line behind."""
    return terminal.lstrip("\u3000").removesuffix("[^\n]*")


def spaced_date(terminal: str) -> str:
    """A date as layouts write it: spaces between its parts, digits of any kind."""
    wide = body(terminal).replace("[0-9]", "[0-9０-９〇○零一二三四五六七八九十]").replace("{1,2}", "{1,3}")
    return re.sub("([年月日])", r"\\s*\1\\s*", wide).removesuffix(r"\s*")

"""Where a character slipped in a fixed phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.flow import Flow
from giar_lark.rules.phrases.fixed import Lexicon, names
from giar_lark.rules.phrases.forms import Form

_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
# words of one character that may stand inside a phrase that was taken apart: 政府的信息
_PARTICLES = "的和与及等之或未已应不并了是在为将各被所"
_STOPS = "。；！？;!?"
# the number of a part: nothing in front of what follows it
_NUMBER = lazy_pattern(r"[）)、.．】]$|[一二三四五六七八九十]是$")

# no more than this many forms begin within the length of one phrase
_NEAR_SLIPS = 20
_BEHIND_TOPICS = ("方面", "情况")


class Slip(NamedTuple):
    """A phrase in which a character slipped: the part of the flow, what it should read, and how it slipped (see `Form`)."""

    start: int
    end: int
    right: str
    how: str
    char: str = ""


def slips_of(flow: Flow, forms: Iterable[tuple[int, Form]]) -> list[Slip]:
    """Those of some forms, given with where they begin, that are slips where they stand, in order; of two at one place the longer."""
    every = [
        Slip(start, start + len(form.wrong), form.right, form.how, form.char)
        for start, form in forms
        if _fits(flow, start, form)
    ]
    found = list({(slip.start, slip.right): slip for slip in every}.values())
    return [slip for number, slip in enumerate(found) if _is_told(number, slip, found)]


def _is_told(number: int, slip: Slip, found: list[Slip]) -> bool:
    """Whether no other slip at the place of one goes first."""
    near = found[max(0, number - _NEAR_SLIPS) : number] + found[number + 1 : number + 1 + _NEAR_SLIPS]
    return not any(_overlaps(slip, other) and _goes_first(other, slip) for other in near)


def _overlaps(slip: Slip, other: Slip) -> bool:
    return slip.start < other.end and other.start < slip.end


def _goes_first(slip: Slip, other: Slip) -> bool:
    """Which of two slips at one place is told: that of the longer phrase, then the first."""
    return (-len(slip.right), slip.start) < (-len(other.right), other.start)


def misspelt(text: str, lexicon: Lexicon) -> tuple[tuple[int, Form], ...]:
    """The forms in a text that lie in nothing right, each with where it begins; in order."""
    found: list[tuple[int, Form]] = []
    begin = lexicon.begins.search(text)
    while begin is not None:
        start = begin.start()
        found += (
            (start, form) for form in _forms_at(text, start, lexicon) if not _is_in_right(text, start, form, lexicon)
        )
        begin = lexicon.begins.search(text, start + 1)
    return tuple(found)


@remembered
def misspelt_names(text: str) -> tuple[tuple[int, Form], ...]:
    """The forms of the names of the state and its organs in a text, likewise."""
    return misspelt(text, names())


def _forms_at(text: str, start: int, lexicon: Lexicon) -> Iterator[Form]:
    head = text[start : start + 2]
    yield from (form for form in lexicon.forms.get(head, ()) if text.startswith(form.wrong, start))
    for phrase in lexicon.long.get(head, ()):
        form = _changed(text, start, phrase)
        if form is not None:
            yield form


def _changed(text: str, start: int, phrase: str) -> Form | None:
    """A part of the text as a phrase in which one character differs, with two right ones on either side of it."""
    part = text[start : start + len(phrase)]
    if not part.endswith(phrase[-2:]) or part == phrase or len(part) != len(phrase):
        return None
    different = [at for at, (char, other) in enumerate(zip(part, phrase, strict=True)) if char != other]
    at = different[0]
    if len(different) > 1 or not 2 <= at <= len(phrase) - 3 or not _HAN.match(part[at]) or part[at] in _PARTICLES:
        return None
    return Form(part, phrase, "changed", phrase[at], at, at)


def _fits(flow: Flow, start: int, form: Form) -> bool:
    """Whether a form stands where it has to, and is not what the edge of a page has cut from the whole phrase."""
    end = start + len(form.wrong)
    if form.first < 0 and start > 0 and flow.begins_at(start) and flow.text[start - 1] not in _STOPS:
        return False
    if form.needs == "alone" and not _begins(flow, start):
        return False
    return form.needs == "" or _ends(flow, end, is_part=_is_numbered(flow, start))


def _begins(flow: Flow, start: int) -> bool:
    """Whether a word begins: behind a mark or a number, or at the beginning of a paragraph."""
    return start == 0 or not _HAN.match(flow.text, start - 1) or _is_numbered(flow, start)


def _is_numbered(flow: Flow, start: int) -> bool:
    return _NUMBER.search(flow.text, max(0, start - 2), start) is not None


def _ends(flow: Flow, end: int, *, is_part: bool) -> bool:
    """Whether a word ends: in front of a mark, a digit, 方面 or 情况; the heading of a part also at the end of its line."""
    if end >= len(flow.text) or not _HAN.match(flow.text, end):
        return True
    return flow.text.startswith(_BEHIND_TOPICS, end) or (is_part and flow.begins_at(end))


def _is_in_right(text: str, start: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether what shows the slip lies within a phrase, or a word near one, that is right."""
    first, last = start + form.first, start + form.last
    part = text[max(0, first) : last + 1]
    for word in lexicon.right:
        offset = word.find(part)
        while offset >= 0:
            if 0 <= offset <= first and text.startswith(word, first - offset):
                return True
            offset = word.find(part, offset + 1)
    return False

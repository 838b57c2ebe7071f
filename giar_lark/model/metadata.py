"""What a report says of itself: title, organ, year, period, cited documents, date (domain note, parts 6, 8 and 10)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, pairwise

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.dates import find_date, find_period, find_published, is_date_alone
from giar_lark.model.organ import read_organ
from giar_lark.model.organ_name import read_organ_name
from giar_lark.model.paragraph import Paragraph
from giar_lark.model.prose import Prose
from giar_lark.model.report import Metadata
from giar_lark.model.stretch import Stretch
from giar_lark.source.span import Span
from giar_lark.tokenise.text.markup import squeezed
from giar_lark.tokenise.token import Token

_YEAR = lazy_pattern(r"(20[0-3]\d)年?")
_NUMBER = lazy_pattern(
    r"(?:国办公开办[函涵]|国办[函涵发]|国发|国令第?|办公开)[〔\[［{｛(（【]?20\d\d[〕\]］}｝)）】]?\d+号"
)
# the end of a document's number, whatever stands within it
_NUMBERED = lazy_pattern(r"\d[\s\u2060]*号")
# all but what plain prose is made of; none of its signs becomes another that a date could have
_UNUSUAL = lazy_pattern(r"[^\x00-\x7f\u4e00-\u9fff、。《》〔〕【】“”‘’（），：；！？—]")
_WIDE_DIGIT = lazy_pattern(r"[０-９]")
_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}


def read_metadata(text: str, front: Sequence[Token], prose: Sequence[Prose], tail: Sequence[Token]) -> Metadata:
    """The metadata of a report with some prose: that in front of its sections, and that of each.

    What the text does not say is None; nothing is guessed from a file name.
    """
    spans: dict[str, Span] = {}
    title, plain, titled = _title(text, front, spans)
    period = _period(prose, spans)
    issued = _issued(text, tail, spans)
    published = _published(text, front, tail, spans)
    name = read_organ_name(text, plain, front, tail, _paragraphs(prose[:2]), spans)
    organ = read_organ(name) if name else None
    return Metadata(
        title=title,
        organ_name=name,
        organ_class=organ.kind if organ else None,
        organ_level=organ.level if organ else None,
        year=titled or _year(period, issued, prose[0]),
        period_start=period[0] if period else None,
        period_end=period[1] if period else None,
        issued_date=issued,
        published_date=published,
        basis_documents=_documents(prose),
        spans=spans,
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", squeezed(text))


def _dated(text: str) -> str:
    """A text as `_plain` has it, as far as the dates in it go: what only looks different otherwise stays."""
    text = squeezed(text)
    return unicodedata.normalize("NFKC", text) if _UNUSUAL.search(text) else text


class _Title(NamedTuple):
    """A title without white space, the same with plain signs, and the year in it; None for what there is not."""

    written: str | None
    plain: str | None
    year: int | None


def _title(text: str, front: Sequence[Token], spans: dict[str, Span]) -> _Title:
    lines = [token for token in front if token.type == "TITLE"]
    if not lines:
        return _Title(None, None, None)
    spans["title"] = Span(lines[0].start, lines[-1].end)
    return _title_of("".join([text[token.start : token.end] for token in lines]))


@remembered
def _title_of(lines: str) -> _Title:
    written = squeezed(lines).strip("#*_=")
    plain = _plain(written)
    year = _YEAR.search(plain)
    return _Title(written, plain or None, int(year[1]) if year else None)


def _period(prose: Sequence[Prose], spans: dict[str, Span]) -> tuple[date, date] | None:
    """The statistical period: the first pair of dates that spans most of a year, in the preamble or in a section."""
    for part in prose:
        found: _Period | None = part.stretch.answers[_period_in]
        if found is not None:
            spans["period"] = Span(part.start + found.start, part.start + found.end)
            return found.first, found.last
    return None


class _Period(NamedTuple):
    """Two days, and where the paragraph with the first begins and ends."""

    first: date
    last: date
    start: int
    end: int


def _period_in(prose: Stretch) -> _Period | None:
    """The first such pair in some prose.

    It may run on into the next paragraph: a text browser that indents every line leaves lines that look like some.
    """
    if not _may_be_period(prose.text.count):
        return None
    for number, paragraph in enumerate(prose.paragraphs, 1):
        below = "".join(following.text for following in prose.paragraphs[number : number + 1])
        if not _may_be_period((paragraph.text + below).count):
            continue
        own = _dated(paragraph.text)
        period = find_period(own + _dated(below), len(own))
        if period is not None and period.first.date and period.last.date:
            return _Period(period.first.date, period.last.date, *paragraph.span)
    return None


def _may_be_period(count: Callable[[str], int]) -> bool:
    """Whether there are two months in a text that counts, or the signs that two dates have between numbers."""
    return count("月") > 1 or sum(map(count, "-./")) > 3


def _paragraphs(prose: Iterable[Prose]) -> Iterator[Paragraph]:
    return chain.from_iterable(part.value for part in prose)


def _issued(text: str, tail: Sequence[Token], spans: dict[str, Span]) -> date | None:
    """The day at the end, None if there is no such day: where it stands is known all the same."""
    token = next((token for token in tail if token.type == "ISSUED_DATE"), None)
    if token is None:
        return None
    spans["issued_date"] = token.span
    return _date_in(text[token.start : token.end])


@remembered
def _date_in(line: str) -> date | None:
    return find_date(_plain(line))


def _published(text: str, front: Sequence[Token], tail: Sequence[Token], spans: dict[str, Span]) -> date | None:
    """The day that the frame of a portal gives, above the report or else below it; else the one below the title."""
    for tokens in (front, tail):
        day = find_published(text, tokens[0].start, tokens[-1].end) if tokens else None
        if day is not None and day.date is not None:
            spans["published_date"] = Span(day.start, day.end)
            return day.date
    return _below_title(text, front, spans)


def _below_title(text: str, front: Sequence[Token], spans: dict[str, Span]) -> date | None:
    for title, token in pairwise(front):
        day = _date_alone_in(text[token.start : token.end]) if title.type == "TITLE" else None
        if day is not None:
            spans["published_date"] = token.span
            return day
    return None


@remembered
def _date_alone_in(line: str) -> date | None:
    return _date_in(line) if is_date_alone(squeezed(line)) else None


def _year(period: tuple[date, date] | None, issued: date | None, preamble: Prose) -> int | None:
    """The year reported on where no title tells it: of the period, else the year before the date, else the preamble's usual one."""
    if period:
        return period[0].year
    if issued:
        return issued.year - 1
    texts = (_plain(paragraph.text) for paragraph in preamble.value)
    years = Counter(m[1] for text in texts for m in re.finditer(r"(20[0-3]\d)年(?:度|,|我|政府)", text))
    return int(years.most_common(1)[0][0]) if years else None


def _documents(prose: Sequence[Prose]) -> tuple[str, ...]:
    """The numbers of the documents that the report cites, as written, each once."""
    found: list[Sequence[str]] = [part.stretch.answers[_documents_in] for part in prose]
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _documents_in(prose: Stretch) -> tuple[str, ...]:
    if "号" not in prose.text or not _NUMBERED.search(prose.text):
        return ()
    found: list[str] = []
    for text in [paragraph.text for paragraph in prose.paragraphs if "号" in paragraph.text]:
        written = "".join(text.split())
        found += [written[slice(*match.span())] for match in _NUMBER.finditer(_half_width(written))]
    return tuple(found)


def _half_width(text: str) -> str:
    """A text with its full-width digits as plain ones, character by character, so that places stay."""
    return text.translate(_DIGITS) if _WIDE_DIGIT.search(text) else text

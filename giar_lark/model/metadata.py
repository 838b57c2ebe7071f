"""What a report says of itself: title, organ, year, period, cited documents, date (domain note, parts 6, 8 and 10)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date

from giar_lark.model.organ import organ_class
from giar_lark.model.report import Metadata, Paragraph, Section
from giar_lark.span import Span
from giar_lark.tokenise.token import Token

_YEAR = re.compile(r"(20[0-3]\d)年?")
_YEAR_IN_FRONT = re.compile(
    r"^20[0-3]\d年?度?(?=[\u4e00-\u9fff]{3,}(?:局|厅|委|办|政府|镇|乡|街道|县|市|区|院|会|中心)[\u4e00-\u9fff])"
)
_TITLE_TAIL = re.compile(
    r"(?:关于)?(?:20[0-3]\d)?\s*(?:年度|年)?\s*(?:年度)?(?:的)?(?:政府|政务)?(?:信息|政务)公开(?:的)?(?:工作)?(?:的)?(?:情况)?(?:年度)*(?:工作)?(?:年度)?(?:的)?(?:报告|年报).*$"
)
# all of these read text without white space
_DAY = r"年?(?P<{0}month>\d{{1,2}})月(?P<{0}day>\d{{1,2}})日"
_PERIOD = re.compile(
    r"(?P<ayear>[12]\d{3})"
    + _DAY.format("a")
    + r"(?!(?:起)?(?:施行|实施|印发|公布))[^。；;\d]{0,12}(?P<byear>[12]\d{3})?"
    + _DAY.format("b")
)
_DATE = re.compile(r"(?P<year>[12]\d{3})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_CHINESE_DATE = re.compile(
    r"(?P<year>[一二][〇零○Oo一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,3})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
_NUMBER = re.compile(
    r"(?:国办公开办[函涵]|国办[函涵发]|国发|国令第?|办公开)[〔\[［{｛(（【]?20\d\d[〕\]］}｝)）】]?\d+号"
)

_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}


def read_metadata(
    text: str, front: Sequence[Token], preamble: Sequence[Paragraph], sections: Sequence[Section], tail: Sequence[Token]
) -> Metadata:
    """The metadata of a report. What the text does not say is None; nothing is guessed from a file name."""
    spans: dict[str, Span] = {}
    title = _title(text, front, spans)
    period = _period(text, preamble, sections, spans)
    issued = _issued(text, tail, spans)
    year = _year(title, period, issued, preamble)
    organ = _organ(text, title, front, tail, preamble, spans)
    return Metadata(
        title=title,
        organ_name=organ,
        organ_class=organ_class(organ) if organ else None,
        year=year,
        period_start=period[0] if period else None,
        period_end=period[1] if period else None,
        issued_date=issued,
        basis_documents=_documents(preamble, sections),
        spans=spans,
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", re.sub(r"[\s\u2060]+", "", text))


def _title(text: str, front: Sequence[Token], spans: dict[str, Span]) -> str | None:
    lines = [token for token in front if token.type == "TITLE"]
    if not lines:
        return None
    spans["title"] = Span(lines[0].start, lines[-1].end)
    return re.sub(r"[\s\u2060]+", "", "".join(text[token.start : token.end] for token in lines)).strip("#*_=")


def _date_of(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _period(
    text: str, preamble: Sequence[Paragraph], sections: Sequence[Section], spans: dict[str, Span]
) -> tuple[date, date] | None:
    """The statistical period: the first pair of dates that spans most of a year, in the preamble or in section 一.

    A pair may run on into the next paragraph: a text browser that indents every line leaves lines that look like some.
    """
    paragraphs = [
        *preamble,
        *(p for section in sections[:1] for p in section.paragraphs),
        *(p for section in sections[1:] for p in section.paragraphs),
    ]
    for number, paragraph in enumerate(paragraphs):
        below = paragraphs[number + 1].text if number + 1 < len(paragraphs) else ""
        if "月" not in paragraph.text and "月" not in below:
            continue
        own = _plain(paragraph.text)
        for match in _PERIOD.finditer(own + _plain(below)):
            if match.start() >= len(own):
                break
            start = _date_of(match["ayear"], match["amonth"], match["aday"])
            end = _date_of(match["byear"] or match["ayear"], match["bmonth"], match["bday"])
            if start and end and 200 <= abs((end - start).days) <= 800:
                spans["period"] = paragraph.span
                return start, end
    return None


def _issued(text: str, tail: Sequence[Token], spans: dict[str, Span]) -> date | None:
    for token in tail:
        if token.type == "ISSUED_DATE":
            found = _any_date(text[token.start : token.end])
            if found:
                spans["issued_date"] = token.span
                return found
    return None


def _any_date(text: str) -> date | None:
    plain = _plain(text)
    match = _DATE.search(plain)
    if match:
        return _date_of(match["year"], match["month"], match["day"])
    match = _CHINESE_DATE.search(plain)
    if match:
        digits = "".join(
            str("〇一二三四五六七八九".find(c)) if c in "一二三四五六七八九" else "0" for c in match["year"]
        )
        from giar_lark.tokenise.fold import number_of

        return _date_of(digits, str(number_of(match["month"])), str(number_of(match["day"])))
    return None


def _year(
    title: str | None, period: tuple[date, date] | None, issued: date | None, preamble: Sequence[Paragraph]
) -> int | None:
    """The year reported on: of the title, else of the period, else the year before the date, else the preamble's usual one."""
    match = _YEAR.search(_plain(title)) if title else None
    if match:
        return int(match[1])
    if period:
        return period[0].year
    if issued:
        return issued.year - 1
    years = Counter(m[1] for p in preamble for m in re.finditer(r"(20[0-3]\d)年(?:度|,|我|政府)", _plain(p.text)))
    return int(years.most_common(1)[0][0]) if years else None


def _organ(
    text: str,
    title: str | None,
    front: Sequence[Token],
    tail: Sequence[Token],
    preamble: Sequence[Paragraph],
    spans: dict[str, Span],
) -> str | None:
    """The organ's name: in front of the year in the title, completed by the signature where that is longer, else the latter."""
    signed = next((token for token in tail if token.type == "ISSUING_ORGAN"), None)
    signature = re.sub(r"[\s\u2060]+|（章）|\(章\)|（盖章）", "", text[signed.start : signed.end]) if signed else None
    if signed:
        spans["issuing_organ"] = signed.span
    in_title = None
    if title:
        plain = _YEAR_IN_FRONT.sub("", _plain(title).replace("《", "").replace("》", ""))
        in_title = _TITLE_TAIL.sub("", plain).strip("关于的，,")
        in_title = re.sub(r"20[0-3]\d(?:年度|年)?$", "", in_title)
        if in_title.endswith("人民"):
            in_title += "政府"  # …人民政府信息公开…: one 政府 does for both
        if in_title == plain or not 2 <= len(in_title) <= 40:
            in_title = None
    if in_title:
        spans["organ_name"] = spans["title"]
        return in_title
    if signature and signed:
        spans["organ_name"] = signed.span
        return signature
    for token in front:
        match = re.search(
            r"(?:单位名称|公开单位|编制单位|发布机构|信息来源|来源)[：:]\s*([\u4e00-\u9fff]{4,30})",
            text[token.start : token.end],
        )
        if match:
            spans["organ_name"] = token.span
            return match[1]
    return None


def _documents(preamble: Sequence[Paragraph], sections: Sequence[Section]) -> tuple[str, ...]:
    """The numbers of the documents that the report cites, as written, each once."""
    found: dict[str, None] = {}
    for paragraph in [*preamble, *(p for section in sections for p in section.paragraphs)]:
        if "号" in paragraph.text:
            written = re.sub(r"\s+", "", paragraph.text)
            found.update(dict.fromkeys(written[slice(*m.span())] for m in _NUMBER.finditer(_half_width(written))))
    return tuple(found)


def _half_width(text: str) -> str:
    """A text with its full-width digits as plain ones, character by character, so that places stay."""
    return text.translate(_DIGITS)

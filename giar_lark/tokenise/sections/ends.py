"""The two ends of a report: title and preamble, and the organ and date behind the last section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.sections.prose import ProseLines, prose_lines
from giar_lark.tokenise.text.markup import squeezed
from giar_lark.tokenise.token import Token

_DATE = lazy_pattern(
    r"[(（]?\s*(?:[12１２][0-9０-９]{3}|[一二][〇零○Oo一二三四五六七八九]{3})\s*年\s*[0-9０-９一二三四五六七八九十]{1,3}\s*月\s*[0-9０-９一二三四五六七八九十]{1,3}\s*日\s*(?:印发|公布|发布)?[)）]?$"
)
# a date that is one only behind the organ: portals print such dates beside what they link to
_SHORT_DATE = lazy_pattern(r"20[0-9]{2}(?P<sign>[.\-/])[0-9]{1,2}(?P=sign)[0-9]{1,2}$")
_ENDS_OF_DATES = frozenset("日)）发布0123456789")
# a year in brackets that stands below a title
_YEAR_BELOW = lazy_pattern(r"[（(]20\d\d年?度?[)）]$")
# an organ and a date, or a date alone, behind the last sentence of such a line
_END_IN_LINE = lazy_pattern(
    r"(?<=[。）)！])\s+(?:(?P<organ>[\u4e00-\u9fff（）()·]{2,40})\s+)?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)$"
)
# organ and date at the end of a paragraph have no more characters
_END_CHARS = 80
# organ and date stand in the last lines of a report, in front of what a portal prints below it
_TAIL_LINES = 20
_TITLE_CHARS = 60
_YEAR = lazy_pattern(r"20\d\d")
# 报告 or 年报
_TITLE_ENDS = "告报"
TITLE_WORDS = lazy_pattern(r"年度报告|工作报告|年报|信息公开.{0,12}(?:报告|[总小]结$|计划$)")
# what stands in a sentence or in the frame of a portal, and in no title
IN_A_SENTENCE = lazy_pattern(r"[。；：:>＞，,〉》〔〕|]|通知|索引号|主题分类|发布机构|发布日期|成文日期|首页|字号|浏览")
# a row of the table of 名称 and 文号 that portals put above a report
_PARTED = lazy_pattern(r"\S[ \xa0\u3000]*\t\s*\S")
_WHOLE_TITLE = lazy_pattern(r"(?:20\d\d年度?)?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$")
# a title at the beginning of a longer line, where a whole report stands in one
_TITLE_IN_LINE = lazy_pattern(r"[^\s。；：:>＞]{4,50}?(?:年度报告|年报|工作报告)(?=\s+\S)")
ORGAN = lazy_pattern(
    r"[\u4e00-\u9fff（）()·]{2,40}(?:政府|委员会|局|厅|部|办公室|办事处|委|院|海关|中心|署|站|队|所|会|处|行|公司|集团|厂|医院|学校|大学|学院|小学|中学|幼儿园|馆|社|台|区|乡|镇|街道|县|市|省)(?:（章）|\(章\)|（盖章）)?$"
)


@remembered
def front_tokens(text: str) -> tuple[Token, ...]:
    """The lines of what stands in front of the first section: the title's become TITLE, the others are paragraphs.

    The title is the last short line that names an annual report, with the lines above it that it continues.
    """
    tokens = _title_apart(text, prose_lines(text, 0, len(text)).tokens())
    named = [number for number, token in enumerate(tokens) if _names_report(text, token)]
    named += [n for n in range(1, len(tokens)) if n not in named and _is_broken_title(text, tokens, n)]
    if not named:
        return tuple(tokens)
    best = _best_title(text, tokens, named)
    below = best[-1] + 1
    if below < len(tokens) and _YEAR_BELOW.match(squeezed(text[tokens[below].start : tokens[below].end])):
        best.append(below)
    for number in best:
        tokens[number].type = "TITLE"
    return tuple(tokens)


def _names_report(text: str, token: Token) -> bool:
    """Whether a line is short and names an annual report, and is no sentence and no row."""
    start, end = token.start, token.end
    return (
        end - start <= _TITLE_CHARS
        and TITLE_WORDS.search("".join(text[start:end].split())) is not None
        and IN_A_SENTENCE.search(text, start, end) is None
        and _PARTED.search(text, start, end) is None
    )


def _is_broken_title(text: str, tokens: list[Token], number: int) -> bool:
    """Whether a line is the end of a title that breaks anywhere between its first word and 报告, and the line above begins it."""
    if text[tokens[number].end - 1] not in _TITLE_ENDS:
        return False
    above, line = (squeezed(text[t.start : t.end]) for t in tokens[number - 1 : number + 1])
    if len(above) + len(line) > _TITLE_CHARS or IN_A_SENTENCE.search(above + line):
        return False
    return _crosses(above, line)


def _title_apart(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens of a front, the title cut from the rest of its line where both stand in one."""
    out = []
    for token in tokens:
        found = _TITLE_IN_LINE.match(text, token.start, token.end) if token.end - token.start > _TITLE_CHARS else None
        if found is None:
            out.append(token)
            continue
        rest = found.end() + len(text[found.end() : token.end]) - len(text[found.end() : token.end].lstrip())
        out += [Token("TEXT", found.start(), found.end()), Token("TEXT", rest, token.end)]
    return out


def _best_title(text: str, tokens: list[Token], named: list[int]) -> list[int]:
    """The title's lines: the fullest candidate, and the lines before it where it lacks its year or its organ."""

    def weight(number: int) -> tuple[int, int, int]:
        line = "".join(text[tokens[number].start : tokens[number].end].split())
        return (bool(_YEAR.search(line)) + ("年度报告" in line or "年报" in line), len(line) > 12, -abs(number))

    at = max(named, key=weight)
    first = at
    line = "".join(text[tokens[at].start : tokens[at].end].split())
    while first > 0 and at - first < 2 and not (_YEAR.search(line) and len(line) > 20):
        before = "".join(text[tokens[first - 1].start : tokens[first - 1].end].split())
        joined = before + line
        if (
            len(before) > 40
            or re.search(r"[。：:；，>|]|\d{4}-\d", before)
            or not (_title_part(before) or _crosses(before, line))
        ):
            break
        first, line = first - 1, joined
    return list(range(first, at + 1))


def _title_part(line: str) -> bool:
    """Whether a line can be the upper part of a title: an organ's name, a year, or the beginning of the phrase."""
    return bool(ORGAN.search(line) or re.search(r"20\d\d$|信息公开(?:工作?)?$|关于|年(?:度(?:报|工作?)?)?$", line))


def _crosses(before: str, line: str) -> bool:
    """Whether the words from the year to 报告 run on from one line to the next, wherever they break."""
    whole = _WHOLE_TITLE.search(before + line)
    return whole is not None and whole.start() < len(before) < whole.end()


class _Tail(NamedTuple):
    """The prose of the last section, as so many characters of it, and the tokens behind them."""

    prose_chars: int
    tokens: list[Token]


def tail_parts(lines: ProseLines) -> Iterator[ProseLines | Token]:
    """The last section's prose, then the organ and the date with which it ends; a portal's footer behind them stays text."""
    tail = _tail_of(lines.written)
    if tail.prose_chars:
        yield ProseLines(lines.text, lines.start, lines.start + tail.prose_chars)
    for token in tail.tokens:
        yield Token(token.type, lines.start + token.start, lines.start + token.end)


@remembered
def _tail_of(text: str) -> _Tail:
    tokens = _end_marked(text, prose_lines(text, 0, len(text)).tokens())
    number = next((n for n, token in enumerate(tokens) if token.type not in ("TEXT", "NUMBERED")), len(tokens))
    end = tokens[number - 1].end if number else 0
    # a line may say something only with what was cut from it
    whole = prose_lines(text, 0, end).tokens()
    same = [(token.type, *token.span) for token in whole] == [(token.type, *token.span) for token in tokens[:number]]
    return _Tail(end, tokens[number:]) if same else _Tail(0, tokens)


def _end_marked(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens of a section, the organ and the date at its end marked.

    A converter may have put every number of the date on a line of its own.
    """
    tokens = _end_apart(text, tokens)
    for last in range(len(tokens) - 1, max(-1, len(tokens) - _TAIL_LINES), -1):
        if text[tokens[last].end - 1] not in _ENDS_OF_DATES:
            continue
        for first in range(last, max(-1, last - 6), -1):
            if tokens[first].type not in ("TEXT", "NUMBERED"):
                break
            if _is_date(text, tokens, first, last):
                date = Token("ISSUED_DATE", tokens[first].start, tokens[last].end)
                tokens = [*tokens[:first], date, *tokens[last + 1 :]]
                if first > 0 and _is_organ(text, tokens[first - 1]):
                    tokens[first - 1].type = "ISSUING_ORGAN"
                return tokens
    if tokens and _is_organ(text, tokens[-1]):
        tokens[-1].type = "ISSUING_ORGAN"
    return tokens


def _is_date(text: str, tokens: list[Token], first: int, last: int) -> bool:
    """Whether some tokens are a date: one in words, or a short one below an organ."""
    written = squeezed(text[tokens[first].start : tokens[last].end])
    if _DATE.match(written):
        return True
    return _SHORT_DATE.match(written) is not None and first > 0 and _is_organ(text, tokens[first - 1])


def _end_apart(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens of a section, organ and date cut from the paragraph that the last of them ends with."""
    if not tokens or tokens[-1].type not in ("TEXT", "NUMBERED"):
        return tokens
    *before, last = tokens
    found = _END_IN_LINE.search(text, max(last.start, last.end - _END_CHARS), last.end)
    if found is None:
        return tokens
    parts = [Token("TEXT", *found.span(name)) for name in ("organ", "date") if found[name]]
    return [*before, Token(last.type, last.start, found.start()), *parts]


def _is_organ(text: str, token: Token) -> bool:
    line = squeezed(text[token.start : token.end])
    return token.type == "TEXT" and len(line) <= 40 and ORGAN.match(line) is not None

"""引用的格式文件不对，或文号写得不规范。

查什么
    2021 年度起的报告引国办公开办函〔2019〕60号作依据而没有引〔2021〕30号，2019、2020 年度的报告引〔2021〕30号；文件名与文号不是同一个文件；
    年份与序号配错（〔2021〕60号）；发文字号把“函”写成“涵”，年份外面不用六角括号〔〕。后两种可以自动改。
为什么
    报告依据哪个文件编制，决定用哪一种表格。引错了，多半是前言沿用了旧报告。
依据
    国办公开办函〔2021〕30号（2021 年度起）；国办公开办函〔2019〕60号（2019、2020 年度）；公文格式：年份用六角括号括入。
怎么改
    2021 年度起写：《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》
    （国办公开办函〔2021〕30号）。
何时不必理会
    提到旧文件是为了说明与往年的差别时。

The instrument cited is the wrong one, or its number is not written as it should be.

What it checks
    A report on 2021 or later that rests on letter 60 of 2019 and does not cite letter 30 of 2021; one on 2019 or 2020 that cites
    letter 30 of 2021; a title with the number of another document; year and number that do not go together (〔2021〕60号); 涵 for
    函; other brackets than 〔〕 around the year. The last two can be mended automatically.
Why it matters
    The instrument decides which tables are used. A wrong one mostly means that the preamble was kept from an old report.
Basis
    Letter 30 (2021) for reports on 2021 and later, letter 60 (2019) for 2019 and 2020; the form of official papers: the year
    stands in hexagonal brackets.
How to mend
    From 2021 on, cite the notice on the format of the annual report, 国办公开办函〔2021〕30号.
When to ignore
    Where the old letter is named to explain what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.memo import remembered
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.passage import PLAIN_DIGITS, Passage
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import TEMPLATES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import Terms, found_in_passages, sought_on_terms
from giar_lark.rules.prose.citation import (
    FEE_ISSUER,
    FEE_LETTER,
    FORMAT_ISSUER,
    NEW_LETTER,
    OLD_LETTER,
    Citation,
    citations_in,
    names_new_letter,
    old_titles_alone,
)
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit

RULE = Rule(
    code="ID-06",
    name="wrong-instrument",
    severity=Severity.WARNING,
    summary=Text("引用的格式文件或文号不对", "the instrument cited is wrong, or its number is"),
    clause=TEMPLATES,
    fault=Fault.INACCURATE,
    example=Example(wrong="国办公开办函〔2019〕60号", right="国办公开办函〔2021〕30号"),
    fixable="safe",
)

_CHANGE_YEAR = 2021
_ABOUT_FEE = Text(
    "《政府信息公开信息处理费管理办法》的文号写错",
    "the number of the measures on the information processing fee is wrong",
)
_YEAR, _GAPS = lazy_pattern(r"〔20\d\d〕"), lazy_pattern(r"[\s|]+")
_NAMES = {
    OLD_LETTER: "国办公开办函〔2019〕60号",
    NEW_LETTER: "国办公开办函〔2021〕30号",
    FEE_LETTER: "国办函〔2020〕109号",
}


@sought_on_terms
def _may_be_wrong(prose: Stretch, _section: str, terms: Terms) -> bool:
    """Whether a citation is wrong, but for what others in the report and the layout inside it may excuse."""
    found_in = prose.answers[found_in_passages]
    cited = found_in.get(citations_in, ())
    return (_is_of_the_new(terms.year) and old_titles_alone in found_in) or any(
        [
            _is_wrong_about_fee(one)
            or one.misspelt
            or _wrong_document(one, {one.letter}, terms.year)
            or _wrong_brackets(prose.passages[number].text, one)
            for number, found in cited
            for one in found
        ]
    )


@asked_where(_may_be_wrong)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each citation that is wrong in any way."""
    cited = [(passage, citation) for passage, found in context.in_passages(citations_in) for citation in found]
    letters = {citation.letter for _, citation in cited}
    for passage, citation in cited:
        problem = _wrong_document(citation, letters, context.year)
        if _is_wrong_about_fee(citation):
            yield _finding(passage, citation.start, citation.end, _ABOUT_FEE, FEE_LETTER)
        elif problem is not None:
            yield _finding(passage, citation.start, citation.end, problem, _letter_for(context.year))
        else:
            yield from _misspelt(context, passage, citation)
    if _is_of_the_new(context.year) and NEW_LETTER not in letters:
        old = [(passage, title) for passage, titles in context.in_passages(old_titles_alone) for title in titles]
        if not any(names_new_letter(passage.text) for passage, _ in old):
            yield from (_finding(passage, *title, _outdated(context.year), NEW_LETTER) for passage, title in old)


def _is_of_the_new(year: int | None) -> TypeGuard[int]:
    """Whether a report on a year follows the letter of 2021."""
    return year is not None and year >= _CHANGE_YEAR


def _is_wrong_about_fee(citation: Citation) -> bool:
    return citation.is_about_fee and (citation.issuer, citation.letter) != (FEE_ISSUER, FEE_LETTER)


def _letter_for(year: int | None) -> tuple[int, int]:
    return OLD_LETTER if year is not None and year < _CHANGE_YEAR else NEW_LETTER


def _outdated(year: int) -> Text:
    return Text(
        f"{year} 年度报告引的是 2019 年的格式文件，应引〔2021〕30号",
        f"the report on {year} cites the letter of 2019, not letter 30 (2021)",
    )


def _wrong_document(citation: Citation, letters: set[tuple[int, int]], year: int | None) -> Text | None:
    """What is wrong with the document that is meant; None if nothing is."""
    letter, is_format = citation.letter, citation.issuer.replace("涵", "函") == FORMAT_ISSUER
    if letter in _NAMES and citation.titled not in (None, letter) and citation.titled is not None:
        return Text(
            f"文件名是{_NAMES[citation.titled]}的，文号却是〔{letter[0]}〕{letter[1]}号",
            f"the title is that of {_NAMES[citation.titled]}, the number that of another letter",
        )
    if is_format and letter == OLD_LETTER and _is_of_the_new(year) and NEW_LETTER not in letters:
        return _outdated(year)
    if is_format and letter == NEW_LETTER and year is not None and year < _CHANGE_YEAR:
        return Text(
            f"{year} 年度报告引的是 2021 年 9 月的格式文件，当时尚未印发",
            f"the report on {year} cites a letter of September 2021, which did not exist yet",
        )
    mismatched = letter not in (OLD_LETTER, NEW_LETTER) and (letter[1] in (30, 60) or citation.is_about_report)
    is_meant = citation.is_about_report or citation.issuer.startswith("国办公开")
    if (is_format and mismatched) or (not is_format and letter in (OLD_LETTER, NEW_LETTER) and is_meant):
        return Text(
            f"格式文件的文号写成了{citation.issuer}〔{letter[0]}〕{letter[1]}号",
            f"the number of the letter is given as {citation.issuer}〔{letter[0]}〕{letter[1]}号",
        )
    return None


def _finding(passage: Passage, start: int, end: int, problem: Text, letter: tuple[int, int]) -> Finding:
    name = _NAMES[letter]
    label = Text(f"应为{name}", f"should be {name}")
    advice = Text(f"改引{name}，文件名一并核对", f"cite {name}, and check the title with it")
    if passage.text[start:end] == name:
        label = Text("文号没错，文件名不对", "the number is right, the title is not")
        advice = Text(f"把文件名改为{name}的", f"write the title of {name}")
    return RULE.finding(
        problem,
        passage.span_of(start, end),
        label=label,
        help=advice,
        anchor=passage.text[start:end],
    )


@remembered
def _has_brackets(written: str) -> bool:
    """Whether a number as it stands in the source has its year in the right brackets, whatever layout is in it."""
    return _YEAR.search(_GAPS.sub("", written.translate(PLAIN_DIGITS))) is not None


def _wrong_brackets(text: str, citation: Citation) -> list[tuple[tuple[int, int], str]]:
    """The brackets around the year that are not those of a number, each with the right one."""
    brackets = [(citation.opening, "〔"), (citation.closing, "〕")]
    return [(place, right) for place, right in brackets if text[slice(*place)] != right]


def _misspelt(context: Context, passage: Passage, citation: Citation) -> Iterator[Finding]:
    """A finding with a safe repair, where the character or the brackets are wrong."""
    edits, wrong = [], []
    if citation.misspelt:
        at = citation.start + citation.issuer.index("涵")
        edits.append(Edit(span=passage.span_of(at, at + 1), text="函"))
        wrong.append(Text("“函”误作“涵”", "涵 stands for 函"))
    slips = _wrong_brackets(passage.text, citation)
    # a converter may put a bracket on a line of its own, which is then no part of the prose
    if slips and not _has_brackets(context.text[slice(*passage.span_of(citation.start, citation.end))]):
        edits += [Edit(span=passage.span_of(*place), text=right) for place, right in slips]
        wrong.append(Text("年份应放在六角括号〔〕里", "the year belongs in brackets 〔〕"))
    if not wrong:
        return
    written = passage.text[citation.start : citation.end]
    right = f"{citation.issuer.replace('涵', '函')}〔{citation.letter[0]}〕{citation.letter[1]}号"
    yield RULE.finding(
        Text(
            f"文号“{written}”：{'，'.join(text.zh for text in wrong)}",
            f"“{written}”: {', '.join(text.en for text in wrong)}",
        ),
        passage.span_of(citation.start, citation.end),
        label=Text(f"应为{right}", f"should be {right}"),
        help=Text(f"改为{right}", f"write {right}"),
        fix=Fix(edits=tuple(edits), safe=True),
        anchor=written,
    )

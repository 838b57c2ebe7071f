"""How a title differs from the standard one: 机关全称 + 年份 + 年政府信息公开工作年度报告."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from giar_lark.lang import Text
from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern

STANDARD = "政府信息公开工作年度报告"

_YEAR = lazy_pattern(r"(20\d\d|二[〇零○O]二[〇零○O一二三四五六七八九])年?度?")
_BARE_YEAR = lazy_pattern(r"20\d\d(?![\d年度])")
# what may stand behind a title and is no part of it
_APPENDIX = lazy_pattern(r"[(（][^()（）]*[)）]$")
_SUBJECT = lazy_pattern("信息公开|政务公开")
# a title without an organ: a converter has lost its upper lines
_NAMELESS = lazy_pattern(r"(?:20\d\d年?度?)?(?:政府|政务)?(?:信息公开|公开)")
_DOUBLED = lazy_pattern(r"(信息|公开|工作|报告|年|(?<!人民)政府)\1")
_GOVERNMENT = lazy_pattern("政府(?:信息)+$")
# whose annual report has 信息公开 in its name, by regulations of their own
_INSTITUTION = lazy_pattern(r"(?:大学|学院|学校|中学|小学|幼儿园|医院|卫生院|公司|集团)(?:关于)?(?:20\d\d年?度?)?$")
# of what is left of a title without its organ and year
_PHRASE = lazy_pattern(r"[政府务信息公开工作年度报告的情况关于总小结计划]+")


class Deviation(NamedTuple):
    """One difference; a slight one leaves the title clear and complete."""

    what: Text
    is_slight: bool = False


@remembered
def deviations_of(title: str) -> tuple[Deviation, ...]:
    """Every difference from the standard title, in the order of its words; none if it is no title of such a report."""
    plain = _APPENDIX.sub("", _plain(title))
    if (
        not _SUBJECT.search(plain)
        or not plain.endswith(("报告", "年报", "总结", "小结", "计划", "年度情况"))
        or _NAMELESS.match(plain)
    ):
        return ()
    has_year = _YEAR.search(_plain(title)) is not None
    return (
        *([] if has_year else [Deviation(Text("缺年份", "the year is missing"))]),
        *([Deviation(Text("年份后缺“年”", "“年” is missing behind the year"))] if _BARE_YEAR.search(plain) else []),
        *_of_subject(plain, has_year),
        *_of_kind(plain),
        *(Deviation(Text(f"“{word}”重复", f"“{word}” twice")) for word in dict.fromkeys(_DOUBLED.findall(plain))),
        *(
            Deviation(Text(f"不用“{word}”", f"without “{word}”"), is_slight=True)
            for word in ("关于", "的")
            if word in plain[max(0, plain.find("公开") - 12) :]
        ),
    )


def standard_title(title: str, organ: str, year: int) -> str | None:
    """The standard title for an organ and a year; None if the title has something else that would be lost."""
    rest = _YEAR.sub("", _plain(title).removeprefix("关于"))
    is_all = rest.startswith(organ) and _PHRASE.fullmatch(rest.removeprefix(organ)) is not None
    return f"{organ}{year}年{STANDARD}" if is_all else None


def _plain(title: str) -> str:
    return unicodedata.normalize("NFKC", title).strip("《》")


def _of_subject(plain: str, has_year: bool) -> Iterator[Deviation]:
    """政府信息公开: whose information, and that it is information."""
    before = plain[: plain.find("公开")]
    if before.endswith(("政务", "政务信息")):
        wrong = before[before.rfind("政务") :]
        yield Deviation(Text(f"“{wrong}公开”应为“政府信息公开”", f"“{wrong}公开” instead of “政府信息公开”"))
    elif _INSTITUTION.search(before.removesuffix("信息")):
        return
    elif not _GOVERNMENT.search(before) or (before.endswith("人民政府信息") and not has_year):
        # 人民政府信息公开: one 政府 does for both only where no year has to stand between them
        yield Deviation(Text("缺“政府”", "“政府” is missing"))


def _of_kind(plain: str) -> Iterator[Deviation]:
    """工作年度报告: the words in which what it is called differs."""
    behind = plain[plain.find("公开") + 2 :]
    if not behind.endswith(("报告", "年报")):
        yield Deviation(Text(f"“{behind}”应为“工作年度报告”", f"“{behind}” instead of “工作年度报告”"))
    elif "总结" in behind:
        yield Deviation(Text("多“总结”", "“总结” is too much"))
    elif behind.endswith("年报"):
        wanted = "年度报告" if "工作" in behind else "工作年度报告"
        yield Deviation(Text(f"“年报”应为“{wanted}”", f"“年报” instead of “{wanted}”"))
    elif "年度工作报告" in behind:
        yield Deviation(Text("“年度工作报告”应为“工作年度报告”", "“年度工作报告” instead of “工作年度报告”"))
    else:
        if "工作" not in behind:
            yield Deviation(Text("缺“工作”", "“工作” is missing"))
        if "年度" not in behind:
            yield Deviation(Text("“报告”前缺“年度”", "“年度” is missing before “报告”"))
    if "情况" in behind:
        yield Deviation(Text("多“情况”", "“情况” is too much"))
    if plain.count("年度") > 1:
        yield Deviation(Text("“年度”重复", "“年度” twice"))

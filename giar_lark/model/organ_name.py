"""The name of the organ that reports: from the title, else the signature, else the front, else the prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from giar_lark.lean.memo import remembered
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.paragraph import Paragraph
from giar_lark.model.self_naming import ANNOUNCED, COMPILED, SHORTENED, self_names
from giar_lark.source.span import Span
from giar_lark.tokenise.text.markup import squeezed
from giar_lark.tokenise.token import Token

_YEAR_IN_FRONT = lazy_pattern(
    r"^20[0-3]\d年?度?(?=[\u4e00-\u9fff]{3,}(?:局|厅|委|办|政府|镇|乡|街道|县|市|区|院|会|中心)[\u4e00-\u9fff])"
)
# looks first whether anything of it begins here, for most of it may be left out
_TITLE_TAIL = lazy_pattern(
    r"(?=[关2年的政信\s])(?:关于)?(?:20[0-3]\d)?\s*(?:年度|年)?\s*(?:年度)?(?:的)?(?:政府|政务)?(?:信息|政务)公开(?:的)?(?:工作)?(?:的)?(?:情况)?(?:年度)*(?:工作)?(?:年度)?(?:的)?(?:报告|年报|[总小]结|计划).*$"
)
_SEAL = lazy_pattern(r"[\s\u2060]+|（章）|\(章\)|（盖章）")
# the one that a portal calls the publisher may be another organ's office: it comes after all that the report says itself
_LABELLED = lazy_pattern(r"(?:单位名称|公开单位|编制单位)[：:]\s*([\u4e00-\u9fff]{4,30})")
# the general office compiles its government's report
_FOR_ALL = lazy_pattern(r"(人民政府)(?:办公室|办公厅)$")
_PUBLISHER = lazy_pattern(r"(?:发布机构|信息来源|来源)[：:]\s*([\u4e00-\u9fff]{4,30})")


def read_organ_name(
    text: str,
    title: str | None,
    front: Sequence[Token],
    tail: Sequence[Token],
    prose: Iterable[Paragraph],
    spans: dict[str, Span],
) -> str | None:
    """The organ's name; None if it stands nowhere. Its place and that of the signature are added to `spans`.

    `title` is without white space. What is signed is looked up in any case, since it may be another organ.
    """
    signed = next((token for token in tail if token.type == "ISSUING_ORGAN"), None)
    if signed:
        spans["issuing_organ"] = signed.span
    named = name_in_title(title) if title else None
    if named:
        spans["organ_name"] = spans["title"]
        return named
    if signed:
        spans["organ_name"] = signed.span
        return _SEAL.sub("", text[signed.start : signed.end])
    for name, place in (*_in_lines(_LABELLED, text, front), *_in_prose(prose), *_in_lines(_PUBLISHER, text, front)):
        spans["organ_name"] = place
        return name
    return None


@remembered
def name_in_title(title: str) -> str | None:
    """The name in front of the year in a title; None if there is none."""
    plain = _YEAR_IN_FRONT.sub("", title.replace("《", "").replace("》", ""))
    # not the 关 of 海关
    name = _TITLE_TAIL.sub("", plain).strip("的，,").removeprefix("关于").removesuffix("关于").strip("的，,")
    name = re.sub(r"20[0-3]\d(?:年度|年)?$", "", name)
    if name.endswith("人民"):
        name += "政府"  # …人民政府信息公开…: one 政府 does for both
    return name if name != plain and 2 <= len(name) <= 40 else None


def _in_lines(pattern: re.Pattern[str], text: str, tokens: Iterable[Token]) -> Iterable[tuple[str, Span]]:
    for token in tokens:
        match = pattern.search(text[token.start : token.end])
        if match:
            yield match[1], token.span


def _in_prose(paragraphs: Iterable[Paragraph]) -> Iterable[tuple[str, Span]]:
    """The names with which the report announces itself."""
    for paragraph in paragraphs:
        plain = squeezed(paragraph.text)
        for name in self_names(plain):
            if name.role in (ANNOUNCED, COMPILED, SHORTENED):
                yield _FOR_ALL.sub(r"\1", plain[name.start : name.end]), paragraph.span

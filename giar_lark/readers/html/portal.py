"""What a portal says of a page in its head and nowhere on it: the day of publication, and the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from giar_lark.lean.pattern import lazy_pattern

# a date that the page shows itself, whatever tags stand in it
_SHOWN_DATE = lazy_pattern(
    r"(?:发布|公开|发表|上传)(?:日期|时间)(?:[\s：:|\xa0\u3000]|<[^<>]{0,500}>|&nbsp;|&emsp;|&ensp;|&#160;)*+20\d\d"
)
_DATES = ("pubdate", "publishdate", "publish_date", "firstpublishedtime")
_TITLES = ("articletitle",)
_DATE = lazy_pattern(r"\s*20\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}")
_SAYS_REPORT = lazy_pattern(r"信息公开.{0,20}(?:报告|年报)")


def unshown(document: str, text: str, meta: Mapping[str, tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """What the head of a page says that the page itself does not: a label as portals print it, and where it stands.

    `text` is what the page shows. What is shown counts; what differs from it in the head is a machine's.
    """
    for name in _TITLES:
        if name in meta:
            title = re.sub(r"\s", "", document[slice(*meta[name])])
            if _SAYS_REPORT.search(title) and title not in re.sub(r"\s", "", text):
                yield "", *meta[name]
    found = next((meta[name] for name in _DATES if name in meta), None)
    if found is not None and _DATE.match(document, *found) and not _SHOWN_DATE.search(document):
        yield "发布日期：", *found

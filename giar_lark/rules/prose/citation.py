"""The documents of the State Council's General Office that a report cites: 国办公开办函〔2021〕30号, with its title in front."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.rules.occasions.sought import sought_in_passages

FORMAT_ISSUER = "国办公开办函"
# the letter that a template comes with, as year and number
OLD_LETTER, NEW_LETTER = (2019, 60), (2021, 30)
# the letter with the measures on the fee
FEE_ISSUER, FEE_LETTER = "国办函", (2020, 109)
_TITLE_CHARS = 80
_NUMBER = lazy_pattern(
    r"(?P<issuer>国办公开办?[函涵发]|国办公开[函涵]|国办公开办|国办[函涵发])(?P<open>[〔\[［{｛(（【〈<]?)(?P<year>20\d\d)年?"
    r"(?P<close>[〕\]］}｝)）】〉>]?)第?(?P<number>\d{1,3})号"
)
_ABOUT_REPORT = lazy_pattern(r"年度报告(?:格式|有关事项)")
_ABOUT_FEE = lazy_pattern(r"信息处理费管理办法[〉》>]{0,2}(?:的通知)?[〉》>]?[（(]?$")
_OLD_TITLE = lazy_pattern(r"政府信息公开工作年度报告有关事项的?通知|年度报告格式[（(]试行[）)][〉》〕\]）)]*的通知")
_NEW_TITLE = lazy_pattern(r"年度报告格式(?![（(]试行)[〉》〕\]）)]*的通知")
_OLD_TITLE_ALONE = lazy_pattern(
    r"(?P<title>(?:国务院办公厅|国办)[^《》。；]{0,20}《?(?:关于)?政府信息公开工作年度报告有关事项的?通知)》?(?![（(])"
)


class Citation(NamedTuple):
    """A number as cited: its parts, where they stand, and which letter the title in front of it belongs to (or None)."""

    start: int
    end: int
    issuer: str
    opening: tuple[int, int]
    closing: tuple[int, int]
    letter: tuple[int, int]
    titled: tuple[int, int] | None
    is_about_report: bool
    is_about_fee: bool

    @property
    def misspelt(self) -> bool:
        """Whether 涵 stands for 函."""
        return "涵" in self.issuer


@sought_in_passages(_NUMBER)
def citations_in(text: str) -> tuple[Citation, ...]:
    """The numbers of the General Office in a text without white space, in order."""
    return tuple(_citations(text))


def _citations(text: str) -> Iterator[Citation]:
    for match in _NUMBER.finditer(text):
        before = text[max(match.start() - _TITLE_CHARS, 0) : match.start()].rpartition("。")[2]
        before = before[before.rfind("号") + 1 :]
        yield Citation(
            *match.span(),
            match["issuer"],
            match.span("open"),
            match.span("close"),
            (int(match["year"]), int(match["number"])),
            _titled(before),
            _ABOUT_REPORT.search(before) is not None,
            _ABOUT_FEE.search(before) is not None,
        )


@sought_in_passages(_OLD_TITLE_ALONE)
def old_titles_alone(text: str) -> tuple[tuple[int, int], ...]:
    """Where the title of the letter of 2019 stands without its number."""
    return tuple(match.span("title") for match in _OLD_TITLE_ALONE.finditer(text))


def names_new_letter(text: str) -> bool:
    """Whether a text has the title of the letter of 2021, with its number or without."""
    return _NEW_TITLE.search(text) is not None


def _titled(before: str) -> tuple[int, int] | None:
    if _OLD_TITLE.search(before):
        return OLD_LETTER
    return NEW_LETTER if _NEW_TITLE.search(before) else None

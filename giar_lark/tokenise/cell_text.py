"""What stands in a cell: a number, a blank, a mark for "not applicable", or something that is no number."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from giar_lark.lean.memo import remembered_short
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field, replace
from giar_lark.tokenise.text.characters import FILLER

# A number of more digits than this is no count of anything; reading it could only cost time.
MAX_DIGITS = 15
# so few digits come again and again
_SHORT_DIGITS = 4

MARKS = frozenset(
    [
        "/",
        "\\",
        "-",
        "--",
        "---",
        "—",
        "——",
        "―",
        "–",
        "─",
        "－",
        "无",
        "空",
        "不适用",
        "不涉及",
        "没有",
        "暂无",
        "N/A",
        "n/a",
        "NA",
        "#N/A",
        "n.a.",
        "NaN",
        "nan",
        "null",
        "NULL",
        "Null",
        "None",
        "none",
        "nil",
        "Nil",
        "undefined",
        "空白",
        "无数据",
        "（空）",
        "(空)",
        "*",
        "～",
        "~",
        "…",
    ]
)
UNITS = ("万元", "亿元", "千元", "元", "件次", "人次", "件", "条", "项", "份", "个", "起", "次", "宗", "篇", "部", "人")
_NUMBER = lazy_pattern(
    r"(?P<about>~?)(?P<sign>[+\-−－﹣]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?"
    rf"(?:\s*(?P<unit>{'|'.join(UNITS)}))?(?P<note>\s*[(（\[][^()（）\[\]]*[)）\]])?$"
)


# the marks of notes, which are digits of no number
_NOTE_MARKS = lazy_pattern(r"[①-⑳⑴-⒇⓪-⓿❶-➓⁰¹²³⁴-⁹₀-₉]")

# what mark-up languages put around a value: emphasis, escapes, wide brackets, padding
_WRAPPING = frozenset("*_`'\"\\()")
_WRAPPER = lazy_pattern(r"^(?:[*_`'\"\\]|\(\(\()+|(?:[*_`'\"\\]|\)\)\))+$")


def _unwrapped(text: str) -> str:
    """A value without the marks of a mark-up language around it; a text of nothing else is blank."""
    return _WRAPPER.sub("", text).strip()


@dataclass(frozen=True, slots=True)
class CellText:
    """The reading of one cell's text.

    `state` is one of `given`, `blank`, `na`, `unreadable`, `inferred` (contract, law 2; the last for `~5`, the canonical form
    of a number whose place was inferred); `value` is the number, and None for the other states.
    `unit` and `note` are what stands behind the number in the cell; `signed` says that a sign stands before it. `plain` is
    whether there is nothing to be said of it: a whole number from 0, without sign and unit; `blank` whether there is nothing,
    or a mark. (Both are kept, because readings are shared by very many cells, and each is asked often.)
    """

    state: str
    value: int | Decimal | None
    raw: str
    unit: str = ""
    note: str = ""
    signed: bool = False
    plain: bool = field(init=False, repr=False, compare=False)
    blank: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        is_count = self.state == "given" and isinstance(self.value, int) and self.value >= 0
        object.__setattr__(self, "plain", is_count and not self.signed and not self.unit)
        object.__setattr__(self, "blank", self.state in ("blank", "na"))


@lru_cache(maxsize=65536)
def read_cell(text: str) -> CellText:
    """The reading of a cell's text; surrounding white space does not belong to it.

    Thousands separators in groups of three and full-width digits are read; digits parted by a space are not, for they may
    be two cells run together.
    """
    raw = text.replace(FILLER, "").strip()
    if raw and _NOTE_MARKS.search(raw):
        return _noted(raw)
    if raw in MARKS:
        # before escapes and emphasis are taken off: a backslash or a star alone is a mark and neither
        return CellText("na", None, raw)
    plain = unicodedata.normalize("NFKC", raw).replace("，", ",").replace("\\", "").strip()
    if plain[:1] in _WRAPPING or plain[-1:] in _WRAPPING:
        plain = _unwrapped(plain)
    if not plain:
        return CellText("blank", None, "")
    if plain in MARKS:
        return CellText("na", None, raw)
    match = _NUMBER.match(plain)
    digits = match["digits"].replace(",", "") if match else ""
    if match is None or len(digits) > MAX_DIGITS or len(match["fraction"] or "") > MAX_DIGITS:
        return CellText("unreadable", None, raw)
    fraction = (match["fraction"] or "").rstrip("0")
    value = Decimal(digits + fraction) if len(fraction) > 1 else int(digits)
    sign = match["sign"]
    if sign and sign != "+":
        value = -value
    state = "inferred" if match["about"] else "given"
    return CellText(state, value, raw, match["unit"] or "", (match["note"] or "").strip(), bool(sign))


# what is read as a given number, digit for digit
_PLAIN_NUMBER = lazy_pattern(r"[0-9]{1,15}(?:\.[0-9]{1,14})?")


def is_plain_number(text: str) -> bool:
    """Whether a text is a number of plain digits, perhaps with a fraction, and nothing else."""
    return _PLAIN_NUMBER.fullmatch(text) is not None


def _count(written: bytes) -> int:
    if len(written) > MAX_DIGITS or not written.isdigit():
        raise ValueError(written)
    return int(written)


def _reading(written: bytes) -> CellText:
    text = written.decode("ascii")
    if "." not in text:
        return CellText("given", read_count(written), text)
    if not is_plain_number(text):
        raise ValueError(text)
    return read_cell(text)


# The number that plain digits are, and the reading of a plain number, which is that of `read_cell`, sooner. Both are asked of
# hundreds of numbers in a report, each in UTF-8. They raise a ValueError where it is none.
read_count: Callable[[bytes], int] = remembered_short(_count, _SHORT_DIGITS)
read_number: Callable[[bytes], CellText] = remembered_short(_reading, _SHORT_DIGITS)


def _noted(raw: str) -> CellText:
    """The reading of a cell with the mark of a note (`12①`); one that stands before or among digits leaves no number."""
    first = _NOTE_MARKS.search(raw)
    assert first is not None
    number, marks = read_cell(raw[: first.start()]), raw[first.start() :]
    if number.value is None or _NOTE_MARKS.sub("", marks).strip() or number.note:
        return CellText("unreadable", None, raw)
    return replace(number, raw=raw, note=marks)

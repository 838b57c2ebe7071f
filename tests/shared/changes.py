"""One change at a time on a twin: the kinds that earlier parsers fell over, each with the cells that it may change."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from synthetic.reading import Reading

PAGES = ("第5页 共9页", "- 4 -", "— 5 —", "\f", "Page 8 - 某局", "5 / 9")


@dataclass(frozen=True, slots=True)
class Twin:
    """A twin's text, its true cells, and a cell of table 3 whose number stands once in the text."""

    text: str
    truth: dict[str, int | None]
    key: str

    @property
    def number(self) -> str:
        """The number in that cell."""
        return str(self.truth[self.key])

    def with_cell(self, written: str) -> str:
        """The text with something else in that cell."""
        return _alone(self.number).sub(lambda _: written, self.text)


def _alone(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d){number}(?!\d)")


@cache
def twin(shared: Path, name: str) -> Twin:
    """A twin by the first digits of its name."""
    (path,) = (shared / "twins").glob(f"{name}_*.txt")
    text = path.read_text("utf-8")
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    column = ".total" if name == "001" else ".commercial_enterprise"
    keys = [key for key in truth if key.startswith("t3.") and key.endswith(column) and "not_" in key]
    return Twin(text, truth, next(key for key in keys if len(_alone(str(truth[key])).findall(text)) == 1))


def wrong_cells(sample: Twin, reading: Reading, changed: str = "") -> dict[str, object]:
    """The cells that are neither right nor said to be unread, the changed one left out."""
    cells = reading.cells
    return {
        key: (cells[key].value, cells[key].state)
        for key, value in sample.truth.items()
        if key != changed and key in cells and cells[key].state not in ("unreadable", "missing")
        if cells[key].value != value or (value is None and cells[key].state != "blank")
    }


def unread_cells(sample: Twin, reading: Reading) -> list[str]:
    """The keys of the cells that could not be read."""
    cells = reading.cells
    return [key for key in sample.truth if key not in cells or cells[key].state in ("unreadable", "missing")]


# ---------------------------------------------------------------- changes that cost nothing


def page_before_label(sample: Twin, page: str) -> str:
    """A page line above the row 2.重复申请."""
    place = _line_of(sample.text, "2.重复申请")
    return f"{sample.text[:place]}{page}\n{sample.text[place:]}"


def page_before_value(sample: Twin, page: str) -> str:
    """A page line above the line of the cell."""
    found = _alone(sample.number).search(sample.text)
    assert found is not None
    place = sample.text.rfind("\n", 0, found.start()) + 1
    return f"{sample.text[:place]}{page}\n{sample.text[place:]}"


def note_under_table_2(sample: Twin) -> str:
    """A note with numbers between table 2 and the next heading."""
    place = sample.text.index("\n", 0) if "三、" not in sample.text else _line_of(sample.text, "收到和处理")
    return f"{sample.text[:place]}注：含上年结转12件，联系电话0951-1234567。\n{sample.text[place:]}"


def arabic_headings(sample: Twin) -> str:
    """1、 4、 5、 6、 for 一、 四、 五、 六、 at the beginning of lines outside table 3."""
    table = slice(sample.text.index("申请人情况"), sample.text.index("行政复议、"))
    out = []
    for part, inside in (
        (sample.text[: table.start], False),
        (sample.text[table], True),
        (sample.text[table.stop :], False),
    ):
        out.append(part if inside else re.sub(r"(?m)^(\s*)([一五六])、", _arabic, part))
    return re.sub(r"(?m)^(\s*)四、(?=.*复议)", r"\g<1>4、", "".join(out))


def _arabic(found: re.Match[str]) -> str:
    return f"{found[1]}{'一二三四五六'.index(found[2]) + 1}、"


def _line_of(text: str, words: str) -> int:
    return text.rfind("\n", 0, text.index(words)) + 1


def without_row(sample: Twin) -> str:
    """The text without the row 2.重复申请."""
    return sample.text[: _line_of(sample.text, "2.重复申请")] + sample.text[_line_of(sample.text, "3.要求提供") :]


def with_row_twice(sample: Twin) -> str:
    """The text with the row 2.重复申请 given twice."""
    first, last = _line_of(sample.text, "2.重复申请"), _line_of(sample.text, "3.要求提供")
    return sample.text[:last] + sample.text[first:]


def without_label(sample: Twin) -> str:
    """The text without the words 2.重复申请, their numbers left standing."""
    return sample.text.replace("2.重复申请", "")


REPLACEMENTS: dict[str, tuple[str, str]] = {
    "title of table 4 without its first words": ("政府信息公开行政复议、行政诉讼情况", "行政复议、行政诉讼情况"),
    "title of table 3 with one word more": ("收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况"),
    "（七）总计 with half-width brackets": ("（七）总计", "(七)总计"),
    "（七）总计 as 7.总计": ("（七）总计", "7.总计"),
    "（七）总计 as 总计 alone": ("（七）总计", "总计"),
    "上年 as 上年度": ("上年结转", "上年度结转"),
    "本年 as 本年度": ("本年新收", "本年度新收"),
    "危及 as 危害": ("危及", "危害"),
    "下年度 as 下一年度": ("结转下年度", "结转下一年度"),
    "3.其他 as 3.其他情形": ("3.其他\n", "3.其他情形\n"),
    "其他处理 as 其它处理": ("其他处理", "其它处理"),
    "a space inside a label": ("行政许可", "行政许 可"),
}

WHOLE: dict[str, Callable[[Twin], str]] = {
    "a note under table 2": note_under_table_2,
    "headings in Arabic numerals": arabic_headings,
    **{
        name: (lambda sample, old=old, new=new: sample.text.replace(old, new))  # type: ignore[misc]
        for name, (old, new) in REPLACEMENTS.items()
    },
}

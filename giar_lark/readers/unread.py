"""What is said of things that a document of an office program has, and that were not read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.source.source import Remark
from giar_lark.source.span import Span

# a report has three tables; where fewer could be read, a picture may be one of them
_TABLES = 3
LONGEST_QUOTE = 20
# the rows of a table, one below the other
_TABLE = lazy_pattern(r"(?m)(?:^[^\n]*\t[^\n]*\n?)+")
_AS_WELL = Text("这里也是", "here as well")
_ELSEWHERE = (
    Text("这里插入了另一个文件，其中的内容没有读取", "another file is inserted here, and what it holds was not read"),
    Text("用 Word 打开后另存一份，再检查", "open it with Word, save it anew, and check that"),
)
_PICTURE = (
    Text("这里是一张图片，图片里的内容没有读取", "this is a picture, and what it shows was not read"),
    Text("表格和数字请用文字，不要用图片", "write tables and numbers as text, not as a picture"),
)
_WORDS: Mapping[str, tuple[Text, Text]] = {
    "chunk": _ELSEWHERE,
    "part": _ELSEWHERE,
    "picture": _PICTURE,
    "picture in a cell": _PICTURE,
    "drawn in a cell": (
        Text(
            "这里的内容由样式或脚本画出，没有读取", "a style sheet or a script draws what stands here; it was not read"
        ),
        Text("数字请用文字写在格里", "write the number into the cell as text"),
    ),
    "object": (
        Text("这里嵌入了 Excel 等对象，其中的内容没有读取", "a workbook or the like is embedded here and was not read"),
        Text("把其中的表格改成 Word 表格", "make its table a table of the document"),
    ),
    "table": (
        Text("文本框里的表格没有读取", "the table in this text box was not read"),
        Text("把表格移到文本框外", "move the table out of the text box"),
    ),
    "field": (
        Text("这里的公式域没有读取", "the field that stands here was not read"),
        Text("把它改成普通文字", "write what it shows as plain text"),
    ),
}


class Unread(NamedTuple):
    """Something that the document has and the text has not, where it would stand."""

    what: str
    offset: int
    text: str = ""


def remarks_on_unread(unread: Iterable[Unread], tables: int, text: str) -> Iterator[Remark]:
    """The remarks on what was not read of a document with some tables and a text, what is alike in the cells of a table told once."""
    kept = [one for one in unread if one.what != "picture" or tables < _TABLES]
    for alike in _alike(kept, text) if len(kept) > 1 else [[one] for one in kept]:
        message, help = _of_table(alike) if len(alike) > 1 else _of_one(alike[0])
        first, *others = (Span(one.offset, one.offset) for one in alike)
        yield Remark("RD-19", message, help, first, tuple((place, _AS_WELL) for place in others))


def _alike(unread: Iterable[Unread], text: str) -> Iterable[Sequence[Unread]]:
    """Things of one kind in the cells of one table together, all others alone."""
    tables = [table.span() for table in _TABLE.finditer(text)]
    groups: dict[tuple[str, int, int], list[Unread]] = {}
    for number, one in enumerate(unread):
        table = bisect_right(tables, (one.offset, len(text))) - 1
        is_in_table = one.what in _OF_TABLE and table >= 0 and one.offset < tables[table][1]
        groups.setdefault((one.what, table, -1) if is_in_table else ("", table, number), []).append(one)
    return groups.values()


def quoted(text: str) -> str:
    """A text as it is quoted in a message: on one line, the end of a long one left out."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"


def _of_table(alike: Sequence[Unread]) -> tuple[Text, Text]:
    """The words for some things of one kind in a table."""
    return _OF_TABLE[alike[0].what](alike), _of_one(alike[0])[1]


_OF_TABLE: Mapping[str, Callable[[Sequence[Unread]], Text]] = {
    "picture in a cell": lambda alike: Text(
        f"这张表有 {len(alike)} 格是图片，图片里的内容没有读取",
        f"{len(alike)} cells of this table are pictures, and what they show was not read",
    ),
    "drawn in a cell": lambda alike: Text(
        f"这张表有 {len(alike)} 格的内容由样式或脚本画出，没有读取",
        f"a style sheet or a script draws what {len(alike)} cells of this table show; it was not read",
    ),
    "hidden": lambda alike: Text(
        f"这张表有 {len(alike)} 处看不见的文字（“{alike[0].text}”等），没有读取",
        f"text that is not shown stands in {len(alike)} places of this table, “{alike[0].text}” first, and was not read",
    ),
}


def _of_one(one: Unread) -> tuple[Text, Text]:
    """The words for one thing: a text that is struck out or hidden is quoted."""
    if one.what in _WORDS:
        return _WORDS[one.what]
    if one.what == "struck":
        return (
            Text(f"删除线划去的“{one.text}”没有读取", f"“{one.text}” is struck out and was not read"),
            Text("定稿里不要留划去的文字", "take the struck words out of the final text"),
        )
    return (
        Text(
            f"这里有看不见的文字“{one.text}”，没有读取",
            f"text that is not shown stands here, “{one.text}”, and was not read",
        ),
        Text("要公开的请取消隐藏，不要的请删掉", "show it if it is to be published, delete it if it is not"),
    )

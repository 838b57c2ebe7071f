"""What is said of things that a document of an office program has, and that were not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.source.source import Remark
from giar_lark.source.span import Span

# a report has three tables; where fewer could be read, a picture may be one of them
_TABLES = 3
LONGEST_QUOTE = 20
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


def remarks_on_unread(unread: Iterable[Unread], tables: int) -> Iterator[Remark]:
    """The remarks on what was not read of a document with some tables."""
    for one in unread:
        if one.what == "picture" and tables >= _TABLES:
            continue
        message, help = _WORDS[one.what] if one.what in _WORDS else _texts(one)
        yield Remark("RD-19", message, help, Span(one.offset, one.offset))


def quoted(text: str) -> str:
    """A text as it is quoted in a message: on one line, the end of a long one left out."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"


def _texts(one: Unread) -> tuple[Text, Text]:
    """The words for a text that is not read: one struck out, or one hidden."""
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

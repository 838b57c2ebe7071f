"""What is told of a document: its tracked changes, and what it holds and was not read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from giar_lark.findings import Text
from giar_lark.readers.docx.page import Change, Page, Unread
from giar_lark.readers.merged import merged_number
from giar_lark.source import Remark
from giar_lark.span import Span

# a report has three tables; where fewer could be read, a picture may be one of them
_TABLES = 3
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


def remarks_of(page: Page, tables: int) -> tuple[Remark, ...]:
    """The remarks on a document of which some tables were read."""
    return (
        *_on_changes(page.changes),
        *_on_unread(page.unread, tables),
        *(merged_number(*number) for number in page.numbers.values()),
    )


def _on_changes(changes: Sequence[Change]) -> Iterator[Remark]:
    """One remark for all changes, at the first, the others beside it."""
    if not changes:
        return
    first, count = changes[0], len(changes)
    yield Remark(
        "RD-11",
        Text(
            f"有 {count} 处修订没有接受或拒绝，已按全部接受读取：{first.message.zh}",
            f"{count} tracked changes are open and were read as if accepted: {first.message.en}"
            if count > 1
            else f"a tracked change is open and was read as if accepted: {first.message.en}",
        ),
        Text("在“审阅”里接受或拒绝全部修订", "accept or reject all changes under “Review”"),
        first.span,
        tuple((change.span, change.message) for change in changes[1:]),
    )


def _on_unread(unread: Sequence[Unread], tables: int) -> Iterator[Remark]:
    for one in unread:
        if one.what == "picture" and tables >= _TABLES:
            continue
        message, help = _WORDS[one.what] if one.what in _WORDS else _texts(one)
        yield Remark("RD-19", message, help, Span(one.offset, one.offset))


def _texts(one: Unread) -> tuple[Text, Text]:
    """The words for a text that is not read: one struck out, one hidden, a table in a text box."""
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

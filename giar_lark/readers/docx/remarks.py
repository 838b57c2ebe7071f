"""What is told of a document: its tracked changes, and what it holds and was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.lang import Text
from giar_lark.readers.docx.page import Change, Page
from giar_lark.readers.merged import merged_number
from giar_lark.readers.unread import remarks_on_unread
from giar_lark.source.source import Remark


def remarks_of(page: Page, tables: int, text: str) -> tuple[Remark, ...]:
    """The remarks on a document of which some tables, and all of a text, were read."""
    return (
        *_on_changes(page.changes),
        *remarks_on_unread(page.unread, tables, text),
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

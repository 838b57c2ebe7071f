"""HTML, whole pages and pieces of them, to layout text.

`scan` finds the tags, `page` walks through them and leaves what is shown (`hiding`) in a `stream`, `nesting` has the tables
around them and `drawn` those that are no elements of tables, `tables` says what is a row, `laid` writes lines and tabs, `origin`
knows the way back. Nothing is kept as a tree: a page of any depth takes time and memory in
proportion to its length.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.html.archive import is_page_archive, page_in
from giar_lark.readers.html.decode import decode_page
from giar_lark.readers.html.laid import Laid
from giar_lark.readers.html.links import take_out_link_lists
from giar_lark.readers.html.merges import TooManyMerges
from giar_lark.readers.html.nesting import MOST_CELLS, TooDeep, TooManyCells
from giar_lark.readers.html.origin import PageOrigin
from giar_lark.readers.html.page import Page
from giar_lark.readers.html.portal import unshown
from giar_lark.readers.html.stream import Stream
from giar_lark.readers.limits import Limits
from giar_lark.readers.merged import merged_number
from giar_lark.readers.office_signs import is_book
from giar_lark.readers.reader import Reader, refused
from giar_lark.readers.unread import remarks_on_unread
from giar_lark.source.source import Remark, Source
from giar_lark.source.span import Span

_FORMAT = "html"
# in small letters
_WHOLE_PAGE = lazy_pattern(r"<(?:!doctype|html|head|body)\b")
_BLOCK = lazy_pattern(r"<(?:p|div|br|h[1-6]|li|section|article)\b")
_FILLED_LINE = lazy_pattern(r"[^\s][^\n]*")


def read(data: bytes, name: str, limits: Limits) -> Source:
    """The source in the bytes of a page, of a piece of one, of a text with tables in mark-up, or of pages packed in a file."""
    packed = data if is_book(data) or is_page_archive(data) else None
    page = data if packed is None else _unpacked(packed, name, limits)
    if isinstance(page, Source):
        return page
    decoded = decode_page(page, name)
    mark_up = decoded.source
    if mark_up.binary:
        return mark_up
    stream = Stream(mark_up.text)
    page_read = Page(stream, limits.depth, lines=_is_text_with_tables(mark_up.text))
    try:
        page_read.read()
    except TooDeep:
        return refused(name, _FORMAT, "RD-16", _too_deep(limits), _SAVE_ANEW)
    except TooManyCells:
        return refused(name, _FORMAT, "RD-10", _TOO_MANY_CELLS, _ONE_REPORT)
    except TooManyMerges:
        return refused(name, _FORMAT, "RD-16", _TOO_MANY_MERGES, _SAVE_ANEW)
    if page_read.links:
        take_out_link_lists(stream)
    laid = _laid(stream, page_read)
    layout = laid.writer.layout()
    return Source(
        layout.text,
        name,
        mark_up.encoding,
        mark_up.damaged,
        mark=mark_up.mark,
        origin=PageOrigin(mark_up, layout, decoded.writes, packed),
        remarks=tuple(_remarks(laid, page_read.merges.numbers, layout.text)),
    )


READER = Reader(format=_FORMAT, endings=(".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".epub"), read=read)


def _unpacked(data: bytes, name: str, limits: Limits) -> bytes | Source:
    """The page in a file that holds it among others, or a source that says why there is none."""
    if not is_book(data):
        page = page_in(data)
        return refused(name, _FORMAT, "RD-14", _NO_PAGE, _SAVE_AGAIN) if page is None else page
    from giar_lark.readers.html.book import page_of_book
    from giar_lark.readers.package import Unfit

    try:
        return page_of_book(data, limits)
    except Unfit as unfit:
        return unfit.source(name, _FORMAT)


def _is_text_with_tables(text: str) -> bool:
    """Whether only tables are written in mark-up, and the lines around them end where they end: most have no tag of a block."""
    parts, at, lower = [], 0, text.lower()
    if _WHOLE_PAGE.search(lower):
        return False
    while (start := lower.find("<table", at)) >= 0 and (end := lower.find("</table", start)) >= 0:
        parts.append(lower[at:start])
        at = end
    around = "".join([*parts, lower[at:]])
    lines = sum(1 for _ in _FILLED_LINE.finditer(around))
    return lines > 2 * sum(1 for _ in _BLOCK.finditer(around))


def _laid(stream: Stream, page: Page) -> Laid:
    """The text of a page; what its head alone says of it goes before."""
    laid = Laid(stream, page.merges.numbers)
    laid.write()
    said = list(unshown(stream.document, laid.writer.layout().text, page.meta)) if page.meta else []
    if not said:
        return laid
    laid = Laid(stream, page.merges.numbers)
    for label, start, end in said:
        laid.front(label, start, end)
    laid.write()
    return laid


def _remarks(laid: Laid, merged: Mapping[int, str], text: str) -> Iterator[Remark]:
    for origin, span in sorted(laid.told.items(), key=lambda item: item[1]):
        yield merged_number(merged[origin], (span,))
    yield from remarks_on_unread(laid.unread, 0, text)
    if laid.struck:
        yield Remark(
            "RD-19",
            Text("有删除线划去的文字，没有读取", "words are struck out, and were not read"),
            Text("定稿后再检查，不留划去的文字", "take the struck words out of the final text"),
            Span(laid.struck[0], laid.struck[0]),
        )


def _too_deep(limits: Limits) -> Text:
    return Text(
        f"表格嵌套超过 {limits.depth} 层，没有读取",
        f"tables stand in each other more than {limits.depth} deep; not read",
    )


_SAVE_ANEW = Text("请从原网页重新保存", "save the page anew from where it was published")
_TOO_MANY_CELLS = Text(
    f"表格超过 {MOST_CELLS} 格，没有读取", f"the tables have more than {MOST_CELLS} cells and were not read"
)
_ONE_REPORT = Text("一份报告存一个文件", "save each report as a file of its own")
_TOO_MANY_MERGES = Text("表格合并的单元格太多，没有读取", "its tables merge more cells than a report has; not read")
_NO_PAGE = Text("网页存档里没有网页", "the saved page has no page in it")
_SAVE_AGAIN = Text("请用浏览器重新保存为网页（仅 HTML）", "save it again from a browser, as HTML only")

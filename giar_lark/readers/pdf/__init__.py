"""PDF: the text that it shows, with its tables, read by PDFium in a process of its own."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from importlib.util import find_spec

from giar_lark.lang import Text
from giar_lark.readers.layout import Spots
from giar_lark.readers.limits import Limits
from giar_lark.readers.package import Unfit, damaged, encrypted, unsafe
from giar_lark.readers.pdf.answer import Answer, Reason
from giar_lark.readers.pdf.process import Broken, Late, ask
from giar_lark.readers.reader import Reader
from giar_lark.readers.spots import SpotDocument
from giar_lark.source.address import PageSpot
from giar_lark.source.source import Lines, Remark, Source
from giar_lark.source.span import Span

# a report takes a second; what takes so many is made to take long
_SECONDS = 30
_ORIGINAL = Text(
    "请检查导出 PDF 之前的 Word 文件；只有扫描件的，先做文字识别并逐格核对",
    "check the Word file that the PDF was made from; a scan needs text recognition first, and each cell compared",
)

_PRINTED = Text(
    "PDF 不能直接改，请在 Word 原件中改好后重新导出",
    "a PDF cannot be mended itself: mend the Word file, and export it again",
)
_SHOW = Text(
    "要公开的请在 Word 原件中显示出来，不要的请删掉",
    "show it in the Word file if it is to be published, delete it if it is not",
)

_DECIDE = Text(
    "请在 Word 原件中接受或拒绝全部修订，再重新导出",
    "accept or reject all changes in the Word file, and export it again",
)


def read(data: bytes, name: str, limits: Limits) -> Source:
    """The source in the bytes of a PDF. Never raises."""
    try:
        return _source(data, name, _answer(data, limits))
    except Unfit as unfit:
        return unfit.source(name, "pdf")


def _answer(data: bytes, limits: Limits) -> Answer:
    """What the PDF says.

    Raises: Unfit, where it does not say anything.
    """
    if find_spec("pypdfium2") is None:
        raise _missing()
    try:
        answer = ask(data, limits.pages, min(limits.seconds, _SECONDS))
    except Late:
        raise unsafe(
            Text("这份 PDF 读了很久也没有读完，已经停止", "the PDF takes too long to read, and the reading was stopped")
        ) from None
    except Broken:
        raise damaged() from None
    if answer.reason is not None:
        raise _unfit(answer, limits)
    return answer


def _missing() -> Unfit:
    return Unfit(
        "RD-15",
        Text("读取 PDF 的组件没有安装", "the extra that reads PDF is not installed"),
        Text("运行 pip install 'giar-lark[pdf]' 后再检查", "type pip install 'giar-lark[pdf]', and check again"),
    )


def _unfit(answer: Answer, limits: Limits) -> Unfit:
    """Why an answer has no text."""
    if answer.reason is Reason.ENCRYPTED:
        return encrypted()
    if answer.reason is Reason.DAMAGED:
        return damaged()
    if answer.reason is Reason.LONG:
        return Unfit(
            "RD-10",
            Text(
                f"这份 PDF 有 {answer.count} 页，超过上限 {limits.pages} 页",
                f"the PDF has {answer.count} pages, the limit is {limits.pages}",
            ),
            Text("一份报告存一个文件", "one report a file"),
        )
    return Unfit("RD-12", _no_text(answer), _ORIGINAL)


def _no_text(answer: Answer) -> Text:
    if answer.reason is Reason.UNMAPPED:
        return Text(
            "这份 PDF 的文字没有编码，看得到，读不出来",
            "the characters of the PDF have no codes: they show, and cannot be read",
        )
    if answer.reason is Reason.SCANNED:
        return Text(
            f"这份 PDF 的 {answer.count} 页都是图片，没有可以读取的文字",
            f"the PDF has {answer.count} pages of pictures, and no text that could be read",
        )
    return Text("这份 PDF 里没有文字", "there is no text in the PDF")


def _source(data: bytes, name: str, answer: Answer) -> Source:
    source = Source(answer.text, name, "pdf", damaged=answer.text.count("\ufffd"))
    spots = tuple(PageSpot(page, box) for page, box in zip(answer.pages, answer.boxes, strict=True))
    places = Spots(Lines(source.line_starts), array("L", answer.starts), spots)
    origin = SpotDocument(data=data, format="pdf", spots=places, refusal=_PRINTED)
    remarks = (
        *(Remark("RD-12", _picture(page), _ORIGINAL, _begin(page, answer)) for page in answer.textless),
        *(Remark("RD-19", _unseen(page, text), _SHOW, _begin(page, answer)) for page, text in answer.hidden),
        *(Remark("RD-19", _struck(page, text), _DECIDE, _begin(page, answer)) for page, text in answer.struck),
    )
    return Source(answer.text, name, "pdf", damaged=source.damaged, origin=origin, remarks=remarks)


def _picture(page: int) -> Text:
    return Text(f"第 {page} 页是图片，没有读取", f"page {page} is a picture and was not read")


def _unseen(page: int, text: str) -> Text:
    return Text(
        f"第 {page} 页有看不见的文字“{text}”，没有读取",
        f"page {page} has text that is not shown, “{text}”, which was not read",
    )


def _struck(page: int, text: str) -> Text:
    return Text(
        f"第 {page} 页有删除线划去的文字“{text}”，没有读取",
        f"page {page} has words that are struck out, “{text}”, which were not read",
    )


def _begin(page: int, answer: Answer) -> Span:
    """Where the text of a page begins, or that of the next one that has any."""
    if not answer.starts:
        return Span(0, 0)
    number = min(bisect_left(answer.pages, page), len(answer.starts) - 1)
    return Span(answer.starts[number], answer.starts[number])


READER = Reader(format="pdf", endings=(".pdf",), read=read)

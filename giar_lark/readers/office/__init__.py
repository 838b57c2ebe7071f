"""Documents of older office programs, through LibreOffice where it is installed: DOC and WPS, RTF, XLS, XML of 2003."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.readers.formats import reader_of
from giar_lark.readers.limits import Limits
from giar_lark.readers.office.convert import Failure, Job
from giar_lark.readers.office.converted import CONVERSIONS
from giar_lark.readers.office.kinds import Kind, is_locked, kind_of
from giar_lark.readers.office.program import how_to_install, libreoffice
from giar_lark.readers.office_signs import OLD_OFFICE_ENDINGS
from giar_lark.readers.package import encrypted
from giar_lark.readers.reader import Reader, refused
from giar_lark.source.address import Address, Locator
from giar_lark.source.source import Origin, Source
from giar_lark.source.span import Edit

_BY_HAND = Text(
    "用 WPS 或 Word 打开，另存为 DOCX 后再检查", "open it with WPS or Word, save it as DOCX, and check that"
)


@dataclass(frozen=True)
class ConvertedDocument:
    """A document that was read in another format: its places are those of the conversion, and it cannot be written."""

    data: bytes
    conversion: Origin
    format: str
    document: None = None

    def address(self, offset: int, *, end: bool = False) -> Address:
        """The place in the conversion, which has the paragraphs, tables and sheets of the document."""
        return self.conversion.address(offset, end=end)

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset in the text."""
        return offset

    def highest_number(self) -> int:
        """The highest number of a place."""
        return self.conversion.highest_number()

    @property
    def takes_edits(self) -> bool:
        """False: what would be mended is a copy."""
        return False

    def locator(self) -> Locator:
        """The addresses alone."""
        return self.conversion.locator()

    def encoded(self) -> bytes:
        """The document as it was."""
        return self.data

    def edited(self, edits: Sequence[Edit]) -> None:
        """Nothing: only the program of its format could write it."""


def read(data: bytes, name: str, limits: Limits) -> Source:
    """The source in the bytes of a document that LibreOffice converts."""
    if is_locked(data):
        return encrypted().source(name, "office")
    kind = kind_of(data)
    if kind is None:
        return Source("", name, "binary", binary=True)
    program = libreoffice()
    if program is None:
        return refused(name, kind.name, "RD-15", _needs_libreoffice(kind), how_to_install())
    result = CONVERSIONS.of(program, Job(data, kind), limits)
    if isinstance(result, Failure):
        return refused(name, kind.name, "RD-14", _failure(result, limits), _BY_HAND)
    return _read_as(result, kind, data, name, limits)


def convert_ahead(documents: Iterable[bytes], limits: Limits) -> None:
    """Convert all that need it in one call, so that each is at hand when it is read."""
    program = libreoffice()
    kinds = ((data, kind_of(data)) for data in documents if not is_locked(data))
    jobs = [Job(data, kind) for data, kind in kinds if kind is not None]
    if program is not None and jobs:
        CONVERSIONS.ahead(program, jobs, limits)


def _read_as(conversion: bytes, kind: Kind, data: bytes, name: str, limits: Limits) -> Source:
    source = reader_of(kind.target).read(conversion, name, limits)
    if source.origin is None:
        return source
    origin = ConvertedDocument(data, source.origin, kind.name)
    return Source(source.text, name, kind.name, origin=origin, remarks=source.remarks)


def _needs_libreoffice(kind: Kind) -> Text:
    return Text(
        f"读取{kind.words.zh}要用 LibreOffice，这台电脑上没有",
        f"{kind.words.en} takes LibreOffice to read, which is not on this computer",
    )


def _failure(failure: Failure, limits: Limits) -> Text:
    match failure:
        case Failure.UNREADABLE:
            return Text("LibreOffice 打不开这个文件", "LibreOffice cannot open the file")
        case Failure.BROKE:
            return Text(
                f"LibreOffice 转换这个文件时中断，或 {limits.seconds} 秒没有转换完",
                f"LibreOffice broke off at the file, or was not done with it in {limits.seconds} seconds",
            )
        case Failure.NOT_WORKING:
            return Text("LibreOffice 无法运行", "LibreOffice does not work on this computer")


READER = Reader(format="office", endings=OLD_OFFICE_ENDINGS, read=read)

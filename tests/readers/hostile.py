"""Hostile documents, each made by code: what nobody would write by mistake, and what breaks off or lies."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archives import REPORT, tarred, warc_record, with_raw_name, zipped

from tests.readers.word_files import packed, unpacked, word

_MEGABYTE = 1 << 20
# more than is harmless, packed into next to nothing
_ZEROS = bytes(24 * _MEGABYTE)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A document: what it is, what the file is called, its bytes, the one code that is told, and of which path behind the file."""

    what: str
    name: str
    make: Callable[[], bytes]
    code: str
    at: str = ""

    def __str__(self) -> str:
        return self.what.replace(" ", "-")


def _flagged(data: bytes, bit: int) -> bytes:
    """A zip archive with a flag set on all of its members, in both headers."""
    changed = bytearray(data)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(signature)
        while start >= 0:
            changed[start + at] |= bit
            start = changed.find(signature, start + 4)
    return bytes(changed)


def _overlapping() -> bytes:
    """A zip archive with a directory of a hundred entries, all of them of the same bytes."""
    data = zipped({"a.txt": REPORT * 20})
    start, end = data.find(b"PK\x01\x02"), data.rfind(b"PK\x05\x06")
    entry = data[start:end]
    directory = b"".join(entry[:46] + b"%d.txt" % (number % 10) for number in range(100))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 100, 100, len(directory), start, 0)
    return data[:start] + directory + tail


def _endless_parts() -> bytes:
    """An e-mail whose parts are in each other, so that every line may end each of them."""
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(2000))
    return b"MIME-Version: 1.0\r\n" + parts + b"x\r\n" * 10_000


def nested(levels: int, wide: int = 1, core: bytes = REPORT) -> bytes:
    """A zip archive of zip archives, so many levels deep, each of so many that are the same."""
    data, name = core, "core.txt"
    for level in range(levels):
        data = zipped({f"{number}-{name}": data for number in range(wide)})
        name = f"{level}.zip"
    return data


def _link(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def _zip_link(target: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, target)
    return made.getvalue()


def _wrong_sum() -> bytes:
    data = zipped({"a.txt": REPORT, "b.txt": REPORT}, zipfile.ZIP_STORED)
    at = data.find(REPORT) + 100
    return data[:at] + b"\xff" + data[at + 1 :]


def _lying_size() -> bytes:
    """A member that says it has ten bytes."""
    data = bytearray(zipped({"a.txt": REPORT, "b.txt": REPORT}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.find(signature) + at, 10)
    return bytes(data)


def _huge_header() -> bytes:
    info = tarfile.TarInfo("x")
    info.type, info.size = b"x", 8 << 30
    return info.tobuf(tarfile.GNU_FORMAT) + b"path=" + bytes(4096)


def _document(part: str, content: str | bytes) -> bytes:
    """A Word document with one part changed."""
    return packed({**unpacked(word("<w:p/>")), part: content})


def _workbook(sheet: str | bytes) -> bytes:
    """A workbook with one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override PartName="/xl/workbook.xml" '
            f'ContentType="{types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
            f'ContentType="{types}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


def _xml_bomb() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE d [<!ENTITY e0 "lol">{entities}]><d>&e9;</d>'


def _external() -> str:
    return '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'


def _locked() -> bytes:
    """The container that Word writes for a document with a password: its name for the part is what tells it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)


def archives() -> Iterator[Hostile]:
    """Archives and tables."""
    zero = {"a.txt": _ZEROS}
    yield Hostile("zip bomb", "a.zip", lambda: zipped(zero), "RD-16", "!/a.txt")
    yield Hostile("zip bomb among reports", "a.zip", lambda: zipped({"b.txt": REPORT, **zero}), "RD-16", "!/a.txt")
    yield Hostile("overlapping members", "a.zip", _overlapping, "RD-16")
    yield Hostile("archives without an end", "a.zip", lambda: nested(12), "RD-16")
    yield Hostile("gzip bomb", "a.txt.gz", lambda: gzip.compress(_ZEROS), "RD-16")
    yield Hostile("bzip2 bomb", "a.txt.bz2", lambda: bz2.compress(_ZEROS), "RD-16")
    yield Hostile("xz bomb", "a.txt.xz", lambda: lzma.compress(_ZEROS), "RD-16")
    yield Hostile("bomb of many layers", "a.txt.gz", lambda: _layers(12), "RD-16")
    yield Hostile("name that leads up", "a.zip", lambda: zipped({"../../a.txt": REPORT}), "RD-16")
    yield Hostile("name from the root", "a.tar", lambda: tarred([("/etc/a.txt", REPORT)]), "RD-16")
    yield Hostile("name with a drive", "a.zip", lambda: zipped({"C:\\a.txt": REPORT, "D:\\b.txt": REPORT}), "RD-16")
    yield Hostile("link that leads out", "a.tar", lambda: tarred([(_link("a.txt", "/etc/passwd"), b"")]), "RD-16")
    yield Hostile("hard link that leads up", "a.tar", lambda: tarred([(_link("a/b", "../../x", b"1"), b"")]), "RD-16")
    yield Hostile("link in a zip", "a.zip", lambda: _zip_link("../../etc/passwd"), "RD-16")
    yield Hostile("device", "a.tar", lambda: tarred([(_link("a.txt", "", tarfile.CHRTYPE), b"")]), "RD-16")
    yield Hostile("password", "a.zip", lambda: _flagged(zipped({"a.txt": REPORT, "b.txt": REPORT}), 1), "RD-13")
    yield Hostile("half a zip", "a.zip", lambda: zipped({"a.txt": REPORT})[:700], "RD-14")
    yield Hostile("half a tar", "a.tar", lambda: tarred([("a.txt", REPORT)])[:900], "RD-14")
    yield Hostile("half a tgz", "a.tgz", lambda: tarred([("a.txt", REPORT)], "w:gz")[:-40], "RD-14")
    yield Hostile("half a gzip", "a.txt.gz", lambda: gzip.compress(REPORT)[:-20], "RD-14")
    yield Hostile("wrong sum", "a.zip", _wrong_sum, "RD-14", "!/a.txt")
    yield Hostile("lying size", "a.zip", _lying_size, "RD-14", "!/a.txt")
    yield Hostile("header of gigabytes", "a.tar", _huge_header, "RD-14")
    yield Hostile("empty zip", "a.zip", lambda: zipped({}), "RD-18")
    yield Hostile("empty tar", "a.tar", lambda: tarred([]), "RD-18")
    yield Hostile("pictures only", "a.zip", lambda: zipped({"a.png": b"\x89PNG", "b/c.jpg": b"\xff\xd8"}), "RD-18")
    yield Hostile("deep JSON", "a.jsonl", lambda: rows(REPORT) + b'{"a":' * 100_000, "RD-14", "!/2")
    yield Hostile("no JSON", "a.jsonl", lambda: b"{" + b"\x00\xff" * 5000 + b"\n" * 100, "RD-14")
    yield Hostile("record that lies", "a.warc", lambda: warc_record("http://a/b", REPORT)[:-900], "RD-14")
    yield Hostile("email of parts in parts", "a.eml", _endless_parts, "RD-16")
    yield Hostile("record of rubbish", "a.warc", lambda: b"WARC/1.0\r\n" + b"x" * 70_000, "RD-14")
    yield Hostile("name with nothing in it", "a.zip", lambda: with_raw_name(b"a.txt\x00.png", b""), "RD-18")


def documents() -> Iterator[Hostile]:
    """Documents of every format."""
    yield Hostile("entities of entities", "a.docx", lambda: _document("word/document.xml", _xml_bomb()), "RD-16")
    yield Hostile("external entity", "a.docx", lambda: _document("word/document.xml", _external()), "RD-16")
    yield Hostile("document bomb", "a.docx", lambda: _document("word/document.xml", _ZEROS), "RD-16")
    yield Hostile("bomb beside the text", "a.docx", lambda: _document("word/media/a.png", _ZEROS), "RD-16")
    yield Hostile(
        "deep document",
        "a.docx",
        lambda: word("<w:tbl><w:tr><w:tc>" * 9_000 + "</w:tc></w:tr></w:tbl>" * 9_000),
        "RD-16",
    )
    yield Hostile("half a document", "a.docx", lambda: word("<w:p/>")[:-60], "RD-14")
    yield Hostile("document of rubbish", "a.docx", lambda: _document("word/document.xml", b"<w:docu"), "RD-14")
    yield Hostile("locked document", "a.docx", _locked, "RD-13")
    yield Hostile("deep page", "a.html", lambda: b"<table><tr><td>" * 100_000, "RD-16")
    yield Hostile("picture called a page", "a.html", lambda: b"\x89PNG\r\n\x1a\n" + bytes(4000), "RD-01")
    yield Hostile("picture called a text", "a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(4000), "RD-01")
    yield Hostile("program", "a.md", lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, "RD-01")
    yield Hostile("half a PDF", "a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R", "RD-14")
    yield Hostile("PDF of rubbish", "a.pdf", lambda: b"%PDF-1.4\n" + bytes(range(256)) * 400, "RD-14")
    yield Hostile("workbook of rubbish", "a.xlsx", lambda: _workbook("<worksheet><sheetD"), "RD-14")
    yield Hostile("workbook with entities", "a.xlsx", lambda: _workbook(_xml_bomb()), "RD-16")
    yield Hostile("workbook bomb", "a.xlsx", lambda: _workbook(_ZEROS), "RD-16")
    yield Hostile("locked workbook", "a.xlsx", _locked, "RD-13")
    yield Hostile("nothing", "a.html", lambda: b"", "RD-03")


def _layers(count: int) -> bytes:
    data = REPORT
    for _ in range(count):
        data = gzip.compress(data)
    return data


def rows(*texts: bytes) -> bytes:
    """JSON Lines."""
    return b"".join(json.dumps({"text": text.decode()}).encode() + b"\n" for text in texts)


ALL = (*archives(), *documents())

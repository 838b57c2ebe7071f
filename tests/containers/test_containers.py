"""Archives and tables to documents: every kind, what is in them, what it is called, and how it is opened again."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import pickle
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import REPORT, tarred, warc_gz, warc_record, with_raw_name, zipped

from giar_lark import Reading, documents, open_document
from tests.readers.word_files import word

TEXT = REPORT.decode()
PLAIN = [("年报/2023.txt", REPORT), ("b.txt", REPORT)]
Found = dict[str, tuple[int, list[str]]]
Pack = Callable[[bytes], bytes]


def found(path: Path, reading: Reading | None = None) -> Found:
    """What is read of each document behind a path, by its path from there: the length of its text, and the codes told."""
    sources = {one.path: one.read() for one in documents([path], reading=reading or Reading())}
    return {
        name.removeprefix(str(path)): (len(source.text), [remark.code for remark in source.remarks])
        for name, source in sources.items()
    }


def reports(*names: str) -> Found:
    return {name: (len(TEXT), []) for name in names}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(dict(PLAIN))),
        ("a.tar", tarred(PLAIN)),
        ("a.tar.gz", tarred(PLAIN, "w:gz")),
        ("a.tgz", tarred(PLAIN, "w:gz", tarfile.PAX_FORMAT)),
        ("a.tar.bz2", tarred(PLAIN, "w:bz2")),
        ("a.tar.xz", tarred(PLAIN, "w:xz", tarfile.USTAR_FORMAT)),
    ],
)
def test_archive_gives_the_documents_in_it(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert found(tmp_path / name) == reports("!/b.txt", "!/年报/2023.txt")


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_compressed_document_is_called_by_its_own_name(tmp_path: Path, ending: str, pack: Pack) -> None:
    path = tmp_path / f"年报.txt{ending}"
    path.write_bytes(pack(REPORT))
    assert found(path) == reports("!/年报.txt")


def test_kind_is_told_by_content_and_not_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(zipped({"b.txt": REPORT}))
    (tmp_path / "b.zip").write_bytes(REPORT)
    assert found(tmp_path) == reports("/a.txt!/b.txt", "/b.zip")


def test_archives_in_archives_are_unfolded(tmp_path: Path) -> None:
    inner = zipped({"2022/a.txt": REPORT, "b.txt.gz": gzip.compress(REPORT)})
    (tmp_path / "a.tgz").write_bytes(tarred([("x/inner.zip", inner), ("c.txt", REPORT)], "w:gz"))
    inside = "!/x/inner.zip!"
    assert found(tmp_path / "a.tgz") == reports(f"{inside}/2022/a.txt", f"{inside}/b.txt.gz!/b.txt", "!/c.txt")


def test_documents_of_office_programs_are_no_archives(tmp_path: Path) -> None:
    docx = word("<w:p><w:r><w:t>公开</w:t></w:r></w:p>")
    inner = zipped({"word/年报.docx": docx, "[Content_Types].txt": REPORT})
    (tmp_path / "a.zip").write_bytes(zipped({"a.docx": docx, "b.zip": inner, "c.docx.gz": gzip.compress(docx)}))
    (tmp_path / "d.zip").write_bytes(docx)
    names = ["a.zip!/a.docx", "a.zip!/b.zip!/[Content_Types].txt", "a.zip!/b.zip!/word/年报.docx"]
    names += ["a.zip!/c.docx.gz!/c.docx", "d.zip"]
    read = {one.path.removeprefix(f"{tmp_path}/"): one.read().text.strip() for one in documents([tmp_path])}
    assert list(read) == names
    assert [text for name, text in read.items() if not name.endswith("txt")] == ["公开"] * 4


def test_what_is_no_document_is_passed_over_in_archives_as_in_folders(tmp_path: Path) -> None:
    other = {"p.png": b"\x89PNG", "Thumbs.db": b"x", "__MACOSX/._a.txt": b"x", "~$a.txt": b"x", ".b.txt": b"x"}
    (tmp_path / "a.zip").write_bytes(zipped({**other, "README.md": b"x", "年报/a.txt": REPORT}))
    for name, data in other.items():
        (tmp_path / "f" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "f" / name).write_bytes(data)
    assert found(tmp_path) == reports("/a.zip!/年报/a.txt")


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_of_which_the_archive_does_not_tell_the_encoding_are_shown_right(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.zip").write_bytes(with_raw_name("海角市/年报.txt".encode(encoding), REPORT))
    assert found(tmp_path / "a.zip") == reports("!/海角市/年报.txt")


def test_long_names_in_tar_archives_are_whole(tmp_path: Path) -> None:
    name = "海角市人民政府办公室" * 12 + "/年报.txt"
    for format in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        (tmp_path / "a.tar").write_bytes(tarred([(name, REPORT)], format=format))
        assert found(tmp_path / "a.tar") == reports(f"!/{name}")


def test_same_name_twice_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred([("a.txt", REPORT), ("a.txt", b"2")]))
    assert found(tmp_path / "a.tar") == {"!/a.txt": (len(TEXT), []), "!/a.txt#2": (1, [])}


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_json_lines_give_a_document_a_line(tmp_path: Path, pack: Pack) -> None:
    rows = [{"id": "甲", "正文": TEXT}, {"id": "乙", "正文": "2"}]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n{broken\n"
    path = tmp_path / "a.jsonl"
    path.write_bytes(pack(lines.encode()))
    assert found(path) == {"!/1": (len(TEXT), []), "!/2": (1, []), "!/4": (0, ["RD-14"])}
    assert list(found(path, Reading(id_column="id"))) == ["!/甲", "!/乙", "!/4"]


def test_column_of_the_texts_is_guessed_or_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": "x", "wenben": TEXT}) + "\n", encoding="utf-8")
    assert found(path) == {"": (0, ["RD-18"])}
    assert found(path, Reading(column="wenben")) == reports("!/1")
    assert found(path, Reading(column="text")) == {"": (0, ["RD-18"])}


def test_text_of_a_row_is_read_as_it_is_whatever_its_page_says_of_encodings(tmp_path: Path) -> None:
    page = f"<meta charset=gb2312><pre>{TEXT}</pre>"
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"html": page}) + "\n", encoding="utf-8")
    assert "政府信息公开" in open_document(f"{path}!/1").read().text


def test_parquet_gives_a_document_a_row(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table = arrow.table({"url": [f"u{number}" for number in range(40)], "content": [TEXT] * 39 + [None]})
    path = tmp_path / "a.parquet"
    parquet.write_table(table, path, row_group_size=7)
    assert found(path) == {**reports(*(f"!/{number}" for number in range(1, 40))), "!/40": (0, [])}
    assert list(found(path, Reading(id_column="url")))[:2] == ["!/u0", "!/u1"]


def test_parquet_without_its_library_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1\x00\x00\x00\x00PAR1")
    ((told, *_),) = [one.read().remarks for one in documents([tmp_path])]
    assert (told.code, "pip install 'giar-lark[parquet]'" in str(told.help)) == ("RD-15", True)


def test_crawled_pages_are_called_by_their_address(tmp_path: Path) -> None:
    address, other = "https://www.haijiao.gov.cn//zwgk/nb?id=1&y=2023", "http://a.gov.cn/p.txt"
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(REPORT), REPORT)
    text = "Content-Type: text/plain\r\n"
    records = (
        warc_record(address, REPORT),
        warc_record(address, REPORT),
        warc_record("http://a.gov.cn/p.png", b"\x89PNG", "Content-Type: image/png"),
        warc_record("http://a.gov.cn/", b"GET", kind="request"),
        warc_record(other, chunks, f"{text}Transfer-Encoding: chunked"),
        warc_record(f"{other}?z", gzip.compress(REPORT), f"{text}Content-Encoding: gzip"),
    )
    (tmp_path / "a.warc.gz").write_bytes(warc_gz(*records))
    wanted = reports(f"!/{address}", f"!/{address}#2", f"!/{other}", f"!/{other}?z")
    assert found(tmp_path / "a.warc.gz") == wanted
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    assert found(tmp_path / "a.warc") == wanted


def test_other_archives_are_told_of_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.rar").write_bytes(b"Rar!\x1a\x07\x01\x00" + b"x" * 600)
    (tmp_path / "b.7z").write_bytes(b"7z\xbc\xaf\x27\x1c" + b"x" * 600)
    assert found(tmp_path) == {"/a.rar": (0, ["RD-15"]), "/b.7z": (0, ["RD-15"])}


def test_every_document_is_opened_again_by_its_path_and_may_be_handed_on(tmp_path: Path) -> None:
    inner = zipped({"2022/a.txt": REPORT})
    (tmp_path / "a.tgz").write_bytes(tarred([("x/inner.zip", inner), ("c.txt", REPORT)], "w:gz"))
    (tmp_path / "b.jsonl").write_text("".join(json.dumps({"text": f"{n}号"}) + "\n" for n in range(3)), "utf-8")
    (tmp_path / "c.warc").write_bytes(warc_record("https://a/b//c", REPORT) + warc_record("https://a/b//c", b"2"))
    (tmp_path / "d!").mkdir()
    (tmp_path / "d!" / "e.txt").write_bytes(REPORT)
    every = list(documents([tmp_path]))
    assert len(every) == 8
    for one in every:
        assert open_document(one.path).read() == one.read() == pickle.loads(pickle.dumps(one)).read()
        assert open_document(one.path).file == one.file
    assert [told.code for told in open_document(f"{tmp_path}/b.jsonl!/9").read().remarks] == ["RD-18"]
    with pytest.raises(FileNotFoundError):
        open_document(tmp_path / "nowhere.zip!/a.txt")


def test_documents_are_the_same_in_the_same_order_whatever_the_order_of_the_paths(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(zipped({"z.txt": REPORT, "a.txt": REPORT}))
    (tmp_path / "a.txt").write_bytes(REPORT)
    paths = [tmp_path / "b.zip", tmp_path, tmp_path / "a.txt"]
    names = [one.path for one in documents(paths)]
    assert names == [one.path for one in documents(reversed(paths))]
    assert [name.removeprefix(str(tmp_path)) for name in names] == ["/a.txt", "/b.zip!/a.txt", "/b.zip!/z.txt"]


def test_documents_come_one_at_a_time(tmp_path: Path) -> None:
    whole = tarred([("a.txt", REPORT), ("b.txt", REPORT)])
    (tmp_path / "a.tar").write_bytes(whole[: len(whole) // 2])
    each = documents([tmp_path / "a.tar"])
    assert next(each).read().text == TEXT


def test_standard_input_may_be_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (zipped({"a.txt": REPORT}), tarred([("a.txt", REPORT)], "w:gz")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert [(one.path, one.read().text) for one in documents(["-"])] == [("-!/a.txt", TEXT)]


def test_unrelated_tables_in_a_folder_are_passed_over_and_told_of_where_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "findings.jsonl").write_text('{"code": "T3-01", "message": "x"}\n', encoding="utf-8")
    (tmp_path / "log.gz").write_bytes(gzip.compress(b"x"))
    assert found(tmp_path) == {}
    assert found(tmp_path / "findings.jsonl") == {"": (0, ["RD-18"])}

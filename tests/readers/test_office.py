"""Documents of old office programs: what they are, and how LibreOffice is asked to convert them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from giar_lark import Source
from giar_lark.readers.limits import Limits
from giar_lark.readers.office import convert_ahead
from giar_lark.readers.office.convert import Failure, Job, convert
from giar_lark.readers.office.converted import Conversions
from giar_lark.readers.office.kinds import is_locked, kind_of
from giar_lark.readers.office.program import VARIABLE, libreoffice
from giar_lark.readers.read import read_bytes
from giar_lark.source.span import Edit, Span
from giar_lark.write.docx import docx_file
from readers.old_files import compound, program
from readers.sheets import TEXTS, document, expected, result_of

WORD = compound({"WordDocument": b"\xec\xa5\xc1\x00" + b"\0" * 60, "1Table": b""})
RTF = b"{\\rtf1\\ansi text}"
XML = b'<?xml version="1.0"?>\n'
needs_libreoffice = pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="plays LibreOffice with a script")


def _name(data: bytes) -> str | None:
    kind = kind_of(data)
    return None if kind is None else kind.name


def _codes(source: Source) -> list[str]:
    return [remark.code for remark in source.remarks]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (WORD, "doc"),
        (compound({"Workbook": b""}), "xls"),
        (compound({"Book": b""}), "xls"),
        (compound({"PowerPoint Document": b""}), None),
        (WORD[:600], None),
        (WORD[:8], None),
        (RTF, "rtf"),
        (XML + b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">', "word-xml"),
        (XML + b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "excel-xml"),
        (XML + b"<html>", None),
        ("某局2023年政府信息公开工作年度报告".encode(), None),
    ],
)
def test_a_kind_is_told_by_content(data: bytes, name: str | None) -> None:
    assert _name(data) == name


@pytest.mark.parametrize(
    ("data", "locked"),
    [
        (WORD, False),
        (compound({"WordDocument": b"\xec\xa5\xc1\x00" + b"\0" * 7 + b"\x01" + b"\0" * 60}), True),
        (compound({"Workbook": b"\x09\x08\x04\x00\0\0\0\0\x2f\x00\x06\x00"}), True),
        (compound({"Workbook": b"\x09\x08\x04\x00\0\0\0\0\xe1\x00\x02\x00"}), False),
        (compound({"EncryptedPackage": b"", "EncryptionInfo": b""}), True),
        (RTF, False),
    ],
)
def test_a_password_is_seen(data: bytes, locked: bool) -> None:
    assert is_locked(data) == locked


def test_without_libreoffice_a_document_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/nowhere/soffice")
    source = read_bytes(WORD, "report.wps")
    assert (_codes(source), source.binary) == (["RD-15"], True)
    assert source.remarks[0].help is not None
    assert "DOCX" in source.remarks[0].help.zh
    assert "LibreOffice" in source.remarks[0].help.zh


@pytest.mark.parametrize("part", ["OFD.xml", None])
def test_a_document_in_ofd_says_what_to_do(part: str | None) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part or "other.xml", "<ofd:OFD/>")
    data = out.getvalue() if part else out.getvalue()[:-10]
    source = read_bytes(data, "report.ofd")
    assert (_codes(source), source.binary) == (["RD-15"], True)


def test_a_document_with_a_password_is_not_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/nowhere/soffice")
    data = compound({"WordDocument": b"\xec\xa5\xc1\x00" + b"\0" * 7 + b"\x01" + b"\0" * 60})
    assert _codes(read_bytes(data, "report.doc")) == ["RD-13"]


def _jobs(*texts: str) -> list[Job]:
    documents = [RTF + text.encode() for text in texts]
    return [Job(data, kind) for data in documents if (kind := kind_of(data)) is not None]


@needs_posix
def test_many_documents_are_one_call_in_a_profile_that_is_gone_afterwards(tmp_path: Path) -> None:
    assert convert(str(program(tmp_path, b"made")), _jobs("a", "garbage", "b"), 20) == [
        b"made",
        Failure.UNREADABLE,
        b"made",
    ]
    (call,) = (tmp_path / "calls").read_text().splitlines()
    profile, *names = call.split()
    assert names == ["0.rtf", "1.rtf", "2.rtf"]
    assert not Path(profile.removeprefix("-env:UserInstallation=file://")).parent.exists()


@needs_posix
@pytest.mark.parametrize("fault", ["crash", "hang"])
def test_a_document_that_it_breaks_at_costs_only_itself(tmp_path: Path, fault: str) -> None:
    found = convert(str(program(tmp_path, b"made")), _jobs("a", fault, "b", "c"), 1.5)
    assert found == [b"made", Failure.BROKE, b"made", b"made"]
    assert len((tmp_path / "calls").read_text().splitlines()) == 2


@needs_posix
def test_a_program_that_never_works_is_asked_three_times(tmp_path: Path) -> None:
    found = convert(str(program(tmp_path, b"made")), _jobs("crash1", "crash2", "crash3", "crash4", "a"), 20)
    assert found == [Failure.BROKE] * 3 + [Failure.NOT_WORKING] * 2
    assert convert(str(tmp_path / "none"), _jobs("a"), 20) == [Failure.BROKE]


@needs_posix
def test_what_the_program_has_started_ends_with_it(tmp_path: Path) -> None:
    convert(str(program(tmp_path, b"made")), _jobs("hang"), 1)
    child, deadline = int((tmp_path / "child").read_text()), time.monotonic() + 10
    while _is_running(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_running(child)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


@needs_posix
def test_what_was_converted_ahead_is_not_converted_again(tmp_path: Path) -> None:
    name, conversions, (job,) = str(program(tmp_path, b"made")), Conversions(), _jobs("a")
    conversions.ahead(name, [job, *_jobs("b", "a")], Limits())
    assert conversions.of(name, job, Limits()) == b"made"
    assert len((tmp_path / "calls").read_text().splitlines()) == 1


@needs_posix
def test_a_converted_document_has_its_places_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(program(tmp_path, docx_file(document("twins/2021")))))
    data = RTF + b"places"
    source = read_bytes(data, "report.doc")
    assert source.origin is not None
    assert (source.origin.format, source.origin.encoded()) == ("rtf", data)
    assert source.origin.edited([Edit(span=Span(0, 1), text="x")]) is None
    assert source.address(0).in_words("zh") == "第1段"


@needs_libreoffice
def test_old_documents_give_the_cells_and_findings_of_their_text(tmp_path: Path) -> None:
    for number, name in enumerate(TEXTS):
        (tmp_path / f"{number}.docx").write_bytes(docx_file(document(name)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(map(str, tmp_path.glob("*.docx")))
    for target in ("doc:MS Word 97", "rtf:Rich Text Format"):
        command = [
            libreoffice() or "",
            profile,
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(tmp_path),
            *files,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = {path: path.read_bytes() for path in sorted([*tmp_path.glob("*.doc"), *tmp_path.glob("*.rtf")])}
    assert len(made) == 2 * len(TEXTS)
    convert_ahead(made.values(), Limits())
    found = {path.name: result_of(read_bytes(data, path.name)) for path, data in made.items()}
    assert found == {path.name: expected(TEXTS[int(path.stem)]) for path in made}


@needs_libreoffice
def test_half_a_document_is_damaged() -> None:
    assert _codes(read_bytes(WORD, "report.doc")) == ["RD-14"]

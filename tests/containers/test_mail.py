"""E-mails to documents: what is attached, or else the letter itself."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from archives import REPORT, zipped

from giar_lark import documents

TEXT = REPORT.decode()
PAGE = f"<html><body><pre>{TEXT}</pre></body></html>"


def letter(text: str, *attached: tuple[str, bytes], page: str = "", charset: str = "utf-8") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.cn", "b@example.cn", "报送年报"
    mail.set_content(text, charset=charset)
    if page:
        mail.add_alternative(page, subtype="html")
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def found(folder: Path, data: bytes) -> dict[str, str]:
    """The text of each document in an e-mail, by its path from there."""
    path = folder / "报送.eml"
    path.write_bytes(data)
    return {one.path.removeprefix(str(path)): one.read().text for one in documents([path])}


def test_documents_attached_to_an_email_are_read_and_its_letter_is_not(tmp_path: Path) -> None:
    attached = [("2023年年报.txt", REPORT), ("图.png", b"x"), ("各镇.zip", zipped({"a.txt": REPORT}))]
    assert found(tmp_path, letter("请查收。", *attached)) == {"!/2023年年报.txt": TEXT, "!/各镇.zip!/a.txt": TEXT}


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_letter_is_read_where_nothing_is_attached(tmp_path: Path, charset: str) -> None:
    assert found(tmp_path, letter(TEXT, ("图.png", b"x"), charset=charset)) == {"!/正文.txt": TEXT}
    assert found(tmp_path, letter(TEXT, charset=charset)) == {"!/正文.txt": TEXT}


def test_page_of_a_letter_is_read_before_its_text(tmp_path: Path) -> None:
    assert found(tmp_path, letter("请看网页版。", ("图.png", b"x"), page=PAGE)) == {"!/正文.html": TEXT}


def test_page_saved_with_its_parts_stays_one_document(tmp_path: Path) -> None:
    assert found(tmp_path, letter("请看网页版。", page=PAGE)) == {"": TEXT}


def test_attached_email_gives_its_documents(tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["Subject"] = "转发"
    inner = EmailMessage()
    inner.set_content("请查收。")
    inner.add_attachment(REPORT, maintype="text", subtype="x", filename="年报.txt")
    outer.set_content("转发。")
    outer.add_attachment(inner)
    assert found(tmp_path, outer.as_bytes()) == {"!/年报.txt": TEXT}


def test_name_in_encoded_words_is_read(tmp_path: Path) -> None:
    data = letter("请查收。", ("x.txt", REPORT)).replace(b'filename="x.txt"', b'filename="=?gb18030?B?xOqxqC50eHQ=?="')
    assert list(found(tmp_path, data)) == ["!/年报.txt"]


def test_email_in_a_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter("请查收。", ("b.txt", REPORT)))
    assert [one.path.removeprefix(str(tmp_path)) for one in documents([tmp_path])] == ["/a.eml!/b.txt"]


@pytest.mark.parametrize("text", ["Content-Type: text/plain\n\n一、总体情况\n", "From: 某局\n一、总体情况\n"])
def test_text_that_only_begins_like_an_email_is_a_text(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text.encode()) == {"": text}

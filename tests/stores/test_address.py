"""Addresses: which paths are some, how they are put together, and what of them may be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from giar_lark.stores.address import beside, folder_of, is_remote, joined, on_disk, shown, shown_text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("s3://bucket/a.docx", True), ("HDFS://name/a", True), ("abfs+x.y-z://a", True), ("https://host/a?b=c", True),
        ("/a/b.docx", False), ("C://a", False), ("a://b", False), ("pages.warc!/https://host/a", False),
        ("file:///a", False), ("://a", False), ("-", False),
    ],
)  # fmt: skip
def test_an_address_has_a_scheme_of_several_letters_in_front(path: str, expected: bool) -> None:
    assert is_remote(path) is expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("s3://key:secret@bucket/a", "s3://bucket/a"),
        ("sftp://user:password@host/a", "sftp://host/a"),
        ("sftp://user@host/a", "sftp://user@host/a"),
        ("https://token@host/a", "https://host/a"),
        ("abfs://container@account.dfs.core.windows.net/a", "abfs://container@account.dfs.core.windows.net/a"),
        ("https://host/a?id=5&X-Amz-Signature=4f", "https://host/a?id=5&X-Amz-Signature=…"),
        ("https://host/a?sv=2024&se=2027&sig=4f", "https://host/a?sv=…&se=…&sig=…"),
        ("https://host/a?k=0123456789abcdef0123456789", "https://host/a?k=…"),
        ("https://host/a#access_token=4f", "https://host/a"),
        ("s3://bucket/why?.docx", "s3://bucket/why?.docx"),
        ("/a@b:c/d?token=x", "/a@b:c/d?token=x"),
    ],
)
def test_nothing_that_lets_in_is_shown(address: str, expected: str) -> None:
    assert shown(address) == expected


def test_an_address_in_what_others_say_is_shown_in_the_same_way() -> None:
    said = 'cannot reach "https://u:p@host/a?token=4f" or s3://k:s@b/c'
    assert shown_text(said) == 'cannot reach "https://host/a?token=…" or s3://b/c'


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("s3://b/in", "s3://b/in/x"),
        ("s3://b/in/", "s3://b/in/x"),
        ("memory://", "memory://x"),
        ("hdfs:///", "hdfs:///x"),
    ],
)
def test_a_file_in_a_folder(folder: str, expected: str) -> None:
    assert joined(folder, "x") == expected
    assert folder_of(expected).rstrip("/") == folder.rstrip("/")


def test_a_file_beside_another() -> None:
    assert [beside(path, "x") for path in ("s3://b/a/c", "s3://b/c", "a/c", "c")] == [
        "s3://b/a/x",
        "s3://b/x",
        "a/x",
        "x",
    ]


def test_the_address_of_a_file_on_disk_is_its_path(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("", "utf-8")
    assert on_disk(f"file://{tmp_path}/a%20b.txt") == str(tmp_path / "a b.txt")
    assert on_disk(f"file://{tmp_path}/a b.txt") == str(tmp_path / "a b.txt")
    assert on_disk("s3://b/a%20b") == "s3://b/a%20b"

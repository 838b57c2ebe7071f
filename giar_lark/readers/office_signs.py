"""By what the documents of office programs are known, told without loading their readers."""

from __future__ import annotations

from giar_lark.readers.limits import DEFAULT

_ZIP = b"PK\x03\x04"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def is_workbook(data: bytes, name: str) -> bool:
    """Whether it is a workbook in XML."""
    return _has_part(data, name, ("xl/workbook.xml", "xl/"), (".xlsx", ".xlsm"))


def may_be_exported_table(data: bytes, name: str) -> bool:
    """Whether it may be a table exported as text, with quotation marks; its reader decides.

    Excel also exports what it calls Unicode text, in UTF-16.
    """
    return name.lower().endswith((".csv", ".tsv")) or data.startswith(_UTF16) or b"sep=" in data[:8].lower()


def _has_part(data: bytes, name: str, beginnings: tuple[str, ...], endings: tuple[str, ...]) -> bool:
    """Whether it is a package with a part whose name begins so; by its own name, where it is damaged."""
    if not data.startswith(_ZIP):
        return False
    from giar_lark.readers.package import Unfit, open_package

    try:
        names = open_package(data, DEFAULT).names
    except Unfit:
        return name.lower().endswith(endings)
    return any(part.startswith(beginnings) for part in names)

"""Whether some bytes are a Word document, by what they hold and whatever they are called."""

from __future__ import annotations

_ZIP, _CONTAINER = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_TYPES, _WORD = "[content_types].xml", b"wordprocessingml"
# in a container for a document with a password the name of a stream
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")


def is_word(data: bytes, name: str) -> bool:
    """Whether it is a Word document in XML: whole, damaged, or locked with a password."""
    if data.startswith(_CONTAINER):
        return _LOCKED in data
    return data.startswith(_ZIP) and _is_package(data, name)


def _is_package(data: bytes, name: str) -> bool:
    from giar_lark.readers.limits import DEFAULT
    from giar_lark.readers.package import Unfit, open_package

    try:
        package = open_package(data, DEFAULT)
    except Unfit:
        # its reader says what is wrong with it
        return name.lower().endswith(_ENDINGS) or b"word/document.xml" in data[: 1 << 16]
    types = next((part for part in package.names if part.lower() == _TYPES), None)
    if types is None:
        return name.lower().endswith(_ENDINGS)
    try:
        return _WORD in package.bytes(types)
    except Unfit:
        return True

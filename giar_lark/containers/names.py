"""Names: of what in folders and archives is taken for a report, of members inside files, and names that mean harm."""

from __future__ import annotations

import os
import unicodedata
from functools import cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.formats import endings
from giar_lark.stores.address import is_remote

STDIN = "-"
# what stands between the path of an archive and the name of a member: `archive.zip!/dir/年报.docx`
INSIDE = "!/"
COMPRESSED = (".gz", ".bz2", ".xz")
_TARS = (".tar", ".tgz", ".tbz2", ".tbz", ".txz")
_TABLES = (".jsonl", ".ndjson", ".parquet", ".warc")
_CONTAINERS = (".zip", ".eml", *_TARS, *_TABLES, ".7z", ".rar")
_ABOUT = ("readme", "license", "changelog", "contributing", "manifest")
_LOCK = "~$"
_BYTES = 0xDC00
_DRIVE = lazy_pattern(r"[A-Za-z]:")


@cache
def _endings() -> tuple[str, ...]:
    known = (*endings(), *_CONTAINERS)
    return (*known, *(ending + packed for ending in known for packed in COMPRESSED))


def is_report_name(name: str) -> bool:
    """Whether a file in a folder or an archive is taken for a report, or for a container of reports, by its name.

    Hidden files, locks of office programs, what a Mac puts into archives, and READMEs are none.
    """
    *folders, last = name.lower().split("/")
    if any(folder.startswith(".") or folder == "__macosx" for folder in folders):
        return False
    return last.endswith(_endings()) and not last.startswith((".", _LOCK, *_ABOUT))


def is_document_name(name: str) -> bool:
    """Whether a file is one document and no container, by its name."""
    return name.lower().endswith(tuple(endings()))


def is_table_name(name: str) -> bool:
    """Whether a file may be a table of anything, or any one compressed file, by its name."""
    plain = without_compression(name).lower()
    return plain.endswith(_TABLES) or (plain != name.lower() and not plain.endswith(_TARS))


def without_compression(name: str) -> str:
    """A name without `.gz` and the like at its end; `.tgz` stays."""
    stem, ending = os.path.splitext(name)
    return stem if ending.lower() in COMPRESSED and stem else name


def last_name(path: str) -> str:
    """The name at the end of a path, be it in a folder or in an archive."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def inside(path: str, name: str) -> str:
    """The path of a member of a container."""
    return f"{path}{INSIDE}{name}"


def outer_file(path: str) -> str:
    """The file that a path is in, or is: the shortest part in front of `!/` that is a file, or in a store is called so."""
    if INSIDE not in path:
        return path
    if is_remote(path):
        return _outer_address(path)
    if os.path.lexists(path):
        return path
    at = path.find(INSIDE)
    while at >= 0:
        if path[:at] == STDIN or os.path.isfile(path[:at]):
            return path[:at]
        at = path.find(INSIDE, at + 1)
    return path


def _outer_address(address: str) -> str:
    at = address.find(INSIDE)
    while at >= 0:
        if address[:at].lower().endswith((*_CONTAINERS, *COMPRESSED)):
            return address[:at]
        at = address.find(INSIDE, at + 1)
    return address


def plain_name(name: str) -> str:
    """The name of a member as it is shown and told: slashes, no `./`, and what cannot be seen in writing (`\\x1b`)."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    return visible("/".join(parts))


def visible(name: str) -> str:
    """A name with what cannot be seen in writing: control characters, marks that turn the direction of others, and bytes that
    are no text, where a system allows them in names (`\\xc4`). Any file can hold it, on one line.
    """
    return name if name.isprintable() else "".join(map(_visible, name))


def as_text(name: str) -> str:
    """A name as it is, but for bytes that are no text (`\\xc4`): no JSON, no page and no terminal could show them."""
    return name if name.isprintable() else "".join(_visible(char) if _is_byte(char) else char for char in name)


def leads_out(name: str) -> bool:
    """Whether a member would be written elsewhere, if anyone unpacked it: `../x`, `/x`, `C:\\x`."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or (len(parts) > 1 and not parts[0]) or (bool(_DRIVE.match(parts[0])) and len(parts) > 1)


def links_out(name: str, link: str) -> bool:
    """Whether a link leads out of the archive: it is seen from the folder that it lies in."""
    if link.startswith(("/", "\\")):
        return True
    depth = name.count("/")
    for part in link.replace("\\", "/").split("/"):
        depth += -1 if part == ".." else part not in ("", ".")
        if depth < 0:
            return True
    return False


def decoded_name(raw: bytes) -> str:
    """The name behind bytes whose encoding is not told: UTF-8, else what Chinese programs write."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _visible(char: str) -> str:
    if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return char
    # half of a surrogate pair is a byte of a file's name that is no text
    number = ord(char) - _BYTES if _is_byte(char) else ord(char)
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


def _is_byte(char: str) -> bool:
    return _BYTES + 128 <= ord(char) < _BYTES + 256

"""The parts of a package that a document is made of, found by their relations and read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.readers.docx.names import W, transitional
from giar_lark.readers.limits import Limits
from giar_lark.readers.package import Package, damaged, open_package, parse_xml

_USUAL = "word/document.xml"
_UTF16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))


class Parts(NamedTuple):
    """A package, the name of the part with the text, and the names of those that it refers to by their kinds."""

    package: Package
    main: str
    related: dict[str, list[str]]

    def root(self, kind: str) -> Element | None:
        """The root of the first part of a kind; None where there is none."""
        names = self.related.get(kind, [])
        return xml_of(self.package, names[0]) if names else None


def parts_of(data: bytes, limits: Limits) -> Parts:
    """The parts of a document.

    Raises: Unfit, where it cannot be read.
    """
    package = open_package(data, limits)
    main = next((target for kind, target in _relations(package, "") if kind == "officeDocument"), _USUAL)
    if main not in package.names:
        raise damaged()
    related: dict[str, list[str]] = {}
    for kind, target in _relations(package, main):
        if target in package.names:
            related.setdefault(kind, []).append(target)
    return Parts(package, main, related)


def xml_of(package: Package, name: str) -> Element:
    """The root of a part, with the names of the transitional form.

    Raises: Unfit, where it cannot be read.
    """
    return parse_xml(transitional(as_utf8(package.bytes(name))[0]), package.limits)


def body_of(root: Element) -> Element:
    """The body of a document.

    Raises: Unfit, where it is no document.
    """
    body = root.find(f"{W}body")
    if root.tag != f"{W}document" or body is None:
        raise damaged()
    return body


def as_utf8(data: bytes) -> tuple[bytes, str]:
    """A part in UTF-8, and the encoding that it has."""
    encoding = next((encoding for mark, encoding in _UTF16 if data.startswith(mark)), "utf-8")
    if encoding == "utf-8":
        return data, encoding
    text = data.decode(encoding, errors="replace")
    return text.replace('encoding="UTF-16"', 'encoding="UTF-8"', 1).encode("utf-8"), encoding


def _relations(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """The last word of the type of each relation of a part inside the package, and the name of the part that is meant."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in package.names:
        return
    for relation in xml_of(package, rels):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Type", "").rpartition("/")[2], path

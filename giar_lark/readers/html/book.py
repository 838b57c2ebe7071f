"""An electronic book (`.epub`): pages of HTML in a zip file, read one behind the other as one page."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from giar_lark.readers.html.decode import decode_page
from giar_lark.readers.limits import Limits
from giar_lark.readers.package import Package, damaged, open_package

_CONTAINER = "META-INF/container.xml"
_ROOT_FILE = ".//{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_OPF = "{http://www.idpf.org/2007/opf}"
_PAGES = ("application/xhtml+xml", "text/html")


def page_of_book(data: bytes, limits: Limits) -> bytes:
    """The pages of a book in the order in which it is read, as one page; the table of contents is not one of them.

    Raises: Unfit, where it is damaged or not safe to read.
    """
    package = open_package(data, limits)
    pages = (decode_page(package.bytes(name), "").source.text for name in dict.fromkeys(_in_order(package)))
    return "\n".join(pages).encode(errors="surrogatepass")


def _in_order(package: Package) -> Iterator[str]:
    root_file = package.xml(_CONTAINER).find(_ROOT_FILE)
    at = "" if root_file is None else root_file.get("full-path", "")
    if at not in package.names:
        raise damaged()
    content = package.xml(at)
    items = {item.get("id", ""): item for item in content.iterfind(f"{_OPF}manifest/{_OPF}item")}
    for reference in content.iterfind(f"{_OPF}spine/{_OPF}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or reference.get("linear") == "no" or "nav" in item.get("properties", "").split():
            continue
        if item.get("media-type") in _PAGES:
            yield normpath(join(dirname(at), unquote(item.get("href", ""))))

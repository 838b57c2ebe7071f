"""Electronic books: their pages as one, in the order in which they are read."""

from __future__ import annotations

from archives import zipped

from giar_lark import read
from giar_lark.source.source import Source
from giar_lark.source.span import Edit, Span

CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def page(body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    )


def book(spine: str, **pages: str) -> bytes:
    """A book whose pages are called by the names of the arguments; the first letter of a page that is no part of it is `n`."""
    items = "".join(
        f'<item id="{name}" href="text/{name}%20.xhtml" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name.startswith('n') else ''}/>"
        for name in pages
    )
    content = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}<item id="css" href="a.css" media-type="text/css"/>'
        f"</manifest><spine>{spine}</spine></package>"
    )
    parts = {"mimetype": b"application/epub+zip", "META-INF/container.xml": CONTAINER.encode()}
    texts = {f"EPUB/text/{name} .xhtml": page(body).encode() for name, body in pages.items()}
    return zipped({**parts, "EPUB/content.opf": content.encode(), **texts}, method=0)


def reference(name: str, more: str = "") -> str:
    return f'<itemref idref="{name}" {more}/>'


def codes(source: Source) -> list[str]:
    return [remark.code for remark in source.remarks]


def test_pages_of_a_book_are_read_in_its_order() -> None:
    spine = reference("nav") + reference("b") + reference("a") + reference("c", 'linear="no"') + reference("b")
    table = "<table><tr><td>甲</td><td></td><td>5</td></tr></table>"
    data = book(spine, a=f"<p>表</p>{table}", b="<h1>一、总体情况</h1>", c="<p>附</p>", nav="<p>目录</p>")
    source = read(data, name="年报.epub")
    assert (source.text, source.remarks) == ("一、总体情况\n表\n甲\t\t5\n", ())


def test_book_is_not_edited() -> None:
    source = read(book(reference("a"), a="<p>甲</p>"), name="年报.zip")
    assert source.text == "甲\n"
    assert source.origin is not None
    assert source.origin.edited([Edit(span=Span(0, 1), text="乙")]) is None


def test_damaged_book_is_told() -> None:
    whole = book(reference("a"), a="<p>甲</p>")
    assert codes(read(whole[: len(whole) // 2], name="a.epub")) == ["RD-14"]
    assert codes(read(whole.replace(b'EPUB/content.opf" media', b'EPUB/kontent.opf" media'), name="a.epub")) == [
        "RD-14"
    ]

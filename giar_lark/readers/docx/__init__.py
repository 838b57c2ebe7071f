"""Word documents (.docx, .docm, .dotx), by Word, WPS, LibreOffice and others, read with the standard library alone.

Libraries for it lose cells of tables: content controls, tracked insertions, grids with gaps. `document.py` goes through the
parts, `body.py` through blocks and tables, `inline.py` through what stands in a paragraph; `origin.py` edits.
"""

from __future__ import annotations

from giar_lark.readers.limits import Limits
from giar_lark.readers.reader import Reader
from giar_lark.source.source import Source

_FORMAT = "docx"
# a document with a password is no zip file but is in one of these
_CONTAINER = b"\xd0\xcf\x11\xe0"


def read(data: bytes, name: str, limits: Limits) -> Source:
    """The source in the bytes of a Word document."""
    # loaded here, for the name of the format is asked for in every run
    from giar_lark.readers.docx.document import read_document
    from giar_lark.readers.docx.origin import DocxOrigin
    from giar_lark.readers.package import Unfit, encrypted

    try:
        if data.startswith(_CONTAINER):
            raise encrypted()
        document = read_document(data, limits)
    except Unfit as unfit:
        return unfit.source(name, _FORMAT)
    origin = DocxOrigin(data, document.layout, limits)
    return Source(document.layout.text, name, origin=origin, remarks=document.remarks)


READER = Reader(format=_FORMAT, endings=(".docx", ".docm", ".dotx", ".dotm"), read=read)

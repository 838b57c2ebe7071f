"""Documents in OFD (GB/T 33190), which are not read: what to do with them is said.

Of the libraries for it one needs a renderer under the AGPL, another has had no release for years; and every program that
shows OFD exports it.
"""

from __future__ import annotations

from giar_lark.lang import Text
from giar_lark.readers.limits import Limits
from giar_lark.readers.reader import Reader, refused
from giar_lark.source.source import Source


def read(data: bytes, name: str, limits: Limits) -> Source:
    """A source without text that says what to do."""
    return refused(
        name,
        "ofd",
        "RD-15",
        Text("OFD 文件不能直接读取", "an OFD file cannot be read as it is"),
        Text(
            "用 OFD 阅读器或 WPS 导出为 PDF 或 DOCX，再检查",
            "export it as PDF or DOCX with an OFD reader or WPS, and check that",
        ),
    )


READER = Reader(format="ofd", endings=(".ofd",), read=read)

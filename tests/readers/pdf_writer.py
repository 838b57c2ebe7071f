"""PDFs by hand: text, lines and pictures at places, in points from the upper left corner, with a font that no file needs to hold."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font"
    " /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
    " /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880"
    " /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >> >>] >>"
)
_PIXEL = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"


def width_of(text: str, size: float) -> float:
    """How wide a text is written."""
    return sum(size / 2 if char.isascii() else size for char in text)


@dataclass
class PdfPage:
    """A page that is being written."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    parts: list[str] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, size: float = 10, turn: int = 0, mode: int = 0, grey: float = 0
    ) -> None:
        """Text whose upper left corner is at a place; `turn` quarter turns to the left, `mode` as PDF has it."""
        a, b = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn]
        codes = text.encode("utf-16-be").hex()
        down = y + 0.88 * size if turn == 0 else y
        at = f"{a} {b} {-b} {a} {x:.2f} {self.height - down:.2f} Tm"
        self.parts.append(f"{grey} g BT /F {size} Tf {mode} Tr {at} <{codes}> Tj ET")

    def line(self, x1: float, y1: float, x2: float, y2: float, dash: str = "") -> None:
        """A straight line."""
        self.parts.append(f"0.5 w [{dash}] 0 d {x1} {self.height - y1} m {x2} {self.height - y2} l S")

    def box(self, x: float, y: float, width: float, height: float, grey: float = 0) -> None:
        """A painted box."""
        self.parts.append(f"{grey} g {x} {self.height - y - height} {width} {height} re f")

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """A grey picture."""
        self.parts.append(f"q {width} 0 0 {height} {x} {self.height - y - height} cm /I Do Q")


def pdf(*pages: PdfPage) -> bytes:
    """The pages as a file."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        _FONT,
        f"{_PIXEL}\nstream\n@\nendstream",
    ]
    for number, page in enumerate(pages):
        content = "\n".join(page.parts)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate}"
            f" /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _file(objects: list[str]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def grid(page: PdfPage, x: float, y: float, columns: list[float], rows: list[list[str]], high: float = 16) -> float:
    """A table with a rule around each cell, its texts in the middle; where it ends."""
    edges = [x + sum(columns[:number]) for number in range(len(columns) + 1)]
    for number, row in enumerate(rows):
        for left, right, text in zip(edges, edges[1:], row, strict=False):
            page.text((left + right - width_of(text, 8)) / 2, y + number * high + 4, text, 8)
    bottom = y + len(rows) * high
    for number in range(len(rows) + 1):
        page.line(edges[0], y + number * high, edges[-1], y + number * high)
    for edge in edges:
        page.line(edge, y, edge, bottom)
    return bottom

"""A report as a word processor saves it for the web: much markup around little text.

What makes such pages hard to read node by node: every run of digits, Latin letters and their marks is a span of its own, tags are
broken over lines, blank cells hold a no-break space, tables end in a row of widths that only old browsers are to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Box, Grid, unmerged

_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<title>{title}</title>
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Print</w:View>
  <w:PunctuationKerning/>
  <w:DrawingGridVerticalSpacing>7.8 pt</w:DrawingGridVerticalSpacing>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
\t{{mso-style-parent:"";
\tmargin:0cm;
\ttext-align:justify;
\tfont-size:10.5pt;
\tmso-font-kerning:1.0pt;}}
@page Section1
\t{{size:595.3pt 841.9pt;
\tmargin:72.0pt 72.0pt 72.0pt 72.0pt;
\tlayout-grid:15.6pt;}}
div.Section1
\t{{page:Section1;}}
-->
</style>
</head>
<body lang=ZH-CN style='text-justify-trim:punctuation'>
"""
# digits, Latin letters and their marks are set in another font than Chinese
_RUN = re.compile(r"[!-~]+|[^!-~]+")
_FONTS = {Kind.TITLE: ("22.0pt", "宋体"), Kind.HEADING: ("16.0pt", "黑体")}
_TEXT_FONT, _CELL_FONT = ("16.0pt", "仿宋_GB2312"), ("9.0pt", "宋体")
_TABLE_WIDTH = 568


def word_page(document: Document) -> str:
    """A document as the HTML page that a word processor saves."""
    title = next((part.text for part in document if part.kind is Kind.TITLE), "")
    return f"{_HEAD.format(title=escape(title))}<div class=Section1>\n{word_body(document)}\n</div>\n</body>\n</html>\n"


def word_body(document: Document) -> str:
    """What stands between the marks of the section in `word_page`."""
    return "\n".join(line for part in document for line in _lines(part))


def _lines(part: Part) -> Iterator[str]:
    if part.grid is not None:
        yield from _table(part.grid)
        yield "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>"
        return
    size, font = _FONTS.get(part.kind, _TEXT_FONT)
    runs, end = _runs(part.text, size, font), "<span\nlang=EN-US style='font-size:16.0pt'><o:p></o:p></span>"
    if part.kind is Kind.TITLE:
        yield f"{_open('center')}<b style='mso-bidi-font-weight:normal'>{runs}</b>{end}</p>"
    elif part.kind is Kind.HEADING:
        # as on many pages, the end of the paragraph is left to the browser
        number, comma, words = part.text.partition("、")
        yield f"{_open('')}{_runs(number + comma, size, font)}{_runs(words, size, font)}{end}"
    elif part.kind in (Kind.ORGAN, Kind.DATE):
        yield f"{_open('right')}{runs}<span lang=EN-US>&nbsp;&nbsp;</span>{end}</p>"
    else:
        yield f"{_open('')}{runs}{end}</p>"


def _open(align: str) -> str:
    if not align:
        return "<p class=MsoNormal style='text-indent:32.0pt;line-height:\n30.0pt;mso-line-height-rule:exactly'>"
    return f"<p class=MsoNormal align={align} style='text-align:{align};line-height:\n30.0pt'>"


def _runs(text: str, size: str, font: str) -> str:
    """A text in spans, Chinese apart from the rest."""
    return "".join(_span(run[0], size, font) for run in _RUN.finditer(text))


def _span(text: str, size: str, font: str) -> str:
    if text.isascii():
        return f"<span lang=EN-US style='font-size:{size};\nfont-family:\"Times New Roman\"'>{escape(text)}</span>"
    return f"<span style='font-size:{size};font-family:{font};\nmso-hansi-font-family:\"Times New Roman\"'>{escape(text)}</span>"


def _table(grid: Grid) -> Iterator[str]:
    widths = _widths(grid)
    yield (
        f"<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 width={_TABLE_WIDTH}\n"
        " style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>"
    )
    for y, row in enumerate(unmerged(grid)):
        yield f" <tr style='mso-yfti-irow:{y};height:17.0pt'>"
        yield from (_cell(box, sum(widths[x : x + box.columns])) for x, box in enumerate(row) if box is not None)
        yield " </tr>"
    yield " <![if !supportMisalignedColumns]>\n <tr height=0>"
    yield from (f"  <td width={width} style='border:none'></td>" for width in widths)
    yield " </tr>\n <![endif]>\n</table>"


def _widths(grid: Grid) -> list[int]:
    """The width of each column: the last column of labels the widest."""
    full = unmerged(grid)
    labels = min(x for row in full for x, box in enumerate(row) if box is not None and box.value)
    shares = [3] * (labels - 1) + [6] * (labels > 0) + [2] * (len(full[0]) - labels)
    return [_TABLE_WIDTH * share // sum(shares) for share in shares]


def _cell(box: Box, width: int) -> str:
    spans = "".join(f" {name}={size}" for name, size in (("colspan", box.columns), ("rowspan", box.rows)) if size > 1)
    text = _runs(box.text, *_CELL_FONT) or "<span lang=EN-US style='font-size:9.0pt'><o:p>&nbsp;</o:p></span>"
    return (
        f"  <td width={width}{spans} style='width:{width * 0.75:.1f}pt;border:solid windowtext 1.0pt;\n"
        "  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:17.0pt'>\n"
        f"  <p class=MsoNormal align=center style='text-align:center'>{text}</p>\n  </td>"
    )

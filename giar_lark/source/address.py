"""Where something stands in the document that the user has: a line and a column, or a spot of a document without lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass

Box = tuple[float, float, float, float]


class Spot(Protocol):
    """A place of a document that has no lines, such as a cell of a table in a word processor's file."""

    @property
    def number(self) -> int:
        """What is shown beside an excerpt, where a text has the number of its line."""
        ...

    def to_dict(self) -> Mapping[str, object]:
        """The place as plain values, for the JSON formats."""
        ...

    def words(self, lang: str) -> str:
        """The place in words, in `zh` or `en`."""
        ...


@dataclass(frozen=True, slots=True)
class ParagraphSpot:
    """A paragraph of a document outside its tables, counted from 1."""

    paragraph: int

    @property
    def number(self) -> int:
        """The paragraph's number."""
        return self.paragraph

    def to_dict(self) -> Mapping[str, object]:
        """`{"paragraph": 12}`."""
        return {"paragraph": self.paragraph}

    def words(self, lang: str) -> str:
        """`第12段`."""
        return f"paragraph {self.paragraph}" if lang == "en" else f"第{self.paragraph}段"


@dataclass(frozen=True, slots=True)
class HeaderSpot:
    """The header of a document's pages."""

    @property
    def number(self) -> int:
        """1: it comes before the first paragraph."""
        return 1

    def to_dict(self) -> Mapping[str, object]:
        """`{"header": 1}`."""
        return {"header": 1}

    def words(self, lang: str) -> str:
        """`页眉`."""
        return "header of the page" if lang == "en" else "页眉"


@dataclass(frozen=True, slots=True)
class CellSpot:
    """A cell of a table, in which the table of the document, the row and the cell of the row are counted from 1."""

    table: int
    row: int
    cell: int

    @property
    def number(self) -> int:
        """The row's number."""
        return self.row

    def to_dict(self) -> Mapping[str, object]:
        """`{"table": 2, "row": 5, "cell": 3}`."""
        return {"table": self.table, "row": self.row, "cell": self.cell}

    def words(self, lang: str) -> str:
        """`表格2第5行第3格`."""
        if lang == "en":
            return f"table {self.table}, row {self.row}, cell {self.cell}"
        return f"表格{self.table}第{self.row}行第{self.cell}格"


@dataclass(frozen=True, slots=True)
class PageSpot:
    """A box on a page. Units: points from the upper left corner: left, top, right, bottom; the page counts from 1."""

    page: int
    box: Box

    @property
    def number(self) -> int:
        """The page's number."""
        return self.page

    def to_dict(self) -> Mapping[str, object]:
        """`{"page": 2, "box": [72.0, 90.5, 118.3, 101.2]}`."""
        return {"page": self.page, "box": [round(edge, 1) for edge in self.box]}

    def words(self, lang: str) -> str:
        """`第2页（距左72、距上90）`."""
        left, top = round(self.box[0]), round(self.box[1])
        if lang == "en":
            return f"page {self.page} ({left} from the left, {top} from the top)"
        return f"第{self.page}页（距左{left}、距上{top}）"


@dataclass(frozen=True, slots=True)
class SheetSpot:
    """A cell of a sheet of a workbook: its name such as `C5`, its row counted from 1."""

    sheet: str
    cell: str
    row: int

    @property
    def number(self) -> int:
        """The row's number."""
        return self.row

    def to_dict(self) -> Mapping[str, object]:
        """`{"sheet": "表三", "cell": "C5"}`."""
        return {"sheet": self.sheet, "cell": self.cell}

    def words(self, lang: str) -> str:
        """`工作表“表三”C5`."""
        return f"sheet “{self.sheet}” {self.cell}" if lang == "en" else f"工作表“{self.sheet}”{self.cell}"


class Address(NamedTuple):
    """A line and a column, both from 1, the column in code points; the spot, in a document that has no lines.

    Line and column are then those of the text that was read out of the document.
    """

    line: int
    column: int
    spot: Spot | None = None

    @property
    def number(self) -> int:
        """What is shown beside an excerpt: the line, or what the spot has instead."""
        return self.line if self.spot is None else self.spot.number

    def in_words(self, lang: str) -> str:
        """The address as a part of a sentence: `第12行第3列`, or the spot in words."""
        if self.spot is not None:
            return self.spot.words(lang)
        return f"line {self.line}, column {self.column}" if lang == "en" else f"第 {self.line} 行第 {self.column} 列"

    def written(self, lang: str) -> str:
        """The address as it follows a path and a colon: `12:3`, or the spot in words."""
        return f"{self.line}:{self.column}" if self.spot is None else self.spot.words(lang)


class Locator(Protocol):
    """Offsets into the text of a source to addresses."""

    def address(self, offset: int, *, end: bool = False) -> Address:
        """The address of a character; with `end`, of the place behind the character in front of the offset."""
        ...

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset that users are told: into the decoded document, or into the text where it has been read out of one."""
        ...

    def highest_number(self) -> int:
        """The highest number that `Address.number` may have."""
        ...

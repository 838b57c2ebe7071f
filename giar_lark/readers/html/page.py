"""A walk through the tags of a page, which leaves what it shows in a stream."""

from __future__ import annotations

import re
from collections.abc import Callable

from giar_lark.pattern import lazy_pattern
from giar_lark.readers.html.apart import RAISED, WHITE, Stretch, may_stand_apart
from giar_lark.readers.html.choices import Choices
from giar_lark.readers.html.hidden import (
    STRUCK,
    UNSHOWN,
    VOID,
    Hidden,
    has_hidden_class,
    may_hide,
    unseen,
)
from giar_lark.readers.html.lists import Numbering, style_of
from giar_lark.readers.html.merges import MOST_COLUMNS, Merges
from giar_lark.readers.html.scan import Tag, attributes, tags
from giar_lark.readers.html.stream import BREAK, CELL, CLOSE_NOTE, END_LINK, FLAG, LINE, LINK, NUMBER, OPEN_NOTE, Stream
from giar_lark.readers.html.style_sheets import note_hidden_classes
from giar_lark.readers.html.tables import Cell, Row, Table, close_row
from giar_lark.readers.html.text import add_preformatted, add_text
from giar_lark.records import dataclass, field

# elements that begin and end a line
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dd",
        "dt",
        "dir",
        "menu",
        "section",
        "header",
        "article",
        "footer",
        "nav",
        "main",
        "aside",
        "hgroup",
        "form",
        "fieldset",
        "legend",
        "blockquote",
        "center",
        "address",
        "pre",
        "hr",
        "br",
        "figure",
        "figcaption",
        "caption",
        "html",
        "body",
        "head",
        "details",
        "summary",
        "dialog",
        "option",
        "optgroup",
        "select",
        "search",
        "isindex",
    ]
)
_PARTS = ("thead", "tbody", "tfoot")
_MAY_BE_UNSHOWN = UNSHOWN | STRUCK | {"option"}
_PREFORMATTED = frozenset(["pre", "textarea", "listing"])
_KEEPING_WHITE_SPACE = lazy_pattern(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NO_HEIGHT = lazy_pattern(r"(?<![\w-])height\s*[:=]\s*[\"']?0(?:px|pt)?(?![\d.])", re.IGNORECASE)
# fields of a form whose value is shown as text
_SHOWN_FIELDS = frozenset(["", "text", "number", "search", "tel", "email", "url", "date"])
_MOST_ROWS = 1 << 16
# a report has some 500; ten thousand times as many would take minutes
MOST_CELLS = 200_000
_SPANS = lazy_pattern("span", re.IGNORECASE)


class TooManyCells(Exception):
    """The tables have more cells than many reports."""


class TooDeep(Exception):
    """Tables stand in each other, deeper than any page has them."""


@dataclass(slots=True)
class Page:
    """A page on its way from tags to a stream.

    `lines` says that outside tables a line break ends a line, as in a text that holds the mark-up of tables only. `meta` has
    where the contents of its meta elements stand, by their names in small letters; `merges` the numbers that stand for
    several cells, `links` how many links it has.
    """

    stream: Stream
    most_tables: int
    lines: bool = False
    meta: dict[str, tuple[int, int]] = field(default_factory=dict)
    merges: Merges = field(default_factory=Merges)
    links: int = 0
    _tables: list[Table] = field(default_factory=list)
    _lists: list[Numbering] = field(default_factory=list)
    _hidden: Hidden | None = None
    _hidden_classes: set[str] = field(default_factory=set)
    _choices: Choices = field(init=False)
    _kept: str = ""
    _kept_depth: int = 0
    _low: bool = False
    _cells: int = 0
    # whether the document has any element that its attributes hide, or in which white space counts
    _may_hide: bool = True
    _may_keep: bool = True
    # what is raised in a table, and what is white, or was where words stood last
    _may_stand_apart: bool = True
    _raised: Stretch = field(default_factory=lambda: Stretch(RAISED))
    _white: Stretch = field(default_factory=lambda: Stretch(WHITE))
    _was_white: bool = False
    # the cell whose tags have only begun, in which nothing stands yet
    _fresh: Cell | None = None

    def __post_init__(self) -> None:
        """Begin with nothing to choose from."""
        self._choices = Choices(self.stream.document)

    def read(self) -> None:
        """Walk through the document. Raises: TooDeep, TooManyCells, TooManyMerges."""
        at = 0
        lower = self.stream.document.lower()
        self._may_hide, self._may_keep = may_hide(lower), "white-space" in lower
        self._may_stand_apart = may_stand_apart(lower)
        del lower
        for tag in tags(self.stream.document):
            if self._hidden is not None:
                at = tag.end
                if self._is_over(tag):
                    self._tag(tag)
                continue
            if tag.start > at:
                self._text(at, tag.start)
            self._tag(tag)
            at = tag.end
        if self._hidden is None:
            self._text(at, len(self.stream.document))
        while self._tables:
            self._close_table()

    def _is_over(self, tag: Tag) -> bool:
        """Whether a tag ends what is hidden, and means something itself."""
        assert self._hidden is not None
        hidden = self._hidden
        if not hidden.ends_at(tag):
            return False
        self._hidden = None
        return not hidden.is_own_end(tag)

    def _text(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self._white.is_open is not self._was_white and not self.stream.document[start:end].isspace():
            self._was_white = self._white.is_open
            self.stream.add(BREAK, start)
        if self._kept or (self.lines and not self._tables):
            add_preformatted(self.stream, start, end)
        else:
            add_text(self.stream, start, end)

    def _tag(self, tag: Tag) -> None:
        if not tag.closing and (self._may_hide or tag.name in _MAY_BE_UNSHOWN) and self._hide(tag):
            return
        if self._may_keep or self._kept or tag.name in _PREFORMATTED:
            self._keep(tag)
        if self._may_stand_apart and self._tables:
            self._stand_apart(tag)
        act = _ACTS.get(tag.name)
        if act is not None:
            act(self, tag)
        if self._fresh is not None:
            self._enter(tag)

    def _hide(self, tag: Tag) -> bool:
        """Whether a tag begins what is not shown; the cells and rows that it ends are ended."""
        how = self._unseen(tag)
        if not how:
            return False
        if tag.name in VOID:
            return True
        if tag.name == "tr" and self._tables:
            close_row(self.stream, self._tables[-1], self.merges)
        self._hidden = Hidden(tag.name)
        if how == "struck":
            self.stream.add(FLAG, tag.start)
        return True

    def _unseen(self, tag: Tag) -> str:
        """Whether what a tag begins is not shown: `hidden`, `struck`, or nothing."""
        if tag.name in STRUCK:
            return "struck"
        by_class = self._tables and self._hidden_classes
        is_hidden = tag.name in UNSHOWN or (tag.name == "option" and self._choices.hides(tag))
        if is_hidden or (by_class and has_hidden_class(self.stream.document, tag, self._hidden_classes)):
            return "hidden"
        return unseen(self.stream.document, tag)

    def _keep(self, tag: Tag) -> None:
        """White space counts inside some elements; they may hold others of their name."""
        if self._kept:
            if tag.name == self._kept:
                self._kept_depth += -1 if tag.closing else 1
                if self._kept_depth == 0:
                    self._kept = ""
        elif not tag.closing and tag.name not in VOID:
            style = _KEEPING_WHITE_SPACE.search(self.stream.document, *tag.attributes)
            if tag.name in _PREFORMATTED or style is not None:
                self._kept, self._kept_depth = tag.name, 1

    def _enter(self, tag: Tag) -> None:
        """A blank cell is written into behind all the tags that begin it."""
        assert self._fresh is not None
        if tag.name.startswith("!"):
            return
        if tag.closing or tag.name in VOID:
            self._fresh = None
        else:
            self._fresh.inside = tag.end

    # ------------------------------------------------------------ lines and what stands in them

    def _block(self, tag: Tag) -> None:
        self.stream.add(LINE, tag.start)
        if tag.name in ("ol", "ul"):
            self._list(tag)
        if tag.name == "li" and not tag.closing and self._lists:
            self._item(tag)
        elif tag.name in ("li", "ol", "ul"):
            self.stream.add(NUMBER, tag.start)

    def _list(self, tag: Tag) -> None:
        if tag.closing:
            if self._lists:
                self._lists.pop()
            return
        usual = "decimal" if tag.name == "ol" else "disc"
        start, step = self._whole_number(tag, "start"), -1 if "reversed" in attributes(self.stream.document, tag) else 1
        self._lists.append(Numbering(self._style(tag) or usual, 1 if start is None else start, step))

    def _item(self, tag: Tag) -> None:
        number = self._lists[-1].item(self._whole_number(tag, "value"), self._style(tag))
        if number:
            self.stream.spelled[tag.start] = number
            self.stream.add(NUMBER, tag.start)

    def _style(self, tag: Tag) -> str | None:
        return style_of(self._value(tag, "type"), self._value(tag, "style"))

    def _note(self, tag: Tag) -> None:
        if self._tables:
            self.stream.add(CLOSE_NOTE if tag.closing else OPEN_NOTE, tag.start)

    def _stand_apart(self, tag: Tag) -> None:
        """A style raises words as an element of its own does; white ones are held apart from others."""
        was_raised = self._raised.is_open
        if self._raised.turns_at(self.stream.document, tag):
            self.stream.add(CLOSE_NOTE if was_raised else OPEN_NOTE, tag.start)
        self._white.turns_at(self.stream.document, tag)

    def _link(self, tag: Tag) -> None:
        """A link to another page; one to a place of this page belongs to a table of contents."""
        if tag.closing:
            self.stream.add(END_LINK, tag.start)
        elif (to := self._value(tag, "href")) and not (to.startswith("#") and len(to) > 1):
            self.links += 1
            self.stream.add(LINK, tag.start)

    def _space(self, tag: Tag) -> None:
        self.stream.add(BREAK, tag.start)

    def _meta(self, tag: Tag) -> None:
        found = attributes(self.stream.document, tag)
        if "name" in found and "content" in found:
            name = self.stream.document[slice(*found["name"])].strip().lower()
            self.meta.setdefault(name, found["content"])

    def _field(self, tag: Tag) -> None:
        found = attributes(self.stream.document, tag) if self._tables else {}
        if "value" in found and self._value(tag, "type").lower() in _SHOWN_FIELDS:
            if self._fresh is not None:
                self._fresh.inside, self._fresh = found["value"][0], None
            self.stream.add(BREAK, tag.start)
            add_text(self.stream, *found["value"])
            self.stream.add(BREAK, tag.end)

    def _choose(self, tag: Tag) -> None:
        """A field to choose from shows one of its options, on a line of its own outside of tables."""
        self._block(tag)
        if not tag.closing:
            self._choices.begin(tag)

    def _style_sheet(self, tag: Tag) -> None:
        note_hidden_classes(self.stream.document[tag.attributes[1] + 1 : tag.end], self._hidden_classes)
        self._may_hide |= bool(self._hidden_classes)

    def _condition(self, tag: Tag) -> None:
        """The row of widths that a word processor puts behind a table is for old browsers only."""
        said = self.stream.document[tag.start : tag.end].lower()
        self._low = "supportmisaligned" in said or (self._low and "endif" not in said)

    # ------------------------------------------------------------ tables

    def _table(self, tag: Tag) -> None:
        self.stream.add(LINE, tag.start)
        if tag.closing:
            if self._tables:
                self._close_table()
            return
        if len(self._tables) >= self.most_tables:
            raise TooDeep
        self._fresh = None
        self._tables.append(Table(len(self.stream)))

    def _close_table(self) -> None:
        table = self._tables.pop()
        close_row(self.stream, table, self.merges)
        table.close(self.stream)
        if table.has_rows and self._tables:
            above = self._tables[-1]
            above.has_rows = True
            if above.row and above.row.cells:
                above.row.cells[-1].nested = True

    def _part(self, tag: Tag) -> None:
        if self._tables:
            close_row(self.stream, self._tables[-1], self.merges)
            self._tables[-1].end_part(self.stream, "tbody" if tag.closing else tag.name)

    def _row(self, tag: Tag) -> None:
        if not self._tables:
            if tag.closing:
                return
            self._tables.append(Table(len(self.stream)))
        self._fresh = None
        table = self._tables[-1]
        close_row(self.stream, table, self.merges)
        if not tag.closing:
            low = self._low or _NO_HEIGHT.search(self.stream.document, *tag.attributes) is not None
            table.row = Row(len(self.stream), low)
            self.stream.add(LINE, tag.start)

    def _cell(self, tag: Tag) -> None:
        if tag.closing:
            self._fresh = None
            return
        if not self._tables:
            self._tables.append(Table(len(self.stream)))
        table = self._tables[-1]
        row = table.row
        if row is None:
            row = table.row = Row(len(self.stream), self._low)
            self.stream.add(LINE, tag.start)
        cell = Cell(len(self.stream), *self._size(tag), tag.end)
        self.stream.add(CELL, tag.end)
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise TooManyCells
        row.cells.append(cell)
        self._fresh = cell

    def _size(self, tag: Tag) -> tuple[int, int]:
        """How many columns and rows a cell has; 0 rows for all that are left."""
        if not _SPANS.search(self.stream.document, *tag.attributes):
            return 1, 1
        columns, rows = self._whole_number(tag, "colspan"), self._whole_number(tag, "rowspan")
        return min(max(columns or 1, 1), MOST_COLUMNS), 1 if rows is None else min(max(rows, 0), _MOST_ROWS)

    # ------------------------------------------------------------ attributes

    def _value(self, tag: Tag, name: str) -> str:
        found = attributes(self.stream.document, tag).get(name)
        return self.stream.document[slice(*found)].strip() if found else ""

    def _whole_number(self, tag: Tag, name: str) -> int | None:
        """The number that an attribute begins with; None if it has none."""
        found = re.match(r"[-+]?\d{1,6}", self._value(tag, name))
        return int(found[0]) if found else None


_ACTS: dict[str, Callable[[Page, Tag], None]] = {
    **dict.fromkeys(_BLOCKS, Page._block),
    **dict.fromkeys(_PARTS, Page._part),
    **dict.fromkeys(("td", "th"), Page._cell),
    **dict.fromkeys(("sup", "sub"), Page._note),
    "tr": Page._row,
    "table": Page._table,
    "meta": Page._meta,
    "input": Page._field,
    "textarea": Page._space,
    "a": Page._link,
    "select": Page._choose,
    "style": Page._style_sheet,
    "!": Page._condition,
}

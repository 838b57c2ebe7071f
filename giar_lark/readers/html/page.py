"""A walk through the tags of a page, which leaves what it shows in a stream."""

from __future__ import annotations

from collections.abc import Callable

from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.apart import RAISED, Stretch, may_stand_apart
from giar_lark.readers.html.choices import Choices
from giar_lark.readers.html.drawn import DrawnTables, may_draw
from giar_lark.readers.html.elements import BLOCKS, PARTS, SHOWN_FIELDS
from giar_lark.readers.html.generated import Generated
from giar_lark.readers.html.hiding import Hiding
from giar_lark.readers.html.ink import Inks
from giar_lark.readers.html.keeping import Keeping
from giar_lark.readers.html.lists import Lists
from giar_lark.readers.html.merges import Merges
from giar_lark.readers.html.nesting import Nesting
from giar_lark.readers.html.pictures import note_drawn, note_picture
from giar_lark.readers.html.scan import Tag, attributes, tags, value_of
from giar_lark.readers.html.stream import (
    BREAK,
    CLOSE_NOTE,
    END_LINK,
    LINE,
    LINK,
    NUMBER,
    OPEN_NOTE,
    TEXT,
    UNSEEN,
    Stream,
)
from giar_lark.readers.html.text import add_preformatted, add_text


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
    _tables: Nesting = field(init=False)
    _lists: Lists = field(init=False)
    _choices: Choices = field(init=False)
    _hiding: Hiding = field(init=False)
    # tables that are drawn with other elements, where the document may have any
    _drawn: DrawnTables | None = None
    _keeping: Keeping = field(init=False)
    # what is raised in a table
    _may_stand_apart: bool = field(init=False)
    _raised: Stretch = field(default_factory=lambda: Stretch(RAISED))
    _inks: Inks = field(init=False)
    _generated: Generated = field(init=False)

    def __post_init__(self) -> None:
        """Look what there is in the document at all, and begin outside of everything."""
        document = self.stream.document
        lower = document.lower()
        self._may_stand_apart = may_stand_apart(lower)
        self._keeping = Keeping(document, lower)
        self._inks, self._generated = Inks(document, lower), Generated(document, lower)
        self._choices, self._lists = Choices(document), Lists(document)
        self._tables = Nesting(self.stream, self.most_tables, self.merges)
        self._hiding = Hiding(self.stream, lower, self._tables, self._choices)
        self._drawn = DrawnTables(document) if may_draw(lower) else None

    def read(self) -> None:
        """Walk through the document. Raises: TooDeep, TooManyCells, TooManyMerges."""
        at = 0
        for tag in tags(self.stream.document):
            if self._hiding.is_open:
                at = tag.end
                if self._hiding.is_over(tag):
                    self._tag(tag)
                continue
            if tag.start > at:
                self._text(at, tag.start)
            self._tag(tag)
            at = tag.end
        if not self._hiding.is_open:
            self._text(at, len(self.stream.document))
        self._tables.close_all()

    def _text(self, start: int, end: int) -> None:
        if start >= end:
            return
        first = len(self.stream)
        if self._keeping.keeps or (self.lines and not self._tables.is_open):
            add_preformatted(self.stream, start, end)
        else:
            add_text(self.stream, start, end)
        if self._inks.may_be_lost and self._tables.is_open and self._inks.loses(start, end):
            self.stream.replace(first, len(self.stream), (TEXT,), UNSEEN)

    def _tag(self, tag: Tag) -> None:
        if self._hiding.begins(tag):
            return
        self._keeping.pass_by(tag)
        if self._may_stand_apart and self._tables.is_open:
            self._stand_apart(tag)
        if self._inks.may_be_lost and (self._tables.is_open or tag.name == "table"):
            self._inks.pass_by(tag)
        is_drawn = self._drawn is not None and self._draw(self._drawn, tag)
        act = _ACTS.get(tag.name)
        if act is not None and not is_drawn:
            act(self, tag)
        self._tables.enter(tag)
        if self._generated.may_draw and self._tables.is_open and self._generated.draws(tag):
            note_drawn(self.stream, tag)

    def _draw(self, drawn: DrawnTables, tag: Tag) -> bool:
        """Whether a tag begins or ends parts of a table that is drawn with other elements."""
        parts = drawn.parts(tag)
        for part in parts:
            of_table = Tag(part.name, part.closing, tag.start, tag.end, tag.attributes)
            if part.name == "td":
                self._tables.cell(of_table, part.size)
            else:
                _ACTS[part.name](self, of_table)
        return bool(parts)

    # ------------------------------------------------------------ lines and what stands in them

    def _block(self, tag: Tag) -> None:
        self.stream.add(LINE, tag.start)
        if tag.name in ("ol", "ul"):
            self._lists.list(tag)
        if tag.name == "li" and not tag.closing and self._lists.is_open:
            if number := self._lists.item(tag):
                self.stream.spelled[tag.start] = number
                self.stream.add(NUMBER, tag.start)
        elif tag.name in ("li", "ol", "ul"):
            self.stream.add(NUMBER, tag.start)

    def _note(self, tag: Tag) -> None:
        if self._tables.is_open:
            self.stream.add(CLOSE_NOTE if tag.closing else OPEN_NOTE, tag.start)

    def _small(self, tag: Tag) -> None:
        """Figures that are written smaller are none of the number beside them."""
        if self._tables.is_open and self.stream.document[tag.end : tag.end + 1].isdigit():
            self.stream.add(BREAK, tag.start)

    def _stand_apart(self, tag: Tag) -> None:
        """A style raises words as an element of its own does."""
        was_raised = self._raised.is_open
        if self._raised.turns_at(self.stream.document, tag):
            self.stream.add(CLOSE_NOTE if was_raised else OPEN_NOTE, tag.start)

    def _link(self, tag: Tag) -> None:
        """A link to another page; one to a place of this page belongs to a table of contents."""
        if tag.closing:
            self.stream.add(END_LINK, tag.start)
        elif (to := value_of(self.stream.document, tag, "href")) and not (to.startswith("#") and len(to) > 1):
            self.links += 1
            self.stream.add(LINK, tag.start)

    def _picture(self, tag: Tag) -> None:
        if self._tables.is_open and not tag.closing:
            note_picture(self.stream, tag)

    def _space(self, tag: Tag) -> None:
        self.stream.add(BREAK, tag.start)

    def _meta(self, tag: Tag) -> None:
        found = attributes(self.stream.document, tag)
        if "name" in found and "content" in found:
            name = self.stream.document[slice(*found["name"])].strip().lower()
            self.meta.setdefault(name, found["content"])

    def _field(self, tag: Tag) -> None:
        found = attributes(self.stream.document, tag) if self._tables.is_open else {}
        if "value" in found and value_of(self.stream.document, tag, "type").lower() in SHOWN_FIELDS:
            self._tables.fill_at(found["value"][0])
            self.stream.add(BREAK, tag.start)
            add_text(self.stream, *found["value"])
            self.stream.add(BREAK, tag.end)

    def _choose(self, tag: Tag) -> None:
        """A field to choose from shows one of its options, on a line of its own outside of tables."""
        self._block(tag)
        if not tag.closing:
            self._choices.begin(tag)

    def _style_sheet(self, tag: Tag) -> None:
        sheet = self.stream.document[tag.attributes[1] + 1 : tag.end]
        self._hiding.note(sheet)
        self._inks.note(sheet)
        self._generated.note(sheet)
        if self._drawn is not None:
            self._drawn.note(sheet)


def _in_tables(act: Callable[[Nesting, Tag], None]) -> Callable[[Page, Tag], None]:
    return lambda page, tag: act(page._tables, tag)


_ACTS: dict[str, Callable[[Page, Tag], None]] = {
    **dict.fromkeys(BLOCKS, Page._block),
    **dict.fromkeys(PARTS, _in_tables(Nesting.part)),
    **dict.fromkeys(("td", "th"), _in_tables(Nesting.cell)),
    **dict.fromkeys(("sup", "sub"), Page._note),
    **dict.fromkeys(("textarea", "mn"), Page._space),
    "small": Page._small,
    "tr": _in_tables(Nesting.row),
    "table": _in_tables(Nesting.table),
    **dict.fromkeys(("img", "svg", "embed"), Page._picture),
    "meta": Page._meta,
    "input": Page._field,
    "a": Page._link,
    "select": Page._choose,
    "style": Page._style_sheet,
    "!": _in_tables(Nesting.condition),
}

"""Tables that a page draws with other elements: by a role, by a style, or by a class that is called so."""

from __future__ import annotations

from collections import Counter

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.grids import Grid, Size, columns_of
from giar_lark.readers.html.hidden import VOID
from giar_lark.readers.html.scan import Tag, attributes
from giar_lark.readers.html.style_sheets import rules

# in small letters
_HINT = lazy_pattern(
    r"display\s*:\s*(?:inline-)?(?:table|grid|flex)|role\s*=\s*[\"']?\s*(?:row|cell|gridcell)\b|class\s*=\s*[\"']?\s*(?:td|table-cell)\b"
)
_SAYS = lazy_pattern(r"(?i)(?<![\w-])(?:role|style|class)\s*=")
_DISPLAY = lazy_pattern(r"(?i)(?<![\w-])display\s*:\s*(?:inline-)?(table-row|table-cell|table|grid|flex)\s*(?:;|!|$)")
_UPRIGHT = lazy_pattern(r"(?i)(?<![\w-])flex-(?:direction|flow)\s*:[^;]*column")
_CLASS = lazy_pattern(r"(?:.*[\s>+~])?(?:[a-z]+[0-9]?)?\.([\w-]+)")
_PARTS = {
    **dict.fromkeys(("table", "grid", "treegrid"), "table"),
    **dict.fromkeys(("row", "table-row", "tr"), "tr"),
    **dict.fromkeys(("cell", "gridcell", "columnheader", "rowheader", "table-cell", "td", "th"), "td"),
}
_ROLES = frozenset(["table", "grid", "treegrid", "row", "cell", "gridcell", "columnheader", "rowheader"])
_CALLED = frozenset(["tr", "td", "th", "table-row", "table-cell"])
_OWN = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th", "html", "body", "head"])
# boxes in a row are a row of a table only where there are so many alike; of so many kinds of boxes it is found out
_ALIKE, _MOST_KINDS = 5, 64


class Part(NamedTuple):
    """A part of a table that begins or ends: `table`, `tr` or `td`; of a cell its columns and rows, where its style tells them."""

    name: str
    closing: bool = False
    size: Size | None = None


def may_draw(lower: str) -> bool:
    """Whether a document, which is given in small letters, may draw any table."""
    return _HINT.search(lower) is not None


@dataclass(slots=True)
class _Element:
    """An open element: what it is drawn as (`box` and `grid` have cells in them), and the parts that its end is the end of."""

    name: str
    drawn: str
    ends: tuple[str, ...] = ()
    grid: Grid | None = None


@dataclass(slots=True)
class DrawnTables:
    """The elements around a place of a document, and what the classes of its style sheets are drawn as."""

    document: str
    _open: list[_Element] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)
    _classes: dict[str, str] = field(default_factory=dict)
    _alike: dict[str, bool] = field(default_factory=dict)

    def note(self, sheet: str) -> None:
        """Take in what a style sheet says."""
        for selectors, declarations in rules(sheet):
            if _DISPLAY.search(declarations):
                names = [_CLASS.fullmatch(one.strip()) for one in selectors.split(",")]
                self._classes |= {found[1]: declarations for found in names if found}

    def parts(self, tag: Tag) -> list[Part]:
        """The parts of tables that begin or end with a tag."""
        if tag.name in _OWN or tag.name in VOID or tag.name.startswith("!"):
            return []
        return self._end(tag) if tag.closing else self._begin(tag)

    def _begin(self, tag: Tag) -> list[Part]:
        above = self._open[-1] if self._open else None
        style = self._style(tag)
        drawn = self._drawn(tag, style)
        parts: list[Part] = []
        if above is not None and above.grid is not None:
            new_row, size = above.grid.place(style)
            parts = [*([Part("tr")] if new_row else []), Part("td", size=size)]
            drawn = drawn if drawn in ("box", "grid") else ""
        elif above is not None and above.drawn == "box":
            parts, drawn = [Part("td")], drawn if drawn in ("box", "grid") else ""
        elif drawn == "td" and not (above and above.drawn == "tr"):
            drawn = ""
        begun = self._begun(drawn)
        self._names[tag.name] += 1
        grid = Grid(columns_of(style)) if drawn == "grid" else None
        self._open.append(_Element(tag.name, drawn, (*[part.name for part in reversed(begun)],), grid))
        return [*parts, *begun]

    def _begun(self, drawn: str) -> list[Part]:
        """What begins with an element; a row that no table is drawn around is a table of its own."""
        if drawn in ("tr", "box"):
            in_table = any(one.drawn == "table" for one in self._open[-3:])
            return [Part("tr")] if in_table else [Part("table"), Part("tr")]
        return [Part("table")] if drawn in ("table", "grid") else [Part("td")] if drawn == "td" else []

    def _end(self, tag: Tag) -> list[Part]:
        parts: list[Part] = []
        if not self._names[tag.name]:
            return parts
        while self._open:
            element = self._open.pop()
            self._names[element.name] -= 1
            parts += [Part(name, closing=True) for name in element.ends]
            if element.name == tag.name:
                break
        return parts

    # ------------------------------------------------------------ what an element is drawn as

    def _style(self, tag: Tag) -> str:
        """The declarations for an element: those of its classes, and its own."""
        if not _SAYS.search(self.document, *tag.attributes):
            return ""
        found = attributes(self.document, tag)
        classes = self.document[slice(*found["class"])].split() if "class" in found else []
        own = self.document[slice(*found["style"])] if "style" in found else ""
        return ";".join([*(self._classes[name] for name in classes if name in self._classes), own])

    def _drawn(self, tag: Tag, style: str) -> str:
        if not _SAYS.search(self.document, *tag.attributes):
            return ""
        found = attributes(self.document, tag)
        role = self.document[slice(*found["role"])].strip().lower() if "role" in found else ""
        if role in _ROLES:
            return _PARTS[role]
        display = _DISPLAY.search(style)
        if display is None:
            classes = self.document[slice(*found["class"])].lower().split() if "class" in found else []
            return next((_PARTS[name] for name in classes if name in _CALLED), "")
        kind = display[1].lower()
        if kind == "grid":
            return "grid" if columns_of(style) > 1 else ""
        if kind == "flex":
            return "box" if not _UPRIGHT.search(style) and self._has_alike(tag) else ""
        return _PARTS[kind]

    def _has_alike(self, tag: Tag) -> bool:
        said = self.document[slice(*tag.attributes)]
        if said not in self._alike:
            if len(self._alike) >= _MOST_KINDS:
                return False
            self._alike[said] = self.document.count(f"<{tag.name}{said}>") >= _ALIKE
        return self._alike[said]

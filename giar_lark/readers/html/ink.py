"""Figures in a table that nobody sees: written in the colour of the ground behind them, or too small to be read."""

from __future__ import annotations

from collections import Counter

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.hidden import FADING, VOID
from giar_lark.readers.html.scan import Tag, attributes
from giar_lark.readers.html.style_sheets import rules
from giar_lark.readers.paper import is_figures, is_like_paper

# in small letters
_VALUE = r"[\"']?\s*(#[0-9a-f]{3,8}|rgba?\([^()]*\)|url\(|[a-z]+)"
_COLOUR = lazy_pattern(rf"color(?<![\w-]color)\s*[:=]\s*{_VALUE}")
_GROUND = lazy_pattern(rf"(?:background(?:-color)?|bgcolor)(?<![\w-]background)\s*[:=]\s*{_VALUE}")
# any of what fades, wherever it ends
_FAINT = lazy_pattern(
    r"font-size\s*:\s*(?:0(?:\.0+)?(?![\d.])|[01](?:\.\d+)?p[xt])|opacity\s*:\s*0(?:\.0+)?(?![\d.])"
    r"|color(?<![\w-]color)\s*:\s*(?:transparent|rgba\()|(?:text-indent|left)\s*:\s*-(?:\d{4,}px|\d{2,}r?em)"
    r"|clip(?:-path)?\s*:\s*(?:rect|inset)\(|scale\(\s*0|content-visibility|(?:width|height)\s*:\s*0(?:p[xt]|r?em)?\s*;"
)
_SAID = lazy_pattern(r"style|color|class")
_SIZED = lazy_pattern(r"font-size")
# what attributes say that a style may say, too
_AS_STYLE = {"color": "color", "bgcolor": "background"}
_PAPER, _SHADES = "paper", lazy_pattern(r"\d{1,3}")
# no colour of their own
_NONE = frozenset(["inherit", "initial", "unset", "transparent", "none", "auto", "windowtext", "currentcolor"])
_SELECTED = lazy_pattern(r"(?:[a-z]+[0-9]?)?\.([\w-]+)|td|th|tr|table|tbody|p|span|font")
_REFERENCE = lazy_pattern(r"&#?\w+;")
# what ends with a row, and with a cell
_ROWS = frozenset(["table", "thead", "tbody", "tfoot"])
_CELLS = _ROWS | {"tr"}


class Ink(NamedTuple):
    """What is said of the words in an element: their colour, that of their ground, whether they are too small; empty or None where nothing is."""

    colour: str = ""
    ground: str = ""
    faint: bool | None = None

    def over(self, other: Ink) -> Ink:
        """What holds where this is said inside of what says another."""
        faint = other.faint if self.faint is None else self.faint
        return Ink(self.colour or other.colour, self.ground or other.ground, faint)

    @property
    def is_lost(self) -> bool:
        """Whether nothing can be seen of what is written so."""
        return bool(self.faint) or (self.colour != "" and self.colour == (self.ground or _PAPER))


@dataclass(slots=True)
class Inks:
    """How words look in the tables of a document, as its tags pass by; `lower` is the document in small letters."""

    document: str
    lower: str
    may_be_lost: bool = field(init=False)
    _open: list[tuple[str, Ink]] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)
    # by class with a dot before it, or by element, what style sheets say
    _sheets: dict[str, Ink] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look whether any colour of words is one of a ground, or any words may be faint."""
        colours = {_colour(found[1]) for found in _COLOUR.finditer(self.lower)} - {""}
        grounds = {_PAPER, *(_colour(found[1]) for found in _GROUND.finditer(self.lower))}
        self.may_be_lost = not colours.isdisjoint(grounds) or _FAINT.search(self.lower) is not None

    def note(self, sheet: str) -> None:
        """Take in a style sheet; what it says last counts."""
        for selectors, declarations in rules(sheet.lower()) if self.may_be_lost else ():
            ink = _ink(declarations)
            for selector in selectors.split(",") if ink != Ink() else ():
                found = _SELECTED.fullmatch(selector.split()[-1] if selector.strip() else "")
                if found is not None:
                    name = f".{found[1]}" if found[1] else found[0]
                    self._sheets[name] = ink.over(self._sheets.get(name, Ink()))

    def pass_by(self, tag: Tag) -> None:
        """A tag of a table, or in one, begins or ends an element."""
        name = tag.name
        if name in VOID or name.startswith("!"):
            return
        if tag.closing:
            self._end(name)
            return
        if name in ("td", "th", "tr"):
            self._end_down_to(_ROWS if name == "tr" else _CELLS)
        above = self._open[-1][1] if self._open else Ink()
        self._open.append((name, self._said(tag).over(above)))
        self._names[name] += 1

    def loses(self, start: int, end: int) -> bool:
        """Whether a text is figures or marks of which nothing can be seen."""
        is_lost = bool(self._open) and self._open[-1][1].is_lost
        return is_lost and is_figures(_REFERENCE.sub("", self.document[start:end]))

    def _said(self, tag: Tag) -> Ink:
        """What the attributes of a tag say, before what style sheets say of its classes and of its element."""
        ink = self._sheets.get(tag.name, Ink())
        if not _SAID.search(self.lower, *tag.attributes):
            return ink
        found = {name: self.lower[slice(*place)] for name, place in attributes(self.lower, tag).items()}
        for name in found.get("class", "").split() if self._sheets else ():
            ink = self._sheets.get(f".{name}", Ink()).over(ink)
        said = [f"{_AS_STYLE[name]}:{found[name]}" for name in _AS_STYLE if name in found]
        return _ink(";".join([*said, found.get("style", "")])).over(ink)

    def _end(self, name: str) -> None:
        while self._names[name]:
            ended, _ = self._open.pop()
            self._names[ended] -= 1
            if ended == name:
                return

    def _end_down_to(self, names: frozenset[str]) -> None:
        while self._open and self._open[-1][0] not in names:
            self._names[self._open.pop()[0]] -= 1


def _ink(said: str) -> Ink:
    """What declarations or attributes say, in small letters; the last word counts."""
    colours, grounds = _COLOUR.findall(said), _GROUND.findall(said)
    faint = True if FADING.search(said) else False if _SIZED.search(said) else None
    return Ink(_colour(colours[-1]) if colours else "", _colour(grounds[-1]) if grounds else "", faint)


def _colour(value: str) -> str:
    """A colour by one name, all that are like paper by the same; nothing where none is said."""
    if value in _NONE:
        return ""
    digits = value.removeprefix("#") if value != "white" else "ffffff"
    if value.startswith("rgb"):
        shades = [min(int(shade), 255) for shade in _SHADES.findall(value)[:3]]
        digits = bytes(shades).hex()
    elif value.startswith("#") and len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits[:3])
    return _PAPER if is_like_paper(digits[:6]) else digits[:6] if value.startswith(("#", "rgb")) else value

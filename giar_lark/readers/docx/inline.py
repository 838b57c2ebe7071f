"""A paragraph to its bits: what Word shows of its runs, fields, changes, controls, signs and boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.readers.docx.bits import BOUND, GENERATED, TRACKED, Bit, Kind
from giar_lark.readers.docx.drawing import drawn_things
from giar_lark.readers.docx.fields import Fields, refusal_of
from giar_lark.readers.docx.formula import formula_text
from giar_lark.readers.docx.ground import ground_in
from giar_lark.readers.docx.names import (
    ALTERNATE,
    DEL,
    INS,
    MOVED_AWAY,
    MOVED_HERE,
    PPR,
    R_,
    RPR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    SPACE,
    TEXTS,
    VAL,
    M,
    T,
    W,
    is_on,
    number,
    value,
)
from giar_lark.readers.docx.styles import Print, Styles
from giar_lark.readers.docx.symbols import drawn, is_symbolic
from giar_lark.readers.paper import is_figures, is_like_paper, is_lost, is_tiny

_ADDED, _TAKEN = frozenset({INS, MOVED_HERE}), frozenset({DEL, MOVED_AWAY})
# elements that only stand around others
_AROUND = frozenset(f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent"))
_SIGNS = {f"{W}noBreakHyphen": "-", f"{W}sym": "", f"{W}softHyphen": ""}
_TABS, _BREAKS = frozenset({f"{W}tab", f"{W}ptab"}), frozenset({f"{W}br", f"{W}cr"})
_OBJECTS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_STRUCK = frozenset({f"{W}strike", f"{W}dstrike"})
_HIDDEN, _FONTS, _STYLE, _ASCII = (f"{W}{name}" for name in ("vanish", "rFonts", "rStyle", "ascii"))
# properties, and what of them parts the figures of a run from those beside it: raised, lifted by half-points, white
_SETTING_APART: Mapping[str, Callable[[str], bool]] = {
    f"{W}vertAlign": lambda said: said in ("superscript", "subscript"),
    f"{W}position": lambda said: said.strip("-0") != "",
    f"{W}color": is_like_paper,
}
_COLOUR, _SIZE, _MARKED = f"{W}color", f"{W}sz", f"{W}highlight"
_RAISING = (f"{W}vertAlign", f"{W}position")
_SHARP_SPACES = " \t\r\n"


class Around(NamedTuple):
    """What holds for the runs inside an element: why they are not to be edited, the change they came with, their depth."""

    refusal: Text | None = None
    change: Element | None = None
    depth: int = 0


class TooDeep(Exception):
    """An element is nested deeper than the limit."""


class Look(NamedTuple):
    """What the properties of a run do to its text: `missing` says that it is not read, `hidden` or `struck`.

    `apart` is what parts its figures from those of runs that look otherwise: the number of a note is none of the count's, and
    neither is what is written in the colour of the paper. Nobody sees figures that are `lost`.
    """

    missing: str = ""
    font: str = ""
    apart: str = ""
    lost: bool = False


_PLAIN = Look()


class Inline:
    """Reads the paragraphs of a document, one after the other, for fields may go over several."""

    def __init__(self, styles: Styles, depth: int) -> None:
        """Looks are worked out with some styles; elements may be nested as deep as given."""
        self.styles, self.depth, self.fields = styles, depth, Fields()
        self.hidden_style = False
        # what is painted behind the words of a cell; nothing where nobody knows
        self.ground = ""
        self._print = Print()
        self._apart = ""

    def bits(self, paragraph: Element, around: Around) -> list[Bit]:
        """The bits of a paragraph, in order."""
        properties = paragraph.find(PPR)
        style = value(properties, f"{W}pStyle") or self.styles.default
        self.hidden_style, self._print = self.styles.hides(style), self.styles.print_of(style)
        bits = list(self._inside(paragraph, around))
        self.fields.break_off()
        return bits

    def _inside(self, parent: Element, around: Around) -> Iterator[Bit]:
        if around.depth > self.depth:
            raise TooDeep
        for child in parent:
            if child.tag == R_:
                yield from self._run(child, around)
            elif child.tag != PPR:
                yield from self._other(child, around._replace(depth=around.depth + 1))

    def _other(self, child: Element, around: Around) -> Iterator[Bit]:
        tag = child.tag
        if tag in _AROUND:
            yield from self._inside(child, around)
        elif tag in _ADDED:
            yield from self._inside(child, around._replace(refusal=TRACKED, change=child))
        elif tag in _TAKEN:
            yield Bit(Kind.DELETED, "".join(one.text or "" for one in child.iter() if one.tag in TEXTS), child)
        elif tag == SDT:
            yield from self._control(child, around)
        elif tag == f"{W}fldSimple":
            reason = around.refusal or refusal_of(child.get(f"{W}instr", ""))
            yield from self._inside(child, around._replace(refusal=reason))
        elif tag in (f"{M}oMath", f"{M}oMathPara"):
            yield Bit(Kind.TEXT, formula_text(child), None, GENERATED)
        elif tag == ALTERNATE:
            yield from self._objects(child)
        elif tag == f"{W}subDoc":
            yield Bit(Kind.UNREAD, "part")

    def _control(self, control: Element, around: Around) -> Iterator[Bit]:
        content = control.find(SDT_CONTENT)
        if content is not None:
            yield from self._inside(content, around._replace(refusal=around.refusal or refusal_of_control(control)))

    def _run(self, run: Element, around: Around) -> Iterator[Bit]:
        look = self._look(run.find(RPR))
        if look.apart != self._apart:
            self._apart = look.apart
            yield Bit(Kind.GAP, "raised" if any(tag in look.apart for tag in _RAISING) else "")
        for child in run:
            yield from self._child(child, look, around)

    def _child(self, child: Element, look: Look, around: Around) -> Iterator[Bit]:
        tag = child.tag
        if tag == T:
            yield from self._text(child, look, around)
        elif tag == RPR:
            return
        elif tag == f"{W}fldChar":
            yield from self._field(child, around)
        elif tag == f"{W}instrText":
            self.fields.instruct(child.text or "")
        elif self.fields.hides:
            return
        elif look.missing:
            yield Bit(Kind.HIDDEN, "".join(one.text or "" for one in child.iter(T)), what=look.missing)
        else:
            yield from self._sign(child, around)

    def _text(self, element: Element, look: Look, around: Around) -> Iterator[Bit]:
        if self.fields.hides:
            return
        text = shown_text(element)
        if look.missing or (look.lost and is_figures(text)):
            yield Bit(Kind.HIDDEN, text, what=look.missing or "hidden")
        elif look.font:
            yield Bit(Kind.TEXT, drawn(text, look.font), element, around.refusal or GENERATED)
        else:
            yield Bit(Kind.TEXT, text, element, around.refusal or self.fields.refusal)

    def _field(self, mark: Element, around: Around) -> Iterator[Bit]:
        shown, unread = self.fields.mark(mark)
        if shown:
            yield Bit(Kind.TEXT, shown, None, around.refusal or GENERATED)
        if unread:
            yield Bit(Kind.UNREAD, "field")

    def _sign(self, child: Element, around: Around) -> Iterator[Bit]:
        """What stands in a run beside text."""
        tag = child.tag
        if tag in _TABS:
            yield Bit(Kind.TAB)
        elif tag in _BREAKS:
            yield Bit(Kind.BREAK)
        elif tag in _SIGNS:
            text = _symbol(child) if tag == f"{W}sym" else _SIGNS[tag]
            yield Bit(Kind.TEXT, text, None, around.refusal or GENERATED)
        elif tag == f"{W}ruby":
            base = child.find(f"{W}rubyBase")
            if base is not None:
                yield from self._inside(base, around._replace(depth=around.depth + 1))
        elif tag in _OBJECTS or tag == ALTERNATE:
            yield from self._objects(child)

    def _objects(self, element: Element) -> Iterator[Bit]:
        yield from drawn_things(element)

    def _look(self, properties: Element | None) -> Look:
        if properties is None:
            return Look("hidden") if self.hidden_style else self._printed(None)
        hidden, struck, font, apart = self.hidden_style, False, "", ""
        for property in properties:
            tag = property.tag
            if tag == _HIDDEN:
                hidden = is_on(property)
            elif tag == _STYLE:
                hidden = hidden or self.styles.hides(property.get(VAL))
            elif tag in _STRUCK:
                struck = struck or is_on(property)
            elif tag == _FONTS:
                font = property.get(_ASCII, "")
            elif tag in _SETTING_APART and _SETTING_APART[tag](property.get(VAL, "")):
                apart += tag
        missing = "hidden" if hidden else "struck" if struck else ""
        return self._printed(properties)._replace(missing=missing, font=font if is_symbolic(font) else "", apart=apart)

    def _printed(self, properties: Element | None) -> Look:
        """Whether words of some properties cannot be seen on the ground of their cell."""
        if not self.ground:
            return _PLAIN
        own = Print(value(properties, _COLOUR) or "", value(properties, _SIZE) or "")
        said = own.over(self.styles.print_of(value(properties, _STYLE))).over(self._print)
        ground = "" if value(properties, _MARKED) else ground_in(properties, self.ground)
        return Look(lost=is_lost(said.colour, ground) or is_tiny(number(said.size) / 2))


def shown_text(element: Element) -> str:
    """The text of a `w:t`: spaces at its edges count only where it says that they are kept."""
    text = element.text or ""
    return text if element.get(SPACE) == "preserve" else text.strip(_SHARP_SPACES)


def refusal_of_control(control: Element) -> Text | None:
    """Why what a content control holds is not to be edited; None if it may be.

    Bound contents are replaced by those of the data when Word opens the document; a placeholder goes when one types.
    """
    properties = control.find(SDT_PR)
    if properties is None:
        return None
    bound = properties.find(f"{W}dataBinding") is not None or is_on(properties.find(f"{W}showingPlcHdr"))
    locked = value(properties, f"{W}lock") in ("contentLocked", "sdtContentLocked")
    listed = any(properties.find(f"{W}{name}") is not None for name in ("comboBox", "dropDownList", "date"))
    return BOUND if bound or locked or listed else None


def _symbol(element: Element) -> str:
    try:
        char = chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    font = element.get(f"{W}font", "")
    return drawn(char, font) if is_symbolic(font) else char

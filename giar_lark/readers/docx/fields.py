"""Fields: their instructions are not shown, their results are, and most results a word processor works out anew."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.docx.names import VAL, W, number, value

_TYPE = f"{W}fldCharType"
# what these show is typed by somebody, and stays
_KEPT = frozenset({"HYPERLINK", "FORMTEXT", "MACROBUTTON", "GOTOBUTTON", "QUOTE", "ADDIN"})
# these show something without a result in the file
_DRAWN = frozenset({"EQ", "SYMBOL", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"})
_DROP_DOWN = f"{W}ffData/{W}ddList"

WORKED_OUT = Text("这里的文字由域自动生成，更新域时会被改回", "a field writes this text, and would write it again")


def refusal_of(instruction: str) -> Text | None:
    """Why the result of a field is not to be edited; None if it may be."""
    words = instruction.split(None, 1)
    return None if words and words[0].upper() in _KEPT else WORKED_OUT


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    refusal: Text | None = None


@dataclass(slots=True)
class Fields:
    """The fields that are open while the runs of a document are read; a field may go over several paragraphs."""

    _open: list[_Field] = field(default_factory=list)
    # how many of them have not come to their results
    _waiting: int = 0

    @property
    def hides(self) -> bool:
        """Whether what stands here belongs to an instruction."""
        return self._waiting > 0

    @property
    def refusal(self) -> Text | None:
        """Why what stands here is not to be edited; None if it may be."""
        return self._open[-1].refusal if self._open else None

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    def mark(self, element: Element) -> tuple[str, str]:
        """Begin, part or end a field; what it shows although it has no result, and the name of one that cannot be shown."""
        kind = element.get(_TYPE)
        if kind == "begin":
            self._open.append(_Field(refusal=self.refusal))
            self._waiting += 1
            return _chosen(element), ""
        if not self._open:
            return "", ""
        if kind == "separate":
            self._separate(self._open[-1])
        elif kind == "end":
            return self._end(self._open.pop())
        return "", ""

    def break_off(self) -> None:
        """Give up, at the end of a paragraph, fields that have shown nothing yet: what follows must not be lost for them."""
        if self._waiting:
            self._open = [one for one in self._open if one.in_result]
            self._waiting = 0

    def _separate(self, parted: _Field) -> None:
        if not parted.in_result:
            parted.in_result = True
            parted.refusal = parted.refusal or refusal_of(parted.instruction)
            self._waiting -= 1

    def _end(self, ended: _Field) -> tuple[str, str]:
        self._waiting -= not ended.in_result
        name = (ended.instruction.split(None, 1) or [""])[0].upper()
        return "", name if name in _DRAWN and not ended.in_result and not self.hides else ""


def _chosen(element: Element) -> str:
    """The entry that is chosen in the list of a form; nothing where it is no list."""
    options = element.find(_DROP_DOWN)
    if options is None:
        return ""
    entries = [entry.get(VAL, "") for entry in options.iterfind(f"{W}listEntry")]
    at = number(value(options, f"{W}result"))
    return entries[at] if 0 <= at < len(entries) else ""

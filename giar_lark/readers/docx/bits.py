"""What a paragraph is made of, once runs, fields, changes and controls are looked through."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple

TRACKED = Text("这里有未接受的修订，请先接受或拒绝", "tracked changes stand here; accept or reject them first")
GENERATED = Text("这里的文字由 Word 自动生成", "Word writes this text by itself")
NUMBERED = Text(
    "这里是自动编号，请在 Word 的编号设置里改", "Word numbers this by itself; mend it in the settings of the list"
)
MERGED = Text("这里是合并单元格，请先拆分", "this cell is merged; split it first")
BOUND = Text("这里是受控的内容控件，请在 Word 里改", "a content control holds this text; mend it in Word")


class Kind(Enum):
    """What a bit is.

    `GAP` keeps figures apart that are not one number, and says `raised` where those behind it are the number of a note; `BOX` is a text box, to be read behind the paragraph; `DELETED` and
    `MARKED` are changes without a text of their own; `UNREAD` something that is shown and not read.
    """

    TEXT = auto()
    TAB = auto()
    BREAK = auto()
    GAP = auto()
    BOX = auto()
    DELETED = auto()
    MARKED = auto()
    HIDDEN = auto()
    PICTURE = auto()
    UNREAD = auto()


class Bit(NamedTuple):
    """A bit of a paragraph.

    `element` is the `w:t` of a text that can be edited, the contents of a box, or the element that brought a change;
    `refusal` says why a text is not to be edited, `what` why one is not read.
    """

    kind: Kind
    text: str = ""
    element: Element | None = None
    refusal: Text | None = None
    what: str = ""


def visible(bits: Sequence[Bit]) -> str:
    """The text of some bits."""
    return "".join(bit.text if bit.kind is Kind.TEXT else " " for bit in bits if bit.kind in _SEEN)


_SEEN = frozenset({Kind.TEXT, Kind.TAB, Kind.BREAK})

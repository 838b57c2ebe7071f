"""What is told about a rule, as plain values: read from its module, drawn on a terminal, written as JSON or Markdown."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass


class Fault(StrEnum):
    """The five faults of a report that letter 30 (2021) holds its authors to account for."""

    LATE = "late"
    INACCURATE = "inaccurate"
    INCOMPLETE = "incomplete"
    DUPLICATED = "duplicated"
    PERFUNCTORY = "perfunctory"

    @property
    def words(self) -> Text:
        """The fault as it is called: `不准确`, `inaccurate`."""
        return Text(_FAULTS[self.value], self.value)


# the surest fix that findings of a rule carry: one that `--fix` applies, one that is only suggested, or none
Fixable = Literal["safe", "suggested", ""]
FIXABLE_WORDS: dict[Fixable, Text] = {
    "safe": Text("可用 --fix 自动改", "fixable with --fix"),
    "suggested": Text("有修改建议", "suggests a change"),
}

_FAULTS = {"late": "迟报", "inaccurate": "不准确", "incomplete": "不完整", "duplicated": "雷同", "perfunctory": "敷衍"}

# where the rules of a code look; in the order of the catalogue
PLACES = {
    "T3": Text("表三：申请的收到和处理", "Table 3: applications"),
    "T2": Text("表二：主动公开", "Table 2: proactive disclosure"),
    "T4": Text("表四：行政复议、行政诉讼", "Table 4: reconsideration and litigation"),
    "XT": Text("文字与表格", "Text against tables"),
    "YR": Text("各年之间、各单位之间", "Between years and between organs"),
    "ID": Text("机关与文件", "The organ and the documents cited"),
    "TM": Text("时间", "Time"),
    "ST": Text("结构和内容", "Structure and contents"),
    "FM": Text("文字形式", "Form of the text"),
    "PR": Text("个人信息", "Privacy"),
    "RD": Text("读取", "Reading"),
    "SY": Text("表格的行和列", "Rows and columns"),
    "CF": Text("忽略说明", "Dismissals"),
}

# the sections of a page, in their order
HEADS = {
    "checks": Text("查什么", "What it checks"),
    "why": Text("为什么", "Why it matters"),
    "basis": Text("依据", "Basis"),
    "mending": Text("怎么改", "How to mend"),
    "ignoring": Text("何时不必理会", "When to ignore"),
}
# the section that the example stands behind, and how many lines of a long one are shown
EXAMPLE_BEHIND, EXAMPLE_LINES_MOST = "basis", 8
# a line of an example that stands for what is left out
GAP = "…"
EXAMPLE, WRONG, RIGHT = Text("例", "Example"), Text("错", "Wrong"), Text("对", "Right")


class Section(NamedTuple):
    """A section of a page: its key in `HEADS`, and its text; an empty line divides paragraphs."""

    key: str
    text: Text

    @property
    def head(self) -> Text:
        """What stands above it."""
        return HEADS[self.key]


class Piece(NamedTuple):
    """A piece of an example: `wrong`, `right`, or `beside`, from another report; and what stands above it."""

    kind: str
    heading: Text
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """What a rule says of itself: a title in one sentence, a summary in one line, and the sections of its page.

    `example` is what is wrong and what is right, with the other report in front where it takes two.
    """

    code: str
    name: str
    severity: Severity
    fault: Fault | None
    title: Text
    summary: Text
    clause: Text
    templates: tuple[str, ...]
    sections: tuple[Section, ...]
    example: tuple[Piece, ...]
    fixable: Fixable = ""

    @property
    def marks(self) -> tuple[Text, ...]:
        """What stands beside the name: severity, fault, and whether there is a fix."""
        fault = (self.fault.words,) if self.fault else ()
        fix = (FIXABLE_WORDS[self.fixable],) if self.fixable else ()
        return (self.severity.words, *fault, *fix)

    @property
    def place(self) -> Text:
        """The part of a report, or of the reading, that the rule belongs to."""
        return PLACES[self.code[:2]]

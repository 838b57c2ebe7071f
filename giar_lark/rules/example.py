"""The example of a rule, as its page shows it and a test runs it."""

from __future__ import annotations

from enum import StrEnum

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.source.source import Remark


class Other(StrEnum):
    """Whose report the other one of an example is: there is a sound sample report for each."""

    LAST_YEAR = "last_year"
    COPY = "sound"
    OTHER_ORGAN = "other_organ"
    GOVERNMENT = "government"

    @property
    def words(self) -> Text:
        """Whose it is, as a heading."""
        return _OTHERS[self.value]


_OTHERS = {
    "last_year": Text("上年报告", "Last year's report"),
    "sound": Text("同年的另一份", "The other copy"),
    "other_organ": Text("别的机关的报告", "Another organ's report"),
    "government": Text("政府的报告", "The government's report"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The other report of an example about two: a piece put into a sample, in the place of `instead_of` (empty: of itself)."""

    whose: Other
    piece: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What is wrong and what is right, as pieces of a report; see `giar_lark.rules.example_report`.

    A test puts each of them into the sound sample report of a template, in the place of `instead_of` (empty: of `right`
    itself): then `wrong` gives a finding of the rule, and `right` gives none of any rule. A line `…` in both stands for
    what is left out between two pieces. `besides` are further changes to that report, old text and new, that both need;
    `likewise` are patterns, with what takes their place, that spread the wrong one over the report. With `whole`, `wrong`
    is a file of its own. Bytes are for what no text can show. `beside` is the other report, for rules about several.
    Where it is no report that is wrong but a file of the user's, `of_report` is false, and other tests try it. `told` is
    what a reader says of the wrong one, which a page cannot show: of the piece, or, with `whole`, of the document that
    `wrong` only names.
    """

    wrong: str | bytes
    right: str
    instead_of: str = ""
    template: str = "2021"
    besides: tuple[tuple[str, str], ...] = ()
    likewise: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    beside: Beside | None = None
    of_report: bool = True
    told: Remark | None = None

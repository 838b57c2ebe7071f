"""What is wrong, and where: the one record that every stage produces and every output reads."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field, replace
from giar_lark.lean.shown import Shown
from giar_lark.source.address import Address
from giar_lark.source.span import Edit, Span


class Severity(StrEnum):
    """How much a finding weighs; `rank` orders them, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note."""
        return _RANKS[self.value]

    @property
    def words(self) -> Text:
        """The severity as it is called: `错误`, `error`."""
        return Text(_SEVERITIES[self.value], self.value)


_RANKS = {"error": 0, "warning": 1, "info": 2}
_SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}


class Elsewhere(NamedTuple):
    """A place in another file, ready to be shown, for that file is not at hand when the finding is written."""

    path: str
    address: Address


# what stands in front of the sentences below a finding
HELP_LEAD, CLAUSE_LEAD = Text("怎么改：", "help: "), Text("依据：", "basis: ")
FIX_LEAD, SUGGESTION_LEAD = Text("修复：", "fix: "), Text("建议：", "suggestion: ")


class Related(NamedTuple):
    """A second place that explains a finding, such as an addend of a wrong total. (A named tuple: a wrong sum has many.)

    `elsewhere` is set where it lies in another file, such as last year's report; `span` and `key` then mean that file.
    """

    span: Span
    message: Text
    key: str | None = None
    elsewhere: Elsewhere | None = None

    def moved(self, by: int) -> Related:
        """The same place so many characters further behind, unless it lies in another file."""
        return self if self.elsewhere else self._replace(span=self.span.moved(by))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A repair; `safe` if no other repair is possible and no given number changes.

    Of those that are not safe, one `by_hand` is shown and never applied: it changes a number that was given, and only the
    register can say that this number is the wrong one.
    """

    edits: tuple[Edit, ...]
    safe: bool
    by_hand: bool = False

    def moved(self, by: int) -> Fix:
        """The same repair so many characters further behind."""
        return replace(self, edits=tuple([Edit(span=edit.span.moved(by), text=edit.text) for edit in self.edits]))

    def to_dict(self) -> dict[str, object]:
        """The repair as plain values."""
        return {"edits": [{"span": list(edit.span), "text": edit.text} for edit in self.edits], "safe": self.safe}


NO_REPAIR: Later[Fix | None] = Later.of(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Shown):
    """One thing that is wrong.

    `code` and `name` are those of the catalogue and never change meaning. `label` is the short text under the marked
    place, `key` the cell (contract, part 2), `clause` the text of law that asks for it, `anchor` what makes the id stable
    where there is no key. The `repair` is worked out when the `fix` is asked for, for most outputs have none.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    span: Span
    key: str | None = None
    label: Text | None = None
    related: tuple[Related, ...] = field(default=())
    help: Text | None = None
    clause: Text | None = None
    repair: Later[Fix | None] = field(default=NO_REPAIR)
    anchor: str = ""

    @property
    def fix(self) -> Fix | None:
        """The repair that is shown or applied; None if there is none."""
        return self.repair.value

    @property
    def id(self) -> str:
        """An id that survives edits elsewhere in the file: made of the code and the cell or text, not of a line."""
        from hashlib import sha256

        what = f"{self.code}\0{self.key or ''}\0{self.anchor}"
        return f"{self.code}-{sha256(what.encode()).hexdigest()[:10]}"

    @property
    def related_here(self) -> tuple[Related, ...]:
        """The second places in the finding's own file."""
        return tuple(related for related in self.related if related.elsewhere is None)

    @property
    def related_elsewhere(self) -> tuple[tuple[Elsewhere, Text], ...]:
        """The second places in other files, each with its sentence."""
        return tuple((related.elsewhere, related.message) for related in self.related if related.elsewhere is not None)

    def moved(self, by: int) -> Finding:
        """The same finding so many characters further behind, with all that it points at in its own file."""
        repair = self.repair if self.repair is NO_REPAIR else Later(_moved, self.repair, by)
        return replace(
            self, span=self.span.moved(by), related=tuple([each.moved(by) for each in self.related]), repair=repair
        )

    def to_dict(self, lang: str = "zh") -> dict[str, object]:
        """The finding as plain values, in one language. Lines and columns need the source: see `giar_lark.export.json`."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "message": self.message.in_language(lang),
            "span": list(self.span),
            "key": self.key,
            "related": [
                {
                    **({"path": r.elsewhere.path} if r.elsewhere else {}),
                    "span": list(r.span),
                    "message": r.message.in_language(lang),
                }
                for r in self.related
            ],
            "help": self.help.in_language(lang) if self.help else None,
            "fix": self.fix.to_dict() if self.fix else None,
            "id": self.id,
        }


def _moved(repair: Later[Fix | None], by: int) -> Fix | None:
    return repair.value and repair.value.moved(by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """A finding that someone has set aside: it is not reported, and kept with the reason. `until` is the last day of it."""

    finding: Finding
    reason: str
    until: date | None = None

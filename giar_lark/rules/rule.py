"""The mechanism of all rules: what a rule says of itself, and what a module of the catalogue has."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Protocol, TypeGuard

from giar_lark.findings import NO_REPAIR, Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.lean.records import dataclass
from giar_lark.manual import Fault, Fixable
from giar_lark.official.templates import TEMPLATES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the catalogue: its code and name, which never change meaning, and what it stands on.

    `severity` is the usual one; a finding may be milder, never graver. `summary` is one line for the list of rules,
    `clause` the document that asks for it, `example` what its page shows. `fault` is the official name of what is wrong;
    None where the report cannot be blamed, or the letter has no name for it. `told_as` is the code whose findings tell of
    it in their advice, where it has none of its own: one cause is one finding. `fixable` is the surest fix that findings of
    the rule carry: one that `--fix` applies, one that is only suggested, or none.
    """

    code: str
    name: str
    severity: Severity
    summary: Text
    clause: Text
    example: Example
    templates: tuple[str, ...] = TEMPLATES
    fault: Fault | None = None
    told_as: str = ""
    fixable: Fixable = ""

    def finding(
        self,
        message: Text,
        span: Span,
        *,
        severity: Severity | None = None,
        key: str | None = None,
        label: Text | None = None,
        related: tuple[Related, ...] = (),
        help: Text | None = None,
        fix: Fix | Later[Fix | None] | None = NO_REPAIR,
        anchor: str = "",
    ) -> Finding:
        """A finding of this rule. A fix that takes some working out is given as how to do so."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            message=message,
            span=span,
            key=key,
            label=label,
            related=related,
            help=help,
            clause=self.clause,
            repair=fix if isinstance(fix, Later) else Later.of(fix),
            anchor=anchor,
        )


class Page(Protocol):
    """A module of the catalogue: its docstring is the page. Those without a `check` are reported by the reading."""

    RULE: Rule
    __name__: str


class Check(Page, Protocol):
    """A rule that looks at a finished report."""

    def check(self, context: Context) -> Iterator[Finding]:
        """The findings of the rule, in the order of the report."""


def is_check(module: Page | ModuleType) -> TypeGuard[Check]:
    """Whether a module of the catalogue checks anything itself."""
    return hasattr(module, "check")

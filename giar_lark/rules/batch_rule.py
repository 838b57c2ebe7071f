"""The mechanism of rules that need several reports: what they are given, and findings that belong to one of the files."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, TypeGuard

from giar_lark.findings import Elsewhere, Finding, Related
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.report import Cell
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Page
from giar_lark.source.span import Span

if TYPE_CHECKING:
    from giar_lark.batch.batch import Batch
    from giar_lark.batch.entry import Entry


class BatchFinding(NamedTuple):
    """A finding, and the path of the file that it belongs to."""

    path: str
    finding: Finding


class YearsCheck(Page, Protocol):
    """A rule that looks at two years of an organ."""

    def check_years(self, entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
        """The findings in a report beside the one on the year before."""


class BatchCheck(Page, Protocol):
    """A rule that looks at all reports."""

    def check_batch(self, batch: Batch, options: Options) -> Iterator[BatchFinding]:
        """The findings of the rule, in any order; the same ones whatever the order in which the files were given."""


def is_years_check(module: Page | ModuleType) -> TypeGuard[YearsCheck]:
    """Whether a module of the catalogue looks at two years of an organ."""
    return hasattr(module, "check_years")


def is_batch_check(module: Page | ModuleType) -> TypeGuard[BatchCheck]:
    """Whether a module of the catalogue looks at all reports."""
    return hasattr(module, "check_batch")


def needs_others(module: Page | ModuleType) -> bool:
    """Whether a module of the catalogue finds anything only, or also, beside other reports."""
    return is_years_check(module) or is_batch_check(module)


def place_in(entry: Entry, span: Span, message: Text, key: str | None = None) -> Related:
    """A second place, in another report of the batch."""
    return Related(span=span, message=message, key=key, elsewhere=Elsewhere(entry.path, entry.address(span.start)))


def cell_in(entry: Entry, cell: Cell, name: Text) -> Related:
    """A cell of another report of the batch, with its number."""
    said = report_on(entry)
    message = Text(f"{said.zh}，{name.zh}：{cell.value}", f"{said.en}, {name.en}: {cell.value}")
    return place_in(entry, cell.span, message, cell.key)


def report_on(entry: Entry) -> Text:
    """A report by its year."""
    return Text(f"{entry.year} 年报告", f"report on {entry.year}")

"""Several reports: what is wrong with each by itself, and what shows only beside the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from giar_lark.batch.batch import Batch
from giar_lark.batch.entry import Entry, entry_of
from giar_lark.batch.reuse import is_available
from giar_lark.findings import Finding
from giar_lark.model.report import Report
from giar_lark.pipeline import Checked, check, in_order
from giar_lark.rules import BATCH_CHECKS, RELATING, YEARS_CHECKS
from giar_lark.rules.batch_rule import BatchFinding
from giar_lark.rules.options import Options
from giar_lark.settings.config import Config
from giar_lark.source.source import Source

# those that compare texts, and find nothing without the library for it
_OF_TEXT = ("YR-04", "YR-05", "YR-07")


def check_many(sources: Iterable[Source], config: Config | None = None) -> tuple[Checked, ...]:
    """The reports in some sources, in the order given, each with all its findings: those that need the others, too.

    Sources are told apart by their names, which have to differ.
    """
    given, wanted = list(sources), config or Config()
    checked = [check(source, wanted) for source in given]
    entries = [entry_in(source.name, source, one.report) for source, one in zip(given, checked, strict=True)]
    found = relate((entry for entry in entries if entry is not None), wanted.options, lambda _: wanted)
    return tuple(
        Checked(report=one.report, findings=in_order((*one.findings, *found.get(source.name, ())), source))
        for source, one in zip(given, checked, strict=True)
    )


def entry_in(path: str, source: Source, report: Report) -> Entry | None:
    """What is kept of a checked report until all are there; None where the source is no report."""
    return entry_of(path, source, report) if report.template else None


def relate(
    entries: Iterable[Entry], options: Options, config_of: Callable[[str], Config]
) -> Mapping[str, list[Finding]]:
    """The findings that need several reports, by path; the same ones whatever the order of the entries.

    What the configuration for a path hides is left out.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for path, finding in related(entries, options, config_of):
        found[path].append(finding)
    return found


def related(entries: Iterable[Entry], options: Options, config_of: Callable[[str], Config]) -> Iterator[BatchFinding]:
    """The same one after the other, so that they need not all be in memory; those of one path in an order that stays."""
    for path, finding in _found_in(Batch.of(entries), options):
        config = config_of(path)
        if config.shows(finding):
            yield BatchFinding(path, config.weighed(finding))


def _found_in(batch: Batch, options: Options) -> Iterator[BatchFinding]:
    """What the rules find. Two years are read once for all rules that look at them."""
    for entry, before in batch.years():
        for years_rule in YEARS_CHECKS:
            for finding in years_rule.check_years(entry, before, options):
                yield BatchFinding(entry.path, finding)
    for rule in BATCH_CHECKS:
        yield from rule.check_batch(batch, options)


def relates(configs: Iterable[Config]) -> bool:
    """Whether any rule that needs several reports is wanted."""
    return any(config.runs(rule.RULE.code, rule.RULE.name) for config in configs for rule in RELATING)


def lacks_library(configs: Iterable[Config]) -> bool:
    """Whether rules about copied text are wanted, and the extra `giar-lark[batch]` that they need is not installed."""
    of_text = [rule.RULE for rule in RELATING if rule.RULE.code in _OF_TEXT]
    return not is_available() and any(config.runs(rule.code, rule.name) for config in configs for rule in of_text)

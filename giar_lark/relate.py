"""Several reports: what is wrong with each by itself, and what shows only beside the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from giar_lark.batch.batch import Batch
from giar_lark.batch.entry import Entry, entry_of
from giar_lark.batch.reuse import is_available
from giar_lark.config import Config
from giar_lark.findings import Finding
from giar_lark.model.report import Report
from giar_lark.pipeline import Checked, check, in_order
from giar_lark.rules import BATCH_CHECKS
from giar_lark.rules.options import Options
from giar_lark.source import Source

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
    batch = Batch.of(entries)
    found: dict[str, list[Finding]] = defaultdict(list)
    for rule in BATCH_CHECKS:
        for path, finding in rule.check_batch(batch, options):
            config = config_of(path)
            if config.shows(finding):
                found[path].append(config.weighed(finding))
    return found


def relates(configs: Iterable[Config]) -> bool:
    """Whether any rule that needs several reports is wanted."""
    return any(config.runs(rule.RULE.code, rule.RULE.name) for config in configs for rule in BATCH_CHECKS)


def lacks_library(configs: Iterable[Config]) -> bool:
    """Whether rules about copied text are wanted, and the extra `giar-lark[batch]` that they need is not installed."""
    of_text = [rule.RULE for rule in BATCH_CHECKS if rule.RULE.code in _OF_TEXT]
    return not is_available() and any(config.runs(rule.code, rule.name) for config in configs for rule in of_text)

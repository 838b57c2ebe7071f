"""Text that stands in two reports: how much of it, against whom, and the sentence that shows it best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from giar_lark.batch.clusters import Sample, Terms, clusters_of
from giar_lark.batch.masking import joined
from giar_lark.batch.reuse import is_available, longest_common, percent_alike
from giar_lark.findings import Related, Text
from giar_lark.rules.batch_rule import place_in
from giar_lark.rules.options import Options

if TYPE_CHECKING:
    from giar_lark.batch.batch import Batch
    from giar_lark.batch.entry import Entry
    from giar_lark.batch.organs import Identity

OVERVIEW, PROBLEMS = "overview", "problems_improvements"
# a shorter text, once what the format dictates is taken out, has no room to be anybody's own
_LEAST_CHARS = {OVERVIEW: 120, PROBLEMS: 60}
_LEAST_BOTH_CHARS = 200
_NAMED_MOST = 3
_RELATED_MOST = 4


class Alike(NamedTuple):
    """A report, the others that its text is shared with, and how much of it the first of them has."""

    entry: Entry
    others: tuple[Entry, ...]
    percent: int


def reuse_of_both(batch: Batch, entry: Entry, before: Entry, options: Options) -> int:
    """How much of sections 一 and 五 together is last year's, in per cent; 0 below the limit, or where there is too little."""
    if any(section not in report.prose for report in (entry, before) for section in (OVERVIEW, PROBLEMS)):
        return 0
    mine, theirs = (_text(batch, report, OVERVIEW) + _text(batch, report, PROBLEMS) for report in (entry, before))
    if min(len(mine), len(theirs)) < _LEAST_BOTH_CHARS:
        return 0
    return percent_alike(mine, theirs, options.text_reuse_percent)


def reuse_of(batch: Batch, section: str, entry: Entry, before: Entry, options: Options) -> int:
    """How much of a section is last year's, in per cent; 0 below the limit, or where there is too little."""
    mine, theirs = _text(batch, entry, section), _text(batch, before, section)
    if min(len(mine), len(theirs)) < _LEAST_CHARS[section]:
        return 0
    return percent_alike(mine, theirs, options.text_reuse_percent)


def shared_with_others(batch: Batch, section: str, options: Options) -> Iterator[Alike]:
    """Each report whose section another organ's report, on the same or an earlier year, has too."""
    if not is_available():
        return
    least, entries = _LEAST_CHARS[section], _by_year(batch)
    samples = (Sample(number, tuple(s.text for s in batch.sentences(e, section))) for number, e in enumerate(entries))
    long_enough = (sample for sample in samples if sum(map(len, sample.sentences)) >= least)
    for owners in clusters_of(long_enough, Terms(options.text_reuse_percent, least)):
        cluster = [entries[owner] for owner in owners]
        for entry in cluster:
            others = _of_other_organs(batch, entry, cluster)
            if others:
                percent = percent_alike(_text(batch, entry, section), _text(batch, others[0], section))
                yield Alike(entry, others, percent)


def _by_year(batch: Batch) -> list[Entry]:
    """The reports that name their organ, the earliest first: who comes later is the one who copied."""
    named = [entry for entry in batch.entries if batch.organ_of(entry) is not None]
    return sorted(named, key=lambda entry: (entry.year or 0, entry.path))


def _of_other_organs(batch: Batch, entry: Entry, cluster: Iterable[Entry]) -> tuple[Entry, ...]:
    """One report of each other organ in a cluster that is no later than the entry, those of its own year first."""
    found: dict[Identity | None, Entry] = {}
    for other in sorted(cluster, key=lambda other: (-(other.year or 0), other.path)):
        if (other.year or 0) <= (entry.year or 0):
            found.setdefault(batch.organ_of(other), other)
    found.pop(batch.organ_of(entry), None)
    return tuple(found.values())


def names_of(entry: Entry, others: Sequence[Entry]) -> Text:
    """The organs of some reports, the first three by name, with their year if it is not the entry's."""
    names = [_name_beside(entry, other) for other in others[:_NAMED_MOST]]
    known = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
    if len(others) <= _NAMED_MOST:
        return known
    return Text(f"{known.zh}等 {len(others)} 份报告", f"{len(others)} reports: {known.en} and others")


def _name_beside(entry: Entry, other: Entry) -> Text:
    if other.year == entry.year:
        return Text(other.organ_name, other.organ_name)
    return Text(f"{other.organ_name}（{other.year} 年）", f"{other.organ_name} ({other.year})")


def shown_by(batch: Batch, section: str, entry: Entry, others: Sequence[Entry]) -> tuple[Related, ...]:
    """The longest sentence that stands in both texts, here and in the first other report; of the rest their heading."""
    related: list[Related] = []
    common = longest_common(batch.sentences(entry, section), batch.sentences(others[0], section))
    if common:
        here, there = common
        related.append(Related(span=here.span, message=Text("如这一句", "this sentence, for one")))
        related.append(place_in(others[0], there.span, _whose(others[0])))
    rest = others[1:] if common else others
    related += [place_in(other, other.prose[section].heading, _whose(other)) for other in rest[:_RELATED_MOST]]
    return tuple(related)


def _whose(entry: Entry) -> Text:
    name = f"{entry.organ_name} {entry.year}"
    return Text(f"{name} 年报告", f"report of {name}")


def _text(batch: Batch, entry: Entry, section: str) -> str:
    return joined(batch.sentences(entry, section))

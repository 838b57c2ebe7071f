"""Text that stands in two reports: how much of it, against whom, and the sentence that shows it best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import TYPE_CHECKING

from giar_lark.batch.clusters import Terms, clusters_of
from giar_lark.batch.masking import OVERVIEW, PROBLEMS
from giar_lark.batch.reuse import is_available, longest_common, percent_alike
from giar_lark.findings import Related
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.rules.batch_rule import place_in
from giar_lark.rules.options import Options

if TYPE_CHECKING:
    from giar_lark.batch.batch import Batch
    from giar_lark.batch.entry import Entry
    from giar_lark.batch.organs import Identity
    from giar_lark.batch.traits import Traits

# a shorter text, once what the format dictates is taken out, has no room to be anybody's own
_LEAST_CHARS = {OVERVIEW: 120, PROBLEMS: 60}
_LEAST_BOTH_CHARS = 200
_NAMED_MOST = 3
_RELATED_MOST = 4
# so many other reports are shown at most: one in which the text stands, and the places of more
_OTHERS_MOST = _RELATED_MOST + 1


class Alike(NamedTuple):
    """A report, how many organs its text is shared with, a report of each of the first, and how much the very first has."""

    entry: Entry
    organs: int
    others: tuple[Entry, ...]
    percent: int


def reuse_of_both(entry: Entry, before: Entry, options: Options) -> int:
    """How much of sections 一 and 五 together is last year's, in per cent; 0 below the limit, or where there is too little."""
    if any(section not in report.prose for report in (entry, before) for section in (OVERVIEW, PROBLEMS)):
        return 0
    mine, theirs = (_text(report, OVERVIEW) + _text(report, PROBLEMS) for report in (entry, before))
    if min(len(mine), len(theirs)) < _LEAST_BOTH_CHARS:
        return 0
    return percent_alike(mine, theirs, options.text_reuse_percent)


def reuse_of(section: str, entry: Entry, before: Entry, options: Options) -> int:
    """How much of a section is last year's, in per cent; 0 below the limit, or where there is too little."""
    mine, theirs = _text(entry, section), _text(before, section)
    if min(len(mine), len(theirs)) < _LEAST_CHARS[section]:
        return 0
    least = options.text_reuse_percent
    if percent := percent_alike(mine, theirs, least):
        return percent
    return percent_alike(_in_any_order(entry, section), _in_any_order(before, section), least)


def _in_any_order(entry: Entry, section: str) -> str:
    """The text of a section with its sentences in an order that is not the report's."""
    return "".join(sorted(entry.words(section).texts))


def shared_with_others(batch: Batch, section: str, options: Options) -> Iterator[Alike]:
    """Each report whose section another organ's report, on the same or an earlier year, has too."""
    if not is_available():
        return
    least, texts = _LEAST_CHARS[section], _Texts(_by_year(batch), section)
    long_enough = [owner for owner in range(len(texts.entries)) if texts.traits(owner).chars >= least]
    for owners in clusters_of(long_enough, texts, Terms(options.text_reuse_percent, least)):
        yield from _alike_in(batch, [texts.entries[owner] for owner in owners], section)


class _Texts(NamedTuple):
    """A section of some reports, each known by its number among them."""

    entries: Sequence[Entry]
    section: str

    def sentences(self, owner: int) -> tuple[str, ...]:
        return self.entries[owner].words(self.section).texts

    def traits(self, owner: int) -> Traits:
        return self.entries[owner].traits(self.section)


def _by_year(batch: Batch) -> list[Entry]:
    """The reports that name their organ, the earliest first: who comes later is the one who copied."""
    named = [entry for entry in batch.entries if batch.organ_of(entry) is not None]
    return sorted(named, key=lambda entry: (entry.year or 0, entry.path))


def _alike_in(batch: Batch, cluster: Sequence[Entry], section: str) -> Iterator[Alike]:
    """Each report of a cluster, which is in the order of years, that another organ's is no later than."""
    for year, reports in groupby(cluster, key=lambda entry: entry.year or 0):
        no_later = (entry for entry in cluster if (entry.year or 0) <= year)
        firsts = _first_of_each_organ(batch, no_later)
        for entry in reports:
            others = _without(batch.organ_of(entry), firsts)
            if others:
                percent = percent_alike(_text(entry, section), _text(others[0], section))
                yield Alike(entry, len(firsts) - 1, others, percent)


def _first_of_each_organ(batch: Batch, entries: Iterable[Entry]) -> dict[Identity | None, Entry]:
    """A report of each organ, the latest, in the order of years backwards."""
    found: dict[Identity | None, Entry] = {}
    for entry in sorted(entries, key=lambda entry: (-(entry.year or 0), entry.path)):
        found.setdefault(batch.organ_of(entry), entry)
    return found


def _without(organ: Identity | None, firsts: Mapping[Identity | None, Entry]) -> tuple[Entry, ...]:
    """The first reports of other organs."""
    others = (entry for other, entry in firsts.items() if other != organ)
    return tuple(islice(others, _OTHERS_MOST))


def names_of(alike: Alike) -> Text:
    """The organs of some reports, the first three by name, with their year if it is not the entry's."""
    names = [_name_beside(alike.entry, other) for other in alike.others[:_NAMED_MOST]]
    known = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
    if alike.organs <= _NAMED_MOST:
        return known
    return Text(f"{known.zh}等 {alike.organs} 份报告", f"{alike.organs} reports: {known.en} and others")


def _name_beside(entry: Entry, other: Entry) -> Text:
    if other.year == entry.year:
        return Text(other.organ_name, other.organ_name)
    return Text(f"{other.organ_name}（{other.year} 年）", f"{other.organ_name} ({other.year})")


def shown_by(section: str, entry: Entry, others: Sequence[Entry]) -> tuple[Related, ...]:
    """The longest sentence that stands in both texts, here and in the first other report; of the rest their heading."""
    related: list[Related] = []
    common = longest_common(entry.words(section).sentences(), others[0].words(section).sentences())
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


def _text(entry: Entry, section: str) -> str:
    return entry.words(section).text

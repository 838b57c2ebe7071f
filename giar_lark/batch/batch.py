"""Which reports of a batch belong together: years and copies of one organ, the bodies of a government."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from giar_lark.batch.entry import Entry
from giar_lark.batch.organs import Identity, identity_of, is_body_of, place_of_body, place_of_government
from giar_lark.records import dataclass

# copies of one report share most of their sentences, word for word; reports of two organs of the same name do not
_ALIKE = 0.6


@dataclass(frozen=True)
class Batch:
    """Reports that were given together, in the order of their paths. Without slots, for what is related is kept."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Batch:
        """A batch of reports that come in any order."""
        return cls(tuple(sorted(entries, key=lambda entry: entry.path)))

    def organ_of(self, entry: Entry) -> Identity | None:
        """What all reports of the entry's organ have in common, and no other organ's; None where none is named."""
        return self._organs.get(entry.path)

    def years(self) -> Iterator[tuple[Entry, Entry]]:
        """Each report with the same organ's report on the year before, this year's first; those of one organ in a row."""
        for reports in self._reports_by_organ.values():
            for entry in sorted(reports, key=lambda entry: entry.year or 0):
                before = self.last_year(entry)
                if before is not None:
                    yield entry, before

    def last_year(self, entry: Entry) -> Entry | None:
        """The organ's report on the year before; None if there is none, or if copies of it differ."""
        return None if entry.year is None else self._the_one(entry, entry.year - 1)

    def next_year(self, entry: Entry) -> Entry | None:
        """The organ's report on the year after; None if there is none, or if copies of it differ."""
        return None if entry.year is None else self._the_one(entry, entry.year + 1)

    def copies(self, entry: Entry) -> tuple[Entry, ...]:
        """The reports of the organ on the same year, the entry among them; all alike, else none."""
        if entry.year is None:
            return ()
        return tuple(other for other in self._reports(entry) if other.year == entry.year)

    def bodies_of(self, government: Entry) -> tuple[Entry, ...]:
        """The reports on the same year of what belongs to a government: departments, and townships of a county.

        One of each organ; none of an organ whose copies differ.
        """
        if government.organ is None or government.year is None or not government.organ.is_government:
            return ()
        nearby = self._bodies_by_place.get((government.year, place_of_government(government.organ)), ())
        bodies = (other for other in nearby if other.organ and is_body_of(other.organ, government.organ))
        found = {self.organ_of(body): self._the_one(body, government.year) for body in bodies}
        return tuple(body for body in found.values() if body is not None)

    def _the_one(self, entry: Entry, year: int) -> Entry | None:
        found = [other for other in self._reports(entry) if other.year == year]
        return found[0] if found and all(_same_figures(found[0], other) for other in found[1:]) else None

    def _reports(self, entry: Entry) -> Sequence[Entry]:
        organ = self.organ_of(entry)
        return () if organ is None else self._reports_by_organ[organ]

    @cached_property
    def _bodies_by_place(self) -> dict[tuple[int | None, str], list[Entry]]:
        """The reports on a year by the place that a government has to be of for their organ to belong to it."""
        found: dict[tuple[int | None, str], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            place = place_of_body(entry.organ) if entry.organ else None
            if place is not None:
                found[entry.year, place].append(entry)
        return found

    @cached_property
    def _organs(self) -> dict[str, Identity]:
        """Path to organ. A name without its place means the one organ that has it in front and no report on that year."""
        named: dict[Identity, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.organ is not None:
                named[identity_of(entry.organ)].append(entry)
        organs: dict[str, Identity] = {}
        longer = _completions(named)
        for identity, entries in named.items():
            full = _fullest(longer.get(identity, ()))
            meant = full if full and not _years(entries) & _years(named[full]) else identity
            organs |= {entry.path: meant for entry in entries}
        return organs

    @cached_property
    def _reports_by_organ(self) -> dict[Identity, list[Entry]]:
        """The reports of each organ; none where two reports on one year show that two organs bear the name."""
        reports: dict[Identity, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.path in self._organs:
                reports[self._organs[entry.path]].append(entry)
        return {organ: entries if _is_one_organ(entries) else [] for organ, entries in reports.items()}


def _completions(named: Collection[Identity]) -> dict[Identity, list[Identity]]:
    """Each organ that another one's name has with more places in front, and those others."""
    found: dict[Identity, list[Identity]] = defaultdict(list)
    for full in named:
        for shorter in full.shortened():
            if shorter in named:
                found[shorter].append(full)
    return found


def _fullest(identities: Sequence[Identity]) -> Identity | None:
    """The one that all the others are shortened forms of; None if there is none, for they are several organs."""
    fullest = max(identities, key=lambda identity: len(identity.places), default=None)
    if fullest is None or {fullest, *fullest.shortened()} >= set(identities):
        return fullest
    return None


def _years(entries: Iterable[Entry]) -> set[int | None]:
    return {entry.year for entry in entries}


def _is_one_organ(entries: Sequence[Entry]) -> bool:
    first: dict[int | None, Entry] = {}
    return all(_are_alike(first.setdefault(entry.year, entry), entry) for entry in entries)


def _are_alike(one: Entry, other: Entry) -> bool:
    """Whether two reports on one year are copies of each other, by the share of sentences that stand in both."""
    if one is other:
        return True
    mine, theirs = _sentences(one), _sentences(other)
    return len(mine & theirs) >= _ALIKE * max(len(mine), len(theirs), 1)


def _sentences(entry: Entry) -> set[str]:
    return {sentence.text for prose in entry.prose.values() for sentence in prose.sentences()}


def _same_figures(one: Entry, other: Entry) -> bool:
    """Whether no cell has one number here and another there; what a layout has lost is no difference."""
    if one.figures.keys != other.figures.keys:
        return False
    pairs = zip(one.figures.readings, other.figures.readings, strict=True)
    return all(a.value is None or b.value is None or a.value == b.value for a, b in pairs)

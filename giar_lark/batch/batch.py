"""Which reports of a batch belong together: years and copies of one organ, the bodies of a government."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from giar_lark.batch.entry import Entry
from giar_lark.batch.organs import Identity, identity_of, is_body_of, place_of_body, place_of_government
from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass
from giar_lark.model.organ import Organ

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
        return None if entry.organ is None else self._organs[entry.organ]

    def years(self) -> Iterator[tuple[Entry, Entry]]:
        """Each report with the same organ's report on the year before, this year's first; those of one organ in a row."""
        for reports in self._reports.values():
            for _, entries in sorted(reports.items(), key=lambda report: report[0] or 0):
                for entry in entries:
                    before = self.last_year(entry)
                    if before is not None:
                        yield entry, before

    def last_year(self, entry: Entry) -> Entry | None:
        """The organ's report on the year before; None if there is none, or if copies of it differ."""
        return None if entry.year is None else self._the_one(self.organ_of(entry), entry.year - 1)

    def copies(self) -> Iterator[Sequence[Entry]]:
        """The reports of an organ on one year, all alike, wherever there are several."""
        for reports in self._reports.values():
            yield from (entries for year, entries in reports.items() if year is not None and len(entries) > 1)

    def bodies_of(self, government: Entry) -> tuple[Entry, ...]:
        """The reports on the same year of what belongs to a government: departments, and townships of a county.

        One of each organ; none of an organ whose copies differ.
        """
        if government.organ is None or government.year is None or not government.organ.is_government:
            return ()
        nearby = self._bodies_by_place.get((government.year, place_of_government(government.organ)), ())
        organs = (self._organs[body] for body in nearby if is_body_of(body, government.organ))
        found = (self._the_one(organ, government.year) for organ in dict.fromkeys(organs))
        return tuple(body for body in found if body is not None)

    def _the_one(self, organ: Identity | None, year: int) -> Entry | None:
        """The report of an organ on a year; None if there is none, or if copies of it differ: that is found out once."""
        found = self._reports.get(organ, {}).get(year, [])
        if len(found) < 2:
            return found[0] if found else None
        if (organ, year) not in self._ones:
            is_one = all(_same_figures(found[0], other) for other in found[1:])
            self._ones[organ, year] = found[0] if is_one else None
        return self._ones[organ, year]

    @kept_property
    def _ones(self) -> dict[tuple[Identity | None, int], Entry | None]:
        return {}

    @kept_property
    def _bodies_by_place(self) -> dict[tuple[int | None, str], dict[Organ, None]]:
        """The organs with a report on a year by the place that a government has to be of for them to belong to it."""
        found: dict[tuple[int | None, str], dict[Organ, None]] = defaultdict(dict)
        for entry in self.entries:
            place = place_of_body(entry.organ) if entry.organ else None
            if entry.organ is not None and place is not None:
                found[entry.year, place][entry.organ] = None
        return found

    @kept_property
    def _organs(self) -> dict[Organ, Identity]:
        """A name without its place means the one organ that has it in front and no report on that year."""
        years: dict[Identity, set[int | None]] = defaultdict(set)
        organs: dict[Organ, Identity] = {}
        for entry in self.entries:
            if entry.organ is not None:
                identity = organs.setdefault(entry.organ, identity_of(entry.organ))
                years[identity].add(entry.year)
        longer = _completions(years)
        meant = {}
        for identity in years:
            full = _fullest(longer.get(identity, ()))
            meant[identity] = full if full and not years[identity] & years[full] else identity
        return {organ: meant[identity] for organ, identity in organs.items()}

    @kept_property
    def _reports(self) -> dict[Identity | None, dict[int | None, list[Entry]]]:
        """The reports of each organ by year; none where two on one year show that two organs bear the name."""
        found: dict[Identity | None, dict[int | None, list[Entry]]] = defaultdict(dict)
        for entry in self.entries:
            if entry.organ is not None:
                found[self.organ_of(entry)].setdefault(entry.year, []).append(entry)
        return {organ: reports for organ, reports in found.items() if all(map(_are_copies, reports.values()))}


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


def _are_copies(entries: Sequence[Entry]) -> bool:
    """Whether reports on one year are copies of each other, by the share of sentences that stand in both."""
    if len(entries) == 1:
        return True
    first = _sentences(entries[0])
    return all(_are_alike(first, _sentences(other)) for other in entries[1:])


def _are_alike(mine: set[str], theirs: set[str]) -> bool:
    return len(mine & theirs) >= _ALIKE * max(len(mine), len(theirs), 1)


def _sentences(entry: Entry) -> set[str]:
    return {sentence.text for prose in entry.prose.values() for sentence in prose.sentences()}


def _same_figures(one: Entry, other: Entry) -> bool:
    """Whether no cell has one number here and another there; what a layout has lost is no difference."""
    if one.figures.keys != other.figures.keys:
        return False
    pairs = zip(one.figures.readings, other.figures.readings, strict=True)
    return all(a.value is None or b.value is None or a.value == b.value for a, b in pairs)

"""What is wrong with dismissals themselves, seen after a run: they set nothing aside any more, or their day has gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from giar_lark.dismissals.dismissal import Dismissal
from giar_lark.findings import Finding
from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.rules.dismissals import expired_dismissal, unused_dismissal
from giar_lark.settings.statements import Places
from giar_lark.source.source import Source
from giar_lark.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a run has seen of the files that dismissals speak of: paths of reports below their folder.

    `checked` are the reports that were checked, `present` those that are there, `used` the dismissals that set something
    aside.
    """

    checked: Collection[str]
    present: Collection[str]
    used: Collection[Dismissal]


def review(entries: Iterable[Dismissal], source: Source, seen: Seen, today: date) -> Iterator[Finding]:
    """The findings about some dismissals of a file with that text, in order.

    A dismissal is called unused only when every report that it may speak of was checked, so that a run over one report
    says nothing of the others; and every other report, too, if its rule looks at several.
    """
    places = Places(source.text)
    for entry in entries:
        present = {path for path in seen.present if entry.means_file(path)}
        checked = {path for path in seen.checked if entry.means_file(path)}
        if entry.is_expired(today) and (checked or not present):
            yield _expired(entry, _line_of(entry, "until", places, source))
        elif not entry.is_expired(today) and entry not in seen.used and _is_settled(entry, present, seen):
            place = _line_of(entry, "code" if checked else "file", places, source)
            yield _unused(entry, place) if checked else _without_file(entry, place)


def _is_settled(entry: Dismissal, present: set[str], seen: Seen) -> bool:
    return (set(seen.present) if entry.needs_others else present) <= set(seen.checked)


def _line_of(entry: Dismissal, name: str, places: Places, source: Source) -> Span:
    return Span(*source.line_span(places.spot(("dismiss", entry.index, name)).line))


def _expired(entry: Dismissal, place: Span) -> Finding:
    return expired_dismissal.RULE.finding(
        Text(
            f"{entry.code} 的忽略说明已于 {entry.until} 到期",
            f"the dismissal of {entry.code} ended on {entry.until}",
        ),
        place,
        help=Text("改正后删去这一条；确需继续忽略的，写明新的期限", "mend it and delete the entry, or give a new day"),
        anchor=_anchor(entry),
    )


def _unused(entry: Dismissal, place: Span) -> Finding:
    return unused_dismissal.RULE.finding(
        Text(
            f"这条忽略说明没有用上：{entry.file} 已没有对应的 {entry.code}",
            f"this dismissal is not used: {entry.file} has no such {entry.code} any more",
        ),
        place,
        help=Text("删去这一条", "delete the entry"),
        anchor=_anchor(entry),
    )


def _without_file(entry: Dismissal, place: Span) -> Finding:
    return unused_dismissal.RULE.finding(
        Text(
            f"这条忽略说明没有用上：没有 {entry.file} 这个文件",
            f"this dismissal is not used: there is no file {entry.file}",
        ),
        place,
        help=Text("改正文件名，或删去这一条", "mend the name of the file, or delete the entry"),
        anchor=_anchor(entry),
    )


def _anchor(entry: Dismissal) -> str:
    return "\0".join((entry.file, entry.code, entry.key or "", entry.id or "", entry.text or ""))

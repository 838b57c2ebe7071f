"""Fixes in rounds: apply what can be applied together, check again, keep it if nothing speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from giar_lark.findings import Finding
from giar_lark.fixing.edits import Edited, apply, edits_of, together
from giar_lark.fixing.guard import identity, objection
from giar_lark.lang import Text
from giar_lark.lean.records import dataclass, replace
from giar_lark.pipeline import Checked, check
from giar_lark.readers.read import read
from giar_lark.settings.config import Config
from giar_lark.source.address import Address
from giar_lark.source.source import Source

# Each round leaves fewer findings, so that it ends by itself; no report needs so many.
_MOST_ROUNDS = 100

Shown = Callable[[Source, tuple[Finding, ...]], Sequence[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A fix that was not kept, where its finding stands in the fixed source, and why."""

    finding: Finding
    address: Address
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A source after its fixes, what is found in it, and the fixes that were not kept.

    Without any fix, the source is the one that was given.
    """

    source: Source
    checked: Checked
    refused: tuple[Refused, ...] = ()


def fix(source: Source, config: Config | None = None, *, unsafe: bool = False, shown: Shown | None = None) -> Fixed:
    """The source with every safe fix applied that a configuration shows, with `unsafe` the suggested ones too.

    `shown` may choose further, from the findings of a source, those that are to be fixed.

    Whatever is done, no number that was given changes, what was fixed is found no more, and nothing new is found, by any
    rule. A source with characters that could not be decoded is left as it is: it could not be written back.
    """
    config = config or Config()
    rounds = _Rounds(source, config, unsafe, shown or (lambda _, findings: findings))
    for _ in range(_MOST_ROUNDS):
        wanted = together(rounds.wanted())
        if not wanted:
            break
        rounds.apply_most(wanted)
    done = rounds.source
    return Fixed(source=done, checked=check(done, config), refused=tuple(rounds.refused.values()))


def is_fixable(finding: Finding, *, unsafe: bool) -> bool:
    """Whether a finding has a fix that is applied on demand; with `unsafe`, suggested ones are."""
    return finding.fix is not None and not finding.fix.by_hand and (finding.fix.safe or unsafe)


def rewritten(source: Source, edited: Edited) -> Source | Text:
    """The source of a document after some edits; why there is none, such as that they do not read back as they were meant."""
    if source.origin is None:
        return replace(source, text=edited.text)
    data = source.origin.edited(edited.edits)
    if isinstance(data, Text):
        return data
    again = None if data is None else read(data, name=source.name)
    if again is not None and again.text == edited.text:
        return again
    return Text("这处改动无法写回原文件", "this change cannot be written back into the document")


class _Rounds:
    def __init__(self, source: Source, config: Config, unsafe: bool, shown: Shown) -> None:
        self.source, self.config, self.unsafe, self.shown = source, config, unsafe, shown
        # whatever is shown, no rule may have anything to say against a fix
        self.everything = replace(config, select=(), ignore=(), severity={})
        self.checked = check(source, self.everything)
        self.refused: dict[tuple[str, ...], Refused] = {}

    def wanted(self) -> Iterator[Finding]:
        """The findings to fix next, in the order of the text."""
        if self.source.damaged:
            return
        fixable = tuple(finding for finding in self.checked.findings if is_fixable(finding, unsafe=self.unsafe))
        for finding in self.shown(self.source, fixable):
            if self.config.shows(finding) and self._name(finding) not in self.refused:
                yield finding

    def apply_most(self, wanted: Sequence[Finding]) -> None:
        """Apply the fixes at once; if something speaks against that, the first half of them, down to one, which is refused."""
        reason = self._apply(wanted)
        if reason is None:
            return
        if len(wanted) > 1:
            self.apply_most(wanted[: len(wanted) // 2])
        else:
            self.refused[self._name(wanted[0])] = Refused(
                finding=wanted[0], address=self.source.address(wanted[0].span.start), reason=reason
            )

    def _apply(self, wanted: Sequence[Finding]) -> Text | None:
        """Apply some fixes; if they may not be, leave all as it is and return why."""
        try:
            edited = apply(self.source.text, [edit for finding in wanted for edit in edits_of(finding)])
        except ValueError:
            return Text("改动互相重叠", "its edits overlap")
        source = rewritten(self.source, edited)
        if isinstance(source, Text):
            return source
        checked = check(source, self.everything)
        reason = objection(self.checked, checked, wanted, edited)
        if reason is None:
            self.source, self.checked = source, checked
        return reason

    def _name(self, finding: Finding) -> tuple[str, ...]:
        """What tells a fix from others, wherever it has moved to: its finding, what it replaces, and by what."""
        texts = [(self.source.text[slice(*edit.span)], edit.text) for edit in edits_of(finding)]
        return (*identity(finding), *(text for pair in texts for text in pair))

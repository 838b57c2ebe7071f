"""A fix in words: what is put in, taken out, or changed, and how it gets done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import FIX_LEAD, SUGGESTION_LEAD, Finding
from giar_lark.lang import Text
from giar_lark.render.cells import printable
from giar_lark.source.source import Source
from giar_lark.source.span import Edit

_LONGEST_SHOWN = 24
_EDITS_LISTED = 2


def repair_of(finding: Finding, source: Source) -> tuple[Text | None, Text]:
    """The sentence of a fix and what leads in to it; None without a fix, and where the advice says all that is to be said.

    A change that only a person may make is in the advice already, for it begins with a look at the register.
    """
    fix = finding.fix
    if fix is None or fix.by_hand:
        return None, FIX_LEAD
    what = edits_in_words(fix.edits, source)
    if not source.takes_edits:
        return Text(
            f"{what.zh}（请在原件中改）", f"{what.en} (in the original)"
        ), FIX_LEAD if fix.safe else SUGGESTION_LEAD
    if fix.safe:
        return Text(f"{what.zh}（可用 --fix 自动改）", f"{what.en} (--fix does it)"), FIX_LEAD
    return Text(f"{what.zh}（请核对后再改）", f"{what.en} (check it first)"), SUGGESTION_LEAD


def edits_in_words(edits: Sequence[Edit], source: Source) -> Text:
    """What the edits do: each kind once, at most two kinds, and how often in all where that is more."""
    kinds = list(dict.fromkeys(_clauses(edits, source)))
    shown = kinds[:_EDITS_LISTED]
    many = len(edits) > len(shown)
    zh, en = "，".join(kind.zh for kind in shown), ", ".join(kind.en for kind in shown)
    if not many:
        return Text(zh, en)
    return Text(
        f"{zh}{'等' if len(kinds) > len(shown) else ''}，共 {len(edits)} 处", f"{en}, {len(edits)} places in all"
    )


def _clauses(edits: Sequence[Edit], source: Source) -> Iterator[Text]:
    for edit in edits:
        old, new = _shown(source.text[slice(*edit.span)]), _shown(edit.text)
        if old and new:
            yield Text(f"把“{old}”改为“{new}”", f"change “{old}” to “{new}”")
        elif new:
            yield Text(f"补上“{new}”", f"put in “{new}”")
        else:
            yield Text(f"删去“{old}”", f"take out “{old}”")


def _shown(text: str) -> str:
    plain = printable(text)
    return plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN]}…"

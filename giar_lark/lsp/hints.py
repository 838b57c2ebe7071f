"""Inlay hints: beside a total what its addends come to, and for each column whether items 1 + 2 equal 3 + 4."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.sums import MARKS, computed, equation, has_numbers, kind_of, verdict_words
from giar_lark.model.report import Cell
from giar_lark.rules.numbers.arithmetic import Verdict
from giar_lark.rules.numbers.grid import CONSERVATION, Identity
from giar_lark.source.span import Span

_GRAVEST = (Verdict.BROKEN, Verdict.UNKNOWN, Verdict.OPEN, Verdict.HOLDS)


def hints_of(analysis: Analysis, within: Span, wanted: str) -> list[types.InlayHint]:
    """The hints in a stretch of a document; `wanted` is `all`, or `differences` for those that do not hold, or `off`.

    A hint stands behind the last cell of its sums. Sums without any number but zero have none.
    """
    found: dict[str, tuple[Cell, list[Identity]]] = {}
    for identity in analysis.sums if wanted != "off" else ():
        total = identity.balance.right[-1]
        is_wanted = wanted == "all" or identity.balance.verdict is Verdict.BROKEN
        if is_wanted and has_numbers(identity) and _has_place(total) and within.start <= total.span.end <= within.end:
            found.setdefault(total.key, (total, []))[1].append(identity)
    return [_hint(analysis, total, identities) for total, identities in found.values()]


def _has_place(cell: Cell) -> bool:
    """Whether a cell is in the text, in a place of its own."""
    return cell.state not in ("missing", "unreadable")


def _hint(analysis: Analysis, total: Cell, identities: Sequence[Identity]) -> types.InlayHint:
    lines = [
        f"{kind_of(one).in_language(analysis.lang)}{equation(one).in_language(analysis.lang)} ({verdict_words(one.balance).in_language(analysis.lang)})"
        for one in identities
    ]
    return types.InlayHint(
        position=analysis.document.at.position(total.span.end),
        label=_label(identities, analysis.lang),
        tooltip="\n".join(lines),
        padding_left=True,
    )


def _label(identities: Sequence[Identity], lang: str) -> str:
    """A tick where all hold; else what does not: the computed total, or both sides of the column."""
    verdict = min((one.balance.verdict for one in identities), key=_GRAVEST.index)
    if verdict is not Verdict.BROKEN:
        return MARKS[verdict]
    broken = [one for one in identities if one.balance.verdict is Verdict.BROKEN]
    return " ".join(dict.fromkeys(_difference(one, lang) for one in broken))


def _difference(identity: Identity, lang: str) -> str:
    balance = identity.balance
    if identity.kind == CONSERVATION:
        left, right = ("1+2", "3+4") if lang == "en" else ("一＋二", "三＋四")
        return f"{left}={balance.left_sum} ≠ {right}={balance.right_sum}"
    value = computed(identity)
    return MARKS[Verdict.BROKEN] if value is None else f"≠ {value}"

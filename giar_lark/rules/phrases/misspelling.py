"""The finding for a phrase in which a character slipped, alike for all rules that look for one."""

from __future__ import annotations

from giar_lark.findings import Finding, Fix
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.model.flow import Flow
from giar_lark.rules.phrases.slips import Slip
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span

_CONTEXT_CHARS = 6
# of a phrase as long as this no other repair is possible
_CERTAIN_CHARS = 6


def misspelling_finding(rule: Rule, flow: Flow, slip: Slip) -> Finding:
    """What is written, what it should be, and the repair."""
    written = flow.text[slip.start : slip.end]
    return rule.finding(
        Text(f"“{written}”应为“{slip.right}”", f"“{written}” should be “{slip.right}”"),
        flow.span_of(slip.start, slip.end),
        label=_label(slip),
        help=Text(f"改为“{slip.right}”", f"write “{slip.right}”"),
        fix=Later(_fix, flow, slip),
        anchor=flow.text[max(0, slip.start - _CONTEXT_CHARS) : slip.end + _CONTEXT_CHARS],
    )


def _label(slip: Slip) -> Text:
    match slip.how:
        case "lost":
            return Text(f"漏了“{slip.char}”", f"“{slip.char}” is missing")
        case "doubled":
            return Text(f"多了一个“{slip.char}”", f"one “{slip.char}” too many")
        case "swapped":
            return Text("两字颠倒", "two characters swapped")
        case "changed":
            return Text(f"有一字应为“{slip.char}”", f"one character should be “{slip.char}”")
        case _:
            return Text("写错", "misspelt")


def _fix(flow: Flow, slip: Slip) -> Fix:
    return Fix(edits=(_edit(flow, slip),), safe=len(slip.right) >= _CERTAIN_CHARS)


def _edit(flow: Flow, slip: Slip) -> Edit:
    """The least that has to change, so that no line break within the phrase is lost."""
    written, right = flow.text[slip.start : slip.end], slip.right
    same = min(len(written), len(right))
    head = next((at for at in range(same) if written[at] != right[at]), same)
    tail = next((at for at in range(same - head) if written[-1 - at] != right[-1 - at]), same - head)
    start, end = slip.start + head, slip.end - tail
    if start == end:
        place = flow.span_of(start, start + 1).start if start < slip.end else flow.span_of(start - 1, start).end
        return Edit(span=Span(place, place), text=right[head : len(right) - tail])
    return Edit(span=flow.span_of(start, end), text=right[head : len(right) - tail])

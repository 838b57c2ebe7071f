"""The catalogue as a list: the rules under the place that they look at, a line each where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.text import Text as Styled

from giar_lark.findings import Severity
from giar_lark.manual import Fault, Fixable, Manual
from giar_lark.render.cells import fit, width_of, wrap
from giar_lark.render.page import Page, line
from giar_lark.render.theme import NAME, SEVERITY_STYLES, STRONG

# behind the name: `--fix` mends it; a change is suggested
_SIGNS: dict[Fixable, str] = {"safe": " [*]", "suggested": " [?]", "": ""}


def list_lines(manuals: Sequence[Manual], page: Page) -> Iterator[Styled]:
    """The lines of the catalogue; an empty line between places."""
    for number, (prefix, group) in enumerate(groupby(manuals, key=lambda manual: manual.code[:2])):
        if number:
            yield line()
        rules = list(group)
        yield line((f"{prefix}  {rules[0].place.in_language(page.lang)}", STRONG))
        for manual in rules:
            yield from _rule(manual, page)


def _rule(manual: Manual, page: Page) -> Iterator[Styled]:
    """Code, severity, fault, summary, name, and a sign for a fix; what does not fit goes on below the summary."""
    severity = _column(manual.severity.words.in_language(page.lang), _severities(page.lang))
    fault = _column(manual.fault.words.in_language(page.lang) if manual.fault else "", _faults(page.lang))
    lead = f"  {severity}  {fault}  "
    indent = width_of(manual.code + lead)
    parts = wrap(manual.summary.in_language(page.lang), page.width - indent, page.width - indent)
    rows = [line(" " * indent + part) for part in parts]
    rows[0] = line((manual.code, SEVERITY_STYLES[manual.severity]), lead, parts[0])
    name = f"{manual.name}{_SIGNS[manual.fixable]}"
    if indent + width_of(f"{parts[-1]}  {name}") <= page.width:
        rows[-1].append("  ").append(name, NAME)
    else:  # the longest names begin further left on a narrow page
        rows.append(line(" " * min(indent, page.width - width_of(name)), (name, NAME)))
    yield from rows


def _severities(lang: str) -> Iterable[str]:
    return (severity.words.in_language(lang) for severity in Severity)


def _faults(lang: str) -> Iterable[str]:
    return (fault.words.in_language(lang) for fault in Fault)


def _column(word: str, words: Iterable[str]) -> str:
    return fit(word, max(map(width_of, words)))

"""One report on the page: its name, its findings, its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from giar_lark.findings import Severity
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.outcomes.outcome import Outcome
from giar_lark.render.document import Document
from giar_lark.render.theme import SEVERITY_WORDS
from giar_lark.render.web.finding import finding_row
from giar_lark.render.web.text import CHARS_MOST, is_cut, marked_lines, seen, value


class ReportPart(NamedTuple):
    """A report as mark-up, in three: what goes before its text, the text, and what goes behind it."""

    before: str
    text: str
    behind: str

    def whole(self, *, alone: bool) -> str:
        """The part. Of one `alone` on its page the text is there at once; else it becomes elements when it is opened.

        Three hundred texts are some hundred thousand elements, and a browser is slow with so many even out of sight. In
        a script of another type they cost nothing; they hold no `<` but of our own mark-up, so that none ends it.
        """
        if alone:
            return f"{self.before.replace('<details ', '<details open ', 1)}{self.text}{self.behind}"
        return f'{self.before}<script type="text/html">{self.text}</script>{self.behind}'


def report_part(outcome: Outcome, number: int, lang: str) -> ReportPart:
    """A report with findings; `number` makes its ids."""
    document = Document(outcome.path, outcome.source, outcome.report)
    rows = "".join(
        finding_row(document, finding, number, at, lang) for at, finding in enumerate(outcome.findings, start=1)
    )
    label = "the text of the report" if lang == "en" else "报告全文"
    before = (
        f"{_head(outcome, number, lang)}"
        f'<div class="pair"><div><table class="findings"><tbody>{rows}</tbody></table>{_set_aside(outcome, lang)}</div>'
        f'<div class="text" lang="zh-CN" tabindex="0" role="region" aria-label="{label}">'
    )
    return ReportPart(before, "".join(_text(outcome, number, lang)), "</div></div></details>")


def report_name(outcome: Outcome) -> str:
    """Organ and year of a report, as far as it says them, and its path."""
    said = outcome.report.metadata
    who = " ".join(filter(None, [said.organ_name, str(said.year or "")]))
    path = f'<span class="path">{seen(outcome.path)}</span>'
    return f"<b>{seen(who)}</b> {path}" if who else path


def _head(outcome: Outcome, number: int, lang: str) -> str:
    said = outcome.report.metadata
    words = " ".join(filter(None, [outcome.path, said.organ_name, str(said.year or ""), said.title])).lower()
    counted = Counter(finding.severity for finding in outcome.findings)
    counts = "".join(
        f'<b class="{severity}" title="{SEVERITY_WORDS[severity].in_language(lang)}">{counted[severity]}</b>'
        for severity in Severity
        if counted[severity]
    )
    weight = " ".join(str(counted[severity]) for severity in Severity)
    return (
        f'<details class="report" id="r{number}" data-words="{value(words)}" data-weight="{weight}">'
        f'<summary><span class="title">{report_name(outcome)}</span><span class="counts">{counts}</span></summary>'
    )


def _set_aside(outcome: Outcome, lang: str) -> str:
    """The findings that someone has dismissed, each with the reason; empty where there are none."""
    if not outcome.dismissed:
        return ""
    head = f"{len(outcome.dismissed)} dismissed" if lang == "en" else f"已忽略 {len(outcome.dismissed)} 处"
    entries = "".join(
        f"<li>{seen(one.finding.code)} {seen(one.finding.message.in_language(lang))} "
        f"<span>{'reason: ' if lang == 'en' else '原因：'}{seen(one.reason)}</span></li>"
        for one in outcome.dismissed
    )
    return f'<details class="aside"><summary>{head}</summary><ul>{entries}</ul></details>'


def _text(outcome: Outcome, number: int, lang: str) -> Iterator[str]:
    source = outcome.source
    if not source.text:
        yield f'<p class="cut">{"there is no text" if lang == "en" else "没有文字"}</p>'
        return
    yield from marked_lines(source, outcome.findings, number)
    if is_cut(source):
        rest = f"{len(source.text) - CHARS_MOST:,}"
        words = f"{rest} more characters are not shown" if lang == "en" else f"其后 {rest} 字不再显示"
        yield f'<p class="cut">{words}</p>'

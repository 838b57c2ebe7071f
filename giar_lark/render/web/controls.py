"""What the reader of the page chooses with: severities, a rule, words, an order."""

from __future__ import annotations

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.outcomes.statistics import Statistics
from giar_lark.render.theme import SEVERITY_WORDS
from giar_lark.render.web.text import seen, value

_RULE, _EVERY_RULE = Text("规则", "rule"), Text("全部规则", "all rules")
_FIND = Text("文件、机关、年度", "file, organ, year")
_ORDER = Text("顺序", "order")
_BY_FILE, _BY_WEIGHT = Text("按文件排列", "by file"), Text("错误多的在前", "most errors first")
_OPEN, _CLOSE = Text("全部展开", "open all"), Text("全部收起", "close all")
_KEYS = Text("下一处、上一处", "next, previous")


def filter_form(statistics: Statistics, lang: str, *, several: bool) -> str:
    """The form above the reports; of `several` reports, some can be chosen."""
    parts = [_boxes(statistics, lang), _rules(statistics, lang), *(_reports(lang) if several else ())]
    return (
        f'<form id="filter">{"".join(parts)}<output id="count"></output>'
        f'<span class="keys"><kbd>j</kbd> <kbd>k</kbd> {_KEYS.in_language(lang)}</span></form>'
    )


def _boxes(statistics: Statistics, lang: str) -> str:
    severities = statistics.whole.severities
    boxes = (
        f'<label class="{severity}"><input type="checkbox" value="{severity}" checked> '
        f"{SEVERITY_WORDS[severity].in_language(lang)} <b>{severities[severity]:,}</b></label>"
        for severity in Severity
        if severities[severity]
    )
    return f'<div class="boxes">{"".join(boxes)}</div>'


def _rules(statistics: Statistics, lang: str) -> str:
    options = "".join(
        f'<option value="{value(rule.code)}">{seen(rule.code)} {seen(rule.name)} ({rule.findings:,})</option>'
        for rule in sorted(statistics.rules, key=lambda rule: rule.code)
    )
    every = f'<option value="">{_EVERY_RULE.in_language(lang)}</option>'
    return f'<select id="rule" aria-label="{_RULE.in_language(lang)}">{every}{options}</select>'


def _reports(lang: str) -> tuple[str, ...]:
    find = _FIND.in_language(lang)
    return (
        f'<input type="search" placeholder="{find}" aria-label="{find}">',
        f'<select id="order" aria-label="{_ORDER.in_language(lang)}"><option value="">{_BY_FILE.in_language(lang)}</option>'
        f'<option value="weight">{_BY_WEIGHT.in_language(lang)}</option></select>',
        f'<button type="button" id="open">{_OPEN.in_language(lang)}</button>',
        f'<button type="button" id="close">{_CLOSE.in_language(lang)}</button>',
    )

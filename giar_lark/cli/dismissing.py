"""Setting findings of a report aside: which ones, in which file, and whether that can be done."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from giar_lark.cli import clock
from giar_lark.cli.choice import rule_page
from giar_lark.cli.configuration import Asked, Configuration, folder_of, wrong_files
from giar_lark.cli.exits import usage_error
from giar_lark.cli.gather import gathered
from giar_lark.cli.language import say
from giar_lark.cli.sieve import Sieve
from giar_lark.containers.files import Found, walk
from giar_lark.containers.names import outer_file
from giar_lark.containers.reading import Reading
from giar_lark.dismissals.file import dismissals_in
from giar_lark.dismissals.find import DismissalsFinder, new_file
from giar_lark.dismissals.write import appended, entry_text
from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass
from giar_lark.outcomes.outcome import Outcome
from giar_lark.rules.batch_rule import needs_others
from giar_lark.rules.rule import Page, Rule
from giar_lark.settings.problem import SettingsError
from giar_lark.settings.reader import text_of_file
from giar_lark.settings.relative import near, relative

_KEYS_LISTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be set aside, as the command line has it."""

    path: str
    code: str
    key: str | None
    id: str | None
    reason: str
    until: str | None

    def means(self, finding: Finding) -> bool:
        """Whether a finding is one of them."""
        is_of_rule = self.code.upper() == finding.code or self.code.lower() == finding.name
        return is_of_rule and self.key in (None, finding.key) and self.id in (None, finding.id)


def dismiss_findings(wanted: Wanted, config: Path | None, lang: str) -> None:
    """Write an entry for each finding that is wanted and not set aside yet.

    Raises: the exit of a wrong usage, where there is none, or something that is given makes no sense.
    """
    page, until = rule_page(wanted.code, lang), _until(wanted.until, lang)
    if not wanted.reason.strip():
        raise usage_error(say("请用 --reason 写明原因", "give the reason with --reason", lang))
    if not os.path.isfile(outer_file(wanted.path)):
        raise usage_error(say(f"没有这个文件：{wanted.path}", f"no such file: {wanted.path}", lang))
    files = _files(wanted.path, page)
    settings = Configuration(Asked(file=config), files, lang)
    found, reading = [Found(path) for path in files], Reading(limits=settings.run.limits)
    outcomes = gathered(found, settings, Sieve(files, settings, lang), reading)
    outcome = next((outcome for outcome in outcomes if outcome.path == wanted.path), None)
    if outcome is None:
        words = f"{wanted.path} 里有不止一份报告，请指明一份", f"name one of the reports in {wanted.path}"
        raise usage_error(say(*words, lang))
    if not any(map(wanted.means, _all_of(outcome))):
        raise usage_error(_nothing(wanted, page.RULE, _all_of(outcome), lang))
    try:
        target, count = _write(wanted, outcome, until, settings)
    except SettingsError as error:
        raise wrong_files(error, lang) from None
    except OSError as error:
        raise usage_error(f"{error.filename}: {error.strerror}") from None
    _say_done(near(str(target)), count, page.RULE, lang)


def _files(path: str, page: Page) -> list[str]:
    """What has to be checked: the report, and the others of its folder if the rule looks at several."""
    if not needs_others(page):
        return [path]
    others = walk(os.path.dirname(path) or os.curdir)
    return sorted([path, *(other for other in others if os.path.normpath(other) != os.path.normpath(path))])


def _all_of(outcome: Outcome) -> list[Finding]:
    """The findings of a report, those that are set aside already among them."""
    return [*outcome.findings, *(dismissed.finding for dismissed in outcome.dismissed)]


def _write(wanted: Wanted, outcome: Outcome, until: date | None, settings: Configuration) -> tuple[Path, int]:
    """The file that was written, and the number of its new entries.

    The nearest file above the report is taken; where there is none, one is made beside the configuration that holds, else
    beside the report.
    """
    folder = folder_of(wanted.path)
    dismissals = DismissalsFinder().above(folder)
    target = dismissals.path if dismissals else new_file(folder, settings.run.path)
    name, reason = relative(wanted.path, target.parent), wanted.reason.strip()
    findings = filter(wanted.means, outcome.findings)
    entries = [entry_text(name, finding, outcome.source, reason, until) for finding in findings]
    if entries:
        text = appended(text_of_file(target) if dismissals else None, entries)
        dismissals_in(text, target)  # what is there may not take entries at its end
        target.write_text(text, encoding="utf-8", newline="")
    return target, len(entries)


def _until(text: str | None, lang: str) -> date | None:
    if text is None:
        return None
    try:
        until = date.fromisoformat(text)
    except ValueError:
        words = say(f"“{text}”不是日期；写成 2026-12-31", f"{text} is no date; write 2026-12-31", lang)
        raise usage_error(words) from None
    if until < clock.today():
        raise usage_error(say(f"期限 {until} 已经过了", f"{until} has gone already", lang))
    return until


def _nothing(wanted: Wanted, rule: Rule, everything: Sequence[Finding], lang: str) -> str:
    findings = [found for found in everything if found.code == rule.code]
    if not findings:
        return say(f"{wanted.path} 没有 {rule.code} 的提示", f"{wanted.path} has no finding of {rule.code}", lang)
    places = list(dict.fromkeys(found.key if found.key and not wanted.id else found.id for found in findings))
    listed = "、".join(places[:_KEYS_LISTED]) + (" …" if len(places) > _KEYS_LISTED else "")
    asked = wanted.id or wanted.key
    return say(
        f"{wanted.path} 的 {rule.code} 提示不在 {asked}，而在 {listed}",
        f"the findings of {rule.code} in {wanted.path} are not at {asked}, but at {listed}",
        lang,
    )


def _say_done(target: str, count: int, rule: Rule, lang: str) -> None:
    if count:
        words = say(
            f"已写入 {target}：忽略 {rule.code} 的 {count} 条提示", f"{target}: {count} of {rule.code} set aside", lang
        )
    else:
        words = say(f"{target} 里已经有了，没有改动", f"{target} has it already; nothing is changed", lang)
    print(words, file=sys.stderr)

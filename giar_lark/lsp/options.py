"""What a client asks for when it starts the server, or later: the initialization options, with what is wrong in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.lsp.document import path_of
from giar_lark.rules.entries import is_known, unknown

HINTS = ("all", "differences", "off")
_KNOWN = ("lang", "select", "ignore", "baseline", "inlayHints", "rulePages")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of a client; None for what it does not say.

    `hints` says which sums are shown beside the totals, `rule_pages` is an address with `{lang}` and `{code}` under which
    the pages of the rules stand, `problems` what could not be understood and was left out.
    """

    lang: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    baseline: Path | None = None
    hints: str = "all"
    rule_pages: str | None = None
    problems: tuple[Text, ...] = ()


def read_options(given: object) -> Options:
    """The options in what a client has sent, whatever it is."""
    if given is None:
        return Options()
    if not isinstance(given, Mapping):
        return Options(problems=(Text("初始化选项应是一个对象", "the initialization options have to be an object"),))
    return _Reader(given).options()


class _Reader:
    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given
        self.problems = [
            Text(f"不认识的选项：{name}", f"unknown option: {name}") for name in given if name not in _KNOWN
        ]

    def options(self) -> Options:
        baseline = self._text("baseline")
        return Options(
            lang=self._choice("lang", ("zh", "en")),
            select=self._rules("select"),
            ignore=self._rules("ignore"),
            baseline=None if baseline is None else path_of(baseline) or Path(baseline).absolute(),
            hints=self._choice("inlayHints", HINTS) or HINTS[0],
            rule_pages=self._text("rulePages"),
            problems=tuple(self.problems),
        )

    def _text(self, name: str) -> str | None:
        value = self.given.get(name)
        if value in (None, "") or isinstance(value, str):
            return value or None
        self._wrong(name, "应是文字", "has to be a text")
        return None

    def _choice(self, name: str, choices: Sequence[str]) -> str | None:
        value = self._text(name)
        if value is None or value in choices:
            return value
        self._wrong(name, f"可写 {'、'.join(choices)}", f"is one of {', '.join(choices)}")
        return None

    def _rules(self, name: str) -> tuple[str, ...] | None:
        """The entries of a list of rules that are known; None where the list is not given, or empty."""
        value = self.given.get(name)
        if not value:
            return None
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self._wrong(name, "应是规则编号的列表", "has to be a list of codes")
            return None
        self.problems += [unknown(entry) for entry in value if not is_known(entry)]
        return tuple(entry for entry in value if is_known(entry)) or None

    def _wrong(self, name: str, zh: str, en: str) -> None:
        self.problems.append(Text(f"选项“{name}”{zh}", f"option “{name}” {en}"))

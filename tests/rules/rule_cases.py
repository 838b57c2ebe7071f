"""The cases of the rules, read from `cases/`: edits on a sound report, and every finding they must give.

A file has `base`, the sound report (`2021` or `2019`), and `[[fail]]` and `[[pass]]` tables with a `name` and
`edits`  pairs of old text, which must occur once, and new text; `patterns` the same with regular expressions
`damage` an old text, and the bytes in hex that take its place
`text`   the whole source instead, `hex` its bytes, `repeat` a text and how often
`remark` what a reader says of a document that it cannot read, in Chinese and English; with `at`, of that piece of the report
`findings`  all findings in order, each as code and covered text (nothing behind the code: an empty span)
`numbers`   the numbers that the first message of the rule must name
`severity`  of the rule's first finding, if it is not the usual one
`mended`    what `--fix` makes of it: true for the sound report itself, or pairs of old text, once in the source, and new;
            `suggested` the same with `--unsafe-fixes`. Without them nothing is said: see `tests/fixing`
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from giar_lark import Finding, Source, check
from giar_lark.lang import Text
from giar_lark.lean.resources import read_sample
from giar_lark.rules import find_rule
from giar_lark.source.encodings import decode
from giar_lark.source.source import Remark
from giar_lark.source.span import Span

HERE = Path(__file__).parent
SOUND = {template: read_sample(template) for template in ("2021", "2019")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One source and what must be found in it."""

    code: str
    name: str
    fails: bool
    source: Source
    findings: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    severity: str | None = None
    mended: str | None = None
    suggested: str | None = None

    def __str__(self) -> str:
        return f"{self.code}: {self.name}"


@cache
def findings_of(case: Case) -> tuple[Finding, ...]:
    """What the whole program finds in a case."""
    return check(case.source).findings


def tells(finding: Finding, code: str) -> bool:
    """Whether a finding tells of a rule: by its code, or in its advice where the rule has no finding of its own."""
    page = find_rule(code)
    if page is None or not page.RULE.told_as:
        return finding.code == code
    return finding.code == page.RULE.told_as and finding.help is not None and all(code in text for text in finding.help)


@cache
def all_cases() -> list[Case]:
    """Every case of every file, by code."""
    return [case for path in sorted((HERE / "cases").glob("*.toml")) for case in _cases_of(path)]


def _cases_of(path: Path) -> Iterator[Case]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for kind in ("fail", "pass"):
        for entry in data.get(kind, []):
            base = entry.get("base", data.get("base", "2021"))
            source = _told(entry, base, path.stem) if "remark" in entry else _source(entry, base)
            yield Case(
                code=path.stem,
                name=entry["name"],
                fails=kind == "fail",
                source=source,
                findings=tuple(entry.get("findings", [])),
                numbers=tuple(map(str, entry.get("numbers", []))),
                severity=entry.get("severity"),
                mended=_mended(entry.get("mended"), source, base),
                suggested=_mended(entry.get("suggested"), source, base),
            )


def _mended(wanted: bool | list[list[str]] | None, source: Source, base: str) -> str | None:
    """The text that a fix has to give."""
    if isinstance(wanted, list):
        return _edited(source.text, wanted)
    return SOUND[base] if wanted else None


def _told(entry: dict[str, Any], base: str, code: str) -> Source:
    remark = Remark(code, Text(*entry["remark"]))
    if "at" not in entry:
        return Source("", "case", binary=True, remarks=(remark,))
    source = _source(entry, base)
    at = source.text.index(entry["at"])
    return replace(source, remarks=(remark._replace(span=Span(at, at + len(entry["at"]))),))


def _source(entry: dict[str, Any], base: str) -> Source:
    match entry:
        case {"hex": str(digits)}:
            return decode(bytes.fromhex(digits), "case")
        case {"text": str(text)}:
            return decode(text.encode(), "case")
        case {"repeat": [str(text), int(times)]}:
            return decode((text * times).encode(), "case")
        case {"damage": [str(old), str(digits)]}:
            return decode(SOUND[base].encode().replace(old.encode(), bytes.fromhex(digits)), "case")
    text = _edited(SOUND[base], list(entry.get("edits", [])))
    for pattern, new in list(entry.get("patterns", [])):
        text, count = re.subn(pattern, new, text, flags=re.MULTILINE)
        assert count, f"{pattern!r} does not occur"
    return decode(text.encode(), "case")


def _edited(text: str, edits: list[list[str]]) -> str:
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
        text = text.replace(old, new)
    return text

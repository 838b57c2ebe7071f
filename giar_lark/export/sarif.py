"""Findings as SARIF 2.1.0, which code scanning of GitHub, editors and other viewers read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from giar_lark.export.json import to_json
from giar_lark.export.paths import absolute_uri, relative_uri
from giar_lark.export.sarif_rule import LEVELS, rule_descriptor
from giar_lark.findings import Finding, Fix, Related
from giar_lark.lang import Text
from giar_lark.manual import Manual
from giar_lark.outcomes.outcome import Outcome
from giar_lark.source.source import Source
from giar_lark.source.span import Span

Object = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# what relative addresses are relative to: the folder that the program was started in, which a reader may set
_ROOT = "%SRCROOT%"
_ROOT_WORDS = Text("运行 giar-lark 时所在的文件夹", "the folder that giar-lark was started in")
_SAFE_FIX = Text("只有这一种改法", "the only repair there is")
_OTHER_FIX = Text("建议的改法，请核对", "a suggestion, to be checked")


class SarifLog:
    """Grows file by file. Places are told in lines and columns of code points, as everywhere in the program."""

    def __init__(self, lang: str, root: Path, version: str, manual_of: Callable[[str], Manual]) -> None:
        """Begin a log in one language; paths are told from `root`, rules that are found are explained by their manual."""
        self._lang, self._root, self._version, self._manual_of = lang, root, version, manual_of
        self._rules: dict[str, int] = {}
        self._artifacts: list[Object] = []
        self._results: list[Object] = []

    def add(self, outcome: Outcome) -> None:
        """Take in a file."""
        place = {**self._location(outcome.path), "index": len(self._artifacts)}
        encoding = {} if outcome.source.binary else {"encoding": outcome.source.encoding.removesuffix("-sig")}
        self._artifacts.append({"location": self._location(outcome.path), **encoding, "roles": ["analysisTarget"]})
        seen: Counter[str] = Counter()
        for finding, suppressions in _all_findings(outcome):
            seen[finding.id] += 1
            self._results.append(self._result(finding, outcome.source, place, seen[finding.id]) | suppressions)

    def document(self) -> bytes:
        """The whole log."""
        run = {
            "tool": {"driver": self._driver()},
            "language": "en" if self._lang == "en" else "zh-CN",
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "originalUriBaseIds": {_ROOT: {"description": {"text": self._say(_ROOT_WORDS)}}},
            "artifacts": self._artifacts,
            "results": self._results,
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        return (to_json(log, indent=2) + "\n").encode("utf-8", errors="replace")

    def _driver(self) -> Object:
        return {
            "name": "giar-lark",
            "semanticVersion": self._version,
            "rules": [rule_descriptor(self._manual_of(code), self._lang) for code in self._rules],
        }

    def _say(self, text: Text) -> str:
        return text.in_language(self._lang)

    def _location(self, path: str) -> Object:
        """The address of a file: below the root a relative one, else its whole address."""
        relative = relative_uri(path, self._root)
        return {"uri": absolute_uri(path, self._root)} if relative is None else {"uri": relative, "uriBaseId": _ROOT}

    def _result(self, finding: Finding, source: Source, place: Object, nth: int) -> Object:
        """A finding; `nth` tells those of one file apart that have the same id."""
        result: Object = {
            "ruleId": finding.code,
            "ruleIndex": self._rules.setdefault(finding.code, len(self._rules)),
            "level": LEVELS[finding.severity],
            "message": {"text": self._message(finding)},
            "locations": [self._finding_location(finding, source, place)],
            "partialFingerprints": {"findingId/v1": finding.id if nth == 1 else f"{finding.id}/{nth}"},
        }
        if finding.related:
            result["relatedLocations"] = [
                self._related(related, source, place, number) for number, related in enumerate(finding.related, start=1)
            ]
        if finding.fix and finding.fix.edits:
            result["fixes"] = [self._fix(finding.fix, source, place)]
        return result

    def _message(self, finding: Finding) -> str:
        """The sentence, and what to do: a viewer shows nothing else of a single result."""
        parts = [self._say(finding.message), *([self._say(finding.help)] if finding.help else [])]
        return (". " if self._lang == "en" else "。").join(parts)

    def _finding_location(self, finding: Finding, source: Source, place: Object) -> Object:
        location: Object = {"physicalLocation": {"artifactLocation": place, "region": _region(finding.span, source)}}
        if finding.key:
            location["logicalLocations"] = [{"fullyQualifiedName": finding.key}]
        return location

    def _related(self, related: Related, source: Source, place: Object, number: int) -> Object:
        if related.elsewhere:
            path, address = related.elsewhere
            place, region = self._location(path), {"startLine": address.line, "startColumn": address.column}
        else:
            region = _region(related.span, source)
        return {
            "id": number,
            "message": {"text": self._say(related.message)},
            "physicalLocation": {"artifactLocation": place, "region": region},
        }

    def _fix(self, fix: Fix, source: Source, place: Object) -> Object:
        replacements = [
            {"deletedRegion": _region(edit.span, source), "insertedContent": {"text": edit.text}} for edit in fix.edits
        ]
        return {
            "description": {"text": self._say(_SAFE_FIX if fix.safe else _OTHER_FIX)},
            "artifactChanges": [{"artifactLocation": place, "replacements": replacements}],
        }


def _all_findings(outcome: Outcome) -> Iterator[tuple[Finding, Object]]:
    """The findings, then those that were dismissed, each with what it adds to its result."""
    yield from ((finding, {}) for finding in outcome.findings)
    for dismissed in outcome.dismissed:
        until = {"properties": {"until": dismissed.until.isoformat()}} if dismissed.until else {}
        suppression = {"kind": "external", "status": "accepted", "justification": dismissed.reason, **until}
        yield dismissed.finding, {"suppressions": [suppression]}


def _region(span: Span, source: Source) -> dict[str, int]:
    """A place; its end is the first column behind it."""
    begin, end = source.address(span.start), source.end_address(span.end)
    return {"startLine": begin.line, "startColumn": begin.column, "endLine": end.line, "endColumn": end.column}

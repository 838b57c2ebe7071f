"""Findings as JUnit XML: a suite a file, a case a finding; a file without any has one case, which passes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from giar_lark.export.paths import shown_path
from giar_lark.findings import CLAUSE_LEAD, HELP_LEAD, Finding, Severity
from giar_lark.lang import Text
from giar_lark.markup.junit import Case, Suite, junit_xml
from giar_lark.outcomes.outcome import Outcome
from giar_lark.source.address import Address

_SOUND = Text("没有发现问题", "nothing found")


class JunitDocument:
    """Grows file by file. What is milder than `fail_on` passes, so that its count agrees with the exit code."""

    def __init__(self, lang: str, root: Path, fail_on: Severity) -> None:
        """Begin a document in one language; paths are told from `root`."""
        self._lang, self._root, self._fail_on = lang, root, fail_on
        self._suites: list[Suite] = []

    def add(self, outcome: Outcome) -> None:
        """Take in a file."""
        self._suites.append(Suite(shown_path(outcome.path, self._root), list(self._cases(outcome))))

    def document(self) -> bytes:
        """The whole document."""
        return junit_xml(self._suites)

    def _cases(self, outcome: Outcome) -> Iterator[Case]:
        path = shown_path(outcome.path, self._root)
        classname = str(PurePosixPath(path).with_suffix("")) if PurePosixPath(path).suffix else path
        if not outcome.findings:
            yield Case(name=_SOUND.in_language(self._lang), classname=classname, attributes={"file": path})
        for finding in outcome.findings:
            yield self._case(finding, path, classname, outcome.source.address(finding.span.start))

    def _case(self, finding: Finding, path: str, classname: str, address: Address) -> Case:
        fails = finding.severity.rank <= self._fail_on.rank
        text = "\n".join(_lines(finding, f"{path}:{address.written(self._lang)}", self._lang))
        return Case(
            name=f"{finding.code} {finding.name} {address.written(self._lang)}",
            classname=classname,
            ending="failure" if fails else None,
            message=finding.message.in_language(self._lang),
            text=text,
            attributes={"file": path, "line": str(address.line)},
        )


def _lines(finding: Finding, place: str, lang: str) -> Iterator[str]:
    yield f"{place}: {finding.message.in_language(lang)}"
    for lead, text in ((HELP_LEAD, finding.help), (CLAUSE_LEAD, finding.clause)):
        if text:
            yield lead.in_language(lang) + text.in_language(lang)

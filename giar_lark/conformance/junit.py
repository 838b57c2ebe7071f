"""Results as JUnit XML, the form that continuous integration reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from giar_lark.conformance.explain import explain
from giar_lark.conformance.run import Result, Status
from giar_lark.markup.junit import Case, Ending, Suite, junit_xml

_ENDINGS: Mapping[Status, Ending] = {
    Status.FAIL: "failure",
    Status.XPASS: "failure",
    Status.ERROR: "error",
    Status.TIMEOUT: "error",
    Status.SKIP: "skipped",
    Status.XFAIL: "skipped",
}


def results_junit(suite: str, scores: Mapping[str, Sequence[Result]], lang: str) -> bytes:
    """A document with a suite for each parser; a known failure counts as skipped."""
    names = {adapter: f"{suite} ({adapter})" for adapter in scores}
    return junit_xml(
        [
            Suite(names[adapter], [_case(result, names[adapter], lang) for result in results])
            for adapter, results in scores.items()
        ]
    )


def _case(result: Result, suite: str, lang: str) -> Case:
    folder, _, title = result.case.name.rpartition("/")
    classname, ending = folder.replace("/", ".") or suite, _ENDINGS.get(result.status)
    if ending is None:
        return Case(name=title, classname=classname)
    lines = explain(result, lang)
    message = f"{result.status}: {lines[0] if lines else ''}"
    return Case(name=title, classname=classname, ending=ending, message=message, text="\n".join(lines))

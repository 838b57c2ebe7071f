"""Results as JUnit XML, the form that continuous integration reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from giar_lark.conformance.explain import explain
from giar_lark.conformance.run import Result, Status
from giar_lark.write.xml_text import xml_text

_ELEMENTS = {
    Status.FAIL: "failure",
    Status.XPASS: "failure",
    Status.ERROR: "error",
    Status.TIMEOUT: "error",
    Status.SKIP: "skipped",
    Status.XFAIL: "skipped",
}


def junit_xml(suite: str, scores: Mapping[str, Sequence[Result]], lang: str) -> bytes:
    """A document with a suite for each parser; a known failure counts as skipped.

    Times are left out, which are not stable, and characters that XML forbids, which a parser may have said.
    """
    root = Element("testsuites")
    for adapter, results in scores.items():
        _suite(root, f"{suite} ({adapter})", results, lang)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _suite(root: Element, name: str, results: Sequence[Result], lang: str) -> None:
    counts = [_ELEMENTS.get(result.status, "") for result in results]
    top = SubElement(
        root,
        "testsuite",
        name=xml_text(name),
        tests=str(len(results)),
        failures=str(counts.count("failure")),
        errors=str(counts.count("error")),
        skipped=str(counts.count("skipped")),
    )
    for result in results:
        folder, _, title = xml_text(result.case.name).rpartition("/")
        case = SubElement(top, "testcase", classname=folder.replace("/", ".") or top.attrib["name"], name=title)
        element = _ELEMENTS.get(result.status)
        if element:
            lines = [xml_text(line) for line in explain(result, lang)]
            SubElement(case, element, message=f"{result.status}: {lines[0] if lines else ''}").text = "\n".join(lines)

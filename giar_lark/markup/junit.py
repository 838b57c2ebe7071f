"""JUnit XML, the form that continuous integration counts: suites of cases, each of which has passed or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from giar_lark.lean.records import dataclass, field
from giar_lark.markup.xml_text import xml_text

# how a case can end that has not simply passed
Ending = Literal["failure", "error", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case: its name, the class that it is filed under, how it ended (None: well), one line about that, and more text.

    Of a case that ended well only the text is written. `attributes` are further ones of the element, such as the file.
    """

    name: str
    classname: str
    ending: Ending | None = None
    message: str = ""
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suite:
    """A named suite of cases."""

    name: str
    cases: Sequence[Case]


def junit_xml(suites: Sequence[Suite]) -> bytes:
    """A document of suites. Times are left out, which are not stable, and so are characters that XML forbids."""
    root = Element("testsuites")
    for suite in suites:
        endings = [case.ending for case in suite.cases]
        counts = {
            "tests": len(endings),
            "failures": endings.count("failure"),
            "errors": endings.count("error"),
            "skipped": endings.count("skipped"),
        }
        top = SubElement(root, "testsuite", _safe({"name": suite.name, **{k: str(n) for k, n in counts.items()}}))
        for case in suite.cases:
            _case(top, case)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _case(suite: Element, case: Case) -> None:
    element = SubElement(suite, "testcase", _safe({"classname": case.classname, "name": case.name, **case.attributes}))
    if case.ending:
        SubElement(element, case.ending, _safe({"message": case.message})).text = xml_text(case.text)
    elif case.text:
        SubElement(element, "system-out").text = xml_text(case.text)


def _safe(attributes: dict[str, str]) -> dict[str, str]:
    return {name: xml_text(value) for name, value in attributes.items()}

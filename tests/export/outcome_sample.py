"""Files with findings built by hand, what hostile names and texts look like, and how to get an outcome of a text."""

from __future__ import annotations

from giar_lark import Source, check
from giar_lark.findings import Dismissed, Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.model.report import Metadata, Report
from giar_lark.outcomes.outcome import Outcome
from giar_lark.source.span import Edit, Span

# what some format or other would take for its own: mark-up, the end of a section, a command, a formula, a control character
HOSTILE = "</script><script>alert(1)</script> ]]> &amp; %0A::error:: a,b:c =cmd|' /C calc'!A0 \x1b[31m\x00\x0b\u202e\ufffe\r\n二"


def finding(start: int, end: int, **fields: object) -> Finding:
    """A finding with defaults for what a test does not care about."""
    defaults: dict[str, object] = {
        "code": "T3-01",
        "name": "conservation",
        "severity": Severity.ERROR,
        "message": Text("自然人列：15 ≠ 14，差 1", "column natural person: 15 is not 14, difference 1"),
        "help": Text("与台账核对", "compare with your register"),
        "clause": Text("国办公开办函〔2021〕30号附件", "letter 30 (2021), annex"),
    }
    return Finding(span=Span(start, end), **(defaults | fields))  # type: ignore[arg-type]


def outcome(
    text: str,
    *findings: Finding,
    path: str = "reports/a.txt",
    organ: str | None = None,
    dismissed: tuple[Dismissed, ...] = (),
) -> Outcome:
    """A file with a text and findings in it."""
    report = Report(template="2021", said=Later.of(Metadata(organ_name=organ, year=2024 if organ else None)))
    return Outcome(path=path, source=Source(text, path), read=Later.of(report), findings=findings, dismissed=dismissed)


def checked(text: str, path: str = "reports/a.txt") -> Outcome:
    """A file with what the program finds in it."""
    source = Source(text, path)
    result = check(source)
    return Outcome(path=path, source=source, read=Later.of(result.report), findings=result.findings)


def two_lines() -> Outcome:
    """An error with second place and repair on the second line, a warning over the break, a note at the end of the text."""
    return outcome(
        "共 15 件\n转 14 件\n",
        finding(
            9,
            11,
            key="t3.total_processed.natural_person",
            anchor="x",
            related=(Related(span=Span(2, 4), message=Text("收到 15", "received: 15")),),
            repair=Later.of(Fix(edits=(Edit(span=Span(9, 11), text="15"),), safe=False)),
        ),
        finding(5, 8, code="FM-09", name="broken-line", severity=Severity.WARNING, help=None, clause=None),
        finding(14, 14, code="ST-01", name="missing-section", severity=Severity.INFO, help=None),
        organ="青岚县人民政府",
    )


def hostile() -> Outcome:
    """A file whose name, text and findings are full of what a format must escape."""
    words = Text(HOSTILE, HOSTILE)
    return outcome(
        HOSTILE,
        finding(0, 9, message=words, help=words, clause=words, label=words),
        path=f"a/{HOSTILE}.txt",
        organ=HOSTILE,
    )

"""Suites of a few cells, and parsers of a few lines.

A report of these suites has a line a cell: its key and its number. So every parser here is a line or two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from giar_lark.conformance.adapter import Adapter
from giar_lark.conformance.case import Case
from giar_lark.conformance.ledger import Ledger
from giar_lark.conformance.run import Result, run
from giar_lark.conformance.suite import read_suite

CELLS = {"t3.granted.total": 10, "t4.litigation_direct.total": 2}
PLAIN = "t3.granted.total 10\nt4.litigation_direct.total 2\n"

_READ = "import json, sys\ncells = [line.split() for line in sys.stdin]\n"
_PRINT = 'print(json.dumps({{"cells": [{{"key": key, "value": int(value){change}}} for key, value in cells]}}))\n'
SCRIPTS = {
    "right": _READ + _PRINT.format(change=""),
    "one-more": _READ + _PRINT.format(change=" + 1"),
    "crashing": 'raise SystemExit("no table found")\n',
    "hanging": "import threading\nthreading.Event().wait()\n",
    "talking": 'print("13 cells")\n',
    "skipping": 'print(\'{"skip": "scanned pages are not read"}\')\n',
    # the text is the answer
    "echo": "import sys\nsys.stdout.write(sys.stdin.read())\n",
}


def truth(**changes: object) -> dict[str, object]:
    """The truth of a report of two cells with one text, `plain.txt`, in which nothing is wrong."""
    return {
        "description": "a town of two cells",
        "source": "made for this test",
        "tags": ["town"],
        "metadata": {},
        "cells": CELLS,
        "texts": {"plain.txt": {"layout": "canonical", "family": "-", "findings": []}},
        **changes,
    }


def write_case(folder: Path, stem: str, text: str, **changes: object) -> Path:
    """A report in a suite, with a truth that differs from the plain one by some entries; each of its texts is `text`."""
    case = folder / "reports" / stem
    case.mkdir(parents=True)
    told = truth(**changes)
    (case / "truth.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    texts = told["texts"]
    assert isinstance(texts, dict)
    for name in texts:
        (case / name).write_text(text, encoding="utf-8")
    return case


def write_suite(folder: Path, cases: Mapping[str, str]) -> Path:
    """A suite with a report for each stem, and with all parsers."""
    folder.mkdir(exist_ok=True)
    lines = ['name = "tiny"', 'version = "1.2.3"']
    for name, script in SCRIPTS.items():
        (folder / f"{name}.py").write_text(script, encoding="utf-8")
        lines += [f"[adapters.{name}]", f'command = ["{{python}}", "{name}.py"]', 'description = "of a few lines"']
    (folder / "suite.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for stem, text in cases.items():
        write_case(folder, stem, text)
    return folder


def write_ledger(path: Path, *entries: tuple[str, str, str]) -> Path:
    """A ledger of known failures: for each entry a pattern of cases, a way to fail, and a reason."""
    lines = [
        line
        for cases, kind, reason in entries
        for line in ("[[known]]", f'cases = ["{cases}"]', f'kinds = ["{kind}"]', f'reason = "{reason}"')
    ]
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def adapter(folder: Path, name: str) -> Adapter:
    """A parser of a suite."""
    return next(one for one in read_suite(folder).adapters if one.name == name)


def run_all(
    folder: Path, name: str, ledger: Ledger | None = None, *, jobs: int = 1, timeout: float = 30.0
) -> list[Result]:
    """The results of a parser on every case of a suite."""
    return run(read_suite(folder).cases, adapter(folder, name), ledger or Ledger(), jobs=jobs, timeout=timeout)


def outcomes(results: list[Result]) -> list[tuple[str, str, str]]:
    """Name, status and reason of each result."""
    return [(result.case.name, result.status.value, result.reason) for result in results]


def case(**changes: object) -> Case:
    """A case of which nothing is asked but what is given here."""
    plain = {
        "name": "reports/a/plain",
        "path": Path("plain.txt"),
        "description": "",
        "template": "2021",
        "layout": "canonical",
    }
    return Case(**{**plain, **changes})  # type: ignore[arg-type]

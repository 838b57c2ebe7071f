"""Writes `giar_lark/data/patterns.*.bin`: the regular expressions that checks of reports need, as this Python compiles them.

    python tools/write_patterns.py

Run it after every change to a regular expression, with each Python that has a file. Until then what has changed is compiled
at each start, and a test fails. `giar_lark/lean/compiled.py` says what is in the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import giar_lark
from giar_lark.lean import compiled

ROOT = Path(__file__).parents[1]
# of each organ in the plainest layout, and what is wrong in many ways
REPORTS = ("corpus/reports/*/canonical.txt", "corpus/reports/*/tab-rows.txt", "corpus/examples/*.txt")


class _Asked(dict[tuple[str | bytes, int], compiled.Instructions]):
    """Shipped patterns of which there are none, that keep what they were asked for."""

    def get(self, key: tuple[str | bytes, int], default: object = None) -> None:  # type: ignore[override]
        """Nothing."""
        self[key] = compiled.Instructions(b"", 0, 0, {}, ())


def needed() -> Iterable[tuple[str | bytes, int]]:
    """The expressions with their flags that are asked for while some reports are checked, in order."""
    asked = _Asked()
    vars(compiled)["shipped"] = lambda: asked
    for path in reports():
        giar_lark.check(giar_lark.read(path))
    return asked


def reports() -> Iterator[Path]:
    """Reports that are sound, and some that are not."""
    for glob in REPORTS:
        yield from sorted(ROOT.glob(glob))


def instructions(expression: str | bytes, flags: int) -> compiled.Instructions:
    """What this Python compiles an expression to."""
    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    parsed = parser.parse(expression, flags)
    state = parsed.state
    code = array("I", compiler._code(parsed, flags)).tobytes()
    by_number: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        by_number[number] = name
    return compiled.Instructions(code, flags | state.flags, state.groups - 1, dict(state.groupdict), tuple(by_number))


def write(package: Path) -> None:
    """Write the file of this Python into a package."""
    known = {(expression, flags): instructions(expression, flags) for expression, flags in needed()}
    path = package / "data" / compiled.file_name()
    path.write_bytes(compiled.packed(known))
    print(f"{path.name}: {len(known)} expressions, {path.stat().st_size} bytes")


if __name__ == "__main__":
    write(ROOT / "giar_lark")

"""What the engine of VS Code colours in a text, and what our own tokenisers say should be coloured."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from giar_lark.notation.textmate import textmate_grammar
from giar_lark.notation.textmate.scopes import SCOPES, SUFFIX
from giar_lark.official.templates import tables
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise
from giar_lark.tokenise.token import Token

TEXTMATE = Path(__file__).parents[2] / "editors" / "textmate"
# parts that our tokens know; what stands within sentences has no token of its own
PARTS = ("title", "heading", "caption", "row", "column", "note", "number", "mark", "numbered", "date", "organ")
_PART_OF_SCOPE = {name + SUFFIX: part for part, names in SCOPES.items() for name in names.split(" ")}
_CELLS = {"given": "number", "inferred": "number", "na": "mark"}


@dataclass(frozen=True, slots=True)
class Coloured:
    """A stretch of a text and the part of a report that it is taken for."""

    part: str
    text: str


def engine() -> str:
    """Node, with the packages of `editors/textmate`; without them the test is skipped."""
    node = shutil.which("node")
    if node is None or not (TEXTMATE / "node_modules" / "vscode-textmate").is_dir():
        pytest.skip("needs node, and `npm ci` in editors/textmate")
    return node


def parts_of(texts: Sequence[str]) -> list[list[str | None]]:
    """For each text the part that each of its characters is coloured as; a head of rows counts as a row."""
    request = json.dumps({"grammar": textmate_grammar(), "texts": list(texts)}).encode()
    done = subprocess.run([engine(), str(TEXTMATE / "tokenise.mjs")], input=request, capture_output=True, check=True)
    return [list(_spread(text, tokens)) for text, tokens in zip(texts, json.loads(done.stdout), strict=True)]


def _spread(text: str, tokens: Sequence[tuple[int, int, list[str]]]) -> Iterator[str | None]:
    """The part of each code point; the engine counts in units of UTF-16."""
    units: list[str | None] = [None] * (len(text.encode("utf-16-le")) // 2)
    for start, end, scopes in tokens:
        units[start:end] = [_part(scopes)] * (end - start)
    at = 0
    for char in text:
        yield units[at]
        at += 1 + (char > "\uffff")


def _part(scopes: Sequence[str]) -> str | None:
    """The part that the innermost known scope names."""
    found = (_PART_OF_SCOPE[name] for scope in reversed(scopes) for name in scope.split(" ") if name in _PART_OF_SCOPE)
    return _plain(next(found, None))


def _plain(part: str | None) -> str | None:
    return {"group": "row", "inferred": "number"}.get(part or "", part)


@cache
def _kinds() -> Mapping[str, str]:
    """The part of a report that each terminal is; a column header is one terminal of many labels."""
    data = tables()
    kinds = dict.fromkeys([*data.disclosure_rows, *data.application_rows, *data.application_groups], "row")
    kinds |= dict.fromkeys((spec.terminal for spec in data.sections), "heading")
    kinds |= dict.fromkeys((block.caption for block in data.blocks), "caption")
    kinds |= dict.fromkeys((h.terminal for block in data.blocks for h in block.headers.values()), "column")
    kinds |= dict.fromkeys(("APPLICANT_COLUMNS", "CASE_COLUMNS"), "column")
    return kinds | {
        "BALANCE_NOTE": "note",
        "TITLE": "title",
        "NUMBERED": "numbered",
        "ISSUED_DATE": "date",
        "ISSUING_ORGAN": "organ",
    }


def part_of(token: Token) -> str | None:
    """The part that one of our tokens is."""
    if token.type == "CELL" and token.cell is not None:
        return _CELLS.get(token.cell.state)
    return _kinds().get(token.type)


def uncoloured(text: str, parts: Sequence[str | None]) -> Iterator[Coloured]:
    """Our tokens that the engine does not colour as what they are, letter by letter; of a numbered paragraph, its number."""
    for token in tokenise(Source(text)).tokens:
        part, end = part_of(token), token.end
        if part is None or token.start == end:
            continue
        end = token.start + 1 if part == "numbered" else end
        told = {parts[at] for at in range(token.start, end) if _says(text[at], part) and parts[at] != "tag"}
        if told - {part}:
            yield Coloured(part, text[token.start : end])


def _says(char: str, part: str) -> bool:
    return char.isalnum() or part == "mark"


def miscoloured(text: str, parts: Sequence[str | None]) -> Iterator[Coloured]:
    """Stretches that the engine colours as what they are not."""
    ours: list[str | None] = [None] * len(text)
    for token in tokenise(Source(text)).tokens:
        part = "number" if token.type == "UNPLACED" else part_of(token)
        ours[token.start : token.end] = [part] * (token.end - token.start)
    wrong = [
        parts[at] if text[at].isalnum() and parts[at] in PARTS and parts[at] != ours[at] else None
        for at in range(len(text))
    ]
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or wrong[at] != wrong[start]:
            part = wrong[start]
            if part not in (None, "date"):  # a date may stand in any sentence
                yield Coloured(str(part), text[start:at])
            start = at

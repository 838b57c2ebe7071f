"""Tables of LaTeX: commands become layout, a tab parts cells and a line break rows, every offset stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.pattern import lazy_pattern
from giar_lark.tokenise.text.characters import FILLER

# where a table begins or ends
_EDGE = lazy_pattern(r"\\(?P<edge>begin|end)\{(?:(?:long|super)?ta?b[a-z]*\*?|array)\}")
_CELL_END = lazy_pattern(r"(?<!\\)&")
_ROW_END = lazy_pattern(r"\\(?:\\\*?(?:\[[^\]\n]{0,99}\])?|tabularnewline)")
# a command with all that belongs to it, none of which holds another command
_COMMAND = lazy_pattern(
    r"\\(?P<name>[A-Za-z]+)(?![A-Za-z])\*?(?P<before>(?:\([^()\n]*\)|\[[^\]\n]{0,99}\]|\{[^{}]*\})*?)"
    r"(?P<last>\{(?P<shown>[^{}\\]*)\})?(?![\[{(])"
)
# what the columns of a table are told to have around each cell
_AROUND = lazy_pattern(r"[@!<>]\{[^{}]*\}")
_COLUMNS = lazy_pattern(r"\{\s*(?P<count>\d{1,2})\s*\}")
_SIGN = lazy_pattern(r"\\(?=[%&_#$])")
# these show their last argument whatever it is, others only if it is Chinese
_SHOWING = frozenset(
    [
        "multicolumn",
        "multirow",
        "textbf",
        "textit",
        "emph",
        "text",
        "makecell",
        "underline",
        "shortstack",
        "num",
        "thead",
    ]
)
_CHINESE = lazy_pattern("[\u4e00-\u9fff]")
# so many rows end in the way of LaTeX
_FEW = 20
# commands stand in one another no deeper
_DEEPEST = 6


def without_commands(text: str) -> str:
    """A text of the same length in which commands of LaTeX are layout, if it has tables of LaTeX."""
    if "\\" not in text or text.count("\\\\") < _FEW or "&" not in text:
        return text
    text = "".join(_rows_on_lines(text))
    text = _ROW_END.sub(lambda end: " " * len(end[0]), text)
    text = _CELL_END.sub("\t", text)
    text = _AROUND.sub(lambda around: " " * len(around[0]), text)
    for _ in range(_DEEPEST):
        plain = _COMMAND.sub(_shown, text)
        if plain == text:
            break
        text = plain
    return _SIGN.sub(FILLER, text)


def _rows_on_lines(text: str) -> Iterator[str]:
    """The stretches of a text; in tables a line ends where a row does, and nowhere else."""
    at, begin = 0, -1
    for edge in _EDGE.finditer(text):
        if edge["edge"] == "begin":
            begin = edge.end()
        elif begin >= 0:
            yield text[at:begin]
            yield _ROW_END.sub(_line_end, text[begin : edge.start()].replace("\n", " "))
            at, begin = edge.start(), -1
    yield text[at:]


def _line_end(end: re.Match[str]) -> str:
    return " " * (len(end[0]) - 1) + "\n"


def _shown(command: re.Match[str]) -> str:
    """What a command shows, where it stands, behind a tab for each further column that it covers."""
    shown = command["shown"] or ""
    if command["name"] not in _SHOWING and not _CHINESE.search(shown):
        return re.sub(r"[^\n\t]", " ", command[0])
    columns = _COLUMNS.match(command["before"]) if command["name"] == "multicolumn" else None
    tabs = "\t" * (int(columns["count"]) - 1 if columns else 0)
    lead = len(command[0]) - len(shown) - 1
    return (tabs + " " * (lead - len(tabs)))[:lead] + shown + " "

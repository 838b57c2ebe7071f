"""Tables of LaTeX: commands become layout, a tab parts cells and a line break rows, every offset stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.characters import FILLER

# braces with others in them, and no Chinese: what a table is told of its columns
_TOLD = r"\{(?:[^{}\u4e00-\u9fff]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}"
# where a table begins, with what it is told, or ends
_EDGE = lazy_pattern(
    r"\\(?P<edge>begin|end)\{(?:(?:long|super)?ta?b[a-z]*\*?|array)\}"
    rf"(?:(?<=\*\}}|[a-z]\}})(?:[ ]?\[[^\]\n]{{0,99}}\]|{_TOLD})*)"
)
_CELL_END = lazy_pattern(r"(?<!\\)&")
_ROW_END = lazy_pattern(r"\\(?:\\\*?(?:\[[^\]\n]{0,99}\])?|tabularnewline)")
# a command with all that belongs to it, none of which holds another command
_COMMAND = lazy_pattern(
    r"\\(?P<name>[A-Za-z]+)(?![A-Za-z])\*?(?P<before>(?:\([^()\n]*\)|\[[^\]\n]{0,99}\]|\{[^{}]*\})*?)"
    r"(?P<last>\{(?P<shown>[^{}\\]*)\})?(?![\[{(])"
)
# what a table is told to have around each cell, the end of a line that is none, and how the braces behind are set
_SETTING = lazy_pattern(r"[@!<>]\{[^{}]*\}|(?<!\\)%(?=\n)|\\(?:foreignlanguage|textcolor|colorbox)\{[^{}]*\}")
_COLUMNS = lazy_pattern(r"\{\s*(?P<count>\d{1,2})\s*\}")
_TIE = lazy_pattern(r"(?<!\\)~")
_SIGN = lazy_pattern(r"\\(?=[%&_#$])")
# braces that belong to no command
_GROUP = lazy_pattern(r"(?<![\w}\])*])\{(?P<held>[^{}\\]*)\}")
# these show their last argument whatever it is, others only if it is Chinese, or a number and no measure or mark
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
_MEASURING = lazy_pattern(
    r"[hv]space|vskip|real|.*color|set.*|addto.*|.*line|cmidrule|specialrule|rule|.*spread|fontsize|label|.*ref|cite"
    r"|foot.*|text(?:super|sub)script|hypertarget|renew.*|new.*|def.*"
)
_CHINESE = lazy_pattern("[\u4e00-\u9fff]")
_NUMBER = lazy_pattern(r"\s*[-+]?\d[\d,.]*\s*")
# so many rows end in the way of LaTeX
_FEW = 20
# commands stand in one another no deeper
_DEEPEST = 6


def without_commands(text: str) -> str:
    """A text of the same length in which commands of LaTeX are layout, if it has tables of LaTeX."""
    if "\\" not in text or text.count("\\\\") < _FEW or "&" not in text:
        return text
    text = "".join(_rows_on_lines(text))
    text = _ROW_END.sub(_blank, text)
    text = _CELL_END.sub("\t", text)
    text = _TIE.sub("\xa0", _SETTING.sub(_blank, text))
    for _ in range(_DEEPEST):
        plain = _COMMAND.sub(_shown, _GROUP.sub(_held, text))
        if plain == text:
            break
        text = plain
    return _SIGN.sub(FILLER, text)


def _rows_on_lines(text: str) -> Iterator[str]:
    """The stretches of a text; in tables a line ends where a row does, and nowhere else."""
    at, begin = 0, -1
    for edge in _EDGE.finditer(text):
        if edge["edge"] == "begin":
            yield text[at : edge.start()] + _blank(edge)
            at = begin = edge.end()
        elif begin >= 0:
            yield _ROW_END.sub(_line_end, _SETTING.sub(_blank, text[begin : edge.start()]).replace("\n", " "))
            at, begin = edge.start(), -1
    yield text[at:]


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n\t]", " ", match[0])


def _line_end(end: re.Match[str]) -> str:
    return " " * (len(end[0]) - 1) + "\n"


def _held(group: re.Match[str]) -> str:
    return FILLER + group["held"] + FILLER if group["held"].strip() else _blank(group)


def _shown(command: re.Match[str]) -> str:
    """What a command shows, where it stands, behind a tab for each further column that it covers."""
    shown, name = command["shown"] or "", command["name"]
    is_number = _NUMBER.fullmatch(shown) is not None and _MEASURING.fullmatch(name) is None
    if not (name in _SHOWING or is_number or _CHINESE.search(shown)):
        return _blank(command)
    columns = _COLUMNS.match(command["before"]) if name == "multicolumn" else None
    tabs = "\t" * (int(columns["count"]) - 1 if columns else 0)
    lead = len(command[0]) - len(shown) - 1
    return (tabs + " " * (lead - len(tabs)))[:lead] + shown + " "

"""The short way through a table that holds no surprise: every row has all its cells, and rows that no format has are set aside.

Reports repeat the official labels word for word, so what a run of labels means is found once, by the same walk that reads
every other layout, and remembered. Whatever is not wholly regular is left to that walk.
"""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.findings import Finding
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.source.span import Span
from giar_lark.tokenise.notes.rows import unknown_row
from giar_lark.tokenise.regular.known_tables import known_table, learned_table
from giar_lark.tokenise.regular.lacking import may_lack_a_column
from giar_lark.tokenise.regular.meaning import Meaning, State, meaning_of
from giar_lark.tokenise.regular.runs import Run, is_by_cells, runs_of
from giar_lark.tokenise.regular.stencil import RegularTable
from giar_lark.tokenise.split.piece import BLANK
from giar_lark.tokenise.token import TableTokens, Token

# no label has these; so a line that has one is prose
_SENTENCE = lazy_pattern(r"[。；]")
_PROSE = lazy_pattern(r"[。；：，]")
# table 4 is one row of so many values
_CASES = 15


def quick_table(text: str, above: int, start: int, end: int, table: str) -> TableTokens | RegularTable | None:
    """The tokens of a regular table that begins at `start`; None if it is not regular. What is from `above` to there says nothing."""
    if table == "t4":
        end = _end_before_prose(text, start, end)
    # what begins within a line has words of others in the line of its first row, and is like no other
    is_apart = text[start - 1 : start] in ("", "\n")
    known = known_table(text[above:end], above, table) if is_apart else None
    if known is not None:
        return known
    found = _read(text[start:end], start, table)
    if found is None or found.findings or not is_apart:
        return found
    return learned_table(found.tokens, text[above:end], above, table) or found


def _read(region: str, start: int, table: str) -> TableTokens | None:
    """The tokens of a regular table; None if it is not regular."""
    tokens = list[Token]()
    # the rows that no format has, by how many tokens stand before them
    unknown: dict[int, list[Run]] = {}
    state = State(wanted={"t3": 7, "t4": 15}.get(table, 0))
    runs = list[Run]()
    for run in runs_of(region, start):
        meaning = meaning_of(table, state, run.words) if run is not None else None
        if run is None or meaning is None or run.width != meaning.wanted:
            return None
        if table == "t4" and _is_torn(region, *(place - start for place in run.extent)):
            return None
        if meaning.is_unknown:
            unknown.setdefault(len(tokens), []).append(run)
            continue
        labels = _labels(run, meaning, region)
        if labels is None:
            return None
        tokens += labels
        tokens += run.tokens()
        runs.append(run)
        state = meaning.state
    # words behind the last row with one number may be those of the paragraph below
    if not tokens or state.last < 0 or (state.wanted == 1 and len(tokens) in unknown):
        return None
    if table == "t3" and may_lack_a_column(runs, region, start):
        return None
    return TableTokens(tokens, [_told(rows, table) for rows in unknown.values()], start, start + len(region))


def _labels(run: Run, meaning: Meaning, region: str) -> list[Token] | None:
    """The labels of a run, and the blank cells between them; None if it is not certain where one stands."""
    tokens = list[Token]()
    for kind, first, last in meaning.labels:
        if kind != "CELL":
            tokens.append(Token(kind, run.places[first][0], run.places[last][1]))
            continue
        at = _blank_at(run, last, region)
        if at is None:
            return None
        tokens.append(Token("CELL", at, at, BLANK))
    return tokens


def _told(rows: Sequence[Run], table: str) -> Finding:
    """The finding for rows that follow one another and that no format has: at the first."""
    return unknown_row(Span(*rows[0].places[0]), table, rows[0].words[0][:30], sum(run.filled for run in rows))


def _is_torn(region: str, first: int, last: int) -> bool:
    """Whether the values of a row stand on several lines that are not its fields one after the other, nor one on each."""
    values = region[first:last]
    if "\n" not in values or "\t" not in values or values.count("\n") + values.count("\t") == _CASES - 1:
        return False
    lines = values.split("\n")
    return len(lines) != _CASES or any("\t" in line.strip() for line in lines)


def _blank_at(run: Run, word: int, region: str) -> int | None:
    """Where the only cell of a row is blank that has no value: behind its label, or where a blank shows; None if unclear."""
    shown = [start for before, start in run.blanks if before == word + 1]
    if len(shown) > 1 or not is_by_cells(region):
        return None
    return shown[0] if shown else run.places[word][1]


def _end_before_prose(text: str, start: int, end: int) -> int:
    """Where the sentences begin with which the section of table 4 ends; its end where there are none, or not only they."""
    stop = _SENTENCE.search(text, start, end)
    if stop is None:
        return end
    begin = text.rfind("\n", start, stop.start()) + 1
    behind = text[begin:end]
    prose = "\t" not in behind and all(not line.strip() or _PROSE.search(line) for line in behind.split("\n"))
    return begin if prose and begin > start else end

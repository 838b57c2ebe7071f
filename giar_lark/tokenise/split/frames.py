"""Whether the marks at the ends of lines are a frame around a table, or part a blank cell from its neighbour."""

from __future__ import annotations

from collections.abc import Sequence

# so many of a table's lines begin or end with the mark if it is a frame
_OPENED, _CLOSED = 0.5, 0.95


def are_opened(lines: Sequence[str], marks: str) -> bool:
    """Whether lines begin with a mark that opens them, one of `marks`."""
    return _are_framed(lines, {line for line in lines if line[:1] and line[:1] in marks}, marks, _OPENED)


def are_closed(lines: Sequence[str], marks: str) -> bool:
    """Whether lines end with a mark that closes them, and does not open one more cell that happens to be blank."""
    return _are_framed(lines, {line for line in lines if line[-1:] and line[-1] in marks}, marks, _CLOSED)


def _are_framed(lines: Sequence[str], framed: set[str], marks: str, share: float) -> bool:
    """Whether the marks at one end of the `framed` lines are a frame, and no cell is blank there.

    One is, where a line without the mark at that end has as many: the column is blank but for its header or its labels.
    """
    if not framed or sum(line in framed for line in lines) < len(lines) * share:
        return False
    usual = max(_count(line, marks) for line in framed)
    return all(_count(line, marks) < usual for line in lines if line not in framed)


def _count(line: str, marks: str) -> int:
    return sum(map(line.count, marks))

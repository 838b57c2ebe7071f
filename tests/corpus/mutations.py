"""Changes to a report, each to one thing at a place that chance chooses: a draft to a changed draft and its text with marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random

from generator.marks import bare
from generator.values import BLANK, Value, mark, number, thousands, wide

from corpus.drafts import Draft, rows_of
from giar_lark.official.templates import tables
from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Box, Grid, RowText, applications_grid

# a changed draft and its text with marks; None where there is nothing to change
Mutant = tuple[Draft, str] | None
Mutation = Callable[[Draft, Random], Mutant]
_HEADER_ROWS = 3  # of table 3, and of table 4


@dataclass(frozen=True, slots=True)
class Mutated:
    """A kind of change: its function, and why nothing need be told where all cells come out right; empty if it has to be told."""

    apply: Mutation
    harmless: str = ""


# ---------------------------------------------------------------- values


def _one_cell(change: Callable[[Value, Random], Value | None]) -> Mutation:
    """Changes one cell that holds a plain number."""

    def apply(draft: Draft, rng: Random) -> Mutant:
        keys = [key for key, value in draft.spec.numbers.cells.items() if value.raw.isdecimal() and value.raw.isascii()]
        for key in rng.sample(keys, len(keys)):
            new = change(draft.spec.numbers.at(key), rng)
            if new is not None:
                return _rewritten(draft, {key: new})
        return None

    return apply


def _rewritten(draft: Draft, cells: Mapping[str, Value]) -> Mutant:
    changed = draft.with_cells(cells)
    return changed, changed.text


def one_more(value: Value, rng: Random) -> Value:
    return number(int(value.raw) + 1)


def digit_dropped(value: Value, rng: Random) -> Value | None:
    place = rng.randrange(len(value.raw))
    rest = value.raw[:place] + value.raw[place + 1 :]
    return number(int(rest)) if rest and (rest == "0" or rest[0] != "0") else None


def digit_doubled(value: Value, rng: Random) -> Value | None:
    place = rng.randrange(len(value.raw))
    return number(int(value.raw[: place + 1] + value.raw[place:])) if value.raw != "0" else None


def digit_torn(value: Value, rng: Random) -> Value | None:
    if len(value.raw) < 2:
        return None
    place = rng.randrange(1, len(value.raw))
    return Value(f"{value.raw[:place]} {value.raw[place:]}", None, "unreadable")


def with_comma(value: Value, rng: Random) -> Value | None:
    return thousands(int(value.raw)) if int(value.raw) >= 1000 else None


def _spelt(form: str) -> Callable[[Value, Random], Value]:
    return lambda value, rng: replace(value, raw=form.format(value.raw))


def _other_in_row(change: Callable[[list[Value], Random], list[Value]]) -> Mutation:
    """Changes the order of the values of a row that are not all alike."""

    def apply(draft: Draft, rng: Random) -> Mutant:
        numbers = draft.spec.numbers
        rows = list(rows_of(numbers).values())
        for keys in rng.sample(rows, len(rows)):
            before = [numbers.at(key) for key in keys]
            after = change(before, rng)
            if after != before:
                return _rewritten(draft, dict(zip(keys, after, strict=True)))
        return None

    return apply


def neighbours_swapped(values: list[Value], rng: Random) -> list[Value]:
    places = [place for place in range(len(values) - 1) if values[place] != values[place + 1]]
    if not places:
        return values
    place = rng.choice(places)
    return [*values[:place], values[place + 1], values[place], *values[place + 2 :]]


def rotated(values: list[Value], rng: Random) -> list[Value]:
    return [*values[1:], values[0]]


# ---------------------------------------------------------------- rows, labels and headers


def _is_row(row: list[Box]) -> bool:
    return any(box.value for box in row)


def _regrouped(draft: Draft, grid: Grid, order: list[int]) -> Grid:
    """Table 3 with other rows: its header, and the rows anew under the heads of their groups."""
    specs = tables().rows_of("t3", draft.spec.template)
    rows = [
        RowText(spec.terminal, [box.text for box in row if not box.value][-1], tuple(b.text for b in row if b.value))
        for spec, row in zip(specs, filter(_is_row, grid), strict=True)
    ]
    return [*grid[:_HEADER_ROWS], *applications_grid([rows[place] for place in order])[_HEADER_ROWS:]]


def _on_rows(change: Callable[[list[int], Random], list[int]]) -> Mutation:
    """Changes which rows stand in table 2 or 3, and in which order; `change` is given the places of rows that stand together."""

    def apply(draft: Draft, rng: Random) -> Mutant:
        kind = rng.choice([Kind.DISCLOSURE, Kind.APPLICATIONS])
        (grid,) = [part.grid for part in draft.made if part.kind is kind and part.grid]
        if kind is Kind.APPLICATIONS:
            order = change(list(range(sum(map(_is_row, grid)))), rng)
            new = _regrouped(draft, grid, order)
        else:
            block = rng.choice([b for b in _blocks(grid) if len(b) > 1])
            order = change(block, rng)
            new = [*grid[: block[0]], *(grid[place] for place in order), *grid[block[-1] + 1 :]]
        return draft, draft.written(_with_grid(draft.made, kind, new))

    return apply


def _blocks(grid: Grid) -> list[list[int]]:
    """The places of the rows of each block of table 2."""
    blocks: list[list[int]] = []
    for place, row in enumerate(grid):
        if len(row) == 1:
            blocks.append([])
        elif _is_row(row):
            blocks[-1].append(place)
    return blocks


def _with_grid(made: Document, kind: Kind, grid: Grid) -> Document:
    return tuple(Part(part.kind, part.text, grid) if part.kind is kind else part for part in made)


def row_removed(places: list[int], rng: Random) -> list[int]:
    gone = rng.choice(places)
    return [place for place in places if place != gone]


def rows_swapped(places: list[int], rng: Random) -> list[int]:
    first = rng.randrange(len(places) - 1)
    return [*places[:first], places[first + 1], places[first], *places[first + 2 :]]


def row_doubled(places: list[int], rng: Random) -> list[int]:
    twice = rng.choice(places)
    return [place for one in places for place in ([one, one] if one == twice else [one])]


def _on_box(chosen: Callable[[Grid], Iterable[tuple[int, int]]], kinds: tuple[Kind, ...]) -> Mutation:
    """Empties a box of a table."""

    def apply(draft: Draft, rng: Random) -> Mutant:
        kind = rng.choice(kinds)
        (grid,) = [part.grid for part in draft.made if part.kind is kind and part.grid]
        y, x = rng.choice(list(chosen(grid)))
        new = [list(row) for row in grid]
        new[y][x] = replace(new[y][x], text="")
        return draft, draft.written(_with_grid(draft.made, kind, new))

    return apply


def _labels(grid: Grid) -> Iterable[tuple[int, int]]:
    for y, row in enumerate(grid):
        if _is_row(row) and len(row) > 1:
            yield y, max(x for x, box in enumerate(row) if not box.value)


def _column_names(grid: Grid) -> Iterable[tuple[int, int]]:
    for y, row in enumerate(grid):
        if not _is_row(row) and len(row) > 1:
            yield from ((y, x) for x in range(len(row)))


def column_names_swapped(draft: Draft, rng: Random) -> Mutant:
    """Gives two neighbouring columns of values the names of each other."""
    kind = rng.choice([Kind.DISCLOSURE, Kind.APPLICATIONS, Kind.CASES])
    (grid,) = [part.grid for part in draft.made if part.kind is kind and part.grid]
    first = 1 if kind is Kind.DISCLOSURE else 0
    heads = [y for y, row in enumerate(grid) if not _is_row(row) and len(row) > first + 1]
    y = rng.choice(heads) if kind is Kind.DISCLOSURE else _HEADER_ROWS - 1
    x = rng.randrange(first, len(grid[y]) - 1)
    new = [list(row) for row in grid]
    new[y][x : x + 2] = [replace(grid[y][x], text=grid[y][x + 1].text), replace(grid[y][x + 1], text=grid[y][x].text)]
    return draft, draft.written(_with_grid(draft.made, kind, new))


def header_removed(draft: Draft, rng: Random) -> Mutant:
    """Takes out the header of a block of table 2, of table 3 or of table 4."""
    kind = rng.choice([Kind.DISCLOSURE, Kind.APPLICATIONS, Kind.CASES])
    (grid,) = [part.grid for part in draft.made if part.kind is kind and part.grid]
    if kind is Kind.DISCLOSURE:
        gone = rng.choice([y for y, row in enumerate(grid) if not _is_row(row) and len(row) > 1])
        new = [row for y, row in enumerate(grid) if y != gone]
    else:
        new = grid[_HEADER_ROWS:]
    return draft, draft.written(_with_grid(draft.made, kind, new))


# ---------------------------------------------------------------- headings


def heading_removed(draft: Draft, rng: Random) -> Mutant:
    gone = rng.choice([part for part in draft.made if part.kind is Kind.HEADING])
    return draft, draft.written(tuple(part for part in draft.made if part is not gone))


def heading_renumbered(draft: Draft, rng: Random) -> Mutant:
    chosen = rng.choice([part for part in draft.made if part.kind is Kind.HEADING])
    ordinal = chosen.text[1]
    other = rng.choice([char for char in "一二三四五六七" if char != ordinal])
    new = chosen._replace(text=chosen.text.replace(ordinal, other, 1))
    return draft, draft.written(tuple(new if part is chosen else part for part in draft.made))


# ---------------------------------------------------------------- lines


def _in_a_table(draft: Draft, rng: Random) -> tuple[list[str], range] | None:
    """The lines of the text, and those from the first value of a table to its last; None where lines show nothing."""
    lines = draft.text.split("\n")
    table = rng.choice(["t2", "t3", "t4"])
    found = [
        n
        for n, line in enumerate(lines)
        if any(name.startswith(table) and "." in name for name in draft.names_in(line))
    ]
    inside = range(found[0], found[-1] + 1)
    return (lines, inside) if len(inside) > 1 else None


def _inserted(line: str) -> Mutation:
    def apply(draft: Draft, rng: Random) -> Mutant:
        found = _in_a_table(draft, rng)
        if found is None:
            return None
        lines, inside = found
        place = rng.choice(inside[1:])
        return draft, "\n".join([*lines[:place], line, *lines[place:]])

    return apply


def _removed(*, blank: bool) -> Mutation:
    def apply(draft: Draft, rng: Random) -> Mutant:
        found = _in_a_table(draft, rng)
        if found is None:
            return None
        lines, inside = found
        places = [n for n in inside if blank == (not lines[n].strip()) and (bare(lines[n]).strip() or blank)]
        if not places:
            return None
        place = rng.choice(places)
        return draft, "\n".join([*lines[:place], *lines[place + 1 :]])

    return apply


def stretch_moved(draft: Draft, rng: Random) -> Mutant:
    found = _in_a_table(draft, rng)
    if found is None:
        return None
    lines, inside = found
    start = rng.choice(inside[:-1])
    end = min(start + rng.randint(1, 8), inside.stop)
    stretch, rest = lines[start:end], [*lines[:start], *lines[end:]]
    place = rng.choice([n for n in range(inside.start, inside.stop - len(stretch) + 1)])
    moved = "\n".join([*rest[:place], *stretch, *rest[place:]])
    return (draft, moved) if moved != draft.text else None


# ---------------------------------------------------------------- the kinds

_SAME = "the text says the same"
_SUMS = "the numbers are read as they stand, and every sum that they are part of holds"
_BLANK = "a blank cell, or one with a mark, is read as it stands"
_ROWS = (Kind.DISCLOSURE, Kind.APPLICATIONS)
KINDS: dict[str, Mutated] = {
    "one more in a cell": Mutated(_one_cell(one_more), _SUMS),
    "a cell blanked": Mutated(_one_cell(lambda value, rng: BLANK), _BLANK),
    "a hyphen for a number": Mutated(_one_cell(lambda value, rng: mark("-")), _BLANK),
    "a slash for a number": Mutated(_one_cell(lambda value, rng: mark("/")), _BLANK),
    "none for a number": Mutated(_one_cell(lambda value, rng: mark("无")), _BLANK),
    "two neighbours swapped": Mutated(_other_in_row(neighbours_swapped), _SUMS),
    "a row rotated": Mutated(_other_in_row(rotated), _SUMS),
    "a digit dropped": Mutated(_one_cell(digit_dropped), _SUMS),
    "a digit doubled": Mutated(_one_cell(digit_doubled), _SUMS),
    "a digit torn off by a space": Mutated(_one_cell(digit_torn)),
    "a thousands comma": Mutated(_one_cell(with_comma), _SAME),
    "full-width digits": Mutated(_one_cell(lambda value, rng: wide(int(value.raw))), _SAME),
    "a unit": Mutated(_one_cell(_spelt("{}件")), _SAME),
    "a note in brackets": Mutated(_one_cell(_spelt("{}（其中修订1件）")), _SAME),
    "a row removed": Mutated(_on_rows(row_removed)),
    "two rows swapped": Mutated(_on_rows(rows_swapped)),
    "a row doubled": Mutated(_on_rows(row_doubled)),
    "a label removed": Mutated(
        _on_box(_labels, _ROWS), "the row stands between its neighbours, and is read by its place"
    ),
    "a column's name removed": Mutated(
        _on_box(_column_names, (*_ROWS, Kind.CASES)), "the order of the columns is fixed"
    ),
    "two columns' names swapped": Mutated(column_names_swapped),
    "a header removed": Mutated(header_removed, "the order of the columns is fixed"),
    "a heading removed": Mutated(heading_removed),
    "a heading renumbered": Mutated(heading_renumbered),
    "a page line inserted": Mutated(_inserted("— 5 —"), _SAME),
    "a blank line inserted": Mutated(_inserted(""), _SAME),
    "a blank line removed": Mutated(_removed(blank=True), _SAME),
    "a line removed": Mutated(_removed(blank=False), "a line that has neither a label nor a value"),
    "a stretch moved": Mutated(stretch_moved, "whole rows, or what is neither a label nor a value"),
}

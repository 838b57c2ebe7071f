"""Signs and torn numbers where a value should stand: they are told, and no other value moves into their place."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from generator.layouts import _written
from generator.marks import unmark
from generator.numbers import Numbers, fresh_numbers, sound_numbers
from generator.report import document
from generator.values import BLANK, Value, mark

from giar_lark.write.grid import Grid
from synthetic.layouts import LAYOUTS, report_of
from synthetic.reading import read_text
from tokenise.test_layouts_commute import wrong_cells

RANDOM = Random(3)
SOUND = sound_numbers("2021", {key: RANDOM.randrange(3) for key in sound_numbers().cells if key[:2] != "t2"})
LARGE = fresh_numbers()
SIGNS = ("×", "□", ".", "·", "■", "零")


def _spaced(numbers: Numbers) -> str:
    """A row a line, its cells parted by a space."""

    def table(grid: Grid) -> str:
        return "\n".join(" ".join(box.text for box in row) for row in grid)

    return unmark(_written(table)(document(report_of(numbers))[0])).text


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("write", [LAYOUTS["tab-rows"], LAYOUTS["pipe-rows"], LAYOUTS["aligned-wide"], _spaced])
@pytest.mark.parametrize("seed", range(3))
def test_a_sign_in_the_place_of_a_nought_moves_no_value(seed: int, write: Callable[[Numbers], str], sign: str) -> None:
    random = Random(seed)
    noughts = [key for key, value in SOUND.cells.items() if value.value == 0 and random.random() < 0.5]
    numbers = SOUND.changed({key: mark(sign) if random.random() < 0.7 else BLANK for key in noughts})
    assert wrong_cells(numbers, read_text(write(numbers))) == {}


@pytest.mark.parametrize("written", ["{}.", "{}。", "（{}）"])
@pytest.mark.parametrize("layout", ["tab-rows", "pipe-rows", "csv", "cell-lines", "aligned-wide"])
def test_a_number_with_a_stop_behind_it_is_no_ordinal_of_the_next(layout: str, written: str) -> None:
    changed = {key: Value(written.format(value.raw), value.value, "given") for key, value in SOUND.cells.items()}
    numbers = SOUND.changed({key: value for key, value in changed.items() if value.value})
    assert wrong_cells(numbers, read_text(LAYOUTS[layout](numbers))) == {}


@pytest.mark.parametrize("gap", ["  ", " "])
@pytest.mark.parametrize("key", ["t2.normative_documents.in_force", "t2.rules.issued", "t2.licensing.decisions"])
def test_digits_with_spaces_between_them_are_no_cells(key: str, gap: str) -> None:
    """`3 6 5` is 365 and not three values, though the row may have three cells."""
    blanks = {other: BLANK for other in LARGE.cells if other.startswith(key.rpartition(".")[0]) and other != key}
    written = {key: Value(" ".join(value.raw), value.value, "given") for key, value in LARGE.cells.items()}
    numbers = LARGE.changed({**written, **blanks})

    def table(grid: Grid) -> str:
        return "\n".join(gap.join(box.text for box in row) for row in grid)

    assert wrong_cells(numbers, read_text(unmark(_written(table)(document(report_of(numbers))[0])).text)) == {}

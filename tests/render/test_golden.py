"""Drawings of findings, compared with the files in `tests/golden/render/`.

After a change that is meant, run `GIAR_UPDATE_GOLDEN=1 pytest tests/render`
and read the difference before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from render_cases import CASES, Case
from render_sample import GOLDEN, draw

VIEWS = (("zh", 80), ("zh", 60), ("en", 80))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_drawing_is_as_kept(case: Callable[[], Case]) -> None:
    found = case()
    drawn = "".join(f"### {lang} {width}\n\n{draw(*found, lang=lang, width=width)}" for lang, width in VIEWS)
    kept = GOLDEN / f"{case.__name__}.txt"
    if os.environ.get("GIAR_UPDATE_GOLDEN"):
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8")

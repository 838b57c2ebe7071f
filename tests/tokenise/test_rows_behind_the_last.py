"""A row that stands behind the last one of a table is told, with the number of values that are in no row of the format."""

from __future__ import annotations

import pytest
from generator.numbers import sound_numbers

from giar_lark.pipeline import check
from giar_lark.source.source import Source
from synthetic.layouts import LAYOUTS

_NEXT = "四、政府信息公开行政复议、行政诉讼情况"
_ROWS = {
    "cell-lines": "五、其他情况\n1\n0\n2\n0\n0\n0\n3\n",
    "tab-rows": "五、其他情况\t\t\t1\t0\t2\t0\t0\t0\t3\n",
}


@pytest.mark.parametrize("layout", _ROWS)
def test_a_row_behind_the_last_one(layout: str) -> None:
    sound = LAYOUTS[layout](sound_numbers("2021", {"t3.granted.natural_person": 4}))
    source = Source(sound.replace(_NEXT, _ROWS[layout] + _NEXT))
    before = [finding.code for finding in check(Source(sound)).findings]
    new = [finding for finding in check(source).findings if finding.code not in before]
    assert [(finding.code, source.text[slice(*finding.span)]) for finding in new] == [("SY-02", "五、其他情况")]

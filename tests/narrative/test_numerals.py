"""Amounts as written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from giar_lark.narrative.numerals import Quantity, read_quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "exact"),
    [
        ("26件", "26", "件", True),
        ("1,286件", "1286", "件", True),
        ("两件", "2", "件", True),
        ("十件", "10", "件", True),
        ("二十六件", "26", "件", True),
        ("一百零三件", "103", "件", True),
        ("一千二百条", "1200", "条", True),
        ("十二万三千条", "123000", "条", True),
        ("766202元", "766202", "元", True),
        ("160.5964万元", "160.5964", "万元", True),
        ("48万余件", "480000", "件", False),
        ("3200万余次", "32000000", "次", False),
        ("2.6万条", "26000", "条", False),
        ("100多条", "100", "条", False),
        ("2680", "2680", "", True),
        ("80.8%", "80.8", "%", True),
        ("百分之六", "6", "%", True),
        ("百分之十二点五", "12.5", "%", True),
        ("3.5个百分点", "3.5", "百分点", True),
        ("三成", "30", "%", False),
    ],
)
def test_amount_is_read(text: str, value: str, unit: str, exact: bool) -> None:
    found = read_quantity(text)
    assert found is not None
    assert (found.value, found.unit, found.exact) == (Decimal(value), unit, exact)


def test_a_share_is_as_exact_as_it_is_written() -> None:
    assert [read_quantity(text) for text in ("81%", "80.8%", "80.80%")] == [
        Quantity(Decimal("81"), "%", True, 0),
        Quantity(Decimal("80.8"), "%", True, 1),
        Quantity(Decimal("80.80"), "%", True, 2),
    ]


def test_too_many_digits_are_no_number() -> None:
    assert read_quantity("9" * 5000 + "件") is None

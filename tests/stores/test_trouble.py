"""What is told of stores that no library at hand reaches: one command brings all that is needed."""

from __future__ import annotations

import pytest

from giar_lark.stores.trouble import no_driver, no_fsspec


@pytest.mark.parametrize(
    ("address", "all_of_it", "driver"),
    [
        ("s3://a/b", "'giar-lark[remote]' s3fs", "s3fs"),
        ("https://a/b", "'giar-lark[remote]' aiohttp", "aiohttp"),
        ("odd://a/b", "'giar-lark[remote]'", "odd"),
    ],
)
def test_one_command_brings_what_is_missing(address: str, all_of_it: str, driver: str) -> None:
    assert no_fsspec(address).words("en").partition("; ")[2] == f"run: pip install {all_of_it}"
    assert no_driver(address).words("en").partition("; ")[2] == f"run: pip install {driver}"

"""A folder in each kind of store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_kinds import KINDS, folder_in, s3_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A server that speaks as S3 does."""
    with s3_server() as address:
        yield address


@pytest.fixture(params=KINDS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new folder in a store."""
    if request.param == "s3":
        request.getfixturevalue("server")
    return folder_in(request.param, tmp_path)

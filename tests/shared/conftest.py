"""Tests against the samples beside the checkout, which belong to nobody's project: skipped, and said so, where they are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the samples: `GIAR_SHARED`, else `shared` beside the checkout."""
    folder = Path(os.environ.get("GIAR_SHARED") or Path(__file__).parents[3] / "shared")
    if not (folder / "keys.tsv").is_file():
        pytest.skip(f"the samples are not here: {folder.name}/ beside the checkout, or the folder named by GIAR_SHARED")
    return folder

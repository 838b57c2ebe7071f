"""Documents through LibreOffice, for tests that have to skip where it is not installed, or installed without Writer."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")


def convert(files: Sequence[Path], form: str, folder: Path) -> None:
    """Write files in another format into a folder, by the name of its ending or `ending:filter`; skips where nothing can."""
    if _PROGRAM is None:
        pytest.skip("LibreOffice is not installed")
    command = [_PROGRAM, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
        env=os.environ | {"HOME": str(folder)},
    )
    # it ends well, and has written nothing, where it lacks the part that reads texts
    if not any((folder / f"{file.stem}.{form.partition(':')[0]}").exists() for file in files):
        pytest.skip("LibreOffice is installed without Writer")

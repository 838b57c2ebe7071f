"""LibreOffice without a window, in a profile of its own: many files in one call."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.converters.converter import program_version

_START_SECONDS, _FILE_SECONDS = 60, 5
_TEXT_FILTER = "txt:Text (encoded):UTF8"

office_version = program_version(["soffice", "--version"], "LibreOffice")


def office_texts(paths: Sequence[Path]) -> list[str]:
    """Word-processor files as LibreOffice saves them as plain text, with the byte order mark that it sets."""
    with TemporaryDirectory() as folder:
        made = _converted(paths, _TEXT_FILTER, ".txt", Path(folder))
        return [path.read_bytes().decode("utf-8") for path in made]


def print_pdfs(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Word-processor files printed to PDF files of the same names in a folder."""
    return _converted(paths, "pdf", ".pdf", folder)


def _converted(paths: Sequence[Path], target: str, ending: str, folder: Path) -> list[Path]:
    with TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", target]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, paths)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_START_SECONDS + _FILE_SECONDS * len(paths),
            check=True,
        )
    return [folder / f"{path.stem}{ending}" for path in paths]

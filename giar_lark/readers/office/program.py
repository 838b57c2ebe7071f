"""Where LibreOffice is on this computer, and how it gets there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator

from giar_lark.lang import Text

# where it stands when it is not on the path; it may be named, too
VARIABLE = "GIAR_LIBREOFFICE"
_NAMES = ("soffice", "libreoffice")
_USUAL = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_INSTALL = {
    "win32": "winget install TheDocumentFoundation.LibreOffice",
    "darwin": "brew install --cask libreoffice",
    "linux": "sudo apt install libreoffice-writer libreoffice-calc",
}


def libreoffice() -> str | None:
    """The program; None where it is not installed."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return named if os.path.isfile(named) else None
    return next((path for path in _candidates() if path and os.path.isfile(path)), None)


def _candidates() -> Iterator[str | None]:
    if sys.platform == "win32":
        # the one that waits until it is done
        yield shutil.which("soffice.com")
        for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LocalAppData"):
            folder = os.environ.get(variable)
            yield os.path.join(folder, "LibreOffice", "program", "soffice.com") if folder else None
    yield from map(shutil.which, _NAMES)
    yield from map(os.path.expanduser, _USUAL)


def how_to_install() -> Text:
    """What to do without it: for one file, and the line to type where there are many."""
    line = _INSTALL.get(sys.platform, _INSTALL["linux"])
    return Text(
        f"用 WPS 或 Word 另存为 DOCX 后再检查；文件多时安装 LibreOffice：{line}",
        f"save it as DOCX with WPS or Word, and check that; where there are many, install LibreOffice: {line}",
    )

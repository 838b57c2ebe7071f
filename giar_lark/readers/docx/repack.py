"""A package with one part changed, and every other as it was."""

from __future__ import annotations

import copy
import io
import zipfile


def repacked(archive: zipfile.ZipFile, name: str, content: bytes) -> bytes:
    """The bytes of an archive in which a part has new content; the order, dates and packing of the parts are kept."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.comment = archive.comment
        for part in archive.infolist():
            data = content if part.filename == name else archive.read(part)
            new.writestr(copy.copy(part), data, part.compress_type)
    return out.getvalue()

"""Converters of every format: markitdown, and Apache Tika through extractous."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from generator.converters.converter import Converter, each, package_version

# Tika stops by itself at half a million characters, which a report never has, but a probe must not be cut either
_TIKA_CHARS = 10_000_000


def _markitdown(paths: Sequence[Path]) -> list[str]:
    reader = import_module("markitdown").MarkItDown(enable_plugins=False)
    return [str(reader.convert_local(path).markdown) for path in paths]


def _tika(path: Path) -> str:
    extractor = import_module("extractous").Extractor().set_extract_string_max_length(_TIKA_CHARS)
    return str(extractor.extract_file_to_string(str(path))[0])


ANY_FORMAT_CONVERTERS = (
    Converter(
        name="markitdown",
        tiers={"docx": "A", "tidy": "A", "word": "A", "pdf": "C"},
        version=package_version("markitdown"),
        convert=_markitdown,
    ),
    Converter(
        name="tika",
        tiers={"docx": "A", "tidy": "A", "word": "A", "pdf": "A"},
        version=package_version("extractous"),
        convert=each(_tika),
    ),
)

"""Where the texts of the corpus are."""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"
STEMS = tuple(sorted(path.parent.name for path in CORPUS.glob("reports/*/report.toml")))


def _names(folder: str) -> tuple[str, ...]:
    return tuple(sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob(f"{folder}/*/*.txt")))


# every text by its path in the corpus: reports in all layouts and as converters leave them, reports with a fault, with a change
TEXTS = (*_names("reports"), *_names("faults"), *_names("changes"))

"""What is checked in of the corpus is what its writer makes of what was written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generate import main
from generator.index import CHECKSUMS, LEDGER, text_files, truth_files

CORPUS = Path(__file__).parents[2] / "corpus"


def files(folder: Path) -> dict[str, bytes]:
    """What is written by hand or made from it: texts and truths, lists and checksums."""
    paths = [*text_files(folder), *truth_files(folder), *folder.glob("lists/*"), *folder.glob(CHECKSUMS)]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def written_by_hand(folder: Path) -> Iterator[Path]:
    """What the writer of the corpus starts from, the outputs of converters among it."""
    yield from folder.rglob("*.toml")
    for ledger in folder.glob(f"reports/*/{LEDGER}"):
        yield ledger
        yield from (ledger.with_name(name) for name in json.loads(ledger.read_text("utf-8")))


def test_what_is_checked_in_is_what_is_generated(tmp_path: Path) -> None:
    for path in written_by_hand(CORPUS):
        copy = tmp_path / path.relative_to(CORPUS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    main([], tmp_path)
    made, kept = files(tmp_path), files(CORPUS)
    assert sorted(name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name)) == []


def test_stems_name_what_is_written(tmp_path: Path) -> None:
    for path in CORPUS.glob("reports/town-202[45]*/report.toml"):
        copy = tmp_path / path.relative_to(CORPUS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    assert len(list(tmp_path.glob("reports/*"))) > 1
    main(["town-2024"], tmp_path)
    written = {name: data for name, data in files(CORPUS).items() if name.startswith("reports/town-2024/")}
    assert files(tmp_path) == written

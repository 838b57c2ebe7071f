"""What stands in the suite: its cases by template and status, and the checksums of its files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

OTHER_FOLDERS = frozenset({"adapters", "expected-failures", "generator", "lists", "schema"})
LEDGER = "converted.json"
CHECKSUMS = "SHA256SUMS"
LISTS = {
    "2021": "Cases with the tables of the 2021 template.",
    "2019": "Cases with the tables of the 2019 template.",
    "hybrid": "Cases whose tables mix both templates.",
    "required": "Cases that a parser has to pass.",
    "optional": "Cases that a parser need not pass.",
    "proposed": "Cases of rules that are proposed and not in force.",
}


def truth_files(folder: Path) -> list[Path]:
    """The truth files of a suite."""
    return [path for path in _files(folder, "*.json") if path.name != LEDGER]


def text_files(folder: Path) -> list[Path]:
    """The texts of a suite."""
    return list(_files(folder, "*.txt"))


def case_name(folder: Path, text: Path) -> str:
    """The name of the case that a text is: its path in the suite without the ending."""
    return text.relative_to(folder).with_suffix("").as_posix()


def lists(folder: Path) -> dict[str, str]:
    """The text of each list by its path in the suite: a line that says what it is, then the cases, sorted."""
    names: dict[str, list[str]] = {name: [] for name in LISTS}
    for path in truth_files(folder):
        truth = json.loads(path.read_text("utf-8"))
        for name, entry in truth["texts"].items():
            for listed in _lists_of(truth, entry):
                names[listed].append(case_name(folder, path.parent / name))
    return {
        f"lists/{name}.txt": "".join(f"{line}\n" for line in (f"# {about}", *sorted(names[name])))
        for name, about in LISTS.items()
    }


def checksums(folder: Path) -> str:
    """The checksums of all texts, truths and lists and of the suite's own file, as `sha256sum` writes and checks them."""
    paths = [*text_files(folder), *truth_files(folder), *folder.glob("lists/*.txt"), *folder.glob("suite.toml")]
    names = sorted(path.relative_to(folder).as_posix() for path in paths)
    return "".join(f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)


def write_index(folder: Path) -> None:
    """Write the lists, then the checksums."""
    for name, text in lists(folder).items():
        _write(folder / name, text)
    _write(folder / CHECKSUMS, checksums(folder))


def _files(folder: Path, pattern: str) -> Iterator[Path]:
    """The files in the folders of cases: all folders but those that hold something else."""
    found = sorted(folder.glob(f"*/**/{pattern}"))
    return (path for path in found if path.relative_to(folder).parts[0] not in OTHER_FOLDERS)


def _lists_of(truth: Mapping[str, Any], entry: Mapping[str, Any]) -> Iterable[str]:
    """The lists that a text belongs to: that of its template, if it has tables, and that of its status."""
    template = truth.get("metadata", {}).get("template", "hybrid" if truth.get("cells") else None)
    status = entry.get("status", truth.get("status", "required"))
    return [status] if template is None else [template, status]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")

"""Says what is wrong with the suite itself: `python corpus/lint.py [FOLDER]`, a line a problem, exit code 1 if there are any.

It needs jsonschema and nothing else. Cell keys are checked where giar_lark is there to say which ones a template has.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from generator.index import CHECKSUMS, case_name, checksums, lists, text_files, truth_files  # noqa: E402

try:
    from giar_lark.official.templates import TEMPLATES, cell_keys, tables

    KEYS_ARE_KNOWN = True
except ImportError:
    KEYS_ARE_KNOWN = False

DESCRIPTION_CHARS = 90
TEXT_BYTES, CONVERTED_BYTES = 60_000, 120_000

_KEBAB = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_TEXT_NAME = re.compile(rf"{_KEBAB}\.txt")
_CONVERTED_NAME = re.compile(rf"[a-z]+\.{_KEBAB}\.txt")
_TRUTH_NAME = re.compile(rf"{_KEBAB}\.json")
_FAULT_FOLDER = re.compile(rf"(?P<code>[A-Z][A-Z0-9]-\d\d)-{_KEBAB}")
_MODAL = re.compile(r"\b(?:should|must|shall|may|can)\b", re.IGNORECASE)
# findings of reading are about the file as a whole
_READING = "RD-"
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """A truth file that fits its schema: its path, the suite's folder, what it says, and what it says of each text."""

    path: Path
    folder: Path
    said: Mapping[str, Any]
    texts: Mapping[Path, Mapping[str, Any]]

    @property
    def kind(self) -> str:
        """The folder of the suite that it stands in: `reports`, `faults`, …"""
        return self.path.relative_to(self.folder).parts[0]


def problems(folder: Path = HERE) -> list[str]:
    """Everything that is wrong with a suite, as `path: problem`, by path."""
    truths, found = _read(folder)
    if not found:
        found += _stale(folder)  # lists are made from truths that can be read
    for truth in truths:
        for check in _OF_A_TRUTH:
            found += [_said(folder, truth.path, problem) for problem in check(truth)]
    for of_all in (_repeated_descriptions, _texts_of_one_truth, _names_and_sizes, _idle_patterns):
        found += of_all(folder, truths)
    return sorted(found)


def _said(folder: Path, path: Path, problem: str) -> str:
    return f"{path.relative_to(folder).as_posix()}: {problem}"


# ---------------------------------------------------------------- reading


def _read(folder: Path) -> tuple[list[Truth], list[str]]:
    """The truths that fit the schema, and what is wrong with the others."""
    schema = Draft202012Validator(json.loads((HERE / "schema" / "truth.schema.json").read_text("utf-8")))
    truths, found = [], []
    for path in truth_files(folder):
        try:
            said = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            found.append(_said(folder, path, f"no JSON: {error}"))
            continue
        errors = [_said(folder, path, f"{error.json_path}: {error.message}") for error in schema.iter_errors(said)]
        found += errors
        if not errors:
            texts = {path.parent / name: entry for name, entry in said["texts"].items()}
            truths.append(Truth(path=path, folder=folder, said=said, texts=texts))
    return truths, found


def _decoded(path: Path) -> str:
    """A text, in whichever encoding reports come."""
    data = path.read_bytes()
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


# ---------------------------------------------------------------- of one truth


def _description(truth: Truth) -> Iterator[str]:
    text = truth.said["description"]
    if len(text) > DESCRIPTION_CHARS:
        yield f"the description has {len(text)} characters, more than {DESCRIPTION_CHARS}"
    if modal := _MODAL.search(text):
        yield f"the description says “{modal[0]}”"
    if text[0].islower():
        yield "the description begins with a small letter"


def _missing_texts(truth: Truth) -> Iterator[str]:
    return (f"there is no {path.name}" for path in truth.texts if not path.is_file())


def _cell_keys(truth: Truth) -> Iterator[str]:
    """What is wrong with the keys of the cells, which are all of a template's, or of a mixture of both templates."""
    keys = truth.said.get("cells", {}).keys()
    template = truth.said.get("metadata", {}).get("template")
    if not KEYS_ARE_KNOWN or not keys:
        return
    if template is not None:
        yield from _differing(keys, cell_keys(template), f"in template {template}")
    elif same := [name for name in TEMPLATES if keys == set(cell_keys(name))]:
        yield f"the metadata has no template, but the cells are those of {same[0]}"
    else:
        yield from _differing(keys, _mixed_keys(keys), "in a mixture of both templates")


def _differing(keys: Collection[str], wanted: Collection[str], where: str) -> Iterator[str]:
    if strange := sorted(set(keys) - set(wanted)):
        yield f"there is no cell {', '.join(strange)} {where}"
    if missing := sorted(set(wanted) - set(keys)):
        yield f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing {where}"


def _mixed_keys(keys: Collection[str]) -> set[str]:
    """The keys of a report whose blocks of table 2, and tables 3 and 4, are each of the template that they fit best."""
    wanted: set[str] = set()
    for choices in _blocks():
        wanted |= max(choices, key=lambda block: len(block & set(keys)) - len(block - set(keys)))
    return wanted


def _blocks() -> Iterator[tuple[set[str], ...]]:
    """The keys of each block of table 2 and of tables 3 and 4, in each template."""
    data = tables()
    for block in data.blocks:
        rows = [f"{data.disclosure_rows[row].key}." for row in block.rows]
        yield tuple({key for key in cell_keys(name) if key.startswith(tuple(rows))} for name in TEMPLATES)
    for table in ("t3.", "t4."):
        yield tuple({key for key in cell_keys(name) if key.startswith(table)} for name in TEMPLATES)


def _finding_keys(truth: Truth) -> Iterator[str]:
    if not KEYS_ARE_KNOWN:
        return
    known = [f"{key}." for name in TEMPLATES for key in cell_keys(name)]
    for path, entry in truth.texts.items():
        for key in filter(None, (finding["key"] for finding in entry["findings"] or ())):
            if not any(cell.startswith(f"{key}.") for cell in known):
                yield f"{path.name}: a finding is about {key}, which is no cell or row"


def _places(truth: Truth) -> Iterator[str]:
    """The findings whose line or column lies outside the text; the end of a line is a column too."""
    for path, entry in truth.texts.items():
        placed = [finding for finding in entry["findings"] or () if "line" in finding]
        lines = re.split(r"\r\n?|\n", _decoded(path)) if placed and path.is_file() else []
        for finding in placed if lines else ():
            if finding["line"] > len(lines):
                yield f"{path.name}: {finding['code']} is at line {finding['line']}, but there are {len(lines)}"
            elif finding.get("column", 1) > len(lines[finding["line"] - 1]) + 1:
                yield f"{path.name}: {finding['code']} is at {finding['line']}:{finding['column']}, outside the line"


def _fault(truth: Truth) -> Iterator[str]:
    """What a fault lacks: a finding of the code that its folder is named after, and a line for each.

    A fault that is said in the hint of another rule has that rule's code among its tags.
    """
    if truth.kind not in ("faults", "proposed"):
        return
    folder = _FAULT_FOLDER.fullmatch(truth.path.parent.name)
    if folder is None:
        yield "the folder is not named after a code and a fault"
        return
    for path, entry in truth.texts.items():
        findings = entry["findings"] or ()
        codes = {finding["code"] for finding in findings}
        if not codes:
            yield f"{path.name}: no finding"
        elif folder["code"] not in codes and codes.isdisjoint(truth.said["tags"]):
            yield f"{path.name}: no finding is {folder['code']}"
        for finding in findings:
            if "line" not in finding and not (finding["key"] is None and finding["code"].startswith(_READING)):
                yield f"{path.name}: {finding['code']} has no line"


_OF_A_TRUTH: tuple[Callable[[Truth], Iterator[str]], ...] = (
    _description,
    _missing_texts,
    _cell_keys,
    _finding_keys,
    _places,
    _fault,
)


# ---------------------------------------------------------------- of the suite


def _repeated_descriptions(folder: Path, truths: list[Truth]) -> Iterator[str]:
    first: dict[str, Path] = {}
    for truth in truths:
        known = first.setdefault(truth.said["description"].casefold(), truth.path)
        if known is not truth.path:
            yield _said(folder, truth.path, f"the description is that of {known.relative_to(folder).as_posix()}")


def _texts_of_one_truth(folder: Path, truths: list[Truth]) -> Iterator[str]:
    named = Counter(path for truth in truths for path in truth.texts)
    for path in text_files(folder):
        if named[path] != 1:
            yield _said(folder, path, f"named in {named[path] or 'no'} truth{'s' * (named[path] > 1)}")


def _names_and_sizes(folder: Path, truths: list[Truth]) -> Iterator[str]:
    converted = {path for truth in truths for path, entry in truth.texts.items() if "converter" in entry}
    for path in truth_files(folder):
        if not _TRUTH_NAME.fullmatch(path.name):
            yield _said(folder, path, "the name is not in lower case with hyphens")
    for path in text_files(folder):
        if path in converted and not _CONVERTED_NAME.fullmatch(path.name):
            yield _said(folder, path, "the name is not input.converter.txt")
        elif path not in converted and not _TEXT_NAME.fullmatch(path.name):
            yield _said(folder, path, "the name is not in lower case with hyphens")
        most = CONVERTED_BYTES if path in converted else TEXT_BYTES
        if (size := path.stat().st_size) > most:
            yield _said(folder, path, f"{size} bytes, more than {most}")


def _idle_patterns(folder: Path, truths: list[Truth]) -> Iterator[str]:
    """The known failures that are of no case."""
    names = [case_name(folder, path) for truth in truths for path in truth.texts]
    for path in sorted(folder.glob("expected-failures/*.toml")):
        try:
            known = tomllib.loads(path.read_text("utf-8")).get("known", [])
        except ValueError as error:
            yield _said(folder, path, f"no TOML: {error}")
            continue
        for pattern in [pattern for entry in known for pattern in entry.get("cases", [])]:
            if not any(fnmatchcase(name, pattern) for name in names):
                yield _said(folder, path, f"no case is {pattern}")


def _stale(folder: Path) -> Iterator[str]:
    for name, text in {**lists(folder), CHECKSUMS: checksums(folder)}.items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            yield _said(folder, path, "not up to date: run generate.py")


def main(arguments: list[str]) -> int:
    """Print the problems of a suite; the exit code."""
    found = problems(Path(arguments[0]).resolve() if arguments else HERE)
    if not KEYS_ARE_KNOWN:
        print("the keys of cells are not checked: giar_lark cannot be imported", file=sys.stderr)
    print("".join(f"{problem}\n" for problem in found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

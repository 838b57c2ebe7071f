"""Imports run one way, from the command line down to the span; heavy libraries stay where they are needed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "giar_lark"

# a module may import from lower levels and from its own part; of parts on one level, none imports another
LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"lean"}),
    frozenset({"markup", "lang"}),
    frozenset({"source", "official"}),
    frozenset({"findings"}),
    frozenset({"stores", "manual"}),
    frozenset({"readers"}),
    frozenset({"containers"}),
    frozenset({"lalr"}),
    frozenset({"tokenise"}),
    frozenset({"parse"}),
    frozenset({"model"}),
    frozenset({"outcomes"}),
    frozenset({"narrative"}),
    frozenset({"notation"}),
    frozenset({"batch"}),
    frozenset({"rules", "export"}),
    frozenset({"settings"}),
    frozenset({"dismissals", "baseline"}),
    frozenset({"pipeline"}),
    frozenset({"write"}),
    frozenset({"relate", "compare", "fixing", "extract", "many"}),
    frozenset({"__init__"}),
    frozenset({"conformance", "runs", "handbook", "web", "lsp"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
# rendering stands on what it shows, and knows neither the rules nor the way to them
RENDER = frozenset({"batch", "findings", "lang", "lean", "manual", "markup", "model", "official", "outcomes", "source"})
HEAVY = {
    "lark": ("lalr/", "parse/grammar.py", "parse/dump.py", "notation/railroad/"),
    "rich": ("render/", "cli/"),
    "typer": ("cli/",),
    "xlsxwriter": ("render/workbook.py", "extract/xlsx_file.py"),
    "rapidfuzz": ("batch/reuse.py",),
    "pyarrow": ("containers/parquet.py", "extract/parquet_file.py"),
    "duckdb": ("extract/duckdb_file.py",),
    "pebble": ("runs/pool.py",),
    "ray": ("runs/cluster/",),
    "pygls": ("lsp/",),
    "lsprotocol": ("lsp/",),
    "pypdfium2": ("readers/pdf/",),
    "fsspec": ("stores/",),
}


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(PACKAGE.rglob("*.py")))


def part(path: Path) -> str:
    """The part of the package that a file belongs to: a module or a folder."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The modules that a file imports, at the top, inside functions, and for types."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""
            if node.module == "giar_lark":
                yield from (f"giar_lark.{alias.name}" for alias in node.names)


def own_parts(path: Path) -> set[str]:
    """The other parts of the package that a file imports from."""
    names = {name.split(".")[1] for name in imported(path) if name.startswith("giar_lark.")}
    known = {part(module) for module in modules()}
    return (names & known) - {part(path)}


def level(name: str) -> int:
    return next(number for number, names in enumerate(LEVELS) if name in names)


def test_every_part_has_a_level() -> None:
    assert {part(path) for path in modules()} == frozenset().union(*LEVELS) | {"render"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downward(path: Path) -> None:
    own = part(path)
    if own == "render":
        assert own_parts(path) - RENDER == set()
        return
    others = own_parts(path) - ({"render"} if own in ("cli", "web", "lsp") else set())
    upward = {other for other in others if level(other) >= level(own)}
    assert upward == set()


@pytest.mark.parametrize("library", HEAVY)
def test_a_library_is_imported_where_it_is_needed_only(library: str) -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert {user for user in users if not user.startswith(HEAVY[library])} == set()
    assert {place for place in HEAVY[library] if not any(user.startswith(place) for user in users)} == set()


def test_the_core_imports_no_other_library() -> None:
    import sys

    known = {*sys.stdlib_module_names, "giar_lark", *HEAVY}
    strange = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in modules()
        for name in imported(path)
        if name.split(".")[0] not in known
    }
    assert strange == set()


def test_the_language_server_is_imported_by_its_command_only() -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        if part(path) != "lsp" and any(name.split(".")[:2] == ["giar_lark", "lsp"] for name in imported(path))
    }
    assert users == {"cli/lsp.py"}


def test_records_are_not_those_of_the_standard_library_which_take_long_to_define() -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        if any(alias.name in ("dataclass", "field", "replace") for alias in node.names)
    }
    assert users == {"lean/records.py"}


def is_rule(path: Path) -> bool:
    """Whether a module is one of the catalogue: what several rules use has no `RULE`."""
    return any(
        isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["RULE"]
        for node in ast.parse(path.read_text(encoding="utf-8")).body
    )


def test_a_folder_of_rules_holds_nothing_that_several_rules_use() -> None:
    folders: dict[str, set[bool]] = {}
    for path in (PACKAGE / "rules").glob("*/*.py"):
        if path.name != "__init__.py":
            folders.setdefault(path.parent.name, set()).add(is_rule(path))
    assert {name for name, kinds in folders.items() if len(kinds) > 1} == set()


def test_no_rule_imports_another() -> None:
    rules = [path for path in (PACKAGE / "rules").glob("*/*.py") if is_rule(path)]
    names = {".".join(["giar_lark", *path.relative_to(PACKAGE).with_suffix("").parts]) for path in rules}
    crossing = {(path.name, name) for path in rules for name in imported(path) if name in names}
    assert rules != []
    assert crossing == set()


def test_no_two_modules_import_each_other() -> None:
    names = {".".join(["giar_lark", *p.relative_to(PACKAGE).with_suffix("").parts]): p for p in modules()}
    edges = {name: {other for other in imported(path) if other in names} - {name} for name, path in names.items()}
    loops = []

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            loops.append((*above[above.index(name) :], name))
            return
        if name not in done:
            for other in edges[name]:
                visit(other, (*above, name))
            done.add(name)

    done: set[str] = set()
    for name in sorted(edges):
        visit(name, ())
    assert loops == []

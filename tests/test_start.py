"""What a start loads: what it uses, and nothing more. Loading is most of the time of a command about one report."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

REPORTS = Path(__file__).parents[1] / "corpus" / "reports"
SOUND = REPORTS / "county-bureau-2023" / "tab-rows.txt"
# as `giar-lark` does, with the names of what was loaded where the program would end
PROGRAM = "from giar_lark.cli.app import main\ntry:\n    main()\nexcept SystemExit:\n    pass"


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules that are loaded when some code has run."""
    told = f"{code}\nimport sys\nprint('', *sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", told, *arguments], capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.split())


def of_the_package(modules: set[str]) -> set[str]:
    return {name for name in modules if name.startswith("giar_lark.")}


def test_importing_the_package_loads_none_of_it() -> None:
    assert of_the_package(loaded("import giar_lark")) == {"giar_lark.parse"}


@pytest.mark.parametrize("name", ["lark", "rich", "typer", "pandas", "giar_lark.render", "giar_lark.extract"])
def test_checking_a_report_loads_nothing_that_shows_it(name: str) -> None:
    assert name not in loaded(f"import giar_lark\ngiar_lark.check(giar_lark.read({str(SOUND)!r}))")


NEVER = (
    # libraries of the core: what draws, what parses grammars, what parses command lines
    "lark",
    "rich",
    "typer",
    # of the standard library, what takes long to load
    "argparse",
    "asyncio",
    "dataclasses",
    "difflib",
    "glob",
    "hashlib",
    "html",
    "inspect",
    "locale",
    "lzma",
    "multiprocessing",
    "shutil",
    "subprocess",
    "tempfile",
    "tomllib",
    "weakref",
    "traceback",
    "xml",
    "zipfile",
    # of ours, what shows findings, what reads other formats, and what needs several reports or options
    "giar_lark.batch",
    "giar_lark.cli.choice",
    "giar_lark.cli.commands",
    "giar_lark.cli.outputs.statistics",
    "giar_lark.cli.waiting",
    "giar_lark.containers.jsonl",
    "giar_lark.containers.unfold",
    "giar_lark.containers.zip",
    "giar_lark.extract.frame",
    "giar_lark.many",
    "giar_lark.parse.explain",
    "giar_lark.readers.limit_values",
    "giar_lark.readers.office",
    "giar_lark.readers.package",
    "giar_lark.relate",
    "giar_lark.render.full",
    "giar_lark.rules.catalogue",
    "giar_lark.settings.read",
    "giar_lark.tokenise.sections.headings",
)


@pytest.mark.parametrize("name", NEVER)
def test_what_is_never_loaded_exists(name: str) -> None:
    assert find_spec(name) is not None


def test_a_check_that_finds_nothing_loads_what_it_needs() -> None:
    assert loaded(PROGRAM, "check", str(SOUND)) & set(NEVER) == set()

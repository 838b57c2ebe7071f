"""The sdist has the whole project; the wheel carries the grammar, the schemas and the type marker, and asks for three packages only."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

import pytest

import giar_lark

ROOT = Path(__file__).parents[1]
GRAMMAR = {path.name for path in (ROOT / "grammar").iterdir()}
_READ_ALL = """
import sys
sys.path.insert(0, sys.argv[1])
from giar_lark.lean.resources import grammar_dir
import giar_lark
assert giar_lark.__file__.startswith(sys.argv[1]), giar_lark.__file__
report = giar_lark.check(giar_lark.read(sys.argv[2])).report
print(len(report.cells), *sorted(entry.name for entry in grammar_dir().iterdir()))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is in an sdist."""
    pytest.importorskip("hatchling", reason="hatchling builds the sdist")
    folder = tmp_path_factory.mktemp("dist")
    _build(ROOT, "sdist", folder)
    (archive,) = folder.glob("*.tar.gz")
    _python("-m", "tarfile", "-e", str(archive), str(folder))
    return folder / archive.name.removesuffix(".tar.gz")


@pytest.fixture(scope="module")
def wheel(unpacked: Path) -> Path:
    """A wheel built from an sdist, as an index would get it; without network."""
    _build(unpacked, "wheel", unpacked.parent)
    (built,) = unpacked.parent.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    """What the wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return BytesParser().parsebytes(archive.read(name))


def test_sdist_has_every_folder_of_the_project(unpacked: Path) -> None:
    project = subprocess.run(["git", "ls-tree", "-d", "--name-only", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    if project.returncode:
        pytest.skip("no checkout to compare with")
    assert {path.name for path in unpacked.iterdir() if path.is_dir()} == set(project.stdout.split())


def test_wheel_has_grammar_schemas_and_type_marker(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    schemas = {f"giar_lark/schema/{path.name}" for path in (ROOT / "giar_lark" / "schema").glob("*.json")}
    assert {f"giar_lark/grammar/{name}" for name in GRAMMAR} | schemas | {"giar_lark/py.typed"} <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"giar_lark"}


@pytest.mark.parametrize("form", ["zip", "folder"])
def test_wheel_reads_a_report_on_its_own(wheel: Path, tmp_path: Path, form: str) -> None:
    place = wheel
    if form == "folder":
        place = tmp_path / "site"
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(place)
    report = ROOT / "corpus" / "reports" / "county-bureau-2023" / "tab-rows.txt"
    cells, *names = _python("-c", _READ_ALL, str(place), str(report), cwd=tmp_path).split()
    assert cells == "200"
    assert set(names) == GRAMMAR


def test_wheel_asks_for_three_packages_only(metadata: Message) -> None:
    asked = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert {re.split(r"[\s<>=!~;\[]", line)[0] for line in asked} == {"lark", "rich", "typer"}
    assert metadata["Requires-Python"] == ">=3.11"


def test_typer_stays_below_the_version_that_starts_slowly() -> None:
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    (typer,) = (line for line in dependencies if line.startswith("typer"))
    assert "<0.29" in typer


def test_version_stands_in_one_place(metadata: Message) -> None:
    assert metadata["Version"] == giar_lark.__version__
    assert f"## [{giar_lark.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_program_is_installed_under_its_name(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "giar-lark = giar_lark.cli.app:main" in archive.read(name).decode()


def _build(project: Path, target: str, folder: Path) -> None:
    _python("-m", "hatchling", "build", "-t", target, "-d", str(folder), cwd=project)


def _python(*arguments: str, cwd: Path = ROOT) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout

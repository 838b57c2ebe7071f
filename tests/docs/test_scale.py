"""What `docs/scale.md` has a scheduler run is run here, with the surroundings that the scheduler gives a task."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8")
DOCUMENTS = 7

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A folder of documents with a list of them beside it, and room for what comes of them."""
    for folder in ("in", "out", "bin"):
        (tmp_path / folder).mkdir()
    for number in range(DOCUMENTS):
        (tmp_path / "in" / f"{number}.txt").write_text(f"无关 {number}", "utf-8")
    names = [str(path) for path in sorted((tmp_path / "in").iterdir())]
    (tmp_path / "reports.txt").write_text("".join(f"{name}\n" for name in names), "utf-8")
    program = tmp_path / "bin" / "giar-lark"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m giar_lark "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path


def scripted(folder: Path, script: str, surroundings: Mapping[str, str]) -> int:
    """The exit code of a script that was written for 64 tasks and CSV-less stores, run for two tasks in a folder."""
    here = re.sub(r"(?:s3://bucket|/data)(?=/)", str(folder), script)
    here = here.replace("/64", "/2").replace(".parquet", ".csv").replace("--jobs 8", "--jobs 1")
    environ = {**os.environ, **surroundings, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    return subprocess.run(["sh", "-c", here], cwd=folder, env=environ, capture_output=True, check=False).returncode


def documents_of(table: Path) -> list[str]:
    with table.open(encoding="utf-8-sig", newline="") as file:
        return [Path(row["path"]).name for row in csv.DictReader(file)]


def block_with(start: str) -> str:
    """The block of the page that begins so."""
    [found] = re.findall(rf"^```\n({re.escape(start)}.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return str(found)


def test_the_tasks_of_slurm_do_all_documents_each_once(listed: Path) -> None:
    script = block_with("#!/bin/bash\n#SBATCH")
    codes = [scripted(listed, script, {"SLURM_ARRAY_TASK_ID": str(task)}) for task in (1, 2)]
    assert codes == [1, 1]  # no document is a report
    done = [documents_of(listed / "out" / f"{task}.csv") for task in (1, 2)]
    assert done == [["0.txt", "1.txt", "2.txt"], ["3.txt", "4.txt", "5.txt", "6.txt"]]


def test_the_pods_of_kubernetes_do_all_documents_each_once(listed: Path) -> None:
    [script] = re.findall(r"^ +args: \['(.*)'\]$", block_with("apiVersion: batch/v1"), re.MULTILINE)
    codes = [scripted(listed, script, {"JOB_COMPLETION_INDEX": str(pod)}) for pod in (0, 1)]
    assert codes == [1, 1]
    done = [documents_of(listed / "out" / f"{pod}.csv") for pod in (0, 1)]
    assert done == [["0.txt", "1.txt", "2.txt"], ["3.txt", "4.txt", "5.txt", "6.txt"]]


def test_the_list_is_of_all_files_in_order(listed: Path) -> None:
    [line] = re.findall(r"^(find .*)$", PAGE, re.MULTILINE)
    (listed / "reports.txt").unlink()
    assert scripted(listed, line.replace("/data/reports", "/data/in"), {}) == 0
    names = (listed / "reports.txt").read_text("utf-8").splitlines()
    assert names == [str(path) for path in sorted((listed / "in").iterdir())]

"""What lets into a store is used, and shown nowhere: not in datasets, manifests, messages, or what a crash leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_run import SOUND, run

from giar_lark.outcomes.fault import Fault

fsspec = pytest.importorskip("fsspec", reason="the extra `remote` is not installed")

SECRETS = ("hunter2", "c0ffee")
OPENED: list[str] = []


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> str:
    """A store that lets in who gives a password and a signature; anyone else is refused with both in what is said."""
    from fsspec.implementations.memory import MemoryFileSystem

    class Guarded(MemoryFileSystem):  # type: ignore[misc]
        protocol = ("guarded",)

        @classmethod
        def _strip_protocol(cls, path: str) -> str:
            OPENED.append(str(path))
            rest = str(path).removeprefix("guarded://")
            return "/" + rest.partition("@")[2].partition("?")[0] if "@" in rest else rest

        def cat_file(self, path: str, **options: object) -> bytes:
            if "refused" in path:
                raise RuntimeError("no answer from guarded://user:hunter2@vault/refused.txt?sig=c0ffee")
            data = super().cat_file(path, **options)
            assert isinstance(data, bytes)
            return data

    fsspec.register_implementation("guarded", Guarded, clobber=True)
    memory = fsspec.filesystem("memory")
    for name in ("a.txt", "refused.txt"):
        memory.pipe_file(f"/vault/{name}", SOUND.encode())
    return "guarded://user:hunter2@vault"


def test_nothing_is_left_of_them_in_a_run(address: str, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"{address}/a.txt?sig=c0ffee\n{address}/refused.txt?sig=c0ffee\n", "utf-8")
    done = run("extract", "--files-from", str(tmp_path / "list"), "-o", str(tmp_path / "a.csv"), "--lang", "en")
    (tmp_path / "list").unlink()
    assert done.exit_code == 1, done.stderr
    lines = [json.loads(line) for line in (tmp_path / "a.csv.manifest.jsonl").read_text("utf-8").splitlines()]
    assert [(line["name"], line["status"]) for line in lines] == [
        ("guarded://vault/a.txt?sig=…", "ok"),
        ("guarded://vault/refused.txt?sig=…", "unreached"),
    ]
    files = [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    assert [secret for secret in SECRETS for text in (*files, done.stderr, done.stdout) if secret in text] == []
    assert any(secret in address for address in OPENED for secret in SECRETS)


@pytest.mark.parametrize("command", [("check",), ("parse",), ("extract", "-o", "guarded://user:hunter2@vault/a.csv")])
def test_nothing_is_said_of_them(address: str, command: tuple[str, ...]) -> None:
    done = run(*command, f"{address}/a.txt?sig=c0ffee", f"{address}/none.txt?sig=c0ffee", "--lang", "en")
    assert (done.exit_code, done.stderr) == (
        2, "giar-lark: no such file or folder: guarded://vault/none.txt?sig=…; check the path\n",
    )  # fmt: skip
    done = run(*command, f"{address}/a.txt?sig=c0ffee", "--lang", "en")
    assert done.exit_code == 0, done.stderr
    assert [secret for secret in SECRETS if secret in done.stderr + done.stdout] == []


def test_a_fault_says_nothing_of_them() -> None:
    try:
        raise RuntimeError("s3://user:hunter2@vault/a?sig=c0ffee")
    except RuntimeError as error:
        fault = Fault.of(error, "here")
    assert fault.reason == "RuntimeError: s3://vault/a?sig=…"
    assert [secret for secret in SECRETS if secret in fault.trace] == []

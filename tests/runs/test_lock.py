"""Of two runs that write to one place, one is refused; what was left behind by a run that is no more refuses nobody."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cli_run import SOUND
from sabotage import command, environment, run

from giar_lark.runs.lock import held
from giar_lark.runs.trouble import TakenError


def nobody(who: str) -> None:
    raise AssertionError(who)


def reports(folder: Path) -> None:
    (folder / "in").mkdir()
    for number in range(8):
        (folder / "in" / f"{number}.txt").write_text(SOUND, "utf-8")


def test_a_second_run_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    reports(tmp_path)
    environ = environment(tmp_path, chunk=1, pause=4, harm=False)
    line = command("in", "-o", "a.csv", "--jobs", "1")
    first = subprocess.Popen(line, cwd=tmp_path, env=environ, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while not list((tmp_path / "a.csv.run").glob("*.part")) and first.poll() is None:
            threading.Event().wait(0.05)
        second = run(tmp_path, "in", "-o", "a.csv", "--resume", chunk=1, harm=False)
    finally:
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    words = "giar-lark: another giar-lark is writing to a.csv; wait until it is done, or write elsewhere\n"
    assert (second.returncode, second.stderr) == (2, words)
    assert run(tmp_path, "in", "-o", "a.csv", "--resume", chunk=1, harm=False).returncode == 0
    assert {one.name for one in tmp_path.iterdir()} == {
        "in", "sabotage", "a.csv", "a.csv.manifest.jsonl", "a.dictionary.csv",
    }  # fmt: skip


def test_the_right_is_given_back(tmp_path: Path) -> None:
    for _ in range(2):
        with held(str(tmp_path / "a.csv"), nobody) as hold:
            hold.check()
            with pytest.raises(TakenError), held(str(tmp_path / "a.csv"), nobody):
                pass
            with held(str(tmp_path / "b.csv"), nobody):
                pass
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def output(monkeypatch: pytest.MonkeyPatch) -> str:
    """An output in a store whose leases go by quickly."""
    pytest.importorskip("fsspec", reason="the extra `remote` is not installed")
    monkeypatch.setattr("giar_lark.runs.lease.BEAT_SECONDS", 0.1)
    monkeypatch.setattr("giar_lark.runs.lease.STALE_SECONDS", 1.0)
    monkeypatch.setattr("giar_lark.runs.lease._LOOK_SECONDS", 0.05)
    return f"memory://{os.urandom(6).hex()}/a.csv"


def sign(host: str, process: int) -> bytes:
    return json.dumps({"host": host, "process": process, "run": "other", "beat": 3}).encode()


def lease_of(output: str) -> str:
    return output.replace("a.csv", ".a.csv.lease")


def test_a_lease_that_is_renewed_refuses_others(output: str) -> None:
    told: list[str] = []
    with held(output, nobody) as hold, pytest.MonkeyPatch.context() as elsewhere:
        elsewhere.setattr(socket, "gethostname", lambda: "another")
        with pytest.raises(TakenError) as refused, held(output, told.append):
            pass
        hold.check()
    who = f"{socket.gethostname()}, PID {os.getpid()}"
    assert told == [who]
    assert refused.value.text.en.startswith(f"another giar-lark ({who}) is writing to {output};")


def test_a_lease_that_was_left_behind_refuses_nobody(output: str) -> None:
    from giar_lark.stores.store import store_of

    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    store_of(output).write(lease_of(output), sign(socket.gethostname(), int(gone.stdout)))
    with held(output, nobody) as hold:
        hold.check()
    told: list[str] = []
    store_of(output).write(lease_of(output), sign("elsewhere", 7))
    with held(output, told.append) as hold:
        hold.check()
    assert told == ["elsewhere, PID 7"]
    assert not store_of(output).has(lease_of(output))


def test_a_lease_that_another_has_taken_ends_the_run(output: str) -> None:
    from giar_lark.stores.store import store_of

    with held(output, nobody) as hold:
        store_of(output).write(lease_of(output), sign("elsewhere", 7))
        with pytest.raises(TakenError):
            for _ in range(100):
                threading.Event().wait(0.05)
                hold.check()
    assert store_of(output).has(lease_of(output))

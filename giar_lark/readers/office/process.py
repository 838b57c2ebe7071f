"""A program that is started to do a job, watched while it makes progress, and ended with all that it has started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

_LOOK_SECONDS = 0.05
_END_SECONDS = 5


def run(command: Sequence[str], folder: str, progress: Callable[[], int], seconds: float) -> bool:
    """Whether a program that is run in a folder ends well: by itself, and without a fault.

    It is ended if it makes no progress for so many seconds.

    Raises: OSError, where it cannot be started.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(folder),
        start_new_session=sys.platform != "win32",
    )
    try:
        _watch(process, progress, seconds)
        return process.returncode == 0
    finally:
        _end(process)


def _watch(process: subprocess.Popen[bytes], progress: Callable[[], int], seconds: float) -> None:
    done, since = 0, time.monotonic()
    while time.monotonic() - since < seconds:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_SECONDS)
            return
        now = progress()
        if now != done:
            done, since = now, time.monotonic()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it with everything that belongs to it: LibreOffice is a script that starts a program that starts another."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ("taskkill", "/F", "/T", "/PID", str(process.pid))
            subprocess.run(tree, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_END_SECONDS)


def _environment(folder: str) -> dict[str, str]:
    """The usual environment without a display, with temporary files in the folder and a proxy that nobody answers at."""
    nowhere = "http://127.0.0.1:9"
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "no_proxy")}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), nowhere)
    return {**kept, **proxies, "TMPDIR": folder, "TEMP": folder, "TMP": folder, "SAL_USE_VCLPLUGIN": "svp"}

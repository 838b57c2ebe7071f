"""How many processes do the work of a command: as many as are asked for, else as many as are worth their beginning."""

from __future__ import annotations

import os
from collections.abc import Sequence

from giar_lark.cli.exits import usage_error
from giar_lark.cli.language import say
from giar_lark.containers.files import Found

# so much is done before workers have begun
_LITTLE_BYTES = 1 << 18


def has_pool() -> bool:
    """Whether the extra `batch` is installed, which keeps processes beside this one."""
    from importlib.util import find_spec

    return find_spec("pebble") is not None


def workers(jobs: str | None, found: Sequence[Found], lang: str, *, is_timed: bool = False) -> int | None:
    """How many processes work beside this one; None where this one does all. `is_timed`: documents have a time of their own.

    Raises: the exit of a wrong usage, where that needs a library that is not installed.
    """
    asked = asked_jobs(jobs, lang)
    if jobs is None and not is_timed and _is_little(found):
        return None
    if has_pool():
        return asked
    if is_timed:
        raise usage_error(install("--timeout ", "--timeout", "batch", lang))
    if jobs is not None and asked > 1 and jobs != "auto":
        raise usage_error(install(f"--jobs {asked} ", f"--jobs {asked}", "batch", lang))
    return None


def alone(found: Sequence[Found], lang: str) -> str:
    """What is said where one process does what is worth several, for want of a library; empty where that is not so."""
    if has_pool() or _is_little(found):
        return ""
    return say(
        "giar-lark: 只用一个进程，卡住它的文件会停下全部；要用多个进程，请运行：pip install 'giar-lark[batch]'\n",
        "giar-lark: one process does all, and a file that halts it halts the run; for several run:"
        " pip install 'giar-lark[batch]'\n",
        lang,
    )


def asked_jobs(jobs: str | None, lang: str) -> int:
    """The number that is asked for; where none is, that of the processors at hand.

    Raises: the exit of a wrong usage.
    """
    if jobs is None or jobs == "auto":
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not (jobs.isascii() and jobs.isdigit() and 1 <= int(jobs) <= 1024):
        raise usage_error(say(f"--jobs {jobs}：写一个数，或 auto", f"--jobs {jobs}: write a number, or auto", lang))
    return int(jobs)


def install(zh: str, en: str, extra: str, lang: str) -> str:
    """What is said where something needs an extra that is not there."""
    line = f"pip install 'giar-lark[{extra}]'"
    return say(f"{zh}需要另外安装，请运行：{line}", f"{en} needs a library that is not installed; run: {line}", lang)


def _is_little(found: Sequence[Found]) -> bool:
    left = _LITTLE_BYTES
    for one in found:
        left -= _LITTLE_BYTES if one.size is None else one.size
        if left < 0:
            return False
    return True

"""Exit codes, and the messages that go with them (contract, part 3)."""

from __future__ import annotations

import sys
import traceback

import typer

OK, FINDINGS, USAGE, INTERNAL = 0, 1, 2, 3


def usage_error(message: str) -> typer.Exit:
    """What to raise after a wrong argument; the message goes to stderr at once."""
    print(f"giar-lark: {message}", file=sys.stderr)
    return typer.Exit(USAGE)


def report_internal_error(error: BaseException, where: str, lang: str, *, debug: bool) -> None:
    """One line on stderr about an error that is the program's own fault; with `debug`, the traceback too."""
    if debug:
        traceback.print_exception(error, file=sys.stderr)
    kind = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    hint = "" if debug else ("; --debug shows where" if lang == "en" else "；加 --debug 可看到出错的位置")
    words = "internal error" if lang == "en" else "程序内部错误"
    print(f"giar-lark: {where}: {words}: {kind}{hint}", file=sys.stderr)

"""Exit codes, and the messages that go with them (contract, part 3)."""

from __future__ import annotations

import atexit
import os
import sys

from giar_lark.lang import Text
from giar_lark.outcomes.fault import Fault

OK, FINDINGS, USAGE, INTERNAL = 0, 1, 2, 3
# after Ctrl-C, as of any program that a signal has stopped
INTERRUPTED = 130


class QuickEnd:
    """Ends the process with a code as soon as all is written and all that is registered to be done at the end is done.

    Python would go on to take apart whatever was loaded, module by module, which takes a tenth of a check.
    """

    def __init__(self) -> None:
        """What is registered from now on is done before."""
        self.code: int | None = None
        atexit.register(self._end)

    def _end(self) -> None:
        if self.code is not None:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(self.code)


def usage_error(message: str) -> SystemExit:
    """What to raise after a wrong argument; the message goes to stderr at once."""
    print(f"giar-lark: {message}", file=sys.stderr)
    return SystemExit(USAGE)


def report_internal_error(error: BaseException, where: str, lang: str, *, debug: bool) -> None:
    """One line on stderr about an error that is the program's own fault; with `debug`, the traceback too."""
    report_fault(Fault.of(error, where), lang, debug=debug)


def report_fault(fault: Fault, lang: str, *, debug: bool) -> None:
    """One line on stderr about a fault of the program; with `debug`, how it came about, too."""
    if debug:
        print(fault.trace, end="", file=sys.stderr)
    if fault.is_loss:
        zh = f"放弃检查（{fault.reason}），其余照常；请单独检查这一份"
        en = f"given up ({fault.reason}), and the others were checked; check it by itself"
    else:
        hint = Text("", "") if debug else Text("；加 --debug 可看到出错的位置", "; --debug shows where")
        zh, en = f"程序内部错误：{fault.reason}{hint.zh}", f"internal error: {fault.reason}{hint.en}"
    print(f"giar-lark: {fault.where}: {en if lang == 'en' else zh}", file=sys.stderr)

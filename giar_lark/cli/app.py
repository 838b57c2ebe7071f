"""The program `giar-lark`: how it begins and how it ends."""

from __future__ import annotations

import gc
import sys

from giar_lark.cli.exits import INTERNAL, INTERRUPTED, QuickEnd, report_internal_error
from giar_lark.cli.language import language_of
from giar_lark.cli.streams import end_with_the_reader, gone_with_the_reader, prepare_streams
from giar_lark.cli.version import tell_version
from giar_lark.lean.garbage import look_seldom


def main() -> None:
    """Run the program and exit."""
    look_seldom()
    prepare_streams()
    end_with_the_reader()
    arguments = sys.argv[1:]
    try:
        if is_plain_check(arguments, sys.platform):
            _plain_check(arguments[1:])
        if arguments == ["--version"]:
            tell_version()
        else:
            _command(arguments)
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    except BrokenPipeError:
        gone_with_the_reader()
    except Exception as error:
        report_internal_error(error, " ".join(arguments[:1]), language_of(arguments), debug="--debug" in arguments)
        raise SystemExit(INTERNAL) from None
    finally:
        gc.freeze()  # nor is it of use to look through all of it at the end


def is_plain_check(arguments: list[str], platform: str) -> bool:
    """Whether a command line is `check` with paths and nothing else.

    There is nothing to parse in it, and loading what parses command lines takes longer than checking a report. On Windows
    it is needed all the same, for no shell has filled in the patterns there.
    """
    command, paths = arguments[:1], arguments[1:]
    options = [path for path in paths if path.startswith("-") and path != "-"]
    return command == ["check"] and bool(paths) and not options and platform != "win32"


def _plain_check(paths: list[str]) -> None:
    from giar_lark.cli.checking.files import check_files
    from giar_lark.cli.checking.wish import Wish

    end = QuickEnd()
    end.code = check_files(paths, Wish())
    raise SystemExit(end.code)


def _command(arguments: list[str]) -> None:
    from giar_lark.cli.commands import COMMANDS, asked_for, program

    commands = asked_for(arguments)
    program(commands or COMMANDS, by_name=not commands)()

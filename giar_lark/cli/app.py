"""The program `giar-lark`: how it begins and how it ends."""

from __future__ import annotations

import sys

from giar_lark.cli.commands import asked_for, program
from giar_lark.cli.exits import INTERNAL, report_internal_error
from giar_lark.cli.language import language
from giar_lark.cli.streams import end_with_the_reader, prepare_streams


def main() -> None:
    """Run the program and exit."""
    prepare_streams()
    end_with_the_reader()
    try:
        program(asked_for(sys.argv[1:]))()
    except Exception as error:
        report_internal_error(error, " ".join(sys.argv[1:2]), language(), debug="--debug" in sys.argv)
        raise SystemExit(INTERNAL) from None

"""Each command alone is what it is among all."""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from giar_lark import __version__
from giar_lark.cli.commands import COMMANDS, Command, asked_for, program


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_alone_has_the_name_that_it_has_among_all(command: Command) -> None:
    alone = typer.main.get_command(program(asked_for([command.name])))
    assert isinstance(alone, typer.core.TyperGroup)
    assert list(alone.commands) == [command.name]


def test_a_command_that_stands_further_on_may_be_run() -> None:
    assert asked_for(["--version", "check"]) == asked_for(["--lang", "check"]) == asked_for(["--", "check"]) == COMMANDS


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["chekc"], ["--lang"]])
def test_help_and_errors_know_all_commands_by_name(arguments: list[str]) -> None:
    assert asked_for(arguments) == ()
    told, whole = (CliRunner().invoke(program(by_name=by_name), arguments) for by_name in (True, False))
    assert (told.exit_code, told.output) == (whole.exit_code, whole.output)


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "check"]])
def test_the_version(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "giar_lark", *arguments], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == f"giar-lark {__version__}\n"

"""Each command alone is what it is among all."""

from __future__ import annotations

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


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--version", "check"], ["chekc"], ["--lang", "check"]])
def test_help_and_errors_know_all_commands(arguments: list[str]) -> None:
    assert asked_for(arguments) == COMMANDS


def test_the_version_takes_no_command() -> None:
    assert asked_for(["--version"]) == ()
    done = CliRunner().invoke(program(()), ["--version"])
    assert (done.exit_code, done.stdout) == (0, f"giar-lark {__version__}\n")

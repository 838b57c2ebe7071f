"""The commands, each imported when it is the one that is asked for: importing all takes longer than checking a report."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from giar_lark.cli.language import say
from giar_lark.cli.typer_words import Command as SpokenCommand
from giar_lark.cli.typer_words import Group
from giar_lark.cli.version import tell_version
from giar_lark.lean.named_tuple import NamedTuple


class Command(NamedTuple):
    """A command: its name, which is that of its module and of the function or group in it, and what it does in a line."""

    name: str
    zh: str
    en: str


COMMANDS = (
    Command("check", "检查报告：哪里错了，怎么改", "say what is wrong, and where"),
    Command(
        "parse",
        "读出报告的内容：每一格的数、状态和位置",
        "give the report as data: every cell with its state and place",
    ),
    Command("fmt", "把报告写成规范格式，或 Markdown、HTML、DOCX", "write the report in canonical form, or another"),
    Command("compare", "两份报告对照：数据、结转、文字", "two reports side by side: cells, carry-over, text"),
    Command("extract", "把报告做成数据集：CSV、Parquet、Excel 等", "make a dataset of reports"),
    Command("new", "写一份待填写的空白报告", "write an empty report, ready to fill in"),
    Command("dismiss", "忽略一处提示，写明原因", "set a finding aside, with a reason"),
    Command("rules", "列出全部规则", "list all rules"),
    Command("rule", "说明一条规则", "explain one rule"),
    Command("conformance", "用例集测试：解析得对不对", "run a corpus against its truth"),
    Command("schema", "输出 JSON Schema", "print a JSON Schema"),
    Command("web", "在浏览器里检查，文件不上传", "check in the browser; nothing is uploaded"),
    Command("grammar", "输出语法", "print the grammar"),
    Command("lsp", "语言服务器，供编辑器使用", "the language server, for editors"),
    # a group: those stand behind the others
    Command("baseline", "基线：已知的提示，以后只报新的", "known findings, so that only new ones are reported"),
)


def program(commands: Iterable[Command] = COMMANDS, *, by_name: bool = False) -> typer.Typer:
    """The program with some of its commands; `by_name` without what they do, as help and errors tell of them."""
    app = typer.Typer(
        name="giar-lark",
        cls=Group,
        help=say(
            "检查政府信息公开工作年度报告。", "Checks Chinese government annual reports on information disclosure."
        ),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_before_commands)
    for command in commands:
        does = _nothing if by_name else getattr(import_module(f"giar_lark.cli.{command.name}"), command.name)
        words = say(command.zh, command.en)
        if isinstance(does, typer.Typer):
            app.add_typer(does, name=command.name, help=words)
        else:
            app.command(command.name, cls=SpokenCommand, help=words)(does)
    return app


def _nothing() -> None:
    """What a command does of which only its name is asked."""


def asked_for(arguments: list[str]) -> tuple[Command, ...]:
    """The commands that some arguments may run: the one that they begin with, else all if they name one further on.

    With none, it is help or an error that is asked for.
    """
    named = tuple(command for command in COMMANDS if command.name in arguments[:1])
    return named or (COMMANDS if any(command.name in arguments for command in COMMANDS) else ())


def _version(wanted: bool) -> None:
    if wanted:
        tell_version()
        raise typer.Exit


def _before_commands(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("版本", "show the version"))
    ] = False,
) -> None:
    """Take the options that stand before a command."""

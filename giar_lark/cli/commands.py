"""The commands, each imported when it is the one that is asked for: importing all takes longer than checking a report."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from giar_lark import __version__
from giar_lark.cli.language import say
from giar_lark.named_tuple import NamedTuple


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
    Command("baseline", "", ""),  # a group, which says itself what it does
    Command("rules", "列出全部规则", "list all rules"),
    Command("rule", "说明一条规则", "explain one rule"),
    Command("conformance", "用例集测试：解析得对不对", "run a corpus against its truth"),
    Command("schema", "输出 JSON Schema", "print a JSON Schema"),
    Command("web", "在浏览器里检查，文件不上传", "check in the browser; nothing is uploaded"),
    Command("grammar", "输出语法", "print the grammar"),
    Command("lsp", "语言服务器，供编辑器使用", "the language server, for editors"),
)


def program(commands: Iterable[Command] = COMMANDS) -> typer.Typer:
    """The program with some of its commands."""
    app = typer.Typer(
        name="giar-lark",
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
        found = getattr(import_module(f"giar_lark.cli.{command.name}"), command.name)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=command.name)
        else:
            app.command(command.name, help=say(command.zh, command.en))(found)
    return app


def asked_for(arguments: list[str]) -> tuple[Command, ...]:
    """The commands that some arguments need: the one that they begin with, else all, of which help or an error tells.

    The version needs none.
    """
    if arguments == ["--version"]:
        return ()
    named = tuple(command for command in COMMANDS if command.name in arguments[:1])
    return named or COMMANDS


def _version(wanted: bool) -> None:
    if wanted:
        print(f"giar-lark {__version__}")
        raise typer.Exit


def _before_commands(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("版本", "show the version"))
    ] = False,
) -> None:
    """Take the options that stand before a command."""

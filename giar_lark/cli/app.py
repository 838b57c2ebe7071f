"""The program `giar-lark`: its commands, and how it ends."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from giar_lark import __version__
from giar_lark.cli.baseline import baseline
from giar_lark.cli.check import check
from giar_lark.cli.compare import compare
from giar_lark.cli.conformance import conformance
from giar_lark.cli.dismiss import dismiss
from giar_lark.cli.exits import INTERNAL, report_internal_error
from giar_lark.cli.fmt import fmt
from giar_lark.cli.grammar import grammar
from giar_lark.cli.language import language, say
from giar_lark.cli.lsp import lsp
from giar_lark.cli.new import new
from giar_lark.cli.parse import parse
from giar_lark.cli.rule import rule
from giar_lark.cli.rules import rules
from giar_lark.cli.schema import schema
from giar_lark.cli.streams import end_with_the_reader, prepare_streams
from giar_lark.cli.web import web

app = typer.Typer(
    name="giar-lark",
    help=say("检查政府信息公开工作年度报告。", "Checks Chinese government annual reports on information disclosure."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check", help=say("检查报告：哪里错了，怎么改", "say what is wrong, and where"))(check)
app.command(
    "parse",
    help=say("读出报告的内容：每一格的数、状态和位置", "give the report as data: every cell with its state and place"),
)(parse)
app.command(
    "fmt", help=say("把报告写成规范格式，或 Markdown、HTML、DOCX", "write the report in canonical form, or another")
)(fmt)
app.command("compare", help=say("两份报告对照：数据、结转、文字", "two reports side by side: cells, carry-over, text"))(
    compare
)
app.command("new", help=say("写一份待填写的空白报告", "write an empty report, ready to fill in"))(new)
app.command("dismiss", help=say("忽略一处提示，写明原因", "set a finding aside, with a reason"))(dismiss)
app.add_typer(baseline, name="baseline")
app.command("rules", help=say("列出全部规则", "list all rules"))(rules)
app.command("rule", help=say("说明一条规则", "explain one rule"))(rule)
app.command("conformance", help=say("用例集测试：解析得对不对", "run a corpus against its truth"))(conformance)
app.command("schema", help=say("输出 JSON Schema", "print a JSON Schema"))(schema)
app.command("web", help=say("在浏览器里检查，文件不上传", "check in the browser; nothing is uploaded"))(web)
app.command("grammar", help=say("输出语法", "print the grammar"))(grammar)

app.command("lsp", help=say("语言服务器，供编辑器使用", "the language server, for editors"))(lsp)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"giar-lark {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("版本", "show the version"))
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def main() -> None:
    """Run the program and exit."""
    prepare_streams()
    end_with_the_reader()
    try:
        app()
    except Exception as error:
        report_internal_error(error, " ".join(sys.argv[1:2]), language(), debug="--debug" in sys.argv)
        raise SystemExit(INTERNAL) from None

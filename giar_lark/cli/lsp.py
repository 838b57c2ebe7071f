"""`giar-lark lsp`: the language server, on standard input and output."""

from __future__ import annotations

import logging
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from giar_lark.cli.exits import usage_error
from giar_lark.cli.jobs import install
from giar_lark.cli.language import language, say


def lsp(
    stdio: Annotated[
        bool,
        typer.Option(
            "--stdio",
            show_default=False,
            help=say("经标准输入输出通信（缺省）", "speak on standard input and output (default)"),
        ),
    ] = True,
    debug: Annotated[
        bool, typer.Option("--debug", help=say("把收到的请求记到标准错误", "log what is asked to standard error"))
    ] = False,
) -> None:
    """Serve an editor until it says goodbye."""
    if find_spec("pygls") is None:
        raise usage_error(install("语言服务器", "the language server", "lsp", language()))
    from giar_lark.lsp.features import make_server

    logging.basicConfig(stream=sys.stderr, level=logging.DEBUG if debug else logging.ERROR)
    stdout, sys.stdout = sys.stdout, sys.stderr  # whatever prints would break the conversation
    make_server().start_io(sys.stdin.buffer, stdout.buffer)

"""Arguments and options that several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

from giar_lark.cli.language import Lang, say

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        show_default=False,
        help=say("文件、文件夹、通配符，或 -（标准输入）", "files, folders, globs, or - for standard input"),
    ),
]
Language = Annotated[
    Lang | None,
    typer.Option("--lang", show_default=False, help=say("语言；缺省随系统", "language; by default the system's")),
]
Debug = Annotated[
    bool, typer.Option("--debug", help=say("内部错误时显示出错的位置", "show where an internal error happened"))
]

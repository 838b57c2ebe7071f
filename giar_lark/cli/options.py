"""Arguments and options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from giar_lark.cli.language import say
from giar_lark.lang import Lang

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        show_default=False,
        help=say("文件、文件夹、通配符，或 -（标准输入）", "files, folders, globs, or - for standard input"),
    ),
]
SomePaths = Annotated[
    list[str] | None,
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
_Rules = list[str] | None
Select = Annotated[
    _Rules, typer.Option(metavar="CODES", help=say("只报这些规则，如 T3-01,T4", "only these, such as T3-01,T4"))
]
Ignore = Annotated[_Rules, typer.Option(metavar="CODES", help=say("不报这些规则", "all but these"))]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        show_default=False,
        help=say("用这个配置文件，不去查找", "use this configuration file, and look for none"),
    ),
]
Isolated = Annotated[
    bool,
    typer.Option(
        "--isolated",
        help=say("不读任何配置文件和忽略说明", "read no configuration file and no dismissals"),
    ),
]
Jobs = Annotated[
    str | None,
    typer.Option(metavar="N|auto", show_default="auto", help=say("几个进程", "how many processes")),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=VALUE",
        show_default=False,
        help=say("读取的上限，如 file-bytes=256MB；可重复", "how much is read, such as file-bytes=256MB; repeatable"),
    ),
]
Column = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        show_default="text, content, html, body, 正文 …",
        help=say("JSONL、Parquet 里放正文的列", "the column of a JSONL or Parquet that has the texts"),
    ),
]
IdColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help=say("JSONL、Parquet 里给各行命名的列", "the column that names the rows"),
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help=say(
            "把只有一种改法的改好，写回原文件（DOCX 另存副本）",
            "mend what can be mended in one way only (DOCX: in a copy)",
        ),
    ),
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help=say("只显示 --fix 会改什么，不写文件", "show what --fix would change; write nothing")),
]
UnsafeFixes = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes", help=say("与 --fix 或 --diff 同用：建议的也改", "with --fix or --diff: suggestions, too")
    ),
]

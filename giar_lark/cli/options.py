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

"""`giar-lark check`: what is wrong, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from giar_lark.cli.language import say
from giar_lark.cli.options import (
    Column,
    ConfigFile,
    Debug,
    Diff,
    Fix,
    IdColumn,
    Ignore,
    Isolated,
    Jobs,
    Language,
    Limit,
    Paths,
    Select,
    UnsafeFixes,
)
from giar_lark.findings import Severity
from giar_lark.settings.formats import OutputFormat


def check(
    paths: Paths,
    output_format: Annotated[
        OutputFormat | None,
        typer.Option(show_default="full", help=say("输出格式", "how findings are written")),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help=say("写到文件，格式随扩展名；可重复", "write to a file, in the format of its ending; repeatable"),
        ),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Annotated[
        Severity | None,
        typer.Option(show_default="error", help=say("从这一级别起以 1 退出", "exit with 1 from this severity on")),
    ] = None,
    lang: Language = None,
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help=say("只列各规则、机关、年度的数目", "only count: by rule, organ and year")),
    ] = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help=say("只报这个基线里没有的", "report only what this baseline does not know"),
        ),
    ] = None,
    fix: Fix = False,
    diff: Diff = False,
    unsafe_fixes: UnsafeFixes = False,
    jobs: Jobs = None,
    watch: Annotated[
        bool,
        typer.Option("--watch", help=say("文件一改就再检查，Ctrl-C 结束", "check again what changes; Ctrl-C ends")),
    ] = False,
    limit: Limit = None,
    column: Column = None,
    id_column: IdColumn = None,
    debug: Debug = False,
) -> None:
    """Check reports."""
    from giar_lark.cli.checking.files import check_files
    from giar_lark.cli.checking.wish import Wish

    wish = Wish(
        output_format=output_format,
        output=output,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        lang=lang,
        statistics=statistics,
        config=config,
        isolated=isolated,
        baseline=baseline,
        fix=fix,
        diff=diff,
        unsafe_fixes=unsafe_fixes,
        jobs=jobs,
        watch=watch,
        limit=limit,
        column=column,
        id_column=id_column,
        debug=debug,
    )
    raise typer.Exit(check_files(paths, wish))

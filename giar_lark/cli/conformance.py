"""`giar-lark conformance`: a parser, this one or another, against a corpus."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from giar_lark.cli.language import language, say
from giar_lark.cli.options import Language

_File = Path | None


def conformance(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", show_default=False, help=say("用例文件夹", "a folder of cases"))
    ],
    adapter: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help=say(
                "被测解析器：用例集里的名称、名称=命令，或 all；可重复",
                "the parser: a name known to the suite, NAME=COMMAND, or all; may be repeated",
            ),
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option(metavar="N", min=1, help=say("同时运行几个", "how many at a time"))
    ] = os.cpu_count() or 1,
    only: Annotated[str, typer.Option(metavar="GLOB", help=say("只跑这些用例", "these cases only"))] = "*",
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help=say("每个文本的秒数上限", "seconds for a text"))
    ] = 30.0,
    track: Annotated[
        _File, typer.Option(metavar="FILE", help=say("只列与上次不同的", "list what has changed since the last run"))
    ] = None,
    junit: Annotated[_File, typer.Option(metavar="FILE", help=say("写 JUnit XML", "write JUnit XML"))] = None,
    html: Annotated[_File, typer.Option(metavar="FILE", help=say("写网页", "write a page"))] = None,
    known: Annotated[
        _File,
        typer.Option(
            metavar="FILE",
            help=say("已知未过的用例；缺省为用例集自带", "failures that are known; by default the suite's own"),
        ),
    ] = None,
    update_golden: Annotated[
        bool,
        typer.Option(
            "--update-golden", help=say("把期望改写为现在的结果", "write what comes out now into the expectations")
        ),
    ] = False,
    lang: Language = None,
) -> None:
    """Run a corpus."""
    from giar_lark.cli.conformance_run import Order, run_suite

    order = Order(
        folder=folder,
        adapters=tuple(adapter or ()),
        only=only,
        jobs=jobs,
        timeout=timeout,
        known=known,
        track=track,
        junit=junit,
        html=html,
        update_golden=update_golden,
    )
    raise typer.Exit(run_suite(order, language(lang)))

"""`giar-lark extract`: reports to a dataset."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from giar_lark.cli.language import language, say
from giar_lark.cli.options import Column, ConfigFile, Debug, IdColumn, Isolated, Jobs, Language, Limit, SomePaths
from giar_lark.cli.reading import reading_of


class Partition(StrEnum):
    """What a dataset is laid out in folders by."""

    year = "year"


class Where(StrEnum):
    """What does the work."""

    local = "local"
    ray = "ray"


def extract(
    paths: SomePaths = None,
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help=say("写到 .csv .jsonl .parquet .xlsx .duckdb", "a .csv, .jsonl, .parquet, .xlsx or .duckdb"),
        ),
    ],
    long: Annotated[
        bool, typer.Option("--long", help=say("每格一行；缺省每份报告一行", "a row a cell, not a row a report"))
    ] = False,
    partition: Annotated[
        Partition | None,
        typer.Option(
            show_default=False,
            help=say("按年度分文件夹，FILE 成为文件夹", "folders by year; FILE becomes a folder"),
        ),
    ] = None,
    jobs: Jobs = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            show_default="10",
            min=0.01,
            help=say("每份文件最多用多少秒", "how long a document may take"),
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help=say("接着上次没做完的做", "go on with a run that was stopped"))
    ] = False,
    keep_parts: Annotated[
        bool,
        typer.Option(
            "--keep-parts",
            help=say(
                "留下做完的，下次 --resume 只做新增和改动的", "keep what is done: the next --resume does what is new"
            ),
        ),
    ] = False,
    retry_failed: Annotated[
        bool,
        typer.Option("--retry-failed", help=say("重做中途放弃的文件", "try again what was given up")),
    ] = False,
    shard: Annotated[
        str | None,
        typer.Option(
            metavar="I/N",
            show_default=False,
            help=say("只做 N 份中的第 I 份，供多台机器分担", "only the Ith of N parts, for several machines"),
        ),
    ] = None,
    engine: Annotated[
        Where, typer.Option(help=say("在本机做，或在 Ray 集群上做", "on this machine, or on a Ray cluster"))
    ] = Where.local,
    address: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            show_default=False,
            help=say("Ray 集群的地址；缺省取 RAY_ADDRESS", "of the Ray cluster; else RAY_ADDRESS"),
        ),
    ] = None,
    files_from: Annotated[
        str | None,
        typer.Option(
            metavar="LIST",
            show_default=False,
            help=say(
                "从清单读取文件名，每行一个；- 为标准输入", "read the files of a list, one a line; - for standard input"
            ),
        ),
    ] = None,
    column: Column = None,
    id_column: IdColumn = None,
    limit: Limit = None,
    lang: Language = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    debug: Debug = False,
) -> None:
    """Extract a dataset from reports."""
    from giar_lark.cli.configuration import Configuration, asked
    from giar_lark.cli.extracting.choices import engine_of, shard_of, target_of
    from giar_lark.cli.extracting.inputs import inputs_of
    from giar_lark.cli.extracting.run import Extraction, again_by
    from giar_lark.runs.output import Output
    from giar_lark.runs.plan import WHOLE
    from giar_lark.stores.address import on_disk

    tongue = language(lang)
    part = shard_of(shard, tongue)
    files = Output(path=on_disk(output), long=long, by_year=partition is not None, part_name=f"part-{part.number - 1}")
    target_of(files, tongue)
    inputs = inputs_of(paths or (), files_from, part, files, tongue)
    found = inputs.found
    settings = Configuration(asked(None, None, config, isolated, tongue), [one.file for one in found], tongue)
    tongue = language(lang, settings.run.lang)
    extraction = Extraction(
        found=found,
        output=files,
        settings=settings,
        reading=reading_of(settings.run, limit, column, id_column, tongue),
        shard=inputs.shard,
        is_divided=part != WHOLE,
        keeps_parts=keep_parts,
        engine=engine_of(engine.value, address, jobs, timeout, found, tongue),
        lang=tongue,
        again=again_by(config, isolated, limit or (), column, id_column),
    )
    raise typer.Exit(extraction.run(resume=resume, again=retry_failed))

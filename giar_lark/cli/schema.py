"""`giar-lark schema`: the JSON Schemas that ship with the program."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from giar_lark.cli.language import say
from giar_lark.cli.streams import write_json


class SchemaName(StrEnum):
    """What there are schemas of."""

    report = "report"
    finding = "finding"
    config = "config"
    grammar = "grammar"


def schema(
    name: Annotated[
        SchemaName,
        typer.Argument(
            metavar="report|finding|config|grammar",
            show_default=False,
            help=say(
                "报告、提示、配置文件，或语法的 JSON 说明",
                "the report, a finding, the configuration, or the grammar as JSON",
            ),
        ),
    ],
) -> None:
    """Print a schema."""
    from giar_lark.export.json import read_schema

    write_json(read_schema(name.value), indent=2)

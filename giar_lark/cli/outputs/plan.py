"""What a run is to write: each output's place and format, settled before anything is checked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Literal

from giar_lark.cli.exits import usage_error
from giar_lark.cli.language import say
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.settings.formats import ENDINGS, OutputFormat, formats_of

STDOUT = "-"
# what counts can be written as
_COUNTS = (OutputFormat.full, OutputFormat.concise, OutputFormat.json)


class Output(NamedTuple):
    """A place, `-` for standard output, and what is written there."""

    path: str
    format: OutputFormat


class Plan(NamedTuple):
    """The outputs of a run, and whether its counts go to standard output, as tables or as JSON; None for neither."""

    outputs: tuple[Output, ...]
    counts: Literal["text", "json"] | None = None


def plan_outputs(
    paths: Sequence[str], chosen: OutputFormat | None, inputs: Sequence[str], lang: str, *, counts: bool = False
) -> Plan:
    """What a run writes.

    The ending of a file says its format; `chosen` says it for standard output, and where an ending leaves it open.
    `counts` take the place of the findings on standard output.

    Raises: the exit of a wrong usage, where a format is not to be told, is of no use, or a report would be overwritten.
    """
    outputs = [Output(path, _format_of(path, chosen, lang)) for path in paths or (STDOUT,)]
    if chosen and all(output.format is not chosen for output in outputs) and not (counts and chosen in _COUNTS):
        listed = ", ".join(output.path for output in outputs)
        raise usage_error(
            say(f"{listed} 的扩展名不是 {chosen} 的扩展名", f"the ending of {listed} is none of {chosen}", lang)
        )
    if counts and chosen not in (None, *_COUNTS) and not paths:
        raise usage_error(say(f"--statistics 不能写成 {chosen}", f"--statistics cannot be written as {chosen}", lang))
    for output in outputs:
        if output == (STDOUT, OutputFormat.xlsx):
            raise usage_error(say("xlsx 请用 -o 写到文件", "an xlsx goes to a file: -o FILE", lang))
        _refuse_input(output.path, inputs, lang)
    if not counts:
        return Plan(tuple(outputs))
    files = tuple(output for output in outputs if output.path != STDOUT)
    return Plan(files, "json" if chosen is OutputFormat.json else "text")


def _format_of(path: str, chosen: OutputFormat | None, lang: str) -> OutputFormat:
    possible = formats_of(path)
    if chosen and (chosen in possible or not possible):
        return chosen
    if possible or path == STDOUT:
        return possible[0] if possible else OutputFormat.full
    known = " ".join(ENDINGS)
    raise usage_error(
        say(
            f"{path}：扩展名看不出格式，请用 {known} 之一，或加 --output-format",
            f"{path}: no format has this ending; use one of {known}, or --output-format",
            lang,
        )
    )


def _refuse_input(path: str, inputs: Sequence[str], lang: str) -> None:
    """Stop where an output would take the place of a report that is to be checked."""
    if path == STDOUT or not os.path.isfile(path):
        return
    if any(os.path.isfile(one) and os.path.samefile(one, path) for one in inputs):
        raise usage_error(
            say(
                f"{path} 在要检查的文件之中，不能覆盖；请写到别处",
                f"{path} is among the files to be checked and is not overwritten; write elsewhere",
                lang,
            )
        )

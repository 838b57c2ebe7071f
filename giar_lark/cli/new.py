"""`giar-lark new`: an empty report, ready to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from giar_lark.cli.exits import OK, usage_error
from giar_lark.cli.fmt import To
from giar_lark.cli.inputs import one_document
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Language
from giar_lark.cli.target import Output, Target

if TYPE_CHECKING:
    from giar_lark.write.blank import Outline

_ORGAN = "××"


def new(
    last_year: Annotated[
        Path | None,
        typer.Argument(
            metavar="[LAST]",
            show_default=False,
            help=say(
                "上一年的报告：沿用机关名称，结转数填入上年结转",
                "last year's report: its organ, and what it carried forward",
            ),
        ),
    ] = None,
    organ: Annotated[
        str, typer.Option(metavar="NAME", help=say("机关名称", "the organ's name"), show_default=False)
    ] = "",
    year: Annotated[
        int | None,
        typer.Option(
            metavar="YEAR",
            min=2019,
            max=2099,
            show_default=False,
            help=say("报告的年份；缺省为去年", "the year reported on; by default the last one"),
        ),
    ] = None,
    to: Annotated[To, typer.Option("--to", help=say("写成哪种格式", "the format to write"))] = To.text,
    output: Output = None,
    lang: Language = None,
) -> None:
    """Write an empty report in the template of its year."""
    from giar_lark.official.templates import template_of_year
    from giar_lark.write.blank import Outline, blank_document

    tongue = language(lang)
    if last_year is not None:
        outline = _after(last_year, tongue)
        if year is not None and year != outline.year:
            raise usage_error(
                say(f"这份报告之后是 {outline.year} 年", f"the year after that report is {outline.year}", tongue)
            )
        outline = Outline(
            organ=organ or outline.organ, year=outline.year, template=outline.template, cells=outline.cells
        )
    else:
        wanted = year or date.today().year - 1
        outline = Outline(organ=organ or _ORGAN, year=wanted, template=template_of_year(wanted), cells={})
    Target(output, to.value, tongue).write(blank_document(outline))
    raise typer.Exit(OK)


def _after(path: Path, lang: str) -> Outline:
    from giar_lark.pipeline import parse
    from giar_lark.write.blank import outline_after

    parsed = parse(one_document(str(path), lang).read())
    if parsed.refused or not parsed.report.metadata.year:
        raise usage_error(
            say(f"{path}：不是能读出年份的年度报告", f"{path}: no annual report whose year can be read", lang)
        )
    return outline_after(parsed.report)

"""`giar-lark dismiss`: set a finding aside, with a reason."""

from __future__ import annotations

from typing import Annotated

import typer

from giar_lark.cli.language import language, say
from giar_lark.cli.options import ConfigFile, Language


def dismiss(
    path: Annotated[str, typer.Argument(metavar="PATH", show_default=False, help=say("报告", "a report"))],
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE", show_default=False, help=say("规则的编号或名称，如 T3-01", "code or name of a rule")
        ),
    ],
    reason: Annotated[
        str, typer.Option(metavar="TEXT", show_default=False, help=say("为什么不必理会", "why it need not be minded"))
    ],
    key: Annotated[
        str | None,
        typer.Option(metavar="KEY", show_default=False, help=say("只忽略这一格的", "only the finding of this cell")),
    ] = None,
    id: Annotated[
        str | None,
        typer.Option(
            metavar="ID", show_default=False, help=say("只忽略这一条，见 JSON 输出", "only this one, as JSON has it")
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", show_default=False, help=say("忽略到哪一天，如 2026-12-31", "the last day of it")),
    ] = None,
    config: ConfigFile = None,
    lang: Language = None,
) -> None:
    """Set aside what a rule finds in a report now; what it finds later is reported."""
    from giar_lark.cli.dismissing import Wanted, dismiss_findings

    wanted = Wanted(path=path, code=code, key=key, id=id, reason=reason, until=until)
    dismiss_findings(wanted, config, language(lang))

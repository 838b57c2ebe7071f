"""What a wish means for some files: worked out before any report is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from giar_lark.cli.configuration import Configuration, asked
from giar_lark.cli.language import language
from giar_lark.cli.outputs.plan import Plan, plan_outputs
from giar_lark.cli.reading import reading_of
from giar_lark.cli.sieve import Sieve
from giar_lark.containers.files import Found
from giar_lark.containers.reading import Reading
from giar_lark.findings import Severity
from giar_lark.lean.records import dataclass

if TYPE_CHECKING:
    from giar_lark.cli.baseline_file import BaselineFile
    from giar_lark.cli.checking.wish import Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """All that holds for a check of some files."""

    found: Sequence[Found]
    settings: Configuration
    sieve: Sieve
    reading: Reading
    plan: Plan
    fail_on: Severity
    lang: str


def ready_for(found: Sequence[Found], wish: Wish) -> Ready:
    """What holds for some files. The files in which users say so are read anew each time.

    Raises: the exit of a wrong usage or configuration.
    """
    lang, files = language(wish.lang), [one.file for one in found]
    settings = Configuration(asked(wish.select, wish.ignore, wish.config, wish.isolated, lang), files, lang)
    lang = language(wish.lang, settings.run.lang)
    usual_format = None if wish.output or wish.statistics else settings.run.output_format
    form = wish.output_format or usual_format
    return Ready(
        found=found,
        settings=settings,
        plan=plan_outputs(wish.output or (), form, files, lang, counts=wish.statistics),
        sieve=Sieve(files, settings, lang, _baseline(wish.baseline, lang)),
        reading=reading_of(settings.run, wish.limit, wish.column, wish.id_column, lang),
        fail_on=wish.fail_on or settings.run.fail_on or Severity.ERROR,
        lang=lang,
    )


def _baseline(path: Path | None, lang: str) -> BaselineFile | None:
    if path is None:
        return None
    from giar_lark.cli.baseline_file import opened_baseline

    return opened_baseline(path, lang)

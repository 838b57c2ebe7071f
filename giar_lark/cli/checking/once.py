"""A check from its first file to its last."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from giar_lark.cli.checking.checkers import checked
from giar_lark.cli.checking.ready import ready_for
from giar_lark.cli.checking.run import Run
from giar_lark.cli.exits import FINDINGS, INTERNAL, OK, USAGE
from giar_lark.cli.fixing import Fixer
from giar_lark.cli.inputs import found_behind
from giar_lark.cli.jobs import workers
from giar_lark.cli.language import language
from giar_lark.cli.outputs.open import Manner, open_outputs
from giar_lark.cli.outputs.plan import Plan
from giar_lark.cli.progress import progress
from giar_lark.findings import Severity
from giar_lark.render.fix_line import fix_line
from giar_lark.render.summary import summary_line

if TYPE_CHECKING:
    from giar_lark.cli.checking.wish import Wish


def checked_once(paths: Sequence[str], wish: Wish) -> int:
    """The exit code, when all is written.

    Raises: the exit of a wrong usage.
    """
    ready = ready_for(found_behind(paths, language(wish.lang)), wish)
    found, lang = ready.found, ready.lang
    fixer = Fixer(lang, ready.sieve.sifted, wish.fix, wish.diff, wish.unsafe_fixes)
    run = Run(lang, ready.settings, ready.sieve, fixer, debug=wish.debug)
    jobs, plan = workers(wish.jobs, found, lang), Plan(()) if wish.diff else ready.plan
    started = time.perf_counter()
    with (
        fixer.output([one.file for one in found]),
        progress(found, lang) as (each, above_bar),
        open_outputs(plan, Manner(lang=lang, fail_on=ready.fail_on, above_bar=above_bar)) as sink,
    ):
        run.documents(checked(each, ready, jobs, lambda: run.relates), sink, several=len(found) > 1)
        run.review(sink)
    _say_what_came_of_it(run, time.perf_counter() - started)
    return _exit_code(run, ready.fail_on)


def _say_what_came_of_it(run: Run, seconds: float) -> None:
    """Write what is said of the whole run, behind all that was found."""
    sys.stdout.flush()
    if run.waiting is not None:
        from giar_lark.cli.waiting import say_what_is_missing

        say_what_is_missing(run.settings.all, run.lang)
    if not run.fixer.diff:
        print(summary_line(run.tally, seconds, run.lang), file=sys.stderr)
    print(fix_line(run.tally, run.lang, written=not run.fixer.diff), end="", file=sys.stderr)


def _exit_code(run: Run, fail_on: Severity) -> int:
    """By what is left in the files; with `--diff` by whether they would change."""
    if run.tally.failed:
        return INTERNAL
    if run.fixer.failed:
        return USAGE
    found = run.fixer.changed if run.fixer.diff else run.tally.reaches(fail_on)
    return FINDINGS if found else OK

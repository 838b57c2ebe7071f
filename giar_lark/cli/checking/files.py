"""The way from what is asked for to what does it: a check once, or one that goes on."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.cli.checking.wish import Wish


def check_files(paths: Sequence[str], wish: Wish) -> int:
    """The exit code of a check, when all is written.

    Raises: the exit of a wrong usage.
    """
    if wish.watch:
        from giar_lark.cli.checking.watching import watched

        return watched(paths, wish)
    from giar_lark.cli.checking.once import checked_once

    return checked_once(paths, wish)

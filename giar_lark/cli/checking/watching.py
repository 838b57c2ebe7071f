"""`check --watch`: reports are checked again as they change, until the user has had enough."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from giar_lark.cli.checking.ready import ready_for
from giar_lark.cli.checking.rounds import Rounds
from giar_lark.cli.checking.snapshot import NOTHING, Changes, Snapshot, changes, settled, snapshot
from giar_lark.cli.exits import OK, usage_error
from giar_lark.cli.inputs import found_behind
from giar_lark.cli.jobs import workers
from giar_lark.cli.language import language, say
from giar_lark.containers.names import STDIN
from giar_lark.stores.address import is_remote

if TYPE_CHECKING:
    from giar_lark.cli.checking.wish import Wish

# between two looks: soon enough for who has just saved, and seldom enough to cost nothing; for a large folder, so many
# times as long as a look takes
_LOOK_SECONDS = 0.5
_LOOK_SHARE = 20
# what has changed is looked at again so soon: if it stands still by then, it is whole
_SETTLE_SECONDS = 0.15


def watched(paths: Sequence[str], wish: Wish) -> int:
    """The exit code, when the user has had enough.

    Raises: the exit of a wrong usage or configuration, where the first check cannot begin.
    """
    _refuse(paths, wish, language(wish.lang))
    named = [str(path) for path in (wish.config, wish.baseline) if path is not None]
    ready = ready_for(found_behind(paths, language(wish.lang)), wish)
    workers(wish.jobs, ready.found, ready.lang)
    rounds = Rounds(wish, ready)
    try:
        _follow(lambda: snapshot(paths, named), rounds.check)
    except KeyboardInterrupt:
        rounds.board.end()
    return OK


def _refuse(paths: Sequence[str], wish: Wish, lang: str) -> None:
    """Stop where something is asked for that does not go with watching.

    Raises: the exit of a wrong usage.
    """
    if wish.fix or wish.diff or wish.unsafe_fixes:
        zh, en = "--watch 只检查，不修改；请去掉 --fix 或 --diff", "--watch only checks; leave out --fix and --diff"
        raise usage_error(say(zh, en, lang))
    if wish.output or wish.statistics:
        zh = "--watch 只把提示写到屏幕；请去掉 -o 或 --statistics"
        en = "--watch writes findings to the screen; leave out -o and --statistics"
        raise usage_error(say(zh, en, lang))
    unseen = next((path for path in paths if path == STDIN or is_remote(path)), None)
    if unseen is not None:
        zh, en = (
            f"--watch 看不到 {unseen}；请写本机的文件或文件夹",
            f"--watch cannot see {unseen}; name files or folders here",
        )
        raise usage_error(say(zh, en, lang))


def _follow(look: Callable[[], Snapshot], check: Callable[[Snapshot, Changes], None]) -> None:
    """Check what is there, and then what has changed, again and again."""
    known = before = look()
    check(known, changes(NOTHING, known))
    wait = _LOOK_SECONDS
    while True:
        time.sleep(wait)
        started = time.monotonic()
        now = look()
        wait = max(_LOOK_SECONDS, _LOOK_SHARE * (time.monotonic() - started))
        still = settled(known, before, now)
        found = changes(known, still)
        if found:
            check(still, found)
            known = still
        if changes(before, now):
            wait = _SETTLE_SECONDS
        before = now

"""The closing line about fixes: how many findings are gone, and how many more could go."""

from __future__ import annotations

from giar_lark.render.summary import Tally


def fix_line(tally: Tally, lang: str, *, written: bool = True) -> str:
    """The line about fixes at the end of a run; empty where there is nothing to say.

    It counts the findings that are gone, or would be if the fixes were `written`, and those that could go.
    """
    parts = [_gone(tally.fixed, lang, written=written)] if tally.fixed else []
    if tally.fixable:
        parts.append(f"{tally.fixable} fixable with --fix" if lang == "en" else f"{tally.fixable} 处可用 --fix 自动改")
    if tally.suggested:
        parts.append(
            f"{tally.suggested} more with --unsafe-fixes, to be checked afterwards"
            if lang == "en"
            else f"{tally.suggested} 处可用 --unsafe-fixes 按建议改，改后须核对"
        )
    return ("; " if lang == "en" else "；").join(parts) + "\n" * bool(parts)


def _gone(count: int, lang: str, *, written: bool) -> str:
    if lang == "en":
        return f"{'fixed' if written else 'would fix'} {count} finding{'' if count == 1 else 's'}"
    return f"{'已改好' if written else '可改好'} {count} 处"

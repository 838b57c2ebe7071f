"""The languages of the program, as they are chosen on the command line and in the configuration file, and by the system."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Lang(StrEnum):
    """A language of the program."""

    zh = "zh"
    en = "en"


def default_lang(environ: Mapping[str, str], encoding: str | None, configured: Lang | None = None) -> str:
    """`zh`, unless `GIAR_LANG`, a configuration, the locale, or a stream that cannot write Chinese says otherwise."""
    wanted = environ.get("GIAR_LANG", "").lower()
    if wanted:
        return "zh" if wanted.startswith("zh") else "en"
    if configured is not None:
        return configured.value
    locale = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), "")
    language = locale.partition(".")[0].partition("_")[0].lower()
    if language not in ("", "c", "posix", "zh"):
        return "en"
    return "zh" if _writes_chinese(encoding) else "en"


def _writes_chinese(encoding: str | None) -> bool:
    try:
        "错误".encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True

"""Which language to speak: asked for, set by `GIAR_LANG`, or the locale's."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Lang(StrEnum):
    """The languages of the program."""

    zh = "zh"
    en = "en"


def default_lang(environ: Mapping[str, str], encoding: str | None) -> str:
    """`zh`, unless `GIAR_LANG`, the locale, or a stream that cannot write Chinese says otherwise."""
    wanted = environ.get("GIAR_LANG", "").lower()
    if wanted:
        return "zh" if wanted.startswith("zh") else "en"
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


def language(asked: Lang | None = None) -> str:
    """The language to speak, `zh` or `en`."""
    return asked.value if asked else default_lang(os.environ, sys.stdout.encoding)


def say(zh: str, en: str, lang: str | None = None) -> str:
    """One of two sentences; without a language, for help texts, in that of the surroundings."""
    return en if (lang or language()) == "en" else zh

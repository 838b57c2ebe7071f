"""Which language to speak: asked for, set by `GIAR_LANG`, configured, or the locale's."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from giar_lark.lang import Lang

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


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


def language(asked: Lang | None = None, configured: Lang | None = None) -> str:
    """The language to speak, `zh` or `en`; `configured` is what a configuration file says."""
    return asked.value if asked else default_lang(os.environ, sys.stdout.encoding, configured)


def say(zh: str, en: str, lang: str | None = None) -> str:
    """One of two sentences; without a language, for help texts, in that of the surroundings."""
    return en if (lang or language()) == "en" else zh

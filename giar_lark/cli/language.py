"""Which language to speak: asked for, set by `GIAR_LANG`, configured, or the locale's."""

from __future__ import annotations

import os
import sys

from giar_lark.lang import Lang, default_lang


def language(asked: Lang | None = None, configured: Lang | None = None) -> str:
    """The language to speak, `zh` or `en`; `configured` is what a configuration file says."""
    return asked.value if asked else default_lang(os.environ, sys.stdout.encoding, configured)


def say(zh: str, en: str, lang: str | None = None) -> str:
    """One of two sentences; without a language, for help texts, in that of the surroundings."""
    return en if (lang or language()) == "en" else zh

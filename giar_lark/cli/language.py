"""Which language to speak: asked for, set by `GIAR_LANG`, configured, or the locale's."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from giar_lark.lang import Lang, default_lang


def language(asked: Lang | None = None, configured: Lang | None = None) -> str:
    """The language to speak, `zh` or `en`; `configured` is what a configuration file says."""
    return asked.value if asked else default_lang(os.environ, sys.stdout.encoding, configured)


def say(zh: str, en: str, lang: str | None = None) -> str:
    """One of two sentences; without a language, for help texts, in that of the surroundings."""
    return en if (lang or language()) == "en" else zh


def language_of(arguments: Sequence[str]) -> str:
    """The language that a command line asks for; what has parsed it is no more, or was never needed."""
    asked = [two for one, two in pairwise(arguments) if one == "--lang"]
    asked += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    return language(next((one for one in Lang if one.value in asked), None))

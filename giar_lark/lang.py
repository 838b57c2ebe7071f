"""The languages of the program: sentences in both, and which one is chosen, by the user or by the system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from giar_lark.lean.named_tuple import NamedTuple

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Text(NamedTuple):
    """A sentence in both languages of the program."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        """The sentence in `zh` or `en`."""
        return self.en if lang == "en" else self.zh


def numbered(count: int, noun: str) -> str:
    """A number of things in English: `1 cell`, `2 cells`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def meant(near: Sequence[str], otherwise: Text) -> Text:
    """What a word that means nothing was probably meant to be, as a question; what else there is to say where nothing is near."""
    return Text(f"是否指 {'、'.join(near)}？", f"did you mean {', '.join(near)}?") if near else otherwise


def one_of(known: Sequence[str]) -> Text:
    """What may be written."""
    return Text(f"可写 {'、'.join(known)}", f"known are {', '.join(known)}")


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

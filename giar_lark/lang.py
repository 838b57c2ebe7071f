"""The languages of the program, as they are chosen on the command line and in the configuration file."""

from __future__ import annotations

from enum import StrEnum


class Lang(StrEnum):
    """A language of the program."""

    zh = "zh"
    en = "en"

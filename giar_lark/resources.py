"""The grammar and the sample reports, wherever the package is installed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def grammar_dir() -> Traversable:
    """The `grammar/` folder: inside an installed package, beside it in a checkout."""
    packaged = files("giar_lark") / "grammar"
    if (packaged / "report.lark").is_file():
        return packaged
    return files("giar_lark") / ".." / "grammar"


def read_grammar(name: str) -> str:
    """The text of one file of the grammar folder, such as `labels.lark`."""
    return (grammar_dir() / name).read_text(encoding="utf-8")


def read_sample(template: str, whose: str = "sound") -> str:
    """A report of a template, `2021` or `2019`, in which nothing is wrong: the examples of the rules are put into it.

    `whose` is another report than the usual one, which nothing is wrong with beside it: `last_year` of the same organ,
    `other_organ`, `government` (the last two of 2021 only).
    """
    return (files("giar_lark") / "samples" / f"{whose}_{template}.txt").read_text(encoding="utf-8")

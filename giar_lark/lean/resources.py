"""The grammar and the sample reports, wherever the package is installed."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# loaders of folders and of zip files have it, though no type says so
_LOADER: Any = __loader__  # type: ignore[name-defined]
_PACKAGE = os.path.dirname(os.path.dirname(__file__))


@cache
def grammar_dir() -> Traversable:
    """The `grammar/` folder: inside an installed package, beside it in a checkout."""
    from importlib.resources import files

    packaged = files("giar_lark") / "grammar"
    if (packaged / "report.lark").is_file():
        return packaged
    return files("giar_lark") / ".." / "grammar"


def read_grammar(name: str) -> str:
    """The text of one file of the grammar folder, such as `labels.lark`."""
    try:
        found = read_file("grammar", name)
    except OSError:
        found = read_file("..", "grammar", name)
    return _text(found)


def read_file(*parts: str) -> bytes:
    """A file of the package, wherever that is installed, a zip file included.

    The loader is asked, for importing `importlib.resources` takes longer than reading all of them.
    """
    data: bytes = _LOADER.get_data(os.path.join(_PACKAGE, *parts))
    return data


def read_text(*parts: str) -> str:
    """A text of the package, in UTF-8."""
    return _text(read_file(*parts))


def _text(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n", "\n")


def read_sample(template: str, whose: str = "sound") -> str:
    """A report of a template, `2021` or `2019`, in which nothing is wrong: the examples of the rules are put into it.

    `whose` is another report than the usual one, which nothing is wrong with beside it: `last_year` of the same organ,
    `other_organ`, `government` (the last two of 2021 only).
    """
    return read_text("samples", f"{whose}_{template}.txt")

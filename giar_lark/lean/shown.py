"""Values that notebooks and rich show as more than their names. What they look like is not known down here."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol


class Printer(Protocol):
    """What IPython writes a value with, by itself or among others."""

    def text(self, text: str) -> None:
        """Write a text."""
        ...


class Shown:
    """A value with a look of its own; rendering is loaded when it is first looked at."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Let IPython find it: it takes the first class with a way to write the value, and every record has its `__repr__`."""
        cls._repr_pretty_ = cls._repr_pretty_  # type: ignore[method-assign]

    def _repr_html_(self) -> str:
        """The value as a notebook shows it."""
        return str(import_module("giar_lark.render.notebook.html").html_of(self))

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        """The value in a line, as IPython writes it where nothing else can be shown: all that is in it would be pages."""
        printer.text(import_module("giar_lark.render.notebook.words").line_of(self))

    def __rich__(self) -> object:
        """The value as rich shows it."""
        shown: object = import_module("giar_lark.render.notebook.terminal").renderable_of(self)
        return shown

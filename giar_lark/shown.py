"""Values that notebooks and rich show as more than their names. What they look like is not known down here."""

from __future__ import annotations

from importlib import import_module


class Shown:
    """A value with a look of its own; rendering is loaded when it is first looked at."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """The value as a notebook shows it."""
        return str(import_module("giar_lark.render.notebook.html").html_of(self))

    def __rich__(self) -> object:
        """The value as rich shows it."""
        shown: object = import_module("giar_lark.render.notebook.terminal").renderable_of(self)
        return shown

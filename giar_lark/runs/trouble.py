"""What keeps a run from being done, and is no document's fault."""

from __future__ import annotations

from giar_lark.findings import Text


class EngineError(Exception):
    """Other machines that cannot do the work."""

    def __init__(self, text: Text) -> None:
        """By what is wrong, and what to do."""
        super().__init__(text)
        self.text = text

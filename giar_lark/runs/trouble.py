"""What keeps a run from being done, and is no document's fault."""

from __future__ import annotations

from giar_lark.lang import Text


class RunError(Exception):
    """A run that cannot be begun, or gone on with."""

    def __init__(self, text: Text) -> None:
        """By what is wrong, and what to do."""
        super().__init__(text)
        self.text = text


class EngineError(RunError):
    """Other machines that cannot do the work."""


class EndedError(RunError):
    """Processes that did the work, and are gone for no reason of a document's."""

    def __init__(self) -> None:
        """There is one way to say it."""
        super().__init__(Text("旁边的工作进程都没有了", "the processes that do the work are gone"))


class TakenError(RunError):
    """Another run that writes to the same place."""


def taken(output: str, by: str = "") -> TakenError:
    """Another run writes to the output; in a store it says which."""
    zh, en = (f"（{by}）", f" ({by})") if by else (" ", "")
    return TakenError(
        Text(
            f"另一个 giar-lark{zh}正在写 {output}；等它做完，或写到别处",
            f"another giar-lark{en} is writing to {output}; wait until it is done, or write elsewhere",
        )
    )

"""pe: a PEG machine."""

from __future__ import annotations

from collections.abc import Callable

import pe
from rows import Row

from peers.words import Words


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    labels = " / ".join(f'"{label}"' for label in words.labels)
    parser = pe.compile(
        rf"""
        Document <- (Row / Other)* !.
        Row      <- Label Value Value Value Value Value Value Value
        Label    <- ~({labels}) "\n"
        Value    <- ~("-"? [0-9] [0-9.]* / "-") "\n"
        Other    <- (![\n] .)+ "\n"
        """,
        actions={"Row": lambda label, *values: Row(label, values)},
    )
    return lambda text: list(parser.match(text).groups())

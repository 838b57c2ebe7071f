"""giar-lark reads the annual disclosure reports of Chinese public organs, and says what is wrong with them."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import giar_lark.parse as _parse_stage  # noqa: F401

if TYPE_CHECKING:
    from giar_lark.containers.document import Document
    from giar_lark.containers.documents import documents, open_document
    from giar_lark.containers.reading import Reading
    from giar_lark.extract.frame import to_frame
    from giar_lark.findings import Finding, Severity
    from giar_lark.many import read_many
    from giar_lark.model.report import Report
    from giar_lark.outcomes.outcome import Outcome
    from giar_lark.pipeline import Checked, Parsed, check, parse
    from giar_lark.readers.limits import Limits
    from giar_lark.readers.read import read
    from giar_lark.relate import check_many
    from giar_lark.settings.config import Config, Level
    from giar_lark.source.source import Source

__version__ = "0.1.0"

__all__ = [
    "Checked",
    "Config",
    "Document",
    "Finding",
    "Level",
    "Limits",
    "Outcome",
    "Parsed",
    "Reading",
    "Report",
    "Severity",
    "Source",
    "__version__",
    "check",
    "check_many",
    "documents",
    "open_document",
    "parse",
    "read",
    "read_many",
    "to_frame",
]

# where each public name is, to be imported when it is first asked for: a command, too, imports this package, and needs few
_HOMES = {
    "containers.document": ("Document",),
    "containers.documents": ("documents", "open_document"),
    "containers.reading": ("Reading",),
    "extract.frame": ("to_frame",),
    "findings": ("Finding", "Severity"),
    "many": ("read_many",),
    "model.report": ("Report",),
    "outcomes.outcome": ("Outcome",),
    "pipeline": ("Checked", "Parsed", "check", "parse"),
    "readers.limits": ("Limits",),
    "readers.read": ("read",),
    "relate": ("check_many",),
    "settings.config": ("Config", "Level"),
    "source.source": ("Source",),
}

# The function `parse` is asked for like the others. The submodule of that name takes its place as an attribute when it is
# imported, which happens once: here.
del globals()["parse"]


def __getattr__(name: str) -> object:
    """A public name, as the attribute of the package that it is from then on."""
    for home, names in _HOMES.items():
        if name in names:
            found = getattr(import_module(f"{__name__}.{home}"), name)
            setattr(sys.modules[__name__], name, found)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *__all__]

"""giar-lark reads the annual disclosure reports of Chinese public organs, and says what is wrong with them."""

from __future__ import annotations

# `parse` and `check` are also the names of submodules. They are imported here, at once, so that the functions replace
# the modules as attributes of the package; what is slow to load (Lark) is loaded when a report is parsed.
import giar_lark.parse as _parse_stage  # noqa: F401
from giar_lark.check import Checked, Parsed, check, parse
from giar_lark.config import Config, Level
from giar_lark.containers.document import Document
from giar_lark.containers.documents import documents, open_document
from giar_lark.containers.reading import Reading
from giar_lark.findings import Finding, Severity
from giar_lark.frame import to_frame
from giar_lark.many import read_many
from giar_lark.model.report import Report
from giar_lark.outcome import Outcome
from giar_lark.readers.limits import Limits
from giar_lark.readers.read import read
from giar_lark.relate import check_many
from giar_lark.source import Source

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

"""What a configuration file says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from giar_lark.findings import Severity
from giar_lark.lang import Lang
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.limits import DEFAULT, Limits
from giar_lark.rules.options import USUAL, Options
from giar_lark.settings.config import Config, Level
from giar_lark.settings.formats import OutputFormat

PYPROJECT = "pyproject.toml"
SECTION = ("tool", "giar-lark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a configuration file says; None where it does not say, and `path` None where there is no file."""

    path: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    lang: Lang | None = None
    output_format: OutputFormat | None = None
    severity: Mapping[str, Level] = field(default_factory=dict)
    options: Options = USUAL
    limits: Limits = DEFAULT

    @property
    def config(self) -> Config:
        """What of it concerns the rules."""
        return Config(select=self.select, ignore=self.ignore, severity=self.severity, options=self.options)

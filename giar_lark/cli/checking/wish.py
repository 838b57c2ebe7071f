"""What `giar-lark check` is asked for, whoever has read the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from giar_lark.lean.records import dataclass

if TYPE_CHECKING:
    from giar_lark.findings import Severity
    from giar_lark.lang import Lang
    from giar_lark.settings.formats import OutputFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for beside the paths, by the names of the options; as it stands here where none is given."""

    output_format: OutputFormat | None = None
    output: Sequence[str] | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    fail_on: Severity | None = None
    lang: Lang | None = None
    statistics: bool = False
    config: Path | None = None
    isolated: bool = False
    baseline: Path | None = None
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    jobs: str | None = None
    watch: bool = False
    limit: Sequence[str] | None = None
    column: str | None = None
    id_column: str | None = None
    debug: bool = False

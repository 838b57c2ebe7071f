"""A file of a batch that cannot be opened: a finding like any other, so that the rest of the batch goes on."""

from __future__ import annotations

from giar_lark.findings import Finding, Text
from giar_lark.rules.reading.unreadable_file import RULE
from giar_lark.span import Span


def unreadable(error: OSError) -> Finding:
    """RD-01 with the system's reason."""
    reason = error.strerror or type(error).__name__
    return RULE.finding(
        Text(f"文件打不开：{reason}", f"the file cannot be opened: {reason}"),
        Span(0, 0),
        help=Text("检查文件权限，或文件是否正被移动、删除", "check its permissions; it may be moving"),
        anchor="file",
    )

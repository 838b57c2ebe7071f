"""Findings about the characters of a text."""

from __future__ import annotations

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text, numbered
from giar_lark.source.span import Span


def damaged_text(span: Span, count: int) -> Finding:
    """RD-05: characters that no encoding could settle."""
    return Finding(
        code="RD-05",
        name="damaged-characters",
        severity=Severity.WARNING,
        message=Text(
            f"文件中有 {count} 个字符无法解码，显示为 �",
            f"{numbered(count, 'character')} that could not be decoded, shown as �",
        ),
        span=span,
        help=Text("请用 UTF-8 或 GB18030 重新保存", "save the file again as UTF-8 or GB18030"),
    )

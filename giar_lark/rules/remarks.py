"""What the reader of a document has said of it, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related
from giar_lark.rules.context import Context
from giar_lark.rules.rule import Rule


def told_by_reader(rule: Rule, context: Context) -> Iterator[Finding]:
    """A finding for each remark that the reader has left to a rule; where nothing could be read, it stands for the file."""
    for remark in context.source.remarks:
        if remark.code == rule.code:
            yield rule.finding(
                remark.message,
                remark.span,
                related=tuple(Related(span=span, message=message) for span, message in remark.related),
                help=remark.help,
                anchor="file" if context.source.binary else remark.message.zh,
            )

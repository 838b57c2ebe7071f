"""What each part of a report is called in TextMate, so that common themes colour it and tell it from its neighbours.

Of several names the last that a theme knows gives the colour; those before it are for themes that do not know it.
"""

from __future__ import annotations

from types import MappingProxyType

SUFFIX = ".giar"

SCOPES = MappingProxyType(
    {
        "title": "markup.heading.1 entity.name.title",
        "heading": "markup.heading.2 entity.name.section",
        "caption": "keyword.control.caption",
        "group": "entity.name.function.group",
        "row": "entity.name.tag.row variable.row",
        "column": "entity.name.type.column support.type.column",
        "note": "comment.line.note",
        "number": "constant.numeric.cell",
        "mark": "constant.language.blank",
        "unplaced": "invalid.deprecated.unplaced",
        "inferred": "markup.changed.inferred",
        "numbered": "markup.list.numbered keyword.other.numbered",
        "lead": "markup.bold.lead",
        "date": "constant.other.date string.unquoted.date",
        "organ": "entity.name.namespace.organ",
        "count": "constant.numeric.count",
        "work": "string.quoted.other.document",
        "rule": "punctuation.separator.table",
        "bar": "punctuation.separator.cell",
        "tag": "comment.block.tag",
    }
)


def scope(part: str) -> str:
    """The scopes of a part of a report, as a grammar names them."""
    return " ".join(name + SUFFIX for name in SCOPES[part].split(" "))

"""New entries for the file of dismissals, as text: the standard library reads TOML and does not write it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from giar_lark.dismissals.dismissal import covered, squeezed
from giar_lark.findings import Finding
from giar_lark.source.source import Source

_HEAD = "# 不再提示的项目，每一条都写明原因 / findings set aside, each with its reason: giar-lark rule CF-01\n"
# a longer text under a finding is a passage, and any edit of it would end the dismissal
_TEXT_CHARS = 60
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def entry_text(file: str, finding: Finding, source: Source, reason: str, until: date | None) -> str:
    """The entry that sets aside one finding of a file, and no other that may come.

    It names the cell, else the id, and what stands there if that is short: where it changes, someone looks again.
    """
    text = squeezed(covered(finding, source))
    fields = {
        "file": file,
        "code": finding.code,
        "key": finding.key,
        "id": None if finding.key else finding.id,
        "text": text if 0 < len(text) <= _TEXT_CHARS else None,
        "reason": reason,
    }
    lines = [f"{name} = {quoted(value)}" for name, value in fields.items() if value is not None]
    if until is not None:
        lines.append(f"until = {until.isoformat()}")
    return "\n".join(["[[dismiss]]", *lines]) + "\n"


def appended(text: str | None, entries: Sequence[str]) -> str:
    """The text of a file with entries behind what it has; with a head where there is no file. Line ends stay as they are."""
    body = _HEAD if text is None else text.replace("\r\n", "\n")
    if body and not body.endswith("\n"):
        body += "\n"
    body = "\n".join([body, *entries] if body else entries)
    return body.replace("\n", "\r\n") if text and "\r\n" in text else body


def quoted(text: str) -> str:
    """A text as TOML writes it on one line. Half of a surrogate pair, which no file can hold, becomes U+FFFD."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char < " " or char == "\x7f":
        return f"\\u{ord(char):04x}"
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char

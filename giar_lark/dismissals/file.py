"""The file of dismissals: what it says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from giar_lark.dismissals.dismissal import Dismissal
from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.rules import find_rule
from giar_lark.rules.batch_rule import needs_others
from giar_lark.rules.entries import unknown
from giar_lark.rules.rule import Page
from giar_lark.settings.reader import Reader, Table, text_of_file
from giar_lark.settings.statements import KeyPath
from giar_lark.source.source import Source

_KEYS = ("file", "code", "key", "id", "text", "reason", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissals:
    """The dismissals of a file, in order. They speak of reports in the file's folder and below."""

    path: Path
    source: Source
    entries: tuple[Dismissal, ...]

    @property
    def folder(self) -> Path:
        """The folder that patterns are relative to."""
        return self.path.parent


def read_dismissals(path: Path) -> Dismissals:
    """The dismissals in a file.

    Raises: SettingsError, where it cannot be read, or anything in it is wrong.
    """
    return dismissals_in(text_of_file(path), path)


def dismissals_in(text: str, path: Path) -> Dismissals:
    """The dismissals in the text of a file.

    Raises: SettingsError, where anything in it is wrong.
    """
    reader = Reader(str(path), text)
    reader.only(reader.values, (), ("dismiss",))
    entries = list(_entries(reader))
    reader.finish()
    return Dismissals(path=path, source=Source(reader.text, str(path)), entries=tuple(entries))


def _entries(reader: Reader) -> Iterator[Dismissal]:
    tables = reader.values.get("dismiss", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        reader.wrong(("dismiss",), Text("每一条写成 [[dismiss]]", "each entry is written as [[dismiss]]"))
        return
    for index, table in enumerate(tables):
        yield _entry(reader, table, index)


def _entry(reader: Reader, table: Table, index: int) -> Dismissal:
    where: KeyPath = ("dismiss", index)
    reader.only(table, where, _KEYS)
    page = _rule(reader, table, where)
    return Dismissal(
        index=index,
        file=_file(reader, table, where),
        code=page.RULE.code if page else "",
        name=page.RULE.name if page else "",
        reason=_required(reader, table, where, "reason", Text("每一条都要写明原因", "each entry gives its reason")),
        key=reader.text_of(table, where, "key"),
        id=reader.text_of(table, where, "id"),
        text=reader.text_of(table, where, "text"),
        until=reader.day(table, where, "until"),
        needs_others=page is not None and needs_others(page),
    )


def _required(reader: Reader, table: Table, where: KeyPath, name: str, need: Text) -> str:
    if name not in table:
        reader.wrong(where, Text(f"缺少“{name}”：{need.zh}", f"“{name}” is missing: {need.en}"))
    return reader.text_of(table, where, name) or ""


def _file(reader: Reader, table: Table, where: KeyPath) -> str:
    need = Text("写明是哪个文件，可用 * 和 **", "say which file; * and ** are allowed")
    pattern = _required(reader, table, where, "file", need)
    if pattern.startswith(("/", "../", "./")) or "\\" in pattern or pattern[1:2] == ":":
        zh = f"“{pattern}”应写成从本文件所在文件夹起的路径，用 /，如 2023/某镇.txt"
        en = f"“{pattern}” has to begin at the folder of this file, with /, such as 2023/town.txt"
        reader.wrong((*where, "file"), Text(zh, en), pattern)
    return pattern


def _rule(reader: Reader, table: Table, where: KeyPath) -> Page | None:
    """The rule that is given by its code or its name; None where there is none."""
    given = _required(reader, table, where, "code", Text("写明是哪条规则，如 T3-01", "say which rule, such as T3-01"))
    page = find_rule(given.strip().lower())
    if page is None and given:
        reader.wrong((*where, "code"), unknown(given), given)
    return page

"""The data dictionary of a dataset: a row a column, with what it holds and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.extract.schema import Column

HEAD = ("name", "type", "meaning_zh", "meaning_en")


def dictionary_rows(columns: Sequence[Column]) -> Iterator[tuple[str, ...]]:
    """The heading, then a row for each column in order."""
    yield HEAD
    for column in columns:
        yield column.name, column.kind.value, column.meaning.zh, column.meaning.en

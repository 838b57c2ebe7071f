"""Outcomes as a data frame of pandas or polars, whichever is there: neither is needed for anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from giar_lark.outcomes.outcome import Outcome

if TYPE_CHECKING:
    from giar_lark.extract.record import Value
    from giar_lark.extract.schema import Column

Library = Literal["pandas", "polars"]


def to_frame(outcomes: Iterable[Outcome], *, long: bool = False, library: Library = "pandas") -> Any:  # noqa: ANN401
    """A data frame with a row a report, or with `long` a row a cell: the columns of `giar-lark extract`.

    Blank: a cell without a number is missing, and its state says why; no count becomes a float. Units: amounts and the
    values of long rows are exact decimals; `.astype(float)` where that is enough.

    Raises: ImportError, where the library is not installed; ValueError, where it is another one.
    """
    # this module is loaded with the package, and few programs make frames
    from giar_lark.extract.record import records_of
    from giar_lark.extract.schema import columns_of

    frames = _imported(library)
    columns = columns_of(long)
    values: dict[str, list[Value]] = {column.name: [] for column in columns}
    for outcome in outcomes:
        for record in records_of(outcome, long):
            for name, value in record.items():
                values[name].append(value)
    return _FRAMES[library](frames, columns, values)


def _imported(library: str) -> ModuleType:
    if library not in _FRAMES:
        raise ValueError(f"library is one of {', '.join(_FRAMES)}; not {library!r}")
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        if error.name != library:
            raise
        raise ImportError(f"a frame of {library} needs {library}; run: pip install {library}", name=library) from None


def _pandas(pandas: ModuleType, columns: Sequence[Column], values: Mapping[str, list[Value]]) -> object:
    types = {"text": "string", "whole": "Int64", "decimal": "object", "date": "datetime64[s]"}
    return pandas.DataFrame(
        {column.name: pandas.Series(values[column.name], dtype=types[column.kind]) for column in columns}
    )


def _polars(polars: ModuleType, columns: Sequence[Column], values: Mapping[str, list[Value]]) -> object:
    types = {
        "text": polars.String,
        "whole": polars.Int64,
        "decimal": polars.Decimal(30, 15),
        "date": polars.Date,
    }
    return polars.DataFrame(values, schema={column.name: types[column.kind] for column in columns})


_FRAMES: Mapping[str, Callable[[ModuleType, Sequence[Column], Mapping[str, list[Value]]], object]] = {
    "pandas": _pandas,
    "polars": _polars,
}

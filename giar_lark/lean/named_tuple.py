"""Named tuples that cost next to nothing to define.

To readers and type checkers, `NamedTuple` is that of the standard library, and it does the same. There, the type of each field
is compiled from its text, and what makes a tuple is compiled for each class; with a hundred classes that takes longer than
reading a report. Here nobody asks for the types, all classes share their methods, and what makes the tuples of a class is
compiled where many are made.
"""

# ruff: noqa: ANN401 (what is made here may be anything)
from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]  # a field of a tuple, read in C
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

# so many of a class are made before it pays to compile what makes them
FEW = 8
_new_tuple = tuple.__new__


class _Maker(type):
    """Makes of the body of a class a class of tuples, with a field for each annotation."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        fields = tuple(body.get("__annotations__", ()))
        defaults = {field: body[field] for field in fields if field in body}
        named = {field: _tuplegetter(at, "") for at, field in enumerate(fields)}
        about = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
        made: Any = type(name, (tuple,), {**_SHARED, **body, **named, **about})
        made.__new__ = _new_at_first(made)
        return made


def _new_at_first(made: Any) -> staticmethod[..., Any]:
    """A `__new__` that is replaced when it has been called some times, or is given what it does not take."""
    left, fields, defaults = FEW, made._fields, made._field_defaults

    def new(cls: type, *given: Any, **named: Any) -> Any:
        nonlocal left
        left -= 1
        values = {**defaults, **dict(zip(fields, given, strict=False)), **named}
        fits = len(given) <= len(fields) == len(values) and named.keys() <= set(fields[len(given) :])
        if left and fits:
            return _new_tuple(cls, [values[field] for field in fields])
        made.__new__ = _new(fields, defaults)
        return made.__new__(cls, *given, **named)

    return staticmethod(new)


def _new(fields: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., Any]:
    values = "".join(f"{field}, " for field in fields)
    new: Any = eval(f"lambda _cls, {values}: _new_tuple(_cls, ({values}))", {"_new_tuple": _new_tuple})
    new.__name__, new.__defaults__ = "__new__", tuple(defaults.values())
    return staticmethod(new)


def _make(cls: Any, values: Iterable[Any]) -> Any:
    """A tuple of as many values as there are fields."""
    made = _new_tuple(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, and not {len(made)}")
    return made


def _replace(self: Any, /, **changes: Any) -> Any:
    """The same tuple with other values in some fields."""
    made = self._make(map(changes.pop, self._fields, self))
    if changes:
        raise TypeError(f"{type(self).__name__} has no fields {', '.join(changes)}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    """The values by the names of their fields."""
    return dict(zip(self._fields, self, strict=True))


def _repr(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(self)


_SHARED = {
    "_make": classmethod(_make),
    "_replace": _replace,
    "__replace__": _replace,
    "_asdict": _asdict,
    "__repr__": _repr,
    "__getnewargs__": _values,
}

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})

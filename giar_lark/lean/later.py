"""A value that is made when it is first asked for: most readers of a report look at a part of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, TypeVarTuple, overload

T = TypeVar("T")
_Given = TypeVarTuple("_Given")


class Later(Generic[T]):
    """A value, or how to make it. It is equal to any other that comes to an equal value."""

    __slots__ = ("_given", "_make", "_value")

    _value: T

    def __init__(self, make: Callable[[*_Given], T], *given: *_Given) -> None:
        """Hold how the value is made, and of what; it must be the same whenever that is done."""
        self._make: Callable[..., T] | None = make
        self._given: tuple[Any, ...] = given

    @classmethod
    def of(cls, value: T) -> Self:
        """A value that is there already."""
        made = cls.__new__(cls)
        made._make, made._given, made._value = None, (), value
        return made

    @property
    def value(self) -> T:
        """The value, made now if it was not before."""
        # in this order, so that two threads may ask at once
        given, make = self._given, self._make
        if make is not None:
            self._value = make(*given)
            self._make = None
            self._given = ()
        return self._value

    def __eq__(self, other: object) -> bool:
        return self.value == other.value if isinstance(other, Later) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return repr(self.value)

    def __reduce__(self) -> tuple[object, ...]:
        return Later.of, (self.value,)


class Again(Later[T]):
    """A value that is not sent along: on its way to another process, or to a disk, it is what it is made of, and made anew there."""

    __slots__ = ("_recipe",)

    def __init__(self, make: Callable[[*_Given], T], *given: *_Given) -> None:
        """Hold how the value is made, and of what."""
        super().__init__(make, *given)
        self._recipe: tuple[Any, ...] = (make, *given)

    @classmethod
    def having(cls, value: T, make: Callable[[*_Given], T], *given: *_Given) -> Again[T]:
        """A value that is there already, and how it is made."""
        made = cls.of(value)
        made._recipe = (make, *given)
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return Again, self._recipe


class kept_property(Generic[T]):
    """A property that is made when it is first asked for, and then kept.

    `functools.cached_property` does the same, and in Python 3.11 takes a lock each time, which costs more than most of what
    is made. Here two threads that ask at once may both make it, so it must be the same whoever does.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        """Hold how the value is made."""
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    @overload
    def __get__(self, record: None, owner: type) -> Self: ...

    @overload
    def __get__(self, record: object, owner: type) -> T: ...

    def __get__(self, record: object | None, owner: type) -> Self | T:
        if record is None:
            return self
        value = record.__dict__[self._name] = self._make(record)
        return value

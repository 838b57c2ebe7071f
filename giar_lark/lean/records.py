"""Data classes that cost next to nothing to define.

To readers and type checkers, `dataclass`, `field` and `replace` are those of the standard library, and they do the same. There,
the methods of each class are written as a text and compiled, more than half a millisecond a class, and with a hundred classes
that takes longer than checking a report. Here all classes share their methods, but for `__init__`: where many records of a class
are made it has to be quick, so it is compiled then.
"""

# ruff: noqa: ANN401, B010 (what is made here may be anything, and types do not know that classes change)
from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from giar_lark.lean.named_tuple import FEW, NamedTuple

# no default
_NONE: Any = object()
_COMPARISONS = ("__lt__", "__le__", "__gt__", "__ge__")
_set = object.__setattr__


class _Field(NamedTuple):
    """What is known of a field beside its name and type."""

    default: Any = _NONE
    default_factory: Any = _NONE
    init: bool = True
    repr: bool = True
    compare: bool = True


class _Plan(NamedTuple):
    """What the records of a class are: their fields in order, and the options that are still needed."""

    fields: dict[str, _Field]
    frozen: bool
    kw_only: bool


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False, eq: bool = True, order: bool = False
) -> Callable[[type], type]:
    """What makes a class into one of records, whose fields are what it has annotations for."""

    def made(cls: type) -> type:
        fields = {name: _field_in(cls, name) for name in cls.__annotations__}
        cls = _with_slots(cls, fields) if slots else cls
        values = _values_of(fields)
        methods: dict[str, Any] = {"__repr__": _repr, "__replace__": _replace}
        methods["__match_args__"] = () if kw_only else tuple(fields)
        if eq:
            own_hash = vars(cls).get("__hash__")
            methods |= {"__eq__": _equality(values), "__hash__": own_hash or (_hash(values) if frozen else None)}
        if order:
            methods |= {name: _comparison(getattr(operator, name), values) for name in _COMPARISONS}
        if frozen:
            methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if frozen and slots:
            methods |= {"__getstate__": _state, "__setstate__": _restore}
        methods |= {name: _OfTheLibrary(name) for name in _OfTheLibrary.names}
        plan = _Plan(fields, frozen, kw_only)
        methods |= {"__record__": plan, "__init__": _init_at_first(cls, plan)}
        for name, method in methods.items():
            setattr(cls, name, method)
        return cls

    return made


def _field_in(cls: type, name: str) -> _Field:
    """What stands behind an annotation. What is no value of the field is taken out of the class."""
    given = vars(cls).get(name, _NONE)
    if isinstance(given, _Field):
        delattr(cls, name)
        return given
    return _Field(given)


def _with_slots(cls: type, fields: dict[str, _Field]) -> type:
    """The class anew, for slots are laid out when a class begins."""
    left = {name: value for name, value in vars(cls).items() if name not in (*fields, "__dict__", "__weakref__")}
    made = type(cls)(cls.__name__, cls.__bases__, {**left, "__slots__": tuple(fields)})
    made.__qualname__ = cls.__qualname__
    return made


def _values_of(fields: dict[str, _Field]) -> Callable[[Any], Any]:
    """What gives all that a record is compared by, as one value."""
    names = [name for name, field in fields.items() if field.compare]
    return operator.attrgetter(*names) if names else lambda record: ()


def _equality(values: Callable[[Any], Any]) -> Callable[[Any, Any], bool]:
    return lambda self, other: values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented


def _comparison(compare: Callable[[Any, Any], bool], values: Callable[[Any], Any]) -> Callable[[Any, Any], bool]:
    def compared(self: Any, other: Any) -> bool:
        return compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return compared


def _hash(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    return lambda self: hash(values(self))


def _init_at_first(cls: type, plan: _Plan) -> Callable[..., None]:
    """An `__init__` that is replaced when it has been called some times, or is given what it does not take."""
    left = FEW

    def init(self: Any, *given: Any, **named: Any) -> None:
        nonlocal left
        left -= 1
        values = _given_values(plan, given, named) if left else None
        if values is None:
            setattr(cls, "__init__", _init(cls, plan))
            self.__init__(*given, **named)
            return
        for name, value in values.items():
            _set(self, name, value)
        if hasattr(cls, "__post_init__"):
            self.__post_init__()

    return init


def _given_values(plan: _Plan, given: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any] | None:
    """The value of each field of a record; None where what is given does not fit."""
    fields = {name: field for name, field in plan.fields.items() if field.init}
    by_place = dict(zip(fields, given, strict=False))
    if len(by_place) < len(given) or (given and plan.kw_only) or not named.keys() <= fields.keys() - by_place.keys():
        return None
    values = by_place | named
    for name in fields.keys() - values.keys():
        default, factory = fields[name].default, fields[name].default_factory
        if default is factory is _NONE:
            return None
        values[name] = default if factory is _NONE else factory()
    return values


def _init(cls: type, plan: _Plan) -> Callable[..., None]:
    known, parameters, lines, of_others = {"_set": _set, "_NONE": _NONE}, [], [], []
    for name, field in plan.fields.items():
        if not field.init:
            continue
        value = name
        if field.default_factory is not _NONE:
            known[f"_new_{name}"] = field.default_factory
            value = f"_new_{name}() if {name} is _NONE else {name}"
        known[f"_{name}"] = field.default
        has_default = field.default is not _NONE or value != name
        parameters.append(f"{name}=_{name}" if has_default else name)
        lines.append(f"{_place_of(name, cls, plan)} = {value}")
        of_others.append(f"_set(self, {name!r}, {value})")
    if plan.frozen and _has_slots(cls):
        known |= {"_Frozen": cls, "_Open": type(cls)(cls.__name__, cls.__bases__, {"__slots__": tuple(plan.fields)})}
        opened = ['_set(self, "__class__", _Open)', *lines, "self.__class__ = _Frozen"]
        # a record of a class below is of that one, open or not
        lines = ["if self.__class__ is _Frozen:", *_indented(opened), "else:", *_indented(of_others or ["pass"])]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    star = ["*"] if plan.kw_only and parameters else []
    exec(f"def __init__({', '.join(['self', *star, *parameters])}):\n " + "\n ".join(lines or ["pass"]), known)
    return known["__init__"]  # type: ignore[no-any-return]


def _indented(lines: list[str]) -> list[str]:
    return [f" {line}" for line in lines]


def _place_of(name: str, cls: type, plan: _Plan) -> str:
    """What a field is set by. To go round what freezes a record takes much longer each time than to have it open meanwhile."""
    return f"self.__dict__[{name!r}]" if plan.frozen and not _has_slots(cls) else f"self.{name}"


def _has_slots(cls: type) -> bool:
    return "__slots__" in vars(cls)


def _repr(self: Any) -> str:
    fields = ", ".join(
        f"{name}={getattr(self, name)!r}" for name, field in self.__record__.fields.items() if field.repr
    )
    return f"{type(self).__qualname__}({fields})"


def _replace(record: Any, /, **changes: Any) -> Any:
    """The same record with other values in some fields."""
    fields = type(record).__record__.fields
    kept = {name: getattr(record, name) for name, field in fields.items() if field.init and name not in changes}
    return type(record)(**kept, **changes)


def _refuse(self: Any, name: str, value: Any = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__record__.fields]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__record__.fields, state, strict=True):
        _set(self, name, value)


class _OfTheLibrary:
    """What the functions of the library, such as `dataclasses.fields`, ask a class for: made when one does."""

    names = ("__dataclass_fields__", "__dataclass_params__")

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, record: object, cls: Any) -> Any:
        from dataclasses import field, make_dataclass

        plan: _Plan = cls.__record__
        fields = [
            (name, cls.__annotations__[name], field(**{k: v for k, v in one._asdict().items() if v is not _NONE}))
            for name, one in plan.fields.items()
        ]
        real = make_dataclass(cls.__name__, fields, frozen=plan.frozen, kw_only=plan.kw_only)
        for name in self.names:
            setattr(cls, name, getattr(real, name))
        return getattr(real, self._name)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, _Field, _replace

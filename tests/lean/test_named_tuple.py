"""Our named tuples do what those of the standard library do, whether few are made of a class or many: each test runs with all."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from giar_lark.lean import named_tuple
from giar_lark.source.span import Span


class Kinds:
    """The same classes, made by one module or the other."""

    def __init__(self, base: Any) -> None:  # noqa: ANN401 (either)
        class Point(base):
            """A point."""

            x: int
            y: int = 2
            tags: tuple[str, ...] = ()

            @property
            def sum(self) -> int:
                """Both."""
                return self.x + self.y

        class Empty(base):
            """Nothing."""

        self.Point: Any = Point
        self.Empty: Any = Empty


@pytest.fixture(params=["library", "few", "many"])
def kinds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Kinds:
    if request.param == "many":
        monkeypatch.setattr(named_tuple, "FEW", 1)
    return Kinds(typing.NamedTuple if request.param == "library" else named_tuple.NamedTuple)


def refused(act: Callable[[], object]) -> bool:
    try:
        act()
    except (TypeError, ValueError, AttributeError):
        return True
    return False


def test_fields_are_given_by_place_or_name_or_have_defaults(kinds: Kinds) -> None:
    point = kinds.Point(1)
    assert (point.x, point.y, point.tags, point.sum) == (1, 2, (), 3)
    assert kinds.Point(y=4, x=3) == kinds.Point(3, 4) == (3, 4, ())
    assert (
        refused(lambda: kinds.Point())
        and refused(lambda: kinds.Point(1, 2, (), 3))
        and refused(lambda: kinds.Point(z=1))
    )
    assert kinds.Empty() == () and refused(lambda: kinds.Empty(1))


def test_it_is_a_tuple_that_holds_nothing_else(kinds: Kinds) -> None:
    point = kinds.Point(1, 3)
    x, *rest = point
    assert (x, rest, point[1], len(point), hash(point)) == (1, [3, ()], 3, 3, hash((1, 3, ())))
    assert isinstance(point, tuple) and not hasattr(point, "__dict__")
    assert refused(lambda: setattr(point, "x", 2)) and refused(lambda: setattr(point, "other", 2))
    match point:
        case kinds.Point(1, second):
            assert second == 3
        case _:
            pytest.fail("does not match by place")


def test_one_of_other_values_and_its_names(kinds: Kinds) -> None:
    point = kinds.Point(1)
    assert point._replace(y=5) == (1, 5, ()) and type(point._replace(y=5)) is kinds.Point
    assert refused(lambda: point._replace(z=1))
    assert type(kinds.Point._make([1, 2, ()])) is kinds.Point and kinds.Point._make([1, 2, ()]) == point
    assert point._asdict() == {"x": 1, "y": 2, "tags": ()}
    assert (point._fields, point._field_defaults) == (("x", "y", "tags"), {"y": 2, "tags": ()})
    assert refused(lambda: kinds.Point._make([1, 2]))


def test_how_it_looks(kinds: Kinds) -> None:
    assert (repr(kinds.Point(1)), repr(kinds.Empty())) == ("Point(x=1, y=2, tags=())", "Empty()")
    assert (kinds.Point.__doc__, kinds.Point.__name__) == ("A point.", "Point")
    assert kinds.Point.__module__ == __name__ and kinds.Point.__qualname__.endswith("Kinds.__init__.<locals>.Point")


def test_a_class_of_it_is_made_with_what_makes_the_first(kinds: Kinds) -> None:
    class Named(kinds.Point):  # type: ignore[misc, name-defined]
        """A point that has a name, too."""

    named = Named(1)
    assert type(named) is Named and type(kinds.Point(1)) is kinds.Point and named == kinds.Point(1)


def test_copies_are_equal() -> None:
    span = Span(1, 2)
    assert copy.copy(span) == copy.deepcopy(span) == pickle.loads(pickle.dumps(span)) == span
    assert type(pickle.loads(pickle.dumps(span))) is Span

"""Records do what data classes of the standard library do, whether few are made of a class or many: each test runs with all."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from giar_lark.lean import records
from giar_lark.readers.limits import Limits


class Kinds:
    """The same classes, made by one module or the other."""

    def __init__(self, by: ModuleType) -> None:
        dataclass, field, self.replace = by.dataclass, by.field, by.replace

        @dataclass(frozen=True, slots=True)
        class Point:
            """A record."""

            x: int
            y: int = 2

            @property
            def sum(self) -> int:
                """Both."""
                return self.x + self.y

        @dataclass(frozen=True, kw_only=True)
        class Named:
            """A record whose fields have to be named, without slots."""

            parts: tuple[int, ...] = ()
            notes: dict[str, int] = field(default_factory=dict)
            name: str

        @dataclass(slots=True)
        class Counter:
            """A record that changes."""

            start: int
            seen: list[int] = field(default_factory=list)
            count: int = field(init=False, repr=False, compare=False)

            def __post_init__(self) -> None:
                self.count = self.start

        @dataclass(frozen=True, slots=True, order=True)
        class Version:
            """A record with an order."""

            major: int
            minor: int

        @dataclass(frozen=True, slots=True, eq=False)
        class Alone:
            """A record that is equal to none but itself."""

            x: int

        @dataclass(frozen=True, slots=True)
        class Empty:
            """A record that holds nothing."""

        # of any type, for the tests do with them what no type allows
        self.Point: Any = Point
        self.Named: Any = Named
        self.Counter: Any = Counter
        self.Version: Any = Version
        self.Alone: Any = Alone
        self.Empty: Any = Empty


@pytest.fixture(params=["library", "few", "many"])
def kinds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Kinds:
    if request.param == "many":
        monkeypatch.setattr(records, "FEW", 1)
    return Kinds(dataclasses if request.param == "library" else records)


def raised(act: Callable[[], object]) -> type[BaseException] | None:
    try:
        act()
    except (TypeError, AttributeError) as error:
        return type(error)
    return None


def test_fields_are_given_by_place_or_name_or_have_defaults(kinds: Kinds) -> None:
    point = kinds.Point(1)
    assert (point.x, point.y, point.sum) == (1, 2, 3)
    assert kinds.Point(y=4, x=3) == kinds.Point(3, 4)
    assert [raised(lambda: kinds.Point()), raised(lambda: kinds.Point(1, 2, 3)), raised(lambda: kinds.Point(z=1))] == [
        TypeError
    ] * 3


def test_fields_that_have_to_be_named(kinds: Kinds) -> None:
    named = kinds.Named(name="a")
    assert (named.name, named.parts, named.notes) == ("a", (), {})
    assert raised(lambda: kinds.Named("a")) is TypeError
    assert kinds.Named(name="b").notes is not named.notes


def test_it_is_equal_to_one_of_its_class_with_the_same_values(kinds: Kinds) -> None:
    assert kinds.Point(1) == kinds.Point(1, 2) != kinds.Point(2)
    assert kinds.Point(1) != (1, 2)
    assert kinds.Version(1, 2) != kinds.Point(1, 2)
    assert {kinds.Point(1), kinds.Point(1, 2), kinds.Empty(), kinds.Empty()} == {kinds.Point(1), kinds.Empty()}
    alone = kinds.Alone(1)
    assert alone == alone != kinds.Alone(1) and len({alone, kinds.Alone(1)}) == 2


def test_it_has_no_hash_where_it_changes_or_holds_what_does(kinds: Kinds) -> None:
    assert raised(lambda: hash(kinds.Counter(1))) is TypeError
    assert raised(lambda: hash(kinds.Named(name="a"))) is TypeError


def test_it_keeps_a_hash_of_its_own() -> None:
    @records.dataclass(frozen=True, slots=True)
    class Named:
        name: str
        more: int = 0

        def __hash__(self) -> int:
            return hash(self.name)

    assert hash(Named("公开", 1)) == hash(Named("公开", 2)) == hash("公开")
    assert Named("公开", 1) != Named("公开", 2)


def test_it_does_not_change_where_it_is_frozen(kinds: Kinds) -> None:
    point = kinds.Point(1)
    changes = (lambda: setattr(point, "x", 2), lambda: delattr(point, "x"))
    assert [raised(change) for change in changes] == [dataclasses.FrozenInstanceError] * 2
    assert raised(lambda: setattr(point, "other", 2)) is not None
    assert point == kinds.Point(1)


def test_a_class_below_has_records_of_its_own(kinds: Kinds) -> None:
    for slots in ({}, {"__slots__": ()}):
        below = type("Below", (kinds.Point,), slots)
        for point in [below(1, y=3) for _ in range(20)]:
            assert (type(point), point.x, point.y, point.sum) == (below, 1, 3, 4)
            assert raised(lambda point=point: setattr(point, "x", 2)) is dataclasses.FrozenInstanceError


def test_it_changes_in_its_fields_alone_where_it_is_not(kinds: Kinds) -> None:
    counter = kinds.Counter(3)
    counter.count += 1
    counter.seen.append(1)
    assert (counter.count, counter.seen, kinds.Counter(3).seen) == (4, [1], [])
    assert raised(lambda: setattr(counter, "other", 2)) is AttributeError
    assert counter == kinds.Counter(4 - 1, [1]) != kinds.Counter(3)
    assert repr(counter).endswith("Counter(start=3, seen=[1])")


def test_order_goes_by_the_fields_from_the_first_on(kinds: Kinds) -> None:
    versions = [kinds.Version(2, 0), kinds.Version(1, 9), kinds.Version(1, 10)]
    assert sorted(versions) == [kinds.Version(1, 9), kinds.Version(1, 10), kinds.Version(2, 0)]
    assert versions[0] >= versions[1] and not versions[0] <= versions[1] and versions[1] < versions[2] < versions[0]
    assert raised(lambda: kinds.Version(1, 2) < (1, 3)) is TypeError
    assert raised(lambda: kinds.Point(1) < kinds.Point(2)) is TypeError


def test_it_is_written_with_its_fields(kinds: Kinds) -> None:
    written = repr(kinds.Named(name="a")).rpartition(".")[2]
    assert written == "Named(parts=(), notes={}, name='a')"
    assert repr(kinds.Empty()).endswith("Empty()")


def test_it_is_replaced_with_some_fields_changed(kinds: Kinds) -> None:
    assert kinds.replace(kinds.Point(1), y=5) == kinds.Point(1, 5)
    assert kinds.replace(kinds.Named(name="a", parts=(1,)), name="b") == kinds.Named(name="b", parts=(1,))
    assert raised(lambda: kinds.replace(kinds.Point(1), z=1)) is TypeError
    assert kinds.replace(kinds.Counter(3), start=5).count == 5
    assert dataclasses.replace(kinds.Point(1), y=5) == kinds.Point(1, 5)


def test_it_is_matched_by_place(kinds: Kinds) -> None:
    match kinds.Point(1, 7):
        case kinds.Point(x, y):
            assert (x, y) == (1, 7)
        case _:
            pytest.fail("not matched")
    assert kinds.Named.__match_args__ == ("name",)[:0]


def test_the_library_knows_it(kinds: Kinds) -> None:
    assert dataclasses.is_dataclass(kinds.Point) and dataclasses.is_dataclass(kinds.Point(1))
    assert dataclasses.asdict(kinds.Point(kinds.Version(1, 2))) == {"x": {"major": 1, "minor": 2}, "y": 2}
    fields = {
        field.name: (field.type, field.default, field.init, field.repr, field.compare)
        for field in dataclasses.fields(kinds.Counter)
    }
    missing = dataclasses.MISSING
    assert fields == {
        "start": ("int", missing, True, True, True),
        "seen": ("list[int]", missing, True, True, True),
        "count": ("int", missing, False, False, False),
    }
    assert kinds.Point.__dataclass_params__.frozen and not kinds.Counter.__dataclass_params__.frozen


def test_it_is_copied(kinds: Kinds) -> None:
    for record in (kinds.Point(1), kinds.Named(name="a"), kinds.Counter(2), kinds.Empty()):
        assert copy.copy(record) == copy.deepcopy(record) == record


def test_it_has_the_name_and_words_of_its_class(kinds: Kinds) -> None:
    assert (kinds.Point.__name__, kinds.Point.__doc__) == ("Point", "A record.")
    assert kinds.Point.__qualname__.endswith("Kinds.__init__.<locals>.Point") and kinds.Point.__module__ == __name__


def test_it_goes_through_pickle_to_where_none_of_its_class_was_made() -> None:
    where = Limits(file_bytes=7)
    assert pickle.loads(pickle.dumps(where)) == where
    code = (
        "import pickle; from giar_lark.readers.limits import Limits; "
        f"print(pickle.loads({pickle.dumps(where)!r}) == Limits(file_bytes=7))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"

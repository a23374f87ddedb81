"""Data classes of factcheck.records behave as those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from types import ModuleType
from typing import Any

import pytest

from factcheck import records

BOTH = [dataclasses, records]


@records.dataclass(frozen=True, slots=True)
class Pair:
    """Stands in the module, so that it can be pickled."""

    left: int
    right: tuple[int, ...] = ()


def _point(made_by: ModuleType, **more: bool) -> Any:
    class Point:
        x: int
        y: int = 2
        tags: list[str] = made_by.field(default_factory=list, repr=False, compare=False)
        memo: dict[str, int] = made_by.field(default_factory=dict, init=False, repr=False, compare=False)

    return made_by.dataclass(**more)(Point)


def _outcome(work: Any) -> object:
    try:
        return work()
    except Exception as error:
        return type(error)


CALLS = {
    "made": lambda kind: [(one.x, one.y, one.tags, one.memo) for one in (kind(1), kind(1, 3, ["a"]), kind(x=1))],
    "too few": lambda kind: kind(),
    "too many": lambda kind: kind(1, 2, [], {}),
    "unknown": lambda kind: kind(1, z=2),
    "own list each": lambda kind: kind(1).tags is kind(1).tags,
    "repr": lambda kind: repr(kind(1)).rpartition(".")[2],
    "equal": lambda kind: (kind(1) == kind(1, 2, ["other"]), kind(1) == kind(2), kind(1) == 1, kind(1) != kind(1)),
    "hash": lambda kind: hash(kind(1)),
    "in a set": lambda kind: len({kind(1), kind(1), kind(2)}),
    "order": lambda kind: (sorted([kind(2), kind(1, 3), kind(1)])[0].y, kind(1) <= kind(1), kind(1) > kind(2)),
    "order of others": lambda kind: kind(1) < 1,
    "set": lambda kind: setattr(kind(1), "x", 2),
    "delete": lambda kind: delattr(kind(1), "x"),
    "match": lambda kind: kind.__match_args__,
    "replaced": lambda kind: dataclasses.replace(kind(1), y=5).y,
    "replaced what is not given": lambda kind: dataclasses.replace(kind(1), memo={}),
    "dict": lambda kind: dataclasses.asdict(kind(1)),
    "fields": lambda kind: [(one.name, one.init, one.repr, one.compare) for one in dataclasses.fields(kind)],
    "is one": lambda kind: (dataclasses.is_dataclass(kind), dataclasses.is_dataclass(kind(1))),
    "slots": lambda kind: getattr(kind, "__slots__", None),
    "default": lambda kind: isinstance(kind.__dict__.get("y"), int),
    "names": lambda kind: (kind.__name__, kind.__doc__ is None or kind.__doc__.startswith("Point(")),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("order", [False, True])
@pytest.mark.parametrize("slots", [False, True])
@pytest.mark.parametrize("frozen", [False, True])
def test_they_do_as_the_standard_library(frozen: bool, slots: bool, order: bool, call: str) -> None:
    theirs, ours = (_point(made_by, frozen=frozen, slots=slots, order=order) for made_by in BOTH)
    for _ in range(30):  # the first call of a method writes it, and the twentieth of __init__
        assert _outcome(lambda: CALLS[call](ours)) == _outcome(lambda: CALLS[call](theirs))


@pytest.mark.parametrize("made_by", BOTH)
def test_fields_of_a_base_come_first(made_by: ModuleType) -> None:
    class Base:
        x: int
        y: int = 1

    base = made_by.dataclass(frozen=True, slots=True)(Base)

    class More(base):  # type: ignore[misc, valid-type]
        z: int = 2
        y: int = 5

    more: Any = made_by.dataclass(frozen=True, slots=True)(More)
    assert more(7, z=3) == more(7, 5, 3) != base(7, 5)


@pytest.mark.parametrize("made_by", BOTH)
def test_named_fields_and_what_is_done_at_the_end(made_by: ModuleType) -> None:
    class Named:
        x: int
        y: int = made_by.field(default=3, kw_only=True)
        total: int = made_by.field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "total", self.x + self.y)

    kind: Any = made_by.dataclass(frozen=True)(Named)
    assert kind(1).total == 4
    assert kind(1, y=1).total == 2
    with pytest.raises(TypeError):
        kind(1, 1)


@pytest.mark.parametrize("made_by", BOTH)
def test_each_may_be_like_no_other(made_by: ModuleType) -> None:
    class Alone:
        x: int

    kind: Any = made_by.dataclass(frozen=True, slots=True, eq=False)(Alone)
    one, other = kind(1), kind(1)
    assert len({one, one, other}) == 2
    assert one == one != other


@pytest.mark.parametrize("made_by", BOTH)
def test_methods_of_the_class_stay(made_by: ModuleType) -> None:
    class Own:
        x: int

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 5

    kind: Any = made_by.dataclass(frozen=True)(Own)
    assert (repr(kind(1)), kind(1) == kind(2), hash(kind(1))) == ("own", True, 5)


@pytest.mark.parametrize("made_by", BOTH)
def test_a_mutable_default_is_refused(made_by: ModuleType) -> None:
    class Shared:
        x: list[int] = []  # noqa: RUF012

    with pytest.raises(ValueError, match="default_factory"):
        made_by.dataclass(Shared)


def test_they_can_be_pickled_and_copied() -> None:
    pair = Pair(1, (2, 3))
    assert pickle.loads(pickle.dumps(pair)) == copy.deepcopy(pair) == pair
    assert records.replace(pair, left=2) == Pair(2, (2, 3))
    assert [one.name for one in records.fields(pair)] == ["left", "right"]

"""Allen's relations, comparisons, networks: against brute force."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.temporal.allen import ALL, Relation, compose, inverse, relation
from factcheck.temporal.compare import can_be_equal, certainly_before, contains, gap_days, to_iso
from factcheck.temporal.interval import DAY, Granularity, Interval, day, instant
from factcheck.temporal.network import Constraint, between, consistent, negative_cycle

SPANS = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS, SPANS)
def test_composition_holds_for_every_three_intervals(
    a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]
) -> None:
    assert relation(*a, *c) in compose(relation(*a, *b), relation(*b, *c))


def test_composition_lists_nothing_that_does_not_occur() -> None:
    spans = list(combinations(range(7), 2))
    for one, other in product(ALL, ALL):
        seen = {
            relation(*a, *c)
            for a in spans
            for b in spans
            if relation(*a, *b) is one
            for c in spans
            if relation(*b, *c) is other
        }
        assert compose(one, other) == seen


@given(SPANS, SPANS)
def test_inverse(a: tuple[int, int], b: tuple[int, int]) -> None:
    assert inverse(relation(*a, *b)) is relation(*b, *a)
    assert inverse(inverse(relation(*a, *b))) is relation(*a, *b)


def test_some_relations_by_name() -> None:
    assert relation(0, 2, 2, 4) is Relation.MEETS
    assert relation(0, 3, 1, 2) is Relation.CONTAINS
    assert compose(Relation.BEFORE, Relation.BEFORE) == {Relation.BEFORE}


POINTS = "abcd"
CONSTRAINTS = st.lists(
    st.builds(Constraint, st.sampled_from(POINTS), st.sampled_from(POINTS), st.integers(-3, 3)), max_size=7
)


@settings(max_examples=200, deadline=None)
@given(CONSTRAINTS)
def test_a_network_is_consistent_exactly_if_some_times_satisfy_it(constraints: list[Constraint[str]]) -> None:
    possible = any(
        all(times[POINTS.index(c.end)] - times[POINTS.index(c.start)] <= c.bound for c in constraints)
        for times in product(range(10), repeat=len(POINTS))
    )
    assert consistent(constraints) == possible


@settings(max_examples=200, deadline=None)
@given(CONSTRAINTS)
def test_the_witness_is_a_negative_cycle_of_given_constraints(constraints: list[Constraint[str]]) -> None:
    cycle = negative_cycle(constraints)
    if cycle is not None:
        assert sum(constraint.bound for constraint in cycle) < 0
        assert all(one.end == other.start for one, other in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        assert all(constraint in constraints for constraint in cycle)
        for index in range(len(cycle)):
            assert consistent(cycle[:index] + cycle[index + 1 :]), "one step too many in the explanation"


def test_statements_that_cannot_all_hold_are_named() -> None:
    statements = [
        *between("theft", "trial", 10, None, "the trial began ten days after the theft"),
        *between("theft", "sentence", None, 5, "sentence came within five days of the theft"),
        *between("trial", "sentence", 0, None, "sentence follows trial"),
        *between("theft", "fire", 0, 3, "a fire"),
    ]
    cycle = negative_cycle(statements)
    assert cycle is not None
    assert {constraint.why for constraint in cycle} == {
        "the trial began ten days after the theft",
        "sentence came within five days of the theft",
        "sentence follows trial",
    }


def clock(on: date, hour: int, minute: int = 0, offset: int | None = None) -> Interval:
    start = instant(on) + hour * 3600 + minute * 60
    return Interval(start, start + 60, Granularity.MINUTE, offset)


FOURTH, FIFTH, SEVENTH = date(2023, 5, 4), date(2023, 5, 5), date(2023, 5, 7)


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        (day(FOURTH), day(FOURTH), True),
        (day(FOURTH), day(FIFTH), False),
        (clock(FOURTH, 23), day(FOURTH), True),
        (clock(FOURTH, 23), day(FIFTH), False),
        # 11 pm on the 4th in London is the 5th in Tokyo.
        (clock(FOURTH, 23, offset=0), day(FIFTH, offset=540), True),
        (clock(FOURTH, 23, offset=0), day(FIFTH, offset=0), False),
        # On an unknown clock it may be.
        (clock(FOURTH, 23, offset=0), day(FIFTH), True),
        (clock(FOURTH, 23, offset=0), day(SEVENTH), False),
        (clock(FOURTH, 10, offset=60), clock(FOURTH, 9, offset=0), True),
        # "8 pm" is 7:58 pm rounded.
        (Interval(instant(FOURTH) + 72_000, instant(FOURTH) + 75_600, Granularity.HOUR), clock(FOURTH, 19, 58), True),
        (Interval(None, instant(FIFTH), Granularity.DAY), day(FOURTH), True),
        (Interval(None, instant(FIFTH), Granularity.DAY), day(FIFTH), False),
    ],
)
def test_can_be_equal(a: Interval, b: Interval, equal: bool) -> None:
    assert can_be_equal(a, b) is equal
    assert can_be_equal(b, a) is equal
    if equal:
        assert not certainly_before(a, b)


def test_other_comparisons() -> None:
    assert certainly_before(day(FOURTH), day(FIFTH))
    assert gap_days(day(FOURTH), day(SEVENTH)) == 3
    assert gap_days(day(SEVENTH), day(FOURTH)) == 3
    assert gap_days(day(FOURTH), day(FOURTH)) == 0
    assert contains(Interval(instant(FOURTH), instant(FOURTH) + 7 * DAY, Granularity.WEEK), day(FIFTH))
    assert not contains(day(FIFTH), day(FOURTH))
    assert to_iso(day(FOURTH)) == ("2023-05-04", "2023-05-05")
    assert to_iso(clock(FOURTH, 23, offset=-270))[0] == "2023-05-04T23:00:00-04:30"
    assert to_iso(Interval(instant(FOURTH), None, Granularity.YEAR)) == ("2023-05-04", None)

"""The order that the text itself states between two of its events: "resigned two days after the vote".

TimeML's TLINK with a signal: the located event, the event it is set against, and how far apart they are said to be.
"before", "after", "following" and "ahead of" count here, with a measure before them if there is one; for "during",
"while", "since", "until" and "by then" see :mod:`factcheck.assertions.ordering_spans`. What is planned, denied or
possible is ordered by nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product

from factcheck.assertions.model import Assertion
from factcheck.assertions.ordering_clauses import AFTER, BEFORE, SPANS, Ordering, is_told, led_to, located, told_in
from factcheck.assertions.ordering_measures import measure, word_at
from factcheck.assertions.ordering_spans import by_then, spanned
from factcheck.records import replace

__all__ = ["Ordering", "orderings"]


_CUES = AFTER | BEFORE | SPANS


def orderings(assertions: Sequence[Assertion]) -> Iterator[Ordering]:
    """The stated orders of an article's ``assertions`` (in text order), as indices into it."""
    numbered = list(enumerate(assertions))
    before: list[tuple[int, Assertion]] = []
    for _, group in groupby(numbered, key=lambda item: item[1].sentence.start):
        here = list(group)
        inside = [(index, one) for index, one in here if is_told(one)]
        if len(inside) > 1:
            yield from _with_other_readings(_in_sentence(inside), inside)
        if inside and before:
            yield from _with_other_readings(by_then(before, inside), [*before, *inside])
        before = here


def _with_other_readings(found: Iterable[Ordering], told: Sequence[tuple[int, Assertion]]) -> Iterator[Ordering]:
    """Each order, and the same of other types that a trigger may be of ("trial began" of a person or of a drug)."""
    starts = {index: one.trigger_start for index, one in told if is_told(one)}
    for order in found:
        for earlier, later in product(
            *(
                [index for index, start in starts.items() if start == starts[end]]
                for end in (order.earlier, order.later)
            )
        ):
            yield replace(order, earlier=earlier, later=later)


def _in_sentence(inside: Sequence[tuple[int, Assertion]]) -> Iterator[Ordering]:
    tokens = inside[0][1].sentence.tokens
    told = told_in(tokens, inside)
    triggers = [(one.trigger_start, one.trigger_end) for _, one in inside]
    for at, token in enumerate(tokens):
        word = token.low
        if word not in _CUES:
            continue
        if any(start <= token.start < end for start, end in triggers):
            continue  # "appeared before a judge"
        if word in SPANS:
            found = spanned(tokens, told, at, dict(inside))
            if found is not None:
                yield found
            continue
        if word == "ahead" and word_at(tokens, at + 1) != "of":
            continue
        reference = led_to(tokens, told, at + (2 if word == "ahead" else 1))
        if reference is None:
            continue
        measured_from, low, high = measure(tokens, at)
        one = located(tokens, told, measured_from, reference)
        if one is None:
            continue
        earlier, later = (reference, one) if word in AFTER else (one, reference)
        yield Ordering(earlier.number, later.number, low, high, tokens[measured_from].start, token.end)

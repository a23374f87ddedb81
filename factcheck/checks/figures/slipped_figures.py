"""Figures of two articles in sentences that speak of one thing, the more so if one looks like the other mistyped.

The sentences say what is one: names and words that both have, weighed by how rare they are in news. A slip (digits
transposed, one digit changed) is evidence of its own, so that lengths of time, percentages, numbers without a noun and
nouns of other words ("4,700 jobs", "the 7,400 steelmakers") can be compared, too. Values that both articles
know, plans, parts, growing counts and articles with several such figures are no conflicts.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.reading import SCORE, TIME_UNITS, is_generic, told_more
from factcheck.checks.figures.scene import scenes_of
from factcheck.checks.figures.slipped_evidence import SIZE, SMALL, Known, Value, at_most, kind_of, levels
from factcheck.checks.figures.slips import Slip, digits, slip, slip_keys
from factcheck.checks.figures.told_figures import Told
from factcheck.checks.stories import stories
from factcheck.expressions.model import QuantityKind
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import dataclass

_LARGEST_BLOCK = 40
_CLEARLY = 1.5
_ROUNDING = 1e-6  # of sums in another order
_CROWD = 1000
_OF_WHOLE = regex(r" of (?:the|its|their|his|her|[\w’'-]+['’]s|the [\w-]+['’]s) (?:[\w-]+ )?$")


@dataclass(frozen=True, slots=True)
class Slipped:
    """Two figures that seem one, with the evidence."""

    a: Told
    b: Told
    levels: tuple[Level, ...]

    @property
    def weight(self) -> float:
        """Bits of evidence, all in all."""
        return sum(level.weight for level in self.levels)


def slipped(corpus: Corpus, minimum: float) -> Iterator[Slipped]:
    """Pairs of figures with at least ``minimum`` bits, each figure with its best counterpart of an article."""
    everything = [list(told_more(number, article)) for number, article in enumerate(corpus.articles)]
    known, kin = _known(corpus, everything), stories(corpus)
    # Which articles have a value.
    having: dict[Value, set[int]] = defaultdict(set)
    for number, found_in in enumerate(known.values):
        for value in found_in:
            having[value].add(number)
    holding = {
        id(one): having[("count", one.quantity.value)]
        | having[(kind_of(one.quantity.kind, one.quantity.unit), one.quantity.value)]
        for of_one in everything
        for one in of_one
    }
    # A pair that falls so far short can be no rival of one that does not.
    least = minimum - _CLEARLY - _ROUNDING
    pairs: list[Slipped] = []
    for a, b in _candidates(everything):
        parts = _parts_of_one(a, b, known)
        if parts is None and (b.number in holding[id(a)] or a.number in holding[id(b)]):
            continue
        found = parts or slip(a.quantity.value, b.quantity.value) or _apart(a, b)
        if found is None or not (found.weight <= 0 or _equally_precise(a, b)):
            continue
        reach = at_most(a, b, found, known)
        if reach is None or reach < least:
            continue
        told: list[Level] = []
        for level in levels(a, b, found, known, kin.kinship(a.number, b.number)):
            if level.veto:
                break  # one is enough
            told.append(level)
        else:
            pairs.append(Slipped(a, b, tuple(told)))
    yield from (pair for pair in _best(pairs) if pair.weight >= minimum)


def _known(corpus: Corpus, everything: Sequence[Sequence[Told]]) -> Known:
    beside: dict[tuple[int, int], list[Told]] = defaultdict(list)
    sizes: dict[tuple[int, str], list[float]] = defaultdict(list)
    for of_one in everything:
        for one in of_one:
            beside[(one.number, one.sentence.start)].append(one)
            sizes[(one.number, one.unit)].append(one.quantity.value)
    values = [
        frozenset((kind_of(one.quantity.kind, one.quantity.unit), one.quantity.value) for one in of_one)
        | frozenset((kind_of(q.kind, q.unit), q.value) for q in article.expressions.quantities)
        for of_one, article in zip(everything, corpus.articles, strict=True)
    ]
    wholes = {id(one): _whole_of(one) for of_one in everything for one in of_one}
    return Known(scenes_of(corpus), beside, values, sizes, wholes)


def _best(pairs: Iterable[Slipped]) -> Iterator[Slipped]:
    """The pairs in which each figure has no second counterpart in the other's article that is as good."""
    kept = list(pairs)
    weights: dict[tuple[int, int], list[float]] = defaultdict(list)
    for pair in kept:
        weights[(id(pair.a), pair.b.number)].append(pair.weight)
        weights[(id(pair.b), pair.a.number)].append(pair.weight)
    for pair in kept:
        for key in ((id(pair.a), pair.b.number), (id(pair.b), pair.a.number)):
            others = sorted(weights[key], reverse=True)
            if others[0] > pair.weight or (len(others) > 1 and others[1] > pair.weight - _CLEARLY):
                break
        else:
            yield pair


def _equally_precise(a: Told, b: Told) -> bool:
    """Whether both are stated to one digit; "some 3,400" is as precise as 4,300."""
    alike = _measure(a) == _measure(b)
    if alike and len(digits(a.quantity.value)) == len(digits(b.quantity.value)):
        return True
    return math.isclose(a.quantity.high - a.quantity.low, b.quantity.high - b.quantity.low, rel_tol=0.01, abs_tol=1e-9)


def _candidates(everything: Sequence[Sequence[Told]]) -> Iterator[tuple[Told, Told]]:
    """Pairs of figures of two articles that one slip or one unit may join, the earlier article's first; none twice."""
    blocks: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for of_one in everything:
        for one in of_one:
            measure = _measure(one)
            for key in slip_keys(one.quantity.value):
                blocks[(measure, key)].append(one)
            if one.unit in ("person", "") and one.quantity.value >= _CROWD:
                blocks[("count", "people")].append(one)
            elif one.unit and not is_generic(one.unit):
                blocks[(measure, f"unit {one.unit}")].append(one)
    seen: set[tuple[int, int]] = set()
    shared = [(key, members) for key, members in blocks.items() if 1 < len(members) <= _LARGEST_BLOCK]
    for _, members in sorted(shared, key=lambda block: block[0]):
        for a, b in combinations(members, 2):
            if a.number == b.number:
                continue
            first, second = (a, b) if a.number < b.number else (b, a)
            pair = id(first), id(second)
            if pair not in seen:
                seen.add(pair)
                yield first, second


def _parts_of_one(a: Told, b: Told, known: Known) -> Slip | None:
    """Two numbers of the same few things: "two of the four exits", "three of the four exits"."""
    if a.quantity.value == b.quantity.value or QuantityKind.COUNT not in (a.quantity.kind, b.quantity.kind):
        return None
    whole = known.wholes[id(a)]
    return Slip(f"two parts of one {whole[0]:g}", 1.0) if whole is not None and whole == known.wholes[id(b)] else None


def _apart(a: Told, b: Told) -> Slip | None:
    """Two values of one size that no slip explains; only a thing named alike, in like sentences, can make them one."""
    small, large = sorted((a.quantity.value, b.quantity.value))
    if a.unit == b.unit == SCORE:
        return Slip("two results", 0.0)
    if figures.overlap((a.low, a.high), (b.low, b.high)) or max(a.low, b.low) - min(a.high, b.high) < 0.05 * large:
        return None
    alike = a.unit == b.unit and not is_generic(a.unit)
    people = small >= _CROWD and {a.unit, b.unit} <= {"person", ""}
    return (
        Slip("two values of one size", -1.0) if (alike or people) and small > SMALL and large < SIZE * small else None
    )


def _whole_of(one: Told) -> tuple[float, str] | None:
    """The number of which a figure is a part, with its noun: "two of the building's four exits"."""
    for other in figures.quantities_in(one.article, one.sentence):
        if other.start > one.quantity.start and other.kind is QuantityKind.COUNT and other.measured:
            head = min(one.quantity.end, other.start)
            between = one.article.document.prose[head : other.start]
            lead = one.quantity.text.partition(" ")[2] if one.quantity.end >= other.start else between
            found = _OF_WHOLE.match(between) or (one.quantity.end > other.start and _OF_WHOLE.match(f" {lead}"))
            return (other.value, other.unit or "") if found and other.value > one.quantity.value else None
    return None


def _measure(one: Told) -> str:
    """What both must be given in: counts compare with counts of any noun, others in one unit."""
    if one.unit in TIME_UNITS:
        return f"{one.unit} {one.unit}"  # "9,400 hours", "4,900 flying hours"
    return "count" if one.quantity.kind is QuantityKind.COUNT else f"{one.unit} {one.quantity.unit}"

"""Figures of two articles in sentences that speak of one thing, the more so if one looks like the other mistyped.

The sentences say what is one: names and words that both have, weighed by how rare they are in news. A slip (digits
transposed, one digit changed) is evidence of its own, so that lengths of time, percentages, numbers without a noun and
nouns of other words ("4,700 jobs", "the 7,400 steelmakers") can be compared, too. Values that both articles
know, plans, parts, growing counts and articles with several such figures are no conflicts.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from factcheck.assertions.model import Article
from factcheck.checks import figures
from factcheck.checks.figure_distinctions import other_sets, telling_apart
from factcheck.checks.figure_reading import SCORE, TIME_UNITS, is_generic, told_more
from factcheck.checks.figure_scene import Scenes, scenes_of
from factcheck.checks.figure_slips import Slip, digits, slip, slip_keys
from factcheck.checks.figure_words import EXPECTING
from factcheck.checks.stories import stories
from factcheck.checks.templates import times_in
from factcheck.checks.told_figures import Told
from factcheck.checks.word_families import family
from factcheck.expressions.model import QuantityKind, TimexType
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import dataclass, replace

_LARGEST_BLOCK = 40
_STORY_DAYS = 60
_STRONG = 2.5
_CLEARLY = 1.5
_SMALL, _SIZE, _CROWD = 10, 4, 1000
_LIFETIME = 120  # two bare numbers below it may be ages
_MOVED = frozenset(family(word) for word in "rise fall gain lose drop grow increase decline climb slip plunge".split())
# Words beside lengths, shares and directions of anything.
_EVERYWHERE = frozenset(
    family(word)
    for word in """mile metre meter kilometre kilometer foot feet inch percent per cent hour minute north south east
    west northern southern eastern western away distance long about""".split()
)
_OF_WHOLE = regex(r" of (?:the|its|their|his|her|[\w’'-]+['’]s|the [\w-]+['’]s) (?:[\w-]+ )?$")
_Beside = Mapping[tuple[int, int], Sequence[Told]]
_Sizes = Mapping[tuple[int, str], Sequence[float]]  # the values that an article gives in a unit
_ALONE = 2.0
_ONE_STORY = 3.0  # names that two articles share from which on they tell one story


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
    articles = corpus.articles
    everything = [list(told_more(number, article)) for number, article in enumerate(articles)]
    scenes, kin = scenes_of(corpus), stories(corpus)
    values = [
        frozenset((_family(one.quantity.kind, one.quantity.unit), one.quantity.value) for one in of_one)
        | frozenset((_family(q.kind, q.unit), q.value) for q in article.expressions.quantities)
        for of_one, article in zip(everything, articles, strict=True)
    ]
    beside: dict[tuple[int, int], list[Told]] = defaultdict(list)
    for of_one in everything:
        for one in of_one:
            beside[(one.number, one.sentence.start)].append(one)
    sizes: dict[tuple[int, str], list[float]] = defaultdict(list)
    for of_one in everything:
        for one in of_one:
            sizes[(one.number, one.unit)].append(one.quantity.value)
    pairs: list[Slipped] = []
    seen: set[tuple[int, int]] = set()
    # Which articles have a figure's value, too, for something of its kind or without any unit.
    having: dict[tuple[str, float], set[int]] = defaultdict(set)
    for number, found_in in enumerate(values):
        for value in found_in:
            having[value].add(number)
    known = {
        id(one): having[("count", one.quantity.value)]
        | having[(_family(one.quantity.kind, one.quantity.unit), one.quantity.value)]
        for of_one in everything
        for one in of_one
    }
    for a, b in _candidates(everything):
        if (id(a), id(b)) in seen:
            continue
        seen.add((id(a), id(b)))
        parts = _parts_of_one(a, b)
        if not parts and (b.number in known[id(a)] or a.number in known[id(b)]):
            continue
        found = parts or slip(a.quantity.value, b.quantity.value) or _apart(a, b)
        if found is None or not (found.weight <= 0 or _equally_precise(a, b)):
            continue
        levels: list[Level] = []
        for level in _levels(a, b, found, scenes, beside, values, sizes, kin.kinship(a.number, b.number)):
            if level.veto:
                break  # one is enough
            levels.append(level)
        else:
            pairs.append(Slipped(a, b, tuple(levels)))
    yield from (pair for pair in _best(pairs) if pair.weight >= minimum)


_Values = frozenset[tuple[str, float]]


def _family(kind: QuantityKind, unit: str | None) -> str:
    if kind is QuantityKind.COUNT:
        return "count"
    return f"{kind.value} {unit}"


def _known(one: Told, values: _Values) -> bool:
    """Whether an article has a figure's value, too, for something of its kind or without any unit."""
    value = one.quantity.value
    return ("count", value) in values or (_family(one.quantity.kind, one.quantity.unit), value) in values


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
    blocks: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for of_one in everything:
        for one in of_one:
            for key in slip_keys(one.quantity.value):
                blocks[(_measure(one), key)].append(one)
            if one.unit in ("person", "") and one.quantity.value >= _CROWD:
                blocks[("count", "people")].append(one)
            elif one.unit and not is_generic(one.unit):
                blocks[(_measure(one), f"unit {one.unit}")].append(one)
    for _, members in sorted(blocks.items()):
        if 1 < len(members) <= _LARGEST_BLOCK:
            for a, b in combinations(members, 2):
                if a.number != b.number:
                    yield (a, b) if a.number < b.number else (b, a)


def _parts_of_one(a: Told, b: Told) -> Slip | None:
    """Two numbers of the same few things: "two of the four exits", "three of the four exits"."""
    if a.quantity.value == b.quantity.value or QuantityKind.COUNT not in (a.quantity.kind, b.quantity.kind):
        return None
    whole = whole_of(a)
    return Slip(f"two parts of one {whole[0]:g}", 1.0) if whole is not None and whole == whole_of(b) else None


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
        Slip("two values of one size", -1.0) if (alike or people) and small > _SMALL and large < _SIZE * small else None
    )


def whole_of(one: Told) -> tuple[float, str] | None:
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


def _comparable(a: Told, b: Told, strong: bool) -> bool:
    return all(one.is_nearly_plain and (strong or not one.clause_words & EXPECTING) for one in (a, b))


def _known_to_both(a: Told, b: Told, beside: _Beside, values: Sequence[_Values]) -> bool:
    """Whether the other article has another figure of either sentence, too."""
    return any(
        _known(other, values[number]) and (other.quantity.value >= _SMALL or other.quantity.value % 1)
        for one, number in ((a, b.number), (b, a.number))
        for other in beside[(one.number, one.sentence.start)]
        if other.quantity.start != one.quantity.start
    )


def _levels(
    a: Told,
    b: Told,
    how: Slip,
    scenes: Scenes,
    beside: _Beside,
    values: Sequence[_Values],
    sizes: _Sizes = MappingProxyType({}),
    kinship: float = 0.0,
) -> Iterator[Level]:
    yield Level("values", how.finding, how.weight)
    yield from scenes.levels(a, b, _EVERYWHERE)
    for level in telling_apart(a, b, linked=False):
        # One sentence alone has a period now and then for something else: "a dhow boarded this month".
        if level.field == "period" and not level.veto:
            level = replace(level, weight=-1.0)
        if level.finding.startswith("another name") and _owned_alike(a, b, scenes):
            level = replace(level, weight=-1.0, veto=False)
        yield level
    day = _same_day(a, b)
    if day:
        yield Level("time", f"both tell of {day}", 1.5)
    elif a.unit == SCORE:
        yield Level("time", "results of no one day", -6.0, veto=True)
    yield from _thing(a, b)
    strong = how.weight >= _STRONG
    whole = whole_of(a)
    if whole is not None and whole == whole_of(b):
        # Of the same few things more are done by the day.
        yield Level("thing", f"both are of the {whole[0]:g} {whole[1]}s", 2.0, veto=not day)
    elif not (a.is_plain and b.is_plain):
        yield Level("modality", "one is no plain statement", -1.0, veto=not _comparable(a, b, strong))
    if a.is_growing or b.is_growing:
        yield Level("change", "a figure that changes between reports", -2.0 if strong else -5.0)
    if (a.is_planned or b.is_planned) and not strong:
        known = _known_to_both(a, b, beside, values)
        yield Level("modality", "planned", -2.0 if known else -6.0, veto=a.is_planned != b.is_planned and not known)
    if a.is_kept and a.article.document.published.day != b.article.document.published.day:
        yield Level("change", "what one has at one time", -6.0, veto=True)
    if a.quantity.kind is QuantityKind.PERCENT and not strong:
        yield Level("change", "a percentage, of which there are many", -2.0)
    if a.quantity.kind is QuantityKind.PERCENT and not day and any(_MOVED & scenes.at(one).words for one in (a, b)):
        yield Level("change", "a percentage by which something rose or fell", -6.0, veto=True)
    days = days_apart(a.article, b.article)
    if days is not None and days > _STORY_DAYS:
        yield Level("time", "the articles appeared months apart", -1.5 if strong else -4.0)
    if strong and (number := _alone_of_size(a, b, sizes)):
        yield Level("values", f"each article has {number}", _ALONE)
    if strong and kinship >= _ONE_STORY:
        yield Level("story", f"the articles share {kinship:g} names", 1.0)
    others = other_sets(a, b)
    if others is not None:
        yield others
    yield from _other_figures(a, b, beside)


def _alone_of_size(a: Told, b: Told, sizes: _Sizes) -> str:
    """Whether each article has no other figure of the kind and size, in words."""
    return f"one such figure in {a.unit}s" if all(len(_like(one, sizes)) == 1 for one in (a, b)) else ""


def _like(one: Told, sizes: _Sizes) -> list[float]:
    value = one.quantity.value
    return [other for other in sizes.get((one.number, one.unit), ()) if value / _SIZE <= other <= value * _SIZE]


def _owned_alike(a: Told, b: Told, scenes: Scenes) -> bool:
    """Whether all names before one figure stand somewhere in the sentence of the other."""
    return a.owners <= scenes.at(b).names or b.owners <= scenes.at(a).names


def _same_day(a: Told, b: Told) -> str | None:
    """A date that both sentences have, other than the year in which either article appeared."""
    found = [
        (time, other)
        for time in times_in(a.article, a.sentence)
        for other in times_in(b.article, b.sentence)
        if time.interval is not None and other.interval == time.interval and len(time.value) >= 4
    ]
    for time, _ in found:
        years = {str(one.article.document.published.first)[:4] for one in (a, b)}
        if time.type in (TimexType.DATE, TimexType.TIME) and time.value not in years and "REF" not in time.value:
            return time.value
    return None


def _thing(a: Told, b: Told) -> Iterator[Level]:
    """What is counted; for sums and measures, the words of the sentences speak for it."""
    if a.each != b.each:
        yield Level("thing", "only one is a rate", -6.0, veto=True)
    if a.quantity.kind is not QuantityKind.COUNT:
        if a.shape != b.shape and a.shape and b.shape:
            yield Level("thing", f"a {a.shape} and a {b.shape}", -6.0, veto=True)
        return
    if not a.noun or not b.noun:
        age = not a.noun and not b.noun and max(a.quantity.value, b.quantity.value) < _LIFETIME
        yield Level("thing", "one stands without a noun", -1.0, veto=age)
    elif a.unit != b.unit:
        yield Level("thing", f"{a.noun} and {b.noun}", -2.5)
    elif a.modifiers and b.modifiers and not a.modifiers & b.modifiers:
        yield Level("thing", f"{a.noun} and {b.noun}", -6.0, veto=True)
    elif not is_generic(a.unit):
        yield Level("thing", f'both count "{a.unit}"', 1.0)


def _other_figures(a: Told, b: Told, beside: _Beside) -> Iterator[Level]:
    """Whether other figures of the two sentences agree, or none does."""
    first = {one.quantity.value for one in beside[(a.number, a.sentence.start)]} - {a.quantity.value}
    second = {one.quantity.value for one in beside[(b.number, b.sentence.start)]} - {b.quantity.value}
    shared = {value for value in first & second if value >= 10 or value % 1}
    if shared:
        yield Level("other figures", f"both have {min(shared):g}", 2.0)
    elif first and second and not first & second:
        yield Level("other figures", "the sentences have no other figure in common", -2.0)


def days_apart(first: Article, second: Article) -> int | None:
    """Days between two articles' publication; None where one is not dated."""
    one, other = first.document.published.first, second.document.published.first
    return abs((one - other).days) if one is not None and other is not None else None

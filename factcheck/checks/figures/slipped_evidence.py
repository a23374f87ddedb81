"""What speaks for two figures being one, of which one is a slip of the other, and what against.

The sentences say what is one: names and words that both have, weighed by how rare they are in news. What costs little
to ask bounds what a pair can reach (:func:`at_most`); most pairs of figures are told apart by that alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.figures.distinctions import other_sets, telling_apart
from factcheck.checks.figures.reading import SCORE, is_generic
from factcheck.checks.figures.roles import both_asked, most, role_levels
from factcheck.checks.figures.scene import Scenes
from factcheck.checks.figures.slips import Slip
from factcheck.checks.figures.told_figures import Told
from factcheck.checks.figures.words import EXPECTING
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import family
from factcheck.expressions.model import QuantityKind, TimexType
from factcheck.identity.comparison import Level
from factcheck.records import dataclass, replace

SMALL, SIZE = 10, 4
_STORY_DAYS = 60
_STRONG = 2.5  # bits of a slip from which on it says much
_LIFETIME = 120  # two bare numbers below it may be ages
_ONE_STORY = 3.0  # names that two articles share from which on they tell one story
_ALONE, _STORY, _SAME_DAY, _OF_ONE_WHOLE, _SHARED_FIGURE = 2.0, 1.0, 1.5, 2.0, 2.0
_A_PERCENTAGE = -2.0
_MOVED = frozenset(family(word) for word in "rise fall gain lose drop grow increase decline climb slip plunge".split())
# Words beside lengths, shares and directions of anything.
_EVERYWHERE = frozenset(
    family(word)
    for word in """mile metre meter kilometre kilometer foot feet inch percent per cent hour minute north south east
    west northern southern eastern western away distance long about""".split()
)
Value = tuple[str, float]
Sizes = Mapping[tuple[int, str], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the figures of a corpus.

    ``beside`` has those of a sentence (by article and start), ``values`` the values of each article with their kind
    (:func:`kind_of`), ``sizes`` the values that an article gives in a unit, ``wholes`` by the ``id`` of a figure the
    number of which it is a part, with its noun.
    """

    scenes: Scenes
    beside: Mapping[tuple[int, int], Sequence[Told]]
    values: Sequence[frozenset[Value]]
    sizes: Sizes
    wholes: Mapping[int, tuple[float, str] | None]

    def has(self, number: int, one: Told) -> bool:
        """Whether an article has a figure's value, too, for something of its kind or without any unit."""
        value = one.quantity.value
        values = self.values[number]
        return ("count", value) in values or (kind_of(one.quantity.kind, one.quantity.unit), value) in values


def kind_of(kind: QuantityKind, unit: str | None) -> str:
    """What values are compared by: counts of any noun, others of one unit."""
    return "count" if kind is QuantityKind.COUNT else f"{kind.value} {unit}"


def at_most(a: Told, b: Told, how: Slip, known: Known) -> float | None:
    """No fewer bits than the sum of :func:`levels`; None where something tells the two apart for sure."""
    here, there = (a.number, a.sentence.start), (b.number, b.sentence.start)
    bits = how.weight + sum(known.scenes.bits(here, there)) + most(a, b)
    for level in _thing(a, b):
        if level.veto:
            return None
        bits += level.weight
    if how.weight >= _STRONG:
        bits += _ALONE + _STORY
    elif a.quantity.kind is QuantityKind.PERCENT:
        bits += _A_PERCENTAGE
    if times_in(a.article, a.sentence) and times_in(b.article, b.sentence):
        bits += _SAME_DAY
    if known.wholes[id(a)] is not None:
        bits += _OF_ONE_WHOLE
    values = {one.quantity.value for one in known.beside[here]}
    if any(one.quantity.value in values for one in known.beside[there]):
        bits += _SHARED_FIGURE
    return bits


def _comparable(a: Told, b: Told, strong: bool) -> bool:
    return all(one.is_nearly_plain and (strong or not one.clause_words & EXPECTING) for one in (a, b))


def _known_to_both(a: Told, b: Told, known: Known) -> bool:
    """Whether the other article has another figure of either sentence, too."""
    return any(
        known.has(number, other) and (other.quantity.value >= SMALL or other.quantity.value % 1)
        for one, number in ((a, b.number), (b, a.number))
        for other in known.beside[(one.number, one.sentence.start)]
        if other.quantity.start != one.quantity.start
    )


def levels(a: Told, b: Told, how: Slip, known: Known, kinship: float) -> Iterator[Level]:
    """All that speaks for and against two figures being one; ``kinship`` is how much their articles share."""
    scenes = known.scenes
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
        yield Level("time", f"both tell of {day}", _SAME_DAY)
    elif a.unit == SCORE:
        yield Level("time", "results of no one day", -6.0, veto=True)
    yield from _thing(a, b)
    strong = how.weight >= _STRONG
    # Loans and prices there are many of: a role speaks for one sum where the digits do.
    yield from (level for level in role_levels(a, b) if strong or level.weight < 0)
    whole = known.wholes[id(a)]
    if whole is not None and whole == known.wholes[id(b)]:
        # Of the same few things more are done by the day.
        yield Level("thing", f"both are of the {whole[0]:g} {whole[1]}s", _OF_ONE_WHOLE, veto=not day)
    elif not (a.is_plain and b.is_plain):
        demanded = both_asked(a, b)
        told = -0.5 if demanded else -1.0
        yield Level("modality", "one is no plain statement", told, veto=not (demanded or _comparable(a, b, strong)))
    if a.is_growing or b.is_growing:
        yield Level("change", "a figure that changes between reports", -2.0 if strong else -5.0)
    if (a.is_planned or b.is_planned) and not strong:
        shared = _known_to_both(a, b, known)
        yield Level("modality", "planned", -2.0 if shared else -6.0, veto=a.is_planned != b.is_planned and not shared)
    if a.is_kept and a.article.document.published.day != b.article.document.published.day:
        yield Level("change", "what one has at one time", -6.0, veto=True)
    if a.quantity.kind is QuantityKind.PERCENT and not strong:
        yield Level("change", "a percentage, of which there are many", _A_PERCENTAGE)
    if a.quantity.kind is QuantityKind.PERCENT and not day and any(_MOVED & scenes.at(one).words for one in (a, b)):
        yield Level("change", "a percentage by which something rose or fell", -6.0, veto=True)
    days = days_apart(a.article, b.article)
    if days is not None and days > _STORY_DAYS:
        yield Level("time", "the articles appeared months apart", -1.5 if strong else -4.0)
    if strong and (number := _alone_of_size(a, b, known.sizes)):
        yield Level("values", f"each article has {number}", _ALONE)
    if strong and kinship >= _ONE_STORY:
        yield Level("story", f"the articles share {kinship:g} names", _STORY)
    others = other_sets(a, b)
    if others is not None:
        yield others
    yield from _other_figures(a, b, known)


def _alone_of_size(a: Told, b: Told, sizes: Sizes) -> str:
    """Whether each article has no other figure of the kind and size, in words."""
    return f"one such figure in {a.unit}s" if all(len(_like(one, sizes)) == 1 for one in (a, b)) else ""


def _like(one: Told, sizes: Sizes) -> list[float]:
    value = one.quantity.value
    return [other for other in sizes.get((one.number, one.unit), ()) if value / SIZE <= other <= value * SIZE]


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


def _other_figures(a: Told, b: Told, known: Known) -> Iterator[Level]:
    """Whether other figures of the two sentences agree, or none does."""
    first = {one.quantity.value for one in known.beside[(a.number, a.sentence.start)]} - {a.quantity.value}
    second = {one.quantity.value for one in known.beside[(b.number, b.sentence.start)]} - {b.quantity.value}
    shared = {value for value in first & second if value >= 10 or value % 1}
    if shared:
        yield Level("other figures", f"both have {min(shared):g}", _SHARED_FIGURE)
    elif first and second and not first & second:
        yield Level("other figures", "the sentences have no other figure in common", -2.0)


def days_apart(first: Article, second: Article) -> int | None:
    """Days between two articles' publication; None where one is not dated."""
    one, other = first.document.published.first, second.document.published.first
    return abs((one - other).days) if one is not None and other is not None else None

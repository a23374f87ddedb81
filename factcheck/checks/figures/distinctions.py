"""What tells two figures apart though they look alike: other dates, countries, owners, ordinals, periods, sets."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.figures.quantities import quantities_in
from factcheck.checks.figures.told_figures import Told
from factcheck.checks.sentence_words import words_in
from factcheck.expressions.model import Bound, QuantityKind
from factcheck.identity.comparison import Level
from factcheck.patterns import regex
from factcheck.temporal.compare import can_be_equal

_RATES = frozenset("each apiece per head every".split())
_AFTER = regex(r" ([A-Za-z]{3,})")


def telling_apart(a: Told, b: Told, linked: bool) -> Iterator[Level]:
    """Dates, ordinals and periods that make it two things."""
    if a.times and b.times and not any(can_be_equal(x, y) for x in a.times for y in b.times):
        yield Level("time", "other dates", -6.0, veto=True)
    elif a.is_past != b.is_past:
        yield Level("time", "one is dated months before its article", -1.0)
    if a.countries and b.countries and not a.countries & b.countries:
        yield Level("names", "the sentences speak of other countries", -4.0, veto=not linked)
    if a.owners and b.owners and not a.owners & b.owners:
        yield Level("names", "another name stands right before each", -4.0, veto=not linked)
    if a.ordinals != b.ordinals:
        yield Level("ordinal", "one of several", -6.0, veto=bool(a.ordinals and b.ordinals))
    if a.stages and b.stages and not a.stages & b.stages:
        yield Level("period", f"{min(a.stages)} and {min(b.stages)}", -6.0, veto=True)
    if a.periods != b.periods:
        yield Level("period", "another period", -3.0, veto=bool(a.periods and b.periods))
    if (_rated(a) or _rated(b)) and not _values_beside(a) & _values_beside(b):
        yield Level("values", "a rate times a number that only one of them tells", -6.0, veto=True)
    if a.quantity.bound is Bound.ABOUT and b.quantity.bound is Bound.ABOUT:
        yield Level("values", "two estimates", -2.0)


def _rated(one: Told) -> bool:
    """Whether a figure is a rate of its sentence so many times: "20 dollars each, which for nine men makes 180"."""
    if words_in(one.article)[one.sentence.start].isdisjoint(_RATES):
        return False
    return any(
        other.kind in (QuantityKind.MONEY, QuantityKind.MEASURE, one.quantity.kind)
        and 0 < other.value <= one.quantity.value / 2
        and abs(times - round(times)) < 0.005 * times
        for other in quantities_in(one.article, one.sentence)
        if other.value and (times := one.quantity.value / other.value)
    )


def _values_beside(one: Told) -> set[float]:
    """The numbers of things in a figure's sentence, itself left out."""
    return {
        quantity.value
        for quantity in quantities_in(one.article, one.sentence)
        if quantity.kind is QuantityKind.COUNT and quantity.start != one.quantity.start and quantity.unit is not None
    }


def other_sets(a: Told, b: Told) -> Level | None:
    """Whether two sentences count another thing, too, and differ there as well: they count two sets."""
    here, there = _counts(a), _counts(b)
    for noun in sorted(here.keys() & there.keys()):
        if not here[noun] & there[noun]:
            return Level("other figures", f"the sentences differ in the number of {noun}, too", -6.0, veto=True)
    return None


def _counts(one: Told) -> dict[str, set[float]]:
    """The other counts of a figure's sentence by their noun, or by the word after them."""
    found: dict[str, set[float]] = {}
    prose = one.article.document.prose
    for quantity in quantities_in(one.article, one.sentence):
        if quantity.kind is not QuantityKind.COUNT or quantity.start == one.quantity.start:
            continue
        after = _AFTER.match(prose, quantity.end, one.sentence.end)
        noun = quantity.measured or (after[1].lower() if after else "")
        if noun and noun != one.noun:
            found.setdefault(noun, set()).add(quantity.value)
    return found


def both_told(a: Told, b: Told) -> Level | None:
    """Whether one sentence has the other's value, too: "two aircraft in place of three" knows of three."""
    for one, other in ((a, b), (b, a)):
        for quantity in quantities_in(one.article, one.sentence):
            if quantity.value == other.quantity.value and quantity.unit in (None, other.quantity.unit):
                return Level("values", f"a sentence has {quantity.text}, too", -6.0, veto=True)
    return None

"""Acts that two articles tell in other words and put in two places: pairs for :mod:`retold_places`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.checks.retelling.retold import Retelling
from factcheck.checks.retelling.told_acts import Point, placed_points
from factcheck.checks.retelling.told_over import Telling, is_another
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Place
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus
from factcheck.identity.places import SITES, distance_km, elsewhere, fold
from factcheck.patterns import regex
from factcheck.records import replace

_ONE_DAY = 2.0
_KNOWN = -2.0
_AROUND_KM = 70.0
_NEAR = regex(r"\b(?:near|outside|around|off|of)(?: the)?(?: [a-z-]+){0,2} $", re.IGNORECASE)
_NAMED = 2.0  # bits of names from which on it was done to somebody, who is in one place


def told_elsewhere(corpus: Corpus, told_apart: Callable[..., bool], enough: float) -> Iterator[Retelling]:
    """Two tellings of one act in two places, each the best partner of the other, from ``enough`` bits on."""
    points = [point for article in corpus.articles for point in placed_points(article)]
    telling = Telling(corpus, points, told_apart)
    for a, b in telling.candidates(_lie_apart):
        known = _knows(a, b.place) + _knows(b, a.place)
        if known > 1:
            continue
        found = telling.weigh(a, b)
        if found is None or is_another(found.first) or is_another(found.second) or _is_widespread(corpus, found):
            continue
        levels = []
        days, others = found.first.days, found.second.days
        if days & others:
            levels.append(Level("time", "on one day", _ONE_DAY))
        elif (days and others) or _in_other_years(a, b):
            continue
        if known:
            levels.append(Level("place", "one article knows the other's place", _KNOWN))
        found = replace(found, levels=(*found.levels, *levels))
        if found.bits >= enough and telling.is_best(a, b, found):
            yield found


# What befalls many places at once, or is done in several.
_WIDESPREAD = frozenset(
    """destroy damage hit strike shake flood kill injure bury rock feel swamp evacuate protest march attack search raid
    arrest sell burn gut fall-ill vaccinate inoculate deploy perform play show paint inspect
    beat defeat win fight""".split()
)


# Done to somebody with a name, it is done once.
_OF_ONE = frozenset("arrest detain seize free release marry bury die".split())
# A journey is in many places; it ends in one.
_LEADING = frozenset({"land", "arrive", "fly", "fly-home", "bring", "bring-home"})


def _is_widespread(corpus: Corpus, found: Retelling) -> bool:
    """Whether such a thing is told of several places, by its word or by its type in the lexicon."""
    if not found.kinds.isdisjoint(_WIDESPREAD) and found.named < _NAMED:
        return True
    if not found.kinds.isdisjoint(_LEADING) or (found.named >= _NAMED and not found.kinds.isdisjoint(_OF_ONE)):
        return False
    types = [{corpus.records[one].event for one in told.members} for told in (found.first, found.second)]
    return any(kinds and not any(kind.one_place for kind in kinds) for kinds in types)


def _in_other_years(a: Point, b: Point) -> bool:
    """Whether each sentence states a year, and not the same; one that is inferred may be inferred wrongly."""
    first, second = (
        {timex.value[:4] for timex in times_in(one.article, one.sentence) if timex.year_stated} for one in (a, b)
    )
    return bool(first and second) and first.isdisjoint(second)


def _lie_apart(a: Point, b: Point) -> bool:
    first, second = a.place, b.place
    if first is None or second is None or not elsewhere(first, second):
        return False
    if _is_vague(a) or _is_vague(b):
        kilometres = distance_km(first, second)
        if kilometres is not None and kilometres < _AROUND_KM:
            return False  # "near Houston" is in Baytown
    return first.kind == second.kind or {first.kind, second.kind} <= SITES


def _is_vague(one: Point) -> bool:
    """Whether a statement puts something only near its place."""
    assert one.place is not None
    start = one.place.start
    return _NEAR.search(one.article.document.prose, max(one.sentence.start, start - 40), start) is not None


def _knows(one: Point, place: Place | None) -> bool:
    """Whether the article has the place's name anywhere."""
    if place is None:
        return False
    if place.name in one.article.document.prose or place.text in one.article.document.prose:
        return True
    return any(fold(other.name) == fold(place.name) for other in one.article.expressions.places)

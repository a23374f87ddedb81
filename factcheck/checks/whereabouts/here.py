"""Where a statement that names no place is: "was in the chair", of a forum that the sentence before puts in Bonn."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.assertions.model import Article
from factcheck.checks.whereabouts.patterns import ADVERB, DETERMINER, GATHERING, SUBJECT
from factcheck.checks.whereabouts.sighting import point
from factcheck.expressions.model import Place
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.identity.places import Relation, distance_km, relate
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_SPOT = (
    r"(?:platform|podium|stage|runway|tarmac|quay|dais|steps|balcony|pitch|hall|room|front row|audience|crowd|stands)"
)
# No place is named, yet the person is where the passage is.
HERE = regex(
    rf"{SUBJECT}{ADVERB} (?:(?:was|had been)"
    r" (?:in the chair|there\b(?! (?:to|are|is|was))|present\b|on hand|among (?:the|those)\b"
    r"|(?:waiting|standing|sitting|kneeling|watching)\b[^‹›.;:,]{0,30}?(?: for them| beside the| on the| in the) \w+"
    rf"|(?:on|in|beside) (?:the|a) {_SPOT})|took the (?:chair|floor|stage|podium)"
    rf"|(?:opened|closed|chaired|presided over|addressed) {DETERMINER} (?:[\w-]+ ){{0,2}}?{GATHERING})\b(?P<gap>)"
)
_LOCATED = regex(r"\b(?:in|at|outside|inside|near)(?: the)? $", re.IGNORECASE)
_NEAR_KM = 60.0
_MANY = 200  # places told of: no passage is in one of so many
_FULL_STOP = regex(r"[.!?][\"')]*\s")


def place_of_passage(article: Article, sentence: Sentence, start: int, located: Sequence[Place]) -> Place | None:
    """The one place where the passage up to ``start`` is: told in the paragraph before it, else the dateline's town.

    ``located`` are the article's places that something is at, in text order.
    None where the paragraph tells of places apart, where the sentence itself leads elsewhere, and where anything
    since the dateline is located in another town.
    """
    opening = article.document.blocks[sentence.block].start
    told = located[: bisect_left(located, start, key=lambda place: place.start)]
    if len(told) > _MANY:
        return None
    here = [place for place in told if place.start >= opening]
    if here:
        nearest = here[-1]
        # The last place but one sentence: farther back, the passage may have moved on.
        if len(_FULL_STOP.findall(article.document.prose[nearest.end : start])) > 1:
            return None
        agree = all(relate(nearest, other) in {Relation.SAME, Relation.WITHIN} for other in here[:-1])
        return nearest if agree and point(nearest) is not None else None
    return _town_of_dateline(article, told)


def located_places(article: Article) -> list[Place]:
    """The article's towns and sites that a preposition says something is at."""
    prose = article.document.prose
    return [
        place
        for place in article.expressions.places
        if not place.gentilic
        and not place.actor
        and place.kind not in {"country", "continent", "region"}
        and _LOCATED.search(prose, max(0, place.start - 16), place.start)
    ]


def _town_of_dateline(article: Article, told: Sequence[Place]) -> Place | None:
    line = article.document.place_line
    if line is None:
        return None
    town = next((each for each in article.expressions.places if _is_town(each, line)), None) or _best_known(line)
    if town is None:
        return None
    for other in told:
        if relate(town, other) in {Relation.SAME, Relation.WITHIN}:
            continue
        kilometres = distance_km(town, other)
        if kilometres is None or kilometres > _NEAR_KM:
            return None
    return town


def _is_town(place: Place, line: str) -> bool:
    return place.kind == "city" and place.latitude is not None and fold(place.name) == fold(line)


def _best_known(line: str) -> Place | None:
    """The town of a dateline that the text does not name again, if one of that name is by far the best known."""
    towns = sorted(
        (entry for entry in lookup(fold(line)) if entry.kind == "city" and entry.latitude is not None),
        key=lambda entry: -entry.population,
    )
    if not towns or (len(towns) > 1 and towns[0].population < 5 * towns[1].population):
        return None
    best = towns[0]
    return Place(0, len(line), line, best.name, best.kind, best.within, best.country, best.latitude, best.longitude)

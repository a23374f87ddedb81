"""A sighting: one person in one place at one time, as one sentence has it."""

from __future__ import annotations

from factcheck.assertions.model import Assertion, Modality, Polarity
from factcheck.expressions.model import Place, Timex
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.records import dataclass
from factcheck.text.model import Sentence

HOUR = 3600
# Countries so small that whoever is there is as good as in their town.
_CITY_STATES = {
    "AD": "andorra la vella", "BH": "manama", "BN": "bandar seri begawan", "DJ": "djibouti", "KW": "kuwait city",
    "LI": "vaduz", "LU": "luxembourg", "MC": "monaco", "MT": "valletta", "QA": "doha", "SG": "singapore",
    "SM": "san marino",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person in one place: at some moment of ``[start, end)``, or throughout it.

    ``start`` and ``end`` are instants on the local clock, ``offset`` its minutes east of UTC where stated. ``absent``
    marks a statement that the person was not there, ``travelling`` one of coming or going, ``dated`` one whose time is
    no finer than a day. ``told`` is the span that says so; ``wide`` marks what is
    concluded from a deed, not told in so many words.
    """

    article: int
    who: str
    place: Place
    start: int
    end: int
    offset: int | None
    throughout: bool
    absent: bool
    travelling: bool
    dated: bool
    when: Timex
    sentence: Sentence
    told: tuple[int, int]
    wide: bool = False


def is_city_state(place: Place) -> bool:
    """Whether the place is a country that is hardly more than a town."""
    return place.kind == "country" and place.country in _CITY_STATES


def point(place: Place) -> tuple[float, float] | None:
    """Latitude and longitude of a place, or of the town that it is said to stand in; None if unknown or no point."""
    if place.latitude is not None and place.longitude is not None:
        return place.latitude, place.longitude
    if is_city_state(place):
        town = _CITY_STATES[place.country or ""]
    elif place.within:
        town = fold(place.within[0])
    else:
        return None
    towns = [entry for entry in lookup(town) if entry.kind == "city" and entry.country == place.country]
    best = max(towns, key=lambda entry: entry.population, default=None)
    if best is None or best.latitude is None or best.longitude is None:
        return None
    return best.latitude, best.longitude


def is_told(assertion: Assertion) -> bool:
    """Whether the article tells the event as a fact, at a time of its own."""
    return (
        assertion.modality is Modality.HAPPENED
        and assertion.polarity is Polarity.POSITIVE
        and assertion.time_secure
        and not assertion.repeats
    )

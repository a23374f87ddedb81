"""How two places of a text lie to each other, as far as it is known."""

from __future__ import annotations

import math
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache

from factcheck.expressions.model import Place
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold as fold_key
from factcheck.records import replace

# Two towns nearer than this may be told for one another ("in Sintra", "near Lisbon").
NEAR_KM = 25.0
# Two towns that give their regions the name, and lie farther apart than this, lie in each its own.
_SEATS_KM = 100.0
_EARTH_KM = 6371.0
# What has a middle but no point: a distance between middles says little.
_AREAS = frozenset(
    """country region county state province district continent sea ocean river lake gulf bay strait island islands
    peninsula mountains desert valley highway road border""".split()
)
_POINTS = frozenset({"city", "town", "village", "capital"})


class Relation(StrEnum):
    SAME = "same"
    WITHIN = "within"  # one lies in the other
    APART = "apart"  # certainly not the same and neither holds the other
    UNKNOWN = "unknown"


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """A place name for comparison: no accents, lower case, no leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return plain.removeprefix("the ").strip()


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance by the haversine formula, None where a coordinate is unknown."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    phi, psi = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((psi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(psi) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


@cache
def _town(name: str, country: str | None) -> tuple[float, float] | None:
    """Where the town of that name lies, if the gazetteer has one in the country (None: in just one country)."""
    entries = [entry for entry in lookup(fold_key(name)) if entry.kind == "city" and not entry.gentilic]
    if country is not None:
        entries = [entry for entry in entries if entry.country == country]
    elif len({entry.country for entry in entries}) != 1:
        return None
    best = max(entries, key=lambda entry: entry.population, default=None)
    if best is None or best.latitude is None or best.longitude is None:
        return None
    return best.latitude, best.longitude


def _anchor(place: Place) -> tuple[float, float] | None:
    """Coordinates of a place, or of the town that it is said to stand in."""
    if place.latitude is not None and place.longitude is not None:
        return place.latitude, place.longitude
    return _town(place.within[0], place.country) if place.within else None


def _anchored_km(a: Place, b: Place) -> float | None:
    first, second = _anchor(a), _anchor(b)
    if first is None or second is None:
        return None
    return distance_km(
        replace(a, latitude=first[0], longitude=first[1]), replace(b, latitude=second[0], longitude=second[1])
    )


def relate(a: Place, b: Place) -> Relation:
    """SAME, WITHIN, APART, or UNKNOWN: what cannot be told apart is never APART."""
    first, second = fold(a.name), fold(b.name)
    if first == second:
        return Relation.SAME
    above_a = {fold(name) for name in a.within}
    above_b = {fold(name) for name in b.within}
    if first in above_b or second in above_a:
        return Relation.WITHIN
    if a.country and b.country and a.country != b.country:
        return Relation.APART
    if a.kind == "country" or b.kind == "country":
        # A country against a place whose country is not known.
        return Relation.WITHIN if a.country and a.country == b.country else Relation.UNKNOWN
    if a.kind == b.kind and a.kind not in _POINTS and _same_family(first, second):
        return Relation.APART
    if _seats_apart(a, b):
        return Relation.APART
    kilometres = _anchored_km(a, b)
    if kilometres is not None and not {a.kind, b.kind} & _AREAS:
        return Relation.APART if kilometres > NEAR_KM else Relation.UNKNOWN
    return Relation.UNKNOWN


def _seats_apart(a: Place, b: Place) -> bool:
    """Whether each is a region or its town of the same name ("Kayes", "Mopti"), and the two towns lie far apart.

    Whichever of the two is meant, town or region, neither holds the other.
    """
    if "region" not in (a.kind, b.kind) or a.country is None or a.country != b.country:
        return False
    seats = []
    for place in (a, b):
        entries = [entry for entry in lookup(fold_key(place.name)) if entry.country == a.country and not entry.gentilic]
        if not {"region", "city"} <= {entry.kind for entry in entries}:
            return False
        seats.append(_town(place.name, a.country))
    first, second = seats
    if first is None or second is None:
        return False
    kilometres = distance_km(
        replace(a, latitude=first[0], longitude=first[1]), replace(b, latitude=second[0], longitude=second[1])
    )
    return kilometres is not None and kilometres > _SEATS_KM


# Sites that lie apart from a town unless the text says otherwise; a palace or a court may stand in it.
SITES = frozenset(
    {
        "cosmodrome",
        "spaceport",
        "base",
        "air base",
        "airport",
        "port",
        "island",
        "camp",
        "dam",
        "mine",
        "village",
        "town",
        "city",
    }
)


def elsewhere(a: Place, b: Place) -> bool:
    """Whether the two look like two places, on weaker grounds than APART: for what is worth a look, no more."""
    relation = relate(a, b)
    if relation is not Relation.UNKNOWN:
        return relation is Relation.APART
    first, second = set(fold(a.name).split()), set(fold(b.name).split())
    return a.kind in SITES and b.kind in SITES and not first & second and "country" not in (a.kind, b.kind)


def _same_family(first: str, second: str) -> bool:
    """Two names of one pattern ("At-Bashy district", "Kochkor district"): other members of one kind."""
    return first.split()[-1] == second.split()[-1] and first.split()[0] != second.split()[0]

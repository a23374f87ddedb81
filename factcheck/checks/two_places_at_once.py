"""One person cannot be in two places at once, nor get from one to the other in less time than the way takes.

Two statements conflict only if every reading of their times leaves too little time for the way. On one day somebody
may be in two towns, so a plain day never conflicts with a plain day; a clock time does with a stay ("spent the whole
morning in", "sat there from seven until nine"), a stay with a stay, a clock time with a clock time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name, how_read, place_words, time_words
from factcheck.checks.whereabouts import HOUR, Sighting, comparable_sightings, is_city_state, is_full, point
from factcheck.expressions.model import Place
from factcheck.identity.model import Corpus
from factcheck.identity.places import Relation, distance_km, fold, relate
from factcheck.records import replace
from factcheck.temporal.interval import DAY, moment

_MINUTE = 60
_BUSY = HOUR // 2
# Parts of the day; the clocks of two places at most so far apart that the part is one; what leaves no time for both.
_PARTS = frozenset({"MO", "AF", "EV", "NI"})
_ONE_SUN = 2 * HOUR
_HALF_A_PART = 3.5
# The sun's clock and a country's differ by up to this much, in seconds.
_CLOCK_SLACK = 3 * HOUR // 2
_DEGREES_AN_HOUR = 15.0
# A city state's borders lie within this of its town.
_STATE_KM = 100.0


class Options(BaseOptions):
    """What a rule may set."""

    speed_kmh: float = option(default=900.0, gt=0, description="The fastest anyone travels over a distance: by air.")
    detour_hours: float = option(default=2.0, ge=0, description="What a flight takes beside the flying.")
    ground_kmh: float = option(default=200.0, gt=0, description="The fastest anyone travels over a short way.")
    minimum_km: float = option(default=50.0, ge=0, description="Places nearer than this are not told apart.")
    day_km: float = option(
        default=500.0, ge=0, description="Who spends a day somewhere does nothing that same day farther away than this."
    )
    wide: bool = option(
        default=False,
        description="Report what rests on a deed told beside a place, instead of what is told in so many words.",
    )
    types: tuple[str, ...] = option(
        default=(
            "arrival", "ceremony", "departure", "dinner", "meeting", "presence", "press-conference", "rally", "signing",
            "visit",
        ),
        description="Event types whose agents are where the event is.",
    )  # fmt: skip


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each person and pair of places that no travel reconciles."""
    by_person: dict[tuple[str, int], dict[tuple[object, ...], Sighting]] = defaultdict(dict)
    for sighting in comparable_sightings(corpus, frozenset(options.types)):
        # One word names many people.
        if not is_full(sighting.who):
            continue
        for day in range(sighting.start // DAY, (sighting.end - 1) // DAY + 1):
            # Values, not mentions: what a hundred outlets repeat is judged once.
            value = (
                sighting.place.name,
                sighting.start,
                sighting.end,
                sighting.throughout,
                sighting.absent,
                sighting.wide,
            )
            by_person[sighting.who, day].setdefault(value, sighting)
    reported: set[tuple[str, ...]] = set()
    for (who, day), seen in sorted(by_person.items()):
        following = by_person.get((who, day + 1), {})
        near = [*seen.values(), *(sighting for value, sighting in following.items() if value not in seen)]
        yield from _conflicts(corpus, who, near, options, reported)


def _conflicts(
    corpus: Corpus, who: str, seen: Sequence[Sighting], options: Options, reported: set[tuple[str, ...]]
) -> Iterator[Conflict]:
    for index, first in enumerate(seen):
        for second in seen[index + 1 :]:
            if first.article == second.article and first.sentence.start == second.sentence.start:
                continue
            if first.place.country is None and second.place.country is None:
                continue
            reason = _reason(first, second, options)
            if reason is not None and (first.wide or second.wide) != options.wide:
                continue
            if reason is None and options.wide:
                reason = _in_one_part(first, second, options)
            if reason is None:
                continue
            places = sorted((fold(first.place.name), fold(second.place.name)))
            key = (who, str(min(first.start, second.start) // DAY), *places)
            if key not in reported:
                reported.add(key)
                one, other = sorted((first, second), key=_order)
                yield _conflict(corpus, who, one, other, reason, key)


def _order(sighting: Sighting) -> tuple[int, int]:
    return sighting.article, sighting.told[0]


def _reason(a: Sighting, b: Sighting, options: Options) -> str | None:
    """Why both cannot be, None if they can."""
    relation = relate(a.place, b.place)
    if a.absent or b.absent:
        if a.absent and b.absent:
            return None
        absent, present = (a, b) if a.absent else (b, a)
        # Who was not in a country was not in its towns, but one may be out of town in the same country.
        inside = relation is Relation.SAME or (
            relation is Relation.WITHIN and fold(absent.place.name) in {fold(name) for name in present.place.within}
        )
        covered = absent.start <= present.start and present.end <= absent.end
        return "the one says that the person was not there" if inside and covered else None
    if relation is not Relation.APART:
        return None
    kilometres = _kilometres(a.place, b.place)
    if kilometres is None and (a.place.country is None or a.place.country == b.place.country):
        return None
    if kilometres is not None and kilometres < options.minimum_km:
        return None
    # How far apart two countries lie depends on where in them one is: no time is granted for the way.
    travel, told = 0, "the two lie apart"
    if kilometres is not None:
        by_air = options.detour_hours + kilometres / options.speed_kmh
        travel = int(HOUR * min(kilometres / options.ground_kmh, by_air))
        told = f"{kilometres:,.0f} km lie between, a way of {travel / HOUR:.1f} hours at the least"
    same_day = _one_day(a, b)
    shift, slack = _clocks(a, b)
    b = replace(b, start=b.start + shift, end=b.end + shift)
    spare = travel - slack
    if a.throughout and b.throughout:
        return told if max(a.start, b.start) + max(0, slack) < min(a.end, b.end) else None
    if a.throughout or b.throughout:
        stay, once = (a, b) if a.throughout else (b, a)
        if stay.dated and once.dated and not once.travelling and same_day:
            return told if kilometres is not None and kilometres >= options.day_km else None
        return told if stay.start - spare < once.start and once.end < stay.end + spare else None
    # Whatever it is, it takes some time, too.
    return told if max(b.end - a.start, a.end - b.start) - _BUSY < spare else None


def _in_one_part(a: Sighting, b: Sighting, options: Options) -> str | None:
    """Why both cannot be of one morning or evening, though a hurried traveller might just do it."""
    parts = {sighting.when.value[-2:] for sighting in (a, b)}
    if len(parts) != 1 or not parts <= _PARTS or not _one_day(a, b) or a.absent or b.absent:
        return None
    kilometres = _kilometres(a.place, b.place) if relate(a.place, b.place) is Relation.APART else None
    shift, _ = _clocks(a, b)
    if kilometres is None or abs(shift) > _ONE_SUN:
        return None
    hours = options.detour_hours + kilometres / options.speed_kmh
    if hours < _HALF_A_PART:
        return None
    return f"{kilometres:,.0f} km lie between, a way of {hours:.1f} hours, and both were in the same part of the day"


def _one_day(a: Sighting, b: Sighting) -> bool:
    return a.start // DAY == (a.end - 1) // DAY == b.start // DAY == (b.end - 1) // DAY


def _kilometres(a: Place, b: Place) -> float | None:
    first, second = point(a), point(b)
    if first is None or second is None:
        return None
    small = [place for place in (a, b) if is_city_state(place)]
    if any(place.kind in {"country", "region", "continent"} and place not in small for place in (a, b)):
        return None
    kilometres = distance_km(
        replace(a, latitude=first[0], longitude=first[1]), replace(b, latitude=second[0], longitude=second[1])
    )
    return max(0.0, kilometres - _STATE_KM * len(small)) if kilometres is not None else None


def _clocks(a: Sighting, b: Sighting) -> tuple[int, int]:
    """What to add to the second's local time to have the first's, and how far that may be off, in seconds."""
    if a.offset is not None and b.offset is not None:
        return (a.offset - b.offset) * _MINUTE, 0
    first, second = point(a.place), point(b.place)
    if first is None or second is None:
        return 0, _CLOCK_SLACK
    hours = (first[1] - second[1]) / _DEGREES_AN_HOUR
    if a.place.country == b.place.country and abs(hours) < 0.5 and a.offset is None and b.offset is None:
        return 0, 0
    return int(hours * HOUR), _CLOCK_SLACK


def _conflict(corpus: Corpus, who: str, a: Sighting, b: Sighting, reason: str, key: tuple[str, ...]) -> Conflict:
    first, second = corpus.articles[a.article], corpus.articles[b.article]
    told = corpus.entities.label(who)
    evidence = [Evidence(first.document.name, *a.told), Evidence(second.document.name, *b.told)]
    evidence.extend(
        Evidence(article.document.name, sighting.when.start, sighting.when.end)
        for article, sighting in ((first, a), (second, b))
    )
    return Conflict(
        message=f"{article_name(first)} has {told} {_there(a)}, {_when(a)}; "
        f"{article_name(second)} {_there(b)}, {_when(b)}.",
        evidence=tuple(evidence),
        key=key,
        explanation=(
            how_read(first, a.when),
            how_read(second, b.when),
            f"{_lasts(a)}; {_lasts(b)}: {reason}.",
        ),
        suggestion=f"Check where {told} was: one of the places, days or hours is wrong, or it is another person.",
        confidence=(0.85 if a.throughout or b.throughout else 0.8) - (0.15 if a.wide or b.wide else 0.0),
    )


def _there(sighting: Sighting) -> str:
    return f"{'not ' if sighting.absent else ''}in {place_words(sighting.place)}"


def _when(sighting: Sighting) -> str:
    """The time as the text has it; a stay whose hours are known is told with these."""
    if not sighting.throughout or sighting.dated:
        return time_words(sighting.when)
    first, last = moment(sighting.start), moment(sighting.end)
    return f'"{sighting.when.text}" ({first.strftime("%-d %B %Y, %H:%M")} to {last.strftime("%H:%M")})'


def _lasts(sighting: Sighting) -> str:
    place = place_words(sighting.place)
    return f"all that time in {place}" if sighting.throughout else f"some time within it in {place}"

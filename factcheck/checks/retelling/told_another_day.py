"""Acts that two articles tell in other words and date to two days or months: pairs for :mod:`retold_dates`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from factcheck.checks.retelling.days_apart import can_clash, elsewhere, gap, months_apart, slipped
from factcheck.checks.retelling.retold import Retelling
from factcheck.checks.retelling.retold_statements import Statement
from factcheck.checks.retelling.told_acts import Point, dated_points, is_noun
from factcheck.checks.retelling.told_over import Telling, is_another
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus
from factcheck.records import replace
from factcheck.temporal.interval import DAY, moment

_SLIP = 1.5
_KNOWN = -1.0
_MONTH_ONLY = -1.0
_MONTHS = 12


def told_another_day(
    corpus: Corpus, told_apart: Callable[..., bool], enough: float, most_days: int
) -> Iterator[Retelling]:
    """Two tellings of one act with two dates, each the best partner of the other, from ``enough`` bits on."""
    points = [point for article in corpus.articles for point in dated_points(article)]
    telling = Telling(corpus, points, told_apart)
    for a, b in telling.candidates(partial(_may_clash, most_days)):
        if not telling.statements.may_tell_one(a, b):
            continue
        levels = _dates(telling, a, b, most_days)
        if levels is None:
            continue
        found = telling.weigh(a, b)
        if found is None or is_another(found.first) or is_another(found.second):
            continue
        if elsewhere(found.first, found.second) if a.is_month else not can_clash(found.first, found.second):
            continue
        known = telling.known(a, b)
        if known:
            levels.append(Level("time", "the articles name the other's day as well", known * _KNOWN))
        found = replace(found, levels=(*found.levels, *levels))
        if a.is_month and all(is_noun(one) for each in (found.first, found.second) for one in each.told):
            continue  # what is counted by the month comes every month
        if found.bits >= enough and telling.is_best(a, b, found, bonus=_SLIP):
            yield found


def _may_clash(most_days: int, a: Point, b: Point) -> bool:
    """What :func:`_dates` asks, as far as two numbers tell."""
    assert isinstance(a.value, int) and isinstance(b.value, int)
    if a.is_month != b.is_month:
        return False
    if a.is_month or abs(a.value - b.value) <= most_days:
        return True
    (month, day), (other_month, other_day) = _day_of_year(a.value), _day_of_year(b.value)
    return day == other_day or (month == other_month and abs(day - other_day) in _MAY_CLASH)


@lru_cache(maxsize=1 << 12)
def _day_of_year(day: int) -> tuple[int, int]:
    then = moment(day * DAY)
    return then.month, then.day


_MAY_CLASH = frozenset({*range(1, 11), 20, 30})


def _dates(telling: Telling, a: Point, b: Point, most_days: int) -> list[Level] | None:
    """What the two dates themselves say; None where they cannot be one act's."""
    assert isinstance(a.value, int) and isinstance(b.value, int)
    if a.is_month:
        first, second = -a.value, -b.value
        if first // _MONTHS != second // _MONTHS:
            return None  # the same month of another year is another year's
        return [Level("time", "two months", _MONTH_ONLY)]
    one, other = telling.statements.bare(a), telling.statements.bare(b)
    days = gap(one, other)
    if days is None or not can_clash(one, other):
        return None
    slip = _is_slip(one, other)
    if days > most_days and not slip and not months_apart(one, other):
        return None
    return [Level("time", "one digit or the month is another", _SLIP)] if slip else []


def _is_slip(a: Statement, b: Statement) -> bool:
    return slipped(a, b)

"""Holidays with fixed or computable dates that news names without explaining.

Only those that mean one date to every reader: "Independence Day" and "Labour Day" depend on the country
and are left out. Easter by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", ch. 8).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The n-th weekday (0 = Monday) of a month; number -1 is the last."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _nth(month: int, weekday: int, number: int) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, number)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


_RULES: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year ' s eve": _fixed(12, 31),
    "new years eve": _fixed(12, 31),
    "new year ' s day": _fixed(1, 1),
    "new years day": _fixed(1, 1),
    "new year ' s": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "australia day": _fixed(1, 26),
    "groundhog day": _fixed(2, 2),
    "waitangi day": _fixed(2, 6),
    "valentine ' s day": _fixed(2, 14),
    "international women ' s day": _fixed(3, 8),
    "st patrick ' s day": _fixed(3, 17),
    "st . patrick ' s day": _fixed(3, 17),
    "april fools ' day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "all saints ' day": _fixed(11, 1),
    "guy fawkes night": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr . day": _nth(1, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "presidents ' day": _nth(2, 0, 3),
    "memorial day": _nth(5, 0, -1),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving day": _nth(11, 3, 4),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter day": _from_easter(0),
    "easter": _from_easter(0),
    "easter monday": _from_easter(1),
    "ascension day": _from_easter(39),
    "whit sunday": _from_easter(49),
    "pentecost": _from_easter(49),
    "whit monday": _from_easter(50),
}
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _name in sorted(_RULES, key=lambda name: -len(name.split())):
    _BY_FIRST.setdefault(_name.split()[0], []).append((tuple(_name.split()), _name))

FIRST_WORDS = frozenset(_BY_FIRST) - {"may", "april"}
ALONE = frozenset({"christmas", "easter", "thanksgiving", "halloween"})


def named(words: Sequence[str], index: int) -> tuple[str, int] | None:
    """The holiday that is named from ``words[index]`` on, and the index after it."""
    for pieces, name in _BY_FIRST.get(words[index].lower(), ()):
        end = index + len(pieces)
        if all(word.lower() == piece for word, piece in zip(words[index:end], pieces, strict=False)) and end <= len(
            words
        ):
            return name, end
    return None


def day(name: str, year: int) -> date | None:
    """The date of a holiday of the table in a year, None outside the calendar."""
    if not 1583 <= year <= 9998:
        return None
    return _RULES[name](year)

"""Judging a length of time against two times of the clock read from the words: what lies between, in each reading.

A helper of ``duration_of_clocks``.
"""

from __future__ import annotations

from factcheck.assertions.model import Article
from factcheck.checks.clocks.told import Clock
from factcheck.checks.durations.lengths_told import Length
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name
from factcheck.patterns import regex

DAY = 86_400
_NAMES = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_WEEKDAY = regex(rf"\b({'|'.join(_NAMES)})day\b")
_DATE = regex(r"[A-Z][a-z]+ \d{1,2}\b(?![:.])|\b\d{1,2} [A-Z]")
LONGEST = 22 * 3600
"""Seconds beyond which a length between two times without days says nothing."""


def clocks_fit(first: Clock, second: Clock, length: Length) -> bool:
    """Whether some reading of the two times leaves the length between them."""
    passed = passed_between(first, second)
    return passed is not None and any(_in_range(one, length, first, second) for one in passed)


def _in_range(passed: float, length: Length, first: Clock, second: Clock) -> bool:
    # Times without seconds are off by up to a minute between them.
    slack = 0.0 if first.exact and second.exact else 60.0
    return length.low - slack <= passed <= length.high + slack


def passed_between(first: Clock, second: Clock) -> list[float] | None:
    """Seconds from one time to the other, for each reading; None where the days forbid it."""
    found: list[float] = []
    days = _days_between(first, second)
    for one in first.seconds:
        for other in second.seconds:
            if days is not None:
                passed = float(days * DAY + other - one)
            elif first.day is not None and second.day is not None:
                passed = float((second.day - first.day) * DAY + other - one)
                if second.following and second.day == first.day:
                    passed += DAY
            else:
                passed = float((other - one) % DAY)
                if second.following and other >= one:
                    passed += DAY
            if passed > 0:
                found.append(passed)
    return found or None


def _days_between(first: Clock, second: Clock) -> int | None:
    """Days from one weekday to the next of another name, where both times have one and no date."""
    one, other = _WEEKDAY.search(first.text), _WEEKDAY.search(second.text)
    if one is None or other is None or _DATE.search(first.text) or _DATE.search(second.text):
        return None
    return (_NAMES.index(other[1]) - _NAMES.index(one[1])) % 7


def judge_clocks(article: Article, first: Clock, second: Clock, length: Length, confidence: float) -> Conflict | None:
    """A conflict where no reading of the two times leaves the length between them, None otherwise."""
    passed = passed_between(first, second)
    if passed is None or any(_in_range(one, length, first, second) for one in passed):
        return None
    dated = (first.day is not None and second.day is not None) or _days_between(first, second) is not None
    if not dated and length.seconds > LONGEST:
        return None
    if min(passed) > 3 * DAY:
        return None
    told = min(passed, key=lambda one: abs(one - length.seconds))
    right = length_words(told)
    name = article.document.name
    return Conflict(
        message=f"{article_name(article)} gives {length.text}, but from {first.text} to {second.text} it is {right}.",
        evidence=tuple(Evidence(name, one.start, one.end) for one in (length, second, first)),
        key=("duration", length.text.casefold(), first.text, second.text),
        explanation=(
            f"From {first.text} to {second.text} {told / 60:,.1f} minutes pass; {length.text}, as rounded, stands for "
            f"{length.low / 60:,.1f} to {length.high / 60:,.1f} minutes.",
        ),
        suggestion=f'Write {right} for "{length.text}", or check {first.text} and {second.text}.',
        confidence=confidence,
    )


def length_words(seconds: float) -> str:
    """Seconds as a newspaper writes them: "55 hours and 23 minutes"."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [
        f"{count:,} {unit}{'' if count == 1 else 's'}"
        for count, unit in ((hours, "hour"), (minutes, "minute"), (rest, "second"))
        if count
    ]
    return " and ".join(parts) if len(parts) < 3 else f"{parts[0]}, {parts[1]} and {parts[2]}"

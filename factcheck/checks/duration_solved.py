"""Lengths of time that no two points of their paragraph explain, whatever the construction.

A solver, no grammar: the dates and clock times of a paragraph are points, and a stated length that a cue leaves open as one
of the story ("spent five years behind bars", "the 72-hour stoppage") must be what lies between two of them, or between
one and the day of publication, or a sum or difference with another length. A length that nothing explains and that
one pair of points nearly does is a slip. Lengths far off are of something else, and stay silent.
"""

# ruff: noqa: E501 (long alternations read better unbroken)
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.assertions.model import Article
from factcheck.checks.clocks_told import Clock, find_clocks
from factcheck.checks.duration_passage import is_of_passage
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.points_told import (
    HOUR,
    MONTH,
    YEAR,
    Length,
    Point,
    lengths_in,
    paragraphs,
    points_in,
)
from factcheck.checks.telling import article_name
from factcheck.expressions.model import TimexType
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, Granularity, instant
from factcheck.text.model import Sentence

_FACTOR = 2.8  # how many times too long or too short a slip may be
_FACTOR_YEARS = 2.0
_MOST_POINTS, _MOST_LENGTHS, _WINDOW = 6, 5, 4
_HINT = regex(r"(?:second|minute|hour|day|night|week|month|year|decade|centur)", re.IGNORECASE)
_OTHER_CLOCK = regex(
    r"\b(?:local time|GMT|UTC|E[DS]T|P[DS]T|BST|CES?T|time zones?|date line|clocks?|flew|flight|airliner)\b"
)
_FLYING = regex(r"\b(?:flew|flights?|planes?|aircraft|jets?|airliners?|airport)\b")
_LANDING = regex(r"\b(?:land\w*|arriv\w+|reach\w+|touch\w+ down)\b")

# "a twelve-year governorship", "the 72-hour stoppage": what the length before the noun is the length of.
_NOUN = regex(
    r" (?:[a-z'-]+ ){0,2}(?!sentence|term|contract|deal|plan|agreement|loan|bond|lease|ban\b|old|limit|deadline|window"
    r"|extension|option|mandate|study|warranty|high|low|average|anniversary|veteran|notice|ultimatum|forecast"
    r"|yield|supply|programme|program|strategy|period)[a-z]{3,}"
)
_NEVER_BEFORE = regex(
    r"\b(?:every|each|per|another|an? (?:further|additional)|further|additional|extra|next|previous|past|last|first"
    r"|final|coming|within|sentenced to|sentence of|sentences? (?:of|to)|jailed for|imprisoned for|prison for"
    r"|terms? of|banned for|ban of|suspended for|fined|aged|age of|gap of|ago|up to|at most|no more than|older than"
    r"|younger than|every other|face[sd]?|facing|maximum of|minimum of|by|under|once in|twice in|time in|worst in|"
    r"highest in|lowest in|biggest in|most in|best in|record in|more than|or|extended for|renewed for|valid for"
    r"|postponed for|delayed (?:by|for)|given|handed|gets?|got|faces up to|plus|than(?: in)?|rate of|to \d+|to)"
    r"(?: (?:the|a|an|his|her|its|at least|about|some|around|nearly|almost|over|for|in))*\s*$",
    re.IGNORECASE,
)
_NEVER_AFTER = regex(
    r"(?:-old\b| olds?\b| of (?:age|experience|salary|pay|rent|data|supplies|wages|imprisonment|probation|community)"
    r"| (?:in (?:prison|jail) (?:for|if|on)|imprisonment|probation|worth|older|younger|more\b|earlier than|at a time)"
    r"| (?:a|per|each|every|from now)\b| (?:to|or|-) (?:\d|two|three|four|five|six|seven|eight|ten)|['’]"
    r"|-long (?:plan|contr)"
    r"| (?:earlier|prior|past|to (?:come|arrive|respond|react|answer))\b|/| (?:on )?average)"
)
# Time net of its pauses, a delay, or a stretch of something else than lies between the points.
_NET = regex(
    r"\b(?:late|behind|stoppages?|pauses?|breaks?|of (?:play|talks|music|sleep|debate)|takes?)\b|\bjailed [^,;]{0,30}\bfor\b",
    re.IGNORECASE,
)
_SENTENCED = regex(
    r"\b(?:sentenced|jail term|prison term|contract|signed (?:for|a|until)|warrant(?:y|ed)|mortgage|maturity|valid"
    r"|average|typically|usually|normally|up to|fiscal|term limit|lifetime|insured|lease|subscription|expire[sd]?"
    r"|on loan|bail|fixed-term|suspended|probation|extend(?:s|ed)?|extension|sessions?)\b"
)
_AGAIN = regex(r"\b(?:intermittent\w*|on and off|spells?|stints?|twice|between them|combined|in turn|both)\b")
_GIVEN = regex(r"\b(?:gave|giv(?:es?|en|ing)|allow\w*|grant\w*)\b(?:(?!\bfor\b)[^,;.]){0,30}$")
_MARKS = regex(
    r"\b(?:anniversar\w+|jubilee|centenar\w+|birthday|wedding|celebrat\w+|commemorat\w+|mark(?:s|ed|ing)?|turn(?:s|ed)"
    r"|toast\w*)\b",
    re.IGNORECASE,
)


def _marks_years(prose: str, sentence: Sentence, length: Length) -> bool:
    """Whether years are counted to now: ``anniversary_fits_years`` judges those."""
    if length.unit not in ("year", "decade", "century"):
        return False
    after = re.match(r"[ ,)]*(?:ago|since|on\b|to the day|old)\b", prose[length.end : length.end + 14])
    return after is not None or _MARKS.search(prose, sentence.start, sentence.end) is not None


def solved_lengths(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each length that nothing in its paragraph explains and one pair of points nearly does."""
    prose = article.document.prose
    for group in paragraphs(article):
        if not _HINT.search(prose, group[0].start, group[-1].end):
            continue
        for index, sentence in enumerate(group):
            lengths = lengths_in(article, sentence)
            if not lengths:
                continue
            window = group[max(0, index - _WINDOW) : index + _WINDOW]
            others = [each for one in window for each in lengths_in(article, one)]
            if len(others) > _MOST_LENGTHS:
                continue
            for length in lengths:
                if not _is_told(article, sentence, length):
                    continue
                if length.unit in ("second", "minute", "hour"):
                    yield from _clocks(article, sentence, window, length, others)
                if length.unit not in ("second", "minute"):
                    yield from _dates(article, sentence, window, length, others)


def _is_told(article: Article, sentence: Sentence, length: Length) -> bool:
    """Whether cues mark the length as one that the story took, not a term, a rate or an age."""
    prose = article.document.prose
    before, after = prose[max(sentence.start, length.start - 60) : length.start], prose[length.end : length.end + 40]
    before = re.sub(r"(?:nearly|almost|about|around|some|roughly|just|only|over|more than) $", "", before)
    if _NEVER_BEFORE.search(before) or _NEVER_AFTER.match(after):
        return False
    if _GIVEN.search(before) or _marks_years(prose, sentence, length):
        return False
    if _AGAIN.search(prose, sentence.start, sentence.end) or _NET.search(prose, sentence.start, sentence.end):
        return False
    if length.hyphen:
        return _NOUN.match(after) is not None
    return _SENTENCED.search(prose, sentence.start, sentence.end) is None


# --- dates --------------------------------------------------------------------------------------------------


def _dates(
    article: Article, sentence: Sentence, window: Sequence[Sentence], length: Length, others: Sequence[Length]
) -> Iterator[Conflict]:
    fine = _grain(length)
    if fine is None:
        return
    told = [(number, point) for number, one in enumerate(window) for point in points_in(article, one)]
    every = _distinct([point for _, point in told])
    if not every or len(every) > _MOST_POINTS:
        return
    published = article.document.published.day
    today = _day_point(instant(published)) if published is not None else None
    known = [*every, today] if today is not None else every
    if any(_explains(length, *pair) for pair in combinations(known, 2)) or _sums(length, known, others):
        return
    here = next(number for number, one in enumerate(window) if one.start == sentence.start)
    usable = [(number, p) for number, p in told if p.grain <= fine and not p.said and _exact(length, p)]
    pair = _pair(usable, here)
    if pair is None and len(_distinct([p for _, p in usable])) == 1 and len(every) <= 2 and today is not None:
        number, point = usable[0]
        if (
            length.unit in ("year", "decade")
            and point.year_stated
            and point.low < today.low
            and _to_now(article, sentence, length)
        ):
            pair = (point, today) if abs(number - here) <= 2 else None
    if pair is None or _told_elsewhere(article, length, pair) or _dated_itself(article, sentence, length, fine):
        return
    if not is_of_passage(article.document.prose, sentence, length, pair, window):
        return
    first, second = sorted(pair, key=lambda point: point.low)
    least, most = max(0, second.low - first.high), second.high - first.low
    if not _near(length, least, most):
        return
    yield _conflict(article, length, first.text, second.text, _words(least, most, length.unit), [first, second])


def _grain(length: Length) -> Granularity | None:
    """The coarsest dates that can tell such a length."""
    if length.unit in ("year", "decade", "century", "centurie"):
        return Granularity.YEAR
    if length.unit == "month":
        return Granularity.MONTH
    if length.unit in ("day", "night", "week", "fortnight") and length.low > 0:
        return Granularity.DAY
    if length.unit == "month":
        return Granularity.MONTH
    return None


def _exact(length: Length, point: Point) -> bool:
    """Days of the week are too often those of the telling to count days by."""
    return point.named or length.unit in ("month", "year", "decade", "century", "week", "fortnight")


def _distinct(points: Sequence[Point]) -> list[Point]:
    found: dict[tuple[int, int], Point] = {}
    for point in points:
        found.setdefault((point.low, point.high), point)
    return list(found.values())


def _day_point(start: int) -> Point:
    return Point(-1, -1, "the day of publication", start, start + DAY, Granularity.DAY, True, True, True)


def _pair(told: Sequence[tuple[int, Point]], here: int) -> tuple[Point, Point] | None:
    """The one pair of points that the length can be of: in its sentence, or the only two around it."""
    own = _distinct([point for number, point in told if number == here])
    if len(own) == 2:
        return own[0], own[1]
    every = _distinct([point for _, point in told])
    if len(every) == 2 and (own or len({number for number, _ in told}) == 1):
        return every[0], every[1]
    if len(own) > 2:
        return None
    for step in (-1, 1):
        near = _distinct([point for number, point in told if number == here + step])
        if len(own) == 1 and len(near) == 1 and near[0] != own[0]:
            return near[0], own[0]
        if not own and len(near) == 2:
            return near[0], near[1]
    return None


def _told_elsewhere(article: Article, length: Length, pair: tuple[Point, Point]) -> bool:
    """Whether another date of the article, from another paragraph, lies the stated length from one of the two."""
    for timex in article.expressions.times:
        interval = timex.point or timex.interval
        if interval is None or interval.start is None or interval.end is None or timex.type is not TimexType.DATE:
            continue
        if interval.granularity > Granularity.MONTH and length.unit not in ("year", "decade", "century"):
            continue
        for point in pair:
            first, last = min(point.low, interval.start), max(point.high, interval.end)
            least = max(0, max(point.low, interval.start) - min(point.high, interval.end))
            if least <= length.high and last - first >= length.low:
                return True
    return False


_DATED = regex(r"(?: [a-z]+){0,4} (?:in|on|until|by|of|from) $")


def _dated_itself(article: Article, sentence: Sentence, length: Length, fine: Granularity) -> bool:
    """Whether a date too coarse to count from stands with the length: "held for two months in 2013"."""
    prose = article.document.prose
    return any(
        point.grain > fine and point.start >= length.end and _DATED.match(prose[length.end : point.start])
        for point in points_in(article, sentence)
    )


def _to_now(article: Article, sentence: Sentence, length: Length) -> bool:
    """Whether the length runs to the day of the article: "has taken 19 years"."""
    before = article.document.prose[max(sentence.start, length.start - 40) : length.start]
    after = article.document.prose[length.end : length.end + 12]
    return (
        re.search(r"\b(?:has|have|'s|’s)(?: now| already| only)? (?:taken|been|lasted|gone on|waited|run|lived|spent|passed)"
                  r"\b[^.;]{0,25}$", before) is not None
        or re.match(r" (?:have passed|later|on)\b", after) is not None
    )  # fmt: skip


def _explains(length: Length, one: Point, other: Point) -> bool:
    first, second = (one, other) if one.low <= other.low else (other, one)
    least, most = max(0, second.low - first.high), second.high - first.low
    return (least <= length.high or (length.more and least > 0)) and most >= length.low


def _sums(length: Length, points: Sequence[Point], others: Sequence[Length]) -> bool:
    """Whether stretches or lengths added, or taken from each other, give the length."""
    stretches = [
        (max(0.0, abs(a.low - b.low) - DAY), float(abs(a.low - b.low) + max(a.high - a.low, b.high - b.low)),
         min(a.low, b.low), max(a.low, b.low))
        for a, b in combinations(points, 2)
    ]  # fmt: skip
    for one, other in combinations(stretches, 2):
        disjoint = one[3] < other[2] or other[3] < one[2]
        if disjoint and one[0] + other[0] <= length.high and one[1] + other[1] >= length.low:
            return True
    lengths = [(each.low, each.high) for each in others if each.start != length.start]
    for low, high in lengths:
        for least, most in [*lengths, *(each[:2] for each in stretches)]:
            if (least, most) != (low, high) and low + least <= length.high and high + most >= length.low:
                return True
    for point_a, point_b in combinations(points, 2):
        apart = abs(point_a.low - point_b.low)
        for each in others:
            if each.start == length.start:
                continue
            # "An eight-year term given in 2019; in 2023, after four": a length of the points' own is no excuse.
            if abs(apart - each.low) < 0.1 * apart:
                continue
            if length.low <= abs(apart - (each.low + each.high) / 2) <= length.high:
                return True
    return False


def _near(length: Length, least: float, most: float) -> bool:
    middle, told = (least + most) / 2, (length.low + length.high) / 2
    if middle <= 0 or (length.more and middle >= length.low):
        return False
    factor = _FACTOR if length.high < 0.9 * YEAR else _FACTOR_YEARS
    return max(middle / told, told / middle) <= factor


# --- times of the clock ---------------------------------------------------------------------------------------


def _clocks(
    article: Article, sentence: Sentence, window: Sequence[Sentence], length: Length, others: Sequence[Length]
) -> Iterator[Conflict]:
    prose = article.document.prose
    if length.high > 5 * DAY or _OTHER_CLOCK.search(prose, window[0].start, window[-1].end):
        return
    told = [(number, clock) for number, one in enumerate(window) for clock in find_clocks(article, one)]
    clocks = [clock for _, clock in told]
    if not 2 <= len(clocks) <= _MOST_POINTS:
        return
    gaps = [gap for a, b in combinations(clocks, 2) for gap in _gaps(a, b)]
    # The minute that a time is stated to may be rounded, too.
    low, high = length.low - 90, length.high + 90
    if any(low <= gap <= high for gap in gaps):
        return
    spans = gaps + [(each.low + each.high) / 2 for each in others if each.start != length.start]
    if any(low <= one + other <= high or low <= abs(one - other) <= high for one, other in combinations(spans, 2)):
        return
    here = next(number for number, one in enumerate(window) if one.start == sentence.start)
    own = [clock for number, clock in told if number == here]
    pair = None
    if len(own) == 2:
        pair = own
    elif len(clocks) == 2:
        pair = clocks
    elif len(own) == 1:
        before = [clock for number, clock in told if number == here - 1]
        pair = [before[-1], own[0]] if len(before) == 1 else None
    elif not own:
        before = [clock for number, clock in told if number == here - 1]
        pair = before if len(before) == 2 else None
    if pair is None or not is_of_passage(prose, sentence, length, pair, window):
        return
    if _FLYING.search(prose, window[0].start, window[-1].end) and _LANDING.search(prose, window[0].start, window[-1].end):
        return  # the clocks may have changed on the way
    turned = (
        re.match(r",? (?:after|since)\b", prose[length.end : length.end + 8]) is not None
        and pair[0].end <= length.start
    )
    near = [gap for gap in _gaps(pair[turned], pair[not turned], back=False) if gap > 0]
    if not near:
        return
    gap = min(near, key=lambda one: abs(one - (low + high) / 2))
    middle = (low + high) / 2
    if max(gap / middle, middle / gap) > _FACTOR or (length.more and gap > middle):
        return
    yield _conflict(article, length, pair[0].text, pair[1].text, _clock_words(gap), pair)


def _gaps(first: Clock, second: Clock, back: bool = True) -> list[int]:
    """What may lie between two times of the clock: over midnight, in either half of the day, on their days."""
    found = set()
    for one in first.seconds:
        for other in second.seconds:
            gap = other - one
            if first.day is not None and second.day is not None:
                found.add(abs(gap + (second.day - first.day) * DAY))
            else:
                found |= {gap % DAY, -gap % DAY} if back else {gap % DAY}
                if first.day is not None or second.day is not None or second.following:
                    found.add(gap % DAY + DAY)
    return sorted(found)


# --- telling ----------------------------------------------------------------------------------------------------


def _conflict(
    article: Article, length: Length, first: str, second: str, right: str, points: Sequence[Point | Clock]
) -> Conflict:  # fmt: skip
    name = article.document.name
    return Conflict(
        message=f'{article_name(article)} gives "{length.text}", but from {first} to {second} it is {right}.',
        evidence=(
            Evidence(name, length.start, length.end),
            *(Evidence(name, point.start, point.end) for point in points if point.start >= 0),
        ),
        key=("length solved", length.text.lower(), first, second),
        explanation=(f"No two times of the paragraph lie {length.text} apart; {first} and {second} nearly do.",),
        suggestion=f'Write {right} for "{length.text}", or check {first} and {second}.',
        confidence=0.85,
    )


def _words(least: float, most: float, unit: str) -> str:
    size, name = {
        "day": (DAY, "day"), "night": (DAY, "day"), "week": (7 * DAY, "week"), "fortnight": (7 * DAY, "week"),
        "month": (MONTH, "month"), "hour": (HOUR, "hour"),
    }.get(unit, (YEAR, "year"))  # fmt: skip
    count = round((least + most) / 2 / size, 1)
    return f"about {count:g} {name}{'' if count == 1 else 's'}"


def _clock_words(gap: float) -> str:
    hours, minutes = divmod(round(gap / 60), 60)
    parts = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((hours, "hour"), (minutes, "minute"))
             if count]  # fmt: skip
    return " and ".join(parts) or "no time"

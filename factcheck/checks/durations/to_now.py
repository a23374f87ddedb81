"""A length that runs from a start told beside it until now: "Taken on 9 October, they had spent 178 days in the camp".

Nothing that began on a day can have lasted longer than from then until the article appeared; what is said to last
still, or to end now ("leaves after nine years in the post"), must have lasted about as long. A helper of
``duration_fits_ends``.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.durations.misfit import misfit
from factcheck.checks.model import Conflict
from factcheck.checks.sentence_words import words_in
from factcheck.checks.timelines.points_told import MONTH, YEAR, Length, Point, lengths_in, points_in
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.temporal.interval import DAY, Granularity, instant
from factcheck.text.model import Sentence

_FACTOR = 1.7  # how many times too long or too short a slip may be
_STARTED = regex(
    r"(?:\b(?P<verb>(?:[Tt]aken|[Ss]eized|[Aa]bducted|[Kk]idnapped|[Cc]aptured|[Aa]rrested|[Dd]etained|[Hh]eld|[Jj]ailed"
    r"|[Ii]mprisoned|[Aa]ppointed|[Ee]lected|[Nn]amed|[Ss]worn in|[Ii]nstalled|[Cc]losed|[Ss]hut|[Oo]pened|[Ll]aunched"
    r"|[Bb]egun|[Ss]tarted|[Ss]igned|[Ii]mposed|[Dd]eclared|[Ss]uspended|[Bb]anned|[Ss]ealed|[Bb]locked|[Cc]ut off"
    r"|[Tt]rapped|[Ss]tranded|[Ii]n (?:office|charge|power|post|command)|[Hh]ired|[Pp]romoted)"
    r"(?: (?!and\b|but\b|who\b|or\b)[\w'’-]+){0,4}? (?:on|in|since|from|with effect from|as of)))(?: the)? $"
)
_STATE = (
    r"(?:in|on|at|without|away|behind|held|shut|closed|open|captive|under|out of|stuck|stranded|trapped|sealed|blocked"
    r"|suspended|banned|off)"
)
_LASTS = regex(
    rf"\b(?P<now>has|have)(?: now| already| thus)? (?:spent|been {_STATE}\b[^.;:]{{0,40}}? for|been {_STATE})"
    rf"(?: [a-z]+){{0,2}} $|\b(?P<had>had)(?: now| by then)? (?:spent|been {_STATE}\b[^.;:]{{0,40}}? for|lasted) $"
)
_LEAVES = regex(
    r"\b(?:leaves|goes|is (?:leaving|going|retiring|stepping down)|steps down|retires|departs|quits|resigns|bows out"
    r"|hands over)(?: [a-z]+){0,3} after (?:a (?:reign|term|tenure|spell) of )?$"
)
_POST = regex(
    r" (?:in (?:the|that|his|her) (?:post|job|office|role|chair|seat|position)|in (?:office|charge|power|command|post)"
    r"|as [a-z]|at the (?:head|helm|top|wheel)|on the (?:throne|bench|board)|of (?:rule|reign))"
)
_BEFORE_THEN = regex(r"\b(?:before|previous\w*|earlier|until then|by then|when|by the time|at the time)\b")
_WORDS = frozenset("spent been lasted after".split())


def lengths_to_now(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each length that cannot run from its start to the article's day."""
    published = article.document.published.day
    if published is None:
        return
    words = words_in(article)
    now = instant(published)
    for sentence in article.text.sentences:
        if words[sentence.start].isdisjoint(_WORDS):
            continue
        lengths = lengths_in(article, sentence)
        if len(lengths) == 1 and lengths[0].unit in ("day", "week", "month", "year") and not lengths[0].hyphen:
            yield from _judged(article, sentence, lengths[0], now)


def _judged(article: Article, sentence: Sentence, length: Length, now: int) -> Iterator[Conflict]:
    prose = article.document.prose
    points = points_in(article, sentence)
    if len(points) != 1 or points[0].end > length.start or points[0].low >= now:
        return
    start = points[0]
    grain = Granularity.DAY if length.unit in ("day", "week") else Granularity.MONTH
    if start.grain > grain or not _STARTED.search(prose[max(sentence.start, start.start - 70) : start.start]):
        return
    before, after = prose[start.end : length.start], prose[length.end : sentence.end]
    lasts = _LASTS.search(before)
    leaves = _LEAVES.search(before) if lasts is None else None
    if lasts is None and (leaves is None or not _POST.match(after)):
        return
    if _BEFORE_THEN.search(before) or _BEFORE_THEN.search(after):
        return
    slack = _slack(length)
    low, high = _spans(start, now)
    until_now = leaves is not None or bool(lasts and lasts["now"])
    middle = (length.low + length.high) / 2
    if not start.year_stated and low - slack <= middle - YEAR <= high + slack:
        return  # the year before
    too_long, too_short = middle > high + slack, until_now and middle < low - slack
    if not (too_long or too_short) or not 1 / _FACTOR <= middle / max(high, DAY) <= _FACTOR:
        return
    day = Point(-1, -1, "the article's day", now, now + DAY, Granularity.DAY, True, True, True)
    found = misfit(article, length, start.text, day.text, _words(low, high, length.unit), [start])
    why = f"It began on {start.text}" if start.grain is Granularity.DAY else f"It began in {start.text}"
    yield replace(found, explanation=(f"{why}, and the article appeared {_words(low, high, length.unit)} later.",))


def _spans(start: Point, now: int) -> tuple[float, float]:
    return now - start.high, now - start.low + DAY


def _slack(length: Length) -> float:
    """How far off a length may be: counted to a day near the article's, and rounded to its unit."""
    if length.unit == "day":
        return (5 * DAY) + (0.05 * length.high if length.value % 10 == 0 else 0)
    return {"week": 8 * DAY, "month": MONTH}.get(length.unit, 0.95 * YEAR)


def _words(low: float, high: float, unit: str) -> str:
    size = {"day": DAY, "week": 7 * DAY, "month": MONTH, "year": YEAR}[unit]
    count = round((low + high) / 2 / size, 1 if unit == "year" else None)
    return f"{count:g} {unit}{'' if count == 1 else 's'}"

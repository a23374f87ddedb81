"""What a year, quarter, month or festival brought, as forecast or as it came out: revenue, inflation, visitors.

The period is part of what is measured: June's inflation is not July's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.sentence_words import words_in
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity import stated_step
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.temporal.interval import Granularity, Interval, moment
from factcheck.text.model import Sentence

# Characters on either side in which the name and the kind of a result are sought.
_WINDOW = 240
_RESULT = regex(
    r"\b(?:(?:core|underlying|food|energy|producer|youth|consumer|services?|goods|wages?|import|export|rent|house|price"
    r"|retail|wholesale|jobs?|loan|credit|sales|revenue|profit|population|traffic|passenger) )?"
    r"(?:revenue|sales|turnover|exports|imports"
    r"|inflation|economic growth|growth|unemployment|(?:jobless|unemployment|inflation) rate"
    r"|(?:budget )?deficit|turnout"
    r"|(?:operating|net|pre-?tax) profit)\b",
    re.IGNORECASE,
)
# "The economy grew by 2 per cent": growth told by its verb.
_GREW = regex(
    r"\b(?:economy|gross domestic product|GDP)\b(?: [\w'’-]+){0,8}? (?P<how>gr[eo]w(?:n|ing|s)?|expand(?:ed|ing|s)?"
    r"|shr[aiu]nk(?:ing|s)?|contract(?:ed|ing|s)?)(?: by| at)?(?: about| around| some| only| just)* $"
)
_RATES = regex(r"inflation|growth|unemployment|rate\b|deficit|turnout")
_COMPARED = regex(r"[,;:(]|\b(?:from|against|than|by|below|above|of the|division|unit|excluding)\b")
_WHOLE_YEAR = regex(r" (?:for|in|over) (?:the|this|its full|the full) (?:full )?(?:financial )?year\b")
_SHORTER = regex(r"\b(?:quarter|half|months?|weeks?|per cent of|growth)\b", re.IGNORECASE)
_FORECAST = regex(
    r"\b(?:will|would|should|hopes?|hoped|project(?:s|ed)|expect\w*|forecast\w*|predict\w*|guidance|sees|target\w*|aims?)\b",
    re.IGNORECASE,
)


_VISITORS = frozenset("visitor spectator fan festivalgoer concertgoer attendee pilgrim participant runner".split())
_VISITORS_EXPECTED = regex(
    r"\b(?:expect\w*|forecasts?|hop(?:e|es|ed|ing) (?:for|to (?:draw|attract|welcome|get))|predict\w*|prepar\w+ for)"
    r"(?: (?:about|some|around|to (?:draw|attract|welcome)|up to))* $"
)
_VISITORS_CAME = regex(r"\b(?:drew|attracted|welcomed|counted|brought(?: in)?|had drawn)(?: (?:about|some|around))? $")
_CAME = regex(r" (?:came|attended|turned (?:up|out)|had come|had attended)\b")
_SHOW = regex(r"\b(?:festival|fair|exhibition|parade|pilgrimage|carnival|expo|biennale)\b", re.IGNORECASE)
_ONE_OF = regex(r"[\w ]{0,16} (?:a day|each|daily|on (?:the )?\w+day|a year|on the (?:first|last|opening))\b")


def attendance(article: Article, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, bool]]:
    """Each count of a sentence's ``quantities`` of all who came or are expected; True for the expected."""
    prose = article.document.prose
    at_show = may_find(_SHOW, words_in(article)[sentence.start])
    for quantity in quantities:
        people = at_show and quantity.unit == "person" and _SHOW.search(prose, sentence.start, sentence.end)
        if not (people or quantity.unit in _VISITORS) or quantity.kind is not QuantityKind.COUNT:
            continue
        before = prose[max(sentence.start, quantity.start - 48) : quantity.start]
        after = prose[quantity.end : min(sentence.end, quantity.end + 40)]
        if _ONE_OF.match(after):
            continue
        if _VISITORS_EXPECTED.search(before):
            yield quantity, True
        elif _VISITORS_CAME.search(before) or _CAME.match(after):
            yield quantity, False


def period_results(
    article: Article, sentence: Sentence, quantities: Sequence[Quantity], published: int
) -> Iterator[tuple[str, Quantity, float, float, bool]]:
    """Each result of a sentence, or forecast of one: key (what, period, unit), figure, range, whether it is a forecast.

    ``quantities`` are the sentence's; ``published`` is the moment of publication.
    """
    prose, spoken = article.document.prose, words_in(article)[sentence.start]
    if not (may_find(_RESULT, spoken) or may_find(_GREW, spoken)):
        return
    for quantity in quantities:
        if quantity.kind not in (QuantityKind.MONEY, QuantityKind.PERCENT) or quantity.converts is not None:
            continue
        first, last = max(sentence.start, quantity.start - _WINDOW), min(sentence.end, quantity.end + _WINDOW)
        named = list(_RESULT.finditer(prose, first, quantity.start))
        grew = _GREW.search(prose[first : quantity.start])
        # The figure next to the word; what a comparison follows is another year's.
        if grew is None and (not named or _COMPARED.search(prose, named[-1].end(), quantity.start)):
            continue
        if grew is not None:
            name, after = "growth" if grew["how"][0] in "ge" else "decline", quantity.start
        else:
            name, after = named[-1][0].lower(), named[-1].end()
        rate = bool(_RATES.search(name))
        if rate is not (quantity.kind is QuantityKind.PERCENT):
            continue
        done = grew is not None and (grew["how"] in ("grew", "shrank") or grew["how"].endswith("ed"))
        forecast = not done and bool(_FORECAST.search(prose, first, quantity.start))
        period = _period(article, sentence, quantity, published, forecast)
        if period is None:
            continue
        if len(period) == 4 and _SHORTER.search(prose, after, last):
            continue
        step = stated_step(quantity) / 2
        key = f"{name} for {period} in {quantity.unit}"
        yield key, quantity, quantity.value - step, quantity.value + step, forecast


def _period(article: Article, sentence: Sentence, quantity: Quantity, published: int, forecast: bool) -> str | None:
    """The year, quarter or month ("2025", "2025-Q1", "2025-06") that a result is for, None unless it is one."""
    periods = {
        _name_of(timex.interval)
        for timex in times_in(article, sentence)
        if timex.interval is not None
        and timex.interval.start is not None
        and timex.interval.granularity in (Granularity.YEAR, Granularity.QUARTER, Granularity.MONTH)
        and -60 < timex.start - quantity.end < 6
        # "For the year" in a result means the one that has ended, which may be the one before.
        and (forecast or timex.text.lower() != "the year")
    }
    prose = article.document.prose
    if not periods and forecast and _WHOLE_YEAR.match(prose, quantity.end, sentence.end):
        periods = {str(moment(published).year)}
    return periods.pop() if len(periods) == 1 else None


def _name_of(interval: Interval) -> str:
    """The year, quarter or month that an interval is."""
    start = moment(interval.start or 0)
    if interval.granularity is Granularity.MONTH:
        return f"{start.year}-{start.month:02}"
    if interval.granularity is Granularity.QUARTER:
        return f"{start.year}-Q{(start.month + 2) // 3}"
    return str(start.year)

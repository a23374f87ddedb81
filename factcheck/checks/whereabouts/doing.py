"""Sightings from whatever somebody does: a person, a verb of the past, and a place and a time beside them.

No list of deeds says who was there. Whoever is the subject of a verb in the past, other than of speech, thought or
order, in a sentence that puts something in one place, is taken to have been there; the hours of two such statements
decide whether one person can have done both. What is read so widely is trusted less than what is told in so many words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.assertions.model import Article
from factcheck.checks.whereabouts.doing_words import (
    ANY_PLACE,
    ANYWHERE,
    BEING,
    BREAK,
    DOES,
    DONE_BY,
    HOURS_LONG,
    HOURS_OF,
    IN_THE_FLESH,
    INVERTED,
    LEADING,
    LOCATED,
    NO_DAY,
    ONLY_WITH_NOUN,
    OPEN_TIME,
    PART_BEGINS,
    PAST,
    SINCE,
    STAYING,
    SUN,
    THERE,
)
from factcheck.checks.whereabouts.hours import When, hours
from factcheck.checks.whereabouts.marking import Marked
from factcheck.checks.whereabouts.patterns import AND_ELSEWHERE, AT_A_DISTANCE, BRIEF, WHOLE, is_open, is_subject
from factcheck.checks.whereabouts.sighting import HOUR, Sighting, point
from factcheck.checks.whereabouts.timing import EXTENT, LONGEST_STAY, settle
from factcheck.expressions.model import Place, Timex, TimexType
from factcheck.identity.places import Relation, relate
from factcheck.pattern_words import may_find
from factcheck.records import replace
from factcheck.temporal.interval import DAY, Granularity, Interval, instant
from factcheck.text.model import Sentence


def from_deeds(
    number: int, article: Article, sentence: Sentence, marked: Marked, before: Callable[[], Marked] | None
) -> Iterator[Sighting]:
    """What the people of a sentence do in the one place that it tells; ``before`` marks the one in front of it."""
    text = marked.text
    if marked.has(AT_A_DISTANCE):
        return
    for match, verb_end, asides in _doers(marked):
        who = marked.people[int(match["who"])]
        if article.text.is_quoted(who.start) or is_open(text, match.start(), match.end()):
            continue
        place = _place(marked, match.start(), verb_end, asides)
        if place is None and before is not None and marked.has(THERE):
            place = _only_place(before())
        if place is None or article.text.is_quoted(place.start):
            continue
        found = _when(article, sentence, marked, before)
        if found is None:
            continue
        when, lasting = found
        spent = " spent " in text and not BRIEF.search(text)
        start, end = hours(when, lasting=lasting, whole=bool(WHOLE.search(text)), spent=spent)
        inside = place.start >= sentence.start
        yield Sighting(
            article=number,
            who=who.identity,
            place=place,
            start=start,
            end=end,
            offset=when.interval.offset,
            throughout=lasting,
            absent=False,
            travelling=False,
            dated=when.interval.granularity is Granularity.DAY,
            when=when.timex,
            sentence=sentence,
            told=(place.start, place.end) if inside else (who.start, who.end),
            wide=True,
        )


def _doers(marked: Marked) -> Iterator[tuple[re.Match[str], int, tuple[int, int]]]:
    """People who do something in the flesh: the match, where its verb ends, and the span of an apposition."""
    text = marked.text
    for match in DOES.finditer(text):
        verb = match["verb"]
        if not is_subject(text, match.start(), frozenset()) and not _titled(text, match.start()):
            continue
        done = text[match.start("verb") : match.end("verb") + 80]
        if verb in {"was", "were"} or (verb in {"has", "had"} and (match["rest"] or "").strip() == "been"):
            end = match.end("rest") if verb in {"has", "had"} else match.end("verb")
            if BEING.match(text[end:]):
                yield match, end, match.span("aside")
        elif verb in ANYWHERE:
            if IN_THE_FLESH.match(done):
                yield match, match.end("verb"), match.span("aside")
        elif verb in PAST or (verb.endswith("ed") and len(verb) > 4):
            yield match, match.end("verb"), match.span("aside")
    for pattern in (DONE_BY, INVERTED):
        for match in pattern.finditer(text) if may_find(pattern, marked.words) else ():
            yield match, match.end(), (match.end(), _aside_end(text, match.end()))


def _titled(text: str, start: int) -> bool:
    """Whether only words of a title stand between the start of the clause and a name: "Lead actress", "Rookie"."""
    return (
        re.search(r"(?:^|[,;:(] |‹T\d+›,? )(?:[A-Z][\w'-]* )?(?:[\w'-]+ ){0,4}$", text[max(0, start - 60) : start])
        is not None
    )


def _aside_end(text: str, start: int) -> int:
    found = re.match(r", [^‹›.;:,]*(?:‹L\d+›[^‹›.;:,]*)?,?", text[start:])
    return start + found.end() if found is not None else start


def _place(marked: Marked, start: int, verb_end: int, aside: tuple[int, int]) -> Place | None:
    """The one place where the clause of a verb puts what is done; None if it tells of none, or of several apart."""
    text = marked.text
    found: list[Place] = []
    for match in LOCATED.finditer(text):
        at = match.start("where")
        if aside[0] <= at < aside[1]:
            continue
        if match["prep"].lower() in ONLY_WITH_NOUN and not (match["noun"] or "").strip("'s "):
            continue
        if at >= verb_end:
            if BREAK.search(text, verb_end, match.start()):
                continue
        elif match.end() <= start:
            if not LEADING.fullmatch(text, 0, start):
                continue
        else:
            continue
        if AND_ELSEWHERE.match(text, text.index("›", at) + 1):
            return None
        found.append(marked.places[int(match["where"])])
    others = [
        marked.places[int(each[1])] for each in ANY_PLACE.finditer(text) if not aside[0] <= each.start() < aside[1]
    ]
    if not found or any(relate(found[0], other) is Relation.APART for other in others):
        return None
    return next((place for place in found if point(place) is not None), None)


def _only_place(marked: Marked) -> Place | None:
    """The one place where the sentence before puts something."""
    found = [marked.places[int(match["where"])] for match in LOCATED.finditer(marked.text)]
    if not found or any(relate(found[0], other) not in (Relation.SAME, Relation.WITHIN) for other in found[1:]):
        return None
    return found[0] if point(found[0]) is not None else None


def _when(
    article: Article, sentence: Sentence, marked: Marked, before: Callable[[], Marked] | None
) -> tuple[When, bool] | None:
    """The time of a sentence, its day taken from the one before where it has none, and whether it lasts."""
    text = marked.text
    since = SINCE.search(text)
    if since is not None:
        return _up_to_now(article, marked.times[int(since["time"])])
    extent = EXTENT.search(text)
    own = [] if extent is None else [marked.times[int(each)] for each in re.findall(r"‹T(\d+)›", extent[0])]
    for match in re.finditer(r"‹T(\d+)›", text):
        timex = marked.times[int(match[1])]
        if timex not in own and (timex.parts or not OPEN_TIME.search(text, max(0, match.start() - 10), match.start())):
            own.append(timex)
    own = [timex for timex in own if _is_fine(timex)]
    if not any(_has_day(timex) for timex in own):
        if before is None:
            return None
        days = [timex for timex in before().times if _is_fine(timex) and _has_day(timex)]
        if len({timex.interval.start // DAY for timex in days if timex.interval and timex.interval.start}) != 1:
            return None
        # "A gun was fired at 11 a.m. in Lille. The mayor stood there as it sounded": a moment serves for both.
        moments = [timex for timex in days if timex.interval is not None and _is_moment(timex.interval)]
        own += moments if moments and not own else [_whole_day(timex) for timex in days[:1]]
    when = settle(marked, own, extent, 0, len(text)) if own else None
    if when is None:
        return None
    told = _by_the_sun(marked, when) or _over_hours(text, when)
    if told is not None:
        return told, True
    return when, when.extent or bool(STAYING.search(text) and WHOLE.search(text)) or " spent " in text


def _by_the_sun(marked: Marked, when: When) -> When | None:
    """ "From lunch until early evening", "from sunset on": the hours of that day."""
    match = SUN.search(marked.text)
    interval = when.interval
    if match is None or interval.start is None:
        return None
    midnight = interval.start // DAY * DAY
    first = HOURS_OF[match["first"]]
    if match["part"]:
        last = PART_BEGINS.get(marked.times[int(match["part"])].value[-2:], 0)
    elif match["last"]:
        last = HOURS_OF[match["last"].removeprefix("the ").removeprefix("early ")]
    else:
        last = first + 3
    if last <= first:
        return None
    span = replace(interval, start=midnight + first * HOUR, end=midnight + last * HOUR, granularity=Granularity.HOUR)
    return replace(when, interval=span, extent=True)


def _over_hours(text: str, when: When) -> When | None:
    """ "The 16-hour operation, which began at 7 a.m.": so long from then on."""
    match = HOURS_LONG.search(text)
    interval = when.interval
    if match is None or interval.start is None or interval.granularity > Granularity.HOUR:
        return None
    span = replace(interval, end=interval.start + int(match["hours"]) * HOUR, granularity=Granularity.HOUR)
    return replace(when, interval=span, extent=True)


def _is_moment(interval: Interval) -> bool:
    return interval.start is not None and interval.end is not None and interval.end - interval.start <= DAY // 2


def _up_to_now(article: Article, timex: Timex) -> tuple[When, bool] | None:
    """ "Has been in Lisbon since Sunday": from then until the article's day."""
    published, interval = article.document.published.first, timex.interval
    if published is None or interval is None or interval.start is None:
        return None
    end = instant(published)
    if not DAY <= end - interval.start <= LONGEST_STAY:
        return None
    span = replace(interval, end=end, granularity=Granularity.DAY)
    return When(replace(timex, interval=span), span, extent=True), True


def _is_fine(timex: Timex) -> bool:
    if timex.type not in (TimexType.DATE, TimexType.TIME):
        return False
    return timex.interval is None or (timex.interval.granularity <= Granularity.DAY)


def _has_day(timex: Timex) -> bool:
    """Whether the text names the day, and not a clock time or a part of the day alone."""
    return timex.interval is not None and not NO_DAY.fullmatch(timex.text)


def _whole_day(timex: Timex) -> Timex:
    """The day that a time of it names."""
    interval = timex.interval
    assert interval is not None and interval.start is not None
    start = interval.start // DAY * DAY
    whole = replace(interval, start=start, end=start + DAY, granularity=Granularity.DAY)
    return replace(timex, interval=whole, clock_stated=False, parts=())

"""Sightings from sentences: only what one says in so many words counts.

A person, a verb of being or acting somewhere in the flesh, and a place right behind its preposition ("spent 3 May in
Lisbon", "In Oslo, where Minister Dahl opened the session at 10 a.m."). Statements that are claimed, denied, planned
or made at a distance are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from factcheck.assertions.model import Article
from factcheck.checks.retelling.loose_dates import names_day
from factcheck.checks.whereabouts.doing import from_deeds
from factcheck.checks.whereabouts.here import HERE, located_places, place_of_passage
from factcheck.checks.whereabouts.hours import hours
from factcheck.checks.whereabouts.marking import Marked, mark
from factcheck.checks.whereabouts.patterns import (
    AND_ELSEWHERE,
    AT_A_DISTANCE,
    BEHIND,
    BREAKS,
    BRIEF,
    NOT_TOLD,
    PATTERNS,
    TRAVEL,
    VERB_HINT,
    WHOLE,
    is_open,
    is_subject,
)
from factcheck.checks.whereabouts.sifting import WorthReading
from factcheck.checks.whereabouts.sighting import Sighting, point
from factcheck.checks.whereabouts.timing import NEAR, time_of
from factcheck.expressions.model import Place
from factcheck.expressions.name.words import HONORIFICS, ROLES, TITLE_MODIFIERS, TITLES
from factcheck.identity.known_people import KnownPerson
from factcheck.identity.model import Corpus
from factcheck.pattern_words import may_find
from factcheck.temporal.interval import DAY, Granularity
from factcheck.text.model import Sentence

_TITLES = frozenset(ROLES | TITLES | (TITLE_MODIFIERS - {"of", "for", "the", "and", "late", "then-"}) | set(HONORIFICS))


def from_words(corpus: Corpus, number: int, article: Article, worth: WorthReading) -> Iterator[Sighting]:
    """The sightings that the sentences of an article tell which are worth reading."""
    located = cache(lambda: located_places(article))

    def marked_at(position: int) -> Marked:
        sentence = article.text.sentences[position]
        return mark(corpus, article, sentence, worth.known.get(sentence.start, ()))

    for position in worth.sentences:
        sentence = article.text.sentences[position]
        marked = marked_at(position)
        if marked.has(NOT_TOLD):
            continue
        follows = position > 0 and article.text.sentences[position - 1].block == sentence.block
        before = partial(marked_at, position - 1) if follows else None
        plain = list(_in_plain_words(number, article, sentence, marked, located, before))
        yield from plain
        if not plain:
            yield from from_deeds(number, article, sentence, marked, before)


def _in_plain_words(
    number: int,
    article: Article,
    sentence: Sentence,
    marked: Marked,
    located: Callable[[], Sequence[Place]],
    before: Callable[[], Marked] | None,
) -> Iterator[Sighting]:
    """Sightings of the wordings of :mod:`patterns`."""
    if not VERB_HINT.search(marked.text):
        return
    if marked.places:
        yield from _in_sentence(number, article, sentence, marked)
    if marked.has(HERE):
        yield from _in_passage(number, article, sentence, marked, located(), before)


def _in_sentence(number: int, article: Article, sentence: Sentence, marked: Marked) -> Iterator[Sighting]:
    remote = marked.has(AT_A_DISTANCE)
    for kind, pattern in PATTERNS:
        if not may_find(pattern, marked.words):
            continue
        for match in pattern.finditer(marked.text):
            groups = match.groupdict()
            if kind in {"act", "passive", "among"} and remote:
                continue
            if kind != "among" and BREAKS.search(groups["gap"] or ""):
                continue
            if is_open(marked.text, match.start(), match.end()):
                continue
            if AND_ELSEWHERE.match(marked.text, match.end("chain")):
                continue
            if kind not in {"passive", "among"} and not is_subject(marked.text, match.start("who") - 2, _TITLES):
                continue
            who, place = marked.people[int(groups["who"])], marked.places[int(groups["where"])]
            if article.text.is_quoted(who.start) or article.text.is_quoted(place.start):
                continue
            chain = [marked.places[int(each)] for each in re.findall(r"‹L(\d+)›", groups["chain"] or "")]
            found = _sighting(number, article, sentence, marked, kind, match, who, _pointed(place, chain))
            if found is not None:
                yield found


def _in_passage(
    number: int,
    article: Article,
    sentence: Sentence,
    marked: Marked,
    located: Sequence[Place],
    before: Callable[[], Marked] | None,
) -> Iterator[Sighting]:
    """Who was "in the chair" or "waiting for them" where the passage is."""
    for match in HERE.finditer(marked.text):
        who = marked.people[int(match["who"])]
        behind = BEHIND.match(marked.text, match.end())
        if article.text.is_quoted(who.start) or "‹L" in match[0] or "‹L" in (behind[0] if behind else ""):
            continue
        if not is_subject(marked.text, match.start("who") - 2, _TITLES) or marked.has(AT_A_DISTANCE):
            continue
        if is_open(marked.text, match.start(), match.end()) or re.match(r" [^.;:]{0,60}‹L", marked.text[match.end() :]):
            continue
        place = place_of_passage(article, sentence, who.start, located)
        if place is None:
            continue
        found = _sighting(number, article, sentence, marked, "act", match, who, place)
        if found is None and before is not None and not marked.times:
            found = _that_day(number, article, sentence, before(), who, place)
        if found is not None:
            yield found


def _that_day(
    number: int, article: Article, sentence: Sentence, before: Marked, who: KnownPerson, place: Place
) -> Sighting | None:
    """What is told without a time of its own, on the one day of the sentence before: "chaired that meeting herself"."""
    days = {
        interval.start // DAY: timex
        for timex in before.times
        if (interval := timex.interval) is not None
        and interval.start is not None
        and interval.granularity <= Granularity.DAY
        and names_day(timex)
    }
    if len(days) != 1:
        return None
    ((day, timex),) = days.items()
    return Sighting(
        article=number,
        who=who.identity,
        place=place,
        start=day * DAY,
        end=(day + 1) * DAY,
        offset=None,
        throughout=False,
        absent=False,
        travelling=False,
        dated=True,
        when=timex,
        sentence=sentence,
        told=(who.start, who.end),
    )


def _sighting(
    number: int,
    article: Article,
    sentence: Sentence,
    marked: Marked,
    kind: str,
    match: re.Match[str],
    who: KnownPerson,
    place: Place,
) -> Sighting | None:
    """What a match of a pattern says, at the time that stands with it; None if it has no fine time."""
    when = time_of(article, sentence, marked, match)
    if when is None:
        return None
    absent = bool(match.groupdict().get("no"))
    behind = BEHIND.match(marked.text, match.end(), match.end() + NEAR)
    text = f"{match[0]} {when.timex.text} {behind[0] if behind else ''}"
    # "spent the morning in" lasts; "was in" on a day says no more than that.
    spent = " spent " in text and not BRIEF.search(text)
    whole = absent or kind == "bound" or bool(WHOLE.search(text))
    lasting = when.extent or kind == "bound" or (kind == "stay" and (absent or spent or whole))
    start, end = hours(when, lasting=lasting, whole=whole, spent=spent)
    return Sighting(
        article=number,
        who=who.identity,
        place=place,
        start=start,
        end=end,
        offset=when.interval.offset,
        throughout=lasting,
        absent=absent,
        travelling=bool(TRAVEL.search(match[0])),
        dated=when.interval.granularity is Granularity.DAY,
        when=when.timex,
        sentence=sentence,
        told=(place.start, place.end) if place.start >= sentence.start else (who.start, who.end),
    )


def _pointed(place: Place, chain: Sequence[Place]) -> Place:
    """The place itself, or the nearest place it is said to lie in whose position is known."""
    return next((each for each in (place, *chain) if point(each) is not None), place)

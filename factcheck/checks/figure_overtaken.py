"""A figure that a later article overtakes: tolls, people aboard, houses destroyed, magnitudes. Never an error.

An editor who updates or quotes the earlier article wants to know. Each article's own latest figure is taken (what it
gives "on Saturday" when it appeared on Monday is its old one), and articles of one story are compared in the order in
which they were published.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words, stem
from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.counted_reading import Counted
from factcheck.checks.figures.counted_things import recounts
from factcheck.checks.figures.period_results import attendance, period_results
from factcheck.checks.figures.restated_figures import At, Restated, restated
from factcheck.checks.figures.running_counts import BY_PLACE, KINDS, Kind, running_counts
from factcheck.checks.figures.vote_shares import vote_shares
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.plans.forecast_figures import missed_forecasts
from factcheck.checks.plans.hopes_answered import conflict, matches
from factcheck.checks.stories import Stories, stories
from factcheck.checks.telling import article_name
from factcheck.checks.templates import times_in
from factcheck.document.model import BlockKind
from factcheck.expressions.model import TimexType
from factcheck.identity.comparison import compare
from factcheck.identity.model import Corpus, Member
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, instant
from factcheck.text.model import Sentence


class Options(BaseOptions):
    """What a rule may set."""

    minimum_kinship: float = option(
        default=1.0, description="How many telling names two articles must share to be of one story."
    )
    minimum_weight: float = option(
        default=2.5, description="Evidence in bits that the figures of two articles are of one event."
    )
    minimum_recount: float = option(
        default=5.0, description="Evidence in bits that two figures of no kind known by name count one thing."
    )
    horizon_days: int = option(default=60, ge=1, description="Articles farther apart than this are not compared.")
    memory_days: int = option(
        default=30, ge=1, description="A sentence with a date this long before its article speaks of another event."
    )


_LONG_DAYS = 540
# Characters before an "It ..." in which another event may be named.
_LOOK_BACK = 240
# What articles that lie farther apart than the horizon need more, in bits.
_MONTHS_APART = 0.5
_OTHER = regex(
    r"\b(?:another|previous|previously|in a similar|last year|a year ago|years ago|history"
    r"|the last (?:major|big|large|serious|deadly|such)|since records|ever since"
    r"|average|each year|every year|annually|if|could|would|might|may have|fears?|feared|aftershocks?)\b",
    re.IGNORECASE,
)
_EARLIER = regex(
    r"\b(?:first count|initial(?:ly)?|earlier|previous(?:ly)?|originally|had been put at|up from|at first"
    r"|the figures? (?:was|were)|revised|known at the time)\b",
    re.IGNORECASE,
)
# What somebody says and the article does not: in the sentence, or in the one after it.
_CLAIMED = regex(
    r"\b(?:claim(?:s|ed|ing)?|rumou?rs?|alleg(?:es|ed|edly)|accus\w+|unconfirmed|social media)\b", re.IGNORECASE
)
_DENIED = regex(
    r"[^.;]{0,120}\b(?:denied|denies|dismissed|rejected|disputed|dispute|could not be (?:confirmed|verified)"
    r"|(?:is|was) (?:not true|false|untrue|wrong))\b"
)
_IN_PLACE = regex(r"\b[Ii]n (?!Jan|Feb|Mar|Apr|May\b|Ju[nl]|Aug|Sep|Oct|Nov|Dec|All\b|Total\b)([A-Z][\w-]+)", re.ASCII)
_IT = regex(r"(?:It|That|This|They|Those|These)\b")
_VOTE = regex(r"(?:run-off )?(?P<source>exit poll|partial count) for (?P<whose>.+)")
_RESTATED = {
    "expected": "was expected, it came to",
    "revised": "has been revised to",
    "forecast": "was planned or expected, later it was",
    "recount": "of the same, later it was",
}
# A sentence that speaks of the one toll that a story has.
_TOLL = regex(
    r"\b(?:[Tt]he|[Ii]ts) (?:(?:official|confirmed|final|overall) )?(?:death )?toll\b|\bnumber of (?:the )?dead\b"
)
_NUMBER = regex(r"\D{0,4}\d[\d.,]*(?: ?(?:million|billion|trillion|m|bn)\b| (?:hectares?|acres?)\b)?")
# Stems that stand beside such figures in any story.
_EMPTY = frozenset(
    stem(word)
    for word in """dead death deaths died die killed killing toll injured injuring wounded missing people person number
    said say rose risen stood least still left leaving count counted figure hospital hospitals officials reported
    survivors rescued house houses home homes destroyed held remain remaining aboard board carrying around about
    magnitude measured case cases day week million billion thousand
    euro euros dollar dollars pound pounds percent per cent""".split()
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A count as one article has it: what of, the span and value, and as of when (instants)."""

    key: str
    article: int
    sentence: Sentence
    start: int
    end: int
    text: str
    low: float
    high: float
    when: int
    forecast: bool = False


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield one conflict for each two articles of which the later overtakes the earlier, with all such figures."""
    kin = stories(corpus)
    by_key: dict[str, list[_Figure]] = defaultdict(list)
    given: list[set[tuple[str, float]]] = []
    for number, article in enumerate(corpus.articles):
        every, latest = _latest(corpus, number, article, options)
        given.append({(figure.key, figure.low) for figure in every})
        for key, figure in latest.items():
            by_key[key].append(figure)
    events = {member: event.identifier for event in corpus.events for member in event.members}
    steps: dict[tuple[int, int], list[tuple[_Figure, _Figure]]] = defaultdict(list)
    for _, found in sorted(by_key.items()):
        for earlier, later in _steps(corpus, found, kin, options):
            steps[(earlier.article, later.article)].append((earlier, later))
    for one in restated(corpus, kin, options.minimum_kinship):
        pairs = steps[(one.old.article, one.new.article)]
        if not any(old.start == one.old.quantity.start for old, _ in pairs):
            pairs.append((_of(one.old, one), _of(one.new, one)))
    for forecast, result, _ in missed_forecasts(corpus, kin, options.minimum_kinship):
        pairs = steps[(forecast.article, result.article)]
        if not any(old.start == forecast.quantity.start or new.start == result.quantity.start for old, new in pairs):
            pairs.append((_at(forecast, "forecast", forecast=True), _at(result, "forecast")))
    reasons = {both: _evidence(corpus, pairs, kin, given[both[1]], events) for both, pairs in steps.items()}
    sure = {both for both, evidence in reasons.items() if _weight(evidence) >= _least(corpus, both, options)}
    after: dict[int, set[int]] = defaultdict(set)
    for first, second in sure:
        after[first].add(second)
    told: set[tuple[int, int, int]] = set()
    for both, pairs in sorted(steps.items()):
        first, second = both
        evidence = reasons[both]
        if both not in sure and any(second in after[between] for between in sorted(after[first])):
            evidence = [*evidence, ("an article between them is of the same event", 1.5)]
        if _weight(evidence) >= _least(corpus, both, options):
            told |= {(one.article, one.start, second) for one, _ in pairs} | {
                (two.article, two.start, first) for _, two in pairs
            }
            yield _conflict(corpus.articles[first], corpus.articles[second], pairs, evidence)
    for again in recounts(corpus, options.minimum_recount):
        old, new = again.old, again.new
        places = (old.article, old.quantity.start, new.article), (new.article, new.quantity.start, old.article)
        if told.isdisjoint(places):
            articles = corpus.articles[old.article], corpus.articles[new.article]
            pair = _recounted(old), _recounted(new)
            told |= set(places)
            yield _conflict(*articles, [pair], again.reasons)
    for match in matches(corpus):
        hope, answer = match.hope.article, match.answer.article
        places = (hope, match.old[0], answer), (answer, (match.came or match.new)[0], hope)
        if match.figure and told.isdisjoint(places):
            yield conflict(corpus, match)


def _recounted(one: Counted) -> _Figure:
    return _at(At(one.article, one.sentence, one.quantity), "recount", forecast=one.forecast)


def _of(at: At, one: Restated) -> _Figure:
    return _at(at, "expected" if one.expected else "revised")


def _at(at: At, key: str, *, forecast: bool = False) -> _Figure:
    quantity = at.quantity
    span = quantity.start, quantity.end
    return _Figure(key, at.article, at.sentence, *span, quantity.text, quantity.low, quantity.high, 0, forecast)


def _weight(evidence: Sequence[tuple[str, float]]) -> float:
    return sum(weight for _, weight in evidence)


def _least(corpus: Corpus, both: tuple[int, int], options: Options) -> float:
    """The evidence that two articles need: more where months lie between them."""
    first, second = (_published(corpus.articles[number]) or 0 for number in both)
    return options.minimum_weight + (_MONTHS_APART if second - first > options.horizon_days * DAY else 0.0)


def _published(article: Article) -> int | None:
    """The moment of publication, or the day's beginning; None where not even the day is known."""
    published = article.document.published
    if published.day is None:
        return None
    return instant(published.stamp if published.stamp is not None else published.day)


def _latest(
    corpus: Corpus, number: int, article: Article, options: Options
) -> tuple[list[_Figure], dict[str, _Figure]]:
    """All figures of an article, and for each growing count its own latest one."""
    published = _published(article)
    if published is None:
        return [], {}
    every = [*_growing(number, article, published, options), *_shares(corpus, number, article, published)]
    best: dict[str, tuple[tuple[bool, bool, int, int], _Figure]] = {}
    for figure in every:
        prose = article.document.prose
        sentence = figure.sentence
        earlier = bool(_EARLIER.search(prose, sentence.start, figure.start)) and figure.key != "magnitude"
        heading = sentence.kind is BlockKind.HEADING
        rank = (earlier, heading, -(figure.when // DAY), figure.start)
        known = best.get(figure.key)
        if known is None or rank < known[0]:
            best[figure.key] = (rank, figure)
    return every, {key: figure for key, (_, figure) in best.items()}


def _growing(number: int, article: Article, published: int, options: Options) -> Iterator[_Figure]:
    prose = article.document.prose
    before: Sentence | None = None
    for sentence, quantities in figures.by_sentence(article):
        previous, before = before, sentence
        if not quantities:
            continue
        found = list(running_counts(article, sentence, quantities))
        for key, one, low, high, forecast in period_results(article, sentence, quantities, published):
            yield _Figure(key, number, sentence, one.start, one.end, one.text, low, high, published, forecast)
        if sentence.kind is not BlockKind.HEADING:
            attended = list(attendance(article, sentence, quantities))
            if attended and _OTHER.search(prose, sentence.start, sentence.end):
                attended = []
            for one, forecast in attended:
                span = one.start, one.end
                yield _Figure("visitors", number, sentence, *span, one.text, one.low, one.high, published, forecast)
        if not found:
            continue
        when = _as_of(article, sentence, published)
        if previous is not None and _IT.match(prose, sentence.start):
            # "In May a quake shook the town. It killed 12 people": the date is in the sentence before.
            when = min(when, _as_of(article, previous, published))
            if _OTHER.search(prose, max(0, sentence.start - _LOOK_BACK), sentence.start):
                continue
        if when < published - options.memory_days * DAY or _OTHER.search(prose, sentence.start, sentence.end):
            continue
        if _CLAIMED.search(prose, sentence.start, sentence.end) or _DENIED.match(prose, sentence.end):
            continue
        for key, start, end, low, high in found:
            yield _Figure(key, number, sentence, start, end, prose[start:end], low, high, when)


def _shares(corpus: Corpus, number: int, article: Article, published: int) -> Iterator[_Figure]:
    """Shares of the vote that the article gives to people and parties."""
    before: Sentence | None = None
    for sentence, quantities in figures.by_sentence(article):
        for kind, one, low, high, early, who in vote_shares(article, sentence, before, quantities):
            label = corpus.entities.label(corpus.entities.identify(article.document.name, who))
            key = f"{kind} for {label}"
            yield _Figure(key, number, sentence, one.start, one.end, one.text, low, high, published, early)
        before = sentence


def _as_of(article: Article, sentence: Sentence, published: int) -> int:
    """When the sentence's figures stood: its latest date, the publication where it has none."""
    starts = [
        timex.interval.start
        for timex in times_in(article, sentence)
        if timex.type in (TimexType.DATE, TimexType.TIME) and timex.interval is not None and timex.interval.start
    ]
    return min(published, max(starts)) if starts else published


def _steps(
    corpus: Corpus, found: Sequence[_Figure], kin: Stories, options: Options
) -> Iterator[tuple[_Figure, _Figure]]:
    """Each figure with the next one of its story that differs."""
    order = sorted(found, key=lambda figure: (_published(corpus.articles[figure.article]) or 0, figure.article))
    times = [_published(corpus.articles[figure.article]) or 0 for figure in order]
    for index, figure in enumerate(order):
        first = bisect_left(times, times[index] + 1)
        for later, when in zip(order[first : first + 40], times[first:], strict=False):
            # How many were aboard stays the same for good; a toll is settled in weeks.
            kind = _kind(figure)
            long = (figure.forecast and not _VOTE.match(figure.key)) or (kind is not None and kind.long)
            if when - times[index] > (_LONG_DAYS if long else options.horizon_days) * DAY:
                break
            if later.forecast or (kind is None and not figure.forecast):
                continue
            if kin.kinship(figure.article, later.article) < options.minimum_kinship:
                continue
            if _same_day(corpus, figure, later) or not _one_event(corpus, figure, later):
                continue
            if figure.forecast and _told_apart(corpus, figure, later):
                continue
            if figure.key in BY_PLACE and _places(corpus, figure) != _places(corpus, later):
                continue
            if not figures.overlap((figure.low, figure.high), (later.low, later.high)) and (
                later.low > figure.low
                or kind is None
                or kind.falls
                or (not kind.only_grows and when - times[index] >= 2 * DAY)
            ):
                yield figure, later
            break


def _kind(figure: _Figure) -> Kind | None:
    """The kind of running count, None for a result."""
    return KINDS.get(figure.key.partition(" in ")[0])


def _places(corpus: Corpus, figure: _Figure) -> frozenset[str]:
    """Places smaller than a country that the sentence names, those that no gazetteer has among them."""
    sentence, article = figure.sentence, corpus.articles[figure.article]
    places = article.expressions.places
    first = bisect_left(places, sentence.start, key=lambda place: place.start)
    last = bisect_left(places, sentence.end, key=lambda place: place.start)
    countries = {place.text for place in places[first:last] if place.kind in ("country", "continent")}
    named = {match[1] for match in _IN_PLACE.finditer(article.document.prose, sentence.start, sentence.end)}
    return frozenset(place.text for place in places[first:last] if not place.gentilic) - countries | frozenset(
        name for name in named if not any(name in country for country in countries)
    )


def _told_apart(corpus: Corpus, a: _Figure, b: _Figure) -> bool:
    """Whether the two sentences name places, countries among them, and none in common."""
    one, two = (
        {
            place.country or place.name
            for place in corpus.articles[figure.article].expressions.places
            if figure.sentence.start <= place.start < figure.sentence.end
        }
        for figure in (a, b)
    )
    return bool(one and two and not one & two)


def _same_day(corpus: Corpus, a: _Figure, b: _Figure) -> bool:
    """Whether two articles appeared on one day without telling at what hours: then neither is later."""
    first, second = (corpus.articles[figure.article].document.published for figure in (a, b))
    return first.day == second.day and (first.stamp is None or second.stamp is None)


def _one_event(corpus: Corpus, a: _Figure, b: _Figure) -> bool:
    """Whether nothing tells the events of the two sentences apart."""
    for one in _members(corpus, a):
        for two in _members(corpus, b):
            first, second = corpus.records[one], corpus.records[two]
            if first.event.name == second.event.name and compare(first, second, corpus.rarity).vetoed:
                return False
    return True


def _members(corpus: Corpus, figure: _Figure) -> Iterator[Member]:
    for index, assertion in enumerate(corpus.articles[figure.article].assertions):
        member = Member(figure.article, index)
        if assertion.sentence.start == figure.sentence.start and member in corpus.records:
            yield member


def _evidence(
    corpus: Corpus,
    pairs: Sequence[tuple[_Figure, _Figure]],
    kin: Stories,
    given: set[tuple[str, float]],
    events: Mapping[Member, str],
) -> list[tuple[str, float]]:
    """Why the figures of two articles are of one event, each reason with its weight in bits."""
    earlier, later = pairs[0]
    shared = kin.shared(earlier.article, later.article)
    found = [
        (
            f"the articles share {len(shared)} name{'s' if len(shared) != 1 else ''}",
            min(2.0, 0.5 * kin.kinship(earlier.article, later.article)),
        )
    ]
    if len(pairs) > 1:
        found.append((f"{len(pairs)} such figures differ", 1.0))
    repeated = [one for one, _ in pairs if (one.key, one.low) in given]
    if repeated:
        found.append((f'the later article repeats the earlier "{repeated[0].text}"', 2.0))
    if any(one.key in _RESTATED and not one.forecast for one, _ in pairs):
        found.append(("the later article names both values", 2.0))
    if any(one.forecast for one, _ in pairs):
        found.append(("a forecast and the result for one period", 1.5))
    if any(one.key == "magnitude" for one, _ in pairs):
        found.append(("a story has one main shock", 1.5))
    if any(one.key.startswith("damage") for one, _ in pairs):
        found.append(("a story has one sum of damage", 1.0))
    if any(_TOLL.search(corpus.articles[two.article].document.prose, *_span(two)) for _, two in pairs):
        found.append(("the later sentence speaks of the toll", 1.0))
    if any(_events(corpus, events, one) & _events(corpus, events, two) for one, two in pairs):
        found.append(("both sentences tell of one event", 2.0))
    else:
        terms = frozenset.intersection(*(frozenset(content_words(figure.sentence.tokens)[1]) for figure in pairs[0]))
        if terms:
            found.append((f"both sentences name {', '.join(sorted(terms)[:3])}", min(2.0, 1.0 * len(terms))))
        elif together := _together(events, earlier.article, later.article):
            found.append(
                (
                    f"the articles tell of {together} event{'s' if together != 1 else ''} in common",
                    min(2.0, 1.0 * together),
                )
            )
    words = frozenset.intersection(*(frozenset(content_words(figure.sentence.tokens)[0]) for figure in pairs[0]))
    if words := words - _EMPTY:
        found.append((f"both sentences speak of {', '.join(sorted(words)[:3])}", min(1.0, 0.5 * len(words))))
    return found


def _together(events: Mapping[Member, str], first: int, second: int) -> int:
    """How many linked events both articles tell of."""
    one, two = ({event for member, event in events.items() if member.article == number} for number in (first, second))
    return len(one & two)


def _span(figure: _Figure) -> tuple[int, int]:
    return figure.sentence.start, figure.sentence.end


def _events(corpus: Corpus, events: Mapping[Member, str], figure: _Figure) -> set[str]:
    """The linked events that the figure's sentence tells of."""
    return {events[member] for member in _members(corpus, figure) if member in events}


def _conflict(
    first: Article,
    second: Article,
    pairs: Sequence[tuple[_Figure, _Figure]],
    reasons: Sequence[tuple[str, float]],
) -> Conflict:
    told = "; ".join(_told(earlier, later) for earlier, later in pairs)
    evidence = [
        Evidence(article.document.name, figure.start, figure.end)
        for pair in pairs
        for article, figure in zip((first, second), pair, strict=True)
    ]
    days = first.document.published.day, second.document.published.day
    return Conflict(
        message=f"{article_name(second)} overtakes figures of {article_name(first)}: {told}.",
        evidence=tuple(evidence),
        key=("overtaken", *(f"{earlier.key}:{earlier.text}:{later.text}" for earlier, later in pairs)),
        explanation=(
            f"{article_name(first)} appeared on {days[0] or 'a day not known'}, "
            f"{article_name(second)} on {days[1] or 'a day not known'}.",
            "Both speak of one event: " + "; ".join(reason for reason, _ in reasons) + ".",
        ),
        suggestion=f"Nothing to correct; whoever quotes {article_name(first)} should take the later figures.",
        confidence=0.8,
    )


def _told(earlier: _Figure, later: _Figure) -> str:
    if earlier.key == "visitors":
        return f"{earlier.text} were expected, {_digits(later)} came"
    if vote := _VOTE.fullmatch(earlier.key):
        return f"{earlier.text} of the vote by {vote['source']}, later {later.text} ({vote['whose']})"
    if earlier.key in _RESTATED:
        return f"{earlier.text} {_RESTATED[earlier.key]} {later.text}"
    if earlier.forecast:
        return f"{earlier.text} was forecast, {later.text} came out ({earlier.key.partition(' in ')[0]})"
    kind = _kind(earlier)
    label = kind.label if kind is not None else earlier.key
    return f"{_digits(earlier)}, later {_digits(later)} {label}"


def _digits(figure: _Figure) -> str:
    """The number without its noun."""
    match = _NUMBER.match(figure.text)
    return match[0] if match else figure.text.split(" ", 1)[0]

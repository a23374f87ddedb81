"""What articles tell of a day, a month or a place by whatever verb, read only where something asks for it.

A point is a day, a month or a place in a sentence, known before anything else is read; its statement has the acts that
are told of it (:mod:`act_words`), parsed as events of the lexicon are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.assertions.clauses import clause_of, split
from factcheck.assertions.finding import claims_of
from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.assertions.triggers import Hit
from factcheck.assertions.verbs import BE, MODALS
from factcheck.checks.in_sentence import places_in
from factcheck.checks.once import once_per_article
from factcheck.checks.retelling.act_words import LISTED, PHASES, acts, alike, base, phrases_with, with_theme
from factcheck.checks.retelling.loose_dates import is_bare_clock, is_loose, names_day
from factcheck.checks.retelling.retold_statements import Statement, day_of, is_day, located
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import contents
from factcheck.expressions.model import Place, Timex, TimexType
from factcheck.identity.model import Corpus, Member
from factcheck.patterns import regex
from factcheck.records import dataclass, replace
from factcheck.temporal.interval import Granularity, moment
from factcheck.text.model import Sentence

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or place in the ``index``-th sentence of an article, with the families of the sentence's words.

    ``value`` is the day since 0001-01-01, or the month since then with a minus before it, or the place's name.
    """

    article: Article
    sentence: Sentence
    index: int
    value: int | str
    words: frozenset[str]
    time: Timex | None = None
    place: Place | None = None

    @property
    def is_month(self) -> bool:
        """Whether it names a month, and no day of it."""
        return isinstance(self.value, int) and self.value < 0


@once_per_article
def dated_points(article: Article) -> tuple[Point, ...]:
    """The days and months that an article names, in text order."""
    return tuple(_dated_points(article))


def _dated_points(article: Article) -> Iterator[Point]:
    told = contents(article)
    for index, sentence in enumerate(article.text.sentences):
        times = times_in(article, sentence)
        if not times or article.document.blocks[sentence.block].repeats is not None:
            continue
        words = None
        for timex in times:
            value = _value(timex)
            if value is not None:
                if words is None:
                    words = frozenset(word for word, _, _ in told[index])
                yield Point(article, sentence, index, value, words, time=timex)


@once_per_article
def placed_points(article: Article) -> tuple[Point, ...]:
    """The towns and sites where an article puts something, in text order."""
    told = contents(article)
    return tuple(
        Point(article, sentence, index, place.name, frozenset(word for word, _, _ in told[index]), place=place)
        for index, sentence in enumerate(article.text.sentences)
        if article.document.blocks[sentence.block].repeats is None
        for place in (*located(article, sentence), *_destinations(article, sentence))
    )


def _destinations(article: Article, sentence: Sentence) -> Iterator[Place]:
    """Towns to which something is brought; whether it is a journey's end is for its verb to tell."""
    prose = article.document.prose
    for place in places_in(article, sentence):
        if place.kind in _TOWNS and not place.actor and not place.gentilic and prose.endswith(" to ", 0, place.start):
            yield place


_TOWNS = frozenset({"city", "town", "village", "capital"})


def _value(timex: Timex) -> int | None:
    if is_loose(timex) or not names_day(timex):
        return None
    if is_day(timex):
        return None if is_bare_clock(timex) else day_of(timex)
    interval = timex.interval
    if timex.type is not TimexType.DATE or timex.mod is not None or interval is None or interval.start is None:
        return None
    if interval.granularity is not Granularity.MONTH or interval.end is None or timex.parts:
        return None
    start = moment(interval.start)
    return -(start.year * _MONTHS + start.month - 1)


class Statements:
    """The statements of points, each read once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._numbers = {id(article): number for number, article in enumerate(corpus.articles)}
        self._claims: dict[tuple[int, int], list[Assertion]] = {}
        self._made: dict[int, Statement] = {}
        self._bare: dict[int, Statement] = {}
        self._hits: dict[tuple[int, int], list[Hit]] = {}
        self._names: dict[tuple[int, int], frozenset[str]] = {}

    def number(self, point: Point) -> int:
        """The number of the point's article in the corpus."""
        return self._numbers[id(point.article)]

    def bare(self, point: Point) -> Statement:
        """The statement without what it tells: its sentence and its time or place."""
        found = self._bare.get(id(point))
        if found is None:
            times = times_in(point.article, point.sentence)
            days = frozenset(day_of(timex) for timex in times if is_day(timex))
            found = self._bare[id(point)] = Statement(
                self.number(point), point.article, point.sentence, (), (), days, time=point.time, place=point.place
            )
        return found

    def of(self, point: Point) -> Statement:
        """The statement of a point, with the acts that are told to have been done then or there."""
        found = self._made.get(id(point))
        if found is None:
            bare = self.bare(point)
            told = tuple(self._told(point, bare))
            found = self._made[id(point)] = replace(bare, told=told, members=self._members(bare, told))
        return found

    def _told(self, point: Point, bare: Statement) -> Iterator[Assertion]:
        """The acts of a point; those that stand beside its one day in the main clause are loosely dated by it."""
        alone = len(bare.days) + point.is_month == 1
        governing = self._governing(point)
        only = point.place is not None and self._is_free(point)
        for one in self._acts(point):
            if not _is_done(one):
                continue
            if _is_of(one, point):
                yield one
            elif one.trigger_start in governing:
                yield replace(one, time=point.time, place=point.place or one.place, time_secure=point.time is not None)
            elif point.place is not None:
                if only and one.place is None and one.destination is None:
                    yield one
            elif point.time is not None and one.time is None:
                if is_noun(one) and _DATED.fullmatch(point.article.document.prose, one.trigger_end, point.time.start):
                    yield replace(one, time=point.time, time_secure=True)
                elif alone and (_leads_to(one, point.time) if is_noun(one) else _goes_on(one, point.time)):
                    yield replace(one, time=point.time, time_secure=False)
        for one in point.article.assertions:
            if _is_listed(one, point) and _is_of(one, point) and _is_done(one):
                yield replace(one, event=f"{LISTED}{one.event}")

    def _governing(self, point: Point) -> frozenset[int]:
        """Where the verbs begin that stand before a noun of the point: "revoked the licence on Monday"."""
        tokens = point.sentence.tokens
        cut = split(tokens)
        found: set[int] = set()
        for one in self._acts(point):
            if is_noun(one) and _is_of(one, point):
                at = token_of(one)
                first = cut[clause_of(cut, at)].first
                verbs = [hit.index for hit in self._hits_of(point) if not hit.is_noun and first <= hit.index < at]
                found.update(tokens[index].start for index in verbs[-1:])
        return frozenset(found)

    def _is_free(self, point: Point) -> bool:
        """Whether a place is the only one of its sentence, and no act has it for its own."""
        return len(located(point.article, point.sentence)) == 1 and not any(
            _is_of(one, point) for one in self._acts(point)
        )

    def may_tell_one(self, a: Point, b: Point) -> bool:
        """Whether the words of two sentences have any two acts that may be one, whatever these are told of."""
        first, second = self._names_of(a), self._names_of(b)
        return any(alike(one, other) for one in first for other in second)

    def _names_of(self, point: Point) -> frozenset[str]:
        """The names that the acts of a point may have, those with a theme among them."""
        key = (self.number(point), point.index)
        found = self._names.get(key)
        if found is None:
            names = {hit.trigger.event for hit in self._hits_of(point)}
            names |= {f"{LISTED}{one.event}" for one in point.article.assertions if _is_listed(one, point)}
            found = self._names[key] = frozenset(names).union(*map(phrases_with, names))
        return found

    def _hits_of(self, point: Point) -> list[Hit]:
        key = (self.number(point), point.index)
        found = self._hits.get(key)
        if found is None:
            found = self._hits[key] = acts(point.sentence.tokens)
        return found

    def _acts(self, point: Point) -> list[Assertion]:
        key = (self.number(point), point.index)
        found = self._claims.get(key)
        if found is None:
            hits = self._hits_of(point)
            made = claims_of(point.article.document, point.sentence, hits, point.article.expressions) if hits else []
            found = self._claims[key] = [replace(one, event=with_theme(one.event, one.theme)) for one in made]
        return found

    def _members(self, bare: Statement, told: Sequence[Assertion]) -> tuple[Member, ...]:
        """The events of the lexicon that the same words tell."""
        spans = [(one.trigger_start, one.trigger_end) for one in told]
        found = []
        for index, assertion in enumerate(bare.article.assertions):
            if assertion.sentence.start == bare.sentence.start and Member(bare.number, index) in self._corpus.records:
                start, end = assertion.trigger_start, assertion.trigger_end
                if any(first < end and start < last for first, last in spans):
                    found.append(Member(bare.number, index))
        return tuple(found)


def _is_listed(one: Assertion, point: Point) -> bool:
    """Whether the sentence of a point tells an event of the lexicon by a verb in the past."""
    if one.sentence.start != point.sentence.start:
        return False
    word, _, rest = one.trigger.lower().partition(" ")
    return base(word) is not None or (bool(rest) and word.endswith("ed"))


def _is_of(one: Assertion, point: Point) -> bool:
    if point.time is not None:
        return one.time is not None and (one.time == point.time or point.time in one.other_times)
    return point.place is not None and any(
        place is not None and place.start < point.place.end and point.place.start < place.end
        for place in (one.place, one.destination)
    )


def _is_done(one: Assertion) -> bool:
    if one.polarity is not Polarity.POSITIVE or one.repeats:
        return False
    return one.modality is Modality.HAPPENED or (one.modality is Modality.PLANNED and _is_last_years(one))


def _is_last_years(one: Assertion) -> bool:
    """Whether a day without a year was read as one to come, though a verb of the past tells of it."""
    time, first = one.time, token_of(one)
    if time is None or time.year_stated or time.weekday is not None or is_noun(one) or one.attribution is not None:
        return False
    tokens = one.sentence.tokens
    before = {token.text.lower() for token in tokens[max(0, first - 3) : first]}
    return base(tokens[first].text.lower()) is not None and before.isdisjoint(BE | MODALS | {"to", "due"})


_DATED = regex(r"[^.;:]{0,40}?,? dated (?:the )?")


def _goes_on(one: Assertion, time: Timex) -> bool:
    """Whether an act is told in a clause that only goes on: "threw down his baton on Monday and walked out"."""
    cut = split(one.sentence.tokens)
    return one.trigger_start > time.start and cut[clause_of(cut, token_of(one))].opener in _GOING_ON


def _leads_to(one: Assertion, time: Timex) -> bool:
    """Whether nothing but a light verb stands between a noun and a time: "the inspection was carried out in June"."""
    tokens = one.sentence.tokens
    cut = split(tokens)
    first, last = token_of(one), bisect_left(tokens, (time.start,))
    if first >= last or clause_of(cut, first) != clause_of(cut, last):
        return False
    return all(not first < hit.index < last for hit in acts(tokens)) and any(
        token.text.lower() in _CARRYING for token in tokens[first:last]
    )


_CARRYING = frozenset("was were had took happened came began started ended carried held made".split())
_GOING_ON = frozenset({"", "and", "but"})


def token_of(one: Assertion) -> int:
    """The index of the token at which an act's word begins."""
    return bisect_left(one.sentence.tokens, (one.trigger_start,))


def is_noun(one: Assertion) -> bool:
    """Whether an act is told by a noun ("the refusal of 4 April")."""
    return one.event.endswith("/")


def stands_alone(one: Assertion) -> bool:
    """Whether no verb of its clause tells of something else that was done then: "left for its tour on Monday" does."""
    tokens = one.sentence.tokens
    cut = split(tokens)
    at = token_of(one)
    first = cut[clause_of(cut, at)].first
    return all(hit.is_noun or hit.trigger.event in PHASES or not first <= hit.index < at for hit in acts(tokens))


_SUPPORTS = frozenset(
    """pass undergo receive attend hold see face await win begin start open launch end close finish complete conclude
    have conduct carry_out perform stage resume restart sign reach order make give get follow survive send""".split()
)


def is_carried(one: Assertion) -> bool:
    """Whether the verb before a noun only says that it was done: "passed an inspection", not "cancelled an order"."""
    tokens = one.sentence.tokens
    at = token_of(one)
    before = [hit for hit in acts(tokens) if not hit.is_noun and hit.index < at]
    return not before or before[-1].trigger.event in _SUPPORTS

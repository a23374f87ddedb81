"""What an article tells of a day or a place: the statements that :mod:`retold` weighs against those of others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.checks.once import once_per_sentence
from factcheck.checks.sentence_words import words_in
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Place, Timex, TimexType
from factcheck.identity.model import Corpus, Member
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity
from factcheck.text.model import Sentence

_MOST_ALIKE = 8  # statements of one value and kind that are compared: what a hundred outlets repeat is judged once
# What says that there are more than one.
_ANOTHER = regex(r"\b(?:another|separate|second|third|fourth|again|previous|resum\w+|repeat\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the ``number``-th article with a ``day`` (since 0001-01-01) or a ``place``, and what it tells then.

    ``told`` are the assertions that have the day or the place. ``beside`` are those of the sentence that have no
    place of their own beside the only one there. ``members`` are those of both in the corpus's records.
    """

    number: int
    article: Article
    sentence: Sentence
    told: tuple[Assertion, ...]
    members: tuple[Member, ...]
    days: frozenset[int]
    time: Timex | None = None
    place: Place | None = None
    beside: tuple[Assertion, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The types of what is told."""
        return frozenset(one.event for one in self.told)

    @property
    def all_told(self) -> tuple[Assertion, ...]:
        """What is told of the day or the place, and what may be."""
        return (*self.told, *self.beside)

    @property
    def wider_kinds(self) -> frozenset[str]:
        """The types of :attr:`all_told`."""
        return frozenset(one.event for one in self.all_told)

    @property
    def is_done(self) -> bool:
        """Whether anything of it is told as done."""
        return any(
            one.modality is Modality.HAPPENED and one.polarity is Polarity.POSITIVE and not one.repeats
            for one in self.all_told
        )

    @property
    def day(self) -> int:
        """The day of ``time``."""
        assert self.time is not None
        return day_of(self.time)

    @property
    def value(self) -> object:
        """What is compared: the place's name, else the day."""
        return self.place.name if self.place is not None else self.day

    @property
    def is_of_several(self) -> bool:
        """Whether the sentence speaks of another such thing, or of a second or repeated one."""
        return _ANOTHER.search(self.article.document.prose, self.sentence.start, self.sentence.end) is not None


def is_day(timex: Timex) -> bool:
    """Whether a time names a day or a part of one."""
    interval = timex.interval
    return (
        timex.type in (TimexType.DATE, TimexType.TIME)
        and interval is not None
        and interval.start is not None
        and interval.end is not None
        and interval.granularity <= Granularity.DAY
        and interval.end - interval.start <= 3 * DAY // 2
    )


def day_of(timex: Timex) -> int:
    """The day on which a time begins, for one that :func:`is_day`."""
    assert timex.interval is not None and timex.interval.start is not None
    return timex.interval.start // DAY


def dated(corpus: Corpus) -> Iterator[Statement]:
    """Statements of a day, of something that is told to have been done then, in text order."""
    for number, article, sentence, told in _sentences(corpus):
        times = [timex for timex in times_in(article, sentence) if is_day(timex)]
        days = frozenset(map(day_of, times))
        for timex in times:
            then = [pair for pair in told if (when := pair[0].time) and is_day(when) and day_of(when) == day_of(timex)]
            statement = _statement(number, article, sentence, then, days, time=timex)
            if statement.is_done:
                yield statement


def placed(corpus: Corpus) -> Iterator[Statement]:
    """Statements of a place, of something that is told to have been done there, in text order."""
    for number, article, sentence, told in _sentences(corpus):
        days = frozenset(day_of(timex) for timex in times_in(article, sentence) if is_day(timex))
        places = [place for place in dict.fromkeys(pair[0].place for pair in told) if place is not None]
        here = located(article, sentence)
        for place in dict.fromkeys([*places, *here]):
            there = [pair for pair in told if pair[0].place == place]
            only = {place.name} == {one.name for one in (*here, *places)}
            beside = [pair for pair in told if pair[0].place is None] if only else []
            statement = _statement(number, article, sentence, there, days, beside, place=place)
            if statement.is_done:
                yield statement


_AT = regex(
    r"\b(?:in|at|near|outside|inside|around|off"
    r"|(?:(?:north|south)(?:-?(?:east|west))?|east|west|edge|outskirts|gates) of)"
    r"(?: the)?(?: [a-z-]+){0,2}(?: of)? $",
    re.IGNORECASE,
)


# A house, a hall or a lake with a name, which the gazetteer need not have.
_SITE_KIND = (
    r"House|Hall|Palace|Castle|Hotel|Theatre|Theater|Stadium|Arena|Church|Cathedral|Mosque|Chapel|Square|Park|Museum"
    r"|Gallery|Hospital|Clinic|College|School|University|Barracks|Prison|Court|Bridge|Street|Avenue|Lane|Quay|Pier"
    r"|Market|Farm|Mill|Tower|Club|Library|Station|Terminal|Beach|Lake|Mountain|Valley|Reservoir|Dam"
)
_SITE_HEAD = (
    r"Lago|Lac|Lake|Mount|Monte|Cerro|Hotel|H\u00f4tel|Teatro|Palazzo|Palacio|Villa|Plaza|Piazza|Schloss|Camp|Cape|Fort"
)
_SITE_WORDS = frozenset(f"{_SITE_KIND}|{_SITE_HEAD}|Hôtel".lower().split("|"))
_CAPITAL = r"[A-Z][\w'\u2019-]+"
_SITE = regex(
    r"\b(?:[Ii]n|[Aa]t|[Ii]nside|[Oo]utside|[Aa]bove|[Nn]ear)(?: the| a| an)?(?: (?:[a-z-]+ ){1,2}of)?(?: the)? "
    rf"(?P<name>(?:(?:St\.?|{_CAPITAL}) ){{1,3}}(?P<kind>{_SITE_KIND})|(?P<head>{_SITE_HEAD}) {_CAPITAL})\b"
)


def _sites(article: Article, sentence: Sentence) -> Iterator[Place]:
    for match in _SITE.finditer(article.document.prose, sentence.start, sentence.end):
        name, kind = match["name"], (match["kind"] or match["head"]).lower()
        yield Place(match.start("name"), match.end("name"), name, name, kind)


@once_per_sentence
def located(article: Article, sentence: Sentence) -> list[Place]:
    """The places smaller than a country at which a sentence says that something is, sites without a position too."""
    sites = [] if _SITE_WORDS.isdisjoint(words_in(article)[sentence.start]) else list(_sites(article, sentence))
    return sites or _towns(article, sentence)


def _towns(article: Article, sentence: Sentence) -> list[Place]:
    places = article.expressions.places
    first = bisect_left(places, sentence.start, key=lambda place: place.start)
    last = bisect_left(places, sentence.end, key=lambda place: place.start)
    return [
        place
        for place in places[first:last]
        if not place.gentilic
        and not place.actor
        and place.kind not in ("country", "continent", "region", "state")
        and _AT.search(article.document.prose, max(sentence.start, place.start - 40), place.start)
    ]


_Told = tuple[Assertion, Member | None]


def _sentences(corpus: Corpus) -> Iterator[tuple[int, Article, Sentence, list[_Told]]]:
    copies: set[str] = set()
    for number, article in enumerate(corpus.articles):
        if article.document.digest in copies:
            continue
        if article.document.digest:
            copies.add(article.document.digest)
        by_sentence: dict[int, list[_Told]] = defaultdict(list)
        for index, assertion in enumerate(article.assertions):
            member = Member(number, index)
            # What the linking leaves out is said, not done.
            if member in corpus.records:
                by_sentence[assertion.sentence.start].append((assertion, member))
        for assertion in article.unlisted:
            by_sentence[assertion.sentence.start].append((assertion, None))
        for sentence in article.text.sentences:
            if (told := by_sentence.get(sentence.start)) and article.document.blocks[sentence.block].repeats is None:
                yield number, article, sentence, told


def _statement(
    number: int,
    article: Article,
    sentence: Sentence,
    told: Sequence[_Told],
    days: frozenset[int],
    beside: Sequence[_Told] = (),
    *,
    time: Timex | None = None,
    place: Place | None = None,
) -> Statement:
    members = tuple(member for _, member in (*told, *beside) if member is not None)
    own, others = tuple(one for one, _ in told), tuple(one for one, _ in beside)
    return Statement(number, article, sentence, own, members, days, time, place, others)


def nearest(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of statements of two articles that tell of a kind of event with two values, in a fixed order."""
    by_kind: dict[str, dict[object, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for one in statements:
        for kind in one.wider_kinds:
            alike = by_kind[kind][one.value]
            if len(alike) < _MOST_ALIKE:
                alike.append(one)
    seen: set[tuple[int, int]] = set()
    for _, by_value in sorted(by_kind.items()):
        values = list(by_value.values())
        for index, these in enumerate(values):
            for those in values[index + 1 :]:
                for one in these:
                    for other in those:
                        a, b = (one, other) if one.number < other.number else (other, one)
                        if a.number != b.number and (id(a), id(b)) not in seen:
                            seen.add((id(a), id(b)))
                            yield a, b

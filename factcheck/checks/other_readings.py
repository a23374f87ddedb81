"""What other articles give for a value of one: the figure, the age, the date or the place of the same thing.

One question for every kind of finding: who else tells this, and does it agree? Figures and lengths of time are
matched by the evidence of :mod:`factcheck.checks.figures.evidence`, ages by the person, dates and places by the linked
event. What may as well be of something else is left out: a reading is shown to an editor as a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.checks.ages.people import Aged, Persons
from factcheck.checks.ages.told import ages_told, tell_ages
from factcheck.checks.figures.evidence import Index, index_of, is_named, levels_of, linked_events, one_kind, same
from factcheck.checks.figures.reading import told, told_more
from factcheck.checks.figures.told_figures import Told
from factcheck.checks.once import worked_out
from factcheck.checks.retelling.loose_dates import is_loose
from factcheck.checks.stories import Stories, stories
from factcheck.checks.telling import time_words
from factcheck.expressions.model import Place, Timex
from factcheck.identity.model import Corpus, Member
from factcheck.identity.places import Relation, relate
from factcheck.records import dataclass, field
from factcheck.temporal.compare import can_be_equal

_LEAST_BITS = 6.0  # that two figures are of one thing; as the rule for quantities has it
_ONE_STORY = 1.0
# What counts against two figures as rivals but not against the second as a witness.
_DOUBTS = frozenset({"change", "modality"})
_TIME_UNITS = frozenset("second minute hour day week month year".split())
_SHARED_TERMS = 2
_MOST_ARTICLES = 40  # of one story that are asked


@dataclass(frozen=True, slots=True)
class Reading:
    """What another article gives, in its ``words`` ("late on Friday" with the date), and whether it is the same.

    Where ``sure`` is False it may be a later count or another part of the same: good for a value that something else
    speaks for, not against one.
    """

    article: Article
    start: int
    words: str
    agrees: bool
    sure: bool = True


def _reading(article: Article, start: int, end: int, agrees: bool, sure: bool = True) -> Reading:
    return Reading(article, start, f'"{" ".join(article.document.text[start:end].split())}"', agrees, sure)


@dataclass
class Library:
    """The readings of a corpus; what costs a pass over an article is done once, and only for those asked for."""

    corpus: Corpus
    _figures: dict[int, list[Told]] = field(default_factory=dict)
    _ages: dict[int, list[Aged]] = field(default_factory=dict)
    _indexes: dict[tuple[int, int], Index] = field(default_factory=dict)

    def readings(self, document: str, start: int, end: int) -> list[Reading]:
        """What the other articles give for the values that stand in ``start:end``, one reading an article and value."""
        number = self._numbers[document]
        found = [*self._of_figures(number, start, end), *self._of_ages(number, start, end)]
        found += [*_of_events(self._by_member, self.corpus, number, start, end)]
        by_article: dict[tuple[str, bool], Reading] = {}
        for one in found:
            by_article.setdefault((one.article.document.name, one.agrees), one)
        return list(by_article.values())

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {article.document.name: number for number, article in enumerate(self.corpus.articles)}

    @cached_property
    def _kin(self) -> Stories:
        return stories(self.corpus)

    @cached_property
    def _persons(self) -> Persons:
        return Persons(self.corpus)

    @cached_property
    def _linked(self) -> Mapping[tuple[int, int], frozenset[str]]:
        return linked_events(self.corpus)

    @cached_property
    def _by_member(self) -> dict[Member, Sequence[Member]]:
        return {member: event.members for event in self.corpus.events for member in event.members}

    def _others(self, number: int) -> list[int]:
        """The articles of the same story that are no copies of it."""
        articles, kin = self.corpus.articles, self._kin
        digest = articles[number].document.digest
        akin = [
            (-kin.kinship(number, other), other)
            for other in range(len(articles))
            if other != number and not (digest and articles[other].document.digest == digest)
        ]
        linked = self._sharing_events(number)
        return [other for weight, other in sorted(akin) if -weight >= _ONE_STORY or other in linked][:_MOST_ARTICLES]

    def _sharing_events(self, number: int) -> frozenset[int]:
        return frozenset(
            member.article
            for event in self.corpus.events
            if any(member.article == number for member in event.members)
            for member in event.members
        )

    def _told(self, number: int) -> list[Told]:
        if number not in self._figures:
            article = self.corpus.articles[number]
            first = list(told(number, article))
            taken = {one.quantity.start for one in first}
            more = [one for one in told_more(number, article) if one.quantity.start not in taken]
            self._figures[number] = first + more
        return self._figures[number]

    def _of_figures(self, number: int, start: int, end: int) -> Iterator[Reading]:
        asked = [one for one in self._told(number) if one.quantity.start < end and start < one.quantity.end]
        for other in self._others(number) if asked else ():
            index = self._index(number, other)
            for one in asked:
                reading = self._figure_of(one, other, index)
                if reading is not None:
                    yield reading

    def _index(self, number: int, other: int) -> Index:
        if (number, other) not in self._indexes:
            self._indexes[number, other] = index_of(self._linked, (self._told(number), self._told(other)))
        return self._indexes[number, other]

    def _figure_of(self, one: Told, other: int, index: Index) -> Reading | None:
        """The one value that the article gives for the same thing; None where it gives none or two."""
        unit = one.unit
        if not unit:
            return None
        rivals = []
        if unit not in _TIME_UNITS:
            rivals = [each for each in self._told(other) if each.unit == unit and one_kind(one, each)]
        block = [each for each in self._told(one.number) if each.unit == unit and one_kind(one, each)] + rivals
        matching: list[tuple[float, bool, Told]] = []
        for each in rivals:
            if not each.is_nearly_plain or not (each.terms & one.terms or index.events_of(each) & index.events_of(one)):
                continue
            levels = levels_of(self.corpus, one, each, self._kin, index, block)
            doubts = [level for level in levels if level.field in _DOUBTS and level.weight < 0]
            against = [level for level in levels if level not in doubts and not (same(one, each) and level.veto)]
            if is_named(against) and sum(level.weight for level in against) >= _LEAST_BITS:
                matching.append((sum(level.weight for level in levels), not doubts, each))
        matching += [(0.0, linked, each) for each, linked in self._lengths(one, other, index)]
        if not matching or any(not same(matching[0][2], each) for _, _, each in matching):
            return None
        _, sure, best = max(matching, key=lambda found: (found[0], -found[2].quantity.start))
        # "1,150" is no second witness of "1,200", though that may be rounded, and speaks not against it either.
        apart = one.low > best.high or best.low > one.high
        return _reading(best.article, best.quantity.start, best.span[1], same(one, best), sure and apart)

    def _lengths(self, one: Told, other: int, index: Index) -> Iterator[tuple[Told, bool]]:
        """Lengths of time in the same unit, told of the same names; one of a linked event is sure to be meant."""
        if one.unit not in _TIME_UNITS:
            return
        for each in self._told(other):
            if each.unit == one.unit and len(each.terms & one.terms) >= _SHARED_TERMS and each.words & one.words:
                yield each, bool(index.events_of(each) & index.events_of(one))

    def _aged(self, number: int) -> list[Aged]:
        if number not in self._ages:
            known = worked_out(ages_told, self.corpus)  # by the rules, which have judged by now
            self._ages[number] = (
                known[number][0] if known else tell_ages(self.corpus.articles[number], self._persons)[0]
            )
        return self._ages[number]

    def _of_ages(self, number: int, start: int, end: int) -> Iterator[Reading]:
        asked = [one for one in self._aged(number) if one.start < end and start < one.end and one.now]
        for other in self._others(number) if asked else ():
            for one in asked:
                ages = [each for each in self._aged(other) if each.now and self._is_one_person(one, each)]
                if ages and len({each.age for each in ages}) == 1:
                    days = abs((ages[0].first - one.first).days)
                    apart = abs(ages[0].age - one.age)
                    # Of two ages a birthday apart neither speaks for or against the other.
                    sure = apart > days // 365 + (days > 0)
                    yield _reading(ages[0].article, ages[0].start, ages[0].end, apart == 0, sure)

    def _is_one_person(self, one: Aged, other: Aged) -> bool:
        entities = self.corpus.entities
        first = entities.identify(one.article.document.name, one.person)
        return " " in one.person and first == entities.identify(other.article.document.name, other.person)


def _of_events(
    by_member: Mapping[Member, Sequence[Member]], corpus: Corpus, number: int, start: int, end: int
) -> Iterator[Reading]:
    """The dates and places that other articles give the events whose date or place stands in ``start:end``."""
    for index, assertion in enumerate(corpus.articles[number].assertions):
        timed = assertion.time is not None and assertion.time_secure and _meets(assertion.time, start, end)
        place = assertion.place if assertion.place is not None and _meets(assertion.place, start, end) else None
        if not timed and place is None:
            continue
        for member in by_member.get(Member(number, index), ()):
            if member.article == number:
                continue
            article, other = corpus.resolve(member)
            if not _is_told(other):
                continue
            if timed and other.time is not None and other.time_secure and not is_loose(other.time):
                mine, theirs = assertion.time.interval if assertion.time else None, other.time.interval
                # "March" is no witness of the second of March, nor against it.
                if theirs is not None and theirs.granularity <= (mine or theirs).granularity:
                    words = time_words(other.time)
                    quoted = words if words.startswith('"') else f'"{words}"'
                    agrees = mine is not None and can_be_equal(mine, theirs)
                    yield Reading(article, other.time.start, quoted, agrees)
            if place is not None and other.place is not None:
                agrees = relate(place, other.place) is not Relation.APART
                yield _reading(article, other.place.start, other.place.end, agrees)


def _meets(span: Timex | Place, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def _is_told(one: Assertion) -> bool:
    return one.modality is Modality.HAPPENED and one.polarity is Polarity.POSITIVE and not one.repeats

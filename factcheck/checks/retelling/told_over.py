"""Statements of two articles that tell one act in other words, with another day or place.

:mod:`retold` compares statements that have a kind of event in common. Here the sentences are known to share words of
their story first; then whatever verb each has for its day or place is read, and the two may be one act if
:mod:`act_words` has them for one, what they are done to, by whom and how often does not tell them apart, and
no other statement of the two articles fits nearly as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

from factcheck.assertions.model import Article, Assertion
from factcheck.assertions.words import stem
from factcheck.checks.figures.quantities import quantities_in
from factcheck.checks.figures.scene import Scenes, scenes_of
from factcheck.checks.once import once_per_article
from factcheck.checks.plans.news_concepts import concepts
from factcheck.checks.retelling.act_words import LISTED, PHASES, alike
from factcheck.checks.retelling.retold import Retelling, may_be_one
from factcheck.checks.retelling.retold_statements import Statement, day_of, is_day, located
from factcheck.checks.retelling.told_acts import Point, Statements, is_carried, is_noun, stands_alone
from factcheck.checks.sentence_words import all_words
from factcheck.checks.word_families import family
from factcheck.expressions.model import NameType, QuantityKind
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus
from factcheck.patterns import regex

_LEAST_SHARED = 1.5  # bits of names and words below which two sentences are not looked at
_TELLING = 0.7  # bits of a word without which two sentences are not looked at
_MOST_ALIKE = 12  # points of one value that are compared: what a hundred outlets date is judged once
_SAME_THING, _OTHER_THING = 2.0, -2.0
_SAME_DOER, _OTHER_PEOPLE, _OTHER_NUMBER, _OTHER_AGE = 1.5, -5.0, -3.0, -3.0
_OTHER_NAMES, _STRANGERS = -4.0, 2
_ORDINAL, _LOOSE, _LONE_NOUN = -3.0, -1.0, -1.0
_ONLY = 2.0
_KNOWN = -1.0
_MARGIN = 1.5
_LEAST_SPECIFIC = 2.0  # bits of more than the act itself and places, in which a whole story may be set
_BODIES = frozenset(
    stem(word)
    for word in """council committee parliament senate court government board cabinet ministry assembly commission jury
    tribunal chamber bureau deputies councillors lawmakers lords judges""".split()
)
# What the same people do again and again to others.
_OFTEN = frozenset(
    "beat defeat win lose play score perform meet visit attack shoot bomb strike raid address arrest".split()
)
_SCENE = frozenset({"names", "words"})
_PLACES = 0.4  # what a place tells of that a whole story may be set in
_ANOTHER = regex(
    r"\b(?:another|separate|previous|once more|repeat\w*|(?:one|two|three|four|five|several|\d+) (?:more|further))\b"
)
# "Again" with these is what they say themselves: gas began to flow again.
_AGAIN = regex(r"\bagain\b")
_RESUMED = regex(
    r"\b(?:resum|restart|reopen|re-open|return|restor|back\b|began|begun|flow|running|open)", re.IGNORECASE
)
_NTH = regex(r"\b(?P<nth>first|second|third|fourth|fifth|sixth) (?P<noun>[a-z]{3,})", re.IGNORECASE)
_OF_ITS_KIND = regex(r"\b(?P<which>last|latest|most recent|only|first|final)(?: [a-z'-]+){0,2}? $")
_AGED = frozenset({QuantityKind.AGE})


class Telling:
    """Weighs the statements of points against each other."""

    def __init__(self, corpus: Corpus, points: Sequence[Point], told_apart: Callable[..., bool]) -> None:
        self._corpus = corpus
        self._points = points
        self._told_apart = told_apart
        self.statements = Statements(corpus)
        self._scenes: Scenes = scenes_of(corpus)
        self._by_article: dict[int, list[Point]] = defaultdict(list)
        for point in points:
            self._by_article[self.statements.number(point)].append(point)

    def candidates(self, may_clash: Callable[[Point, Point], bool]) -> Iterator[tuple[Point, Point]]:
        """Pairs of points of two articles that ``may_clash``, of sentences that share telling words, in fixed order."""
        by_value: dict[int | str, list[Point]] = defaultdict(list)
        for point in self._points:
            alike = by_value[point.value]
            if len(alike) < _MOST_ALIKE:
                alike.append(point)
        telling, number = self._scenes.telling, self.statements.number
        for these, those in combinations(by_value.values(), 2):
            if not may_clash(these[0], those[0]):
                continue
            for a, b in product(these, those):
                if a.article is b.article or a.words.isdisjoint(b.words):
                    continue
                if all(telling(word) < _TELLING for word in a.words & b.words):
                    continue
                if (
                    sum(self._scenes.bits((number(a), a.sentence.start), (number(b), b.sentence.start)))
                    >= _LEAST_SHARED
                ):
                    yield a, b

    def weigh(self, a: Point, b: Point) -> Retelling | None:
        """The evidence that two statements tell one act; None where their words tell of different ones."""
        if not self.statements.may_tell_one(a, b):
            return None
        first, second = self.statements.of(a), self.statements.of(b)
        best: tuple[float, Assertion, Assertion, list[Level]] | None = None
        nouns = {one.event for one in first.told if is_noun(one)} & {one.event for one in second.told if is_noun(one)}
        for x, y in product(first.told, second.told):
            levels = self._act(a, x, b, y)
            if levels is None or (x.event in PHASES and not nouns and x.theme != y.theme):
                continue
            if any(level.veto for level in levels):
                return None
            bits = sum(level.weight for level in levels)
            if best is None or bits > best[0]:
                best = bits, x, y, levels
        if best is None or self._are_two(first, second):
            return None
        here_nth, there_nth = _nths(a), _nths(b)
        if any(here_nth[noun] != there_nth[noun] for noun in here_nth.keys() & there_nth.keys()):
            return None
        _, x, y, levels = best
        empty = frozenset(family(word) for one in (x, y) for word in _own_words(one))
        here, there = (first.number, a.sentence.start), (second.number, b.sentence.start)
        levels += self._scenes.shared(here, there, empty | _place_words(a) | _place_words(b))
        places = sum(level.weight for level in self._scenes.shared(here, there, empty)) - sum(
            level.weight for level in levels if level.field in _SCENE
        )
        if places > 0:
            levels.append(Level("places", "shared places", _PLACES * places))
        if _ages(first) and _ages(second) and not _ages(first) & _ages(second):
            levels.append(Level("ages", "of another age", _OTHER_AGE))
        if sum(level.weight for level in levels if level.field not in {"act", "places"}) < _LEAST_SPECIFIC:
            return None
        return Retelling(first, second, frozenset({_kind(x)}), tuple(levels))

    def is_best(self, a: Point, b: Point, found: Retelling, bonus: float = 0.0) -> bool:
        """Whether neither statement fits another of the other article, with another value, nearly as well.

        ``bonus`` is what a statement of the very same value gets: that is rather the one that tells the same.
        """
        for one, other in ((a, b), (b, a)):
            for rival in self._by_article[self.statements.number(other)]:
                if rival.value == other.value or rival is other or rival.is_month != one.is_month:
                    continue
                fit = self.weigh(one, rival)
                if fit is not None and fit.bits + (bonus if rival.value == one.value else 0.0) > found.bits - _MARGIN:
                    return False
        return True

    def known(self, a: Point, b: Point) -> int:
        """In how many of the two articles the other's value stands, too, of whatever it tells."""
        return (a.value in _values(b.article)) + (b.value in _values(a.article))

    def _are_two(self, a: Statement, b: Statement) -> bool:
        """Whether the linking of events tells apart what the same words tell in the lexicon's terms."""
        kinds = {
            self._corpus.records[x].event.name for x in a.members
        } & {self._corpus.records[y].event.name for y in b.members}  # fmt: skip
        return bool(kinds) and all(self._told_apart(a, b, kind) for kind in kinds)

    def _act(self, a: Point, x: Assertion, b: Point, y: Assertion) -> list[Level] | None:
        bits = alike(x.event, y.event)
        if not bits:
            return None
        if is_noun(x) and is_noun(y) and not (stands_alone(x) and stands_alone(y)):
            return None
        found = [Level("act", f'"{x.trigger}" and "{y.trigger}" tell of one act', bits)]
        if is_noun(x) != is_noun(y) and not stands_alone(noun := x if is_noun(x) else y):
            if not is_carried(noun):
                return None
            found.append(Level("act", "told by a noun beside a verb", _LONE_NOUN))
        found += _people(a.article, x, b.article, y)
        if not x.event.startswith(LISTED):  # what a phrase of the lexicon is done to may stand in the phrase
            found += _things(x, y)
        if x.ordinal != y.ordinal and {x.ordinal, y.ordinal} != {None, "first"}:
            found.append(Level("ordinal", f'"{x.ordinal or "none"}" and "{y.ordinal or "none"}"', _ORDINAL))
        if x.count is not None and y.count is not None and x.count != y.count:
            found.append(Level("count", "another number", _OTHER_NUMBER))
        if a.time is not None:
            loose = (not x.time_secure) + (not y.time_secure)
            if loose == 2:
                return None
            if loose:
                found.append(Level("clause", "the date stands in another clause", loose * _LOOSE))
        which = {_of_its_kind(x), _of_its_kind(y)}
        if len(which) == 1 and None not in which:
            found.append(Level("ordinal", f"both tell of the {which.pop()} one", _ONLY))
        return found


def _place_words(point: Point) -> frozenset[str]:
    places = point.article.expressions.places
    first = bisect_left(places, point.sentence.start, key=lambda place: place.start)
    last = bisect_left(places, point.sentence.end, key=lambda place: place.start)
    return frozenset(word for place in places[first:last] for word in place.text.lower().split())


def is_another(one: Statement) -> bool:
    """Whether the sentence speaks of another such thing, or of it as done again."""
    prose, start, end = one.article.document.prose, one.sentence.start, one.sentence.end
    if _ANOTHER.search(prose, start, end):
        return True
    return _AGAIN.search(prose, start, end) is not None and _RESUMED.search(prose, start, end) is None


def _nths(point: Point) -> dict[str, str]:
    """The nouns of a sentence of which it tells of the first, the second ..., each with its ordinal."""
    found = _NTH.finditer(point.article.document.prose, point.sentence.start, point.sentence.end)
    return {match["noun"]: match["nth"].lower() for match in found}


def _kind(one: Assertion) -> str:
    return one.event.removeprefix(LISTED).removesuffix("/").replace("_", "-")


def _own_words(one: Assertion) -> list[str]:
    return [word for word in (*one.trigger.lower().split(), *one.event.removesuffix("/").split("_")) if len(word) > 2]


def _things(x: Assertion, y: Assertion) -> Iterator[Level]:
    """What it is done to, and by whom, where these are common nouns."""
    first, second = _thing(x), _thing(y)
    if first is not None and second is not None:
        if first == second:
            yield Level("theme", f'the same thing, "{first}"', _SAME_THING)
        elif (
            first not in (y.doer, stem(y.event))
            and not concepts(family(first)) & concepts(family(second))
            and second not in (x.doer, stem(x.event))
        ):
            yield Level("theme", f'"{first}" and "{second}"', _OTHER_THING, veto=True)
    if x.doer is not None and x.doer == y.doer:
        yield Level("doer", f'done by "{x.doer}" in both', _SAME_DOER)
    elif x.doer in _BODIES and y.doer in _BODIES:
        yield Level("doer", f'"{x.doer}" and "{y.doer}"', _OTHER_THING, veto=True)


def _thing(one: Assertion) -> str | None:
    """The common noun that something is done to; where the object is a pronoun, the reader of themes gives the doer."""
    return None if one.theme is None or one.theme == one.doer or one.theme in one.terms else one.theme


def _people(here: Article, x: Assertion, there: Article, y: Assertion) -> Iterator[Level]:
    only_x = {key for key in _people_of(here, x) if _is_unknown(key, there)}
    only_y = {key for key in _people_of(there, y) if _is_unknown(key, here)}
    if only_x and only_y:
        yield Level("participants", "each names somebody else", _OTHER_PEOPLE, veto=True)
    elif (least := min(len(_strange(x, here, there)), len(_strange(y, there, here)))) >= _STRANGERS or (
        least and x.terms.isdisjoint(y.terms)
    ):
        yield Level("participants", "each names something else", _OTHER_NAMES, veto=x.event in _OFTEN)
    for role in ("agent", "patient"):
        first, second = ({one.key for one in told.participants if one.role == role} for told in (x, y))
        if first and second and not any(may_be_one(one, other) for one in first for other in second):
            yield Level("participants", f"another {role}", _OTHER_PEOPLE, veto=True)


def _people_of(article: Article, one: Assertion) -> set[str]:
    """The people whom its sentence names."""
    names = article.expressions.names
    first = bisect_left(names, one.sentence.start, key=lambda name: name.start)
    last = bisect_left(names, one.sentence.end, key=lambda name: name.start)
    return {name.canonical for name in names[first:last] if name.type is NameType.PERSON}


def _is_unknown(name: str, article: Article) -> bool:
    return all_words(article).isdisjoint(name.lower().replace("-", " ").split())


def _strange(one: Assertion, article: Article, other: Article) -> list[str]:
    """The proper words of a sentence, places and sites apart, that the other article does not have."""
    places = {word for site in located(article, one.sentence) for word in site.text.lower().split()}
    known = all_words(other)
    return [term for term in one.terms if term not in places and known.isdisjoint(term.replace("-", " ").split())]


def _of_its_kind(one: Assertion) -> str | None:
    """ "Last", "only": what says that there is one such thing alone, right before its word."""
    words = [token.text.lower() for token in one.sentence.tokens if token.start < one.trigger_start][-4:]
    found = _OF_ITS_KIND.search("".join(f"{word} " for word in words))
    return found["which"] if found is not None else None


def _ages(one: Statement) -> frozenset[float]:
    return frozenset(each.value for each in quantities_in(one.article, one.sentence) if each.kind in _AGED)


@once_per_article
def _values(article: Article) -> frozenset[int | str]:
    return frozenset(day_of(timex) for timex in article.expressions.times if is_day(timex))

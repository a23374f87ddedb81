"""One matter told by two articles: statements with a day or a place, weighed against each other.

The linking of events asks for participants. Two articles that tell one event seldom name the same ones in the same
sentence, yet they share rare words, names and figures. After Fellegi and Sunter (JASA, 1969) each thing in common is
worth bits; what tells two statements apart takes them away, and no other statement of the articles may fit as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from factcheck.assertions.model import Assertion
from factcheck.checks.figures.quantities import quantities_in
from factcheck.checks.figures.scene import Scenes
from factcheck.checks.retelling.retold_statements import Statement
from factcheck.checks.retelling.two_instances import are_two_instances
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import content, family
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.identity.comparison import Level, Record, compare
from factcheck.identity.model import Corpus
from factcheck.records import dataclass

_KIND = 2.5
_MORE_KINDS = 1.5
_ALONE = 1.5
_SCENE = frozenset({"words", "figures"})
_SAME_SCENE = 8.0  # bits of words and figures that say as much as a day
_ONE_DAY = 2.0
_FIGURE, _SMALL_FIGURE, _MOST_FIGURES = 2.0, 0.7, 4.0
_LOOSE = -1.0
_OTHERS_NAMED = -3.0
_OTHER_NUMBER = -3.0
_SCORES = frozenset({QuantityKind.ORDINAL, QuantityKind.AGE})
_MARGIN = 2.0  # bits by which two statements must fit better than either fits another of the two articles
_NAMED = 2.5  # bits of names from which on less is enough


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two statements of two articles with the evidence that they are of one matter."""

    first: Statement
    second: Statement
    kinds: frozenset[str]
    levels: tuple[Level, ...]

    @property
    def bits(self) -> float:
        """The sum of the evidence."""
        return sum(level.weight for level in self.levels)

    @property
    def named(self) -> float:
        """Bits of the names in common."""
        return sum(level.weight for level in self.levels if level.field == "names")

    def is_sure(self, enough: float, with_names: float) -> bool:
        """Whether the evidence is ``enough`` bits, or ``with_names`` where the two share telling names."""
        return self.bits >= (with_names if self.named >= _NAMED else enough)

    @property
    def why(self) -> str:
        """One line of the evidence."""
        return "Both speak of one event: " + "; ".join(level.finding for level in self.levels if level.weight) + "."


def event_told(corpus: Corpus, found: Retelling) -> str:
    """How a message names the event: "the same arrest", or by the words of the first where it has no type."""
    kind = min(found.kinds)
    if kind in corpus.lexicon.types:
        return f"the same {kind.replace('-', ' ')}"
    trigger = next((one.trigger for one in found.first.all_told if one.event == kind), kind)
    return f'one event ("{trigger}")'


class Weighing:
    """Weighs statements of a corpus against each other; the words of all sentences are read at the first question."""

    def __init__(self, corpus: Corpus, statements: Sequence[Statement]) -> None:
        self._corpus = corpus
        self._by_article: dict[int, list[Statement]] = defaultdict(list)
        for one in statements:
            self._by_article[one.number].append(one)
        self._scenes: Scenes | None = None
        self._words: dict[int, frozenset[str]] = {}

    def weigh(self, a: Statement, b: Statement) -> Retelling:
        """All that speaks for and against the two being of one matter, their days or places left out."""
        if self._scenes is None:
            self._scenes = Scenes(self._corpus.articles)
        kinds = frozenset(kind for kind in a.kinds & b.kinds if not self.told_apart(a, b, kind))
        beside = not kinds and a.place is not None
        if beside:
            shared = a.wider_kinds & b.wider_kinds
            kinds = frozenset(kind for kind in shared if not self.told_apart(a, b, kind))
        levels: list[Level | None] = [self._kind(a, b, kinds)]
        empty: set[str] = set()
        for told in (*a.all_told, *b.all_told):
            if told.event in kinds:
                empty |= _families(told.trigger)
        for place in (a.place, b.place):
            empty.update(place.text.lower().split() if place is not None else ())
        here, there = (a.number, a.sentence.start), (b.number, b.sentence.start)
        levels += self._scenes.shared(here, there, frozenset(empty))
        levels.append(_figures(a, b))
        levels += [_numbers(a, b, kinds), self._others(a, b)]
        if a.place is not None:
            levels.append(_same_day(a, b))
            if beside and kinds:
                scene = sum(level.weight for level in levels if level is not None and level.field in _SCENE)
                sure = bool(a.days & b.days) or scene >= _SAME_SCENE
                levels.append(Level("clause", "the place stands beside it", 2 * _LOOSE, veto=not sure))
        else:
            levels.append(_loose(a, b, kinds))
        levels.append(self._alone(a, b, kinds))
        return Retelling(a, b, kinds, tuple(level for level in levels if level is not None))

    def is_best(self, found: Retelling) -> bool:
        """Whether neither statement fits another of the other article, with another value, nearly as well."""
        a, b = found.first, found.second
        alone = sum(level.weight for level in found.levels if level.field == "alone")
        least = found.bits - alone - _MARGIN
        for one, other in ((a, b), (b, a)):
            for rival in self._by_article[other.number]:
                if rival.value == other.value:
                    continue
                fit = self.weigh(one, rival)
                if fit.bits - sum(level.weight for level in fit.levels if level.field == "alone") > least:
                    return False
        return True

    def _kind(self, a: Statement, b: Statement, kinds: frozenset[str]) -> Level | None:
        if kinds:
            several = min(len({told.trigger_start for told in one.all_told if told.event in kinds}) for one in (a, b))
            named = " and ".join(_kind_words(kind) for kind in sorted(kinds)[:2])
            return Level("kind", f"both tell of {named}", _KIND + _MORE_KINDS * min(2, several - 1))
        return Level("kind", "they tell of different things", -_MARGIN) if a.kinds and b.kinds else None

    def told_apart(self, a: Statement, b: Statement, kind: str) -> bool:
        """Whether the linking of events tells every two such assertions apart by more than their dates."""
        records = [
            [self._corpus.records[member] for member in one.members if self._corpus.records[member].event.name == kind]
            for one in (a, b)
        ]
        told = [[one for one in each.all_told if one.event == kind] for each in (a, b)]
        if all(are_two_instances(a.article, x, b.article, y) for x in told[0] for y in told[1]) and all(told):
            return True
        if not (records[0] and records[1]):
            return all(self._differ(x, y) for x in a.all_told for y in b.all_told if x.event == y.event == kind)
        return all(self._vetoed(x, y) for x in records[0] for y in records[1])

    def _differ(self, x: Assertion, y: Assertion) -> bool:
        """Whether two tellings by one verb are of another thing, another number, or done by or to others."""
        if x.ordinal != y.ordinal or (x.theme is not None and y.theme is not None and x.theme != y.theme):
            return True
        for role in ("agent", "patient"):
            first, second = ({one.key for one in told.participants if one.role == role} for told in (x, y))
            if first and second and not any(may_be_one(one, other) for one in first for other in second):
                return True
        return False

    def _vetoed(self, x: Record, y: Record) -> bool:
        levels = compare(x, y, self._corpus.rarity).levels
        return x.assertion.ordinal != y.assertion.ordinal or any(
            level.veto and level.field != "time" for level in levels
        )

    def _others(self, a: Statement, b: Statement) -> Level | None:
        """Whether each sentence names what the other article does not know."""
        if a.place is not None:
            return None
        if self._names(a) - self._known(b.number) and self._names(b) - self._known(a.number):
            return Level("others", "each names something else", _OTHERS_NAMED)
        return None

    def _names(self, one: Statement) -> frozenset[str]:
        times = [(timex.start, timex.end) for timex in times_in(one.article, one.sentence)]
        return frozenset(word for word, proper, _ in content(one.sentence.tokens, times) if proper)

    def _known(self, number: int) -> frozenset[str]:
        if number not in self._words:
            sentences = self._corpus.articles[number].text.sentences
            self._words[number] = frozenset(token.low.removesuffix("'s") for one in sentences for token in one.tokens)
        return self._words[number]

    def _alone(self, a: Statement, b: Statement, kinds: frozenset[str]) -> Level | None:
        for one in (a, b):
            if not kinds or len({x.value for x in self._by_article[one.number] if x.wider_kinds & kinds}) > 1:
                return None
        return Level("alone", "each article has one such statement", _ALONE)


def _kind_words(kind: str) -> str:
    name = kind.replace("-", " ")
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _families(trigger: str) -> set[str]:
    return {family(word) for word in trigger.lower().split() if len(word) > 2}


def may_be_one(name: str, other: str) -> bool:
    """Whether two names have a word in common: "Ilse Maron" and "Maron"."""
    return bool(set(name.lower().split()) & set(other.lower().split()))


def _figures(a: Statement, b: Statement) -> Level | None:
    """Figures that both sentences have."""
    shared = _told_figures(a).keys() & _told_figures(b).keys()
    if not shared:
        return None
    bits = sum(_FIGURE if value >= 10 or value != int(value) else _SMALL_FIGURE for value, _ in shared)
    words = sorted(_told_figures(a)[key] for key in shared)
    return Level("figures", f"both give {', '.join(words[:2])}", min(_MOST_FIGURES, bits))


def _told_figures(one: Statement) -> dict[tuple[float, str], str]:
    found: dict[tuple[float, str], str] = {}
    for figure in quantities_in(one.article, one.sentence):
        if figure.kind not in _SCORES and not _is_in_time(one, figure):
            unit = "" if figure.kind is QuantityKind.COUNT else figure.unit or ""
            found[figure.value, unit] = " ".join(figure.text.split())
    return found


def _is_in_time(one: Statement, figure: Quantity) -> bool:
    times = times_in(one.article, one.sentence)
    index = bisect_left(times, figure.end, key=lambda timex: timex.start) - 1
    return index >= 0 and times[index].end > figure.start


def _numbers(a: Statement, b: Statement, kinds: frozenset[str]) -> Level | None:
    """Whether it was done to another number: five freed and four freed may well be two releases."""
    first, second = (
        {told.count for told in one.all_told if told.event in kinds and told.count is not None} for one in (a, b)
    )
    return Level("count", "another number", _OTHER_NUMBER) if first and second and not first & second else None


def _same_day(a: Statement, b: Statement) -> Level | None:
    if a.days & b.days:
        return Level("time", "on one day", _ONE_DAY)
    return Level("time", "on other days", _OTHERS_NAMED, veto=True) if a.days and b.days else None


def _loose(a: Statement, b: Statement, kinds: frozenset[str]) -> Level | None:
    """Whether a date stands in another clause than what it dates."""
    count = sum(not any(told.time_secure for told in one.told if told.event in kinds) for one in (a, b))
    return Level("clause", "the date stands in another clause", count * _LOOSE) if count and kinds else None


def soon_again(corpus: Corpus, found: Retelling, days: int) -> bool:
    """Whether such an event comes again within ``days``, so that two dates are rather two events."""
    types = [corpus.lexicon.types[kind] for kind in found.kinds if kind in corpus.lexicon.types]
    return bool(types) and len(types) == len(found.kinds) and all(one.recurrence < days for one in types)

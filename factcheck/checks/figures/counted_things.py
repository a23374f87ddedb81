"""One counted thing in two articles of a story, whatever is counted: the later article has another number of it.

A figure is told by what it counts (its noun, by family), by the words around it and by whether it is a forecast. Two
figures are of one thing if they count the same and enough of what stands around them agrees (:mod:`common_ground`);
what the list of running counts knows by name needs none of this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.checks.common_ground import Ground, ground_of
from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.counted_reading import Counted, counted_in
from factcheck.checks.figures.shortfalls import recalls
from factcheck.checks.sentence_words import words_in
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import family
from factcheck.expressions.model import Bound, QuantityKind
from factcheck.identity.model import Corpus
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import Granularity

_STORY = 2.0  # bits that the names of the two articles must give
_RATIO = 12.0
_MOST_DAYS = 1100
_MISSED = 2.0  # bits of a later text that says that another number was hoped for
_MOST = 40  # later figures of one kind that one is compared with
_FATES = frozenset(map(family, "dead injured missing rescued survivor".split()))
# Families of the words that tell a figure for the whole, or nothing of what is counted.
_EMPTY = frozenset(
    map(
        family,
        """total reach bring number count figure rise far gain average say tell report official last rate level share
        price""".split(),
    )
)
_VAGUE = frozenset("person people man woman thing case time point mil million billion".split())
_YEAR = regex(r"(?<!since )\b(?:19|20)\d\d\b")
_REVISED = regex(r"\b(?:first (?:given|put|reported|estimated)|revised|corrected|recount\w*) ")


@dataclass(frozen=True, slots=True)
class Recount:
    """Two figures of one thing, the later one another, with the reasons (and bits) for taking them for one."""

    old: Counted
    new: Counted
    reasons: tuple[tuple[str, float], ...]

    @property
    def weight(self) -> float:
        return sum(bits for _, bits in self.reasons)


def recounts(corpus: Corpus, least: float) -> Iterator[Recount]:
    """Each figure with the later one that overtakes it, with ``least`` bits of evidence at least.

    No figure overtakes two.
    """
    by_unit: dict[tuple[QuantityKind, str], list[Counted]] = defaultdict(list)
    if len({article.document.published.day for article in corpus.articles} - {None}) < 2:
        return  # no figure is later than another
    ground = ground_of(corpus)
    for number, article in enumerate(corpus.articles):
        if article.document.published.day is not None:
            for one in counted_in(number, article, ground):
                unit = one.quantity.unit or "" if one.quantity.kind is not QuantityKind.COUNT else ""
                by_unit[one.quantity.kind, unit].append(one)
    found: list[Recount] = []
    for _, told in sorted(by_unit.items()):
        found += _pairs(corpus, ground, told, least)
    taken: set[tuple[int, int]] = set()
    for pair in sorted(found, key=lambda pair: (-pair.weight, -pair.old.article, pair.old.quantity.start)):
        place = pair.new.article, pair.new.quantity.start
        if place not in taken:
            taken.add(place)
            yield pair


def _pairs(corpus: Corpus, ground: Ground, told: Sequence[Counted], least: float) -> Iterator[Recount]:
    days = [article.document.published.day for article in corpus.articles]
    by_word: dict[str, list[int]] = defaultdict(list)
    revising = [_is_revising(corpus, one) for one in told]
    for index, one in enumerate(told):
        for word in one.near | {one.noun} | one.passage.proper:
            by_word[word].append(index)
        if one.of is not None:
            by_word[f"of {one.of:g}"].append(index)
    for old in told:
        first = days[old.article]
        if old.last_year or first is None:
            continue
        keys = old.near | {old.noun, f"of {old.quantity.value:g}"} | old.passage.proper
        candidates = sorted({index for word in keys for index in by_word[word][: 4 * _MOST]})
        fitting: list[Recount] = []
        agreed: dict[int, float] = {}
        for index in candidates:
            new = told[index]
            second = days[new.article]
            if second is None or not first < second or (second - first).days > _MOST_DAYS:
                continue
            if new.last_year and second.year != first.year + 1:
                continue
            recalled = old.forecast and new.missed and _is_recalled(corpus, old, new)
            revised = recalled or (revising[index] and _is_restated(corpus, old, new))
            reasons = _one_thing(ground, old, new, revised=revised)
            if not reasons or (not recalled and _of_another_period(corpus, old, new, first.year)):
                continue
            weight = sum(bits for _, bits in reasons)
            if figures.overlap((old.low, old.high), (new.low, new.high)):
                # "He had brought a pen for eight" is the plan again, not what came of it.
                if not (old.forecast and new.forecast):
                    agreed[new.article] = max(weight, agreed.get(new.article, 0.0))
            elif weight >= least and _comparable(old, new):
                fitting.append(Recount(old, new, tuple(reasons)))
        # An article that also has the old number repeats it, unless it tells the new one with more that agrees.
        fitting = [one for one in fitting if one.weight > agreed.get(one.new.article, 0.0)]
        if fitting:
            yield max(fitting, key=lambda one: (one.weight, -one.new.article))


def _of_another_period(corpus: Corpus, old: Counted, new: Counted, year: int) -> bool:
    """Whether the later sentence states a year that is not the earlier one's, or a day of what was meant for longer."""
    earlier, later = corpus.articles[old.article], corpus.articles[new.article]
    spans = [
        (article.document.prose[one.sentence.start : one.sentence.end], times_in(article, one.sentence))
        for article, one in ((earlier, old), (later, new))
    ]
    years = {int(match[0]) for match in _YEAR.finditer(spans[1][0])}
    if years and not years & ({year} | {int(match[0]) for match in _YEAR.finditer(spans[0][0])}):
        return True
    if not old.forecast:
        return False
    grains = [[timex.interval.granularity for timex in times if timex.interval is not None] for _, times in spans]
    return bool(grains[0] and grains[1]) and min(grains[0]) >= Granularity.WEEK and max(grains[1]) <= Granularity.DAY


def _is_restated(corpus: Corpus, old: Counted, new: Counted) -> bool:
    """Whether the later sentence gives the old number, too."""
    return any(
        one.kind is old.quantity.kind and one.start != new.quantity.start and one.value == old.quantity.value
        for one in figures.quantities_in(corpus.articles[new.article], new.sentence)
    )


def _is_recalled(corpus: Corpus, old: Counted, new: Counted) -> bool:
    """Whether a sentence beside the later one gives the old number as a hope of before."""
    return recalls(corpus.articles[new.article], new.sentence, old.quantity)


def _is_revising(corpus: Corpus, one: Counted) -> bool:
    article, sentence = corpus.articles[one.article], one.sentence
    if not may_find(_REVISED, words_in(article)[sentence.start]):
        return False
    return _REVISED.search(article.document.prose, sentence.start, sentence.end) is not None


def _comparable(old: Counted, new: Counted) -> bool:
    low, high = sorted((old.quantity.value, new.quantity.value))
    return low > 0 and high / low <= _RATIO and old.quantity.bound is not Bound.AT_MOST


def _one_thing(ground: Ground, old: Counted, new: Counted, *, revised: bool = False) -> list[tuple[str, float]]:
    """Why two figures count one thing, each reason with its bits; empty where they do not."""
    if new.forecast and not old.forecast:
        return []
    so_many = old.of is not None and old.of == new.of
    all_of_them = old.forecast and new.of is not None and new.of == old.quantity.value
    missed = old.forecast and new.missed and not new.forecast
    same = old.noun == new.noun and old.noun != ""
    sure = (
        so_many
        or all_of_them
        or revised
        or (missed and (same or (old.alone and new.alone and not (old.noun and new.noun))))
    )
    whole = old.whole + new.whole
    if not old.forecast and not sure and whole < (1 if same and old.noun in _FATES else 2):
        return []
    if old.places - ground.known[new.article] and new.places - ground.known[old.article]:
        return []
    weigh = ground.weights.bits
    near = (old.near & new.near) - {old.noun, new.noun} - _EMPTY
    bits = sum(map(weigh, near))
    if old.forecast and not new.forecast and bits < 1.5 and not new.whole and not new.done:
        return []
    alone = (old.forecast or (old.whole and new.whole)) and old.alone and new.alone
    # Of what a percentage is, only words tell.
    share = old.forecast and old.quantity.kind is QuantityKind.PERCENT
    if not same and not sure and (share or not alone) and bits < 1.5:
        return []
    named_alike = same and old.noun not in _VAGUE
    crossed = (old.near & {new.noun}) | (new.near & {old.noun})
    other_nouns = bool(old.noun and new.noun and not same) or not (crossed or bits >= 1.5)
    if not named_alike and old.quantity.kind is QuantityKind.COUNT and not sure and other_nouns:
        return []
    kinship = ground.kinship(old.article, new.article)
    shared = ground.shared(old.passage, new.passage)
    if kinship < _STORY and shared.bits < 2 * _STORY:
        return []
    if not same and not sure and bits < 1.5 and shared.named < _STORY:
        return []
    found = [("the names of the two articles", min(1.5, kinship / 3))]
    if revised:
        found.append(("the later sentence names both values", 4.0))
    if missed:
        found.append(("the later text says that it was not as hoped or planned", _MISSED))
    if so_many or all_of_them:
        found.append((f"both speak of the same {new.of:,.0f}", 4.0))
    if named_alike:
        found.append((f'both count by "{old.noun}"', min(2.5, weigh(old.noun))))
    elif old.quantity.kind is QuantityKind.COUNT and not sure and crossed and _FATES & {old.noun, new.noun}:
        found.append((f"both speak of the {old.noun or new.noun}", 1.5))
    if near:
        found.append((f"the same words stand by both, {', '.join(sorted(near)[:3])}", min(4.0, bits)))
    if shared.named:
        found.append((f"both sentences have {', '.join(shared.words)}", min(2.5, shared.named)))
    if old.forecast and not new.forecast:
        low, high = sorted((old.quantity.value, new.quantity.value))
        found.append(("a forecast and what came of it", 2.0 if (same or bits >= 1.5) and high < 2 * low else 1.0))
    elif old.forecast:
        found.append(("two forecasts", 0.5))
    if same and old.noun in _FATES:
        found.append(("a story has one toll", 1.0))
    one_noun = bool(old.noun) != bool(new.noun) and not {old.noun, new.noun} & _VAGUE
    if one_noun and not sure and not crossed:
        found.append((f'only one counts "{old.noun or new.noun}"', -2.0))
    if whole:
        found.append(("a figure for the whole, as of then", float(whole)))
    strangers = min(
        sum(map(weigh, (one.names & one.passage.proper) - ground.known[other.article]))
        for one, other in ((old, new), (new, old))
    )
    if strangers:
        # Who is named first when a forecast has come out tells little.
        weight = min(3.0, strangers) / (2 if old.forecast and same else 1)
        found.append(("each names what the other article does not know", -weight))
    return found

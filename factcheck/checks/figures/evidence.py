"""Evidence that two figures of two articles measure one thing, level by level, in bits (Fellegi and Sunter, 1969)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.assertions.words import stem
from factcheck.checks.figures.distinctions import both_told, other_sets, telling_apart
from factcheck.checks.figures.reading import is_generic
from factcheck.checks.figures.roles import role_levels
from factcheck.checks.figures.slips import digits, slip
from factcheck.checks.figures.told_figures import Told
from factcheck.checks.stories import Stories
from factcheck.expressions.model import QuantityKind
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus
from factcheck.records import dataclass

# Whatever else agrees, the thing itself must be named alike.
_LEAST_NAMED = 1.2
_FEW_ASSERTIONS = 300


def is_named(levels: Sequence[Level]) -> bool:
    """Whether what two figures measure is named alike, and nothing tells the two apart for sure."""
    named = sum(level.weight for level in levels if level.field == "thing")
    return named >= _LEAST_NAMED and not any(level.veto for level in levels)


@dataclass(frozen=True, slots=True)
class Index:
    """Where figures stand: those of each sentence (by article and start), each article's values, linked events."""

    beside: Mapping[tuple[int, int], Sequence[Told]]
    values: Mapping[int, frozenset[tuple[str, float]]]
    events: Mapping[tuple[int, int], frozenset[str]]

    def events_of(self, one: Told) -> frozenset[str]:
        """The linked events that the figure's sentence tells of."""
        return self.events.get((one.number, one.sentence.start), frozenset())


def index_of(events: Mapping[tuple[int, int], frozenset[str]], everything: Iterable[Sequence[Told]]) -> Index:
    """The index of the figures of some articles, each article's together; ``events`` is of :func:`linked_events`."""
    beside: dict[tuple[int, int], list[Told]] = defaultdict(list)
    values: dict[int, frozenset[tuple[str, float]]] = {}
    for of_one in everything:
        for one in of_one:
            beside[(one.number, one.sentence.start)].append(one)
        if of_one:
            values[of_one[0].number] = frozenset((one.unit, one.quantity.value) for one in of_one)
    return Index(beside, values, events)


def linked_events(corpus: Corpus) -> dict[tuple[int, int], frozenset[str]]:
    """Which linked events each sentence tells of, by the article's number and the sentence's start."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for event in corpus.events:
        for member in event.members:
            _, assertion = corpus.resolve(member)
            found[(member.article, assertion.sentence.start)].add(event.identifier)
    return {key: frozenset(value) for key, value in found.items()}


def one_kind(a: Told, b: Told) -> bool:
    """Whether two figures are of one unit and could be of one thing by the words beside them."""
    if a.unit != b.unit or a.quantity.kind is not b.quantity.kind or a.each != b.each:
        return False
    if a.quantity.kind is QuantityKind.COUNT:
        return not (a.modifiers and b.modifiers) or bool(a.modifiers & b.modifiers)
    return a.each is not None or bool(naming(a) & naming(b))


def naming(one: Told) -> frozenset[str]:
    """Stems of the words beside a figure that say what it is of."""
    return one.near - _EMPTY - {stem(one.each or "")}


# Stems that stand beside sums of any kind.
_EMPTY = frozenset(
    stem(word)
    for word in """thousand trillion million billion worth cost total amount sum pay paid spend spent money cash
    company group year buy bought sell sold value price make made take took get got give gave put set
    raise receive expect report include deal government mr mrs around nearly almost roughly find found
    stand stood come cam back use still even well thing about north south east west northeast
    northwest southeast southwest northern southern eastern western kilometer kilometr kilomet mile
    meter metre metr foot feet inch away off outside inland""".split()
)


def _slip(a: Told, b: Told) -> Level | None:
    """Whether one value is a slip of the finger away from the other."""
    found = slip(a.quantity.value, b.quantity.value) if a.quantity.unit == b.quantity.unit else None
    return Level("values", found.finding, min(3.0, found.weight)) if found is not None else None


def levels_of(corpus: Corpus, a: Told, b: Told, kin: Stories, index: Index, block: Sequence[Told]) -> tuple[Level, ...]:
    """The evidence that two figures are of one thing; ``block`` has those of its kind in whatever articles."""
    slip = _slip(a, b)
    linked = bool(index.events_of(a) & index.events_of(b))
    found = [slip, *_thing(corpus, a, b), *_scene(corpus, a, b), *telling_apart(a, b, linked)]
    found += [level for level in role_levels(a, b) if level.weight < 0]  # what both are is in the words beside them
    found.append(_alone(a, b, block))
    if linked:
        found.append(Level("event", "both sentences tell of one event", 2.0))
    found.append(_corroborated(a, b, index))
    found += [other_sets(a, b), both_told(a, b)]
    share = kin.kinship(a.number, b.number)
    found.append(
        Level("story", f"the articles share {len(kin.shared(a.number, b.number))} names", min(2.0, 0.5 * share))
    )
    large = max(abs(a.high), abs(b.high)) / max(1e-9, min(abs(a.low), abs(b.low)))
    if large > 4 and slip is None:
        found.append(Level("values", "of another size", -3.0))
    most = max(a.quantity.value, b.quantity.value)
    if most <= 10 and a.quantity.kind is QuantityKind.COUNT:
        found.append(Level("values", "small numbers", -2.0 if most <= 5 else -1.0))
    transposed = slip is not None and slip.weight >= 3
    if a.is_growing or b.is_growing:
        found.append(Level("change", "a figure that changes between reports", -1.5 if transposed else -3.0))
    if a.is_kept and a.article.document.published.day != b.article.document.published.day:
        found.append(Level("change", "what one has at one time", -6.0, veto=True))
    if a.quantity.kind is QuantityKind.PERCENT:
        found.append(Level("change", "a percentage, of which there are many", -2.0))
    both = any(level is not None and level.field == "other figures" for level in found)
    if (a.is_planned or b.is_planned) and not (both or transposed):
        found.append(Level("modality", "planned", -6.0))
    return tuple(level for level in found if level is not None)


def _thing(corpus: Corpus, a: Told, b: Told) -> Iterator[Level]:
    """What is measured: the noun phrase of a count, the words beside a sum or measure."""
    if a.quantity.kind is QuantityKind.COUNT:
        if a.modifiers and b.modifiers and not a.modifiers & b.modifiers:
            yield Level("thing", f"{a.noun} and {b.noun}", -6.0, veto=True)
        elif a.modifiers & b.modifiers:
            yield Level("thing", f'both count "{a.noun if len(a.noun) <= len(b.noun) else b.noun}"', 3.0)
        elif not is_generic(a.unit):
            yield Level("thing", f'both count "{a.unit}"', 1.5)
        if a.locus is not None and b.locus is not None:
            if a.locus == b.locus:
                yield Level("thing", f"both count them in the same: {a.locus}", 2.0)
            else:
                yield Level("thing", "counted in two places", -3.0)
        return
    if a.each is not None:
        yield Level("thing", f"both per {a.each}", 2.0)
    if a.shape != b.shape and ((a.shape and b.shape) or "way" in (a.shape, b.shape)):
        yield Level("thing", f"a {a.shape} and a {b.shape}", -6.0, veto=True)
    shared = naming(a) & naming(b)
    if shared:
        weight = min(3.0, sum(_weight(corpus, word) for word in shared))
        yield Level("thing", f"both beside: {', '.join(sorted(shared)[:4])}", weight)
    phrases = a.phrases & b.phrases
    if phrases:
        yield Level("thing", f'both beside "{min(phrases)}"', 1.5)


def _weight(corpus: Corpus, word: str) -> float:
    """How telling a shared stem is, in bits; what few articles say often is not therefore a common word."""
    least = 3.0 if len(corpus.records) < _FEW_ASSERTIONS else 0.0
    return min(1.5, 0.3 * max(least, corpus.rarity.get(word, 4.0)))


def _scene(corpus: Corpus, a: Told, b: Told) -> Iterator[Level]:
    """What else the two sentences have in common."""
    terms = a.terms & b.terms
    if terms:
        yield Level("terms", f"shared names: {', '.join(sorted(terms)[:4])}", min(3.0, 1.5 * len(terms)))
    elif a.terms and b.terms and a.names and b.names:
        first, second = a.article.document.name, b.article.document.name
        one = {corpus.entities.identify(first, name) for name in a.names}
        two = {corpus.entities.identify(second, name) for name in b.names}
        if not one & two:
            yield Level("names", "the sentences name others", -1.0)
    counted = a.near & b.near if a.quantity.kind is not QuantityKind.COUNT else frozenset({_head_stem(a)})
    words = (a.words & b.words) - counted - _EMPTY
    if words:
        weight = min(3.0, sum(_weight(corpus, word) for word in words) * 0.7)
        yield Level("words", f"shared words: {', '.join(sorted(words)[:4])}", weight)


def _head_stem(one: Told) -> str:
    return stem(one.unit)


def _alone(a: Told, b: Told, block: Sequence[Told]) -> Level | None:
    """Whether each article has one value for such a thing; where an article has both values, they are of two."""
    rivals: dict[int, list[Told]] = defaultdict(list)
    shared = naming(a) & naming(b) if a.quantity.kind is not QuantityKind.COUNT and a.each is None else frozenset()
    for one in block:
        if one_kind(a, one) and shared <= naming(one):
            rivals[one.number].append(one)
    if not same(a, b) and any(
        any(same(other, a) for other in others) and any(same(other, b) for other in others)
        for others in rivals.values()
    ):
        return Level("values", "an article has both values", -6.0, veto=True)
    first, second = rivals[a.number], rivals[b.number]
    if not same(a, b) and any(same(x, y) for x in first for y in second):
        return Level("values", "the articles agree on another value", -3.0)
    if all(same(x, a) for x in first) and all(same(x, b) for x in second):
        return Level("values", "each article gives one value for such a thing", 1.5)
    return None


def same(a: Told, b: Told) -> bool:
    """Whether two values are one, each as precise as it is stated."""
    return a.low <= (b.low + b.high) / 2 <= a.high and b.low <= (a.low + a.high) / 2 <= b.high


def _corroborated(a: Told, b: Told, index: Index) -> Level | None:
    """Another figure of one sentence that the other article has as well: a total beside a price."""
    for one, number in ((a, b.number), (b, a.number)):
        for beside in index.beside[(one.number, one.sentence.start)]:
            if beside is one or len(digits(beside.quantity.value)) < 2 or beside.quantity.converts is not None:
                continue
            if (beside.unit, beside.quantity.value) in index.values.get(number, ()):
                return Level("other figures", f"both articles have {beside.text}", 2.0)
    return None

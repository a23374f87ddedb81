"""One measured thing must not be given two values that cannot both be right.

As for events, the evidence that two figures measure one thing is added up level by level, in bits (Fellegi and
Sunter, 1969): the same noun phrase, shared words and names, articles of one story, each with one value for it.
That one value looks like a slip of the other (digits transposed, one digit changed) is evidence too: two different
things seldom differ so. Values that the two articles agree on anywhere, parts, rates, old values, plans, claims and
counts that grow are no conflicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pydantic import Field

from factcheck.assertions.words import stem
from factcheck.checks import figures
from factcheck.checks.figure_distinctions import both_told, other_sets, telling_apart
from factcheck.checks.figure_reading import is_generic, told
from factcheck.checks.figure_slips import digits, slip
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.slipped_figures import slipped
from factcheck.checks.stories import Stories, stories
from factcheck.checks.telling import article_name
from factcheck.checks.told_figures import Told
from factcheck.expressions.model import Bound, QuantityKind
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus


class Options(BaseOptions):
    """What a rule may set."""

    minimum_weight: float = Field(
        default=6.0, description="Evidence in bits that two figures measure one thing of one event."
    )
    minimum_weight_of_slip: float = Field(
        default=7.0,
        description="The same evidence where one figure looks like the other mistyped, whatever it counts or measures.",
    )
    minimum_kinship: float = Field(
        default=1.0, description="How many telling names two articles must share to be of one story."
    )


# A block larger than this says nothing: a word beside every sum of money.
_LARGEST_BLOCK = 60
# Whatever else agrees, the thing itself must be named alike.
_LEAST_NAMED = 1.2
_FEW_ASSERTIONS = 300
_FATES = frozenset("dead injured missing survivor rescued feared".split())


@dataclass(frozen=True, slots=True)
class _Pair:
    a: Told
    b: Told
    levels: tuple[Level, ...]
    block: Sequence[Told]

    @property
    def weight(self) -> float:
        return sum(level.weight for level in self.levels)


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each two values of one thing, once, with everyone who gives them."""
    everything = [list(told(number, article)) for number, article in enumerate(corpus.articles)]
    kin = stories(corpus)
    index = _index(corpus, everything)
    found: dict[tuple[int, int], _Pair] = {}
    for block in _blocks(everything):
        for a, b in combinations(block, 2):
            if a.number == b.number or not _differ(a, b) or not (a.is_plain and b.is_plain) or _is_copy(a, b):
                continue
            if kin.kinship(a.number, b.number) + len(a.terms & b.terms) < options.minimum_kinship:
                continue
            levels = _levels(corpus, a, b, kin, index, block)
            pair = _Pair(a, b, levels, block)
            if _is_named(levels) and pair.weight >= options.minimum_weight:
                known = found.get((id(a), id(b)))
                if known is None or known.weight < pair.weight:
                    found[(id(a), id(b))] = pair
    pairs = list(found.values())
    told_of = {frozenset(((p.a.number, p.a.quantity.start), (p.b.number, p.b.quantity.start))) for p in pairs}
    for slipped_pair in slipped(corpus.articles, options.minimum_weight_of_slip):
        a, b = slipped_pair.a, slipped_pair.b
        if frozenset(((a.number, a.quantity.start), (b.number, b.quantity.start))) not in told_of and not _is_copy(
            a, b
        ):
            pairs.append(_Pair(a, b, slipped_pair.levels, ()))
    yield from _conflicts(pairs)


def _is_named(levels: Sequence[Level]) -> bool:
    named = sum(level.weight for level in levels if level.field == "thing")
    return named >= _LEAST_NAMED and not any(level.veto for level in levels)


@dataclass(frozen=True, slots=True)
class _Index:
    """Where figures stand: those of each sentence (by article and start), each article's values, linked events."""

    beside: Mapping[tuple[int, int], Sequence[Told]]
    values: Sequence[frozenset[tuple[str, float]]]
    events: Mapping[tuple[int, int], frozenset[str]]

    def events_of(self, one: Told) -> frozenset[str]:
        """The linked events that the figure's sentence tells of."""
        return self.events.get((one.number, one.sentence.start), frozenset())


def _index(corpus: Corpus, everything: Sequence[Sequence[Told]]) -> _Index:
    beside: dict[tuple[int, int], list[Told]] = defaultdict(list)
    for of_one in everything:
        for one in of_one:
            beside[(one.number, one.sentence.start)].append(one)
    values = [frozenset((one.unit, one.quantity.value) for one in of_one) for of_one in everything]
    return _Index(beside, values, _events(corpus))


def _events(corpus: Corpus) -> dict[tuple[int, int], frozenset[str]]:
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for event in corpus.events:
        for member in event.members:
            _, assertion = corpus.resolve(member)
            found[(member.article, assertion.sentence.start)].add(event.identifier)
    return {key: frozenset(value) for key, value in found.items()}


def _one_kind(a: Told, b: Told) -> bool:
    if a.unit != b.unit or a.quantity.kind is not b.quantity.kind or a.each != b.each:
        return False
    if a.quantity.kind is QuantityKind.COUNT:
        return not (a.modifiers and b.modifiers) or bool(a.modifiers & b.modifiers)
    return a.each is not None or bool(_naming(a) & _naming(b))


def _naming(one: Told) -> frozenset[str]:
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


def _blocks(everything: Sequence[Sequence[Told]]) -> Iterator[list[Told]]:
    grouped: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for figures_of_one in everything:
        for one in figures_of_one:
            if one.quantity.kind is QuantityKind.COUNT:
                if one.noun.split(" ")[0] not in _FATES:
                    grouped[("count", one.unit, one.each or "")].append(one)
            elif one.each is not None:
                grouped[("rate", one.unit, one.each)].append(one)
            else:
                for word in sorted(_naming(one)):
                    grouped[("sum", one.unit, word)].append(one)
    for _, members in sorted(grouped.items()):
        if len({one.number for one in members}) > 1 and len(members) <= _LARGEST_BLOCK:
            yield members


def _differ(a: Told, b: Told) -> bool:
    """Whether the two values cannot be one, however they were rounded."""
    if figures.overlap((a.low, a.high), (b.low, b.high)):
        return False
    small, large = sorted((abs(a.quantity.value), abs(b.quantity.value)))
    if large == 0 or (a.quantity.unit == b.quantity.unit and (large - small) / large < 0.01):
        return False
    rounded = any(one.quantity.bound is Bound.ABOUT or _is_round(one.quantity.value) for one in (a, b))
    gap = max(a.low, b.low) - min(a.high, b.high)
    return not (rounded and gap <= 0.05 * max(abs(a.high), abs(b.high)))


def _is_round(value: float) -> bool:
    """Whether a number looks rounded: one significant digit, two at most of a large one."""
    significant = len(digits(value))
    return (significant == 1 and value >= 10) or (significant == 2 and value >= 1000)


def _is_copy(a: Told, b: Told) -> bool:
    first, second = a.article.document, b.article.document
    return bool(first.digest) and first.digest == second.digest


def _slip(a: Told, b: Told) -> Level | None:
    """Whether one value is a slip of the finger away from the other."""
    found = slip(a.quantity.value, b.quantity.value) if a.quantity.unit == b.quantity.unit else None
    return Level("values", found.finding, min(3.0, found.weight)) if found is not None else None


def _levels(corpus: Corpus, a: Told, b: Told, kin: Stories, index: _Index, block: Sequence[Told]) -> tuple[Level, ...]:
    slip = _slip(a, b)
    linked = bool(index.events_of(a) & index.events_of(b))
    found = [slip, *_thing(corpus, a, b), *_scene(corpus, a, b), *telling_apart(a, b, linked)]
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
    shared = _naming(a) & _naming(b)
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
    shared = _naming(a) & _naming(b) if a.quantity.kind is not QuantityKind.COUNT and a.each is None else frozenset()
    for one in block:
        if _one_kind(a, one) and shared <= _naming(one):
            rivals[one.number].append(one)
    if any(
        any(_same(other, a) for other in others) and any(_same(other, b) for other in others)
        for others in rivals.values()
    ):
        return Level("values", "an article has both values", -6.0, veto=True)
    first, second = rivals[a.number], rivals[b.number]
    if any(_same(x, y) for x in first for y in second):
        return Level("values", "the articles agree on another value", -3.0)
    if all(_same(x, a) for x in first) and all(_same(x, b) for x in second):
        return Level("values", "each article gives one value for such a thing", 1.5)
    return None


def _same(a: Told, b: Told) -> bool:
    """Whether two values are one, each as precise as it is stated."""
    return a.low <= (b.low + b.high) / 2 <= a.high and b.low <= (a.low + a.high) / 2 <= b.high


def _corroborated(a: Told, b: Told, index: _Index) -> Level | None:
    """Another figure of one sentence that the other article has as well: a total beside a price."""
    for one, number in ((a, b.number), (b, a.number)):
        for beside in index.beside[(one.number, one.sentence.start)]:
            if beside is one or len(digits(beside.quantity.value)) < 2 or beside.quantity.converts is not None:
                continue
            if (beside.unit, beside.quantity.value) in index.values[number]:
                return Level("other figures", f"both articles have {beside.text}", 2.0)
    return None


def _conflicts(pairs: list[_Pair]) -> Iterator[Conflict]:
    """One conflict for each two values of a thing: the strongest pair, with the others as related places."""
    pairs.sort(
        key=lambda pair: (-pair.weight, pair.a.number, pair.a.quantity.start, pair.b.number, pair.b.quantity.start)
    )
    done: dict[str, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        if not any(_same_values(pair, other) for other in done[pair.a.unit]):
            done[pair.a.unit].append(pair)
            yield _conflict(pair)


def _same_values(one: _Pair, other: _Pair) -> bool:
    """Whether two pairs set the same two values against each other, in whatever units."""
    for a, b in ((other.a, other.b), (other.b, other.a)):
        if figures.overlap((one.a.low, one.a.high), (a.low, a.high)) and figures.overlap(
            (one.b.low, one.b.high), (b.low, b.high)
        ):
            return True
    return False


def _conflict(pair: _Pair) -> Conflict:
    a, b = pair.a, pair.b
    first, second = article_name(a.article), article_name(b.article)
    supporters: list[list[Told]] = [[], []]
    for other in pair.block:
        if other.number not in (a.number, b.number) and _one_kind(a, other):
            for side, one in enumerate((a, b)):
                if other.quantity.value == one.quantity.value and other.quantity.unit == one.quantity.unit:
                    supporters[side].append(other)
    explanation = [f"{level.field}: {level.finding} ({level.weight:+.1f})" for level in pair.levels]
    evidence = [Evidence(one.article.document.name, *one.span) for one in (a, b)]
    for one, others in ((a, supporters[0]), (b, supporters[1])):
        for other in others:
            explanation.append(
                f"{article_name(other.article)} also gives {other.text}, as {article_name(one.article)}."
            )
            evidence.append(Evidence(other.article.document.name, *other.span))
    votes = [len({other.number for other in others}) for others in supporters]
    suggestion = "Check which figure is right."
    if votes[0] != votes[1]:
        right, wrong = (a, second) if votes[0] > votes[1] else (b, first)
        suggestion = f"Most articles give {right.text}; check {wrong}."
    what = f" per {a.each}" if a.each else ""
    return Conflict(
        message=f"{first} gives {a.text} and {second} {b.text} for what seems to be one and the same thing.",
        evidence=tuple(evidence),
        key=(a.unit + what, *sorted((f"{a.quantity.value:g}", f"{b.quantity.value:g}"))),
        explanation=tuple(explanation),
        suggestion=suggestion,
        confidence=round(min(0.95, 0.55 + 0.04 * pair.weight), 2),
    )

"""One measured thing must not be given two values that cannot both be right.

As for events, the evidence that two figures measure one thing is added up level by level, in bits (Fellegi and
Sunter, 1969): the same noun phrase, shared words and names, articles of one story, each with one value for it.
That one value looks like a slip of the other (digits transposed, one digit changed) is evidence too: two different
things seldom differ so. Values that the two articles agree on anywhere, parts, rates, old values, plans, claims and
counts that grow are no conflicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.evidence import index_of, is_named, levels_of, linked_events, naming, one_kind
from factcheck.checks.figures.reading import told
from factcheck.checks.figures.slipped_figures import slipped
from factcheck.checks.figures.slips import digits
from factcheck.checks.figures.told_figures import Told
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.stories import stories
from factcheck.checks.supporters import Supporters
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Bound, QuantityKind
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus
from factcheck.records import dataclass


class Options(BaseOptions):
    """What a rule may set."""

    minimum_weight: float = option(
        default=6.0, description="Evidence in bits that two figures measure one thing of one event."
    )
    minimum_weight_of_slip: float = option(
        default=7.0,
        description="The same evidence where one figure looks like the other mistyped, whatever it counts or measures.",
    )
    minimum_kinship: float = option(
        default=1.0, description="How many telling names two articles must share to be of one story."
    )


# A block larger than this says nothing: a word beside every sum of money.
_LARGEST_BLOCK = 60
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
    index = index_of(linked_events(corpus), everything)
    found: dict[tuple[int, int], _Pair] = {}
    for block in _blocks(everything):
        for a, b in combinations(block, 2):
            if a.number == b.number or not _differ(a, b) or not (a.is_plain and b.is_plain) or _is_copy(a, b):
                continue
            if kin.kinship(a.number, b.number) + len(a.terms & b.terms) < options.minimum_kinship:
                continue
            levels = levels_of(corpus, a, b, kin, index, block)
            pair = _Pair(a, b, levels, block)
            if is_named(levels) and pair.weight >= options.minimum_weight:
                known = found.get((id(a), id(b)))
                if known is None or known.weight < pair.weight:
                    found[(id(a), id(b))] = pair
    pairs = list(found.values())
    told_of = {frozenset(((p.a.number, p.a.quantity.start), (p.b.number, p.b.quantity.start))) for p in pairs}
    for slipped_pair in slipped(corpus, options.minimum_weight_of_slip):
        a, b = slipped_pair.a, slipped_pair.b
        if frozenset(((a.number, a.quantity.start), (b.number, b.quantity.start))) not in told_of and not _is_copy(
            a, b
        ):
            pairs.append(_Pair(a, b, slipped_pair.levels, ()))
    yield from _conflicts(pairs)


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
                for word in sorted(naming(one)):
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
        if other.number not in (a.number, b.number) and one_kind(a, other):
            for side, one in enumerate((a, b)):
                if other.quantity.value == one.quantity.value and other.quantity.unit == one.quantity.unit:
                    supporters[side].append(other)
    explanation = [f"{level.field}: {level.finding} ({level.weight:+.1f})" for level in pair.levels]
    evidence = [Evidence(one.article.document.name, *one.span) for one in (a, b)]
    for one, others in ((a, supporters[0]), (b, supporters[1])):
        told = Supporters()
        for other in others:
            line = f"{article_name(other.article)} also gives {other.text}, as {article_name(one.article)}."
            told.add(line, Evidence(other.article.document.name, *other.span), f"give {one.text}, too")
        explanation += told.lines
        evidence += told.places
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

"""What a later article itself says of an earlier hope, plan or early figure: "They had wanted the top six".

The later sentence has a cue that comes back to what was told before (:mod:`answer_words`); the earlier one has a cue
that looks ahead or reckons. With a cue on both sides little in common is enough within a story: words, words for one
thing (:mod:`news_concepts`), the value itself or another value of its kind.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.common_ground import Ground, Passage, ground_of
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.once import once_per_corpus
from factcheck.checks.plans.answer_words import Sense
from factcheck.checks.plans.hopes_compared import dated_anew, dates_differ, figures_differ, words_recalled
from factcheck.checks.plans.hopes_told import Answer, Hope, answers, hopes
from factcheck.checks.plans.news_concepts import concepts_of
from factcheck.checks.telling import article_name
from factcheck.checks.word_families import family
from factcheck.expressions.model import QuantityKind
from factcheck.identity.model import Corpus
from factcheck.records import dataclass

_PRICED = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT})
_MOST_DAYS = 1100
_STORY = 2.0
_MOST_COMMON, _MOST_NAMED, _MOST_CONCEPTS = 4.0, 2.5, 2.4
_CONCEPT = 1.2  # bits of a concept that each sentence has in a word of its own
_LEAST = 5.5  # bits that a hope and the text that comes back to it are of one thing
_STRANGERS = -2.0
_TOPIC, _COMMON = 1.3, 1.0  # bits of all that both have, and of their common words alone


@dataclass(frozen=True, slots=True)
class Match:
    """A hope or early figure and the answer to it: why they are of one thing, and what is marked in both articles."""

    hope: Hope
    answer: Answer
    reasons: tuple[tuple[str, float], ...]
    old: tuple[int, int]
    new: tuple[int, int]
    came: tuple[int, int] | None = None
    figure: bool = False  # it is a figure that the answer replaces

    @property
    def weight(self) -> float:
        return sum(bits for _, bits in self.reasons)


@once_per_corpus
def matches(corpus: Corpus) -> tuple[Match, ...]:
    """Each sentence that comes back to something, with the earlier hope or figure that it most likely means."""
    return tuple(_matches(corpus))


def _matches(corpus: Corpus) -> Iterator[Match]:
    days = [article.document.published.day for article in corpus.articles]
    known = [day for day in days if day is not None]
    if len(set(known)) < 2:
        return
    first, last = min(known), max(known)
    told = [
        one
        for number, article in enumerate(corpus.articles)
        if (day := days[number]) is not None and day > first
        for one in answers(corpus, number, article)
    ]
    if not told:
        return
    plain = any(one.cue.sense is not Sense.RECALLED for one in told)
    bare = any(one.cue.vain or one.cue.dating for one in told)
    looked: dict[int, list[Hope]] = {
        number: list(hopes(corpus, number, article, plain=plain, bare=bare))
        for number, article in enumerate(corpus.articles)
        if (day := days[number]) is not None and day < last
    }
    ground = ground_of(corpus)
    for answer in told:
        best: list[Match] = []
        after = days[answer.article]
        for number, found in looked.items():
            before = days[number]
            if before is None or after is None or not 0 < (after - before).days <= _MOST_DAYS:
                continue
            if ground.kinship(number, answer.article) < _STORY:
                continue
            for hope in found:
                match = _match(corpus, ground, hope, answer)
                if match is not None and match.weight >= _LEAST:
                    best.append(match)
        if best:
            yield max(best, key=lambda one: (one.weight, one.hope.article, -one.hope.start))


def _match(corpus: Corpus, ground: Ground, hope: Hope, answer: Answer) -> Match | None:
    for read in (figures_differ, dates_differ, dated_anew, words_recalled):
        found = read(corpus, hope, answer)
        if found is not None:
            break
    else:
        return None
    why, bits, old, came = found
    reasons = [(why, bits), ("one looks ahead or reckons, the other comes back to it", 1.0)]
    kinship = ground.kinship(hope.article, answer.article)
    reasons.append(("the names of the two articles", min(1.5, kinship / 3)))
    named, common, both = _shared(ground, hope, answer)
    topic = min(_MOST_NAMED, named) + min(_MOST_COMMON, common)
    if both:
        reasons.append((f"both sentences have {', '.join(both)}", topic))
    ideas = _ideas(hope.passage, answer.passage)
    if ideas:
        told = ", ".join(f"{one} and {two}" for one, two in ideas[:2])
        weight = min(_MOST_CONCEPTS, _CONCEPT * len(ideas))
        reasons.append((f"words of one kind, {told}", weight))
        topic += weight
    if topic < _TOPIC or common + _CONCEPT * len(ideas) < _COMMON:
        return None
    if answer.cue.sense is Sense.HELD and _strange(ground, hope, answer) and _strange(ground, answer, hope):
        reasons.append(("each names what the other article does not know", _STRANGERS))
    return Match(hope, answer, tuple(reasons), old, (answer.start, answer.end), came, read is figures_differ)


def _shared(ground: Ground, hope: Hope, answer: Answer) -> tuple[float, float, list[str]]:
    """Bits of the names and of the common words that both have, and the words; none that only names a currency."""
    names = ground.known[hope.article] | ground.known[answer.article]
    spent = {family(word) for one in hope.quantities if one.kind in _PRICED for word in one.text.lower().split()}
    named = common = 0.0
    both: list[tuple[float, str]] = []
    for word, weight in hope.passage.words.items():
        other = answer.passage.words.get(word)
        if other is None or word in spent:
            continue
        bits = ground.weights.bits(word) * math.sqrt(weight * other)
        both.append((-bits, word))
        if word in names:
            named += bits
        else:
            common += bits
    return named, common, [word for _, word in sorted(both)[:4]]


def _strange(ground: Ground, one: Hope | Answer, other: Hope | Answer) -> bool:
    return bool(one.passage.own & one.passage.proper - ground.known[other.article])


def _ideas(one: Passage, two: Passage) -> list[tuple[str, str]]:
    """Pairs of words for one thing in two passages, where they do not share the word itself; a word once."""
    first = concepts_of(word for word in one.words if word not in one.proper and word not in two.words)
    second = concepts_of(word for word in two.words if word not in two.proper and word not in one.words)
    pairs = sorted({(first[number], second[number]) for number in first.keys() & second.keys()})
    found: list[tuple[str, str]] = []
    for a, b in pairs:
        if all(a != c and b != d for c, d in found):
            found.append((a, b))
    return found


def conflict(corpus: Corpus, match: Match) -> Conflict:
    """The finding of a match."""
    first, second = corpus.articles[match.hope.article], corpus.articles[match.answer.article]
    told, answered = (
        _words(article, one.sentence.start, one.sentence.end)[:160].rstrip(".")
        for article, one in ((first, match.hope), (second, match.answer))
    )
    evidence = [Evidence(first.document.name, *match.old), Evidence(second.document.name, *match.new)]
    if match.came is None:
        message = f'{article_name(first)} has: "{told}"; {article_name(second)} comes back to it: "{answered}".'
    else:
        evidence.append(Evidence(second.document.name, *match.came))
        message = (
            f'{article_name(first)} gives "{_words(first, *match.old)}"; {article_name(second)} comes back to it '
            f'("{_words(second, *match.new)}") with "{_words(second, *match.came)}".'
        )
    return Conflict(
        message=message,
        evidence=tuple(evidence),
        key=("answered", told, answered),
        explanation=(
            f"What the later text says {match.answer.cue.sense.value}.",
            "Both are of one thing: " + "; ".join(f"{why} ({bits:.1f})" for why, bits in match.reasons) + ".",
        ),
        suggestion=f"Nothing to correct; whoever quotes {article_name(first)} should know what came of it.",
        confidence=round(min(0.85, 0.4 + 0.04 * match.weight), 2),
    )


def _words(article: Article, start: int, end: int) -> str:
    return " ".join(article.document.text[start:end].split())

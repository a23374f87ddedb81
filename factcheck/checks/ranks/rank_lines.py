"""Sentences that may tell an instance of what a claim of rank counts, and whether they are of its place and people.

A helper of ``first_claim_weighed``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import known_point, within
from factcheck.assertions.rank_words import KINDS
from factcheck.assertions.words import stem
from factcheck.checks.figures.quantities import quantities_in
from factcheck.checks.lazy import lazy
from factcheck.checks.once import once_per_article
from factcheck.checks.ranks.rank_told import Told, families_of
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import family
from factcheck.expressions.model import Quantity, Timex
from factcheck.expressions.spelling import fold
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

# What is told with these need be no full instance.
_LESSER = regex(
    r"\b(?:attempt\w*|try|tried|trying|fail\w*|abort\w*|cancel\w*|call(?:ed)? off|postpon\w*|plan\w*|threat\w*"
    r"|suborbital|private\w*|unofficial\w*|informal\w*|friendly|youth|junior|amateur|reserves?|minor|almost|nearly|not|never"
    r"|nobody|without|n't|would|could|might|should|will|allege\w*|reported(?:ly)?|rumou?r\w*|suspected|so-called|tests?"
    r"|rehears\w*|replica|film|novel|anniversary|commemorat\w*|deni\w*|claim\w*|neighbouring|abroad|unlike|forecast\w*"
    r"|expect\w*|hop(?:ed|es|ing)|smaller|partial\w*|counting|void|indoor|replaced)\b",
    re.IGNORECASE,
)
_AHEAD = regex(r"\b(?:will|plans? to|(?:is|are|was|were) (?:due )?to|due to|scheduled)\b")
_CUE = regex(
    r"\b(?:before|once|earlier|previous(?:ly)?|another|last time|in those days|back in|archives?|remember\w*|recall\w*"
    r"|older|oldest|record|veterans?|retired|museum|decades|long ago|then)\b"
)
_MARK = regex(r"[,;:]|\. ")


@dataclass(frozen=True)
class Line:
    """A sentence of an article with what it tells; ``index`` is its number in the article."""

    number: int
    article: Article
    index: int

    @lazy
    def sentence(self) -> Sentence:
        return self.article.text.sentences[self.index]

    @lazy
    def families(self) -> frozenset[str]:
        types = {f"!{a.event}" for a in self.article.assertions if a.sentence.start == self.sentence.start}
        return _families(self.article)[self.index] | types

    @lazy
    def beside(self) -> frozenset[str]:
        """The families of the sentences beside it, of its paragraph."""
        sentences, families = self.article.text.sentences, _families(self.article)
        near = range(max(0, self.index - 1), min(len(sentences), self.index + 2))
        return frozenset().union(*(families[index] for index in near if sentences[index].block == self.sentence.block))

    @lazy
    def text(self) -> str:
        return self.article.document.prose[self.sentence.start : self.sentence.end]

    @lazy
    def positions(self) -> Mapping[str, Sequence[int]]:
        """Where in the text each family's words stand."""
        found: dict[str, list[int]] = {}
        for token in self.sentence.tokens:
            for word in families_of([token]):
                found.setdefault(word, []).append(token.start - self.sentence.start)
        return found

    @lazy
    def is_ahead(self) -> bool:
        """Whether it tells of something to come."""
        return _AHEAD.search(self.text) is not None

    @lazy
    def types(self) -> frozenset[str]:
        """The event types among its families."""
        return frozenset(word for word in self.families if word.startswith("!"))

    @lazy
    def is_cued(self) -> bool:
        """Whether a word of it looks back."""
        return _CUE.search(self.text) is not None

    @lazy
    def is_question(self) -> bool:
        return self.text.rstrip().endswith("?")

    @lazy
    def weakened(self) -> frozenset[int]:
        """The clauses with a word that makes what they tell less than a full instance."""
        return frozenset(self.clause_at(match.start()) for match in _LESSER.finditer(self.text))

    @lazy
    def _marks(self) -> list[int]:
        return [match.start() for match in _MARK.finditer(self.text)]

    def clause_at(self, position: int) -> int:
        """The number of the clause, between marks, of a position in the text."""
        return bisect_left(self._marks, position)

    @lazy
    def times(self) -> tuple[Timex, ...]:
        found = times_in(self.article, self.sentence)
        return tuple(t for t in found if t.point is None and (p := known_point(t)) is not None and p.start is not None)

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(quantities_in(self.article, self.sentence))


@once_per_article
def _families(article: Article) -> Sequence[frozenset[str]]:
    """The families of each sentence."""
    return [families_of(sentence.tokens) for sentence in article.text.sentences]


_SCOPE = regex(
    r"\b(?:in|of|at|on) (?:the|its|this) (?:history (?:of|in) )?(?:the )?(?P<noun>[a-z]+)\b"
    r"|\b(?:in|of|at|by|against|for|on) (?P<name>[A-Z][\w-]+)"
    r"|\b(?:the|its) (?P<own>[a-z]+)'s (?:[\w-]+ )?history"
)
_AGENT = regex(
    r"\bby an? (?:[A-Z][\w-]+ )?(?:[a-z-]+ ){0,2}?(?P<noun>[a-z]{3,})(?= (?:since|in|for|to|ever|at)\b|[,.;])"
)
_UNTELLING = frozenset("history record years year century past world end last first same time".split())


def scope_met(article: Article, claim: Told, line: Line, names: float) -> bool:
    """Whether what the claim's words say of where and of whom holds of the line, its neighbours included."""
    prose = article.document.prose
    sentences = line.article.text.sentences
    near = sentences[max(0, line.index - 1) : line.index + 2]
    there = " ".join(line.article.document.prose[one.start : one.end] for one in near)
    words = set(re.findall(r"[\w-]+", fold(there)))
    if claim.kind == "first" and not _is_typed(claim, line):
        known = {family(other) for other in words} | words
        unmet = {word for word in claim.modifiers if not known & ({word} | _kinds(word))}
        if unmet and (claim.verb is None or unmet == claim.modifiers):
            return False
    agent = _AGENT.search(prose, claim.start, claim.sentence.end)
    if agent is not None:
        # "A visit by a president": nobody else will do.
        key = family(agent["noun"])
        if not line.families & ({key} | {f"~{word}" for word in _kinds(stem(agent["noun"]))}):
            return False
    start, end = claim.region
    for match in _SCOPE.finditer(prose, start if claim.verb is None else claim.start, max(end, claim.sentence.end)):
        if match.start() < claim.start and claim.verb is None:
            continue
        noun = match["noun"] or match["own"]
        if noun is not None and noun not in _UNTELLING and noun not in words and names < 1.0:
            return False
        if match["name"] and fold(match["name"]) not in words and not _is_time(article, match.start("name")):
            return False
    # Who does it, or where: every name and place of the region but one.
    persons = [n for n in within(article.expressions.names, start, end) if n.mention.value in ("full", "part")]
    places = within(article.expressions.places, start, end)
    anchors = [fold(n.canonical).split()[-1] for n in persons] + [fold(p.name).split()[0] for p in places]
    if claim.kind == "first" and claim.verb is not None and end <= claim.start:
        return sum(word not in words for word in set(anchors)) == 0
    return True


def _is_typed(claim: Told, line: Line) -> bool:
    """Whether only the lexicon says that both tell one kind of event: then the words differ anyway."""
    shared = claim.heads & line.families
    return bool(shared) and claim.verb is not None and all(word.startswith("!") for word in shared)


def _kinds(word: str) -> frozenset[str]:
    return KINDS.get(word, frozenset())


def _is_time(article: Article, at: int) -> bool:
    return any(timex.start <= at < timex.end for timex in article.expressions.times)

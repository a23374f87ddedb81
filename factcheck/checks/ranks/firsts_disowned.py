"""A first that another article looks behind: "But it was no novelty. On 22 May 1991 ...". For ``first_claim_holds``.

The cue says that there was one before, a date beside it when; the claim is the first in an article of the story whose
sentence shares most with what stands around the cue.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import known_point
from factcheck.checks.common_ground import Ground, ground_of
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.plans.news_concepts import concepts_of
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name
from factcheck.checks.templates import times_in
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Timex
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, instant
from factcheck.text.model import Sentence

_STORY = 3.0  # bits of names that the two articles share
_LEAST = 2.0  # bits of words, and of words for one thing, that claim and cue share
_CONCEPT = 1.0
_YEAR_DAYS = 300
_CUE = regex(
    r"\b(?:no novelty|nothing new|(?:had|has) happened before|not without precedent|not unprecedented"
    r"|by no means the first|[Nn]or (?:was|is) (?:it|he|she|this|that) the first|not for the first time"
    r"|not the first (?:time|to)|n['’]t the first (?:time|to))\b"
)
_CUED = frozenset("novelty nothing happened precedent unprecedented first".split())
_CLAIM = regex(
    r"(?<!not )(?<!n't )(?<!nor )\b(?:the|its|their) first (?!half|day|week|month|few|two|three|round|quarter|floor"
    r"|place)(?:[\w-]+ ){1,4}?(?:ever\b|to [a-z]+|in (?:the|its|their) history|of its kind)"
)


def firsts_disowned(corpus: Corpus) -> Iterator[Conflict]:
    """Each claim of a first with the dated one before it that another article recalls against such a claim."""
    if len(corpus.articles) < 2:
        return
    cues = [
        (number, place)
        for number, article in enumerate(corpus.articles)
        for place, sentence in enumerate(article.text.sentences)
        if sentence.kind not in (BlockKind.HEADING, BlockKind.ROW)
        and not words_in(article)[sentence.start].isdisjoint(_CUED)
        and _CUE.search(article.document.prose, sentence.start, sentence.end)
    ]
    if not cues:
        return
    ground = ground_of(corpus)
    claims = [
        (number, sentence, match.start(), match.end())
        for number, article in enumerate(corpus.articles)
        for sentence in article.text.sentences
        if "first" in words_in(article)[sentence.start] and sentence.kind is not BlockKind.ROW
        if (match := _CLAIM.search(article.document.prose, sentence.start, sentence.end)) is not None
    ]
    for number, place in cues:
        found = []
        for claimed, sentence, start, end in claims:
            if claimed == number or ground.kinship(claimed, number) < _STORY:
                continue
            when = _before(corpus.articles[claimed], corpus.articles[number], place)
            bits = _shared(ground, claimed, sentence, number, corpus.articles[number], place)
            if when is not None and bits >= _LEAST:
                found.append((bits, -claimed, start, end, when))
        if found:
            _, claimed, start, end, when = max(found, key=lambda one: one[:3])
            yield _conflict(corpus, -claimed, (start, end), number, place, when)


def _around(article: Article, place: int) -> list[Sentence]:
    """The sentence of the cue and the one after it, if both are of one paragraph."""
    sentences = article.text.sentences
    return [one for one in sentences[place : place + 2] if one.block == sentences[place].block]


def _before(claimed: Article, article: Article, place: int) -> Timex | None:
    """The date of the one before: a year or more before the claim's article, in the cue's sentence or after it."""
    published = claimed.document.published.first
    if published is None:
        return None
    for sentence in _around(article, place):
        for timex in times_in(article, sentence):
            point = known_point(timex)
            if point is None or point.end is None or not timex.year_stated:
                continue
            if (instant(published) - point.end) // DAY >= _YEAR_DAYS:
                return timex
    return None


def _shared(ground: Ground, claimed: int, claim: Sentence, number: int, article: Article, place: int) -> float:
    """Bits of the common words and of the words for one thing that the claim and the cue's sentences have."""
    mine = ground.passage(claimed, claim).own
    theirs = frozenset[str]().union(*(ground.passage(number, one).own for one in _around(article, place)))
    names = ground.known[claimed] | ground.known[number]
    both = (mine & theirs) - names
    rest = concepts_of(mine - both - names).keys() & concepts_of(theirs - both - names).keys()
    return sum(map(ground.weights.bits, both)) + min(2, len(rest)) * _CONCEPT


def _conflict(corpus: Corpus, claimed: int, span: tuple[int, int], number: int, place: int, when: Timex) -> Conflict:
    article, other = corpus.articles[claimed], corpus.articles[number]
    phrase = " ".join(article.document.text[span[0] : span[1]].split())
    sentences = _around(other, place)
    told = " ".join(other.document.text[sentences[0].start : sentences[-1].end].split())
    return Conflict(
        message=f'{article_name(article)} tells of "{phrase}"; {article_name(other)} tells of one before, {when.text}.',
        evidence=(Evidence(article.document.name, *span), Evidence(other.document.name, when.start, when.end)),
        key=("disowned", phrase, when.value),
        explanation=(f'{article_name(other)}: "{told}"',),
        suggestion="Check whether there was one before; if the claim means less, say what it leaves out.",
        confidence=0.65,
    )

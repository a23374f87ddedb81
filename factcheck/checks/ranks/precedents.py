"""The first accident, death or fire of a firm or a festival, beside an earlier one that another article tells of it.

Also what one article calls the first and another says is "not the first". A helper of ``first_claim_holds``: the owner
of the history is named in the claim, and the earlier one is tied to it by its name or by "another of its ferries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import known_point
from factcheck.checks.common_ground import Ground, ground_of
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import family
from factcheck.document.model import BlockKind
from factcheck.expressions.model import NameType, Timex
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import Granularity, instant, moment
from factcheck.text.model import Sentence

_STORY = 3.0  # bits of names that the two articles share
_APART = 60  # days between the earlier one and the article of the claim
_HARM = (
    r"(?:accidents?|crash(?:es)?|deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|disasters?|loss of life|fires?|derailments?"
    r"|collapses?|drownings?|injur(?:y|ies)|sinkings?|explosions?|spills?)"
)
_LOST = (
    r"(?:lost (?:their|his|her|a) li(?:fe|ves)|died|been killed|been drowned|drowned|been (?:seriously |badly )?(?:hurt"
    r"|injured)|come to harm)"
)
_SPAN = (
    r"(?:histor(?:y|ies)|existence|(?:\d+|[a-z]+(?:-[a-z]+)?) years|ever\b|since (?:it|they) (?:was|were|began|opened)"
    r"|in its (?:\w+ )?life)"
)
_FIRST = regex(
    rf"\b(?:the|its|their) first (?P<kind>fatal |deadly |lethal |serious |major |such )?(?P<what>{_HARM})\b"
    rf"[^.;]{{0,60}}?\b{_SPAN}"
    rf"|\b(?:the|its) first time (?:that )?(?:anybody|anyone|somebody|someone|a [a-z]+|one of [\w' ]{{3,30}})"
    rf" (?:has |had )(?:ever )?(?P<lost>{_LOST})\b"
)
_SINCE = regex(r"\bsince (?:\d{4}|[A-Z])")
_DEADLY = frozenset(
    "fatal deadly lethal death deaths fatality fatalities drowning drownings died killed drowned".split()
)
_DIED = regex(r"\b(?:died|dies|killed|drowned|dead|deaths?|lives|perished|fatal\w*)\b")
_CAME_TO_HARM = regex(
    r"\b(?:crashed|sank|sunk|capsized|derailed|collapsed|exploded|overturned|burn(?:ed|t)|caught fire|gutted|struck"
    r"|rammed|hit|collided|r[au]n (?:aground|into|off)|went down|came down|c[ao]me off|ditched|fell|plunged|drowned"
    r"|died|killed|injured|hurt|accident|crash|fire|blaze|explosion|leaked|spilled)\b"
)
_ANOTHER = regex(r"\banother of (?:its|their|his|her)\b")
_OF_OLD = regex(
    r"\b(?:not|never|nobody|no one|without|if|would|could|might|almost|nearly|feared|drill|exercise|film)\b"
)
_DENIED = regex(
    r"(?:\bnot|n['’]t) the first (?!time\b|to\b|and\b|or\b)(?P<what>[a-z]+)"
    r"(?P<rest> (?:in|to|from|at|of|with) [^.:;,]{3,60})"
)
_CALLED = regex(r"(?<!not )(?<!n't )\bthe first (?P<what>[a-z]+)(?P<rest> (?:in|to|from|at|of|with|who) [^.;]{3,60})")


@dataclass(frozen=True, slots=True)
class _Claim:
    article: int
    sentence: Sentence
    start: int
    end: int
    deadly: bool


def precedents(corpus: Corpus) -> Iterator[Conflict]:
    """Each claim of a first harm in a history with an earlier one of the same owner; each first that is denied."""
    if len(corpus.articles) < 2:
        return
    claims: list[_Claim] = []
    called: list[tuple[int, re.Match[str]]] = []
    for number, article in enumerate(corpus.articles):
        spoken = words_in(article)
        for sentence in article.text.sentences:
            if "first" in spoken[sentence.start] and sentence.kind not in (BlockKind.HEADING, BlockKind.ROW):
                claims += _claims(number, article, sentence)
                match = _CALLED.search(article.document.prose, sentence.start, sentence.end)
                if match is not None:
                    called.append((number, match))
    if not claims and not called:
        return
    ground = ground_of(corpus)
    yield from _denied(corpus, ground, called)
    for claim in claims:
        found = _earlier(corpus, ground, claim)
        if found is not None:
            yield _conflict(corpus, claim.article, (claim.start, claim.end), *found)


def is_of_a_history(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells of the first harm in the history of somebody or something."""
    return next(_claims(0, article, sentence), None) is not None


def _claims(number: int, article: Article, sentence: Sentence) -> Iterator[_Claim]:
    prose = article.document.prose
    match = _FIRST.search(prose, sentence.start, sentence.end)
    if match is None or _SINCE.search(prose, match.start(), sentence.end) is not None:
        return
    words = set(match[0].lower().split())
    end = match.end("what") if match["what"] else match.end()
    yield _Claim(number, sentence, match.start(), end, bool(words & _DEADLY) or "lives" in words or "life" in words)


def _earlier(corpus: Corpus, ground: Ground, claim: _Claim) -> tuple[int, Sentence, Timex] | None:
    """The first sentence of another article that tells of such a harm, long before, to the same owner."""
    article = corpus.articles[claim.article]
    published = article.document.published.first
    if published is None:
        return None
    own = _owners(corpus, ground, claim)
    for number, other in enumerate(corpus.articles):
        if number == claim.article or ground.kinship(claim.article, number) < _STORY:
            continue
        prose = other.document.prose
        for sentence in other.text.sentences:
            harm = _CAME_TO_HARM.search(prose, sentence.start, sentence.end)
            if harm is None or _OF_OLD.search(prose, sentence.start, sentence.end):
                continue
            if claim.deadly and not _DIED.search(prose, sentence.start, sentence.end):
                continue
            times = [
                timex
                for timex in times_in(other, sentence)
                if (point := known_point(timex)) is not None
                and point.end is not None
                and (instant(published) - point.end) // 86_400 >= _APART
                and point.granularity <= Granularity.YEAR
                and (timex.year_stated or point.granularity is Granularity.YEAR)
            ]
            times = [timex for timex in times if timex.start < harm.start()][-1:] or times
            if len({timex.value[:4] for timex in times}) != 1 or _is_known(article, times[0]):
                continue
            passage = ground.passage(number, sentence)
            if _ANOTHER.search(prose, sentence.start, harm.start()) or (own & passage.own):
                return number, sentence, times[0]
    return None


def _owners(corpus: Corpus, ground: Ground, claim: _Claim) -> frozenset[str]:
    """The words for whose history it is: a body that the claim names, and what the whole article is about."""
    article = corpus.articles[claim.article]
    passage = ground.passage(claim.article, claim.sentence)
    bodies = {
        word.lower()
        for name in article.expressions.names
        if name.type is NameType.ORGANISATION and claim.sentence.start <= name.start < claim.sentence.end
        for word in name.canonical.split()
        if word[:1].isupper()
    }
    spoken = [family(word) for told in words_in(article).values() for word in told if family(word) in _THINGS]
    return frozenset(bodies | {word for word in _THINGS if word in passage.own or spoken.count(word) >= _OFTEN})


_OFTEN = 3  # sentences with a word that make an article one of such a thing
_THINGS = frozenset(
    map(
        family,
        """festival race marathon fair concert carnival circuit stadium works factory mine plant refinery mill school
        hospital bridge tunnel tower dam park zoo""".split(),
    )
)


def _is_known(article: Article, when: Timex) -> bool:
    """Whether the claim's own article dates something in that year: then it knows of it."""
    point = known_point(when)
    if point is None or point.start is None:
        return True
    year = moment(point.start).year
    return any(
        (other := known_point(timex)) is not None and other.start is not None and moment(other.start).year == year
        for timex in article.expressions.times
    )


def _denied(corpus: Corpus, ground: Ground, called: list[tuple[int, re.Match[str]]]) -> Iterator[Conflict]:
    for number, article in enumerate(corpus.articles) if called else ():
        spoken = words_in(article)
        for sentence in article.text.sentences:
            if "first" not in spoken[sentence.start]:
                continue
            match = _DENIED.search(article.document.prose, sentence.start, sentence.end)
            for claimed, claim in called if match is not None else ():
                if claimed == number or match is None or match["what"] != claim["what"]:
                    continue
                if ground.kinship(claimed, number) >= _STORY and _one_post(match["rest"], claim["rest"]):
                    span = match.start(), match.end("what")
                    yield _told(corpus, (claimed, claim.start(), claim.end("what")), (number, *span), sentence)
                    return
    return


def _one_post(one: str, other: str) -> bool:
    """Whether what the first ones do or are in is one: "in the job", "to lead the institution" share enough."""
    first, second = (
        {family(word) for word in re.findall(r"[a-z]{3,}", text.lower())} - _EMPTY for text in (one, other)
    )
    return bool(first & second) or bool(first & _POSTS and second & _POSTS)


_EMPTY = frozenset(
    map(family, "the for and its his her their from with this that who been has had have was were".split())
)
_POSTS = frozenset(map(family, "job post office head lead run chair presidency leader helm".split()))


def _conflict(
    corpus: Corpus, claimed: int, span: tuple[int, int], number: int, sentence: Sentence, when: Timex
) -> Conflict:
    article, other = corpus.articles[claimed], corpus.articles[number]
    phrase = " ".join(article.document.text[span[0] : span[1]].split())
    told = " ".join(other.document.text[sentence.start : sentence.end].split())
    return Conflict(
        message=f'{article_name(article)} tells of "{phrase}"; {article_name(other)} tells of one before, {when.text}.',
        evidence=(Evidence(article.document.name, *span), Evidence(other.document.name, when.start, when.end)),
        key=("precedent", phrase, when.value),
        explanation=(f'{article_name(other)}: "{told}"',),
        suggestion="Check whether there was one before; if the claim means less, say what it leaves out.",
        confidence=0.7,
    )


def _told(corpus: Corpus, claim: tuple[int, int, int], denial: tuple[int, int, int], sentence: Sentence) -> Conflict:
    article, other = corpus.articles[claim[0]], corpus.articles[denial[0]]
    phrase = " ".join(article.document.text[claim[1] : claim[2]].split())
    told = " ".join(other.document.text[sentence.start : sentence.end].split())
    return Conflict(
        message=f'{article_name(article)} tells of "{phrase}"; {article_name(other)} says that it was not the first.',
        evidence=(Evidence(article.document.name, *claim[1:]), Evidence(other.document.name, *denial[1:])),
        key=("not the first", phrase),
        explanation=(f'{article_name(other)}: "{told}"',),
        suggestion="Check whether there was one before; if the claim means less, say what it leaves out.",
        confidence=0.75,
    )

"""Whether two sentences may tell of two affairs: of a brother, of drivers elsewhere, of somebody else by name.

Solvers that set dates in the order of stages ask this first; and, where only the kinds of two events speak for one
affair, whether the sentences are tied together by a pronoun, a past perfect or a shared name or thing.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words
from factcheck.expressions.model import Mention, NameType
from factcheck.identity.places import Relation, relate
from factcheck.patterns import regex
from factcheck.text.model import Sentence

# "Her brother died", "officers arrested her brother"; not "by her uncle", "reunited with his wife".
_SOMEBODY_ELSE = regex(
    r"(?<!by )(?<!with )(?<!to )(?<!for )(?<!beside )\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[a-z-]+ )?"
    r"(?:brothers?|sisters?|sons?"
    r"|daughters?|father|mother|parents|wife|husband|widow|partner|girlfriend|boyfriend|uncle|aunt|nephew|niece|cousins?"
    r"|twin|successor|predecessor|deputy|colleagues?|accomplices?|neighbours?|neighbors?|rivals?|friends?"
    r"|co-defendants?|co-accused|teammates?|counterpart|namesake|subsidiary)\b"
)
_PRONOUN = regex(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]im|[Tt]hem|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]here)\b")
_PERFECT = regex(
    r"\b(?:had|[a-z]+'d) (?:[a-z]+ly |already |been |only |just )?[a-z]+(?:ed|en|wn|un|ne|ft|ut|nt|ld|pt|de)\b"
)


class Happening(NamedTuple):
    """A stage of an affair, or an event of some kind, with where its date stands."""

    kind: str
    sentence: Sentence
    start: int
    end: int


def may_be_two(article: Article, one: Sentence, other: Sentence) -> bool:
    """Whether something speaks for two affairs: a relative in one only, other people, other places without a tie."""
    if one.start == other.start:
        return False
    prose = article.document.prose
    told = [prose[each.start : each.end] for each in (one, other)]
    if bool(_SOMEBODY_ELSE.search(told[0])) != bool(_SOMEBODY_ELSE.search(told[1])):
        return True
    later = told[1] if one.start < other.start else told[0]
    return _elsewhere(article, one, other) and not (_PRONOUN.search(later) or _PERFECT.search(later))


# What tells that the story steps back, so that the later date is not simply what came next.
_BACK = regex(
    r"\b(?:had|having|after|since)\b|\b[a-z]+'d\b|\b(?:who|whose|which)\b[^,]*$"
    r"|^[^,]*, [a-z]+(?:ed|en|wn|ilt|old)(?: [a-z ]{1,24})? (?:on|in|at) $"
)
_JOINED = regex(r"(?:, (?:and|but|while)|;| and (?:then )?[a-z]+(?:ed|ook|ent|old|ave)) ")
_DEFINITE = regex(r"(?:The|This|That|These|Those) ")
_PRONOUN_FIRST = regex(r"(?:He|She|It|They) ")
# Nobody dies or is born twice, no firm is founded and no probe is launched again.
_ONCE = frozenset(
    {
        "life",
        "illness",
        "inquest",
        "firm",
        "spacecraft",
        "birth",
        "death",
        "drowning",
        "founding",
        "launch",
        "departure",
    }
)


def is_one_affair(article: Article, first: Happening, then: Happening) -> bool:
    """Whether the text tells ``first`` and ``then``, the one dated later, as stages of one affair and no others.

    Told first and then in the text, with dates that go back, they are: a text that goes back says so ("had"). Told the
    other way round, with dates that go on, they may be two: "was convicted on 3 March. She was arrested on 9 March".
    Then the sentence must step back, or its subject be the same and such a thing happen only once.
    """
    if may_be_two(article, first.sentence, then.sentence):
        return False
    prose = article.document.prose
    tied = are_tied(article, first.sentence, then.sentence)
    if first.start < then.start:
        return tied or (
            _DEFINITE.match(prose, then.sentence.start) is not None and not _named_apart(article, first, then)
        )
    if not tied:
        return False
    clause = prose[max(first.sentence.start, then.end if first.sentence == then.sentence else 0) : first.start]
    if first.sentence == then.sentence:
        return not _JOINED.search(clause) or _BACK.search(clause) is not None
    if _BACK.search(clause):
        return True
    return first.kind in _ONCE and _PRONOUN_FIRST.match(clause) is not None


def are_tied(article: Article, one: Sentence, other: Sentence) -> bool:
    """Whether a pronoun, a past perfect, a shared name or a shared thing ties the later sentence to the earlier."""
    if one.start == other.start:
        return True
    people = _people(article, one), _people(article, other)
    if all(people) and not people[0] & people[1]:
        return False
    later = max(one, other, key=lambda each: each.start)
    prose = article.document.prose[later.start : later.end]
    if people[0] & people[1] or _PRONOUN.search(prose) or _PERFECT.search(prose):
        return True
    first, second = content_words(one.tokens), content_words(other.tokens)
    return bool(first[0] & second[0] or first[1] & second[1])


def _named_apart(article: Article, first: Happening, then: Happening) -> bool:
    people = _people(article, first.sentence), _people(article, then.sentence)
    return all(people) and not people[0] & people[1]


def _people(article: Article, sentence: Sentence) -> frozenset[str]:
    names = article.expressions.names
    first = bisect_left(names, sentence.start, key=lambda name: name.start)
    last = bisect_left(names, sentence.end, key=lambda name: name.start)
    return frozenset(
        name.canonical
        for name in names[first:last]
        if name.type is NameType.PERSON and name.mention in (Mention.FULL, Mention.PART)
    )


def _elsewhere(article: Article, one: Sentence, other: Sentence) -> bool:
    """Whether both sentences name places and none of one lies in or around one of the other."""
    places = [
        [
            place
            for place in article.expressions.places
            if sentence.start <= place.start < sentence.end and not place.actor and not place.gentilic
        ]
        for sentence in (one, other)
    ]
    return all(places) and all(relate(a, b) is Relation.APART for a in places[0] for b in places[1])

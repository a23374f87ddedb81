"""Figures of an article that count or measure something, with what tells what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.attachment import token_at
from factcheck.assertions.model import Article
from factcheck.checks.common_ground import Ground, Passage
from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.shortfalls import falls_short
from factcheck.checks.figures.vote_shares import OF_COUNT
from factcheck.checks.lazy import lazy
from factcheck.checks.plans import schedule_words as words
from factcheck.checks.plans.forecast_figures import FORECAST
from factcheck.checks.sentence_words import words_in
from factcheck.checks.word_families import content, family
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity import stated_range
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})
_NEAR = 7  # tokens on either side of a figure that tell what it counts
_EXACT = 100  # below it a count is no rounded one
# Nouns that count anything: what tells is the words around.
_NO_NOUNS = frozenset("was is as has this its his hours days weeks months years minutes".split())
# A part, a change, a rate or another occasion.
_PART = regex(
    r"\b(?:another|other|further|more|additional|extra|including|among (?:them|the)|of (?:them|whom|which)|each"
    r"|every|per"
    r"|from|than|between|over|aged|by|first|last|next|after|within|within the|up|down|least one|one in) $",
    re.IGNORECASE,
)
_PART_AFTER = regex(
    r"(?:(?!last )[\w-]+ )?(?:on \w+ alone|more|other|others|further|additional|each|apiece|per"
    r"|a (?:day|week|month|year|head)|of them|of whom"
    r"|points?|times|years?|days?|ago|later|earlier|above|below|higher|lower|fewer)\b"
)
_ELSEWHEN = regex(
    r"\b(?:last (?:time|season|summer|winter|autumn|spring)|a year (?:ago|before|earlier)|previous(?:ly)?|years ago"
    r"|average|usually|normally|every year|each year|annually|if|whether"
    r"|separate|similar|fears?|may have|could have|capacity|record of)\b",
    re.IGNORECASE,
)
_YEAR_BESIDE = regex(r"\b(?:in|since) (?:19|20)\d\d\b", re.IGNORECASE)
_SUPERLATIVE = regex(r"\b(?:\w+est|most|least|worst|best) (?:[\w'’-]+ ){0,3}$")
_LAST_YEAR = regex(r"\blast year\b")
_TO_COME = regex(
    r"[\w' ]{0,30}?\b(?:will|shall|should|(?:is|are|was|were) (?:to|due|ready|expected|likely|set|planned)|would)\b"
)
_OF_ALL = regex(r"\bOf the (\d[\d,]*)\b[^.;]{0,80}$", re.IGNORECASE)
_PLACED = regex(r"\b(?:of|in|at) ([A-Z][\w-]+)")
_NUMBER_OF = regex(r"\b(?:number|count|tally|total|toll|figure) (?:of|for) (?:the )?([a-z]+)")
_AFTER = regex(r" (?:[a-z]+ )?([a-z]{3,}s)\b")
# A figure that stands for the whole, as of now.
_WHOLE = regex(
    r"\b(?:toll|total|totals?led|in all|altogether|so far|now|st(?:ands?|ood) at|ris(?:en|es|ing) to|rose to|climbed to"
    r"|reached|reaching|number of|brings?|bringing|brought|final(?:ly)?|provisional|preliminary|revised|count|tally"
    r"|as of|(?:is|are) (?:now )?at|reporting|counted|have had to|leaving|come in at|came (?:in )?at|c[ao]mes? to"
    r"|finished (?:on|with|at)|lost their lives"
    r"|by (?:nightfall|midnight|noon|dawn|(?:[A-Z]\w+ )?(?:evening|morning|night)))\b",
    re.IGNORECASE,
)
_THAT_COULD = regex(r"\b(?:that|which|what) could (?:still )?be\b")
_SO_FAR = regex(r"[\w' -]{0,80}\bso far\b")
_CLAUSE = regex(r"[;:()]|, (?:and|but|while|which|who)\b")
_OF = regex(r" of the (\d[\d,]*)\b")
_WORD = regex(r"[a-z]+")
_AUXILIARIES = frozenset({"had", "was", "were"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of ``corpus.articles[article]``: what it counts, the families near it, whether it is a forecast."""

    article: int
    sentence: Sentence
    quantity: Quantity
    low: float
    high: float
    noun: str
    near: frozenset[str]
    forecast: bool
    whole: bool
    of: float | None  # "12 of the 17"
    last_year: bool
    alone: bool  # the only figure of its kind in its sentence
    done: bool  # a verb in the past stands before it
    missed: bool  # the text beside it says that another number was hoped for or planned
    passage: Passage
    names: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True)
class _Line:
    """A sentence with figures, and what is asked of it for each of them."""

    number: int
    article: Article
    sentence: Sentence
    quantities: Sequence[Quantity]

    @lazy
    def spoken(self) -> frozenset[str]:
        return words_in(self.article)[self.sentence.start]

    @lazy
    def last_year(self) -> bool:
        return self.has(_LAST_YEAR, self.sentence.start, self.sentence.end)

    @lazy
    def is_told(self) -> bool:
        """Whether somebody says what it tells."""
        return may_find(words.SAID, self.spoken)

    @lazy
    def places(self) -> frozenset[str]:
        found = _PLACED.finditer(self.article.document.prose, self.sentence.start, self.sentence.end)
        return frozenset(match[1].lower() for match in found)

    def has(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        """Whether the pattern finds anything between two offsets of the sentence, asked of its words first."""
        return may_find(pattern, self.spoken) and pattern.search(self.article.document.prose, start, end) is not None


def counted_in(number: int, article: Article, ground: Ground) -> Iterator[Counted]:
    """The figures of ``corpus.articles[number]`` that are neither parts nor of another time, in text order."""
    for sentence, quantities in figures.by_sentence(article):
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW) or not quantities:
            continue
        line = _Line(number, article, sentence, quantities)
        for one in quantities:
            if _is_whole_and_now(line, one):
                found = _counted(line, one, ground)
                if found is not None:
                    yield found


def _is_whole_and_now(line: _Line, one: Quantity) -> bool:
    """Whether a figure counts something, and nothing beside it makes it a part, a change or one of another time."""
    if one.kind not in _KINDS or one.converts is not None or one.value <= 1:
        return False
    if one.kind is QuantityKind.COUNT and one.value % 1:
        return False
    prose, sentence = line.article.document.prose, line.sentence
    if _of_another_time(line, max(sentence.start, one.start - 60), min(sentence.end, one.end + 35)):
        return False
    before = prose[max(sentence.start, one.start - 40) : one.start]
    if _PART.search(before) and not _WHOLE.search(before):
        return False
    after = prose[one.end : min(sentence.end, one.end + 30)].lstrip()
    rest = one.text.partition(" ")[2] if one.kind is not QuantityKind.PERCENT else ""
    if _PART_AFTER.match(after) or (rest and _PART_AFTER.match(rest)):
        return False
    return OF_COUNT.match(prose, one.end, sentence.end) is None


def _of_another_time(line: _Line, start: int, end: int) -> bool:
    """Whether words beside a figure make it one of another time; "the fewest since 2009" is of now."""
    prose = line.article.document.prose
    return line.has(_ELSEWHEN, start, end) or any(
        not (match[0].startswith("since") and _SUPERLATIVE.search(prose, start, match.start()))
        for match in _YEAR_BESIDE.finditer(prose, start, end)
    )


def _is_alone(line: _Line, one: Quantity) -> bool:
    """Whether it is the only figure of its kind in its sentence."""
    prose, end = line.article.document.prose, line.sentence.end
    alike = (other for other in line.quantities if other.kind is one.kind)
    return sum(not OF_COUNT.match(prose, other.end, end) for other in alike) == 1


def _counted(line: _Line, one: Quantity, ground: Ground) -> Counted | None:
    """The figure with what it counts; None where the text denies it or tells of it as a plan of before."""
    number, article, sentence = line.number, line.article, line.sentence
    prose, tokens = article.document.prose, sentence.tokens
    lead = _CLAUSE.split(prose[max(sentence.start, one.start - 90) : one.start])[-1]
    start = one.start - len(lead)
    if line.has(words.NOT, start, one.start) or line.has(words.RECALLED, start, one.start):
        return None
    forecast = (
        any(line.has(pattern, start, one.start) for pattern in (words.PLAN, FORECAST))
        # "After all that could be joined had been joined, it comes to" looks back.
        or (line.has(words.WOULD, start, one.start) and not line.has(_THAT_COULD, start, one.start))
        or (may_find(_TO_COME, line.spoken) and _TO_COME.match(prose, one.end, min(sentence.end, one.end + 60)))
    )  # fmt: skip
    first, last = token_at(tokens, one.start), token_at(tokens, max(one.start, one.end - 1)) + 1
    after = tokens[last : last + _NEAR]
    if line.is_told and words.SAID.search(prose, one.end, sentence.end):
        # "..., the governor said" is not about the figure.
        after = after[: next((i for i, token in enumerate(after) if token.text == ","), len(after))]
    near: set[str] = set()
    names: set[str] = set()
    for part in (tokens[max(0, first - _NEAR) : first], after):
        for word, proper, _ in content(part):
            (names if proper else near).add(word)
    near -= ground.known[number]
    noun = ""
    if one.kind is QuantityKind.COUNT or not one.measured:
        noun, beyond = _noun(line, one, lead, first)
        near |= beyond
    plain = one.kind is QuantityKind.COUNT and one.bound is Bound.EXACT
    exact = plain and (one.value < _EXACT or one.value % 10 != 0)
    low, high = (one.low, one.high) if exact else stated_range(one)
    of = _OF.match(prose, one.end, min(len(prose), one.end + 20)) or _OF_ALL.search(prose, sentence.start, one.start)
    past = (word for word in _WORD.findall(lead) if word.endswith("ed") or word in words.PAST_FORMS)
    passage = ground.passage(number, sentence)
    return Counted(
        article=number,
        sentence=sentence,
        quantity=one,
        low=low,
        high=high,
        noun=noun if one.kind is QuantityKind.COUNT else "",
        near=frozenset(near),
        forecast=bool(forecast),
        whole=line.has(_WHOLE, max(sentence.start, one.start - 110), min(sentence.end, one.end + 40))
        or _SO_FAR.match(prose, one.end, sentence.end) is not None,
        of=float(of[1].replace(",", "")) if of else None,
        last_year=line.last_year,
        alone=_is_alone(line, one),
        done=any(word not in _AUXILIARIES for word in past),
        missed=falls_short(article, sentence),
        passage=passage,
        names=frozenset(names),
        places=line.places & passage.proper,
    )


def _noun(line: _Line, one: Quantity, lead: str, first: int) -> tuple[str, frozenset[str]]:
    """The family of what a figure counts, and of the words between a "number of" before it and the figure."""
    if one.measured:
        return family(one.measured.split()[-1]), frozenset()
    tokens, sentence = line.sentence.tokens, line.sentence
    told = list(_NUMBER_OF.finditer(lead)) if may_find(_NUMBER_OF, line.spoken) else []
    if told:  # "the number of people driven from their homes by the flood has reached"
        since = token_at(tokens, one.start - len(lead) + told[-1].start())
        beyond = frozenset(word for word, proper, _ in content(tokens[since:first]) if not proper)
        return family(told[-1][1]), beyond
    following = _AFTER.match(line.article.document.prose, one.end, sentence.end)
    if following is not None and following[1] not in _NO_NOUNS:
        return family(following[1]), frozenset()
    return "", frozenset()

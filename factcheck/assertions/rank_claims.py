"""Claims of rank: "the first visit to Oslo by a Chilean president since 2004", "the deadliest fire in Leeds ever".

A claim is read only as far as its noun phrase is understood: what is counted, the words, places and names that
restrict it, the figure it has to pass, and the time within which it is the first. A phrase with anything else in
it ("the first such visit", "since the war") makes no claim here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from factcheck.assertions.model import Article
from factcheck.assertions.rank_words import (
    ADDRESSES,
    ANAPHORS,
    CLAUSES,
    DETERMINERS,
    EVER,
    IGNORED,
    MODALS,
    ORDINALS,
    POSSESSIVES,
    PREDICATES,
    PREPOSITIONS,
    STOPS,
    SUPERLATIVES,
    TO_BE,
    UNCERTAIN,
    family,
)
from factcheck.assertions.verbs import is_verb
from factcheck.assertions.words import stem
from factcheck.expressions.model import Mention, Name, Place, Quantity, QuantityKind, Timex, TimexType
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity, Interval, instant
from factcheck.text.model import Sentence, Token

_Item = TypeVar("_Item", Timex, Place, Name, Quantity)
_MOST = 60  # claims of one article
_LONGEST = 40  # tokens of a claim at the most
_YEAR = 365.25 * DAY


@dataclass(frozen=True, slots=True)
class RankClaim:
    """One claim, ``prose[start:end]``.

    ``number`` is 1 for "first" and "only", 2 for "second"; ``scale`` what a superlative goes by ("dead",
    "magnitude", "money"), else None. ``heads`` are stems of which an instance has one; ``stems`` those of which it
    has all. ``owner`` is the stem of a possessor without a name ("the bank's"). ``since`` is the instant before
    which instances do not count, None for a claim about all time. ``least`` holds the figures that an instance
    reaches. ``before`` tells of each place and name, in this order, whether it stands before the counted verb; empty
    where a noun is counted.
    """

    sentence: Sentence
    start: int
    end: int
    number: int
    scale: str | None
    heads: frozenset[str]
    stems: frozenset[str]
    owner: str | None
    places: tuple[Place, ...]
    names: tuple[Name, ...]
    least: tuple[Quantity, ...]
    since: int | None
    before: tuple[bool, ...] = ()

    @property
    def anchors(self) -> int:
        """How many places, names and owners say whose or where."""
        return len(self.places) + len(self.names) + (self.owner is not None)


def known_point(timex: Timex) -> Interval | None:
    """The stretch that a date names by itself, both ends known; None for lengths, repetitions and open dates."""
    if timex.type not in (TimexType.DATE, TimexType.TIME):
        return None
    interval = timex.point or timex.interval
    return interval if interval is not None and interval.start is not None and interval.end is not None else None


_RANKING = frozenset(run for word in (*ORDINALS, *SUPERLATIVES) for run in re.findall(r"[^\W\d_]+", word))


def find_rank_claims(article: Article, spoken: Mapping[int, frozenset[str]] | None = None) -> Iterator[RankClaim]:
    """The claims of rank in an article that are understood in full, in text order; the first 60 or so of them.

    ``spoken`` has the words of each sentence (runs of letters, lower-cased) by where it begins, where they are known.
    """
    prose = article.document.prose
    found = 0
    for sentence in article.text.sentences:
        if found >= _MOST:
            return
        if spoken is not None and spoken[sentence.start].isdisjoint(_RANKING):
            continue
        if article.document.blocks[sentence.block].repeats is not None:
            continue
        lowered = [token.low for token in sentence.tokens]
        if prose[sentence.end - 1 : sentence.end] == "?":
            continue
        for index, word in enumerate(lowered):
            if (word in ORDINALS or word in SUPERLATIVES) and index > 0:
                claim = _claim(article, sentence, lowered, index)
                if claim is not None:
                    found += 1
                    yield claim


def _claim(article: Article, sentence: Sentence, words: Sequence[str], index: int) -> RankClaim | None:
    tokens = sentence.tokens
    if not _is_definite(words, index) or (index + 1 < len(words) and words[index + 1] in SUPERLATIVES):
        return None
    before = words[max(0, index - 8) : index]
    if any(word in UNCERTAIN for word in before) or "of" in words[max(0, index - 2) : index]:
        return None
    if words[index + 1 : index + 2] == ["time"]:
        return _first_time(article, sentence, words, index)
    start = _start(words, index)
    predicate = start > 0 and words[start - 1] in PREDICATES
    last = _last(tokens, words, index + 1, predicate)
    head, verb = _head(tokens, words, index + 1, last)
    if head is None:
        return None
    return _read(article, sentence, words, (start, index, last), head, verb, predicate)


def _is_definite(words: Sequence[str], index: int) -> bool:
    before = words[index - 1]
    if before in ("very", "only") and index > 1:
        before = words[index - 2]
    if before == "'s":
        return index > 1 and words[index - 2] not in {"it", "he", "she", "that", "there", "who", "what", "this"}
    return before in DETERMINERS or before in POSSESSIVES


def _start(words: Sequence[str], index: int) -> int:
    """The token at which the phrase begins: its determiner, or the possessor's."""
    first = index - 1
    if words[first] in ("very", "only"):
        first -= 1
    if words[first] == "'s":
        first -= 1
        while first > 0 and index - first < 6 and words[first] not in {"the", "a", "an"}:
            if words[first - 1] in STOPS or words[first - 1] in PREDICATES or words[first - 1] in PREPOSITIONS:
                break
            first -= 1
    if first > 0 and words[first - 1] in ("only", "just"):
        first -= 1
    return first


def _last(tokens: Sequence[Token], words: Sequence[str], first: int, predicate: bool) -> int:
    """The token after the phrase: a mark ends it, and a subject's own verb does."""
    for index in range(first, min(len(tokens), first + _LONGEST)):
        if words[index] in STOPS:
            return index
        if not predicate and words[index - 1] != "to" and (words[index] in TO_BE or is_verb(tokens, index)):
            return index
    return min(len(tokens), first + _LONGEST)


def _head(tokens: Sequence[Token], words: Sequence[str], first: int, last: int) -> tuple[int | None, int | None]:
    """The tokens of the counted noun and of the verb that it hangs on ("the first woman to lead the bank")."""
    index = first
    while index < last and words[index] not in PREPOSITIONS and words[index] not in {"to", "since", "that", "ever"}:
        if words[index] in ANAPHORS:
            return None, None
        index += 1
    noun = index - 1
    if noun < first:
        return None, None
    if index < last and words[index] == "ever":
        index += 1
    if index + 1 < last and words[index] == "to" and tokens[index + 1].text.islower():
        verb = index + 1
        while verb < last and words[verb] in TO_BE | {"have"}:
            verb += 1
        if verb < last and words[verb] not in DETERMINERS:
            return noun, verb
    return noun, None


def _first_time(article: Article, sentence: Sentence, words: Sequence[str], index: int) -> RankClaim | None:
    """ "the first time that Chile has won in Oslo", "Voss met Lund for the first time since 2019".

    The counted thing is the verb's; what stands on one side of it there has to do so in an instance.
    """
    tokens = sentence.tokens
    for_it = words[index - 2] == "for" if index > 1 else False
    end = _last(tokens, words, index + 2, predicate=True)
    if for_it:
        first = next((i + 1 for i in range(index - 3, -1, -1) if words[i] in STOPS), 0)
        region = range(first, index - 2)
        start = first
    else:
        region = range(index + 2 + (words[index + 2 : index + 3] == ["that"]), end)
        start = _start(words, index)
    verb = next((i for i in region if is_verb(tokens, i)), None)
    if verb is None or end - start > _LONGEST or any(words[i] in CLAUSES for i in region):
        return None
    taken: set[int] = set()
    window = _window(article, sentence, words, index + 2, end, taken) if index + 2 < end else None
    if window is None or (
        for_it and (not window[1] or set(range(index + 2, end)) - taken - _since(words, index + 2, end))
    ):
        return None
    span = (tokens[region[0]].start, tokens[region[-1]].end)
    places = tuple(within(article.expressions.places, *span))
    names = tuple(name for name in within(article.expressions.names, *span) if name.mention is not Mention.ROLE)
    anchors: list[Place | Name] = [*places, *names]
    if len(anchors) < 2 or any(True for _ in within(article.expressions.quantities, *span)):
        return None
    for anchor in anchors:
        taken.update(i for i in region if anchor.start <= tokens[i].start < anchor.end)
    rest = [i for i in region if i not in taken and i != verb and words[i] not in IGNORED | TO_BE]
    if any(words[i] in ANAPHORS | MODALS for i in rest):
        return None
    return RankClaim(
        sentence,
        tokens[start].start,
        tokens[end - 1].end,
        ORDINALS.get(words[index], 1),
        None,
        family(words[verb]),
        frozenset(stem(words[i]) for i in rest),
        None,
        places,
        names,
        (),
        window[0],
        tuple((anchor.start < tokens[verb].start) for anchor in anchors),
    )


def _since(words: Sequence[str], first: int, last: int) -> set[int]:
    return {i for i in range(first, last) if words[i] in IGNORED | {"nearly", "almost", "about"}}


def _read(
    article: Article,
    sentence: Sentence,
    words: Sequence[str],
    bounds: tuple[int, int, int],
    noun: int,
    verb: int | None,
    predicate: bool,
) -> RankClaim | None:
    first, rank, last = bounds
    tokens = sentence.tokens
    span = (tokens[first].start, tokens[last - 1].end)
    taken: set[int] = set()
    window = _window(article, sentence, words, rank + 1, last, taken)
    if window is None:
        return None
    since, scoped = window
    places = tuple(within(article.expressions.places, *span))
    names = tuple(name for name in within(article.expressions.names, *span) if name.mention is not Mention.ROLE)
    spans: list[Place | Name] = [*places, *names]
    for expression in spans:
        taken.update(i for i in range(first, last) if expression.start <= tokens[i].start < expression.end)
    least: list[Quantity] = []
    for quantity in within(article.expressions.quantities, tokens[rank].end, span[1]):
        covered = {i for i in range(rank + 1, last) if quantity.start <= tokens[i].start < quantity.end}
        if not covered or covered <= taken or quantity.kind is QuantityKind.ORDINAL:
            continue
        at = min(covered)
        if not {"above", "over", "than", "least", "exceeding"} & set(words[max(rank, at - 3) : at]):
            return None
        least.append(quantity)
        taken |= covered
    owner: str | None = None
    if words[rank - 1] in POSSESSIVES:
        if not any(name.start == tokens[rank - 1].start for name in names):
            return None  # whose, nobody knows
    else:
        named = next((i for i in range(rank - 1, first, -1) if words[i] == "'s"), None)
        if named is not None and named - 1 not in taken:
            owner = stem(words[named - 1])
    head = words[verb if verb is not None else noun]
    stems = {
        stem(words[i])
        for i in range(rank + 1, last)
        if i not in taken and i != (verb if verb is not None else noun) and words[i] not in IGNORED
    }
    if any(words[i] in ANAPHORS or words[i] in MODALS for i in range(rank + 1, last) if i not in taken):
        return None
    by_someone = "by" in words[noun:last]
    if not (scoped or by_someone or (predicate and last - rank > 2)):
        return None
    scale = SUPERLATIVES.get(words[rank])
    if scale is not None and (not scoped or (words[rank - 1] in ORDINALS)):
        return None
    if scale is None and rank + 1 < last and words[rank + 1] in SUPERLATIVES:
        return None
    made = RankClaim(
        sentence,
        *span,
        ORDINALS.get(words[rank], 1),
        scale,
        family(head),
        frozenset(stems),
        owner,
        places,
        names,
        tuple(least),
        since,
    )
    # Where somebody went, or whom he met, goes without saying in "the first visit by a Chilean since 2004".
    needed = 2 if made.heads & ADDRESSES else 1
    return made if made.anchors >= needed else None


def within(items: Sequence[_Item], start: int, end: int) -> Sequence[_Item]:
    """Those of ``items`` (in text order) that begin in ``start``..``end``."""
    return items[
        bisect_left(items, start, key=lambda item: item.start) : bisect_left(items, end, key=lambda item: item.start)
    ]


def _window(
    article: Article, sentence: Sentence, words: Sequence[str], first: int, last: int, taken: set[int]
) -> tuple[int | None, bool] | None:
    """When the claim's time begins (None: ever) and whether it names one; None where that is not understood.

    The tokens that tell it are added to ``taken``.
    """
    tokens = sentence.tokens
    since: int | None = None
    scoped = False
    published = article.document.published.first
    if first >= last:
        return None
    for timex in within(article.expressions.times, tokens[first].start, tokens[last - 1].end):
        covered = [i for i in range(first, last) if timex.start <= tokens[i].start < timex.end]
        if not covered:
            continue
        taken.update(covered)
        before = words[covered[0] - 1] if words[covered[0]] != "since" else "since"
        if scoped or published is None:
            return None
        scoped = True
        point = known_point(timex)
        if before == "since" and point is not None and point.end is not None:
            since = point.end
        elif timex.type is TimexType.DURATION and before in {"in", "for", "than", "nearly", "almost", "about"}:
            years = _years(timex.value)
            if years is None:
                return None
            since = int(instant(published) - 0.9 * years * _YEAR)
        elif point is not None and point.start is not None and point.end is not None:
            # "of the year", "this century": the one that is running.
            if point.granularity < Granularity.MONTH or not point.start <= instant(published) < point.end:
                return None
            since = point.start
        else:
            return None
    for i in range(first, last):
        if words[i] == "since" and not (scoped and i + 1 in taken):
            return None
        if words[i] in EVER or (words[i] == "date" and words[i - 1] == "to"):
            scoped = True
    return since, scoped


def _years(value: str) -> float | None:
    """A TIMEX3 length in years; None for anything shorter than a year or vague.

    >>> _years("P50Y"), _years("PXY"), _years("P18M")
    (50.0, None, 1.5)
    """
    number, unit = value[1:-1], value[-1:]
    if value[:1] != "P" or unit not in "YM" or not number.replace(".", "", 1).isdecimal():
        return None
    years = float(number) / (12 if unit == "M" else 1)
    return years if 1 <= years <= 1000 else None

"""Hopes, plans and estimates of an article, and the sentences in which a later one comes back to such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from factcheck.assertions.model import Article
from factcheck.checks.common_ground import Passage, ground_of
from factcheck.checks.figures import quantities as figures
from factcheck.checks.plans import answer_words
from factcheck.checks.plans import schedule_words as words
from factcheck.checks.plans.answer_words import Cue, Sense
from factcheck.checks.plans.forecast_figures import FORECAST
from factcheck.checks.plans.schedules import to_come
from factcheck.checks.sentence_words import words_in
from factcheck.checks.templates import times_in
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Quantity, QuantityKind, Timex, TimexType
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import dataclass, replace
from factcheck.temporal.interval import Granularity, instant
from factcheck.text.model import Sentence

_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})
_LONGEST = 120
_ESTIMATE = regex(
    r"\b(?:(?:first|preliminary|provisional|initial|early) (?:guess|estimate|notice|count|figure|reading|notification)"
    r"|estimate[sd]?|reckon(?:s|ed)?|so far|as many as|up to|at least|believe[sd]?|thought|put (?:it |them )?at"
    r"|(?:is|are|was|were) put at|by nightfall|preliminary|provisional|may have|could have|[Gg]uess(?:es|ed)?)\b"
)
_ESTIMATING = frozenset(
    """first preliminary provisional initial early estimate estimates estimated reckon reckons reckoned far many up
    least believe believes believed thought put nightfall may could guess guesses guessed""".split()
)
_AHEAD = frozenset(
    """will shall ll due expect expects expected expecting hope hopes hoped hoping scheduled plan plans planned planning
    slated set aim aims aimed aiming intend intends intended promise promises promised promising pledge pledges pledged
    vow vows vowed meant forecast forecasts predict predicts predicted target targets agreed likely want wants look
    looks looked foresee foresees estimate estimates projects projected would should goal sees see""".split()
)
_WISH = regex(rf"{words.PLAN.pattern}|{FORECAST.pattern}|\bwould\b|\b(?:aim|goal|hope|wish|ambition|target)\b")
_BEING = frozenset({"is", "are", "was", "were"})
_LATER = regex(r"\b(?:later|earlier|after|before)\b")
_NEXT = 0.4  # weight of the words of the sentence after a cue
_SOON_DENIED = 8  # characters: "will not go on"
_SAID = regex(r"\b(?:said|says|told|added|announced|reporters)(?: [\w.'’-]+){0,2}?(?: on| late on)? ?$")


@dataclass(frozen=True, slots=True)
class Hope:
    """A sentence that looks ahead or reckons, with its cue at ``start``..``end``, or else with a figure.

    ``ahead`` marks a plan or a wish, ``estimate`` a figure or an age that is not sure; ``times`` are those to come.
    """

    article: int
    sentence: Sentence
    passage: Passage
    start: int
    end: int
    ahead: bool
    estimate: bool
    quantities: Sequence[Quantity]
    times: Sequence[Timex]


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence with a cue (at ``start``..``end``) that comes back to something, and the figures in it and beside it.

    Its ``passage`` has the words of the sentence after it, too, which ends at ``until``.
    """

    article: int
    sentence: Sentence
    passage: Passage
    cue: Cue
    start: int
    end: int
    until: int
    quantities: Sequence[Quantity]
    beside: Sequence[tuple[Sentence, Sequence[Quantity]]]
    times: Sequence[Timex]


def hopes(corpus: Corpus, number: int, article: Article, *, plain: bool, bare: bool) -> Iterator[Hope]:
    """What ``corpus.articles[number]`` hopes for, plans or reckons; with ``plain`` also its other figures.

    Without ``bare`` only sentences with a figure or a time are read.
    """
    ground = ground_of(corpus)
    prose = article.document.prose
    spoken = words_in(article)
    published = article.document.published.first
    for sentence, quantities in figures.by_sentence(article):
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW) or not 3 < len(sentence.tokens) <= _LONGEST:
            continue
        if not bare and not quantities and not times_in(article, sentence):
            continue
        told = spoken[sentence.start]
        text = prose[sentence.start : sentence.end]
        may_wish = not told.isdisjoint(_AHEAD) or ("to" in told and not told.isdisjoint(_BEING))
        ahead = _WISH.search(text) if may_wish else None
        estimate = None if told.isdisjoint(_ESTIMATING) else _ESTIMATE.search(text)
        cue = ahead or estimate
        if cue is None and plain and (counted := _counted(quantities)):
            place = counted[0].start, counted[0].end
            yield Hope(number, sentence, ground.passage(number, sentence), *place, False, False, counted, ())
        if cue is None or words.NOT.search(text, 0, cue.end() + _SOON_DENIED):
            continue
        back = answer_words.find(text, told)
        if back is not None and back.sense is not Sense.REVISED:
            continue
        start, end = cue.start(), cue.end()
        times = [
            timex
            for timex in map(partial(_ahead, article), times_in(article, sentence))
            if timex.type in (TimexType.DATE, TimexType.TIME)
            and timex.interval is not None
            and timex.interval.end is not None
            and published is not None
            and timex.interval.end > instant(published)
            and (timex.interval.granularity <= Granularity.SEASON or timex.mod == "END")
            and not _SAID.search(prose, sentence.start, timex.start)
            and not prose.startswith("'s", timex.end)
        ]
        yield Hope(
            number,
            sentence,
            ground.passage(number, sentence),
            sentence.start + start,
            sentence.start + end,
            ahead is not None,
            estimate is not None,
            _counted(quantities),
            times,
        )


def _ahead(article: Article, timex: Timex) -> Timex:
    """The time, on the first such day after publication where a plan's "by September" was read as the one before."""
    if timex.interval is None:
        return timex
    coming = to_come(article, timex, timex.interval)
    return timex if coming is timex.interval else replace(timex, interval=coming)


def answers(corpus: Corpus, number: int, article: Article) -> Iterator[Answer]:
    """The sentences of ``corpus.articles[number]`` that come back to something told before."""
    ground = ground_of(corpus)
    prose = article.document.prose
    spoken = words_in(article)
    every = figures.by_sentence(article)
    for index, (sentence, quantities) in enumerate(every):
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW) or not 2 < len(sentence.tokens) <= _LONGEST:
            continue
        found = answer_words.find(prose[sentence.start : sentence.end], spoken[sentence.start])
        if found is None:
            continue
        after = every[index + 1][0] if index + 1 < len(every) else sentence
        following = ground.passage(number, after) if after.block == sentence.block else None
        beside = [
            (every[place][0], _counted(every[place][1]))
            for place in (index - 1, index + 1)
            if 0 <= place < len(every) and every[place][0].block == sentence.block
        ]
        yield Answer(
            number,
            sentence,
            _with_next(ground.passage(number, sentence), following),
            found,
            sentence.start + found.start,
            sentence.start + found.end,
            sentence.end if following is None else after.end,
            _counted(quantities),
            beside,
            [one for one in times_in(article, sentence) if one.interval is not None and not _LATER.search(one.text)],
        )


def _counted(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The figures that can be compared."""
    return [one for one in quantities if one.kind in _KINDS and one.converts is None and one.value > 1]


def _with_next(passage: Passage, following: Passage | None) -> Passage:
    """A passage with the words of the sentence after it: "The count has grown. 57,500 patients were hit"."""
    if following is None:
        return passage
    further = {word: _NEXT for word in following.own if word not in passage.words}
    return replace(passage, words={**passage.words, **further})

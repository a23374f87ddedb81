"""What a central bank was expected to do with its rate, and what it did: "most expect no change", "lifted the rate".

A decision is up, down or none, and may have the level that it leads to. Only the first decision after an expectation
is held against it, and none that is not the one meant ("in April") where the expectation says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.common_ground import Ground, ground_of
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.plans.schedules import to_come
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name
from factcheck.checks.templates import times_in
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Quantity, QuantityKind, TimexType
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Interval, instant
from factcheck.text.model import Sentence

_STORY = 1.5  # bits of names that the two articles share at least
_SOON = 120  # days in which a decision is the next one, where the expectation names no time
_GRACE = 10  # days after the time named
_RATE = frozenset({"rate", "rates", "borrowing"})
_MEETS = frozenset({"meeting", "meets", "meet"})
_ABOUT = frozenset({"bank", "banks", "committee", "council", "board", "economists", "analysts", "traders", "markets"})
_EXPECTS = regex(
    r"\b(?:expect(?:s|ed|ing)?|forecast(?:s|ing)?|predict(?:s|ed|ing)?|sees?|look(?:s|ed|ing)? for|think|believe"
    r"|pric(?:e|es|ed|ing) in|bet(?:ting)? on|anticipat(?:e|es|ed|ing)|foresees?|likely|will|would|reckon)\b"
)
_EXPECTING = frozenset(
    """expect expects expected expecting forecast forecasts forecasting predict predicts predicted predicting see sees
    look looks looked looking think believe price prices priced pricing bet betting anticipate anticipates anticipated
    anticipating foresee foresees likely will would reckon""".split()
)
_WAYS = (
    (
        0,
        r"no change|unchanged|on hold|hold(?:s|ing)?|keep(?:s|ing)?|leaves?|stands? pat|pause|sit tight|stay put",
    ),
    (1, r"rais(?:e|es|ing)|lift(?:s|ing)?|increas(?:e|es|ing)|ris(?:e|es|ing)|hik(?:e|es|ing)|tighten(?:s|ing)?|go up"),
    (-1, r"cut(?:s|ting)?|lower(?:s|ing)?|reduc(?:e|es|ing|tion)|trim(?:s)?|eas(?:e|es|ing)|loosen(?:s|ing)?"),
)
_WAY = regex("|".join(rf"(?P<w{number}>\b(?:{words})\b)" for number, (_, words) in enumerate(_WAYS)))
_LEVEL = regex(r"\b(?:to|at|of|reach|hit|be) (?:about |around )?$")
_POINTS = regex(r"\banother (?:full |half |quarter )?(?:a )?(?:percentage )?point\b|\banother \d+ basis points\b")
_KIND = (
    r"(?:(?:its|the|their|main|key|policy|benchmark|base|official|refinancing|interest|deposit|lending|repo|cash) )*"
)
_BANK = regex(r"\b[Bb]ank of (?:the )?([A-Z]\w+)|\b([A-Z]\w+)(?:['’]s)? (?:central|reserve) bank\b")
_DID = regex(
    rf"\b(?:(?P<up>rais(?:ed|es)|lift(?:ed|s)|increas(?:ed|es)|hik(?:ed|es)|put up)"
    rf"|(?P<down>cuts?|lower(?:ed|s)|reduc(?:ed|es)|trimm?(?:ed|s))"
    rf"|(?P<hold>left|leaves|held|holds|kept|keeps)) {_KIND}(?:rates?|borrowing costs)\b"
    rf"|\brates? (?:was|were) (?:(?P<raised>raised|lifted|increased)|(?P<cut>cut|lowered|reduced)"
    r"|(?P<held>left|held|kept))\b"
)
_BEFORE = regex(
    r"\b(?:had|has|have|last (?:year|month|autumn|spring|summer|winter)|ago|if|not|would|could|to|will) (?:\w+ )?$"
)
_STOP = regex(r";|, (?:but|while|although)\b|\bwas alone\b")
_NONE = regex(r"\b(?:pass(?:es|ed)? on|not|never|nobody|no one|few|rule[sd]? out|without)\b")


@dataclass(frozen=True, slots=True)
class _Move:
    """A decision on a rate, expected or taken: 1 up, -1 down, 0 none, None not told; ``level`` in percent."""

    article: int
    sentence: Sentence
    start: int
    end: int
    way: int | None
    level: Quantity | None
    when: Interval | None
    names: frozenset[str]


def missed_decisions(corpus: Corpus) -> Iterator[Conflict]:
    """Each expectation of what a bank would do with its rate that its next decision did not bear out."""
    days = [article.document.published.day for article in corpus.articles]
    if len({day for day in days if day is not None}) < 2:
        return
    expected: list[_Move] = []
    taken: list[_Move] = []
    for number, article in enumerate(corpus.articles):
        if days[number] is None:
            continue
        expected += _expected(corpus, number, article)
        taken += _taken(corpus, number, article)
    if not expected or not taken:
        return
    ground = ground_of(corpus)
    for hope in expected:
        later = [one for one in taken if _is_next(corpus, ground, hope, one)]
        if not later:
            continue
        first = min(day for one in later if (day := days[one.article]) is not None)
        next_ones = [one for one in later if days[one.article] == first]
        if not any(_agrees(hope, one) for one in next_ones):
            yield _conflict(corpus, hope, next_ones[0])


def _is_next(corpus: Corpus, ground: Ground, hope: _Move, one: _Move) -> bool:
    """Whether a decision can be the one that was expected: of the same bank, after it, and at the time named."""
    before, after = (corpus.articles[number].document.published.day for number in (hope.article, one.article))
    if before is None or after is None or (after - before).days <= 0:
        return False
    articles = corpus.articles[hope.article], corpus.articles[one.article]
    banks = _banks(articles[0], hope.sentence), _banks(articles[1], one.sentence)
    if banks[0] and banks[1] and banks[0].isdisjoint(banks[1]):
        return False
    span = one.sentence.start, one.sentence.end
    shared = _countries(articles[0]) & _countries(articles[1], *span)  # a country has one central bank
    if ground.kinship(hope.article, one.article) < _STORY and not shared:
        return False
    named = one.names & ground.names[one.article]
    if named and not named & ground.known[hope.article]:
        return False
    if one.when is not None and one.when.end is not None and one.when.end <= instant(before):
        return False
    if hope.when is None or hope.when.end is None:
        return (after - before).days <= _SOON
    ends = (instant(after) - hope.when.end) // DAY
    begins = hope.when.start if hope.when.start is not None else hope.when.end - 45 * DAY
    return begins <= instant(after) + DAY and ends <= _GRACE + (30 if hope.when.start is None else 0)


def _banks(article: Article, sentence: Sentence) -> set[str]:
    """Whose central banks a sentence names: "the Bank of Zambia", "Norway's central bank"."""
    found = _BANK.finditer(article.document.prose, sentence.start, sentence.end)
    return {next(name for name in match.groups() if name) for match in found}


def _countries(article: Article, start: int = 0, end: int = 1 << 60) -> set[str]:
    """The countries that a stretch of an article names, also by their people: "the Georgian central bank"."""
    return {
        place.name for place in article.expressions.places if place.kind == "country" and start <= place.start < end
    }


def _agrees(hope: _Move, one: _Move) -> bool:
    """Whether the decision was the one expected, as far as told."""
    if hope.way is not None and one.way is not None and hope.way != one.way:
        return False
    return hope.level is None or one.level is None or abs(hope.level.value - one.level.value) < 1e-9


def _expected(corpus: Corpus, number: int, article: Article) -> Iterator[_Move]:
    prose, spoken = article.document.prose, words_in(article)
    published = article.document.published.first
    before: frozenset[str] = frozenset()
    for sentence, _ in figures.by_sentence(article):
        told = spoken[sentence.start]
        around, before = told | before, told
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW) or told.isdisjoint(_EXPECTING):
            continue
        if _RATE.isdisjoint(around) and _MEETS.isdisjoint(around):
            continue
        if _ABOUT.isdisjoint(around):
            continue
        cue = _EXPECTS.search(prose, sentence.start, sentence.end)
        if cue is None or _NONE.search(prose, sentence.start, cue.end() + 20):
            continue
        stop = _STOP.search(prose, cue.end(), sentence.end)
        end = stop.start() if stop is not None else sentence.end
        way = _WAY.search(prose, cue.end(), end)
        level = _level(article, sentence, cue.end(), end)
        points = _POINTS.search(prose, cue.end(), end)
        if way is None and (level is None or not (points or "rate" in told)):
            continue
        last = [one.end() for one in (way, points) if one is not None] + ([level.end] if level is not None else [])
        coming = [
            to_come(article, timex, timex.interval)
            for timex in times_in(article, sentence)
            if timex.type is TimexType.DATE and timex.interval is not None and timex.start > cue.end()
        ]
        ahead = [one for one in coming if published is not None and (one.end or 0) > instant(published)]
        yield _Move(
            number,
            sentence,
            cue.start(),
            max(last),
            _way(way),
            level,
            ahead[0] if ahead else None,
            frozenset(),
        )


def _taken(corpus: Corpus, number: int, article: Article) -> Iterator[_Move]:
    prose, spoken = article.document.prose, words_in(article)
    ground = ground_of(corpus)
    for sentence, _ in figures.by_sentence(article):
        if sentence.kind is BlockKind.ROW or _RATE.isdisjoint(spoken[sentence.start]):
            continue
        match = _DID.search(prose, sentence.start, sentence.end)
        if match is None or _BEFORE.search(prose, sentence.start, match.start()):
            continue
        groups = match.groupdict()
        way = 1 if groups["up"] or groups["raised"] else -1 if groups["down"] or groups["cut"] else 0
        passage = ground.passage(number, sentence)
        level = _level(article, sentence, match.end(), sentence.end)
        times = [timex.interval for timex in times_in(article, sentence) if timex.interval is not None]
        yield _Move(
            number,
            sentence,
            match.start(),
            max(match.end(), level.end if level is not None else 0),
            way,
            level,
            max(times, key=lambda one: one.end or 0) if times else None,
            passage.own & passage.proper,
        )


def _way(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    return next(way for number, (way, _) in enumerate(_WAYS) if match[f"w{number}"])


def _level(article: Article, sentence: Sentence, start: int, end: int) -> Quantity | None:
    """The last percentage that a rate is moved to or left at."""
    prose = article.document.prose
    found = [
        one
        for one in figures.quantities_in(article, sentence)
        if one.kind is QuantityKind.PERCENT and start <= one.start < end and _LEVEL.search(prose, start, one.start)
    ]
    return found[-1] if found else None


def _conflict(corpus: Corpus, hope: _Move, one: _Move) -> Conflict:
    first, second = corpus.articles[hope.article], corpus.articles[one.article]
    told, done = first.document.text[hope.start : hope.end], second.document.text[one.start : one.end]
    return Conflict(
        message=f'{article_name(first)} tells of a decision expected on a rate ("{told}"); '
        f'{article_name(second)} has another ("{done}").',
        evidence=(
            Evidence(first.document.name, hope.start, hope.end),
            Evidence(second.document.name, one.start, one.end),
        ),
        key=("rate", told, done),
        explanation=(
            f"{article_name(second)} tells of the first decision after {article_name(first)} appeared"
            + (" at the time that was named." if hope.when is not None else "."),
        ),
        suggestion=f"Nothing to correct; whoever quotes {article_name(first)} should know what came of it.",
        confidence=0.7,
    )

"""Figures that were to be reached and those that were: "should reach 40 million children", "reached 31 million".

A forecast and an outcome are of one thing if one verb governs both figures and they have one unit, or if both are
levels of one kind (a rate, a price), and if their clauses share further words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcheck.assertions.attachment import token_at
from factcheck.assertions.inflect import IRREGULAR
from factcheck.assertions.model import Article
from factcheck.assertions.verbs import BE, HAVE
from factcheck.assertions.words import content_words
from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.restated_figures import At
from factcheck.checks.plans import schedule_words as words
from factcheck.checks.sentence_words import words_in
from factcheck.checks.stories import Stories
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.identity.model import Corpus
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})
_HORIZON = 400  # days
_AHEAD = 9  # tokens from a figure on that belong to it
_REACH = 90  # characters before a figure in which its verb stands
FORECAST = regex(
    r"\b(?:should|target of|goal of|forecasts? of|predict(?:s|ed)|sees?|look(?:s|ed)? for|estimate(?:s|d)?"
    r"|project(?:s|ed)|foresees?)\b"
)
_LEVEL = regex(r"\b(?:rates?|prices?|fares?|tax|dut(?:y|ies)|tariffs?|fees?|wages?|deficit|turnout|budget)\b")
_LEVEL_VERB = regex(r"\b(?:reach|to|at|be|is|was|stand|stood|hit) $|\b(?:reached|stands) $")
_OLDEST = 24  # characters of what _OLD finds, at the most
_OLD = regex(r"\b(?:from|than|of|by|between|and|or|against) (?:about |some |around )?$")
_LAST_WORDS = regex(
    r"(?<![a-z])(?P<verb>[a-z]+)(?: (?:about|around|some|nearly|almost|up|to|by|at|more|than|over|least|as|many|much|a"
    r"|total|only|just|out|for|fewer|less))* $"
)
_OF_LAST_WORDS = "abcdefghijklmnopqrstuvwxyz "
_CLAUSE = regex(r"[;:()]|, (?:and|but|while|which|who)\b")
_PARTS = regex(r"\b(?:another|further|more|each|every|per|a year|a day|a week|including|first|last year|earlier)\b")
_EMPTY_VERBS = BE | HAVE | frozenset({"said", "made", "done", "expected", "hoped", "planned", "forecast"})
_PRESENT_PAST = frozenset(form for past, both in IRREGULAR.values() for form in (*past, *both))


@dataclass(frozen=True, slots=True)
class _Told:
    at: At
    key: str
    words: frozenset[str]
    terms: frozenset[str]
    forecast: bool


def missed_forecasts(corpus: Corpus, kin: Stories, least: float) -> Iterator[tuple[At, At, frozenset[str]]]:
    """Each forecast with the figure that a later article of the story (``least`` kinship) has for it, if another."""
    by_key: dict[str, list[_Told]] = defaultdict(list)
    for number, article in enumerate(corpus.articles):
        if article.document.published.day is not None:
            for one in _figures(number, article):
                by_key[one.key].append(one)
    days: Mapping[int, int] = {
        number: day.toordinal()
        for number, article in enumerate(corpus.articles)
        if (day := article.document.published.day) is not None
    }
    for told in by_key.values():
        forecasts = [one for one in told if one.forecast]
        results = sorted((one for one in told if not one.forecast), key=lambda one: days[one.at.article])
        for forecast in forecasts[:200]:
            fitting = [
                one
                for one in results
                if 0 < days[one.at.article] - days[forecast.at.article] <= _HORIZON
                and len(forecast.words & one.words) >= 2
                and not (forecast.terms - one.words and one.terms - forecast.words)
                and kin.kinship(forecast.at.article, one.at.article) >= least
            ]
            if fitting and not any(_agree(forecast.at.quantity, one.at.quantity) for one in fitting):
                yield forecast.at, fitting[0].at, forecast.words & fitting[0].words


def _agree(one: Quantity, two: Quantity) -> bool:
    return figures.overlap((one.low, one.high), (two.low, two.high))


def _figures(number: int, article: Article) -> Iterator[_Told]:
    prose, spoken_in = article.document.prose, words_in(article)
    for sentence, quantities in figures.by_sentence(article):
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW):
            continue
        spoken = spoken_in[sentence.start]
        for quantity in quantities:
            if quantity.kind not in _KINDS or quantity.converts is not None or quantity.unit is None:
                continue
            lead = _CLAUSE.split(prose[max(sentence.start, quantity.start - _REACH) : quantity.start])[-1]
            if _OLD.search(lead, max(0, len(lead) - _OLDEST)) and not _LEVEL_VERB.search(lead):
                continue
            after = prose[quantity.end : min(sentence.end, quantity.end + 24)]
            if may_find(_PARTS, spoken) and (_PARTS.search(after) or _PARTS.search(lead[-24:])):
                continue
            told = _told(number, sentence, quantity, lead, spoken)
            if told is not None:
                yield told


def _told(number: int, sentence: Sentence, quantity: Quantity, lead: str, spoken: frozenset[str]) -> _Told | None:
    """The figure as a forecast or a result; None where it is neither, or where the text denies or recalls it."""

    def has(pattern: re.Pattern[str]) -> bool:
        return may_find(pattern, spoken) and pattern.search(lead) is not None

    match = _LAST_WORDS.search(lead, len(lead.rstrip(_OF_LAST_WORDS)))
    verb = match["verb"] if match is not None else ""
    if quantity.kind is QuantityKind.PERCENT:
        level = _LEVEL.findall(lead) if may_find(_LEVEL, spoken) else []
        if not level or not _LEVEL_VERB.search(lead):
            return None
        key = f"level {level[-1].rstrip('s')} in percent"
    else:
        if not verb or verb in _EMPTY_VERBS:
            return None
        key = f"{words.base_of(verb)} {quantity.unit}"
    forecast = has(words.PLAN) or has(FORECAST) or has(words.WOULD)
    done = verb.endswith("ed") or verb in _PRESENT_PAST or quantity.kind is QuantityKind.PERCENT
    if not (forecast or done) or has(words.NOT) or has(words.UNSURE) or has(words.RECALLED):
        return None
    tokens = sentence.tokens
    place = token_at(tokens, quantity.start)
    stems, terms = content_words(tokens[: place + _AHEAD])
    own = {words.base_of(verb), *(quantity.unit or "").split()}
    return _Told(At(number, sentence, quantity), key, (stems | terms) - own - words.EMPTY, terms, forecast)

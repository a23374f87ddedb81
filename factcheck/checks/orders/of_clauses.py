"""The order that one sentence's grammar states between its two dates.

"Promoted in 2010, having joined in 2013"; "signed on 3 April, after parliament passed it on 9 April"; "before
retiring in 2009 she was made a judge in 2012"; "the firm, founded in 1998, opened its first shop in 1994". A helper of
``order_is_possible``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name, how_read, time_words
from factcheck.checks.templates import may_hold, t, time_template, times_by_sentence
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.compare import certainly_before, gap_days
from factcheck.temporal.interval import Granularity
from factcheck.text.model import Sentence

_ON = r"(?:on|in) "
# A stretch within one clause: no other figure, no further clause, nothing that is only meant to come.
_CLAUSE = (
    r"(?:(?! (?:and|but|or|who|which|that|whose|where|when|while|until|till|by|to|for|since|before|after|with|will"
    r"|would|should|if"
    r"|due|plann\w+|promis\w+|agree\w+|announc\w+|expect\w+|schedul\w+|deadline|from|than|as (?:the )?(?:heir"
    r"|successor))\b)[^‹›.;:,()])"
)
_CORE = r"(?:(?! (?:and|but|or|who|which|that|whose|where|when|until|will|would|should|if)\b)[^‹›.;:()])"
_HEAD = r"(?:^|[,;] |\b(?:and|but|who|he|she|it|they) )"
_FROM = _CLAUSE.replace("|from", "")
_DID = (
    r"\b(?:[a-z]+ed|became|left|won|took|was|were|got|went|came|made|rose|built|bought|sold|met|wrote|sent|held|shut|set|ran)"
    r"\b"
)


@dataclass(frozen=True, slots=True)
class _Order:
    """A pattern with the groups ``first`` and ``then``: what the words put first, and what they let follow."""

    words: str
    pattern: re.Pattern[str]


def _order(words: str, pattern: str) -> _Order:
    return _Order(words, regex(pattern))


_ORDERS: tuple[_Order, ...] = (
    _order(
        '"having" tells what came before',
        rf"{_DID}{_CORE}{{0,80}}?\b{_ON}{t('then')},? (?:[a-z]+ )?having (?:first |already "
        rf"|only )?(?:been )?[a-z]+{_FROM}{{0,60}}? {_ON}{t('first')}",
    ),
    _order(
        '"after" tells what came before',
        rf"{_DID}{_CORE}{{0,80}}?\b{_ON}{t('then')},? (?:‹T\d+› |(?:only|shortly|soon|just|immediately|days|weeks"
        rf"|months|years) )?after"
        rf"(?! which\b){_CLAUSE}{{3,70}}? {_ON}{t('first')}",
    ),
    _order(
        '"following" tells what came before',
        rf"{_DID}{_CORE}{{0,80}}?\b{_ON}{t('then')},? following (?:a|an|the|its|his|her"
        rf"|their)\b{_CLAUSE}{{3,60}}? {_ON}{t('first')}",
    ),
    _order(
        '"before" tells what came after',
        rf"^Before (?!the end\b)[a-z]+ing{_CLAUSE}{{0,50}}? {_ON}{t('then')},? (?:[a-z]+ ){{0,3}}?(?:was|had|became"
        rf"|[a-z]+ed|made|won|led|ran|taught|wrote)"
        rf"\b(?:(?!\b(?:and|but|later|then|again|would|until)\b)[^‹›.;:,])*?\b{_ON}{t('first')}",
    ),
    _order(
        "a reply follows what it answers",
        rf"\b(?:reply|answer|response|rejoinder)\b,? (?:dated|sent on|written on|of"
        rf"|was sent on) {t('then')},?{_CORE}{{1,60}}?\b(?:letter|call|request|question|note|e-?mail|complaint"
        rf"|inquiry|demand)"
        rf" (?:of|dated|sent on|written on|from|made on) {t('first')}",
    ),
    _order(
        "nothing is done by what has not yet been founded",
        rf"(?:,|\() ?(?:which was )?(?:founded|established|set up|formed|incorporated) in {t('first')}[,)] (?:has "
        rf"|had )?(?:opened|won|published|launched|built|issued|held|sold|made|released)"
        rf" (?:its|their) (?:own )?(?:first|second|third|biggest|only|last)\b{_CLAUSE}{{2,50}}? {_ON}{t('then')}",
    ),
    _order(
        "nothing is done by what has not yet been founded",
        rf"^(?:Founded|Established|Set up|Formed) (?:by [^,‹›]{{2,40}} )?in {t('first')}, (?:the [a-z]+"
        rf"|[A-Z][^,‹›]{{2,40}}?) (?:moved|opened|won|joined|published|launched|built|bought|sold)"
        rf"\b{_CORE}{{2,60}}? in {t('then')}",
    ),
    _order(
        "a post is taken over when it is left",
        rf"\b(?:took over|took charge"
        rf"|succeeded)(?: as [a-z ]{{3,30}})? in {t('then')} (?:from )?[A-Z][^‹›.;:,]{{2,40}}, who (?:stepped down"
        rf"|retired|died|resigned) in {t('first')}",
    ),
    _order(
        '"had been" tells what came before',
        rf"{_DID}{_CORE}{{0,80}}?\b{_ON}{t('then')}; (?:he|she|it"
        rf"|they) had (?:been )?[a-z]+{_FROM}{{0,50}}? {_ON}{t('first')}",
    ),
    _order(
        "nothing is done by who has not yet been born",
        rf"^{_CORE}{{0,20}}?[A-Z]\w+,? (?:who was )?born (?:in [A-Z]\w+ )?{_ON}{t('first')}, (?:joined|graduated"
        rf"|entered|became|married|began|started|won|wrote|played|moved|studied)"
        rf"\b{_CLAUSE}{{2,50}}? {_ON}{t('then')}",
    ),
    _order(
        "who has retired is not promoted",
        rf"\b(?:retired|died) {_ON}{t('then')}(?: [a-z ]{{1,20}}?)?,? and (?:was|got) (?:promoted|hired|recruited"
        rf"|appointed|born){_CORE}{{0,40}}? {_ON}{t('first')}",
    ),
)  # fmt: skip
_HINT = regex(
    r"\b(?:[Bb]efore|after|having|following|dated|[Ff]ounded|[Ee]stablished|[Ss]et up|[Ff]ormed|incorporated|born"
    r"|retired|died"
    r"|reply|answer|response|took over|took charge|succeeded)\b|; (?:he|she|it|they) had\b"
)
_UNTOLD = regex(
    r"\b(?:will|would|may|might|could|should|is to|are to|was to|were to|if|unless|due|scheduled|expected|planned"
    r"|plans|claimed|claims? that|alleg\w+"
    r"|den(?:y|ied|ies)|reportedly|again|re-\w+|retroactiv\w*|backdat\w*|postpon\w+|posthumous\w*|not|never)\b"
)
_MONTH = regex(r"\bMay\b")
_DIGIT = regex(r"\d")  # a bare weekday may be of another week
_FAR_DAYS = 60
_FOUNDED = regex(
    rf"^(?P<what>The [a-z]+(?: [a-z]+)?|[A-Z]\w+(?: [A-Z]\w+)*) was (?:founded|established|set up|formed"
    rf"|incorporated) (?:[^‹›.;:,]{{0,40}}? )?in {t('first')}\.?$"
)
_IT_DID = regex(
    rf"^(?:It|They|The (?:club|firm|company|team|band|party|bank|charity|school|museum|paper|group|union)) (?:won"
    rf"|opened|published|launched|built|issued|sold|released|joined|moved|played)\b{_CLAUSE}{{2,60}}? in {t('then')}"
)


def clause_conflicts(article: Article) -> Iterator[Conflict]:
    """A conflict for each sentence whose two dates stand against the order that its words state."""
    prose = article.document.prose
    blocks = article.document.blocks
    before: Sentence | None = None
    told = times_by_sentence(article)
    for sentence in article.text.sentences:
        if blocks[sentence.block].repeats is not None:
            continue
        last, before = before, None
        times = told.get(sentence.start)
        if times is None:
            continue
        before = sentence
        if last is not None and last.block == sentence.block and may_hold(article, sentence, (_IT_DID, _AFTER_THAT)):
            yield from _founded_before(article, last, sentence)
            yield from _after_that(article, last, sentence)
        if len(times) < 2 or not _HINT.search(prose, sentence.start, sentence.end):
            continue
        shape = time_template(article, sentence)
        for order in _ORDERS:
            match = shape.search(order.pattern)
            if match is None or _UNTOLD.search(_MONTH.sub("", match[0])):
                continue
            first, then = shape.times[int(match["first"])], shape.times[int(match["then"])]
            if are_reversed(first, then):
                yield conflict_between(article, first, then, order.words, sentence)
                break


def _founded_before(article: Article, last: Sentence, here: Sentence) -> Iterator[Conflict]:
    before, behind = time_template(article, last), time_template(article, here)
    founded = before.search(_FOUNDED)
    did = behind.search(_IT_DID) if founded is not None else None
    if founded is None or did is None or _UNTOLD.search(did[0]):
        return
    first, then = before.times[int(founded["first"])], behind.times[int(did["then"])]
    if are_reversed(first, then):
        yield conflict_between(article, first, then, "nothing is done by what has not yet been founded", here)


_AFTER_THAT = regex(rf"\bonly after (?:that|this),? (?:on|in) {t('then')}")


def _after_that(article: Article, last: Sentence, here: Sentence) -> Iterator[Conflict]:
    """ "Only after that, on 3 May" behind a sentence with one date."""
    before, behind = time_template(article, last), time_template(article, here)
    match = behind.search(_AFTER_THAT)
    if match is None or len(before.times) != 1 or _UNTOLD.search(before.text):
        return
    first, then = before.times[0], behind.times[int(match["then"])]
    if are_reversed(first, then):
        yield conflict_between(article, first, then, '"only after that" tells what came before', here)


def are_reversed(first: Timex, then: Timex) -> bool:
    """Whether ``then`` certainly lies before ``first``, by dates that leave no doubt about their years."""
    for one in (first, then):
        if one.type not in (TimexType.DATE, TimexType.TIME) or one.interval is None or one.mod:
            return False
        if one.interval.granularity > Granularity.YEAR or one.interval.approximate:
            return False
    assert first.interval is not None
    assert then.interval is not None
    if not certainly_before(then.interval, first.interval):
        return False
    if first.year_stated and then.year_stated:
        return True
    # A year that is not stated was taken from the neighbourhood: only near days are beyond doubt.
    gap = gap_days(then.interval, first.interval)
    days = max(first.interval.granularity, then.interval.granularity) <= Granularity.DAY
    return days and gap is not None and gap <= _FAR_DAYS and all(_DIGIT.search(one.text) for one in (first, then))


def conflict_between(article: Article, first: Timex, then: Timex, words: str, sentence: Sentence) -> Conflict:
    """A conflict of what must come first and what must follow, with the words that order them."""
    name = article.document.name
    told = " ".join(article.document.text[sentence.start : sentence.end].split())
    return Conflict(
        message=f"{article_name(article)} has what must follow, {time_words(then)}, before what must come first, "
        f"{time_words(first)}.",
        evidence=(Evidence(name, first.start, first.end), Evidence(name, then.start, then.end)),
        key=("order of clauses", first.value, then.value),
        explanation=(how_read(article, first), how_read(article, then), f'{words[0].upper()}{words[1:]}: "{told}"'),
        suggestion=f"Check both dates. It would be possible if {time_words(then)} came after {time_words(first)}.",
        confidence=0.87,
    )

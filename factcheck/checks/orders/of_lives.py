"""Orders that hold for people and things on their way, told in several sentences.

Nobody arrives before they leave, nobody speaks after their death, and captives who were let go only when the money was
counted were not free before it came. A helper of ``order_is_possible``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict
from factcheck.checks.orders.of_clauses import are_reversed, conflict_between
from factcheck.checks.templates import Template, may_hold, t, time_template, times_by_sentence
from factcheck.expressions.model import NameType, Timex
from factcheck.patterns import regex
from factcheck.temporal.interval import Granularity
from factcheck.text.model import Sentence

_G = r"[^‹›.;:]"
_LEFT = regex(
    rf"^(?P<who>The [a-z]+(?: [a-z]+)?|{_G}{{2,80}}?) (?:left|set off|set out|departed|sailed|drove off"
    rf"|flew)\b(?P<way>{_G}{{0,80}}?) on {t('left')}"
)
_GOT = regex(
    rf"^(?P<who>They|It|He|She|The [a-z]+(?: [a-z]+)?) (?:got to|reached|arrived (?:in|at)|docked (?:in|at)"
    rf"|pulled into|landed (?:in|at)|came to|rolled into)"
    rf"\b{_G}{{1,60}}? on {t('got')}"
)
_BOTH = regex(
    rf"\b(?:left|set off|set out|departed|sailed)\b(?:(?! (?:and|but|for the|who"
    rf"|which)\b){_G}){{0,80}}? on {t('left')},? and (?:[a-z]+ )?(?:got to|reached|arrived|docked|landed)"
    rf"\b{_G}{{1,50}}? on {t('got')}"
)
_OTHER_JOURNEY = regex(
    r"\b(?:again|return\w*|earlier|previous\w*|other|another|first|last|next|before|had|will|would|due|is to|are to"
    r"|was to"
    r"|were to|should|if|may|might|plan\w*|expected|each|every)\b"
)
_DIED = regex(
    rf"(?P<name>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){{1,3}}"
    rf"|^The [a-z]+)(?:, (?:aged )?\d{{1,3}},)?(?: \(\d{{1,3}}\))? (?:has |had )?(?:died|was killed|was shot dead"
    rf"|passed away|drowned)\b{_G}{{0,60}}? on {t('died')}"
)
_ACTS = (
    r"(?:told|gave (?!birth)|signed|wrote|spoke|testified|met|visited|attended|travelled|flew|went|appeared"
    r"|was (?:interviewed|questioned|seen|arrested)|voted|promised"
    r"|warned|resigned|was sworn in|pleaded|confessed|called|rang|arrived)"
)
_BEDSIDE = regex(
    rf"\b(?:(?:at|by|from|in) (?:his|her) (?:bedside|(?:hospital|sick) ?bed)|took (?:his|her) (?:statement"
    rf"|testimony)|(?:spoke|talked) to (?:him|her)|interviewed (?:him|her)|questioned (?:him"
    rf"|her))\b{_G}{{0,40}}? on {t('did')}"
)
_HE_ACTED = regex(rf"^(?:He|She) {_ACTS}\b{_G}{{0,60}}? on {t('did')}")
_AFTER_DEATH = regex(
    r"\b(?:posthumous\w*|buried|funeral|cremated|body|remains|will|would|estate|memory|mourn\w*|recorded|published"
    r"|had (?:told|said|written|signed|given))\b"
)
_FREE = regex(
    rf"\b(?:was|were|been) (?:finally |at last |all )?(?:freed|released|let go|set free|handed over"
    rf"|ransomed)\b{_G}{{0,50}}? on {t('free')}"
)
_PAID = r"(?:paid|handed over|delivered|counted|transferred|arrived|came|reached|received|sent|dropped)"
_MONEY = r"(?:money|ransom|instalments?|payments?|sum|cash|fee|fine|bail|deposit|euros|dollars|suitcase|rest)"
_CAPTIVES = (
    r"(?:prisoners?|captives?|hostages?|crew|sailors|men|women|nurses?|workers|engineers?|doctors?|children|they|he|she"
    r"|six|seven)"
)
_PAID_FIRST = regex(
    rf"\b{_MONEY}\b{_G}{{0,60}}?\b{_PAID}\b{_G}{{0,30}}? on {t('paid')},? (?:and |but )?only (?:when|after|once"
    rf"|then)\b{_G}{{0,60}}?\b(?:was|were|did) (?:the )?(?:[a-z]+ )?{_CAPTIVES}\b"
)
_ONLY_AFTER = regex(
    rf"\b(?:released|freed|let go|set free|handed over|came out) only (?:after|when"
    rf"|once)\b{_G}{{1,50}}?\b{_MONEY}\b{_G}{{0,30}}?\b{_PAID}\b,?(?: {_G}{{0,30}}?)?,? on {t('paid')}"
)
_DIGIT = regex(r"\d")  # a bare weekday may be of another week
_FAR_DAYS = 120
_FOLLOWING = 4  # sentences


_TOLD = (_LEFT, _GOT, _BOTH, _DIED, _PAID_FIRST, _ONLY_AFTER, _FREE)


def life_conflicts(article: Article) -> Iterator[Conflict]:
    """A conflict for each arrival before its departure, act after its doer's death and release before its price."""
    shapes = [
        (number, sentence, time_template(article, sentence))
        for number, sentence in _dated(article)
        if may_hold(article, sentence, _TOLD)
    ]
    yield from _journeys(article, shapes)
    yield from _deaths(article, shapes)
    yield from _releases(article, shapes)


_Shape = tuple[int, Sentence, Template]


def _dated(article: Article) -> Iterator[tuple[int, Sentence]]:
    """The sentences with times, each with its number."""
    blocks = article.document.blocks
    told = times_by_sentence(article)
    for number, sentence in enumerate(article.text.sentences):
        if sentence.start in told and blocks[sentence.block].repeats is None:
            yield number, sentence


def _journeys(article: Article, shapes: list[_Shape]) -> Iterator[Conflict]:
    last: _Shape | None = None
    for here in shapes:
        number, sentence, shape = here
        match = shape.search(_BOTH)
        if match is not None and not _OTHER_JOURNEY.search(match[0]):
            left, got = shape.times[int(match["left"])], shape.times[int(match["got"])]
            if are_reversed(left, got):
                yield conflict_between(article, left, got, "an arrival follows its departure", sentence)
        if last is not None and last[0] == number - 1 and sentence.block - last[1].block <= 1:
            yield from _arrived(article, last, here)
        last = here


def _arrived(article: Article, before: _Shape, here: _Shape) -> Iterator[Conflict]:
    end = here[2].search(_GOT)
    start = before[2].search(_LEFT) if end is not None else None
    if start is None or end is None or _OTHER_JOURNEY.search(start[0]) or _OTHER_JOURNEY.search(end[0]):
        return
    pronoun = not end["who"].startswith("The ")
    # A pronoun stands for the travellers only within their paragraph.
    if (pronoun and before[1].block != here[1].block) or (not pronoun and end["who"] != start["who"]):
        return
    left, got = before[2].times[int(start["left"])], here[2].times[int(end["got"])]
    if are_reversed(left, got) and _are_near(left, got):
        yield conflict_between(article, left, got, "an arrival follows its departure", here[1])


def _deaths(article: Article, shapes: list[_Shape]) -> Iterator[Conflict]:
    for number, sentence, shape in shapes:
        match = shape.search(_DIED)
        if match is None:
            continue
        died = shape.times[int(match["died"])]
        if died.interval is None or died.interval.granularity > Granularity.DAY:
            continue
        acted = re.compile(
            rf"(?:^|, |\band )(?:[A-Z][a-z]+ )?{re.escape(match['name'])}(?:, [^‹›.;:,]{{2,40}},)?"
            rf" {_ACTS}\b{_G}{{0,60}}? on {t('did')}"
        )
        for other, later in _dated(article):
            told = time_template(article, later)
            found = acted.search(told.text) if other != number else None
            if found is None and 0 <= other - number <= _FOLLOWING:
                found = _bedside(article, sentence, later, told)
            if found is None and other == number + 1 and later.block == sentence.block:
                found = _HE_ACTED.search(told.text)
                if found is not None and not _is_alone(article, sentence, later):
                    found = None
            if found is None or _AFTER_DEATH.search(told.text):
                continue
            did = told.times[int(found["did"])]
            if did is died or did.interval is None or did.interval.granularity > Granularity.DAY:
                continue
            if _is_late(article, did, died):
                yield conflict_between(article, did, died, f"{match['name']} did nothing after dying", later)


def _bedside(article: Article, death: Sentence, later: Sentence, told: Template) -> re.Match[str] | None:
    """A visit to the sickbed of "her" who is the one that died: nobody else is named in between."""
    found = _BEDSIDE.search(told.text)
    if found is None or later.block != death.block:
        return None
    return found if _is_alone(article, death, later) else None


def _is_alone(article: Article, first: Sentence, last: Sentence) -> bool:
    """Whether at most one person is named from one sentence to another."""
    people = {
        name.canonical
        for name in article.expressions.names
        if name.type is NameType.PERSON and first.start <= name.start < last.end and " " in name.canonical
    }
    return len(people) <= 1


def _releases(article: Article, shapes: list[_Shape]) -> Iterator[Conflict]:
    free: list[Timex] = []
    paid: list[tuple[Timex, Sentence]] = []
    for _, sentence, shape in shapes:
        for pattern in (_PAID_FIRST, _ONLY_AFTER):
            match = shape.search(pattern)
            if match is not None and not re.search(r"\b(?:other|another)\b", shape.text):
                paid.append((shape.times[int(match["paid"])], sentence))
            if match is not None:
                break
        found = shape.search(_FREE) if match is None else None
        if found is not None and not re.search(rf"\b{_MONEY}\b[^‹›.;:,]{{0,30}}$", shape.text[: found.start()]):
            free.append(shape.times[int(found["free"])])
    days = {timex.interval.start for timex in free if timex.interval is not None}
    if len(days) != 1 or len(paid) != 1:
        return
    price, sentence = paid[0]
    if are_reversed(price, free[0]) and _are_near(price, free[0]):
        yield conflict_between(article, price, free[0], "the text lets the release wait for the payment", sentence)


def _is_late(article: Article, did: Timex, died: Timex) -> bool:
    """Whether an act lies within months after a death; a death cannot lie ahead, whatever year was read for it."""
    if did.interval is None or died.interval is None or did.interval.start is None or died.interval.start is None:
        return False
    if did.year_stated or died.year_stated:
        return are_reversed(did, died) and _are_near(did, died)
    if not (_DIGIT.search(did.text) and _DIGIT.search(died.text)):
        return False
    days = (did.interval.start - died.interval.start) // 86_400
    published = article.document.published.day
    if published is not None and died.interval.start // 86_400 >= published.toordinal():
        days += 365
    return 0 < days <= _FAR_DAYS


def _are_near(first: Timex, then: Timex) -> bool:
    one, other = first.interval, then.interval
    if one is None or other is None or one.start is None or other.start is None:
        return False
    return abs(one.start - other.start) <= _FAR_DAYS * 86_400

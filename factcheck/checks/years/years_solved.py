"""Anniversaries and counts of years that no year of the article explains, whatever the construction.

A solver, no grammar: a paragraph tells a count ("the silver wedding", "marked 70 years of", "77 years since") and one
year that an event began in ("who married in October 1985"); the count must be what has passed until publication, or
between two years that the article names. A count that nothing explains and that is off by a slip is reported. A helper
of ``anniversary_fits_years``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import (
    NUMBER,
    YEAR,
    Point,
    lengths_by_sentence,
    lengths_in,
    number_of,
    paragraphs,
    points_in,
)
from factcheck.expressions.model import NameType
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import Granularity, instant, moment
from factcheck.text.model import Sentence

_ORDINALS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
}
_ORDINALS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
              "ninetieth": 90, "hundredth": 100, "one hundredth": 100}  # fmt: skip
_SINGLE = {
    "centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "tercentenary": 300,
    "sesquicentenary": 150, "sesquicentennial": 150, "quincentenary": 500, "quatercentenary": 400,
}  # fmt: skip
_STONES = {
    "tin": 10, "china": 20, "silver": 25, "pearl": 30, "coral": 35, "ruby": 40, "sapphire": 45, "golden": 50,
    "gold": 50, "emerald": 55, "diamond": 60, "platinum": 70,
}  # fmt: skip
_TENS = {word[:-2] + "y": number for word, number in _ORDINALS.items() if 20 <= number <= 90}
_JUBILEE = regex(
    rf"\b(?:(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?:(?P<tens>{'|'.join(sorted(set(_TENS)))}|twenty)-)?"
    rf"(?P<word>{'|'.join(_ORDINALS)}))(?:[ -][a-z]+)?[ -](?P<kind>anniversary|birthday|jubilee)"
    rf"|(?P<stone>{'|'.join(_STONES)})[ -](?:wedding|jubilee|anniversary)|(?P<single>{'|'.join(_SINGLE)})"
    rf"|(?P<years>{NUMBER})[ -]years?[ -](?:anniversary|jubilee|milestone|celebrations?)"
    rf"|(?P<turn>turn(?:s|ed|ing)?|celebrat\w+ turning) (?P<turned>\d{{2,3}}|{NUMBER})(?= ?(?:[,.;:]|$|on\b|this\b"
    rf"|last\b|in\b"
    rf"|years old|today|and\b)))\b",
    re.IGNORECASE,
)
_OWN_BIRTHDAY = regex(r"\b(?:his|her|whose|my|their)\b[^.;]{0,12}$", re.IGNORECASE)
_MARKED = regex(
    r"\b(?:mark(?:s|ed|ing)?|celebrat\w+|commemorat\w+|toast\w*|honou?r\w*|in memory of|remember\w*)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_SINCE = regex(r",? (?:since|on from|on,|to the day|after the (?:event|fact))|[ ,](?:exactly )?ago\b")
_AGO = regex(r"[ ,]+(?:exactly )?ago\b(?P<day>,? (?:to the day|today|this (?:week|month|year)|on \w+day))?")
_ORIGIN = regex(
    r"\b(?:found\w*|establish\w*|set up|creat\w+|form(?:ed|ation)|built|build\w*|open\w*|launch\w*|complet\w+"
    r"|inaugurat\w+"
    r"|married|wed|wedding|ceremony|kill\w*|died|dies|death|lost|sank|sinking|crash\w*|blown|bomb\w*|attack\w*|explo\w+"
    r"|fire|burn\w*|(?:earth)?quake|tsunami|wave|struck|storm\w*|signed|sign\w+|independ\w+|lowered|first|maiden|debut"
    r"|began|begun|start\w*|coup|putsch|pogrom|massacre\w*|surrender\w*|oath|came to|power|released|published|won"
    r"|shot|murder\w*|assassinat\w+|disaster|collapse\w*|flood\w*|landed|landing|premiere\w*|broadcast|aired|uprising"
    r"|revolution|liberat\w+|laid|introduc\w+|brought|invent\w+|discover\w+|arriv\w+|took|ended|fell|fall|battle"
    r"|treaty|joined|merge\w*|register\w+|incorporat\w+|charter\w*|consecrat\w+|unveil\w*|dates?|dating|since|host\w*"
    r"|capsiz\w+|derail\w+|abduct\w+|kidnap\w+|vanish\w+|disappear\w+|invasion|invaded|genocide|eruption|erupted"
    r"|accident|tragedy|hit|ruptured|of)\b",
    re.IGNORECASE,
)
_BORN = regex(r"\bborn\b[^.;]{0,50}$", re.IGNORECASE)
_RUNS_TO = regex(r"\b(?:of|since|from|when|which|that|after|in memory|who|begun|wed|married)\b")
_FOR_LATER = regex(
    r"\b(?:next (?:year|month)|not until|will (?:be|mark|turn|celebrate)|early|late|delayed|postponed|year late"
    r"|belated\w*|cancelled|spoiled|last year|earlier this)\b"
)
_FACTOR, _FAR = 2.2, 4


@dataclass(frozen=True, slots=True)
class _Count:
    """A count of years at ``prose[start:end]``; ``low`` and ``high`` are what it may stand for."""

    start: int
    end: int
    text: str
    low: float
    high: float
    ago: bool = False


def solved_years(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each count of years that no two years of the article explain."""
    published = article.document.published.day
    if published is None:
        return
    now = instant(published)
    words, measured = words_in(article), lengths_by_sentence(article)
    for group in paragraphs(article):
        points: list[tuple[int, Point]] | None = None
        for index, sentence in enumerate(group):
            if sentence.start not in measured and not may_find(_JUBILEE, words[sentence.start]):
                continue
            for count in _counts(article, sentence):
                if points is None:
                    points = [
                        (number, point)
                        for number, one in enumerate(group)
                        for point in points_in(article, one)
                        if point.year_stated
                    ]
                origin = _origin(article, group, index, count, points, now)
                if origin is not None and not _explained(article, count, published.year):
                    yield _conflict(article, count, origin, now)


def _counts(article: Article, sentence: Sentence) -> Iterator[_Count]:
    prose = article.document.prose
    text = prose[sentence.start : sentence.end]
    for match in _JUBILEE.finditer(text) if may_find(_JUBILEE, words_in(article)[sentence.start]) else ():
        value = _value(match)
        before = text[: match.start()]
        if match["kind"] == "birthday" and _OWN_BIRTHDAY.search(before):
            continue
        if match["turn"] and _is_person(article, sentence, match.start()):
            continue
        if 1 < value < 1000:
            yield _Count(sentence.start + match.start(), sentence.start + match.end(), match.group(), value, value)
    for length in lengths_in(article, sentence):
        if length.unit not in ("year", "decade", "century", "centurie") or length.hyphen or length.low < 2 * YEAR:
            continue
        before = prose[max(sentence.start, length.start - 60) : length.start]
        ago = _AGO.match(prose, length.end, sentence.end)
        if not _SINCE.match(prose, length.end, sentence.end) and not _MARKED.search(before):
            continue
        if length.more:
            continue
        whole = ago.end() if ago else length.end
        low, high = length.low, length.high
        if re.search(r"to the day$", prose[length.start : whole]):
            low = high = (low + high) / 2
        yield _Count(
            length.start, whole, prose[length.start : whole], low / YEAR, high / YEAR,
            ago is not None and not ago["day"],
        )  # fmt: skip


def _value(match: re.Match[str]) -> float:
    if match["stone"]:
        return _STONES[match["stone"].lower()]
    if match["single"]:
        return _SINGLE[match["single"].lower()]
    if match["years"] or match["turned"]:
        return number_of(match["years"] or match["turned"])
    if match["number"]:
        return float(match["number"])
    tens = number_of(match["tens"]) if match["tens"] else 0
    return tens + _ORDINALS[match["word"].lower()]


def _is_person(article: Article, sentence: Sentence, offset: int) -> bool:
    """Whether somebody turns that old, not something."""
    at = sentence.start + offset
    if re.search(r"\b(?:he|she|who|I|they|year-old)\b", article.document.prose[max(sentence.start, at - 40) : at]):
        return True
    return any(name.type is NameType.PERSON and sentence.start <= name.start < at for name in article.expressions.names)


def _origin(
    article: Article, group: Sequence[Sentence], index: int, count: _Count, points: list[tuple[int, Point]], now: int
) -> Point | None:  # fmt: skip
    """The one year that the count can be from; None where another fits, or none or several may be meant."""
    if len(points) > 80:
        return None  # no paragraph: a list of years
    prose = article.document.prose
    sentence = group[index]
    early = [(number, point) for number, point in points if point.low < now]
    if not early or len(early) > 40 or len({point.year for _, point in early}) > 3:
        return None
    own = [
        (number, point)
        for number, point in early
        if abs(number - index) <= _FAR and _leads(article, group[number], point, count, number == index)
    ]
    if len({point.year for _, point in own}) > 1:
        inside = [(number, point) for number, point in own if number == index and point.start >= count.end]
        own = inside if len({point.year for _, point in inside}) == 1 else []
    if not own:
        return None
    number, point = own[0]
    if count.ago and (number != index or min(abs(point.end - count.start), abs(count.end - point.start)) > 25):
        return None
    least, most = (now - point.high) / YEAR, (now - point.low) / YEAR
    slack = 0.25 if _same_day(point, now) else 1.2
    if _FOR_LATER.search(prose, sentence.start, sentence.end):
        slack = 2.2
    if least - slack <= count.high and most + slack >= count.low:
        return None
    middle = (count.low + count.high) / 2
    return point if max(most / middle, middle / most) <= _FACTOR else None


def _same_day(point: Point, now: int) -> bool:
    if point.grain > Granularity.DAY:
        return False
    then, today = moment(point.low), moment(now)
    return abs((then.month - today.month) * 30 + then.day - today.day) <= 5


def _leads(article: Article, sentence: Sentence, point: Point, count: _Count, same: bool) -> bool:
    """Whether a year may be that of the event the years are counted from."""
    prose = article.document.prose
    before = prose[max(sentence.start, point.start - 110) : point.start]
    if _BORN.search(before) or re.match(
        r" (?:prices|season|World Cup|Olympics|budget)\b", prose[point.end : point.end + 14]
    ):
        return False
    if not same:
        return _ORIGIN.search(before[:-4] if before.endswith(" of ") else before) is not None or (
            re.match(r" [a-z]", prose[point.end : point.end + 2]) is not None
            and _ORIGIN.match(prose, point.end + 1) is not None
        )
    if point.start >= count.end:
        return _RUNS_TO.search(prose[count.end : point.start]) is not None or count.ago
    if point.end <= count.start:
        if re.match(r" of (?:its|their|his|her|the|a)\b", prose[count.end : count.end + 12]):
            return False  # "the town, founded in 1900, marked the centenary of its bridge"
        clause = before + prose[point.end : point.end + 30].partition(",")[0]
        return _ORIGIN.search(re.sub(r"\bof\b", "", clause)) is not None and not re.match(
            r"\s*(?:In|By|On)\s*$", before[-4:]
        )
    return False


@lru_cache(maxsize=2)
def _years(prose: str) -> frozenset[int]:
    """All years that an article writes out; asked for once a count, so kept for the article at hand."""
    return frozenset(int(match.group()) for match in re.finditer(r"\b(?:1[0-9]|20)\d\d\b", prose))


def _explained(article: Article, count: _Count, year: int) -> bool:
    """Whether two years of the article, or one and that of publication, lie that far apart."""
    years = {year, *_years(article.document.prose)}
    if len(years) > 40:
        return True
    low, high = count.low - 0.01, count.high + 0.01
    return any(low <= one - other <= high for one in years for other in years)


def _conflict(article: Article, count: _Count, origin: Point, now: int) -> Conflict:
    passed = (now - (origin.low + min(origin.high, now)) / 2) / YEAR
    words = f"{passed:.0f} years"
    today = moment(now).strftime("%-d %B %Y")
    text = " ".join(count.text.split())
    name = article.document.name
    return Conflict(
        message=f'{article_name(article)} speaks of "{text}", but from {origin.text} to {today} it is {words}.',
        evidence=(Evidence(name, count.start, count.end), Evidence(name, origin.start, origin.end)),
        key=("years solved", text.lower(), str(origin.year)),
        explanation=(f"{today} less {origin.text} is {passed:.1f} years; no other year of the article explains it.",),
        suggestion=f"Write {words}, or check {origin.text}.",
        confidence=0.85,
    )

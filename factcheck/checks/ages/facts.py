"""Age facts of a paragraph: each bounds the day of birth of one person.

A helper of ``births_solved``. Small forms that may stand anywhere in a sentence, not whole constructions.
"""

# ruff: noqa: E501 (long alternations read better unbroken)
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import within
from factcheck.checks.ages.figures import may_tell_age
from factcheck.checks.ages.people import ANOTHER
from factcheck.checks.once import once_per_article
from factcheck.checks.sentence_words import NUMBER_WORDS, SMALL, words_in
from factcheck.checks.timelines.points_told import NUMBER, YEAR, Point, lengths_in, number_of, paragraphs, points_in
from factcheck.expressions.model import Name, NameType
from factcheck.pattern_words import DIGIT, may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity, instant
from factcheck.text.model import Sentence


@dataclass(frozen=True, slots=True)
class AgeFact:
    """``prose[start:end]`` tells that ``person`` was born in ``[low, high)``, seconds since year 1.

    ``kind`` is "now", "then", "lately", "turn", "birth", "word" ("octogenarian") or "months"; ``sure`` tells that the name stands in the sentence; ``slack`` is what
    the bounds may be off for rounding; ``person`` is None in a paragraph that names nobody.
    """

    person: str | None
    kind: str
    age: float
    start: int
    end: int
    text: str
    low: float
    high: float
    slack: float
    sure: bool


_HINT = regex(
    r"\bage[ds]?\b|-year-old|\bborn\b|\bchild of\b|birth|\bturn|, \d\d\d?\b|\b(?:is|was|at|am|be|now) (?:\w+ )?\w+",
    re.I,
)
_KIN = regex(
    r"\b(?:sons?|daughters?|brothers?|sisters?|fathers?|mothers?|wife|husband|bab(?:y|ies)|twins?|parents?"
    r"|widow(?:er)?|uncle|aunt|cousins?|grand(?:son|daughter|father|mother|child|children|parents)|niece|nephew"
    r"|partner|girlfriend"
    r"|boyfriend|fianc\w+|kids?|children|couple|both|siblings?|victims?|predecessor|successor|rival|colleague"
    r"|friend)\b",
    re.IGNORECASE,
)
_PLURAL = regex(
    r"\b(?:two|three|four|five|six|both|\d+) (?:\w+ )?(?:men|women|people|boys|girls|suspects|others)\b", re.I
)
_EPITHET = regex(r"\bthe (?:\w+-)?(?:grand)?(?:mother|father|widow\w*|parents?)(?: of \w+)?,", re.IGNORECASE)
_NOT_BORN_SO = regex(r"\b(?:reckoning|Korean way|counting|lunar|average|median|life expectancy|fiction\w*|character"
                          r"|equivalent)\b")  # fmt: skip
_N = rf"(?P<age>\d{{1,3}}(?![,.]?\d)|{NUMBER})(?![,.]\d)"
_FIG = r"(?P<age>(?<![.,$£€#])\d{2,3}(?![,.]?\d))"
_STOP = (
    r"(?=\s*(?:[,.;:)!?]|$|years old\b|years of age\b|and\b|but\b|when\b|today\b|now\b|this\b|in [12]\d{3}\b|in the\b"
    r"|at (?:his|her|their) (?:wedding|marriage|coronation|death|arrest|election)\b))"
)
_THING = (
    r"(?:bridge|building|house|church|school|tree|ship|vessel|ferry|plane|aircraft|jet|compan\w+|firm|club|car|bus"
    r"|record|law|war|conflict|case|tradition|festival|theatre|hall|wine|whisk\w+|republic|dispute|deal|treaty|ban|feud"
    r"|business|brand|paper|newspaper|union|party|league|system|regime|rule|policy|boat|truck|painting|dam|plant|mill"
    r"|pub|son|daughter|brother|sister|father|mother|wife|husband|girl|boy|child|baby|victim|passenger|cousin|niece"
    r"|nephew|grand\w+|friend|neighbour|student)s?\b"
)
_NOW = (
    regex(rf"(?<=[^\W\d_]{{2}}),? ?[(,] ?(?:now |who is |who's |aged |now aged |who is now |still |is |just )?{_FIG}(?=[,.;)]|$| and\b)"),
    regex(rf"(?<!as a )(?<!as an )(?<!then )(?<!then-)\b{_N}-year-old\b(?!['’]s)(?! (?:[\w-]+ ){{0,1}}{_THING})", re.I),
    regex(rf"\b(?:is|am|I'm|he's|she's|who's) (?:now |still |only |just |already |currently )?{_FIG}{_STOP}", re.I),
    regex(rf"^(?:At|Now|Aged|At the age of|Now aged|Still) {_N}, "),
    regex(rf"\b(?:would (?:be|have been|now be)|now(?: aged)?|today,? at|at the age of|and,? at) {_FIG}(?= (?:now|today)\b|,? (?:now|still|she is|he is)|,)"),
)  # fmt: skip
_YEAR_OLD = _NOW[1]
_DIED = regex(
    rf"\b(?:died|dies|dead|death|passed away|killed)\b[^.;:]{{0,70}}?(?:\baged|at the age of|\bat|,) {_FIG}\b{_STOP}"
)
_TURN = regex(
    rf"\b(?:(?P<ahead>will (?:turn|be|reach)|is (?:to|due to|about to) turn|would turn|turns|turning|reaches)"
    rf"|(?P<past>turned|reached|having (?:only |just )?turned|was(?=\s\d{{1,3}} (?:in|on|last|this"
    rf"|yesterday)\b)))(?: the age of)? {_N}\b(?! per| in the (?:poll|rank))",
    re.IGNORECASE,
)
_THE_YEAR = regex(rf", (?:in )?the year (?:in which |that |when )?(?:he|she|[A-Z]\w+) turned {_N}\b")
_BIRTHDAY = regex(r"\b(?P<age>\d{1,3})(?:st|nd|rd|th) birthday\b|\b(?P<word>[a-z]+(?:-[a-z]+)?) birthday\b")
_ORDINAL = {
    "tenth": 10, "twelfth": 12, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "twentieth": 20,
    "twenty-first": 21, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_BORN = regex(
    r"\b(?:born|(?:date|year|day) of birth|birth ?(?:date|year)|a child of|birth certificate|came into the world"
    r"|\(b\.?)\b(?P<gap>[^.;:]{0,45}?)$",
    re.IGNORECASE,
)
_THEN = regex(
    rf"\b[Ww]hen (?:he|she|I|[A-Z]\w+) (?:was|were)(?: only| just| still| about)? {_N}\b{_STOP}"
    rf"|\b(?:[Aa]t|[Aa]ged|[Aa]t the age of|at age|as an?|was|was only|was then|was just|[Aa]ged just|[Aa]ged only"
    r"|(?:girl|boy|lad|child|man|woman) of) "
    rf"{_N.replace('<age>', '<age2>')}(?P<hyphen>-year-old)?\b(?(hyphen)|{_STOP})"
)
_WHEN = regex(
    rf"\b(?:was|is|were|be|aged|been|just|only) {_N}(?: years old)?,? when (?:he|she|the|a|an|his|her|it|they|[A-Z])"
    r"(?P<clause>[^.;:]{5,110})"
)
# What people do at some time of their lives, and not in the story that is told.
_STEP_OF_LIFE = regex(
    r"\b(?:first|began|begun|start\w*|join\w*|became|become|married|wed|mov(?:ed|ing)|learn\w*|enter\w*|bought|founded"
    r"|emigrat\w+|crowned|enrolled|graduat\w+|(?:his|her|their) (?:\w+ )?(?:mother|father|parents?|brother|sister|son"
    r"|daughter|husband|wife)|war|school|debut|then)\b"
)
_LATELY = 400 * DAY
_OF_STORY = regex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|that|last|this|night|morning|afternoon|evening|died|killed|drowned)\b"
)
_TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
         "nineties": 90}  # fmt: skip
_IN_TENS = regex(
    rf"\b(?:now|still|is) in (?:his|her) (?:early |mid-?|late )?(?P<tens>{'|'.join(_TENS)}|[2-9]0s)\b", re.I
)
_WORDS = {
    "sexagenarian": (60, 70),
    "septuagenarian": (70, 80), "octogenarian": (80, 90), "nonagenarian": (90, 100), "centenarian": (100, 116),
}  # fmt: skip
_WORD = regex(rf"\b(?:The|the|An?|a|an|now an?) (?:[a-z-]+ )?(?P<word>{'|'.join(_WORDS)})\b")
_MONTHS_OLD = regex(rf"\b{_N}[- ](?P<unit>month|week|day)s?[- ]old\b", re.I)
_NEXT = regex(rf"[,(] ?(?:who is )?{_FIG} (?:next|this|in|on|tomorrow|last) ?(?=\w)")
_WILL_BE = regex(rf"\bwill be {_FIG} (?:when|by the time|before|once)\b")
_AGO = regex(r" ago\b")
_CARRIES_ON = regex(r"(?:[\"'“] ?)?(?:He|She|I|I'm|The|Now|Born|At|Aged|His|Her|When|In)\b")
_SPEAKER = regex(r"(?:\b(?:said|says|told|added|according to|recalls?|recalled)(?: [a-z'-]+){0,4} $)")
_SPEAKS = regex(r",? (?:said|says|told|added|recalls?)\b")


_DECADES = frozenset(_TENS) - {"20s"}
_BORN_WORDS = frozenset("born birth birthdate birthyear child came b".split())
# One of these stands in whatever tells an age; what tells a birth has a year.
_TELLING = NUMBER_WORDS | _DECADES | frozenset(_WORDS) | frozenset(w for o in _ORDINAL for w in o.split("-")) | {
    SMALL, "old",
}  # fmt: skip
_TURNING = frozenset("turn turns turned turning reach reaches reached birthday".split())
_WILL_BE_WORDS = frozenset({"will", "be"})
# Words of ages that are told without a number, or with one wherever it stands.
_WITHOUT_FIGURE = _TURNING | _BORN_WORDS | _DECADES | frozenset(_WORDS) | {"old"}
_DYING = frozenset("died dies dead death passed killed".split())


@once_per_article
def ages_by_paragraph(article: Article) -> list[tuple[Sequence[Sentence], tuple[AgeFact, ...]]]:
    """Each paragraph with its age facts, in text order within each sentence's forms."""
    published = article.document.published.day
    if published is None:
        return [(group, ()) for group in paragraphs(article)]
    words, now = words_in(article), instant(published)
    return [
        (
            group,
            tuple(_age_facts(article, group, told, now))
            if (told := [one for one in group if _may_tell(article, one, words[one.start])])
            else (),
        )
        for group in paragraphs(article)
    ]


def _may_tell(article: Article, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a sentence of these words can have an age fact."""
    if words.isdisjoint(_TELLING) and (DIGIT not in words or words.isdisjoint(_BORN_WORDS)):
        return False
    return may_tell_age(article, sentence) or not words.isdisjoint(_WITHOUT_FIGURE) or words >= _WILL_BE_WORDS


def _age_facts(article: Article, group: Sequence[Sentence], told: Sequence[Sentence], now: int) -> Iterator[AgeFact]:
    """The age facts of those sentences of a paragraph that may have some."""
    prose = article.document.prose
    group_names: list[Name] | None = None
    for sentence in told:
        words = words_in(article)[sentence.start]
        if not (may_find(_HINT, words) and _HINT.search(prose, sentence.start, sentence.end)):
            continue
        if may_find(_NOT_BORN_SO, words) and _NOT_BORN_SO.search(prose, sentence.start, sentence.end):
            continue
        figured = may_tell_age(article, sentence)
        seen: set[int] = set()
        for kind, age, start, end, low, high, slack in _facts(article, sentence, words, figured, now):
            if start in seen or not 0 <= age <= 115:
                continue
            if group_names is None:
                inside = within(article.expressions.names, group[0].start, group[-1].end)
                group_names = [name for name in inside if name.type is NameType.PERSON]
            owner = _owner(article, group, sentence, group_names, start, end)
            if owner is None:
                continue
            seen.add(start)
            yield AgeFact(owner[0], kind, age, start, end, prose[start:end], low, high, slack, owner[1])


_Raw = tuple[str, float, int, int, float, float, float]


def _facts(article: Article, sentence: Sentence, words: frozenset[str], figured: bool, now: int) -> Iterator[_Raw]:
    base = sentence.start
    text = article.document.prose[base : sentence.end]
    points = points_in(article, sentence)
    if not words.isdisjoint(_BORN_WORDS):
        yield from _births(article, sentence, points)
    taken: list[tuple[int, int]] = []
    for raw in (
        *_turns(text, base, points, now, words, figured),
        *(_ahead(article, sentence, text, now) if words >= _WILL_BE_WORDS else ()),
        *(_thens(article, sentence, text, points, now) if figured and may_find(_THEN, words) else ()),
    ):
        taken.append((raw[2], raw[3]))
        yield raw
    is_old = "old" in words
    for pattern in _NOW:
        if not (is_old if pattern is _YEAR_OLD else figured) or not may_find(pattern, words):
            continue
        for match in pattern.finditer(text):
            start, end = base + match.start("age"), base + match.end("age")
            if any(first <= start < last for first, last in taken):
                continue
            if re.search(r"\b(?:when|then|until|had|was|were|in \d{4}|page|pages|lots?|number|nos?|routes?|at the time"
                         r"|January|February|March|April|May|June|July|August|September|October|November|December)"
                         r"[ ,]*$", text[: match.start("age")]):  # fmt: skip
                continue
            age = number_of(match["age"])
            if pattern is _NOW[3] and any(point.year_stated for point in points):
                continue
            if pattern is _NOW[4] and not words.isdisjoint(_DYING):
                continue
            yield "now", age, start, end, *_born(age, now - 20 * DAY, now + DAY), 0.0
    for match in _IN_TENS.finditer(text) if "his" in words or "her" in words else ():
        word = match["tens"].lower()
        age = _TENS.get(word) or int(word[:2])
        low, high = _born(age, now, now)[1] - 10 * YEAR, now - age * YEAR
        yield "now", age, base + match.start(), base + match.end(), low, high, 0.0
    for match in () if words.isdisjoint(_WORDS) else _WORD.finditer(text):
        youngest, oldest = _WORDS[match["word"]]
        yield (
            "word",
            youngest,
            base + match.start(),
            base + match.end(),
            now - oldest * YEAR,
            now - youngest * YEAR,
            0.0,
        )
    for match in _MONTHS_OLD.finditer(text) if is_old else ():
        size = {"month": YEAR / 12, "week": 7 * DAY, "day": DAY}[match["unit"].lower()]
        age = number_of(match["age"])
        low, high = now - (age + 1.5) * size - 20 * DAY, now - (age - 1) * size
        yield "months", 0.0, base + match.start(), base + match.end(), low, high, 0.0
    for match in _DIED.finditer(text) if figured and not words.isdisjoint(_DYING) else ():
        age = number_of(match["age"])
        start, end = base + match.start("age"), base + match.end("age")
        dated = [
            p for p in points if p.year_stated and not _BORN.search(text[max(0, p.start - base - 75) : p.start - base])
        ]
        if not dated and not any(first <= start < last for first, last in taken):
            when = [p for p in points if p.start <= end and not p.year_stated and p.low < now]
            low, high = (when[0].low, when[0].high) if len(when) == 1 else (now - 60 * DAY, now + DAY)
            yield "now", age, start, end, *_born(age, low, high), 0.0


def _born(age: float, first: float, last: float) -> tuple[float, float]:
    """The bounds of the day of birth of somebody of an age at some time in ``[first, last)``."""
    return first - (age + 1) * YEAR, last - age * YEAR + DAY


def _births(article: Article, sentence: Sentence, points: Sequence[Point]) -> Iterator[_Raw]:
    prose = article.document.prose
    for point in points:
        if not point.year_stated:
            continue
        match = _BORN.search(prose[max(sentence.start, point.start - 75) : point.start])
        if match is None or re.search(r"\d|\b(?:and|who|whose|but|since|until|before|after|when)\b", match["gap"]):
            continue
        begin = point.start - (len(match.group()))
        yield "birth", 0.0, begin, point.end, float(point.low), float(point.high), 0.0


def _turns(
    text: str, base: int, points: Sequence[Point], now: int, words: frozenset[str], figured: bool
) -> Iterator[_Raw]:
    told = not words.isdisjoint(_TURNING) or words >= _WILL_BE_WORDS or (figured and "was" in words)
    for match in _THE_YEAR.finditer(text) if told and "turned" in words else ():
        before = [point for point in points if point.end <= base + match.start() and point.year_stated]
        if before and base + match.start() - before[-1].end <= 2:
            age = number_of(match["age"])
            point = before[-1]
            yield (
                "turn", age, base + match.start("age"), base + match.end(),
                point.low - age * YEAR, point.high - age * YEAR, 0.0,
            )  # fmt: skip
    for match in (
        *(_TURN.finditer(text) if told else ()),
        *(_BIRTHDAY.finditer(text) if "birthday" in words else ()),
        *(_NEXT.finditer(text) if figured and may_find(_NEXT, words) else ()),
    ):
        groups = match.groupdict()
        if groups.get("word"):
            age = float(_ORDINAL.get(match["word"].lower(), 0))
        else:
            age = number_of(match["age"])
        if not 10 <= age <= 115 or re.search(r"\bthe year (?:in which |that |when )?\w+ $", text[: match.start()]):
            continue
        start, end = base + match.start(), base + match.end()
        near = [
            p
            for p in points
            if -7 <= p.start - end <= 22 and not re.search(r"[.;:,]", text[match.end() : p.start - base])
        ]
        if not near and groups.get("word") is None and "birthday" in match.group():
            near = [p for p in points if 0 <= start - p.end <= 30]
        if near:
            point = near[0]
            if groups.get("ahead") and point.high < now - 40 * DAY and not point.year_stated:
                continue
            # "Was 33 on that morning": an age then, which may have been reached any day of the year before.
            earlier = YEAR if (groups.get("past") or "").lower() == "was" else 0.0
            yield "turn", age, start, point.end, point.low - age * YEAR - earlier, point.high - age * YEAR, 5 * DAY
        elif (
            groups.get("past")
            and re.match(r" ?(?:[,.;]|$)", text[match.end() :])
            and not any(p.year_stated for p in points)
        ):
            continue
        elif groups.get("ahead") and match["ahead"].lower() in ("turns", "will turn") and not points:
            yield "turn", age, start, end, now - (age + 1) * YEAR, now - (age - 1) * YEAR, 0.0


def _ahead(article: Article, sentence: Sentence, text: str, now: int) -> Iterator[_Raw]:
    """ "Will be 63 when he is freed, if he serves all of the 12 years"."""
    base = sentence.start
    match = _WILL_BE.search(text)
    if match is None:
        return
    lengths = lengths_in(article, sentence)
    years = [length for length in lengths if length.unit == "year" and length.start > base + match.end()]
    if len(years) != 1:
        return
    age = number_of(match["age"])
    low, high = _born(age, now + years[0].low, now + years[0].high)
    yield "then", age, base + match.start(), base + match.end("age"), low, high, YEAR


def _thens(article: Article, sentence: Sentence, text: str, points: Sequence[Point], now: int) -> Iterator[_Raw]:
    """An age and the one past time of its sentence: "34 years ago, fresh out of university at 22"."""
    base = sentence.start
    ages = list(_THEN.finditer(text))
    if not ages:
        return
    anchors = [
        (float(p.low), float(p.high), p.start, p.end) for p in points if p.year_stated and p.grain >= Granularity.DAY
    ]
    anchors = [a for a in anchors if not _BORN.search(text[max(0, a[2] - base - 75) : a[2] - base])]
    yield from _latelies(text, base, points, now)
    for length in lengths_in(article, sentence):
        if length.unit in ("year", "decade") and _AGO.match(text, length.end - base):
            anchors.append((now - length.high, now - length.low, length.start, length.end))
    for match in ages:
        at, till = base + match.start(), base + match.end()
        far = sorted((max(at - one[3], one[2] - till, 0), one) for one in anchors)
        if not far or far[0][0] > 70 or (len(far) > 1 and far[1][0] - far[0][0] < 8):
            continue
        low, high, start, end = far[0][1]
        if any(_apart(base, other, start, end) < far[0][0] + 8 for other in ages if other is not match):
            continue
        age = number_of(match["age"] or match["age2"])
        between = text[min(end, till) - base : max(start, at) - base]
        if 4 <= age <= 115 and not re.search(r"[;:]|\b(?:now|today|still|is|has)\b", between):
            yield "then", age, at, till, *_born(age, low, high), 0.3 * YEAR


def _latelies(text: str, base: int, points: Sequence[Point], now: int) -> Iterator[_Raw]:
    """ "Was 41 when the engine stopped on a Sunday in March": an age at a time of the story, told without its year."""
    for match in _WHEN.finditer(text):
        if _STEP_OF_LIFE.search(match["clause"]):
            continue
        at, till = base + match.start("clause"), base + match.end()
        inside = [p for p in points if at <= p.start < till and p.grain <= Granularity.MONTH]
        if len(inside) != 1 or not (
            _OF_STORY.search(text[at - base : till - base]) or inside[0].grain <= Granularity.DAY
        ):
            continue  # "when she signed for Lyon in July" may be told of any July
        if not inside[0].year_stated and now - _LATELY <= inside[0].low < now:
            age, point = number_of(match["age"]), inside[0]
            yield (
                "lately", age, base + match.start("age"), point.end,
                *_born(age, float(point.low), float(point.high)), YEAR - 36 * DAY,
            )  # fmt: skip


def _apart(base: int, match: re.Match[str], start: int, end: int) -> int:
    return max(base + match.start() - end, start - base - match.end(), 0)


def _owner(
    article: Article, group: Sequence[Sentence], sentence: Sentence, names: Sequence[Name], start: int, end: int
) -> tuple[str | None, bool] | None:  # fmt: skip
    """Whose fact it is and whether the name stands in its sentence; None where that is open."""
    prose = article.document.prose
    clause = _EPITHET.sub("", re.split(r"[.;:]", prose[max(sentence.start, start - 60) : start])[-1])
    inside = [name for name in names if sentence.start <= name.start < sentence.end]
    before = [name for name in inside if name.end <= start]
    if before and re.fullmatch(
        r"['’]?[,( ]*(?:now |aged |who is |is |now aged |who was |was |of [A-Z]\w+, )*(?:born\b.*)?",
        prose[before[-1].end : start],
    ):
        return before[-1].canonical, True
    if _KIN.search(clause) or _PLURAL.search(clause):
        return None
    called = {name.canonical for name in inside if not _is_speaker(article, sentence, name)} or {
        name.canonical for name in inside
    }
    if len(called) == 1:
        if _KIN.search(re.split(r"[,;:]", prose[sentence.start : start])[-1]):
            return None
        return called.pop(), True
    if called:
        first = inside[0]
        if not before and first.start - end <= 60 and "," in prose[end : first.start]:
            return first.canonical, True  # "Born in 1948, Ada Lind taught Bo Ek"
        led = {name.canonical for name in before if not _is_speaker(article, sentence, name)}
        return (led.pop(), False) if len(led) == 1 else None
    if _CARRIES_ON.match(prose, sentence.start):
        for earlier in reversed([one for one in group if one.start < sentence.start]):
            named = {
                name.canonical
                for name in names
                if earlier.start <= name.start < earlier.end and not _is_speaker(article, earlier, name)
            }
            if named and prose.startswith("The ", sentence.start) and ANOTHER.search(prose, earlier.start, earlier.end):
                return None
            if named:
                return (named.pop(), False) if len(named) == 1 else None
    everyone = {name.canonical for name in names}
    if len(everyone) > 1:
        everyone = {name.canonical for name in names if not _is_speaker(article, group[0], name)}
    if len(everyone) > 1:
        return None
    if len(_KIN.findall(prose, group[0].start, min(group[-1].end, group[0].start + 4_000))) > 2:
        return None
    return (everyone.pop() if everyone else None), False


def _is_speaker(article: Article, sentence: Sentence, name: Name) -> bool:
    prose = article.document.prose
    return (
        _SPEAKER.search(prose[max(sentence.start, name.start - 50) : name.start]) is not None
        or _SPEAKS.match(prose, name.end) is not None
    )

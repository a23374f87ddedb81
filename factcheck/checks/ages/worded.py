"""Ages in words that say less than a figure beside a name: "in her late fifties", "a monk of 51", "gave his age as 29".

A helper of ``ages_across``: within one article they are too loose to judge.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import within
from factcheck.checks.ages.facts import AgeFact
from factcheck.checks.ages.figures import may_tell_age
from factcheck.checks.ages.people import ANOTHER, NAME, plain
from factcheck.checks.in_sentence import names_in
from factcheck.checks.sentence_words import words_in
from factcheck.checks.speakers import speaker_of
from factcheck.checks.templates import times_in
from factcheck.checks.timelines.points_told import YEAR
from factcheck.expressions.model import NameType, TimexType
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, instant
from factcheck.text.model import Sentence

_AGE = r"(?P<age>[1-9]\d)"
_END = r"(?=[,.;:)\"]|$| and\b)"
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "20s": 20, "30s": 30, "40s": 40, "50s": 50, "60s": 60, "70s": 70, "80s": 80, "90s": 90,
}  # fmt: skip
_PART = {"early": (0, 4), "mid": (3, 7), "late": (6, 10), "": (0, 10)}
_DECADE = regex(
    rf"\b[Ii]n (?:his|her|their) (?:(?P<part>early|mid|late)[ -](?:to[ -]late )?)?(?P<decade>{'|'.join(_DECADES)})\b"
)
_HEADED = regex(r"\b(?:in|while|when|still|back) (?:he|she|then)?\b")
# "A father of 12", "a team of 24"
_NOT_OF = r"(?!father|mother|parent|grand|veteran|widow|crew|team|total|squad|group|family|party)"
# An age of the day of the telling.
_FORMS = (
    regex(rf"\bage(?:s|d)?(?: was| is)? (?:given )?as {_AGE}{_END}"),
    regex(rf"\b(?:his|her) age(?: was| is|,|:)? (?:at |put at )?{_AGE}{_END}"),
    regex(rf"(?<=[a-z]), (?:a|an|the) {_NOT_OF}(?:[a-z-]+ ){{1,2}}of {_AGE}{_END}"),
    regex(rf"^(?:A|An|The) {_NOT_OF}(?:[a-z-]+ ){{1,2}}of {_AGE}, "),
)  # fmt: skip
_WAS = regex(
    rf"(?:,? (?:is|was|who is|who was)|,) (?:aged |just |only |already |still |still only |a mere ){{0,2}}{_AGE}{_END}"
)
_SAID = regex(r"\b(?:said|say|says|told|identified|named|confirmed|according to|announced|records?|register)\b")
_THEN = regex(r"\b(?:when|then|at the time|while|as a|until|since|before|after|in \d{4}|\d{4})\b")
_I_AM = regex(rf"\bI(?:'m| am) (?:now |only |already |still )?{_AGE}{_END}")
_AT = regex(rf", (?:at|aged) {_AGE},? ")


def ages_worded(article: Article, group: Sequence[Sentence]) -> Iterator[AgeFact]:
    """The loosely worded ages of a paragraph whose person is certain: the only one that it, or its sentence, names."""
    published = article.document.published.day
    if published is None:
        return
    prose = article.document.prose
    words = words_in(article)
    for sentence in group:
        figured = may_tell_age(article, sentence)
        if not figured and not may_find(_DECADE, words[sentence.start]):
            continue
        now = instant(published)
        text = prose[sentence.start : sentence.end]
        found: list[_Raw] = []
        for match in _DECADE.finditer(text) if may_find(_DECADE, words[sentence.start]) else ():
            first, last = _PART[match["part"] or ""]
            base = _DECADES[match["decade"]]
            if not _THEN.search(text[: match.start()]):
                found.append((match.start(), match.end(), base + first, base + last, YEAR if match["part"] else 0.0))
        spoken: list[_Raw] = []
        if figured:
            found += _in_figures(article, sentence, text, now)
            spoken += [_exact(match) for match in _I_AM.finditer(text)]
        for start, end, least, most, slack in (*found, *spoken):
            at = sentence.start + start
            person = _speaker(article, at) if (start, end, least, most, slack) in spoken else None
            if person is None and not article.text.is_quoted(at):
                person = _person(article, group, sentence, at)
            if person is not None:
                till = sentence.start + end
                yield AgeFact(
                    person, "now", least, at, till, prose[at:till],
                    now - 20 * DAY - most * YEAR, now + DAY - least * YEAR + DAY, slack, True,
                )  # fmt: skip


def _in_figures(article: Article, sentence: Sentence, text: str, now: int) -> Iterator[_Raw]:
    """The ages of a sentence in figures, but for those that somebody gives as their own."""
    words = words_in(article)[sentence.start]
    for pattern in _FORMS:
        if may_find(pattern, words):
            yield from map(_exact, pattern.finditer(text))
    bare = list(_WAS.finditer(text))
    told = bool(bare) and _SAID.search(text) is not None
    ends = {name.end for name in names_in(article, sentence)} if bare else set()
    for match in bare:
        if (
            not _THEN.search(text[max(0, match.start() - 30) : match.end() + 12])
            and (told or "still" in match.group() or not re.search(r"\bwas\b", match.group()))
            and sentence.start + match.start() in ends
        ):
            yield _exact(match)
    recent = [timex for timex in times_in(article, sentence) if timex.type is TimexType.DATE]
    if len(recent) == 1 and recent[0].interval is not None and recent[0].interval.start is not None:
        start = recent[0].interval.start
        if now - 2 * YEAR < start <= now:
            for match in _AT.finditer(text):
                yield *_exact(match)[:3], int(match["age"]) + 1 + (now - start) / YEAR, 0.0


_LONGEST = 4_000  # code points of a paragraph; longer ones name many


_Raw = tuple[int, int, float, float, float]


def _exact(match: re.Match[str]) -> _Raw:
    age = int(match["age"])
    return match.start("age"), match.end("age"), age, age + 1, 0.0


def _speaker(article: Article, at: int) -> str | None:
    """Who says "I am 79"."""
    index = bisect_right(article.text.quotations, at, key=lambda quotation: quotation.start) - 1
    said = speaker_of(article, index) if index >= 0 and at < article.text.quotations[index].end else None
    return said.name if said is not None else None


def only_name(article: Article, group: Sequence[Sentence]) -> str | None:
    """The one name in full of a paragraph in which the names room finds nobody."""
    prose = article.document.prose
    start, end = group[0].start, group[-1].end
    if end - start > _LONGEST or ANOTHER.search(prose, start, end):
        return None
    others = [
        (item.start, item.end)
        for items in (within(article.expressions.names, start, end), within(article.expressions.places, start, end))
        for item in items
    ]
    found = set()
    for match in re.finditer(NAME, prose[start:end]):
        if not any(first < start + match.end() and start + match.start() < last for first, last in others):
            # "Met by Per Lind. The host ...": what stands before the full stop is a name as well.
            name = plain(re.split(r"(?<=\w{3})\. ", match.group())[0])
            if " " in name:
                found.add(name)
    return found.pop() if len(found) == 1 else None


def _person(article: Article, group: Sequence[Sentence], sentence: Sentence, at: int) -> str | None:
    """The one person of the sentence, or of the paragraph up to there."""
    names = [
        name
        for name in article.expressions.names
        if name.type is NameType.PERSON and group[0].start <= name.start < group[-1].end
    ]
    here = {name.canonical for name in names if sentence.start <= name.start < sentence.end}
    if here:
        return here.pop() if len(here) == 1 else None
    before = {name.canonical for name in names if name.start < at} or {name.canonical for name in names}
    return before.pop() if len(before) == 1 else None

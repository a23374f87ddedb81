"""Days and weeks that something lasted, against its beginning and its end where other sentences date them.

"They were seized on 4 March ... released on 30 April, after 67 days in captivity"; "the museum closed on 1 March ...
reopened on 10 May, after 90 days". The beginning and the end must be words of one family, and the article must date
each once; no other pair of its dates may explain the count. A helper of ``duration_fits_ends``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.durations.lengths_told import Length, find_lengths
from factcheck.checks.durations.processes import OF_DAYS, Process
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name, date_words
from factcheck.expressions.model import NameType, Timex, TimexType
from factcheck.pattern_words import may_find, needs_of_any
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY
from factcheck.text.model import Sentence

_SPENT = regex(
    r"^(?:(?:In|During|For|Through|Throughout) (?:all )?(?:his|her|their|its|the|those|these) ‹L›"
    r"|(?:He|She|They) had (?:gone|been|lived) without [a-z]+ for ‹L›|(?:He|She|They|The (?:two|three|four|five|six"
    r"|seven|\w+s)) (?:had |have |has )?(?:spent|been|was|were) (?:[a-z]+ ){0,3}?"
    r"(?:for )?‹L›|(?:His|Her|Their|The) ‹L›[ -](?:ordeal|captivity|strike|voyage|journey|siege|closure|detention))"
)
_AFTER = regex(
    r"(?:\bafter|\bfollowing|, having (?:been|spent) [^‹›.;]{0,40}?) (?:just |only |all of |exactly )?‹L›"
    r"|‹L› (?:later|afterwards)\b"
)
_FOR = regex(
    r"\b(?:been|was|were|held|spent|lay|had|closed|shut|lasted|missing|imprisoned|jailed|detained|captive|hostage)\b"
    r"[^‹›.;]{0,50}?(?:for )?(?:just |only |all of |exactly )?‹L›"
)
_PLAINLY = regex(r"\bafter (?:just |only |exactly )?‹L›(?! (?:of|in office|in the (?:job|post|lead))\b)")
# Somebody else than the one the beginning told of: "Her editor was released", "Another crew".
_SOMEBODY_ELSE = regex(r"(?:His|Her|Their|Its|Another|One of|A|An|Two|Three|Four|Some|Most|Other) [a-z]")
_OF_PEOPLE = frozenset({"captivity", "hospital", "missing", "fast"})
_SPENT_IN = regex(r"\bspent (?:just |only |all of |exactly )?‹L› (?:in|as|with|under|behind|at|aboard)\b")
_ANOTHER = regex(
    r"\b(?:again|second|another|other|previous\w*|earlier|former|first time|last time|in all|altogether|combined|so far"
    r"|expected|planned|due|will|would|if|may|might|could|of the|on average|until)\b"
)
# "‹L› after the fire", "‹L› before", "‹L› on from": counted from something else.
_COUNTED_FROM = regex(r"‹L›(?:[ -]\w+){0,2} (?:after|before|since|into|from|ago|of (?:talks|negotiat\w+))\b")
_RELATIVE = regex(r"\b(?:later|after|ago|earlier|before)\b")
_NEAR = 110
_MOST_DAYS = 800
_MOST_STATEMENTS = 40


_ENDS_AND_BEGINS = tuple(pattern for family in OF_DAYS for pattern in (family.begin, family.end))


@dataclass(frozen=True, slots=True)
class _Told:
    """A beginning or an end with its day."""

    sentence: Sentence
    timex: Timex
    day: int


def process_lengths(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each count of days or weeks that does not fit the beginning and the end told elsewhere."""
    prose, told = article.document.prose, find_lengths(article)
    if not told:
        return
    lengths = [
        (sentence, length)
        for sentence in article.text.sentences
        for length in told.get(sentence.start, ())
        if length.unit in "dnw" and 2 * 86_400 <= length.seconds <= _MOST_DAYS * 86_400
    ]
    if not lengths or not re.search(r"[ -](?:days?|weeks?)\b", prose):
        return
    days = _days(article)
    if len({day for _, day in days}) < 2:
        return
    spoken, ends_or_begins = words_in(article), needs_of_any(_ENDS_AND_BEGINS)
    begins: dict[str, list[_Told]] = {}
    ends: dict[str, list[_Told]] = {}
    for sentence in article.text.sentences:
        here = [(timex, day) for timex, day in days if sentence.start <= timex.start < sentence.end]
        if not here or article.document.blocks[sentence.block].repeats is not None:
            continue
        if ends_or_begins is not None and not ends_or_begins.met_by(spoken[sentence.start]):
            continue
        for family in OF_DAYS:
            for found, pattern in ((begins, family.begin), (ends, family.end)):
                if not may_find(pattern, spoken[sentence.start]):
                    continue
                timex = _date_of(prose, sentence, here, pattern)
                if timex is not None and len(found.setdefault(family.name, [])) < _MOST_STATEMENTS:
                    found[family.name].append(_Told(sentence, *timex))
    if not begins:
        return
    for sentence, length in lengths:
        yield from _judged(article, sentence, length, days, begins, ends)


def _days(article: Article) -> list[tuple[Timex, int]]:
    """The dates of single days in an article, with their ordinals."""
    found = []
    for timex in article.expressions.times:
        interval = timex.interval
        if (
            timex.type in (TimexType.DATE, TimexType.TIME)
            and interval is not None
            and interval.start is not None
            and interval.end is not None
            and interval.end - interval.start <= DAY
            and not timex.mod
            and not _RELATIVE.search(timex.text)
        ):
            found.append((timex, interval.start // DAY))
    return found


def _date_of(
    prose: str, sentence: Sentence, here: list[tuple[Timex, int]], pattern: re.Pattern[str]
) -> tuple[Timex, int] | None:
    """The date of the first words of a pattern in a sentence: behind them, or before them in their clause."""
    match = pattern.search(prose, sentence.start, sentence.end)
    if match is None:
        return None
    behind = [one for one in here if match.end() <= one[0].start <= match.end() + _NEAR]
    if behind and not re.search(r"[;:]|, (?:and|but) \w+ (?:was|were|had)\b", prose[match.end() : behind[0][0].start]):
        return behind[0]
    before = [one for one in here if one[0].end <= match.start() <= one[0].end + _NEAR]
    if before and not re.search(r"[;:]", prose[before[-1][0].end : match.start()]):
        return before[-1]
    return None


def _judged(
    article: Article,
    sentence: Sentence,
    length: Length,
    days: list[tuple[Timex, int]],
    begins: dict[str, list[_Told]],
    ends: dict[str, list[_Told]],
) -> Iterator[Conflict]:
    prose = article.document.prose
    shape = re.sub(r"\s+", " ", prose[sentence.start : length.start] + "‹L›" + prose[length.end : sentence.end])
    if _COUNTED_FROM.search(shape):
        return
    here = [one for one in days if sentence.start <= one[0].start < sentence.end]
    for family in OF_DAYS:
        starts = begins.get(family.name, [])
        if not starts or family.called is None or not (family.called.search(shape) or _PLAINLY.search(shape)):
            continue
        end = _end(shape, sentence, family, here, ends.get(family.name, []))
        if end is None:
            continue
        earlier = {one.day for one in starts if one.day < end.day}
        if len(earlier) != 1 or any(one.day >= end.day for one in starts):
            continue
        start = next(one for one in starts if one.day in earlier)
        told = [start.sentence, end.sentence, sentence]
        if any(_ANOTHER.search(prose, one.start, one.end) for one in told):
            continue
        if family.name in _OF_PEOPLE and not _of_one(article, start.sentence, end.sentence):
            continue
        if _explained(length, start, end, days):
            continue
        yield _conflict(article, start, end, length)
        return


def _of_one(article: Article, first: Sentence, last: Sentence) -> bool:
    """Whether the end may be told of those of the beginning: nobody else is the subject, no other person is named."""
    prose = article.document.prose
    if first is last:
        return True
    if _SOMEBODY_ELSE.match(prose, last.start):
        return False
    one, other = (
        {
            name.canonical
            for name in article.expressions.names
            if sentence.start <= name.start < sentence.end and name.type is NameType.PERSON
        }
        for sentence in (first, last)
    )
    return not one or not other or bool(one & other)


def _end(
    shape: str, sentence: Sentence, family: Process, here: list[tuple[Timex, int]], ends: list[_Told]
) -> _Told | None:
    """The end that the length leads to: of its own sentence, or the only one the article dates."""
    own = [one for one in ends if one.sentence is sentence]
    if own:
        fits = _AFTER.search(shape) or _FOR.search(shape)
        both = {day for _, day in here}
        whole = _AFTER.search(shape) or _SPENT_IN.search(shape)
        return own[0] if (fits and len(both) == 1) or (whole and len(both) == 2) else None
    if here or not _SPENT.match(shape) or len({one.day for one in ends}) != 1:
        return None
    return ends[0]


def _explained(length: Length, start: _Told, end: _Told, days: list[tuple[Timex, int]]) -> bool:
    """Whether the length fits, or would fit with another date of the article in the place of either end."""
    return any(
        _fits(length, last - first)
        for first, last in [
            (start.day, end.day),
            *((day, end.day) for _, day in days),
            *((start.day, day) for _, day in days),
        ]
    ) or any(_fits(length, end.day - start.day + shift) for shift in (365, 366, 730, 731))


def _fits(length: Length, days: int) -> bool:
    return length.low <= days * 86_400 <= length.high


def _conflict(article: Article, start: _Told, end: _Told, length: Length) -> Conflict:
    passed = end.day - start.day
    unit = "weeks" if length.unit == "w" else "days"
    right = f"{round(passed / 7) if unit == 'weeks' else passed} {unit}"
    name = article.document.name
    return Conflict(
        message=f"{article_name(article)} gives {length.text}, but from {start.timex.text} to {end.timex.text} it is "
        f"{right}.",
        evidence=(
            Evidence(name, length.start, length.end),
            Evidence(name, start.timex.start, start.timex.end),
            Evidence(name, end.timex.start, end.timex.end),
        ),
        key=("days between", length.text.casefold(), start.timex.value, end.timex.value),
        explanation=(
            *(f'"{one.timex.text}" is {date_words(one.timex.interval)}.' for one in (start, end) if one.timex.interval),
            f"From one to the other {passed} days pass; {length.text} stands for {length.low / 86_400:.0f} to "
            f"{length.high / 86_400:.0f}.",
        ),
        suggestion=f'Write {right} for "{length.text}", or check the dates.',
        confidence=0.87,
    )  # fmt: skip

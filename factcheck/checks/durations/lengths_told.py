"""Lengths of time as articles write them, in seconds, with the range that the wording leaves.

"Five and three quarter hours", "an hour and a quarter", "three quarters of an hour", "half a minute", "2 hrs 15 mins",
"a 14-hour", "95 days". Read from the words themselves, since the check compares to the minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.once import once_per_article
from factcheck.checks.sentence_words import lowered, words_in
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_ONES = """a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: max(1, number - 1) for number, word in enumerate(_ONES, 0)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SMALL = "|".join(sorted(_ONES[3:], key=len, reverse=True))
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?|(?:{'|'.join(_TENS)})(?:[ -](?:one|{_SMALL}))?"
    rf"|{_SMALL}|one|an?)"
)
_FRACTION = r"(?:a[ -]half|half|a[ -]quarter|three[ -]quarters?|one quarter)"
_UNIT = r"(?:hours?|hrs?|minutes?|mins?|seconds?|secs?|days?|weeks?|nights?)"
# Of the lowered prose.
_SPAN = regex(
    r"(?<![\w.,$£€-])(?:"
    r"(?P<half>half an? (?P<halved>hour|minute)|a half[ -]hour)"
    r"|(?P<quarters>(?:a|one|three)[ -]quarters?) of an hour"
    rf"|(?P<n>{_NUMBER})(?P<f>[ -]and[ -]{_FRACTION})?[ -]?(?P<u>{_UNIT})(?P<g> and {_FRACTION}(?! {_UNIT})"
    rf"(?! of (?:an|the) hour))?"
    rf"(?:,? (?:and )?(?P<n2>{_NUMBER}) ?(?P<u2>{_UNIT})(?:,? (?:and )?(?P<n3>{_NUMBER}) ?(?P<u3>{_UNIT}))?)?"
    r")(?![\w-]*\w*-old)\b"
)
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "d": 86400.0, "n": 86400.0, "w": 604800.0}
_UNIT_WORDS = frozenset(
    """hour hours hr hrs minute minutes min mins second seconds sec secs day days week weeks night nights""".split()
)
_VAGUE = regex(
    r"\b(?:several|few|couple of|many|dozens?|hundreds|up to|within|every|each|per|another|first|last|next|past|final"
    r"|further|more|or|to|working|school|trading|playing|business|odd)[ -]$",
    re.IGNORECASE,
)
_LOOSE = regex(r"\b(?:about|around|some|roughly|approximately|an estimated|perhaps|maybe|close to)(?: an?)? $")
_LOW = regex(r"\b(?:nearly|almost|under|less than|not quite|just under|a little under|barely)(?: an?)? $")
_HIGH = regex(r"\b(?:more than|over|at least|just over|well over|a little over|a good|upwards of)(?: an?)? $")
_OR_SO = regex(r" (?:or so|or more|or thereabouts|or less)\b")


@dataclass(frozen=True, slots=True)
class Length:
    """A stated length of time: ``prose[start:end]``, its seconds, and the range that it stands for.

    ``unit`` is the first letter of the finest unit stated (h, m, s, d, w).
    """

    start: int
    end: int
    text: str
    seconds: float
    low: float
    high: float
    unit: str


@once_per_article
def find_lengths(article: Article) -> Mapping[int, Sequence[Length]]:
    """The lengths of time in the sentences that have any, by where the sentence begins; vague ones are left out."""
    words, prose, told = words_in(article), article.document.prose, lowered(article)
    return {
        sentence.start: lengths
        for sentence in article.text.sentences
        if not _UNIT_WORDS.isdisjoint(words[sentence.start]) and (lengths := [*_lengths(prose, told, sentence)])
    }


def _lengths(prose: str, told: str, sentence: Sentence) -> Iterator[Length]:
    for match in _SPAN.finditer(told, sentence.start, sentence.end):
        before = prose[max(sentence.start, match.start() - 24) : match.start()]
        if _VAGUE.search(before):
            continue
        read = _read(match)
        if read is None:
            continue
        seconds, slack, unit = read
        low, high = seconds - slack, seconds + slack
        if _LOOSE.search(before) or _OR_SO.match(prose, match.end(), sentence.end):
            low, high = 0.8 * seconds - slack, 1.25 * seconds + slack
        elif _LOW.search(before):
            low = 0.75 * seconds - slack
        elif _HIGH.search(before):
            high = 1.5 * seconds + slack
        yield Length(match.start(), match.end(), prose[match.start() : match.end()], seconds, low, high, unit)


def _read(match: re.Match[str]) -> tuple[float, float, str] | None:
    """Seconds, how far they may be off by rounding, and the finest unit."""
    if match["half"]:
        minute = match["halved"] == "minute"
        return (30.0, 8.0, "s") if minute else (1800.0, 420.0, "m")
    if match["quarters"]:
        quarters = 3 if match["quarters"].startswith("three") else 1
        return 900.0 * quarters, 360.0, "m"
    unit = match["u"][0]
    seconds = _number(match["n"])
    if seconds is None:
        return None
    fraction = _fraction(match["f"]) + _fraction(match["g"])
    seconds = (seconds + fraction) * _SECONDS[unit]
    finest, last = unit, _number(match["n"]) or 0.0
    for number, name in (("n2", "u2"), ("n3", "u3")):
        if not match[number]:
            continue
        value, letter = _number(match[number]), match[name][0]
        if value is None or _SECONDS[letter] >= _SECONDS[finest]:
            return None
        seconds, finest, last = seconds + value * _SECONDS[letter], letter, value
    return seconds, _slack(match, seconds, fraction, finest, last), finest


def _slack(match: re.Match[str], seconds: float, fraction: float, unit: str, last: float) -> float:
    """How far a length may be off as it is rounded."""
    if unit == "s":
        return 2.0 if last % 5 else max(2.0, 0.1 * last)
    if unit == "m":
        if match["n2"]:
            return 60.0 if last % 5 else 180.0
        return 60.0 if last % 5 else max(60.0, 0.1 * seconds)
    if unit == "h":
        if fraction:
            return 1260.0 if fraction == 0.5 else 960.0
        if last != int(last):
            return 0.1 * 3600
        return 2700.0 if seconds < 172_800 else 4000.0
    if unit in "dn":
        return _SECONDS["d"] * (1.0 if last % 10 else max(1.0, 0.05 * last)) + (_SECONDS["d"] if unit == "n" else 0)
    return 6.5 * 86400


def _number(text: str) -> float | None:
    if text[0].isdigit():
        return float(text.replace(",", ""))
    total = 0
    for word in re.split(r"[ -]", text):
        if word not in _VALUES:
            return None
        total += _VALUES[word]
    return float(total)


def _fraction(text: str | None) -> float:
    if not text:
        return 0.0
    return 0.5 if "half" in text else 0.75 if "three" in text else 0.25

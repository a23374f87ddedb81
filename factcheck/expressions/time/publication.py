"""When undated articles were published, as far as their own words and the run's other articles tell.

Evidence, each of which bounds the day of publication:

* what the article tells as past happened before, or on, the day: a first possible day;
* what it announces lies ahead: a last possible day;
* the day of a wire dateline ("ROSARIO, June 10 -") is the day, in the year of what the article tells or of its story;
* a weekday beside a source ("as reported on Monday by the Daily Post") is one day in another article that
  dates the same report ("the Sept. 4 report from the Daily Post"): the article appeared within the week
  from it.

A year that the article leaves out is taken from dated articles that share its story. Only articles that
state their date are evidence for others, so inferences never lean on each other in a circle. Where the
bounds contradict each other nothing is inferred.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from factcheck.document import datelines
from factcheck.document.model import UNKNOWN, Basis, BlockKind, Document, Publication
from factcheck.expressions.model import Timex
from factcheck.expressions.time.scan import scan
from factcheck.expressions.time.sense import FUTURE, PAST, sense
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import Granularity, moment
from factcheck.text.model import Sentence, Text

Reading = tuple[Document, Text, tuple[Timex, ...]]

_SHARED = 5  # distinctive names that two articles on one story have in common at least
_COMMON = 200  # a name in more articles than this tells nothing
_NEAR = timedelta(days=75)  # how far from its sister articles an undated article's own dates may lie
_HEAD = 8  # blocks in which a dateline stands
_SPREAD = timedelta(days=200)  # sister articles further apart than this are no one story
_NAME = regex(r"(?<![.!?:] )(?<![\"'(])\b[A-Z][a-z]{3,}(?:-[A-Za-z]+)?\b")
_SOURCE = regex(r"(?:[A-Z][\w&'-]*\.?\s+){1,4}[A-Z][\w&'-]*")
_REPORTING = regex(r"\b(?:report(?:ed|s)?|advanced|published|according|wrote|revealed|disclosed|broke|citing|story)\b")
_NOT_NAMES = frozenset(
    "This That These Those There Their They When While With From After Before Since Under Over Into Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday January February March April June July August September October "
    "November December President Minister Prime Foreign Defense Defence National State Photo More Read Sign".split()
)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A first or last possible day, with the line that explains it. ``weak`` ones give way to others."""

    day: date
    why: str
    weak: bool = False


def infer_publications(articles: Iterable[Reading]) -> dict[str, Publication]:
    """The publication of every article that does not state its own, by document name.

    ``first`` and ``last`` of an inferred Publication bound its day; one of them may be None. Unknown where
    nothing is known, and where the evidence contradicts itself (``how`` then says so).
    """
    readings = list(articles)
    undated = [reading for reading in readings if reading[0].published.basis is Basis.UNKNOWN]
    if not undated:
        return {}
    dated = [reading for reading in readings if reading[0].published.day is not None]
    sisters = _Sisters(dated)
    return {reading[0].name: _infer(reading, sisters) for reading in undated}


def _infer(reading: Reading, sisters: _Sisters) -> Publication:
    document, _, _ = reading
    related = sisters.of(document)
    around = _story_day(related)
    lower: list[_Bound] = []
    upper: list[_Bound] = []
    for bound in _cited(reading, related):
        lower.append(bound)
        upper.append(_Bound(bound.day + timedelta(days=6), bound.why))
    anchored = bool(lower)
    for timex, direction, strong in _told(reading):
        days = _absolute(timex, around)
        if days is None:
            continue
        first, last, note = days
        if direction == PAST:
            lower.append(_Bound(first, f'"{timex.text}" is told as past{note}', weak=bool(note)))
        elif direction == FUTURE:
            upper.append(_Bound(last, f'"{timex.text}" lies ahead{note}', weak=not strong))
    named = _dateline_day(document, around, lower, upper)
    if named is not None:
        return Publication(Basis.INFERRED, named.day, named.day, None, (named.why,))
    bounds = _tightest(lower, upper)
    if bounds is None:
        return Publication(Basis.UNKNOWN, how=("what the article tells as past and as ahead contradict each other",))
    first_bound, last_bound = bounds
    if first_bound is None and last_bound is None:
        return UNKNOWN
    begin = None if first_bound is None else first_bound.day
    end = None if last_bound is None else last_bound.day
    how = [f"not before {bound.day.isoformat()}: {bound.why}" for bound in (first_bound,) if bound is not None]
    how += [f"not after {bound.day.isoformat()}: {bound.why}" for bound in (last_bound,) if bound is not None]
    if around is not None:
        how.append(
            f"years are those of {len(related)} dated article{'s' if len(related) > 1 else ''} on the same story"
        )
    if anchored and begin is not None and end is not None:
        begin, end = _by_weekdays(reading, begin, end, how)
    return Publication(Basis.INFERRED, begin, end, None, tuple(how))


def _dateline_day(
    document: Document, around: date | None, lower: Sequence[_Bound], upper: Sequence[_Bound]
) -> _Bound | None:
    """The day that a dateline without a year names, where the story or the article's own dates tell the year."""
    if document.place_line is None:
        return None
    blocks = [block for block in document.blocks[:_HEAD] if block.kind in (BlockKind.METADATA, BlockKind.PARAGRAPH)]
    found = (datelines.read(document.prose[block.start : block.end] + " ") for block in blocks)
    dateline = next((one for one in found if one is not None and one.month is not None), None)
    if dateline is None:
        return None
    told = max((bound.day for bound in lower if not bound.weak), default=None)
    near = around or told
    if near is None:
        return None
    days = [day for year in (near.year - 1, near.year, near.year + 1) if (day := dateline.date_in(year)) is not None]
    fitting = [
        day
        for day in days
        if (abs(day - near) <= _SPREAD if around is not None else timedelta() <= day - near <= _NEAR)
        and all(bound.day <= day for bound in lower if not bound.weak)
        and all(day <= bound.day for bound in upper if not bound.weak)
    ]
    if len(fitting) != 1:
        return None
    whose = "its story" if around is not None else "what it tells"
    return _Bound(fitting[0], f"the dateline's day in the year of {whose}")


def _tightest(lower: list[_Bound], upper: list[_Bound]) -> tuple[_Bound | None, _Bound | None] | None:
    """The latest first day and the earliest last day; None if they contradict even without the weak ones."""
    for keep_weak in (True, False):
        low = max((bound for bound in lower if keep_weak or not bound.weak), key=lambda bound: bound.day, default=None)
        high = min((bound for bound in upper if keep_weak or not bound.weak), key=lambda bound: bound.day, default=None)
        if low is None or high is None or low.day <= high.day:
            return low, high
    return None


def _told(reading: Reading) -> Iterator[tuple[Timex, str, bool]]:
    """The expressions of the article's own prose that it tells as past or as ahead, and whether firmly so.

    Captions speak of their pictures and quotations for their speakers.
    """
    document, text, timexes = reading
    for timex in timexes:
        sentence = text.sentence_at(timex.start)
        if sentence is None or sentence.is_caption or text.is_quoted(timex.start):
            continue
        words = scan(document.prose, sentence.start, sentence.end)
        first = next((index for index, start in enumerate(words.starts) if start >= timex.start), len(words.words))
        last = next((index for index, end in enumerate(words.ends) if end >= timex.end), first) + 1
        direction = sense(words.words, first, last)
        if direction is None:
            continue
        ahead = [word.lower() for word in words.words[:first]]
        strong = not {"would", "might", "should", "may"}.intersection(ahead) and "if" not in ahead
        if "would" in ahead and "have" in ahead:
            continue
        yield timex, direction, strong


_MONTH_DAY = regex(r"XXXX-(\d\d)(?:-(\d\d))?$")


def _absolute(timex: Timex, around: date | None) -> tuple[date, date, str] | None:
    """First and last day of an expression that names a day or a month, the year from the story if need be."""
    if timex.parts:
        ends = [_absolute(part, around) for part in timex.parts]
        if ends[0] is None or ends[-1] is None or ends[0][0] > ends[-1][1]:
            return None
        return ends[0][0], ends[-1][1], ends[0][2] or ends[-1][2]
    interval = timex.point or timex.interval
    if timex.year_stated and interval is not None and interval.granularity <= Granularity.MONTH:
        if interval.start is None or interval.end is None:
            return None
        return moment(interval.start).date(), moment(interval.end - 1).date(), ""
    match = _MONTH_DAY.match(timex.value[:10])
    if match is None or around is None or timex.impossible:
        return None
    month = int(match[1])
    best: date | None = None
    for year in (around.year - 1, around.year, around.year + 1):
        try:
            day = date(year, month, int(match[2] or 15))
        except ValueError:
            continue
        if best is None or abs(day - around) < abs(best - around):
            best = day
    if best is None or abs(best - around) > _NEAR:
        return None
    note = f", in {best.year} like the articles on the same story"
    if match[2]:
        return best, best, note
    first = best.replace(day=1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, following - timedelta(days=1), note


# ---- sister articles


def _names(document: Document) -> frozenset[str]:
    """Capitalised words inside sentences: the names of a story, roughly."""
    return frozenset(_NAME.findall(document.prose)) - _NOT_NAMES


class _Sisters:
    """The dated articles of a run by the names in them."""

    def __init__(self, dated: Sequence[Reading]) -> None:
        self._dated = dated
        self._by_name: dict[str, list[int]] = {}
        for index, (document, _, _) in enumerate(dated):
            for name in _names(document):
                self._by_name.setdefault(name, []).append(index)

    def of(self, document: Document) -> list[Reading]:
        """The dated articles that share several distinctive names with this one, the closest first."""
        shared: Counter[int] = Counter()
        for name in sorted(_names(document)):
            holders = self._by_name.get(name, ())
            if len(holders) <= _COMMON:
                shared.update(holders)
        ranked = sorted((-number, index) for index, number in shared.items() if number >= _SHARED)
        return [self._dated[index] for _, index in ranked[:20]]


def _story_day(related: Sequence[Reading]) -> date | None:
    """A day amid the sister articles, None if there are none or they lie too far apart."""
    days = sorted(day for document, _, _ in related if (day := document.published.day) is not None)
    if not days or days[-1] - days[0] > _SPREAD:
        return None
    return days[len(days) // 2]


def _sources(document: Document, sentence: Sentence, timex: Timex) -> frozenset[str]:
    """The sources whose report the expression dates: names of two words or more near it and a word of reporting."""
    left, right = max(sentence.start, timex.start - 60), min(sentence.end, timex.end + 60)
    around = document.prose[left:right]
    if not _REPORTING.search(around):
        return frozenset()
    found = set()
    for match in _SOURCE.finditer(around):
        name = re.sub(r"^(?:The|An?|In|On|At|By|From)\s+", "", match.group())
        if " " in name:
            found.add(re.sub(r"\s+", " ", name).lower())
    return frozenset(found)


def _cited(reading: Reading, related: Sequence[Reading]) -> Iterator[_Bound]:
    """The days of reports that the article cites by weekday and a sister article dates."""
    document, text, timexes = reading
    wanted: dict[str, Timex] = {}
    for timex in timexes:
        if timex.weekday is None or timex.interval is not None or not timex.value.startswith("XXXX-WXX-"):
            continue
        sentence = text.sentence_at(timex.start)
        if sentence is not None:
            for name in _sources(document, sentence, timex):
                wanted.setdefault(name, timex)
    if not wanted:
        return
    for other, other_text, other_timexes in related:
        for timex in other_timexes:
            interval = timex.point or timex.interval
            if interval is None or interval.granularity != Granularity.DAY or interval.start is None or timex.parts:
                continue
            if timex.weekday is not None and not timex.value[:4].isdecimal():
                continue
            sentence = other_text.sentence_at(timex.start)
            if sentence is None:
                continue
            day = moment(interval.start).date()
            for name in sorted(_sources(other, sentence, timex) & wanted.keys()):
                cited = wanted[name]
                if day.weekday() == cited.weekday:
                    yield _Bound(
                        day,
                        f'"{cited.text}" is when {name.title()} reported, which {other.name} dates "{timex.text}" '
                        f"({day.isoformat()})",
                    )


def _by_weekdays(reading: Reading, first: date, last: date, how: list[str]) -> tuple[date, date]:
    """Drop days from which a weekday told as past would lie six days back: the press then says "last Tuesday"."""
    named = {
        timex.weekday: timex.text
        for timex, direction, _ in _told(reading)
        if direction == PAST
        and timex.weekday is not None
        and timex.value.startswith("XXXX-WXX-")
        and timex.text.endswith("day")
    }
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    while len(days) > 1:
        behind = next((text for weekday, text in named.items() if (days[0].weekday() - weekday) % 7 == 6), None)
        if behind is None:
            break
        how.append(f'not {days[0].isoformat()}: "{behind}" would be six days before it')
        days = days[1:]
    return days[0], days[-1]

"""Who was where, and when: sentences that put a person in a place at a time of a day or less.

Only what one sentence says in so many words counts: a person, a verb of being or acting somewhere in the flesh, and a
place right behind its preposition ("spent 3 May in Lisbon", "In Oslo, where Minister Dahl opened the session at 10
a.m."). Everything is matched on the sentence with its people, places and times replaced by marks. Statements that are
claimed, denied, planned or made at a distance are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.expressions.model import Mention, Name, NameType, Place, Timex, TimexType
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.identity.model import Corpus, Member
from factcheck.temporal.compare import can_be_equal, contains
from factcheck.temporal.interval import DAY, Granularity, Interval
from factcheck.text.model import Sentence

HOUR = 3600
_Item = TypeVar("_Item", Timex, Place, Name)

# The hours that a part of a day surely means, from midnight: nobody calls 11 p.m. the afternoon.
_PARTS = {"MO": (6, 12), "AF": (12, 18), "EV": (17, 24), "NI": (18, 24)}
# Of a stay that is dated to a day ("spent 3 May in Lisbon"), the hours that it cannot leave out.
_DAYTIME = (9, 18)
_WHOLE = re.compile(
    r"\b(?:whole|entire|entirety|all (?:day|morning|afternoon|evening|night|of)|throughout|every hour)\b"
)

_PLANNED_OR_TOLD = re.compile(
    r"\b(?:will|would|could|may|might|should|if|unless|whether|plan(?:s|ned|ning)?|due|scheduled|expected|expects|hope[sd]?|likely"
    r"|claim\w*|den(?:y|ies|ied|ial)|alleg\w+|reportedly|supposed\w*|accus\w+|insist\w*|maintain\w*|alibi|prosecut\w+"
    r"|was to|were to|to have|rumou?r\w*|perhaps|probably|apparently|imagin\w+|dream\w*|pretend\w*|fictional|novel|film"
    r"|meant to|instead of|says? (?:he|she|they) w|said (?:he|she|they) w|told \w+ (?:that )?(?:he|she|they) w)\b",
    re.IGNORECASE,
)
_AT_A_DISTANCE = re.compile(
    r"\b(?:video\w*|video-?link|remotely|remote|telephone|phone|phoned|online|virtual\w*|screen|by letter|livestream\w*"
    r"|broadcast|televised|radio|satellite|Zoom|Skype|webcast|telegram|recorded|tweet\w*|posted|file photo|archive)\b",
    re.IGNORECASE,
)

_PERSON = r"‹A(?P<who>\d+)›"
_TITLE = r"(?:(?!(?:that|said|says|when|while|after|and|but|if)\b)[\w.'-]+,? ){0,6}?"
_SUBJECT = rf"{_PERSON}(?:, [^‹›.;:,]{{2,60}})?(?:,? who|,)?"
_ADVERB = r"(?: (?:[a-z]+ly|also|then|later|himself|herself|once|still|again))?"
_SOMEWHERE = (
    r"\b(?:in|at|inside|outside|near)(?: (?:the|central|downtown|nearby|his|her|native|home|town|city|capital|port|of"
    r"|village|island|Spanish|French|German)){0,4}"
)
# A place may stand within another: "in the Trakia district of Plovdiv".
_PLACE = r"‹L(?P<where>\d+)›(?P<chain>(?:,? (?:of |in )?(?:the )?‹L\d+›)*)"
_STAY = r"(?:spent|stayed|sat|slept|remained|worked|waited|rested|stood|lay)"
_BEING = (
    r"(?:was|had been)(?P<no> not|n't| never)?"
    r"(?: (?:back|still|already|away|present|at home|in hospital|on (?:holiday|leave|vacation|business|stage)"
    r"|(?:at|for) (?:a|an|the) (?:[\w-]+ ){0,2}?[\w-]+))?(?P<gap>(?:,? ‹T\d+›)?),?"
)
_SPEECH = (
    r"(?:speech|talk|lecture|address|press conference|news conference|concert|dinner|reception|recital|briefing|party)"
)
_GATHERING = (
    r"(?:session|conference|summit|meeting|exhibition|festival|ceremony|hearing|rally|congress|parliament|assembly"
    r"|debate|forum|fair|gala|parade|reception|funeral|wedding|service|mass|match|concert|dinner|workshop|seminar|trial)"
)
_ACT = (
    rf"(?:attended|spoke|appeared|testified|arrived|landed|performed|sang|played|dined|lunched|watched|pleaded|stepped"
    rf"|(?:gave|delivered|held|hosted|chaired) (?:a |an |the |his |her )(?:[\w-]+ ){{0,2}}?{_SPEECH}"
    rf"|(?:gave|delivered) evidence"
    rf"|(?:opened|closed|addressed|hosted|chaired|joined|led|inaugurated) (?:a |an |the |its |their )"
    rf"(?:[\w-]+ ){{0,3}}?{_GATHERING}"
    rf"|addressed (?:a |the )?(?:[\w-]+ ){{0,2}}?(?:crowd|supporters|reporters|audience|students|troops"
    rf"|workers|congress)"
    rf"|(?:read|made) (?:a |an |the )(?:[\w-]+ )?(?:statement|speech)"
    rf"|told (?:a |the )?(?:[\w-]+ )?(?:crowd|reporters|journalists|audience|rally|conference)"
    rf"|(?:met|greeted|received|shook hands with|sat down with)|visited|toured|signed (?:a|an|the)"
    rf"|was (?:seen|photographed|arrested|detained|married|sworn in|filmed|cheered))"
)
# Between verb and place nothing may begin another clause or name what is spoken of.
_GAP = r"(?P<gap>[^‹›.;:()]{0,60}?(?:‹[TA]\d+›[^‹›.;:()]{0,40}?){0,2}) "
_BREAKS = re.compile(
    r"\b(?:who|which|that|whom|whose|where|when|while|and|but|about|against|over|regarding|concerning|from|before"
    r"|after|between|because|despite|since|than|as if|towards?|held|based|killed|born|of (?:a|the) \w+ of)\b"
    r"|(?<!\bthe )(?<!\ba )(?<!\bthese )\b\w+ed\b(?<!\bred)"
)

_PATTERNS = (
    # "A was not in L", "A sat in a studio in L", "A did not leave L", "A attended a funeral in L"
    ("stay", re.compile(rf"{_SUBJECT}{_ADVERB} {_BEING} {_SOMEWHERE} {_PLACE}")),
    ("stay", re.compile(rf"{_SUBJECT}{_ADVERB} {_STAY}{_ADVERB}{_GAP}{_SOMEWHERE} {_PLACE}")),
    ("bound", re.compile(rf"{_SUBJECT} (?:did not|didn't|never) (?:leave|left)(?P<gap>) (?:the )?{_PLACE}")),
    ("act", re.compile(rf"{_SUBJECT}{_ADVERB} {_ACT}{_GAP}{_SOMEWHERE} {_PLACE}")),
    ("act", re.compile(rf"{_SUBJECT}{_ADVERB} (?:visited|toured|reached|inspected)(?P<gap>) {_PLACE}")),
    # "in L, where A opened the session"
    ("act", re.compile(rf"{_SOMEWHERE} {_PLACE}(?P<gap>),? where {_TITLE}{_SUBJECT}{_ADVERB} {_ACT}\b")),
    # "In L, A met ..."; "on the steps of the court, A read a statement"
    (
        "act",
        re.compile(
            rf"\b(?:[Ii]n|[Oo]n the steps of|[Oo]utside|[Ii]nside|[Ii]n front of|[Aa]t)(?P<gap>)(?: the)? {_PLACE},"
            rf" (?:‹T\d+›,? )?{_TITLE}{_SUBJECT}{_ADVERB} {_ACT}\b"
        ),
    ),
    # "A's rally in L began"
    (
        "act",
        re.compile(
            rf"{_PERSON}'s (?:[\w-]+ )?(?:rally|concert|speech|lecture|recital|press conference|wedding)"
            rf"(?P<gap>) (?:in|at)(?: the)? {_PLACE} (?:began|started|opened|took place|was held|drew)\b"
        ),
    ),
)  # fmt: skip
_VERB_HINT = re.compile(
    rf"\b{_STAY}\b|{_ACT}|\b(?:was|been|leave|left|visited|toured|reached|inspected|began|started|drew|took place)\b"
)
_UNTIL = re.compile(
    r"\bfrom (?:‹T(?P<first>\d+)›|(?P<hour>[a-z]+|\d{1,2})) (?:until|till|to)"
    r" (?:‹T(?P<last>\d+)›|(?P<bare>[a-z]+|\d{1,2})\b)"
)
_BARE = re.compile(r"\b(?:began|started|opened) (?:at|around) (?P<hour>[a-z]+|\d{1,2})\b")
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_AFTERWARDS = re.compile(
    r"\b(?:[Mm]inutes|[Mm]oments|[Ss]hortly|[Ss]oon|[Rr]ight|[Ii]mmediately) after(?:wards)? the\b"
)
# The time right before the subject, and the one behind the place; "until Monday" and "by noon" are open.
_TIME_BEFORE = re.compile(
    rf"(?P<open>\b(?:[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Bb]y|[Ff]rom) )?‹T(?P<time>\d+)›,? ?{_TITLE}$"
)
_TIME_AFTER = re.compile(r"[^‹›.;:,]{0,40}?(?P<open>\b(?:until|since|before|after|by) )?‹T(?P<time>\d+)›")
_BEHIND = re.compile(r"[^‹›.;:,]*")
_TRAVEL = re.compile(r"\b(?:arrived|landed|reached|left|flew|stepped)\b")
_LONGEST_STAY = 31 * DAY
# A time stands with a statement within this many characters of it.
_NEAR = 120
_AND_ELSEWHERE = re.compile(r",? (?:and|or|to|then)(?: then| later)?(?: in| at)? (?:‹L|[A-Z])|, ‹L")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person in one place: at some moment of ``[start, end)``, or throughout it.

    ``start`` and ``end`` are instants on the local clock, ``offset`` its minutes east of UTC where stated. ``absent``
    marks a statement that the person was not there, ``travelling`` one of coming or going, ``dated`` one whose time is
    no finer than a day. ``told`` is the span that says so.
    """

    article: int
    who: str
    place: Place
    start: int
    end: int
    offset: int | None
    throughout: bool
    absent: bool
    travelling: bool
    dated: bool
    when: Timex
    sentence: Sentence
    told: tuple[int, int]


def sightings(corpus: Corpus, types: frozenset[str]) -> Iterator[Sighting]:
    """Every sighting of the corpus; ``types`` are the event types whose agents are where the event is."""
    for number, article in enumerate(corpus.articles):
        yield from _from_words(corpus, number, article)
        for index, assertion in enumerate(article.assertions):
            if assertion.event in types and Member(number, index) in corpus.records:
                yield from _from_assertion(corpus, number, article, assertion)


def point(place: Place) -> tuple[float, float] | None:
    """Latitude and longitude of a place, or of the town that it is said to stand in; None if unknown or no point."""
    if place.latitude is not None and place.longitude is not None:
        return place.latitude, place.longitude
    if not place.within:
        return None
    towns = [
        entry for entry in lookup(fold(place.within[0])) if entry.kind == "city" and entry.country == place.country
    ]
    best = max(towns, key=lambda entry: entry.population, default=None)
    if best is None or best.latitude is None or best.longitude is None:
        return None
    return best.latitude, best.longitude


# --- sentences -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Marked:
    """A sentence with marks for what stands in it; ``spans`` leads from a mark's offset back to the prose."""

    text: str
    people: Sequence[Name]
    places: Sequence[Place]
    times: Sequence[Timex]


def _within(items: Sequence[_Item], sentence: Sentence) -> Sequence[_Item]:
    first = bisect_left(items, sentence.start, key=lambda item: item.start)
    last = bisect_left(items, sentence.end, key=lambda item: item.start)
    return items[first:last]


def _from_words(corpus: Corpus, number: int, article: Article) -> Iterator[Sighting]:
    document = article.document
    sites: dict[str, Place] | None = None
    for sentence in article.text.sentences:
        names = _within(article.expressions.names, sentence)
        if not names or document.blocks[sentence.block].repeats is not None:
            continue
        prose = document.prose[sentence.start : sentence.end]
        if not _VERB_HINT.search(prose):
            continue
        if sites is None:
            sites = _sites(article)
        if not sites and not _within(article.expressions.places, sentence):
            continue
        marked = _mark(article, sentence, names, sites)
        if marked.people and marked.places and not _PLANNED_OR_TOLD.search(marked.text):
            yield from _in_sentence(corpus, number, article, sentence, marked)


def _sites(article: Article) -> dict[str, Place]:
    """Bodies that are buildings, by canonical name: "the court" is where Leeds Crown Court stands."""
    buildings = {place.name: place for place in article.expressions.places if place.within and not place.gentilic}
    return {
        name.canonical: buildings[name.canonical]
        for name in article.expressions.names
        if name.type is NameType.ORGANISATION and name.canonical in buildings
    }


def _mark(article: Article, sentence: Sentence, names: Sequence[Name], sites: dict[str, Place]) -> _Marked:
    prose = article.document.prose
    people: list[Name] = []
    places: list[Place] = []
    times = [t for t in _within(article.expressions.times, sentence) if t.type in (TimexType.DATE, TimexType.TIME)]
    spans = [(time.start, time.end, f"‹T{index}›") for index, time in enumerate(times)]
    for place in _within(article.expressions.places, sentence):
        if not place.gentilic and not place.actor:
            spans.append((place.start, place.end, f"‹L{len(places)}›"))
            places.append(place)
    for name in names:
        if name.type is NameType.PERSON:
            spans.append((name.start, name.end, f"‹A{len(people)}›"))
            people.append(name)
        elif name.mention is Mention.ROLE and name.canonical in sites:
            spans.append((name.start, name.end, f"‹L{len(places)}›"))
            places.append(replace(sites[name.canonical], start=name.start, end=name.end, text=name.text))
    pieces: list[str] = []
    at = sentence.start
    for start, end, mark in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < at or end > sentence.end:
            continue
        pieces.append(prose[at:start])
        pieces.append(mark)
        at = end
    pieces.append(prose[at : sentence.end])
    return _Marked(re.sub(r"\s+", " ", "".join(pieces)), people, places, times)


def _in_sentence(
    corpus: Corpus, number: int, article: Article, sentence: Sentence, marked: _Marked
) -> Iterator[Sighting]:
    remote = bool(_AT_A_DISTANCE.search(marked.text))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(marked.text):
            groups = match.groupdict()
            if kind == "act" and remote:
                continue
            if _BREAKS.search(groups["gap"] or "") or _AND_ELSEWHERE.match(marked.text, match.end("chain")):
                continue
            who, place = marked.people[int(groups["who"])], marked.places[int(groups["where"])]
            if article.text.is_quoted(who.start) or article.text.is_quoted(place.start):
                continue
            chain = [marked.places[int(each)] for each in re.findall(r"‹L(\d+)›", groups["chain"] or "")]
            place = _pointed(place, chain)
            when = _time_of(article, sentence, marked, match)
            if when is None:
                continue
            absent = bool(groups.get("no"))
            behind = _BEHIND.match(marked.text, match.end(), match.end() + _NEAR)
            text = f"{match[0]} {when.timex.text} {behind[0] if behind else ''}"
            # "spent the morning in" lasts; "was in" on a day says no more than that.
            lasting = when.extent or kind == "bound"
            lasting = lasting or (kind == "stay" and (absent or " spent " in text or bool(_WHOLE.search(text))))
            whole = absent or kind == "bound" or bool(_WHOLE.search(text))
            start, end = _hours(when, lasting, whole)
            yield Sighting(
                article=number,
                who=corpus.entities.identify(article.document.name, who.canonical),
                place=place,
                start=start,
                end=end,
                offset=when.interval.offset,
                throughout=lasting,
                absent=absent,
                travelling=bool(_TRAVEL.search(match[0])),
                dated=when.interval.granularity is Granularity.DAY,
                when=when.timex,
                sentence=sentence,
                told=(place.start, place.end),
            )


def _pointed(place: Place, chain: Sequence[Place]) -> Place:
    """The place itself, or the nearest place it is said to lie in whose position is known."""
    return next((each for each in (place, *chain) if point(each) is not None), place)


@dataclass(frozen=True, slots=True)
class _When:
    """A sighting's time; ``extent`` says that it is the whole of it, ``later`` that it is soon after it."""

    timex: Timex
    interval: Interval
    extent: bool = False
    later: bool = False


def _time_of(article: Article, sentence: Sentence, marked: _Marked, match: re.Match[str]) -> _When | None:
    """When the match is: the finest of the times that stand with it, if these agree."""
    text = marked.text
    start, stop = match.start(), match.end() + _NEAR
    before = _TIME_BEFORE.search(text[max(0, start - _NEAR) : start])
    after = _TIME_AFTER.match(text, match.end(), stop)
    if (before is not None and before["open"]) or (after is not None and after["open"]):
        return None
    inside = re.findall(r"‹T(\d+)›", match[0])
    chosen = [marked.times[int(each)] for each in inside]
    chosen += [marked.times[int(found["time"])] for found in (before, after) if found is not None]
    if not chosen:
        return _time_after_event(article, sentence, marked)
    if any(timex.interval is None for timex in chosen):
        return None
    part = next((t for t in chosen if t.interval and t.interval.granularity is Granularity.PART_OF_DAY), None)
    readings = [(timex, _in_part(timex.interval, part)) for timex in chosen if timex.interval is not None]
    extent = _UNTIL.search(text, start, stop)
    if extent is not None and (extent["hour"] or marked.times[int(extent["first"])] in chosen):
        stated = _stated_extent(extent, marked, part)
        if stated is not None or extent["first"]:
            return stated
    finest, interval = min(readings, key=lambda item: (item[1].granularity, item[0].start))
    if interval.start is None or interval.end is None or interval.granularity > Granularity.DAY:
        return None
    if any(not contains(other, interval) for _, other in readings):
        return None
    if interval.end - interval.start > DAY:
        # "from 3 to 9 May": being there lasts as long.
        return _When(finest, interval, extent=True) if interval.end - interval.start <= _LONGEST_STAY else None
    bare = _BARE.search(text, start, stop)
    hour = _hour_word(bare["hour"]) if bare is not None else None
    if hour is not None and part is not None and part.interval is not None:
        at = _clock_in(part.interval, hour)
        if at is not None:
            return _When(part, Interval(at, at + HOUR, Granularity.HOUR, part.interval.offset))
    return _When(finest, interval)


def _stated_extent(extent: re.Match[str], marked: _Marked, part: Timex | None) -> _When | None:
    """ "from seven o'clock until nine", its clock times read in the part of the day that the sentence names."""
    timex = marked.times[int(extent["first"])] if extent["first"] else part
    if timex is None or timex.interval is None or timex.interval.granularity > Granularity.DAY:
        return None
    first = _in_part(timex.interval, part)
    if extent["hour"]:
        hour = _hour_word(extent["hour"])
        at = _clock_in(timex.interval, hour) if hour is not None else None
        if at is None:
            return None
        first = Interval(at, at + HOUR, Granularity.HOUR, timex.interval.offset)
    last = _last(extent, marked, first, part)
    if first.start is None or last is None or not first.start < last <= first.start + _LONGEST_STAY:
        return None
    return _When(timex, replace(first, end=last), extent=True)


def _last(extent: re.Match[str], marked: _Marked, first: Interval, part: Timex | None) -> int | None:
    """The end of "from seven until nine": its own time, or the bare hour that comes next."""
    if extent["last"]:
        other = marked.times[int(extent["last"])].interval
        return _in_part(other, part).start if other is not None else None
    hour = _hour_word(extent["bare"])
    if hour is None or first.start is None:
        return None
    return first.start // HOUR * HOUR + ((hour - first.start // HOUR) % 12) * HOUR


def _hour_word(word: str) -> int | None:
    number = _NUMBERS.get(word) or (int(word) if word.isdecimal() else None)
    return number if number is not None and 1 <= number <= 12 else None


def _clock_in(part: Interval, hour: int) -> int | None:
    """The hour of a twelve-hour clock within a part of a day, if just one of its two readings lies there."""
    if part.start is None or part.end is None:
        return None
    midnight = part.start // DAY * DAY
    readings = [midnight + (hour % 12 + shift) * HOUR for shift in (0, 12)]
    inside = [each for each in readings if part.start <= each < part.end]
    return inside[0] if len(inside) == 1 else None


def _in_part(interval: Interval, part: Timex | None) -> Interval:
    """A clock time without "a.m." or "p.m." read in the part of the day that the sentence speaks of."""
    if part is None or part.interval is None or interval.granularity >= Granularity.PART_OF_DAY:
        return interval
    if interval.start is None or interval.end is None or contains(part.interval, interval):
        return interval
    later = replace(interval, start=interval.start + DAY // 2, end=interval.end + DAY // 2)
    return later if contains(part.interval, later) else interval


def _time_after_event(article: Article, sentence: Sentence, marked: _Marked) -> _When | None:
    """ "Minutes after the verdicts": the time that the article gives the event."""
    found = _AFTERWARDS.search(marked.text)
    if found is None or marked.times:
        return None
    prose = article.document.prose
    for event in article.assertions:
        if event.sentence.start != sentence.start:
            continue
        if not prose[sentence.start : event.trigger_start].rstrip().endswith("after the"):
            continue
        timed = [
            (each.time, each.time.interval)
            for each in article.assertions
            if each.event == event.event and _is_told(each) and each.time is not None and each.time.interval is not None
        ]
        if not timed or not all(can_be_equal(timed[0][1], interval) for _, interval in timed):
            return None
        timex, interval = min(timed, key=lambda item: (item[1].granularity, item[0].start))
        fine = interval.granularity <= Granularity.DAY and interval.start is not None and interval.end is not None
        return _When(timex, interval, later=True) if fine else None
    return None


def _hours(when: _When, lasting: bool, whole: bool) -> tuple[int, int]:
    """The instants that a time surely covers (of a stay), or within which a moment surely lies."""
    interval = when.interval
    assert interval.start is not None and interval.end is not None
    midnight = interval.start // DAY * DAY
    if when.extent:
        # The first and the last day of a stay are days of travel.
        if interval.granularity is Granularity.DAY and not whole:
            return interval.start + _DAYTIME[1] * HOUR, interval.end - DAY + _DAYTIME[0] * HOUR
        return interval.start, interval.end
    if interval.granularity is Granularity.PART_OF_DAY:
        first, last = _PARTS.get(when.timex.value[-2:], (0, 0))
        if first < last and interval.end - interval.start <= DAY:
            if lasting:
                # Who spends a morning somewhere may come at nine.
                return midnight + max(first, 9) * HOUR, midnight + min(last, 21) * HOUR
            return midnight + first * HOUR, midnight + (last + when.later) * HOUR
    if interval.granularity is Granularity.DAY and lasting and not whole:
        return midnight + _DAYTIME[0] * HOUR, midnight + _DAYTIME[1] * HOUR
    if interval.granularity is Granularity.HOUR and not lasting:
        return interval.start - HOUR // 2, interval.start + HOUR // 2
    return interval.start, interval.end + when.later * HOUR


# --- assertions ----------------------------------------------------------------------------------------------


def _is_told(assertion: Assertion) -> bool:
    return (
        assertion.modality is Modality.HAPPENED
        and assertion.polarity is Polarity.POSITIVE
        and assertion.time_secure
        and not assertion.repeats
    )


def _from_assertion(corpus: Corpus, number: int, article: Article, assertion: Assertion) -> Iterator[Sighting]:
    timex, place = assertion.time, assertion.place
    if timex is None or timex.interval is None or place is None or not _is_told(assertion):
        return
    interval = timex.interval
    if interval.granularity > Granularity.DAY or interval.start is None or interval.end is None:
        return
    # A date's "May" is no modal verb.
    prose = article.document.prose[assertion.sentence.start : assertion.sentence.end].replace("May", "")
    if _PLANNED_OR_TOLD.search(prose) or _AT_A_DISTANCE.search(prose):
        return
    if article.text.is_quoted(assertion.trigger_start) or place.start < assertion.trigger_start:
        return
    kinds = {name.start: name for name in _within(article.expressions.names, assertion.sentence)}
    for participant in assertion.participants:
        name = kinds.get(participant.start)
        if participant.role == "agent" and name is not None and name.type is NameType.PERSON:
            start, end = _hours(_When(timex, interval), False, False)
            yield Sighting(
                article=number,
                who=corpus.entities.identify(article.document.name, participant.key),
                place=place,
                start=start,
                end=end,
                offset=interval.offset,
                throughout=False,
                absent=False,
                travelling=assertion.event in ("arrival", "departure"),
                dated=interval.granularity is Granularity.DAY,
                when=timex,
                sentence=assertion.sentence,
                told=(place.start, place.end),
            )

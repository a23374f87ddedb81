"""How an answer differs from the hope that it comes back to: in a figure, a date, an age or what was wished for."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checks.common_ground import ground_of
from factcheck.checks.figures import quantities as figures
from factcheck.checks.plans.answer_words import Sense
from factcheck.checks.plans.hopes_told import Answer, Hope
from factcheck.checks.plans.undertakings import lengths_told
from factcheck.checks.sentence_words import NUMBER_WORDS
from factcheck.checks.word_families import content, family
from factcheck.expressions.model import Quantity, QuantityKind, Timex
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.temporal.compare import can_be_equal
from factcheck.temporal.interval import DAY, Granularity, moment
from factcheck.text.model import Sentence, Token

_RATIO = 12.0
_PEOPLE = frozenset(
    map(
        family,
        """visitor patient passenger worker employee guest fan spectator customer resident villager pupil student client
        member viewer listener participant demonstrator marcher tourist pilgrim delegate user owner""".split(),
    )
)
_NUMBER = 1.5  # bits of a number that both wished for
_AGE = regex(
    r"\b(?:(?:about |around |circa )?\d{3,4}(?: (?:BC|AD|B\.C\.|A\.D\.|BCE|CE))?"
    r"|(?:\d+(?:st|nd|rd|th)|[a-z]+th|first|second|third) (?:century|millennium)|reign of|age of|Age|era"
    r"|\d[\d,]* years (?:old|ago)|years old)\b"
)
_BY_WHICH = regex(r",? (?:by|on|in|for) which\b")
_STOP = regex(r"[,;]")
_CALENDAR = regex(
    r"\d|(?:day|Day)\b(?<!the day)|[A-Z][a-z]+|\b(?:spring|summer|autumn|winter|week|weekend|year|month)\b"
)
_GIVEN = regex(r" (?:as|at|to be|to have been)(?: about| some| around)? ")
_DIFFERENCE = regex(
    r"(?:\b(?P<that>[Tt]hat|[Tt]his|[Ww]hich) (?:is|was)|,|--?|\()(?: or)? ?(?P<by>[\w.]+)(?: [a-z]+)?"
    r" (?P<way>more|fewer|less|higher|lower) than\b"
)
_THING = regex(r" (?:for|of) (?:(?!on\b|in\b|at\b|comes?\b|came\b|was\b|is\b)[\w'’-]+ ?){1,4}")
_COST = frozenset(map(family, "cost bill price budget account damage expense".split()))
_BILLED = _COST | frozenset(map(family, "final state total said put come agree open".split()))
_RECALLED = 1.3  # bits of what both wished for

Difference = tuple[str, float, tuple[int, int], tuple[int, int] | None]
"""Why an answer is of a hope, its bits, where the old value stands and where the new one (None where it does not)."""


def figures_differ(corpus: Corpus, hope: Hope, answer: Answer) -> Difference | None:
    """A figure of the hope and another of its kind beside the cue: why, bits, where both stand."""
    revised = answer.cue.sense is Sense.REVISED
    counted = _more_than_before(corpus, hope, answer) if answer.cue.sense is not Sense.RECALLED else None
    if counted is not None:
        return counted
    if not (hope.ahead or hope.estimate) and not (revised and _one_price(corpus, hope, answer)):
        return None
    if answer.cue.sense is Sense.RECALLED and not hope.ahead:
        return None
    there = [*answer.quantities, *(one for _, found in answer.beside for one in found)]
    best: Difference | None = None
    given = _given(corpus, answer)
    for old in hope.quantities:
        if given is not None and given.value != old.value:
            continue
        if hope.ahead and not hope.estimate and old.start < hope.start:
            continue  # "The 30 men hope"
        restated = any(one.value == old.value and _one_unit(one, old, bare=True) for one in there)
        if answer.cue.sense is Sense.RECALLED and not restated:
            continue
        for near, new in enumerate(there):
            if new is given:
                continue
            low, high = sorted((new.value, old.value))
            if low <= 0 or low == high or high / low > _RATIO or not _one_unit(new, old, bare=restated):
                continue
            if answer.cue.direction and (new.value - old.value) * answer.cue.direction < 0:
                continue
            if not restated and figures.overlap((new.low, new.high), (old.low, old.high)):
                continue
            bits = (1.5 if near < len(answer.quantities) else 1.0) + (2.5 if restated else 0.0)
            if best is None or bits > best[1]:
                best = f"{old.text}, later {new.text}", bits, (old.start, old.end), (new.start, new.end)
    return best


def _one_price(corpus: Corpus, hope: Hope, answer: Answer) -> bool:
    """Whether both tell what one thing cost: a common word of the thing stands in the answer itself."""
    if _COST.isdisjoint(hope.passage.own) or _COST.isdisjoint(answer.passage.own):
        return False
    ground = ground_of(corpus)
    names = ground.known[hope.article] | ground.known[answer.article]
    written = {family(word) for one in hope.quantities for word in one.text.lower().split()}
    prose = corpus.articles[answer.article].document.prose
    thing = _THING.match(prose, answer.end, answer.sentence.end)
    if thing is not None:  # "the final account for the bypass"
        words = {
            word for word, _, token in content(answer.sentence.tokens) if thing.start() <= token.start < thing.end()
        }
        return not words.isdisjoint(hope.passage.words)
    both = answer.passage.own & hope.passage.words.keys() - names - written - _BILLED
    return sum(map(ground.weights.bits, both)) >= 1.0 or (
        any(one.value == old.value for one in answer.quantities for old in hope.quantities)
    )


def _more_than_before(corpus: Corpus, hope: Hope, answer: Answer) -> Difference | None:
    """A figure of the hope that a later one exceeds by what the answer says: "73 wait, 12 more than first told"."""
    prose = corpus.articles[answer.article].document.prose
    match = _DIFFERENCE.search(prose, answer.sentence.start, answer.sentence.end)
    if match is None:
        return None
    by = next((one for one in answer.quantities if match.start("by") <= one.start < match.end()), None)
    if by is None:
        return None
    sign = -1 if match["way"] in ("fewer", "less", "lower") else 1
    there = [one for one in answer.quantities if one.end <= match.start()]
    if match["that"]:
        there += [one for _, found in answer.beside for one in found]
    for new in there:
        for old in hope.quantities:
            if new.kind is old.kind and new.value - sign * by.value == old.value and min(new.value, old.value) > 9:
                why = f"{new.text} is {match['by']} {match['way']} than {old.text}"
                return why, 4.0, (old.start, old.end), (new.start, new.end)
    return None


def _given(corpus: Corpus, answer: Answer) -> Quantity | None:
    """The early figure that the cue itself leads to: "first given as 6.4 per cent"."""
    if answer.cue.sense is not Sense.REVISED:
        return None
    prose = corpus.articles[answer.article].document.prose
    return next((one for one in answer.quantities if _GIVEN.fullmatch(prose, answer.end, one.start)), None)


def _one_unit(one: Quantity, two: Quantity, *, bare: bool) -> bool:
    """Whether two figures count or measure one thing; ``bare`` ones may, where the old value is given again."""
    if one.kind is not two.kind:
        return bare and QuantityKind.COUNT in (one.kind, two.kind) and None in (one.measured, two.measured)
    if one.kind is QuantityKind.COUNT:
        if one.measured is None or two.measured is None:
            return bare and min(one.value, two.value) > 12
        nouns = {_noun(one), _noun(two)}
        return len(nouns) == 1 or ("person" in nouns and bool(nouns & _PEOPLE))
    return one.unit == two.unit


def _noun(one: Quantity) -> str:
    return family((one.measured or " ").split()[-1]) if one.measured else ""


def dates_differ(corpus: Corpus, hope: Hope, answer: Answer) -> Difference | None:
    """The planned date, recalled by the answer, or another that it calls late or early."""
    if not hope.ahead or answer.cue.sense is Sense.REVISED:
        return None
    prose = corpus.articles[answer.article].document.prose
    for timex in hope.times:
        if answer.cue.sense is Sense.RECALLED:
            for other in answer.times:
                # "Easter, by which they were to have been home"; else what was planned stands behind the cue.
                ahead = other.start > answer.start or _BY_WHICH.match(prose, other.end, answer.start) is not None
                if ahead and _names(timex, other):
                    why = f'"{other.text}" is the time that was planned'
                    return why, 3.0, (timex.start, timex.end), (other.start, other.end)
        elif answer.cue.timely:
            dated = [other for other in answer.times if _is_late(timex, other, answer.cue.direction)]
            told = list(lengths_told(prose, answer.sentence.start, answer.end))
            if told:
                dated = [other for other in dated if _lies_apart(timex, other, told)]
                if not dated and answer.times:
                    return None
            if dated:
                near = min(dated, key=lambda other: abs(other.start - answer.start))
                why = f'"{timex.text}", later "{near.text}"'
                return why, 1.5, (timex.start, timex.end), (near.start, near.end)
            if not answer.times:
                return f'not as planned for "{timex.text}"', 0.5, (timex.start, timex.end), None
    return None


def _is_late(plan: Timex, other: Timex, direction: int) -> bool:
    """Whether a date of the answer lies beyond the plan's, on the side that the cue names."""
    one, two = plan.interval, other.interval
    if one is None or two is None or one.end is None or two.end is None or one.start is None or two.start is None:
        return False
    if two.granularity > Granularity.MONTH:
        return False
    if direction:
        return two.start >= one.end if direction > 0 else two.end <= one.start
    return not can_be_equal(one, two)


def _lies_apart(plan: Timex, other: Timex, told: Sequence[tuple[float, float, str]]) -> bool:
    """Whether two dates lie as far apart as one of the lengths told ("three days later than planned")."""
    one, two = plan.interval, other.interval
    if one is None or two is None or one.end is None or two.start is None:
        return False
    apart = (two.start - (one.start if one.start is not None else one.end - DAY)) / DAY
    width = (one.end - one.start) / DAY if one.start is not None else 0.0
    return any(days - slack - width <= abs(apart) <= days + slack + width for days, slack, _ in told)


def _names(plan: Timex, other: Timex) -> bool:
    """Whether a recalled time is the one planned, of whatever year it was read."""
    one, two = plan.interval, other.interval
    if one is None or two is None or one.end is None or two.end is None:
        return False
    if two.granularity >= Granularity.YEAR:
        if one.granularity < Granularity.MONTH:
            return False
        return two.start is not None and moment(one.end - DAY).year == moment(two.start).year
    if two.granularity >= Granularity.SEASON > one.granularity or not _CALENDAR.search(other.text):
        return False
    a, b = _days_of_year(one.start, one.end), _days_of_year(two.start, two.end)
    return a[0] <= b[1] and b[0] <= a[1]


def _days_of_year(start: int | None, end: int) -> tuple[int, int]:
    """The first and the last day in the year; the day before and after its end where only that is known."""
    if start is None:
        start, end = end - DAY, end + DAY  # "by September" runs up to its first day
    first = moment(start).timetuple().tm_yday
    return first, first + max(0, (end - start) // DAY - 1)


def dated_anew(corpus: Corpus, hope: Hope, answer: Answer) -> Difference | None:
    """An age first guessed, where the answer says that it is another: "older than had been thought"."""
    if not hope.estimate or not answer.cue.dating:
        return None
    prose = corpus.articles[hope.article].document.prose
    age = _AGE.search(prose, hope.sentence.start, hope.sentence.end)
    if age is None:
        return None
    anew = _AGE.search(corpus.articles[answer.article].document.prose, answer.end, answer.until)
    return f'"{age[0]}" was a first dating', 1.5, age.span(), anew.span() if anew is not None else None


def words_recalled(corpus: Corpus, hope: Hope, answer: Answer) -> Difference | None:
    """What both have behind their cues, where the later one says that it was wished for and did not come."""
    if not hope.ahead or not answer.cue.vain:
        return None
    one, two = (
        _behind(corpus.articles[said.article].document.prose, said.sentence, start)
        for said, start in ((hope, hope.start), (answer, answer.end))
    )
    both = one.keys() & two.keys()
    weigh = ground_of(corpus).weights.bits
    bits = sum(_NUMBER if word in NUMBER_WORDS else weigh(word) for word in both)
    named = any(two[word][0] for word in both)
    if not named and (bits < _RECALLED or len(both) < (1 if both <= NUMBER_WORDS else 2)):
        return None
    last = max(one[word][1].end for word in both)
    told = ", ".join(sorted(both, key=lambda word: two[word][1].start)[:3])
    came = answer.end, max(two[word][1].end for word in both)
    return f"both hope for {told}", min(3.0, bits), (hope.start, max(hope.end, last)), came


def _behind(prose: str, sentence: Sentence, start: int) -> dict[str, tuple[bool, Token]]:
    """The content and number words from ``start`` up to the next comma: whether each is a name's, and where it is."""
    stop = _STOP.search(prose, start, sentence.end)
    end = stop.start() if stop is not None else sentence.end
    tokens = [token for token in sentence.tokens if start <= token.start < end]
    found = {word: (proper, token) for word, proper, token in content(tokens)}
    return found | {
        token.text: (False, token) for token in tokens if token.text in NUMBER_WORDS and token.text != "one"
    }

"""Plans of one article that another article of the story shows not to have been kept, told by their words alone.

For what no event type links: the plan's clause and the later one are compared by what is done, by the thing it is done
to, and by what the later article itself says of the plan ("a week later than hoped", "had been due in May", "put off").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.checks.common_ground import Ground, ground_of
from factcheck.checks.plans.schedule_words import EMPTY, OFTEN, ONCE, is_step
from factcheck.checks.plans.schedules import Statement, Telling, month_of, statements
from factcheck.checks.plans.undertakings import evidence
from factcheck.checks.stories import Stories, stories
from factcheck.identity.model import Corpus
from factcheck.records import dataclass, replace
from factcheck.temporal.compare import can_be_equal, gap_days
from factcheck.temporal.interval import DAY, Granularity, Interval, instant, moment

# Days after its date in which a plan is carried out late, and before it, early; longer where the text says it was late.
_LATE, _LATE_SAID, _EARLY = 120, 500, 21
_NOT_BEFORE = 30
_SURE = 2.5  # bits beyond the least with which an outcome may come as late as one said to be late
_SOON_AGAIN = 30
_GRACE = 7  # days after "by the end of August" that are no longer its end
_ONE_THING = (
    4.0  # bits beyond the least from which on even what is often done is one thing: the ship delivered in August
)
# Days in which a later article may come back to a plan with a date, and to one without.
_AFTER, _SOON = 800, 400
# Bits more that a plan without a date needs, and days after its date in which a plan may be said to be off.
_MORE, _OFF = 1.5, 30
# Bits from which on a word leads to later statements.
_TELLING = 1.5
# Bits by which a plan may fall short of the best for one later statement.
_CLOSE = 0.75
_MOST = 60  # later statements that a plan is compared with
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
    + "monday tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A plan and the statement that shows it not kept, with the evidence (reason, bits) that both are of one thing.

    ``further`` are statements of other articles that show the same.
    """

    plan: Statement
    later: Statement
    reasons: tuple[tuple[str, float], ...]
    further: tuple[Statement, ...] = ()

    @property
    def weight(self) -> float:
        return _weight(self.reasons)


def _weight(reasons: Sequence[tuple[str, float]]) -> float:
    return sum(bits for _, bits in reasons)


def slips(corpus: Corpus, minimum: float) -> Iterator[Slip]:
    """Each plan with the later statement that best shows it not kept, with ``minimum`` bits of evidence at least."""
    early = _overtaken(corpus)
    read = {number: list(statements(number, corpus.articles[number])) for number in early}
    plans = [
        one for found in read.values() for one in found if one.telling is Telling.PLAN and _lies_ahead(corpus, one)
    ]
    if not plans:
        return
    told = [
        read[number] if number in read else list(statements(number, article))
        for number, article in enumerate(corpus.articles)
    ]
    kin = stories(corpus)
    ground = ground_of(corpus)
    later = _Index(told, ground)
    for plan in plans:
        best: dict[int, Slip] = {}
        kept = 0.0
        for other in later.candidates(plan):
            if other.article == plan.article or not _comes_after(corpus, plan, other):
                continue
            reasons = max(
                _evidence(corpus, kin, later, plan, other), evidence(corpus, ground, plan, other), key=_weight
            )
            weight = _weight(reasons)
            if (
                other.telling is Telling.DONE
                and not other.late
                and weight >= minimum - 1
                and other.when is not None
                and plan.when is not None
                and other.when.granularity <= plan.when.granularity
                and _is_kept(corpus, plan, other)
            ):
                kept = max(kept, weight)
                continue
            least = minimum + (_MORE if plan.when is None else 0.0)
            if weight >= least and _differs(corpus, plan, other, weight - least):
                slip = Slip(plan, other, tuple(reasons))
                known = best.get(other.article)
                if known is None or _rank(slip) > _rank(known):
                    best[other.article] = slip
        if not best:
            continue
        first, *others = sorted(best.values(), key=_rank, reverse=True)
        # What says itself that the plan failed outweighs something else of the kind that was in time.
        said = first.later.late or first.later.telling is not Telling.DONE
        if not kept or first.weight > kept + (1 if said else 2):
            yield replace(first, further=tuple(slip.later for slip in others))


def _overtaken(corpus: Corpus) -> list[int]:
    """The articles that another may come after (:func:`_comes_after`): their plans alone can be seen not kept."""
    dates = [article.document.published for article in corpus.articles]
    days = sorted(date.day for date in dates if date.day is not None)
    some_undated = len(days) < len(dates)
    return [
        number
        for number, date in enumerate(dates)
        if date.last is not None and (some_undated or (days and days[-1] > date.last))
    ]


def grouped(corpus: Corpus, minimum: float) -> Iterator[tuple[Slip, ...]]:
    """The slips, those together whose plans are of one step and date and that one article shows not kept."""
    groups: dict[tuple[object, ...], list[Slip]] = defaultdict(list)
    for slip in slips(corpus, minimum):
        plan = slip.plan
        aim = (plan.when.start, plan.when.end) if plan.when is not None else (plan.article, plan.start)
        groups[slip.later.article, slip.later.start, aim].append(slip)
    best: dict[tuple[int, int], float] = defaultdict(float)
    for found in groups.values():
        place = found[0].later.article, found[0].later.start
        best[place] = max(best[place], *(slip.weight for slip in found))
    for found in groups.values():
        # One statement overtakes one plan: the one that most speaks for.
        if max(slip.weight for slip in found) < best[found[0].later.article, found[0].later.start] - _CLOSE:
            continue
        yield tuple(sorted(found, key=lambda slip: (-slip.weight, slip.plan.article, slip.plan.start)))


def _rank(slip: Slip) -> tuple[float, int, int, int]:
    fine = -slip.later.when.granularity if slip.later.when is not None else -Granularity.CENTURY
    return slip.weight, fine, -slip.later.article, -slip.later.start


class _Index:
    """Statements that may overtake a plan, by what is done and by the words of their clause."""

    def __init__(self, told: Sequence[Sequence[Statement]], ground: Ground) -> None:
        self.ground = ground
        self.by_key: dict[str, list[Statement]] = defaultdict(list)
        self.by_day: dict[tuple[int, int], list[Statement]] = defaultdict(list)
        self.counts: Counter[tuple[int, Telling, str]] = Counter()
        self.holding: Counter[str] = Counter()
        self.total = 0
        for found in told:
            for one in found:
                self.total += 1
                self.holding.update(one.around)
                for key in one.doing:
                    self.counts[one.article, one.telling, key] += 1
                if one.telling is Telling.PLAN:
                    continue
                for key in one.doing:
                    self.by_key[f"doing {key}"].append(one)
                for word, weight in ground.passage(one.article, one.sentence).words.items():
                    # What came late is named in the sentence before as a rule.
                    if (weight == 1.0 or one.late) and ground.weights.bits(word) >= _TELLING:
                        self.by_key[f"word {word}"].append(one)
                if one.telling is not Telling.DONE:
                    for word in one.stems | one.terms:
                        self.by_key[word].append(one)
                if one.telling is Telling.RECALLED:
                    month = month_of(one)
                    if month is not None:
                        self.by_key[f"month {month}"].append(one)

    def candidates(self, plan: Statement) -> list[Statement]:
        """Later statements with a key of the plan's, in the order of articles and text; none twice."""
        keys = {f"doing {key}" for key in plan.doing} | plan.stems | plan.terms | {f"month {month_of(plan)}"}
        keys |= {f"word {word}" for word in self.ground.passage(plan.article, plan.sentence).words}
        found: dict[tuple[int, int], Statement] = {}
        for key in sorted(keys):
            for one in self.by_key.get(key, ())[: 10 * _MOST]:
                found[one.article, one.start] = one
        return [found[place] for place in sorted(found)]

    def bits(self, word: str) -> float:
        """How telling a word is among these articles."""
        number = self.holding[word]
        share = number / max(1, self.total)
        return 0.5 if number > 6 and share > 0.12 else 1.0 if number > 3 and share > 0.04 else 1.5

    def is_alone(self, one: Statement, key: str) -> bool:
        """Whether the article tells of such a step once, as planned or as done."""
        return self.counts[one.article, one.telling, key] == 1


def _lies_ahead(corpus: Corpus, plan: Statement) -> bool:
    """Whether the date planned for is not over when the article appears; without a date it may be any."""
    first = corpus.articles[plan.article].document.published.first
    if plan.when is None:
        return plan.value == ""
    if plan.when.end is None or first is None:
        return False
    return plan.when.end > instant(first)


def _comes_after(corpus: Corpus, plan: Statement, other: Statement) -> bool:
    """Whether the other article appeared later, or, where that is not known, tells of a later day."""
    one, two = (corpus.articles[number].document.published for number in (plan.article, other.article))
    if one.last is None:
        return False
    if two.day is not None:
        return 0 < (two.day - one.last).days <= (_AFTER if plan.when is not None else _SOON)
    if other.late or other.telling is Telling.RECALLED:
        return two.last is None or two.last > one.last
    return other.year_stated and other.when is not None and (other.when.start or 0) > instant(one.last)


def _evidence(
    corpus: Corpus, kin: Stories, index: _Index, plan: Statement, other: Statement
) -> list[tuple[str, float]]:
    """Why both speak of one undertaking, each reason with its bits; empty where something tells them apart."""
    if other.spoken or (plan.ordinals and other.ordinals and not plan.ordinals & other.ordinals):
        return []
    for noun, word in plan.described:
        if (others := {one for name, one in other.described if name == noun}) and word not in others:
            return []  # "the preliminary report", "the yearly report"
    if other.telling is Telling.DONE and other.ordinals - {1, -1} and not plan.ordinals and not other.late:
        return []  # a second ballot
    found: list[tuple[str, float]] = []
    # "The visit took place on", "the visit was called off": the noun tells what the plan's verb does.
    doing = plan.doing & (other.doing | other.stems)
    if other.telling is not Telling.DONE:
        doing |= other.doing & plan.stems
    if doing:
        bits = 2.5 if doing & ONCE else 1.5 if doing <= OFTEN else 2.0
        found.append((f"both are of one step, {', '.join(sorted(doing))}", bits))
    empty = EMPTY | _MONTHS | plan.doing | other.doing
    terms = (plan.terms & other.terms) - _MONTHS
    stems = (plan.stems & other.stems) - empty
    if terms:
        bits = sum(index.bits(word) for word in terms)
        found.append((f"both name {', '.join(sorted(terms)[:3])}", min(3.0, bits)))
    if plan.terms - _MONTHS - other.around and other.terms - _MONTHS - plan.around:
        if other.telling is Telling.DONE and not other.late:
            return []  # the same people's purchase of something else
        found.append(("each names something else", -2.0 if any(map(is_step, doing - OFTEN)) else -3.0))
    if stems:
        bits = sum(index.bits(word) for word in stems)
        found.append((f"both speak of {', '.join(sorted(stems)[:3])}", min(4.0, bits)))
    around = (plan.around & other.around) - empty - terms - stems
    if around:
        found.append((f"their sentences share {', '.join(sorted(around)[:3])}", min(1.5, 0.5 * len(around))))
    if plan.ordinals & other.ordinals - {1}:
        found.append(("the same one in order", 1.0))
    kinship = kin.kinship(plan.article, other.article)
    if kinship:
        found.append(
            (f"the articles share {len(kin.shared(plan.article, other.article))} names", min(1.5, 0.4 * kinship))
        )
    if doing and all(index.is_alone(plan, key) and index.is_alone(other, key) for key in doing):
        found.append(("each article tells of such a step once", 1.0))
    if other.telling is Telling.RECALLED and _names_date_of(plan, other):
        found.append(("the later article names the date that was planned", 3.0))
    elif other.late:
        found.append(("the later article says that it was not as planned", 2.0))
    elif other.telling is Telling.MOVED:
        found.append(("the later article says that the date was changed", 1.5))
    elif other.telling is Telling.DROPPED:
        found.append(("the later article says that it was put off or dropped", 1.0))
    day = other.when is not None and other.when.granularity <= Granularity.DAY
    if not doing and other.telling is Telling.DONE and not other.late:
        return []
    if not doing and not stems and not terms and (kinship < 2 or not (around or day)):
        return []
    return found


def _names_date_of(plan: Statement, other: Statement) -> bool:
    if plan.when is None:
        return False
    if other.when is None or (other.when.start is None and other.when.end is None):
        return month_of(other) is not None and month_of(other) == month_of(plan)
    if not other.year_stated and (day := _day_in_year(other.when)) is not None and day == _day_in_year(plan.when):
        return True  # of whatever year it was read
    aim = plan.when
    if plan.deadline and aim.end is not None:
        # "By 15 June" runs up to that day and names it.
        aim = Interval(aim.end - DAY, aim.end, Granularity.DAY)
        return gap_days(aim, other.when) in (0, 1)
    if plan.when.granularity >= Granularity.MONTH and other.when.granularity <= Granularity.DAY:
        return False
    return can_be_equal(aim, other.when)


def _day_in_year(interval: Interval) -> tuple[int, int] | None:
    if interval.granularity > Granularity.DAY or interval.start is None:
        return None
    when = moment(interval.start)
    return when.month, when.day


def _is_kept(corpus: Corpus, plan: Statement, other: Statement) -> bool:
    """Whether what came may have come when it was planned."""
    if plan.when is None or other.when is None or plan.when.end is None or _before(other.when, corpus, plan):
        return False
    if plan.deadline:
        return other.when.end is not None and other.when.end <= plan.when.end + DAY
    if plan.earliest:
        return other.when.start is not None and 0 <= other.when.start - (plan.when.start or 0) <= _NOT_BEFORE * DAY
    return can_be_equal(plan.when, other.when)


def _differs(corpus: Corpus, plan: Statement, other: Statement, spare: float) -> bool:
    """Whether what came is not what was planned, in time or at all; ``spare`` is the evidence beyond the least."""
    if other.telling is Telling.DROPPED:
        shared = (plan.stems & other.stems) - EMPTY | plan.terms & other.terms
        alike = len(shared) + 2 * len(plan.doing & other.doing) >= 3 or spare >= _SURE
        return bool(shared) and alike and _was_due(corpus, plan, other)
    if other.telling is Telling.RECALLED:
        return _names_date_of(plan, other)
    aim, came = plan.when, other.when
    if aim is None or aim.end is None:
        return False
    if other.late and other.telling is Telling.DONE and (came is None or _before(came, corpus, plan)):
        # "In February, four months late": the text does not tell of which year.
        return not other.year_stated and spare >= 1
    if came is None or came.start is None or came.end is None or _before(came, corpus, plan):
        # "Put off until May": of a year that the text does not tell.
        return other.telling is Telling.MOVED and came is not None and not other.year_stated
    overrun = plan.deadline and came.start - aim.end >= _GRACE * DAY
    if not (plan.earliest or overrun) and (
        # What is said to have come late is compared to the day.
        (came.start < aim.end and (aim.start is None or aim.start < came.end))
        if other.late or other.telling is Telling.MOVED
        else can_be_equal(aim, came)
    ):
        return False
    days = (came.start - aim.end) // DAY
    doing = plan.doing & (other.doing | other.stems)
    if plan.earliest:
        return _NOT_BEFORE < days <= _LATE_SAID
    once_more = doing and doing <= OFTEN and other.telling is Telling.DONE and not other.late
    if days > _SOON_AGAIN and once_more and not (spare >= _ONE_THING and _of_one_thing(plan, other)):
        return False  # the board meets every month
    if days >= 0:
        rough = aim.granularity >= Granularity.MONTH and spare >= _SURE
        sure = other.late or other.telling is Telling.MOVED or rough
        return days <= (_LATE_SAID if sure else _LATE)
    if plan.deadline or aim.start is None or plan.doing & other.doing <= OFTEN:
        return False
    early = (aim.start - came.end) // DAY
    return early <= _LATE_SAID if other.late else early <= _EARLY and spare >= 1.5


def _of_one_thing(plan: Statement, other: Statement) -> bool:
    """Whether all that the plan names stands beside the other, too, with two more words."""
    return plan.terms - _MONTHS <= other.around and len((plan.stems & other.stems) - EMPTY) > 1


def _before(came: Interval, corpus: Corpus, plan: Statement) -> bool:
    """Whether something was over when the plan was made."""
    last = corpus.articles[plan.article].document.published.last
    return last is not None and came.end is not None and came.end <= instant(last)


def _was_due(corpus: Corpus, plan: Statement, other: Statement) -> bool:
    """Whether the plan was not long over when the other article said that something was off."""
    first = corpus.articles[other.article].document.published.first
    if plan.when is None or plan.when.end is None or first is None:
        return plan.when is None
    return instant(first) - plan.when.end <= _OFF * DAY

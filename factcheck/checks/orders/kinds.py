"""Dates in the reverse of the order that two kinds of events have in one affair. A helper of ``order_solved``.

The event files know hundreds of ways to say that somebody was arrested, sentenced, freed; what must come first among
kinds is a short list. Two sentences of a paragraph count that something ties together (a pronoun, a past perfect, a
name), in which each kind is told once, as what happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.checks.model import Conflict
from factcheck.checks.once import once_per_article
from factcheck.checks.orders.affairs import Happening, is_one_affair
from factcheck.checks.orders.points import FAR, ZONES, When, is_planned, precedes, reversed_dates
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY
from factcheck.text.model import Sentence

_CRIMES = "killing stabbing shooting kidnapping theft arson poisoning vehicle-attack hijacking"
# What comes first, and what then. Only what admits no other order within one affair: a charge may come before the
# arrest, a resignation before the next appointment.
_THEN = {
    _CRIMES: "arrest charge trial verdict sentencing plea",
    "arrest": "plea verdict sentencing extradition",
    "charge": "plea trial verdict sentencing",
    "trial plea": "verdict sentencing",
    "verdict": "sentencing",
    "sentencing": "pardon execution",
    "kidnapping hijacking": "release rescue ransom-payment escape",
    "theft disappearance": "recovery",
    "death drowning": "funeral autopsy inquest",
    "birth": "wedding death funeral election appointment",
    "engagement": "wedding",
    "wedding": "divorce",
    "departure": "crash sinking splashdown docking emergency-landing arrival",
    "launch": "splashdown docking",
    "distress-call sinking crash explosion landslide collapse": "rescue",
    "fire": "fire-control",
    "hospital-admission surgery": "hospital-discharge",
    "strike": "strike-end",
    "closure": "reopening",
    "takeover-agreement": "takeover-completion",
    "signing enactment": "entry-into-force ceasefire-start",
    "candidacy election-call": "election results",
    "election": "swearing-in results concession",
    "founding": "bankruptcy flotation delisting",
    "construction-start": "opening demolition",
    "lawsuit": "settlement",
    "invasion": "withdrawal",
}
_PAIRS = frozenset(
    (first, then)
    for firsts, thens in _THEN.items()
    for first, then in product(firsts.split(), thens.split())
    if first != then
)
_KINDS = frozenset(kind for pair in _PAIRS for kind in pair)
_TWICE = regex(
    r"\b(?:again|another|second|third|fourth|earlier|previous\w*|new|anew|fresh|further|retrial|re-\w+|separate|others?"
    r"|different|repeated\w*|twice|appeals? court|posthum\w*|retroactive\w*)\b"
)
_HAD = regex(r"\b(?:had|[a-z]+['’]d)(?: (?:already|just|only|first|[a-z]+ly))*(?: been)? $")
_LONGEST = 400 * DAY  # days farther apart than this are of two affairs; years may be
_YEAR = 300 * DAY


def orders_of_kinds(article: Article, group: Sequence[Sentence], whens: Sequence[When]) -> Iterator[Conflict]:
    """Yield a conflict for each two dated events of a paragraph whose kinds come in the other order."""
    told = [
        (assertion, when)
        for assertion in _told(article)
        if group[0].start <= assertion.sentence.start <= group[-1].start
        for when in whens
        if _is_dated(article, assertion, when)
    ]
    starts: dict[str, set[int]] = {}
    for assertion, when in told:
        starts.setdefault(assertion.event, set()).add(when.start)
    once = [(assertion, when) for assertion, when in told if len(starts[assertion.event]) == 1]
    for (first, early), (then, late) in product(once, once):
        if (first.event, then.event) not in _PAIRS or early.start == late.start or not precedes(late, early):
            continue
        if abs(early.number - late.number) > FAR or not _within_reach(early, late):
            continue
        if early.clock and (then.event == "arrival" or ZONES.search(_prose(article, group[0], group[-1]))):
            continue
        one, other = first.sentence, then.sentence
        if _TWICE.search(_prose(article, one, one)) or _TWICE.search(_prose(article, other, other)):
            continue
        happened = (
            Happening(first.event, one, early.start, early.end),
            Happening(then.event, other, late.start, late.end),
        )
        if not is_one_affair(article, *happened):
            continue
        # "It had docked there on 10 May": the text itself puts the arrival before the departure, which is another leg.
        if early.number < late.number and _HAD.search(article.document.prose[other.start : then.trigger_start]):
            continue
        kinds = first.event.replace("-", " "), then.event.replace("-", " ")
        yield reversed_dates(article, early, late, f"the {kinds[0]} comes before the {kinds[1]}")


@once_per_article
def _told(article: Article) -> Sequence[Assertion]:
    """The events of these kinds that an article tells as what happened, once, each with a time of its own."""
    return [
        assertion
        for assertion in article.assertions
        if assertion.event in _KINDS
        and assertion.time_secure
        and assertion.modality is Modality.HAPPENED
        and assertion.polarity is Polarity.POSITIVE
        and assertion.ordinal is None
        and not assertion.repeats
    ]


def _is_dated(article: Article, assertion: Assertion, when: When) -> bool:
    """Whether the date is the event's own."""
    timex = assertion.time
    if timex is None or not (timex.start < when.end and when.start < timex.end):
        return False
    low, high = min(assertion.trigger_start, when.start), max(assertion.trigger_end, when.start)
    clause = article.document.prose[low:high].replace(assertion.trigger, " ")
    return not is_planned(clause)


def _within_reach(early: When, late: When) -> bool:
    years = early.high - early.low >= _YEAR and late.high - late.low >= _YEAR
    return years or early.low - late.high <= _LONGEST


def _prose(article: Article, first: Sentence, last: Sentence) -> str:
    return article.document.prose[first.start : last.end]

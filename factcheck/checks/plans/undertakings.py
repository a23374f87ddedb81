"""Whether a plan and a later statement are of one undertaking, told by what their sentences share and by arithmetic.

No list of steps: words count by their family and by how rare they are (:mod:`common_ground`). What weighs beside them
is what the two say of time: "ten days later than hoped" with a date ten days after the one that was hoped for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.common_ground import Ground, Passage
from factcheck.checks.figures import quantities as figures
from factcheck.checks.plans.schedule_words import is_step
from factcheck.checks.plans.schedules import Statement, Telling
from factcheck.checks.word_families import family
from factcheck.expressions.model import QuantityKind
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY

# Bits that the passages' names and words give at most; what two articles' names must give at least.
_MOST_NAMED, _MOST_COMMON, _STORY = 4.0, 4.5, 2.0
# Bits of common words that stand for a common step where no step is told by name.
_ONE_THING = 3.0
_TELLING = 1.3
_DAYS = {"d": (1, 1), "w": (7, 4), "m": (30.4, 16), "y": (365, 40)}  # length and tolerance in days
_NUMBERS = "a one two three four five six seven eight nine ten eleven twelve".split()
_LENGTH = regex(
    rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)}) (days?|weeks?|months?|years?)"
    r" (?:later|after|late|earlier|sooner|behind|ahead)\b",
    re.IGNORECASE,
)


def evidence(corpus: Corpus, ground: Ground, plan: Statement, other: Statement) -> list[tuple[str, float]]:
    """Why both speak of one undertaking, each reason with its bits; empty where something tells them apart."""
    if other.telling is Telling.RECALLED:
        return []  # what the later article says of the plan itself is compared by its date
    if plan.ordinals and other.ordinals and not plan.ordinals & other.ordinals:
        return []
    if other.telling is Telling.DONE and other.ordinals - {1, -1} and not plan.ordinals and not other.late:
        return []  # a second ballot
    for noun, word in plan.described:
        if (others := {one for name, one in other.described if name == noun}) and word not in others:
            return []
    kinship = ground.kinship(plan.article, other.article)
    one, two = ground.passage(plan.article, plan.sentence), ground.passage(other.article, other.sentence)
    shared = ground.shared(one, two)
    if kinship < _STORY and shared.bits < _STORY + _ONE_THING:
        return []
    if other.spoken and shared.own < _ONE_THING:
        return []
    found = [("the names of the two articles", min(1.5, kinship / 3))]
    if shared.words:
        bits = min(_MOST_NAMED, shared.named) + min(_MOST_COMMON, shared.common)
        found.append((f"both sentences have {', '.join(shared.words)}", bits))
    steps = plan.doing & other.doing
    if steps:
        known = any(map(is_step, steps))
        found.append((f"both are of one step, {', '.join(sorted(steps))}", 1.5 if known else 1.0))
    elif acts := _acts(ground, plan, two) | _acts(ground, other, one):
        steps = acts
        found.append((f"what one is about the other tells, {', '.join(sorted(acts))}", 1.5))
    if number := _same_number(corpus, plan, other):
        found.append((f"both sentences have {number}", 2.0))
    length = _stated_length(corpus, plan, other)
    if length:
        found.append((f'the dates lie as far apart as "{length}" says', 3.0))
    elif other.late:
        found.append(("the later article says that it was not as planned", 1.5))
    elif other.telling is Telling.MOVED:
        found.append(("the later article says that the date was another", 1.5))
    if not steps and not length and (shared.common < _ONE_THING or shared.own < _TELLING):
        return []
    missing = (plan.terms & one.proper) - set(two.words)
    strangers = (other.terms & two.proper) - ground.known[plan.article]
    # The same people's purchase of something else; what somebody says of his report names anything.
    return [] if missing and strangers and not (length or other.spoken) else found


def _same_number(corpus: Corpus, plan: Statement, other: Statement) -> str:
    """A count that both sentences have: "a group, of six", "the six"; one and two are of anything."""
    one, two = (
        {
            figure.value: figure.text
            for figure in figures.quantities_in(corpus.articles[said.article], said.sentence)
            if figure.kind is QuantityKind.COUNT and figure.value > 2
        }
        for said in (plan, other)
    )
    return min((one[value] for value in one.keys() & two.keys()), default="")


def _acts(ground: Ground, statement: Statement, passage: Passage) -> frozenset[str]:
    """What a statement does that the other passage's own sentence has in another form: "sold", "a sale"."""
    acts = map(family, statement.doing)
    return frozenset(act for act in acts if passage.words.get(act) == 1.0 and ground.weights.bits(act) >= _TELLING)


def _stated_length(corpus: Corpus, plan: Statement, other: Statement) -> str:
    """The length in the later sentence by which it says to be late, if the two dates lie so far apart."""
    if not other.late or plan.when is None or other.when is None or plan.when.end is None or other.when.start is None:
        return ""
    aim = plan.when.end - DAY if plan.deadline or plan.when.start is None else plan.when.start
    apart = (other.when.start - aim) / DAY
    prose = corpus.articles[other.article].document.prose
    for days, slack, text in lengths_told(prose, other.sentence.start, other.sentence.end):
        if abs(abs(apart) - days) <= slack:
            return text
    return ""


def lengths_told(prose: str, start: int, end: int) -> Iterator[tuple[float, float, str]]:
    """Lengths by which something is told to be late or early: days, tolerance in days, words."""
    for match in _LENGTH.finditer(prose, start, end):
        number = float(match[1]) if match[1].isdigit() else _NUMBERS.index(match[1].lower())
        length, slack = _DAYS[match[2][0].lower()]
        yield max(1, number) * length, slack, match[0]

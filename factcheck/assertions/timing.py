"""An event's time among those that were attached to it, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.attachment import is_aside, token_at
from factcheck.assertions.attribution import SPEECH
from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.triggers import Hit
from factcheck.assertions.verbs import LIGHT
from factcheck.document.model import Document
from factcheck.expressions.model import Timex
from factcheck.temporal.interval import DAY, instant
from factcheck.text.model import Token

_SPEAKING = SPEECH | frozenset(
    """announce confirm confirming announcing denied deny discussed discuss discussing condemned condemn mourned mourn
    recalled described describe investigating investigate investigated marked commemorated remembered debated disclosed
    revealed acknowledged praised criticised criticized defended cited blamed probing examined learned heard
    declared proclaimed pronounced certified conceded contested challenged rejected annulled overturned upheld postponed
    adjourned rescheduled demanded sought""".split()
)


def main_time(when: Sequence[Timex]) -> Timex | None:
    """The finest resolved time, those open on one side ("since May") last; of equals the first."""
    resolved = [timex for timex in when if timex.interval is not None]
    if not resolved:
        return when[0] if when else None
    return min(resolved, key=lambda t: (t.point is not None, t.interval.granularity if t.interval else 0, t.start))


def is_secure(
    tokens: Sequence[Token],
    cut: Sequence[Clause],
    words: Sequence[int],
    hit: Hit,
    timex: Timex,
    shared: frozenset[int] = frozenset(),
) -> bool:
    """Whether no other event could claim the time: the same clause, nothing between but light verbs.

    ``shared`` are the words whose time is this event's, too: its object, the verb that says that it happened.

    What is confirmed, announced or mourned on a day need not have happened on it.
    """
    position = token_at(tokens, timex.start)
    if clause_of(cut, position) not in {clause_of(cut, word) for word in (hit.index, *shared)}:
        return False
    low, high = sorted((hit.index, position))
    if hit.is_noun and hit.index < position:
        clause = cut[clause_of(cut, hit.index)]
        before = [word for word in words if clause.first <= word < hit.index]
        if before and tokens[before[-1]].low in _SPEAKING:
            return False
    return not any(
        low < word < high
        and word not in shared
        and tokens[word].low not in LIGHT
        and not is_aside(tokens, cut[clause_of(cut, word)], word)
        for word in words
    )


def lies_ahead(document: Document, timex: Timex) -> bool:
    """Whether the time begins after the article was published: what lies ahead cannot be told as done."""
    last, interval = document.published.last, timex.interval
    if last is None or interval is None or interval.start is None:
        return False
    return interval.start >= instant(last) + 2 * DAY

"""Orders told by "during", "while", "since", "until" and "by then".

Each stands only where the grammar leaves no choice: a verb that happened, the word, and one definite event in the
singular right behind it ("was arrested during the raid"). "since" wants a perfect ("has resigned since the vote"), or
it may give a reason; "while" a participle ("shot while visiting the port"), or it may set two things against each
other; "by then" a past perfect, and one dated event in the sentence before, which it points back to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.assertions.model import Assertion
from factcheck.assertions.ordering_clauses import Ordering, Told, is_told, led_to, located, told_in
from factcheck.assertions.ordering_measures import word_at
from factcheck.assertions.verbs import BE, HAVE, is_verb
from factcheck.temporal.interval import DAY
from factcheck.text.model import Token

# What is over within hours. "During" one of them is less than a day from it; a siege or a trial may take months.
_OVER_IN_HOURS = frozenset(
    """raid ceremony funeral wedding swearing-in crash shooting stabbing stampede speech press-conference dinner
    coronation explosion emergency-landing signing vehicle-attack wreath-laying spacewalk earthquake""".split()
)
_HOURS = DAY * 3 // 4
_DEFINITE = frozenset("the his her its their that this".split())
# Other than what the article has told: "since last year's vote", "during the second raid", "until the next trial".
_OTHERS = frozenset("last previous first second third next earlier latest new other annual former recent same".split())
# What may stand behind the noun of an event; another noun there would be what is meant ("the fire service").
_BEHIND = frozenset(
    ", . ; : ) in at on of by that which who when where from near outside for over against with because despite".split()
)
_BEGAN = frozenset("began begins started starts opened ended ends".split())
_ADVERBS = frozenset("already been also long all both never since then just".split())
_PERFECT_BACK = 4  # tokens from "had" to the participle: "had already been"


def spanned(tokens: Sequence[Token], told: Sequence[Told], at: int, of: Mapping[int, Assertion]) -> Ordering | None:
    """The order that the word at ``at`` states, or None. ``of`` has the assertions by the indices in ``told``."""
    word = word_at(tokens, at)
    reference = _reference(tokens, told, at, of)
    if reference is None:
        return None
    one = located(tokens, told, at, reference)
    if one is None or one == reference or of[one.number].ordinal is not None or not _is_verbal(tokens, one):
        return None
    start, end = tokens[at].start, tokens[at].end
    if word == "since":
        return Ordering(reference.number, one.number, 0, None, start, end) if _is_perfect(tokens, one) else None
    if word in {"until", "till"}:
        return Ordering(one.number, reference.number, 0, None, start, end)
    near = _HOURS if of[reference.number].event in _OVER_IN_HOURS else None
    return Ordering(reference.number, one.number, None if near is None else -near, near, start, end, inside=True)


def _reference(tokens: Sequence[Token], told: Sequence[Told], at: int, of: Mapping[int, Assertion]) -> Told | None:
    """The one event that the word leads to: a definite noun in the singular; of "while" a participle."""
    if word_at(tokens, at) == "while":
        reference = led_to(tokens, told, at + 1)
        if reference is None or not word_at(tokens, at + 1).endswith("ing") or reference.first != at + 1:
            return None
        return reference
    if word_at(tokens, at + 1) not in _DEFINITE:
        return None
    reference = led_to(tokens, told, at + 2)
    if reference is None or of[reference.number].ordinal is not None:
        return None
    noun = tokens[reference.last].text
    between = [tokens[i].text for i in range(at + 2, reference.first)]
    if not all(word.isalpha() and word.lower() not in _OTHERS for word in between):
        return None
    if is_verb(tokens, reference.first) or (noun.endswith("s") and not noun.endswith("ss")):
        return None
    behind = word_at(tokens, reference.last + 1)
    until = word_at(tokens, at) in {"until", "till"} and behind in _BEGAN
    return reference if behind in _BEHIND or behind == "" or until else None


def _is_verbal(tokens: Sequence[Token], one: Told) -> bool:
    return any(is_verb(tokens, index) for index in range(one.first, one.last + 1))


def _is_perfect(tokens: Sequence[Token], one: Told) -> bool:
    """Whether a form of *have* governs the event's verb: "has been arrested", "had already resigned"."""
    for back in range(one.last, max(-1, one.first - _PERFECT_BACK), -1):
        word = word_at(tokens, back)
        if word in HAVE:
            return True
        if back < one.first and word not in BE | _ADVERBS and not word.endswith("ly"):
            return False
    return False


def by_then(before: Sequence[tuple[int, Assertion]], inside: Sequence[tuple[int, Assertion]]) -> Iterator[Ordering]:
    """What had happened "by then": no later than the one dated event of the sentence before, of the same paragraph.

    ``before`` and ``inside`` are the assertions of two sentences with their indices.
    """
    last, here = before[-1][1].sentence, inside[0][1].sentence
    if last.block != here.block or not 0 <= here.start - last.end <= 2:
        return
    tokens = here.tokens
    at = next(
        (i for i in range(len(tokens) - 1) if word_at(tokens, i + 1) == "then" and word_at(tokens, i) == "by"), None
    )
    if at is None:
        return
    index, reference = before[-1]
    # One word may be read as two events ("collapsed"); two words are two, and which is meant is not plain.
    if any(one.trigger_end <= reference.trigger_start for _, one in before):
        return
    if reference.time is None or not reference.time_secure or not is_told(reference):
        return
    if not _is_only_time(last.tokens, reference):
        return
    one = _by_then(tokens, told_in(tokens, inside), at)
    if one is not None:
        yield Ordering(one.number, index, 0, None, tokens[at].start, tokens[at + 1].end)


_TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december later then afterwards morning afternoon evening night noon midnight dawn
    dusk until""".split()
)


def _is_only_time(tokens: Sequence[Token], reference: Assertion) -> bool:
    """Whether the sentence has no time, figure or verb but those of the event: nothing else that "then" could mean."""
    assert reference.time is not None
    spans = ((reference.time.start, reference.time.end), (reference.trigger_start, reference.trigger_end))
    for index, token in enumerate(tokens):
        if any(start <= token.start < end for start, end in spans):
            continue
        if token.low in _TIME_WORDS or any(mark.isdigit() for mark in token.text) or is_verb(tokens, index):
            return False
    return True


def _by_then(tokens: Sequence[Token], told: Sequence[Told], at: int) -> Told | None:
    """The event told in the past perfect right behind "by then", or right before it at the end of a clause."""
    after = [one for one in told if one.first > at + 1]
    if after:
        between = range(at + 2 + (word_at(tokens, at + 2) == ","), after[0].first)
        plain = not any(tokens[i].text in {",", ";", ":"} or is_verb(tokens, i) for i in between)
        return after[0] if plain and _is_perfect(tokens, after[0]) else None
    earlier = [one for one in told if one.last < at]
    if earlier and earlier[-1].last == at - 1 and _is_perfect(tokens, earlier[-1]):
        return earlier[-1]
    return None

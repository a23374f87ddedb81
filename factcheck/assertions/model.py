"""The assertion: one claim about one event, as one clause of one article makes it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from factcheck.document.model import Document
from factcheck.expressions.model import Expressions, Place, Quantity, Timex
from factcheck.records import dataclass, field
from factcheck.text.model import Sentence, Text


class Modality(StrEnum):
    """How the clause holds its event true."""

    HAPPENED = "happened"
    PLANNED = "planned"  # is to, will, scheduled, due
    EXPECTED = "expected"  # expects, hopes, forecast, likely
    ALLEGED = "alleged"  # reportedly, claims, accused of
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"  # if, could, would


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something that takes part. ``key`` identifies it within the article (its canonical name)."""

    key: str
    role: str  # "agent", "patient" or "other"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who the article says the claim is from: "according to a report on Monday by the Mail, citing police".

    ``time`` is when it was said (Monday), never when it happened; ``source`` is whom the speaker cites (police).
    """

    speaker: str
    start: int
    end: int
    time: Timex | None = None
    source: Attribution | None = None

    @property
    def chain(self) -> tuple[Attribution, ...]:
        """The speaker and those behind, the one nearest to the event last."""
        found = [self]
        while (source := found[-1].source) is not None:
            found.append(source)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Assertion:
    """One claim about one event.

    ``event`` is an event type of the lexicon; ``trigger_start``/``trigger_end`` span its word.
    ``time`` is when it happened, ``other_times`` the same moment told again ("7:30 a.m. in Seoul").
    ``time_secure`` says that the time stands in the event's own clause with no other event between.
    ``place`` is where it happened, or where a journey begins; ``destination`` where a journey leads.
    ``ordinal`` is a stated "first", "second", "another" that tells it from others of its type.
    ``theme`` is the stem of what a verb is done to or happens to, where that is a common noun ("treaty"),
    and ``count`` how many of it ("five workers"); ``doer`` the stem of a subject that is one, too.
    ``words`` are the content words of its sentence, stemmed, and ``terms`` its proper words: evidence
    where participants are missing.
    ``repeats`` marks an assertion of a block that only repeats another (a caption printed twice).
    """

    sentence: Sentence
    event: str
    trigger: str
    trigger_start: int
    trigger_end: int
    participants: tuple[Participant, ...] = ()
    time: Timex | None = None
    time_secure: bool = False
    other_times: tuple[Timex, ...] = ()
    place: Place | None = None
    destination: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    attribution: Attribution | None = None
    modality: Modality = Modality.HAPPENED
    polarity: Polarity = Polarity.POSITIVE
    ordinal: str | None = None
    theme: str | None = None
    count: int | None = None
    doer: str | None = None
    words: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """Everything read from one document: the unit that maps in parallel and that checks compare.

    ``unlisted`` holds the dated claims about events whose trigger is not in the lexicon; they make no linked events,
    but :mod:`factcheck.checks.retelling.retold` weighs them.
    """

    document: Document
    text: Text
    expressions: Expressions
    assertions: tuple[Assertion, ...] = ()
    unlisted: tuple[Assertion, ...] = ()
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

"""Reference facts: what a user knows for sure, as plain data that ``facts/*.yaml`` fills.

A fact is no article. It takes part in no linking, so that facts never change which statements speak of one event.
"""

from __future__ import annotations

from factcheck.expressions.model import Place
from factcheck.records import dataclass
from factcheck.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that is known: ``low`` to ``high`` is what counts as right; ``unit`` is canonical, as in Quantity.

    ``measured`` narrows it to what is counted or measured ("cocaine"), None for anything in that unit. ``told`` is
    the figure in the user's words ("6 years", "£250,000").
    """

    value: float
    low: float
    high: float
    unit: str
    measured: str | None = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Someone:
    """A participant of a fact by name; ``kind`` is "person", "organisation", "country", or None where not stated."""

    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One event that is known: ``where`` is the fact's place in its file, ``source`` who vouches for it.

    ``event`` is a type of the lexicon. Every one of ``participants`` takes part in each statement of it.
    ``ordinal`` tells it from others of its type ("second").
    """

    where: str
    source: str
    event: str
    participants: tuple[Someone, ...]
    date: Interval
    place: Place | None = None
    figures: tuple[Figure, ...] = ()
    ordinal: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """That ``before`` must precede ``after`` wherever both have the ``same`` participants (and place)."""

    where: str
    before: str
    after: str
    same: tuple[str, ...] = ("participants",)
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """All facts and order constraints of a run, in the order of their files."""

    facts: tuple[Fact, ...] = ()
    orders: tuple[Order, ...] = ()

    def order(self, before: str, after: str) -> Order | None:
        """The user's constraint between two event types, if there is one."""
        return next((order for order in self.orders if (order.before, order.after) == (before, after)), None)

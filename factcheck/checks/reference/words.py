"""Words for findings about reference facts: what the fact says, where it stands, who vouches for it."""

from __future__ import annotations

from factcheck.checks.telling import date_words, place_words
from factcheck.identity.comparison import Record
from factcheck.identity.fact_matching import Known
from factcheck.identity.facts import Fact, Figure


def fact_name(fact: Fact) -> str:
    """ "the arrest of Ewan Brodie"."""
    names = [who.name for who in fact.participants]
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    ordinal = f"{fact.ordinal} " if fact.ordinal else ""
    return f"the {ordinal}{fact.event.replace('-', ' ')} of {joined}"


def figure_words(figure: Figure) -> str:
    """ "14 kg (cocaine)", and what else counts as right where the fact allows for something."""
    measured = f" ({figure.measured})" if figure.measured else ""
    give = f", {figure.low:,.12g} to {figure.high:,.12g} allowed" if figure.low != figure.high else ""
    return f"{figure.told}{measured}{give}"


def fact_line(fact: Fact) -> str:
    """One line: where the fact stands and all that it says."""
    parts = [f"{fact_name(fact)}: {date_words(fact.date)}"]
    if fact.place is not None:
        parts.append(place_words(fact.place))
    parts += [figure_words(figure) for figure in fact.figures]
    return f"Reference fact {fact.where}: {'; '.join(parts)}."


def source_words(fact: Fact) -> str:
    """One line: who vouches for it."""
    return f"Source of the fact: {fact.source}"


def agreement(record: Record, one: Known, gap: int | None) -> str:
    """One line: why the statement is taken to speak of the fact's event."""
    names = ", ".join(who.name for who in one.fact.participants)
    if gap is None:
        when = "it gives no date and appeared within"
    elif gap == 0:
        when = "the same time, within"
    else:
        when = f"{gap} day{'s' if gap != 1 else ''} apart, within"
    return (
        f"It speaks of that event: type: both {record.event.name}; participants: both name {names}; "
        f"time: {when} {record.event.recurrence} days."
    )

"""How grave a conflict is: the rule's severity, unless the rule or the settings say otherwise for its event type."""

from __future__ import annotations

from factcheck.assertions.model import Assertion
from factcheck.checks.model import Conflict, Evidence
from factcheck.config import Settings
from factcheck.identity.model import Corpus
from factcheck.ruleset.model import Rule
from factcheck.vocabulary import OFF, Severity


def severity_of(conflict: Conflict, rule: Rule, corpus: Corpus, settings: Settings) -> Severity | None:
    """The severity of a conflict under a rule, None where it is switched off for its type of event.

    Settings go before the rule, and an event type before the rule as a whole. Of several types (an arrest before a
    plea) the one that is switched off counts, then the gravest.
    """
    usual = settings.severities.get(rule.name)
    for by_event, otherwise in (
        (settings.severity_by_event.get(rule.name, {}), usual),
        (rule.severity_by_event, None),
    ):
        if by_event:
            said = [by_event[name] for name in sorted(event_types(conflict, corpus)) if name in by_event]
            if OFF in said:
                return None
            if said:
                return max((Severity(level) for level in said), key=lambda level: level.rank)
        if otherwise is not None:
            return otherwise
    return rule.severity


def event_types(conflict: Conflict, corpus: Corpus) -> frozenset[str]:
    """The event types that a conflict is about: those its key names, else those told where its values stand."""
    named = frozenset(part for part in conflict.key if part in corpus.lexicon.types)
    if named:
        return named
    told = [_told_at(place, corpus) for place in conflict.evidence[:2]]
    both = frozenset.intersection(*told) if told else frozenset()
    return both or frozenset().union(*told)


def _told_at(place: Evidence, corpus: Corpus) -> frozenset[str]:
    assertions = corpus.by_name[place.document].assertions
    return frozenset(a.event for a in assertions if any(_meet(place, *span) for span in _spans(a)))


def _spans(assertion: Assertion) -> list[tuple[int, int]]:
    spans = [(assertion.trigger_start, assertion.trigger_end)]
    spans += [(time.start, time.end) for time in (assertion.time, *assertion.other_times) if time is not None]
    spans += [(place.start, place.end) for place in (assertion.place, assertion.destination) if place is not None]
    return spans + [(quantity.start, quantity.end) for quantity in assertion.quantities]


def _meet(place: Evidence, start: int, end: int) -> bool:
    return place.start < end and start < place.end

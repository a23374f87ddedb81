"""Many findings as a report wants them: told once, in an order that the order of articles cannot change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.findings.model import Finding, Location
from factcheck.records import replace

MOST_PLACES = 20
"""Places of a finding that was found several times, unless it had more at once."""


def collect(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without repetition, sorted by severity, category, document and position.

    Findings of one rule with one fingerprint (a caption printed twice), or with the same places, are one.
    """
    merged: dict[tuple[str, str], Finding] = {}
    for finding in sorted(findings, key=_order):
        key = (finding.rule, finding.fingerprint)
        merged[key] = _merge(merged[key], finding) if key in merged else finding
    by_places: dict[tuple[str, frozenset[tuple[str, int, int]]], Finding] = {}
    for finding in sorted(merged.values(), key=_order):
        by_places.setdefault((finding.rule, frozenset(_span(place) for place in finding.locations)), finding)
    return tuple(by_places.values())


def _merge(first: Finding, second: Finding) -> Finding:
    """The first with the places that only the second has, as long as there are few."""
    known = {_span(place) for place in first.locations}
    further = tuple(place for place in second.locations if _span(place) not in known)
    further = further[: max(0, MOST_PLACES - len(first.locations))]
    return replace(
        first,
        locations=first.locations + further,
        confidence=max(first.confidence, second.confidence),
    )


def _span(place: Location) -> tuple[str, int, int]:
    return place.document, place.start, place.end


def _order(finding: Finding) -> tuple[Any, ...]:
    return (
        -finding.severity.rank,
        finding.category,
        tuple(_span(place) for place in finding.locations),
        finding.rule,
        finding.message,
        -finding.confidence,
        finding.fingerprint,
    )

"""What was skipped, in few lines: of many with one reason, how many there are and the first three."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.errors import Skipped
from factcheck.patterns import regex

MOST = 20
"""Inputs skipped for one reason that are each told."""
_EXAMPLES = 3
_VARYING = regex(r'"[^"]*"|\d[\d,.]*')


def few(skipped: Sequence[Skipped]) -> list[tuple[str, str]]:
    """Names and reasons, in their order; more than :data:`MOST` with one reason as one, where the first of them stands.

    Numbers and quoted words do not tell reasons apart.
    """
    groups: dict[str, list[Skipped]] = {}
    for item in skipped:
        groups.setdefault(_VARYING.sub("…", item.reason), []).append(item)
    told: list[tuple[str, str]] = []
    for item in skipped:
        reason = _VARYING.sub("…", item.reason)
        group = groups[reason]
        if len(group) <= MOST:
            told.append((item.document, item.reason))
        elif item is group[0]:
            alike = all(one.reason == item.reason for one in group)
            examples = ", ".join(one.document for one in group[:_EXAMPLES])
            told.append((f"{len(group):,} inputs", f"{item.reason if alike else reason} (such as {examples})"))
    return told

"""Which findings are read together: those on one event, and of the rest those on the same articles."""

from __future__ import annotations

from collections import defaultdict

from factcheck.records import dataclass
from factcheck.report.html.view import View


@dataclass(frozen=True, slots=True)
class Group:
    """Findings by their numbers, under a title; ``event`` is the number of the event they are on, if any."""

    title: str
    findings: tuple[int, ...]
    event: int | None = None


def groups(view: View) -> tuple[Group, ...]:
    """All findings, each in one group; the group with the gravest finding first."""
    of_event = _event_of_finding(view)
    together: dict[tuple[int | None, frozenset[str]], list[int]] = defaultdict(list)
    for number, finding in enumerate(view.run.findings, start=1):
        event = of_event.get(number)
        documents = frozenset(place.document for place in finding.locations) if event is None else frozenset[str]()
        together[event, documents].append(number)
    found = [
        Group(view.entries[event - 1].title if event is not None else _title(view, documents), tuple(numbers), event)
        for (event, documents), numbers in together.items()
    ]
    return tuple(sorted(found, key=lambda group: (_gravest(view, group), group.findings)))


def _gravest(view: View, group: Group) -> int:
    return -max(view.run.findings[number - 1].severity.rank for number in group.findings)


def _event_of_finding(view: View) -> dict[int, int]:
    """The event that a finding is on: of several that it cites the one that most findings cite."""
    event: dict[int, tuple[int, int]] = {}
    for number, entry in enumerate(view.entries, start=1):
        findings = view.finding_numbers(entry)
        for finding in findings:
            if finding not in event or len(findings) > event[finding][0]:
                event[finding] = (len(findings), number)
    return {finding: number for finding, (_, number) in event.items()}


def _title(view: View, documents: frozenset[str]) -> str:
    names = sorted(view.name(document) for document in documents)
    if len(names) < 2:
        return f"Within {names[0]}" if names else "In no article"
    return f"Between {', '.join(names[:-1])} and {names[-1]}"

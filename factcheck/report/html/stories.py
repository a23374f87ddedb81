"""Which articles are drawn together: those that tell of one event, and those that tell of one with any of them."""

from __future__ import annotations

from factcheck.records import dataclass
from factcheck.report.html.view import View
from factcheck.timeline.model import Entry, Status

ALONE = "Articles that share no event with another"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles in the order of publication and their events with their numbers (from 1), under a title."""

    title: str
    documents: tuple[str, ...]
    events: tuple[tuple[int, Entry], ...]


def stories(view: View) -> tuple[Story, ...]:
    """The stories in order of their first article; articles that tell of no event of another stand in the last one."""
    numbered = list(enumerate(view.entries, start=1))
    together = _together(view)
    order = _by_publication(view, set(together))
    found: dict[frozenset[str], list[str]] = {}
    alone: list[str] = []
    for name in order:
        (found.setdefault(together[name], []) if len(together[name]) > 1 else alone).append(name)
    told = [
        Story(_title([entry for _, entry in events]), tuple(documents), events)
        for documents in found.values()
        if (events := tuple((number, entry) for number, entry in numbered if set(entry.documents) & set(documents)))
    ]
    if alone:
        events = tuple((number, entry) for number, entry in numbered if set(entry.documents) & set(alone))
        told.append(Story(ALONE, tuple(alone), events))
    return tuple(told)


def _together(view: View) -> dict[str, frozenset[str]]:
    """Each article that dates an event, with all that events join it to."""
    joined: dict[str, set[str]] = {}
    for entry in view.entries:
        group = set(entry.documents).union(*(joined.get(name, ()) for name in entry.documents))
        joined.update(dict.fromkeys(group, group))
    return {name: frozenset(group) for name, group in joined.items()}


def _by_publication(view: View, documents: set[str]) -> list[str]:
    published = {one.name: one.published.first or one.published.last for one in view.run.documents}
    return sorted(documents, key=lambda name: (published[name] is None, str(published[name]), name))


def _title(entries: list[Entry]) -> str:
    """The event that most articles tell of; of equals one that is disputed."""
    best = max(entries, key=lambda entry: (len(entry.documents), entry.status is Status.DISPUTED))
    return best.title

"""Which statements are of one point on the timeline, and which of them may be held to an order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck.assertions.model import Assertion, Modality, Polarity
from factcheck.identity.model import Corpus, Member
from factcheck.temporal.compare import can_be_equal

Point = tuple[str, int, int]
ORIGIN: Point = ("", -1, -1)
"""Where the calendar begins."""


def is_told(assertion: Assertion) -> bool:
    """Whether the assertion says that its event happened."""
    return assertion.modality is Modality.HAPPENED and assertion.polarity is Polarity.POSITIVE


def disputed(corpus: Corpus) -> frozenset[Member]:
    """Members of events that another statement denies or only alleges: what is in dispute orders nothing."""
    return frozenset(
        member
        for event in corpus.events
        if any(_is_doubted(corpus.resolve(member)[1]) for member in event.members)
        for member in event.members
    )


def _is_doubted(assertion: Assertion) -> bool:
    return assertion.modality in (Modality.DENIED, Modality.ALLEGED) or (
        assertion.modality is Modality.HAPPENED and assertion.polarity is Polarity.NEGATIVE
    )


def points_of(corpus: Corpus) -> dict[Member, Point]:
    """The point that assertions of one event share: those linked, and those of a type that an article has once.

    An event that articles date differently is left out; its mentions stand alone.
    """
    root: dict[Member, Member] = {}

    def find(member: Member) -> Member:
        while root.setdefault(member, member) != member:
            member = root[member]
        return member

    def join(members: Sequence[Member]) -> None:
        for other in members[1:]:
            first, second = sorted((find(members[0]), find(other)))
            root[second] = first

    for event in corpus.events:
        if _agree(corpus, event.members):
            join([member for member in event.members if is_told(corpus.resolve(member)[1])])
    for number, article in enumerate(corpus.articles):
        by_type: dict[str, list[Member]] = defaultdict(list)
        for index, assertion in enumerate(article.assertions):
            record = corpus.records.get(Member(number, index))
            if record is not None and is_told(assertion) and assertion.ordinal is None:
                by_type[assertion.event].append(Member(number, index))
        for members in by_type.values():
            cores = {corpus.records[member].core for member in members} - {frozenset()}
            if len(cores) <= 1 and all(corpus.records[member].alone for member in members) and _agree(corpus, members):
                join(members)
    members_of: dict[Member, list[Member]] = defaultdict(list)
    for member in root:
        members_of[find(member)].append(member)
    return {
        member: ("", first.article, first.assertion)
        for first, members in members_of.items()
        if _agree(corpus, members)
        for member in members
    }


def _agree(corpus: Corpus, members: Sequence[Member]) -> bool:
    """Whether no two of the dates that the assertions give exclude each other."""
    intervals = [
        timex.interval
        for member in members
        if (timex := corpus.resolve(member)[1].time) is not None and timex.interval is not None
    ]
    distinct = list(dict.fromkeys(intervals))
    return all(can_be_equal(a, b) for n, a in enumerate(distinct) for b in distinct[:n])

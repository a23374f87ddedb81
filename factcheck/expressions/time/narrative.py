"""What a text has spoken of so far."""

from __future__ import annotations

from datetime import date

from factcheck.expressions.time import periods as p
from factcheck.records import dataclass, field, replace
from factcheck.temporal.interval import Granularity

G = Granularity


@dataclass(slots=True)
class Narrative:
    """What the text has spoken of so far, for expressions that lean on it.

    ``published`` is the article's day. ``day`` is the day last spoken of (in paragraph ``day_block``),
    ``period`` the last period of any size, ``quarter`` the last quarter. ``context`` is the last time told
    in a passage about another year than the article's, ``context_block`` and ``context_sentence`` where it
    stands. ``history``
    says that the whole text tells of other years rather than of the days before the article, ``news`` that
    it tells of those days at all. ``days``
    are the last days told, each with its paragraph, without those on which somebody only spoke.
    """

    published: date | None
    day: date | None = None
    day_block: int = -9
    period: p.Period | None = None
    quarter: p.Period | None = None
    context: p.Period | None = None
    context_block: int = -9
    context_sentence: int = -9
    block: int = 0
    sentence: int = 0
    history: bool = False
    news: bool = False
    seen: list[p.Period] = field(default_factory=list)
    days: list[tuple[date, int]] = field(default_factory=list)

    def copy(self) -> Narrative:
        """A narrative that can go its own way from here."""
        return replace(self, seen=list(self.seen), days=list(self.days))

    def passage(self) -> p.Period | None:
        """The time that the passage is about where that is another year than the article's.

        In an undated article "In 2011, ..." says so for its own sentence only: what follows may be told of
        the days before the article, which nobody knows.
        """
        if self.context is None:
            return None
        if self.published is None and not self.history and self.context.granularity >= G.YEAR:
            return self.context if self.sentence == self.context_sentence else None
        reach = 0 if self.context.granularity >= G.YEAR else 1
        return self.context if self.history or self.block - self.context_block <= reach else None

"""Linked events and the corpus that checks judge."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.assertions.lexicon import Lexicon
from factcheck.assertions.model import Article, Assertion
from factcheck.identity.comparison import Record
from factcheck.identity.entities import Entities
from factcheck.identity.facts import Reference
from factcheck.records import dataclass, field


class Member(NamedTuple):
    """An assertion in its article: ``corpus.articles[article].assertions[assertion]``."""

    article: int
    assertion: int


@dataclass(frozen=True, slots=True)
class Event:
    """Assertions that speak of one event, with the evidence for it, a line a comparison.

    ``apart`` has the comparisons that told other assertions apart from these though much spoke for one event.
    """

    identifier: str
    type: str
    members: tuple[Member, ...]
    participants: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class Corpus:
    """All articles of a run, with their linked events. Articles are sorted by document name.

    ``records`` holds each assertion as it was compared; ``rarity`` the weight of each content stem;
    ``reference`` what the user knows for sure.
    ``memo`` is for what several checks work out from the corpus (:mod:`factcheck.checks.once`).
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...] = ()
    entities: Entities = field(default_factory=Entities)
    lexicon: Lexicon = field(default_factory=Lexicon)
    records: Mapping[Member, Record] = field(default_factory=dict)
    rarity: Mapping[str, float] = field(default_factory=dict)
    reference: Reference = field(default_factory=Reference)
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def by_name(self) -> dict[str, Article]:
        """Articles by document name."""
        return {article.document.name: article for article in self.articles}

    def resolve(self, member: Member) -> tuple[Article, Assertion]:
        """The article and the assertion that a member stands for."""
        article = self.articles[member.article]
        return article, article.assertions[member.assertion]

"""The referents of one article, and the tables by which its names are looked up.

Whoever adds a referent, or leads a name to one, writes here: full names
(:mod:`~factcheck.expressions.name.full_names`), short ones (:mod:`~factcheck.expressions.name.short_forms`), those of
headlines (:mod:`~factcheck.expressions.name.headlines`).
"""

from __future__ import annotations

from collections import Counter, defaultdict

from factcheck.expressions.model import NameType
from factcheck.expressions.name.aliases import Aliases
from factcheck.expressions.name.chunk_model import Chunk
from factcheck.records import dataclass, field


@dataclass(slots=True)
class Referent:
    """A person, body or thing of the article. ``surname`` and ``given`` are folded, people's only."""

    type: NameType
    canonical: str
    key: str
    surname: str = ""
    given: str = ""
    sex: str | None = None
    roles: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    first: int = 0  # index of the chunk that introduces it by its full name
    nations: set[str] = field(default_factory=set)  # ISO codes of the countries whose office the article gives it


class Cast:
    """All referents of an article, and which chunk names which."""

    def __init__(self, chunks: list[Chunk], aliases: Aliases) -> None:
        self.aliases = aliases
        self.referents: list[Referent] = []
        self.of: dict[int, Referent] = {}  # by index of chunk
        self.chunks = chunks
        self.unread: set[int] = set()  # sentences with names of several words that nobody could be told for
        self.by_surname: dict[str, list[Referent]] = defaultdict(list)
        self.by_given: dict[str, list[Referent]] = defaultdict(list)
        self.by_middle: dict[str, list[Referent]] = defaultdict(list)  # "Quispe" of "Dina Quispe Mamani"
        self.by_key: dict[str, Referent] = {}
        self.bodies: dict[str, list[Referent]] = defaultdict(list)  # by first and last words
        # What the article shows of keys: how often each stands alone, which of these act, which follow a title, and
        # which stand where no sentence begins.
        self.solo = Counter(chunk.key for chunk in chunks if len(chunk.parts) == 1 and not chunk.shouted)
        single = [chunk for chunk in chunks if len(chunk.parts) == 1 and not chunk.shouted]
        bodily = {chunk.key for chunk in single if chunk.body or chunk.thing or chunk.apart}
        self.active = {chunk.key for chunk in single if chunk.acts or chunk.speaks} - bodily
        self.titled = {chunk.key for chunk in chunks if len(chunk.parts) == 1 and chunk.person >= 3}
        self.middle = {chunk.key for chunk in chunks if not chunk.opening and not chunk.shouted}

    def tie(self, index: int, referent: Referent) -> None:
        """Settle that a chunk names ``referent``, which learns what the chunk says of it."""
        chunk = self.chunks[index]
        self.of[index] = referent
        if chunk.role and referent.type is NameType.PERSON and chunk.role not in referent.roles:
            referent.roles.append(chunk.role)
        referent.nouns |= chunk.nouns
        if chunk.nation and referent.type is NameType.PERSON:
            referent.nations.add(chunk.nation)

"""Names of different articles that are one entity. (First cut: folded full names and unambiguous parts.)"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.assertions.model import Article


def _fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return " ".join(sorted(plain.replace("-", " ").split()))


@dataclass(frozen=True, slots=True)
class Entities:
    ids: Mapping[tuple[str, str], str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def identify(self, document: str, canonical: str) -> str:
        return self.ids.get((document, canonical), _fold(canonical))

    def label(self, identity: str) -> str:
        return self.labels.get(identity, identity)


def link_names(articles: Sequence[Article]) -> Entities:
    ids = {}
    labels: dict[str, str] = {}
    for article in articles:
        for name in article.expressions.names:
            identity = _fold(name.canonical)
            ids[(article.document.name, name.canonical)] = identity
            labels.setdefault(identity, name.canonical)
    return Entities(ids, labels)

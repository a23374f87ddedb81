"""Two ranks of one thing in two articles: "her seventh national title", "the sixth for her".

A helper of ``first_claim_weighed``.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import within
from factcheck.checks.figures.scene import Scenes
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.ranks.rank_told import Told
from factcheck.checks.telling import article_name
from factcheck.checks.word_families import family
from factcheck.expressions.model import NameType
from factcheck.identity.model import Corpus
from factcheck.patterns import regex

# Counted within one occasion, or of what there is always another.
_SERIAL = frozenset(
    family(word)
    for word in """goal try point set game half suspect victim arrest blast body shot time place day week month year
    quarter round floor person man woman people minute hour century attack stage phase wave step reading leg lap hole
    frame over wicket question part chapter page line paragraph reason thing one side seed option class grade degree
    world generation name officer deputy count charge amendment draft house night talk anniversary birthday article
    chance look glance sight""".split()
)

_TERMS = regex(
    r"\b(?:since|under|in (?:the |as many |[a-z]+ )?(?:\d+ |two |three |four |five )?"
    r"(?:days|weeks|months|years|seasons)"
    r"|this (?:year|season|week|month|century|term|decade)|in a row|straight|consecutive|successive|running)\b"
)


# Words by which an article says how it counts.
_BY_OTHER_TERMS = regex(r"\b(?:(?:in|ex|not )?(?:counting|cluding)|void|disputed|unofficial\w*)\b")


def _terms(article: Article, claim: Told) -> tuple[str, ...]:
    """The words that say within which time it is counted."""
    return tuple(_TERMS.findall(article.document.prose[claim.start : claim.sentence.end]))


def other_ranks(corpus: Corpus, scenes: Scenes, told: list[tuple[int, Told]]) -> Iterator[Conflict]:
    """ "Her seventh national title", "the sixth for her": within ten days, of the same named thing."""
    groups: dict[str, list[tuple[int, Told]]] = {}
    for number, claim in told:
        for head in claim.heads:
            if not head.startswith("~") and not claim.heads & _SERIAL:
                groups.setdefault(head, []).append((number, claim))
    reported: set[tuple[int, int]] = set()
    for head in sorted(groups):
        members = groups[head][:40]
        for place, (a, one) in enumerate(members):
            for b, other in members[place + 1 :]:
                if a == b or one.number == other.number or (a, b) in reported:
                    continue
                days = [corpus.articles[n].document.published.first for n in (a, b)]
                if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > 10:
                    continue
                if any(n in (a, b) and c.number == (other if n == a else one).number for n, c in members):
                    continue
                if abs(one.number - other.number) > max(2, 0.2 * max(one.number, other.number)):
                    continue  # counted by other terms
                if any(_counts_otherwise(corpus.articles[n], c) for n, c in ((a, one), (b, other))):
                    continue
                mine, theirs = (_persons(corpus, n, c) for n, c in ((a, one), (b, other)))
                if mine and theirs and not mine & theirs:
                    continue
                if _terms(corpus.articles[a], one) != _terms(corpus.articles[b], other):
                    continue
                levels = scenes.shared((a, one.sentence.start), (b, other.sentence.start))
                bits = {level.field: level.weight for level in levels}
                if bits.get("names", 0.0) < 1.0 or sum(bits.values()) < 2.7:
                    continue
                reported.add((a, b))
                first, second = corpus.articles[a], corpus.articles[b]
                phrases = [
                    " ".join(x.document.text[c.start : c.end].split()) for x, c in ((first, one), (second, other))
                ]
                yield Conflict(
                    message=f'{article_name(first)} tells of "{phrases[0]}", {article_name(second)} of "{phrases[1]}".',
                    evidence=(
                        Evidence(first.document.name, one.start, one.end),
                        Evidence(second.document.name, other.start, other.end),
                    ),
                    key=("rank weighed", head, str(one.number), str(other.number)),
                    explanation=(f"Both count the same: {'; '.join(level.finding for level in levels)}.",),
                    suggestion="Check how many there were before.",
                    confidence=0.7,
                )


def _counts_otherwise(article: Article, claim: Told) -> bool:
    return _BY_OTHER_TERMS.search(article.document.prose, claim.sentence.start, claim.sentence.end) is not None


def _persons(corpus: Corpus, number: int, claim: Told) -> set[str]:
    """Whom the sentence of a claim names."""
    article = corpus.articles[number]
    names = within(article.expressions.names, claim.sentence.start, claim.sentence.end)
    return {
        corpus.entities.identify(article.document.name, name.canonical)
        for name in names
        if name.type is NameType.PERSON
    }

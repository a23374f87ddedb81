"""What is said in quotation marks, by whom, and whether two quotations are of the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article, Attribution
from factcheck.assertions.rank_claims import within
from factcheck.assertions.words import content_words, stem
from factcheck.checks.once import once_per_article
from factcheck.checks.speakers import Speaker, speaker_of
from factcheck.expressions.model import Mention, Name, NameType
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Quotation, Token

SHORTEST = 4  # words of a quotation worth comparing, and of the runs by which quotations are looked up
_LONGEST = 400
_WORD = regex(r"[^\W_]+(?:'[^\W_]+)?")
# Words of content that formulas are made of ("I am not going to comment on that", "no one is above the law").
_PLAIN = frozenset(
    stem(word)
    for word in """going comment comments know think want wants make made take takes come back right thing things
    everything something nothing anything anyone everyone work hard good great best better law way ways thoughts
    prayers families victims committed commitment ready continue continues investigation ongoing under security safety
    important need needs done help responsibility country world future together fight proud happy sorry sad thank thanks
    grateful hope believe sure never always end win won winning game team players life lives justice peace war god
    must cannot can't don't doesn't won't isn't we're we'll we've i'm it's that's they're let see get give given go
    hearts condolences condemn condemned strongest terms attack possible every much many lot really well""".split()
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words with their speaker. ``number`` is the article's; ``speaker`` the corpus-wide identity of a name.

    ``label`` is how the article calls the speaker, ``roles`` what it calls him elsewhere, too. ``nearby`` is the
    text around the quotation, lower-cased, in which another speaker may be named.
    """

    number: int
    span: Quotation
    words: tuple[str, ...]
    speaker: str | None
    label: str
    roles: frozenset[str]
    nearby: str

    @property
    def shingles(self) -> Iterator[tuple[str, ...]]:
        """Each run of four words."""
        return (self.words[i : i + SHORTEST] for i in range(len(self.words) - SHORTEST + 1))


def quotes(corpus: Corpus, number: int) -> Iterator[Quote]:
    """The quotations of an article whose speaker is told, in text order; an interrupted one is one."""
    article = corpus.articles[number]
    spans = article.text.quotations
    for first, last, words in _passages(article):
        found = next((s for s in (speaker_of(article, i) for i in range(first, last + 1)) if s is not None), None)
        if found is not None:
            span = Quotation(spans[first].start, spans[last].end)
            yield _quote(corpus, number, span, words[:_LONGEST], found)


def may_share(corpus: Corpus) -> bool:
    """Whether two articles quote four words in a row alike: quicker to tell than who says what."""
    first: dict[tuple[str, ...], int] = {}
    return any(
        first.setdefault(words[start : start + SHORTEST], number) != number
        for number, article in enumerate(corpus.articles)
        for _, _, words in _passages(article)
        for start in range(len(words) - SHORTEST + 1)
    )


@once_per_article
def _passages(article: Article) -> Sequence[tuple[int, int, tuple[str, ...]]]:
    """The numbers of the first and the last quotation of each passage that is long enough, and its words."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    spans = article.text.quotations
    index = 0
    while index < len(spans):
        first = last = index
        index += 1
        words = _words(article, spans[first])
        while index < len(spans) and _is_interrupted(article, spans[last], spans[index]):
            words = (*words, *_words(article, spans[index]))
            last = index
            index += 1
        if len(words) >= SHORTEST:
            found.append((first, last, words))
    return found


def _words(article: Article, span: Quotation) -> tuple[str, ...]:
    return tuple(_WORD.findall(article.document.prose[span.start : span.end].lower()))


def _is_interrupted(article: Article, one: Quotation, two: Quotation) -> bool:
    """ "We ran out of chairs," she said, "before we ran out of films.": what stands between ends with a comma."""
    between = article.document.prose[one.end : two.start]
    return len(between) < 90 and between.rstrip().endswith(",") and not re.search(r"[.;:!?\n]\s", between)


def _quote(corpus: Corpus, number: int, span: Quotation, words: tuple[str, ...], found: Speaker) -> Quote:
    article = corpus.articles[number]
    identity = corpus.entities.identify(article.document.name, found.name) if found.name is not None else None
    roles = {found.role} if found.role else set()
    if found.name is not None:
        roles |= {n.role for n in article.expressions.names if n.canonical == found.name and n.role}
    prose = article.document.prose
    here = article.text.sentence_at(span.start)
    start = max(0, (here.start if here is not None else span.start) - 150)
    nearby = f"{prose[start : span.start]} {prose[span.end : span.end + 150]}".lower()
    label = found.name or f"the {found.role}"
    return Quote(number, span, words, identity, label, frozenset(roles), nearby)


def same_words(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The run of words that makes two quotations one, or nothing where they only sound alike.

    Six words in a row with two of content; or nearly all of the shorter quotation, small edits apart, with four.
    """
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, one, other, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size > 1]
    if not blocks:
        return ()
    longest = max(blocks, key=lambda block: block.size)
    run = tuple(one[longest.a : longest.a + longest.size])
    if len(run) >= 6 and _content(run) >= 2:
        return run
    shared = tuple(word for block in blocks for word in one[block.a : block.a + block.size])
    shorter = min(len(one), len(other))
    if len(run) == shorter and len(run) >= 4 and _content(run) >= 3 and max(len(one), len(other)) <= 2 * shorter:
        return run
    if len(shared) >= 6 and len(shared) >= 0.75 * shorter and _content(shared) >= 4:
        return run
    return ()


def _content(words: Sequence[str]) -> int:
    return len(
        content_words([Token(0, len(word), word, word.lower(), word[:1].isupper()) for word in words])[0] - _PLAIN
    )


def person_at(article: Article, said: Attribution) -> Name | None:
    """The person whom an attribution names, not by a pronoun or an office alone."""
    for name in within(article.expressions.names, said.start, said.end):
        if name.type is NameType.PERSON and name.mention in (Mention.FULL, Mention.PART):
            return name
    return None

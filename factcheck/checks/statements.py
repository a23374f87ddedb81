"""What is said in quotation marks, and which person the article says it is from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.assertions.attribution import Frame, frames
from factcheck.assertions.model import Article, Attribution
from factcheck.assertions.rank_claims import within
from factcheck.expressions.model import Mention, Name, NameType
from factcheck.identity.model import Corpus
from factcheck.text.model import Quotation

SHORTEST = 6  # words below which two people may well say the same
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
# Words of another's, told on: whose they are is open.
_RELAYED = re.compile(
    r"\b(?:quot(?:ed|es|ing)|repeat(?:ed|ing|s)|echo(?:ed|ing|es)|recall(?:ed|ing|s)|read(?:ing|s)?|recit(?:ed|es|ing)"
    r"|chant\w*|sang|sung|sings?|slogan|motto|banner|proverb|saying|poem|song|lyrics?|according to|cit(?:ed|ing)"
    r"|wording|joint\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words with their speaker, a named person. ``number`` is the article's."""

    number: int
    span: Quotation
    words: tuple[str, ...]
    speaker: str  # the corpus-wide identity
    label: str
    role: str
    start: int
    end: int

    @property
    def shingles(self) -> Iterator[tuple[str, ...]]:
        """Each run of six words."""
        return (self.words[i : i + SHORTEST] for i in range(len(self.words) - SHORTEST + 1))


def quotes(corpus: Corpus, number: int) -> Iterator[Quote]:
    """The quotations of an article whose speaker is a person named in their own sentences, in text order."""
    article = corpus.articles[number]
    for span in article.text.quotations:
        words = tuple(_WORD.findall(article.document.prose[span.start : span.end].lower()))
        if len(words) < SHORTEST:
            continue
        found = _speaker(article, span)
        name = person_at(article, found) if found is not None else None
        if name is None:
            continue
        identity = corpus.entities.identify(article.document.name, name.canonical)
        yield Quote(number, span, words, identity, name.canonical, name.role or "", name.start, name.end)


def person_at(article: Article, said: Attribution) -> Name | None:
    """The person whom an attribution names, not by a pronoun or an office alone."""
    for name in within(article.expressions.names, said.start, said.end):
        if name.type is NameType.PERSON and name.mention in (Mention.FULL, Mention.PART):
            return name
    return None


def _speaker(article: Article, span: Quotation) -> Attribution | None:
    """The one speaker told in the sentences that the quotation runs through, outside of it."""
    sentences = article.text.sentences
    first = max(0, bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1)
    found: list[Attribution] = []
    for sentence in sentences[first : first + 8]:
        if sentence.start >= span.end:
            break
        prose = article.document.prose
        outside = prose[sentence.start : max(sentence.start, span.start)] + prose[span.end : sentence.end]
        if _RELAYED.search(outside):
            return None
        names = within(article.expressions.names, sentence.start, sentence.end)
        times = within(article.expressions.times, sentence.start, sentence.end)
        for frame in frames(sentence, names, times):
            offset = sentence.tokens[frame.at].start
            if not article.text.is_quoted(offset) and frame.said is not None and _faces(frame, offset, span):
                found.append(frame.said.chain[-1])
    return found[0] if len({said.start for said in found}) == 1 else None


def _faces(frame: Frame, offset: int, span: Quotation) -> bool:
    """Whether the verb of speech stands near enough to the quotation to be its own."""
    return span.start - 60 <= offset <= span.end + 60

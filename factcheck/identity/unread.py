"""Spellings that the name finder passed over: two capitalised words that all but repeat a name of another article.

An article may name somebody without title, role or age, and then nothing in it shows a name. Another article
of the story that has the name in full does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.assertions.capitals import capitals
from factcheck.assertions.model import Article
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common
from factcheck.identity.entities import Bearer
from factcheck.identity.spellings import is_slip
from factcheck.records import dataclass

_SHORTEST = 6  # letters of a word below which a slip is chance
_CROWD = 40  # names that share a word, beyond which the word tells nothing


@dataclass(frozen=True, slots=True)
class Unread:
    """A pair of capitalised words at ``start``..``end`` of ``document`` that misspells ``bearer``'s name."""

    document: str
    start: int
    end: int
    text: str
    bearer: int


def unread(articles: Sequence[Article], found: Sequence[Bearer]) -> Iterator[Unread]:
    """The misspelt pairs, in the order of articles and text; each spelling once an article.

    A pair counts if one word is the same, the other a likely slip of six letters at least that is no
    English word and no place, the articles share another name, and the article has not the name itself.
    """
    by_word: dict[str, list[int]] = defaultdict(list)
    signatures: dict[str, set[tuple[str, str]]] = defaultdict(set)
    known = {bearer.words for bearer in found}
    for index, bearer in enumerate(found):
        if len(bearer.words) > 1:
            signatures[bearer.document].add(bearer.signature)
        if len(bearer.words) == 2:
            for word in bearer.words:
                by_word[word].append(index)
    for article in articles:
        document = article.document.name
        seen: set[str] = set()
        for start, end, left, right in _pairs(article):
            if f"{left} {right}" in seen or (left, right) in known:
                continue  # another article has a name of this very spelling
            for index in _candidates(by_word, left, right):
                bearer = found[index]
                if bearer.document == document or bearer.signature in signatures[document]:
                    continue
                shared = (signatures[document] & signatures[bearer.document]) - {bearer.signature}
                if shared and _is_slip_of(left, right, bearer.words):
                    seen.add(f"{left} {right}")
                    yield Unread(document, start, end, article.document.text[start:end], index)
                    break


def _candidates(by_word: dict[str, list[int]], left: str, right: str) -> list[int]:
    return [index for word in (left, right) if len(by_word.get(word, ())) <= _CROWD for index in by_word.get(word, ())]


def _pairs(article: Article) -> Iterator[tuple[int, int, str, str]]:
    """Adjacent capitalised words, folded, that stand in no name that was read."""
    taken = [(name.start, name.end) for name in article.expressions.names]
    for sentence, capital in zip(article.text.sentences, capitals(article), strict=True):
        tokens = sentence.tokens
        for index, following in pairwise(capital):
            if following != index + 1:
                continue
            first, second = tokens[index], tokens[following]
            if second.start != first.end + 1:
                continue
            if first.text.isupper() or second.text.isupper():
                continue
            if any(start < second.end and first.start < end and end - start > len(second.text) for start, end in taken):
                continue
            yield first.start, second.end, fold(first.text), fold(second.text)


def _is_slip_of(left: str, right: str, words: tuple[str, ...]) -> bool:
    for mine, theirs, same in ((right, words[1], left == words[0]), (left, words[0], right == words[1])):
        if same and min(len(mine), len(theirs)) >= _SHORTEST and is_slip(mine, theirs):
            return not is_common(mine) and not is_common(theirs) and not lookup(mine)
    return False

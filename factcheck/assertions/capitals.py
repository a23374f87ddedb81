"""Which words of each sentence begin with a capital: what looks for names in a text need look at no other word."""

from __future__ import annotations

from factcheck.assertions.model import Article


def capitals(article: Article) -> list[list[int]]:
    """The indices of the tokens that begin with a capital, for each sentence of the article; not to be changed."""
    found: list[list[int]] | None = article.memo.get(capitals)
    if found is None:
        found = article.memo[capitals] = [
            [index for index, token in enumerate(sentence.tokens) if token.upper] for sentence in article.text.sentences
        ]
    return found

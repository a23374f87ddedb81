"""Articles to a corpus with its events: story by story, so that cost and memory grow linearly."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.assertions.model import Article
from factcheck.identity import link
from factcheck.identity.merging import merge_corpora
from factcheck.identity.model import Corpus
from factcheck.identity.stories import SMALL, keys_of, stories
from factcheck.pipeline.knowledge import Knowledge
from factcheck.records import replace


def link_articles(articles: Iterable[Article], knowledge: Knowledge) -> Corpus:
    """The corpus of the articles, with the events that their assertions share."""
    ordered = sorted(articles, key=lambda article: article.document.name)
    if len(ordered) <= SMALL:
        return link_story(ordered, knowledge)
    parts = stories([keys_of(article) for article in ordered])
    return merge_corpora([link_story([ordered[number] for number in part], knowledge) for part in parts])


def link_story(articles: list[Article], knowledge: Knowledge) -> Corpus:
    """The corpus of articles that are all compared with each other."""
    return replace(link(articles, knowledge.lexicon), reference=knowledge.reference)

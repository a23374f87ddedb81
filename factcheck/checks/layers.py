"""The two layers of a corpus that checks of one event may judge: events of the lexicon, and those outside it."""

from __future__ import annotations

from typing import Literal

from factcheck.identity.model import Corpus

Layer = Literal["listed", "unlisted"]
LAYER = "Events whose words the event files list, or those that only their own verb and its noun tell of."


def layer_of(corpus: Corpus, layer: Layer) -> Corpus:
    """The corpus as the layer has it; one without events if the articles tell of none outside the lexicon."""
    if layer == "listed":
        return corpus
    return corpus.unlisted or Corpus(corpus.articles)

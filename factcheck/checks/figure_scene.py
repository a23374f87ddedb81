"""What surrounds two figures in two articles: shared names, words and other figures, in bits.

The sentence of a figure counts in full, its neighbours for half: "It consumed 31,700 hectares" has its fire in the
sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.assertions.model import Article
from factcheck.checks.told_figures import Told
from factcheck.checks.word_families import Weights, content
from factcheck.document.model import BlockKind
from factcheck.expressions.vocabulary import is_common
from factcheck.identity.comparison import Level
from factcheck.text.model import Sentence

_NEIGHBOUR = 0.4
_MOST_NAMES, _MOST_WORDS = 9.0, 7.0
_APART = frozenset((BlockKind.HEADING, BlockKind.ROW))


@dataclass(frozen=True, slots=True)
class Around:
    """The families of the words of a sentence and its names' words; the same of its neighbours beside it."""

    words: frozenset[str]
    names: frozenset[str]
    more_words: frozenset[str] = frozenset()
    more_names: frozenset[str] = frozenset()


class Scenes:
    """The surroundings of every sentence of a corpus."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._around: dict[tuple[int, int], Around] = {}
        held: list[frozenset[str]] = []
        for number, article in enumerate(articles):
            plain = [_read(sentence) for sentence in article.text.sentences]
            held += [one.words | one.names for one in plain]
            for index, sentence in enumerate(article.text.sentences):
                one, words, names = plain[index], frozenset[str](), frozenset[str]()
                for other in (index - 1, index + 1):
                    if 0 <= other < len(plain) and article.text.sentences[other].kind not in _APART:
                        words, names = words | plain[other].words, names | plain[other].names
                self._around[(number, sentence.start)] = Around(one.words, one.names, words, names)
        self._weights = Weights(held)

    def at(self, one: Told) -> Around:
        """What surrounds a figure."""
        return self._around[(one.number, one.sentence.start)]

    def levels(self, a: Told, b: Told, empty: frozenset[str] = frozenset()) -> tuple[Level, ...]:
        """What speaks for two sentences telling of one thing, ``empty`` families left out."""
        return self.shared((a.number, a.sentence.start), (b.number, b.sentence.start), empty)

    def shared(
        self, one: tuple[int, int], other: tuple[int, int], empty: frozenset[str] = frozenset()
    ) -> tuple[Level, ...]:
        """The same of any two sentences, each by its article's number and its start."""
        here, there = self._around[one], self._around[other]
        found = (
            self._level("names", here.names, there.names, here.more_names, there.more_names, _MOST_NAMES, empty),
            self._level("words", here.words, there.words, here.more_words, there.more_words, _MOST_WORDS, empty),
        )
        return tuple(level for level in found if level is not None)

    def _level(
        self,
        field: str,
        here: frozenset[str],
        there: frozenset[str],
        beside: frozenset[str],
        along: frozenset[str],
        most: float,
        empty: frozenset[str],
    ) -> Level | None:
        own = (here & there) - empty
        wider = ((here | beside) & (there | along)) - own - empty
        bits = sum(self._weights.bits(word) for word in own)
        bits += _NEIGHBOUR * sum(self._weights.bits(word) for word in wider)
        if not bits:
            return None
        return Level(field, f"shared {field}: {', '.join([*sorted(own), *sorted(wider)][:5])}", min(most, bits))


def _read(sentence: Sentence) -> Around:
    words: set[str] = set()
    names: set[str] = set()
    for index, (key, proper, token) in enumerate(content(sentence.tokens)):
        first = index == 0 and token.text[0].isupper() and not is_common(token.text.lower())
        (names if proper or first else words).add(token.text.lower().removesuffix("'s") if first else key)
    return Around(frozenset(words), frozenset(names))

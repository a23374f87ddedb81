"""What surrounds two figures in two articles: shared names, words and other figures, in bits.

The sentence of a figure counts in full, its neighbours for half: "It consumed 31,700 hectares" has its fire in the
sentence before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.figures.told_figures import Told
from factcheck.checks.once import once_per_article, once_per_corpus
from factcheck.checks.word_families import Weights, contents
from factcheck.document.model import BlockKind
from factcheck.expressions.vocabulary import is_common
from factcheck.identity.comparison import Level
from factcheck.identity.model import Corpus
from factcheck.records import dataclass
from factcheck.text.model import Token

_NEIGHBOUR = 0.4
_MOST_NAMES, _MOST_WORDS = 9.0, 7.0
_NONE = frozenset[str]()
_APART = frozenset((BlockKind.HEADING, BlockKind.ROW))


@dataclass(frozen=True, slots=True)
class Around:
    """The families of the words of a sentence and its names' words; the same with those of its neighbours."""

    words: frozenset[str]
    names: frozenset[str]
    all_words: frozenset[str] = frozenset()
    all_names: frozenset[str] = frozenset()


class Scenes:
    """The surroundings of every sentence of a corpus."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._around: dict[tuple[int, int], Around] = {}
        self._weights = Weights([one.words | one.names for article in articles for one in _plain(article)])

    def _surroundings(self, number: int, start: int) -> Around:
        """The sentence of an article that begins at ``start``, with its neighbours."""
        found = self._around.get((number, start))
        if found is None:
            article = self._articles[number]
            sentences, plain = article.text.sentences, _plain(article)
            index = bisect_left(sentences, start, key=lambda sentence: sentence.start)
            words, names = plain[index].words, plain[index].names
            for other in (index - 1, index + 1):
                if 0 <= other < len(plain) and sentences[other].kind not in _APART:
                    words, names = words | plain[other].words, names | plain[other].names
            found = Around(plain[index].words, plain[index].names, words, names)
            self._around[(number, start)] = found
        return found

    def at(self, one: Told) -> Around:
        """What surrounds a figure."""
        return self._surroundings(one.number, one.sentence.start)

    def levels(self, a: Told, b: Told, empty: frozenset[str] = frozenset()) -> tuple[Level, ...]:
        """What speaks for two sentences telling of one thing, ``empty`` families left out."""
        return self.shared((a.number, a.sentence.start), (b.number, b.sentence.start), empty)

    def shared(
        self, one: tuple[int, int], other: tuple[int, int], empty: frozenset[str] = frozenset()
    ) -> tuple[Level, ...]:
        """The same of any two sentences, each by its article's number and its start."""
        here, there = self._surroundings(*one), self._surroundings(*other)
        found = (
            self._level("names", here.names, there.names, here.all_names, there.all_names, _MOST_NAMES, empty),
            self._level("words", here.words, there.words, here.all_words, there.all_words, _MOST_WORDS, empty),
        )
        return tuple(level for level in found if level is not None)

    def bits(self, one: tuple[int, int], other: tuple[int, int]) -> tuple[float, float]:
        """The weights of the same, of names and of words."""
        here, there = self._surroundings(*one), self._surroundings(*other)
        names = self._common(here.names, there.names, here.all_names, there.all_names)[2]
        words = self._common(here.words, there.words, here.all_words, there.all_words)[2]
        return min(_MOST_NAMES, names), min(_MOST_WORDS, words)

    def telling(self, word: str) -> float:
        """How telling a word is that two sentences have, in bits."""
        return self._weights.bits(word)

    def named(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether they have a name in common at all."""
        return not self._surroundings(*one).all_names.isdisjoint(self._surroundings(*other).all_names)

    def _level(
        self,
        field: str,
        here: frozenset[str],
        there: frozenset[str],
        all_here: frozenset[str],
        all_there: frozenset[str],
        most: float,
        empty: frozenset[str],
    ) -> Level | None:
        own, wider, bits = self._common(here, there, all_here, all_there, empty)
        if not bits:
            return None
        return Level(field, f"shared {field}: {', '.join([*sorted(own), *sorted(wider)][:5])}", min(most, bits))

    def _common(
        self,
        here: frozenset[str],
        there: frozenset[str],
        all_here: frozenset[str],
        all_there: frozenset[str],
        empty: frozenset[str] = frozenset(),
    ) -> tuple[frozenset[str], frozenset[str], float]:
        """What two sentences share themselves and with their neighbours, and the bits for it."""
        if all_here.isdisjoint(all_there):
            return _NONE, _NONE, 0.0
        own = (here & there) - empty
        wider = (all_here & all_there) - own - empty
        weigh = self._weights.bits
        return own, wider, sum(map(weigh, own)) + _NEIGHBOUR * sum(map(weigh, wider))


@once_per_corpus
def scenes_of(corpus: Corpus) -> Scenes:
    """The scenes of a corpus."""
    return Scenes(corpus.articles)


@once_per_article
def _plain(article: Article) -> list[Around]:
    """The words and names of each sentence by itself."""
    return [_read(content) for content in contents(article)]


def _read(content: Iterable[tuple[str, bool, Token]]) -> Around:
    words: set[str] = set()
    names: set[str] = set()
    for index, (key, proper, token) in enumerate(content):
        first = index == 0 and token.upper and not is_common(token.low)
        (names if proper or first else words).add(token.low.removesuffix("'s") if first else key)
    return Around(frozenset(words), frozenset(names))

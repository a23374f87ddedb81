"""Capitalised words of two articles that are one name but for a word, in sentences that speak of one bearer.

The name finder need not have read either spelling: pairs of adjacent capitalised words are compared as they stand, one
word the same, the other alike. Nearness proposes only. What decides is what stands around both spellings, in bits
(names, rare words, an age), and that neither article has the other spelling, names a relative or explains itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from factcheck.assertions.capitals import capitals
from factcheck.assertions.model import Article
from factcheck.checks.figures.scene import Scenes, scenes_of
from factcheck.document.model import BlockKind
from factcheck.expressions.model import QuantityKind
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import given_sex, is_common, is_given
from factcheck.identity.entities import house_style
from factcheck.identity.model import Corpus
from factcheck.identity.spellings import distance, skeleton
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence
from factcheck.text.word_table import WordTable

_BLOCK = 30
_AGE = 4.0
_PREFIX = 6
_ALONE = 7  # letters of a name of one word
_JOINING = frozenset("of for de del di da van von der den bin al el la le du".split())
_RELATED = regex(
    r"\b(?:brothers?|sisters?(?! [A-Z])|cousins?|father(?! [A-Z])|mother(?! [A-Z])|sons?|daughters?|wife|husband|widow"
    r"|twins?|uncle|aunt|nephew|niece|namesake|relatives?|relations?|related|siblings?)\b"
)
_EXPLAINED = regex(
    r"\b(?:spelt|spelled|transliterat\w+|renamed|rebranded|nicknam\w+|alias|né|née"
    r"|(?:also|formerly|once|previously|now|sometimes) (?:called|known|written|named)|known as|called [A-Z])"
)
# What is added to a name for its people, its plural or its adjective.
_DERIVED = ("s", "es", "n", "an", "ian", "ean", "ese", "i", "ish", "ic", "al", "er", "ers", "ism", "ist")
_CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of a name with the word beside it that both spellings share."""

    number: int
    sentence: Sentence
    start: int
    end: int
    word: str  # folded
    beside: str  # folded
    is_second: bool


@dataclass(frozen=True, slots=True)
class Misspelt:
    """Two spellings that seem one name, with the bits for it and what they are."""

    a: Spelling
    b: Spelling
    weight: float
    reasons: tuple[str, ...]


def misspelt(corpus: Corpus, minimum: float) -> Iterator[Misspelt]:
    """Pairs of spellings with at least ``minimum`` bits, the strongest of each two spellings, in a fixed order."""
    articles = corpus.articles
    held: dict[str, set[int]] = defaultdict(set)
    for number, article in enumerate(articles):
        for word in _capitalised(article):
            held[word].add(number)
    nowhere: set[int] = set()
    blocks: dict[tuple[bool, str], list[Spelling]] = defaultdict(list)
    for number, article in enumerate(articles):
        for one in _spellings(number, article):
            blocks[(one.is_second, one.beside)].append(one)
    scenes = scenes_of(corpus)
    best: dict[tuple[str, str], Misspelt] = {}
    for (_, beside), members in sorted(blocks.items()):
        if beside and len({one.word for one in members}) > _BLOCK:
            continue
        for a, b in _near(members):
            if a.number == b.number or a.word == b.word or not _alike(a.word, b.word):
                continue
            by_one, by_other = held.get(a.word, nowhere), held.get(b.word, nowhere)
            if not by_one.isdisjoint(by_other) or b.number in by_one or a.number in by_other:
                continue
            found = _judge(a, b, articles, scenes)
            key = (min(a.word, b.word), max(a.word, b.word))
            if found and found.weight >= minimum and (key not in best or _rank(best[key]) < _rank(found)):
                best[key] = found
    yield from (best[key] for key in sorted(best))


def _rank(found: Misspelt) -> tuple[bool, float]:
    return bool(found.a.beside), found.weight


def _near(members: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs of a block that share their first or their last three letters, or are few."""
    groups: dict[str, dict[tuple[int, str, int], Spelling]] = defaultdict(dict)
    for one in members:
        keys = ("few",) if len(members) <= _BLOCK else (f"{one.word[:3]}.", f".{one.word[-3:]}")
        for key in keys:
            groups[key].setdefault((one.number, one.word, one.sentence.start), one)
    for _, group in sorted(groups.items()):
        if len(group) <= _BLOCK * 4:
            yield from combinations(group.values(), 2)


def _capitalised(article: Article) -> frozenset[str]:
    """All words of an article that begin with a capital, folded."""
    return frozenset(
        {
            fold(text)
            for text in {
                sentence.tokens[index].text
                for sentence, capital in zip(article.text.sentences, capitals(article), strict=True)
                for index in capital
            }
        }
    )


def _spellings(number: int, article: Article) -> Iterator[Spelling]:
    """Each word of a pair of adjacent capitalised words, with the other."""
    for sentence, capital in zip(article.text.sentences, capitals(article), strict=True):
        if not capital or sentence.kind in (BlockKind.HEADING, BlockKind.ROW):
            continue
        words = [token for token in sentence.tokens if token.text not in _QUOTES]
        folded = [_NAME_WORDS[token.text] if token.upper else "" for token in words]
        for index in [number for number, one in enumerate(folded[:-1]) if one]:
            one = folded[index]
            left, right, two = words[index], words[index + 1], folded[index + 1]
            third = index + 2 < len(words)
            if third and right.text in _JOINING:
                right, two = words[index + 2], folded[index + 2]
            if not two or right.start - left.end > 5:
                continue
            if not (index == 0 and is_common(one)):
                yield Spelling(number, sentence, left.start, right.end, one, two, False)
                yield Spelling(number, sentence, left.start, right.end, two, one, True)
            if third and folded[index + 2] and is_given(one) and is_given(two):
                last = words[index + 2]
                yield Spelling(number, sentence, left.start, last.end, f"{one} {two}", folded[index + 2], False)
        for index in [number for number, one in enumerate(folded) if number and one]:
            token, word = words[index], folded[index]
            if len(token.text) >= _ALONE and not is_common(word):
                yield Spelling(number, sentence, token.start, token.end, word, "", False)


_QUOTES = frozenset({'"', "“", "”"})


def _name_word(text: str) -> str:
    """A word as it may stand in a name, folded; empty where it may not."""
    return fold(text) if _may_name(text) else ""


_NAME_WORDS = WordTable(_name_word)


def _may_name(text: str) -> bool:
    return len(text) > 2 and text[0].isupper() and not text.isupper() and text.replace("-", "").isalpha()


@lru_cache(maxsize=1 << 15)
def _alike(one: str, two: str) -> bool:
    """Whether two folded words may be one name's word in two spellings."""
    short, long = sorted((one, two), key=len)
    if len(short) < 4 or one in _CALENDAR or two in _CALENDAR:
        return False
    if long.startswith(short) and long[len(short) :] in _DERIVED and long[len(short) :] != "er":
        return False
    if " " in one or " " in two:
        return one.split() == two.split()[::-1]  # "Anna Maria", "Maria Anna"
    if _american(one) == _american(two):
        return False
    edits = distance(one, two)
    if edits == 1:
        return len(short) >= 5 or skeleton(one) == skeleton(two) or one[0] == two[0]
    if edits == 2 and (len(short) >= 6 or skeleton(one) == skeleton(two)):
        return one[0] == two[0] or skeleton(one) == skeleton(two)
    same = next((i for i, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), len(short))
    return same >= _PREFIX and same >= 0.6 * len(long)


@lru_cache(maxsize=1 << 14)
def _american(word: str) -> str:
    """A folded word in American spelling, by the endings that differ: "centre", "recognised", "technicolour"."""
    styled = "".join(house_style(word))
    return re.sub(r"is(?=e[ds]?$|ation|ing$)", "iz", styled.replace("our", "or"))


def _judge(a: Spelling, b: Spelling, articles: Sequence[Article], scenes: Scenes) -> Misspelt | None:
    first, second = articles[a.number], articles[b.number]
    if bool(first.document.digest) and first.document.digest == second.document.digest:
        return None
    if (lookup(a.word) and lookup(b.word)) or lookup(f"{a.beside} {a.word}") or lookup(f"{b.beside} {b.word}"):
        return None
    for one, article in ((a, first), (b, second)):
        prose = article.document.prose
        if _RELATED.search(prose, max(0, one.start - 90), one.end + 90):
            return None
        if _EXPLAINED.search(prose, max(0, one.start - 40), one.end + 40):
            return None
    sexes = {given_sex(a.word), given_sex(b.word)}
    if sexes == {"m", "f"}:
        return None
    empty = frozenset((a.word, b.word, a.beside))
    levels = scenes.shared((a.number, a.sentence.start), (b.number, b.sentence.start), empty)
    weight = sum(level.weight for level in levels)
    reasons = [f"The sentences have {level.finding}." for level in levels]
    ages = [_age(one, article) for one, article in ((a, first), (b, second))]
    if ages[0] is not None and ages[1] is not None:
        if abs(ages[0] - ages[1]) > 1:
            return None
        weight += _AGE
        reasons.append(f"Both are {ages[0]:g}.")
    if is_given(a.word) and is_given(b.word) and not a.is_second:
        weight -= 1.5  # Jon and John Smith may be two people
    if is_common(a.word) and is_common(b.word):
        weight -= 2.0
    if not a.beside:
        if distance(a.word, b.word) > 1 or a.word[0] != b.word[0] or lookup(a.word) or lookup(b.word):
            return None
        weight -= 2.0
    elif is_common(a.beside):
        weight -= 3.0
    return Misspelt(a, b, weight, tuple(reasons))


def _age(one: Spelling, article: Article) -> float | None:
    """The age told within a few characters after the spelling: "Devon Hargrove, 27,"."""
    for quantity in article.expressions.quantities:
        if quantity.kind is QuantityKind.AGE and one.end <= quantity.start <= one.end + 24:
            return quantity.value
    return None

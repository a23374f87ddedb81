"""Words as families ("open", "opened", "opening", "vaccine", "vaccinated"), and how telling each is in bits.

How common a word is in news at large is told by a small table, so that the words of two short articles can be weighed;
the articles at hand add to it: a word that every article of a story has tells little within the story.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factcheck.assertions.inflect import IRREGULAR, gerund, third_person
from factcheck.assertions.model import Article
from factcheck.assertions.verbs import BE, HAVE, MODALS
from factcheck.checks.once import once_per_article
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable

_DATA = Path(__file__).parent / "data" / "common_words.txt"
# As many sentences of news at large as the table's counts are shares of, and what an unlisted word has in them.
_SENTENCES, _UNSEEN = 400.0, 0.12
_ENDINGS = (
    *("isations", "izations", "isation", "ization", "ations", "ation", "itions", "ition", "utions", "ution"),
    *("ments", "ment", "ities", "ity", "nesses", "ness", "ances", "ance", "ences", "ence", "ions", "ion", "ings"),
    *("ing", "ators", "ator", "ated", "ates", "ate", "ised", "ized", "ises", "izes", "ise", "ize", "ers", "er", "ors"),
    *("or", "ies", "ied", "ed", "es", "ives", "ive", "als", "al", "ines", "ine", "s", "y", "e"),
)
_BY_LETTER = {last: [e for e in _ENDINGS if e[-1] == last] for last in {e[-1] for e in _ENDINGS}}
_SHORT = frozenset({"ing", "ed"})  # endings that leave three letters: "mov-ing"
_IRREGULAR = {
    form: base for base, (past, both) in IRREGULAR.items() for form in (*past, *both, gerund(base), third_person(base))
}
# Nouns that news has beside a verb or adjective, where no ending leads from one to the other.
_KIN = {
    member: family.split()[0]
    for family in (
        "die dead death deaths dies died dying toll killed kill kills killing fatal fatality fatalities",
        "flee flight fled",
        "fly flight flights flew flown flies",
        "sell sale sales sold selling",
        "grow growth grew grown",
        "lose loss losses lost",
        "free freedom freed release released releases freeing",
        "choose choice chose chosen",
        "strike strikes struck striking",
        "depart departure leave left leaves",
        "arrive arrival arrived arrives arrivals",
        "marry marriage wedding married",
        "think thought",
        "speak speech spoke spoken",
        "reopen resume resumption restart",
        "person people persons",
        "man men",
        "woman women",
        "child children",
        "long length",
        "high height",
        "prove proof",
        "give gift",
        "young youth",
        "pay payment paid",
        "stay remain remained remains stays stayed",
        "rise rose risen rises increase increased raise raised",
        "fall fell fallen falls decline drop dropped",
        "hurt injured injuries injury wounded",
    )
    for member in family.split()
}
_STOP = (
    BE
    | HAVE
    | MODALS
    | frozenset(
        """a an the and or but nor if as at by for from in into of off on onto out over to under up with within without
        about above across after against along among around before behind below beside between beyond despite down
        during except inside near outside past per since than through till toward towards until upon via i he she it
        we you they him her us them his hers its our your their my me who whom whose which what that this these those
        there here where when while how why not no n't yes do does did done doing so such too also very just only even
        both either neither each every all any some most more less much many few other another same own again once
        ever never still yet already now then s t m re ve ll d""".split()
    )
)
_CALENDAR = frozenset(
    """january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday day days week weeks month months year years today yesterday tomorrow spring summer
    autumn winter morning afternoon evening night noon midnight hour hours minute minutes am pm a.m p.m
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions trillion per cent percent first second third half dozen""".split()
)


@lru_cache(maxsize=1 << 15)
def family(word: str) -> str:
    """One key for all forms of a word and what derives from it, by its endings; only compared, never shown."""
    if word in _KIN:
        return _KIN[word]
    word = _IRREGULAR.get(word, word)
    if word in _KIN:
        return _KIN[word]
    for ending in _BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending in _SHORT else 4):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    while len(word) > 3 and word[-1] in "ey":
        word = word[:-1]
    return word


def content(tokens: Sequence[Token], skipped: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[str, bool, Token]]:
    """The families of the words that carry content, whether each is a name's, and the token.

    ``skipped`` are spans left out: times and figures. Days, months and words for them are left out, too.
    """
    spans = list(skipped)
    for index, token in enumerate(tokens):
        read = _READ[token.text]
        if read is None or (spans and any(start <= token.start < end for start, end in spans)):
            continue
        if not read.numbered and read.capital:
            heads = index == 0 or tokens[index - 1].text in _OPENING
            # "Brennick Mills will": a capital at the head of a sentence tells only with another behind.
            proper = not heads or (index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper())
        else:
            proper = read.numbered
        yield (read.name if proper else read.family), proper, token


@once_per_article
def contents(article: Article) -> tuple[tuple[tuple[str, bool, Token], ...], ...]:
    """The content of each sentence of an article, nothing left out."""
    return tuple(tuple(content(sentence.tokens)) for sentence in article.text.sentences)


_OPENING = frozenset({'"', "“", ":"})


class _Read(NamedTuple):
    """What a word tells by itself: how it counts as a part of a name, and as a common word."""

    name: str
    family: str
    capital: bool
    numbered: bool


def _read(text: str) -> _Read | None:
    """What content a token has, None where it has none."""
    word = text.lower()
    if len(word) < 3 or not word[0].isalpha() or word in _STOP or word in _CALENDAR:
        return None
    return _Read(word.removesuffix("'s"), family(word), text[0].isupper(), any(letter.isdigit() for letter in word))


_READ = WordTable(_read)


@cache
def _common() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in _DATA.read_text("utf-8").splitlines():
        share, _, words = line.partition(" ")
        for word in words.split():
            found[word] = float(share) / 10_000
    return found


class Weights:
    """How telling each family is among some sentences, in bits: the rarer, the more."""

    def __init__(self, sentences: Sequence[Iterable[str]]) -> None:
        """``sentences`` holds the families of each, none twice."""
        self._held: Counter[str] = Counter(chain.from_iterable(sentences))
        self._number = len(sentences)
        self._bits: dict[str, float] = {}

    def bits(self, word: str) -> float:
        """Bits of evidence that two sentences speak of one thing, if both have ``word``."""
        found = self._bits.get(word)
        if found is None:
            usual = max(_common().get(word, 0.0) * _SENTENCES, _UNSEEN)
            share = (self._held[word] + usual) / (self._number + _SENTENCES)
            found = self._bits[word] = max(0.0, -math.log2(share) - 2.0) / 2.0
        return found

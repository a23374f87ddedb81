"""Triggers outside the lexicon: verbs and nouns that WordNet knows as events, by class.

The class is named by the noun that derives from the verb ("confirmed", "the confirmation": confirmation). The table is
compiled from WordNet 3.1 by ``tools/wordnet_table.py`` and read when it is first needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.assertions import inflect
from factcheck.assertions.inflect import IRREGULAR, past_forms
from factcheck.assertions.lexicon import Trigger
from factcheck.assertions.triggers import Hit, is_modifier
from factcheck.assertions.verbs import MODALS, is_verb
from factcheck.cache import kept
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable

_DATA = Path(__file__).parent / "data" / "events.tsv.gz"
_SHORTEST = 4
_BEFORE_BASE = MODALS | {"to"}
_PARTICLES = frozenset("into out up down off away back apart together".split())


class _Table(NamedTuple):
    verbs: dict[str, str]
    nouns: dict[str, str]
    irregular: dict[str, str]


@cache
def _table() -> _Table:
    return _Table(*kept("verbs", (_DATA, __file__, inflect.__file__), _tables))


def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    import gzip

    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for line in gzip.decompress(_DATA.read_bytes()).decode().split("\n"):
        kind, lemma, name = line.split("\t")
        if kind == "v":
            verbs[lemma] = name
        else:
            nouns[lemma] = name
    irregular = {
        form: base for base, (past, participles) in IRREGULAR.items() if base in verbs for form in (*past, *participles)
    }
    # A noun that is a verb's own form ("the search") cannot be told from the verb by its form.
    return verbs, {noun: name for noun, name in nouns.items() if noun not in verbs}, irregular


def verb_class(word: str) -> str | None:
    """The class of a verb in a past form ("confirmed": confirmation), lower-cased; None for any other word."""
    table = _table()
    base = table.irregular.get(word)
    if base is not None:
        return table.verbs[base]
    if not word.endswith("ed") or len(word) < _SHORTEST:
        return None
    stem = word[:-2]
    bases = [word[:-1], stem]
    if stem.endswith("i"):
        bases.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        bases.append(stem[:-1])
        if stem[:-1] in table.verbs:  # "transferred", "cancelled": whatever the stress
            return table.verbs[stem[:-1]]
    return next((table.verbs[base] for base in bases if base in table.verbs and word in past_forms(base)[0]), None)


def is_listed(verb: str) -> bool:
    """Whether the table has a verb, by its base form."""
    return verb in _table().verbs


def noun_class(word: str) -> str | None:
    """The class of a noun derived from a verb ("confirmation", "confirmations"), lower-cased."""
    nouns = _table().nouns
    return nouns.get(word) or (nouns.get(word[:-1]) if word.endswith("s") else None)


def find(tokens: Sequence[Token]) -> list[Hit]:
    """The words of a sentence that may be triggers, those that the lexicon knows among them."""
    hits = []
    before = ""
    for index, token in enumerate(tokens):
        word = token.low
        past, noun = _classes[word]
        after_base, before = before in _BEFORE_BASE, word
        if (past is None and noun is None and not after_base) or len(word) < _SHORTEST or (token.upper and index > 0):
            continue
        name = _table().verbs.get(word) if after_base else past
        if name is not None:
            if is_verb(tokens, index):
                # "checked in" and "checked out" are two verbs.
                following = tokens[index + 1].low if index + 1 < len(tokens) else ""
                name = f"{name} {following}" if following in _PARTICLES else name
                hits.append(Hit(index, index, Trigger((word,), name, "past"), False))
        elif noun is not None and not is_modifier(tokens, index):
            hits.append(Hit(index, index, Trigger((word,), noun, "noun"), True))
    return hits


def _classes_of(word: str) -> tuple[str | None, str | None]:
    """The classes of a word as a verb in a past form and as a noun, lower-cased."""
    return verb_class(word), noun_class(word)


_classes = WordTable(_classes_of)

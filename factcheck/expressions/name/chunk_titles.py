"""Titles at the head of a capitalised run: "Prime Minister of Japan Shinzo Abe", "Chief Operating Officer"."""

from __future__ import annotations

from factcheck.expressions.model import Place
from factcheck.expressions.name import words
from factcheck.expressions.name.chunk_words import OFFICES, TITLING
from factcheck.expressions.vocabulary import given_sex
from factcheck.text.model import Sentence

_OFFICE = (
    words.TITLES
    | words.TITLE_MODIFIERS
    | frozenset(
        "executive operating financial information technology public relations marketing officer programs".split()
    )
)
_AFTER_TITLES = frozenset("of the and . executive operating financial officer elect emeritus".split())


def take_titles(
    sentence: Sentence, first: int, last: int, spans: dict[int, tuple[int, Place]]
) -> tuple[int, str | None, str | None]:
    """Where the name starts after titles, the honorific, and the role that the titles say."""
    tokens = sentence.tokens
    seen = -1
    honorific: str | None = None
    for index in range(first, last - 1):
        low = tokens[index].low
        if low not in words.TITLES and low not in words.HONORIFICS:
            continue
        before = tokens[index - 1].low if index > first else ""
        placed = any(start < index <= stop for start, (stop, _) in spans.items())
        if not placed and before not in TITLING and given_sex(before):
            break  # "Martin King Jones": after a given name it is a surname
        seen = index
        if low in words.HONORIFICS:
            honorific = low
    low_words = [token.low for token in tokens[first:last]]
    if seen < 0:
        alone = (
            len(low_words) > 1
            and low_words[-1] in words.TITLES
            and all(word in OFFICES or word == "." for word in low_words)
        )
        return (last if alone else first), None, None
    core = seen + 1
    if tokens[core].text == ".":
        core += 1
    if core < last and tokens[core].low in {"of", "for"}:
        # "Secretary of State Antony Blinken", "Prime Minister of Japan Shinzo Abe"
        core += 1
        while core < last and (tokens[core].low in words.TITLE_MODIFIERS or core in spans):
            core = spans[core][0] if core in spans else core + 1
    while core < last and tokens[core].low in _AFTER_TITLES:
        core += 1
    core = min(core, last)
    if core < last and all(word in _OFFICE for word in low_words[core - first :]):
        core = last  # "Chief Operating Officer"
    titles = [
        token.low
        for token in tokens[first:core]
        if token.text != "." and (token.low not in words.HONORIFICS or token.low == "lady")
    ]
    return core, honorific, " ".join(titles) or None

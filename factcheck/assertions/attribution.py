"""Who says so: the speaker of a sentence or of the clause that holds a claim."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.model import Attribution
from factcheck.expressions.model import Name
from factcheck.text.model import Sentence

SPEECH = frozenset(
    """said says say told tells announced announces reported reports confirmed stated states claimed claims added adds
    warned warns noted notes wrote writes testified""".split()
)


def speaker(sentence: Sentence, names: Sequence[Name]) -> Attribution | None:
    """The sentence's speaker: the name or noun phrase beside its verb of speech, or after "according to".

    None when the article speaks for itself. A speaker who is no name is given by its words ("police").
    """
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        word = token.text.lower()
        if word == "according" and index + 1 < len(tokens) and tokens[index + 1].text.lower() == "to":
            stop = next(
                (i for i in range(index + 2, len(tokens)) if tokens[i].text in {",", ".", ";", ")"}), len(tokens)
            )
            return _phrase(sentence, index + 2, stop, names)
        if word in SPEECH:
            before = _name_in(sentence, max(0, index - 8), index, names, last=True)
            after = _name_in(sentence, index + 1, min(len(tokens), index + 9), names, last=False)
            inverted = index > 0 and tokens[index - 1].text in {",", '"'}
            found = (after or before) if inverted else (before or after)
            if found is not None:
                return Attribution(found.canonical, found.start, found.end)
            if not inverted and index > 0:
                return _phrase(sentence, max(0, index - 3), index, names)
    return None


def _name_in(sentence: Sentence, first: int, stop: int, names: Sequence[Name], *, last: bool) -> Name | None:
    if first >= stop:
        return None
    start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
    inside = [name for name in names if start <= name.start and name.end <= end]
    return inside[-1 if last else 0] if inside else None


def _phrase(sentence: Sentence, first: int, stop: int, names: Sequence[Name]) -> Attribution | None:
    if first >= stop:
        return None
    named = _name_in(sentence, first, stop, names, last=False)
    if named is not None:
        return Attribution(named.canonical, named.start, named.end)
    start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
    words = " ".join(token.text for token in sentence.tokens[first:stop])
    return Attribution(words, start, end)

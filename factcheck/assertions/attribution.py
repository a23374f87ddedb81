"""Who says so: the chain of speakers behind a claim, each with the date of its saying.

"according to a report on 11 May by the Mail, citing police": the Mail reported on 11 May, and its source is police.
The date of a report is the reporter's and never that of what is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.assertions.model import Attribution
from factcheck.expressions.model import Name, Timex
from factcheck.records import replace
from factcheck.text.model import Sentence, Token

SPEECH = frozenset(
    """said say says told tells announced announces reported reports confirmed stated states claimed claims added adds
    warned warns noted notes wrote writes testified""".split()
)
# Further verbs whose subject stands behind what follows, though other rooms count them as no saying.
_SAYING = SPEECH | frozenset(
    "denied denies insisted insists acknowledged acknowledges declared declares argued argues explained replied".split()
)
_CITING = frozenset("citing quoting".split())
_BE = frozenset("be is are was were been being".split())
_BEFORE_VERB = frozenset(
    "has have had also later then first again itself himself herself themselves would will".split()
)
_MARKS = frozenset(', . ; : ( ) " — – - [ ] ! ?'.split())
# What a phrase that names a speaker cannot hold.
_BREAKS = (
    frozenset(
        "that which who whom whose where when while as and but or because if it on in at to for with from".split()
    )
    | _SAYING
    | _BE
)
_STOPS = _BREAKS | _MARKS
_FRAMING = _SAYING | _CITING | {"according"}
_OPENERS = frozenset("that which who".split())
_PRONOUNS = frozenset("he she they it we i you".split())
# Papers and talks in which a speaker speaks.
MEDIA = frozenset(
    """report statement letter article study survey account document filing interview dispatch release notice bulletin
    announcement broadcast post tweet message speech briefing conference story newspaper
    memo edition reporters journalists""".split()
)
_PAPER_LINKS = frozenset("by from in of".split())
_LONGEST = 7
_DATED_NEAR = 8


class Frame(NamedTuple):
    """A piece of a sentence that attributes: the token of its verb (or of "according") and who speaks, if told.

    ``follows`` marks a frame that stands behind what it reports ("..., police said").
    """

    at: int
    said: Attribution | None
    time: Timex | None
    follows: bool


def frames(sentence: Sentence, names: Sequence[Name], times: Sequence[Timex]) -> tuple[Frame, ...]:
    """The frames of a sentence, left to right, with whom each cites."""
    if _FRAMING.isdisjoint(sentence.words):
        return ()
    tokens = sentence.tokens
    words = [token.low for token in tokens]
    found: list[Frame] = []
    for index, word in enumerate(words):
        if word not in _FRAMING:
            continue
        if word == "according" and words[index + 1 : index + 2] == ["to"]:
            found.append(_according(tokens, words, index, names, times))
        elif word in _SAYING and not _is_noun(words, index):
            found.append(_saying(tokens, words, index, names, times))
        elif word in _CITING and found:
            cited = _phrase(tokens, words, index + 1, names)
            said = found[-1].said
            if cited is not None and said is not None:
                found[-1] = found[-1]._replace(said=_with_source(said, cited))
            elif cited is not None and found[-1].said is None:
                found[-1] = found[-1]._replace(said=cited)
    return tuple(found)


def behind(found: Sequence[Frame], words: Sequence[str], index: int) -> Attribution | None:
    """The chain behind the claim whose trigger is token ``index``; ``words`` are the sentence's, lower-cased.

    The last frame that opens before the claim and those that it hangs on in turn ("Reuters reported that police
    said"), else the first that follows it. None when the article speaks for itself.
    """
    if not found:
        return None
    before = [frame for frame in found if frame.at < index and frame.said is not None and not frame.follows]
    if before:
        chain = before[-1].said
        for outer, inner in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
            if not _reports(words, outer.at, inner.at) or outer.said is None or chain is None:
                break
            chain = _with_source(outer.said, chain)
        return chain
    after = next((frame.said for frame in found if frame.at > index and frame.said is not None), None)
    if after is not None:
        return after
    return next((frame.said for frame in found if frame.said is not None and frame.at < index), None)


def is_date_of_report(found: Sequence[Frame], timex: Timex) -> bool:
    """Whether the date is that of a saying and so of nothing that is said."""
    return any(frame.time is timex for frame in found)


def _with_source(said: Attribution, source: Attribution) -> Attribution:
    inner = source if said.source is None else _with_source(said.source, source)
    return replace(said, source=inner)


def _reports(words: Sequence[str], outer: int, inner: int) -> bool:
    between = words[outer + 1 : inner]
    return not any(word in {";", '"', "while", "but", "and"} for word in between) and len(between) <= 14


def _is_noun(words: Sequence[str], index: int) -> bool:
    """ "two reports", "the notes", "claims of fraud": after a determiner or an adjective of number."""
    return words[index] in {"reports", "claims", "notes", "states"} and (
        index == 0
        or words[index - 1] in {"the", "two", "three", "some", "its", "his", "her", "united", "several", "of"}
    )


def _saying(
    tokens: Sequence[Token], words: Sequence[str], index: int, names: Sequence[Name], times: Sequence[Timex]
) -> Frame:
    time = _time_of(tokens, words, index, times)
    if index > 0 and words[index - 1] in _BE:
        return Frame(index, None, time, follows=False)  # "was reported on Monday"
    if index > 0 and words[index - 1] in {",", '"'} and not _is_subject_aside(words, index):
        inverted = _phrase(tokens, words, index + 1, names)
        if inverted is not None and words[index] not in {"told", "tells"}:
            return Frame(index, _dated(inverted, time), time, follows=True)
    stop = index
    while stop > 0 and (words[stop - 1] in _BEFORE_VERB or words[stop - 1].endswith("ly")):
        stop -= 1
    source: Attribution | None = None
    if stop > 0 and words[stop - 1] == ",":
        opening = next((i for i in range(stop - 2, max(-1, stop - 14), -1) if words[i] == ","), None)
        if opening is None or opening + 1 >= stop - 1:
            return Frame(index, None, time, follows=False)
        if words[opening + 1] in _CITING:
            source = _phrase(tokens, words, opening + 2, names)
        stop = opening
    date = next((t for t in times if stop > 0 and t.start < tokens[stop - 1].end <= t.end), None)
    if date is not None:
        # "police on Monday said"
        stop = next(i for i in range(len(tokens)) if tokens[i].end > date.start)
        stop -= int(stop > 0 and words[stop - 1] in {"on", "in", "late", "early"})
        time = time or date
    first = stop
    while first > 0 and stop - first < _LONGEST and words[first - 1] not in _STOPS:
        first -= 1
    while first < stop and any(t.start <= tokens[first].start < t.end for t in times):
        first += 1  # "On 4 March police said"
    speaker = _named(tokens, first, stop, names, last=True) or _pronoun(tokens, first, stop, names)
    if speaker is None and first < stop and words[stop - 1] not in _PRONOUNS:
        start = next(
            (i for i in range(stop - 1, first - 1, -1) if words[i] in {"the", "a", "an"}), max(first, stop - 3)
        )
        speaker = Attribution(" ".join(t.text for t in tokens[start:stop]), tokens[start].start, tokens[stop - 1].end)
    if speaker is not None and source is not None:
        speaker = _with_source(speaker, source)
    follows = first > 0 and words[first - 1] in {",", '"'} and not _goes_on(words, index)
    if time is None and not follows:
        time = _time_before(tokens, words, first, index, times)
    return Frame(index, _dated(speaker, time) if speaker is not None else None, time, follows)


def _is_subject_aside(words: Sequence[str], index: int) -> bool:
    """Whether an insertion parts subject and verb: "Reuters, citing police, said", "Voss, who was there, said"."""
    if words[index - 1] != ",":
        return False
    opening = next((i for i in range(index - 2, max(-1, index - 14), -1) if words[i] in {",", '"'}), None)
    return opening is not None and words[opening] == "," and words[opening + 1] in _CITING | {"who", "which", "whose"}


def _goes_on(words: Sequence[str], index: int) -> bool:
    """Whether what is said comes after the verb ("said that", "said on Monday that")."""
    return any(word in {"that", ":"} for word in words[index + 1 : index + _DATED_NEAR])


def _dated(said: Attribution, time: Timex | None) -> Attribution:
    return replace(said, time=time) if time is not None else said


def _time_of(tokens: Sequence[Token], words: Sequence[str], index: int, times: Sequence[Timex]) -> Timex | None:
    """The date right behind a verb of speech, or behind the paper named with it ("said in a statement on Monday")."""
    position = index + 1
    stop = min(len(tokens), index + 1 + _DATED_NEAR)
    medium = words[index] in {"told", "tells"}
    while position < stop and words[position] not in _MARKS | _OPENERS:
        timex = next((t for t in times if t.start <= tokens[position].start < t.end), None)
        if timex is not None:
            after = next((t.text for t in tokens[position:] if t.start >= timex.end), "")
            return None if after.startswith("'") else timex
        medium = medium or words[position] in MEDIA or words[position] == "in"
        if words[position] not in {"on", "in", "late", "early", "last", "earlier", "at"} and not medium:
            return None
        position += 1
    return None


def _time_before(
    tokens: Sequence[Token], words: Sequence[str], first: int, index: int, times: Sequence[Timex]
) -> Timex | None:
    """The date that opens the sentence before its speaker, where a "that" clause follows."""
    if "that" not in words[index + 1 : index + 4]:
        return None
    for timex in times:
        if timex.end <= tokens[min(first, len(tokens) - 1)].start:
            opening = next(i for i in range(len(tokens)) if tokens[i].end > timex.start)
            between = [i for i in range(len(tokens)) if tokens[i].start >= timex.end and i < first]
            if opening <= 1 and len(between) <= 1:
                return timex
    return None


def _according(
    tokens: Sequence[Token], words: Sequence[str], index: int, names: Sequence[Name], times: Sequence[Timex]
) -> Frame:
    first = index + 2
    stop = next((i for i in range(first, len(tokens)) if words[i] in _MARKS or words[i] in _CITING), len(tokens))
    time: Timex | None = None
    if first < stop:
        time = next((t for t in times if tokens[first].start <= t.start < tokens[stop - 1].end), None)
    follows = index > 0 and not (stop < len(tokens) and index == 0)
    if first >= stop:
        return Frame(index, None, None, follows)
    if any(word in MEDIA for word in words[first : first + 4]):
        link = next((i for i in range(first + 1, stop) if words[i] in _PAPER_LINKS and i + 1 < stop), None)
        while link is not None:
            by = _named(tokens, link + 1, min(stop, link + 1 + _LONGEST), names, last=False)
            if by is None and words[link] == "by":
                by = _words(tokens, words, link + 1, stop)
            if by is not None:
                return Frame(index, _dated(by, time), time, follows)
            link = next((i for i in range(link + 1, stop) if words[i] in _PAPER_LINKS and i + 1 < stop), None)
    said = _named(tokens, first, stop, names, last=False) or _words(tokens, words, first, stop)
    return Frame(index, _dated(said, time) if said is not None else None, time, follows)


def _phrase(tokens: Sequence[Token], words: Sequence[str], first: int, names: Sequence[Name]) -> Attribution | None:
    """The speaker named from ``first`` on: a name in the phrase there, else its words."""
    stop = first
    while stop < len(tokens) and stop - first < _LONGEST and words[stop] not in _MARKS and words[stop] not in _OPENERS:
        stop += 1
    return _named(tokens, first, stop, names, last=False) or _words(tokens, words, first, stop)


def _words(tokens: Sequence[Token], words: Sequence[str], first: int, stop: int) -> Attribution | None:
    end = first
    while end < stop and end - first < _LONGEST and words[end] not in {"on", "in", "at", "that", "who", "to", "dated"}:
        end += 1
    if end == first or words[first] in _PRONOUNS or not any(word.isalpha() for word in words[first:end]):
        return None
    return Attribution(" ".join(t.text for t in tokens[first:end]), tokens[first].start, tokens[end - 1].end)


def _named(tokens: Sequence[Token], first: int, stop: int, names: Sequence[Name], *, last: bool) -> Attribution | None:
    if first >= stop:
        return None
    start, end = tokens[first].start, tokens[stop - 1].end
    inside = [name for name in names if start <= name.start and name.end <= end]
    if not inside:
        return None
    name = inside[-1 if last else 0]
    return Attribution(name.canonical, name.start, name.end)


def _pronoun(tokens: Sequence[Token], first: int, stop: int, names: Sequence[Name]) -> Attribution | None:
    return _named(tokens, stop - 1, stop, names, last=True) if first < stop else None

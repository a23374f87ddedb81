"""Assertions of a document: every event trigger with what its clause says of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from factcheck.assertions import attribution, clauses, modality, participants, triggers
from factcheck.assertions.attachment import BETWEEN, attach, event_words, through_light_verb, token_at
from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.lexicon import Lexicon
from factcheck.assertions.model import Assertion, Modality
from factcheck.assertions.triggers import Hit
from factcheck.assertions.verbs import BE, LIGHT
from factcheck.assertions.words import content_words
from factcheck.document.model import Document
from factcheck.expressions.model import Expressions, Name, Place, Quantity, Timex, TimexType
from factcheck.temporal.interval import DAY, instant
from factcheck.text.model import Sentence, Text, Token

_Item = TypeVar("_Item", Timex, Quantity, Place, Name)
_ORDINALS = {
    "first": "first", "1st": "first", "maiden": "first", "inaugural": "first", "second": "second", "2nd": "second",
    "third": "third", "3rd": "third", "fourth": "fourth", "another": "another", "previous": "previous",
    "earlier": "previous", "next": "next", "previously": "previous",
    
}  # fmt: skip
_TOWARDS = frozenset("to for towards toward into".split())
_ORIGIN = frozenset("from".split())
_BETWEEN = frozenset("the a his her its their port town city village of for to capital island".split())
_GOES = frozenset(
    """leave left leaving leaves reached reach reaches reaching visit visited visits visiting entered enter depart
    departed departs departing toured tour""".split()
)
_LOCATIVE = frozenset(
    "above beneath beside under below in at near off outside inside on around across aboard from to for through into via".split()
)


def find_assertions(
    document: Document, text: Text, expressions: Expressions, lexicon: Lexicon
) -> tuple[Assertion, ...]:
    """All assertions, in text order. Pure: the same document and lexicon give the same assertions."""
    found: list[Assertion] = []
    for sentence in text.sentences:
        times = _within(expressions.times, sentence)
        hits = [
            hit
            for hit in triggers.find(sentence.tokens, lexicon)
            # "4 March" is no march.
            if not any(timex.start <= sentence.tokens[hit.index].start < timex.end for timex in times)
        ]
        if hits:
            found.extend(_sentence_assertions(document, sentence, hits, expressions))
    return tuple(found)


def _within(items: Sequence[_Item], sentence: Sentence) -> Sequence[_Item]:
    first = bisect_left(items, sentence.start, key=lambda item: item.start)
    last = bisect_left(items, sentence.end, key=lambda item: item.start)
    return items[first:last]


def _sentence_assertions(
    document: Document, sentence: Sentence, hits: Sequence[Hit], expressions: Expressions
) -> list[Assertion]:
    tokens = sentence.tokens
    dated = [t for t in _within(expressions.times, sentence) if t.type in (TimexType.DATE, TimexType.TIME)]
    cut = clauses.split(tokens, frozenset(timex.start for timex in dated))
    words = event_words(tokens, hits)
    names = _within(expressions.names, sentence)
    places = _within(expressions.places, sentence)
    times: dict[int, list[Timex]] = defaultdict(list)
    for timex in dated:
        owner = attach(tokens, cut, words, hits, timex.start, timex.end)
        if owner is not None:
            times[owner].append(timex)
    _share(tokens, cut, words, hits, times)
    _share_with_subjects(tokens, hits, times)
    located: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        if (
            (not place.actor or _is_goal(tokens, place))
            and not place.gentilic
            and _is_locative(tokens, place)
            and not _names_a_clock(tokens, cut, words, place, expressions.times)
        ):
            owner = attach(tokens, cut, words, hits, place.start)
            if owner is not None:
                located[owner].append(place)
    _share(tokens, cut, words, hits, located)
    measured: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in _within(expressions.quantities, sentence):
        owner = attach(tokens, cut, words, hits, quantity.start)
        if owner is not None:
            measured[owner].append(quantity)
    actors = [place for place in places if place.actor or place.gentilic or place.kind == "country"]
    attributed = attribution.speaker(sentence, names)
    repeats = document.blocks[sentence.block].repeats is not None
    common, proper = content_words(tokens, [(place.start, place.end) for place in actors])
    made = []
    for hit in hits:
        number = clause_of(cut, hit.index)
        # A speaker named after the event ("..., the mayor said") takes part in the speech alone.
        others = [
            name
            for name in names
            if attributed is None or name.start != attributed.start or name.start < tokens[hit.index].start
        ]
        held, polarity = modality.judge(tokens, cut, number, hit.index, hit.trigger)
        here = located.get(hit.index, [])
        place, destination = _ends(tokens, hit, here)
        if hit.trigger.needs_place and not _has_object_place(tokens, hit, places):
            continue
        when = times.get(hit.index, [])
        main = _main_time(when)
        if held is Modality.HAPPENED and main is not None and _lies_ahead(document, main):
            held = Modality.PLANNED
        made.append(
            Assertion(
                sentence=sentence,
                event=hit.trigger.event,
                trigger=" ".join(hit.trigger.words),
                trigger_start=tokens[hit.index].start,
                trigger_end=tokens[hit.last].end,
                participants=participants.find(sentence, cut, words, hit, others, actors),
                time=main,
                time_secure=main is not None and _is_secure(tokens, cut, words, hit, main),
                other_times=tuple(timex for timex in when if timex is not main),
                place=place,
                destination=destination,
                quantities=tuple(measured.get(hit.index, ())),
                attribution=attributed,
                modality=held,
                polarity=polarity,
                ordinal=_ordinal(tokens, cut[number], hit),
                words=common,
                terms=proper,
                repeats=repeats,
            )
        )
    return _corefer(tokens, made)


def _corefer(tokens: Sequence[Token], made: list[Assertion]) -> list[Assertion]:
    """ "They met on Friday; the meeting, at the port, was short": a definite noun takes up the verb before it."""
    for number, later in enumerate(made):
        index = token_at(tokens, later.trigger_start)
        definite = any(
            tokens[i].text.lower() in {"the", "this", "that", "their"} for i in range(max(0, index - 3), index)
        )
        if not definite or later.ordinal is not None:
            continue
        for place_of, earlier in enumerate(made[:number]):
            if earlier.event == later.event and earlier.trigger != later.trigger and earlier.modality is later.modality:
                made[place_of] = replace(
                    earlier, place=earlier.place or later.place, time=earlier.time or later.time,
                    time_secure=earlier.time_secure if earlier.time else later.time_secure,
                )  # fmt: skip
                made[number] = replace(
                    later, place=later.place or earlier.place, time=later.time or earlier.time,
                    time_secure=later.time_secure if later.time else earlier.time_secure,
                    participants=later.participants or earlier.participants,
                )  # fmt: skip
                break
    return made


def _names_a_clock(
    tokens: Sequence[Token], cut: Sequence[Clause], words: Sequence[int], place: Place, times: Sequence[Timex]
) -> bool:
    """Whether the place only says by whose clock: "(7:30 a.m. Thursday in Seoul)"."""
    clause = cut[clause_of(cut, token_at(tokens, place.start))]
    if any(clause.first <= word < clause.last for word in words):
        return False
    start = tokens[clause.first].start
    return any(start <= timex.start < place.start and timex.clock_stated for timex in times)


def _main_time(when: Sequence[Timex]) -> Timex | None:
    """The finest resolved time; of equals the first."""
    resolved = [timex for timex in when if timex.interval is not None]
    if not resolved:
        return when[0] if when else None
    return min(resolved, key=lambda t: (t.interval.granularity if t.interval else 0, t.start))


def _share_with_subjects(tokens: Sequence[Token], hits: Sequence[Hit], times: dict[int, list[Timex]]) -> None:
    """An event noun right before its verb happens when the verb does ("The tremor struck at 4:17 a.m.")."""
    for noun in hits:
        for verb in hits:
            if noun.is_noun and not verb.is_noun and verb.index in times and noun.index not in times:
                between = tokens[noun.last + 1 : verb.index]
                if noun.last < verb.index and all(token.text.lower() in BETWEEN for token in between):
                    times[noun.index] = list(times[verb.index])


def _is_secure(tokens: Sequence[Token], cut: Sequence[Clause], words: Sequence[int], hit: Hit, timex: Timex) -> bool:
    """Whether no other event could claim the time: the same clause, nothing between but light verbs."""
    position = token_at(tokens, timex.start)
    if clause_of(cut, position) != clause_of(cut, hit.index):
        return False
    low, high = sorted((hit.index, position))
    return not any(low < word < high and tokens[word].text.lower() not in LIGHT for word in words)


def _lies_ahead(document: Document, timex: Timex) -> bool:
    """Whether the time begins after the article was published: what lies ahead cannot be told as done."""
    last, interval = document.published.last, timex.interval
    if last is None or interval is None or interval.start is None:
        return False
    return interval.start >= instant(last) + 2 * DAY


def _share(
    tokens: Sequence[Token],
    cut: Sequence[Clause],
    words: Sequence[int],
    hits: Sequence[Hit],
    times: dict[int, list[_Item]],
) -> None:
    """A verb without a time or place has those of the event it is set in ("admitted it at a hearing on 18 December")."""
    for hit in hits:
        if hit.is_noun and hit.index in times:
            clause = cut[clause_of(cut, hit.index)]
            verbs = [word for word in words if clause.first <= word < hit.index and word not in times]
            # "was in Lisbon for the talks on Monday": one is somewhere for what one is there for.
            there = bool(verbs) and tokens[verbs[-1]].text.lower() in BE
            if verbs and _set_in(tokens, hit.index, {"at", "during", "in", "for"} if there else {"at", "during", "in"}):
                times.setdefault(through_light_verb(tokens, cut, hits, verbs[-1]), list(times[hit.index]))


def _set_in(tokens: Sequence[Token], index: int, prepositions: set[str]) -> bool:
    """Whether the noun at ``index`` stands in a phrase of setting: "at a hearing", "during the summit"."""
    for back in range(index - 1, max(-1, index - 9), -1):
        word = tokens[back].text.lower()
        if word in prepositions:
            return True
        if not word.replace("-", "").isalpha():
            return False
    return False


def _is_locative(tokens: Sequence[Token], place: Place) -> bool:
    """Whether a preposition of place or a verb of motion governs the place; a possessor is governed by neither."""
    index = token_at(tokens, place.start)
    following = token_at(tokens, place.end)
    if tokens[following].start == place.end and tokens[following].text.startswith("'"):
        return False
    for back in range(index - 1, max(-1, index - 6), -1):
        word = tokens[back].text.lower()
        if word in _LOCATIVE:
            return True
        if not (word.replace("-", "").isalpha() or word in {"'s", "'"}) or word in {
            "of",
            "and",
            "between",
            "with",
            "by",
        }:
            break
    return _is_goal(tokens, place)


def _is_goal(tokens: Sequence[Token], place: Place) -> bool:
    """Whether the place is the object of a verb of motion ("left Seoul"): then it is no metonym."""
    index = token_at(tokens, place.start)
    return index > 0 and tokens[index - 1].text.lower() in _GOES


def _preposition(tokens: Sequence[Token], place: Place) -> str:
    index = token_at(tokens, place.start)
    for back in range(index - 1, max(-1, index - 5), -1):
        word = tokens[back].text.lower()
        if word in _LOCATIVE:
            return word
    return ""


def _ends(tokens: Sequence[Token], hit: Hit, here: Sequence[Place]) -> tuple[Place | None, Place | None]:
    """Where the event is, and where it leads if a preposition of direction says so.

    A chain "in Vladivostok in Russia's Far East" is one place told twice: the first, finest, counts.
    """
    towards = [place for place in here if _preposition(tokens, place) in _TOWARDS]
    settled = [place for place in here if place not in towards]
    after = [place for place in settled if place.start > tokens[hit.index].start]
    chosen = (after or settled)[0] if settled else None
    return chosen, (towards[0] if towards else None)


def _has_object_place(tokens: Sequence[Token], hit: Hit, places: Sequence[Place]) -> bool:
    """Whether a place is the object ("left Seoul", "reached the port of Dunay")."""
    for place in places:
        index = token_at(tokens, place.start)
        if not place.gentilic and 0 < index - hit.last <= 4:
            return all(tokens[i].text.lower() in _BETWEEN for i in range(hit.last + 1, index))
    return False


def _ordinal(tokens: Sequence[Token], clause: Clause, hit: Hit) -> str | None:
    for back in range(hit.index - 1, max(clause.first - 1, hit.index - 5), -1):
        word = tokens[back].text.lower()
        if word in _ORDINALS:
            return _ORDINALS[word]
        if not (word.replace("-", "").isalpha() or word == "'s"):
            return None
    return None

"""Assertions of a document: every event trigger with what its clause says of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from factcheck.assertions import attribution, clauses, modality, participants, triggers, unlisted
from factcheck.assertions.attachment import attach, event_words
from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.gapping import ungap
from factcheck.assertions.lexicon import Lexicon
from factcheck.assertions.locative import antecedent, ends, has_object_place, is_goal, is_locative, names_a_clock
from factcheck.assertions.model import Assertion, Modality
from factcheck.assertions.plural import SUBJECTS, plural_subject
from factcheck.assertions.recall import recall_participants
from factcheck.assertions.sharing import corefer, share_settings, share_with_main, share_with_subjects, with_time_of
from factcheck.assertions.theme import doer, has_object_person, theme
from factcheck.assertions.timing import is_secure, lies_ahead, main_time
from factcheck.assertions.triggers import Hit
from factcheck.assertions.words import content_words
from factcheck.document.model import Document
from factcheck.expressions.model import Expressions, Name, NameType, Place, Quantity, Timex, TimexType
from factcheck.text.model import Sentence, Text, Token

_Expression = Timex | Quantity | Place | Name
_Item = TypeVar("_Item", Timex, Quantity, Place, Name)
_ORDINALS = {
    "first": "first", "1st": "first", "maiden": "first", "inaugural": "first", "second": "second", "2nd": "second",
    "third": "third", "3rd": "third", "fourth": "fourth", "another": "another", "previous": "previous",
    "earlier": "previous", "next": "next", "previously": "previous",
    
}  # fmt: skip


class _Starts(NamedTuple):
    """Where the expressions of a document begin, so that those of a sentence are found without a look at each."""

    times: list[int]
    quantities: list[int]
    places: list[int]
    names: list[int]

    @classmethod
    def of(cls, found: Expressions) -> _Starts:
        kinds: tuple[Sequence[_Expression], ...] = (found.times, found.quantities, found.places, found.names)
        return cls(*([item.start for item in items] for items in kinds))


def find_assertions(
    document: Document, text: Text, expressions: Expressions, lexicon: Lexicon
) -> tuple[Assertion, ...]:
    """All assertions, in text order. Pure: the same document and lexicon give the same assertions."""
    found: list[Assertion] = []
    starts = _Starts.of(expressions)
    for sentence in text.sentences:
        hits: Sequence[Hit] = triggers.find(sentence.tokens, lexicon, sentence.words)
        if hits:
            hits = _outside(hits, sentence, _within(expressions.times, starts.times, sentence))
        if hits:
            found.extend(_sentence_assertions(document, sentence, hits, expressions, starts))
    people = {name.canonical for name in expressions.names if name.type is NameType.PERSON}
    return tuple(recall_participants(found, lexicon, people))


def find_unlisted(document: Document, text: Text, expressions: Expressions, lexicon: Lexicon) -> tuple[Assertion, ...]:
    """The dated assertions of events outside the lexicon, in text order. Pure, as :func:`find_assertions`."""
    found: list[Assertion] = []
    starts = _Starts.of(expressions)
    for sentence in text.sentences:
        times = _within(expressions.times, starts.times, sentence)
        if not any(timex.interval is not None and timex.type is not TimexType.DURATION for timex in times):
            continue
        possible = _outside(unlisted.find(sentence.tokens), sentence, times)
        if not possible:
            continue
        listed = triggers.find(sentence.tokens, lexicon, sentence.words)
        covered = {index for hit in listed for index in range(hit.index, hit.last + 1)}
        hits = [hit for hit in possible if hit.index not in covered]
        if hits:
            own = {sentence.tokens[hit.index].start for hit in hits}
            both = sorted((*hits, *listed), key=lambda hit: hit.index)
            events = frozenset(hit.trigger.event for hit in hits)
            made = _sentence_assertions(document, sentence, both, expressions, starts, events)
            found.extend(claim for claim in made if claim.trigger_start in own and claim.time is not None)
    return tuple(found)


def claims_of(document: Document, sentence: Sentence, hits: Sequence[Hit], expressions: Expressions) -> list[Assertion]:
    """What a sentence tells by ``hits``, which need be no events of the lexicon: for what asks of few sentences."""
    return _sentence_assertions(document, sentence, hits, expressions, _Starts.of(expressions))


def _outside(hits: Sequence[Hit], sentence: Sentence, times: Sequence[Timex]) -> list[Hit]:
    """The hits that are no part of a time: "4 March" is no march."""
    if not times:
        return list(hits)
    begins = [sentence.tokens[hit.index].start for hit in hits]
    return [
        hit
        for hit, start in zip(hits, begins, strict=True)
        if not any(timex.start <= start < timex.end for timex in times)
    ]


def _within(items: Sequence[_Item], starts: Sequence[int], sentence: Sentence) -> Sequence[_Item]:
    return items[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def _is_part(place: Place, bodies: Sequence[Name]) -> bool:
    """Whether the place is but a word of a body's name ("US Geological Survey")."""
    return any(
        name.start <= place.start and place.end <= name.end and place.end - place.start < name.end - name.start
        for name in bodies
    )


def _sentence_assertions(
    document: Document,
    sentence: Sentence,
    hits: Sequence[Hit],
    expressions: Expressions,
    starts: _Starts,
    dated_only: frozenset[str] | None = None,
) -> list[Assertion]:
    """The assertions of ``hits``, in their order.

    With ``dated_only`` those of its events alone, and none at all where none of these could get a time.
    """
    tokens = sentence.tokens
    told = _within(expressions.times, starts.times, sentence)
    dated = [t for t in told if t.type in (TimexType.DATE, TimexType.TIME)]
    cut = clauses.split(tokens, frozenset(timex.start for timex in dated))
    names = _within(expressions.names, starts.names, sentence)
    bodies = [name for name in names if name.type is NameType.ORGANISATION]
    places = _within(expressions.places, starts.places, sentence)
    if bodies:
        places = [place for place in places if not _is_part(place, bodies)]
    hits = [hit for hit in hits if _has_object(tokens, cut, hit, places, names)]
    words = event_words(tokens, hits)
    times: dict[int, list[Timex]] = defaultdict(list)
    said = attribution.frames(sentence, names, dated)
    if said:
        covered = {index for hit in hits for index in range(hit.index, hit.last + 1)}
        said = tuple([frame for frame in said if frame.at not in covered])
    speaking = {hit.index for hit in hits if hit.is_noun and hit.trigger.words[-1] in attribution.MEDIA}
    for timex in dated:
        owner = attach(tokens, cut, words, hits, timex.start, timex.end)
        if attribution.is_date_of_report(said, timex) and owner not in speaking:
            continue
        if owner is not None:
            times[owner].append(timex)
    share_settings(tokens, cut, words, hits, times)
    share_with_subjects(tokens, cut, hits, times)
    if (
        dated_only is not None
        and dated_only.isdisjoint(hit.trigger.event for hit in hits if hit.index in times)
        and all(clause.opener != "where" for clause in cut)
    ):
        return []
    located: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        if (
            (not place.actor or is_goal(tokens, place))
            and not place.gentilic
            and is_locative(tokens, place)
            and not names_a_clock(tokens, cut, words, place, told)
        ):
            owner = attach(tokens, cut, words, hits, place.start)
            if owner is not None:
                located[owner].append(place)
    share_settings(tokens, cut, words, hits, located)
    share_with_subjects(tokens, cut, hits, located)
    share_with_main(tokens, words, hits, located)
    measured: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in _within(expressions.quantities, starts.quantities, sentence):
        owner = attach(tokens, cut, words, hits, quantity.start)
        if owner is not None:
            measured[owner].append(quantity)
    actors = [place for place in places if place.actor or place.gentilic or place.kind == "country"]
    lowered = [token.low for token in tokens] if said else []
    plain = modality.is_plain(sentence.words)
    plural = not SUBJECTS.isdisjoint(sentence.words)
    counted = not _ORDINALS.keys().isdisjoint(sentence.words)
    repeats = document.blocks[sentence.block].repeats is not None
    common, proper = content_words(tokens, [(place.start, place.end) for place in actors])
    made = []
    for hit in hits:
        if dated_only is not None and hit.trigger.event not in dated_only:
            continue
        number = clause_of(cut, hit.index)
        attributed = attribution.behind(said, lowered, hit.index)
        # A speaker named after the event ("..., the mayor said") takes part in the speech alone.
        others = names
        if attributed is not None:
            begun = tokens[hit.index].start
            others = [name for name in names if name.start != attributed.start or name.start < begun]
        held, polarity = modality.judge(tokens, cut, number, hit.index, hit.trigger, plain=plain)
        here = located.get(hit.index, [])
        where, destination = ends(tokens, hit, here)
        if where is None and cut[number].opener == "where":
            where = antecedent(tokens, cut[number], places)
        about = theme(tokens, cut[number], hit)
        when = times.get(hit.index, [])
        if not when and cut[number].opener == "where":
            # "handed out the first on Monday in Oslo, where she opened the campaign": then as well as there.
            when = [timex for timex in dated if timex.end <= tokens[cut[number].first].start][-1:]
        main = main_time(when)
        if held is Modality.HAPPENED and main is not None and lies_ahead(document, main):
            held = Modality.PLANNED
        ordinal = _ordinal(tokens, cut[number], hit) if counted else None
        if held is Modality.HAPPENED and ordinal == "next" and main is None:
            held = Modality.PLANNED
        made.append(
            Assertion(
                sentence=sentence,
                event=hit.trigger.event,
                trigger=hit.trigger.shown,
                trigger_start=tokens[hit.index].start,
                trigger_end=tokens[hit.last].end,
                participants=participants.find(sentence, cut, words, hit, others, actors)
                + (plural_subject(tokens, hit, expressions.names) if plural else ()),
                time=main,
                time_secure=main is not None
                and is_secure(tokens, cut, words, hit, main, with_time_of(tokens, hits, hit)),
                other_times=tuple(timex for timex in when if timex is not main),
                place=where,
                destination=destination,
                quantities=tuple(measured.get(hit.index, ())),
                attribution=attributed,
                modality=held,
                polarity=polarity,
                ordinal=ordinal,
                theme=about.head if about is not None else None,
                count=about.number if about is not None else None,
                doer=doer(tokens, cut[number], hit),
                words=common,
                terms=proper,
                repeats=repeats,
            )
        )
    return list(ungap(sentence, corefer(tokens, made), names))


def _has_object(
    tokens: Sequence[Token], cut: Sequence[Clause], hit: Hit, places: Sequence[Place], names: Sequence[Name]
) -> bool:
    """Whether the trigger has the object that it asks for, a place or people: without it the word is another one."""
    if hit.trigger.needs_place:
        return has_object_place(tokens, hit, places)
    if hit.trigger.needs_person and not hit.is_noun:
        return has_object_person(tokens, hit, names, theme(tokens, cut[clause_of(cut, hit.index)], hit))
    return True


def _ordinal(tokens: Sequence[Token], clause: Clause, hit: Hit) -> str | None:
    for back in range(hit.index - 1, max(clause.first - 1, hit.index - 5), -1):
        word = tokens[back].low
        if word in _ORDINALS:
            return _ORDINALS[word]
        if not (word.replace("-", "").isalpha() or word == "'s"):
            return None
    return None

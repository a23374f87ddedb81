"""Linking assertions to events: blocking, comparison, clustering.

Blocking keys are the event type with one participant or place, so cost grows with the pairs that share
something and not with the square of the corpus. Clusters grow from the strongest pair down, and two
clusters join only if no pair across them is vetoed: a vague third mention cannot chain two events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from factcheck.assertions.lexicon import EventType, Lexicon
from factcheck.assertions.model import Article, Assertion, Modality
from factcheck.expressions.model import NameType
from factcheck.identity.blocking import blocks
from factcheck.identity.comparison import THRESHOLD, Comparison, Record, compare, deciding
from factcheck.identity.entities import Entities, labelled, link_names
from factcheck.identity.model import Corpus, Event, Member
from factcheck.identity.places import fold
from factcheck.identity.rarity import stem_rarity
from factcheck.temporal.interval import instant

_TELLERS = 6  # statements of one claim that are compared with all others
_APART = 5  # lines an event keeps on what was told apart from it


def link(articles: Sequence[Article], lexicon: Lexicon) -> Corpus:
    """The corpus of ``articles`` (sorted by document name) with its linked events.

    The result does not depend on the order of ``articles``. An event has members of at least two
    sentences; an assertion alone makes none.
    """
    ordered = tuple(sorted(articles, key=lambda article: article.document.name))
    entities = link_names(ordered)
    rarity = stem_rarity(assertion for article in ordered for assertion in article.assertions)
    records: dict[Member, Record] = {}
    seen: set[str] = set()
    for number, article in enumerate(ordered):
        document = article.document.name
        if article.document.digest in seen:
            continue  # a copy is no second source
        if article.document.digest:
            seen.add(article.document.digest)
        cast = frozenset(entities.identify(document, name.canonical) for name in article.expressions.names) | {
            fold(place.name)
            for place in article.expressions.places
            if place.kind != "country" and not place.gentilic and not place.actor
        }
        setting = frozenset(term for assertion in article.assertions for term in assertion.terms)
        types = {name.canonical: name.type for name in article.expressions.names}
        alone = _alone(article.assertions)
        told: set[tuple[str, str, int, int]] = set()
        for index, assertion in enumerate(article.assertions):
            event = lexicon.types[assertion.event]
            sentence = assertion.sentence
            said = (
                assertion.event,
                article.document.prose[sentence.start : sentence.end],
                assertion.trigger_start - sentence.start,
                assertion.time.start - sentence.start if assertion.time is not None else -1,
            )
            if said in told:
                continue  # nor is a sentence printed again
            told.add(said)
            if not event.communication:
                records[Member(number, index)] = _record(
                    article, assertion, event, entities, types, cast, setting, assertion.event in alone
                )
    followers = _followers(records)
    pairs = _compare_blocks(records, followers, rarity)
    return Corpus(
        ordered, tuple(_cluster(records, followers, pairs, rarity, entities)), entities, lexicon, records, rarity
    )


def _alone(claims: Sequence[Assertion]) -> frozenset[str]:
    """The event types to which an article's claims give one date at most."""
    dates: dict[str, set[str]] = defaultdict(set)
    for assertion in claims:
        dates[assertion.event].update(
            [assertion.time.value[:10]] if assertion.time is not None and assertion.time.interval is not None else []
        )
    return frozenset(event for event, values in dates.items() if len(values) <= 1)


def _record(
    article: Article,
    assertion: Assertion,
    event: EventType,
    entities: Entities,
    types: Mapping[str, NameType],
    cast: frozenset[str],
    setting: frozenset[str],
    alone: bool,
) -> Record:
    """The assertion as it is compared; ``types`` are those of the article's names, for the rest see :class:`Record`."""
    document = article.document.name
    strong: set[str] = set()
    weak: set[str] = set()
    people: set[str] = set()
    core: set[str] = set()
    parts: set[tuple[str, str]] = set()
    for participant in assertion.participants:
        kind = types.get(participant.key)
        if kind is None:
            weak.add(participant.key)
            continue
        identity = entities.identify(document, participant.key)
        strong.add(identity)
        if participant.role != "other":
            parts.add((participant.role, identity))
        if kind is NameType.PERSON:
            people.add(identity)
        if participant.role == event.core and kind in (NameType.PERSON, NameType.ORGANISATION, NameType.OTHER):
            core.add(identity)
    day = article.document.published.day
    published = instant(day) if day is not None else None
    return Record(
        assertion,
        document,
        event,
        frozenset(strong),
        frozenset(weak),
        frozenset(people),
        frozenset(core),
        cast,
        setting,
        alone,
        published=published,
        parts=frozenset(parts),
    )


def _followers(records: Mapping[Member, Record]) -> dict[Member, Sequence[Member]]:
    """Statements that make a claim which others have made often enough, with those others.

    What very many articles tell of one event are few distinct claims. The first to make each are compared with all,
    the rest with them alone: so cost grows with the claims and not with the square of those who make them.
    """
    tellers: dict[Hashable, list[Member]] = defaultdict(list)
    followers: dict[Member, Sequence[Member]] = {}
    of_type = Counter(record.event.name for record in records.values())
    for member, record in records.items():
        if of_type[record.event.name] <= _TELLERS:
            continue
        told = tellers[_claim(record)]
        if len(told) < _TELLERS:
            told.append(member)
        else:
            followers[member] = told
    return followers


def _claim(record: Record) -> Hashable:
    """All by which two statements can be told apart, and what holds those together that name little."""
    assertion = record.assertion
    time, place, destination = assertion.time, assertion.place, assertion.destination
    is_named = bool(record.strong) and time is not None and time.interval is not None
    return (
        record.event.name,
        record.strong,
        record.weak,
        record.parts,
        (time.value, time.interval) if time is not None else None,
        (place.name, place.within) if place is not None else None,
        (destination.name, destination.within) if destination is not None else None,
        assertion.modality,
        assertion.polarity,
        assertion.ordinal,
        assertion.theme,
        assertion.count,
        assertion.doer,
        None if is_named else (assertion.trigger, assertion.words, assertion.terms),
    )


def _compare_blocks(
    records: dict[Member, Record], followers: Collection[Member], rarity: dict[str, float]
) -> dict[tuple[Member, Member], Comparison]:
    compared: dict[tuple[Member, Member], Comparison] = {}
    for members in blocks(records, rarity):
        for pair in combinations([one for one in members if one not in followers] if followers else members, 2):
            if pair not in compared:
                compared[pair] = compare(records[pair[0]], records[pair[1]], rarity)
    return compared


def _cluster(
    records: dict[Member, Record],
    followers: Mapping[Member, Sequence[Member]],
    pairs: dict[tuple[Member, Member], Comparison],
    rarity: dict[str, float],
    entities: Entities,
) -> Iterable[Event]:
    home = {member: member for member in records if member not in followers}
    groups: dict[Member, list[Member]] = {member: [member] for member in home}
    apart: dict[Member, set[Member]] = defaultdict(set)  # groups that cannot join, by their roots
    evidence: dict[Member, list[str]] = defaultdict(list)
    parted: dict[Member, list[str]] = defaultdict(list)  # by member

    def order(item: tuple[tuple[Member, Member], Comparison]) -> tuple[bool, float, str, int, str, int]:
        # What is dated and told as done goes first: a vague mention joins what is clear, and never parts it.
        (a, b), comparison = item
        first, second = records[a].assertion, records[b].assertion
        vague = not (_is_clear(first) and _is_clear(second))
        return (
            vague,
            -comparison.weight,
            records[a].document,
            first.trigger_start,
            records[b].document,
            second.trigger_start,
        )

    strong = sorted((item for item in pairs.items() if _links(records, item)), key=order)
    for (a, b), comparison in strong:
        left, right = home[a], home[b]
        if left == right or right in apart[left]:
            continue
        between = ((x, y) for x in groups[left] for y in groups[right] if _told_apart(records, pairs, rarity, x, y))
        if (witness := next(between, None)) is not None:
            apart[left].add(right)
            apart[right].add(left)
            _note_apart(parted, records, pairs, witness, entities)
            continue
        for member in groups[right]:
            home[member] = left
        groups[left].extend(groups.pop(right))
        for other in apart.pop(right, ()):
            apart[left].add(other)
            apart[other].add(left)
        evidence[left].extend(evidence.pop(right, []))
        evidence[left].append(_explain(records[a], records[b], comparison, entities))
    for follower, tellers in followers.items():
        compared = [(compare(records[teller], records[follower], rarity), teller) for teller in tellers]
        comparison, teller = max(compared, key=lambda each: each[0].weight)
        root = home[teller]
        if sum(home[other] == root for other in tellers) < 2:
            continue  # not even those who make the claim alike are held to speak of one event
        own = [member for member in groups[root] if member.article == follower.article]
        if _links(records, ((teller, follower), comparison)) and not any(
            _told_apart(records, pairs, rarity, member, follower) for member in own
        ):
            groups[root].append(follower)
            evidence[root].append(_explain(records[teller], records[follower], comparison, entities))
    for pair in sorted(pair for pair, comparison in pairs.items() if _is_close(comparison)):
        _note_apart(parted, records, pairs, pair, entities)
    for root, members in groups.items():
        if len(members) > 1:
            members.sort(key=lambda m: (m.article, m.assertion))
            first = records[members[0]]
            shared = sorted(set().union(*(records[member].strong for member in members)))
            identifier = f"{first.event.name}:{first.document}:{first.assertion.trigger_start}"
            told = sorted({line for member in members for line in parted[member]})
            yield Event(
                identifier, first.event.name, tuple(members), tuple(shared), tuple(evidence[root]), tuple(told[:_APART])
            )


def _is_close(comparison: Comparison) -> bool:
    """Whether a veto alone keeps the two apart."""
    return comparison.vetoed and sum(max(0.0, level.weight) for level in comparison.levels) >= THRESHOLD


def _note_apart(
    parted: dict[Member, list[str]],
    records: dict[Member, Record],
    pairs: dict[tuple[Member, Member], Comparison],
    pair: tuple[Member, Member],
    entities: Entities,
) -> None:
    """Keep for both members why the two are not of one event though much speaks for it."""
    if all(len(parted[member]) >= _APART for member in pair):
        return
    a, b = sorted(pair)
    line = _explain(records[a], records[b], pairs[a, b], entities)
    for member in pair:
        if line not in parted[member]:
            parted[member].append(line)


def _is_clear(assertion: Assertion) -> bool:
    timex = assertion.time
    return assertion.modality is Modality.HAPPENED and timex is not None and timex.interval is not None


def _links(records: dict[Member, Record], item: tuple[tuple[Member, Member], Comparison]) -> bool:
    (_, _), comparison = item
    return not comparison.vetoed and comparison.weight >= THRESHOLD


def _told_apart(
    records: dict[Member, Record],
    pairs: dict[tuple[Member, Member], Comparison],
    rarity: dict[str, float],
    a: Member,
    b: Member,
) -> bool:
    """Whether two members cannot be of one event: vetoed, or told as two by one article."""
    pair = (a, b) if (a.article, a.assertion) < (b.article, b.assertion) else (b, a)
    comparison = pairs.get(pair)
    levels = comparison.levels if comparison is not None else deciding(records[pair[0]], records[pair[1]], rarity)
    # One article that gives two days for such an event most likely tells of two events; whether it
    # contradicts itself is for a check of one article to say.
    two_days = a.article == b.article and any(level.field == "time" and level.weight == 0.0 for level in levels)
    told_apart = two_days or any(level.veto for level in levels)
    if told_apart and comparison is None:
        pairs[pair] = compare(records[pair[0]], records[pair[1]], rarity)  # to tell why
    return told_apart


def _explain(a: Record, b: Record, comparison: Comparison, entities: Entities) -> str:
    fields = "; ".join(f"{level.field}: {level.finding} ({level.weight:+.1f})" for level in comparison.levels)
    told = labelled(fields, a.strong | b.strong, entities)
    return f'{a.document} "{a.assertion.trigger}" and {b.document} "{b.assertion.trigger}": {told}'

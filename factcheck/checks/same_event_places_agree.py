"""Statements of one event must give it places that can be one: equal, one within the other, or not told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from factcheck.assertions.dating import Ground, date_event
from factcheck.assertions.model import Modality, Polarity
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name, event_name, place_words, why_one_event
from factcheck.expressions.model import Place
from factcheck.identity.comparison import Comparison, compare
from factcheck.identity.model import Corpus, Event, Member
from factcheck.identity.places import Relation, fold, relate

_MOST_TRIED = 60  # pairs of statements that are looked at for each two places: of a hot event there are thousands
_IMPLIED = 2.0  # bits: what a day that the article only implies adds
_NAMED = 3.0  # bits: a participant with a name in both
_SAME_CORE = 5.0  # bits: the very one it happens to
_ONCE = 3650  # days: what recurs no sooner happens to somebody once


class Options(BaseOptions):
    """What a rule may set."""

    minimum_weight: float = option(
        default=5.0, description="Evidence in bits, beyond places and story, that both statements are of one event."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each event that two articles put in places that lie apart."""
    for event in corpus.events:
        if not corpus.lexicon.types[event.type].one_place:
            continue
        yield from _event_conflicts(corpus, event, options)


def _event_conflicts(corpus: Corpus, event: Event, options: Options) -> Iterator[Conflict]:
    placed: list[tuple[Member, Place]] = []
    for member in event.members:
        assertion = corpus.records[member].assertion
        if (
            assertion.place is not None
            and assertion.modality is Modality.HAPPENED
            and assertion.polarity is Polarity.POSITIVE
            and not assertion.repeats
        ):
            placed.append((member, assertion.place))
    reported: set[tuple[str, str]] = set()
    tried: Counter[tuple[str, str]] = Counter()
    for (a, first), (b, second) in combinations(placed, 2):
        if a.article == b.article or first.name == second.name or relate(first, second) is not Relation.APART:
            continue
        names = sorted((fold(first.name), fold(second.name)))
        key = (names[0], names[1])
        tried[key] += 1
        if key in reported or tried[key] > _MOST_TRIED:
            continue
        if _names(corpus, b, first) or _names(corpus, a, second):
            continue  # an article that knows both places tells them apart itself, or means one in the other
        comparison = compare(corpus.records[a], corpus.records[b], corpus.rarity)
        weight = sum(level.weight for level in comparison.levels if level.field not in {"place", "story"})
        # Without dates that can be equal, two places are two events of one kind.
        if not any(level.field == "time" and level.weight > 0 for level in comparison.levels):
            if _implied_day(corpus, a, b, comparison):
                weight += _IMPLIED
            elif not _happens_once(corpus, a, comparison):
                continue
        if comparison.vetoed or weight < options.minimum_weight:
            continue
        reported.add(key)
        article_a, article_b = corpus.articles[a.article], corpus.articles[b.article]
        told = event_name(corpus, [a, b])
        yield Conflict(
            message=f"{article_name(article_a)} puts {told} in {place_words(first)}, "
            f"{article_name(article_b)} in {place_words(second)}.",
            evidence=(
                Evidence(article_a.document.name, first.start, first.end),
                Evidence(article_b.document.name, second.start, second.end),
            ),
            key=(event.type, *key),
            explanation=(
                f"Neither place lies in the other: {place_words(first)}; {place_words(second)}.",
                why_one_event(corpus, a, b, comparison, without="place"),
            ),
            suggestion="Check where it happened.",
            confidence=round(min(0.95, 0.55 + 0.04 * weight), 2),
        )


def _implied_day(corpus: Corpus, a: Member, b: Member, comparison: Comparison) -> bool:
    """Whether the articles date the event to one day where its own sentence has no date: by the passage or the lead.

    Only for an event that one article dates outright, of somebody whom both name.
    """
    if not any(level.field == "participants" and level.weight >= _NAMED for level in comparison.levels):
        return False
    dated = []
    for member in (a, b):
        article, assertion = corpus.resolve(member)
        dated.append(date_event(article, assertion.trigger_start, assertion.trigger_end))
    first, second = dated
    if first is None or second is None or first.day != second.day:
        return False
    grounds = {first.ground, second.ground}
    return Ground.STATED in grounds and Ground.PUBLICATION not in grounds


def _happens_once(corpus: Corpus, member: Member, comparison: Comparison) -> bool:
    """Whether both tell what happens to their subject once only, a birth or a death: that needs no date."""
    return corpus.records[member].event.recurrence >= _ONCE and any(
        level.field == "participants" and level.weight >= _SAME_CORE for level in comparison.levels
    )


def _names(corpus: Corpus, member: Member, place: Place) -> bool:
    """Whether the article of ``member`` names the place too where it tells of such an event."""
    article = corpus.articles[member.article]
    event = corpus.records[member].event.name
    told = [a.sentence for a in article.assertions if a.event == event]
    name = fold(place.name)
    return any(
        fold(other.name) == name or fold(other.text) == name
        for other in article.expressions.places
        if any(sentence.start <= other.start < sentence.end for sentence in told)
    )

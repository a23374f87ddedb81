"""One person cannot both confirm and deny one thing on one day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.assertions.model import Assertion, Modality, Polarity
from factcheck.checks.model import Conflict, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.statements import person_at
from factcheck.checks.telling import article_name, event_name, trigger_evidence, why_one_event
from factcheck.expressions.model import Name
from factcheck.identity.comparison import compare, specific
from factcheck.identity.model import Corpus, Event, Member

_MOST = 60  # members of one event


class Options(BaseOptions):
    """What a rule may set."""

    days: int = option(
        default=1, ge=0, description="Days between two articles within which nobody has changed his mind."
    )
    minimum_weight: float = option(default=5.0, description="Evidence in bits that both statements are of one event.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each event that one article has a person affirm and another has him deny."""
    for event in corpus.events:
        yield from _event_conflicts(corpus, event, options)


def _event_conflicts(corpus: Corpus, event: Event, options: Options) -> Iterator[Conflict]:
    told = [
        (member, name, assertion, side)
        for member in event.members[:_MOST]
        for article, assertion in (corpus.resolve(member),)
        for name in (_speaker(corpus, member),)
        for side in (_side(assertion),)
        if name is not None and side is not None and not assertion.repeats
    ]
    reported: set[str] = set()
    for (a, one, first, yes), (b, other, second, no) in combinations(told, 2):
        if yes is no or a.article == b.article or not _same_days(corpus, a, b, options):
            continue
        speaker = corpus.entities.identify(corpus.articles[a.article].document.name, one.canonical)
        if speaker != corpus.entities.identify(corpus.articles[b.article].document.name, other.canonical):
            continue
        comparison = compare(corpus.records[a], corpus.records[b], corpus.rarity)
        if comparison.vetoed or specific(comparison) < options.minimum_weight or speaker in reported:
            continue
        reported.add(speaker)
        affirming, denying = (a, b) if yes else (b, a)
        names = [article_name(corpus.articles[member.article]) for member in (affirming, denying)]
        yield Conflict(
            message=f"{names[0]} has {one.canonical} confirm {event_name(corpus, [a, b])}; {names[1]} has "
            f"{other.canonical} deny it.",
            evidence=(
                trigger_evidence(corpus.articles[a.article], first),
                trigger_evidence(corpus.articles[b.article], second),
            ),
            key=("denied", event.type, speaker),
            explanation=(why_one_event(corpus, a, b, comparison),),
            suggestion="Check what was said, and whether it was taken back.",
            confidence=0.7,
        )


def _speaker(corpus: Corpus, member: Member) -> Name | None:
    article, assertion = corpus.resolve(member)
    said = assertion.attribution
    return person_at(article, said.chain[-1]) if said is not None else None


def _side(assertion: Assertion) -> bool | None:
    """True for what is said to have happened, False for what is denied, None for anything weaker."""
    if assertion.modality is Modality.DENIED:
        return False if assertion.polarity is Polarity.POSITIVE else None
    if assertion.modality is not Modality.HAPPENED:
        return None
    return assertion.polarity is Polarity.POSITIVE


def _same_days(corpus: Corpus, a: Member, b: Member, options: Options) -> bool:
    first, second = (corpus.articles[member.article].document.published.day for member in (a, b))
    return first is not None and second is not None and abs((first - second).days) <= options.days

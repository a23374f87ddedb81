"""Somebody's "no ... so far" in one article, beside another's report that it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Modality, Polarity
from factcheck.checks.model import Conflict, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.plans.outcomes import is_outcome, published
from factcheck.checks.stories import blocks_of
from factcheck.checks.telling import article_name, trigger_evidence
from factcheck.identity.comparison import compare
from factcheck.identity.model import Corpus, Member
from factcheck.patterns import regex


class Options(BaseOptions):
    """What a rule may set."""

    shared_participants: int = option(default=2, ge=1, description="How many participants both statements must name.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield each "no ... so far" of one article that another article's report overtakes."""
    reported: set[tuple[str, ...]] = set()
    denying_so_far = {member for member in corpus.records if _denies_so_far(corpus, member)}
    for members in blocks_of(corpus) if denying_so_far else ():
        denials = [m for m in members if m in denying_so_far]
        if not denials:
            continue
        event = corpus.records[members[0]].event.name
        done = [m for m in members if is_outcome(corpus.records[m].assertion)]
        for denial in denials:
            for outcome in done:
                if denial.article == outcome.article:
                    continue
                first, second = corpus.records[denial], corpus.records[outcome]
                shared = (first.strong & second.strong) | (first.weak & second.weak)
                _, last = published(corpus, denial)
                earliest, _ = published(corpus, outcome)
                if last is not None and earliest is not None and earliest < last:
                    continue
                if len(shared) < options.shared_participants:
                    continue
                comparison = compare(first, second, corpus.rarity)
                key = (
                    event,
                    corpus.articles[denial.article].document.name,
                    corpus.articles[outcome.article].document.name,
                )
                if any(level.veto for level in comparison.levels) or key in reported:
                    continue
                reported.add(key)
                denying, denied = corpus.resolve(denial)
                doing, happened = corpus.resolve(outcome)
                yield Conflict(
                    message=f'{article_name(denying)} tells of no "{denied.trigger}" so far; '
                    f'{article_name(doing)} reports one ("{happened.trigger}").',
                    evidence=(trigger_evidence(denying, denied), trigger_evidence(doing, happened)),
                    key=key,
                    explanation=(f"Both name {', '.join(sorted(shared))}.",),
                    suggestion="Nothing to correct if the second came later.",
                    confidence=0.6,
                )


_SO_FAR = regex(r"\b(?:so far|yet|to date|until now|as of|up to now)\b", re.IGNORECASE)


def _denies_so_far(corpus: Corpus, member: Member) -> bool:
    """Whether the statement says that nothing of the kind had happened by then: a standing denial is no forecast."""
    assertion = corpus.records[member].assertion
    if assertion.polarity is not Polarity.NEGATIVE or assertion.modality is not Modality.HAPPENED:
        return False
    sentence = assertion.sentence
    prose = corpus.articles[member.article].document.prose
    return _SO_FAR.search(prose, sentence.start, sentence.end) is not None

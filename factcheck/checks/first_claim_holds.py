"""What is called the first, the only or the worst must have no such thing before it in another article."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import RankClaim, find_rank_claims, known_point
from factcheck.assertions.words import stem
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.ranks.earlier_instances import (
    Instance,
    dated_sentences,
    figure_kind,
    is_done,
    meets,
    same_owner,
    same_topic,
)
from factcheck.checks.ranks.first_claim_weighed import ranks_weighed
from factcheck.checks.ranks.firsts_disowned import firsts_disowned
from factcheck.checks.ranks.precedents import precedents
from factcheck.checks.sentence_words import words_in
from factcheck.checks.stories import Stories, stories
from factcheck.checks.telling import article_name, time_words
from factcheck.identity.model import Corpus
from factcheck.identity.places import fold
from factcheck.temporal.interval import DAY, Granularity, instant
from factcheck.text.model import Sentence

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


class Options(BaseOptions):
    """What a rule may set."""

    days_apart: int = option(
        default=60, ge=1, description="Days by which an instance must come before what the claim is about."
    )
    shared_names: float = option(
        default=2.0, ge=0.0, description="How many telling names two articles must share to be of one story."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each claim of rank that an earlier instance, or another rank, contradicts."""
    claims = [
        (number, claim)
        for number, article in enumerate(corpus.articles)
        for claim in find_rank_claims(article, words_in(article))
    ]
    seen: set[frozenset[str]] = set()
    documents: set[frozenset[str]] = set()
    for conflict in _read_in_full(corpus, claims, options) if claims else ():
        # One conflict of two articles is told once.
        pair = frozenset((*(evidence.document for evidence in conflict.evidence), conflict.key[1]))
        if pair not in seen:
            seen.add(pair)
            documents.add(frozenset(evidence.document for evidence in conflict.evidence))
            yield conflict
    for conflict in ranks_weighed(corpus, options.days_apart):
        both = frozenset(evidence.document for evidence in conflict.evidence)
        if both not in documents:
            documents.add(both)
            yield conflict
    for conflict in chain(precedents(corpus), firsts_disowned(corpus)):
        both = frozenset(evidence.document for evidence in conflict.evidence)
        if both not in documents:
            documents.add(both)
            yield conflict


def _read_in_full(corpus: Corpus, claims: list[tuple[int, RankClaim]], options: Options) -> Iterator[Conflict]:
    """Conflicts of the claims that are understood in full."""
    kin = stories(corpus)
    linked = frozenset(
        frozenset((a.article, b.article)) for event in corpus.events for a, b in combinations(event.members[:50], 2)
    )
    told = dated_sentences(corpus, frozenset().union(*(claim.heads for _, claim in claims)))
    yield from _other_ranks(corpus, claims, kin, linked, options)
    for number, claim in claims:
        yield from _instances(corpus, number, claim, told, kin, linked, options)


def _instances(
    corpus: Corpus,
    number: int,
    claim: RankClaim,
    told: Mapping[str, list[Instance]],
    kin: Stories,
    linked: frozenset[frozenset[int]],
    options: Options,
) -> Iterator[Conflict]:
    article = corpus.articles[number]
    begun = _begun(article, claim)
    if begun is None:
        return
    found: dict[tuple[int, int], Instance] = {}
    for head in sorted(claim.heads):
        for instance in told.get(head, ()):
            if _contradicts(corpus, number, claim, instance, begun, kin, linked, options):
                found.setdefault((instance.number, instance.sentence.start), instance)
    apart = _apart(sorted(found.values(), key=lambda instance: (instance.last, instance.number)), options)
    if len(apart) < claim.number:
        return
    yield _conflict(article, claim, apart[-claim.number :])


def _begun(article: Article, claim: RankClaim) -> int | None:
    """The instant before which instances lie: the day of publication, or the earliest date told of such an event.

    A claim may be about something of long ago ("It was the first accident ..."): then its date stands beside it,
    or beside another mention of such an event in the article.
    """
    published = article.document.published.first
    if published is None:
        return None
    begun = instant(published)
    sentences = article.text.sentences
    place = bisect_left(sentences, claim.sentence.start, key=lambda sentence: sentence.start)
    near = {sentence.start for sentence in sentences[max(0, place - 2) : place + 2]}
    for timex in article.expressions.times:
        point = known_point(timex)
        if point is None or point.start is None or timex.point is not None:
            continue
        if claim.start <= timex.start < claim.end:
            continue
        sentence = article.text.sentence_at(timex.start)
        if sentence is not None and (sentence.start in near or _has_head(sentence, claim)):
            begun = min(begun, point.start)
    return begun


def _has_head(sentence: Sentence, claim: RankClaim) -> bool:
    return any(stem(token.text.lower()) in claim.heads for token in sentence.tokens)


def _contradicts(
    corpus: Corpus,
    number: int,
    claim: RankClaim,
    instance: Instance,
    begun: int,
    kin: Stories,
    linked: frozenset[frozenset[int]],
    options: Options,
) -> bool:
    # An article that names an earlier one itself means something else by its claim.
    if instance.number == number:
        return False
    if claim.since is not None and instance.first < claim.since:
        return False
    if instance.last > begun - (options.days_apart * DAY if not instance.is_loose else 0):
        return False
    document = corpus.articles[number].document.name
    if not meets(instance, claim, corpus, document) or not is_done(instance, claim):
        return False
    if (
        kin.kinship(number, instance.number) < options.shared_names
        and frozenset((number, instance.number)) not in linked
        and not same_owner(claim, corpus.articles[number], instance.article)
    ):
        return False
    if not same_topic(claim, corpus.articles[number], instance) or _knows(corpus.articles[number], instance):
        return False
    return claim.scale is None or _exceeds(corpus.articles[number], claim, instance)


def _knows(article: Article, instance: Instance) -> bool:
    """Whether an article itself gives a date inside the instance's: then it knows of it, or tells of it."""
    for timex in article.expressions.times:
        point = known_point(timex)
        if point is None or timex.point is not None or point.start is None or point.end is None:
            continue
        if point.granularity <= Granularity.YEAR and point.start < instance.last and instance.first < point.end:
            return True
    return False


def _exceeds(article: Article, claim: RankClaim, instance: Instance) -> bool:
    """Whether the instance has a greater figure of the claim's kind than any in the claim's article."""

    def kinds(kind: str | None) -> bool:
        return kind == claim.scale if claim.scale != "money" else kind is not None and kind in monies

    own = article.expressions.quantities
    monies = {q.unit for q in own if q.kind.value == "money"}
    mine = [q for q in own if kinds(figure_kind(article, q))]
    theirs = [q for q in instance.quantities if kinds(figure_kind(instance.article, q))]
    if not mine or not theirs or len({q.unit for q in (*mine, *theirs)}) != 1:
        return False
    return max(q.low for q in theirs) > max(q.high for q in mine)


def _apart(instances: list[Instance], options: Options) -> list[Instance]:
    """Instances that are certainly several: each well after the one before."""
    kept: list[Instance] = []
    for instance in instances:
        if not kept or instance.first >= kept[-1].last + options.days_apart * DAY:
            kept.append(instance)
    return kept


def _conflict(article: Article, claim: RankClaim, instances: list[Instance]) -> Conflict:
    phrase = " ".join(article.document.text[claim.start : claim.end].split())
    last = instances[-1]
    dates = " and ".join(time_words(instance.date(claim)) for instance in instances)
    named = article_name(last.article)
    return Conflict(
        message=f'{article_name(article)} tells of "{phrase}"; {named} tells of an earlier one, {dates}.',
        evidence=(
            Evidence(article.document.name, claim.start, claim.end),
            *(
                Evidence(instance.article.document.name, instance.date(claim).start, instance.date(claim).end)
                for instance in instances
            ),
        ),
        key=("instance", *sorted(claim.heads), *(fold(place.name) for place in claim.places), dates),
        explanation=(
            _told(claim),
            *(f"{article_name(i.article)}: {_sentence(i)}" for i in instances),
        ),
        suggestion="Check whether there was one before; if the claim means less, say what it leaves out.",
        confidence=0.75,
    )


def _told(claim: RankClaim) -> str:
    restrictions = sorted(
        claim.stems | {place.name for place in claim.places} | {name.canonical for name in claim.names}
    )
    heads = ", ".join(sorted(claim.heads))
    of = f"; it has to do with {', '.join(restrictions)}" if restrictions else ""
    return f"What is counted is told by one of the stems {heads}{of}."


def _sentence(instance: Instance) -> str:
    text = instance.article.document.text[instance.sentence.start : instance.sentence.end]
    return f'"{" ".join(text.split())}"'


def _other_ranks(
    corpus: Corpus,
    claims: list[tuple[int, RankClaim]],
    kin: Stories,
    linked: frozenset[frozenset[int]],
    options: Options,
) -> Iterator[Conflict]:
    """Two articles of one story that give one thing two ranks: the first visit, the second to visit."""
    groups: dict[tuple[frozenset[str], ...], list[tuple[int, RankClaim]]] = defaultdict(list)
    for number, claim in claims:
        if claim.since is None and claim.scale is None and not claim.least:
            groups[_signature(corpus, number, claim)].append((number, claim))
    reported: set[tuple[int, int]] = set()
    for members in groups.values():
        for (a, one), (b, other) in combinations(members[:50], 2):
            if a == b or one.number == other.number or (a, b) in reported:
                continue
            if kin.kinship(a, b) < options.shared_names and frozenset((a, b)) not in linked:
                continue
            if one.anchors < 1 or not _are_of_one_time(corpus, a, b):
                continue
            if _tells_both(members, a) or _tells_both(members, b):
                continue
            begun = (_begun(corpus.articles[a], one), _begun(corpus.articles[b], other))
            if None in begun:
                continue
            reported.add((a, b))
            first, second = corpus.articles[a], corpus.articles[b]
            yield Conflict(
                message=f"{article_name(first)} calls it the {_ORDINALS[one.number]}, {article_name(second)} the "
                f'{_ORDINALS[other.number]}: "{_phrase(first, one)}" and "{_phrase(second, other)}".',
                evidence=(
                    Evidence(first.document.name, one.start, one.end),
                    Evidence(second.document.name, other.start, other.end),
                ),
                key=("rank", *sorted(one.heads), str(one.number), str(other.number)),
                explanation=("Both phrases count the same, with the same restrictions.", _told(one)),
                suggestion="Check how many there were before.",
                confidence=0.8,
            )


def _phrase(article: Article, claim: RankClaim) -> str:
    return " ".join(article.document.text[claim.start : claim.end].split())


def _signature(corpus: Corpus, number: int, claim: RankClaim) -> tuple[frozenset[str], ...]:
    document = corpus.articles[number].document.name
    places = frozenset(place.country or fold(place.name) for place in claim.places)
    names = frozenset(corpus.entities.identify(document, name.canonical) for name in claim.names)
    return claim.heads, claim.stems - claim.heads, places, names, frozenset({claim.owner or ""})


def _tells_both(members: list[tuple[int, RankClaim]], number: int) -> bool:
    return len({claim.number for article, claim in members if article == number}) > 1


def _are_of_one_time(corpus: Corpus, a: int, b: int) -> bool:
    """Whether two articles were published within a month: later another one may have come."""
    first, second = (corpus.articles[n].document.published.first for n in (a, b))
    return first is not None and second is not None and abs((first - second).days) <= 31

"""From linked events and the findings on them to one line an event, in the order of time.

Every dated event of the lexicon is in it, planned ones marked; an event that several articles tell of is one line, with
each article's date as a claim. Nothing is dated that no article dates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.assertions.model import Assertion, Modality, Polarity
from factcheck.assertions.sharing import PHASES
from factcheck.checks.model import Evidence
from factcheck.checks.telling import event_name, place_words
from factcheck.findings.building import locate
from factcheck.findings.model import Finding
from factcheck.identity.model import Corpus, Member
from factcheck.temporal.compare import can_be_equal
from factcheck.temporal.interval import Granularity, Interval
from factcheck.timeline.model import Claim, Entry, Status

_TOLD = frozenset({Modality.HAPPENED, Modality.PLANNED})
_SNIPPET = 40  # code points on either side of a trigger
_COARSEST = Granularity.YEAR
_PRIMARY = 2  # the statements that a finding sets against each other come first; the rest support them
# A misspelt name says nothing of the event.
_SILENT = frozenset({"name-variant"})

_Cited = Mapping[str, Sequence[tuple[int, int, str]]]


def merge(corpus: Corpus, findings: Iterable[Finding] = ()) -> tuple[Entry, ...]:
    """The timeline of ``corpus`` in order of time; ``findings`` are those of its audit, whose places mark disputes."""
    cited = _cited(findings)
    grouped: set[Member] = set()
    entries: list[Entry] = []
    for event in corpus.events:
        grouped.update(event.members)
        entries.extend(_entry(corpus, event.members, cited))
    for member in corpus.records:
        if member not in grouped:
            entries.extend(_entry(corpus, (member,), cited))
    return tuple(sorted(_once(entries), key=_order))


def _cited(findings: Iterable[Finding]) -> dict[str, list[tuple[int, int, str]]]:
    """By document, the places that findings cite, in text order."""
    cited: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for finding in findings:
        if finding.category not in _SILENT:
            for place in finding.locations[:_PRIMARY]:
                cited[place.document].append((place.start, place.end, finding.fingerprint))
    return {document: sorted(places) for document, places in cited.items()}


def _entry(corpus: Corpus, members: Sequence[Member], cited: _Cited) -> Iterator[Entry]:
    """The line of an event; none where no member has a date."""
    dated = [member for member in members if _is_dated(corpus.resolve(member)[1]) and not _is_phase(corpus, member)]
    if not dated:
        return
    happened = [member for member in dated if corpus.resolve(member)[1].modality is Modality.HAPPENED]
    chosen = happened or dated
    claims = tuple(_claim(corpus, member) for member in _one_each(corpus, chosen))
    told = _findings(corpus, dated, cited)
    documents = {claim.document for claim in claims}
    status = Status.DISPUTED if told else Status.AGREED if len(documents) > 1 else Status.SINGLE
    name = event_name(corpus, list(chosen)).removeprefix("the ")
    if " of " not in name:
        name = f'{name}: "{_snippet(corpus, chosen[0])}"'
    yield Entry(
        type=corpus.records[chosen[0]].event.name,
        title=name[:1].upper() + name[1:],
        interval=_where_most_put_it([claim.interval for claim in claims]),
        planned=not happened,
        places=tuple(dict.fromkeys(claim.place for claim in claims if claim.place is not None)),
        claims=claims,
        status=status,
        findings=told,
    )


def _snippet(corpus: Corpus, member: Member) -> str:
    """The words around an event that names nobody, white space folded."""
    article, assertion = corpus.resolve(member)
    first = max(assertion.sentence.start, assertion.trigger_start - _SNIPPET)
    last = min(assertion.sentence.end, assertion.trigger_end + _SNIPPET)
    text = article.document.text
    words = " ".join(text[first:last].split()).split(" ")
    # A word that the cut goes through is left out.
    cut_before = first > assertion.sentence.start and not text[first - 1].isspace()
    cut_after = last < assertion.sentence.end and not text[last].isspace()
    kept = words[cut_before : len(words) - cut_after]
    before = "… " if first > assertion.sentence.start else ""
    return before + " ".join(kept) + (" …" if last < assertion.sentence.end else "")


def _is_dated(assertion: Assertion) -> bool:
    timex = assertion.time
    return (
        timex is not None
        and timex.interval is not None
        and timex.interval.start is not None
        and timex.interval.end is not None
        and timex.interval.granularity <= _COARSEST
        and assertion.modality in _TOLD
        and assertion.polarity is Polarity.POSITIVE
        and not assertion.repeats
    )


def _is_phase(corpus: Corpus, member: Member) -> bool:
    """Whether it only says that another event begins or ends: the opening of "the trial opens on 4 June"."""
    article, assertion = corpus.resolve(member)
    if assertion.trigger.split(" ")[0] not in PHASES:
        return False
    near = article.assertions[max(0, member.assertion - 3) : member.assertion + 4]
    return any(
        other.sentence == assertion.sentence and other.time == assertion.time and other.event != assertion.event
        for other in near
    )


def _one_each(corpus: Corpus, members: Sequence[Member]) -> list[Member]:
    """The first of each article's members with one date: a report repeats itself."""
    kept: dict[tuple[int, Interval | None], Member] = {}
    for member in sorted(members):
        timex = corpus.resolve(member)[1].time
        kept.setdefault((member.article, timex.interval if timex is not None else None), member)
    return list(kept.values())


def _claim(corpus: Corpus, member: Member) -> Claim:
    article, assertion = corpus.resolve(member)
    timex = assertion.time
    assert timex is not None
    assert timex.interval is not None
    return Claim(
        document=article.document.name,
        when=" ".join(timex.text.split()),
        interval=timex.interval,
        planned=assertion.modality is not Modality.HAPPENED,
        place=place_words(assertion.place) if assertion.place is not None else None,
        location=locate(article, Evidence(article.document.name, timex.start, timex.end)),
    )


def _findings(corpus: Corpus, members: Sequence[Member], cited: _Cited) -> tuple[str, ...]:
    """Fingerprints of the findings that cite the words by which the members tell when or where."""
    found: dict[str, None] = {}
    for member in members:
        article, assertion = corpus.resolve(member)
        places = cited.get(article.document.name, ())
        spans = [(assertion.trigger_start, assertion.trigger_end)]
        spans += [(told.start, told.end) for told in (assertion.time, assertion.place) if told is not None]
        for start, end in spans:
            first = bisect_left(places, start, key=lambda place: place[1])
            for other_start, other_end, fingerprint in places[first:]:
                if other_start >= end:
                    break
                if other_end > start:
                    found[fingerprint] = None
    return tuple(sorted(found))


def _where_most_put_it(intervals: Sequence[Interval]) -> Interval:
    """The finest interval of those that agree with most others; of equals the earliest."""
    support = {
        interval: sum(can_be_equal(interval, other) for other in intervals) for interval in dict.fromkeys(intervals)
    }
    return min(support, key=lambda interval: (-support[interval], interval.granularity, interval.start or 0))


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Each sentence's event once: "Fire broke out" has a noun and a verb for it."""
    seen: Counter[tuple[str, str, int, int]] = Counter()
    for entry in sorted(entries, key=lambda one: (-len(one.claims), one.claims[0].location.start)):
        keys = {(entry.type, c.document, c.location.start, c.location.end) for c in entry.claims}
        if any(seen[key] for key in keys):
            continue
        seen.update(keys)
        yield entry


def _order(entry: Entry) -> tuple[int, int, str, str, int]:
    first = entry.claims[0]
    return (entry.interval.start or 0, entry.interval.granularity, entry.title, first.document, first.location.start)

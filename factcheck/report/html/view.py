"""What the page shows: which articles and events, under which numbers and names."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.assertions.model import Article
from factcheck.checks.telling import date_words
from factcheck.document.model import Basis, Document
from factcheck.document.naming import short_name
from factcheck.findings.model import Finding, Run
from factcheck.records import dataclass
from factcheck.temporal.interval import day
from factcheck.timeline import merge
from factcheck.timeline.model import Claim, Entry, Status

MOST_TEXTS = 200
"""With more articles than this, only those that findings cite are shown in full."""
MOST_EVENTS = 500
"""With more events than this, only those that findings cite or that several articles tell of are shown."""


@dataclass(frozen=True, slots=True)
class View:
    """A run with what its page needs looked up once.

    ``documents`` are those whose text is shown, ``numbers`` their place in the page by name, ``shortened`` names each
    as short as it can be told apart. ``entries`` is the timeline, ``hidden_events`` how many events it leaves out.
    ``by_fingerprint`` has the numbers of findings, from 1.
    """

    run: Run
    documents: tuple[Document, ...]
    articles: Mapping[str, Article]
    numbers: Mapping[str, int]
    shortened: Mapping[str, str]
    entries: tuple[Entry, ...]
    hidden_events: int
    by_fingerprint: Mapping[str, tuple[int, ...]]

    def finding_numbers(self, entry: Entry) -> tuple[int, ...]:
        """The findings that cite an event, as their numbers in ``run.findings``."""
        return tuple(sorted({number for mark in entry.findings for number in self.by_fingerprint.get(mark, ())}))

    def cites(self, entry: Entry, claim: Claim) -> bool:
        """Whether a finding on a disputed event cites the sentence of this claim: others may agree with either side."""
        told = (claim.document, claim.location.context)
        places = [place for one in self.finding_numbers(entry) for place in self.run.findings[one - 1].locations]
        return any((place.document, place.context) == told for place in places)

    def name(self, document: str) -> str:
        """A document's name as the page shows it."""
        return self.shortened.get(document, document)


def view(run: Run) -> View:
    """The view of a run."""
    corpus = run.corpus
    cited = {place.document for finding in run.findings for place in finding.locations}
    documents = run.documents
    if run.new is not None:
        documents = tuple(one for one in documents if one.name in run.new or one.name in cited)
    if len(documents) > MOST_TEXTS:
        documents = tuple(one for one in documents if one.name in cited)
    shown = {document.name for document in documents}
    entries = merge(corpus, run.findings) if corpus is not None else ()
    kept = _kept(entries, shown)
    return View(
        run=run,
        documents=documents,
        articles=corpus.by_name if corpus is not None else {},
        numbers={document.name: number for number, document in enumerate(documents, start=1)},
        shortened=_shortened([document.name for document in run.documents]),
        entries=kept,
        hidden_events=len(entries) - len(kept),
        by_fingerprint=_by_fingerprint(run.findings),
    )


def _kept(entries: tuple[Entry, ...], shown: set[str]) -> tuple[Entry, ...]:
    kept = [entry for entry in entries if any(claim.document in shown for claim in entry.claims)]
    if len(kept) > MOST_EVENTS:
        kept = [entry for entry in kept if entry.status is not Status.SINGLE]
    if len(kept) > MOST_EVENTS:
        kept = [entry for entry in kept if entry.status is Status.DISPUTED]
    return tuple(kept)


def _by_fingerprint(findings: tuple[Finding, ...]) -> dict[str, tuple[int, ...]]:
    numbers: dict[str, tuple[int, ...]] = {}
    for number, finding in enumerate(findings, start=1):
        numbers[finding.fingerprint] = (*numbers.get(finding.fingerprint, ()), number)
    return numbers


def _shortened(names: list[str]) -> dict[str, str]:
    """File names for paths, where no two paths end in one file name."""
    files = {name: short_name(name) for name in names}
    counts: dict[str, int] = {}
    for file in files.values():
        counts[file] = counts.get(file, 0) + 1
    return {name: file if counts[file] == 1 else name for name, file in files.items()}


def published_words(document: Document) -> str:
    """When an article was published, as far as is known, in words."""
    published = document.published
    if published.stamp is not None:
        return published.stamp.strftime("%-d %B %Y, %H:%M")
    if published.day is not None:
        known = date_words(day(published.day))
        return f"{known} (inferred from the text)" if published.basis is Basis.INFERRED else known
    first, last = (date_words(day(edge)) if edge else None for edge in (published.first, published.last))
    if first and last:
        return f"between {first} and {last} (inferred from the text)"
    if first or last:
        return f"{f'not before {first}' if first else f'not after {last}'} (inferred from the text)"
    return "date of publication unknown"

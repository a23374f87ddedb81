"""One run from the stories that were judged apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from factcheck.document.model import Document
from factcheck.errors import Skipped
from factcheck.findings.collecting import collect
from factcheck.findings.model import Finding, Run
from factcheck.identity.merging import merge_corpora
from factcheck.identity.model import Corpus
from factcheck.pipeline.copies import Copies, with_places_in_copies
from factcheck.pipeline.gathering import Gathered
from factcheck.pipeline.judging import count_articles, rules_to_run
from factcheck.pipeline.work import Judged


def merge_run(
    gathered: Gathered,
    judged: Iterable[Judged],
    copies: Copies,
    skipped: Sequence[Skipped],
    *,
    wanted: bool,
    new: frozenset[str] | None = None,
) -> Run:
    """The run of ``judged`` stories; of findings only those on a document of ``new``, if given.

    ``copies`` were not judged with their stories; findings and documents are told of them too. With ``wanted`` the run
    has the corpus of all stories, sorted by document.
    """
    findings: list[Finding] = []
    left_out: dict[Skipped, None] = dict.fromkeys([*skipped, *gathered.skipped])
    counts = Counter[str]()
    documents: dict[str, Document] = {card.name: card.document for card in gathered.cards}
    corpora: list[Corpus] = []
    for story in judged:
        findings.extend(story.findings)
        left_out.update(dict.fromkeys(story.skipped))
        counts.update(story.counts)
        documents.update((document.name, document) for document in story.documents)
        if story.corpus is not None:
            corpora.append(story.corpus)
    if copies and corpora:
        corpora.append(_of_copies(gathered, copies, corpora))
    corpus = merge_corpora(corpora) if wanted and corpora else None
    if corpus is not None:
        documents.update((article.document.name, article.document) for article in corpus.articles)
    if new is not None:
        findings = [one for one in findings if any(place.document in new for place in one.locations)]
    told = collect(findings)
    if copies:
        counts["copies"] = sum(map(len, copies.values()))
        counts["articles"] += counts["copies"]
        documents.update((one.name, one) for one in _dated_as_originals(gathered, copies, documents))
        told = tuple(with_places_in_copies(one, copies, partial(_whole, gathered, documents)) for one in told)
    context = gathered.context
    return Run(
        documents=tuple(documents[name] for name in sorted(documents)),
        findings=told,
        skipped=tuple(sorted(left_out, key=lambda item: (item.document, item.reason))),
        counts={name: counts[name] for name in count_articles(())},
        new=new,
        rules=rules_to_run(context.settings, context.ruleset),
        corpus=corpus,
    )


def _of_copies(gathered: Gathered, copies: Copies, corpora: Sequence[Corpus]) -> Corpus:
    """The copies as articles without events of their own, each read as its original was."""
    read = {article.document.name: article for corpus in corpora for article in corpus.articles}
    return replace(
        corpora[0],
        articles=tuple(
            replace(
                read[name], document=replace(gathered.article(number).document, published=read[name].document.published)
            )
            for name, numbers in copies.items()
            for number in numbers
        ),
        events=(),
        records={},
        rarity={},
    )


def _dated_as_originals(gathered: Gathered, copies: Copies, documents: Mapping[str, Document]) -> Iterator[Document]:
    """The copies' documents, those that state no date with the one inferred for their originals."""
    for name, numbers in copies.items():
        for number in numbers:
            copy = documents[gathered.cards[number].name]
            yield replace(copy, published=documents[name].published)


def _whole(gathered: Gathered, documents: dict[str, Document], number: int) -> Document:
    """A copy's document that a finding cites, with its text from now on."""
    card = gathered.cards[number]
    known = documents[card.name]
    if not known.text:
        known = documents[card.name] = replace(gathered.article(number).document, published=known.published)
    return known

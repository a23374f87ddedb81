"""One run from the stories that were judged apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.document.model import Document
from factcheck.errors import Skipped
from factcheck.findings.collecting import collect
from factcheck.findings.model import Finding, Run
from factcheck.identity.merging import merge_corpora
from factcheck.identity.model import Corpus
from factcheck.pipeline.copies import told_with_copies
from factcheck.pipeline.gathering import Gathered
from factcheck.pipeline.judging import count_articles, rules_to_run
from factcheck.pipeline.work import Judged
from factcheck.records import replace


def merge_run(
    gathered: Gathered,
    judged: Iterable[Judged],
    copies: Mapping[str, Sequence[int]],
    skipped: Sequence[Skipped],
    *,
    wanted: bool,
    new: frozenset[str] | None = None,
) -> Run:
    """The run of ``judged`` stories; of findings only those on a document of ``new``, if given.

    ``copies`` are cards that were not judged, by the name of the article that stands for them. With ``wanted`` the run
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
    for name, numbers in copies.items():  # an original may have been dated by inference
        for number in numbers:
            copy = gathered.cards[number].document
            documents[copy.name] = replace(copy, published=documents[name].published)
    if copies and corpora:
        corpora.append(_of_copies(gathered, copies, corpora))
    corpus = merge_corpora(corpora) if wanted and corpora else None
    if corpus is not None:
        documents.update((article.document.name, article.document) for article in corpus.articles)
    if new is not None:
        findings = [one for one in findings if any(place.document in new for place in one.locations)]
    names = {name: [gathered.cards[number].name for number in numbers] for name, numbers in copies.items()}
    copy_of = {copy: name for name, others in names.items() for copy in others}
    counts.update({"copies": len(copy_of), "articles": len(copy_of)})
    context = gathered.context
    return Run(
        documents=tuple(documents[name] for name in sorted(documents)),
        findings=tuple(told_with_copies(one, names) for one in collect(findings)),
        skipped=tuple(sorted(left_out, key=lambda item: (item.document, item.reason))),
        counts={name: counts[name] for name in count_articles(())},
        new=new,
        rules=rules_to_run(context.settings, context.ruleset),
        corpus=corpus,
        copy_of=copy_of,
    )


def _of_copies(gathered: Gathered, copies: Mapping[str, Sequence[int]], corpora: Sequence[Corpus]) -> Corpus:
    """The copies as articles without events of their own, each read as its original was."""
    read = {article.document.name: article for corpus in corpora for article in corpus.articles}
    articles = tuple(
        replace(article, document=replace(gathered.article(number).document, published=article.document.published))
        for article, numbers in ((read[name], numbers) for name, numbers in copies.items())
        for number in numbers
    )
    return replace(corpora[0], articles=articles, events=(), records={}, rarity={})

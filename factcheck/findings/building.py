"""A conflict under a rule becomes a finding: places in files, quotes in their sentences, a fingerprint."""

from __future__ import annotations

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.findings.fingerprint import fingerprint
from factcheck.findings.model import Finding, Location
from factcheck.identity.model import Corpus
from factcheck.ruleset.model import Rule
from factcheck.vocabulary import Severity

MAX_CONTEXT = 600
"""A sentence longer than this many code points is cut around the quote: some texts have no full stops."""


def build(conflict: Conflict, rule: Rule, corpus: Corpus, severity: Severity | None = None) -> Finding:
    """The finding for a conflict; ``severity`` overrides the rule's. Evidence that repeats is left out."""
    places = dict.fromkeys(conflict.evidence)
    locations = tuple(locate(corpus.by_name[place.document], place) for place in places)
    return Finding(
        rule=rule.name,
        category=rule.category.value,
        severity=severity or rule.severity,
        confidence=round(conflict.confidence, 2),
        message=fold(conflict.message),
        explanation=tuple(fold(line) for line in conflict.explanation),
        suggestion=fold(conflict.suggestion) if conflict.suggestion else None,
        fingerprint=fingerprint(rule.name, conflict.key, locations),
        locations=locations,
    )


def locate(article: Article, place: Evidence) -> Location:
    """Where a piece of evidence stands in its file, with the sentence that holds it."""
    document = article.document
    start, end = context_of(article, place.start, place.end)
    line, column = document.source_map.position(place.start)
    return Location(
        document=document.name,
        start=place.start,
        end=place.end,
        line=line,
        column=column,
        quote=fold(document.text[place.start : place.end]),
        context=fold(document.text[start:end]),
    )


def context_of(article: Article, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, heading or caption that holds ``start:end``; of its line in what has no sentences."""
    sentence = article.text.sentence_at(start)
    text = article.document.text
    if sentence is not None:
        first, last = sentence.start, max(sentence.end, end)
    else:
        first = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        last = len(text) if stop < 0 else stop
    if last - first > MAX_CONTEXT:
        room = max(0, MAX_CONTEXT - (end - start)) // 2
        first, last = max(first, start - room), min(last, end + room)
    return first, last


def fold(text: str) -> str:
    """White space runs as one space."""
    return " ".join(text.split())

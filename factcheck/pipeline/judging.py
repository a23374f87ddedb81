"""Running the rules over linked articles."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.assertions.model import Article
from factcheck.checks.asking import can_find
from factcheck.checks.once import forget
from factcheck.config import Settings
from factcheck.errors import Skipped
from factcheck.findings.building import build
from factcheck.findings.collecting import collect
from factcheck.findings.model import Finding, Run
from factcheck.findings.severities import severity_of
from factcheck.findings.support import with_support
from factcheck.identity.model import Corpus
from factcheck.pipeline.reading import fault
from factcheck.ruleset.model import Rule, Ruleset


def judge(corpus: Corpus, settings: Settings, ruleset: Ruleset, skipped: Iterable[Skipped] = ()) -> Run:
    """Runs every rule that is not disabled and gathers the findings."""
    left_out = list(skipped)
    found: list[Finding] = []
    rules = rules_to_run(settings, ruleset)
    for rule in rules:
        try:
            found.extend(run_rule(rule, corpus, settings))
        except Exception as error:  # the other rules still have something to say
            left_out.append(Skipped(f"rule {rule.name}", fault(error)))
    findings = collect(finding for finding in found if finding.confidence >= settings.min_confidence)
    try:
        findings = with_support(findings, corpus)
    except Exception as error:  # they stand without what others say of them
        left_out.append(Skipped("readings of other articles", fault(error)))
    forget(corpus)
    documents = tuple(article.document for article in corpus.articles)
    left_out.sort(key=lambda item: (item.document, item.reason))
    return Run(documents, findings, tuple(left_out), count(corpus), rules=rules, corpus=corpus)


def rules_to_run(settings: Settings, ruleset: Ruleset) -> tuple[Rule, ...]:
    """The rules that the settings do not disable."""
    return tuple(rule for rule in ruleset.rules if rule.name not in settings.disable)


def run_rule(rule: Rule, corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """The findings of one rule, before repetitions are merged."""
    if not can_find(rule.check, corpus):
        return
    check = importlib.import_module(f"factcheck.checks.{rule.check}")
    for conflict in check.check(corpus, rule.options):
        severity = severity_of(conflict, rule, corpus, settings)
        if severity is not None:
            yield build(conflict, rule, corpus, severity)


def count(corpus: Corpus) -> dict[str, int]:
    """What was read, and what of it no check can judge."""
    return {**count_articles(corpus.articles), "events": len(corpus.events)}


def count_articles(articles: Iterable[Article]) -> dict[str, int]:
    """What :func:`count` tells of articles, without the events that they share, in the order of reports."""
    counts = Counter[str]()
    for article in articles:
        counts["articles"] += 1
        counts["assertions"] += len(article.assertions)
        counts["undated"] += article.document.published.first is None and article.document.published.last is None
        for timex in article.expressions.times:
            counts["unresolved"] += timex.interval is None and timex.type.value in ("DATE", "TIME")
    return {
        "articles": counts["articles"],
        "copies": 0,
        "assertions": counts["assertions"],
        "events": 0,
        "articles without a publication date": counts["undated"],
        "times not resolved": counts["unresolved"],
    }

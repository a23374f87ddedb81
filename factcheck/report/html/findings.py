"""Findings: what was found, both statements in their sentences, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from factcheck.document.model import Document
from factcheck.findings.building import context_of
from factcheck.findings.model import Finding, Location
from factcheck.report.html.groups import Group
from factcheck.report.html.markup import Html, element
from factcheck.report.html.passages import plain
from factcheck.report.html.view import View, published_words
from factcheck.report.places import places_of
from factcheck.vocabulary import Severity

SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "for information"}


def group_section(view: View, group: Group, number: int) -> Html:
    """The findings on one event, or on the same articles."""
    documents = {document.name: document for document in view.run.documents}
    event = element("a", "In the timeline", href=f"#event-{group.event}") if group.event is not None else None
    return element(
        "section",
        element("h3", group.title, id=f"group-{number}"),
        element("p", event, class_="to-event") if event else None,
        *(_finding(view, one, documents) for one in group.findings),
        class_="group",
        aria_labelledby=f"group-{number}",
    )


def _finding(view: View, number: int, documents: Mapping[str, Document]) -> Html:
    finding = view.run.findings[number - 1]
    severity = finding.severity.value
    shown = {view.numbers[place.document] for place in finding.locations if place.document in view.numbers}
    heading = element(
        "h4",
        element("span", SEVERITIES[finding.severity], class_=f"badge {severity}"),
        f" {finding.rule} ",
        element("small", f"{finding.confidence:.0%} sure"),
        id=f"finding-{number}-name",
    )
    places = places_of(finding, view.run)
    return element(
        "article",
        heading,
        element("p", finding.message, class_="message"),
        element("div", *(_place(view, place, number, documents) for place in places), class_="places"),
        element("p", element("b", "Check: "), finding.suggestion, class_="suggestion") if finding.suggestion else None,
        _why(view, finding),
        id=f"finding-{number}",
        class_=f"finding {severity}",
        aria_labelledby=f"finding-{number}-name",
        tabindex=-1,
        data_articles=" ".join(map(str, sorted(shown))),
        data_category=finding.category,
        data_severity=severity,
    )


def _place(view: View, place: Location, number: int, documents: Mapping[str, Document]) -> Html:
    document = documents.get(place.document)
    name = element("cite", view.name(place.document))
    linked: Html = name
    if place.document in view.numbers:
        index = view.run.findings[number - 1].locations.index(place)
        linked = element("a", name, href=f"#place-{number}-{index}")
    where = [linked, f", line {place.line}, column {place.column}"]
    if document is not None:
        told = (document.source, published_words(document))
        where.append(element("span", ", ".join(part for part in told if part), class_="published"))
    quote = element("blockquote", *_in_sentence(view, place))
    return element("figure", quote, element("figcaption", *where))


def _in_sentence(view: View, place: Location) -> Iterator[str]:
    """The sentence with the quote marked in it."""
    article = view.articles.get(place.document)
    if article is not None:
        first, last = context_of(article, place.start, place.end)
        edges = pairwise((first, place.start, place.end, last))
        before, quote, after = (plain(article.document, start, end) for start, end in edges)
    else:
        before, quote, after = place.context.partition(place.quote)
        if not quote:
            before, quote, after = "", place.quote, f" ({place.context})"
    yield before
    yield element("mark", quote)
    yield after


def _why(view: View, finding: Finding) -> Html:
    steps = element("ol", *(element("li", step) for step in finding.explanation)) if finding.explanation else None
    known = any(rule.name == finding.rule for rule in view.run.rules)
    rule = element("a", finding.rule, href=f"#rule-{finding.rule}") if known else finding.rule
    return element(
        "details",
        element("summary", "Why"),
        steps,
        element("p", "Rule ", rule, f", category {finding.category}, fingerprint {finding.fingerprint}", class_="note"),
        class_="why",
    )

"""Findings: what was found, both statements in their sentences, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.document.model import Document
from factcheck.findings.building import context_of
from factcheck.findings.model import Finding, Location
from factcheck.records import dataclass
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
    passages = _passages(view, places_of(finding, view.run))
    return element(
        "article",
        heading,
        element("p", finding.message, class_="message"),
        element("div", *(_passage(view, one, number, documents) for one in passages), class_="places"),
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


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence, ``text[start:end]`` of an article, with the places in it; without an article only one place."""

    places: tuple[Location, ...]
    start: int = 0
    end: int = 0


def _passages(view: View, places: Sequence[Location]) -> Sequence[_Passage]:
    """The places by sentence, in their order: a sentence that is cited twice is shown once."""
    found: dict[tuple[str, int, int], _Passage] = {}
    for place in places:
        article = view.articles.get(place.document)
        start, end = context_of(article, place.start, place.end) if article is not None else (place.start, place.end)
        key = (place.document, start, end)
        found[key] = _Passage((*found[key].places, place) if key in found else (place,), start, end)
    return tuple(found.values())


def _passage(view: View, passage: _Passage, number: int, documents: Mapping[str, Document]) -> Html:
    first, *others = sorted(passage.places, key=lambda place: place.start)
    document = documents.get(first.document)
    name = element("cite", view.name(first.document))
    where: list[str] = [_link(view, first, number, name), f", line {first.line}, column {first.column}"]
    for other in others:
        where += [" and ", _link(view, other, number, f"line {other.line}, column {other.column}")]
    if document is not None:
        told = (document.source, published_words(document))
        where.append(element("span", ", ".join(part for part in told if part), class_="published"))
    return element("figure", element("blockquote", *_in_sentence(view, passage)), element("figcaption", *where))


def _link(view: View, place: Location, number: int, shown: str) -> str:
    """The way to a place in its article's text, where that is shown."""
    if place.document not in view.numbers:
        return shown
    index = view.run.findings[number - 1].locations.index(place)
    return element("a", shown, href=f"#place-{number}-{index}")


def _in_sentence(view: View, passage: _Passage) -> Iterator[str]:
    """The sentence with the quotes marked in it."""
    article = view.articles.get(passage.places[0].document)
    if article is None:
        place = passage.places[0]
        before, quote, after = place.context.partition(place.quote)
        yield before if quote else ""
        yield element("mark", place.quote)
        yield after if quote else f" ({place.context})"
        return
    at = passage.start
    for place in sorted(passage.places, key=lambda one: (one.start, -one.end)):
        start = max(at, place.start)  # a quote may lie in another
        if place.end > start:
            yield plain(article.document, at, start)
            yield element("mark", plain(article.document, start, place.end))
            at = place.end
    yield plain(article.document, at, max(at, passage.end))


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

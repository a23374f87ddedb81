"""The timeline as a list: what the drawing shows, in words, with the way to the articles and the findings."""

from __future__ import annotations

from factcheck.checks.telling import date_words
from factcheck.report.html.markup import Html, element, joined
from factcheck.report.html.view import View
from factcheck.timeline.model import Claim, Entry, Status

_FEW = 30
_SAID = {Status.DISPUTED: "disputed", Status.AGREED: "told alike", Status.SINGLE: "told once"}


def listing(view: View) -> Html:
    """The events in order of time, folded where they are many."""
    items = [_event(view, number, entry) for number, entry in enumerate(view.entries, start=1)]
    return element(
        "details",
        element("summary", f"The events as a list ({len(items)})"),
        element("ol", *items, class_="events"),
        open=len(items) <= _FEW,
    )


def _event(view: View, number: int, entry: Entry) -> Html:
    findings = view.finding_numbers(entry)
    cited = [view.run.findings[one - 1] for one in findings]
    planned = " (planned)" if entry.planned else ""
    heading = element(
        "p",
        element("b", date_words(entry.interval)),
        " ",
        f"{entry.title}{planned} ",
        element("span", _SAID[entry.status], class_=f"badge {entry.status.value}"),
        class_="what",
    )
    links = [element("a", f"finding {one}", href=f"#finding-{one}") for one in findings]
    return element(
        "li",
        heading,
        element("ul", *(_claim(view, claim, entry) for claim in entry.claims)),
        element("p", "See ", joined(links, ", ")) if links else None,
        id=f"event-{number}",
        data_event=number,
        data_status=entry.status.value,
        data_articles=" ".join(str(view.numbers[name]) for name in entry.documents if name in view.numbers),
        data_category=" ".join(sorted({finding.category for finding in cited})) or None,
        data_severity=" ".join(sorted({finding.severity.value for finding in cited})) or None,
    )


def _claim(view: View, claim: Claim, entry: Entry) -> Html:
    name = view.name(claim.document)
    number = view.numbers.get(claim.document)
    read = date_words(claim.interval)
    shown = element("a", name, href=f"#article-{number}") if number else element("span", name)
    place = f", {claim.place}" if claim.place is not None and len(entry.places) > 1 else ""
    return element(
        "li",
        shown,
        f", line {claim.location.line}: ",
        element("q", claim.when),
        f"{'' if claim.when == read else f' {read}'}{place}",
    )

"""What could not be judged, and why: silence about it is no clean bill."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.document.model import Basis
from factcheck.expressions.model import Timex, TimexType
from factcheck.findings.building import fold
from factcheck.report.html.markup import Html, element
from factcheck.report.html.view import View
from factcheck.report.summary import counted, summarise


def section(view: View) -> Html:
    """Inputs that were skipped, dates that could not be read, times that could not be placed."""
    parts = list(_parts(view))
    return element(
        "section",
        element("h2", "What could not be judged", id="unjudged-name"),
        *(parts or [element("p", "Everything that was read could be judged.")]),
        id="unjudged",
        aria_labelledby="unjudged-name",
    )


def _parts(view: View) -> Iterator[Html]:
    summary = summarise(view.run)
    if summary.unjudged:
        yield element("p", f"{summary.unjudged}.")
    if summary.skipped:
        items = [element("li", element("b", document), f": {reason}") for document, reason in summary.skipped]
        yield element("h3", "Skipped")
        yield element("ul", *items)
    dates = [
        element("li", element("b", view.name(document.name)), f": {said}")
        for document in view.documents
        for said in (*document.unread, *(_undated(document.published.basis)))
    ]
    if dates:
        yield element("h3", "Dates of publication")
        yield element("ul", *dates)
    times = [item for document in view.documents if (item := _times(view, view.articles.get(document.name)))]
    if times:
        yield element("h3", "Times that could not be placed on the calendar")
        yield element("ul", *times, class_="folded")


def _undated(basis: Basis) -> tuple[str, ...]:
    if basis is Basis.UNKNOWN:
        return ("no date of publication: what it says relative to that day cannot be placed",)
    return ("states no date of publication; it was inferred from the text",) if basis is Basis.INFERRED else ()


def _times(view: View, article: Article | None) -> Html | None:
    """One line an article: each time that has no place on the calendar, with its line."""
    if article is None:
        return None
    document = article.document
    open_ = [timex for timex in article.expressions.times if _is_open(timex)]
    if not open_:
        return None
    told = dict.fromkeys((document.source_map.position(timex.start)[0], fold(timex.text)) for timex in open_)
    quotes = [element("li", element("q", text), f" line {line}") for line, text in told]
    name = element("summary", f"{view.name(document.name)}: {counted(len(open_), 'times')}")
    return element("li", element("details", name, element("ul", *quotes)))


def _is_open(timex: Timex) -> bool:
    return timex.interval is None and timex.type in (TimexType.DATE, TimexType.TIME)

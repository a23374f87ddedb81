"""What to look at: by article, category, severity, dispute and words. Shown where the script runs."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.report.html.findings import SEVERITIES
from factcheck.report.html.markup import Html, element
from factcheck.report.html.view import View


def filters(view: View) -> Html:
    """The form, and the line that tells how much it leaves."""
    found = view.run.findings
    categories = sorted({finding.category for finding in found})
    severities = [(severity.value, name) for severity, name in SEVERITIES.items()]
    documents = [(str(view.numbers[one.name]), view.name(one.name)) for one in view.documents]
    events = [("disputed", "disputed"), ("several", "told by several articles")]
    return element(
        "form",
        element("h2", "Show only", id="filters-name"),
        element("label", "Words ", element("input", type="search", name="words", autocomplete="off")),
        _choice("Article", "articles", "all articles", documents),
        _choice("Category", "category", "all categories", ((one, one) for one in categories)),
        _choice("Severity", "severity", "all severities", severities),
        _choice("Events", "status", "all events", events),
        element("button", "Show all", type="reset"),
        element("p", role="status", id="left"),
        role="search",
        aria_labelledby="filters-name",
        class_="filters",
    )


def _choice(label: str, name: str, every: str, options: Iterable[tuple[str, str]]) -> Html:
    listed = [element("option", every, value="")]
    listed += [element("option", shown, value=value) for value, shown in options]
    return element("label", f"{label} ", element("select", *listed, name=name))

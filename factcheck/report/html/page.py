"""The page: one file with its style and script in it, which loads nothing and runs nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib import resources

import factcheck
from factcheck.report.html import articles, events, rules, unjudged
from factcheck.report.html.filters import filters
from factcheck.report.html.findings import group_section
from factcheck.report.html.groups import groups
from factcheck.report.html.markup import Html, element, joined
from factcheck.report.html.timeline import drawings
from factcheck.report.html.view import View
from factcheck.report.summary import counted, summarise
from factcheck.vocabulary import Severity

_PARTS = (
    ("summary", "Summary"),
    ("findings", "Findings"),
    ("timeline", "Timeline"),
    ("articles", "Articles"),
    ("unjudged", "Not judged"),
    ("rules", "Rules"),
)


def page(view: View, hidden: int) -> str:
    """The whole document. ``hidden`` findings are below the severity shown."""
    title = f"factcheck: {summarise(view.run, hidden).found}"
    body = [
        element("a", "Skip to the findings", href="#findings", class_="skip"),
        element("header", element("h1", "factcheck report"), _contents()),
        element(
            "main",
            _summary(view, hidden),
            filters(view) if view.run.findings or view.entries else None,
            _findings(view),
            _timeline(view),
            articles.section(view),
            unjudged.section(view),
            rules.section(view),
        ),
        element("footer", element("p", f"Written by factcheck {factcheck.__version__}.")),
    ]
    return f'<!DOCTYPE html>\n<html lang="en">\n{_head(title)}\n{element("body", joined(body, chr(10)))}\n</html>\n'


def _head(title: str) -> Html:
    style, script = _file("style.css"), _file("script.js")
    policy = (
        f"default-src 'none'; style-src '{hash_of(style)}'; script-src '{hash_of(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = [
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", style),
        element("script", script),
    ]
    return element("head", joined(parts, "\n"))


def hash_of(text: str) -> str:
    """A style or script as a content security policy names it: https://www.w3.org/TR/CSP3/#grammardef-hash-source."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _file(name: str) -> Html:
    """A file of ours beside this one, with line feeds for line ends wherever it was checked out."""
    return Html(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _contents() -> Html:
    items = [element("li", element("a", name, href=f"#{part}")) for part, name in _PARTS]
    return element("nav", element("ul", *items), aria_label="Contents")


def _summary(view: View, hidden: int) -> Html:
    run = view.run
    summary = summarise(run, hidden)
    counts = [
        element(
            "li",
            element("b", f"{sum(finding.severity is severity for finding in run.findings):,}"),
            f" {counted(sum(finding.severity is severity for finding in run.findings), name).partition(' ')[2]}",
            class_=severity.value,
        )
        for severity, name in ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"), (Severity.INFO, "infos"))
    ]
    told = [("Read", summary.read), ("Not judged", summary.unjudged)]
    if hidden or run.known or run.suppressed:
        told.insert(1, ("Found", summary.found))
    if summary.skipped:
        told.append(("Skipped", counted(len(run.skipped), "inputs")))
    listed = [joined([element("dt", name), element("dd", value)]) for name, value in told if value]
    return element(
        "section",
        element("h2", "Summary", id="summary-name"),
        element("ul", *counts, class_="counts"),
        element("dl", *listed),
        id="summary",
        aria_labelledby="summary-name",
    )


def _findings(view: View) -> Html:
    found = [group_section(view, group, number) for number, group in enumerate(groups(view), start=1)]
    return element(
        "section",
        element("h2", "Findings", id="findings-name"),
        *(found or [element("p", "Nothing was found that cannot all be true.")]),
        id="findings",
        aria_labelledby="findings-name",
        tabindex=-1,
    )


def _timeline(view: View) -> Html:
    parts: list[Html] = []
    if view.entries:
        parts = [_key(), drawings(view), element("div", id="detail", role="status"), events.listing(view)]
    elif view.run.corpus is None:
        parts = [element("p", "This run was put together without its articles' events.")]
    else:
        parts = [element("p", "No dated event was found.")]
    if view.hidden_events:
        parts.append(element("p", f"{counted(view.hidden_events, 'events')} left out, which no finding cites."))
    return element(
        "section",
        element("h2", "Timeline", id="timeline-name"),
        *parts,
        id="timeline",
        aria_labelledby="timeline-name",
    )


def _key() -> Html:
    """What the marks mean."""
    kinds = (
        ("disputed", "disputed: a finding cites it"),
        ("agreed", "told alike by several articles"),
        ("single", "told by one article"),
        ("planned", "planned"),
    )
    items = [element("li", element("span", class_=f"swatch {kind}"), f" {what}") for kind, what in kinds]
    note = (
        "A row is an article, a mark what it tells of one event, as wide as it says when. "
        "Lines join one event's marks. Below the drawing stands who says what of the mark that you point at, "
        "or go to with Tab and the arrow keys."
    )
    return joined([element("p", note, class_="note"), element("ul", *items, class_="key")])

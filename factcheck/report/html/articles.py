"""Each article's text, its expressions marked, with the findings on a paragraph beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.document.model import Block, BlockKind, Document
from factcheck.report.html.findings import SEVERITIES
from factcheck.report.html.markup import Html, element
from factcheck.report.html.passages import Cited, Span, anchor, expressions, is_shown, marked
from factcheck.report.html.view import View, published_words
from factcheck.report.summary import counted

_OPEN = 8  # articles; where there are more, each is folded
_LONGEST = 140
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")


def section(view: View) -> Html:
    """All articles that the page shows in full."""
    cited = _cited(view)
    left_out = len(view.run.documents) - len(view.documents)
    note = f"{counted(left_out, 'articles')} that no finding cites left out." if left_out else None
    return element(
        "section",
        element("h2", "Articles", id="articles-name"),
        element("p", note) if note else None,
        _legend() if view.articles else None,
        *(_article(view, document, cited.get(document.name, ())) for document in view.documents),
        id="articles",
        aria_labelledby="articles-name",
    )


def _cited(view: View) -> Mapping[str, Sequence[Cited]]:
    found: dict[str, list[Cited]] = defaultdict(list)
    for number, finding in enumerate(view.run.findings, start=1):
        for index, place in enumerate(finding.locations):
            found[place.document].append(Cited(place.start, place.end, finding.severity.value, number, index))
    return {document: sorted(places) for document, places in found.items()}


def _legend() -> Html:
    """The kinds of expressions, each with a switch (which needs the script)."""
    switches = [
        element(
            "label",
            element("input", type="checkbox", checked=True, data_show=kind),
            " ",
            element("span", name, class_=kind),
        )
        for kind, name in (("time", "times"), ("quantity", "quantities"), ("place", "places"), ("name", "names"))
    ]
    return element("fieldset", element("legend", "Marked in the text"), *switches, class_="legend")


def _article(view: View, document: Document, cited: Sequence[Cited]) -> Html:
    number = view.numbers[document.name]
    article = view.articles.get(document.name)
    spans = expressions(article) if article is not None else []
    findings = {one.finding for one in cited}
    new = view.run.new is not None and document.name in view.run.new
    name = element("h3", document.title or view.name(document.name), id=f"article-{number}-name")
    told = [
        document.name,
        document.source,
        f"a copy of {view.run.copy_of[document.name]}" if document.name in view.run.copy_of else None,
        f"published {published_words(document)}" if document.published.first else published_words(document),
    ]
    return element(
        "details",
        element(
            "summary",
            name,
            element("span", "new", class_="badge info") if new else None,
            element("span", " · ".join(part for part in told if part), class_="published"),
            element("span", counted(len(findings), "findings"), class_="count") if findings else None,
        ),
        element("article", *_blocks(view, document, spans, cited), aria_labelledby=f"article-{number}-name"),
        id=f"article-{number}",
        class_="article",
        data_articles=number,
        open=len(view.documents) <= _OPEN,
    )


def _blocks(view: View, document: Document, spans: Sequence[Span], cited: Sequence[Cited]) -> Iterator[Html]:
    """The blocks; one in which something was found is a row, with the text on the left and the findings beside it."""
    noted: set[int] = set()
    anchored: set[Cited] = set()
    for block in document.blocks:
        here = [one for one in cited if one.start < block.end and one.end > block.start]
        if not is_shown(block.kind) and not here:
            continue
        kind = None if block.kind is BlockKind.PARAGRAPH else block.kind.value
        text = element(
            "p", marked(document, block.start, block.end, spans, here), class_=kind, dir=direction(document, block)
        )
        notes = [_note(view, number) for number in sorted({one.finding for one in here} - noted)]
        noted |= {one.finding for one in here}
        anchored |= {one for one in here if one.start >= block.start}
        yield element("div", text, element("ul", *notes, class_="notes"), class_="row") if notes else text
    yield from (anchor(one) for one in cited if one not in anchored)  # in no block: the links still lead here


def direction(document: Document, block: Block) -> str | None:
    """``auto`` for a block with letters that are written from right to left."""
    return "auto" if _RIGHT_TO_LEFT.search(document.text, block.start, block.end) else None


def _note(view: View, number: int) -> Html:
    finding = view.run.findings[number - 1]
    message = finding.message if len(finding.message) <= _LONGEST else f"{finding.message[: _LONGEST - 1]}…"
    badge = element("span", SEVERITIES[finding.severity], class_=f"badge {finding.severity.value}")
    return element(
        "li", badge, " ", element("a", finding.rule, href=f"#finding-{number}"), " ", message,
        class_=finding.severity.value,
    )  # fmt: skip

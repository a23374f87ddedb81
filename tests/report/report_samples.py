"""A run made by hand, with hostile words in it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from factcheck.document.model import Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.errors import Skipped
from factcheck.findings.model import Finding, Location, Run
from factcheck.vocabulary import Severity

HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07 \u202eevil\u2066 \x9b2J | `code` <script>alert(1)</script> @editor #42 **bold** "
    "[link](http://example.test) ![i](x) www.example.test &amp; </td> $x$ \\| -- 日本語 ~~gone~~ _u_ \ud800"
)


def make_document(name: str, text: str, published: Publication | None = None) -> Document:
    """A document of one paragraph, with line and column straight from its text."""
    lines = (0, *(index + 1 for index, mark in enumerate(text) if mark == "\n"))
    return Document(
        name=name,
        text=text,
        prose=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        source_map=SourceMap((0,), (0,), lines),
        published=published or Publication(Basis.UNKNOWN),
    )


def make_finding(number: int, severity: Severity, words: str = "plain words", documents: str = "ab") -> Finding:
    """A finding whose every text is ``words``."""
    places = tuple(
        Location(f"{name}.txt", number, number + 4, number + 1, 2, f"{words} {name}", f"In full: {words}.")
        for name in documents
    )
    return Finding(
        rule=f"rule-{number}",
        category="date-conflict",
        severity=severity,
        confidence=0.93,
        message=f"a.txt says {words}; b.txt does not.",
        explanation=(f"First {words}.", "Then that."),
        suggestion=f"Check {words}.",
        fingerprint=f"{number:016x}",
        locations=places,
    )


def run_of(words: str = "plain words") -> Run:
    """A run with an error, a warning and an info that all say the words given."""

    stated = datetime(2024, 3, 8, 16, 53, tzinfo=UTC)
    documents = (
        make_document("a.txt", words, Publication(Basis.STATED, stated.date(), stated.date(), stated)),
        make_document("b.txt", words, Publication(Basis.INFERRED, date(2024, 3, 5), date(2024, 3, 8))),
        make_document("c.txt", words),
    )
    findings = tuple(make_finding(number, severity, words) for number, severity in enumerate(Severity))
    counts = {"articles": 3, "assertions": 1200, "events": 1, "times not resolved": 4, "articles without a date": 0}
    return Run(documents, findings, (Skipped(f"{words}.pdf", f"is {words}"),), counts)

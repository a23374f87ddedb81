"""Audit real news, where every error and warning must stand up to an editor, and count what is said.

    python benchmarks/silence.py [GOLD.jsonl...] [--details] [--info] [--pooled] [--rule NAME] [--no-copies]

Gold is JSON lines with ``id``, ``text`` and, where known, ``dct`` (document creation time) and ``title``.
Nothing in these articles is labelled as a discrepancy; most are right, so almost every finding is a false
alarm until someone has read it. Three audits of each file:

1. articles of one topic as a corpus. The topic is the row's ``topic``, or what stands before the
   underscore of an ECB+ id ("1_10ecb"), or, where ids tell nothing, a run of rows in ascending order of
   their ids (MEANTIME lists its four topics one after another, each sorted);
2. with ``--pooled``, all articles of the file as one corpus: nothing should link articles of two topics;
3. each article beside its own copy under another id, which must give no finding across the two.

``--details`` prints each error and warning with its quotes in context, ``--info`` the others as well.
Exit code 1 if a copy gave a finding, 2 if an article could not be judged. No network, no clock.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.assertions.model import Article
from factcheck.config import Settings
from factcheck.errors import Skipped
from factcheck.findings.model import Finding, Location, Run
from factcheck.pipeline import judge, link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset
from factcheck.ruleset.model import Ruleset

Row = dict[str, Any]
DEFAULT_GOLD = ("/work/shared/data/timex/meantime.jsonl", "/work/shared/data/timex/esc.jsonl")
_ECB = re.compile(r"(\d+)_\d+ecb")
_COPY = " (copy)"


@dataclass
class Audit:
    """The findings of one way to audit a file, with the name of the corpus each is from."""

    name: str
    articles: int = 0
    findings: list[tuple[str, Finding]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, corpus: str, run: Run) -> None:
        """Counts a run in."""
        self.articles += len(run.documents)
        self.findings += [(corpus, finding) for finding in run.findings]
        self.skipped += run.skipped


def read_rows(path: Path) -> list[Row]:
    """The articles of a gold file, in the file's order."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def topics(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows by topic, in the file's order."""
    grouped: dict[str, list[Row]] = {}
    last, number = "", 1
    for row in rows:
        ecb = _ECB.match(row["id"])
        if row.get("topic"):
            topic = str(row["topic"])
        elif ecb:
            topic = f"topic {ecb[1]}"
        else:
            if row["id"] < last:
                number += 1
            topic, last = f"topic {number}", row["id"]
        grouped.setdefault(topic, []).append(row)
    return grouped


def published(dct: str | None) -> str | None:
    """The article's day as ISO 8601 ("2013-06-13T16:59", "03-02-2009"), or None."""
    if not dct:
        return None
    if match := re.match(r"\d{4}-\d\d-\d\d", dct):
        return match[0]
    match = re.match(r"(\d\d)-(\d\d)-(\d{4})", dct)
    return f"{match[3]}-{match[2]}-{match[1]}" if match else None


def read(rows: Sequence[Row], ruleset: Ruleset, folder: Path, mark: str = "") -> tuple[list[Article], list[Skipped]]:
    """The rows' articles by way of a ``.jsonl`` file, as a user would hand them in; ``mark`` ends each id."""
    path = folder / "articles.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            article = {
                "id": row["id"] + mark,
                "text": row["text"],
                "published": published(row.get("dct")),
                "title": row.get("title"),
            }
            file.write(json.dumps({key: value for key, value in article.items() if value is not None}) + "\n")
    return read_articles([str(path)], Settings(), ruleset)


def run(articles: Sequence[Article], skipped: Sequence[Skipped], ruleset: Ruleset) -> Run:
    """What the pipeline says of the articles as one corpus."""
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files)
    return judge(link_articles(articles, knowledge), Settings(), ruleset, skipped)


def audit_file(path: Path, ruleset: Ruleset, *, pooled: bool, copies: bool) -> Iterator[Audit]:
    """Audits a gold file each way."""
    by_topic, together = Audit(f"{path.name}, by topic"), Audit(f"{path.name}, all as one corpus")
    beside = Audit(f"{path.name}, each article beside its copy")
    everything: list[Article] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for topic, rows in topics(read_rows(path)).items():
            articles, skipped = read(rows, ruleset, folder)
            by_topic.add(topic, run(articles, skipped, ruleset))
            everything += articles
            if copies:
                twins, _ = read(rows, ruleset, folder, _COPY)
                for article, twin in zip(articles, twins, strict=True):
                    beside.add(short(article.document.name), across(article, twin, ruleset))
    yield by_topic
    if pooled:
        together.add("all", run(everything, by_topic.skipped, ruleset))
        yield together
    if copies:
        yield beside


def across(article: Article, twin: Article, ruleset: Ruleset) -> Run:
    """What an article and its copy give that the article alone does not.

    A slip inside the article may be reported for both at once; that is no finding across the two.
    """
    alone = {(finding.rule, spans(finding)) for finding in run([article], (), ruleset).findings}
    both = run([article, twin], (), ruleset)
    extra = tuple(
        finding
        for finding in both.findings
        if len({at.document for at in finding.locations}) > 1 and (finding.rule, spans(finding)) not in alone
    )
    return Run(both.documents, extra, both.skipped)


def spans(finding: Finding) -> frozenset[tuple[int, int]]:
    """Where a finding points to, whichever copy it is in."""
    return frozenset((at.start, at.end) for at in finding.locations)


def short(document: str) -> str:
    """The article's own id."""
    return document.partition("#")[2] or document


def show_counts(audit: Audit) -> None:
    """Findings by rule and severity, and how many a hundred articles give."""
    print(f"\n## {audit.name}: {audit.articles} articles")
    counts = Counter((finding.severity.value, finding.rule) for _, finding in audit.findings)
    for (severity, rule), number in sorted(counts.items()):
        print(f"{severity:8} {rule:36} {number:4}")
    loud = sum(number for (severity, _), number in counts.items() if severity != "info")
    rate = 100 / max(1, audit.articles)
    print(f"errors and warnings {loud} ({loud * rate:.1f} per 100 articles), all {counts.total()}"
          f" ({counts.total() * rate:.1f} per 100), not judged {len(audit.skipped)}")  # fmt: skip
    for skipped in audit.skipped:
        print(f"NOT JUDGED {short(skipped.document)}: {skipped.reason}")


def show_details(corpus: str, finding: Finding, texts: dict[str, str], width: int) -> None:
    """A finding with each quote in its context."""
    print(f"\n[{finding.severity}] {finding.rule} {finding.confidence:.2f} ({corpus})")
    print(textwrap.fill(finding.message, 118, initial_indent="  ", subsequent_indent="  "))
    for at in finding.locations:
        print(f"  - {short(at.document)}:{at.line}")
        print(textwrap.fill(in_context(at, texts, width), 116, initial_indent="      ", subsequent_indent="      "))
    for line in finding.explanation:
        print(textwrap.fill(line, 116, initial_indent="    . ", subsequent_indent="      "))


def in_context(at: Location, texts: dict[str, str], width: int) -> str:
    """The quote in brackets with ``width`` characters on either side, white space folded."""
    text = texts[short(at.document).removesuffix(_COPY)]
    pieces = text[max(0, at.start - width) : at.start], text[at.start : at.end], text[at.end : at.end + width]
    before, quote, after = (re.sub(r"\s+", " ", piece) for piece in pieces)
    return f"…{before}[[{quote}]]{after}…"


def main() -> int:
    """Audits the files given and prints what is found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0], epilog=__doc__.partition("\n\n")[2],
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("gold", nargs="*", type=Path, default=[Path(path) for path in DEFAULT_GOLD])
    parser.add_argument("--details", action="store_true", help="print each error and warning")
    parser.add_argument("--info", action="store_true", help="print info findings as well")
    parser.add_argument("--context", type=int, default=160, help="characters around a quote")
    parser.add_argument("--pooled", action="store_true", help="also audit each file as one corpus")
    parser.add_argument("--no-copies", action="store_true", help="do not audit articles beside their copies")
    parser.add_argument("--rule", action="append", help="only this rule; repeatable")
    options = parser.parse_args()
    ruleset = load_ruleset(())
    unlike, unread = 0, 0
    for path in options.gold:
        texts = {row["id"]: row["text"] for row in read_rows(path)}
        for audit in audit_file(path, ruleset, pooled=options.pooled, copies=not options.no_copies):
            if options.rule:
                audit.findings = [item for item in audit.findings if item[1].rule in options.rule]
            show_counts(audit)
            unread += len(audit.skipped)
            unlike += len(audit.findings) if audit.name.endswith("copy") else 0
            for corpus, finding in audit.findings:
                if options.info or (options.details and finding.severity.rank):
                    show_details(corpus, finding, texts, options.context)
    return 2 if unread else int(unlike > 0)


if __name__ == "__main__":
    sys.exit(main())

"""Would htmldate date pages that carry no date in their metadata? Its answers beside factcheck's own reader's.

    python benchmarks/htmldate_pages.py

Fourteen pages written for this: five say when they were published, in their text or in a ``time`` element,
and nine do not, though other dates stand in them. A wrong day of publication makes every "on Monday" of the
article wrong, so an answer where the page gives none counts as wrong. Needs htmldate, which factcheck does
not: ``pip install 'factcheck[bench]'``.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from factcheck.document.model import Document
from factcheck.document.reading import read
from factcheck.document.sources import Source

_TEXT = "<p>The harbour board voted to dredge the northern channel after years of argument about who pays.</p>"
_PAGES: list[tuple[str, str, str | None]] = [
    ("a line under the title", f"<p>Published 4 March 2024</p>{_TEXT}", "2024-03-04"),
    ("posted on", f"<div class='meta'>Posted on March 4, 2024 by A. Writer</div>{_TEXT}", "2024-03-04"),
    ("a time element", f"<time datetime='2024-03-04T10:00:00+01:00'>Monday</time>{_TEXT}", "2024-03-04"),
    ("a dateline", f"<p>PORTO, March 4, 2024 - The board voted.</p>{_TEXT}", "2024-03-04"),
    ("updated and published", f"<p>Updated: 5 March 2024. First published: 4 March 2024</p>{_TEXT}", "2024-03-04"),
    ("an event of the past", f"{_TEXT}<p>The old pier burnt down on 12 June 2011.</p>", None),
    ("an event to come", f"{_TEXT}<p>Work starts on 1 September 2025.</p>", None),
    ("history", f"<p>Opened on 3 May 1921, shut on 4 June 1957, it was sold on 9 July 1988.</p>{_TEXT}", None),
    ("a copyright line", f"{_TEXT}<footer>Copyright 2023 Harbour Herald</footer>", None),
    ("dated related stories", f"{_TEXT}<aside><ul><li>12 January 2022: Fish prices up</li></ul></aside>", None),
    ("a caption", f"<figure><img src='a.jpg'><figcaption>The pier on 14 April 2015</figcaption></figure>{_TEXT}", None),
    ("nothing", _TEXT, None),
    ("a dated image path", f"<img src='/uploads/2019/07/22/pier.jpg'>{_TEXT}", None),
    ("a deadline", f"<p>Comments close on 2024-06-30.</p>{_TEXT}", None),
]


def _own(page: str) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        (document,) = (item for item in read(Source(str(path))) if isinstance(item, Document))
    return None if document.published.day is None else document.published.day.isoformat()


def main() -> None:
    try:
        from htmldate import find_date
    except ImportError:
        sys.exit("skipped: htmldate is not installed (pip install 'factcheck[bench]')")
    counts: Counter[tuple[str, str]] = Counter()
    for name, body, right in _PAGES:
        page = (
            "<!doctype html><html><head><title>Board votes</title></head><body><article><h1>Board votes</h1>"
            f"{body}</article></body></html>"
        )
        answers = {"htmldate": find_date(page, original_date=True), "factcheck": _own(page)}
        for who, day in answers.items():
            counts[who, "right" if day == right else "silent" if day is None else "wrong"] += 1
        print(
            f"{name:24} says {right or '-':10}  htmldate {answers['htmldate'] or '-':10}  {answers['factcheck'] or '-'}"
        )
    for who in ("htmldate", "factcheck"):
        print(f"{who}: " + ", ".join(f"{kind} {counts[who, kind]}" for kind in ("right", "silent", "wrong")))


if __name__ == "__main__":
    main()

"""HTML to a Document: the visible blocks joined by line ends, each with its way back to the source.

The page is flattened into lists first (:mod:`~factcheck.document.html_tree`), so that no page is nested too deeply for
us and every question about a subtree is answered once. Then it is walked (:mod:`~factcheck.document.html_walk`) and
written (:mod:`~factcheck.document.html_writing`).
"""

from __future__ import annotations

from factcheck.document import assemble, blocks, html_metadata, lines
from factcheck.document.html_source import Stream, levelled
from factcheck.document.html_tree import flatten
from factcheck.document.html_walk import Walk
from factcheck.document.model import Document, SourceMap
from factcheck.document.positions import line_starts
from factcheck.document.prose import fold
from factcheck.patterns import regex

_SURROGATE = regex("[\ud800-\udfff\x00]")


def read(name: str, source: str, address: str | None = None) -> Document | None:
    """One article from a page's source; None where the page shows no text.

    ``address`` is where the page was found, for a page that does not name its own.
    """
    safe = _SURROGATE.sub("\ufffd", source)
    if "\r" in safe:
        # The parser makes one LF of CR LF; a space in place of the CR keeps every offset.
        safe = safe.replace("\r\n", " \n").replace("\r", "\n")
    safe, scan = levelled(safe)
    tree = flatten(safe)
    shown = Walk(tree, Stream(safe, scan), by_class=True)
    shown.run()
    if shown.kept * 4 < shown.writer.length and shown.by_class_hits:
        # A class name has taken the article for an advertisement: believe the elements only.
        shown = Walk(tree, Stream(safe, scan), by_class=False)
        shown.run()
    text = "".join(shown.writer.out)
    if not text.strip():
        return None
    page = tree.page
    page.times = shown.times
    page.canonical = page.canonical or page.metas.get("og:url") or address
    facts = html_metadata.facts(page)
    prose = fold(text)
    outline = blocks.outline(prose, lines.trimmed(prose, shown.drafts), authors=facts.authors)
    headline = shown.h1 or facts.headline
    titled, site = html_metadata.outlet(page.title_element, headline)
    return assemble.document(
        name,
        text,
        prose,
        outline,
        SourceMap(tuple(shown.writer.starts), tuple(shown.writer.sources), line_starts(source)),
        title=headline or titled,
        source=facts.source or site,
        metadata=facts.published,
        modified=facts.modified,
        addressed=facts.addressed,
        language=page.language,
    )

"""One article as a TimeML 1.2.1 document with inline TIMEX3 tags, in the layout of the TempEval-3 corpora.

The text inside ``TEXT`` is the reader's text, code point for code point, so that offsets counted in it are
those of ``extract --format jsonl``. A character that XML cannot hold (a NUL, an escape, half a surrogate
pair) becomes U+FFFD, one for one; one that a terminal would obey is written as a reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import quoteattr

from factcheck.assertions.model import Article
from factcheck.document.model import Basis, Publication
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
# XML 1.0, production 2: what no document may hold, not even as a reference.
_FORBIDDEN = regex("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
# A carriage return would come back as a line feed; the others direct terminals and the order of letters.
_REFERENCED = regex("[\\r\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\U000e0000-\\U000e007f]")
_UNKNOWN_DAY = "XXXX-XX-XX"


def render(article: Article) -> str:
    """The article as one XML document, ending in a line break."""
    document = article.document
    return (
        f"{_HEAD}\n<DOCID>{escape(document.name)}</DOCID>\n\n<DCT>{_creation(document.published)}</DCT>\n\n"
        f"<TITLE>{escape(document.title or '')}</TITLE>\n\n"
        f"<TEXT>{_tagged(document.text, article.expressions.times)}</TEXT>\n\n</TimeML>\n"
    )


def escape(text: str) -> str:
    """Text as XML character data that parses back to it, as far as XML can hold it."""
    text = _FORBIDDEN.sub("\ufffd", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _REFERENCED.sub(lambda found: f"&#{ord(found[0])};", text)


def single(times: Iterable[Timex]) -> Iterator[Timex]:
    """Every Timex as annotators mark it, in text order: the two ends of a range for themselves."""
    for timex in times:
        if timex.parts:
            yield from single(timex.parts)
        else:
            yield timex


def file_names(documents: Sequence[str]) -> list[str]:
    """A file name for each document name: ``articles/a.html`` gives ``articles-a.html.tml``; no two are alike."""
    taken: set[str] = set()
    names = []
    for document in documents:
        stem = re.sub(r"[^\w.]+", "-", document, flags=re.ASCII).strip("-.")[-120:] or "article"
        name, number = stem, 1
        while name.lower() in taken:  # some file systems know no case
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.lower())
        names.append(f"{name}.tml")
    return names


def _creation(published: Publication) -> str:
    """The document creation time; where only a range of days or nothing is known, an open value says so."""
    kind, value, shown, comment = "DATE", _UNKNOWN_DAY, "", None
    if published.stamp is not None:
        kind, value, shown = "TIME", published.stamp.isoformat()[:16], published.stamp.isoformat()
    elif published.day is not None:
        value = shown = published.day.isoformat()
        comment = "inferred from the text" if published.basis is Basis.INFERRED else None
    elif published.first is not None or published.last is not None:
        first, last = (day.isoformat() if day else "?" for day in (published.first, published.last))
        comment = f"inferred from the text: {first} to {last}"
    attributes = {"tid": "t0", "type": kind, "value": value, "temporalFunction": "false"}
    return _tag(attributes | {"functionInDocument": "CREATION_TIME"} | ({"comment": comment} if comment else {}), shown)


def _tagged(text: str, times: Iterable[Timex]) -> str:
    pieces: list[str] = []
    position = 0
    for timex in single(times):
        if timex.start < position:  # two ends that share words: the first keeps them
            continue
        pieces.append(escape(text[position : timex.start]))
        pieces.append(_tag(_attributes(timex, len(pieces) // 2 + 1), text[timex.start : timex.end]))
        position = timex.end
    pieces.append(escape(text[position:]))
    return "".join(pieces)


def _attributes(timex: Timex, number: int) -> dict[str, str]:
    attributes = {"tid": f"t{number}", "type": timex.type.value, "value": timex.value}
    if timex.mod is not None:
        attributes["mod"] = timex.mod
    leans = timex.anchor is not None and timex.type in (TimexType.DATE, TimexType.TIME)
    attributes["temporalFunction"] = "true" if leans else "false"
    if leans and timex.anchor is not None and timex.anchor.startswith("published"):
        attributes["anchorTimeID"] = "t0"
    return attributes


def _tag(attributes: dict[str, str], content: str) -> str:
    written = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<TIMEX3 {written}>{escape(content)}</TIMEX3>"

"""What an HTML page says of itself to machines: JSON-LD, meta elements, its address.

htmldate is not asked when these are silent: it compares dates with the clock, reads copyright lines
and takes dates from running text, each of which could make an event's day the article's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from factcheck.document import stamps
from factcheck.document.published import Stated
from factcheck.patterns import regex
from factcheck.records import dataclass, field

_ARTICLE = regex(r"(?:Article|Posting|Report|Review|NewsItem)$")
_PAGE = regex(r"(?:WebPage|CreativeWork|VideoObject)$")
_LOOSE = {
    key: regex(rf'"{key}"\s*:\s*"([^"\\\n]{{8,40}})"') for key in ("datePublished", "dateModified")
}  # of JSON that does not parse
_PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "publish-date",
    "publish_date", "publication_date", "publication-date", "pubdate", "pub_date", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "article.published", "article:published",
    "date.published", "publishdate", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_MODIFIED_NAMES = (
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "dcterms.modified",
    "dc.date.modified", "last-modified", "article.updated", "lastmod",
)  # fmt: skip
_ADDRESS = regex(
    r"/(?P<y>20\d\d)/(?P<m>\d{1,2}|[a-z]{3})/(?P<d>\d{1,2})(?:/|$)|[/-](?P<y2>20\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)(?:[/-]|$)",
    re.I,
)
_SUFFIX = regex(r"\s+[|–—·•-]\s+|\s+[»›:]\s+")
_LARGEST = 2_000_000
_DEEPEST = 6


@dataclass(slots=True)
class Page:
    """Metadata as they are met while the page is walked."""

    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None
    title_element: str | None = None
    times: list[tuple[str, str]] = field(default_factory=list)  # role and value of <time> elements

    def meta(self, attributes: dict[str, str | None]) -> None:
        """Take a meta element in; the first of a name counts."""
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and content.strip():
            self.metas.setdefault(name.strip().casefold(), content.strip())


@dataclass(frozen=True, slots=True)
class Facts:
    """What the metadata come to; ``published`` is sorted, best first."""

    published: tuple[Stated, ...]
    modified: tuple[Stated, ...]
    headline: str | None
    source: str | None
    authors: tuple[str, ...]
    addressed: date | None


def facts(page: Page) -> Facts:
    """Everything that the page's metadata say, each date with the field it comes from."""
    published: list[Stated] = []
    modified: list[Stated] = []
    publisher: str | None = None
    headline: str | None = None
    authors: list[str] = []
    for item in _articles(page.scripts):
        _date(published, "JSON-LD datePublished", item.get("datePublished"))
        _date(modified, "JSON-LD dateModified", item.get("dateModified"))
        publisher = publisher or _name(item.get("publisher"))
        headline = headline or _name(item.get("headline"))
        writers = item.get("author")
        authors += [
            name for entry in (writers if isinstance(writers, list) else [writers])[:20] if (name := _name(entry))
        ]
    for script in page.scripts:
        for key, found in (("datePublished", published), ("dateModified", modified)):
            if not found and (match := _LOOSE[key].search(script, 0, _LARGEST)) and not _parses(script):
                _date(found, f"JSON-LD {key}", match.group(1))
    for names, found in ((_PUBLISHED_NAMES, published), (_MODIFIED_NAMES, modified)):
        for name in names:
            _date(found, f"the page's {name}", page.metas.get(name))
    for role, value in page.times:
        _date(modified if role == "modified" else published, "the page's time element", value)
    authors += [page.metas[name] for name in ("author", "article:author", "byl") if name in page.metas]
    return Facts(
        tuple(published),
        tuple(modified),
        page.metas.get("og:title") or headline,
        page.metas.get("og:site_name") or publisher,
        tuple(name.removeprefix("By ").strip() for name in authors if len(name) <= 80 and "/" not in name),
        _addressed(page.canonical or page.metas.get("og:url") or ""),
    )


def outlet(title_element: str | None, headline: str | None) -> tuple[str | None, str | None]:
    """Headline and outlet of a title element such as "Mill owner guilty | West Riding Live".

    The outlet is told apart only where the rest is the headline that the page shows, or where one
    separator parts a long piece from a short one.
    """
    if not title_element:
        return None, None
    text = " ".join(title_element.split())[:400]
    cuts = list(_SUFFIX.finditer(text))
    for cut in reversed(cuts):
        left = text[: cut.start()]
        if headline and _same(left, headline):
            return left, text[cuts[-1].end() :]  # a section may stand between headline and outlet
    if len(cuts) == 1 and headline is None:
        left, right = text[: cuts[0].start()], text[cuts[0].end() :]
        if len(right.split()) <= 4 < len(left.split()):
            return left, right
    return text, None


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))


def _date(found: list[Stated], where: str, value: object) -> None:
    if isinstance(value, str) and (stamp := stamps.value(value)) is not None:
        found.append(Stated(where, stamp))


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())[:300]
    return None


def _parse(script: str) -> Any:
    try:
        return json.loads(script[:_LARGEST].strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _parses(script: str) -> bool:
    return _parse(script) is not None


def _articles(scripts: list[str]) -> Iterator[dict[str, Any]]:
    """The objects that describe the article; those of the page itself only where there is none."""
    pages: list[dict[str, Any]] = []
    any_article = False
    for script in scripts[:50]:
        for item in _items(_parse(script), 0):
            kinds = item.get("@type")
            names = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
            if any(_ARTICLE.search(kind) for kind in names):
                any_article = True
                yield item
            elif any(_PAGE.search(kind) for kind in names):
                pages.append(item)
    if not any_article:
        yield from pages


def _items(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Objects at the top, in lists, under @graph and mainEntity; not those of related articles."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value[:200]:
            yield from _items(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _items(value.get(key), depth + 1)


def _addressed(address: str) -> date | None:
    match = _ADDRESS.search(address[:2000])
    if match is None:
        return None
    month = (match["m"] or match["m2"]).lower()
    number = stamps.MONTHS.get(month) or (int(month) if month.isdecimal() else 0)
    try:
        return date(int(match["y"] or match["y2"]), number, int(match["d"] or match["d2"]))
    except ValueError:
        return None

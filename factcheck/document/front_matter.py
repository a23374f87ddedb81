"""YAML front matter, every scalar a string (plain loading turns ``12:30`` into 750 and ``no`` into False).

Only the pairs at the top are read, from libyaml's events and not from a tree: nesting and aliases cost
nothing that way. Where the YAML breaks off, the pairs before the break count, and the lines after it are
read as plain ``key: value``; titles with a bare colon are the usual reason. The article is read either way.
"""

from __future__ import annotations

import re

from factcheck.document import stamps
from factcheck.document.published import Stated, unread
from factcheck.patterns import regex
from factcheck.records import dataclass

_FENCE = regex(r"\s*---[ \t]*\r?\n")
_CLOSE = regex(r"^(?:---|\.\.\.)[ \t]*\r?$", re.M)
_PAIR = regex(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S.*?)[ \t\r]*$", re.M)
_TITLE = regex(
    r"""^(?:title|headline)[ \t]*:[ \t]+(?P<mark>["']?)(?P<title>[^\s"'|>].*?)(?P=mark)[ \t\r]*$""", re.M | re.I
)
_QUOTING = str.maketrans("", "", "\\'\"")
_LONGEST = 65_536
_PUBLISHED = (
    "date",
    "published",
    "datepublished",
    "publishdate",
    "pubdate",
    "publishedat",
    "publicationdate",
    "posted",
    "created",
)
_MODIFIED = ("updated", "modified", "datemodified", "lastmod", "lastmodified", "updatedat")
_SOURCE = ("source", "publication", "publisher", "site", "sitename", "outlet")
_SWITCHES = ("true", "false", "yes", "no", "on", "off", "null", "~", "draft")  # "published: false" is no date
_AUTHOR = ("author", "authors", "byline")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the fences; ``end`` is the offset after the closing one, 0 without any."""

    end: int = 0
    title: str | None = None
    title_span: tuple[int, int] = (0, 0)  # where the title's words stand, without quotation marks
    source: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[Stated, ...] = ()
    modified: tuple[Stated, ...] = ()
    unread: tuple[str, ...] = ()  # what is said of publication dates that are none


def read(text: str) -> FrontMatter:
    """The front matter at the start of ``text``; an empty one where there is none."""
    opening = _FENCE.match(text)
    if opening is None or opening.end() > _LONGEST:
        return FrontMatter()
    closing = _CLOSE.search(text, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        return FrontMatter()
    inside = text[opening.end() : closing.start()]
    if inside.strip() and _PAIR.search(inside) is None and ":" not in inside:
        return FrontMatter()  # a rule at the top of a text, and another one below
    pairs = _pairs(inside)

    def first(keys: tuple[str, ...]) -> tuple[str, list[str]]:
        return next(((key, pairs[key]) for key in keys if pairs.get(key)), ("", []))

    def stated(keys: tuple[str, ...]) -> tuple[Stated, ...]:
        found = ((key, stamps.value(value)) for key in keys for value in pairs.get(key, ())[:1])
        return tuple(Stated(f'the front matter\'s "{key}"', stamp) for key, stamp in found if stamp is not None)

    published = stated(_PUBLISHED)
    broken = [(key, pairs[key][0]) for key in _PUBLISHED if pairs.get(key)]
    title, source = first(("title", "headline"))[1], first(_SOURCE)[1]
    return FrontMatter(
        closing.end(),
        title[0] if title else None,
        _span(text, opening.end(), closing.start(), title[0]) if title else (0, 0),
        source[0] if source else None,
        tuple(first(_AUTHOR)[1]),
        published,
        stated(_MODIFIED),
        () if published else tuple(unread(key, value) for key, value in broken if value.casefold() not in _SWITCHES),
    )


def _span(text: str, start: int, end: int, title: str) -> tuple[int, int]:
    """Where the title stands, if it stands as it reads on the line of its key."""
    match = _TITLE.search(text, start, end)
    if match is None or _bare(match["title"]) != _bare(title):
        return 0, 0
    return match.span("title")


def _bare(words: str) -> str:
    """Without the marks that YAML's quoting adds."""
    return " ".join(words.translate(_QUOTING).split())


def _pairs(inside: str) -> dict[str, list[str]]:
    """Lower-case keys (without ``_`` and ``-``) to their scalars: one, or those of a list or mapping below."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    pairs: dict[str, list[str]] = {}
    key: str | None = None
    inside_of: list[str] = []  # open collections; "key" and "value" tell what a mapping expects next

    def done() -> None:
        nonlocal key
        if inside_of and inside_of[-1] != "list":
            inside_of[-1] = "value" if inside_of[-1] == "key" else "key"
        if len(inside_of) == 1:
            key = key if inside_of[0] == "value" else None

    try:
        for event in yaml.parse(inside, Loader=loader):
            if isinstance(event, yaml.SequenceStartEvent) and not inside_of:
                break
            if isinstance(event, yaml.MappingStartEvent):
                inside_of.append("key")
            elif isinstance(event, yaml.SequenceStartEvent):
                inside_of.append("list")
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                inside_of.pop()
                done()
            elif isinstance(event, yaml.AliasEvent):
                done()
            elif isinstance(event, yaml.ScalarEvent):
                value = " ".join(event.value.split())
                if inside_of == ["key"]:
                    key = _plain(value)
                    pairs.setdefault(key, [])
                elif key is not None and value and inside_of[-1] != "key":
                    pairs[key].append(value)
                done()
    except (yaml.YAMLError, ValueError, RecursionError):
        for match in _PAIR.finditer(inside):
            # The value before the break may be cut short, so that the line has the last word.
            pairs[_plain(match.group(1))] = [match.group(2).strip("\"' ")]
    return pairs


def _plain(key: str) -> str:
    return key.strip().casefold().replace("_", "").replace("-", "")

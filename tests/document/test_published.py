"""When an article was published: what decides, and what stays open."""

# ruff: noqa: E501 (tables of long lines)
from __future__ import annotations

import pytest

from factcheck.document import html, markdown, plain
from factcheck.document.model import Basis, BlockKind

BODY = "The council of Lisk met in the old hall, and nothing was decided that had not been decided before."


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("Title\n\n29/08/2022", BODY, "2022-08-29"),
        ("Title\n\n04/05/2024 10:00 CEST", BODY, "2024-05-04"),
        ("Title\n\n04/05/2024 10:00 EDT", BODY, "2024-04-05"),
        ("Title\n\n04.05.2024", BODY, "2024-05-04"),
        ("Title\n\n04/05/2024", "LISK, April 5 (Agency) - " + BODY, "2024-04-05"),
        ("Title\n\n04/05/2024\nModified: 28/05/2024", BODY, "2024-05-04"),
        ("Title\n\n04/05/2024", BODY + " It met on 3 March and on 9 April.", "2024-05-04"),
        ("Title\n\n04/05/2024", BODY + " It met on March 3 and on April 9.", "2024-04-05"),
        ("Title", "LISK, April 5, 2024 (Agency) - " + BODY, "2024-04-05"),
        ("Title\n\nUpdated 2 January 2024", "LISK, Dec. 30 (Agency) - " + BODY, "2023-12-30"),
    ],
)
def test_day(head: str, body: str, day: str) -> None:
    document = plain.read("a.txt", f"{head}\n\n{body}\n\n{BODY}\n")
    assert str(document.published.day) == day


@pytest.mark.parametrize(
    ("text", "basis", "first", "last"),
    [
        (f"Title\n\n04/05/2024\n\n{BODY}", Basis.INFERRED, "2024-04-05", "2024-05-04"),
        (f"Title\n\nUpdated 2 January 2024\n\n{BODY}", Basis.INFERRED, "None", "2024-01-02"),
        (f"Title\n\nLISK, April 5 (Agency) - {BODY}", Basis.UNKNOWN, "None", "None"),
        (f"Title\n\n{BODY} It met on 3 May 2024.\n\n© 2023", Basis.UNKNOWN, "None", "None"),
        (f"Title\n\n{BODY}\n\n3 May 2024\n\n{BODY}\n\n4 May 2024\n\n{BODY}", Basis.UNKNOWN, "None", "None"),
    ],
)
def test_open(text: str, basis: Basis, first: str, last: str) -> None:
    published = plain.read("a.txt", text).published
    assert (published.basis, str(published.first), str(published.last)) == (basis, first, last)
    assert published.day is None or basis is not Basis.STATED
    assert published.how


def page(head: str, body: str = "", lang: str = "en") -> str:
    return f'<html lang="{lang}"><head>{head}</head><body><h1>A title</h1>{body}<p>{BODY}</p></body></html>'


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("source", "day"),
    [
        (page(LD.format('{"@type":"NewsArticle","datePublished":"2024-03-05"}')), "2024-03-05"),
        (page(LD.format('[{"@type":"Person"},{"@type":["X","BlogPosting"],"datePublished":"2024-03-05"}]')), "2024-03-05"),
        (page(LD.format('{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":"Article","datePublished":"2024-03-05"}]}')), "2024-03-05"),
        (page(LD.format('{"@type":"NewsArticle","datePublished":"2024-03-05",}')), "2024-03-05"),
        (page(LD.format('{"@type":"NewsArticle"')), "None"),
        (page('<meta property="article:published_time" content="2024-03-05T10:00:00+01:00">'), "2024-03-05"),
        (page('<META NAME="pubdate" CONTENT="March 5, 2024">'), "2024-03-05"),
        (page('<meta property="article:modified_time" content="2024-03-05">'), "None"),
        (page("", '<p>By Jo Bell</p><p><time datetime="2024-03-05">today</time></p>'), "2024-03-05"),
        (page("", '<p>The ship left on <time datetime="2024-03-05">Tuesday</time> and sank in the night off Arden.</p>'), "None"),
        (page("", "<p>5 March 2024</p>"), "2024-03-05"),
        (page("", "<p>03/05/2024</p>", "en-US"), "2024-03-05"),
        (page("", "<p>03/05/2024</p>", "en-GB"), "2024-05-03"),
        (page('<link rel=canonical href="https://x.example/news/2024/mar/05/title">'), "2024-03-05"),
        (page("", "<footer><p>© 2024 Lisk Media. 5 March 2024</p></footer>"), "None"),
        (page(LD.format('{"@type":"NewsArticle","datePublished":"2024-03-05T23:30:00Z"}'), "<p>Wednesday 6 March 2024</p>"), "2024-03-06"),
    ],
)  # fmt: skip
def test_page(source: str, day: str) -> None:
    document = html.read("a.html", source)
    assert document is not None
    assert str(document.published.day) == day


def test_a_servers_clock_is_not_the_outlets() -> None:
    source = page('<meta property="article:published_time" content="2024-03-05T10:00:00+00:00">')
    document = html.read("a.html", source)
    assert document is not None
    assert document.offset is None
    assert document.published.stamp is not None


@pytest.mark.parametrize(
    ("matter", "title", "day", "source"),
    [
        ('title: "Dam: holds"\ndate: 2024-03-05\nsource: Lisk Post', "Dam: holds", "2024-03-05", "Lisk Post"),
        ("title: no\npublished: March 5, 2024\npublisher:\n  name: Lisk Post", "no", "2024-03-05", "Lisk Post"),
        ("headline: 12:30\ndatePublished: '2024-03-05T12:30:00Z'", "12:30", "2024-03-05", None),
        ("title: Dam: holds\ndate: 2024-03-05", "Dam: holds", "2024-03-05", None),
        ("title: [a, b\ndate: 2024-03-05", "[a, b", "2024-03-05", None),
        ("updated: 2024-03-05\ntitle: &a x\nsource: *a", "x", "None", None),
    ],
)
def test_front_matter(matter: str, title: str, day: str, source: str | None) -> None:
    document = markdown.read("a.md", f"---\n{matter}\n---\n\n{BODY}\n")
    assert (document.title, str(document.published.day), document.source) == (title, day, source)
    body = next(block for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    assert document.prose[body.start :].startswith("The council")
    head = document.prose[: body.start].strip()
    assert head == ("" if "&a" in matter else title)
    assert [block.kind for block in document.blocks].count(BlockKind.HEADING) == (head != "")

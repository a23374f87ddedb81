"""What on a page belongs to the article, and what stands beside it."""

from __future__ import annotations

import pytest

from factcheck.document import html

LONG = (
    "The council of Lisk met in the old hall on Monday, and nothing was decided that had not been decided before. " * 2
)


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ("<nav>Home</nav><p>{}</p><footer>Us</footer>", "boilerplate paragraph boilerplate"),
        ("<header><h1>Title of it</h1></header><p>{}</p>", "heading paragraph"),
        ("<header>The Post</header><h1>Title of it</h1><p>{}</p>", "boilerplate heading paragraph"),
        ("<div class='c-newsletter__box'><p>The Lamp</p></div><p>{}</p>", "boilerplate paragraph"),
        ("<div class='relatedStories'><p>Other story</p></div><p>{}</p>", "boilerplate paragraph"),
        ("<p>{}</p><ul><li><a>What the mayor knew of it</a></li></ul>", "paragraph boilerplate"),
        ("<p>{}</p><h3><a>What the mayor knew of it</a></h3><p>{}</p>", "paragraph boilerplate paragraph"),
        ("<p>{}</p><ul><li>Nine <a>roads</a> shut</li></ul>", "paragraph item"),
        (
            "<p>{}</p><div class='info'>The bridge, built in 1911, carried 9,000 cars a day.</div>",
            "paragraph paragraph",
        ),
        ("<p>{}</p><div hidden>x</div><div style='display: none'>y</div><span class='sr-only'>z</span>", "paragraph"),
        ("<div class='article with-sidebar comments-open'><h1>Title of it</h1><p>{}</p></div>", "heading paragraph"),
        ("<div class='promo'><p>{}</p><p>{}</p><p>{}</p></div>", "paragraph paragraph paragraph"),
        ("<form><p>{}</p><p>{}</p></form>", "paragraph paragraph"),
        ("<p>{}</p><figure><img><figcaption>The bridge</figcaption></figure>", "paragraph caption"),
        ("<p>{}</p><figure><img><div class='wp-caption-text'>The bridge</div></figure>", "paragraph caption"),
        (
            "<p>{}</p><table><caption>Tolls</caption><tr><th>Car<td>5<tr><td><p>Bus</p></td><td>9</td></tr></table>",
            "paragraph heading row row",
        ),
        ("<table><tr><td><p>{}</p><p>{}</p><p>{}</p></td></tr></table>", "paragraph paragraph paragraph"),
        ("<dl><dt>Cars</dt><dd>9,000</dd></dl><p>{}</p>", "item item paragraph"),
        ("<p>{}</p><h2>See also</h2><ul><li>Bridges we loved</li></ul>", "paragraph boilerplate boilerplate"),
    ],
)
def test_kinds(markup: str, kinds: str) -> None:
    document = html.read("a.html", "<body>" + markup.replace("{}", LONG))
    assert document is not None
    assert " ".join(block.kind.value for block in document.blocks) == kinds


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a<b>b</b>c</p>", "abc"),
        ("<p>a <b> b </b> c</p>", "a b c"),
        ("<p>one<br>Two</p>", "one\nTwo"),
        ("<p>\n  one\n  two  </p>", "one two"),
        ("<tr><td>a</td><td>b</td></tr>", "ab"),
        ("<table><tr><td>a</td>\n<td>b</td></tr></table>", "a  b"),
        ("<p>5&nbsp;km</p>", "5\u00a0km"),
        ("<p>a<!-- x -->b</p>", "ab"),
        ("<p>one</p>two<div>three</div>", "one\ntwo\nthree"),
    ],
)
def test_text(markup: str, text: str) -> None:
    document = html.read("a.html", markup)
    assert document is not None
    assert document.text == text


@pytest.mark.parametrize(
    ("head", "title", "source"),
    [
        ("<title>A bridge falls | The Lisk Post</title>", "A bridge falls", "The Lisk Post"),
        ("<title>A bridge falls - Bridges - Lisk Post</title>", "A bridge falls", "Lisk Post"),
        ('<meta property="og:site_name" content="Lisk Post"><title>x</title>', "A bridge falls", "Lisk Post"),
        ("", "A bridge falls", None),
    ],
)
def test_title_and_source(head: str, title: str, source: str | None) -> None:
    document = html.read("a.html", f"<head>{head}</head><h1>A bridge falls</h1><p>{LONG}</p>")
    assert document is not None
    assert document.title == title
    assert document.source == source

"""What holds of every document, whatever stands in the file."""

# ruff: noqa: E501 (tables of long lines)
from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.document import html, markdown, plain
from factcheck.document.model import Document
from factcheck.document.prose import fold
from factcheck.document.reading import read
from factcheck.document.sources import Source

_LINES = (
    "3 May 2024", "Posted on : 2023-01-02 10:11 KST", "By Jo Bell", "Related stories", "* one", "1. two", "***", "> said",
    "---", "| a | b |", "|---|---|", "# Head", "![alt](a.png)", "*caption*", "[x](y)", "**b** _i_ `c`", "```", "title: x: y",
    "LIMA, May 3 (Agency) - A bridge fell on Friday.", "Leave a comment", "A quiet paragraph that ends as it should, in the end.",
    "¿Quieres añadir otro usuario a tu cuenta?", "사진 제공", "(Reporting by A; editing by B)", "04/05/2024", "\ufeff", "\x1c", "\u2028",
)  # fmt: skip
_TAGS = (
    "<p>", "</p>", "<div class=ad>", "</div>", "<table>", "<tr>", "<td>", "<b>", "</b>", "<i>", "<br>", "<li>", "<!--", "-->", "&amp;",
    "&nbsp", "&#8217;", "<script>", "</script>", "<h1>", "<style>", "</STYLE>", "<a href='>'>", "<time datetime=2024-05-03>", "text ",
    "Words here. ", "\r\n", "<svg>", "<template>", "</table>", "<", ">", "</", "<!doctype html>", "<title>", "<textarea>", "<body>", "&",
    "<P CLASS=\"by\">", "\"", "'", "=", "<noscript>", "<plaintext>", "\u00a0", "<figcaption>", "<caption>", "<form>", "<header>",
)  # fmt: skip
plain_soup = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(_LINES), max_size=20).map("\n".join))
crlf_soup = st.lists(st.sampled_from(_LINES), max_size=12).map("\r\n\r\n".join)
html_soup = st.one_of(st.lists(st.sampled_from(_TAGS), max_size=40).map("".join), st.text(max_size=200))


def check(document: Document, raw: str) -> None:
    assert len(document.text) == len(document.prose)
    assert not re.search(r"[^\S \n]", document.prose)
    end = 0
    lines = re.split(r"\r\n|\r|\n", raw)
    for index, block in enumerate(document.blocks):
        assert end <= block.start < block.end <= len(document.text)
        text = document.text[block.start : block.end]
        assert text == text.strip() or fold(text) == fold(text).strip()
        assert block.repeats is None or block.repeats < index
        end = block.end
        for offset in (block.start, block.end - 1):
            line, column = document.source_map.position(offset)
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1


@settings(max_examples=150, deadline=None)
@given(st.one_of(plain_soup, crlf_soup))
def test_plain_text(text: str) -> None:
    document = plain.read("a.txt", text)
    assert document.text == text
    check(document, text)


@settings(max_examples=150, deadline=None)
@given(st.one_of(plain_soup, crlf_soup, plain_soup.map(lambda text: f"---\n{text}\n---\n{text}")))
@example("---\n---\n")
def test_markdown(text: str) -> None:
    document = markdown.read("a.md", text)
    assert document.text == text
    check(document, text)


@settings(max_examples=250, deadline=None)
@given(html_soup)
def test_html(source: str) -> None:
    document = html.read("a.html", source)
    if document is not None:
        check(document, source)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a", "-"]),
    st.one_of(st.binary(max_size=300), html_soup.map(lambda text: text.encode("utf-16", "replace"))),
)
@example("a.jsonl", b'{"id": 1, "text": "\\ud800 x"}')
@example("a.jsonl", b'{"id": ' + b"[" * 100_000)
def test_any_bytes(name: str, data: bytes) -> None:
    for found in read(Source(name, data)):
        if isinstance(found, Document):
            assert len(found.text) == len(found.prose)
        else:
            assert found.reason

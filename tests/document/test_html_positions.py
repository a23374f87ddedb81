"""Offsets in a page's text lead back to the line and column in its source."""

# ruff: noqa: E501 (tables of long lines)
from __future__ import annotations

import time

import pytest

from factcheck.document import html

# Each page and the words whose place in the source must be found.
PAGES = {
    "entities": ("<p>Prices rose &pound;5 &amp; fell &mdash; twice in May</p>\n<p>caf&eacute; opens</p>", ["Prices", "fell", "twice", "opens"]),
    "nested inline tags": ("<p>The <b>old <i>stone</i></b><em> bridge</em> fell</p>", ["old", "stone", "bridge", "fell"]),
    "comments": ("<p>Rain<!-- Rain fell --> fell</p><!-- <p>hidden</p> --><p>again</p>", ["fell</p>", "again"]),
    "upper case tags": ("<P>First</P><TABLE><TR><TD>cell<TD>other</TABLE><P>last", ["First", "cell", "other", "last"]),
    "unclosed tags": ("<p>one<p>two <b>three<p>four<li>five", ["one", "two", "three", "four", "five"]),
    "misnested table": ("<table><tr><td>cell one</td>stray words<tr><td>cell two</table><p>after it", ["cell one", "stray words", "cell two", "after it"]),
    "scripts and styles": ("<style>p{}</style><p>alpha</p><script>var alpha='beta'</script><p>beta</p>", ["alpha</p>", "beta</p>"]),
    "text field that never ends": ("<p>\r\n<textarea><p>one two</", ["one two"]),
    "template": ("<template><p>gone</p></template><p>here</p>" + "<p>x y z</p>" * 3 + "<p>end</p>", ["here", "end"]),
    "attributes with brackets": ("<p title='a > b'>kept</p><a href=\"?a>b\">link</a>", ["kept", "link"]),
    "carriage returns": ("<p>one\r\ntwo</p>\r\n<p>three\r\n  four</p>", ["one", "two", "three", "four"]),
    "legacy entities": ("<p>A &copy 2024 B &notit; C</p><p>D</p>", ["A", "B", "C", "D"]),
    "line breaks": ("<p>one<br>two<br/>\nthree</p>", ["one", "two", "three"]),
    "long hidden part": ("<noscript>" + "words of nobody " * 900 + "</noscript>" + "".join(f"<p>paragraph number {n} stands</p>" for n in range(9)), ["paragraph number 8"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_words_are_found_where_they_stand(name: str) -> None:
    source, words = PAGES[name]
    document = html.read("a.html", source)
    assert document is not None
    lines = source.replace("\r\n", "\n").split("\n")
    for word in words:
        plain = word.split("<")[0]
        offset = document.text.index(plain)
        line, column = document.source_map.position(offset)
        assert lines[line - 1][column - 1 :].startswith(word), (word, line, column)


def test_entities_count_as_written() -> None:
    document = html.read("a.html", "<p>&Eacute;&#233;&#x41; ok</p>")
    assert document is not None
    assert document.text == "ÉéA ok"
    assert [document.source_map.position(offset)[1] for offset in (0, 1, 2, 4)] == [4, 12, 18, 25]


def test_every_word_of_a_long_page_is_found() -> None:
    words = [f"word{number}" for number in range(3000)]
    source = "<table>" + "".join(
        f"<tr><td>{word}</td><td>a &amp; b <i>{word}</i></td></tr>\n" for word in words
    )  # fmt: skip
    document = html.read("a.html", source)
    assert document is not None
    lines = source.split("\n")
    offset = 0
    for number, word in enumerate(words):
        offset = document.text.index(word, offset)
        line, column = document.source_map.position(offset)
        assert line == number + 1
        assert lines[line - 1][column - 1 :].startswith(word)


def test_deep_nesting_is_flattened_in_time() -> None:
    begin = time.process_time()
    document = html.read("a.html", "<div><ul><b></p>" * 20_000 + "<p>Here we are.</p>")
    assert document is not None
    assert document.text == "Here we are."
    assert time.process_time() - begin < 10


def test_a_drawing_does_not_count_as_nesting() -> None:
    source = "<svg>" + "<path d='M0'/>" * 2000 + "</svg><div><div><h2>Below</h2></div><div>Text</div></div>"
    document = html.read("a.html", source)
    assert document is not None
    assert document.text == "Below\nText"

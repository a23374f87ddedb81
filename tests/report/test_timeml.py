"""TimeML that other tools read: well-formed for any text, spans and values as in ``extract --format jsonl``."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import HOSTILE, make_document

from factcheck.assertions.model import Article
from factcheck.document.model import Basis, Publication
from factcheck.expressions.model import Expressions, Timex, TimexType
from factcheck.expressions.time import find_times
from factcheck.report import timeml
from factcheck.text import read

PUBLISHED = Publication(Basis.STATED, date(2024, 3, 8), date(2024, 3, 8))
TEXT = (
    "Fish & chips <b>sold</b> on 5 March 2024.\r\nFrom 3 to 5 May it rains; “every Monday” they rested for two hours."
)


def article(text: str, published: Publication = PUBLISHED, title: str | None = "A <title> & more") -> Article:
    document = replace(make_document("news/a.txt", text), published=published, title=title)
    structure = read(document)
    return Article(document, structure, Expressions(times=find_times(document, structure)))


def tags(xml: str) -> tuple[str, list[tuple[int, str, dict[str, str]]]]:
    """The text of TEXT, and its TIMEX3 tags with their offset and words."""
    inside = ElementTree.fromstring(xml.encode()).find("TEXT")
    assert inside is not None
    text, found = inside.text or "", []
    for tag in inside:
        assert tag.tag == "TIMEX3"
        found.append((len(text), tag.text or "", dict(tag.attrib)))
        text += (tag.text or "") + (tag.tail or "")
    return text, found


def test_spans_and_values_come_back() -> None:
    text, found = tags(timeml.render(article(TEXT)))
    assert text == TEXT
    assert [(words, attributes["type"], attributes["value"]) for _, words, attributes in found] == [
        ("5 March 2024", "DATE", "2024-03-05"),
        ("3", "DATE", "2024-05-03"),  # the ends of a range for themselves, as annotators mark them
        ("5 May", "DATE", "2024-05-05"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("two hours", "DURATION", "PT2H"),
    ]
    assert all(TEXT[start : start + len(words)] == words for start, words, _ in found)
    assert [attributes["tid"] for _, _, attributes in found] == ["t1", "t2", "t3", "t4", "t5"]


def test_what_leans_on_the_article_names_its_creation_time() -> None:
    xml = timeml.render(article("It rained on Monday, as on 5 March 2023."))
    relative, full = (attributes for _, _, attributes in tags(xml)[1])
    assert (relative["temporalFunction"], relative["anchorTimeID"]) == ("true", "t0")
    assert full["temporalFunction"] == "false"
    assert "anchorTimeID" not in full


MOMENT = datetime(2024, 3, 8, 16, 53, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "kind", "value", "shown"),
    [
        (PUBLISHED, "DATE", "2024-03-08", "2024-03-08"),
        (replace(PUBLISHED, stamp=MOMENT), "TIME", "2024-03-08T16:53", "2024-03-08T16:53:00+00:00"),
        (Publication(Basis.INFERRED, date(2024, 3, 8), date(2024, 3, 8)), "DATE", "2024-03-08", "2024-03-08"),
        (Publication(Basis.INFERRED, date(2024, 3, 8), None), "DATE", "XXXX-XX-XX", ""),
        (Publication(Basis.UNKNOWN), "DATE", "XXXX-XX-XX", ""),
    ],
)
def test_the_creation_time(published: Publication, kind: str, value: str, shown: str) -> None:
    root = ElementTree.fromstring(timeml.render(article("It rained.", published)).encode())
    assert [child.tag for child in root] == ["DOCID", "DCT", "TITLE", "TEXT"]
    (tag,) = root.findall("DCT/TIMEX3")
    assert (tag.get("type"), tag.get("value"), tag.text or "") == (kind, value, shown)
    assert (tag.get("tid"), tag.get("functionInDocument")) == ("t0", "CREATION_TIME")


def test_the_name_and_the_title_are_text() -> None:
    root = ElementTree.fromstring(timeml.render(article("It rained.")).encode())
    assert (root.findtext("DOCID"), root.findtext("TITLE")) == ("news/a.txt", "A <title> & more")


def test_what_xml_cannot_hold_keeps_the_offsets_of_the_rest() -> None:
    hostile = "\x00\x1b[2J ]]> <!-- &amp; \ud800 \uffff \x9b\u202e on 5 March 2024"
    xml = timeml.render(article(hostile, title=HOSTILE))
    assert not set(xml) & set("\x00\x1b\x9b\u202e\ud800\uffff")
    text, ((start, words, _),) = tags(xml)
    assert text == "\ufffd\ufffd[2J ]]> <!-- &amp; \ufffd \ufffd \x9b\u202e on 5 March 2024"
    assert hostile[start : start + len(words)] == "5 March 2024"


PIECES = st.sampled_from(["3 to 5 May", "2021-22", "(2217 GMT)", "5/4/2023", "10 am", "<", "&#0;", "]]>", "\r", "\n\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=8).map(" ".join), st.text(max_size=10))
def test_any_text_is_well_formed_and_keeps_its_length(text: str, title: str) -> None:
    one = article(text, title=title)
    back, found = tags(timeml.render(one))
    assert len(back) == len(text)
    for (start, words, attributes), timex in zip(found, timeml.single(one.expressions.times), strict=True):
        assert (start, len(words), attributes["value"]) == (timex.start, len(timex.text), timex.value)


def test_ends_that_share_words_are_tagged_once() -> None:
    ends = tuple(Timex(start, end, TEXT[start:end], TimexType.DATE, "2024") for start, end in ((0, 4), (2, 6)))
    whole = Timex(0, 6, TEXT[:6], TimexType.DATE, "2024/2024", parts=ends)
    one = Article(make_document("a.txt", TEXT), read(make_document("a.txt", TEXT)), Expressions(times=(whole,)))
    assert [words for _, words, _ in tags(timeml.render(one))[1]] == ["Fish"]


def test_no_two_files_have_one_name() -> None:
    names = timeml.file_names(["a/b.txt", "a-b.txt", "A/B.txt", "../../etc/x", "", "é\ud800", "f.jsonl#1"])
    assert names == [
        "a-b.txt.tml",
        "a-b.txt-2.tml",
        "A-B.txt-3.tml",
        "etc-x.tml",
        "article.tml",
        "article-2.tml",
        "f.jsonl-1.tml",
    ]

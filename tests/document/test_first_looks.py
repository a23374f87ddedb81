"""The cheap first looks of the document room: what they pass over is what the thorough look would find nothing in."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.document import boilerplate, captions, language, lines, stamps

WORDS = st.sampled_from(
    """the of and to in was said ferry an over so war per die el la que los der und le les et een het het zijn ñ más
    Porto 2024 12 May 5 by published on , . ( ) [ ] / Photo: pic Reuters credit click here @ cookies share
    this is has with""".split()
)
LINES = st.lists(st.one_of(WORDS, st.text(max_size=4)), min_size=1, max_size=14).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_no_foreign_line_is_passed_over(line: str) -> None:
    if language._is_no_foreign_one(line):
        assert language._language_of(line) in (None, "en")
        assert language._script(line) == "latin"


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_no_credit_is_passed_over(line: str) -> None:
    line = line.strip()
    if 12 <= len(line) <= 600 and any(credit.search(line[-120:]) for credit in captions._CREDITS):
        assert captions.is_caption(line)


@settings(max_examples=200, deadline=None)
@given(LINES, st.lists(LINES, max_size=2))
def test_cues_of_a_text_are_those_of_its_lines(line: str, others: list[str]) -> None:
    text = "\n".join([line, *others])
    assert boilerplate.scope(line, boilerplate.cues_in(text)) == boilerplate.scope(line)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(WORDS, st.just("12 May 2024")), max_size=8).map(" ".join))
def test_no_stamp_is_passed_over(line: str) -> None:
    line = f"{line} 12 May 2024."
    with patch.object(stamps, "_TOLD", re.compile(r"(?!)")):
        thorough = stamps.read(line)
    assert stamps.read(line) == thorough


def test_ends_of_sentences() -> None:
    assert lines.ends_sentence('He said: "We sail (today)."')
    assert not lines.ends_sentence("The ferry, which")
    assert not lines.ends_sentence('")')

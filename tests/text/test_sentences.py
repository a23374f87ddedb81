"""Sentence ends and tokens, as tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text import sentences
from factcheck.text.quotations import spans as quotation_spans
from factcheck.text.tokens import tokenize


def cut(prose: str) -> list[str]:
    return [prose[start:end] for start, end in sentences.spans(prose, 0, len(prose))]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("It sank. Nobody died.", ["It sank.", "Nobody died."]),
        ("On Feb. 17 it sank. Rescuers came.", ["On Feb. 17 it sank.", "Rescuers came."]),
        ("Mr. Holt met Dr. Reed at 8 p.m. on Friday.", ["Mr. Holt met Dr. Reed at 8 p.m. on Friday."]),
        ("They met at 8 p.m. The talks failed.", ["They met at 8 p.m.", "The talks failed."]),
        ("They met at 8 p.m. Holt left.", ["They met at 8 p.m.", "Holt left."]),
        ("They met at 8 p.m. New York time.", ["They met at 8 p.m. New York time."]),
        ("It began at 2 a. m. March 3. Nobody saw it.", ["It began at 2 a. m. March 3.", "Nobody saw it."]),
        ("They met at 8 p. m. Holt left.", ["They met at 8 p. m.", "Holt left."]),
        ("He took the 6 p.m. Eurostar.", ["He took the 6 p.m. Eurostar."]),
        (
            "The U.S. Navy came. So did the U.K. The others stayed.",
            ["The U.S. Navy came.", "So did the U.K.", "The others stayed."],
        ),
        ("It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]),
        ("J. K. Moor wrote it. D. Kale read it.", ["J. K. Moor wrote it.", "D. Kale read it."]),
        ('"It leaned." He looked up.', ['"It leaned."', "He looked up."]),
        ('"Why?" she asked. "Who knows!" he said.', ['"Why?" she asked.', '"Who knows!" he said.']),
        ("He said no. The vote passed.", ["He said no.", "The vote passed."]),
        ("", []),
        ("...", ["..."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(prose: str, expected: list[str]) -> None:
    assert cut(prose) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Putin's visit", ["Putin", "'s", "visit"]),
        ("Kim Jong-un, 40", ["Kim", "Jong-un", ",", "40"]),
        ("at 10:40 a.m.", ["at", "10:40", "a.m."]),
        ("$1,100.50 or 5%", ["$", "1,100.50", "or", "5", "%"]),
        ("it isn't O'Brien", ["it", "isn", "'t", "O'Brien"]),
    ],
)
def test_tokens(prose: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(prose)] == expected


@given(st.text(alphabet=st.sampled_from("ab AB.!?\"' \n09,-–é"), max_size=200))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_in_order(prose: str) -> None:
    last = 0
    for start, end in sentences.spans(prose, 0, len(prose)):
        assert last <= start < end <= len(prose)
        assert prose[start:end].strip() == prose[start:end]
        last = end
    covered = "".join(cut(prose)).split()
    assert "".join(covered) == "".join(prose.split())
    for token in tokenize(prose):
        assert prose[token.start : token.end] == token.text
    for quotation in quotation_spans(prose, 0, len(prose)):
        assert 0 <= quotation.start < quotation.end <= len(prose)

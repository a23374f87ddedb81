"""Chains of speakers, and dates of reports that are no dates of events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.assertions.attribution import behind, frames
from factcheck.assertions.model import Assertion
from factcheck.cli.main import run
from factcheck.document.model import BlockKind
from factcheck.pipeline import Knowledge, load_knowledge
from factcheck.ruleset import load_ruleset
from factcheck.text.model import Sentence
from factcheck.text.tokens import tokenize
from tests.assertions.test_rank_claims import read


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    ruleset = load_ruleset()
    return load_knowledge(ruleset.event_files, ruleset.alias_files)


def chain(assertion: Assertion) -> str:
    said = assertion.attribution.chain if assertion.attribution is not None else ()
    return " < ".join(f"{one.speaker} [{one.time.text}]" if one.time else one.speaker for one in said)


@pytest.mark.parametrize(
    ("text", "expected", "date"),
    [
        ("Tom Barlow was arrested in Cardiff, police said on 4 March.", "police [4 March]", None),
        ("Tom Barlow was arrested, according to a police spokesman on 4 March.", "a police spokesman [4 March]", None),
        (
            "Tom Barlow was arrested, according to a report on 4 March by the Western Mail citing police.",
            "the Western Mail [4 March] < police",
            None,
        ),
        (
            "According to a report on 4 March by the Western Mail, citing two officials, Tom Barlow was arrested.",
            "the Western Mail [4 March] < two officials",
            None,
        ),
        (
            "The Western Mail reported on 4 March that Tom Barlow had been arrested on 2 March.",
            "The Western Mail [4 March]",
            "2 March",
        ),
        ("On 4 March police said that Tom Barlow had been arrested.", "police [4 March]", None),
        ("The Western Mail reported that police said Tom Barlow was arrested.", "The Western Mail < police", None),
        ("Tom Barlow was arrested, the mayor said in a statement on 4 March.", "the mayor [4 March]", None),
        ("Reuters, citing the Mail, said Tom Barlow was arrested on 2 March.", "Reuters < the Mail", "2 March"),
        ("Minister Clara Voss told Reuters on 4 March that Tom Barlow was arrested.", "Clara Voss [4 March]", None),
        ("Tom Barlow was arrested on 2 March, police said.", "police", "2 March"),
        ("Tom Barlow was arrested on 2 March.", "", "2 March"),
        ("Tom Barlow's arrest was reported on 4 March.", "", None),
        ("On 2 March, police said, Tom Barlow was arrested.", "police", "2 March"),
        ('"He was arrested," Minister Clara Voss told reporters on 4 March.', "Clara Voss [4 March]", None),
    ],
)  # fmt: skip
def test_chain(text: str, expected: str, date: str | None, knowledge: Knowledge) -> None:
    [arrest] = [a for a in read(text, knowledge).assertions if a.event == "arrest"]
    assert chain(arrest) == expected
    assert (arrest.time.text if arrest.time is not None else None) == date


def test_extract_shows_the_chain(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "March 5, 2024\n\nTom Barlow was arrested, according to a report on 4 March by Reuters, citing police.\n",
        encoding="utf-8",
    )
    assert run(["extract", "--stage", "assertions", "--format", "jsonl", str(path)]) == 0
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    [arrest] = [record for record in records if record["event"] == "arrest"]
    assert arrest["attribution"] == "Reuters"
    assert [one["speaker"] for one in arrest["attribution_chain"]] == ["Reuters", "police"]
    assert arrest["attribution_chain"][0]["time"]["value"] == "2024-03-04"
    assert arrest["time"] is None


WORDS = st.sampled_from('said reported according to by citing quoting that , . " was police a report Ann who'.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_any_run_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    sentence = Sentence(0, len(text), 0, BlockKind.PARAGRAPH, tokenize(text, 0, len(text)))
    found = frames(sentence, (), ())
    for index in range(len(sentence.tokens)):
        said = behind(found, [token.text for token in sentence.tokens], index)
        assert said is None or 0 <= said.start < said.end <= len(text)

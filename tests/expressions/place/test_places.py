"""What a name of a place is read as: kind, containers, government or place, or no place at all."""

from __future__ import annotations

import time

import pytest
from handmade import article, document
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.expressions.model import Place
from factcheck.expressions.place import find_places
from factcheck.text import read


def _places(text: str) -> dict[str, Place]:
    return {place.text: place for place in article(text).expressions.places}


@pytest.mark.parametrize(
    ("text", "span", "name", "kind", "within"),
    [
        ("The ship reached Vladivostok.", "Vladivostok", "Vladivostok", "city", ("Primorsky Krai", "Russia")),
        ("It lies in Primorsky Krai.", "Primorsky Krai", "Primorsky Krai", "region", ("Russia",)),
        ("A flood hit the Leningrad region.", "Leningrad region", "Leningrad Oblast", "region", ("Russia",)),
        ("They met in the DPRK.", "DPRK", "North Korea", "country", ()),
        (
            "They met in the Democratic People's Republic of Korea.",
            "Democratic People's Republic of Korea",
            "North Korea",
            "country",
            (),
        ),
        ("The rocket left Belovo Cosmodrome.", "Belovo Cosmodrome", "Belovo Cosmodrome", "cosmodrome", None),
        (
            "They met at the Queluz Palace in Lisbon.",
            "Queluz Palace",
            "Queluz Palace",
            "palace",
            ("Lisbon", "Portugal"),
        ),
        ("He lives in Tumnin, Khabarovsk Krai.", "Tumnin", "Tumnin", "town", ("Khabarovsk Krai", "Russia")),
        ("They waited in Orlovka, a village near the border.", "Orlovka", "Orlovka", "village", ()),
        ("Containers left Sonbong port at dawn.", "Sonbong port", "Sonbong port", "port", None),
        ("It was made in Boulder, Colo., and sold.", "Boulder", "Boulder", "city", ("Colorado", "United States")),
        ("The trial opened at Bradford Crown Court.", "Bradford Crown Court", "Bradford Crown Court", "court", None),
        ("He flew to Cologne.", "Cologne", "Cologne", "city", None),
    ],
)
def test_a_place_is_told_with_its_kind_and_containers(
    text: str, span: str, name: str, kind: str, within: tuple[str, ...] | None
) -> None:
    place = _places(text)[span]
    assert (place.name, place.kind) == (name, kind)
    if within is not None:
        assert place.within == within


@pytest.mark.parametrize(
    "text",
    [
        "Nice weather is expected on Friday.",
        "Reading is good for children, she said.",
        "Police said that nobody was hurt.",
        "Mobile phones rang in May and March.",
        "Kim said that Victoria May left.",
        "Of the 12, Orange won four; Split decisions followed.",
        "Mr Lincoln and Judge Jackson disagreed.",
        "The GAO and the EU said so.",
        "Fritz Henderson resigned. Henderson had run the firm for a year.",
        "Bath time is at seven.",
        "The Bank of America closed a branch.",
        '"Winter Harbour", a painting, was sold.',
    ],
)
def test_ordinary_words_surnames_and_bodies_are_no_places(text: str) -> None:
    assert [place.text for place in article(text).expressions.places if not place.gentilic] == []


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The thieves fled to a hotel near Nice.", "Nice"),
        ("A branch in Reading was closed.", "Reading"),
        ("She works in Mobile, Alabama.", "Mobile"),
    ],
)
def test_evidence_makes_an_ordinary_word_a_place(text: str, town: str) -> None:
    assert town in _places(text)


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("Moscow said on Monday that it would reply.", "Moscow", True),
        ("The train left Moscow at noon.", "Moscow", False),
        ("He arrived in Moscow on Monday.", "Moscow", False),
        ("The deal between Moscow and Pyongyang alarms others.", "Pyongyang", True),
        ("A train between Moscow and Minsk was late.", "Minsk", False),
        ("Analysts doubt that Washington wants a war.", "Washington", True),
        ("Seoul's policy has not changed.", "Seoul", True),
        ("The Seoul summit ended on Friday.", "Seoul", False),
        ("The Kremlin denied it.", "Kremlin", True),
        ("He paid a visit to Pyongyang.", "Pyongyang", False),
        ("It sold arms to Pyongyang.", "Pyongyang", True),
        ("The White House declined to comment.", "White House", True),
        ("She is due to leave for Warsaw later.", "Warsaw", False),
    ],
)
def test_a_capital_that_acts_is_its_government(text: str, name: str, actor: bool) -> None:
    assert _places(text)[name].actor is actor


def test_demonyms_are_no_places_of_events() -> None:
    places = _places("A South Korean official met Russian envoys in Lisbon.")
    assert places["South Korean"].gentilic
    assert places["Russian"].country == "RU"
    assert not places["Lisbon"].gentilic


def test_namesakes_are_told_by_the_places_beside_them_or_left_open() -> None:
    assert _places("It closed a road in Portland. Maine has few roads.")["Portland"].within[0] == "Maine"
    assert (
        _places("He was born in Halifax. Bradford and Leeds sent crews; so did Manchester.")["Halifax"].country == "GB"
    )
    assert _places("He left Sabinovka for good, in Orlovka, Alabama.")["Orlovka"].country == "US"


def test_hyphened_pairs_are_two_places() -> None:
    places = article("A North Korea-Russia summit is near, a US-led group said.").expressions.places
    assert [(place.text, place.country) for place in places] == [
        ("North Korea", "KP"),
        ("Russia", "RU"),
        ("US", "US"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Ab .,'-LeedsMoscowoftheKoreaé12\n\"()"), max_size=200))
def test_no_text_raises_and_spans_are_ordered(text: str) -> None:
    made = document(text)
    places = find_places(made, read(made))
    ends = 0
    for place in places:
        assert place.start >= ends
        assert made.text[place.start : place.end] == place.text
        ends = place.end


@pytest.mark.parametrize("word", ["Leeds ", "May ", "of ", "Moscow, ", "Port of ", "St. "])
def test_time_grows_with_length_only(word: str) -> None:
    made = document(word * 20_000)
    text = read(made)
    start = time.process_time()
    find_places(made, text)
    assert time.process_time() - start < 3.0

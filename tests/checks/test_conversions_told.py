"""What a reader is told of a conversion that does not hold: plurals, and digits that the numbers deserve."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.checks import conversion_holds, date_exists
from factcheck.checks.model import Conflict
from factcheck.config import Settings
from factcheck.identity.model import Corpus
from factcheck.pipeline import read_articles
from factcheck.ruleset import load_ruleset


@pytest.fixture
def corpus(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Corpus]:
    """One article with the test's sentence."""
    path = tmp_path / "a.txt"
    path.write_text(request.getfixturevalue("sentence") + "\n", encoding="utf-8")
    articles, _ = read_articles([str(path)], Settings(), load_ruleset())
    yield Corpus(tuple(articles))


@pytest.mark.parametrize(
    ("sentence", "right", "explained", "advice"),
    [
        ("The wall is 20 centimetres (20 feet) high.",
         "that is 0.66 feet; 20 feet is 610 centimetres.", "20 centimetres is 0.656 feet.", "Write 0.66 feet for"),
        ("The boat weighed 340 kg (154 pounds) and had a mast of ten feet.",
         "that is 750 pounds; 154 pounds is 70 kilograms.", "340 kilograms is 750 pounds.", "Write 750 pounds for"),
        ("The plant grew 24 inches (2 metres) last year.",
         "that is 0.61 metres; 2 metres is 79 inches.", "24 inches is 0.61 metres.", "or 79 inches for"),
        ("The wreck lies at 210 metres (490 feet).",
         "that is 690 feet; 490 feet is 149 metres.", "210 metres is 689 feet.", "Write 690 feet for"),
        ("It was 30 degrees Celsius (40 degrees Fahrenheit) on Monday.",
         "that is 86 degrees Fahrenheit; 40 degrees Fahrenheit is 4.4 degrees Celsius.",
         "30 degrees Celsius is 86 degrees Fahrenheit.", "Write 86 degrees Fahrenheit for"),
        ("A drop of 1 mm (1 inch) fell.",
         "that is 0.039 inches; 1 inch is 25 millimetres.", "1 millimetre is 0.0394 inches.", "Write 0.039 inches for"),
        ("The spring gave 5 acre-feet (50 litres).",
         "that is 6,170,000 litres; ", "5 acre-feet is 6,170,000 litres.", "Write 6,170,000 litres for"),
        ("It is 3,000,000 km (9 million miles) away.",
         "that is 1,900,000 miles; 9,000,000 miles is 14,500,000 kilometres.",
         "3,000,000 kilometres is 1,860,000 miles.", "Write 1,900,000 miles for"),
        ("The race covers 10 km/26 miles.",
         "that is 6.2 miles; 26 miles is 42 kilometres.", "10 kilometres is 6.21 miles.", "Write 6.2 miles for"),
    ],
)  # fmt: skip
def test_wording(corpus: Corpus, sentence: str, right: str, explained: str, advice: str) -> None:
    (conflict,) = _conflicts(corpus)
    assert right in conflict.message
    assert conflict.explanation[0] == explained
    assert advice in conflict.suggestion
    words = " ".join((conflict.message, *conflict.explanation, conflict.suggestion))
    assert not {"foots", "inchs", "e+06", "acre-foots"} & set(words.replace(".", " ").replace(";", " ").split())


@pytest.mark.parametrize(
    "sentence",
    [
        "Patients got 1 to 1,000 mg/60 kg a day.",
        "The ramp rises 1 inch/12 feet along the quay.",
        "They were given 5 g/100 lbs of feed.",
        "The shop mixed 5 ml/2 litres of water.",
        "The race covers 10 km/6.2 miles.",
    ],
)
def test_a_solidus_may_make_a_ratio(corpus: Corpus, sentence: str) -> None:
    assert _conflicts(corpus) == []


@pytest.mark.parametrize("sentence", ["The fire began on 31 September 2025."])
def test_why_a_date_does_not_exist_is_said_once(corpus: Corpus, sentence: str) -> None:
    (conflict,) = date_exists.check(corpus, date_exists.Options())
    assert conflict.explanation == ("September 2025 has 30 days",)


def _conflicts(corpus: Corpus) -> list[Conflict]:
    return list(conversion_holds.check(corpus, conversion_holds.Options()))


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 12,000 tonnes (13 million pounds) of wool were in store.",
        "The mine yields 400 tonnes (8,800 pounds) a day.",
        "The tank holds 3 million litres (8 million gallons) of fuel.",
        "The estate covers 2,600 hectares (64 square miles).",
        "The reservoir holds 40 million cubic metres (140 million cubic feet).",
        "They shipped 1.2 million tonnes (1.3 billion pounds) of maize.",
        "The pipe carries 90,000 barrels (38 million gallons) a day.",
        "The dam is 62 metres high, or 134 feet, and a kilometre long.",
        "The water was 4 degrees Celsius (43 F) that night.",
    ],
)
def test_large_measures_that_do_not_hold(corpus: Corpus, sentence: str) -> None:
    assert list(conversion_holds.check(corpus, conversion_holds.Options()))


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 12,000 tonnes (26 million pounds) of wool were in store.",
        "Some 12,000 tonnes of wool (worth 26 million pounds) were in store.",
        "Some 12,000 tonnes (13 million pounds at today's price) of wool were in store.",
        "They bought 12,000 tonnes (£13 million) of wool.",
        "The mine yields 400 tonnes (882,000 pounds) a day.",
        "The tank holds 3 million litres (800,000 gallons) of fuel.",
        "The estate covers 2,600 hectares (10 square miles).",
        "They sold 300 tonnes (2 million pounds) of saffron, and the Treasury took 400,000 pounds in tax.",
        "The catch was 8,000 tonnes (4 million pounds), the harbour master said of last year's prices in sterling.",
        "The water was 4 degrees Celsius (39 F) that night.",
        "The dam is 62 metres high, or 203 feet, and a kilometre long.",
        "The ditch is 3 metres wide, or 2 feet in some places, and dry.",
        "It was 4 degrees Celsius (flight 43 F) on the apron.",
    ],
)
def test_measures_that_hold_and_pounds_that_are_money(corpus: Corpus, sentence: str) -> None:
    assert [one.message for one in conversion_holds.check(corpus, conversion_holds.Options())] == []

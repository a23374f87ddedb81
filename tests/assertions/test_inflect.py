"""Inflection as a table."""

from __future__ import annotations

import pytest

from factcheck.assertions.inflect import gerund, past_forms, third_person


@pytest.mark.parametrize(
    ("base", "third", "past", "participle", "ing"),
    [
        ("arrest", "arrests", "arrested", "arrested", "arresting"),
        ("stop", "stops", "stopped", "stopped", "stopping"),
        ("open", "opens", "opened", "opened", "opening"),
        ("carry", "carries", "carried", "carried", "carrying"),
        ("play", "plays", "played", "played", "playing"),
        ("die", "dies", "died", "died", "dying"),
        ("free", "frees", "freed", "freed", "freeing"),
        ("sink", "sinks", "sank", "sunk", "sinking"),
        ("launch", "launches", "launched", "launched", "launching"),
        ("admit", "admits", "admitted", "admitted", "admitting"),
        ("visit", "visits", "visited", "visited", "visiting"),
        ("shed", "sheds", "shed", "shed", "shedding"),
        ("uphold", "upholds", "upheld", "upheld", "upholding"),
        ("confer", "confers", "conferred", "conferred", "conferring"),
        ("acquit", "acquits", "acquitted", "acquitted", "acquitting"),
        ("overtop", "overtops", "overtopped", "overtopped", "overtopping"),
    ],
)
def test_forms(base: str, third: str, past: str, participle: str, ing: str) -> None:
    assert third_person(base) == third
    assert past_forms(base) == ((past,), (participle,))
    assert gerund(base) == ing

""" "Since 2006", "until Friday": the value is the date's, the interval is open where the word leaves it open."""

from __future__ import annotations

import pytest
from time_reading import find, make

from factcheck.assertions.model import Article
from factcheck.checks.weekday_fits_date import Options, check
from factcheck.expressions.model import Expressions
from factcheck.identity.model import Corpus
from factcheck.report.records import interval_record
from factcheck.temporal.compare import certainly_before
from factcheck.text import read


@pytest.mark.parametrize(
    ("text", "value", "interval"),
    [
        ("She has led the choir since 2006.", "2006", ["2006-01-01", None]),
        ("It has been shut since Monday.", "2023-09-04", ["2023-09-04", None]),
        ("The road is closed until Tuesday.", "2023-09-12", [None, "2023-09-12"]),
        ("The road will be closed till 3 October.", "2023-10-03", [None, "2023-10-03"]),
        ("The bridge must be finished by June 2024.", "2024-06", [None, "2024-06-30"]),
        ("Trains will run on gas from May 2024.", "2024-05", ["2024-05-01", None]),
        ("Trains ran on gas from May 2021 onwards.", "2021-05", ["2021-05-01", None]),
        # no open end
        ("A letter from May 2021 was found.", "2021-05", ["2021-05-01", "2021-05-31"]),
        ("Fares will be a third up from 2019.", "2019", ["2019-01-01", "2019-12-31"]),
        ("It did not open, not until 3 May 2021.", "2021-05-03", ["2021-05-03", "2021-05-03"]),
        ("Since Monday's storm the road is shut.", "2023-09-04", ["2023-09-04", "2023-09-04"]),
        ("It was seen from 2011 to 2013.", "2011/2013", ["2011-01-01", "2013-12-31"]),
        ("The vigil will be held from 7 pm on 3 October.", "2023-10-03T19:00", None),
    ],
)
def test_open_ends(text: str, value: str, interval: list[str | None] | None) -> None:
    (timex,) = find(text)
    assert timex.value == value
    if interval is None:
        assert timex.point is None
        return
    assert interval_record(timex.interval) == interval
    assert (timex.point is not None) == (None in interval)


def test_the_date_itself_is_kept() -> None:
    (timex,) = find("She has led the choir since 2006.")
    assert interval_record(timex.point) == ["2006-01-01", "2006-12-31"]
    assert timex.how[-1] == '"since" leaves the end open'


def test_what_is_open_precedes_only_what_is_over() -> None:
    since, until, later = find("Since 2006, until 3 May 2020 and on 4 June 2021 it rained.")
    assert since.interval and until.interval and later.interval
    assert certainly_before(until.interval, later.interval)
    assert not certainly_before(since.interval, later.interval)


def test_a_weekday_beside_an_open_end_is_still_judged() -> None:
    document = make("The road has been closed since Tuesday, 6 September 2023.")
    text = read(document)
    article = Article(document, text, Expressions(times=find(document.text)))
    (conflict,) = check(Corpus((article,)), Options())
    assert "Wednesday" in conflict.message

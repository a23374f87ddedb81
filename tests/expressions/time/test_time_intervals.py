"""Where expressions lie on the calendar, and what they say of themselves."""

from __future__ import annotations

from datetime import date

import pytest
from time_reading import find

from factcheck.document.model import Basis, Publication
from factcheck.expressions.model import Timex
from factcheck.temporal.interval import Granularity, moment


def one(text: str, **rest: object) -> Timex:
    """The only expression of a text."""
    found = find(text, **rest)  # type: ignore[arg-type]
    assert len(found) == 1, [timex.text for timex in found]
    return found[0]


def span(timex: Timex) -> tuple[str, str]:
    assert timex.interval is not None and timex.interval.start is not None and timex.interval.end is not None
    return tuple(moment(at).isoformat()[:16] for at in (timex.interval.start, timex.interval.end))  # type: ignore[return-value]


RANGES = [
    ("The talks run from Sept. 10 to 13.", "Sept. 10 to 13", "2023-09-10", "2023-09-14"),
    ("It will be held between September 10 and 13.", "September 10 and 13", "2023-09-10", "2023-09-14"),
    ("The fair of 3-5 May drew crowds.", "3-5 May", "2023-05-03", "2023-05-06"),
    ("It rained between March and June 2022.", "March and June 2022", "2022-03-01", "2022-07-01"),
    ("Sales rose from 1999 to 2003.", "1999 to 2003", "1999-01-01", "2004-01-01"),
    (
        "The port was shut from 28 December 2022 until 3 January 2023.",
        "28 December 2022 until 3 January 2023",
        "2022-12-28",
        "2023-01-04",
    ),
    ("He taught there in the 2021-22 year.", "2021-22", "2021-01-01", "2023-01-01"),
]


@pytest.mark.parametrize(("text", "expression", "start", "end"), RANGES)
def test_a_range_is_one_expression_with_its_ends_as_parts(text: str, expression: str, start: str, end: str) -> None:
    timex = one(text)
    assert timex.text == expression
    assert [edge[:10] for edge in span(timex)] == [start, end]
    assert len(timex.parts) == 2
    assert timex.value == f"{timex.parts[0].value}/{timex.parts[1].value}"


def test_a_moved_date_is_no_range() -> None:
    assert [timex.value for timex in find("The vote was moved from Monday to Friday.")] == ["2023-09-04", "2023-09-08"]


def test_a_list_of_days_is_several_expressions() -> None:
    assert [timex.value for timex in find("It rained on 3 and 5 May 2022.")] == ["2022-05-03", "2022-05-05"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The exam was on 31 November.", "XXXX-11-31"),
        ("The exam was on 29 February 2025.", "2025-02-29"),
        ("The exam was on February 30, 2024.", "2024-02-30"),
        ("On Monday the train left at 24:30.", "2023-09-04T24:30"),
    ],
)
def test_a_day_or_hour_that_does_not_exist_is_found_and_marked(text: str, value: str) -> None:
    timex = next(timex for timex in find(text) if timex.impossible)
    assert timex.value == value
    assert timex.interval is None
    assert timex.how


def test_the_day_of_a_leap_year_exists() -> None:
    assert not one("The exam was on 29 February 2024.").impossible


@pytest.mark.parametrize("text", ["On Tuesday 6 September it rained.", "On Tuesday, September 6, it rained."])
def test_a_weekday_beside_a_date_is_kept_even_where_it_is_wrong(text: str) -> None:
    timex = one(text)
    assert (timex.value, timex.weekday) == ("2023-09-06", 1)


def test_what_the_text_states() -> None:
    with_year, clock, bare = find("Built on 3 May 2019, opened at 10:40 am on 4 June 2020, it burnt on Monday.")
    assert (with_year.year_stated, with_year.clock_stated) == (True, False)
    assert (clock.year_stated, clock.clock_stated) == (True, True)
    assert (bare.year_stated, bare.weekday, bare.anchor) == (False, 0, "published 2023-09-08")
    assert bare.how == ("the latest Monday up to the article",)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("It began at 7:04 pm EDT on Wednesday, June 7.", -240),
        ("It began at 7:04 pm ET on Wednesday, June 7.", -240),
        ("It began at 7:04 pm ET on Wednesday, January 11.", -300),
        ("It began at 0900 GMT on June 7.", 0),
        ("It began at 9 am KST on June 7.", 540),
        ("It began at 9:30 a.m. (GMT +8) on June 7.", 480),
        ("It began at 9 am local time on June 7.", None),
        ("It began at 9 am on June 7.", None),
    ],
)
def test_a_stated_zone_gives_the_offset(text: str, offset: int | None) -> None:
    interval = one(text).interval
    assert interval is not None
    assert interval.offset == offset


def test_a_time_on_two_clocks_tells_the_offset() -> None:
    local, other = find("It sank on Tuesday at 4:17 a.m. (2217 GMT).")
    assert local.interval is not None and local.interval.offset == 360
    assert other.value == "2023-09-04T22:17Z"


def test_a_bare_time_of_day_lies_on_the_day_of_the_story() -> None:
    _, timex = find("On April 24, 2019, he left the city. At 10:40 am he crossed the border.")
    assert span(timex) == ("2019-04-24T10:40", "2019-04-24T10:41")


def test_the_day_of_speaking_is_not_the_day_of_the_story() -> None:
    timexes = find("Police said on Monday that they knew nothing.\n\nThe bell rang at 10:40 am.")
    assert timexes[1].interval is None


def test_ambiguous_figures_keep_both_readings() -> None:
    timex = one("He wrote on 3/5/2023.")
    assert timex.value == "2023-03-05"
    assert [moment(other.start).date() for other in timex.alternatives if other.start is not None] == [date(2023, 5, 3)]


def test_a_passage_about_another_year_leaves_the_nearer_reading_as_an_alternative() -> None:
    timex = find("In 2019 the two met for the first time. On April 24 they signed.")[1]
    assert timex.value == "2019-04-24"
    assert len(timex.alternatives) == 1


def test_where_the_passage_and_the_nearest_reading_agree_nothing_is_left_open() -> None:
    text = "Sales for 2022 rose. In October 2022 the board met. It voted on 21 November."
    timex = find(text, date(2023, 2, 27))[-1]
    assert (timex.value, timex.alternatives) == ("2022-11-21", ())


def test_a_caption_anchors_nothing() -> None:
    timexes = find("The two leaders on April 25, 2019.\n\nThat day it rained.", captions=1)
    assert timexes[1].interval is None


def test_words_of_approximation() -> None:
    early, about, over = find("In early 2019, for about two years and for over a month, it rained.")
    assert early.mod == "START" and early.interval is not None and early.interval.approximate
    assert (about.mod, over.mod) == ("APPROX", "MORE_THAN")


def test_earlier_this_year_ends_with_the_article() -> None:
    assert [edge[:10] for edge in span(one("It rained earlier this year."))] == ["2023-01-01", "2023-09-09"]


class TestUndated:
    """Articles whose day of publication is not known, or not exactly."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("It rained on Monday.", "XXXX-WXX-1"),
            ("It rained last week.", "XXXX-WXX"),
            ("It rained yesterday.", "XXXX-XX-XX"),
            ("It rained on Sept. 4.", "XXXX-09-04"),
            ("It rained in May.", "XXXX-05"),
            ("It rained last year.", "XXXX"),
            ("It rained on Monday night.", "XXXX-WXX-1TNI"),
        ],
    )
    def test_relative_expressions_stay_open(self, text: str, value: str) -> None:
        timex = one(text, published=None)
        assert (timex.value, timex.interval) == (value, None)

    def test_full_dates_are_resolved(self) -> None:
        assert span(one("It rained on 4 May 2021.", published=None))[0] == "2021-05-04T00:00"

    def test_a_range_of_days_resolves_what_it_decides(self) -> None:
        published = Publication(Basis.INFERRED, date(2023, 9, 5), date(2023, 9, 9))
        monday, month, yesterday = find("On Monday it rained, in May it snowed, yesterday it was dry.", published)
        assert monday.value == "2023-09-04"
        assert month.value == "2023-05"
        assert yesterday.interval is not None and yesterday.interval.approximate
        assert span(yesterday) == ("2023-09-04T00:00", "2023-09-09T00:00")

    def test_a_long_range_of_days_leaves_the_rest_open(self) -> None:
        published = Publication(Basis.INFERRED, date(2023, 9, 14), date(2023, 10, 31))
        monday, day, year = find("On Monday it rained. It snowed on September 13, unlike last year.", published)
        assert monday.interval is None
        assert day.value == "2023-09-13"
        assert year.value == "2022"


def test_granularity() -> None:
    found = find("On 3 May 2019, in June 2019, in 2018, in the 1990s, at 10:40 am on 4 May 2020 it rained.")
    assert [timex.interval.granularity for timex in found if timex.interval] == [
        Granularity.DAY,
        Granularity.MONTH,
        Granularity.YEAR,
        Granularity.DECADE,
        Granularity.MINUTE,
    ]

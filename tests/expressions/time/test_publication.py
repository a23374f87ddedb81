"""When undated articles were published, as their own words and their sister articles tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from time_reading import find, make

from factcheck.document.model import Basis, Publication
from factcheck.expressions.time import find_times
from factcheck.expressions.time.publication import infer_publications
from factcheck.text import read

STORY = (
    "In Harlund the talks between Torvald Brenner and Ilse Quandt at Castle Merrow went on. "
    "The Velmar delegation from Ostrova left. "
)
SISTER_DAY = date(2022, 3, 16)  # a Wednesday


def infer(text: str, *sisters: tuple[str, date]) -> Publication:
    documents = [make(text, None, name="undated.txt")]
    documents += [make(sister, day, name=f"sister{index}.txt") for index, (sister, day) in enumerate(sisters)]
    readings = [(document, read(document), find_times(document, read(document))) for document in documents]
    found = infer_publications(readings)
    assert list(found) == ["undated.txt"]
    return found["undated.txt"]


def test_what_is_told_as_past_and_as_ahead_bounds_the_day() -> None:
    found = infer("The hall burnt down on 3 May 2021. A concert for it will be held on 20 May 2021.")
    assert (found.basis, found.first, found.last) == (Basis.INFERRED, date(2021, 5, 3), date(2021, 5, 20))
    assert any("2021-05-03" in line for line in found.how)


def test_nothing_known_stays_unknown() -> None:
    assert infer("It rained on Monday.").basis is Basis.UNKNOWN


def test_contradictions_stay_unknown() -> None:
    found = infer("The fair will open on 3 May 2021. The mayor resigned on 9 June 2021.")
    assert found.basis is Basis.UNKNOWN
    assert found.how


def test_a_report_cited_by_weekday_is_dated_by_a_sister_article() -> None:
    found = infer(
        STORY + "The meeting, as reported on Monday by the Northern Daily Gazette, will be held in Harlund.",
        (STORY + "The two sides were silent after the March 14 report from the Northern Daily Gazette.", SISTER_DAY),
    )
    assert (found.first, found.last) == (date(2022, 3, 14), date(2022, 3, 20))


def test_a_report_of_another_weekday_is_another_report() -> None:
    found = infer(
        STORY + "The meeting, as reported on Tuesday by the Northern Daily Gazette, will be held in Harlund.",
        (STORY + "The two sides were silent after the March 14 report from the Northern Daily Gazette.", SISTER_DAY),
    )
    assert found.basis is Basis.UNKNOWN


def test_a_sister_article_gives_the_year() -> None:
    found = infer(
        STORY + "They shook hands on March 12. The next round will be held between April 4 and 6.", (STORY, SISTER_DAY)
    )
    assert (found.first, found.last) == (date(2022, 3, 12), date(2022, 4, 6))


def test_a_dateline_without_a_year_has_that_of_its_story() -> None:
    wire = replace(make("HARLUND, March 14 (Agency) - " + STORY, None, name="undated.txt"), place_line="HARLUND")
    sister = make(STORY, SISTER_DAY, name="sister.txt")
    readings = [(one, read(one), find_times(one, read(one))) for one in (wire, sister)]
    found = infer_publications(readings)["undated.txt"]
    assert (found.basis, found.day) == (Basis.INFERRED, date(2022, 3, 14))
    alone = infer_publications(readings[:1])["undated.txt"]
    assert alone.day is None


def test_an_article_on_another_story_gives_nothing() -> None:
    found = infer(STORY + "They shook hands on March 12.", ("The Bramley mill burnt in Yorkford.", SISTER_DAY))
    assert found.basis is Basis.UNKNOWN


def test_captions_and_quotations_are_no_evidence() -> None:
    found = infer('"It was opened on 3 May 2021," she said.')
    assert found.basis is Basis.UNKNOWN


def test_undated_articles_do_not_lean_on_each_other() -> None:
    one = make(STORY + "They shook hands on March 12.", None, name="one.txt")
    two = make(STORY + "They left on March 13.", None, name="two.txt")
    readings = [(document, read(document), find_times(document, read(document))) for document in (one, two)]
    assert {publication.basis for publication in infer_publications(readings).values()} == {Basis.UNKNOWN}


def test_an_inferred_range_resolves_weekdays() -> None:
    published = Publication(Basis.INFERRED, date(2022, 3, 15), date(2022, 3, 19))
    (timex,) = find("The talks began on Monday.", published)
    assert timex.value == "2022-03-14"


def test_stated_dates_are_left_alone() -> None:
    document = make("It rained.", SISTER_DAY)
    assert infer_publications([(document, read(document), ())]) == {}

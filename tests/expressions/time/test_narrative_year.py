"""The year of a month and day without one: the nearest to the article, the passage's only where it tells of one."""

from __future__ import annotations

from datetime import date

import pytest
from time_reading import find

from factcheck.document.model import Basis, Publication

PUBLISHED = date(2024, 3, 8)

NEWS = [
    # a year said in passing says nothing of what follows
    ("The harbour view (1641) hung in the hall. It was stolen on 12 January.", "2024-01-12"),
    ("The harbour view, finished in 1641, hung in the hall. It was stolen on 12 November.", "2023-11-12"),
    ("The crane came to the country in 2008. It passed its last inspection on 9 January.", "2024-01-09"),
    ("The crane came to the country in 2008. It passed its last inspection on 9 August.", "2023-08-09"),
    ("He was born on 3 May 1970 in Graz. He was arrested on 20 November.", "2023-11-20"),
    ("The law was passed in October 2021. On Monday a court met. It struck the law down on 5 December.", "2023-12-05"),
    ("In 2008 the crane came to the country.\n\nIt passed its last inspection on 9 August.", "2023-08-09"),
    # a year that leads its sentence does, unless the day lies near the article
    ("In 2008 the crane was set up. It fell over on 9 August.", "2008-08-09"),
    ("In 2008 the crane was set up. It fell over on 9 February.", "2024-02-09"),
    ("The ferry sank on 4 May 2011. On 12 June divers found its bell.", "2011-06-12"),
    # a weekday stated with the date decides the year
    ("In 2008 the crane was set up. It fell over on Wednesday, 9 August.", "2023-08-09"),
    ("In 2008 the crane was set up. It fell over on Saturday, 9 August.", "2008-08-09"),
    ("In 2019 the crane was set up. It fell over on Friday, 12 June.", "XXXX-06-12"),
    # what has lasted since a year is told of today, and what is next or expected lies ahead
    ("She has run the port since June 2021. Most expect a dearer toll at the next meeting in May.", "2024-05"),
    ("She has run the port since June 2021. Shippers expect a cut in May.", "2024-05"),
]


@pytest.mark.parametrize(("text", "value"), NEWS)
def test_in_news(text: str, value: str) -> None:
    last = find(text, PUBLISHED)[-1]
    assert last.value == value
    assert (last.interval is None) == value.startswith("XXXX")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 2011 we moved to the coast. We open the shop on 12 June.", "XXXX-06-12"),
        ("In 2011 we moved to the coast.\n\nWe open the shop on 12 June.", "XXXX-06-12"),
        ("In 2011 we moved to the coast. We open the shop in June.", "XXXX-06"),
        ("We moved to the coast in 2011. Last week I tidied the attic. We open on 12 June.", "XXXX-06-12"),
        ("In 2011 we moved to the coast. We open the shop on Wednesday, 12 June.", "XXXX-06-12"),
        ("In 2011 we moved to the coast, to be exact on 12 June.", "2011-06-12"),
        ("The ferry sank on 4 May 2011. On 12 June divers found its bell.", "2011-06-12"),
    ],
)
def test_in_an_undated_article(text: str, value: str) -> None:
    last = find(text, None)[-1]
    assert last.value == value
    assert (last.interval is None) == value.startswith("XXXX")


def test_in_an_article_dated_by_inference() -> None:
    published = Publication(Basis.INFERRED, date(2024, 6, 1), date(2024, 6, 20))
    assert find("In 2011 we moved to the coast. We open the shop on 12 June.", published)[-1].value == "2024-06-12"

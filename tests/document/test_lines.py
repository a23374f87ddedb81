"""Single lines: pleas, credits, bylines, and the news that resembles them."""

# ruff: noqa: E501 (tables of long lines)
from __future__ import annotations

import pytest

from factcheck.document import boilerplate, bylines, captions, language

PLEAS = """
Sign up to The Lamp, our newsletter on the sea.
Subscribe to our Telegram channel
This site uses cookies. By going on you agree to them.
We value your privacy. We store things on your device.
Share This Article
STORY CONTINUES BELOW
[ Advertisement ]
Read more: Tram plan delayed again
© 2024 Quay Media
All rights reserved
Related stories
Most read in Halden
Recommended for you
Leave a reply
3 comments
Please direct questions or comments to [desk@star.example]
Your email address will not be published.
Tags: harbour, ferry
You have read 2 of 3 free articles this month. Log in or subscribe.
The Lamp is a reader-owned magazine. Become a member.
Comments are closed on this article for legal reasons.
Support independent journalism
Get our evening letter in your inbox. Sign up
Follow us on Instagram
This article will be updated.
""".strip().split("\n")

NEWS = """
The regulator said that three websites used cookies without asking and fined each of them 40,000 euros.
The union's newsletter, which goes out on Tuesdays, first reported the closure.
Norlund will become a member of the alliance in June, the minister said.
The town said it would accept all 340 passengers of the stranded ship.
Courts disagree on the use of copyrighted material to train such systems, and on what fair use under copyright law means.
"Sign up to our plan," she told the miners, "and we will keep the pit open."
Share prices fell 3% after the bank's warning.
Related companies were searched on Tuesday in four towns.
Copyright lawyers for the band filed a claim in March.
More than 300 people signed up for the vaccine on the first day.
Click, the dog that found the boy, was given a medal on 3 May.
Media inquiries into the fire have found nothing new.
Three comments by the judge led to the appeal.
Advertisement spending fell by a tenth in 2023.
""".strip().split("\n")


@pytest.mark.parametrize("line", PLEAS)
def test_plea(line: str) -> None:
    assert boilerplate.scope(line) is not None


@pytest.mark.parametrize("line", NEWS)
def test_news_is_no_plea(line: str) -> None:
    assert boilerplate.scope(line) is None
    assert not captions.is_caption(line)
    assert bylines.author(line) is None
    assert not bylines.filing(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry Merle in dock on 3 May. (KPA/Courier)",
        "The ferry Merle in dock on 3 May. (Courier)",
        "The ferry Merle in dock on 3 May. (pool photo)",
        "The ferry Merle in dock. Photograph: J. Tew/Quay",
        "What was left of the mill on Sunday (Image: Fire Service)",
        "PICTURE: The ferry Merle in dock.",
        "[Photo] The ferry Merle in dock.",
        "The envoys in Lisk on Tuesday [A. Prell/Agency]",
        "The governor speaks in Harvik. Lena Hult/Courier",
        "FILE - The ferry Merle leaves port in 2019.",
    ],
)
def test_caption(line: str) -> None:
    assert captions.is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The committee met on Tuesday (see above).",
        "He paid 300 dollars (about 270 euros).",
        "The photo shows a ship, the ministry said on Monday.",
        "She was born in Lisk (now Lisek)",
        "The pool, photographed from the air, had burst its banks on 3 May, the council said.",
    ],
)
def test_no_caption(line: str) -> None:
    assert not captions.is_caption(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jo Bell", "Jo Bell"),
        ("by Gwen da Silva", "Gwen da Silva"),
        ("Words: Philippa Stour", "Philippa Stour"),
        ("By Shin Ara, staff reporter; Kim So, Tokyo correspondent", "Shin Ara"),
        ("Articles by: Uri Araujo", "Uri Araujo"),
        ("By the time the ship had sunk", None),
        ("By 2030 the plant will be shut", None),
        ("Words fail us, the mayor said.", None),
    ],
)
def test_author(line: str, author: str | None) -> None:
    assert bylines.author(line) == author


@pytest.mark.parametrize(
    ("paragraph", "byline"),
    [
        ("Written by Jo Bell South Arden has joined the pact.", "Written by Jo Bell"),
        ("By Jo Bell The mayor of Lisk said so.", "By Jo Bell"),
        ("Written by Jo Bell Norlund has joined the pact.", ""),
        ("By United Nations Police and others it was said.", ""),
        ("By New Year The Hague will be ready.", ""),
    ],
)
def test_byline_that_runs_into_its_paragraph(paragraph: str, byline: str) -> None:
    assert paragraph[: bylines.glued(paragraph)] == byline


def test_an_article_in_another_language_is_no_boilerplate() -> None:
    spanish = ["El alcalde dijo que las obras de la plaza empezarán en mayo y que no habrá más retrasos."] * 3
    assert not any(language.foreign(spanish))
    assert not any(language.foreign(["시장은 공사가 오월에 시작된다고 말했다."] * 3))
    assert language.foreign([]) == []

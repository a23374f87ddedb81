"""Generated articles with known conflicts, for measurements at sizes that no labelled corpus has.

Every story has its own people, body, town and agreement, told by four outlets in their own words among some 450 words
of background. In one story of ten the last outlet gives another day for the signing, in another one of ten a weekday
that is not that of its date: nothing else in the corpus is in conflict. Everything follows from the story's number.

    python benchmarks/generated.py 1000 --output corpus.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

OUTLETS = ("Meridian Wire", "The Harbour Post", "Daily Ledger", "Northern Courier")
WORDS = 500
_ONSETS = "b br d dr f g gr h k kl l m n p pr r s st t tr v w z".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = "n l r s m nd rk st ck th".split()
_GIVEN = (
    "Anna Maria Elena Sofia Laura Julia Nina Clara Martin Peter Thomas Daniel Paul Simon Victor Oscar Felix Hugo "
    "Robert Stefan David Michael George Helen Irene Alice Edith Frank Walter Emil Diana Teresa Monica Ruth Carol"
).split()
_TOWNS = (
    "Porto Leeds Ghent Graz Turin Lyon Malmo Bergen Aarhus Tampere Gdansk Brno Linz Basel Utrecht Cork Dundee Bilbao "
    "Sevilla Nantes Bremen Kassel Trieste Varna Plovdiv Ostrava Tartu Kaunas Split Rijeka"
).split()
_THINGS = "rail water harbour steel timber airport hospital bridge tunnel solar wind textile shipyard tram".split()
_BACKGROUND = (
    "Residents of the district have waited a long time for a decision of this kind.",
    "The opposition in the council said that it wanted to read every page before it made up its mind.",
    "Shopkeepers near the square hoped that the work would bring customers and not only dust.",
    "The union asked for a guarantee that apprentices would be taken on as well.",
    "An engineer who knows the site called the ground difficult but not hopeless.",
    "Several families remember the old works, whose chimney can be seen from the river.",
    "The plans lie open in the town hall, where anybody may look at them.",
    "Environmental groups want a survey of the birds that nest along the bank.",
    "A spokeswoman declined to say how the costs would be shared.",
    "The regional bank is expected to lend part of the money, though nothing has been put in writing.",
    "Farmers on the other side of the valley fear for their meadows.",
    "Schools in the neighbourhood want a safer crossing before the first lorry arrives.",
    "The mayor's office promised to answer every letter, however long it might take.",
    "Experts differ on how much traffic the scheme would bring to the narrow streets.",
    "Nobody at the ceremony wished to speak about the dispute over the land.",
    "A small choir sang in the hall, and there was soup for everybody who had come.",
    "The project has been discussed for longer than many of its supporters care to remember.",
    "Critics say that the money would be better spent on the roofs of schools.",
    "The company keeps its offices above a bakery and has no plans to move.",
    "Local historians want the old gate to be kept as a memorial.",
)


def articles(count: int, *, hot: bool = False) -> Iterator[dict[str, str]]:
    """``count`` articles, four a story, sorted by day of publication within a story.

    With ``hot`` all of them tell of the first story: one event in very many articles.
    """
    for number in range(count):
        yield article(0 if hot else number // 4, number % 4 if not hot else number, hot=hot)


def article(story: int, teller: int, *, hot: bool = False) -> dict[str, str]:
    """The account that an outlet gives of a story."""
    facts = Random(story * 7919 + 1)
    one, two, body = _person(facts), _person(facts), f"{_word(facts)} Works"
    town, thing = facts.choice(_TOWNS), facts.choice(_THINGS)
    signed = date(2024, 1, 8) + timedelta(days=facts.randrange(0, 700))
    begins = signed + timedelta(days=facts.randrange(30, 200))
    weekday = begins
    title = f"{_word(facts)} {thing} agreement"
    own = Random(story * 104_729 + teller * 31 + 7)
    if has_wrong_day(story, teller, hot=hot):
        signed += timedelta(days=3)
    if has_wrong_weekday(story, teller, hot=hot):
        weekday += timedelta(days=2)
    day = _told(signed)
    published = date(2024, 1, 8) + timedelta(days=(signed - date(2024, 1, 8)).days + 3 + teller % 4)
    outlet = OUTLETS[teller % 4]
    lead = (
        f"Minister {one} and {two}, director of {body}, signed the {title} in {town} on {day}.",
        f"The {title} was signed in {town} on {day} by minister {one} and {two}, director of {body}.",
        f"On {day} the {title} was signed in {town}, where minister {one} met {two}, director of {body}.",
        f"Minister {one} signed the {title} in {town} on {day} with {two}, director of {body}.",
    )[teller % 4]
    outlook = f"Work at the site of {body} is to begin on {weekday:%A}, {_told(begins)}."
    paragraphs = [lead, outlook]
    length = sum(len(part.split()) for part in paragraphs)
    while length < WORDS:
        sentences = own.sample(_BACKGROUND, 3)
        told = " ".join(_turned(sentence, own) for sentence in sentences)
        paragraphs.append(told)
        length += len(told.split())
    return {
        "id": f"s{story:07}-{teller:06}",
        "title": f"{thing.capitalize()} agreement in {town}",
        "source": outlet,
        "published": published.isoformat(),
        "text": "\n\n".join(paragraphs),
    }


def has_wrong_day(story: int, teller: int, *, hot: bool = False) -> bool:
    """Whether this account gives another day than the others."""
    return teller % 1000 == 3 if hot else story % 10 == 0 and teller == 3


def has_wrong_weekday(story: int, teller: int, *, hot: bool = False) -> bool:
    """Whether the weekday in this account is not that of its date."""
    return not hot and story % 10 == 5 and teller == 3


def planted(count: int) -> dict[str, int]:
    """How many stories of ``count`` articles hold a conflict, by its category. Stories are told in full."""
    whole = count // 4
    return {"date-conflict": (whole + 9) // 10, "weekday-mismatch": (whole + 4) // 10}


def _turned(sentence: str, own: Random) -> str:
    """The sentence with an adverb before it, so that outlets do not print the same words."""
    first = own.choice(
        ("", "", "", "Meanwhile, ", "As before, ", "All the same, ", "In the end, ", "By all accounts, ")
    )
    return first + (sentence[0].lower() + sentence[1:] if first else sentence)


def _person(facts: Random) -> str:
    return f"{facts.choice(_GIVEN)} {_word(facts)}"


def _told(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _word(facts: Random) -> str:
    made = "".join(facts.choice(_ONSETS) + facts.choice(_VOWELS) for _ in range(3)) + facts.choice(_CODAS)
    return made.capitalize()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("count", type=int)
    parser.add_argument("--hot", action="store_true", help="all articles tell of one event")
    parser.add_argument("--output", default="-")
    options = parser.parse_args()
    with sys.stdout if options.output == "-" else open(options.output, "w", encoding="utf-8") as file:  # noqa: PTH123
        for one in articles(options.count, hot=options.hot):
            file.write(json.dumps(one) + "\n")


if __name__ == "__main__":
    main()

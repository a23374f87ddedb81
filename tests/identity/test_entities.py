"""Names of different articles: which are one entity, and which are one name spelt two ways."""

from __future__ import annotations

import itertools

import pytest
from handmade import article

from factcheck.checks.names_are_spelt_alike import Options, check
from factcheck.identity.entities import Entities, link_names
from factcheck.identity.model import Corpus


def _one(left: str, right: str, *canonicals: str) -> bool:
    entities = link_names([article(left, "a.txt"), article(right, "b.txt")])
    return entities.identify("a.txt", canonicals[0]) == entities.identify("b.txt", canonicals[1])


@pytest.mark.parametrize(
    ("left", "right", "names"),
    [
        ("Leader Kim Jong-un spoke.", "Leader Kim Jong Un spoke.", ("Kim Jong-un", "Kim Jong Un")),
        ("President Han Seo-jin spoke.", "Seo-jin Han, 52, spoke.", ("Han Seo-jin", "Seo-jin Han")),
        ("Minister Ines Lobato spoke.", "Minister Inês Lobato spoke.", ("Ines Lobato", "Inês Lobato")),
        (
            "The Center for Polar Research closed.",
            "The Centre for Polar Research closed.",
            ("Center for Polar Research", "Centre for Polar Research"),
        ),
        ("President Donald Marsh spoke.", "President Donald J. Marsh spoke.", ("Donald Marsh", "Donald J. Marsh")),
        ("The MV Stella Polaris sank.", "The ferry Stella Polaris sank.", ("MV Stella Polaris", "Stella Polaris")),
        ("Judge Ruth Ormerod spoke.", "The judge was Mrs Justice Ormerod.", ("Ruth Ormerod", "Ormerod")),
    ],
)
def test_house_styles_and_short_forms_are_one_entity(left: str, right: str, names: tuple[str, str]) -> None:
    assert _one(left, right, *names)


@pytest.mark.parametrize(
    ("left", "right", "names"),
    [
        ("Leader Kim Jong-un spoke.", "Leader Kim Jong-il spoke.", ("Kim Jong-un", "Kim Jong-il")),
        (
            "Foreign Minister Sergei Lavin left.",
            "Defence Minister Sergei Shotov left.",
            ("Sergei Lavin", "Sergei Shotov"),
        ),
        ("Tom Harwell, 71, died.", "Ann Harwell, 40, spoke.", ("Tom Harwell", "Ann Harwell")),
        ("The MV Stella Polaris sank.", "The MV Stella Maris sank.", ("MV Stella Polaris", "MV Stella Maris")),
    ],
)
def test_names_that_are_only_near_are_two_entities(left: str, right: str, names: tuple[str, str]) -> None:
    assert not _one(left, right, *names)


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [
        article("Captain Efren Dizon, 52, was rescued. Leader Kim Jong-un spoke.", "a.txt"),
        article("The captain, Efren Dison, is awaiting trial.", "b.txt"),
        article("Kim Jong Un spoke with President Donald J. Marsh.", "c.txt"),
        article("President Donald Marsh was silent.", "d.txt"),
    ]
    results = {
        (tuple(sorted(found.links.items())), tuple(sorted(found.labels.items())))
        for found in (link_names(order) for order in itertools.permutations(articles))
    }
    assert len(results) == 1


def test_an_unknown_name_is_its_own_entity() -> None:
    assert Entities().identify("a.txt", "Nobody") == "name:nobody"
    assert Entities().label("name:nobody") == "nobody"


def _findings(*texts: str) -> list[set[str]]:
    articles = tuple(article(text, f"{index}.txt") for index, text in enumerate(texts))
    corpus = Corpus(articles)
    return [
        {corpus.by_name[e.document].document.text[e.start : e.end] for e in conflict.evidence}
        for conflict in check(corpus, Options())
    ]


@pytest.mark.parametrize(
    ("texts", "spellings"),
    [
        (
            ["Captain Efren Magbago, 52, was rescued.", "The captain, Efren Magbagu, now 53, is awaiting trial."],
            {"Efren Magbago", "Efren Magbagu"},
        ),
        (
            [
                "No deal, said Ryu Sung-rak, who once was South Korean ambassador to Norway.",
                "Former South Korean ambassador to Norway Ryu Sung-lac doubts it.",
            ],
            {"Ryu Sung-rak", "Ryu Sung-lac"},
        ),
        (
            [
                "Latonya Marsh, 36, and Heike Wolters, 40, were hurt, said Sheriff Owen Pratt.",
                "Latoya Marsh wept. Heike Wolters, 40, was hurt. Sheriff Owen Pratt was there.",
            ],
            {"Latonya Marsh", "Latoya Marsh"},
        ),
        (
            ["Efren Magbago, 52, was rescued. Efren Magbagu was questioned by police.", "The sea was calm."],
            {"Efren Magbago", "Efren Magbagu"},
        ),
        (
            [
                "Bae Ji-hye, a professor at Hanguk University of Foreign Trade, agreed.",
                "Bae Ji-hye, a professor at Hangook University of Foreign Trade, disagreed.",
            ],
            {"Hanguk University of Foreign Trade", "Hangook University of Foreign Trade"},
        ),
    ],
)
def test_one_bearer_spelt_two_ways_is_found(texts: list[str], spellings: set[str]) -> None:
    assert _findings(*texts) == [spellings]


@pytest.mark.parametrize(
    "texts",
    [
        ["North Korean leader Kim Jong-un spoke.", "North Korean leader Kim Jong-il spoke."],
        [
            "Daniel Marsh, 36, and Heike Wolters, 40, were hurt, said Sheriff Owen Pratt.",
            "Daniela Marsh wept. Heike Wolters, 40, was hurt. Sheriff Owen Pratt was there.",
        ],
        ["Leader Kim Jong-un spoke.", "Leader Kim Jong Un spoke."],
        ["Tom Harwell, 71, died. His daughter, Ann Harwell, wept.", "Ann Harwell, 40, spoke."],
        ["Jon Marsden, a teacher, spoke.", "John Marsden, a pilot, spoke."],
        ["Peter Hansen, a doctor, spoke.", "Peter Hanson, a farmer, spoke."],
        ["The MV Reina Amanda sank.", "The MV Reina Armada sank."],
        ["The Harbor Safety Institute closed.", "The Harbour Safety Institute closed."],
        ["Tessamark's shares fell. Shares in Tessamark fell.", "Shares in Tessamarks fell."],
        ["Ivan Petrov, a driver, and his wife, Anna Petrova, a nurse, spoke.", "Anna Petrova, a nurse, left."],
    ],
)
def test_two_bearers_and_house_styles_are_no_finding(texts: list[str]) -> None:
    assert _findings(*texts) == []


def test_the_message_tells_both_spellings_and_the_usual_one() -> None:
    articles = tuple(
        article(text, f"{index}.txt")
        for index, text in enumerate(
            ["Captain Efren Magbago spoke.", "Captain Efren Magbago left.", "Captain Efren Magbagu is on trial."]
        )
    )
    [conflict] = check(Corpus(articles), Options())
    assert '"Efren Magbago" in 0.txt and "Efren Magbagu" in 2.txt' in conflict.message
    assert "2 of 3 articles" in conflict.message
    assert not list(check(Corpus(articles), Options(across_articles=False)))


def _identity_of(texts: list[str], document: int, surface: str) -> list[str]:
    articles = [article(text, f"{index}.txt") for index, text in enumerate(texts)]
    entities = link_names(articles)
    named = articles[document].expressions.names
    return [entities.identify(f"{document}.txt", name.canonical) for name in named if name.text == surface]


def test_a_surname_alone_is_its_bearers_of_the_other_article() -> None:
    texts = ["Sipho Mabuzo wept. Heike Wolters sang.", "Mr Mabuzo wept again beside Heike Wolters."]
    assert _identity_of(texts, 1, "Mabuzo") == _identity_of(texts, 0, "Sipho Mabuzo")


def test_people_of_one_surname_stay_apart() -> None:
    texts = ["Mayor John Lund spoke. Lund left.", "Striker Paul Lund scored. Lund left.", "Ann Lund, his widow, is 70."]
    lunds = [*_identity_of(texts, 0, "Lund"), *_identity_of(texts, 1, "Lund"), *_identity_of(texts, 2, "Ann Lund")]
    assert len(set(lunds)) == 3
    assert lunds[:2] == [*_identity_of(texts, 0, "John Lund"), *_identity_of(texts, 1, "Paul Lund")]


def test_a_role_alone_with_a_country_is_whom_the_article_gives_that_office() -> None:
    text = (
        "Ghana's president, Kwesi Amoako, met Malian president Seydou Kanté. The Ghanaian president left.\n"
        "The Malian president stayed. The Chadian president was ill."
    )
    assert _identity_of([text], 0, "The Ghanaian president") == _identity_of([text], 0, "Kwesi Amoako")
    assert _identity_of([text], 0, "The Malian president") == _identity_of([text], 0, "Seydou Kanté")
    assert _identity_of([text], 0, "The Chadian president") == []


def test_a_second_surname_needs_more_than_the_name() -> None:
    full, plain = "Inés Arrieta Zubiri, 50, is free", "Inés Arrieta, 50, is free"
    apart = [f"{full}.", f"{plain}."]
    assert _identity_of(apart, 0, "Inés Arrieta Zubiri") != _identity_of(apart, 1, "Inés Arrieta")
    beside = [f"{full}, said Heike Wolters.", f"{plain}, Heike Wolters said."]
    assert _identity_of(beside, 0, "Inés Arrieta Zubiri") == _identity_of(beside, 1, "Inés Arrieta")

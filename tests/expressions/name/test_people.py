"""People without title, role or age, in the names of many cultures; and what only looks like one."""

from __future__ import annotations

import pytest
from handmade import article
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.expressions.model import Mention, NameType
from factcheck.expressions.name.forms import form, is_surname_first
from factcheck.expressions.name.people import surname_of


def _people(text: str) -> dict[str, str]:
    """Text of each mention of a person by name with the full name it leads to."""
    return {
        name.text: name.canonical
        for name in article(text).expressions.names
        if name.type is NameType.PERSON and name.mention in {Mention.FULL, Mention.PART}
    }


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # what the article tells of them
        ("At dusk Sipho Mabuzo wept.", {"Sipho Mabuzo": "Sipho Mabuzo"}),
        (
            "The prize went to Tamsir Jatteh. Jatteh said he had not slept.",
            {"Tamsir Jatteh": "Tamsir Jatteh", "Jatteh": "Tamsir Jatteh"},
        ),
        ("They asked Wambui Thuranira's sister.", {"Wambui Thuranira": "Wambui Thuranira"}),
        ("According to Yusra Haloumi, a beekeeper, it rained.", {"Yusra Haloumi": "Yusra Haloumi"}),
        ("The referee was Obakeng Tladinyane of Gaborone.", {"Obakeng Tladinyane": "Obakeng Tladinyane"}),
        ("In May Ruvarashe Chidzero was arrested.", {"Ruvarashe Chidzero": "Ruvarashe Chidzero"}),
        # name lists and orders
        ("They met Xi Jinping there.", {"Xi Jinping": "Xi Jinping"}),
        (
            "They met Tan Wei Liang at noon. Tan said little.",
            {"Tan Wei Liang": "Tan Wei Liang", "Tan": "Tan Wei Liang"},
        ),
        ("A letter from Le Thi Mai came.", {"Le Thi Mai": "Le Thi Mai"}),
        ("A letter from Pradeep Deshpande came.", {"Pradeep Deshpande": "Pradeep Deshpande"}),
        ("A letter from Goran Petrović came.", {"Goran Petrović": "Goran Petrović"}),
        # one of them shows the other
        (
            "Ola Nordstrom, 44, and Ruvarashe Chidzero were hurt.",
            {"Ola Nordstrom": "Ola Nordstrom", "Ruvarashe Chidzero": "Ruvarashe Chidzero"},
        ),
        (
            "His two teachers, Ruvarashe Chidzero and Obakeng Tladinyane, agreed.",
            {"Ruvarashe Chidzero": "Ruvarashe Chidzero", "Obakeng Tladinyane": "Obakeng Tladinyane"},
        ),
        ("He and Obakeng Tladinyane sold it.", {"Obakeng Tladinyane": "Obakeng Tladinyane"}),
        # short forms
        (
            "Inés Arrieta Zubiri, 50, is free. Arrieta was held for a year.",
            {"Inés Arrieta Zubiri": "Inés Arrieta Zubiri", "Arrieta": "Inés Arrieta Zubiri"},
        ),
        (
            'Captain Rogelio "Bong" Macaraig left. Macaraig is 60.',
            {'Rogelio "Bong" Macaraig': "Rogelio Macaraig", "Macaraig": "Rogelio Macaraig"},
        ),
        ("A. P. Venkataraman spoke.", {"A. P. Venkataraman": "A. P. Venkataraman"}),
        # one name alone, told twice
        (
            "Suwarno, who is a widower, fled. Suwarno was born in Solo.",
            {"Suwarno": "Suwarno"},
        ),
    ],
)
def test_people_are_found_by_what_is_told_of_them(text: str, people: dict[str, str]) -> None:
    assert _people(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "She bought Orlo Vanti shoes at Casa Bertolo.",
        "The firm bought Alpina Corvus and sold it to Banka Ferizi.",
        "The ferry Reina Marta sank, and the yacht Lady Amelia with it.",
        "He put to sea with two ships, the Lady Irina and the Cape Nestor.",
        "It left its two passengers, Ember-1 and Ember-2, in orbit.",
        "The Charles de Gaulle sailed past Villa Borghese.",
        "He sold his Kia Sorento and his Lada Niva.",
        "Lockheed Martin and Morgan Stanley said so.",
        "Carmaker Vantis won. Vantis said it was glad.",
        "Taj Mahal tickets and Imam Khomeini Airport taxes rose.",
        "Maya Angelou Primary School and the Elena Petrova Foundation closed.",
        "The San Lorenzo Rovers was arrested by the mud.",
        '"Carmen Ibarra" opened in London; the opera runs to May.',
        "Costa y Robledo S.A., of Bilbao, leased the crane.",
    ],
)
def test_ships_works_products_and_companies_are_no_people(text: str) -> None:
    assert _people(text) == {}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Lockheed Martin won.", {"Lockheed Martin"}),
        ("Volunteers of the Lesotho Red Cross came.", {"Lesotho Red Cross"}),
        ("The Ports and Harbours Bureau fined them.", {"Ports and Harbours Bureau"}),
        ("Officials of the Confederation of Asian Rowing came.", {"Confederation of Asian Rowing"}),
        ("The Competition Commission of Kenya agreed.", {"Competition Commission of Kenya"}),
        ("The loan is from Banco do Alentejo.", {"Banco do Alentejo"}),
        ("She wrote it in The Daily Lantern.", {"Daily Lantern"}),
        ("Zorin Textiles burned. Zorin said it was insured.", {"Zorin Textiles", "Zorin"}),
    ],
)
def test_bodies_are_found_by_their_heads(text: str, bodies: set[str]) -> None:
    names = article(text).expressions.names
    assert {name.text for name in names if name.type is NameType.ORGANISATION} == bodies


@pytest.mark.parametrize(
    ("full", "surname"),
    [("Goh Wei Ming", "goh"), ("Le Van Thanh", "thanh"), ("Wang Yi", "wang"), ("Mary Beth Lind", "lind")],
)
def test_surnames_of_east_asian_names(full: str, surname: str) -> None:
    assert surname_of(tuple(full.split()))[0] == surname


@settings(max_examples=50)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=7))
def test_no_form_raises(parts: list[str]) -> None:
    assert form(tuple(parts)) >= 0
    assert is_surname_first(tuple(parts)) in {True, False}

"""Who is named, by which full name, in which role; and what is no name."""

from __future__ import annotations

import time

import pytest
from handmade import article, document
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.expressions.model import Mention, Name, NameType
from factcheck.expressions.name import aliases, find_names
from factcheck.expressions.name.people import surname_of
from factcheck.expressions.place import find_places
from factcheck.text import read

P, O, X = NameType.PERSON, NameType.ORGANISATION, NameType.OTHER  # noqa: E741


def _names(text: str) -> list[Name]:
    return list(article(text).expressions.names)


@pytest.mark.parametrize(
    ("text", "canonical", "kind", "role"),
    [
        ("Talks failed, said Mrs Justice Ormerod.", "Ormerod", P, "justice"),
        ("Russian Defence Minister Pavel Grishin left.", "Pavel Grishin", P, "russian defence minister"),
        (
            "No deal will last, said Ryu Sung-ho, who once was South Korean ambassador to Norway.",
            "Ryu Sung-ho",
            P,
            "south korean ambassador to norway",
        ),
        (
            "Former South Korean ambassador to Norway Ryu Sung-ho doubts it.",
            "Ryu Sung-ho",
            P,
            "former south korean ambassador to norway",
        ),
        ("Petra Dimova, a physician, came third.", "Petra Dimova", P, "physician"),
        ('"It hung here," said the gallery\'s curator, Griet Maes.', "Griet Maes", P, "curator"),
        ("Chief executive Funmi Adeleke blamed the weather.", "Funmi Adeleke", P, "chief executive"),
        ("Apple CEO Dana Whitlock resigned.", "Dana Whitlock", P, "apple ceo"),
        ("Secretary of State Helen Marsh arrived.", "Helen Marsh", P, None),
        ("Colonel Idris al-Mabrouk surrendered.", "Idris al-Mabrouk", P, "colonel"),
        ("Ola Nordstrom, 44, was hurt.", "Ola Nordstrom", P, None),
        (
            "A study by the Centre for Polar and Alpine Research came out.",
            "Centre for Polar and Alpine Research",
            O,
            None,
        ),
        ("The Far Northern Federal University closed.", "Far Northern Federal University", O, None),
        ("Shares in Brindlemark fell.", "Brindlemark", O, None),
        ("Officials of the ministry told NHK.", "NHK", O, None),
        ("The MV Stella Polaris sank.", "MV Stella Polaris", X, None),
        ("Engineers fuelled the Moa-3 rocket.", "Moa-3", X, None),
        ("The University of Leeds reopened.", "University of Leeds", O, None),
        ("Lakeshore Instruments of Chicago was sold.", "Lakeshore Instruments", O, None),
    ],
)
def test_a_name_is_read_with_its_type_and_role(text: str, canonical: str, kind: NameType, role: str | None) -> None:
    found = {name.canonical: name for name in _names(text)}
    assert canonical in found, found
    assert found[canonical].type is kind
    if role is not None:
        assert found[canonical].role == role


@pytest.mark.parametrize(
    "text",
    [
        "Police said on Monday that nobody was hurt.",
        "The Foreign Minister left in March.",
        "According to officials, Former ministers agreed.",
        "On 19 June Dutch police lifted the ceiling.",
        "The Chief Operating Officer resigned.",
        "A 787-200LR landed at 9 A.M. for US$ 5.",
        "Albany Ave. is closed.",
    ],
)
def test_offices_dates_and_numbers_are_no_names(text: str) -> None:
    assert [name.text for name in _names(text)] == []


@pytest.mark.parametrize(
    ("full", "surname", "given"),
    [
        ("Kim Jong-un", "kim", "jong un"),
        ("Kim Jong Un", "kim", "jong un"),
        ("Seo-yun Han", "han", "seo yun"),
        ("Xi Jinping", "xi", "jinping"),
        ("Orban Viktor", "orban", "viktor"),
        ("Viktor Orban", "orban", "viktor"),
        ("Esther van den Broek", "van den broek", "esther"),
        ("Donald J. Trump", "trump", "donald j"),
    ],
)
def test_surnames_stand_where_the_name_order_puts_them(full: str, surname: str, given: str) -> None:
    assert surname_of(tuple(full.split())) == (surname, given)


def _canonicals(text: str, surface: str) -> list[str]:
    return [name.canonical for name in _names(text) if name.text == surface]


def test_short_forms_lead_to_the_full_name() -> None:
    text = (
        "Noel Marquez, a coast guard spokesman, said so. Marquez would not say more.\n"
        "Salinger Inter-Island Lines denied it. Salinger said the ship was sound. The ferry belongs to Salinger.\n"
        "The Institute of Harbour Safety (IHS) will report. The IHS was founded in 1990.\n"
        "Esther van den Broek sang. Van den Broek said that she was tired."
    )
    assert _canonicals(text, "Marquez") == ["Noel Marquez"]
    assert set(_canonicals(text, "Salinger")) == {"Salinger Inter-Island Lines"}
    assert set(_canonicals(text, "IHS")) == {"Institute of Harbour Safety"}
    assert _canonicals(text, "Van den Broek") == ["Esther van den Broek"]


def test_relatives_of_one_surname_stay_two_people() -> None:
    text = (
        "Tom Harwell, 63, died in the fire. His daughter, Ann Harwell, thanked the crews.\n"
        "Mr Harwell had worked there for 31 years. Ms Harwell is a nurse. Harwell was loved by all."
    )
    found = [(name.text, name.canonical) for name in _names(text) if name.text == "Harwell"]
    assert found[0][1] == "Tom Harwell"
    assert found[1][1] == "Ann Harwell"
    assert found[2][1] == "Harwell"  # open


def test_roles_alone_lead_to_their_only_bearer() -> None:
    text = (
        "North Korean leader Kim Jong-un met Prime Minister Duarte Lobo on Monday.\n"
        "The premier said little. The North Korean leader said less. The minister was silent.\n"
        "Captain Efren Dizon steered the ferry MV Stella Polaris. The captain was calm; the ferry was not."
    )
    roles = {name.text: name.canonical for name in _names(text) if name.mention is Mention.ROLE}
    assert roles["The premier"] == "Duarte Lobo"
    assert roles["The North Korean leader"] == "Kim Jong-un"
    assert roles["The captain"] == "Efren Dizon"
    assert roles["the ferry"] == "MV Stella Polaris"


def test_a_role_that_two_people_bear_is_left_open() -> None:
    text = "Foreign Minister Ana Lima met Defence Minister Rui Costa. The minister left early."
    assert [name.text for name in _names(text) if name.mention is Mention.ROLE] == []


def test_pronouns_count_only_where_one_person_can_be_meant() -> None:
    one = "Radko Petrov resigned on March 2. He has denied taking money."
    assert [n.canonical for n in _names(one) if n.mention is Mention.PRONOUN] == ["Radko Petrov"]
    two = "Radko Petrov met Ivan Dimov. He denied taking money."
    assert [n for n in _names(two) if n.mention is Mention.PRONOUN] == []
    told_by_sex = "Mr Petrov met Ms Dimova. She denied it."
    assert [n.canonical for n in _names(told_by_sex) if n.mention is Mention.PRONOUN] == ["Dimova"]
    quoted = 'Radko Petrov resigned. "He knew," a neighbour said.'
    assert [n for n in _names(quoted) if n.mention is Mention.PRONOUN] == []


def test_headlines_name_only_whom_the_article_names() -> None:
    text = "# Club Hires Maurice Okafor After Long Search For Coach\nMaurice Okafor will coach the club, it said."
    assert [(name.text, name.canonical) for name in _names(text)] == [("Maurice Okafor", "Maurice Okafor")] * 2


def test_aliases_give_the_canonical_name() -> None:
    made = document("The UN and the United Nations Organisation are one.")
    text = read(made)
    known = aliases([("United Nations", "organisation", ["UN", "United Nations Organisation"])])
    names = find_names(made, text, find_places(made, text), known)
    assert {name.canonical for name in names} == {"United Nations"}


def test_aliases_of_a_person_give_the_canonical_name() -> None:
    made = document("Cal Reid was held on Monday. Callum Reid was freed on Tuesday. Olive Tarrant met Reid.")
    text = read(made)
    known = aliases([("Callum Reid", "person", ["Cal Reid"])])
    names = find_names(made, text, find_places(made, text), known)
    assert [name.canonical for name in names] == ["Callum Reid", "Callum Reid", "Olive Tarrant", "Callum Reid"]


def test_one_alias_of_two_names_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="alias of both"):
        aliases([("African Union", "organisation", ["AU"]), ("Australia", "place", ["A.U."])])


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("AbMr .,'-KimJongofthesaidé12\n\"()&"), max_size=200))
def test_no_text_raises_and_spans_are_ordered(text: str) -> None:
    made = document(text)
    words = read(made)
    ends = 0
    for name in find_names(made, words, find_places(made, words)):
        assert name.start >= ends
        assert made.text[name.start : name.end] == name.text
        ends = name.end


@pytest.mark.parametrize("word", ["Kim ", "He ", "the leader ", "Mr. Smith, ", "A. ", "Bank of ", "John Smith said. "])
def test_time_grows_with_length_only(word: str) -> None:
    made = document(word * 10_000)
    text = read(made)
    start = time.process_time()
    find_names(made, text, ())
    assert time.process_time() - start < 4.0

"""Numbers in digits and words, with their bounds, units and what they measure."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from quantity_reading import quantities

from factcheck.expressions.model import Bound, Quantity, QuantityKind

VALUES = [
    # text, value, unit
    ("They sold 41 tickets.", 41, "ticket"),
    ("It cost 1,204 lives.", 1204, "life"),
    ("The herd of 12 000 sheep moved.", 12000, "sheep"),
    ("The town has 1.2 million people.", 1.2e6, "person"),
    ("Some 5.5m people live there.", 5.5e6, "person"),
    ("Half a million voters stayed at home.", 5e5, "voter"),
    ("Half a dozen boats sank.", 6, "boat"),
    ("It took two dozen lorries.", 24, "lorry"),
    ("Twenty-one miners were found.", 21, "miner"),
    ("Three hundred and five letters came.", 305, "letter"),
    ("A hundred and fifty men enlisted.", 150, "man"),
    ("One million three hundred thousand doses went out.", 1.3e6, "dose"),
    ("Two and a half million barrels leaked.", 2.5e6, "barrel"),
    ("The deal is worth $3bn.", 3e9, "US dollar"),
    ("The club paid £4.5m for him.", 4.5e6, "pound sterling"),
    ("The fund lost 1.5 trillion won.", 1.5e12, "won"),
    ("It raised A$20 million in Perth.", 2e7, "Australian dollar"),
    ("They owe 30 million euros.", 3e7, "euro"),
    ("Shares closed at 655p in London.", 655, "penny"),
    ("He was fined two million pounds.", 2e6, "pound sterling"),
    ("The calf weighs 90 pounds.", 90, "pound"),
    ("Prices rose 3.2 per cent.", 3.2, "percent"),
    ("Prices rose 3.2% in May.", 3.2, "percent"),
    ("Support fell by 4.5 percentage points.", 4.5, "percentage point"),
    ("Two-thirds of the crop failed.", 2 / 3, None),
    ("A quarter of the crop failed.", 0.25, None),
    ("One in five bridges is unsafe.", 0.2, None),
    ("The trench is 2½ metres deep.", 2.5, "metre"),
    ("He stands 5 ft 10 in tall.", 5 + 10 / 12, "foot"),
    ("It was minus 19 degrees Celsius.", -19, "degree Celsius"),
    ("It was -4 °C at dawn.", -4, "degree Celsius"),
    ("The storm blew at 70 miles per hour.", 70, "mile per hour"),
    ("It lies 12 nautical miles off the coast.", 12, "nautical mile"),
    ("A 22-acre estate burned.", 22, "acre"),
    ("A 40-member choir sang.", 40, "member"),
    ("A 2,000-strong crowd sang.", 2000, "person"),
    ("They bought 14 Airbus A330 jets.", 14, "jet"),
    ("Five of the nine kilns were lit.", 5, "kiln"),
    ("Between 30,000 and 50,000 pilgrims came.", 40000, "pilgrim"),
    ("Between $2m and $3m was spent.", 2.5e6, "US dollar"),
    ("It takes 15-20 litres a day.", 17.5, "litre"),
    ("It will create 1,500 to 2,000 jobs.", 1750, "job"),
]


@pytest.mark.parametrize(("text", "value", "unit"), VALUES, ids=[row[0] for row in VALUES])
def test_value_and_unit(text: str, value: float, unit: str | None) -> None:
    first = quantities(text)[0]
    assert first.value == pytest.approx(value)
    assert first.unit == unit


BOUNDS = [
    # text, bound, low, high
    ("There were 41 guests.", Bound.EXACT, 41, 41),
    ("About 1,000 houses burned.", Bound.ABOUT, 900, 1100),
    ("At least 17 guests fell ill.", Bound.AT_LEAST, 17, math.inf),
    ("More than £3,000 was raised.", Bound.AT_LEAST, 3000, math.inf),
    ("Up to 600 jobs will go.", Bound.AT_MOST, 0, 600),
    ("As many as 300 people were on board.", Bound.AT_MOST, 0, 300),
    ("Nearly 350 guests fell ill.", Bound.ABOUT, 315, 350),
    ("Just over 400 guests fell ill.", Bound.ABOUT, 400, 440),
    ("Between 30 and 50 guests fell ill.", Bound.EXACT, 30, 50),
    ("The pipe is 14 km long.", Bound.EXACT, 13.5, 14.5),
    ("The pipe is 14.0 km long.", Bound.EXACT, 13.95, 14.05),
    ("The pipe is 290 km long.", Bound.EXACT, 285, 295),
    ("They gave 100 or more coats.", Bound.AT_LEAST, 100, math.inf),
    ("It drew 40-odd visitors.", Bound.ABOUT, 36, 44),
]


@pytest.mark.parametrize(("text", "bound", "low", "high"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_bounds(text: str, bound: Bound, low: float, high: float) -> None:
    first = quantities(text)[0]
    assert first.bound is bound
    assert first.low == pytest.approx(low)
    assert first.high == pytest.approx(high)


MEASURED = [
    ("The blast killed at least 12 people.", ["dead"]),
    ("The ferry sank, killing 12 and leaving 49 missing.", ["dead", "missing"]),
    ("By noon 41 bodies had been recovered.", ["dead"]),
    ("The death toll in the province rose to 38.", ["dead"]),
    ("A crash left 12 dead and 30 injured.", ["dead", "injured"]),
    ("It claimed the lives of 33 people.", ["dead"]),
    ("Rescuers counted 27 dead, 143 survivors and 22 people still missing.", ["dead", "survivor", "missing"]),
    ("Twelve soldiers were killed.", ["dead soldier"]),
    ("A train with 300 passengers derailed.", ["passenger"]),
    ("They sent 1,000 containers of military supplies.", ["container"]),
    ("They bought 179 new aerial refuelling tankers.", ["aerial refuelling tanker"]),
    ("The shaft is 27.5 metres deep.", ["depth"]),
    ("The rocket stands 27.5 metres tall.", ["height"]),
    ("Some 86 tonnes of supplies arrived.", ["supplies"]),
    ("Turnout was 44.2% on Sunday.", ["turnout"]),
    ("The bank made a profit of £246m.", ["profit"]),
]


@pytest.mark.parametrize(("text", "measured"), MEASURED, ids=[row[0] for row in MEASURED])
def test_what_is_measured(text: str, measured: list[str]) -> None:
    found = [quantity.measured for quantity in quantities(text)]
    normal = ["supplies" if what == "supply" else what for what in found]
    assert normal == measured


KINDS = [
    ("Jo Lund, 52, was driving.", QuantityKind.AGE, 52),
    ("A 39-year-old was held.", QuantityKind.AGE, 39),
    ("Pat Orme, aged 63, taught Greek.", QuantityKind.AGE, 63),
    ("With him was Kim Dale, now 26, from Hull.", QuantityKind.AGE, 26),
    ("Ann Frost, who is 58, runs it.", QuantityKind.AGE, 58),
    ("They marked the 75th founding anniversary.", QuantityKind.ORDINAL, 75),
    ("It is the twelfth anniversary of the fire.", QuantityKind.ORDINAL, 12),
    ("Rovers won 3-1 at home.", QuantityKind.SCORE, 3),
    ("The senate voted 52-35 for it.", QuantityKind.SCORE, 52),
]


@pytest.mark.parametrize(("text", "kind", "value"), KINDS, ids=[row[0] for row in KINDS])
def test_ages_ordinals_and_scores(text: str, kind: QuantityKind, value: float) -> None:
    assert [(found.kind, found.value) for found in quantities(text)] == [(kind, value)]


def test_a_number_behind_a_place_is_no_age() -> None:
    told = "Of the 640 wells in Upper Kandara, 112, or 31%, had run dry."
    assert QuantityKind.AGE not in {one.kind for one in quantities(told)}


NOT_QUANTITIES = [
    "Resolution 2087 was passed.",
    "An F-16 and a Boeing 747 met over Route 66.",
    "Flight MH370 vanished; so did Kea-2.",
    "Lantern-1 is in orbit.",
    "The case was heard in Court 5.",
    "Call 555-0143 or +44 20 7946 0018.",
    "See chapter 12 of the report.",
    "It happened in 2008.",
    "The 2012 Olympics were held there.",
    "They met at 10:30 on 14 May.",
    "They met at 8 p.m. on May 14.",
    "One of the drivers left.",
    "No one knows which one it was.",
    "Covid-19 spread.",
    "It fell on 22.05.2026.",
    "Nobody wrote version 3.5.2 down.",
]


@pytest.mark.parametrize("text", NOT_QUANTITIES)
def test_names_and_times_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def _pairs(text: str) -> list[tuple[str, str]]:
    found = quantities(text)
    by_start = {quantity.start: quantity for quantity in found}
    return [(by_start[q.converts].text, q.text) for q in found if q.converts is not None]


CONVERSIONS = [
    ("It lies 290 kilometers (180 miles) away.", [("290 kilometers", "180 miles")]),
    ("It measures 62 by 84 cm (24 by 33 inches).", [("62", "24"), ("84 cm", "33 inches")]),
    ("He is 5 ft 10 in (178 cm) tall.", [("5 ft 10 in", "178 cm")]),
    ("It was minus 19 degrees Celsius (minus 2 Fahrenheit).", [("minus 19 degrees Celsius", "minus 2 Fahrenheit")]),
    ("A deal of US$40 billion (£20.1 billion) was signed.", [("US$40 billion", "£20.1 billion")]),
    ("It holds 30,000 litres (about 7,900 US gallons).", [("30,000 litres", "7,900 US gallons")]),
    ("Winds of 90 mph, or 145 km/h, were felt.", [("90 mph", "145 km/h")]),
    ("It lies 10 to 15 km (6 to 9 miles) away.", [("10 to 15 km", "6 to 9 miles")]),
    ("It sank 12 miles (three hours) out.", []),
    ("It weighs 5 kg and is 3 feet long.", []),
]


@pytest.mark.parametrize(("text", "pairs"), CONVERSIONS, ids=[row[0] for row in CONVERSIONS])
def test_conversions(text: str, pairs: list[tuple[str, str]]) -> None:
    assert _pairs(text) == pairs


def test_spans_are_verbatim_and_ordered() -> None:
    text = "About 1,000 houses, 3.5% of the stock, burned; 12 people, Jo Lund, 52, among them, lost $4m (€3.7m)."
    found: tuple[Quantity, ...] = quantities(text)
    assert len(found) == 6
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))

"""The table of units against itself and, where it is installed, against pint."""

from __future__ import annotations

import pytest

from factcheck.expressions.quantity.units import UNITS, convert, read_unit

_PINT_NAMES = {
    "ton": "short_ton", "tonne": "metric_ton", "kilotonne": "kilometric_ton", "ounce": "ounce", "US gallon": "gallon",
    "imperial gallon": "imperial_gallon", "barrel": "oil_barrel", "nautical mile": "nautical_mile", "knot": "knot",
    "pint": "pint", "horsepower": "horsepower", "degree Celsius": "degC", "degree Fahrenheit": "degF",
    "percent": "", "percentage point": "", "basis point": "", "per mille": "", "part per million": "",
    "gross ton": "", "decibel": "", "degree": "degree", "calorie": "calorie", "pound-force": "force_pound",
    "acre-foot": "", "light-year": "light_year", "megabit per second": "megabit / second",
    "gigabit per second": "gigabit / second", "astronomical unit": "astronomical_unit", "fluid ounce": "fluid_ounce",
    "carat": "carat", "troy ounce": "troy_ounce", "long ton": "long_ton", "acre": "",
    "short ton": "short_ton", "fathom": "", "month": "", "year": "", "decade": "", "century": "",
}  # fmt: skip
# Months and years of 365.2425 days (the Gregorian mean) are not pint's 365.25; the survey foot of older definitions:
# pint's acre, acre-foot and fathom differ from the international ones by 4 millionths.


def _pint_name(name: str) -> str:
    if name in _PINT_NAMES:
        return _PINT_NAMES[name]
    words = name.replace("-", " ").replace(" per square inch", "_per_square_inch").split()
    if words[0] in {"square", "cubic"}:
        return f"{words[1]} ** {2 if words[0] == 'square' else 3}"
    if "pound_per_square_inch" in words:
        return "pound_force_per_square_inch"
    if "per" in words:
        return f"{words[0]} / {words[2]}"
    return " * ".join(words)


def test_factors_agree_with_pint() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    bases: dict[str, str] = {}
    checked = 0
    for unit in UNITS.values():
        name = _pint_name(unit.name)
        if not name or unit.dimension in {"temperature"}:
            continue
        base = bases.setdefault(unit.dimension, unit.name)
        expected = registry.Quantity(1.0, name).to(registry.Unit(_pint_name(base))).magnitude
        assert convert(1.0, unit, UNITS[base]) == pytest.approx(expected, rel=2e-6), unit.name
        checked += 1
    assert checked > 90


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (1, "mile", "kilometre", 1.609344),
        (1, "nautical mile", "kilometre", 1.852),
        (22, "acre", "hectare", 8.9031),
        (340, "kilogram", "pound", 749.572),
        (-19, "degree Celsius", "degree Fahrenheit", -2.2),
        (212, "degree Fahrenheit", "degree Celsius", 100),
        (100, "kilometre per hour", "mile per hour", 62.137),
        (1, "long ton", "tonne", 1.0160469088),
    ],
)
def test_conversion(value: float, source: str, target: str, expected: float) -> None:
    assert convert(value, UNITS[source], UNITS[target]) == pytest.approx(expected, rel=1e-5)


def test_dimensions_do_not_mix() -> None:
    with pytest.raises(ValueError, match="metre is no kilogram"):
        convert(1, UNITS["metre"], UNITS["kilogram"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" km", "kilometre"),
        ("km", "kilometre"),
        (" square kilometres", "square kilometre"),
        (" sq km", "square kilometre"),
        (" nautical miles", "nautical mile"),
        (" metric tons", "tonne"),
        (" U.S. gallons", "US gallon"),
        (" percentage points", "percentage point"),
        (" degrees Fahrenheit", "degree Fahrenheit"),
        ("°C", "degree Celsius"),
        (" miles an hour", "mile per hour"),
        ("-hectare site", "hectare"),
        (" Miles Davis records", None),
        (" a day", None),
        (" at sea", None),
        (" in Berlin", None),
        (" people", None),
    ],
)
def test_reading_a_unit(text: str, name: str | None) -> None:
    found = read_unit(f"5{text}", 1, len(text) + 1)
    assert (found[0].name if found else None) == name

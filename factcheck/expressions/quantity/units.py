"""Units of measure with exact factors: SI, imperial, US customary, nautical, and the three tons.

A unit's ``factor`` leads to its dimension's base unit (metre, kilogram, second, square metre, litre,
metre per second, kelvin ...); only temperatures have an ``offset`` as well. Factors are the exact
ones of the 1959 yard and pound agreement and of NIST SP 811.
"""

from __future__ import annotations

import re

from factcheck.patterns import regex
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """``base = value * factor + offset``. ``name`` is the canonical English name in the singular."""

    name: str
    dimension: str
    factor: float
    offset: float = 0.0


_INCH = 0.0254
_FOOT = 12 * _INCH
_YARD = 3 * _FOOT
_MILE = 1760 * _YARD
_POUND = 0.45359237
_ACRE = 4840 * _YARD * _YARD
_GALLON = 231 * _INCH**3 * 1000  # litres
_BARREL = 42 * _GALLON
_IMPERIAL_GALLON = 4.54609
_HOUR = 3600.0
_GRAVITY = 9.80665

# name: dimension, factor to base, plain spellings (any case, plural by -s), symbols (this case only)
_TABLE: tuple[tuple[str, str, float, str, str], ...] = (
    ("kilometre", "length", 1000, "kilometre|kilometer|kms|klick", "km|Km|KM"),
    ("metre", "length", 1, "metre|meter", "m"),
    ("centimetre", "length", 0.01, "centimetre|centimeter|cms", "cm"),
    ("millimetre", "length", 0.001, "millimetre|millimeter", "mm"),
    ("micrometre", "length", 1e-6, "micrometre|micrometer|micron", "µm|μm|um"),
    ("nanometre", "length", 1e-9, "nanometre|nanometer", "nm"),
    ("mile", "length", _MILE, "mile|statute mile", "mi"),
    ("nautical mile", "length", 1852, "nautical mile|sea mile|nmi", "NM"),
    ("yard", "length", _YARD, "yard|yd|yds", ""),
    ("foot", "length", _FOOT, "foot|feet|ft", "'"),
    ("inch", "length", _INCH, "inch|inches", '"'),
    ("light-year", "length", 9460730472580800.0, "light-year|light year|lightyear", "ly"),
    ("astronomical unit", "length", 149597870700.0, "astronomical unit", "AU"),
    ("parsec", "length", 3.0856775814913673e16, "parsec", "pc"),
    ("fathom", "length", 2 * _YARD, "fathom", ""),
    ("tonne", "mass", 1000, "tonne|metric ton|metric tonne", "t"),
    ("kilotonne", "mass", 1e6, "kilotonne", "kt"),
    ("ton", "mass", 907.18474, "ton", ""),
    ("short ton", "mass", 907.18474, "short ton|US ton", ""),
    ("long ton", "mass", 1016.0469088, "long ton|imperial ton", ""),
    ("kilogram", "mass", 1, "kilogram|kilogramme|kilo|kgs", "kg|Kg|KG"),
    ("gram", "mass", 0.001, "gram|gramme", "g"),
    ("milligram", "mass", 1e-6, "milligram|milligramme", "mg"),
    ("microgram", "mass", 1e-9, "microgram|microgramme", "µg|μg|mcg"),
    ("pound", "mass", _POUND, "pound|lbs|pound-mass", "lb"),
    ("ounce", "mass", _POUND / 16, "ounce", "oz"),
    ("troy ounce", "mass", 0.0311034768, "troy ounce", ""),
    ("stone", "mass", 14 * _POUND, "stone", "st"),
    ("carat", "mass", 0.0002, "carat", ""),
    ("gross ton", "ship size", 1, "gross ton|gross register ton|gross tonne", "GT|GRT"),
    ("square kilometre", "area", 1e6, "square kilometre|square kilometer|square km|sq km|sq. km", "km²|km2"),
    ("square metre", "area", 1, "square metre|square meter|sq m|sq. m|sq meter|sq metre", "m²|m2"),
    ("square centimetre", "area", 1e-4, "square centimetre|square centimeter|sq cm", "cm²|cm2"),
    ("square millimetre", "area", 1e-6, "square millimetre|square millimeter|sq mm", "mm²|mm2"),
    ("square mile", "area", _MILE**2, "square mile|sq mile|sq mi|sq. mile", ""),
    ("square yard", "area", _YARD**2, "square yard|sq yard|sq yd", ""),
    ("square foot", "area", _FOOT**2, "square foot|square feet|sq ft|sq. ft|square-foot|sq foot|sq feet", "ft²|ft2"),
    ("square inch", "area", _INCH**2, "square inch|square inches|sq in", ""),
    ("hectare", "area", 10_000, "hectare", "ha"),
    ("acre", "area", _ACRE, "acre", ""),
    ("litre", "volume", 1, "litre|liter|ltr", "l|L"),
    ("millilitre", "volume", 0.001, "millilitre|milliliter", "ml|mL"),
    ("centilitre", "volume", 0.01, "centilitre|centiliter", "cl"),
    ("hectolitre", "volume", 100, "hectolitre|hectoliter", "hl"),
    ("cubic metre", "volume", 1000, "cubic metre|cubic meter|cu m|cubic m", "m³|m3"),
    ("cubic kilometre", "volume", 1e12, "cubic kilometre|cubic kilometer|cubic km", "km³|km3"),
    ("cubic centimetre", "volume", 0.001, "cubic centimetre|cubic centimeter", "cm³|cm3|cc"),
    ("cubic foot", "volume", _FOOT**3 * 1000, "cubic foot|cubic feet|cu ft", "ft³|ft3"),
    ("cubic yard", "volume", _YARD**3 * 1000, "cubic yard", ""),
    ("cubic mile", "volume", _MILE**3 * 1000, "cubic mile", ""),
    ("gallon", "volume", _GALLON, "gallon|gal", ""),
    ("US gallon", "volume", _GALLON, "US gallon|U.S. gallon", ""),
    ("imperial gallon", "volume", _IMPERIAL_GALLON, "imperial gallon|UK gallon", ""),
    ("pint", "volume", _GALLON / 8, "pint", ""),
    ("quart", "volume", _GALLON / 4, "quart", ""),
    ("fluid ounce", "volume", _GALLON / 128, "fluid ounce|fl oz|fl. oz", ""),
    ("barrel", "volume", _BARREL, "barrel|bbl", ""),
    ("acre-foot", "volume", _ACRE * _FOOT * 1000, "acre-foot|acre-feet|acre foot|acre feet", ""),
    ("second", "time", 1, "second|sec|secs", "s"),
    ("minute", "time", 60, "minute|min|mins", ""),
    ("hour", "time", _HOUR, "hour|hr|hrs", "h"),
    ("millisecond", "time", 1e-3, "millisecond", "ms"),
    ("microsecond", "time", 1e-6, "microsecond", "µs|μs"),
    ("nanosecond", "time", 1e-9, "nanosecond", "ns"),
    ("day", "time", 86400, "day", "d"),
    ("week", "time", 7 * 86400, "week|wk|wks", ""),
    ("fortnight", "time", 14 * 86400, "fortnight", ""),
    ("month", "time", 365.2425 / 12 * 86400, "month", ""),
    ("year", "time", 365.2425 * 86400, "year|yr|yrs", ""),
    ("decade", "time", 3652.425 * 86400, "decade", ""),
    ("century", "time", 36524.25 * 86400, "century|centuries", ""),
    ("kilometre per hour", "speed", 1 / 3.6, "", "km/h|kph|kmh|kmph|km/hr|km/hour"),
    ("metre per second", "speed", 1, "", "m/s"),
    ("kilometre per second", "speed", 1000, "", "km/s"),
    ("mile per hour", "speed", _MILE / _HOUR, "mph", ""),
    ("foot per second", "speed", _FOOT, "", "ft/s"),
    ("knot", "speed", 1852 / _HOUR, "knot|kt|kts|kn", ""),
    ("degree Celsius", "temperature", 1, "degree celsius|degree centigrade|celsius|centigrade|degree c", "°C|C|deg C"),
    ("degree Fahrenheit", "temperature", 5 / 9, "degree fahrenheit|fahrenheit|degree f", "°F|F|deg F"),
    ("kelvin", "temperature", 1, "kelvin", "K"),
    ("degree", "angle", 1, "degree", "°"),
    ("watt", "power", 1, "watt", "W"),
    ("kilowatt", "power", 1000, "kilowatt", "kW|KW|kw"),
    ("megawatt", "power", 1e6, "megawatt", "MW"),
    ("gigawatt", "power", 1e9, "gigawatt", "GW"),
    ("terawatt", "power", 1e12, "terawatt", "TW"),
    ("horsepower", "power", 550 * _FOOT * _POUND * _GRAVITY, "horsepower|hp|bhp", ""),
    ("kilowatt-hour", "energy", 3.6e6, "kilowatt-hour|kilowatt hour", "kWh|KWh|kwh"),
    ("megawatt-hour", "energy", 3.6e9, "megawatt-hour|megawatt hour", "MWh"),
    ("gigawatt-hour", "energy", 3.6e12, "gigawatt-hour|gigawatt hour", "GWh"),
    ("terawatt-hour", "energy", 3.6e15, "terawatt-hour|terawatt hour", "TWh"),
    ("joule", "energy", 1, "joule", "J"),
    ("kilojoule", "energy", 1e3, "kilojoule", "kJ"),
    ("megajoule", "energy", 1e6, "megajoule", "MJ"),
    ("calorie", "energy", 4.184, "calorie", "cal"),
    ("kilocalorie", "energy", 4184, "kilocalorie", "kcal"),
    ("electronvolt", "energy", 1.602176634e-19, "electronvolt|electron volt", "eV"),
    ("newton", "force", 1, "newton", "N"),
    ("kilonewton", "force", 1000, "kilonewton", "kN"),
    ("pound-force", "force", _POUND * _GRAVITY, "pound-force|lbf", ""),
    ("pascal", "pressure", 1, "pascal", "Pa"),
    ("hectopascal", "pressure", 100, "hectopascal", "hPa"),
    ("kilopascal", "pressure", 1000, "kilopascal", "kPa"),
    ("megapascal", "pressure", 1e6, "megapascal", "MPa"),
    ("bar", "pressure", 1e5, "", "bar"),
    ("millibar", "pressure", 100, "millibar", "mbar|mb"),
    ("pound per square inch", "pressure", _POUND * _GRAVITY / _INCH**2, "psi", ""),
    ("volt", "voltage", 1, "volt", "V"),
    ("kilovolt", "voltage", 1000, "kilovolt", "kV"),
    ("ampere", "current", 1, "ampere|amp", "A"),
    ("ohm", "resistance", 1, "ohm", "Ω"),
    ("hertz", "frequency", 1, "hertz", "Hz"),
    ("kilohertz", "frequency", 1e3, "kilohertz", "kHz"),
    ("megahertz", "frequency", 1e6, "megahertz", "MHz"),
    ("gigahertz", "frequency", 1e9, "gigahertz", "GHz"),
    ("bit", "data", 1, "", "bit"),
    ("byte", "data", 8, "byte", ""),
    ("kilobyte", "data", 8e3, "kilobyte", "kB|KB"),
    ("megabyte", "data", 8e6, "megabyte", "MB"),
    ("gigabyte", "data", 8e9, "gigabyte|gig", "GB"),
    ("terabyte", "data", 8e12, "terabyte", "TB"),
    ("petabyte", "data", 8e15, "petabyte", "PB"),
    ("megabit", "data", 1e6, "megabit", "Mb"),
    ("gigabit", "data", 1e9, "gigabit", "Gb"),
    ("megabit per second", "data rate", 1e6, "", "Mbps|Mb/s|Mbit/s"),
    ("gigabit per second", "data rate", 1e9, "", "Gbps|Gb/s|Gbit/s"),
    ("decibel", "sound level", 1, "decibel", "dB"),
    ("sievert", "dose", 1, "sievert", "Sv"),
    ("millisievert", "dose", 1e-3, "millisievert", "mSv"),
    ("microsievert", "dose", 1e-6, "microsievert", "µSv|μSv"),
    ("becquerel", "activity", 1, "becquerel", "Bq"),
    ("mole", "amount", 1, "mole", "mol"),
    ("percent", "percent", 1, "percent|per cent|pct|percentage|%-age", "%|pc|p.c."),
    (
        "percentage point",
        "percentage points",
        1,
        "percentage point|percent point|per cent point|%-point|%age point",
        "pp",
    ),
    ("basis point", "percentage points", 0.01, "basis point", "bps"),
    ("part per million", "concentration", 1e-6, "part per million|parts per million", "ppm"),
    ("per mille", "percent", 0.1, "per mille", "‰"),
)

UNITS: dict[str, Unit] = {}
_WORDS: dict[str, Unit] = {}
_SYMBOLS: dict[str, Unit] = {}
_OFFSETS = {"degree Celsius": 273.15, "degree Fahrenheit": 459.67 * 5 / 9}
_NO_PLURAL = frozenset({"feet", "inches", "celsius", "centigrade", "percent", "per cent", "hertz", "horsepower", "mph"})

for _name, _dimension, _factor, _spellings, _marks in _TABLE:
    _unit = Unit(_name, _dimension, _factor, _OFFSETS.get(_name, 0.0))
    UNITS[_name] = _unit
    for _word in filter(None, _spellings.split("|")):
        _low = _word.lower()
        _WORDS[_low] = _unit
        if _low not in _NO_PLURAL and not _low.endswith("s"):
            _WORDS[_low + "s"] = _unit
        if _low.startswith("degree "):
            _WORDS["degrees " + _low[7:]] = _unit
    for _mark in filter(None, _marks.split("|")):
        _SYMBOLS[_mark] = _unit

# "pounds per square inch": a measure, "per", and what it is spread over.
_PER: dict[tuple[str, str], Unit] = {
    (left, right): UNITS[whole]
    for left, right, whole in (
        ("kilometre", "hour", "kilometre per hour"),
        ("metre", "second", "metre per second"),
        ("kilometre", "second", "kilometre per second"),
        ("mile", "hour", "mile per hour"),
        ("foot", "second", "foot per second"),
        ("pound", "square inch", "pound per square inch"),
        ("megabit", "second", "megabit per second"),
        ("gigabit", "second", "gigabit per second"),
    )
}
_PER_WORD = regex(r"(?: (?:per|an?|each|every) |-per-|-an-|/| / )", re.IGNORECASE)
# What may stand right after a number: a sign, or one to three words.
_PIECE = regex(
    r"""(?:[ ]|-)?(?:
      (?P<sign>[%‰°'"](?:[ ]?[CF](?![^\W_]))?)
    | (?P<word>[A-Za-zµμΩ]+\.?(?:[²³]|[23](?![\d.]))?(?![A-Za-z0-9]))
    )""",
    re.VERBOSE,
)
_NATIONAL = regex(r"[ -](U\.S\.|U\.K\.)[ -]([A-Za-z]+)")
_SECOND = regex(r"[ -]([A-Za-z]+)")
# A symbol that is also a word or a letter needs the number right before it ("5m", not "5 a").
_TIGHT = frozenset(
    """a in s d h st A pc V J N K t l L b C F mi nm ly gal min sec bit hr g pp NM PB mil AU bar kt W""".split()
)
_SPACE_ALLOWED = frozenset(
    {"g", "l", "L", "h", "s", "W", "K", "V", "A", "t", "N", "J", "bar", "nm", "min", "sec", "hr", "kt"}
)
_NEVER_WITH_HYPHEN = frozenset({"C", "F", "A", "K", "t"})


def read_unit(prose: str, at: int, stop: int) -> tuple[Unit, int] | None:
    """The unit that stands right after a number ending at ``at``, with its end; None if there is none.

    >>> read_unit("5 nautical miles", 1, 16)[0].name
    'nautical mile'
    """
    national = _NATIONAL.match(prose, at, stop)
    if national:
        gallons = _WORDS.get(f"{national[1].replace('.', '').lower()} {national[2].lower()}")
        return (gallons, national.end()) if gallons else None
    piece = _PIECE.match(prose, at, stop)
    if piece is None:
        return None
    if piece["sign"]:
        return _sign(prose, piece, stop)
    word = piece["word"]
    end = piece.end()
    found = _longest(prose, word, piece.start("word"), end, stop)
    if found is None:
        return None
    unit, end = found
    if prose[end - 1 : end] == "." and end - at > 1 and not word.endswith("."):
        end -= 1
    spelled = prose[piece.start("word") : end].rstrip(".")
    gap = piece.start("word") - at
    if spelled in _TIGHT and _SYMBOLS.get(spelled) is unit and gap:
        if prose[at] == "-" and (spelled in _NEVER_WITH_HYPHEN or spelled not in _SPACE_ALLOWED):
            return None
        if spelled not in _SPACE_ALLOWED:
            return None
    return _compound(prose, unit, end, stop)


def _sign(prose: str, piece: re.Match[str], stop: int) -> tuple[Unit, int] | None:
    mark = piece["sign"].replace(" ", "")
    if mark in {"'", '"'}:
        return None  # feet and inches in marks are read as a pair only; else they are quotation marks
    unit = _SYMBOLS.get(mark)
    end = piece.end()
    if unit is None:
        return None
    if mark == "%" and (points := _POINTS.match(prose, end, stop)):
        return UNITS["percentage point"], points.end()
    return unit, end


_POINTS = regex(r"(?:[ -]|-age )points?\b")
_STARTS_LONGER = frozenset(key.split()[0].split("-")[0] for key in _WORDS if " " in key or "-" in key)


def _longest(prose: str, word: str, start: int, end: int, stop: int) -> tuple[Unit, int] | None:
    """The unit of up to three words that begins with ``word``."""
    bare = word.rstrip(".")
    lowered = bare.lower()
    if lowered in _STARTS_LONGER or lowered in {"sq", "u"}:
        position, spelled = end, lowered
        best: tuple[Unit, int] | None = None
        for _ in range(2):
            more = _SECOND.match(prose, position, stop)
            if more is None:
                break
            position = more.end()
            spelled = f"{spelled} {more[1].lower()}"
            unit = _WORDS.get(spelled) or _WORDS.get(spelled.replace(" ", "-", 1))
            if unit is not None:
                best = (unit, position)
        if best is not None:
            return best
    symbol = _SYMBOLS.get(bare)
    if symbol is not None:
        return symbol, start + len(bare)
    unit = _WORDS.get(lowered)
    # "5 Miles Davis records", "60 Minutes": capitalised words are names, unless all is in capitals.
    if unit is None or (bare[0].isupper() and not bare.isupper() and lowered not in {"celsius", "fahrenheit"}):
        return None
    return unit, start + len(bare)


def _compound(prose: str, unit: Unit, end: int, stop: int) -> tuple[Unit, int]:
    """``unit`` joined with what "per" adds to it, where the table knows the pair."""
    if prose[end : end + 1] not in {" ", "-", "/"}:
        return unit, end
    per = _PER_WORD.match(prose, end, stop)
    if per is None:
        return unit, end
    piece = _PIECE.match(prose, per.end(), stop)
    if piece is None or not piece["word"]:
        return unit, end
    over = _longest(prose, piece["word"], piece.start("word"), piece.end(), stop)
    if over is None:
        return unit, end
    joined = _PER.get((unit.name, over[0].name))
    return (joined, over[1]) if joined else (unit, end)


def convert(value: float, source: Unit, target: Unit) -> float:
    """``value`` of ``source`` in ``target``. Raises ``ValueError`` between dimensions."""
    if source.dimension != target.dimension:
        raise ValueError(f"{source.name} is no {target.name}")
    return (value * source.factor + source.offset - target.offset) / target.factor

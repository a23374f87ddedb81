"""What the gazetteer knows of a name: countries, regions and cities, with where they lie.

Two small tables are kept by hand (``data/countries.tsv``, ``data/regions.tsv``); the cities and
first-order regions come from GeoNames (CC BY 4.0) by ``tools/build_gazetteer.py``. No more is
read than is asked for: a look-up searches the sorted lines and keeps its answer.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from factcheck.cache import kept
from factcheck.expressions import spelling
from factcheck.expressions.sorted_lines import SortedLines
from factcheck.expressions.spelling import fold
from factcheck.records import dataclass

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. ``population`` is in thousands, 0 where unknown; ``gentilic`` marks "Russian"."""

    name: str
    kind: str
    within: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    gentilic: bool = False
    capital: bool = False


# Capitals whose name stands for the government, and the countries that own a seat of government.
_CAPITALS = """AF Kabul;AL Tirana;DZ Algiers;AR Buenos Aires;AM Yerevan;AU Canberra;AT Vienna;AZ Baku;BD Dhaka;BY Minsk;
BE Brussels;BO La Paz;BA Sarajevo;BR Brasilia;BG Sofia;KH Phnom Penh;CA Ottawa;CL Santiago;CN Beijing;
CO Bogota;HR Zagreb;CU Havana;CY Nicosia;CZ Prague;DK Copenhagen;EC Quito;EG Cairo;EE Tallinn;ET Addis Ababa;
FI Helsinki;FR Paris;GE Tbilisi;DE Berlin;GH Accra;GR Athens;HU Budapest;IS Reykjavik;IN New Delhi;IN Delhi;
ID Jakarta;IR Tehran;IQ Baghdad;IE Dublin;IL Jerusalem;IT Rome;JP Tokyo;JO Amman;KZ Astana;KE Nairobi;
KP Pyongyang;KR Seoul;XK Pristina;KG Bishkek;LV Riga;LB Beirut;LY Tripoli;LT Vilnius;MY Kuala Lumpur;
MX Mexico City;MD Chisinau;MN Ulaanbaatar;ME Podgorica;MA Rabat;MM Naypyidaw;NP Kathmandu;NL The Hague;
NL Amsterdam;NZ Wellington;NG Abuja;MK Skopje;NO Oslo;PK Islamabad;PE Lima;PH Manila;PL Warsaw;PT Lisbon;
QA Doha;RO Bucharest;RU Moscow;RW Kigali;SA Riyadh;SN Dakar;RS Belgrade;SK Bratislava;SI Ljubljana;ZA Pretoria;
ES Madrid;LK Colombo;SD Khartoum;SE Stockholm;CH Bern;SY Damascus;TW Taipei;TJ Dushanbe;TZ Dodoma;TH Bangkok;
TN Tunis;TR Ankara;TM Ashgabat;UG Kampala;UA Kyiv;UA Kiev;GB London;US Washington;UY Montevideo;UZ Tashkent;
VE Caracas;VN Hanoi;YE Sanaa;ZM Lusaka;ZW Harare"""
CAPITALS: dict[str, str] = {fold(row[3:]): row[:2] for row in _CAPITALS.replace("\n", "").split(";")}


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and line[0] != "#"]


@cache
def country_names() -> dict[str, str]:
    """ISO 3166 code to the country's name in news English."""
    return {row[0]: row[1] for row in _rows("countries.tsv")}


_Row = tuple[str, str, tuple[str, ...], str | None, bool]


@cache
def _hand_made() -> dict[str, list[_Row]]:
    """By folded spelling, places of the tables kept by hand: name, kind, within, country, gentilic."""
    return kept("places", (_DATA / "countries.tsv", _DATA / "regions.tsv", __file__, spelling.__file__), _read_tables)


def _read_tables() -> dict[str, list[_Row]]:
    table: dict[str, list[_Row]] = {}

    def add(spellings: str, row: _Row) -> None:
        for one in filter(None, spellings.split(";")):
            known = table.setdefault(fold(one), [])
            if row not in known:
                known.append(row)

    for code, name, others, peoples in _rows("countries.tsv"):
        add(f"{name};{others}", (name, "country", (), code, False))
        add(peoples, (name, "country", (), code, True))
    for kind, name, others, within, code, peoples in _rows("regions.tsv"):
        containers = tuple(filter(None, within.split(";")))
        add(f"{name};{others}", (name, kind, containers, code or None, False))
        add(peoples, (name, kind, containers, code or None, True))
    return table


_CITIES = SortedLines(_DATA / "gazetteer.txt")


@cache
def _region(code: str) -> str | None:
    """The name of a region by its code, such as ``RU.59``."""
    line = _CITIES.starting(f"#{code}\t")
    return line.partition("\t")[2] if line else None


def _entry(key: str, record: str) -> Entry:
    name, country, region, latitude, longitude, size = record.split(",")
    nation = country_names().get(country)
    outer = (nation,) if nation else ()
    if size == "R":
        return Entry(name, "region", outer, country)
    inner = _region(f"{country}.{region}")
    shown = name or key.title()
    within = (inner, *outer) if inner and fold(inner) != key else outer
    capital = CAPITALS.get(key) == country
    return Entry(
        shown,
        "city",
        within,
        country,
        float(latitude),
        float(longitude),
        int(size),
        capital=capital and int(size) >= 100,
    )


@lru_cache(maxsize=1 << 16)
def lookup(key: str) -> tuple[Entry, ...]:
    """The places that a folded name may mean, most likely first; empty when the gazetteer lacks it."""
    found = tuple(
        Entry(name, kind, within, country, gentilic=gentilic)
        for name, kind, within, country, gentilic in _hand_made().get(key, ())
    )
    line = _CITIES.starting(key + "\t")
    if line is not None:
        found = (*found, *(_entry(key, record) for record in line[len(key) + 1 :].split(";")))
    return found

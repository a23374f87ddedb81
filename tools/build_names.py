"""Build ``factcheck/expressions/vocabulary/data/names.txt``: given names and surnames of some seventy countries.

From the locales of PyPI ``faker`` (MIT licence, see NOTICE): ``pip install --target /tmp/faker faker``. Names in
Cyrillic, Greek and Devanagari are romanised as newspapers do; scripts that write no vowels or have no plain
romanisation are left out. Each line is a folded name after ``g`` (given name), ``s`` (surname) or ``b`` (both).
English words and large places are left out: they would show nothing.

Usage: ``python tools/build_names.py /tmp/faker``
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common

DATA = Path(__file__).resolve().parents[1] / "factcheck/expressions/vocabulary/data"
_LANDS = frozenset({"country", "continent", "region", "seat"})
_LARGE = 300  # thousands of people in a city whose name is a place's before it is a person's
# Particles, titles and foreign common nouns that stand among the names of some locale.
_NO_NAMES = frozenset(
    """van von der den del des dos das las los bin ibn abu mac san santa santo saint nova banco rio air costa casa
    prof doctor doe sir lady mister media digital global africa europa europe asia euro inter union bella villa terra
    delta omega sigma alfa beta gamma zeta monte porto porta""".split()
)
# Forms that news in English does not use: Gaelic spellings, Icelandic genitives.
_LEFT_OUT = frozenset({"ga_IE", "is_IS"})
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґѓќљњџјѕ",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g gj kj lj nj dz j dz".split(
            " "
        ),
        strict=True,
    )
)
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ",
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h l".split(),
        strict=True,
    )
)
_VOWELS = dict(zip("अआइईउऊऋएऐओऔ", "a a i i u u ri e ai o au".split(), strict=True))
_SIGNS = dict(zip("ािीुूृेैोौ", "a i i u u ri e ai o au".split(), strict=True))


def romanised(name: str) -> str:
    """A name in Latin letters; one in another script that is not read here comes back unchanged."""
    low = name.lower()
    if any("ऀ" <= char <= "ॿ" for char in low):
        return _devanagari(low)
    plain = low.translate(str.maketrans({"ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω"}))
    if any(char in _GREEK for char in plain):
        plain = plain.replace("ου", "ou").replace("μπ", "b").replace("ντ", "nt")
        return "".join([_GREEK.get(char, char) for char in plain])
    return "".join([_CYRILLIC.get(char, char) for char in low])


def _devanagari(name: str) -> str:
    out: list[str] = []
    for index, char in enumerate(name):
        if char in _CONSONANTS:
            following = name[index + 1 : index + 2]
            out.append(_CONSONANTS[char])
            if following and following not in _SIGNS and following != "्":
                out.append("a")
        else:
            out.append(_VOWELS.get(char) or _SIGNS.get(char) or {"ं": "n", "ँ": "n"}.get(char, ""))
    return "".join(out)


def collect(folder: Path) -> dict[str, str]:
    """Folded names with their use, from every locale of faker below ``folder``."""
    sys.path.insert(0, str(folder))
    person = importlib.import_module("faker.providers.person")
    uses: dict[str, set[str]] = {}
    for module in sorted({found.name for found in pkgutil.iter_modules(person.__path__)} - _LEFT_OUT):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for attribute in dir(provider):
            use = "g" if "first" in attribute else "s" if "last" in attribute else None
            listed = getattr(provider, attribute)
            if use is None or "format" in attribute or not isinstance(listed, (tuple, list, dict, set, frozenset)):
                continue
            for name in listed:
                if isinstance(name, str):
                    key = fold(romanised(name)).replace(" ", "")
                    uses.setdefault(key, set()).add(use)
    return {key: "b" if len(use) == 2 else min(use) for key, use in uses.items() if _telling(key)}


def _telling(key: str) -> bool:
    if len(key) < 3 or not (key.isascii() and key.isalpha()) or key in _NO_NAMES or is_common(key):
        return False
    return not any(
        entry.kind in _LANDS or entry.gentilic or entry.capital or entry.population >= _LARGE
        for entry in lookup(key)[:1]
    )


def main() -> None:
    names = collect(Path(sys.argv[1]))
    lines = sorted(f"{name}\t{use}" for name, use in names.items())
    (DATA / "names.txt").write_bytes("\n".join(lines).encode())
    print({use: sum(1 for found in names.values() if found == use) for use in "gsb"})


if __name__ == "__main__":
    main()

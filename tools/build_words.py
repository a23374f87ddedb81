"""Build the word lists of ``factcheck/expressions/vocabulary/data``.

* ``words.txt``: lower-case English words, to tell a capitalised first word of a sentence from a name.
  From SCOWL through Debian's packages wamerican and wbritish (``apt-get install wamerican wbritish``);
  SCOWL's licence is MIT-like, see NOTICE.
* ``given.txt``: given names, ``m``, ``f`` or ``x`` (both), from the 1990 census of the United States (public domain)
  as packaged in PyPI ``names`` (``pip install --target /tmp/names names``).

Usage: ``python tools/build_words.py /tmp/names/names``
"""

from __future__ import annotations

import sys
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "factcheck/expressions/vocabulary/data"
# In the census, and in news seldom anything but words.
WORDS = frozenset(
    """in my man soon sun long era brain numbers manual meta mi ma king queen prince major marry merry noble royal star
    summer autumn sunshine windy stormy young son sang sung hung chance charity chase christen destiny forest garland
    glory jewel junior magnolia margarita marine mercy misty nova novella porter precious prudence reed rich sierra sol
    tanner tiara valentine viola viva van walker ward alpha angel august aura beau berry brandy brook brooks buck bud
    buster candy cherry chi coral coy earnest ebony emery fawn fern flora gale garnet gay ginger greet guy hunter ivory
    jade lance lane laurel lea marvel mats maxim melody opal page pansy patsy pearl raven rusty sherry sibyl sterling
    dusty shad tad rod herb basil derrick marlin marquis amber carmine clement an so see do be no the""".split()
)
DICTIONARIES = [Path(f"/usr/share/dict/{which}-english") for which in ("american", "british")]


def words() -> list[str]:
    """Lower-case ASCII words of three and more letters; regular plurals are left to the look-up."""
    found: set[str] = set()
    for path in DICTIONARIES:
        found.update(path.read_text("utf-8").split("\n"))
    kept = {word for word in found if word.islower() and word.isascii() and word.isalpha() and len(word) > 1}
    return sorted(word for word in kept if not (word.endswith("s") and word[:-1] in kept))


def given(folder: Path) -> list[str]:
    """Given names of the census down to a hundredth of a percent, with their sex."""
    shares: dict[str, dict[str, float]] = {}
    for sex, name in (("m", "male"), ("f", "female")):
        for line in (folder / f"dist.{name}.first").read_text().splitlines():
            word, share = line.split()[:2]
            shares.setdefault(word.lower(), {})[sex] = float(share)
    rows = []
    for word, by in sorted(shares.items()):
        if max(by.values()) < 0.003 or word in WORDS:
            continue
        male, female = by.get("m", 0.0), by.get("f", 0.0)
        sex = "m" if male > 10 * female else "f" if female > 10 * male else "x"
        rows.append(f"{word}\t{sex}")
    return rows


def main() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / "words.txt").write_bytes("\n".join(words()).encode())
    names = given(Path(sys.argv[1]))
    (DATA / "given.txt").write_text("\n".join(names) + "\n", "utf-8")
    print(len(words()), "words,", len(names), "given names")


if __name__ == "__main__":
    main()

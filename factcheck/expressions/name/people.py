"""What the full name and the role of a person say of the bearer: surname, sex, office."""

from __future__ import annotations

from factcheck.expressions.name import words
from factcheck.expressions.name.forms import VIETNAMESE, is_surname_first
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import given_sex


def surname_of(parts: tuple[str, ...]) -> tuple[str, str]:
    """Folded surname and given names of a full name, by the name order that its form shows.

    A hyphenated given name ("Jong-un", "Seo-yun") is Korean wherever it stands; Korean, Chinese and Hungarian
    surnames come first where nothing speaks for the English order.
    """
    keys = [fold(part) for part in parts]
    if len(keys) == 1:
        return keys[0], ""
    if (
        "-" in parts[0]
        and parts[0].split("-")[1][:1].islower()
        and len(parts) == 2
        and keys[1] in words.KOREAN_SURNAMES
    ):
        return keys[1], keys[0]
    first_known = given_sex(keys[0]) is not None
    if len(keys) == 2 and "-" in parts[1] and parts[1].split("-")[1][:1].islower() and not first_known:
        return keys[0], keys[1]
    syllables = all(1 < len(key) <= 6 for key in keys[1:])
    if keys[0] in words.KOREAN_SURNAMES and len(keys) == 3 and syllables:
        if given_sex(keys[1]) is None or keys[1] in words.KOREAN_SURNAMES:
            return keys[0], " ".join(keys[1:])
        return keys[2], " ".join(keys[:2])
    if len(keys) == 2 and keys[0] in words.KOREAN_SURNAMES and "-" in parts[1]:
        return keys[0], keys[1]
    chinese = len(keys) == 2 and keys[0] in words.CHINESE_SURNAMES and keys[1] not in words.CHINESE_SURNAMES
    if chinese and not first_known and given_sex(keys[1]) is None:
        return keys[0], keys[1]
    if len(keys) == 2 and keys[0] in words.HUNGARIAN_SURNAMES and given_sex(keys[1]) is not None:
        return keys[0], keys[1]
    if is_surname_first(parts) and keys[0] not in VIETNAMESE:  # Vietnamese are called by their last part
        return keys[0], " ".join(keys[1:])
    cut = len(keys) - 1
    while cut > 1 and parts[cut - 1][:1].islower():
        cut -= 1  # particles: "van der Berg"
    return " ".join(keys[cut:]), " ".join(keys[:cut])


def sex_of(parts: tuple[str, ...], honorific: str | None, role: str | None) -> str | None:
    """ "m" or "f" by the honorific, the role ("spokeswoman") or else the given name; None where nothing tells."""
    sex = words.HONORIFICS.get(honorific or "") or None
    if sex is None and role:
        sex = next((words.SEX_OF_ROLE[word] for word in reversed(role.split()) if word in words.SEX_OF_ROLE), None)
    if sex is None and len(parts) > 1:
        _, given = surname_of(parts)
        known = given_sex(given.split()[0]) if given else None
        sex = known if known in {"m", "f"} else None
    return sex


def office(role: str) -> frozenset[str]:
    """The words of a role with one word for one office: "premier" is "prime minister", "Gov." "governor"."""
    found: set[str] = set()
    for word in role.split(" of ")[0].split(" to ")[0].split(" for ")[0].split():
        found.update(words.SAME_ROLE.get(word, word).split())
    if {"chief", "executive", "officer"} <= found:
        found.discard("officer")
    return frozenset(found)

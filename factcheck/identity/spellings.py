"""How near two spellings of a name are, and in which way they differ."""

from __future__ import annotations

from functools import lru_cache

# Letters that romanisations and tired typists exchange; vowels are one class.
_CLASSES = str.maketrans(
    {
        **dict.fromkeys("aeiouyw", "a"),
        **dict.fromkeys("lr", "l"),
        **dict.fromkeys("kcqgx", "k"),
        **dict.fromkeys("pbfv", "p"),
        **dict.fromkeys("td", "t"),
        **dict.fromkeys("szj", "s"),
        **dict.fromkeys("mn", "n"),
        "h": None,
    }
)


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """The sound of a folded word, roughly: classes of consonants, runs of vowels as one.

    >>> skeleton("rak") == skeleton("lac"), skeleton("magbanua") == skeleton("magbanwa")
    (True, True)
    >>> skeleton("jong un") == skeleton("jong il")
    False
    """
    out: list[str] = []
    for char in word.replace(" ", "").translate(_CLASSES):
        if not out or out[-1] != char:
            out.append(char)
    return "".join(out)


def consonants(word: str) -> str:
    """The skeleton without its vowels: a blocking key that survives most slips."""
    return skeleton(word).replace("a", "")


@lru_cache(maxsize=1 << 15)
def distance(left: str, right: str, most: int = 3) -> int:
    """Edits (insert, delete, replace, swap neighbours) between two words, or ``most`` when there are as many.

    The optimal string alignment distance; quadratic in the words' lengths, which are cut at 40 letters.
    """
    left, right = left[:40], right[:40]
    if abs(len(left) - len(right)) >= most:
        return most
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row = row, [i]
        for j, b in enumerate(right, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = previous
        if min(row) >= most:
            return most
    return min(row[-1], most)


def is_slip(left: str, right: str) -> bool:
    """Whether one folded word may be the other misspelt: few edits for its length, and most often the same sound.

    This proposes and never decides: "jong un" and "jong il" are no slip, but Cooper and Hooper, or Hansen and
    Hanson, may be two people.
    """
    if left == right:
        return False
    plain_left, plain_right = left.replace(" ", ""), right.replace(" ", "")
    short = min(len(plain_left), len(plain_right))
    if plain_left == plain_right or short < 4 or plain_left + "s" == plain_right or plain_right + "s" == plain_left:
        return False  # house style, a plural
    edits = distance(plain_left, plain_right)
    if edits > 2:
        return False
    if skeleton(plain_left) == skeleton(plain_right):
        return short >= 5 or edits == 1
    return edits == 1 and short >= 5 and plain_left[0] == plain_right[0]

"""Durations, sets, distances ("two years ago") and vague references: from a match to what it says."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.lexicon import (
    MONTHS,
    PARTS,
    SEASONS,
    SETS,
    UNIT_CODES,
    UNITS,
    WEEKDAYS,
)
from factcheck.expressions.time.match import Match, builds
from factcheck.expressions.time.numbers import count, figure, ordinal
from factcheck.temporal.interval import Granularity

G = Granularity


def amount(number: float | None, unit: G) -> str:
    """A TIMEX3 amount without its P: "2W", "TH" units with the T in front ("T5H"), X for an unknown number."""
    code = UNIT_CODES[unit]
    shown = "X" if number is None else figure(number)
    return f"T{shown}{code[1]}" if code[0] == "T" and len(code) == 2 else f"{shown}{code}"


def length_value(amounts: Sequence[tuple[float | None, G]]) -> str:
    """P4Y6M, PT1H30M."""
    days = "".join(amount(number, unit) for number, unit in amounts if unit > G.HOUR)
    clock = "".join(amount(number, unit)[1:] for number, unit in amounts if unit <= G.HOUR)
    return f"P{days}" + (f"T{clock}" if clock else "")


# "Half an hour" is PT30M in TIMEX3, "half a century" P50Y.
_HALVES: dict[G, tuple[float, G]] = {
    G.MINUTE: (30, G.SECOND),
    G.HOUR: (30, G.MINUTE),
    G.DAY: (12, G.HOUR),
    G.YEAR: (6, G.MONTH),
    G.DECADE: (5, G.YEAR),
    G.CENTURY: (50, G.YEAR),
}


def _amounts(match: Match) -> list[tuple[float | None, G]] | None:
    name = match.word("u")
    assert name is not None
    unit = UNITS.get(name, G.HOUR)
    number = count(match.words("n")) if match.words("n") else None
    if name in {"fortnight", "fortnights"} and number is not None:
        number *= 2
    if match.has("half") and number is not None:
        number += 0.5
    if number == 0.5 and unit in _HALVES:
        number, unit = _HALVES[unit]
    amounts = [(number, unit)]
    if "u2" in match._match.re.groupindex and match.has("u2"):
        name2 = match.word("u2")
        assert name2 is not None
        unit2 = UNITS.get(name2, G.HOUR)
        listed = "," in match.all() and (number is None or match.words("n2")[0].lower() in {"a", "an", "half"})
        if unit2 >= unit or listed:
            match.cut = match.last - match.start("u") - 1  # "two days and two nights": a length each
        else:
            amounts.append((count(match.words("n2")), unit2))
    return amounts


def _shift_mod(words: Sequence[str]) -> bool:
    return any(word.lower() in {"few", "several", "couple", "some", "many", "dozens"} for word in words)


@builds("length")
def _length(match: Match) -> r.Chunk | None:
    amounts = _amounts(match)
    if amounts is None:
        return None
    words = [word.lower() for word in match.all()]
    name = match.word("u")
    tail = match.word("tail")
    number = match.words("n")
    joined = "-" in words
    if name in {"second", "quarter"} and not joined and words[0] in {"a", "an"} and tail is None:
        return None  # "a second look", "a quarter of"
    if name == "second" and not joined:
        return None
    if name == "seasonword":
        return None
    if tail in {"before", "after"} and not match.closed():
        tail = None  # "two days before the vote": anchored on an event, a length to us
        match.cut = 1
    if tail is not None and amounts[0][1] >= G.SECOND:
        directions = {"ago": (-1, False), "earlier": (-1, True), "later": (1, True), "before": (-1, True)}
        directions |= {"hence": (1, False), "from": (1, False), "previous": (-1, True), "prior": (-1, True)}
        direction, narrative = directions.get(tail, (-1, True))
        vague = _shift_mod(number)
        return match.chunk(r.Shift(tuple(amounts), direction, narrative=narrative, vague=vague))
    if words[0] in {"some", "many"} and name is not None and not name.endswith("s"):
        return None
    if (
        words[0] in {"some", "a", "half", "many"}
        and amounts[0][0] is None
        and name is not None
        and not name.endswith("s")
    ):
        return None
    return match.chunk(r.Length(length_value(amounts)))


@builds("directed_length", "the_length")
def _directed_length(match: Match) -> r.Chunk | None:
    amounts = _amounts(match)
    if amounts is None:
        return None
    name = match.word("u")
    assert name is not None
    words = [word.lower() for word in match.all()]
    if match.words("n"):
        if (
            name in {"second", "quarter", "quarters"}
            and "-" not in words
            and match.words("n")[0].lower() in {"a", "half"}
        ):
            return None
        return match.chunk(r.Length(length_value(amounts)))
    if not name.endswith("s"):
        return None
    direction = match.word("dir")
    if direction == "these":
        return match.chunk(r.Vague("PRESENT_REF")) if name == "days" else None
    return match.chunk(r.Length(length_value([(None, amounts[0][1])])))


@builds("plural_unit")
def _plural_unit(match: Match) -> r.Chunk | None:
    name = match.word("u")
    assert name is not None
    unit = UNITS[name]
    tail = match.word("tail")
    if tail == "before" and not match.closed():
        tail, match.cut = None, 1
    if tail in {"ago", "earlier", "later", "before"}:
        return match.chunk(r.Shift(((None, unit),), 1 if tail == "later" else -1, narrative=tail != "ago", vague=True))
    if tail == "of":
        return r.Chunk(match.first, match.last - 1, r.Length(length_value([(None, unit)])))
    return match.chunk(r.Length(length_value([(None, unit)])))


@builds("long_unit")
def _long_unit(match: Match) -> r.Chunk | None:
    name = match.word("u")
    assert name is not None
    number = None if name.endswith("s") else 1.0
    return match.chunk(r.Length(length_value([(number, UNITS[name])])))


@builds("every")
def _every(match: Match) -> r.Chunk | None:
    name = match.word("what")
    assert name is not None
    number = count(match.words("n")) or float(ordinal(match.words("n")) or 1) if match.has("n") else 1.0
    if match.has("other"):
        number = 2.0
    if name in WEEKDAYS:
        return match.chunk(r.Length(f"XXXX-WXX-{WEEKDAYS[name] + 1}", set=True))
    if name in MONTHS:
        return match.chunk(r.Length(f"XXXX-{MONTHS[name]:02}", set=True))
    if name in SEASONS:
        return match.chunk(r.Length(f"XXXX-{SEASONS[name]}", set=True))
    if name in PARTS and name != "night":
        return match.chunk(r.Length(f"XXXX-XX-XXT{PARTS[name][0]}", set=True))
    return match.chunk(r.Length("P" + amount(number, UNITS.get(name, G.DAY)), set=True))


@builds("set_word")
def _set_word(match: Match) -> r.Chunk | None:
    word = match.word("word")
    assert word is not None
    return match.chunk(r.Length(SETS[word], set=True))


@builds("weekdays")
def _weekdays(match: Match) -> r.Chunk | None:
    word = match.word("wd")
    assert word is not None
    return match.chunk(r.Length(f"XXXX-WXX-{WEEKDAYS[word] + 1}", set=True))


@builds("times_a", "rate")
def _rate(match: Match) -> r.Chunk | None:
    name = match.word("unit")
    assert name is not None
    return match.chunk(r.Length("P" + amount(1, UNITS[name]), set=True))


@builds("present", "current")
def _present(match: Match) -> r.Chunk | None:
    return match.chunk(r.Vague("PRESENT_REF"))


@builds("recent", "past", "recent_units")
def _past(match: Match) -> r.Chunk | None:
    return match.chunk(r.Vague("PAST_REF"))


@builds("soon", "future")
def _future(match: Match) -> r.Chunk | None:
    return match.chunk(r.Vague("FUTURE_REF"))

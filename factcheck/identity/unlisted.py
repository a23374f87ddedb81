"""What it takes for two mentions of an event outside the lexicon to be one event.

Nothing is known of such an event but its verb: neither whose part in it tells two of them apart nor how soon it comes
again. So the two articles must each tell of one only, one named participant must do the same in both or the same thing
be done, more must agree, and nothing may differ but the date or the place that the checks are after.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck.identity.places import Relation, fold, relate
from factcheck.temporal.compare import can_be_equal
from factcheck.temporal.interval import Granularity

if TYPE_CHECKING:
    from factcheck.identity.comparison import Record

_RARE = 4.0  # bits from which on a shared word tells


def told_apart(a: Record, b: Record, rarity: Mapping[str, float]) -> str | None:
    """Why the two are not taken for one event, or None if they are."""
    if a.document == b.document:
        return "one article"
    if not (a.alone and b.alone):
        return "an article tells of several"
    one, two = a.assertion, b.assertion
    for first, second in ((one.theme, two.theme), (one.count, two.count), (one.ordinal, two.ordinal)):
        if first is not None and second is not None and first != second:
            return f"{first} and {second}"
    when, then = one.time, two.time
    if when is None or then is None or when.interval is None or then.interval is None:
        return "a date is missing"
    if max(when.interval.granularity, then.interval.granularity) > Granularity.DAY:
        return "a date is no day"
    nearby = one.place is None or two.place is None or relate(one.place, two.place) is not Relation.APART
    if not nearby and not can_be_equal(when.interval, then.interval):
        return "another day in another place"
    same = a.parts & b.parts
    thing = one.theme is not None and one.theme == two.theme
    for role in ("agent", "patient"):
        left, right = ({name for part, name in record.parts if part == role} for record in (a, b))
        if left and right and not left & right:
            return f"another {role}"
    if not same and not thing:
        return "no participant in the same part"
    return None if _agreeing(a, b, rarity, thing and bool(same)) >= (1 if same else 2) else "too little in common"


def _agreeing(a: Record, b: Record, rarity: Mapping[str, float], thing: bool) -> int:
    """How many further things agree, besides the participant in the same part or the thing it is done to."""
    one, two = a.assertion, b.assertion
    shared = a.strong & b.strong
    counted = {word for identity in shared for word in identity.replace(":", " ").split()}
    for place in (one.place, two.place):
        counted.update(fold(place.name).split() if place is not None else ())
    words = [
        word for word in one.words & two.words if word not in {one.theme, one.doer} and not one.trigger.startswith(word)
    ]
    terms = [term for term in one.terms & two.terms if not counted & set(term.split("-"))]
    rare = [word for word in words if rarity.get(word, 0.0) >= _RARE]
    city = (
        one.place is not None
        and two.place is not None
        and one.place.kind != "country"
        and relate(one.place, two.place) is Relation.SAME
    )
    return sum(
        (
            thing,
            len(shared) >= 2,
            city,
            one.count is not None and one.count == two.count,
            one.doer is not None and one.doer == two.doer and one.doer != one.theme,
            bool(terms),
            len(terms) >= 3,
            len(rare) >= 2 or len(words) >= 3,
        )
    )

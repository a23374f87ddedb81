"""When an article was published: chosen from stamps, page metadata and the wire dateline.

A date that stands in running prose is an event's and never the article's. What is not stated stays
unknown; a numeric date whose order stays open is a range of its two readings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from factcheck.document import zones
from factcheck.document.block_stamps import Stamped
from factcheck.document.datelines import Dateline
from factcheck.document.model import Basis, Publication
from factcheck.document.stamps import MONTH, Role, Stamp
from factcheck.patterns import regex
from factcheck.records import dataclass

_DAY_FIRST = regex(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH})\b", re.I)
_MONTH_FIRST = regex(rf"\b(?:{MONTH})\.? \d{{1,2}}\b(?!:)", re.I)
_SAMPLE = 20_000
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that metadata give: ``where`` names the field for the explanation."""

    where: str
    stamp: Stamp


def unread(key: str, value: str) -> str:
    """What to say of a field that should hold the publication date and holds something else."""
    shown = value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
    return f'"{shown}" in the field "{key}" cannot be read as a date; the article is read without it'


@dataclass(frozen=True, slots=True)
class Decision:
    """Publication and modification, and the outlet's clock in minutes east of UTC where it is stated."""

    published: Publication
    modified: datetime | date | None
    offset: int | None


def decide(
    prose: str,
    stamped: Sequence[Stamped],
    dateline: Dateline | None = None,
    *,
    metadata: Sequence[Stated] = (),
    modified: Sequence[Stated] = (),
    addressed: date | None = None,
    language: str | None = None,
) -> Decision:
    """Weigh what is stated, best first: metadata, stamp lines in the head, other stamp lines, the dateline.

    ``addressed`` is a day that the page's own address names; it is used last, as an inference.
    ``language`` is the page's ``lang`` attribute, which helps to read numeric dates.
    """
    order = _Order(prose, [entry.stamp for entry in stamped], dateline, language)
    shown = [entry for entry in stamped if entry.stamp.role is Role.PUBLISHED]
    shown += [entry for entry in stamped if entry.stamp.role is Role.BARE and entry.head]
    shown.sort(key=lambda entry: (not entry.head, entry.stamp.role is Role.BARE and not entry.stamp.marked))
    updates = [Stated("the update stamp", entry.stamp) for entry in stamped if entry.stamp.role is Role.MODIFIED]
    published = _published(order, metadata, shown, updates, dateline, addressed)
    visible = next((e.stamp.offset for e in (*shown, *stamped) if e.stamp.offset is not None), None)
    machine = next((s.stamp.offset for s in metadata if s.stamp.offset), None)  # 0 is a server's clock, not an outlet's
    changed = None
    for entry in (*modified, *updates):
        days = order.choose(entry.stamp)
        if len(days) == 1:
            changed = entry.stamp.moment(days[0]) or days[0]
            break
    return Decision(published, changed, visible if visible is not None else machine)


def _published(
    order: _Order,
    metadata: Sequence[Stated],
    shown: Sequence[Stamped],
    updates: Sequence[Stated],
    dateline: Dateline | None,
    addressed: date | None,
) -> Publication:
    for stated in metadata:
        days = order.choose(stated.stamp)
        if len(days) != 1:
            continue
        moment = stated.stamp.moment(days[0])
        how = f'{stated.where} says "{stated.stamp.text}"'
        if stated.stamp.offset == 0 and moment is not None:
            # A server's UTC clock: the reader's stamp names the day in the outlet's own zone.
            for entry in shown:
                local = order.choose(entry.stamp)
                if (
                    entry.head
                    and len(local) == 1
                    and abs((local[0] - days[0]).days) == 1
                    and entry.stamp.offset is None
                ):
                    shown_how = f'the page shows "{entry.stamp.text}", the day on the outlet\'s own clock'
                    return Publication(Basis.STATED, local[0], local[0], entry.stamp.moment(local[0]), (how, shown_how))
        return Publication(Basis.STATED, days[0], days[0], moment, (how,))
    for entry in shown:
        days = order.choose(entry.stamp)
        line = f'the article is stamped "{entry.stamp.text}"'
        if len(days) == 1:
            how_read = () if len(entry.stamp.readings) == 1 else (f"read as {days[0].isoformat()}: {order.why}",)
            return Publication(Basis.STATED, days[0], days[0], entry.stamp.moment(days[0]), (line, *how_read))
        first, last = min(days), max(days)
        why = f"day and month may stand either way: {first.isoformat()} or {last.isoformat()}"
        return Publication(Basis.INFERRED, first, last, None, (line, why))
    if dateline is not None and dateline.month is not None:
        return _by_dateline(order, dateline, updates)
    for stated in updates:
        days = order.choose(stated.stamp)
        how = f'only an update is stamped: "{stated.stamp.text}"; it was published then or before'
        return Publication(Basis.INFERRED, None, max(days), None, (how,))
    if addressed is not None:
        how = f"the page's address names {addressed.isoformat()}"
        return Publication(Basis.INFERRED, addressed, addressed, None, (how,))
    return Publication(Basis.UNKNOWN, how=("no publication date is stated",))


def _by_dateline(order: _Order, dateline: Dateline, updates: Sequence[Stated]) -> Publication:
    if dateline.year is not None and (day := dateline.date_in(dateline.year)) is not None:
        return Publication(Basis.STATED, day, day, None, (f"the dateline says {day.isoformat()}",))
    named = f"the dateline names day {dateline.day} of month {dateline.month}"
    for stated in updates:
        last = max(order.choose(stated.stamp))
        for year in (last.year, last.year - 1):
            day = dateline.date_in(year)
            if day is not None and day <= last:
                how = (named, f'the year is that of the update stamp "{stated.stamp.text}"')
                return Publication(Basis.INFERRED, day, day, None, how)
    return Publication(Basis.UNKNOWN, how=(f"{named}, but no year is stated",))


class _Order:
    """Whether day or month stands first in this article's numeric dates, and how that is known."""

    def __init__(self, prose: str, stamps: Sequence[Stamp], dateline: Dateline | None, language: str | None):
        self.prose, self.stamps, self.dateline, self.language = prose, stamps, dateline, language
        self.why = ""

    def choose(self, stamp: Stamp) -> tuple[date, ...]:
        """The days that the stamp can mean, once the article's habits are weighed: one, or two if open."""
        if len(stamp.readings) == 1:
            return stamp.readings
        day_first, month_first = stamp.readings
        if self.dateline is not None and self.dateline.month is not None:
            fitting = [d for d in stamp.readings if (d.month, d.day) == (self.dateline.month, self.dateline.day)]
            if len(fitting) == 1:
                self.why = "the dateline names the same day"
                return (fitting[0],)
        is_day_first = self._day_first(stamp)
        if is_day_first is None:
            return stamp.readings
        return (day_first,) if is_day_first else (month_first,)

    def _day_first(self, stamp: Stamp) -> bool | None:
        if stamp.numeric == ".":
            self.why = "dates with full stops put the day first"
            return True
        for other in self.stamps:
            if other.numeric == stamp.numeric and len(other.readings) == 1:
                written = [int(part) for part in re.findall(r"\d+", other.text)[:2]]
                if max(written) > 12:
                    self.why = f'"{other.text}" beside it can be read one way only'
                    return written[0] > 12
        zone = next((other.zone for other in (stamp, *self.stamps) if other.zone), None)
        if zone is not None and zone[:1].isalpha() and (zone in zones.MONTH_FIRST or zones.offset(zone) is not None):
            self.why = f"the clock is {zone}"
            return zone.upper() not in zones.MONTH_FIRST
        if self.language:
            low = self.language.casefold().replace("_", "-")
            if low == "en-us" or ("-" in low and low.startswith("en-")) or not low.startswith("en"):
                self.why = f"the page's language is {self.language}"
                return low != "en-us"
        sample = self.prose[:_SAMPLE]
        spelled = len(_DAY_FIRST.findall(sample)), len(_MONTH_FIRST.findall(sample))
        if spelled[0] >= 2 and spelled[1] == 0:
            self.why = "the article writes the day before the month elsewhere"
            return True
        if spelled[1] >= 2 and spelled[0] == 0:
            self.why = "the article writes the month before the day elsewhere"
            return False
        return None

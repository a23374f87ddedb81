"""The wire dateline that opens a report: "BISHKEK, June 10, 2025 (Agency) -- …"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.document.stamps import MONTH, MONTHS
from factcheck.patterns import regex
from factcheck.records import dataclass

_PLACE = r"[A-Z][^\W\d_]*(?:[ .'/-]{1,2}[A-Z][^\W\d_]*){0,4}"
_DATELINE = regex(
    rf"""
    (?P<place>(?P<city>{_PLACE}\.?)(?:,\s(?:[A-Z]\.){{2,3}}|,\s(?!{MONTH}\b)[A-Z][\w.'-]*(?:\s(?:(?:of|and|the)\s)?(?!{MONTH}\b)[A-Z][\w.'-]*){{0,3}}){{0,2}})
    (?:[,:]?\s(?:(?P<m1>{MONTH})\.?\s(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s(?P<m2>{MONTH})\.?)(?:,?\s(?P<year>\d{{4}}))?)?
    ,?(?:\s?\((?P<agency>[A-Z][^()\n]{{1,40}})\))?
    \s?(?:--?|[–—])\s
    """,
    re.X | re.I,
)
_GENRES = frozenset(
    """BREAKING UPDATE UPDATED EXCLUSIVE WATCH LIVE ANALYSIS OPINION EXPLAINED EXPLAINER CORRECTION NOTE VIDEO
    PHOTOS PODCAST REVIEW INTERVIEW FACTBOX TIMELINE SUMMARY EDITORIAL COMMENT FEATURE NEWS REPORT READ MORE
    WARNING DEVELOPING""".split()
)
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """``length`` characters up to and with the dash. ``year`` is None where it is not printed."""

    length: int
    place: str
    agency: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def date_in(self, year: int) -> date | None:
        """The dateline's day in ``year``; None without a day or in a year that lacks it."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def read(paragraph: str) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    A city in capitals with a date, an agency or at least a dash makes one; a city in small letters
    needs date or agency.
    """
    head = paragraph[:_LONGEST]
    match = _DATELINE.match(head) if "-" in head or "–" in head or "—" in head else None
    if match is None:
        return None
    city = match["city"].strip()
    month, day, agency = match["m1"] or match["m2"], match["d1"] or match["d2"], match["agency"]
    if not all(word[:1].isupper() for word in re.split(r"[ /-]", city) if word):
        return None
    if city.split()[0].strip(".") in _GENRES:
        return None
    if city.isupper():
        if not (month or agency or len(city) >= 4):
            return None
    elif not agency:
        return None
    if agency is not None and not agency[0].isupper():
        return None
    number = MONTHS[month.lower()] if month else None
    if number is not None and not 1 <= int(day) <= 31:
        number = None
    return Dateline(
        match.end() - 1,
        match["place"].strip(" ,"),
        agency,
        int(match["year"]) if number and match["year"] else None,
        number,
        int(day) if number else None,
    )

"""Sentence ends, told from the full stops of abbreviations, initials and numbers.

The rules are those of Mikheev, "Periods, Capitalized Words, etc." (Computational Linguistics, 2002),
reduced to what English news needs: an abbreviation that is always followed by a name (Mr., Gen.)
never ends a sentence; one that can end it (a.m., U.S., Inc.) does so only before a capitalised word
that cannot continue a name or a date.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.patterns import regex

LONGEST = 2000  # code points of a sentence at the most
_END = regex(r"""[.!?…]+["')\]]*(?=\s|$)""")
_NEVER_LAST = frozenset(
    """mr mrs ms dr prof gen lt col sgt capt cmdr adm rev hon sen rep gov pres st mt ft vs no nos vol art
    fig jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun approx ca
    sr jr messrs supt insp det maj brig cpl pvt rt ave blvd dept est p pp ed eds al""".split()
)
_MAY_BE_LAST = frozenset("a.m p.m u.s u.k u.n e.u inc ltd co corp plc etc bros jr sr d.c i.e e.g ph.d".split())
_ALWAYS_MORE = frozenset("i.e e.g".split())
_STARTERS = frozenset(
    """the a an in on at by for from with after before but and or so it he she they we you i this that these those
    his her its their there when while as if although though however meanwhile since under over both two
    one some many most all officials police not no what who where why how an another last next earlier later""".split()
)
_OF_CLOCKS = frozenset({"a.m", "p.m"})
# "At 8 p.m. Friday", "8 p.m. EST", "8 p.m. New York time"; any other capital begins a sentence.
_AFTER_CLOCK = regex(
    r"""\s*["'(\[]*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|(?:January|February|March|April|May|June|July"
    r"|August|September"""
    r"""|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Eastern|Pacific|Central|Mountain"
    r"|Greenwich"""
    r"""|Coordinated|Zulu)\b|[A-Z]{2,}\b|(?:[A-Z][\w'-]+ ){1,2}(?:[a-z]+ )?time\b|\d)"""
)
# "The 6 p.m. Mass" goes on.
_BEFORE_CLOCK = regex(r"\b(?:the|an?|this|that|his|her|their|our|its|every|each|daily) \d{1,2}(?:[:.]\d\d)? ?[ap]\.m$")
_COMMA = regex(r"\s+[,;:]")
_WORD_BEFORE = regex(r"[\w.'-]*$")
_WORD_AFTER = regex(r"""\s*["'(\[]*([\w'-]+)?""")


def _ends(prose: str, dot: int, end: int, block_end: int) -> bool:
    """Whether the mark at ``prose[dot:end]`` ends a sentence."""
    if prose[dot] in "!?…":
        after = _WORD_AFTER.match(prose, end, block_end)
        word = after.group(1) if after else None
        return word is None or not word[0].islower()
    word = prose[max(0, dot - 24) : dot].rpartition(" ")[2].lower()
    if not word.isalpha():
        before = _WORD_BEFORE.search(prose, max(0, dot - 24), dot)
        word = before.group().lower() if before else ""
    if word == "m" and prose[dot - 4 : dot - 1].lower() in ("a. ", "p. "):  # "at 2 a. m. March 3"
        word = f"{prose[dot - 4].lower()}.m"
    after = _WORD_AFTER.match(prose, end, block_end)
    following = after.group(1) if after else None
    if following is None:
        # "the freighter *Maria K.*, came in": marks that are blanked stand between the stop and the comma.
        return _COMMA.match(prose, end, block_end) is None
    closed = end - dot > 1  # a closing quotation mark or bracket stands between
    if following[0].islower() and not closed:
        return False
    if closed:
        return not following[0].islower()
    if word in _ALWAYS_MORE:
        return False
    if word in _OF_CLOCKS:
        return following.lower() in _STARTERS or not (
            _AFTER_CLOCK.match(prose, end, block_end) or _BEFORE_CLOCK.search(prose, max(0, dot - 24), dot)
        )
    if word in _MAY_BE_LAST:
        return following.lower() in _STARTERS
    if word in _NEVER_LAST:
        # "no." and months end a sentence only as plain words before a clear starter ("He said no. The").
        return word in {"no", "sun", "sat", "mar", "art", "ed"} and following.lower() in _STARTERS
    # A single capital is an initial: "Donald J. Trump", "D. Kalchev".
    return not (len(word) == 1 and word.isalpha() and prose[dot - 1].isupper() and word not in {"i"})


def spans(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one block, ``prose[start:end]``, as trimmed spans in text order."""
    left = start
    for match in _END.finditer(prose, start, end):
        if _ends(prose, match.start(), match.end(), end):
            yield from _trimmed(prose, left, match.end())
            left = match.end()
    yield from _trimmed(prose, left, end)


def _trimmed(prose: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while end - start > LONGEST:
        # No prose has such sentences; cutting them keeps what reads a sentence at a time linear.
        cut = prose.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        _add_stripped(found, prose, start, cut)
        start = cut
    _add_stripped(found, prose, start, end)
    return found


def _add_stripped(found: list[tuple[int, int]], prose: str, start: int, end: int) -> None:
    piece = prose[start:end]
    begun = piece.lstrip()
    if begun:
        first = end - len(begun)
        found.append((first, first + len(begun.rstrip())))

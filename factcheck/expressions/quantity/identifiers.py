"""Numbers that are names or times: Resolution 2087, F-16, Flight 370, 22.05, telephone numbers, years."""

from __future__ import annotations

import re

from factcheck.patterns import regex

_NAMED = frozenset(
    """resolution flight route highway interstate motorway road street avenue boeing airbus airbus' embraer cessna
    mcdonnell chapter article section paragraph clause room court courtroom pier gate platform terminal type phase
    phase number no no. nos nos. act bill amendment rule apollo soyuz falcon line unit model mark mk mk. windows
    iphone android version v. class group part volume vol vol. page pages p. pp. channel radio studio building
    block ward zone formula ship hull bus train tram season episode game round lap stage level step tier category
    cat grade proposition prop order directive regulation decree law exhibit item form table figure fig. fig
    appendix annex schedule count counts group area sector district precinct region platform track lane exit
    junction berth dock hangar hall house apartment apt suite unit floor psalm verse canto opus op. symphony sonata
    concerto galaxy playstation xbox nintendo intel core protocol port code size box locker cell seat row aisle
    shaft mine well reactor engine launch mission expedition sts cosmos kosmos vostok progress gemini mariner
    voyager viking pioneer explorer sputnik ariane atlas delta titan saturn proton long-march tropical hurricane
    top under sub catch fifa nba wta atp ftse nasdaq nikkei cac dax stoxx ibex s&p hang-seng telephone tel phone
    fax call dial extension ext po ao isbn bwv
    polling agent car vision agenda net committee sub-committee subcommittee week day division command camp
    resolutions flights chapters articles sections""".split()
)
# Named things that are also counted ("no group 12 people"): only before digits, never before number words.
_PLAIN_OK = frozenset(
    """top call under count counts order net core part size launch car day week cell well mine agent item box law
    bill progress form step house hall ship block street road floor building game group class train bus row seat
    lap no act code mark area region season round stage level unit model camp command district zone ward mission
    expedition engine reactor table figure schedule committee division sector track lane exit line hull dock
    catch dial phone vision""".split()
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE_AFTER = regex(rf"(?: |-)(?:of )?{_MONTH}(?![^\W_])")
_GOES_ON = regex(r" [a-z]")
_MONTH_BEFORE = regex(rf"\b{_MONTH} $")
_CLOCK_AFTER = regex(r" ?(?:[ap]\.?m\b|o'clock|GMT\b|UTC\b|BST\b|CET\b|EST\b|EDT\b|hrs\b)", re.IGNORECASE)
_YEAR_BEFORE = frozenset(
    """in since of by until till from before after during early mid late the its their his her our this that last
    's and to circa between around about through january february march april may june july august september
    october november december spring summer autumn fall winter for""".split()
)
_WORD_BEFORE = regex(r"([\w.'-]+) $")
_GLUED_BEFORE = frozenset("#@_/\\=&:^*")
_LIST_MARK = regex(r"[.)]\s")
# English counts small things before hyphens: "F-16", "Covid-19", but also "pre-2008", "mid-90s".
_HYPHEN_BEFORE = regex(r"[^\W_]-$")
_CHAIN = regex(r"(?:[- ]\d+)+")
_PHONE_AFTER = regex(r"-\d{3,4}(?![\d.,])(?:-\d{2,6})*")


_LEARNT = regex(
    r"\b(?:Boeing|Airbus|[Ff]light|Route|Highway|Interstate|[Rr]esolution|Proposition|Section|Chapter)s?"
    r" (\d{3,4})s?\b"
)
# One of these stands in whatever it finds.
_LEARNT_BY = (
    "Boeing", "Airbus", "Flight", "flight", "Route", "Highway", "Interstate", "Resolution", "resolution",
    "Proposition", "Section", "Chapter",
)  # fmt: skip


def learnt(prose: str) -> frozenset[str]:
    """Digits that the article somewhere uses as a name: "Boeing 737" makes every later "737" one."""
    return frozenset(_LEARNT.findall(prose)) if any(name in prose for name in _LEARNT_BY) else frozenset()


def is_identifier(prose: str, start: int, end: int, sentence_start: int, value: float, followed: bool) -> bool:
    """Whether the digits ``prose[start:end]`` name something rather than count it.

    ``followed`` says that a unit or a plural noun follows: "In Ormoc 41 people" counts.
    """
    before = prose[start - 1 : start]
    digits = prose[start:end]
    if before in _GLUED_BEFORE and start > sentence_start:
        return True
    if before in {"-", "'"} and start - 1 > sentence_start and prose[start - 2].isalnum():
        return True
    if before == "'" and len(digits) == 2:
        return True
    if before == "." and start - 1 > sentence_start and prose[start - 2].isalnum():
        return True
    if start == sentence_start and _LIST_MARK.match(prose, end):
        return True
    after = prose[end : end + 1]
    if after and (after.isalpha() or after in "_@") and not (after in "x×" and prose[end + 1 : end + 2].isdigit()):
        return True
    if after == "/" and not followed:
        return True
    if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
        return True
    if before == " " and start - 1 > sentence_start:
        word = _word_before(prose, start, sentence_start)
        if word:
            low = word.lower()
            if low in _NAMED and (not followed or low not in _PLAIN_OK):
                capital = word[0].isupper() or low not in _PLAIN_OK
                if capital and not (low == "no" and word == "no"):
                    return True
            if (
                not followed
                and word[0].isupper()
                and word not in _SENTENCE_WORDS
                and start - 1 - len(word) > sentence_start
                and digits.isdigit()
                and not word.endswith(".")
                and not word.isupper()
            ) or (not followed and word[1:] != word[1:].lower() and not word.isupper() and word.isalpha()):
                return True
    return is_year(prose, start, end, sentence_start, value, followed) or is_time(prose, start, end)


def _word_before(prose: str, start: int, sentence_start: int) -> str:
    """The word (or the end of a long one) that a space parts from what begins at ``start``, empty if there is none."""
    before = prose[max(sentence_start, start - 24) : start]
    word = before[:-1].rpartition(" ")[2]
    if before.endswith(" ") and word.isalpha():
        return word
    previous = _WORD_BEFORE.search(before)
    return previous[1] if previous is not None else ""


_SENTENCE_WORDS = frozenset(
    """In At On By Of For From With After Before The A An And But Or About Around Some Nearly Almost Over Under More
    Up Only Just At All Another Those These Least Than To As Police Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday Killing Killed If When While That Between""".split()
)


def is_year(prose: str, start: int, end: int, sentence_start: int, value: float, followed: bool) -> bool:
    """Whether four bare digits are a year: "in 2008", "the 2012 Olympics", "(2019)"."""
    digits = prose[start:end]
    if len(digits) != 4 or not digits.isdigit() or not 1000 <= value <= 2199:
        return False
    if not followed:
        return value >= 1400
    word = _word_before(prose, start, sentence_start).lower()
    if not word:
        return 1700 <= value <= 2100 and start == sentence_start
    return 1700 <= value <= 2100 and (word in _YEAR_BEFORE or word.endswith("'s"))


def is_time(prose: str, start: int, end: int) -> bool:
    """Whether the number is part of a date or a clock time, for where no time expression was found."""
    value = prose[start:end]
    if _CLOCK_AFTER.match(prose, end):
        return True
    if len(value) <= 2 and _DATE_AFTER.match(prose, end):
        return True
    if len(value) <= 2 and _MONTH_BEFORE.search(prose, max(0, start - 12), start):
        # No month has a 46th: "by October 46 of the families had been paid"; but "class of June 46".
        return not (value.isdigit() and int(value) > 31 and _GOES_ON.match(prose, end))
    return bool(len(value) >= 3 and value.isdigit() and prose[start - 1 : start] == "+")


def is_telephone(prose: str, start: int, end: int) -> bool:
    """Whether the digits begin a telephone number: "555-1234", "+44 20 7946 0958"."""
    run = prose[start:end]
    if prose[start - 1 : start] == "+":
        return True
    if not run.isdigit() or len(run) < 3:
        return False
    match = _PHONE_AFTER.match(prose, end)
    return match is not None and ((len(run) == 3 and len(match.group()) == 5) or match.group().count("-") > 1)


def past_chain(prose: str, end: int, stop: int) -> int:
    """The end of the numbers that hyphens or spaces join to one that ends at ``end``, as in telephone numbers."""
    chain = _CHAIN.match(prose, end, stop)
    return chain.end() if chain else end

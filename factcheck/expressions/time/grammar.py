"""The grammar: forms of temporal expressions as regular expressions over word classes.

At each place where a form can begin all forms are tried and the longest wins, so their order matters
only between forms of one length: the first one listed wins. A named group holds what the builders need.
"""

# ruff: noqa: E501  (a form reads best on one line)

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcheck.cache import kept
from factcheck.expressions.time import beginnings, lexicon, scan
from factcheck.expressions.time.beginnings import first_classes
from factcheck.expressions.time.scan import CODE, compile_classes
from factcheck.patterns import regex

MACROS = {
    "NUM31": "[n12 n24 n31]",
    "NUM59": "[zero n12 n24 n31 n59]",
    "DAYNUM": "[n12 n24 n31 o31]",
    "ORD": "(tens hyphen? [first ordinal second] | [first ordinal second secondname o31 obig])",
    "MON": "([month amonth] | mabbr dot?)",
    "WD": "(weekday | wabbr dot?)",
    "FIGURE": "[n12 n24 n31 n59 n99 n3 year n4 big decimal dotclock zero]",
    "WORDS": "(tens (hyphen? number)? | number)",
    "NUM": (
        "(a? few | a? couple of? | several | many | some | (a | WORDS)? dozen | dozens of | half a | half | "
        "(WORDS | FIGURE) hundred? (hyphen? and hyphen? a hyphen? half)? | a hundred | a)"
    ),
    "UNIT": "[unit units second seconds quarter quarters weekend weekends fortnight nights hours]",
    "ADJ": "([adjective long more other] hyphen?)",
    "THIS_YEAR": "(the? [this last next previous following current] fiscal? unit)",
    "THAT_YEAR": "(that | the same) unit",
    "DIRECTION": "(the? [last next previous following coming past latest current] | this (past | coming)? | the? same | that)",
    "ZONE": (
        "(open? zone ([plus hyphen] NUM59 (colon NUM59)?)? close? | comma? local time | open? eastern (daylight)? time close?)"
    ),
}

_FORMS: dict[str, str] = {
    # dates by their parts
    "month_day": (
        "((wd: WD) comma? [the on]? )? (mon: MON) dot? the? (day: DAYNUM)"
        "(of? (story: THAT_YEAR) | comma? of? (year: year) | comma? apostrophe (short: [n99 n59 n31 n24 n12 zero]) | comma? (rel: THIS_YEAR))?"
        "(?! hyphen? [units unit] | percent | slash)"
    ),
    "day_month": (
        "((wd: WD) comma? [the on]? )? the? (day: DAYNUM) [of hyphen slash]? (mon: MON) "
        "(of? (story: THAT_YEAR) | [comma of hyphen slash]? (year: year) | comma? apostrophe (short: [n99 n59 n31 n24 n12 zero]) | comma? (rel: THIS_YEAR))?"
    ),
    # ranges and lists with one month for two days
    "month_days": (
        "(mon: MON) the? (d1: DAYNUM) (link: hyphen | to | through | until | and | or) the? (d2: DAYNUM)"
        "(comma? (year: year))? (?! hyphen? [units unit] | percent | slash | colon | MON | comma? year)"
    ),
    "days_month": (
        "(the | ((wd: WD) comma?))? (d1: DAYNUM) (link: hyphen | to | through | until | and | or) (the | (wd2: WD) comma?)? (d2: DAYNUM)"
        " of? (mon: MON) (comma? (year: year))?"
    ),
    "weekday_day": "(wd: WD) comma? the (day: o31)",
    "month_year": "(mon: MON) ([comma of hyphen]? (year: year) | apostrophe (short: [n99 n59 n31 n24 n12 zero]))",
    "month_relative": "(mon: MON) ([comma of]? (rel: THIS_YEAR) | of? (story: THAT_YEAR))",
    "month": "(mon: MON)",
    "directed_month": "(rel: DIRECTION) (mon: MON)",
    "year": "((the? fiscal unit? | the unit) )? (year: year) (bc: bc)?",
    "bc_year": "(bcyear: [n99 n59 n3]) bc",
    "short_year": "apostrophe (short: [n99 n59 n31 n24 n12 zero])",
    "year_slash": "(year: year) [slash hyphen] (last: [n12 n24 n31 n59 n99 zero])",
    "iso": "(iso: iso)",
    "isotime": "(iso: isotime)",
    "figures": "(date: [slashdate dotdate])",
    "spaced_figures": "(a: NUM31) slash (b: NUM31) slash (c: [year n12 n24 n31 n99 zero])",
    # against the article's date
    "deictic": "(word: [deictic tonight])",
    "day_before_deictic": "the unit (dir: [before after]) (word: deictic)",
    "weekday": "a? (wd: [weekday wabbr])",
    "directed_weekday": "(rel: DIRECTION) (wd: weekday)",
    "last_week_weekday": "(rel: the? [last next] | this) (unit: unit) (wd: weekday)",
    "weekday_of_week": "(wd: weekday) [of in]? (rel: the? [last next following previous] | this) (unit: unit)",
    "directed_unit": "(rel: DIRECTION | these | those) adjective? (fiscal: fiscal?) (unit: [unit units second quarter weekend seasonword])",
    "bare_unit": "the (adj: adjective?) (fiscal: fiscal?) (unit: [unit quarter weekend])",
    "unit_apostrophe": "(unit: [unit quarter]) (apostrophe s | hyphen) end",
    "year_ago": "(the | a)? unit hyphen [ago earlier] (quarter | period | unit)?",
    "the_unit_before": "the (unit: [unit quarter part night weekend]) (dir: [before after earlier later previous])",
    "same_period": "the same (period | time | unit | quarter) (of? (rel: THIS_YEAR) | (of | in)? (year: year) | (ago: a? unit [ago earlier]))",
    # parts of larger units
    "nth": (
        "(the | this)? (ord: ORD | last | latest | final) hyphen? fiscal? (unit: [quarter half unit units second weekend weekday]) "
        "([of in comma]? (the? fiscal unit? | the unit)? [of in]? ((year: year) | (rel: THIS_YEAR) | (mon: MON) "
        "([comma of]? (year2: year))? | (whole: the fiscal? unit)))?"
    ),
    "nth_in_year": "((rel: THIS_YEAR) | (year: year)) apostrophe s (fiscal: fiscal)? (ord: ORD | final) hyphen? (unit: [quarter half])",
    "quarter_code": "(code: quarter_code) ([comma of]? (year: year) | apostrophe (short: [n99 n59 n31 n24 n12 zero]))?",
    "season": (
        "((rel: DIRECTION) | the)? (season: season) ([comma of]? (year: year) | [comma of]? (rel2: THIS_YEAR))?"
    ),
    "decade": "the? apostrophe? (decade: decade)",
    "century": "the? (ord: ORD) hyphen? (unit: unit)",
    "rate": "[a per] (unit: [unit quarter])",
    # lengths
    "length": (
        "(n: NUM) hyphen? ADJ? ADJ? (u: UNIT) (comma? and? (n2: NUM) hyphen? (u2: UNIT))? (half: and a half)?"
        "(tail: ago | earlier | later | before | hence | from now | previous)?"
    ),
    "directed_length": (
        "the? (dir: [last past next following coming previous first latest current] | these) (n: NUM)? ADJ? ADJ? (u: UNIT)"
        "(half: and a half)?"
    ),
    "the_length": "the (n: NUM) hyphen? ADJ? (u: UNIT)",
    "plural_unit": "(u: [units quarters weekends nights]) (tail: ago | earlier | later | before | of)?",
    "long_unit": "(u: [unit units weekend quarter]) hyphen long",
    # recurring
    "every": (
        "each (other: other)? (n: NUM | ORD)? (what: [unit units second quarter weekend weekday part night month amonth season hours])"
    ),
    "set_word": "(word: set)",
    "weekdays": "(wd: weekdays)",
    "times_a": "(once | (WORDS | few | several | FIGURE) times) (a | each | per) (unit: [unit quarter])",
    # vague
    "present": "right? (word: now) | the present time? | [the this] moment | at this time",
    "current": "(word: current)",
    "recent": "(word: recent)",
    "recent_units": "the? (word: recent) (u: [units quarters weekends nights])",
    "soon": "(word: soon)",
    "future": "the? adjective? (word: future)",
    "past": "the recent? (word: past)",
    # times of day
    "clock": (
        "((t: clock) | (h: [n12 n24]) colon (m: NUM59) (colon NUM59)? | (h2: n12) | (t2: dotclock)) ampm (z: ZONE)?"
    ),
    "clock24": "(t: clock) hours? (z: ZONE)?",
    "bad_clock": "(t: badclock) (ampm | hours | (z: ZONE))?",
    "spaced24": "(h: NUM31) colon (m: NUM59) hours? (z: ZONE)?",
    "bare_clock": "(t: dotclock)",
    "military": "((t4: [year n4 n3]) | (t: dotclock)) (hours | (z: ZONE))",
    "oclock": "(h: [n12 number]) o apostrophe oclock ampm? (z: ZONE)?",
    "past_hour": "((m: half | a? quarter | [n12 n24 number tens]) (dir: past | to)) (h: number | n12) ampm?",
    "to_noon": "(m: half | a? quarter | [n12 n24 number tens]) (dir: past | to) (noon: noon)",
    "noon": "(noon: noon) (z: ZONE)?",
    "part": (
        "((rel: this | that | the? same | the? [last next following previous]) | the)? (edge: early | late | mid)? hyphen? "
        "(part: [part night overnight])"
    ),
    "early_hours": "the? early hyphen? (part: part)? hyphen? units (of the part)?",
}


class Form(NamedTuple):
    """A form's name and its pattern, to be matched at a word."""

    name: str
    pattern: re.Pattern[str]


# Words that no expression lacks: a sentence without any is not looked at further.
_TRIGGERING = (
    "month amonth mabbr weekday weekdays wabbr year iso isotime slashdate dotdate deictic tonight unit units second "
    "seconds quarter quarters weekend weekends season seasonword part parts night nights overnight noon set now current "
    "recent soon future past festive bc quarter_code clock badclock ampm oclock half decade fortnight hours moment present o31 zone"
)
TRIGGERS = frozenset(CODE[name] for name in _TRIGGERING.split())


_CODE = (__file__, beginnings.__file__, lexicon.__file__, scan.__file__)


@cache
def forms() -> dict[str, Form]:
    """Every form by its name, in the order in which they are listed."""
    return {name: Form(name, regex(source)) for name, source in _worked_out()[0].items()}


@cache
def forms_by_code() -> dict[str, tuple[Form, ...]]:
    """The forms that can begin with each class character, in the order in which they are listed."""
    by_name = forms()
    return {code: tuple(by_name[name] for name in names) for code, names in _worked_out()[1].items()}


@cache
def _worked_out() -> tuple[dict[str, str], dict[str, list[str]], str]:
    return kept("time forms", _CODE, _work_out)


def _work_out() -> tuple[dict[str, str], dict[str, list[str]], str]:
    """The source of each form's regular expression, the names of the forms that begin with a class character, and the
    characters of all classes that forms speak of.
    """
    by_code: dict[str, list[str]] = {}
    for form, source in _FORMS.items():
        for name in first_classes(source, MACROS):
            by_code.setdefault(CODE[name], []).append(form)
    sources = " ".join([*_FORMS.values(), *MACROS.values()])
    named = {CODE[name] for name in re.findall(r"\b[a-z]\w*\b(?!:)", sources)}
    patterns = {form: compile_classes(source, MACROS).pattern for form, source in _FORMS.items()}
    return patterns, by_code, "".join(sorted(named))


@cache
def _named() -> frozenset[str]:
    """The classes that forms speak of: a word of any other ends every match before it."""
    return frozenset(_worked_out()[2])


@cache
def _forms_of_one_word(code: str) -> tuple[Form, ...]:
    return tuple(form for form in forms_by_code().get(code, ()) if form.pattern.match(code))


def matches(codes: str, position: int) -> list[tuple[str, re.Match[str]]]:
    """The forms that match at ``position``, the longest first."""
    if codes[position + 1 : position + 2] in _named():
        tried = forms_by_code().get(codes[position], ())
    else:
        tried = _forms_of_one_word(codes[position])
    found = [(name, match) for name, pattern in tried if (match := pattern.match(codes, position)) is not None]
    if len(found) > 1:
        found.sort(key=lambda item: -item[1].end())
    return found

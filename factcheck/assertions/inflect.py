"""English inflection, by rule and a table of irregular verbs.

The rules are those of any grammar (Quirk et al., "A Comprehensive Grammar of the English Language",
1985, 3.5-3.19): doubling after a short stressed vowel, ``y`` to ``ie``, silent ``e`` dropped.
"""

from __future__ import annotations

# base: (past forms, participles); a form may stand in both.
IRREGULAR: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    base: (tuple(past.split("/")), tuple(participle.split("/")))
    for base, past, participle in (
        line.split()
        for line in """\
        arise arose arisen
        be was/were been
        bear bore born/borne
        beat beat beaten
        become became become
        begin began begun
        bid bid bid
        bind bound bound
        blow blew blown
        break broke broken
        bring brought brought
        build built built
        burn burned/burnt burned/burnt
        burst burst burst
        buy bought bought
        cast cast cast
        catch caught caught
        choose chose chosen
        come came come
        cost cost cost
        cut cut cut
        deal dealt dealt
        dig dug dug
        do did done
        draw drew drawn
        drink drank drunk
        drive drove driven
        eat ate eaten
        fall fell fallen
        feel felt felt
        fight fought fought
        find found found
        flee fled fled
        fly flew flown
        forget forgot forgotten
        freeze froze frozen
        get got got/gotten
        give gave given
        go went gone
        grow grew grown
        hang hung hung
        have had had
        hear heard heard
        hide hid hidden
        hit hit hit
        hold held held
        hurt hurt hurt
        keep kept kept
        know knew known
        lay laid laid
        lead led led
        leave left left
        lend lent lent
        let let let
        lie lay lain
        light lit lit
        lose lost lost
        make made made
        mean meant meant
        meet met met
        overcome overcame overcome
        overthrow overthrew overthrown
        pay paid paid
        put put put
        quit quit quit
        read read read
        ring rang rung
        rise rose risen
        run ran run
        say said said
        see saw seen
        seek sought sought
        sell sold sold
        send sent sent
        set set set
        shake shook shaken
        shoot shot shot
        show showed shown
        shut shut shut
        sing sang sung
        sink sank sunk
        sit sat sat
        sleep slept slept
        speak spoke spoken
        spend spent spent
        split split split
        spread spread spread
        stand stood stood
        steal stole stolen
        stick stuck stuck
        strike struck struck
        swear swore sworn
        sweep swept swept
        swim swam swum
        take took taken
        teach taught taught
        tear tore torn
        tell told told
        think thought thought
        throw threw thrown
        undergo underwent undergone
        understand understood understood
        wake woke woken
        wear wore worn
        win won won
        withdraw withdrew withdrawn
        bleed bled bled
        breed bred bred
        broadcast broadcast broadcast
        cling clung clung
        creep crept crept
        forbid forbade forbidden
        forecast forecast/forecasted forecast/forecasted
        forgive forgave forgiven
        grind ground ground
        leap leaped/leapt leaped/leapt
        mistake mistook mistaken
        outbid outbid outbid
        override overrode overridden
        overrun overran overrun
        oversee oversaw overseen
        rebuild rebuilt rebuilt
        retake retook retaken
        rerun reran rerun
        ride rode ridden
        shed shed shed
        shrink shrank shrunk
        slay slew slain
        slide slid slid
        spin spun spun
        spill spilled/spilt spilled/spilt
        spring sprang sprung
        swing swung swung
        undertake undertook undertaken
        uphold upheld upheld
        weep wept wept
        write wrote written""".splitlines()
    )
}
_VOWELS = "aeiou"
# Verbs of more than one syllable that double, since the last syllable is stressed (British -l doubles too).
_BRITISH = frozenset("cancel travel label model signal fuel total level channel counsel marshal rival tunnel".split())
_DOUBLES = _BRITISH | frozenset(
    """admit commit submit permit refer transfer occur defer prefer expel propel compel overtop kidnap acquit abet
    rebut regret embed dispel repel control patrol enrol annul fulfil concur recur incur deter confer infer
    equip""".split()
)


def _doubles(base: str) -> bool:
    if base in _DOUBLES:
        return True
    if len(base) < 3 or base[-1] in "wxyaeiou" or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in base) == 1


def third_person(base: str) -> str:
    """``carry`` -> ``carries``; ``launch`` -> ``launches``. Serves for plurals of nouns, too."""
    if base == "have":
        return "has"
    if base == "be":
        return "is"
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in {"go", "do", "veto"}:
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def gerund(base: str) -> str:
    """``sink`` -> ``sinking``; ``resume`` -> ``resuming``; ``admit`` -> ``admitting``."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _doubles(base) else base + "ing"


def past_forms(base: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Past tense forms and past participles of a verb."""
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base.endswith("e"):
        form = base + "d"
    elif base.endswith("y") and base[-2:-1] not in _VOWELS:
        form = base[:-1] + "ied"
    elif _doubles(base):
        form = base + base[-1] + "ed"
    else:
        form = base + "ed"
    forms: tuple[str, ...] = (form,)
    if base in _BRITISH:  # American spelling
        forms = (form, base + "ed")
    return forms, forms


def verb_forms(base: str) -> dict[str, str]:
    """All forms of a verb, each with its tense: base, present, past, participle or gerund.

    Where past and participle agree ("arrested") the tense is "past"; the clause tells them apart.
    """
    past, participles = past_forms(base)
    forms = dict.fromkeys(participles, "participle")
    forms.update(dict.fromkeys(past, "past"))
    forms[gerund(base)] = "gerund"
    if base in _BRITISH:
        forms[base + "ing"] = "gerund"
    forms[third_person(base)] = "present"
    forms.setdefault(base, "base")
    return forms

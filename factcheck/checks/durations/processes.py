"""What begins and ends: the words with which articles tell the two ends of one course of events.

A start in one sentence and an end in another belong together if one family holds both.
"""

from __future__ import annotations

import re

from factcheck.patterns import regex
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Process:
    """A family of words: how its beginning is told, how its end, and what its length is called."""

    name: str
    begin: re.Pattern[str]
    end: re.Pattern[str]
    called: re.Pattern[str] | None = None


def _process(name: str, begin: str, end: str, called: str | None = None) -> Process:
    return Process(
        name,
        regex(rf"\b(?:{begin})\b", re.IGNORECASE),
        regex(rf"\b(?:{end})\b", re.IGNORECASE),
        regex(called, re.IGNORECASE) if called else None,
    )


_WAS = r"(?:was|were|had been|has been|have been|been|being|is|are)"

# Courses of hours, told in times of the clock.
OF_HOURS: tuple[Process, ...] = (
    _process(
        "fire",
        rf"broke out|caught fire|took hold|(?:fire|blaze|flames) (?:[a-z]+ )?(?:started|began|erupted"
        rf"|{_WAS} (?:first )?"
        r"(?:reported|spotted|seen|noticed))|went up in flames|set alight",
        rf"{_WAS} (?:finally |at last |only |all )?(?:put out|extinguished|doused|out|brought under control)"
        rf"|under control"
        r"|burn(?:t|ed) (?:itself )?out",
    ),
    _process(
        "light",
        r"(?:lights?|power|electricity|current|supply|screens?|heating|water) (?:supply )?(?:in [^‹›.;,]{2,30} )?"
        r"(?:went out|went off|went|failed|was lost|were lost|was cut|were cut|was cut off|stopped)|went (?:dark"
        r"|black)",
        rf"came (?:back )?on(?: again)?|came back|{_WAS} (?:back(?: on)?|restored|reconnected)|returned|on again",
    ),
    _process(
        "siege",
        r"walked into|burst into|stormed|barricaded|took [^‹›.;]{0,30}(?:hostages?|prisoner)|seized|entered|broke into"
        r"|forced (?:his|her|their) way",
        rf"gave (?:himself|herself|themselves) up|surrendered|{_WAS} (?:overpowered|freed|released|over|arrested"
        rf"|let go)"
        r"|ended|came out|walked out",
    ),
    _process(
        "trap",
        rf"fell(?: in)?|collapsed|jammed|got stuck|{_WAS} (?:stuck|trapped|buried|caught|cut off)|gave way|caved in"
        r"|broke down|stopped|stalled|came down|capsized|overturned|ran aground",
        rf"{_WAS} (?:finally |at last |all )?(?:freed|rescued|pulled (?:out|clear|from)|brought (?:out|up|down|ashore)"
        r"|lifted (?:out|clear|off)|cut free|dug out|hauled (?:out|up)|taken off|winched)|reached safety|refloated"
        r"|reached (?:her|him|them)|running again",
    ),
    _process(
        "journey",
        r"left|set off|set out|departed|cast off|sailed|put to sea|pushed off|pulled out|rode off|drove off|started"
        r"|began (?:their|his|her|its) (?:climb|walk|ride|journey|crossing|march)",
        r"arrived|reached|tied up|docked|moored|got (?:to|there|in)|pulled in|came in|berthed|made (?:port|landfall)"
        r"|touched the wall|crossed the line|finished",
    ),
    _process(
        "sitting",
        r"opened|beg[au]n|started|convened|sat down|met|gathered|went in(?:to)?|got under way|kicked off|took the stage"
        r"|came on stage|rose to speak|took the (?:floor|stand)|operat\w+ began",
        r"ended|closed|rose|broke up|adjourned|finished|concluded|wound up|came out|emerged|(?:was|were) over"
        r"|wrapped up"
        r"|stepped down|sat down|left the (?:stage|stand|chamber|room)",
    ),
    _process(
        "closure",
        rf"{_WAS} (?:closed|shut|halted|suspended|stopped|cordoned off|blocked|grounded|evacuated|sealed off)|closed"
        rf"|shut"
        r"|halted",
        rf"re-?opened|resumed|{_WAS} (?:lifted|opened again|allowed back|running again|cleared)|opened again|restarted",
    ),
    _process(
        "jury",
        r"(?:jury|jurors|jury members|judges|panel) (?:retired|went out|withdrew)|(?:was|were) sent out",
        r"returned|came back|reached (?:a|its|their) verdict",
    ),
    _process(
        "search",
        r"(?:was|were) (?:reported missing|last seen)|disappeared|vanished|went missing|wandered off"
        r"|lost (?:radio )?contact",
        r"(?:was|were) (?:found|spotted|located|picked up)",
    ),
    _process(
        "outage",
        r"went (?:down|offline|off air)|crashed|froze|failed",
        r"back (?:up|online|on air)|restored|worked again",
    ),
    _process(
        "strike",
        r"walked out|downed tools|stopped work|strike [^‹›.;]{0,30}(?:began|started)",
        r"went back|returned to work|(?:was|were) over|ended",
    ),
)  # fmt: skip

# Courses of days to years, told in dates.
OF_DAYS: tuple[Process, ...] = (
    _process(
        "captivity",
        r"(?:was|were|had been|been) (?:[a-z]+ly )?(?:seized|abducted|kidnapped|taken|captured|detained|arrested"
        r"|snatched"
        r"|jailed|imprisoned|locked up|interned)|, (?:seized|abducted|kidnapped|captured|arrested|taken hostage)"
        r"|(?:seized|abducted|kidnapped|captured|detained|arrested|snatched|took)"
        r" (?:the|him|her|them|two|three|four|five|six|seven|eight|nine|ten|\d+|[A-Z])|fell into (?:the )?hands",
        r"(?:was|were|been) (?:finally |at last |all )?(?:freed|released|let (?:go|out)|set free|rescued|ransomed"
        r"|handed over"
        r"|exchanged)|let (?:go|out)|freed|released|came out|walked (?:free|out)|escaped|regained (?:his|her"
        r"|their) freedom|came home",
        r"in captivity|as (?:a |an )?(?:hostages?|captives?|prisoners?)|(?:been|was|were) (?:a |an )?(?:hostages?"
        r"|captives?"
        r"|prisoners?)|\bheld\b|in (?:prison|jail|custody|detention|chains|the hands of|(?:a|his|her|their) cell)"
        r"|behind bars|imprisoned|captivity|\bordeal\b|\bspent\b|after ‹L›",
    ),
    _process(
        "strike",
        r"walked out|went on strike|(?:strike|walkout|stoppage)\b[^‹›.;]{0,40}(?:began|started)|downed tools"
        r"|stopped work"
        r"|laid down (?:their )?tools",
        r"(?:strike|walkout|stoppage)\b[^‹›.;]{0,30}(?:ended|was over|was called off)|called off (?:the|their) strike"
        r"|went back(?: to work)?|returned to work",
        r"after|\bstrike\b|\bstoppage\b|lasted|later",
    ),
    _process(
        "closure",
        rf"closed|shut|{_WAS} (?:closed|shut|suspended|grounded|halted|sealed)",
        rf"re-?opened|opened (?:again|its doors again)|resumed|{_WAS} (?:re-?opened|lifted|opened again)",
        r"after|later|closed|shut|closure|lasted",
    ),
    _process(
        "voyage",
        r"set sail|set off|set out|put to sea|left|sailed|departed|cast off",
        r"reached|arrived|docked|made landfall|came ashore|sailed into|landed|returned|came home|put in(?:to)?",
        r"at sea|under ?water|on the (?:road|way|march)|voyage|crossing|journey|later",
    ),
    _process(
        "measure",
        rf"(?:{_WAS} )?(?:imposed|declared|introduced|clamped)|came into force",
        rf"(?:{_WAS} )?(?:lifted|rescinded|withdrawn|called off)|came to an end",
        r"after|later|lasted",
    ),
    _process(
        "hospital",
        r"(?:was|were) (?:admitted|taken to (?:a |the )?hospital|rushed to hospital)",
        r"discharged|(?:was|were) (?:sent home|allowed home)|left (?:the )?hospital|went home",
        r"in (?:the )?hospital|in intensive care|after|later",
    ),
    _process(
        "orbit",
        r"(?:was|were) launched|lifted off|blasted off|launched|arrived at the (?:space )?station",
        r"splashed down|landed|came down|returned to earth|touched down",
        r"in (?:space|orbit)|aboard the (?:space )?station|mission",
    ),
    _process(
        "missing",
        r"went missing|disappeared|vanished|(?:was|were) last seen|(?:was|were) reported missing",
        r"(?:was|were) found|turned up|(?:was|were) rescued",
        r"missing|later|after",
    ),
    _process(
        "fast",
        r"hunger strike\b[^‹›.;]{0,30}(?:began|started)|(?:began|started|went on) (?:a|his|her|their) hunger strike"
        r"|stopped eating|refused food",
        r"ended (?:a|his|her|their) (?:hunger strike|fast)|hunger strike\b[^‹›.;]{0,50}ended|(?:began|started) to eat"
        r"|took food again",
        r"after|without food|later|hunger strike",
    ),
    _process(
        "siege",
        r"(?:siege|blockade|bombardment|offensive)\b[^‹›.;]{0,30}(?:began|started)|(?:was|were) (?:besieged|surrounded"
        r"|cut off|encircled)",
        r"(?:siege|blockade|bombardment|offensive)\b[^‹›.;]{0,30}(?:ended|was over|was lifted|was broken)|(?:was"
        r"|were) relieved",
        r"after|siege|blockade|lasted|later",
    ),
)  # fmt: skip

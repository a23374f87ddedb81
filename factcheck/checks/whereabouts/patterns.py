"""The wordings that put a person in a place, on sentences whose people, places and times are marks.

Kinds: a "stay" may last as long as its time says; "bound" says that nobody left; an "act" is done at some moment, in
the flesh; to "preside" is one whose place the sentence leaves out; "passive" names its doer behind "by".
"""

from __future__ import annotations

import re

from factcheck.patterns import regex

# What a sentence with one of these tells is nobody's plain statement of fact.
NOT_TOLD = regex(
    r"\b(?:claim\w*|den(?:y|ies|ied|ial)|alleg\w+|reportedly|supposed\w*|accus\w+|insist\w*|maintain\w*|whether|likely"
    r"|alibi|prosecut\w+|rumou?r\w*|perhaps|probably|apparently|imagin\w+|dream\w*|pretend\w*"
    r"|fictional|novel|film|false\w*|hoax\w*|fak(?:e|ed|es)|doctored|wrongly|mistaken\w*|hologram|impostor|lookalike"
    r"|instead of|stood in for|cancelled|canceled|called off|apart from|except|save for"
    r"|side trip|day trip|interrupted|says? (?:he|she|they) w|said (?:he|she|they) w"
    r"|told \w+ (?:that )?(?:he|she|they) w)\b",
    re.IGNORECASE,
)
# With one of these, a clause tells of what was only possible or to come; "she could not: the envoy was in Bonn" is two.
_OPEN = regex(
    r"\b(?:will|would|could|may|might|should|if|unless|planned|planning|plans? to|due|scheduled|expected|expects"
    r"|hope[sd]?|was to|were to|to have|meant to|(?:almost|nearly) (?=[a-z]+ed\b|met\b|went\b|spoke\b|came\b|got\b))\b",
    re.IGNORECASE,
)
_CLAUSES_END = regex(r"[:;]|, (?:but|yet|and so|because)\b")
_GOES_ON = regex(r"[:;]|, (?:but|yet|and|because)\b")
AT_A_DISTANCE = regex(
    r"\b(?:video\w*|video-?link|remotely|remote|telephone|phone|phoned|online|virtual\w*|screen|by letter|livestream\w*"
    r"|broadcast|televised|radio|satellite|Zoom|Skype|webcast|telegram|recorded|tweet\w*|posted|file photo|archive"
    r"|read out|in absentia|by (?:e-?mail|fax|cable))\b",
    re.IGNORECASE,
)

_PERSON = r"‹A(?P<who>\d+)›"
TITLE = r"(?:(?!(?:that|said|says|when|while|after|and|but|if|of|by|with)\b)[\w.'-]+,? ){0,6}?"
SUBJECT = rf"{_PERSON}(?:, (?:[^‹›.;:,]|‹L\d+›){{2,60}})?(?:,? who|,)?"
ADVERB = (
    r"(?: (?:(?!(?:near|virtual|supposed|reported|alleged)ly)[a-z]+ly|also|then|later|himself|herself|once|still"
    r"|again))?"
)
_KIND_OF_PLACE = (
    r"(?:the|central|downtown|nearby|his|her|native|home|town|city|capital|port|of|village|island|Spanish|French"
    r"|German)"
)
_SOMEWHERE = rf"\b(?:in|at|inside|outside|near)(?: {_KIND_OF_PLACE}){{0,4}}"
# A place may stand within another: "in the Trakia district of Plovdiv".
_PLACE = r"‹L(?P<where>\d+)›(?P<chain>(?:,? (?:of |in )?(?:the )?‹L\d+›)*)"
_STAY = r"(?:spent|stayed|sat|slept|remained|worked|waited|rested|stood|lay|camped|stayed put|lodged|dwelt)"
_SITE = r"(?:(?:at|for|in|on|inside|outside|aboard|beside) (?:a|an|the|his|her) (?:(?:[\w-]+|[\w-]+'s) ){0,3}?[\w-]+)"
_BEING = (
    r"(?:was|had been)(?P<no> not| nowhere|n't| never)?"
    r"(?: (?:back|still|already|away|present|at home|at work|in hospital|in bed|in custody"
    rf"|on (?:holiday|leave|vacation|business|stage|duty)|{_SITE}))?"
    r"(?P<gap>(?:,? (?:all|for all|on all)?(?: of)? ?‹T\d+›)?),?"
)
_SPEECH = (
    r"(?:speech|talk|lecture|address|press conference|news conference|concert|dinner|reception|recital|briefing|party"
    r"|banquet|lunch|luncheon|breakfast|sermon|reading|toast)"
)
GATHERING = (
    r"(?:session|conference|summit|meeting|exhibition|festival|ceremony|hearing|rally|congress|parliament|assembly"
    r"|debate|forum|fair|gala|parade|reception|funeral|wedding|service|mass|match|concert|dinner|workshop|seminar|trial"
    r"|sitting|panel|briefing|vigil|march|procession|inauguration|launch|opening|talks)"
)
_AUDIENCE = r"(?:crowd|supporters|reporters|audience|students|troops|workers|congress|delegates|rally|mourners|pupils)"
DETERMINER = r"(?:a|an|the|its|their|his|her|one|this|that)"
_ACT = (
    rf"(?:attended|spoke|appeared|testified|arrived|landed|touched down|performed|sang|danced|played|dined|lunched"
    rf"|watched|pleaded|stepped|marched|prayed|knelt|queued|voted|disembarked"
    rf"|(?:gave|delivered|held|hosted|chaired|made) {DETERMINER} (?:[\w-]+ ){{0,2}}?{_SPEECH}"
    r"|(?:gave|delivered) evidence|took the (?:stand|oath|chair|floor|witness stand)|checked in(?:to| at)|checked out"
    rf"|(?:took part|participated) in {DETERMINER} (?:[\w-]+ ){{0,3}}?{GATHERING}"
    rf"|(?:opened|closed|addressed|hosted|chaired|joined|led|inaugurated|presided over|attended|visited)"
    rf" {DETERMINER} (?:[\w-]+ ){{0,3}}?{GATHERING}"
    rf"|addressed (?:a |the )?(?:[\w-]+ ){{0,2}}?{_AUDIENCE}"
    r"|(?:read|made) (?:a |an |the )(?:[\w-]+ )?(?:statement|speech)"
    rf"|told (?:a |the |his |her )?(?:[\w-]+ ){{0,2}}?(?:crowd|reporters|journalists|audience|rally|conference|pupils"
    r"|mourners)"
    rf"|(?:met|greeted|received|shook hands with|sat down with|embraced|hugged|comforted"
    r"|had (?:breakfast|lunch|dinner|tea))"
    rf"|visited|toured|inspected|signed (?:a|an|the)|handed (?:out|over)"
    rf"|laid (?:a|the) (?:wreath|foundation stone|flowers)|laid flowers|cut (?:a|the) (?:[\w-]+ )?(?:ribbon|tape|cake)"
    rf"|(?:unveiled|inaugurated|launched|presented|awarded) {DETERMINER}|planted (?:a|an|the)"
    r"|rolled up (?:a|his|her) sleeve"
    rf"|was (?:seen|spotted|photographed|arrested|detained|married|sworn in|filmed|cheered|welcomed|greeted"
    r"|booed|heckled)"
    rf"|could be seen"
    r"|(?:was|had been) (?:defending|speaking|addressing|attending|chairing|meeting|visiting|giving|testifying"
    r"|presenting|signing|travelling|traveling|campaigning"
    rf"|hosting|receiving|dining|lunching|having|eating|sitting|standing|waiting|working|opening|launching|unveiling"
    rf"|performing|singing|playing|watching|lecturing|teaching|skiing|fishing|recovering|walking|taking part"
    rf"|shaking hands|touring|inspecting|celebrating|praying|queuing|being treated|holidaying|sunbathing))"
)
# Between verb and place nothing may begin another clause or name what is spoken of.
_GAP = r"(?P<gap>[^‹›.;:()]{0,60}?(?:‹[TA]\d+›[^‹›.;:()]{0,40}?){0,2}) "
BREAKS = regex(
    r"\b(?:who|which|that|whom|whose|where|when|while|and|but|about|against|over|regarding|concerning|from"
    r"|before (?!an? )|after|between|because|despite|since|than|as if|towards?|held|based|killed|born"
    r"|of (?:a|the) \w+ of)\b"
    r"|(?<!\bthe )(?<!\ba )(?<!\bthese )\b\w+ed\b(?<!\bred)"
)
_OPENED = r"(?:opened|unveiled|inaugurated|welcomed|greeted|received|sworn in|dedicated|launched)"

PATTERNS = (
    # "A was not in L", "A sat in a studio in L", "A did not leave L", "A attended a funeral in L"
    ("stay", regex(rf"{SUBJECT}{ADVERB} {_BEING} {_SOMEWHERE} {_PLACE}")),
    ("stay", regex(rf"{SUBJECT}{ADVERB} {_STAY}{ADVERB}{_GAP}{_SOMEWHERE} {_PLACE}")),
    ("bound", regex(rf"{SUBJECT} (?:did not|didn't|never) (?:leave|left)(?P<gap>) (?:the )?{_PLACE}")),
    ("act", regex(rf"{SUBJECT}{ADVERB} {_ACT}{_GAP}{_SOMEWHERE} {_PLACE}")),
    ("act", regex(rf"{SUBJECT}{ADVERB} (?:visited|toured|reached|inspected)(?P<gap>) {_PLACE}")),
    # "in L, where A opened the session"
    ("act", regex(rf"{_SOMEWHERE} {_PLACE}(?P<gap>),? where {TITLE}{SUBJECT}{ADVERB} {_ACT}\b")),
    # "In L, A met ..."; "on the steps of the court, A read a statement"
    (
        "act",
        regex(
            rf"\b(?:[Ii]n|[Oo]n the steps of|[Oo]utside|[Ii]nside|[Ii]n front of|[Aa]t)(?P<gap>)(?: the)? {_PLACE},"
            rf" (?:‹T\d+›,? )?{TITLE}{SUBJECT}{ADVERB} {_ACT}\b"
        ),
    ),
    # "A's rally in L began"
    (
        "act",
        regex(
            rf"{_PERSON}'s (?:[\w-]+ )?(?:rally|concert|speech|lecture|recital|press conference|wedding)"
            rf"(?P<gap>) (?:in|at)(?: the)? {_PLACE} (?:began|started|opened|took place|was held|drew)\b"
        ),
    ),
    # "Among the guests at the gala in L at ‹T› was A"
    (
        "among",
        regex(
            rf"\b[Aa]mong (?:the|those)\b{_GAP}{_SOMEWHERE} {_PLACE}[^‹›.;:]{{0,30}}(?:‹T\d+›[^‹›.;:]{{0,10}}){{0,2}}"
            rf" (?:was|were|stood|sat) {TITLE}{_PERSON}"
        ),
    ),
    # "The clinic in L was opened by A"; "A bust was unveiled in L by A"
    (
        "passive",
        regex(
            rf"{_SOMEWHERE} {_PLACE}(?P<gap>(?: ‹T\d+›)?) (?:was|were) (?:[a-z]+ly )?{_OPENED}"
            rf"(?: [^‹›.;:,]{{0,20}}‹T\d+›)? by {TITLE}{_PERSON}(?! ?')"
        ),
    ),
    (
        "passive",
        regex(
            rf"\b(?:was|were) (?:[a-z]+ly )?{_OPENED}{_GAP}{_SOMEWHERE} {_PLACE}(?: (?:on|at|in) ‹T\d+›){{0,2}}"
            rf" by {TITLE}{_PERSON}(?! ?')"
        ),
    ),
)  # fmt: skip
VERB_HINT = regex(
    rf"\b{_STAY}\b|{_ACT}|\b{_OPENED}\b"
    r"|\b(?:was|were|been|leave|left|visited|toured|reached|inspected|began|started|drew|took place)\b"
)
WHOLE = regex(
    r"\b(?:whole|entire|entirety|all (?:day|morning|afternoon|evening|night|of)|throughout|every hour"
    r"|through the night)\b"
)
# "Spent two hours in" does not last the day; "spent the morning in" does.
BRIEF = regex(
    r"\bspent (?:[\w-]+ ){0,4}?"
    r"(?:seconds?|minutes?|hours?|half-hour|moments?|while|time|part|parts|bit|some|most|much)\b"
)
BEHIND = regex(r"[^‹›.;:,]*")
TRAVEL = regex(r"\b(?:arrived|landed|reached|left|flew|stepped|touched down|disembarked|checked)\b")
AND_ELSEWHERE = regex(r",? (?:and|or|to|then)(?: then| later)?(?: in| at)? (?:‹L|[A-Z])|, ‹L")
# What may stand right before the subject of a sentence or clause, its titles and determiners taken off.
_OPENS_CLAUSE = regex(
    r"(?:^|[\"'),;:(-]|‹T\d+›,?|\b(?:that|when|while|where|as|but|and|because|since|so|then|yet|though|although|whom"
    r"|said|says|was|were|later|earlier|there|meanwhile|again|also))$",
    re.IGNORECASE,
)
_LONGEST_OPENING = 16  # characters of what _OPENS_CLAUSE finds, at the most


def is_subject(text: str, start: int, titles: frozenset[str]) -> bool:
    """Whether a mark at ``start`` can be a subject: "a statue of ‹A0› was seen" and "who met ‹A0› was seen" have none.

    ``titles`` are the words, in lower case, that say who somebody is ("minister").
    """
    before = text[max(0, start - 80) : start].rstrip()
    for _ in range(8):
        if _OPENS_CLAUSE.search(before, max(0, len(before) - _LONGEST_OPENING)):
            return True
        word = re.search(r"[\w.'-]+$", before)
        if word is None:
            return False
        plain = word[0].lower().rstrip(".").removesuffix("'s")
        if not (word[0][:1].isupper() or plain in titles or plain in {"the", "a", "an", "his", "her", "its"}):
            return False
        before = before[: word.start()].rstrip()
        before = re.sub(r"‹L\d+›(?:'s)?$", "", before).rstrip()
    return False


def is_open(text: str, start: int, end: int) -> bool:
    """Whether the clauses around ``start``..``end`` tell of what is only planned, possible or expected."""
    first = max((found.end() for found in _CLAUSES_END.finditer(text, 0, start)), default=0)
    last = _GOES_ON.search(text, end)
    return _OPEN.search(text, first, last.start() if last is not None else len(text)) is not None

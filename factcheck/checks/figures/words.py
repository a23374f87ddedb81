"""Words and phrases that say how a figure is meant: as a part, an old value, a plan, a count that grows."""

from __future__ import annotations

import re

from factcheck.assertions.words import stem
from factcheck.patterns import regex

PART_BEFORE = regex(
    r"\b(?:another|other|others|further|additional|extra|more|remaining|the rest|including|included|includes|among them"
    r"|of them|of which|of whom|of these|of those|of that|first|last|next|each|every|per|all but|except|only|just)"
    r",? (?:about |around |some |nearly |the |for )?$",
    re.IGNORECASE,
)
OLD_BEFORE = regex(
    r"\b(?:from|compared (?:with|to)|against|than|previous(?:ly)?|original(?:ly)?|initial(?:ly)?|former(?:ly)?|earlier"
    r"|once|by|up to|between|versus|vs\.?|or|instead of|rather than|not) (?:about |around |some |the |a |an |just )?$",
    re.IGNORECASE,
)
PART_AFTER = regex(
    r"[\w' -]{0,12}?(?:\b(?:each|apiece|earlier|more|fewer|less|lower|higher|longer|shorter|further)\b"
    r"|(?<!out) of (?:them|these|those|that|which|whom|all|the)\b)"
)
PART_WITHIN = regex(r"\b(?:more|other|further|additional|extra|remaining|different|new|separate)\b")
# What keeps a figure from being a plain statement of what is so.
UNSURE = frozenset(
    """could may might would should can if unless whether perhaps maybe possibly potentially reportedly allegedly
    alleged claim claims claimed rumour rumours rumor rumors denied deny denies denying dismissed disputed
    expect expects expected expecting forecast forecasts predict predicts predicted projected estimate estimated
    estimates target targets hope hopes hoped aim aims asked asks sought seeks seek demanded demands requested
    wants wanted proposed proposes suggested suggests suggest not never no n't neither nor goal capacity limit
    maximum minimum quota threshold designed feared fears initially originally preliminary provisional earlier
    previously so far already revised average averaged least most""".split()
)
# Those of them that often belong to something else in the clause.
MILD = frozenset(
    """not never no n't neither nor so far already earlier previously average averaged least most can estimate estimated
    estimates initially""".split()
)
# Of a forecast and its outcome the digits are seldom the same in another order.
EXPECTING = frozenset(
    """could may might would should if unless whether perhaps expect expects expected expecting forecast forecasts
    predict predicts predicted projected target targets hope hopes goal capacity limit maximum minimum quota designed
    feared fears preliminary provisional potentially possibly""".split()
)
LOCUS = regex(
    r" (?:(?:who )?(?:was|were|had been) )?(?:(?:in|inside|at|on) (?:the|its|his|her|their) ([a-z]+)\b(?! of)"
    r"|(?:in|on) (?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten) )?([a-z]{3,}s)\b)"
)
TO_BE = regex(r"\b(?:is|are|was|were)(?: \w+)? to [a-z]")
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
# What held at an hour, at the worst of it, or before the others came; how many it was in all is another matter.
AS_OF = regex(
    r"\b(?:[Bb]y (?:then\b|now\b|today\b|tonight\b|yesterday\b|(?:the )?(?:mid[- ]?|late |early |next |same |that )*"
    r"(?:noon|midday|midnight|morning|afternoon|evening|nightfall|dawn|daybreak|dusk|sunset|sunrise|first light"
    r"|lunchtime)\b"
    rf"|\d{{1,2}}(?:[.:]\d\d)? ?[ap]\.?m|(?:half past |a quarter (?:to|past) )?{_HOUR} o['’]clock"
    rf"|(?:half past|a quarter (?:to|past)) {_HOUR}\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:late|early) |the end of the (?:day|week|month)\b"
    r"|the (?:end|finish)\b(?! of))|[Aa]s of "
    r"|[Aa]t (?:the|its|their) (?:peak|height|busiest|fullest|worst|outset|beginning|start)\b"
    r"|[Aa]t one (?:point|time|stage)\b"
    r"|[Aa]t (?:the )?(?:(?:busiest|worst|fullest) moment|first)\b(?! (?:glance|sight|light|hand|instance))"
    r"|[Ss]o far\b|[Tt]o date\b|[Uu]p to now\b"
    rf"|[Ww]ithin (?:half )?(?:an?|the|{_HOUR})(?: first)? (?:hours?|minutes?)\b)"
)
MORE_TO_COME = regex(
    r"\b(?:more|others|reinforcements) (?:(?:were|are|had been|have been|was|being) )?(?:on (?:their|the|its) way"
    r"|to come\b|(?:asked|called|sent) for\b|called (?:in|from)\b|coming\b|expected\b|arriving\b|summoned\b"
    r"|following\b)"
)
UP_OR_DOWN = regex(
    r"\b(?:up|down) (?:from|by|on|at|slightly|sharply|about|some|almost|nearly|more than|over|another)\b"
    r"|\b(?:up|down) [^\w\s]?\d|\b(?:is|are|was|were) (?:up|down)\b"
)
CHANGES = frozenset(
    """increased rose risen rising fell fallen raised lowered cut added grew grown climbed dropped""".split()
)
PLANNED = frozenset("will 'll shall plan plans planned planning to-be offer offers offered bid bids agreed due".split())
# Counts that grow or shrink between one report and the next, by noun and by what befalls them.
GROWING_NOUNS = frozenset(
    """dead injured missing survivor rescued death casualty fatality victim injury body case infection arrest detainee
    evacuee hostage captive prisoner refugee vote ballot aftershock signature complaint comment order delivery view
    share point patient inmate follower flight visitor fire firefighter rescuer blaze goal win game
    match title medal appearance home house building household""".split()
)
BEFALLS = frozenset(
    stem(word)
    for word in """collapsed destroyed damaged killed injured wounded missing rescued arrested detained evacuated
    displaced infected hospitalised hospitalized burned burnt flooded looted raised collected counted sold
    trapped""".split()
)
# Beside a sum: a price on a market.
TRADED = frozenset(stem(word) for word in "shares stock stocks trading closed index barrel futures market".split())
WAY = regex(r"(?: \([^)]*\))?,? (?:to the )?(?:north|south|east|west|off|away|from|outside|inland|upstream|short)")
BELOW = regex(r"(?: \([^)]*\))?,? (?:below|beneath|under|underground|down)\b")
SHAPES = frozenset("height length width depth thickness distance diameter weight".split())
# What someone has at any one time: another number a month later is no contradiction.
KEPT = frozenset(
    """employee worker staff job post customer subscriber user member resident inhabitant store shop branch
    outlet""".split()
)
# Nouns that any story counts several sets of: the same number of them means nothing.
GENERIC = frozenset(
    """person man woman child boy girl people other country nation state city town village place area region side leader
    official minister member party group team company firm organisation organization institution thing way part point
    reason issue question step time day week month year hour minute second kind type sort case example number piece
    item page word name sentence line message letter call photo picture image video source report article story note
    event meeting session round stage match game set series pair dozen hundred thousand million billion one
    brother sister son daughter parent friend colleague relative neighbour neighbor victim witness suspect
    man officer soldier worker police lawyer journalist expert analyst scientist researcher doctor
    family occasion incident attack explosion blast shot bullet car vehicle street road room door floor level
    half third quarter fifth tenth percent degree paragraph option candidate chance""".split()
)
PER = regex(
    r"(?: in cash| in stock)?,? (?:an?|per|for (?:each|every)|for one|each)(?: of (?:its|their|the|his|her)"
    r"(?: [\d.,]+(?: million| billion)?)?)?(?: outstanding| ordinary| common)? "
    r"(?P<each>share|tonne|ton|barrel|ounce|kilo|kilogram|kilogramme|litre|liter|gallon|ticket|seat|head|person|family"
    r"|night|kilometre|kilometer|mile|acre|hectare|unit|dose|vote|hour|day|week|month|year)s?\b"
)
FOR_EACH_OF = regex(r" for each of (?:its|their|the|his|her)[\w ,.]{0,24}? (?P<each>share|unit|ticket|seat)s\b")
ABOARD = "people aboard"
ABOARD_BEFORE = regex(r"\bcarr(?:ying|ied) (?:about |some |around |nearly )?$")
ABOARD_AFTER = regex(r" (?:(?:who )?(?:was|were|had been) )?(?:aboard|on board)\b")
PERIODS = regex(
    r"\b(?:(quarter|annual|yearly|monthly|weekly|daily|season|half-year)(?:ly|s)?|(?:first|second) (half)"
    r"|(?:the|full|last|this|each|every|previous|next) (year|month|week|day)"
    r"|(?:three|six|nine|12|twelve) (months))\b",
    re.IGNORECASE,
)
TIME_NOUNS = frozenset(
    """time times evening night morning afternoon day days week weekend month year years season minute hour
    hours""".split()
)
ORDINALS = frozenset(
    """first second third fourth fifth sixth next last another previous earlier latest final other older newer old new
    larger smaller biggest largest smallest former later""".split()
)
STAGES = regex(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final) (?:day|night|week|month|round"
    r"|quarter|half|phase|stage|season|wave)\b",
    re.IGNORECASE,
)

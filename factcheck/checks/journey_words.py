"""The words that tell what a distance, a time or a speed beside them is of.

A helper of ``journeys_told``: each pattern is matched against what stands right before or right behind a figure.
"""

from __future__ import annotations

import re

from factcheck.patterns import regex

FAR = frozenset({"kilometre", "metre", "mile", "nautical mile", "yard"})
PER = regex(r"(?: ?/ ?h\b| (?:an|per|every|each|a) (?:hour|minute|second))?")
MOVES = regex(
    r"\b(?:fl(?:ew|own|y|ies|ying|ights?)|sail\w*|cover(?:s|ed|ing)?|travel\w*|dr[io]v(?:e|en|es|ing)|r[au]n(?:s"
    r"|ning)?"
    r"|r(?:ode|idden|ides?|iding)|cycl(?:e|ed|es|ing)|walk\w*|row(?:s|ed|ing)|sw[aiu]m\w*|paddl\w+|march(?:es|ed"
    r"|ing)?"
    r"|hik\w+|trek\w*|cross(?:es|ed|ing)?|journeys?|trips?|distances?|routes?|voyages?|rac(?:e|es|ed|ing)|marathons?"
    r"|passage|laps?|dash|ski(?:s|ed|ing)|skat\w+|steam\w+|cruis\w+|glid\w+|mov(?:e|es|ed|ing)|drift\w*|hauls?|hauled"
    r"|pedall?\w+|complet\w+|made (?:it|the|its|his|her|their)|orbit\w*|crawl\w*|speeds?|averag\w+)\b",
    re.IGNORECASE,
)
MEAN_BEFORE = regex(
    r"\b(?:averag(?:e|es|ed|ing)|(?:an )?average (?:[a-z]+ )?speeds?|mean (?:[a-z]+ )?speed|average pace)"
    r"(?: (?:of|was|is|at|speed|just|about|only|over|under|some|around|nearly|a|an|had been|came to|out at))*\s*$"
    r"|\bat a (?:steady|constant|uniform|even) (?:speed of )?$",
    re.IGNORECASE,
)
MEAN_AFTER = regex(r"^(?: (?:\([^)]{1,30}\) )?| ?, ?)(?:on|in|as) (?:the |an )?average\b", re.IGNORECASE)
PLAIN_BEFORE = regex(r"\bat (?:a speed of )?(?:about |around |some |nearly |just |only )?$", re.IGNORECASE)
MOST_BEFORE = regex(
    r"\b(?:(?:top|maximum|peak|highest|greatest|max) speeds?(?: ever)?(?: (?:of|was|is|at|reached|there"
    r"|on the way|being))*"
    r"|(?:never|not|n't|without)(?: once)? (?:exceed\w*|(?:go|went|goes|going|gone|drove|driven|driving|flew"
    r"|sailed|r[ua]n"
    r"|ridden|rode|travel\w*|moved?|do|did|done)? ?(?:faster than|above|over|beyond|more than|past))|speeds? of up to"
    r"|at (?:speeds (?:of )?)?up to|no faster than|peaked at)\s*$",
    re.IGNORECASE,
)
LEAST_BEFORE = regex(
    r"\b(?:(?:never|not|without)(?: once)? (?:(?:dropp?|fall|fell|sink|sank|slow|go|went|gone)\w* )?(?:below"
    r"|under|to less than"
    r"|slower than)|no slower than|minimum speed of|lowest speed (?:of|was))\s*$",
    re.IGNORECASE,
)
# A speed that is of one moment, of another body, or of the law.
OTHER_SPEED = regex(
    r"\b(?:winds?|gust\w*|breezes?|currents?|tides?|tailwinds?|headwinds?|limit\w*|restrict\w*|zones?|sound|light"
    r"|capable of|can (?:reach|do|travel|fly|go)|could (?:reach|do)|designed|clocked|radar|hit|doing|reached|reaching"
    r"|touched|accelerat\w*|slowed|instead of|rather than|than|compared|against|allowed|permitted|posted|walking pace"
    r"|cameras?|fined|over the limit|certified|rated|promis\w+|advertis\w+|usual\w*|normal\w*|typical\w*)\b",
    re.IGNORECASE,
)
SPEED_THEN = regex(
    r"^,? (?:when|as|before|winds?|gusts?|zone|limit|at the (?:moment|time|finish|end|bottom)|(?:in|on|over|for"
    r"|during"
    r"|through|along|across) (?:the|its|their|his|her|those|that) (?!(?:journey|trip|way|whole|entire|crossing|flight"
    r"|race|distance|route|voyage|ride)\b))"
)
WHO_AVERAGES = regex(r"\b(?:who|which|that) (?:[a-z]+ )?averag\w*[^,;.]{0,20}$")
# A distance that is a place, a height, a size, or less than the journey.
NO_WAY_AFTER = regex(
    r"^(?:[ -](?:away|from|off|of (?:the|its|their|it)\b|north|south|east|west|inland|offshore|out|high|deep|wide"
    r"|long|tall|up"
    r"|above|below|behind|ahead|apart|short|further|farther|left|to go|altitude|radius|queue|tailback|exclusion"
    r"|range|limit"
    r"|more|less|into|every|each|an? (?:day|week|month|year|hour)|per|down|beyond|later|longer|shorter|visibility"
    r"|view)\b"
    r"|[ -](?:[a-z]+ ){0,2}(?:radius|queue|tailback|exclusion zone|fence|wall|coastline|front line|convoy|stretch"
    r"|section"
    r"|leg|stage|road|motorway|lap|loop|circuit|track|line|river|canal|runway|tunnel)\b)"
)
NO_WAY_BEFORE = regex(
    r"\b(?:another|first|last|final|next|remaining|further|additional|extra|other|every|each|within|height of"
    r"|altitude of"
    r"|depth of|radius of|width of|range of|length of|record(?: is| of)?|than|up to|to within|some of|part of|only"
    r"|by|of those|of its|of their|of his|of her|climbed|rose|descended|climbing)(?: (?:the|a|an|about|some"
    r"|around))*\s*$",
    re.IGNORECASE,
)
# How long the journey took, against any other length of time.
TOOK_BEFORE = regex(
    r"(?:\b(?:in|took|takes?|taken|taking|over|for|last(?:s|ed|ing)?|needs?|needed|time of|total of|journey of"
    r"|trip of"
    r"|flight of|crossing of|was|is|spent)(?: (?:them|him|her|it|us|me|the [a-z]+|a [a-z]+|its [a-z]+))?"
    r"(?: (?:just|only|exactly|about|around|some|roughly|nearly|almost|over|under|less than|more than|a total of"
    r"|all of|a"
    r"|an|the))*|(?:\b(?:the|a|an|their|his|her|its|this|that)))\s*$",
    re.IGNORECASE,
)
NO_TIME_BEFORE = regex(
    r"\b(?:first|last|final|next|previous|another|further|additional|extra|every|each|within|delay(?:ed)? (?:of"
    r"|by|for)"
    r"|record (?:of|by)|limit of|than|waited(?: for)?|stopped for|rested for|slept for|halted for|wait(?: of|ing)?"
    r"|breaks? of|pause of|drift\w* for|after (?:a )?(?:delay|wait|break) of|for the best part of"
    r"|up to)(?: (?:the|a|an"
    r"|about|some|around))*\s*$",
    re.IGNORECASE,
)
NO_TIME_AFTER = regex(
    r"^(?: (?:a|per|each|every|ago|earlier|later|late|behind|ahead|early|before|longer|shorter|faster|slower|quicker"
    r"|more|less|after|into|from|apart|of (?!\w*(?:fly|sail|driv|cycl|row|swimm|walk|rid|travel|runn|march)\w*ing\b)"
    r"|to (?!(?:cover|do|travel|fly|drive|sail|make|complete|cross|run|ride|cycle|get|row|swim|walk|finish)\b))\b"
    r"|['’]|[ -](?:old|delay|wait|break|stop|rest|pause|stopover|limit|late"
    r"|record|head start)\b)"
)
# A second subject between the figures: ", the coach in seven hours", "; a drone".
SOMETHING_ELSE = regex(
    r"(?:,|\band\b) (?:and )?(?:the|a|an|his|her|their|its) (?!average|mean|speed|time)[a-z-]+(?: [a-z]+)? (?:in"
    r"|took|takes"
    r"|need\w*|at|for|averag\w*|cover\w*|flew|drove|ran|made|was|were|had)\b"
    r"|;(?! (?:that|it|its|this|an|the average))"
)
LED = regex(r"(?:At|With|In|[A-Z][a-z]+ing)\b[^,;.]{0,80}, the ")
SAME_SUBJECT = regex(
    r"(?:It|He|She|They|We|I|Its|His|Her|Their|That|This|At|In all|Averaging|The (?:average|mean|whole|entire"
    r"|journey|trip"
    r"|flight|crossing|ride|run|voyage|passage|race|drive))\b"
)
# What makes the passage tell of more than one way, or of a way with halts.
BROKEN = regex(
    r"\b(?:stops?|stopp\w+|stopovers?|breaks?|pauses?|paus\w+|halts?|halted|rest(?:s|ed|ing)?|refuel\w*|layovers?"
    r"|wait\w*"
    r"|moving time|net|in the saddle|on the move|legs?|stages?|sections?|stretch\w*|half-?way|halfway|first half"
    r"|second half|outbound|inbound|return(?:ed|s|ing)?|back|each way|round trip|both ways|there and|then|before"
    r"|until"
    r"|respectively|whereas|while|but|parts? of|at times|at one point|some of|another|others?|rest of|elsewhere"
    r"|later|charg\w+"
    r"|earlier|previous\w*|record|usually|delays?|delayed|sleep\w*|slept|nights? off|traffic|jams?|interrupt\w*|twice"
    r"|as the crow flies|straight line|detours?|tow(?:ed|s|ing)?)\b",
    re.IGNORECASE,
)
HEDGE = regex(r"\b(?:about|around|some|roughly|nearly|almost|over|under|approximately|close to|just)\b", re.IGNORECASE)
HINT = regex(r"km/h|kph|kmh|mph|knots?|m/s|(?:an|per|a) (?:hour|second|minute)", re.IGNORECASE)
RIGHT_AT = regex(r",? at (?:a speed of )?(?:about |around |some |nearly |just |only )?")

"""Words that tell how the figures of a list belong together: as parts of a whole, as rivals, as a list left open.

A helper of ``plausible_sums``.
"""

from __future__ import annotations

import re

from factcheck.patterns import regex

SEPARATOR = regex(r"[,;]| and\b| plus\b| as well as\b| with\b|\. (?:The|A|An|[A-Z])")
# Between two figures: what relates the second to the first instead of listing it.
RELATED = regex(
    r"\b(?:than|against|compared|versus|but|whereas|per|each|every|apiece|up|down|rose|fell|grew|beat"
    r"|out of|of which|of whom|of them|including|includes?|among|average|by|at|about|around|nearly|over|more|less|under"
    r"|ago|earlier|later|aged|old|since|between|times|ranked|number)\b"
    # lengths of time, but not what they tell of something: "four-day passes", "day tickets"
    r"|(?<!-)\b(?:years|months|weeks|days|hours|minutes|(?:year|month|week|day|hour|minute)(?! [a-z]+s\b))\b"
    r"|\bto (?:\w+ )?$|[:()–—]",
    re.IGNORECASE,
)
# "12, or 14 by another count"; "nine to Varna, where two later died"
TURNS = regex(r"\b(?:or(?: \w+)?|where|who|whom|which) $")
# What only says where or when: "at the old port", "in the first week", "on the Thursday".
PLACING = regex(
    r"\b(?:in|on|at|near|during|from) (?:the )?(?:[\w'’-]+ ?){1,6}?(?=[,;]| and\b|and\b)"
    r"|,? (?:when|where|as|after|before|once) [^,]{3,60},"
)
OPEN = regex(
    r"\band (?:some|a few|a handful|most|many) (?:of|in|at|from|to|were|are|more)\b"
    r"|\b(?:includ\w+|such as|at least|others?|some of|mainly|mostly|about|around|roughly|up to|several|many|additional"
    r"|more|another|respectively|each|nearly|almost|over|fewer|e\.g|among|rose|fell|from \S+ to|unidentified|unknown"
    r"|as many as|of which|of whom|the (?:first|last) (?:two|three|four|five|six|seven)|the largest|best known|per"
    r"|average|between|compared|than)\b",
    re.IGNORECASE,
)
TOTAL = regex(
    r"\b(?:in all|in total|total\w*|altogether|all told|between them|combined|together|overall|made up|make up|makes"
    r"|consist\w*|compris\w*|split|shared?|divided|come to|comes to|came to|add(?:s|ed)? up|the rest|remaining|no other"
    r"|no one else|only two|only three|nobody else|all (?:of )?(?:the )?\w+ (?:were|was|are)|to be paid for|funded)\b",
    re.IGNORECASE,
)
# Who speaks French may speak German, too.
IN_TWO = regex(
    r"\b(?:both|either|as well)\b"
    r"|^\S+(?: [a-z]+)? (?:ha(?:s|ve|d)|own(?:s|ed)?|keeps?|kept|speaks?|spoke|knows?|knew|plays?|played|reads?"
    r"|likes?|liked|smokes?|smoked|drinks?|drank|uses?|used|stud(?:y|ied)|teach|taught|watch(?:ed)?|follow(?:ed)?"
    r"|needs?|needed|wants?|wanted|suffer\w*|complained|named|mentioned|cited|learns?|learnt|learned|lacks?|lacked"
    r"|reported|support(?:s|ed)?)\b"
)
# Not everyone votes, small parties are left out, and games are still to be played.
MAY_BE_ABSENT = regex(
    r"\b(?:vot(?:e|es|ed|ing)|abstain\w*|abstention\w*|seats?|MPs|lawmakers|in favou?r|against"
    r"|w[io]n(?:ning|s)?|drawing|drew|los(?:t|ing)|games|matches)\b"
)
# Nobody votes yes and no, or votes and stays away; no game is won and lost.
EITHER_OR = regex(
    r"\b(?:against|voted no|voting no|abstain\w*|abstention\w*|stayed away|absent|los(?:t|ing)|drew|drawn)\b"
)
MAJORITY = regex(r"\b(?:majority|margin|lead)\b")
# A number behind the list that no figure was made of: it may be a part.
UNREAD = regex(
    r"\b(?:and|,) (?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:\w+teen)|twenty|thirty"
    r"|forty|fifty)\b(?! per cent|%)",
    re.IGNORECASE,
)
# "and the rest for lawyers": a part without a figure.
REST = regex(r"\b(?:the )?(?:rest|remainder|others|balance)\b")
PART_OF_IT = regex(r"(?<=\w) (?:out )?of (?:the|its|their|his|her|these|those|all)(?: the| these| those)? $")
OF_THEM = regex(r" of (?:the|them|these|those|whom|which|its|their)\b")

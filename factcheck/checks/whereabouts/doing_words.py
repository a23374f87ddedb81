"""The words by which :mod:`doing` knows who does what where: verbs, places beside them, and hours by the sun."""

from __future__ import annotations

import re

from factcheck.assertions.inflect import IRREGULAR
from factcheck.checks.whereabouts.patterns import TITLE
from factcheck.patterns import regex

_APPOSITION = r"(?:, (?:[^‹›.;:,]|‹L\d+›){2,60},|, ‹A\d+›,| of (?:the )?(?:‹L\d+›|[\w'-]+)(?: [\w-]+)?(?= [a-z]+))?"
_ADVERB = r"(?: (?:[a-z]+ly|also|then|later|once|himself|herself|still|again|even))?"
_PERSON = r"‹A(?P<who>\d+)›"
# "A unveiled", "A, archbishop of L, who laid"
DOES = regex(rf"{_PERSON}(?P<aside>{_APPOSITION})(?:,? who)?{_ADVERB} (?P<verb>[a-z]+)\b(?P<rest> [a-z]+\b)?")
# "Mass was said by A", "beside her stood A"
DONE_BY = regex(rf"\b(?:was|were) (?:[a-z]+ly )?[a-z]+(?:ed|en|aid|ung|eld|et|ut|ead|iven|one) by {TITLE}{_PERSON}")
INVERTED = regex(
    rf"\b(?:[Bb]eside|[Bb]ehind|[Aa]mong|[Ww]ith|[Nn]ext to|[Oo]n) [^‹›.;:]{{2,40}} (?:stood|sat|was|knelt)"
    rf" {TITLE}{_PERSON}"
)
PAST = frozenset(form for past, _ in IRREGULAR.values() for form in past) - {"was", "were"}
# What one may do from anywhere, or what is done to one, or what one is.
ANYWHERE = frozenset(
    """said told announced reported confirmed stated claimed added warned noted wrote denied insisted declared argued
    explained replied thought believed knew felt wanted hoped planned expected agreed refused decided approved rejected
    vowed promised pledged urged ordered asked demanded appealed condemned praised welcomed thanked congratulated blamed
    accused criticised criticized appointed named dismissed sacked suspended fired hired owned founded built bought sold
    faced became seemed appeared lost won died got had needed called phoned rang telephoned tweeted posted issued sent
    published resigned received got inherited earned ruled led headed ran chaired grew rose fell backed supported
    opposed sued charged described recalled remembered admitted acknowledged proposed suggested invited cancelled
    postponed moved left fled returned flew travelled traveled headed drove made gave did used put set kept let saw
    heard""".split()
)
_TITLED = regex(r"(?:^|[,;:(] |‹T\d+›,? |\b(?:as|when|while) )(?:[A-Z][\w'-]* ){0,3}(?:[\w'-]+ ){0,4}$")
NO_DAY = regex(
    r"(?:(?:about|around|the|that|this|same) )*(?:noon|midnight|morning|afternoon|evening|night"
    r"|[\d.:]+ ?(?:[ap]\.?m\.?)?|\w+ o'clock|[\w ]+ in the (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
# Of these verbs that one may do from anywhere, the ones that are done in the flesh with such a word behind.
IN_THE_FLESH = regex(
    r"\b(?:told|asked|thanked|urged|warned|received|rang|gave|made|led|chaired|ran|had|heard|appeared|won|put|set|saw"
    r"|welcomed|addressed|drove|returned|flew)"
    r" (?:(?:[^‹›.;:,]|‹L\d+›){0,40}?\b(?:crowd|hall|audience|reporters|journalists|delegates|panel|group|ballroom"
    r"|congregation"
    r"|mourners|guests|bell|speech|lecture|concert|reading|recital|sermon|toast|prize|laurel|award|medal|bouquet|baton"
    r"|tour|operation|talks|session|hearing|prayers?|service|mass|Mass|procession|choir"
    r"|orchestra|march|walk|parade|rehearsal|class|masterclass|workshop|on (?:its|their) feet|face to face|in person"
    r"|questions|evidence|salute|flag|flags|race|match|laps?|MPs|pupils|students))\b"
)
BEING = regex(
    r"^(?: not| never)?(?= (?:in|at|aboard|among|on stage|on board|there|present|held|kept|seen|filmed|photographed"
    r"|treated|back|\d|under))"
)
LOCATED = regex(
    r"\b(?P<prep>[Ii]n|[Aa]t|[Oo]n|[Oo]utside|[Ii]nside|[Nn]ear|[Aa]round|[Oo]ff|[Aa]bove|[Aa]cross|[Aa]board|to|for|before|with|had)"
    r"(?P<det> (?:the|his|her|its|a|an|their))?"
    r"(?: (?!(?:of|for|to|from|by|with|and|that|who|which|in|at|on|near|outside|inside|around)\b)[a-z-]+){0,3}?"
    r" ‹L(?P<where>\d+)›(?P<noun>(?:'s)? (?!(?:on|in|at|to|and|from|by|for|as|with|when|while|where|before|after|was"
    r"|is|said|until)\b)[a-z]+)?"
)
ANY_PLACE = regex(r"‹L(\d+)›")
ONLY_WITH_NOUN = frozenset({"to", "for", "before", "had", "on", "with"})
BREAK = regex(
    r"(?<!among the guests )(?<!among those )\bwho\b"
    r"|\b(?:which|that|whom|whose|where|when|while|because|before|after|since|than|based|born|of an?"
    r"|from(?! the (?:bench|stage|stands|podium|steps|balcony|touchline|pulpit|gallery|back))"
    r"|about|against|over|regarding|concerning|between|towards?)\b"
)
LEADING = regex(
    rf"(?:[^‹›.;:]{{0,25}}(?:‹T\d+›|‹L\d+›)(?:'s)?,?){{1,3}} ?{TITLE}"
    rf"|[^‹›.;:]{{3,60}}(?:‹[TL]\d+›[^‹›.;:]{{0,15}}){{1,3}} (?:as|when|while) {TITLE}"
)
# What says that somebody is where the sentence before is.
THERE = regex(
    r"\b(?:there|face to face|in person|[Bb]eside (?:him|her|them)|in the (?:hall|room|chamber|ballroom|stands|audience"
    r"|church|square|crowd|front row)|on the (?:stage|podium|platform|steps)|the (?:hall|audience|crowd|room|plaque))\b"
)
OPEN_TIME = regex(r"\b(?:[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Bb]y|[Aa]go|[Ff]rom) $")
SINCE = regex(r"\b(?:has|have|had) been\b[^‹›;:]{0,60}‹L\d+›[^‹›;:]{0,20}\bsince ‹T(?P<time>\d+)›")
HOURS_OF = {
    "dawn": 6, "daybreak": 6, "sunrise": 7, "breakfast": 8, "noon": 12, "lunch": 13, "lunchtime": 13, "afternoon": 14,
    "teatime": 16, "dusk": 18, "sunset": 18, "evening": 18, "nightfall": 19, "dinner": 20, "midnight": 24,
}  # fmt: skip
PART_BEGINS = {"AF": 14, "EV": 18, "NI": 20}
_SUN_WORD = "|".join(HOURS_OF)
SUN = regex(
    rf"\bfrom (?P<first>{_SUN_WORD}) (?:on(?:wards)?\b"
    rf"|(?:until|till|to) (?:‹T(?P<part>\d+)›|(?P<last>(?:the |early )?(?:{_SUN_WORD}))\b))"
)
HOURS_LONG = regex(
    r"\b(?P<hours>\d{1,2})-hour\b[^.;:]{0,60}\b(?:began|started|beginning|starting|from)\b[^.;:]{0,15}‹T"
)
STAYING = regex(r"\b(?:spent|stayed|remained|held|kept|aboard|all day|throughout|has been|had been)\b|\b\d+-hour\b")

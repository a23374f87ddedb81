"""The phrases that set a length of time beside the clock times it measures, as patterns over marked sentences.

In a marked sentence ‹C0› stands for a time of the clock and ‹L0› for a length. The groups ``a`` and ``b`` are the two
times, ``l`` (or ``l2`` ...) the length. A helper of ``duration_of_clocks``.
"""

from __future__ import annotations

from factcheck.patterns import regex

_G = r"[^‹›.;:()]"
_A, _B, _L = r"‹C(?P<a>\d+)›", r"‹C(?P<b>\d+)›", r"‹L(?P<l>\d+)›"
_JUST = (
    r"(?:just |only |exactly |precisely |some |about |nearly |almost |more than |over |under |a full |a total of"
    r" |the )?"
)
_COURSE = (
    r"(?:wait|crossing|drive|ride|journey|trip|walk|voyage|session|meeting|hearing|siege|stand-?off|blackout|outage"
    r"|closure|interval|gap|operation|raid|debate|sitting|ceremony|concert|march|shift|talks|visit|match|delay|climb"
    r"|ascent"
    r"|span|stretch|period|lapse|window|difference|power cut|search|vigil|argument|questioning|deliberations?"
    r"|speech|show|performance|discussions?|negotiations?|silence|darkness|work|fighting|bombardment|strike|swim|run)"
)
_END = (
    r"(?:end(?:ed|s)?|finish(?:ed|es)?|conclud(?:ed|es)|broke up|wrapped up|wound up|adjourned|arriv(?:ed|es)"
    r"|reach(?:ed|es)"
    r"|docked|rose|clos(?:ed|es)|shut|left|escaped|fled|came (?:out|back|on|down|home)|re-?open(?:ed|s)|resum(?:ed|es)"
    r"|return(?:ed|s)|restor(?:ed|es)|stopp?(?:ed|s)|(?:was|were) (?:back|over|gone|out|put out|freed|rescued|found"
    r"|restored"
    r"|lifted|due|released|adjourned|opened again)|landed|surrendered|gave (?:himself|herself|themselves) up"
    r"|opened again"
    r"|emerged|tied up|moored|got (?:to|in|there|back)|started again|until|till|to|through)"
)
_BEGIN = (
    r"(?:arrived|began|begins?|started|starts|open(?:ed|s)|set off|set out|left|leaves|departed|entered|broke (?:in"
    r"|out)|met"
    r"|convened|kicked off|sailed|boarded|sat down|went (?:in|out|on|down|off|dark)|gathered|clos(?:ed|es)|(?:was|were)"
    r" (?:closed|shut|cut|halted|suspended|stopped|evacuated|on stage|reported|called out)|shut|stopped|halted"
    r"|failed|rose"
    r"|cast off|took off|took the (?:floor|stage|stand)|walked (?:in|out)|retired|from|between)"
)
_MEASURED = (
    rf"(?:(?:after|lasting|having lasted|[,;(] ?(?:which is|that is|or|in|for)) {_JUST}(?:an? {_COURSE} (?:of"
    rf"|lasting) {_JUST})?{_L}"
    rf"(?! (?:and|of (?:delay|extra|injury)|late|behind|longer|more|earlier|before|after|ahead|ago|each)\b)"
    rf"|(?:after )?having (?!been (?:given|granted|allowed|promised|told)\b)[a-z]+ (?:[a-z]+ )?(?:for )?"
    rf"{_JUST}{_L.replace('?P<l>', '?P<l2>')}(?! for\b)"
    rf"|(?:[,;(]|[–-]) ?an? (?:[a-z]+ )?{_COURSE} (?:of|lasting) {_JUST}{_L.replace('?P<l>', '?P<l3>')}"
    rf"|(?:[,;(]|[–-]) ?(?:a |an )?{_JUST}{_L.replace('?P<l>', '?P<l4>')} ?(?:in all|in total|altogether|all told"
    rf"|long\b|of {_COURSE}\b|{_COURSE}\b|apart\b"
    rf"|between (?:the two|them)\b|$|\.)"
    rf"|(?:[,;(]|[–-]) ?(?:a|an) full {_L.replace('?P<l>', '?P<l5>')})"
)
WITHIN = tuple(
    regex(pattern)
    for pattern in (
        # "began at C and broke up at C, after L", "from C until C, a gap of L"
        rf"\b(?:{_BEGIN}\b{_G}{{0,80}}?){_A}{_G}{{0,80}}?(?:\b{_END}\b|–|-){_G}{{0,60}}?{_B}[^‹›.:]{{0,40}}?"
        rf"{_MEASURED}",
        # "ran from C to C, L without a break"; "between C and C, a period of L,"
        rf"\b(?:[Ff]rom|[Bb]etween) (?:about |around )?{_A}{_G}{{0,30}}? (?:to|until|till"
        rf"|and) {_B},? (?:an? [a-z]+ of )?{_JUST}{_L}"
        rf"(?= without\b| of (?!delay|extra|injury)[a-z]|,|\.$|$)",
        # "which began at C and finished at C, lasted L"
        rf"\b{_BEGIN}\b{_G}{{0,40}}?{_A} and {_G}{{0,30}}?\b{_END}\b{_G}{{0,20}}?{_B}, (?:had |has )?(?:lasted|took"
        rf"|went on for|ran for)"
        rf" {_JUST}{_L}(?! (?:and|longer|more|less)\b)",
        # "At C the test began; it was over at C, after L"
        rf"\bAt {_A},? [^‹›.:]{{0,80}}?\b{_BEGIN}\b[^‹›.:]{{0,60}}?\b{_END}\b{_G}{{0,40}}?{_B}, (?:after"
        rf"|lasting) {_JUST}{_L}"
        rf"(?! (?:and|late|of (?:delay|extra))\b)",
        # "; a member called the L wasted"
        rf"\b{_BEGIN}\b{_G}{{0,80}}?{_A}{_G}{{0,80}}?\b{_END}\b{_G}{{0,60}}?{_B}[^‹›.:]{{0,60}}?\b(?:called"
        rf"|described|found"
        rf"|dismissed|praised|summed up) (?:the|those|these|its|their) {_L}",
        # "the first came at C and the second at C, so that the crew had L", "L apart", "a gap of L"
        rf"{_A}{_G}{{0,80}}?(?:\band\b|,){_G}{{0,60}}?{_B},? (?:(?:so|which meant"
        rf"|meaning)(?: that)? {_G}{{0,40}}?\b(?:had|were"
        rf"|left(?: with)?) {_JUST}{_L}|(?:giving|leaving"
        rf"|allowing) (?:[A-Za-z]+ ){{1,4}}?{_JUST}{_L.replace('?P<l>', '?P<l2>')}"
        rf"|{_JUST}{_L.replace('?P<l>', '?P<l3>')} apart\b|an? (?:[a-z]+ )?(?:gap|interval|difference|lapse|window) of"
        rf" {_JUST}{_L.replace('?P<l>', '?P<l4>')})",
        # "Two hours passed between the first call, at C, and the second, at C"
        rf"{_L} (?:passed|went by|elapsed|lay"
        rf"|were lost)(?: [a-z]+)? between {_G}{{0,60}}?{_A}{_G}{{0,60}}?\band\b{_G}{{0,50}}?{_B}",
        rf"\b[Bb]etween {_G}{{0,60}}?{_A}{_G}{{0,20}}? and {_G}{{0,50}}?{_B},?{_G}{{0,20}}? (?:there (?:were|was)"
        rf"|lay|lie|passed"
        rf"|are|came|went by) {_JUST}{_L}",
        # "lasted six hours, from C to C", "closed for 90 minutes, from C to C"
        rf"\b(?:last(?:ed|s|ing)|went on for|ran for|for|took|a total of) {_JUST}{_L}(?! (?:and|or|to|a"
        rf"|at)\b)(?: [a-z]+){{0,2}}"
        rf"(?:,| -| –| \()? ?(?:from|between) (?:about |around )?{_A} (?:to|until|till|and|through)(?: (?:about"
        rf"|around))? {_B}",
        # "The outage, from C to C, lasted L"
        rf"[,(] ?(?:from|between) {_A}{_G}{{0,30}}? (?:to|until|till|and) {_B}[,)] (?:had |has )?(?:lasted|took"
        rf"|went on for|ran for)"
        rf" {_JUST}{_L}",
        # "The L concert began at C and ended at C"
        rf"\b(?:The|This|Their|His|Her|A|An|a|an|the) {_L}[ -]{_COURSE}\b,?{_G}{{0,30}}? (?:began|started"
        rf"|opened){_G}{{0,20}}?{_A}"
        rf"{_G}{{0,30}}? (?:ended|finished|closed|was over|broke up){_G}{{0,20}}?{_B}",
    )
)
LATER = regex(
    rf"\b{_BEGIN}\b{_G}{{0,80}}?{_A}{_G}{{0,60}}?\b{_END}\b{_G}{{0,40}}?{_B},? {_JUST}{_L} (?:later|afterwards)\b"
)
END_AFTER = tuple(
    regex(pattern)
    for pattern in (
        rf"{_B}{_G}{{0,50}}?,? (?:after|following) {_JUST}(?:an? (?:[a-z]+ )?{_COURSE} (?:of"
        rf"|lasting) {_JUST})?{_L}(?! (?:and|late"
        rf"|of (?:delay|extra)|behind|after|before|in the air)\b)",
        rf"{_B}{_G}{{0,60}}?\b(?:after|having|had|who had) {_G}{{0,50}}?\b(?:for|spent|waited|lasted|taken) {_JUST}"
        rf"{_L}(?! (?:and|before|after|earlier|each)\b)",
        rf"{_B},? {_JUST}{_L} (?:later|afterwards)\b",
        rf"^[^‹›]{{0,30}}\b[Aa]fter {_JUST}(?:an? {_COURSE} (?:of|lasting) )?{_L}(?! (?:and|of (?:delay|extra)"
        rf"|in the air)\b)"
        rf"{_G}{{0,80}}?{_B}",
    )
)
IT_LASTED = regex(
    rf"^(?:(?:The (?:whole |entire )?{_COURSE}|The (?:whole|entire) [a-z]+|It|All of it|It all|That) (?:had "
    rf"|has )?(?:lasted|took|went on"
    rf" for|ran for|was|is|made|makes|had taken) {_JUST}{_L}(?! (?:and|to|longer|more|less|late|later|earlier|before"
    rf"|after|ago)\b))"
)
TWO_TIMES = regex(
    rf"\b{_BEGIN}\b{_G}{{0,80}}?{_A}{_G}{{0,80}}?(?:\b{_END}\b){_G}{{0,60}}?{_B}"
)  # fmt: skip
LENGTH_LATER = regex(rf"{_B},? (?:{_JUST}{_L} (?:later|afterwards)\b|after a further {_L.replace('?P<l>', '?P<l2>')})")
LENGTH_AFTER = regex(
    rf"{_B},? {_JUST}{_L} after (?:the|that|this|its|his|her|their) (?:(?:first|last|initial|emergency) )?"
    r"(?P<what>[a-z]{3,})\b(?! of\b)"
)
THEY_HAD = regex(
    rf"^(?:The [a-z]+|They|He|She|That|This|It) (?:(?:had|left|gave|has|leaves|gives) (?:(?:them|him|her"
    rf"|the [a-z]+) )?)"
    rf"{_JUST}{_L}(?= (?:to|between|for)\b|\.|$)"
)

"""Stages of affairs in the order in which they must be: what a crime, a flight, a vote or a life goes through.

Each line is one affair; ``>`` parts its stages. A stage's words are an alternation with ``~`` for any word ending.
Affairs list only what admits no other order: no payment before delivery, no arrival on another clock.
"""

# ruff: noqa: E501 (long alternations read better unbroken)
from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from factcheck.pattern_words import needs_of
from factcheck.patterns import regex
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """The ``place``-th stage of an affair, its name for messages and the words that tell it.

    ``lowered`` finds them in a text in lower case, in a fraction of the time that ``pattern`` takes in any.
    """

    affair: str
    place: int
    name: str
    pattern: re.Pattern[str]
    lowered: re.Pattern[str]


_AFFAIRS = {
    "justice": """crime: killed|murdered|stabbed|shot dead|strangled|robbed|stole|burgled|raped|kidnapped|smuggled
        > arrest: arrested|caught|detained|picked up|taken into custody|handcuffed|turned (?:himself|herself) in
        > trial: trial (?:had |has )?(?:opened|began|begun|started)|went on trial|stood trial|gone on trial|pleaded
        > verdict: found (?:him |her |them )?guilty|convicted|acquitted|cleared of|verdict
        > sentence: sentenced|was jailed|were jailed|jailed for|sent down
        > appeal: lost (?:his|her|their|an|the) appeal|appeal was (?:dismissed|rejected|upheld|turned down|thrown out)|conviction was quashed|overturned the""",
    "custody": """arrest: arrested|detained|taken into custody|jailed|imprisoned|interned|locked up|put behind bars
        > release: freed on bail|bailed|released from (?:prison|jail|custody)|walked free|paroled|pardoned|freed from""",
    "life": """birth: was born|born in|born on
        > wedding: got married|were married|was married|married (?:him|her|his|the|in|on|at)|wed
        > death: who died|died|passed away|was killed|drowned|death
        > funeral: buried|laid to rest|cremated|funeral was|funeral took|burial|interred|memorial service|ashes (?:were|was) (?:scattered|interred|buried)|put to rest|given a state funeral""",
    "illness": """illness: (?:suffered|had) (?:the|a) (?:stroke|heart attack|fall|injur~)|stroke|heart attack|fell ill|collapsed|taken ill|was stabbed|was shot|poisoned|diagnosed
        > funeral: buried|laid to rest|cremated|funeral|died of|pronounced dead|died from|ashes (?:were|was) (?:scattered|interred|buried)""",
    "flight": """departure: taken off|took off|take-off|lifted off|lift-off|blasted off|departed from|set off from|set out from|sailed from|put to sea|left port|left harbour|launched from|cast off|taxied
        > end: hit the|crashed|ditched|came down in|slammed into|sank|capsized|ran aground|went down|derailed|burst into flames|lost contact|vanished from|disappeared from|sent (?:back )?its first|landed on|reached orbit|splashed down|collided""",
    "fire": """outbreak: fire (?:that )?(?:broke out|began|started|swept|tore|ripped|took hold)|broke out|blaze began|blaze started|caught fire|burst into flames|was set alight|went up in flames|alarm was raised|flames were
        > end: put out|declared out|extinguished|doused|brought under control|under control|burnt itself out""",
    "poll": """close: polls? (?:had |have )?closed|polling stations? closed|voting (?:had )?ended|polling ended|polls shut|ballot closed
        > result: results?|declared (?:the )?winner|conceded|victory was|proclaimed|count(?:ing)? (?:was|ended|finished)
        > office: sworn in|took office|took the oath|inaugurated as""",
    "ballot": """open: polls? (?:had |have )?opened|voting began|polling began|polling stations opened > close: polls? (?:had |have )?closed|voting ended|polls shut""",
    "ruin": """ruin: (?:fire|earthquake|quake|flood|storm|hurricane|cyclone|bombing|blaze|tornado|typhoon) of|after the (?:fire|earthquake|quake|flood|storm|blaze|bombing)|burn(?:ed|t) down|burn(?:ed|t) to the ground|gutted|was destroyed|razed|flattened
        > repair: rebuil~|reconstruct~|restored|restoration|repaired|repairs|renovated""",
    "order": """order: ordered (?:by|from|in|on)|placed (?:an|the|its) order|was ordered|were ordered|order was placed > delivery: deliver(?:ed|y)|handed over to the (?:airline|navy|customer|buyer)""",
    "tender": """call: invited (?:tenders|bids)|put out to tender|called for (?:tenders|bids)|tender (?:was|opened) > award: awarded the (?:contract|deal)|won the (?:contract|tender)|contract was (?:awarded|signed)""",
    "building": """start: foundation stone|broke ground|ground was broken|construction (?:had )?(?:began|begun|started)|work (?:had )?(?:began|begun|started) on|building (?:work )?(?:began|started)|first sod|keel was laid|laid down
        > finish: was completed|were completed|completed in|was finished|opened to|was opened|was inaugurated|were opened|ribbon|first (?:trains?|guests|visitors|patients|passengers)|was launched|entered service
        > end: demolished|pulled down|torn down|razed|scrapped|decommissioned|blown up""",
    "captivity": """capture: kidnapped|abducted|taken hostage|was captured|were captured|hijacked|went missing|was seized|were seized|been seized|(?:snatched|dragged|seized|bundled) (?:him|her|them|it)|were snatched|was snatched
        > freedom: was freed|were freed|set free|rescued|escaped|walked free|was released|were released|ransom was paid|ransom paid|reunited with|let go|returned to (?:his|her|their) famil~""",
    "loss": """loss: drowned|went missing|disappeared|last seen|vanished|reported missing|was swept away|fell overboard > finding: bod(?:y|ies) (?:was|were|had been) (?:found|recovered)|found dead|declared dead|search was called off|called off the search|washed up|washed ashore""",
    "hospital": """admission: admitted to|taken to hospital|rushed to hospital|underwent|operated on|(?:brought|flown|airlifted|carried) to (?:the |a )?(?:hospital|clinic|infirmary)|checked into (?:the |a )?(?:hospital|clinic) > discharge: discharged|left (?:the )?hospital|sent home|released from hospital|allowed home|went home from (?:the )?(?:hospital|clinic)""",
    "prize": """win: (?:won|take|taken) at|won (?:the|a|an|in|his|her) |championships? of|games of|finished first > loss: stripped|disqualified|annulled""",
    "work": """making: was written|wrote (?:it|the)|was composed|composed (?:it|the)|was recorded|recorded (?:it|the)|was filmed|was painted|painted (?:it|the)|was shot in > showing: was published|published (?:it|the)|was released|came out|premiered|first performed|was first shown|hit cinemas""",
    "bill": """draft: was (?:introduced|tabled|drafted|proposed)|tabled (?:the|a)|put (?:it|the bill|them) (?:before|to)|submitted the (?:bill|draft)|published the (?:bill|draft)|sent the bill > passage: passed the|was passed|adopted the|was adopted|voted through|approved the bill|gave its assent|(?:approved|passed|adopted|backed|endorsed|waved through) (?:the|its|a) (?:[a-z-]+ ){0,3}(?:bill|act|law|reform|budget) > signature: signed into law|promulgated|royal assent|signed the (?:bill|law|act)""",
    "study": """start: enrolled|matriculated|began (?:his|her) (?:studies|degree)|entered (?:the )?(?:university|college|medical school) > end: graduated|took (?:his|her) degree|received (?:his|her) (?:degree|diploma|doctorate)""",
    "marriage": """wedding: got married|were married|was married|married (?:him|her|in|on|at) > end: divorced|divorce was|were separated|split up|annulled""",
    "distress": """call: radioed for help|distress (?:call|signal)|mayday|sent an SOS|alarm (?:was )?raised|raised the alarm|called for help|emergency call > help: rescued|was winched|were winched|lifeboat (?:reached|arrived)|helicopter (?:reached|arrived)|abandoned ship|abandon ship|were picked up|reached the scene|were saved""",
    "outage": """start: power (?:had )?failed|lights went out|went dark|was cut off|were cut off|grid failed|supply failed|went offline|cut off|blacked out > end: restored|came back|was back|lights came|reconnected|came back on""",
    "strike": """start: walked out|downed tools|strike (?:had )?(?:began|begun|started)|went on strike|laid down > end: went back to work|returned to work|strike (?:was )?(?:called off|ended|over)|resumed work""",
    "theft": """theft: was stolen|were stolen|stolen from|been stolen|looted|vanished from|broke into|made off with|thieves|burglars|robbers > return: was recovered|were recovered|was returned|were returned|given back|handed back|turned up""",
    "firm": """start: was founded|founded (?:in|by|the|his|her)|was set up|was established|was incorporated > end: went (?:bankrupt|bust|under)|filed for (?:bankruptcy|insolvency)|was liquidated|was wound up|collapsed|folded""",
    "burial": """find: unearthed|dug up|excavated|discovered|was found|were found > sale: sold at auction|went under the hammer|went on (?:show|display)|was auctioned""",
    "truce": """start: war (?:had )?(?:broke out|broken out|began|started)|fighting (?:broke out|began|started)|invaded|siege (?:began|started) > end: ceasefire (?:was )?(?:signed|agreed|took)|truce (?:was )?(?:signed|agreed|took)|surrendered|armistice|siege was lifted|peace (?:treaty|deal|accord) was""",
    "medicine": """trial: trials? (?:of the [a-z]+ )?(?:began|started|opened)|first patient > approval: was approved|was licensed|won approval|was authorised""",
    "evacuation": """start: evacuated|were told to leave|taken out > end: allowed (?:back|home)|returned home|went back home|evacuation order was lifted""",
    "hearing": """hearing: hearing (?:was|opened|began|took)|was heard|were heard|heard (?:the|evidence|arguments)|judges? heard|closing (?:speeches|arguments)
        > ruling: ruled|ruling|judgment|judgement|handed down|ruled against|dismissed the (?:case|claim|suit)
        > appeal: appealed|lodged (?:an|its|his|her|their) appeal|filed (?:an|its|his|her|their) appeal|appeal (?:was )?(?:dismissed|heard|upheld|rejected|thrown out)|overturned""",
    "suit": """filing: sued|filed (?:suit|a lawsuit|the suit|a claim|the claim)|lawsuit was filed|brought the case|took [a-z]+ to court > end: settled|won (?:the|his|her|its|their) case|was awarded|ruled in|ruled against|judgment|dismissed""",
    "extradition": """arrest: arrested|detained|seized by > transfer: extradited|deported|handed over to|flown (?:back )?to""",
    "inquest": """death: died|was killed|were killed|drowned|was shot|death of|fell to (?:his|her) death|perished > inquest: post-mortem|autopsy|inquest|coroner|obituar~|eulogy|memorial|will was read|estate was""",
    "accident": """accident: crash~|collided|collision|derail~|accident|capsized|explosion|exploded|blast|collapsed|collapse|landslide|avalanche|eruption|erupted|struck|quake~|earthquake > aftermath: black box~|recorders? (?:was|were)|wreck(?:age)? was|wreckage|survivors? (?:was|were)|rescuers|rescued|bodies|rubble|aftershock~|pulled (?:out|from|alive)|salvag~|refloated|cordon|investigators|clean-up""",
    "purchase": """purchase: bought|purchased|acquired|was sold to|paid for > use: resold|sold (?:it )?on|was returned|refunded|scrapped it|beached|renamed it|flipped""",
    "hiring": """start: hired|joined|was appointed|appointed|recruited|taken on|signed for|took up (?:the|his|her)|took over as|took charge|started (?:work|as|at) > end: sacked|fired|dismissed|resigned|quit|stepped down|left the (?:club|company|firm|job|post)|was let go|retired|laid off""",
    "vote": """vote: voted|ballots? (?:was|were)|election (?:was|took)|referendum|elected|won the election|polls > office: sworn in|took office|took the oath|inaugurat~|took (?:his|her|their) seats?""",
    "candidacy": """start: nominated|announced (?:his|her) candidacy|entered the race|selected as|was chosen as|shortlisted > end: elected|won the (?:election|seat|race|prize|award)|dropped out|withdrew|was awarded|received the""",
    "reign": """start: crowned|ascended|came to (?:the throne|power)|enthroned|coronation > end: abdicated|deposed|overthrown|toppled|ousted|dethroned""",
    "growing": """start: planted|sown|sowing > end: harvest~|reaped|picked""",
    "eggs": """start: laid|conceived|pregnan~|mated > end: hatched|born|gave birth|calved|fledged""",
    "letter": """start: wrote to|letter (?:was )?(?:sent|posted|dated)|sent the letter|e-?mailed|posted|letter\b[^.;]{0,40}\b(?:sent|posted)|(?:complaint|request|question|e-?mail|query|inquiry)s?\b[^.;]{0,40}\b(?:sent|lodged|filed|submitted) > end: replied|reply|answered|letter arrived|received the (?:letter|parcel|email)|wrote back|responded|gave its answer|responded to""",
    "tournament": """start: tournament (?:began|opened|started|kicked)|kicked off|opening (?:match|ceremony|game)|first round|group stage|qualified > end: knocked out|final|won the (?:cup|title|final)|lifted the|closing ceremony|crowned champions?|semi-final~|quarter-final~|eliminated""",
    "exam": """start: sat (?:the|his|her|their) (?:exam~|paper~|test~)|exams? (?:was|were|took|began)|took the (?:exam|test) > end: results? (?:was|were|came)|passed|marks (?:was|were)|graduated""",
    "merger": """start: announced the (?:merger|takeover|deal|bid)|bid was (?:made|launched)|merger was announced|launched (?:a|its) bid|agreed to (?:buy|merge) > end: completed the|merger was completed|deal (?:was )?closed|takeover was completed|went through|took control""",
    "vaccine": """start: approved|licensed|authorised|authorized|cleared for > end: first (?:doses?|jabs?|patients?|shots?)|rolled out|administered|inoculated|vaccinated""",
    "outbreak": """start: first case|was detected|outbreak (?:was|began|started)|fell sick|tested positive|was infected|symptoms > end: declared over|recovered|quarantine (?:was|ended)|last (?:case|patient)|all-clear""",
    "voyage": """start: set off|set out|departed|sailed|left (?:port|harbour|base|home|the)|embarked|started out|pushed off > end: arrived|reached|docked|finished|completed (?:the|his|her)|got to|came ashore|crossed the (?:line|finish)|summited|moored""",
    "climb": """start: left (?:base )?camp|set off for|left the hut > end: summit~|reached the top|on top""",
    "storm": """start: formed|was named|made landfall|came ashore|hit the coast > end: dissipated|weakened|blew itself out|moved (?:away|out)|clean-up|power was restored""",
    "company": """start: founded|established|set up|incorporated|launched > end: floated|listed|taken over|was sold|was bought|bankrupt~|insolven~|collapsed|folded|closed down|wound up|celebrated""",
    "debt": """start: borrowed|loan was|took out|lent|issued|drew (?:the money|it|down|on the)|was granted (?:the|a) loan > end: repaid|paid (?:back|off)|redeemed|defaulted|matured""",
    "ban": """start: banned|imposed|introduced|outlawed|suspended|blockaded|closed (?:the|its) > end: lifted|scrapped|repealed|reinstated|reopened|relaxed|eased""",
    "call": """start: invited|applied|applications? (?:was|were|opened)|requested|petition was|asked for > end: granted|accepted|turned down|was refused|shortlist~|rejected""",
    "talks": """start: talks (?:began|opened|started)|negotiations (?:began|opened|started)|sat down > end: talks (?:ended|broke|collapsed)|deal (?:was )?(?:signed|reached|struck)|agreement (?:was )?(?:signed|reached)|signed (?:the|an)|shook hands|initialled""",
    "suspension": """start: was suspended|were suspended|suspended (?:him|her|the)|was banned > end: was reinstated|were reinstated|reinstated|was lifted|cleared to return""",
    "inspection": """visit: inspected|carried out (?:an|the) inspection|inspection (?:was|took)|visited the|went over the > report: (?:published|released|issued) (?:its|their|the|his|her) (?:[a-z]+ )?(?:report|findings|conclusions|verdict)|(?:report|findings) (?:was|were|came) (?:published|released|issued|out)""",
    "signing": """medical: (?:passed|underwent|had) (?:a|his|her|the) medical > move: completed (?:the|his|her) (?:[a-z]+ )?(?:signing|move|transfer)|was unveiled|was presented (?:to|as)|made (?:his|her) debut""",
    "spacecraft": """launch: launched|lifted off|blasted off|lift-off > use: first (?:image|picture|photo~|close-up|signal|data)|entered orbit|reached orbit|docked|splashed down|touched down|burnt? up""",
    "courts": """court: lower court (?:had )?(?:ruled|found|ordered)|trial court|(?:district|county|regional|crown) court (?:had )?(?:ruled|found|ordered|convicted) > appeal: appeals? court|court of appeal|supreme court""",
    "race": """start: starting gun|race (?:began|started|got under way)|set off the (?:runners|field|cyclists)|kick-off was > end: crossed the line|finishing line|last (?:runner|walker|finisher|rider)|final whistle|chequered flag""",
    "alarm": """call: (?:was|were) (?:called|summoned|alerted|scrambled|dispatched) to|999 call|alarm was raised|call came in > end: (?:fire|blaze|flames?|incident) (?:was|were) (?:out|over|put out)|stood down|all-clear was""",
    "project": """start: work (?:[a-z ]{0,20})?(?:began|begin|started|start)|construction (?:[a-z ]{0,20})?(?:began|begin|started|start) > use: first (?:train|passenger|patient|guest|visitor|ship)s?|opened to (?:traffic|the public|visitors)|carried its first""",
    "complaint": """complaint: first (?:complaint|report|case|warning)|complaints? (?:had |were |was )?(?:reached|received|made|lodged) > measure: recall(?:ed)?|withdr(?:ew|awn)|pulled (?:it|the) |apologi[sz]ed""",
}


def _stages() -> tuple[Stage, ...]:
    found = []
    for affair, line in _AFFAIRS.items():
        for place, each in enumerate(line.split(" > " if "\n" not in line else ">")):
            name, _, words = each.strip().partition(": ")
            source = rf"\b(?:{' '.join(words.split())})(?!\w)".replace("~", r"\w*")
            found.append(
                Stage(affair, place, f"the {name}", regex(source, re.IGNORECASE), regex(source.replace("SOS", "sos")))
            )
    return tuple(found)


STAGES = _stages()


def stages_among(words: Collection[str]) -> list[Stage]:
    """The stages that a text of these words (``words_in``) may tell, in the order of ``STAGES``."""
    told = set(_of_any_words()).union(*map(_of_word, words))
    return [STAGES[index] for index in sorted(told)]


@lru_cache(maxsize=1 << 15)
def _of_word(word: str) -> tuple[int, ...]:
    return tuple(
        index
        for index, stage in enumerate(STAGES)
        if (needs := needs_of(stage.pattern)) is not None and needs.met_by((word,))
    )


@cache
def _of_any_words() -> tuple[int, ...]:
    return tuple(index for index, stage in enumerate(STAGES) if needs_of(stage.pattern) is None)

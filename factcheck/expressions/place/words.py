"""The words around a place that say what it is: kinds, prepositions, verbs of governments, policy words."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Head words of places that no table of cities holds; True where the head may be lower-case ("Khasan station").
KINDS: dict[str, str] = {
    **dict.fromkeys(("port", "harbour", "harbor", "seaport"), "port"),
    **dict.fromkeys(("airport", "airfield", "aerodrome"), "airport"),
    "base": "base",
    "cosmodrome": "cosmodrome",
    "cosmodrom": "cosmodrome",
    "spaceport": "cosmodrome",
    **{
        word: word
        for word in """station university college museum palace castle cathedral square bridge island islands peninsula
        district village river lake sea bay gulf strait canal camp stadium arena hospital court prison jail
        park tower monastery abbey mosque temple theatre cinema factory refinery dam reservoir valley
        mountain mountains pass beach spit street avenue road highway embassy consulate dock pier shipyard
        mine desert forest glacier volcano county province region oblast krai prefecture territory
        governorate state municipality suburb town city gallery opera library zoo gymnasium dormitory
        crossing checkpoint barracks cemetery quay hotel border""".split()
    },
    "theater": "theatre",
    "centre": "centre",
    "kray": "krai",
    "raion": "district",
}  # fmt: skip
# Kinds that are bodies as well; they place something only where a preposition says so.
BODIES = _set(
    "university college museum court hospital gallery opera library embassy consulate hotel theatre centre zoo"
)
# Bodies that are named after places without being there, or are named as a whole.
NAMED_OF = _set(
    "bank church institute academy society federation union duke duchess prince princess earl bishop archbishop"
)
LOWER_HEADS = _set(
    """port harbour harbor airport airfield station district village island islands province region oblast krai
    prefecture governorate county peninsula river valley prison jail camp base bridge city town territory
    refinery square stadium canal bay municipality cosmodrome cosmodrom spaceport monastery"""
)
REGION_HEADS = _set("province region oblast krai kray prefecture governorate county territory state republic")
# "the port of Dunay", "the town of Tikhoretsk", "Gulf of Aden".
OF_HEADS = _set(
    """port town city village island islands district province region county state port harbour bay gulf strait
    straits lake sea suburb municipality peninsula valley resort hamlet capital republic isle prefecture
    territory settlement neighbourhood neighborhood borough commune oblast"""
)
FRONT_HEADS = {"lake": "lake", "mount": "mountain", "river": "river", "cape": "cape", "fort": "fort", "camp": "camp",
               "pier": "pier", "gulf": "gulf", "strait": "strait", "bay": "bay", "port": "port", "isle": "island",
               "university": "university", "bank": "", "republic": ""}  # fmt: skip
# A noun in apposition: "Khasan, a town on the border".
TOWN_NOUNS = _set(
    """town city village port capital suburb resort hamlet settlement island district province region peninsula
    valley county municipality neighbourhood neighborhood borough commune township metropolis spit beach"""
)
LOCATIVE = _set(
    """in at near from to into outside inside around towards toward via through across off within beyond throughout
    over under below above beside between along"""
)
# Prepositions that mark even an ambiguous word as a place.
EVIDENCE = _set("in at near from to into outside around towards toward via through off inside across")
MOTION = _set(
    """left leave leaves leaving departed departs departing reached reaches reaching entered enters entering visit
    visits visited visiting toured tours approached approaches flee fled fleeing shook hit rocked struck invaded
    occupied captured besieged shelled bombed bombarded attacked quit"""
)
TRAVEL = _set(
    """visit visits visited visiting trip trips travel travels traveled travelled traveling travelling journey
    journeys flew fly flies flying flight flights train trains arrive arrives arrived arriving arrival return
    returns returned returning head heads headed heading way came come coming went go goes going drive drove
    driving walk walked envoy ambassador bring brought bus road route ship ships shipped shipment sail sailed
    sails evacuated moved move moving back close next transported deported extradited send sent transferred
    flown taken km kilometers kilometres miles delegation tour pilgrimage ferry crossing run service line
    highway motorway railway pipeline miles"""
)
DEPARTURE = _set(
    "left leave leaves leaving depart departs departed departing bound headed heading sailed sailing set due"
)
TRANSFER = _set(
    """arms weapons ammunition munitions missiles shells aid assistance help support supplies supply oil gas food
    message warning letter ultimatum concessions pressure sell sold selling exports loans money technology
    know-how according closer ties loyal hostile threat threats opposed response answer challenge"""
)
SPEAKING = _set(
    """said says say saying told tells announced announces warned warns denied denies deny claimed claims insisted
    insists accused accuses condemned condemns called calls urged urges demanded demands hopes hoped wants
    wanted want believes believe believed thinks agreed agrees agree refused refuses rejected rejects vowed vows
    pledged pledges promised promises threatened threatens argued argues added adds responded responds replied
    confirmed confirms declined alleged alleges suggested proposed proposes offered offers sees saw fears feared
    considers considered recognises recognizes recognised recognized supports supported supports supplied
    supplies provided provides sold sells signed signs imposed imposes voted sent sends accepted accepts expects
    expected seeks sought tried tries decided decides plans planned backed backs blamed blames banned bans
    lifted withdrew expelled summoned ordered orders approved approves ratified tested launched launches fired
    intends negotiating is are was were has had have will would could may might must can should does did do
    seems appears continues continued remains became becomes needs lacks faces faced uses used regards thanked
    maintains maintained knows knew failed fails hosted hosts understands welcomed welcomes praised criticised
    criticized dismissed protested respond apply applied drove seal make paid pays responsible keeps kept begin
    began"""
)
AUXILIARY = _set("is are was were has had have will would could may might must can should does did do")
POLICY = _set(
    """administration government regime policy stance view position side strategy aggression assistance support
    sanctions warning warnings allegations claims demand demands decision response leaders leader officials
    diplomats envoy ambassador ambassadors delegation representative representatives interests ambitions plan
    plans proposal attitude efforts notice resources intentions foreign military army forces troops missile
    missiles nuclear relations ties relationship allies ally aims goal goals approach eagerness invasion war
    campaign offer role help aid refusal president prime minister chancellor king parliament central ruling own
    isolation insistence consent patience message denial rhetoric doctrine security defence defense weapons
    arsenal programme program pledge promise support"""
)
# "the Seoul summit": an event in Seoul.
GATHERINGS = _set(
    """summit talks meeting conference agreement accord accords declaration statement olympics games attack attacks
    bombing bombings airport stock exchange police fire airshow marathon festival embassy office correspondent
    bureau residents suburb suburbs metro subway hospital court courts university museum station school street
    streets"""
)
WITH = _set("with against by on for")

# Associated Press style for the states of the United States, and postal codes that are no words.
STATES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan",
    "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana", "Neb": "Nebraska", "Nev": "Nevada",
    "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "Tenn": "Tennessee", "Tex": "Texas", "Va": "Virginia",
    "Vt": "Vermont", "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming", "CA": "California", "NY": "New York",
    "TX": "Texas", "FL": "Florida", "IL": "Illinois", "MI": "Michigan", "NJ": "New Jersey", "VA": "Virginia",
    "WA": "Washington", "GA": "Georgia", "NC": "North Carolina", "SC": "South Carolina", "TN": "Tennessee",
}  # fmt: skip

# Words that the gazetteer has and news never means by them.
NEVER = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday christmas easter covid jewish catholic orthodox muslim christian eu""".split()
) | {"the village", "the hills", "the valley", "the dalles", "the crossings"}
# Words inside names of places.
JOINS = _set("of the and de la le du do da das dos del di el al am an der upon on sur in")
INSIDE = JOINS | LOWER_HEADS | {"'s"}
# "a suburb of Detroit" is not Detroit; "the city of Lagos" is what the gazetteer says it is.
OF_PART = REGION_HEADS | _set("city town capital state republic suburb district commune")
PLAIN = _set("city town state border centre road street")
GENERIC = _set("court state base centre border city street road park station")
LANDS = _set("island county peninsula mountains")
BRANDS = _set("toyota magna mercedes santander lincoln boulder phoenix columbia")
ALSO_VERBS = _set("port base station bridge camp")
TITLES = _set(
    """mr mrs ms miss dr sir lord lady dame president minister king queen prince princess captain judge justice senator
    general colonel professor pope"""
)
# News writes these of places far oftener than of anything else, though the dictionary or the census has them too.
SAFE = _set(
    """china turkey chad jordan georgia cuba chile peru israel japan america india kenya paris london berlin sydney rome
    milan vienna florence austin brooklyn"""
)

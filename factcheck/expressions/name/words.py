"""What news puts around names: titles, roles, heads of organisations, kinds of ships and works."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HONORIFICS = {
    **dict.fromkeys("mr sir datuk dato tan-sri lord master monsieur senor herr signor baron".split(), "m"),
    **dict.fromkeys("mrs ms miss lady dame madame madam mme baroness sister".split(), "f"),
    **dict.fromkeys("dr prof professor rev reverend fr father hon pastor rabbi imam sheikh sheik".split(), ""),
}
# Titles that stand before a name, capitalised; most are roles too.
TITLES = _set(
    """undersecretary undersheriff linebacker quarterback lineman cornerback winger
    councilman councilwoman assemblyman assemblywoman selectman president premier chancellor
    minister secretary senator sen congressman congresswoman representative rep governor gov mayor king queen
    prince princess emperor pope cardinal archbishop bishop judge justice chief captain capt colonel col
    general gen lieutenant lt major maj sergeant sgt commander cmdr admiral adm corporal cpl private pvt
    inspector superintendent detective constable officer commissioner director chairman chairwoman chair
    professor doctor ambassador envoy spokesman spokeswoman spokesperson leader coach manager councillor
    alderman sheriff attorney lawyer marshal brigadier commodore ayatollah sultan emir chairperson deputy vice
    prosecutor analyst ceo cfo coo cto founder co-founder pilot striker midfielder defender goalkeeper supt
    insp det vice-president solicitor president-elect mp advisor adviser dean rector principal"""
)
# Words that join such titles: "National Security Advisor", "Chief Executive Officer", "First Vice President".
TITLE_MODIFIERS = _set(
    """national security foreign defense defence prime interior finance health education justice transport energy
    trade agriculture environment home first second deputy vice former acting assistant associate executive
    chief state attorney-general attorney under senior junior general supreme police fire press secretary of
    for the and affairs treasury labor labour economy development district crown lead head staff incoming
    outgoing interim late then- opposition majority minority house senate speaker parliamentary permanent
    special major lieutenant marine army navy air force warrant petty rear fleet culture tourism science
    technology"""
)
# Nouns that say who somebody is.
ROLES = _set(
    """president premier chancellor minister secretary senator congressman congresswoman lawmaker legislator
    governor mayor king queen prince princess emperor pope cardinal archbishop bishop priest imam rabbi judge
    justice magistrate captain colonel general lieutenant major sergeant commander admiral inspector
    superintendent detective constable officer commissioner director chairman chairwoman chairperson chair
    professor doctor physician surgeon nurse ambassador envoy diplomat spokesman spokeswoman spokesperson
    leader coach manager councillor counsellor councilor sheriff attorney lawyer solicitor barrister
    prosecutor defendant analyst economist expert scientist researcher engineer founder co-founder owner
    co-owner pilot co-pilot astronaut cosmonaut striker midfielder defender goalkeeper executive ceo adviser
    advisor aide deputy official head chief boss editor reporter correspondent journalist author writer
    novelist poet actor actress singer musician composer conductor artist painter sculptor architect designer
    filmmaker photographer producer presenter broadcaster comedian activist campaigner dissident candidate
    politician mp mep representative delegate negotiator mediator monk nun teacher headteacher headmaster
    principal rector dean lecturer student historian geologist seismologist climatologist biologist chemist
    physicist astronomer epidemiologist virologist psychologist psychiatrist welder farmer fisherman driver
    watchman guard gunman attacker suspect victim survivor hostage witness resident neighbour neighbor worker
    employee baker butcher carpenter plumber electrician mechanic miner sailor master skipper soldier veteran
    pensioner grandfather grandmother father mother son daughter brother sister husband wife uncle aunt cousin
    nephew niece widow widower girlfriend boyfriend partner champion winner player captain footballer cyclist
    runner swimmer boxer wrestler driver jockey golfer businessman businesswoman entrepreneur tycoon
    billionaire banker investor trader broker shareholder foreman juror undertaker restorer curator
    conservator librarian archivist collector dealer auctioneer volunteer organiser organizer chef waiter
    waitress actor dictator ruler monarch strongman warlord rebel militant counterpart successor predecessor
    speaker treasurer accountant auditor regulator ombudsman coroner pathologist paramedic firefighter
    policeman policewoman lifeguard pastor vicar reverend deacon mullah cleric ayatollah mastermind ringleader
    accomplice killer murderer convict inmate prisoner fugitive whistleblower hacker vice-president
    vice-chancellor president-elect newsreader anchor host organist pianist violinist cellist soprano tenor
    ballerina dancer choreographer playwright screenwriter ex-president ex-minister ex-wife ex-husband ally
    critic rival opponent friend colleague client pollster packer potter cobbler locksmith blacksmith goldsmith
    silversmith beekeeper shopkeeper innkeeper gamekeeper bookkeeper zookeeper goalkeeper shepherd herder herdsman
    hawker vendor seamstress tailor weaver spinner porter docker stevedore roofer bricklayer stonemason mason gardener
    cleaner janitor caretaker bartender barista cook grocer greengrocer fishmonger barber hairdresser nanny midwife
    carer dentist pharmacist vet veterinarian optician technician programmer strategist statistician mathematician
    demographer sociologist anthropologist archaeologist philosopher theologian linguist translator interpreter
    illustrator cartoonist animator dramatist essayist columnist blogger podcaster rapper drummer guitarist bassist
    saxophonist trumpeter harpist songwriter sprinter hurdler rower sailor skier skater gymnast climber mountaineer
    cricketer batsman bowler winger quarterback linebacker lineman cornerback pitcher umpire referee steward trucker
    courier postman ferryman boatman helmsman deckhand attendant passenger commuter tourist pilgrim refugee migrant
    evacuee bystander onlooker protester demonstrator unionist lobbyist consultant surveyor planner contractor
    landlord landlady tenant homeowner labourer laborer rancher grower winemaker forester logger ranger warden diver
    parliamentarian backbencher technocrat bureaucrat guerrilla insurgent separatist peacekeeper arbitrator notary
    clerk usher bailiff philanthropist donor heir heiress orphan teenager schoolboy schoolgirl pupil undergraduate
    graduate apprentice intern trainee undersheriff glaciologist hydrologist volcanologist
    mother-in-law father-in-law brother-in-law sister-in-law daughter-in-law grandson granddaughter stepson
    stepdaughter half-brother half-sister godfather godmother fiance fiancee
    meteorologist oceanographer ecologist botanist zoologist agronomist criminologist cardiologist paediatrician
    pediatrician gynaecologist radiologist oncologist neurologist immunologist microbiologist toxicologist sommelier
    cellist violist flautist percussionist soloist impresario compere ventriloquist stuntman stuntwoman"""
)
KIN = _set(
    """father mother son daughter brother sister husband wife uncle aunt cousin nephew niece widow widower
    grandfather grandmother girlfriend boyfriend partner twin stepfather stepmother son-in-law daughter-in-law
    fiance fiancee friend colleague client ally critic rival opponent counterpart successor predecessor"""
)
# One office under several words, for a role that stands alone ("the premier").
SAME_ROLE = {
    "premier": "prime minister",
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "capt": "captain",
    "col": "colonel",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "maj": "major",
    "cmdr": "commander",
    "adm": "admiral",
    "det": "detective",
    "supt": "superintendent",
    "insp": "inspector",
    "pm": "prime minister",
    "master": "captain",
    "skipper": "captain",
    "ceo": "chief executive",
    "chief executive officer": "chief executive",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "advisor": "adviser",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
    "physician": "doctor",
    "justice": "judge",
    "supreme leader": "leader",
}
SEX_OF_ROLE = {
    **dict.fromkeys(
        """spokesman chairman businessman congressman policeman king prince father son brother husband uncle nephew
    widower grandfather actor priest pope fisherman watchman foreman emperor boyfriend sir councilman""".split(),
        "m",
    ),
    **dict.fromkeys(
        """spokeswoman chairwoman businesswoman congresswoman policewoman queen princess mother daughter sister wife
    aunt niece widow grandmother actress girlfriend nun""".split(),
        "f",
    ),
}
# Last or first words of names of organisations.
ORGANISATION_HEADS = _set(
    """air ministry department agency bureau office committee commission council court parliament congress senate
    assembly administration authority board bank fund union federation association society institute
    institution foundation trust university college school academy faculty hospital clinic center centre
    laboratory laboratories observatory museum gallery library company corporation corp co inc ltd llc plc
    group holdings industries enterprises partners capital airlines airways airline railways railway motors
    electric energy technologies technology systems solutions software pharmaceuticals aerospace airspace
    lines shipping logistics steel mining resources petroleum oil gas telecom communications media network
    networks television tv radio news times post herald tribune journal gazette telegraph guardian observer
    mirror express daily press broadcasting party movement league alliance coalition front army navy force
    forces corps brigade regiment police guard service services intelligence club united rovers athletic team
    orchestra philharmonic symphony ensemble maritime festival choir theatre theater opera church diocese
    synod ngo organisation organization programme forum command watch consortium cooperative syndicate
    campaign charity tribunal chamber secretariat treasury exchange securities insurance assurance brothers
    sons associates consulting analytics labs studio studios pictures entertainment records instruments
    materials controls technicians ledger courier chronicle examiner newswire wire review weekly quartet
    confederation textiles hosiery foods automobile automobiles aircraft computer computers financial wireless
    investments aggregates stevedoring cement garments apparel breweries minerals metals chemicals biotech robotics
    semiconductor semiconductors freight properties developers engineering ventures trading supermarkets hotels cruises
    productions publishing mobile mutual crescent survey
    legion taliban hezbollah hamas regime directorate inspectorate constabulary brigades"""
)
# First words of bodies' names in other languages: "Banco do Norte", "Hospital San Blas".
FRONT_HEADS = _set(
    """banco banque banca hospital universidad universidade universite universitat universita ministerio ministere
    partido movimiento movimento instituto institut istituto fundacao fundacion fondation fondazione associacao
    asociacion association sindicato comision comissao consejo conselho tribunal societe compagnie grupo groupe gruppo
    bloco frente partai partia deutsche sporting atletico cervejaria cerveceria petroleos empresa companhia compania
    academia escola escuela ecole colegio teatro museo musee gazeta jornal diario journal radio"""
)
# Heads that need more than one word before they make a body ("Kyiv Post", not "a Post").
WEAK_HEADS = _set(
    """air watch post times express mirror guardian front army police guard service oil gas energy front capital
    review weekly trust school union force forces
    mobile mutual survey financial computer crescent engineering properties electric united
    office party news media daily press wire"""
)
COMPANY_SUFFIXES = _set(
    """inc ltd llc plc corp co ag sa bhd pty pte ltda sarl srl oy aps zrt kft jsc pjsc gmbh nv spa bv ab asa oyj kk
    holdings group"""
)
# A common noun beside a name that says it is a body.
ORGANISATION_NOUNS = _set(
    """company group firm bank airline agency maker manufacturer operator retailer union party movement
    broadcaster newspaper website network startup start-up developer publisher charity consultancy insurer
    carrier conglomerate university museum institute ministry council club team giant supplier subsidiary unit
    brand chain daily weekly magazine outlet station utility regulator thinktank tank organisation
    organization militia watchdog shipbuilder builder carmaker automaker drugmaker chipmaker brewer miner
    producer lender business corporation"""
)
COMPANY_NOUNS = _set(
    """company group firm bank airline maker manufacturer operator retailer startup start-up developer publisher
    insurer carrier conglomerate giant supplier subsidiary chain utility shipbuilder carmaker automaker
    drugmaker chipmaker brewer miner producer lender business corporation"""
)
# What a company has: "Tessaline's shareholders".
COMPANY_GOODS = _set(
    """shares share shareholders shareholder revenue revenues profit profits sales board customers employees
    investors stock ceo chief earnings headquarters factory factories plant plants offer bid subsidiary
    products share-price turnover chairman founder owners owner workers business businesses services"""
)
# Common nouns of things that bear names.
THINGS = _set(
    """ferry ship vessel tanker cutter frigate destroyer submarine tug tugboat yacht trawler boat freighter liner
    carrier barge schooner rocket satellite spacecraft probe rover telescope capsule missile drone aircraft
    plane jet airliner helicopter train locomotive storm hurricane typhoon cyclone operation film novel
    painting album song opera play book"""
)
# "the Huia rocket" bears the name; "a Salazar ferry" bears its owner's.
CRAFT = _set(
    "rocket satellite spacecraft probe rover telescope capsule missile submarine storm hurricane typhoon cyclone"
)
SHIP_PREFIXES = _set("mv ms ss hms uss rms mt fv usns hmas hmcs mts rrs")
PARTICLES = _set(
    "de van von der den del della di da dos das do du la le el al bin ibn bint ben ter ten zu y e af av abu".replace(
        " e ", " "
    )
)
POST_NOMINALS = _set("kc qc sc mp mep msp obe mbe cbe phd md jr sr ii iii iv dc dso esq qpm")
# All-caps words that are no bodies.
NOT_ACRONYMS = _set(
    """am pm gmt utc est edt cet cest bst kst jst pst pdt cst cdt mst mdt ist eet msk ad bc ce bce tv dvd cd pdf
    dna rna hiv aids ceo cfo coo cto vip mp mps kc qc phd md ok usd eur gbp gdp suv atm gps pc it id iq faq
    diy rv ii iii iv vi vii viii ix xi xii xiii xiv xv xvi ps vs no yes i a us uk u.s u.k usa uae dprk rok prc
    eu un dc la nyc mv ms ss hms uss covid sars sms html url isbn km kg mph kph rpm update correction
    exclusive breaking watch photo video live wtc cctv ied ieds lng lpg ev evs ai ar vr xl xxl ufo ufos pr hr
    ngo ngos ipo cv tb dui awol pow pows ied led lcd usb bbb aaa aa bb ccc aed aud cad chf cny hkd inr jpy krw
    nzd php rub sgd try twd zar bln mln"""
)
CALENDAR = _set(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec christmas easter ramadan thanksgiving halloween gmt est edt pst bst cet kst"""
)
SPEECH = _set(
    """said says say saying told tells added adds explained argued insisted warned noted stressed remarked
    commented recalled stated declared claimed admitted testified replied asked wrote writes tweeted concluded
    acknowledged confirmed denied announced suggested predicted estimated"""
)
PERSONAL = _set("""who whose born died resigned testified smiled wept laughed married pleaded retired""")
KOREAN_SURNAMES = _set(
    """kim lee yi park pak choi choe jung jeong chung cho jo kang yoon yun jang chang lim im han shin sin seo suh
    kwon hwang ahn an song ryu yoo yu hong jeon chun ko go moon mun son sohn yang bae paik baek heo huh nam
    noh roh ro no sim shim ha joo ju koo gu ku min wi jeh je ma seol bang cha ri ro pang thae tae ok byun
    byeon chae cheon do eom uhm ham hyun ji jin kil gil ki maeng na pyo seok sung sul tak wang won woo u yeo
    yeon yom yum ban ho hyon"""
)
CHINESE_SURNAMES = _set(
    """wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie
    han tang feng yu dong xiao cheng cao yuan deng xi shen zeng peng lu su jiang cai jia ding wei xue ye yan
    pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao bo qin meng bai wen hou qiu mao
    jiang kong tsai lai chiang"""
)
HUNGARIAN_SURNAMES = _set(
    """orban nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos
    magyar gyurcsany szijjarto novak sulyok"""
)  # fmt: skip
# Ordinary words that are surnames as often; those of grounds and bodies ("Hill", "Park", "Bank") are left out.
COMMON_SURNAMES = _set(
    """archer baker barber barker bell bishop black booth bowman brewer brooks brown burns bush butcher butler carpenter
    carter chamberlain chambers chandler cook cooper cox crane cross dale dean drake duke dyer farmer finch fisher
    foster fox frank freeman frost fry gardner garner gill glass gordon grant graves gray green grey griffin hardy hart
    hawkins holder hood hooker hopper howe hunter hunt jobs johns joy keen kidd king knight lamb law lawless lee little
    long lord love lynch manning marks marsh martin mason may miles miller monk moody moon moore morrow north nash page
    parks parsons peacock peters pike porter potter powers price priest prince ray read reed reeves rich ring robin rose
    rush salmon sanders savage sawyer sexton shah sharp shepherd short singer singleton skinner slater small smart
    smith snow stark steele stern stone story stout strong summers swift tanner taylor tucker turner usher vance wade
    wagner waite walker waller ward warren waters webb weaver weeks weir welch wells wheeler white wilder winter winters
    wise wolf wood woods wright york young"""
)
FUNCTION = _set(
    """the a an in on at by for from with after before but and or so it he she they we you i this that these
    those his her its their there when while as if although though however meanwhile since under over both two
    one some many most all not no what who where why how another last next earlier later to of into about
    against among between during despite because until unless than then thus yet nor once only even also such
    each every any several few more less much other here now today yesterday tomorrow my our your me us him
    them is are was were be been has have had do does did will would can could may might must should shall per
    via amid amid nearly almost about around still just already perhaps maybe instead moreover furthermore
    nevertheless nonetheless indeed overall finally first second third recently currently previously
    originally apparently reportedly meanwhile elsewhere afterwards three four five six seven eight nine ten
    asked according citing speaking responding referring given despite including like unlike without within
    across along through throughout upon toward towards whether either neither let please thank thanks dear
    yes up down out off near inside outside above below behind beyond"""
)

"""The words of claims of rank, and which words name one kind of event there."""

from __future__ import annotations

from factcheck.assertions.words import stem

ORDINALS = {
    "first": 1, "only": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
# What a superlative goes by.
SUPERLATIVES = {
    "deadliest": "dead", "bloodiest": "dead", "worst": "dead", "strongest": "magnitude", "largest": "money",
    "biggest": "money", "costliest": "money", "priciest": "money",
}  # fmt: skip
DETERMINERS = frozenset({"the"})
POSSESSIVES = frozenset("its his her their".split())
# Before the phrase: it is said of something, and does not merely name one of a series.
PREDICATES = frozenset(
    """is was were are be been being become becomes became mark marks marked marking make makes made as called , : - —
    –""".split()
)
TO_BE = frozenset("be is are was were been being has have had will would can could may might did does do".split())
MODALS = frozenset("will would could may might should can not n't never no".split())
STOPS = frozenset(', . ; : ( ) " — – - [ ] ! ?'.split())
PREPOSITIONS = frozenset(
    """of in on at by for from with to under above over below between involving against within across during into
    outside near more on about""".split()
)
EVER = frozenset("ever history record".split())
# The claim is not made, or not by the article: "not the first", "one of the first", "could be the first".
UNCERTAIN = frozenset(
    """not n't never if whether could may might would should perhaps possibly probably believed thought among
    unless hoped hopes wants than like nearly almost since until before reportedly apparently supposedly""".split()
)
# What is meant stands elsewhere.
ANAPHORS = frozenset("such this that these those kind sort type like other another one ones similar so half".split())
# What opens a further clause.
CLAUSES = frozenset("that which who whom whose when where while after before if because and but or as".split())
# Words of a phrase that restrict nothing.
IGNORED = frozenset(
    """the a an of in on at by for from with to its his her their 's and ever history record date yet so far since
    new more than above over least exceeding time be been have being in as it was is""".split()
) | {"magnitude", "years", "year"}

# Words that name one kind of event in a claim and in the report that contradicts it.
_FAMILIES = tuple(
    frozenset(stem(word) for word in words.split())
    for words in (
        "earthquake quake tremor",
        "kidnapping abduction abducted hostage-taking",
        "fire blaze inferno",
        "crash crashed accident wrecked collision collided derailed derailment ran overran skidded",
        "sinking sank sunk capsized shipwreck foundered",
        "explosion exploded blast",
        "increase increased raise raised rise rose hike hiked",
        "cut cuts lowered reduced reduction lower reduce",
        "murder murdered killing",
        "strike walkout stoppage",
        "robbery robbed burglary burgled heist theft stolen stole break-in",
        "release released freed",
        "outbreak epidemic",
        "acquisition acquired purchase bought takeover",
        "landslide mudslide rockslide avalanche",
        "flood floods flooded flooding",
        "death died dead",
        "visit visited visits",
        "execution executed hanged",
        "launch launched lift-off liftoff blast-off",
        "eruption erupted",
        "election elected",
        "resignation resigned",
        "meeting met meet",
        "win won wins",
        "cancellation cancelled canceled",
    )
)
_BY_STEM = {word: words for words in _FAMILIES for word in words}
CHANGES = frozenset(word for words in (_FAMILIES[6], _FAMILIES[7]) for word in words)
TOPICS = frozenset(
    stem(word)
    for word in """rate rates price prices tax taxes wage wages fee fees fare fares toll tolls pension pensions
    tariff tariffs duty duties salary salaries output production rent rents premium premiums""".split()
)
# Acts that are done to somebody or somewhere: who did it alone tells too little.
ADDRESSES = frozenset(stem(word) for word in "visit trip tour speech address summit meeting talks treaty".split())

# A word of a claim that other words satisfy.
_KINDS = {
    "leader": "president premier chancellor king queen emperor",
    "vessel": "ship ferry boat trawler tanker",
    "aircraft": "plane jet airliner helicopter",
    "head": "president king queen emperor",
    "state": "president king queen emperor",
    "worker": "geologist engineer welder miner driver nurse teacher surveyor technician labourer electrician",
    "people": "man woman worker person",
}
KINDS = {stem(word): frozenset(stem(other) for other in others.split()) for word, others in _KINDS.items()}


def family(word: str) -> frozenset[str]:
    """The stems that name the same kind of event as ``word``, its own included."""
    own = stem(word.lower())
    return _BY_STEM.get(own, frozenset({own}))

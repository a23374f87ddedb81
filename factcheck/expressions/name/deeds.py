"""What the words after and before a name say of its bearer: deeds of people, places where only things stand.

"X wept" and "X was born" tell of a person; "X won" of a person or a team; in "at X" and "the X brand" it is
something else.
"""

from __future__ import annotations

from factcheck.expressions.name import words
from factcheck.text.model import Token


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Only people do these.
_PERSONAL = _set(
    """wept smiled laughed married testified resigned pleaded retired slept knelt shouted screamed cried danced hugged
    kissed waved nodded shrugged joked remembered woke wore coached captained taught teaches dined dreamed fainted
    swam whispered sighed grinned prayed begged graduated confessed limped shivered blinked winced died commutes
    emigrated babysat"""
)
# Only people are these: "was born", "was sworn in".
_SUFFERED = _set(
    """born arrested jailed imprisoned sworn wounded stabbed handcuffed widowed orphaned beheaded murdered remanded
    hospitalised hospitalized knighted re-elected married divorced raped assassinated exiled fatally overcome seriously
    critically pregnant"""
)
# People do these, and bodies, teams and countries may.
_EITHER = words.SPEECH | _set(
    """won lost met arrived spoke speaks took left ran sat stood heard watched watches read wrote writes hid thanked
    apologised apologized conceded congratulated phoned scored headed heads chaired chairs led leads directs runs plays
    joined returned entered visited travelled traveled flew landed rose raised thought thinks believes hopes hoped works
    worked lives lived owns sold holds faced beat defeated finished came goes went grew studied studies knows knew felt
    saw sees walked drove drives fled escaped survived refused accepted signed opened greeted welcomed hosted recalls
    teaches covers heads succeeded replaced replaces spent served serves stepped turned helped called asks brought
    built carried gave got kept made pulled put sent stayed tried used wants wanted began became cooks paints sang
    sings conducts composed photographed interviewed represents represented defended prosecuted presided presides rang
    described describes agreed offered urged vowed promised pledged criticised criticized praised dismissed rejected
    handed shook sits stands dug climbed jumped swore appealed confronted hopes"""
)
_DONE_TO = _set(
    """told asked hugged kissed married arrested congratulated thanked phoned interviewed questioned greeted embraced
    stabbed shot killed murdered injured jailed sentenced elected appointed replaced replacing succeeded succeeding
    gave handed telephoned befriended"""
)
_BETWEEN = _set(
    """also had has have was is were are be then later never still once been always already now both quickly
    immediately eventually finally reportedly allegedly would will could did not only"""
)
# Plurals of these are bodies as often: "three producers, X and Y".
_BODIES = words.ORGANISATION_NOUNS | _set(
    """owner co-owner investor shareholder partner rival client ally critic opponent broker trader dealer auctioneer
    auditor regulator producer broadcaster successor predecessor counterpart champion winner general"""
)
_WHERE = _set("at in near aboard inside outside onto into across")
# A common noun after it takes the name for its modifier: "the Kesar Plus handset", "Orlo Vanti shoes".
_MODIFIED = (
    words.ORGANISATION_NOUNS
    | words.THINGS
    | _set(
        """handset phone plan programme program brand brands model models processor processors store stores shop shops
        truck trucks car cars bus buses tanker tankers engine engines product products series award prize cup trophy
        stadium arena airport station bridge dam reservoir valley district neighbourhood neighborhood township village
        estate street road ward county reef bay shares stock bonds contract website app software console vaccine drug
        pill tablet cathedral church mosque temple hotel restaurant café cafe beach forest park reserve mine oilfield
        field block pipeline refinery plant factory mill"""
    )
)


def deed(tokens: tuple[Token, ...], after: int) -> tuple[int, int]:
    """What is told from token ``after`` on: weight of deeds only people do, and of those bodies may do, too."""
    count = len(tokens)
    if after >= count:
        return 0, 0
    low = tokens[after].low
    if low in {"himself", "herself"}:
        return 3, 1
    at = after
    been = False
    while at < count and at - after < 3 and low in _BETWEEN:
        been = been or low in {"was", "is", "were", "been", "be", "are"}
        at += 1
        low = tokens[at].low if at < count else ""
    if been:
        return (2 if low in _SUFFERED else 0), int(low.endswith("ing"))
    if low == "grew" and at + 1 < count and tokens[at + 1].text == "up":
        return 2, 1
    if low in _PERSONAL:
        return 2, 1
    return 0, int(low in _EITHER)


def is_done_to(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether something is done to the name that is mostly done to people: "told X", "replacing X"."""
    return first > 0 and tokens[first - 1].low in _DONE_TO


def is_of_several(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether people are told before the name that it is one of: "two nurses, X and Y", "he and X"."""
    if first < 2:
        return False
    before, noun = tokens[first - 1].text, tokens[first - 2].low
    if before in {"and", "or"}:
        return noun in {"he", "she"}
    return before == "," and noun.endswith("s") and noun[:-1] in words.ROLES - _BODIES


def is_modifier(tokens: tuple[Token, ...], after: int) -> bool:
    """Whether the name is followed by a common noun that it modifies."""
    return after < len(tokens) and tokens[after].low in _MODIFIED


def is_where(tokens: tuple[Token, ...], first: int, after: int) -> bool:
    """Whether a preposition of place governs the name: "at X", "in the X"."""
    if after < len(tokens) and tokens[after].text in {"'s", "'"}:
        return False  # "in Zulu's hands"
    return first > 0 and tokens[first - 1].low in _WHERE


def hails_from(tokens: tuple[Token, ...], after: int) -> bool:
    """Whether "of the Alder Trust", ", of the Alder Trust," or ", from Utrecht," follows: so people are introduced."""
    if after + 2 >= len(tokens):
        return False
    if tokens[after].text == "of" and tokens[after + 1].text == "the":
        return tokens[after + 2].upper
    if tokens[after].text != ",":
        return False
    governor, following = tokens[after + 1].low, tokens[after + 2].text
    return governor in {"of", "from"} and (following == "the" or following[:1].isupper())


def joint(tokens: tuple[Token, ...], after: int) -> tuple[str, int]:
    """How a list goes on after a name: its joint ("and", "," or nothing) and the token where the next item starts."""
    if after + 1 >= len(tokens):
        return "", after
    low = tokens[after].low
    if low == "," and after + 3 < len(tokens) and tokens[after + 1].text.isdecimal() and tokens[after + 2].text == ",":
        after += 2  # an age
    if low in {"and", "or"}:
        return "and", after + 1
    if low == ",":
        return ("and", after + 2) if tokens[after + 1].low in {"and", "or"} else (",", after + 1)
    return "", after


_PRONOUNS = frozenset("he she his her him himself herself".split())


def is_followed(tokens: tuple[Token, ...], after: int, stop: int, following: tuple[Token, ...]) -> bool:
    """Whether "he" or "she" follows: before token ``stop``, or at the head of the sentence ``following``."""
    if any(token.text in _PRONOUNS for token in tokens[after:stop]):
        return True
    return stop >= len(tokens) and bool(following) and following[0].text in {"He", "She"}

"""How much the form of a name of several words speaks for a person, whatever the article does with it.

Name lists of the world (:func:`~factcheck.expressions.vocabulary.is_given`), orders of East Asia, initials and
particles. A list is broad, so that one hit is no proof: a given name before a surname is.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.expressions.name import words
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import given_sex, is_common, is_given, is_surname
from factcheck.patterns import regex

_PINYIN = regex(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)){1,2}"
)
# Chinese surnames as Hong Kong, Taiwan, Singapore and Malaysia spell them.
_SOUTHERN = frozenset(
    """goh tan lim lee ong teo chua koh ng wong chan cheung lau leung ho yeo toh chia tay sim quek heng low yap chong
    cheong foo wee seah chew kwok kwan tse yip yeung chow hui lui mok ngai poon siu szeto tam tong tsang tsui wan
    hsu hsiao hsieh chiu chuang""".split()
)
VIETNAMESE = frozenset("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong".split())
# Companies whose names look like people's.
COMPANIES = frozenset(
    """lockheed martin|morgan stanley|merrill lynch|charles schwab|harley davidson|wells fargo|rite aid|goldman sachs
    bear stearns|mercedes benz|alfa romeo|aston martin|louis vuitton|christian dior|philip morris|john deere
    jane street|rio tinto|louis dreyfus|northrop grumman|mcdonnell douglas|booz allen|eli lilly|jp morgan|saint gobain
    rolls royce|hugo boss|calvin klein|ralph lauren|tommy hilfiger|radio shack|virgin atlantic|anheuser busch
    de beers|tim hortons|le monde|le figaro|la repubblica|el pais|der spiegel|die welt|best buy|old mutual
    washington mutual|standard chartered|jardine matheson|larsen toubro|reliance jio|credit suisse|deutsche telekom
    air france|petroleo brasileiro|garuda indonesia|warner bros
    marks spencer|kohlberg kravis|al jazeera|al arabiya|al ahram|al manar|al hayat|al mayadeen|al akhbar
    """.replace("\n    ", "|").split("|")
) - {""}
# Products, places and saints whose names do.
_NO_PEOPLE = frozenset(
    """jack daniels|johnnie walker|stella artois|marie claire|elle decor|kia sorento|lada niva|skoda octavia
    santa maria|santa claus|santa clara|san marino|costa concordia|costa coffee|corriere della|rue de|place de
    taj mahal|burj khalifa|angkor wat|notre dame|sagrada familia|machu picchu
    """.replace("\n    ", "|").split("|")
) - {""}


@lru_cache(maxsize=1 << 12)
def form(parts: tuple[str, ...]) -> int:
    """Evidence from the form alone, up to 5; three and more make a person where nothing speaks against it."""
    low = [part.lower() for part in parts]
    keys = [fold(part) for part in parts]
    if " ".join(keys[:2]) in COMPANIES | _NO_PEOPLE or len(parts) > 6:
        return 0
    common = [is_common(word) for word in low]
    score = east_asian(parts)
    first_given = given_sex(keys[0]) is not None
    if first_given and not common[-1]:
        score += 3 if len(parts) <= 3 else 2
    elif first_given and not common[0] and low[-1] not in words.ORGANISATION_HEADS:
        score += 3 if low[-1] in words.COMMON_SURNAMES else 2
    elif is_given(keys[0]):
        if is_surname(keys[-1]) and not common[-1]:
            score += 3
        elif low[-1] in words.COMMON_SURNAMES or not common[-1]:
            score += 2 if any(is_given(key) or is_surname(key) for key in keys[1:-1]) else 1
    elif is_surname(keys[0]) and not common[-1]:
        score += 2 if is_given(keys[-1]) else 1 if is_surname(keys[-1]) else 0
    elif is_surname(keys[-1]) and not common[-1]:
        score += 1
    if given_sex(keys[-1]) is not None and keys[0] in words.HUNGARIAN_SURNAMES:
        score += 2
    if any(len(part) == 1 for part in parts[:-1]) and not common[-1]:
        score += 2
    if any(part[:1].islower() for part in parts[1:-1]):
        score += 1
    if not any(common) and low[-1] not in words.ORGANISATION_HEADS:
        score += 1
    return score


def east_asian(parts: tuple[str, ...]) -> int:
    """Evidence from Korean, Chinese and Vietnamese forms, whose surname comes first."""
    keys = [fold(part) for part in parts]
    common = [is_common(part.lower()) for part in parts]
    hyphened = [
        i for i, part in enumerate(parts) if "-" in part and part.split("-")[1][:1].islower() and len(part) <= 11
    ]
    if hyphened and len(parts) == 2:
        other = keys[1 - hyphened[0]]
        return 3 if other in words.KOREAN_SURNAMES | words.CHINESE_SURNAMES | _SOUTHERN else 1
    if len(parts) == 3 and is_surname_first(parts):
        return 3
    if len(parts) == 3 and keys[0] in words.KOREAN_SURNAMES and all(len(k) <= 6 for k in keys) and not any(common[1:]):
        return 3
    if len(parts) == 2 and keys[0] in words.CHINESE_SURNAMES and not common[1]:
        return 3 if len(keys[1]) > 1 and _PINYIN.fullmatch(keys[1]) else 1
    return 0


def is_surname_first(parts: tuple[str, ...]) -> bool:
    """Whether three words are a Chinese or Vietnamese name whose surname leads: "Goh Wei Ming", "Le Van Thanh"."""
    if len(parts) != 3 or any(is_common(part.lower()) and len(part) > 3 for part in parts[1:]):
        return False
    surname, *given = [fold(part) for part in parts]
    if surname in VIETNAMESE:
        return all(len(key) <= 6 for key in given)
    if surname not in _SOUTHERN | words.CHINESE_SURNAMES or any(given_sex(key) for key in given[:1] if len(key) > 4):
        return False
    return all(1 < len(key) <= 5 and _PINYIN.fullmatch(key) for key in given)

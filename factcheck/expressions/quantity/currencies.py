"""Currencies by sign, code and name."""

from __future__ import annotations

from factcheck.patterns import regex

_SIGNS = {
    "$": "US dollar",
    "£": "pound sterling",
    "€": "euro",
    "¥": "yen",
    "₹": "Indian rupee",
    "₩": "won",
    "₽": "rouble",
    "₺": "lira",
    "₪": "shekel",
    "₫": "dong",
    "₱": "Philippine peso",
    "₦": "naira",
    "₴": "hryvnia",
    "¢": "US cent",
}
_PREFIXED = {
    "US": "US dollar",
    "USD": "US dollar",
    "U.S.": "US dollar",
    "A": "Australian dollar",
    "AU": "Australian dollar",
    "AUD": "Australian dollar",
    "C": "Canadian dollar",
    "CA": "Canadian dollar",
    "CAD": "Canadian dollar",
    "CDN": "Canadian dollar",
    "NZ": "New Zealand dollar",
    "HK": "Hong Kong dollar",
    "S": "Singapore dollar",
    "NT": "Taiwan dollar",
    "R": "real",
}
_CODES = {
    "USD": "US dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "yen",
    "CHF": "Swiss franc",
    "CNY": "yuan",
    "RMB": "yuan",
    "INR": "Indian rupee",
    "Rs": "rupee",
    "KRW": "won",
    "RUB": "rouble",
    "AUD": "Australian dollar",
    "CAD": "Canadian dollar",
    "NZD": "New Zealand dollar",
    "HKD": "Hong Kong dollar",
    "SGD": "Singapore dollar",
    "SEK": "Swedish krona",
    "NOK": "Norwegian krone",
    "DKK": "Danish krone",
    "PLN": "zloty",
    "TRY": "lira",
    "BRL": "real",
    "ZAR": "rand",
    "PHP": "Philippine peso",
    "MXN": "Mexican peso",
    "THB": "baht",
    "IDR": "rupiah",
    "RM": "ringgit",
}
_NAMES = {
    "dollar": "US dollar",
    "buck": "US dollar",
    "euro": "euro",
    "pound sterling": "pound sterling",
    "pound": "pound sterling",
    "sterling": "pound sterling",
    "quid": "pound sterling",
    "yen": "yen",
    "yuan": "yuan",
    "renminbi": "yuan",
    "won": "won",
    "rouble": "rouble",
    "ruble": "rouble",
    "rupee": "rupee",
    "rupiah": "rupiah",
    "franc": "franc",
    "swiss franc": "Swiss franc",
    "zloty": "zloty",
    "krona": "krona",
    "kronor": "krona",
    "krone": "krone",
    "kroner": "krone",
    "peso": "peso",
    "lira": "lira",
    "shekel": "shekel",
    "riyal": "riyal",
    "dirham": "dirham",
    "rand": "rand",
    "baht": "baht",
    "ringgit": "ringgit",
    "naira": "naira",
    "forint": "forint",
    "leva": "lev",
    "lev": "lev",
    "hryvnia": "hryvnia",
    "dong": "dong",
    "taka": "taka",
    "bitcoin": "bitcoin",
    "penny": "penny",
    "pence": "penny",
    "p": "penny",
    "cent": "US cent",
    "us dollar": "US dollar",
    "u.s. dollar": "US dollar",
    "american dollar": "US dollar",
    "australian dollar": "Australian dollar",
    "canadian dollar": "Canadian dollar",
    "new zealand dollar": "New Zealand dollar",
    "hong kong dollar": "Hong Kong dollar",
    "singapore dollar": "Singapore dollar",
    "british pound": "pound sterling",
    "japanese yen": "yen",
    "chinese yuan": "yuan",
    "indian rupee": "Indian rupee",
    "pakistani rupee": "Pakistani rupee",
    "philippine peso": "Philippine peso",
    "mexican peso": "Mexican peso",
    "us cent": "US cent",
    "euro cent": "euro cent",
}
_AMBIGUOUS = frozenset(
    {"won", "rand", "real", "mark", "pound", "franc", "p", "lev", "dong", "quid", "buck", "sterling"}
)

# Without a full stop, and with and without an s, at their ends.
_FIRST_WORDS = frozenset(
    form for name in _NAMES for word in (name.split()[0].rstrip("."),) for form in (word, word.removesuffix("s"))
)

_BEFORE = regex(
    r"(?:(?<![^\W_])(?P<prefix>US|USD|U\.S\.|AU|AUD|A|CDN|CAD|CA|C|NZ|HK|S|NT|R) ?)?(?P<sign>[$£€¥₹₩₽₺₪₫₱₦₴])[ ]?$"
    r"|(?<![^\W_])(?P<code>USD|EUR|GBP|JPY|CHF|CNY|RMB|INR|Rs\.?|KRW|RUB|AUD|CAD|NZD|HKD|SGD|SEK|NOK|DKK|PLN|TRY|BRL"
    r"|ZAR|PHP|MXN|THB|IDR|RM) ?$"
)
_AFTER = regex(r"[ -]?([$£€¥₹₩₽¢](?!\d)|[A-Za-z][A-Za-z.]*(?:[ -][A-Za-z]+)?)")
_WORD = regex(r"[A-Za-z.]+")


def before(prose: str, at: int, floor: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands right before ``at``, with where it begins."""
    last = prose[at - 1 : at]
    if at <= floor or not (last in _SIGNS or last == " " or last.isupper() or last == "s"):
        return None
    match = _BEFORE.search(prose, max(floor, at - 7), at)
    if match is None:
        return None
    if match["code"]:
        return _CODES[match["code"].rstrip(".")], match.start()
    prefix = match["prefix"]
    if prefix and match["sign"] == "$":
        return _PREFIXED.get(prefix, "US dollar"), match.start()
    return _SIGNS[match["sign"]], match.start("sign")


def after(prose: str, at: int, stop: int, *, large: bool) -> tuple[str, int] | None:
    """The currency named right after a number that ends at ``at``, with its end.

    ``large`` says that the number carries a scale word or is at least 1,000: "5,000 won" is money,
    "12 won" is not.
    """
    match = _AFTER.match(prose, at, stop)
    if match is None:
        return None
    text = match[1]
    if text in _SIGNS:
        return _SIGNS[text], match.end()
    first = _WORD.match(text)
    if first and not text[:3].isupper() and first.group().lower().rstrip(".").removesuffix("s") not in _FIRST_WORDS:
        return None
    lowered = text.lower().replace("-", " ")
    for spelled, end in (
        (lowered, match.end()),
        (first.group().lower() if first else "", match.start(1) + (first.end() if first else 0)),
    ):
        name = spelled.rstrip(".")
        if text[:3].isupper() and spelled.upper() == text[:3] and text[:3] in _CODES:
            return _CODES[text[:3]], end
        currency = _NAMES.get(name)
        singular = name.removesuffix("s")
        if currency is None and name != singular:
            currency, name = _NAMES.get(singular), singular
        if currency is None:
            continue
        if name == "p" and match.start(1) != at:
            return None
        if name in _AMBIGUOUS and name != "p" and not large:
            return None
        return currency, end - (len(spelled) - len(spelled.rstrip(".")))
    return None


def currency_named(words: str) -> str | None:
    """The currency that a name without a number is of: "US dollar" for "dollar" and "US dollars", None if none."""
    lowered = words.lower().rstrip(".")
    for name in (lowered, lowered.removesuffix("s")):
        if name in _NAMES and name not in {"p", "penny", "pence", "cent"}:
            return _NAMES[name]
    return None

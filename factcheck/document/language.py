"""Telling lines in another language or script from the article's own, by stop words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from factcheck.patterns import regex

_WORDS = {
    "en": """
        the of and to in that for is on was with as by at from it be has had have are were said not this
        they he she his her who will would their an but which after been its than or if we you your
    """.split(),
    "es": """
        el los las de que y en un una por con para su se del lo como más pero sus al está este esta son ser
        si ya también puedes tu podrás otro sin sobre hay muy desde cuando
    """.split(),
    "fr": """
        le les des de la et en un une est pour dans que qui sur au par plus avec il elle pas ce sont sa son
        ses nous vous votre cette ont été aux mais ou du
    """.split(),
    "de": """
        der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden
        aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum haben nur oder war
    """.split(),
    "pt": """
        o os as de que e do da em um uma para com não por mais dos como mas ao ele das à seu sua ou quando
        muito nos já eu também só pelo pela até isso ela entre era depois sem mesmo aos você são está
    """.split(),
    "it": """
        il lo gli di che e la in un una per con non del della dei sono da al come più ma anche si le nel
        alla questo suo ha o ci hanno è tuo se
    """.split(),
    "nl": """
        de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar
        heeft hij ze wordt door over deze werd
    """.split(),
}  # fmt: skip
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _language, _list in _WORDS.items():
    for _word in _list:
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _language)
# Of words in ASCII alone: 1 for those of English and no other of these languages, -1 for those of others and not of it.
_LEANINGS = {
    word.encode(): 1 if languages == ("en",) else -1
    for word, languages in _LANGUAGES.items()
    if word.isascii() and (languages == ("en",) or "en" not in languages)
}
_SMALL_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() else ord(" ") for code in range(128)) + bytes(128)
_TOKEN = regex(r"[^\W\d_]+")
_SPANISH = regex(r"[¿¡ñ]")
_LATIN = regex(r"[A-Za-zÀ-ɏ]")
_LETTER = regex(r"[^\W\d_]")
_SCRIPTS = (
    ("cyrillic", regex(r"[\u0400-\u052f]")),
    ("greek", regex(r"[\u0370-\u03ff]")),
    ("arabic", regex(r"[\u0600-\u06ff]")),
    ("hebrew", regex(r"[\u0590-\u05ff]")),
    ("hangul", regex(r"[\u1100-\u11ff\uac00-\ud7af]")),
    ("east asian", regex(r"[\u3040-\u30ff\u3400-\u9fff]")),
)
_SAMPLE = 400


def _scores(line: str) -> tuple[Counter[str], int]:
    words = _TOKEN.findall(line[:_SAMPLE].casefold())
    counts = Counter(chain.from_iterable([_LANGUAGES[word] for word in words if word in _LANGUAGES]))
    if not line.isascii() and _SPANISH.search(line, 0, _SAMPLE):
        counts["es"] += 2
    return counts, len(words)


def _script(line: str) -> str:
    """The script of most of the line's letters; "mixed" where a quarter of them are of another."""
    sample = line[:_SAMPLE]
    if sample.isascii():
        return "latin"
    letters = len(_LETTER.findall(sample))
    if not letters:
        return "latin"
    for name, pattern in _SCRIPTS:
        count = len(pattern.findall(sample))
        if count * 2 > letters:
            return name
        if count * 4 > letters and len(line) <= 160:
            return f"mixed {name}"
    return "latin"


def _language_of(line: str) -> str | None:
    counts, words = _scores(line)
    if words < 3 or not counts:
        return None
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    best, hits = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    return best if hits >= 3 and hits > second and hits * 6 >= min(words, 80) else None


def _is_no_foreign_one(line: str) -> bool:
    """Whether no language but English can be the line's: a first look, which for most articles is enough."""
    if line.isascii():
        # A language has more words than English only if it has more that are not English than English has of its own.
        words = line[:_SAMPLE].encode().translate(_SMALL_LETTERS).split()
        return sum([_LEANINGS.get(word, 0) for word in words]) >= 0
    return _language_of(line) in (None, "en") and _script(line) == "latin"


def foreign(lines: Sequence[str]) -> list[bool]:
    """Which lines are in another language or script than most of the article.

    A second language that makes up a third of the text or more is the article's own, and a line of
    which too little can be told stays with its article, except between two foreign lines.
    """
    if all(map(_is_no_foreign_one, lines)):
        return [False] * len(lines)
    spoken = [_language_of(line) for line in lines]
    scripts = [_script(line) for line in lines]
    weights: dict[str, int] = {}
    written: dict[str, int] = {}
    for line, language, script in zip(lines, spoken, scripts, strict=True):
        if language is not None:
            weights[language] = weights.get(language, 0) + len(line)
        written[script] = written.get(script, 0) + len(line)
    total, all_written = sum(weights.values()), sum(written.values())
    own = {language for language, weight in weights.items() if weight * 3 >= total}
    own_scripts = {script for script, weight in written.items() if weight * 3 >= all_written}
    marks = [
        (language is not None and bool(own) and language not in own) or script.removeprefix("mixed ") not in own_scripts
        for language, script in zip(spoken, scripts, strict=True)
    ]
    for index in range(1, len(marks) - 1):
        if not marks[index] and spoken[index] is None and marks[index - 1] and marks[index + 1]:
            marks[index] = len(lines[index]) <= 160
    return marks

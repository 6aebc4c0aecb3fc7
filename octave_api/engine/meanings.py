"""
Words by what they mean, for holding a sentence of notes against a question.

Two words meet when they share a form: their stem, a row of `knowledge/answering.toml`
that both stand in, or, from notes to question only, the kind that a product is of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from octave_api.engine.features import stem
from octave_api.engine.knowledge_files import load
from octave_api.engine.verbs import base_of_gerund, base_of_past, base_of_third, verb

_WORD = re.compile(r"[^\W\d_](?:[\w&+/]|[-'’](?=\w))*|\d[\d.,]*\d|\d")
_LONGEST = 4

STOP = frozenset(
    """
    a an the and or of to in on for with their them they that this is are be by as at from it
    its our we us you your he she his her i my me there here than then so if do does did has was
    were been being will would can could should may might must these those who which what when
    where how whose any all some each every no not never also too just only very already still
    now today currently yet one ones into out up about over per such other more most much own
    same both least company prospect business person organisation organization firm companies
    businesses firms organisations organizations prospects true say said among answer part role
    something anything through been before after during within while since until again ever even
    much many few well quite really because lack lacks lacking without
    """.split()
) - {"own"}
WEAK = frozenset(
    stem(word)
    for word in """
    have has use uses using used run runs running operate operates get gets got keep keeps kept make
    makes made work works working take takes took place set need needs go goes want wants struggle
    struggles problem goal goals priority priorities plan plans planning look looking try trying
    usually often team teams year years quarter announce announced start started begin face gets
    function functions department dept unit dedicated formal formally proper specific existing
    established clear real regularly actively current recognise recognize struggling process
    processes procedure system systems tool tools software platform solution programme program
    policy strategy full-time kind type lot
    """.split()
)
LIGHT = frozenset(
    stem(word)
    for word in """
    team function department unit process procedure system tool software platform solution
    programme program policy strategy
    """.split()
)
"""Nouns that say little alone, and yet are what "Do they have a data team?" asks for."""
_CAPITALS = frozenset({"IT", "US", "HR", "PM"})
"""Words in capitals that are others in small letters ("it", "us")."""
_ALSO_WORDS = frozenset({"exact", "sage", "slack", "deel", "manhattan", "teams", "splunk"})
"""Products that are plain words when they begin with a small letter."""
_ENDINGS = (
    ("ification", "ify"), ("ificate", "ify"), ("ation", "ate"), ("ation", "e"), ("ation", ""),
    ("ition", "e"), ("ution", "ute"), ("tion", "t"), ("tion", "te"), ("sion", "d"), ("sion", "de"),
    ("loper", "lop"), ("ship", ""), ("ment", ""), ("ery", "er"), ("ance", "y"), ("ance", ""),
    ("al", "e"), ("al", ""), ("th", ""),
    ("er", "e"), ("or", ""), ("or", "e"), ("ure", ""),
)  # fmt: skip
_NOT_FROM_VERBS = frozenset(
    "department apartment government station nation position customer owner manager user seller "
    "buyer maker driver provider supplier number order paper computer server retailer trial "
    "finance signal local moment element comment garment picture feature structure culture "
    "battery gallery location vacation version invoice leader partner health insurance".split()
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word or a set phrase of a text: `text[start:end]`, with all that it counts as."""

    start: int
    end: int
    forms: frozenset[str]
    strong: bool
    written: str = ""


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], frozenset[str]]:
    """Give the forms of each known word or phrase, by its stems."""
    found: dict[tuple[str, ...], set[str]] = {}

    def add(phrase: str, form: str) -> None:
        found.setdefault(_stems(phrase), set()).add(form)

    data = load("answering.toml")
    for number, row in enumerate(data["same"]):
        for phrase in row:
            add(phrase, f"same {number}")
    for kind in data["kinds"]:
        add(kind, f"kind {kind}")
    for side in {side for pair in data["opposite"] for side in pair}:
        rows = [row for row in data["same"] if side in row]
        for phrase in {side}.union(*rows):
            add(phrase, f"is {side}")
    return {stems: frozenset(forms) for stems, forms in found.items()}


@lru_cache(maxsize=1)
def _products() -> dict[tuple[str, ...], frozenset[str]]:
    """Give the kinds of each product, by its stems."""
    found: dict[tuple[str, ...], set[str]] = {}
    for kind, products in load("answering.toml")["kinds"].items():
        for product in products:
            found.setdefault(_stems(product), set()).add(f"kind {kind}")
    return {stems: frozenset(forms) for stems, forms in found.items()}


@lru_cache(maxsize=1)
def opposites() -> dict[str, frozenset[str]]:
    """Give, for a form, the forms that say the contrary."""
    found: dict[str, set[str]] = {}
    for left, right in load("answering.toml")["opposite"]:
        found.setdefault(f"is {left}", set()).add(f"is {right}")
        found.setdefault(f"is {right}", set()).add(f"is {left}")
    return {form: frozenset(contrary) for form, contrary in found.items()}


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(_stem(match.group()) for match in _WORD.finditer(phrase))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    return stem(plain if plain.endswith("ed") else base_of_past(plain) or plain)


@lru_cache(maxsize=8192)
def _root(word: str) -> str:
    """Give the verb that a word is of: "certification" and "certified" both to "certify"."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    base = base_of_past(plain) or base_of_third(plain) or base_of_gerund(plain)
    if base or verb(plain):
        return base or plain
    single = plain[:-3] + "y" if plain.endswith("ies") else plain.removesuffix("s")
    if single in _NOT_FROM_VERBS:
        return ""
    if verb(single):
        return single
    for ending, instead in _ENDINGS:
        found = single.removesuffix(ending) + instead
        if single.endswith(ending) and len(found) > 3 and verb(found):
            return found
    return ""


@lru_cache(maxsize=8192)
def meanings(text: str, *, notes: bool = False) -> tuple[Meaning, ...]:
    """
    Give the words of a text that carry meaning, in order; set phrases count as one.

    `notes`: products then also count as their kind ("Salesforce" answers for "a CRM").
    """
    cut = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
    stems = [_stem(word) for _, _, word in cut]
    found: list[Meaning] = []
    at = 0
    while at < len(cut):
        length, forms = _known(stems, at, notes=notes and cut[at][2] not in _ALSO_WORDS)
        start, end = cut[at][0], cut[at + length - 1][1]
        word = cut[at][2].lower()
        named = cut[at][2] in _CAPITALS
        if length == 1 and word in STOP and not forms and not named:
            at += 1
            continue
        strong = length > 1 or named or stems[at] not in WEAK or word.endswith(("ation", "ations"))
        if cut[at][2] in _ALSO_WORDS or _rides(stems, cut, at):
            forms = frozenset({f"plain {word}"})
        elif length == 1:
            root = _root(word)
            forms |= {word.upper() if named else stems[at]} | ({f"verb {root}"} if root else set())
        found.append(Meaning(start, end, forms, strong, word))
        at += length
    return tuple(found)


def _rides(stems: Sequence[str], cut: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Tell whether a train is meant, not to train: the word stands behind an article."""
    return at > 0 and stems[at] == "train" and cut[at - 1][2].lower() in ("the", "a", "by", "my")


def _known(stems: Sequence[str], at: int, *, notes: bool) -> tuple[int, frozenset[str]]:
    """Give how many words the longest known phrase here has, and what it counts as."""
    for length in range(min(_LONGEST, len(stems) - at), 0, -1):
        key = tuple(stems[at : at + length])
        forms = _phrases().get(key, frozenset())
        if notes:
            forms |= _products().get(key, frozenset())
        if forms:
            # "Own technicians" is the contrary of outsourcing, and names technicians too.
            contrary = notes and length > 1 and any(form.startswith("is ") for form in forms)
            return length, forms | frozenset(key) if contrary else forms
    return 1, frozenset()

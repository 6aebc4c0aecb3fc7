"""
Verb forms: from any form to the base, and from the base to the others.

The table lies in knowledge/verbs.txt (6,400 verbs and their irregular forms); regular
forms follow English spelling.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb with its forms; `noun` and `adjective` say what else the base form can be."""

    base: str
    third: str
    gerund: str
    past: str
    noun: bool
    adjective: bool


def _regular(base: str) -> tuple[str, str, str]:
    """Give third person, gerund and past of a regular verb."""
    after_consonant = base[-2:-1] not in _VOWELS
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and after_consonant:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base.endswith("ie"):
        gerund = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        gerund = base[:-1] + "ing"
    else:
        gerund = base + "ing"
    if base.endswith("e"):
        past = base + "d"
    elif base.endswith("y") and after_consonant:
        past = base[:-1] + "ied"
    else:
        past = base + "ed"
    return third, gerund, past


@cache
def _table() -> tuple[dict[str, Verb], dict[str, str], dict[str, str], dict[str, str]]:
    """Read the verbs: by base, and the base by third person, by gerund and by past."""
    verbs: dict[str, Verb] = {}
    thirds: dict[str, str] = {}
    gerunds: dict[str, str] = {}
    pasts: dict[str, str] = {}
    path = files("octave_api.engine.knowledge").joinpath("verbs.txt")
    for line in path.read_text("utf8").splitlines():
        if not line or line.startswith("#"):
            continue
        base, flags, *irregular = line.split()
        forms = dict(part.split("=", 1) for part in irregular)
        third, gerund, past = _regular(base)
        third = forms.get("third", third)
        gerund = forms.get("ing", gerund)
        past = forms.get("past", past)
        verbs[base] = Verb(
            base,
            third.split("/")[0],
            gerund.split("/")[0],
            past.split("/")[0],
            "n" in flags,
            "a" in flags,
        )
        participle = forms.get("part", past)
        spelt = ((thirds, third), (gerunds, gerund), (pasts, past), (pasts, participle))
        for table, spellings in spelt:
            for spelling in spellings.split("/"):
                table.setdefault(spelling, base)
    return verbs, thirds, gerunds, pasts


def verb(base: str) -> Verb | None:
    """Look up a base form, in lower case."""
    return _table()[0].get(base)


def base_of_third(word: str) -> str | None:
    """Give the base of a third-person form: "drives" -> "drive"."""
    return _table()[1].get(word)


def base_of_gerund(word: str) -> str | None:
    """Give the base of an -ing form: "driving" -> "drive"."""
    return _table()[2].get(word)


def base_of_past(word: str) -> str | None:
    """Give the base of a past form or participle: "driven" -> "drive"."""
    return _table()[3].get(word)

"""
Language: a guess whether a text is English, by the small words that every sentence needs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from octave_api.engine.headings import foreign_words

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the and of to for with that are who they their our at by from this be have has not you your "
    "or what how when can".split()
)
_OTHERS = {
    "German": frozenset(
        "der die das und ist wir sie mit für von den dem ein eine auf nicht zu im ihre unsere des "
        "einen werden bei oder ab bis unter über keine nur sind wie aus nach vor zum zur".split()
    ),
    "French": frozenset(
        "le la les des et est nous pour dans avec une qui sur pas du au leur notre aux par ou ne "
        "en sont trop plus".split()
    ),
    "Spanish": frozenset(
        "el los las y es para con por que una nuestro sus en del la más no".split()
    ),
    "Italian": frozenset(
        "il gli e di per che sono con della nostri la i le un una del nei".split()
    ),
    "Dutch": frozenset("de het een van zijn voor niet met wij hun onze en te op of bij".split()),
    "Portuguese": frozenset("o os um uma para não com do da nossos e que as em por".split()),
}
_LEAST = 6
"""Fewer words tell nothing."""
_LONGEST = 20_000


def language_of(texts: Iterable[str]) -> str:
    """Name the language of texts where it is plainly another than English, else ""."""
    words = Counter(word for text in texts for word in _WORD.findall(text[:_LONGEST].lower()))
    total = words.total()
    if total < _LEAST:
        return ""
    english = sum(words[word] for word in _ENGLISH)
    said = {name: sum(words[word] for word in small) for name, small in _OTHERS.items()}
    best = max(said, key=lambda name: said[name])
    other = said[best] + sum(words[word] for word in words.keys() & foreign_words())
    return best if other > 2 * english and other >= 0.1 * total else ""


def remark(language: str, kept: int, lines: int) -> str:
    """Say which part of a foreign source was read: `kept` of its `lines`."""
    rest = " The rest was left out: translate it for more." if kept < lines else ""
    return (
        f"The source is not in English, it seems, but in {language}, and sentences are understood "
        f"in English only. {kept} of {lines} lines were read by the headings above them and are "
        "quoted as they stand; beside them only numbers, places and trades that are known by name."
        f"{rest}"
    )

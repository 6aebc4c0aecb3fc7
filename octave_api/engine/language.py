"""
Language: a guess whether a text is English, by the small words that every sentence needs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from octave_api.engine.features import tokens
from octave_api.engine.headings import foreign_words
from octave_api.engine.lexicon import look_up

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
    "Spanish": frozenset("el los las y es para con por que una nuestro sus en del la más".split()),
    "Italian": frozenset(
        "il gli e di per che sono con della nostri la i le un una del nei".split()
    ),
    "Dutch": frozenset("de het een van zijn voor niet met wij hun onze en te op of bij".split()),
    "Portuguese": frozenset("o os um uma para não com do da nossos e que as em por".split()),
}
_IN_A_LINE = frozenset(
    "wenn man sie er es sich ihr ihren kein hat haben wird kann dass statt noch sehr mehr als durch"
    " il elle ils elles ont leurs ses sa cette mais lors sans nostri nostre alla nel "
    "nuestra tiene pero sin wordt kan maar geen hebben".split()
)
"""Further small words of other languages: two in one line, and it is not English."""
_NO_NAME = frozenset(
    "keine kein nur nicht und mit für wir sie wird werden muss müssen sind haben oft aber beim vom"
    " am pas dans avec sont pour nous ils para sus niet geen zijn voor met het een sono che".split()
)
"""Small words that stand in no name of a firm or a place: one of them tells, beside no English."""
_LONG_WORD = 3
_PRINTED = str.maketrans("’‘“”–—…•·€£×→\u00a0", "''\"\"--.**EPx> ")
"""Signs that English has too, as they are printed."""
_FOREIGN = _IN_A_LINE.union(*_OTHERS.values())
_LEAST = 6
"""Fewer words tell nothing."""
_LEAST_SIGNS = 2
"""Different words of a language; one may be a name, or English too."""
_LONGEST = 20_000
_BLANKS = {code: " " for code in range(128) if not chr(code).isalpha()}
"""What stands between the words of plain text."""


def language_of(texts: Iterable[str]) -> str:
    """Name the language of texts where it is plainly another than English, else ""."""
    words = _counted("\n".join([text[:_LONGEST] for text in texts]).lower())
    total = words.total()
    if total < _LEAST:
        return ""
    english = sum(words[word] for word in words.keys() & _ENGLISH)
    said = {
        name: sum(words[word] for word in words.keys() & small) for name, small in _OTHERS.items()
    }
    best = max(said, key=lambda name: said[name])
    foreign = {word for word in words.keys() & foreign_words() if not look_up(word).known}
    other = said[best] + sum(words[word] for word in foreign)
    if len(foreign) + sum(small in words for small in _OTHERS[best]) < _LEAST_SIGNS:
        return ""
    return best if other > 2 * english and other >= 0.1 * total else ""


def _counted(text: str) -> Counter[str]:
    """Count the words; lines without a letter of another alphabet are cut by a table, faster."""
    plain: list[str] = []
    other: list[str] = []
    for line in text.split("\n"):
        (plain if line.isascii() else other).append(line)
    found = Counter(" ".join(plain).translate(_BLANKS).split())
    found.update(_WORD.findall("\n".join(other)))
    return found


@lru_cache(maxsize=4096)
def is_foreign(line: str) -> bool:
    """Tell whether one line is in another language, in a text that may be English else."""
    plain = line.isascii() or line.translate(_PRINTED).isascii()
    if plain and len(line) > _LONGEST_LINE:
        return False
    if plain:
        told = tokens(line)
        few = len(told) < _LEAST - 2
        if (
            _FOREIGN.isdisjoint(told)
            and _NO_NAME.isdisjoint(told)
            and (few or not _KNOWN.isdisjoint(told))
        ):
            return False
    words = _WORD.findall(line.lower())
    if not _NO_NAME.isdisjoint(words) and _KNOWN.isdisjoint(words):
        long = [word for word in words if len(word) > _LONG_WORD]
        return 2 * sum(look_up(word).known for word in long) < len(long)
    if _FOREIGN.isdisjoint(words):
        return _KNOWN.isdisjoint(words) and len(words) >= _LEAST - 2 and _all_strange(line)
    english = sum(map(_KNOWN.__contains__, words))
    if 0 < 2 * sum(map(_FOREIGN.__contains__, words)) <= english:
        return False  # No language can have more of them than English has.
    others = max([sum(map(small.__contains__, words)) for small in _OTHERS.values()])
    others += sum(map(_IN_A_LINE.__contains__, words))
    strange = sum(not look_up(word).known for word in words if len(word) > 3)
    if english == 0 and len(words) >= _LEAST - 2 and _all_strange(line):
        return True
    return others >= 2 and others > english and 3 * strange >= len(words)


def _all_strange(line: str) -> bool:
    """Tell whether no longer word of a line is English, and not because they are names."""
    long = [word for word in _WORD.findall(line) if len(word) > 4]
    known = any(look_up(word.lower()).known for word in long)
    marked = len(long) > 2 and not line.isascii()
    return not known and (marked or sum(word.islower() for word in long) >= 2)


_SMALL = frozenset("a an is in on it as was were will would but so if no all i we".split())
_KNOWN = _ENGLISH | _SMALL
_LONGEST_LINE = 300


def is_english(line: str) -> bool:
    """Tell whether a line is plainly English, in a text that is mostly not."""
    words = _WORD.findall(line.lower())
    known = sum(word in _KNOWN for word in words)
    foreign = sum(word in _FOREIGN and word not in _KNOWN for word in words)
    if len(words) < _LEAST - 2:
        return bool(words) and not foreign and all(look_up(word).known for word in words)
    return known >= 1 and known > foreign and not is_foreign(line)


def remark_on_part(language: str, left: int, lines: int) -> str:
    """Say that a part of a source was left out: `left` of its `lines`."""
    named = f"in {language}, it seems" if language else "not in English, it seems"
    return (
        f"{left} of {lines} lines are {named}: of these only numbers, places and trades that are "
        "known by name were read. Translate them for more."
    )


def remark(language: str, kept: int, lines: int) -> str:
    """Say which part of a foreign source was read: `kept` of its `lines`."""
    rest = " The rest was left out: translate it for more." if kept < lines else ""
    return (
        f"The source is not in English, it seems, but in {language}, and sentences are understood "
        f"in English only. {kept} of {lines} lines were read by the headings above them and are "
        "quoted as they stand; beside them only numbers, places and trades that are known by name."
        f"{rest}"
    )

"""
The name of a person that stands before a title: "Maya Lindqvist — Head of Support".

One pattern for every place: a line, a label's value, a heading, an entry of a list.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from octave_api.engine.lexicon import look_up
from octave_api.engine.title_words import has_function, is_head, tokens

_NAMED = re.compile(
    r"(?P<name>[A-Z][\w'’.-]*[\w.](?:\s(?:(?:de|da|di|van|von|der|den|la|le|bin|al|el)\s){0,2}"
    r"[A-Z][\w'’.-]*){0,2})"
    r"(?P<mark>,\s+(?:who\s+is\s+)?|\s+\(|\s+[–—|-]\s+|\s+(?=the\s))(?:(?:the|an?"
    r"|our)\s+)?(?=[^\W\d_])"
)
FIRST_NAMES = frozenset(
    "amber amir angel april art ash august autumn basil bill billy bob brandy brook buck bud "
    "buddy carol charity chase chip christian chuck clay cliff crystal curt daisy dale dawn "
    "dean dick dirk dolly don drew duke earl ernest faith fern flora forest frank gail gene "
    "ginger glen grace grant guy harry hazel heath heather herb holly hope hunter iris ivy jack "
    "jade jasmine jay jean jenny jerry jewel jo joe john josh joy june ken kit lance laurel lee "
    "lily lou marina mark marsh martin mason matt may melody mercy mike miles morgan myrtle "
    "nick norm olive oliver pat patience patty pearl peg penny pete peter pierce poppy prudence "
    "randy ray red reed rex rich rick river rob robin rocky rod rose rosemary ruby rusty sage "
    "sally sandy saul sherry skip sky stew sue summer ted terry tim tom tony troy victor viola "
    "violet wade ward warren will willow woody".split()
)
"""First names that are common words as well."""


class Named(NamedTuple):
    """
    A person's name at the beginning of a text; `end` is where what follows it begins.

    `sure`: two words or more, of which none is a word of the language.
    """

    name: str
    end: int
    sure: bool = False


def named_before(text: str, begin: int = 0) -> Named | None:
    """Read the name before a comma, a dash, a bracket or "the", or None where none stands."""
    found = _NAMED.match(text, begin)
    if found is None:
        return None
    words = tokens(found["name"])
    if any(map(is_head, words)) or has_function(words):
        return None  # "Director, Revenue Operations" and "Sales - the plan" name nobody.
    first = found["name"].split()[0].lower()
    common = all(look_up(word.lower()).known for word in found["name"].split())
    if common and "(" not in found["mark"] and first not in FIRST_NAMES:
        return None
    parts = found["name"].split()
    sure = len(parts) > 1 and not any(look_up(part.lower()).known for part in parts)
    return Named(found["name"], found.end(), sure)


_WORDS_OF_NICKNAME = range(2, 5)


def nickname(text: str) -> str:
    """
    Give the first name in a team's own name for a persona, or "": "Marketing Mary".

    Its first letter is that of a word before it, which is a word of the language.
    """
    *before, name = text.split() or [""]
    if len(before) + 1 not in _WORDS_OF_NICKNAME or not (name.isalpha() and name.istitle()):
        return ""
    if not all(map(str.isalpha, before)) or has_function(tokens(name)):
        return ""
    if name.lower() not in FIRST_NAMES and look_up(name.lower()).known:
        return ""
    same = [word for word in before if word[0] == name[0]]
    return name if any(map(_is_word, same)) else ""


def _is_word(word: str) -> bool:
    """Tell a word, an abbreviation or a rank from a name."""
    return look_up(word.lower()).known or not word[1:].islower() or any(map(is_head, tokens(word)))

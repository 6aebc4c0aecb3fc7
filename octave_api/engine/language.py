"""
Language: a guess whether a text is English, by the small words that every sentence needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the and of to in for with on that is are who we they their our at by from as it this be have "
    "has not you your or an a what how when can will".split()
)
_OTHERS = frozenset(
    "der die das und ist wir sie mit für von den dem ein eine auf nicht zu im ihre unsere "
    "le la les des et est nous pour dans avec une qui sur pas du au leur notre "
    "el los las y es para con por que una nuestro sus en del "
    "il gli e di per che sono con della nostri "
    "de het een van zijn voor niet met wij hun onze "
    "o os um uma para não com do da nossos".split()
)
_LEAST = 6
"""Fewer words tell nothing."""
NOT_ENGLISH = (
    "The source does not seem to be in English, and only English is read: translate it first."
)


def is_foreign(texts: Iterable[str]) -> bool:
    """Tell whether texts together are plainly in another language than English."""
    words = [word for text in texts for word in _WORD.findall(text[:20_000].lower())]
    english = sum(word in _ENGLISH for word in words)
    other = sum(word in _OTHERS and word not in _ENGLISH for word in words)
    return len(words) >= _LEAST and other > 2 * english and other >= 0.12 * len(words)

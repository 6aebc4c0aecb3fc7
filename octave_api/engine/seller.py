"""
The seller on its own page: a name that the page says offers, helps and delivers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from octave_api.engine.draft import Statement
from octave_api.engine.features import tokens
from octave_api.engine.lexicon import look_up
from octave_api.engine.title_words import vocabulary

SELLS = frozenset(
    "offers provides helps enables lets delivers supports makes gives combines powers allows "
    "brings gets ensures simplifies automates integrates works can has is builds runs keeps".split()
)
"""What a page says that its product does."""
_LEAST_SALES = 2
_LONG = 1000
"""Of longer lines not all words are cut."""
_STORY_OF = re.compile(
    r"(?:\b[Hh]ow (?=[^.?!]* [a-z])|\b(?:[Cc]ustomer|[Ss]uccess) [Ss]tory: |\b[Cc]ase [Ss]tudy: )"
    r"(?P<who>[A-Z][\w&'’-]+(?: [A-Z][\w&'’-]+)*)(?= [a-z|–—-]|$)"
)
_FIRST_HEADINGS = 3
_WORD = re.compile(r"[^\W\d_][\w&'’-]*")
_NAMED = re.compile(r"\b(?P<name>[A-Z][a-zA-Z]{2,})(?:['’]s)?\s+(?P<does>[a-z]+)")
NO_NAME = frozenset(
    "The This That These Those They There Our Your Their His Her She When What Where Which Who How "
    "Why And But For With From Each Every Some Most Many All Any One Two Not You While Customers "
    "Companies Teams Buyers People Sales Marketing Users".split()
)


_HEADED = re.compile(
    r"(?:(?:Who|What|Why) (?:\w+ )?(?:buys?|uses?|needs?|chooses?) |Selling |How to sell )"
    r"(?P<sold>[A-Z][\w-]{2,})|(?P<made>[A-Z][\w-]{2,}) for [A-Za-z]"
)
_FIRST_HEADINGS = 3


def find_seller(
    statements: Sequence[Statement], headings: Sequence[Statement]
) -> re.Pattern[str] | None:
    """
    Find the seller's or product's name.

    On a page that speaks mostly of it, it is the capitalised word that comes back most and of
    which the page says that it offers or helps; a page about buyers may have one in its title
    ("Who buys Ovenly", "Ovenly for bakers"). The pattern's group `does` is the word after the
    name.
    """
    sells: Counter[str] = Counter()
    for statement in statements:
        if len(statement.text) > _LONG or not SELLS.isdisjoint(tokens(statement.text)):
            for match in _NAMED.finditer(statement.text):
                sells[match["name"]] += match["does"] in SELLS
    known = {
        name
        for name, times in sells.items()
        if times >= _LEAST_SALES and name not in NO_NAME and not _is_rank(name)
    }
    uses: Counter[str] = Counter()
    for statement in statements if known else ():
        uses.update([match["name"] for match in _NAMED.finditer(statement.text)])
    enough = max(4.0, 0.05 * len(statements))
    names = sorted(name for name in known if uses[name] >= enough)
    names = names or _in_title(headings)
    if not names:
        return None
    return re.compile(r"\b(?:" + "|".join(names) + r")\b(?:['’]s)?(?:\s+(?P<does>[a-z]+))?")


def _is_rank(name: str) -> bool:
    """Tell whether a word is of job titles: "the Site Manager helps" is said of a person."""
    return name.lower() in vocabulary().heads


def _in_title(headings: Sequence[Statement]) -> list[str]:
    """Give a name, no word of the language, that the first headings say is bought or made for."""
    for heading in headings[:_FIRST_HEADINGS]:
        found = _HEADED.match(heading.text)
        name = (found["sold"] or found["made"]) if found else ""
        if name and name not in NO_NAME and not look_up(name.lower()).known:
            return [re.escape(name)]
    return []


def names_on(texts: Sequence[str]) -> frozenset[str]:
    """Give the names of a seller's page: words that come back, always with a capital."""
    words = [word for text in texts for word in _WORD.findall(text)]
    low = {word for word in words if word[:1].islower()}
    count = Counter(word for word in words if word[:1].isupper())
    return frozenset(
        word
        for word, times in count.items()
        if times >= 2 and len(word) > 2 and word.lower() not in low and word not in NO_NAME
    )


def customers_of(headings: Sequence[Statement]) -> frozenset[str]:
    """Give the names of the customers whose story a page tells ("How Kestrel cut no-shows")."""
    found = (_STORY_OF.search(heading.text) for heading in headings[:_FIRST_HEADINGS])
    return frozenset(word for match in found if match for word in match["who"].split())

"""
Criterion amounts: how much something of theirs is: "annual budget below 5,000 €".
"""

from __future__ import annotations

import re

from octave_api.engine.criterion_asked import asked_so, opens_with_verb
from octave_api.engine.lexicon import look_up
from octave_api.engine.noun_phrases import finite_at
from octave_api.engine.phrase import TOKEN
from octave_api.engine.phrase_words import PREPOSITIONS
from octave_api.engine.said import Said
from octave_api.engine.sectors import are_firms
from octave_api.engine.trimming import keep_case

AMOUNT = re.compile(
    r"(?i)^(?P<what>(?!big \d|(?:ISO|SOC|PCI|NIS|BS|EN|DIN|HIPAA|Basel|Tier|Level) ?\d|there\b"
    r"|more\b"
    r"|less\b|fewer\b|at\b|over\b|under\b|up\b|between\b|about\b)"
    r"[^\W\d][^\d,;:]{2,50}?)(?: is| are)?:? (?P<much>(?:(?:more|less|fewer|greater|younger"
    r"|older|longer|shorter"
    r"|smaller|larger|bigger|higher|lower|newer|cheaper) than|at least"
    r"|at most|over|under|above|below|between|up to|from|of|[<>≥≤~])?\s?[€$£]?\d"
    r"(?:[^;:,]|,(?=\d)){0,40})$"
)
_SIGNS = {"<": "below", ">": "above", "≥": "at least", "≤": "at most", "~": "about"}
_BARE = re.compile(r"(?i)(?:(?:more|fewer|less) than|at least|at most|over|under) [\d.,]*\d[km]?")
_ENDS_ON = re.compile(r"(?i)\b(?:ends|expires|starts|closes|renews|is|are|runs)$")
_PLACES = re.compile(r"(?i)\b(?:homes|towns|cities|villages|sites|properties|households|boroughs)$")
_DOES = frozenset("wants needs has uses asks expects requires sells buys runs owns pays".split())
_NO_HEADS = frozenset("least than most to and or = next last past".split())
_ARTICLE = re.compile(r"(?i)^an? ")
_MODALS = frozenset("can could will would may must should".split())
_DONE_SO = frozenset(
    "pay roast ship process serve employ run operate handle bill brew print bake make sell produce "
    "manage treat deliver pack move grow train host insure".split()
)
_THINGS = re.compile(r"(?i)(?:[a-z]+ ){0,2}\d\S*(?: (?:to|or) \d\S*)? [a-z]{3,}")
"""So many of what they deal with: "pay at least 50 people", "roast 20 to 300 tonnes"."""
_SIGNED = re.compile(r"\s[<>≥≤]")


def amount_of(text: str) -> Said | None:
    """Ask how much something of theirs is; None where the line does not say so."""
    first, _, rest = text.partition(" ")
    much = AMOUNT.match(text)
    if much is None or opens_with_verb(first.lower(), rest.partition(" ")[0].lower()):
        return None
    plain = much["much"]
    bounded = re.search(r"[%€$£<>≥≤]|\d\s?(?:-|–|to)\s?\d|^[a-z]", plain, re.IGNORECASE)
    if bounded is None or re.match(r"(?i)(?:of|from)\b", plain):
        return None
    return of_amount(much)


def is_bounded(found: re.Match[str], line: str) -> bool:
    """Tell whether only a noun phrase stands before a bound: "Payment terms over 60 days"."""
    if _ENDS_ON.search(found["what"]):
        return False
    if _SIGNED.search(line):
        return True
    words = TOKEN.findall(found["what"])
    if any(one.lower() in _DOES for one in words[1:]):
        return False
    bound = re.match(r"(?i)(?:over|under|above|below|up to|\w+ than)\b", found["much"])
    return bound is not None and finite_at(words, [one.lower() for one in words], 0) is None


def of_amount(found: re.Match[str], *, of_whom: bool = False) -> Said | None:
    """Ask how much something of theirs is: "annual budget below 5,000 €"."""
    what, much = keep_case(found["what"].strip()), found["much"].strip()
    for sign, word in _SIGNS.items():
        much = much.replace(f"{sign} ", f"{word} ").replace(sign, f"{word} ")
    much = re.sub(r"(?i)^of ", "", much)
    what = _ARTICLE.sub("", what)
    if what.split()[0].lower() in _MODALS:
        return None
    if what in _DONE_SO and _THINGS.match(much):
        return asked_so(f"Do they {what} {much}", 0.75)
    last = TOKEN.findall(what)[-1].lower()
    head = look_up(last)
    if head.base and not head.noun:
        return None
    if last in PREPOSITIONS | _NO_HEADS:
        return None
    many = head.plural or (not head.known and last.endswith("s"))
    if many and of_whom and _PLACES.search(what):
        return asked_so(f"Are they {what} {much}", 0.75)
    if many and ((of_whom and " " not in what) or are_firms(what.lower())):
        return asked_so(f"Are they {what} with {much}", 0.75)
    if many and _BARE.fullmatch(much):
        return asked_so(f"Do they have {much} {what}", 0.75)
    be = "Are" if many else "Is"
    whose = "" if what.lower().startswith(("the ", "their ")) else "their "
    return asked_so(f"{be} {whose}{what} {much}", 0.75)

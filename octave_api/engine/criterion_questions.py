"""
Questions from criteria: a source's own lists, points and sentences that let in or turn away.
"""

from __future__ import annotations

import re

from octave_api.contract import Kind
from octave_api.engine import excluding, trait_phrasing
from octave_api.engine.criterion import Criterion
from octave_api.engine.grammar import article
from octave_api.engine.questions import OF_US, Asked, advised, from_exclusion
from octave_api.engine.refused_sizes import against_by_size
from octave_api.engine.roles import find_titles
from octave_api.engine.said import Said, ask, put_to
from octave_api.engine.sides import HAVES, OF_PRODUCT
from octave_api.engine.wording import lower_first

OF_A_CRITERION = "a criterion of the source, asked as a question"

_THEIRS = re.compile(r"\bown\b|\d")
_FROM_US = re.compile(
    r"(?i)\bfrom (?:us|you|(?:a|the|any|our) (?:product|tools?|vendors?|suppliers?|solution"
    r"|software|system))\b|\b(?:product|vendor|supplier|tool) must\b"
)
_SOMEBODY = re.compile(r"[A-Z][a-z]+['’]s [a-z]")
"""Somebody with a name, or what is theirs: no sort of company."""
_IS_ONE = re.compile(
    r"^Do they have an? (?P<one>(?:[\w-]+ ){0,3}(?:holder|owner|signatory|decision[- ]maker|sponsor"
    r"|approver|champion|sign-off))\?$"
)
"""Of a person: "Budget holder" is who they are."""


def from_criterion(one: Criterion, place: int, kind: Kind) -> Asked:
    """Ask whether a criterion holds; its heading or its points tell for or against, and weigh."""
    if one.who:
        return from_exclusion(one.item, one.who, kind)
    bad = one.side == "against"
    size = None
    if bad and kind == "segment":
        size = against_by_size(one.item.text) or excluding.being_done(one.item.text)
    elif bad and trait_phrasing.COMPANY_NOUN.match(one.item.text):
        size = excluding.being_done(one.item.text)
    if size is not None:
        said = size
    elif (
        (one.of_whom and not bad and not one.item.heading)
        or (
            bad
            and (
                excluding.lists_whom(one.item.text)
                or (one.of_whom and kind == "segment" and excluding.joins_whom(one.item.text))
                or (kind == "segment" and excluding.names_whom(one.item.text, one.item.heading))
            )
        )
        or (not bad and excluding.lists_whom(one.item.text))
    ):
        said = excluding.excluded(one.item.text, kind)
        if not bad and said.text.startswith("Is it in "):
            said = Said(ask(f"Are they {lower_first(one.item.text)}"), 1.0)
    else:
        said = trait_phrasing.trait(
            one.item.text,
            listed=True,
            label=one.label,
            of_whom=one.of_whom and (bad or one.points is not None),
        )
    text = said.text
    if kind == "persona":
        text = trait_phrasing.of_employer(text)
        one_is = _IS_ONE.match(text)
        text = ask(f"Are they {article(one_is['one'])}") if one_is is not None else text
        # What a product can give is wanted of it; all else that a buyer must have is theirs.
        theirs = _THEIRS.search(text) or find_titles(one.item.text)
        if HAVES.match(one.item.heading) and OF_PRODUCT.search(text) and not theirs:
            text = text.replace("Do they have ", "Do they need ")
    if _FROM_US.search(one.item.heading):
        text = text.replace("Do they have ", "Do they need ")
    if one.points is not None:
        where = f"The source gives it {one.points:+g} points. "
    elif one.item.heading:
        where = f"The source lists it under “{one.item.heading}”. "
    else:
        where = "The source says so in as many words. "
    weight = one.weight or ("HIGH" if bad or place < 3 else "MEDIUM")
    look = "A yes speaks against a fit." if bad else "One call or a look at their site answers it."
    if weight == "INSTANT_DISQUALIFIER":
        look = "A yes ends the conversation."
    return Asked(
        one.item.inferred(text, OF_A_CRITERION),
        where + look,
        "BAD" if bad else "GOOD",
        weight,
        put_to(text) if text != said.text else said.aloud or put_to(text),
        "A plain yes or no, then the story behind it",
        "Disqualifier" if bad else "SPICED: situation",
        0.0
        if OF_US.search(text) or (bad and _SOMEBODY.match(one.item.text))
        else min(said.sure, 0.4 if advised(one.item) else 1.0),
    )

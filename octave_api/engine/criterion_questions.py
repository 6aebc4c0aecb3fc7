"""
Questions from criteria: a source's own lists, points and sentences that let in or turn away.
"""

from __future__ import annotations

import re

from octave_api.contract import Kind
from octave_api.engine import excluding, trait_phrasing
from octave_api.engine.criterion import Criterion
from octave_api.engine.questions import Asked, advised, from_exclusion
from octave_api.engine.said import to_you

OF_A_CRITERION = "a criterion of the source, asked as a question"
_OF_US = re.compile(r"\b(?:us|[Ww]e|[Oo]ur)\b")
"""What a line says of the seller is asked of nobody."""


def from_criterion(one: Criterion, place: int, kind: Kind) -> Asked:
    """Ask whether a criterion holds; its heading or its points tell for or against, and weigh."""
    if one.who:
        return from_exclusion(one.item, one.who, kind)
    bad = one.side == "against"
    if bad and (
        excluding.lists_whom(one.item.text)
        or (one.of_whom and kind == "segment" and excluding.joins_whom(one.item.text))
        or (kind == "segment" and excluding.names_whom(one.item.text, one.item.heading))
    ):
        said = excluding.excluded(one.item.text, kind)
    else:
        said = trait_phrasing.trait(
            one.item.text, listed=True, label=one.label, of_whom=bad and one.of_whom
        )
    text = trait_phrasing.of_employer(said.text) if kind == "persona" else said.text
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
        said.aloud or to_you(text.replace("Are they", "Are you")),
        "A plain yes or no, then the story behind it",
        "Disqualifier" if bad else "SPICED: situation",
        0.0 if _OF_US.search(text) else min(said.sure, 0.4 if advised(one.item) else 1.0),
    )

"""
Lone titles: short lines that are nothing but a job title, or the names of buying roles.
"""

from __future__ import annotations

import re

from octave_api.engine import model
from octave_api.engine.roles import buying_roles, parse_title
from octave_api.engine.verbs import base_of_gerund

LEAST_TITLE = 0.02
"""Below this a line that is composed like a title has a title's words by chance."""
_ASKING = re.compile(
    r"(?i)^(?:who|what|when|where|which|why|how|do|does|did|is|are|was|were|has|have|can|could|"
    r"will|would|should|tell me|walk me|describe)\b"
)
_NO_TITLE = ("qualif", "scor", "icp ")
"""What stands in headings of a sheet, and in no title."""


def is_lone_title(text: str) -> bool:
    """Tell whether a short line is a job title, composed as one and not absurd to the model."""
    if len(text) > 80 or _ASKING.match(text):
        return False
    title = parse_title(text)
    if title is None or not ((title.seniority and title.function) or len(text.split()) <= 4):
        return False
    if any(map(text.lower().__contains__, _NO_TITLE)):
        return False
    # "hiring new CIO" is something done, with a title in it.
    if text[:1].islower() and base_of_gerund(text.split(" ", 1)[0]):
        return False
    return model.load().probabilities(text, "persona")["commonJobTitles"] >= LEAST_TITLE


def names_buying_roles(text: str) -> bool:
    """Tell whether a short line is mostly the names of buying roles ("Champion, end user")."""
    if len(text) > 120:
        return False
    covered = sum(end - start for _, start, end in buying_roles(text))
    return covered >= 0.6 * len(text)

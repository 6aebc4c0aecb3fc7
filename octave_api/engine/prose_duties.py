"""
Duties told in prose: the verb phrases of sentences about a role that no heading sorts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from octave_api.engine.grammar import form
from octave_api.engine.headings import SKIP
from octave_api.engine.introduced import introduces
from octave_api.engine.items import Item
from octave_api.engine.material import Material
from octave_api.engine.roles import find_titles
from octave_api.engine.wording import line

_DEFINES = re.compile(
    r"(?i)(?:an? |the )?[\w ,&/-]{3,70}? (?:is|are) (?:the )?(?:people|folks|those|someone|"
    r"somebody|"
    r"anyone|persons?|one|ones|users?|teams?|developers|engineers|professionals) (?:who|that)\b"
)
"""A sentence that says who somebody is by what they do."""
_WHO_IS_IT = re.compile(
    r"(?i)(?:the|a|our) (?:person|one|people|man|woman|buyer|contact) (?:who|that|we)\b.{3,40}? "
    r"(?:is|are) "
)
"""A sentence that says who it is: "The person who calls us is the planner"."""
_MOST_OF = 0.7


def parted(duties: Sequence[Item], told: Sequence[Item]) -> list[Item]:
    """Keep of a sentence its verb phrases, or the whole where they leave much of it out."""
    kept, dropped = [], []
    for whole in duties:
        parts = [part for part in told if _lies_in(part, whole)]
        long = sum(len(part.span.quote) for part in parts if part.span)
        if len(parts) < 2 or whole.span is None or long < _MOST_OF * len(whole.span.quote):
            kept.append(whole)
            dropped += parts
    return [*kept, *(part for part in told if part not in dropped)]


def _lies_in(part: Item, whole: Item) -> bool:
    """Tell whether one quote is a part of another."""
    if part.span is None or whole.span is None or part.span.source != whole.span.source:
        return False
    inner, outer = (part.span.start, part.span.end), (whole.span.start, whole.span.end)
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer


def duties_in_prose(material: Material) -> Iterator[Item]:
    """Find the verb phrases of sentences about the role that no heading sorts."""
    for statement, what in material.sorted:
        other = what.heading or what.field in (SKIP, "whyTheyMatterToUs", "keyConcerns")
        if other or statement.source in material.pitches:
            continue
        if _WHO_IS_IT.match(statement.text):
            continue
        if what.field != "primaryResponsibilities" and not (
            find_titles(statement.text) or _DEFINES.match(statement.text)
        ):
            continue
        for clause in material.clauses(statement):
            opens = next(iter(find_titles(clause.text)), None)
            if introduces(clause.text) or (opens is not None and opens.start == 0):
                continue  # "Marketing directors at …" names people; nobody markets directors
            if form(clause.text, verbal=True) in ("base", "third", "gerund"):
                text = line(clause.text, own_voice=material.own_voice)
                yield Item(text, "SOURCE", material.span(clause), None, 0.7)

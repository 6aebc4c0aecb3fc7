"""
Employers of a persona: what its card says of them under a label ("Company size", "Works at").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from octave_api.engine.counts import find_counts
from octave_api.engine.fact_questions import from_facts
from octave_api.engine.facts import FoundFact, facts_in
from octave_api.engine.headings import SKIP, UNSORTED
from octave_api.engine.items import MAX_ITEMS, Item
from octave_api.engine.material import Material
from octave_api.engine.questions import Asked, from_count
from octave_api.engine.wording import capital, squeeze

_LABEL = re.compile(
    r"(?i)(?:(?:their|target|typical|ideal|type of|kind of|size of(?: the)?|works? (?:at|for|in)"
    r"|employed (?:at|by)|found (?:at|in)|based at|where (?:they|she|he) works?) ?)*"
    r"(?:(?:compan(?:y|ies)|organi[sz]ations?|institutions?|employers?|business(?:es)?|firms?"
    r"|accounts?|workplace|firmographics?|industr(?:y|ies)|sectors?|verticals?|employees"
    r"|headcount|staff|(?:annual |yearly )?(?:revenue|turnover)|where|at|regions?|geograph(?:y|ies)"
    r"|countr(?:y|ies)|size)(?: (?:size|type|profile|stage|details?|count|and|or|&|/"
    r"|industry|sector|region))*)?"
)
"""A label that says of the employer, not of the person."""
_IS_TOLD = re.compile(r"[?]|\b(?:is|are|was|get|gets|we|you|our|your|points?)\b")
"""What stands in a sentence, not in the value of a label."""
_LONGEST, _MOST_ASKED = 25, 3
_OF_IT = re.compile(r"^Does it\b")
_READ = frozenset({"firmographics", "fitExplanation", "commonJobTitles", UNSORTED, SKIP})
_NOT_OF_THEM = frozenset({"technology"})


@dataclass(frozen=True, slots=True)
class Employers:
    """What a persona's card says of its employers: the lines, the facts in them, the counts."""

    lines: tuple[Item, ...] = ()
    facts: tuple[FoundFact, ...] = ()
    counts: tuple[Item, ...] = ()


def employers_told(material: Material, beside: Sequence[FoundFact]) -> Employers:
    """
    Read the labelled lines on the employers that hold a fact or a count of them.

    `beside` are the facts in the sentence that names the title; they come first.
    """
    lines = [Item(one.fact.value, "SOURCE", one.span) for one in beside]
    facts = list(beside)
    counts: list[Item] = []
    for statement, what in material.sorted:
        if what.field not in _READ or not statement.headings or not _labels(statement.headings[-1]):
            continue
        if len(statement.text.split()) > _LONGEST or _IS_TOLD.search(statement.text):
            continue
        span = material.span(statement)
        found = [one for one in facts_in(span) if _is_theirs(one)]
        counted = find_counts(span.quote)
        if not found and not counted and what.field != "firmographics":
            continue
        lines.append(Item(capital(squeeze(statement.text)), "SOURCE", span))
        facts += found
        counts += [
            Item(one.text, "SOURCE", span.part(one.start, one.end))
            for one in counted
            if not any(_meet(one.start + span.start, fact) for fact in found)
        ]
    once = {one.text: one for one in reversed(lines)}
    return Employers(tuple(once.values())[::-1][:MAX_ITEMS], tuple(facts), tuple(counts))


@lru_cache(maxsize=1024)
def _labels(heading: str) -> bool:
    label = heading.strip(" :")
    return bool(label) and _LABEL.fullmatch(label) is not None


def _is_theirs(found: FoundFact) -> bool:
    return not found.fact.negated and found.fact.key not in _NOT_OF_THEM


def _meet(start: int, found: FoundFact) -> bool:
    """Tell whether a count is the number of a fact: "1,500+ employees"."""
    return found.span.start <= start < found.span.end


def of_employers(told: Employers) -> list[Asked]:
    """Ask about the facts of the employers, and the counts that size them in their trade."""
    counted = [
        replace(one, item=replace(one.item, text=_OF_IT.sub("Does their company", one.item.text)))
        for one in map(from_count, told.counts)
    ]
    facts = list({(one.fact.key, one.fact.value): one for one in reversed(told.facts)}.values())
    return [*from_facts(facts[::-1], "persona"), *counted][:_MOST_ASKED]

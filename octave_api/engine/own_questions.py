"""
The questions that a source asks itself: which of its lines are some, and which come first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item
from octave_api.engine.source_questions import asked
from octave_api.engine.verbs import base_of_third
from octave_api.engine.wording import capital

MOST_OWN = 24
"""Questions of a source that are worded: twice what an answer holds, since some are twins."""
REFUSES = re.compile(r"(?i)(?:no|not|never|can['’]t|cannot|only wants|unwilling|refuses)\b")
SAYS_OF_THEM = re.compile(
    r"(?i)(?:need|want|request|ask|look|requir|insist|expect|demand|use|only|just|still|already"
    r"|under|over|below|above|less than|fewer than|more than|outside)\w*\s"
)
"""What opens a label that says of a prospect what it does: "Needs a local server"."""
WE = re.compile(r"(?:We|Our|Be)\b")
IS_QUESTION = re.compile(
    r"(?is)^(?:tell me|tell us|walk me|walk us|describe)\b|.*\?\s|.*\?[\"”’']?\s*$"
)

NOTED = re.compile(
    r"(?i)(?!(?:what|who|where|when|why|how|which|whose|tell|describe|are|is|do|does|did|can|could"
    r"|will|would|should|has|have|any|you|your|really|right|ok|okay|yes|no|so|if|and|or|then)\b)"
    r"(?:[^\s?]+ ){0,6}[^\s?]+\?"
)
"""A question jotted down without a verb: "central purchasing?"."""


def without_advice(items: Sequence[Item]) -> list[Item]:
    """Leave out labels of advice: "Support", where "Support: be helpful" follows."""
    advised = set()
    for item in items:
        label, _, rest = item.text.partition(": ")
        if rest and (WE.match(capital(rest)) or commands(capital(rest))):
            advised.add(label)
    return [one for one in items if one.text not in advised or tells(one.text)]


def tells(label: str) -> bool:
    """Tell whether a label says something of a prospect by itself, whatever is advised then."""
    first, _, rest = label.partition(" ")
    does = bool(rest) and base_of_third(first.lower()) is not None
    return does or bool(REFUSES.match(label) or SAYS_OF_THEM.match(label))


_OWN_FORM = re.compile(r"(?i)(?!can they (?:say|name|describe)|do they know)\w")
_WHETHER = re.compile(r"(?i)^(?:.*[.!?]\s+)?(?:do|does|is|are|has|have|would|will|can)\s[^?]*\?")


def best_first(items: Sequence[Item], most: int) -> list[Item]:
    """
    Order a source's own questions where it has more than `most`: those that ask yes or no, then
    those that make one, then the others, and of each sort one from every heading in turn.
    """
    if len(items) <= most:
        return list(items)
    ranked: list[tuple[int, int, int, Item]] = []
    seen: Counter[tuple[int, str]] = Counter()
    for place, item in enumerate(items):
        made = asked(item.text).text if IS_QUESTION.match(item.text) else ""
        sort = 0 if not made else 2 - bool(_OWN_FORM.match(made)) - bool(_WHETHER.match(item.text))
        cut = bool(made) and 3 * len(made.split()) < len(item.text.split())
        sort = max(sort, 0) + cut  # Of a question with a second part, the first says less.
        ranked.append((sort, seen[sort, item.heading], place, item))
        seen[sort, item.heading] += 1
    return [item for _, _, _, item in sorted(ranked, key=lambda one: one[:3])]

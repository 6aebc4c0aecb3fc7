"""
Whether a clause that names a thing says that it is there, or merely names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.verbs import base_of_past, base_of_third

_THERE = re.compile(
    r"(?i)\b(?:have|has|had|having|got|use[sd]?|using|uses|run|runs|running|own|owns|operate[sd]?"
    r"|operates|rely|relies|there(?:['’]s| is| are| was)|in place|live|keep|keeps|maintains?"
    r"|employs?|set up|introduced|implemented|adopted|installed|rolled out|signed|bought"
    r"|approved|no|not|without|lacks?|never|none|dropped|replaced|built|hired|appointed|gets?"
    r"|face[sd]?|sees?|suffers?|cut|frozen|laid|launched|joined|added|leads?|led|head of|works? on"
    r"|works? with|working with|logged|tracked|managed|stored|kept|done|handled|sits?|lives?)\b"
    r"|['’]ve\b|:|n['’]t\b|\bby \w"
)
_BY_MEANS_OF = re.compile(
    r"(?i)\b(?:on|with|in|via|through|using|their|our|its|his|her|my|from|(?:is"
    r"|are) an?)\s+(?:[\w-]+\s+){0,2}$"
)
_NO_USE_OF = re.compile(
    r"(?i)\b(?:compet\w+|integrat\w+|partner\w*|met|meet\w*|call|demo|interview\w*|visit\w*"
    r"|familiar"
    r"|experience|interest\w*|alternative|like|as|than|versus|vs|for|about|ask\w*|heard|know\w*)\b"
)
_MERELY_NAMED = re.compile(
    r"(?i)\b(?:need(?:s|ed)?|required?|necessary|important|interesting|nice to have|must-have"
    r"|a must"
    r"|matters?|sounds?|expensive|cheap|would|could|should|can wait|discussed|topic|came up|later"
    r"|soon|wants?|wanted|missing|demo|pricing|price|vendors?|market|webinar|article|book"
    r"|conference|event|training|course|experience|experts?|certified|certification|tower|visit"
    r"|admin|admins|developers?|consultants?|partner|partners|project|initiative|idea|failed"
    r"|attempt)\b"
)


def possesses(clause: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a clause that names a thing says that it is there, beside naming it."""
    rest = "".join(
        " " if any(start <= at < end for start, end in spans) else letter
        for at, letter in enumerate(clause)
    )
    if _THERE.search(rest):
        return True
    before, after = clause[: spans[0][0]], clause[spans[-1][1] :]
    if _MERELY_NAMED.search(rest) or _NO_USE_OF.search(before):
        return False
    if _BY_MEANS_OF.search(before) or (len(clause.split()) <= _FRAGMENT and not before.strip()):
        return True
    if len(before.split()) <= 2 and len(clause.split()) <= NOTE and not _has_verb(clause):
        return True
    # "The data team doubled last year": what something is said of, is there.
    return len(before.split()) <= 2 and bool(_SAID_OF.match(after))


_FRAGMENT = 3
NOTE = 8
"""A clause of so many words may be a note without a verb."""


def _has_verb(clause: str) -> bool:
    """Say whether a clause may hold a finite verb, or is a note such as "CRM plus two admins"."""
    words = re.findall(r"[a-z']+", clause)
    return any(base_of_third(word) or base_of_past(word) or word in _BE for word in words)


_BE = frozenset("is are was were be been has have had do does did will would can could may".split())
_SAID_OF = re.compile(
    r"(?i)\s*(?:[,.;(–—-]|\b(?:since|for|with|from|on|in|by|at|of|is|are|was|were|must|can|will"
    r"|[a-z]+(?:ed|es|s))\b)"
)

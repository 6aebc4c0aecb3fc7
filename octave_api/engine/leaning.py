"""
Which way a sentence leans on some of its words: said to be so, not so, or only planned.

A negation reaches as far as its clause lets it: "no CRM with workflows" denies the CRM,
"a CRM without workflows" does not, and "not only a CRM but …" denies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

Lean = Literal["yes", "no", "planned"]
Span = tuple[int, int]

CLAUSE = re.compile(
    r"[;|]|\s[–—-]\s|—|,?\s+\bbut\b(?! also)(?<!thing but)(?<!all but)|,\s+(?:while|whereas"
    r"|although|though|however|yet|so)\b"
    r"|\b(?:while|whereas|although|however)\b|,?\s+\band\s+(?=(?:they|it|we|he|she|there|i)\b)"
    r"|,\s+(?=(?:they|it|we|he|she|there|i|which)\b)|\bbecause\b|\bsince\s+(?=(?:they|it|we|the)\b)"
    r"|,\s+(?=(?:not|no|never|without|nobody|no one|everybody|everyone|all|nothing)\b)"
    r"|,\s+(?=\w+(?: \w+)? (?:is|are|was|were|runs?|sits?|happens?|goes|lives?) )",
    re.IGNORECASE,
)

# Reaches only what comes after it, within a few words.
_NEAR = re.compile(
    r"(?i)\b(?:no(?!\s+(?:doubt|matter|longer|more than|less than|fewer than|later than|problem"
    r"|wonder|question))(?!\.)|without|lacks?|lacking|none|zero|instead of|rather than|free of"
    r"|absence of|neither|nor|missing|(?:everything|anything|nothing like) (?:but|except)"
    r"|all (?:but|except)(?! (?:one|two|three|four|five|\d))|except(?: for)?|apart from|other than"
    r"|hardly any|barely any|scarcely any|next to no|not a single|not one|as opposed to)\b"
)
# Denies a verb: reaches the rest of its clause, and the subject before it.
_VERB = re.compile(
    r"(?i)(?:\b(?:do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should)n['’]t\b"
    r"|\bnot\b|\bcannot\b|\bnever\b|\bno longer\b|\bhardly\b|\bbarely\b|\brarely\b|\bseldom\b"
    r"|\bunable to\b"
    r"|(?<!no )\bdoubts?\b(?= (?:that|they|we|he|she|it|there)\b))"
    r"(?!\s+(?:only|just|merely|simply|solely|least|to mention|necessarily|more than|less than"
    r"|fewer than|fail|stop|miss|uncommon|unusual|sure|any\b(?<=ly any)))"
)
# A subject that is nobody: reaches the rest of its clause, and nothing before it.
_NOBODY = re.compile(
    r"(?i)\b(?:nobody|no[ -]one|none of|neither of|nothing)\b(?! (?:but|else|like))"
)
# "It isn't that they don't sell": denies all of the clause that follows.
_NOT_THAT = re.compile(
    r"(?i)(?:\b(?:is|was)n['’]t|\bnot)\s+(?:true |the case |as if |like |because )?(?:that )?"
    r"(?=(?:they|we|he|she|it|i)\b)"
)
# A thing of the past: reaches what comes after it, up to what took its place.
_PAST = re.compile(
    r"(?i)\b(?:used to|got rid of|gotten rid of|dropped|abandoned|retired|phased out|scrapped"
    r"|discontinued"
    r"|cancel?led|gave up|given up|stopped|ended|sold off|shut down|closed down|moved (?:off"
    r"|away from|from)"
    r"|switched (?:off|away from|from)|migrated (?:off|away from|from)|replaced|ruled out|rejected"
    r"|refuses?(?: to)?|refused(?: to)?|declined|turned down|opposes?|against|failed to|outgrew"
    r"|outgrown|shelved|let go of|did away with|pulled out of|exited|wound down|ditched"
    r"|got out of|(?-i:[Ll]eft (?=[A-Z]))|threw|thrown out|binned|ripped out|took out|removed"
    r"|decommissioned)\b(?!-)"
)
_PAST_TAIL = re.compile(
    r"(?i)\b(?:was|were|got|has been|have been|had been|is being"
    r"|are being)\s+(?:\w+ly\s+|\w+ed (?:and|but) )?(?:dropped|abandoned"
    r"|retired|phased out|scrapped|cancel?led|stopped|sold|shut down|closed down|replaced"
    r"|ruled out|rejected"
    r"|turned down|removed|frozen|denied|cut|postponed|put on hold|shelved)\b"
    r"|\buntil (?:last|recently|(?:19|20)\d\d|this|the)\b|\b(?:is|are) (?:gone|missing|absent"
    r"|lacking|history|non-existent|nonexistent)\b"
    r"|\b(?:a thing|things) of the past\b|\bon hold\b|\bfell through\b|\boff the table\b"
    r"|\bout of the question\b|\blapsed?\b"
    r"|\b(?:has|have) expired\b|\bback burner\b|\b(?:down|low on|bottom of) the list\b"
    r"|\blow(?:est)? priority\b|\bno priority\b"
    r"|\b(?:is|are|was|were) (?:\w+ly )?(?:zero|nil|none)\b|\bturned? (?:it|them) down\b"
    r"|\b(?:sits|rests|lies|stays|is) with (?:his|her|my|their) (?:boss|manager|superiors?)\b"
)
_UP_TO = re.compile(
    r"(?i)\b(?:with|by|to|that|which|who|whose|because|so|until|for the|and)\b|[,:(]"
)
_RELATIVE = re.compile(r"(?i)\b(?:that|which|who|whose|where|with|for|because|when|if)\b")
_TURNS = re.compile(r"(?i)\b(?:that|which|who|because|so)\b")
_NEAR_WORDS = 6
_GETTING = (
    r"(?:buy|introduc|implement|adopt|get|set|hir|open|build|start|us|hav|sign|launch|roll|mov"
    r"|migrat|switch"
    r"|replac|install|deploy|creat|bring|tak|put|own|outsourc|leas|recruit|invest|run|appoint"
    r"|form|add|mak"
    r"|purchas|rent|automat|expand|develop|establish|procur|pilot|test|try|becom|grow|reach|join"
    r"|appl|go)\w*"
)
_PLANNED = re.compile(
    rf"(?i)\b(?:(?:plan(?:s|ning|ned)?|intend(?:s|ing|ed)?|going|want(?:s|ed|ing)?|hop(?:e|es"
    rf"|ing)|aim(?:s|ing)?"
    rf"|about|expect(?:s|ed|ing)?|decided|prepar(?:e|es|ing)|due|set|scheduled|wish(?:es)?|like"
    rf"|have yet|has yet|yet)"
    rf"\s+(?:\w+\s+)?to\s+(?:\w+ly\s+)?{_GETTING}|(?:will|shall"
    rf"|['’]ll)\s+(?:\w+ly\s+)?(?:be\s+)?{_GETTING}"
    r"|consider(?:s|ing|ed)?|evaluat(?:e|es|ing|ed)|exploring|looking (?:for|at|into|to)"
    r"|shopping for"
    r"|thinking (?:about|of)|toying with|in talks|in the market for|shortlist(?:ed|ing)?"
    r"|on the roadmap"
    r"|planned|scheduled for|plans? for|next (?:year|quarter|spring|summer|autumn|fall|winter"
    r"|month))\b"
)


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[Span, ...]:
    """Give the spans of a sentence's clauses; the whole is one when nothing divides it."""
    spans, begin = [], 0
    for match in CLAUSE.finditer(text):
        if text[begin : match.start()].strip(" ,"):
            spans.append((begin, match.start()))
            begin = match.end()
    if text[begin:].strip(" ,.") or not spans:
        spans.append((begin, len(text)))
    return tuple(spans)


def lean(text: str, words: Sequence[Span], *, planning: bool = False) -> Lean:
    """
    Say how one clause leans on the words at these spans.

    `planning`: the question asks about a plan or a wish, so that one is a yes.
    """
    if not words:
        return "yes"
    first, last = words[0][0], words[-1][1]
    denials = 0
    near = list(_NEAR.finditer(text))
    for cue in near:
        # "Neither A nor B" denies B once.
        again = cue.group().lower() == "neither" and any(
            cue.end() < other.start() < first for other in near if other.group().lower() == "nor"
        )
        named = any(start < cue.end() and cue.start() < end for start, end in words)
        denials += not again and not named and _reaches_near(text, cue.end(), words)
    for cue in _VERB.finditer(text):
        after = [word for word in words if word[0] >= cue.end()]
        before = [word for word in words if word[1] <= cue.start()]
        reaches = bool(after) and not _TURNS.search(text[cue.end() : after[0][0]])
        if before and not after:
            reaches = not _RELATIVE.search(text[before[-1][1] : cue.start()])
        denials += reaches
    denials += any(cue.end() <= first for cue in _NOT_THAT.finditer(text))
    denials += any(cue.end() <= first for cue in _NOBODY.finditer(text))
    past = any(cue.start() >= first for cue in _PAST_TAIL.finditer(text))
    for cue in _PAST.finditer(text):
        after = [word for word in words if word[0] >= cue.end()]
        overlaps = any(word[0] < cue.end() and cue.start() < word[1] for word in words)
        if after and not overlaps and not _UP_TO.search(text[cue.end() : after[0][0]]):
            past = True
    denials += past  # "Used to be on it until last year" ends once.
    if denials % 2:
        return "no"
    reach = text.find(",", last)
    if not planning and any(
        cue.start() < last or cue.group().lower().startswith(("plan", "sched", "next", "on the"))
        for cue in _PLANNED.finditer(text[: reach if reach >= 0 else len(text)])
    ):
        return "planned"
    return "yes"


def _reaches_near(text: str, end: int, words: Sequence[Span]) -> bool:
    after = [word for word in words if word[0] >= end]
    if not after:
        return False
    between = text[end : after[0][0]]
    return len(between.split()) < _NEAR_WORDS and not re.search(
        r"[,:;(]|\b(?:that|which|who|but)\b", between
    )

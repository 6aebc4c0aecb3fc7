"""
Framing: what may stand in a question's frame, checked before the question is asked.

A line is read by rule, and a rule may misread it; what a frame cannot hold is quoted instead.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.lexicon import Word, look_up
from octave_api.engine.phrase_words import (
    ARTICLES,
    AUXILIARIES,
    CLEAR_BASES,
    DETERMINERS,
    INTRANSITIVE,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
)
from octave_api.engine.verbs import base_of_third

_FRAME = re.compile(
    r"(?i)^(?P<frame>is this person responsible for|does this person|do they|are they|have they|"
    r"do they (?:want|need) to|are they working to)\s+(?P<rest>\S.*)\?$"
)
_LEAD = re.compile(r"(?i)^(?:(?:not|only|mainly|mostly|never|also|\w+ly)\s+)+(?=\S)")
_TOKEN = re.compile(r"[^\W_][\w'’-]*")
_TWICE = re.compile(
    r"\b(?:their|true of them that) any(?:thing|body|one)\b|\b(?:planned|done|made|run|kept"
    r"|sold|paid|handled)"
    r" (?:how|when|where|why)\?$|"
    r"\b(?:do|does) (?:do|does|is|are|was|were|has|can|will)\b|"
    r"\b(?:is|are) (?:is|are|do|does)\b|"
    r"\b(?P<same>the|an?|to|of|for|and|or|is|are|their|that they)\s+(?P=same)\b|"
    r"^are that\b|^(?:do|does)\b[^?,;]*\band do(?:es)? not\b|"
    r"\bhave (?:likely|probably|usually|often|mostly) an?\b|\bhave (?:any|no|every|some)(?:body"
    r"|one)\b"
    r"|^(?:is|are) (?!(?:there|it|they|what|who|how|one|this|that|any|all|no)\b)(?:[a-z'-]+ ){1,2}"
    r"(?:is|are) [a-z]+ed\b|^(?:is|are|do|does) (?:their|its) (?:at least|at most|more than)\b"
)

_LONE_VERB = re.compile(r"(?i)\bstruggle to [a-z]+(?:,| and| or) (?P<next>[a-z]+)\?$")
"""A verb whose object was cut off: "struggle to track and documentation"."""


_OF_SCORE = re.compile(
    r"“(?:below|above|over|under|at least|\d+|from) ?\d* ?[-–+]? ?\d* ?points?\b", re.I
)
"""What is done with a score is no question about a prospect."""


EVERYBODYS = re.compile(
    r"(?i)(?:(?:to )?(?:be|get|feel|stay|have|keep|enjoy|earn|make|achieve"
    r"|find)(?:ing)? )?(?:(?:an?|more|well|"
    r"better|very|really|fairly|some) )*(?:paid(?: (?:well|fairly|more|on time|to do .*|for .*))?"
    r"|paycheck|pay rise|"
    r"salary|money|success(?:ful)?|happy|happiness|respect(?:ed)?|valued|appreciated"
    r"|recogni[sz](?:ed|tion)(?: (?:at|for|by) .*)?|"
    r"job (?:security|satisfaction)|work[-/ ]life balance|career(?: (?:growth|progression"
    r"|development|advancement))?|"
    r"promot(?:ed|ion)|raise|bonus|good life|peace of mind|sleep(?:ing)?(?: (?:well|better"
    r"|at night|through the night))?"
    r"|holidays?)\W*$|"
    r"(?:to )?do(?:ing)? (?:a |their |his |her |my )?(?:good |great |best |better )*(?:job"
    r"|work)(?: well)?\W*$"
)
"""What everybody wants, in any trade: it tells no buyer from another."""


@lru_cache(maxsize=1024)
def fits(question: str) -> bool:
    """
    Tell whether what stands in a question's frame is of the form that the frame asks for.

    After "responsible for": a noun phrase or a gerund; after "does this person", "do they" and
    "to": the base form of a verb; after "are they": no bare base form. A question that quotes
    its line holds any words.
    """
    if "“" in question:
        return _OF_SCORE.search(question) is None
    words = [word.lower().replace("’", "'") for word in _TOKEN.findall(question)]
    if not question.endswith("?") or len(words) < 3 or _TWICE.search(question.lower()):
        return False
    if (
        " ," in question
        or " none or " in question
        or words[-1] in _NEVER_LAST
        or question[-2] in ",;:-–—&/"
    ):
        return False
    lone = _LONE_VERB.search(question)
    if lone is not None and not look_up(lone["next"].lower()).base:
        return False
    frame = _FRAME.match(question)
    if frame is None:
        return True
    rest = _TOKEN.findall(_LEAD.sub("", frame["rest"]))
    if not rest:
        return True
    low = [word.lower().replace("’", "'") for word in rest]
    while len(low) > 1 and look_up(low[0]).adverb and not look_up(low[0]).base:
        low = low[1:]
    found = look_up(low[0])
    head = frame["frame"].lower()
    if head.endswith("responsible for"):
        return is_thing(low, rest[0][:1].isupper())
    if head == "are they":
        return not (found.base and _only_base(found))
    if low[0] == "be":
        return False
    if low[0] == "have" and len(low) > 2 and head == "do they" and _is_done(low[1:]):
        return False
    if low[0] == "have" and len(low) > 2 and _does(low[1:]):
        return False
    if head == "have they":
        return True
    base = found.base or low[0] in ("have", "do") or not found.known
    return base and low[0] not in ARTICLES | PRONOUNS


def _does(low: list[str]) -> bool:
    """Tell whether a verb stands where a thing would be had: "have ends within a year"."""
    held = look_up(low[0])
    return held.third and low[1] in _WHEN and not (held.plural and low[1] == "in")


def _is_done(low: list[str]) -> bool:
    """Tell whether a participle with its complement follows "have": no thing that is had."""
    held = look_up(low[0])
    participle = held.past and not (held.noun or held.adjective)
    return participle and low[1] in DETERMINERS | PREPOSITIONS | {"to"}


_WHEN = frozenset("within before after until by".split())
_NEVER_LAST = ARTICLES | frozenset(
    "and or but because if while although very my your our each every which whose than".split()
)


def is_thing(low: list[str], name: bool = False) -> bool:
    """Tell whether words in lower case open a noun phrase or a gerund, not a verb phrase."""
    first, second = low[0], low[1] if len(low) > 1 else ""
    if name or not (first[0].isalpha()):
        return True
    if first in AUXILIARIES | CLEAR_BASES | {"to"}:
        return False
    found, after = look_up(first), look_up(second)
    if found.gerund or not found.known:
        done = second in ARTICLES and first not in DETERMINERS  # "firefight a late van"
        return found.gerund or not done
    if (found.base or found.third) and not (found.noun or found.adjective or found.adverb):
        return False
    if found.third and second in PARTICLES | ARTICLES | PRONOUNS | {"after"}:
        return False
    return not (found.base and second in ARTICLES | PRONOUNS and not after.noun)


def _only_base(found: Word) -> bool:
    return not (found.noun or found.adjective or found.past or found.adverb or found.gerund)


def is_listed_thing(text: str) -> bool:
    """Tell whether a short line ends with a noun that may be a verb: "paper driver logs"."""
    words = text.split()
    base = base_of_third(words[-1].lower())
    few = 2 < len(words) <= 4 and words[0].lower() not in DETERMINERS
    return few and base is not None and base not in INTRANSITIVE

"""
Shortening: the point of a line that is too long to be asked on a call.

What is cut adds to the point and does not change it; a tail with a number stays, since a
threshold is the point. The line itself, and its quote, are not touched: only the question is.
"""

from __future__ import annotations

import re

from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase_words import (
    AUXILIARIES,
    DANGLING,
    DETERMINERS,
    HARD,
    INTRANSITIVE,
    PREPOSITIONS,
    RELATIVES,
)
from octave_api.engine.verbs import base_of_gerund, base_of_third

SAYABLE = 8
"""Words; with its frame ("Is this person responsible for …?") a question has three or four more."""
_LEAST, _FEW = 3, 6
_OF_ALL = re.compile(
    r"(?i)\b(?:and|or) (?:[\w-]+ ){1,3}?(?P<all>(?:for|with|across|before|after|at|within) [^,;]+)$"
)
_TOGETHER = re.compile(
    r"(?i)\b(?:and|or|is|are|was|were|has|have|can|will|that|which|who|when|if)\b|[\"“(]"
)
_TELLS = re.compile(r"(?i)\b(?:is|are|was|were|has|have|can|will|do|does)\b")
_TAKES_TO = frozenset("up due prior close next thanks owing according".split())
"""What "to" belongs to: "have up to date repairs"."""
_POINTS_BACK = re.compile(r"(?i)[a-z]+ (?:it|them|this|these)\b")
_COMMA = re.compile(r",\s+")
_EITHER = re.compile(r"(?i)\bor\b")
_OTHER_DEED = re.compile(r"(?i)\s+or\s+(?P<next>\w+ing)\b(?=\s+\S)")
_AIM = re.compile(r"(?i)\s+to\s+(?P<next>[a-z]+)\b(?=\s+\S)")
_BY_HAND = re.compile(r"(?i)(?:hand|phone|fax|post|e-?mail|whatsapp|messages?|paper)\b")
"""By what something is done: of a trouble that is the point."""
_TO_DO = re.compile(r"(?i)\bto \w+(?:, \w+)*$")
_HOW = re.compile(
    r"(?i)\s+(?:by|through|via|when|while|whenever|because|since|so that|as (?:they|the|it)"
    r"|that they (?:face|have|see|get|receive|handle)|that (?:is|are)|related to|based on"
    r"|according to|in line with|in (?:terms|light|support|accordance) of|regarding|throughout"
    r"|during|alongside|in collaboration with|together with)\b"
)
_GOVERNS = (
    frozenset(
        "allow ask convince enable encourage expect fail force get help hire invite know lead let "
        "motivate need pay persuade prepare push require spend take teach tell try use want "
        "waste".split()
    )
    | HARD
)
"""What an aim belongs to wherever it stands: "use a sheet to plan", "hard for them to plan"."""
_TAKES_AIM = frozenset(
    "ability able access attempt authority budget capacity chance come decide decision desire "
    "desperate eager effort enough failure freedom go how inability incentive intend intention "
    "keen learn likely obligation opportunity order permission place plan power pressure quick "
    "ready reason refuse reluctant responsibility right room seem skill slow space struggle tend "
    "threaten time unable urge wait way willing willingness".split()
)
"""Words that cannot stand without the "to" that follows them."""
_NEGATED = re.compile(r"(?i)\b(?:not|no|never|nobody|nothing|without|only|too|n['’]t)\b|n['’]t\b")


def shortened(text: str, room: int = SAYABLE) -> str:
    """
    Give the point of `text` in about `room` words, or `text` as it is where no cut is safe.

    Cut are, from the first that leaves enough: further things and deeds of a list, what
    something is done for, and how or when it is done.
    """
    if len(text.split()) <= room:
        return text
    for pattern in (_COMMA, _OTHER_DEED, _AIM, _HOW):
        for found in pattern.finditer(text):
            head, tail = text[: found.start()], text[found.end() :]
            if _stands(head, tail) and _may_go(pattern, found, head, tail):
                text = f"{head}{_of_all(tail)}" if pattern is _COMMA else head
                break
        if len(text.split()) <= room:
            break
    return text


def first_of_list(text: str) -> str:
    """Keep the first thing of "live arrival times, fewer calls": no "and" makes them one."""
    head, comma, tail = text.partition(", ")
    words, after = head.lower().split(), tail.lower().split()
    if not comma or len(words) < 2 or len(after) < 2 or _TOGETHER.search(text):
        return text
    last, opens = look_up(words[-1]), look_up(after[0])
    first = look_up(words[0])
    thing = last.noun and not last.adjective and (first.adjective or not first.base)
    goes_on = after[0] in PREPOSITIONS or opens.adverb or opens.gerund or opens.base or opens.third
    return text if not thing or goes_on or any(char.isdigit() for char in tail) else head


def _of_all(tail: str) -> str:
    """Give what belongs to all things of a list: " for the company" of "a, b and c for the …"."""
    found = None if _TELLS.search(tail) else _OF_ALL.search(tail)
    opens = look_up(found.group().split()[1].lower()) if found else None
    if opens is not None and opens.base and not (opens.noun or opens.adjective):
        return ""  # "… and prepare the group for audits": it belongs to that deed alone.
    return f" {found['all']}" if found and len(found["all"].split()) < _FEW else ""


def _stands(head: str, tail: str) -> bool:
    """Tell whether what is left can be said alone, and nothing that matters goes."""
    words = head.split()
    if len(words) < _LEAST or any(char.isdigit() for char in tail):
        return False
    if any(head.count(left) != head.count(right) for left, right in ("()", "“”", "[]")):
        return False
    last = words[-1].lower().strip("\"'’”")
    if words[-2].endswith(",") and last.endswith("ly"):
        return False  # "hard to see, frequently": what it goes with was cut off.
    if last in _TAKES_TO or head.count('"') % 2 or last in DANGLING | DETERMINERS | AUXILIARIES:
        return False
    if words[-2].lower() in RELATIVES and look_up(last).noun:
        return False  # "one sheet that sales, kitchen and service see"
    found = look_up(last)
    open_end = (found.adjective or found.past) and not (found.noun or found.plural)
    return not open_end


def _may_go(pattern: re.Pattern[str], found: re.Match[str], head: str, tail: str) -> bool:
    if pattern in (_COMMA, _AIM) and _NEGATED.search(tail):
        return False
    low = [word.lower() for word in re.findall(r"[\w'’-]+", head)]
    if len(low) < 2:
        return False
    if pattern is _COMMA:
        if _TO_DO.search(head) and look_up(low[-1]).base and _opens_verb(tail):
            return False  # "to find, sort and report on the data": they share an object.
        follows = look_up(tail.partition(" ")[0].lower())
        if low[-2] in ("a", "an") and look_up(low[-1]).adjective and follows.adjective:
            return False  # "a long, complicated process" is one thing, whatever else "long" is.
        # "between A, B and C" and "Munich, Germany" are one thing; "a large, old plant" too.
        return "between" not in low and low[-2] not in PREPOSITIONS and not _EITHER.search(tail)
    way = found.group().strip().lower()
    if pattern is _HOW and way in ("through", "via", "by") and _forms(low[-1]) & INTRANSITIVE:
        return False  # "every quote goes through three sheets": where it goes is the point.
    if pattern is _HOW and _BY_HAND.match(tail):
        return False
    if pattern is _HOW and _POINTS_BACK.match(head):
        return False  # "match it to an order when an invoice comes": it is named there.
    if pattern is _HOW and way == "by" and look_up(low[-1]).past:
        return False  # "a promise made by sales": who made it is a part of it
    if pattern is _OTHER_DEED:
        return base_of_gerund(found["next"].lower()) is not None
    if pattern is _AIM:
        if not look_up(found["next"].lower()).base or _forms(low[-1]) & _TAKES_AIM:
            return False
        return not any(_forms(word) & _GOVERNS for word in low)
    return True


def _opens_verb(tail: str) -> bool:
    """Tell whether a list goes on with a verb: "sort and report on the data"."""
    words = [word.strip(",").lower() for word in tail.split()[:2]]
    return look_up(words[words[0] in ("and", "or") and len(words) > 1]).base


def _forms(word: str) -> set[str]:
    return {word, word.rstrip("s"), base_of_third(word) or word, base_of_gerund(word) or word}

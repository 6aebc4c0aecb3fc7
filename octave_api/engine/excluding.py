"""
Excluding: whom a source rules out, as a question about a prospect.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octave_api.contract import Kind
from octave_api.engine.criterion_phrasing import criterion
from octave_api.engine.features import tokens
from octave_api.engine.grammar import article
from octave_api.engine.noun_phrases import head_of
from octave_api.engine.one_firm import question_of, singular
from octave_api.engine.phrase import TOKEN
from octave_api.engine.phrases import read_phrase
from octave_api.engine.refused_sizes import may_refuse_a_size, size_asked
from octave_api.engine.said import Said, ask
from octave_api.engine.trait_phrasing import AND_OR, COMPANY_NOUN
from octave_api.engine.wording import lower_first, shorten, squeeze

_LONGEST = 1000
_ANYONE = re.compile(
    r"(?i)(?:anyone|anybody|people|those|ones|companies|teams|organi[sz]ations|businesses"
    r"|customers)\s+"
    r"(?:who|that|with|without|in|using|under|below|over)\b"
)


def lists_whom(text: str) -> bool:
    """Tell whether a line lists several sorts of people or firms: "bars, kiosks, food trucks"."""
    parts = _COMMA.split(squeeze(text[:_LONGEST]).rstrip("."))
    if len(parts) < 2:
        return False
    if len(parts[-1].split()) > _LONG_PART:
        parts[-1:] = AND_OR.split(parts[-1])
    if any(len(part.split()) > (2 if _ANYONE.match(part) else 1) * _LONG_PART for part in parts):
        return False
    return all(_names_several(part) or _ANYONE.match(part) for part in parts)


_WHO_DO = re.compile(
    r"(?i)(?!(?:compan|firm|business|organi|account|customer)\w+ |ones )(?:[\w-]+ ){1,3}(?:who"
    r"|that) "
)


def joins_whom(text: str) -> bool:
    """Tell whether a short line joins two sorts of firms: "ports and container terminals"."""
    parts = AND_OR.split(squeeze(text[:_LONGEST]).rstrip("."))
    return len(parts) == 2 and all(len(one.split()) <= 3 and _names_several(one) for one in parts)


_NOT_FOR = re.compile(
    r"(?i)\b(?:not|never|isn['’]t|aren['’]t) (?:[\w-]+ ){0,2}(?:for|worth it)\W*$|^who (?:we|it"
    r"|to)\b|^not for\b|^(?:not|nobody|no|exclud\w+|exclusions?|ruled out|out)\W*$|\b(?:bother with"
    r"|stop (?:calling|chasing|ringing)|(?:do not|don['’]?t|never) (?:call|chase|ring|visit"
    r"|target|sell to|pursue|approach)|lose with|stay away from|(?:stay|steer) clear of)\W*$"
    r"|\b(?:not|less) (?:made|built|meant|designed|suited|suitable)\b|elsewhere\W*$"
)


def names_whom(text: str, heading: str) -> bool:
    """Tell whether a line of several stands in a list of whom something is not for."""
    if _NOT_FOR.search(heading) is None:
        return False
    doing = _DOING.search(text)
    return _names_several(text[: doing.start()] if doing is not None else text)


_DOING = re.compile(
    r" [a-z]{3,}ing (?:from|in|at|for|with|on|to|as|out of|without|only|under|over)\b"
)
_COMMA = re.compile(r",\s+(?:or |and )?|;\s+")
_LONG_PART = 6


def names_some(text: str) -> bool:
    """Tell whether a line names a sort of people or firms: "anybody who leases", "kiosks"."""
    return _ANYONE.match(text) is not None or _names_several(text)


def _names_several(text: str) -> bool:
    """Tell whether a plural noun opens a phrase: "banks without branches"."""
    words = TOKEN.findall(text)
    several = head_of(words, [word.lower() for word in words])[1] is True
    return several and read_phrase(text).kind != "clause"


_AND_WE = re.compile(
    r"(?i),\s+(?:and|but|so)\s+(?:we|they|it|our)\b.*$"
    r"|,\s+(?:\w+ )?(?:no|not enough|little) (?:money|budget|interest|time|need|use|chance)\b.*$"
    r"|(?:,|\s[-–—:]|;)\s+(?![^,]* or )[^,]{0,40}\b(?:us|we|our)\b.*$"
    r"|,\s+(?:you|they|it) (?:need|have|want|are|is|will|should|can|do|don['’]t|never|only)\b.*$"
)
_AND_ANYONE = re.compile(r"(?i),? and (?P<who>anyone|anybody|those|everyone)\b")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_AND_NOBODY = re.compile(r"(?i),?\s+and (?:nobody|no one|none)\b[^,;]*$|,? please$")
_NOR = re.compile(r"(?i),? (?:and |or )?nor (?:(?:with|to|for) )?")
_AGAIN = re.compile(r"(?i)(,\s+(?:or |and )?|\s(?:or|and) )(?:for|to|with) (?=\w)")
"""A preposition that is said again in a list: "not for hostels, for chains or for clubs"."""


_PLAIN_LIST = re.compile(r"(?!.*\b(?:or|and|no|not)\b)[^,;/]{3,60}(?:, [^,;/]{3,60}){1,6}")
_JOINED = re.compile(r",? (?:or|and) ")
_LAST_AND = re.compile(r",? and (?=[^,]*$)")
_LAST_COMMA = re.compile(r", (?=[^,]*$)")


_REMARK = re.compile(r"\s[–—]\s[^,;]*$")
"""Why, behind a dash: "papers of a group – head office buys"."""
_WHOEVER = re.compile(
    r"(?i)^(?:whoever|any(?:thing|one|body)) (?:that |who |which )?(?=[a-z]{2,}s )"
)
_ANYTHING = re.compile(r"(?i)^anything (?:in (?=\w)|(?=(?:[a-z-]+ )?[a-z-]+$))")
_DONE = re.compile(
    r"(?i)any(?:thing|one|body) (?:that is |which is |who is )?(?P<what>(?:[a-z]{2,}ed|run|led"
    r"|built"
    r"|sold|bought|held|kept) (?:by|in|from|as|on) .+)$"
)
_NO_WHOM = re.compile(
    r"(?i)^(?:it|they|we|you|this|that|these|those|people|things|somebody|someone)$"
    r"|\b(?:it|they|we|you|i|them|us|that|which|who|is|are|was|were|to|for|with|of|and|or)$"
    r"|\b(?:that|which|whom) (?:it|they|we|you|i)\b|\b(?:we|us|our)\b"
)
"""What cannot be asked as it stands: it ends on a pronoun, or tells of the seller."""
_NO_FIELD = re.compile(
    r"(?i)(?:under|below|over|above|less|fewer|more|smaller|bigger|larger|any\w+|nothing"
    r"|something|every\w+|if|when|where|while|because|it|they|we|you|this|that|these|not|no|only"
    r"|too|just|so|but|and|or|is|are|was|has|have|does|do|single|very|really)\b"
)
"""What opens no name of a field that a company is in."""
_IT = re.compile(r"(?<= )(?:its|it)(?= )")


def _theirs(found: re.Match[str]) -> str:
    """Speak of the company of a person: "Does it have" becomes "Does their company have"."""
    return "their company's" if found.group() == "its" else "their company"


_BEING_DONE = re.compile(
    r"(?i)^(?P<kind>(?!(?:their|its|the|all|no|any|most|some|not)\b)(?:[\w-]+ ){0,2}?)(?P<noun>"
    r"[a-z]{3,}[^s\W]s) (?P<rest>(?:owned|run|led|managed|operated|backed|funded|controlled"
    r"|franchised|held|bought|acquired) (?:by|in|from|out of) [^,;]+)$"
)


def being_done(text: str) -> Said | None:
    """Ask whether a prospect is one of those done by others: "kitchens run by the council"."""
    found = _BEING_DONE.match(_REMARK.sub("", text.rstrip(".")))
    if found is None:
        return None
    kind = lower_first(found["kind"]) if found["kind"] else ""
    noun = found["noun"] if kind else lower_first(found["noun"])
    one = article(f"{kind}{singular(noun)} {found['rest']}")
    return Said(ask(f"Is it {one}"), 1.0, f"Are you {one}?")


def excluded(who: str, kind: Kind) -> Said:
    """Ask whether a prospect is one of those that the source rules out ("agencies")."""
    who = _REMARK.sub("", who)
    who = _AND_ANYONE.sub(r" or \g<who>", _IN_BRACKETS.sub("", _AND_WE.sub("", who)))
    who = _NOR.sub(" or ", _AND_NOBODY.sub("", who))
    low = lower_first(squeeze(shorten(_AGAIN.sub(r"\1", who[:_LONGEST]), 18)))
    low = _WHOEVER.sub("anyone who ", low)
    joined = _JOINED.search(low) or ", not " in low
    if _PLAIN_LIST.fullmatch(low) or (lists_whom(low) and not joined):
        low = _LAST_COMMA.sub(" or ", low)
    elif lists_whom(low):
        low = _LAST_AND.sub(" or ", low)
    elif " and " in low and joins_whom(low):
        low = low.replace(" and ", " or ", 1)
    size = size_asked(low) if may_refuse_a_size(tokens(low)) else None
    if size is not None:
        return size if kind == "segment" else replace(size, text=_IT.sub(_theirs, size.text))
    state = _DONE.match(low)
    if state is not None and not re.search(r",(?!\d)|[;/]| or ", low):
        return Said(ask(f"Is it {state['what']}"), 1.0, f"Are you {state['what']}?")
    low = _ANYTHING.sub("", low)
    if _NO_WHOM.search(low):
        return Said(ask(f"Does this describe them: “{low}”"), 0.0)
    if low.endswith("-only"):
        return Said(ask(f"Are they {low}"), 1.0, f"Are you {low}?")
    listed = re.search(r",(?!\d)|[;/]|\b(?:or|and)\b", low)
    one = re.match(r"an? (?:[\w-]+ ){1,3}(?:that|which|who|with|without|in) ", low)
    if one is not None and kind == "segment" and not listed:
        return Said(ask(f"Is it {low}"), 1.0)
    some = _WHO_DO.match(low)
    if some is not None and kind == "segment" and not _ANYONE.match(low):
        return Said(ask(f"Are they {low}"), 1.0, f"Are you {low}?")
    firms = None if listed else question_of(low)
    if firms is not None:
        return Said(ask(firms[0]), 1.0, firms[1])
    if kind == "segment" and not listed and _names_several(low) and not low.startswith("ones "):
        return Said(ask(f"Are they {low}"), 1.0)
    if _ANYONE.match(low) or (low.startswith(("anyone on ", "anybody on ")) and not listed):
        done = criterion(low)
        if done is not None:
            return replace(done, sure=1.0)
        return Said(ask(f"Are they among {low}"), 1.0)
    if lists_whom(low) or _names_several(low):
        employers = kind == "persona" and COMPANY_NOUN.match(low)
        return Said(ask(f"{'Do they work for' if employers else 'Are they'} {low}"), 1.0)
    if _NO_FIELD.match(low):
        return Said(ask(f"Does this describe them: “{low}”"), 0.0)
    if not listed:
        return Said(ask(f"{'Do they work' if kind == 'persona' else 'Is it'} in {low}"), 1.0)
    start = "Is this person one of" if kind == "persona" else "Is it one of"
    return Said(ask(f"{start} these: {low}"), 1.0)

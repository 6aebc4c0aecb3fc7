"""
Inversion: a short statement about a prospect's things, asked with its verb first.

"Returns are above 5 %" -> "Are their returns above 5 %?"
"The contract ends in May" -> "Does the contract end in May?"
"Bookkeeping outsourced" -> "Is their bookkeeping outsourced?"
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.noun_phrases import finite_at, head_of
from octave_api.engine.phrase import TOKEN
from octave_api.engine.phrase_words import (
    DETERMINERS,
    INTRANSITIVE,
    JOINS,
    MOSTLY_VERBS,
    OFTEN_NOUNS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECTS,
)
from octave_api.engine.trimming import keep_case
from octave_api.engine.verbs import base_of_past, base_of_third

_BE = frozenset("is are was were has have had can could will would must should".split())
_NOBODYS = SUBJECTS | frozenset(
    "someone somebody anyone anybody one nobody something they he she".split()
)
_ANOTHER = frozenset("new second third additional".split())
_COMING = frozenset(
    "planned ordered scheduled announced approved pending running ahead imminent underway signed "
    "booked coming opened wanted needed required requested desired identified named confirmed"
    " appointed demanded imposed expected refused".split()
)
"""Of something new, which is not theirs yet: "a second site planned"."""
_LONGER = frozenset("longer less more earlier later better worse faster slower over under".split())
_OFTEN_DONE = (MOSTLY_VERBS | INTRANSITIVE | {"end", "cost", "expire", "renew", "start"}) - {
    "contract", "order", "shop", "park", "plant", "store", "branch", "van", "truck", "tool",
    "design", "plan", "test", "report", "review", "track", "machine", "trade", "brand", "model",
}  # fmt: skip
_HAPPENED = frozenset(
    "start change leave join retire move resign fail expire merge grow rise fall".split()
)
"""What happens by itself: "auditor changed"."""
_OPENS = frozenset("already still currently now often usually fully mostly partly not".split())
_FOLLOWS = (
    PREPOSITIONS | PARTICLES | DETERMINERS | _LONGER | {"to", "that", "everything", "nothing"}
)
_HOW = frozenset(
    "last in-house inhouse externally internally manually abroad locally online late daily weekly"
    " monthly yearly centrally elsewhere".split()
)
_BOUNDS = frozenset("fewer less more greater".split())
_LATELY = frozenset("just already recently lately only now".split())
_SAME_IN_PASSIVE = frozenset("run set cut put".split())
_ADVERB = re.compile(
    r"(?i)^(?P<subject>(?:[\w'’-]+ ){0,3}?[\w'’-]+) (?P<adverb>also|still|already|only|often"
    r"|usually|always|never) (?P<verb>[a-z]+s) (?P<rest>\S.*)$"
)
_OR_DOES = re.compile(r"(?i)(?P<join>or|and) (?P<verb>[a-z]+s)\b")
_MOST_SUBJECT = 7
_WHEN = re.compile(
    r"(?i)\b(?:in the (?:last|past)|last (?:year|month|quarter|winter|summer|spring|autumn)|ago$"
    r"|in (?:19|20)\d\d|recently)\b"
)


def inverted(text: str) -> tuple[str, float] | None:
    """
    Give the question, without its mark, and how sure it is; None where no verb is found.

    Only for lines that are known to state a criterion: what may be a noun is taken for the verb.
    """
    between = _ADVERB.match(text)
    base = base_of_third(between["verb"].lower()) if between is not None else None
    if between is not None and base and between["subject"].split()[0].lower() not in _NOBODYS:
        subject = between["subject"]
        who = _theirs(subject, subject.lower().split())
        return f"does {who} {between['adverb'].lower()} {base} {between['rest']}", 0.75
    words = TOKEN.findall(text.partition('"')[0].partition("“")[0])
    low = [word.lower().replace("’", "'") for word in words]
    if len(low) < 3 and not (len(low) == 2 and _participle(low, 1)):
        return None
    place = 2 if _decides(low) else finite_at(words, low, 0)
    if place is None or place < 1:
        place = _likely(low) or _at_end(low)
    if place is None or place > _MOST_SUBJECT or RELATIVES & set(low[:place]):
        return _without_verb(text, words, low)
    verb = low[place]
    if place == len(low) - 1 and low[0] in _BOUNDS and low[1] == "than":
        return None  # "Fewer than 30 temps": the last word is what is counted.
    if low[0] in ("nobody", "no-one", "nothing", "no"):
        return None
    subject, rest = _around(text, words, place)
    if verb in _BE:
        done = place + (_next(low, place) in _LATELY)
        if verb in ("has", "have", "had") and not look_up(_next(low, done)).past:
            do = "do" if verb == "have" else "does" if verb == "has" else "did"
            return f"{do} {_theirs(subject, low[:place])} have {rest}", 0.75
        return f"{verb} {_theirs(subject, low[:place])} {rest}", 0.8
    found = look_up(verb)
    if _next(low, place) == "by" and verb in _SAME_IN_PASSIVE:
        return (
            f"are {_theirs(subject, low[:place])} {verb} {rest}",
            0.7,
        )  # "Utilities run by a board"
    base = base_of_third(verb)
    if base is not None:
        again = _OR_DOES.match(rest)
        other = base_of_third(again["verb"].lower()) if again is not None else None
        if again is not None and other is not None:
            rest = f"{again['join']} {other}{rest[again.end() :]}"
        return f"does {_theirs(subject, low[:place])} {base} {rest}", 0.7
    if found.base:
        return f"do {_theirs(subject, low[:place])} {verb} {rest}", 0.7
    past = base_of_past(verb)
    return (f"did {_theirs(subject, low[:place])} {past} {rest}", 0.7) if past else None


def _next(low: Sequence[str], place: int) -> str:
    return low[place + 1] if place + 1 < len(low) else ""


def _decides(low: Sequence[str]) -> bool:
    """Tell whether somebody who can forbid it does: "the council bans hosting abroad"."""
    return (
        len(low) > 3
        and low[0] in DETERMINERS
        and base_of_third(low[2]) in _RULES
        and not look_up(low[1]).plural
    )


_RULES = frozenset(
    "ban veto block forbid refuse reject insist demand require prohibit oppose dictate mandate"
    " allow decide own set".split()
)


def _likely(low: Sequence[str]) -> int | None:
    """Find a word that may be a verb, and stands where only a verb makes sense."""
    for place in range(1, min(len(low) - 1, _MOST_SUBJECT)):
        found, before, after = look_up(low[place]), look_up(low[place - 1]), low[place + 1]
        if low[place] in RELATIVES or low[place - 1] in PREPOSITIONS | DETERMINERS | {"to"}:
            continue
        goes_on = after in _FOLLOWS - {"of", "for"} or after[:1].isdigit()
        goes_on = goes_on or look_up(after).adverb
        if found.third and after in ("it", "them") and before.noun and not before.plural:
            return place
        either = found.noun and after in PREPOSITIONS | {"to"} and low[0] not in ("the", "their")
        base = base_of_third(low[place]) or low[place]
        if either and (base not in _OFTEN_DONE or base in OFTEN_NOUNS - _OFTEN_DONE):
            continue
        one = (before.noun or not before.known) and not before.plural
        if found.third and one and (goes_on or base in MOSTLY_VERBS - OFTEN_NOUNS):
            return place
        if found.base and before.plural and goes_on and not found.past:
            return place
    return None


def _at_end(low: Sequence[str]) -> int | None:
    """Find what happens at the end of a line: "quality manager leaves"."""
    last, before = low[-1], look_up(low[-2])
    happens = base_of_third(last) in _HAPPENED and before.noun and not before.plural
    return len(low) - 1 if happens and len(low) < _MOST_SUBJECT else None


def _participle(low: Sequence[str], place: int) -> bool:
    found = look_up(low[place])
    by = low[place + 1 : place + 2] == ["by"] and base_of_past(low[place]) is not None
    return (found.past and not found.noun) or by or low[place] in _COMING


def _without_verb(text: str, words: Sequence[str], low: Sequence[str]) -> tuple[str, float] | None:
    """Ask of "vans leased", "an audit running", "online booking already offered"."""
    for place in range(1, min(len(low), _MOST_SUBJECT)):
        if low[place] == "with":
            break  # "A licence with two years left" is had.
        ended = place + 1 == len(low) or low[place + 1] in _FOLLOWS | {"last"}
        if ended and base_of_past(low[place]) in _HAPPENED and look_up(low[place - 1]).noun:
            subject, rest = _around(text, words, place, keep=True)
            have = "have" if look_up(low[place - 1]).plural else "has"
            return f"{have} {_theirs(subject, low[:place])} {rest}", 0.7
    end, plural, _ = head_of(words, low)
    place = end
    if low[end : end + 1] == ["by"] and end > 1 and _participle(low, end - 1):
        place = end = end - 1
    if place >= len(low) and len(low) > 1 and _participle(low, len(low) - 1):
        place = len(low) - 1
    if look_up(low[0]).gerund and len(low) > 1 and _participle(low, 1):
        place = end = 1
    how = next((n for n, word in enumerate(low) if word in _HOW and n > 1), 0)
    if place >= len(low) and how and _participle(low, how - 1):
        place = end = how - 1
    last = look_up(low[-1])
    if place >= len(low) - 1 > 0 and last.adjective and not (last.noun or last.past):
        subject, rest = _around(text, words, len(low) - 1, keep=True)
        be = "are" if look_up(low[-2]).plural else "is"
        whole = look_up(low[-2]).noun
        return (f"{be} {_theirs(subject, low[:-1])} {rest}", 0.7) if whole else None
    while place < len(low) and low[place] in _OPENS:
        place += 1
    if place >= len(low) or not 1 <= place <= _MOST_SUBJECT:
        return None
    word = low[place]
    ended = place + 1 == len(low) or low[place + 1] in _FOLLOWS | JOINS | _HOW
    if not (ended and (_participle(low, place) or word in _COMING)):
        return None
    if word in PREPOSITIONS or (look_up(low[place - 1]).adverb and place == 1):
        return None
    subject, rest = _around(text, words, end if low[end : end + 1] else place, keep=True)
    if end >= len(low):
        subject, rest = _around(text, words, place, keep=True)
    at = min(end, place) - 1
    while at > 0 and low[at] in _OPENS:
        at -= 1
    many = bool(look_up(low[at]).plural or plural)
    many = many or (not look_up(low[at]).known and low[at].endswith("s"))
    be = "are" if many else "is"
    if _WHEN.search(text):
        be = "were" if many else "was"
    coming = bool(_COMING & set(low[place:]))
    if low[place] in ("offered", "available", "possible"):
        return f"{be} {keep_case(subject)} {rest}", 0.7
    who = _indefinite(subject, be) if coming else _theirs(subject, low[:place])
    return f"{be} {who} {rest}", 0.7


def _around(text: str, words: Sequence[str], place: int, *, keep: bool = False) -> tuple[str, str]:
    """Give what stands before a word and what follows it (the word too, where it is kept)."""
    tokens = list(TOKEN.finditer(text))
    cut = tokens[place]
    return text[: cut.start()].strip(" ,"), text[cut.start() if keep else cut.end() :].strip()


def _theirs(subject: str, low: Sequence[str]) -> str:
    """Give a subject as the prospect's: "returns" -> "their returns"; a name stays."""
    first = low[0]
    if subject.partition(" ")[0] == "IT":
        return f"their {subject}"
    if len(low) == 1 and first in ("price", "quality", "cost", "speed"):
        return first
    if first in _ANOTHER and len(low) > 1 and not look_up(low[-1]).plural:
        return article(keep_case(subject))
    plain = subject.lower() if first in _NOBODYS else keep_case(subject)
    if first in DETERMINERS | PRONOUNS | _NOBODYS or first[:1].isdigit():
        return plain
    if plain[:1].isupper() and not any(char.isupper() for char in plain[1:]) and " " not in plain:
        plain = plain.lower()
    elif plain[:1].isupper() and not plain.split()[0].isupper():
        return plain
    if "or" in low and look_up(first).noun and not look_up(first).gerund and _is_one(low):
        return article(plain)
    if {"or", "and"} & set(low) or look_up(first).gerund:
        return plain
    return f"their {plain}"


def _is_one(low: Sequence[str]) -> bool:
    """Tell whether people of either sort are meant, one of them: "owner or office manager"."""
    return all(_PERSON.search(one) for one in " ".join(low).split(" or "))


_PERSON = re.compile(r"(?:man|er|or|ist|ian|ent|ant|ee)$")


def _indefinite(subject: str, be: str) -> str:
    plain = keep_case(subject)
    if be == "is" and plain.isupper():
        return plain
    if be in ("are", "were") or plain.split()[0].lower() in DETERMINERS:
        return plain
    return article(plain)

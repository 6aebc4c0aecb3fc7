"""
What an open question takes for granted: "How often are you late?" -> "Are they often late?".

The words that matter stay; only the question word goes. Where nothing is taken for granted
that can be asked with yes or no, there is no such form.
"""

from __future__ import annotations

import re

from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase_words import DETERMINERS, PARTICLES, PREPOSITIONS, PRONOUNS, RELATIVES
from octave_api.engine.verbs import base_of_gerund, base_of_past, verb

_WAYS = frozenset(
    "know tell ensure measure track monitor verify prove prioritise prioritize decide determine "
    "find handle manage predict forecast detect check keep see make deal avoid prevent control "
    "understand evaluate assess choose select approve".split()
)
"""Of these, what is asked with "how" is whether there is a way at all."""
_NEVER_ALONE = frozenset(
    "feel describe rate look seem sound compare differ think see define come go work become view "
    "do characterise characterize react respond say call get spell explain rank".split()
)
"""What these mean hangs on the "how"."""
_AMOUNT = re.compile(r"(?i)^how much(?:\s+(?P<of>of\s+.+)|\s+(?P<noun>(?:\w+\s){0,2}\w+))?$")
_MASS = frozenset(
    "time effort money work productivity revenue budget attention energy capacity".split()
)
_DEGREE = re.compile(
    r"(?i)^how (?P<how>important|critical|urgent|difficult|hard|easy|happy|satisfied|pleased"
    r"|confident|comfortable|painful|costly)$"
)
_MANNER = re.compile(r"(?i)^how (?P<how>soon|quickly|well|easily)$")
_TAKES = re.compile(
    r"(?i)^it (?:currently |usually |typically )?take (?P<whom>\S+ )??to (?P<done>\S.+)$"
)
_DEGREE_OF = re.compile(
    r"(?i)^(?P<who>(?:they|it|(?:their|the|this|your|most|all) (?:[\w'’-]+ ){0,4}?[\w'’-]+)) "
    r"(?P<rest>(?:with|to|for|about|that|of)\b.+)$"
)
_NAMED = re.compile(r"(?i)^(?:what|which) (?P<kind>(?:[\w'’/-]+ ){0,4}?[\w'’/-]+)$")
_TAKERS = frozenset(
    "do use dislike like change miss need want expect know lose pay try measure report plan".split()
)
_MEANS = frozenset("use take have run set hold".split())
"""What is used to some end: "What steps do you take to …"."""
_ACTS = re.compile(
    r"(?i)^(?P<act>preventing|stopping|holding|keeping|blocking|driving|slowing|pushing|forcing"
    r"|hindering|prevented|stopped|held|kept|blocked|driven)\s(?P<rest>\S.+)$"
)
_OWNS = re.compile(
    r"(?i)^who (?P<where>(?:in|on|at) (?:their|the) \w+ )?(?P<verb>owns|leads|runs|manages"
    r"|maintains|coordinates|oversees|handles) (?P<rest>(?!(?:it|them|this|that)$)\S.+)$"
)
_IS_OWNER = re.compile(
    r"(?i)^who is (?P<rest>(?:responsible for|in charge of|accountable for)\s\S.+)$"
)
_WHO_ELSE = re.compile(r"(?i)^who else is (?P<done>\w+) (?P<rest>\S.+)$")
_ENDS_OPEN = re.compile(r"(?i)\b(?:to|for|with|on|in|at|of|from|by|about|into|through|like)$")
_TOGETHER = re.compile(r"(?i),?\s+and (?:how|what|why|when|where|who|which|from|to)\b.*$")
_BE = ("is", "are", "was", "were")
_LEAST = 2


def without_asker(text: str) -> str | None:
    """Ask what "Who owns …" and "Who else is …" take for granted."""
    owner = _OWNS.match(text)
    if owner:
        where = owner["where"] or ""
        return f"is there somebody {where}who {owner['verb'].lower()} {owner['rest']}"
    other = _WHO_ELSE.match(text)
    if other and look_up(other["done"].lower()).past:
        return f"is anybody else {other['done']} {other['rest']}"
    owner = _IS_OWNER.match(text)
    if owner:
        return f"is somebody {owner['rest']}"
    return None


def presumed(wh: str, aux: str, rest: str, verb_place: int | None) -> str | None:
    """
    Give the yes/no form, or None; `verb_place` is the word of `rest` where its subject ends.

    ("how often", "do", "they bake late", 1) -> "do they often bake late"
    """
    rest = _TOGETHER.sub("", rest)
    words = rest.split()
    if not words or words[0].lower() in ("this", "that", "these", "those", "we", "i", "it's"):
        return None
    taken = _long(wh, aux, rest) or _of_degree(wh, aux, rest) or _acts(wh, aux, rest)
    if taken:
        return taken
    if aux in _BE and (lost := _much_is(wh, aux, rest)):
        return lost
    if verb_place is None or verb_place >= len(words) or aux == "would":
        return None
    subject = " ".join(words[:verb_place])
    tail = " ".join(words[verb_place:])
    if len(tail.split()) < _LEAST or tail.split()[0] in ("not", "n't"):
        return None
    low = wh.lower()
    if low == "how":
        return _manner(aux, subject, tail)
    if low == "how often":
        return f"{aux} {subject} often {tail}"
    if (
        low == "why"
        and aux != "did"
        and subject.lower() not in ("it", "there")
        and len(tail.split()) > _LEAST
    ):
        return f"{aux} {subject} {tail}"
    if (manner := _MANNER.match(wh)) and len(tail.split()) <= 8 and not _ENDS_OPEN.search(tail):
        return f"{aux} {subject} {tail} {manner['how'].lower()}"
    return _objects(wh, aux, subject, tail)


def _long(wh: str, aux: str, rest: str) -> str | None:
    """Ask whether it takes long: "How long does it take to open a shop?"."""
    takes = _TAKES.match(rest) if wh.lower() == "how long" and aux == "does" else None
    if takes is None:
        return None
    return f"does it take {takes['whom'] or ''}long to {takes['done']}"


def _of_degree(wh: str, aux: str, rest: str) -> str | None:
    """Ask whether it is so: "How important is price to them?" -> "Is price important to them?"."""
    degree = _DEGREE.match(wh)
    if degree is None or aux not in _BE:
        return None
    how = degree["how"].lower()
    it = re.match(r"(?i)^it (?P<rest>(?:for .+ )?to \S.+)$", rest)
    if it:
        return f"{aux} it {how} {it['rest']}"
    of = _DEGREE_OF.match(rest)
    if of:
        return f"{aux} {of['who']} {how} {of['rest']}"
    who, _, tail = rest.partition(" ")
    if who.lower() in ("they", "it") and tail:
        return f"{aux} {who} {how} {tail}"
    short = re.fullmatch(r"(?i)(?:their|the) (?:[\w'’-]+ ){0,4}[\w'’-]+", rest)
    return f"{aux} {rest} {how}" if short and how in ("important", "critical", "urgent") else None


def _acts(wh: str, aux: str, rest: str) -> str | None:
    """Ask whether anything does it: "What is keeping you from …?"."""
    found = _ACTS.match(rest) if wh.lower() == "what" and aux in ("is", "has") else None
    if found is None or len(found["rest"].split()) < _LEAST:
        return None
    return f"{aux} anything {found['act'].lower()} {found['rest']}"


def _much_is(wh: str, aux: str, rest: str) -> str | None:
    """Ask of a part of a whole: "How much of the flour is wasted?"."""
    much = _AMOUNT.match(wh)
    if much is None:
        return None
    if much["of"]:
        return f"{aux} much {much['of']} {rest}"
    noun, first = much["noun"], rest.split()[0].lower()
    if noun and look_up(first).past and first not in DETERMINERS:
        return f"{aux} much {noun} {rest}"
    return None


def _manner(aux: str, subject: str, tail: str) -> str | None:
    """Ask whether it is done, or whether there is a way to do it."""
    first, _, done = tail.partition(" ")
    base = base_of_gerund(first.lower()) if aux in _BE else first.lower()
    if base is None and aux in _BE and (past := base_of_past(first.lower())) and " " in done:
        return f"{aux} {subject} {tail}" if past not in _NEVER_ALONE | {"structure"} else None
    if base is None or verb(base) is None or base in _NEVER_ALONE or not done:
        return None
    if re.match(r"(?i)(?:you|they|we) (?:think|feel|see)\b", done):
        return None
    if base in _WAYS and aux in ("do", "does", "are", "is", "can", "will"):
        have = "does" if aux in ("does", "is") else "do"
        return f"{have} {subject} have a way to {base} {done}"
    if len(f"{subject} {done}".split()) <= _LEAST or _ENDS_OPEN.search(done):
        return None
    return f"{aux} {subject} {tail}"


def _objects(wh: str, aux: str, subject: str, tail: str) -> str | None:
    """Put what is asked for after its verb: "What tools do you use for flour?"."""
    first, _, after = tail.partition(" ")
    base = base_of_gerund(first.lower()) if aux in _BE else first.lower()
    if base is None or verb(base) is None or _ENDS_OPEN.search(tail):
        return None
    next_word = after.partition(" ")[0].lower()
    free = not after or next_word in PREPOSITIONS | {"to", "today", "now", "right", "so"}
    much = _AMOUNT.match(wh)
    if much and not much["of"]:
        noun = (much["noun"] or "").lower()
        if noun and noun.split()[-1] not in _MASS:
            return None
        if not free and not (noun == "" and next_word in PREPOSITIONS) and not _adds(after):
            return None
        return f"{aux} {subject} {first} much{' ' + noun if noun else ''} {after}".rstrip()
    if wh.lower() == "what":
        if base not in _TAKERS or not free or len(after.split()) < 2 or next_word == "so":
            return None
        thing = "anything" if base != "use" else "something"
        return f"{aux} {subject} {first} {thing} {after}"
    named = _NAMED.match(wh)
    if named is None:
        return None
    kind = named["kind"].lower().split()
    found = look_up(kind[-1])
    if after.lower() == "them" and found.plural:
        return f"{aux} {subject} {first} them any {named['kind']}"
    if after.split()[-1:] in (["most"], ["best"], ["least"]):
        return None
    simple = free and after and (next_word != "to" or base in _MEANS)
    if simple and found.plural and base not in ("look", "work", "go") and not _relative(kind):
        listed = " ".join(named["kind"].split())
        return f"{aux} {subject} {first} any {listed} {after}"
    return None


def _adds(after: str) -> bool:
    """Tell whether a gerund goes on with a verb: "spend (much time) tracing vans"."""
    first = after.partition(" ")[0].lower().strip("'\"‘“")
    return look_up(first).gerund or base_of_gerund(first) is not None


def _relative(words: list[str]) -> bool:
    return bool(set(words) & (RELATIVES | PRONOUNS | PARTICLES)) or words[0] in ("other", "else")

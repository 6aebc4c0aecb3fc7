"""
A clause told about a prospect's affairs, turned into a question about them.

"Deals stall in legal" -> "Do deals stall in legal?"
"Invoices are paid late" -> "Are invoices paid late?"
"""

from __future__ import annotations

import re

from octave_api.engine.lexicon import look_up
from octave_api.engine.noun_phrases import finite_at, noun_or_clause
from octave_api.engine.phrase import TOKEN, lowered
from octave_api.engine.phrase_words import (
    AUXILIARIES,
    CLEAR_THIRDS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
)
from octave_api.engine.trimming import keep_case, without_share
from octave_api.engine.verbs import base_of_gerund, base_of_past, base_of_third

_NOBODY = frozenset("nobody no-one nothing no none neither never not".split())
_BEFORE_VERB = frozenset("also often always still usually sometimes only just".split())
_LONGEST_SUBJECT = 6
_HAVE = frozenset("has have had".split())
_SECOND = re.compile(r"(?i)\b(?:and|but|or)\s+(?:then\s+|also\s+)?(?P<verb>[a-z]+)\b")
_WORLD = re.compile(
    r"(?i)^(?:the |their |an? |every |all )?(?:[\w&/-]+ ){0,3}?(?:markets?|industry|industries"
    r"|sectors?|world|economy|landscape|society|environment|competition|regulation|regulations"
    r"|regulators?|legislation|technology|technologies|trends?|consumers|demand)"
    r"(?: (?:for|of|in|on|around) [\w -]+)?$"
)
_MOVES = re.compile(
    r"(?i)^(?:(?:is|are|has|have|have been|has been|continues? to|keeps?) )?(?:being |been |also "
    r"|now |\w+ly )*(?:chang|evolv|mov|transform|shift|grow|becom|tighten|increas|consolidat"
    r"|develop|ris|accelerat|shrink|matur|adopt|under|getting|more|expect|fac|highly|very|complex"
    r"|competitive|dynamic|tight|tough|demand|fragmented|disrupt|continu)"
)
"""What the whole trade goes through: a yes tells no prospect from another."""
_SO = re.compile(r"(?i),\s+(?:so|which|that|and|but|because|as|while|if|when|\d+)\s.*$")
_OTHER_CLAUSE = re.compile(
    r"(?i)\b(?:and|but) (?:then )?(?:nobody|no one|they|it|he|she|nothing)\b"
)
_AND_NOBODY = re.compile(r"(?i),? and (?:nobody|no one|they|it|he|she|nothing) [a-z]+\b.*$")
_HOLDS_COMMA = re.compile(r"[,;:(]")

_MOOD_ABOUT = re.compile(
    r"(?i)^(?:(?:(?:they|he|she)(?:['’](?:re|s)| are| is)|is|are|gets?|feels?) )?(?:\w+ )?"
    r"(?:frustrated|annoyed|stressed|worried|unhappy|upset|overwhelmed) (?:because|that|since|as) "
    r"(?:it(?: is|['’]s)|they(?: find|['’]re finding) it) (?P<hard>(?:hard|difficult|tough|tricky"
    r"|impossible|time-consuming|cumbersome|painful) (?:for (?:them|me|us) )?to \S.+?)"
    r"(?:,? and because .*)?$"
)
"""The reason is the pain: "Frustrated because it is hard to find data"."""
_OF_SOME = re.compile(
    r"(?i)^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|most|many|several) (?:of|in"
    r"|out of) (?:the |these )?(?:\d+|them|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?P<verb>[a-z]+)(?P<rest> .+)$"
)
"""What some of those asked do: "seven of nine fix payslips by hand"."""


_ANOTHER = re.compile(
    r"(?i)^[^,;:–—]{2,40}? (?:is|are) (?:the|an)(?: ?other)?(?: (?:big|main|biggest|real|other"
    r"|second))* (?:one|problem|issue|headache|pain|thing|worry|killer)"
    r"(?:\s+[–—-]\s+|[:;]\s+)(?P<what>\S+ \S+ \S.*)$"
)
"""What counts troubles off: "No-shows are the other big one – a tenth of slots are lost"."""


def unframed(line: str) -> str:
    """Give what is told inside a frame: a mood and its reason, or how many of them do it."""
    counted = _ANOTHER.match(line) if " – " in line or " - " in line or ": " in line else None
    if counted is not None:
        return counted["what"]
    line = without_share(line)
    mood = _MOOD_ABOUT.match(line)
    if mood is not None:
        return mood["hard"]
    some = _OF_SOME.match(line)
    if some is None or not look_up(some["verb"]).base or look_up(some["verb"]).third:
        return line
    return f"They {some['verb']}{some['rest']}"


def of_the_world(text: str) -> bool:
    """Tell whether a clause says how a market or its rules move, which is nobody's pain."""
    words = TOKEN.findall(text)
    place = _verb_at(words, lowered(words))
    if place is None:
        return False
    cut = _start(text, place)
    return bool(_WORLD.match(text[:cut].strip()) and _MOVES.match(text[cut:]))


def turned(text: str) -> str | None:
    """
    Give a clause as a question without its mark, its verb first; None where that is not safe.

    Not safe: what is denied, a long subject, a second verb that "does" would leave behind.
    """
    words = TOKEN.findall(text)
    low = lowered(words)
    place = _verb_at(words, low)
    if place is None or not 1 <= place <= _LONGEST_SUBJECT:
        return None
    text = _AND_NOBODY.sub("", text) if " and " in text else text
    if low[0] in PREPOSITIONS or (place == 1 and low[0] in _ARTICLES) or _OTHER_CLAUSE.search(text):
        return None
    verb, follows = low[place], low[place + 1] if place + 1 < len(low) else ""
    denies = "'" in verb or verb == "cannot" or _NOBODY & set(low[: place + 2])
    if denies or RELATIVES & set(low[:place]):
        return None
    cut = _start(text, place)
    subject, rest = text[:cut].strip(), text[cut + len(words[place]) :].strip()
    if _HOLDS_COMMA.search(subject) or (not rest and not look_up(verb).only_verb):
        return None
    subject, rest = keep_case(subject), _first_deed(_SO.sub("", rest), verb)
    told = noun_or_clause(subject, words[:place], low[:place])
    if told.kind == "noun" and told.countable and low[0] not in DETERMINERS:
        subject = f"the {subject}"
    if follows == "be" and verb in _MAY:
        return f"{'are' if told.plural else 'is'} {subject} {rest[2:].strip()}"
    if verb in _TO_DO and not look_up(follows).base:
        return f"{verb} {subject} do {rest}"
    if verb in AUXILIARIES and not (verb in _HAVE and not look_up(follows).past):
        return f"{verb} {subject} {rest}"
    if verb in _HAVE:
        return f"{_DO[verb]} {subject} have {rest}"
    if base_of_third(verb) is not None and not _stays(rest, third=True):
        return f"does {subject} {base_of_third(verb)} {rest}"
    found = look_up(verb)
    if verb == "found":
        return f"did {subject} find {rest}"
    if found.base and not _stays(rest, third=False):
        return f"do {subject} {verb} {rest}"
    past = base_of_past(verb)
    return f"did {subject} {past} {rest}" if past and not found.base else None


def _first_deed(rest: str, verb: str) -> str:
    """
    Leave out a second verb that the question's own would not govern: it asks one thing.

    "are on paper and arrive late" gives "on paper", "come by e-mail and are missed" "by e-mail".
    """
    for joined in _SECOND.finditer(rest):
        word = joined["verb"].lower()
        found, begin = look_up(word), rest[: joined.start()].rstrip(" ,")
        if not joined.group().lower().startswith("and") or len(begin.split()) < _LEAST_SAID:
            continue
        if word in AUXILIARIES:
            return begin
        finite = found.third or (verb in _BE and found.base and not found.past)
        if finite and not (found.noun or found.adjective or found.plural):
            return begin
    return rest


_LEAST_SAID = 2
_BE = frozenset("is are was were".split())
_ARTICLES = frozenset("the a an their our your his her its".split())
_MAY = frozenset("can could may might".split())
_TO_DO = frozenset("do does did".split())
_DO = {"has": "does", "have": "do", "had": "did"}


def _stays(rest: str, *, third: bool) -> bool:
    """Tell whether a second verb would stay in its form: "crashes and loses orders"."""
    for joined in _SECOND.finditer(rest):
        found = look_up(joined["verb"].lower())
        if third and found.third and not found.noun:
            return True
        if joined["verb"].lower() in AUXILIARIES:
            return True
    return False


def _verb_at(words: list[str], low: list[str]) -> int | None:
    if low and low[0] in SUBJECTS:
        at = 1 + (len(low) > 2 and low[1] in _BEFORE_VERB)
        return at if len(low) > 2 else None
    place = finite_at(words, low, 0) if len(low) > 1 else None
    if place is None and low and base_of_gerund(low[0]) is not None:
        place = finite_at(words, low, 1)
        clear = (at for at, word in enumerate(low) if at > 1 and word in CLEAR_THIRDS)
        place = next(clear, None) if place is None else place
    return place if place is not None and place > 0 else None


def _start(text: str, place: int) -> int:
    """Give where the word at `place` begins."""
    for count, token in enumerate(TOKEN.finditer(text)):
        if count == place:
            return token.start()
    return len(text)

"""
Titles by their place: after a label, as a first line, as what somebody is said to be, or as
those of whom a sentence goes on to tell.

Prose must name a known field of work to hold a title; in these places any well-formed one counts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octave_api.engine.lexicon import look_up
from octave_api.engine.named_person import named_before, nickname
from octave_api.engine.phrase_words import AUXILIARIES
from octave_api.engine.titles import Title, parse_title, parse_word, same_place

LABEL = re.compile(
    r"(?i)^\W*(?:(?:buyer|user|target|primary|secondary|our|the)\s+)?"
    r"(?:persona|profile|role|title|job title|position|buyer|champion|decision[- ]maker|contact"
    r"|user|who we (?:sell to|target|call)|zielperson|zielgruppe|cible|rolle|rôle|perfil|ruolo"
    r"|rol)\s*"
    r"(?:#?\d+)?\s*(?:[:–—-]\s*|(?<=persona )for\s+|(?<=profile )of\s+)(?=\S)"
)
_IS_A = re.compile(
    r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|[Ss]he|[Hh]e|I)(?:\s+(?:is|am|works as)|['’](?:m|s))\s+"
    r"(?:currently\s+|now\s+)?(?:the|an?)\s+(?=\S)"
)
_MEANT = re.compile(
    r"(?i)\b(?:(?:sells?|selling|sold|pitch(?:es|ing)?|speaks?|speaking|talks?|talking|talked"
    r"|spoke|writes?|"
    r"writing|goes|aimed|offers?)(?:\s\w+){0,2}?\s(?:to|at|with)|(?:calls?|calling) on"
    r"|^(?:\w+ )?(?:call|chat|meeting|demo|interview|visit)(?: notes)? with|(?:made"
    r"|built|meant|"
    r"designed|written|intended) for|targets?|targeting|(?:buyers?|contacts?|persona|champions?"
    r"|users?|customers?|"
    r"person|profile|audience|decision[- ]makers?)(?:\s(?:here|there|at \w+))?(?:\s(?:is|are)"
    r"|\s?:))\s+"
    r"(?:(?:usually|often|mostly|mainly|typically|always)\s+)?(?:(?:the|an?|our|your"
    r"|those)\s+)?(?=[^\W\d_])"
)
_SPOKE = re.compile(
    r"(?i)(?:\w+[!.] )?"
    r"(?:(?:i|we|just|today|yesterday|this morning|had a (?:call|chat)),? ){0,2}(?:spoke|talked"
    r"|met|chatted|(?:call|chat) with|w/)(?: (?:with|to))? (?:their|the|an?)\s+(?=[^\W\d_])"
)
_MET = re.compile(
    r"(?:(?:(?i:meet|introducing|this is|spoke (?:to|with)|interviewed|talked (?:to|with)|with|"
    r"(?:call|chat|meeting|demo|interview|notes?|visit)(?: notes?)?(?: (?:with|from|on|to)"
    r"| w/)|[\w ,/-]{0,40}\b(?:call|chat|meeting|demo|interview|phone|conversation|coffee)"
    r" (?:with|w/))\s+)|"
    r"[^\n.!?]{3,60}?\s[–—-]\s+)?(?=[A-Z])"
)
_REPORTS = re.compile(r"(?i)(?:who )?reports? (?:directly )?to\b")
_ONE = re.compile(r"(?:The|An?|Our|Every|Each|This|Most|Many)\s+(?=[^\W\d_])")
_NEXT = re.compile(r"[\w'’&/-]+")
_ENDS = re.compile(r"\s*(?:[,;(@]|[–—|]|\s-\s|\b(?:at|in|for|from|with|who|and)\b|$)")
_PARTED = re.compile(r"\s[-–—|]\s")
_SAID_OF = re.compile(r"\s(?:with|at|in|who|that)\s|[:;,(]|\.\s")
_PLACE = re.compile(r"[a-z][a-z-]+\s[a-z]+s\b|[a-z]+s\b\s*(?:[(),]|$)|[a-z]+ bank\b")
_REMARK = re.compile(r",\s+(?=[a-z])|\s+\(")
_MANY = re.compile(
    r"(?!(?:On|In|At|By|For|When|If|With|Every|After|Before)\b)"
    r"(?P<who>(?:The )?[A-Z][\w&/-]+(?: [\w&/-]+){0,3}?s) (?P<does>[a-z]+)\b"
)
_HEADS = re.compile(
    r"(?i)(?:managers|directors|officers|supervisors|coordinators|planners|leads|administrators"
    r"|controllers|superintendents|inspectors|masters|foremen|buyers|owners|estimators|schedulers"
    r"|wardens"
    r"|registrars|bursars|clerks|secretaries|organisers|organizers|promoters|keepers|curators)$"
)
_FOREIGN_ARTICLE = re.compile(
    r"(?i)(?:der|die|das|ein|eine|unser|unsere|le|la|l['’]|un|une|notre|el|los|una|il|lo|het|de"
    r"|een|o|a|um|"
    r"uma)(?:\s+|(?<=['’]))"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NOUNS_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Aa]nother|[Ee]very)\s(?P<nouns>(?:[a-z][a-z-]+\s){1,2})$"
)
_NOUNS_AFTER = re.compile(r"(?P<nouns>(?:\s[a-z][a-z-]+){1,2})(?=\s*[,;()]|\s(?:at|in)\s)")
_OF_ANY = frozenset(
    "team client customer prospect buyer user group fellow key existing remaining leading acting "
    "hiring growing".split()
)
_HEAD_OF = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ur)\s(?P<title>(?:head|director|vp"
    r"|manager)\sof\s(?:[\w&-]+\s){0,2}?[\w&-]+)"
    r"(?=\s(?:at|in|for|who)\b|\s*[,.;()]|$)"
)
_ROOM = 60
_LONGEST, _MOST_WORDS, _FOREIGN_WORDS = 200, 7, 3


def after_label(text: str) -> Title | None:
    """Read the title after "Buyer:" or "Persona -", or None where no label opens a line."""
    label = LABEL.match(text[:_LONGEST])
    rest = text[label.end() : _LONGEST] if label else ""
    ends = _SAID_OF.search(rest)
    own = named_before(rest)
    if label and own and (named := _alone(rest[own.end :]) or parse_word(rest[own.end :])):
        return same_place(named, label.end() + own.end)
    head = rest[: ends.start()] if ends else rest
    found = _alone(rest) or (_alone(head) if ends else None) or parse_word(rest)
    found = found or _before_name(head)
    return same_place(found, label.end()) if label and found else None


def widened(text: str, title: Title) -> Title:
    """
    Give a title of prose with the nouns around it that belong to it.

    "the parking operations manager", "(head of clinical trials supply, Basel)".
    """
    start, end = title.start, title.end
    left = _NOUNS_BEFORE.search(text, max(0, start - _ROOM), start)
    if left and all(map(_is_noun, left["nouns"].split())):
        start = left.start("nouns")
    right = _NOUNS_AFTER.match(text, end) if " of " in text[start:end].lower() else None
    if right and all(look_up(word).noun or not look_up(word).known for word in right[1].split()):
        end = right.end("nouns")
    found = parse_title(text[start:end]) if (start, end) != (title.start, title.end) else None
    if found is None and start < title.start and end == title.end:
        nouns = text[start : title.start].title()
        return replace(title, text=f"{nouns}{title.text}", start=start)
    return same_place(found, start) if found else title


def is_nickname(title: Title) -> bool:
    """Tell whether a title is a team's name for somebody: "Controller Carla"."""
    rank = title.text.rpartition(" ")[0]
    return bool(nickname(title.text)) and parse_title(rank) is not None


def _is_noun(word: str) -> bool:
    found = look_up(word)
    named = found.noun or found.gerund or not found.known
    return word not in _OF_ANY and not found.adjective and named


def as_named(text: str) -> Title | None:
    """Read "a head of passenger services" wherever a sentence names one."""
    for named in _HEAD_OF.finditer(text[: 2 * _LONGEST]):
        found = parse_title(named["title"])
        if found is not None:
            return same_place(found, named.start("title"))
    return None


def as_first_line(text: str) -> Title | None:
    """Read a first line that is a title with, at most, its company: "Verger – St Olaf's"."""
    found = _alone(text) if len(text) <= _LONGEST and not _PARTED.search(text) else None
    found = found or parse_word(text)
    found = found or _after_name(text[:_LONGEST])
    if found is None or text[-1:] in ".!?" or len(found.text.split()) > _MOST_WORDS:
        return None
    named = text[found.start : found.end]
    rest = text[found.end :]
    named = named if found.start == 0 else named.capitalize()
    return found if named[:1].isupper() and (not rest.strip() or _ENDS.match(rest)) else None


def _after_name(text: str) -> Title | None:
    """Read the title after a name in one of the parts of a line: "Stories - Samir, surveyor"."""
    begin = 0
    for part in _PARTED.split(text):
        at = text.find(part, begin)
        begin = at + len(part)
        own = named_before(part)
        found = _alone(part[own.end :]) if own else None
        if own is not None and found is not None:
            return same_place(found, at + own.end)
    found = _alone(text)
    parted = found is not None and _PARTED.search(text[found.start : found.end])
    return None if parted else found


def without_remark(title: Title, text: str) -> Title:
    """Leave out where a title is held: "Head of Guest Relations, river cruises"."""
    remark = _REMARK.search(text, title.start, title.end)
    alone = parse_title(text[title.start : remark.start()]) if remark else None
    around = text[title.start - 1 : title.start] + text[title.end : title.end + 1]
    placed = remark is not None and (around == "()" or _PLACE.match(text, remark.end()))
    if not placed or alone is None:
        return title
    return same_place(alone, title.start)


def _alone(text: str) -> Title | None:
    """
    Read a title without a name before it or a remark after it.

    "Danuta (studio manager)", "Studio manager, dance schools (north)".
    """
    own = named_before(text)
    inner = parse_title(text[own.end :].rstrip(" )")) if own else None
    if own is not None and inner is not None:
        return same_place(inner, own.end)
    remark = _REMARK.search(text)
    return (parse_title(text[: remark.start()]) if remark else None) or parse_title(text)


def as_predicate(text: str) -> Title | None:
    """Read what a sentence says that somebody is: "Rosa is a night auditor at …"."""
    told = _IS_A.match(text)
    if told is None or len(text) > _LONGEST:
        return None
    rest = text[told.end() :]
    for end in _ENDS.finditer(rest):
        found = parse_title(rest[: end.start()])
        if found is not None and found.start == 0:
            return same_place(found, told.end())
    return None


def as_subject(text: str) -> Title | None:
    """Read those of whom a sentence tells: "Leakage managers plan the surveys"."""
    told = _MANY.match(text[:_LONGEST])
    if told is None or not _HEADS.search(told["who"]):
        return None
    goes_on = told["does"] in AUXILIARIES or told["does"] in _BESIDE
    if not goes_on and not look_up(told["does"]).base:
        return None
    return parse_title(told["who"])


def as_the_one(text: str) -> Title | None:
    """Read the one of whom a sentence tells: "The hire desk manager books every machine"."""
    told = _ONE.match(text[:_LONGEST])
    return _before_more(text, told.end()) if told else None


def as_met(text: str) -> Title | None:
    """Read what somebody with a name is: "Meet Joan, a rota coordinator in Leeds"."""
    met = _MET.match(text[:_LONGEST])
    named = named_before(text, met.end()) if met else None
    return _before_more(text, named.end) or _headed(text, named.end) if named else None


def _headed(text: str, begin: int) -> Title | None:
    """Read "head of after-sales": of whatever field, where it stands behind a name."""
    if text[begin : begin + 8].lower() != "head of ":
        return None
    # Without hyphens, so that no part of "after-sales" is read as a word.
    found = _before_more(text[:begin] + text[begin:].title().replace("-", "x"), begin)
    plain = text[found.start : found.end] if found else ""
    return replace(found, text=plain[:1].upper() + plain[1:]) if found else None


def introduces(text: str) -> bool:
    """Tell whether a text only says who somebody is, or reports to: "Femi Adeyemi, scheduler"."""
    return bool(_REPORTS.match(text)) or as_met(text) is not None or as_first_line(text) is not None


def as_meant(text: str) -> Title | None:
    """Read to whom it is sold: "We sell to the yard manager at …", "Our buyer is the …"."""
    met = _SPOKE.match(text[:_LONGEST])
    if met is not None and (found := _before_more(text, met.end())) is not None:
        return found
    for meant in _MEANT.finditer(text[: 2 * _LONGEST]):
        if (found := _before_more(text, meant.end())) is not None:
            return found
    return None


def or_else(text: str, title: Title) -> Title | None:
    """Read who else it may be: "the owner or, in bigger shops, the head of operations"."""
    other = _OR.match(text, title.end)
    return _before_more(text, other.end()) if other is not None else None


_OR = re.compile(
    r"(?:\s?\([^()]{2,60}\)|\s(?:at|in|of|for)\s[^,.;:()]{3,40}?)?,?\sor(?:,? in [^,.;]{3,30}?,?"
    r"(?=\sthe\s))?\s+(?:the\s+|an?\s+)?(?=[^\W\d_])"
)


def leads(text: str) -> Title | None:
    """Read the title that a label's value begins with: "Examinations Officer Eve. Her school …"."""
    ends = _SAID_OF.search(text)
    head = text[: ends.start()] if ends else text
    return _before_more(text, 0) or _before_name(head.rstrip("."))


def _before_name(text: str) -> Title | None:
    """Read the title before a first name: "Examinations Officer Eve"."""
    title, _, name = text.strip().rpartition(" ")
    known = look_up(name.lower()).known or not name[:1].isupper() or not name[1:].islower()
    return parse_title(title) if title and not known and "." not in title else None


def _before_more(text: str, begin: int) -> Title | None:
    """Read the title that begins here and ends where a sentence goes on."""
    longest = None
    ends = [match.end() for match in _NEXT.finditer(text, begin, begin + _ROOM)]
    for end in ends[:_MOST_WORDS]:
        if text[end : end + 4] == ". of":
            continue  # "Dir. of Finance"
        found = parse_title(text[begin:end]) or parse_word(text[begin:end])
        if found and (found.start, found.end) == (0, end - begin) and _goes_on(text, end):
            longest = same_place(found, begin)
            if text[end : end + 4].strip() != "of":
                break  # "Clerk of works" goes on, "planner in Leeds" does not.
    short = longest is not None and longest.text.startswith("Dir ")
    return replace(longest, text=f"Director{longest.text[3:]}") if longest and short else longest


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a title may end here: before a mark, a link or what its holder does."""
    if _ENDS.match(text, end) or text[end : end + 1] in ".:!?)":
        return True
    following = _NEXT.match(text, end + 1)
    word = following[0].lower() if following else ""
    does = look_up(word)
    if word in AUXILIARIES or word in _BESIDE:
        return True
    governs = following is not None and _GOVERNED.match(text, following.end())
    return does.third and (not does.plural or bool(governs))


_GOVERNED = re.compile(r" (?:the|an?|its|their|his|her|all|every|each|two|three|\d+)\b")
_BESIDE = frozenset("at in of on who whose when where that because if".split())


def in_other_words(text: str) -> Title | None:
    """Read a known title with which a line in another language begins."""
    label = LABEL.match(text)
    begin = label.end() if label else 0
    article = _FOREIGN_ARTICLE.match(text, begin)
    begin = article.end() if article else begin
    ends = [match.end() for match in _WORD.finditer(text, begin)][:_FOREIGN_WORDS]
    for end in ends:
        title = parse_title(text[begin:end])
        if title is not None and title.function:
            return same_place(title, begin)
    return None

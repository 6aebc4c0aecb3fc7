"""
Cutting text smaller: paragraphs into sentences, enumerations into items, sentences into clauses.
"""

from __future__ import annotations

import re
from itertools import pairwise

_STOP = re.compile(
    "(?<![.!?\u2026\u203d])[.!?\u2026\u203d]++[\"'\u201d\u2019\u00bb)\\]*_]*+(?=\\s)|[\u3002\uff01\uff1f]++[\u300d\u300f\u201d]*+"
    "|\n[ \t]*+(?=\n)|[\u2028\u2029]"
)
_MAY_STOP = re.compile("[.!?\u2026\u203d\u3002\uff01\uff1f\n\u2028\u2029]")
_TOKEN = re.compile(r"[^\s(\[\"'“‘]+\Z")
# Never the end of a sentence: a name, a number or an example follows.
_LEADING = frozenset(
    "mr mrs ms mx dr prof st sr. e.g eg i.e ie cf vs v viz approx ca fig figs no nos vol pp p art "
    "sec mio mrd tsd ca bzw inkl zzgl evtl ggf vgl z.b d.h nr "
    "gen gov sen rep rev hon capt lt col sgt messrs incl excl resp esp min max avg est".split()
)
# The end only if the next word is one that opens sentences.
_DOUBTFUL = frozenset(
    "etc inc ltd corp co llc plc gmbh bros u.s u.k e.u u.n u.s.a d.c a.m p.m ph.d m.d b.a m.a "
    "b.sc m.sc "
    "m.b.a sr jr vp svp evp avp dir mgr eng dept mgmt asst assoc exec ops jan feb mar apr jun jul "
    "aug "
    "sep sept oct nov dec mon tue wed thu fri sat sun al ed eds tel ext jr".split()
)
_OPENERS = frozenset(
    "the a an we they it he she i you this that these those if in on at as for from with when "
    "while "
    "what who how why where which but and or so our their his her my your its there here most many "
    "some all each every no not after before because since although however then also both by to "
    "once now today usually often typically one two is are do does can could would will have "
    "has".split()
)
_TWO_DEEDS = re.compile(r",? (?:and|but) (?=s?he [a-z]+ )|, (?:(?:and|but) )?(?=I [a-z]+ )")
_ONE_PERSON = (" he ", " she ", " I ")
_FIRMS = frozenset({"co", "inc", "ltd"})
_ABBREVIATED = 2
_ACRONYM = re.compile(r"[A-Z]{2,5}s?\b(?=\s+[a-z])")
_NO_SPACE = re.compile(r"\S")
_LONG_SENTENCE, _LEAST_CLAUSE = 14, 4
_FIRST_WORD = re.compile(r"[\"'“‘(\[*_]*([^\W\d_]+)")
_BRACKET = re.compile(r"[()\[\]]")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]+")


def sentences(text: str) -> list[tuple[int, int]]:
    """
    Spans of the sentences of a text, without the white space around them.

    Not cut: abbreviations, initials, numbers, addresses, and anything within
    brackets that are closed again.
    """
    if not _MAY_STOP.search(text):
        end = len(text.rstrip())
        return [(len(text) - len(text.lstrip()), end)] if end else []
    cuts = [0]
    shut = _bracketed(text)
    for match in _STOP.finditer(text):
        if _ends(text, match, cuts[-1], shut):
            cuts.append(match.end())
    cuts.append(len(text))
    spans = []
    for a, b in pairwise(cuts):
        while a < b and text[a].isspace():
            a += 1
        while a < b and text[b - 1].isspace():
            b -= 1
        if a < b:
            spans.append((a, b))
    return spans


def parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """
    Spans of the parts of a long sentence that says several things of one person.

    "She runs a team of forty in two towns, and she answers for …" is cut before "and she".
    """
    if max([text.find(who, start, end) for who in _ONE_PERSON]) < 0:
        return [(start, end)]
    joints = list(_TWO_DEEDS.finditer(text, start, end))
    if not joints or len(text[start:end].split()) <= _LONG_SENTENCE:
        return [(start, end)]
    edges = [start, *(edge for one in joints for edge in one.span()), end]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    short = any(len(text[a:b].split()) < _LEAST_CLAUSE for a, b in parts)
    quoted = any(mark in text[start:end] for mark in '"\u201c\u201d')
    opens = text[start:end].startswith(("When ", "If ", "While ", "As ", "Before ", "After "))
    return [(start, end)] if short or quoted or opens else parts


def _ends(text: str, match: re.Match[str], begin: int, shut: bytearray) -> bool:
    mark = match.group()
    if mark[0] in "\n\u2028\u2029":
        return True
    last = match.start()
    if shut[match.end()] or (shut[last] and mark[-1] not in ")]"):
        return False
    if mark[0] in "\u3002\uff01\uff1f":
        return True
    after = match.end()
    while after < len(text) and text[after].isspace():
        after += 1
    if after == len(text):
        return True
    following = text[after]
    if following in ",;:)%&=":
        return False
    if following.islower():
        # Notes jotted down without capitals: what begins so may go on so.
        first = _NO_SPACE.search(text, begin, last)
        if first is None or not (first.group().islower() or _ACRONYM.match(text, first.start())):
            return False
        token = _TOKEN.search(text, max(begin, last - 24), last)
        word = token.group() if token else ""
        plain = word.lower()
        whole = (
            len(plain) > _ABBREVIATED
            or plain in _FIRMS
            or (word.isupper() and len(word) == _ABBREVIATED)
        )
        whole = whole or (plain[-1:] in "0123456789k" and not plain.isdigit())
        return whole and plain not in _LEADING | _DOUBTFUL - _FIRMS
    if mark[0] != "." or mark.startswith(".."):
        return True
    token = _TOKEN.search(text, max(begin, last - 24), last)
    word = token.group() if token else ""
    if not word:
        return True
    if _NUMBERED.fullmatch(text[begin:last].strip() + "."):
        return False
    lowered = word.lower().lstrip("*_`")
    if lowered in _LEADING:
        return following.isupper() and lowered in (
            "no",
            "p",
            "v",
            "min",
            "max",
            "est",
            "gen",
            "art",
        )
    opener = _word(text, after) in _OPENERS
    if lowered in _DOUBTFUL:
        return opener
    if len(word) == 1 and word.isalpha() and word.isupper():
        return opener and word != "I"
    return True


def _word(text: str, at: int) -> str:
    match = _FIRST_WORD.match(text, at)
    return match.group(1).lower() if match else ""


def _bracketed(text: str) -> bytearray:
    """1 for each position that lies within brackets which are closed again."""
    shut = bytearray(len(text) + 1)
    stack: list[int] = []
    reach = 0
    for match in _BRACKET.finditer(text):
        if match.group() in "([":
            stack.append(match.start())
        elif stack:
            start = stack.pop()
            if not stack or match.start() - stack[-1] > 600:
                begin = max(start, reach)
                shut[begin : match.start()] = b"\1" * max(0, match.start() - begin)
                reach = max(reach, match.start())
    return shut


_PAIRS = re.compile(
    r"\b(?:oil (?:and|&) gas|food (?:and|&) (?:beverage|drink)s?|research (?:and|&) development|"
    r"water (?:and|&) wastewater|health (?:and|&) safety|sales (?:and|&) marketing|"
    r"terms (?:and|&) conditions|mergers (?:and|&) acquisitions|travel (?:and|&) (?:hospitality|"
    r"tourism)|"
    r"media (?:and|&) entertainment|banking (?:and|&) finance|metals? (?:and|&) mining|"
    r"aerospace (?:and|&) defen[cs]e|learning (?:and|&) development|risk (?:and|&) compliance|"
    r"profit (?:and|&) loss|environment (?:and|&) sustainability|transport(?:ation)? (?:and|&) "
    r"logistics|"
    r"pulp (?:and|&) paper|arts (?:and|&) culture|governance,? risk,? and compliance|"
    r"planning (?:and|&) analysis|search (?:and|&) rescue|wear and tear|supply and demand|"
    r"nuts and bolts|trial and error|time and (?:money|effort|again)|back and forth)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r";|\||\u2022|\u00b7|(?<=\s)/|/(?=\s)|,(?!\d{3}(?!\d))|/|\s(?:and|or)\s", re.IGNORECASE
)
_CHIEF = re.compile(
    r"(?:C[A-Z]{1,3}O|[SEA]?VP|MD|GM|CEO|Founder|Co-?founder|Owner|President|Director|Manager|"
    r"Head|Lead)"
)
_BARE_RANK = re.compile(
    r"(?:(?:sr|jr|senior|junior|group|global|regional|deputy|assistant|associate|executive)\.? )?"
    r"(?:[sea]?vp|vice president|director|manager|head|chief|lead|president|mgr|dir)\.?",
    re.IGNORECASE,
)
_MODIFIER = re.compile(
    r"(?:senior|junior|sr\.?|jr\.?|lead|chief|technical|tech|deputy|head|principal|staff|associate|"
    r"assistant|manager|director|[sea]?vp)",
    re.IGNORECASE,
)
_TITLE_WORD = re.compile(
    r"\b(?:[sea]?vp|c[a-z]{1,3}o|vice president|director|manager|head|chief|lead(?:er)?|president|"
    r"engineer|officer|founder|owner|analyst|architect|developer|executive|specialist|consultant|"
    r"administrator|coordinator|supervisor|partner|principal|buyer|planner|scientist|designer)s?\b",
    re.IGNORECASE,
)


def split_list(text: str) -> list[tuple[int, int]]:
    """
    Spans of the items of "a, b and c", "a / b / c", "a; b" or "a | b"; one item is one span.

    The strongest separator decides: semicolons, bars and bullets, then slashes
    with a space, then commas. Brackets are not looked into; "R&D", "Oil & Gas",
    "CI/CD", "1,000" and two names joined by "and" stay whole.
    """
    shut = _bracketed(text)
    for match in _PAIRS.finditer(text):
        shut[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    found = [m for m in _SEPARATOR.finditer(text) if not shut[m.start()] and not shut[m.end() - 1]]
    strong = [m for m in found if m.group() in ";|\u2022\u00b7"]
    spaced = [m for m in found if m.group() == "/" and _spaced(text, m)]
    commas = [m for m in found if m.group() == ","]
    if strong:
        chosen = strong
    elif spaced:
        chosen = spaced
    elif commas:
        words = [m for m in found if m.group().strip().lower() in ("and", "or")]
        chosen = _with_last(text, commas, words)
    else:
        slashes = [m for m in found if m.group() == "/"]
        spans = _between(text, slashes)
        return spans if all(_CHIEF.fullmatch(text[a:b]) for a, b in spans) else _between(text, [])
    return _rejoined(text, _between(text, chosen))


def _spaced(text: str, match: re.Match[str]) -> bool:
    return (
        text[match.start() - 1 : match.start()].isspace()
        or text[match.end() : match.end() + 1].isspace()
    )


def _with_last(
    text: str, commas: list[re.Match[str]], words: list[re.Match[str]]
) -> list[re.Match[str]]:
    """The commas, and the "and" before the last item where no comma stands there."""
    last = commas[-1].end()
    final = [m for m in words if m.start() >= last - 1]
    if not final:
        return commas
    if not text[last : final[0].start()].strip():
        return [*commas[:-1], final[0]] if len(commas) > 1 or final[0].end() < len(text) else commas
    shared = _MODIFIER.fullmatch(text[last : final[0].start()].strip())
    return [*commas, final[0]] if len(final) == 1 and not shared else commas


def _between(text: str, cuts: list[re.Match[str]]) -> list[tuple[int, int]]:
    spans = []
    edges = [0, *(edge for m in cuts for edge in m.span()), len(text)]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        opening = re.compile(r"[\s,]*(?:(?:and|or)\s+)?", re.IGNORECASE).match(text, a, b)
        a = opening.end() if opening and opening.end() < b else a
        while a < b and (text[a].isspace() or text[a] == ","):
            a += 1
        while a < b and (text[b - 1].isspace() or text[b - 1] in ",;"):
            b -= 1
        if a < b:
            spans.append((a, b))
    return spans


def _rejoined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "VP, Sales" is one title: a bare rank takes the function after it."""
    result: list[tuple[int, int]] = []
    for a, b in spans:
        bare = result and _BARE_RANK.fullmatch(text[slice(*result[-1])])
        if bare and not _TITLE_WORD.search(text[a:b]) and "," in text[result[-1][1] : a]:
            result[-1] = (result[-1][0], b)
        else:
            result.append((a, b))
    return result

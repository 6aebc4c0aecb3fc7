"""
Criteria that say so themselves: "… are out of scope", "… is a plus", a tick or a cross.
"""

from __future__ import annotations

import re

from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.criterion import LONGEST, YOU, Criterion, item_at, item_of
from octave_api.engine.draft import Statement
from octave_api.engine.features import tokens
from octave_api.engine.material import Material
from octave_api.engine.phrases import read_phrase
from octave_api.engine.refusals import EXCLUDES, refused, turned_away
from octave_api.engine.sides import Side, side_of, turns_away, weight_of

_NO_HELP = re.compile(
    r"(?i)^if (?P<what>[^,]{6,90}), (?:we (?:can['’]t|cannot|don['’]t|won['’]t)\b|stop\b|walk away"
    r"|skip\b|pass\b|wait\b|forget\b"
    r"|[^,]{3,40} (?:is|are|will be) (?:enough|fine|plenty|cheaper|all (?:you|they) need)"
    r"|(?:you|they) (?:will not|won['’]t|do not|don['’]t) need (?:it|us|this)\b)"
)
_IF_YOU = re.compile(r"(?i)^(?:you,? )?if (?P<what>(?:you|they|your|their)\b[^,]{4,90})(?:,.*)?$")
"""Under a heading that turns away: "If you hire out fewer than 100 items, a notebook will do"."""
_A_PLUS = re.compile(
    r"(?i)^(?P<what>[^,;:]{4,80}?),? (?:(?:is|are|would be) )?an? (?:big |real |clear |nice )?"
    r"(?:plus|bonus|advantage)$|^(?P<nice>[^,;:]{4,80}?) (?:is|are|would be) nice to have$"
)
_PLUS_IF = re.compile(
    r"(?i)^(?:an? |big |extra )*(?:bonus|plus)(?: points?)? (?:if|when) (?P<what>(?:they|it) .+)$"
)
_WISHES = frozenset("plus bonus advantage nice".split())
"""One of these words is in all that `_A_PLUS` finds."""
_BRACKETED = re.compile(
    r"(?i)^(?P<what>[^()]{4,80}?) \((?:a )?(?P<how>must(?:[- ]not|[- ]have)?|never|required"
    r"|mandatory"
    r"|nice[- ]to[- ]have|optional|bonus|knock-?out)!?\)$"
)
_CALL = re.compile(
    r"(?i)^if (?P<what>they [^,]{6,90}), (?:call|ring|pursue|chase|visit|book|go for|go after|take"
    r"|phone)"
    r" (?:them|it|one)\b"
)
_BEST_WITH = re.compile(
    r"We(?:['’]re| are)? (?:work|do|fit|perform|a (?:good|great) fit|at our best) ?(?:best |well )?"
    r"(?:with|for) (?P<who>[a-z\d].{5,110})$"
)
"""With whom a page says that it works best: "We work best with groups of 3 to 12 sites"."""
_TOO_SMALL = re.compile(r"(?i)^(?P<who>[\w &/-]{3,40}s) are (?:far |much |just )?too \w+$")
_LABELLED = re.compile(r"^(?P<label>[A-Z][^:.?!]{2,30}):\s+(?P<what>\S.+)$")
_SENTENCE = re.compile(r"(?<=[.!]) (?=[A-Za-z])")
_NOT_TO = re.compile(r"^(?:Not|Never) to (?P<who>.+)$")
_NO_FIRMS = re.compile(
    rf"(?i)(?:and |but |please,? )?no (?P<who>(?:[\w&/-]+ ){{0,2}}(?:{COMPANY_NOUNS}|franchises"
    rf"|franchisees"
    r"|resellers|freelancers|consultants|subsidiaries)(?: (?:of|with|in|under|below|without|that)"
    r" [^,;:?]{2,50}?)?)(?:,? please)?[.!]?"
)
_AND_NOT = re.compile(r"(?i),?\s+(?:and |or )?(?:never|not|nor) (?:to|for|with) ")
_TICKS, _CROSSES = frozenset("✅✓✔☑👍🟢"), frozenset("❌✗✘✖❎🚫👎⛔🔴")
_OF_FIT = re.compile(
    r"(?i)\b(?:fit|match|for (?:you|whom|who)|right for|who|icp|ideal|criteria|qualif\w+)\b"
)
_OF_OFFER = re.compile(r"(?i)(?:we|our|free|unlimited|no (?:contract|credit card|set-?up))\b")


def mark_of(statement: Statement, material: Material) -> Side | None:
    """Give the side that a tick or a cross right before a line takes."""
    text = material.documents[statement.source].text
    before = text[max(0, statement.start - 4) : statement.start].strip().rstrip("️")[-1:]
    if not before or material.kind != "segment":
        return None
    return "for" if before in _TICKS else "against" if before in _CROSSES else None


def by_mark(statement: Statement, side: Side, material: Material) -> Criterion | None:
    """Read a line with a tick or a cross, in a list that tells of the companies."""
    text = statement.text
    if not 1 < len(text.split()) <= LONGEST or text.endswith("?") or _OF_OFFER.match(text):
        return None
    above = side_of(statement.headings)
    fitting = any(map(_OF_FIT.search, statement.headings[-1:])) or above is not None
    if not (fitting or YOU.match(text)):
        return None
    # "Is it right for you?" asks, and the marks answer.
    told = above is not None and not above[1].rstrip().endswith("?")
    return Criterion(item_of(statement, text, material, ""), above[0] if above and told else side)


def by_sentence(statement: Statement, material: Material) -> Criterion | None:
    """Read what says so itself: "Walk away if …", "… are out of scope"."""
    text = statement.text.rstrip(".")
    if text.startswith("If ") and (told := _NO_HELP.match(text)):
        return Criterion(item_of(statement, told["what"], material, ""), "against", "HIGH")
    if told := _IF_YOU.match(text):
        above = side_of(statement.headings[-1:])
        if above and above[0] == "against":
            item = item_of(statement, told["what"], material, "")
            return Criterion(item, "against", weight_of(above))
    best = _BEST_WITH.match(text) if statement.source in material.pitches else None
    if best and len(best["who"].split()) > 2 and material.kind == "segment":
        item = item_at(statement, *best.span("who"), material)
        return Criterion(item, "for", "HIGH", of_whom=True)
    wished = material.kind == "segment" and not _WISHES.isdisjoint(tokens(text))
    parts = _SENTENCE.split(text) if wished else []
    if told := next(filter(None, (_PLUS_IF.match(one.rstrip(".")) for one in parts)), None):
        return Criterion(item_of(statement, told["what"], material, ""), "for", "LOW")
    if told := next(filter(None, (_A_PLUS.match(one.rstrip(".")) for one in parts)), None):
        wanted = told["what"] or told["nice"]
        return Criterion(item_of(statement, wanted, material, ""), "for", "LOW")
    if material.kind == "segment" and text.endswith(")") and (told := _BRACKETED.match(text)):
        return _weighed(statement, told, material)
    if material.kind == "segment" and (told := _CALL.match(text)):
        return Criterion(item_of(statement, told["what"], material, ""), "for", "HIGH")
    named = _LABELLED.match(text) if ": " in text[:40] else None
    side = side_of([named["label"]]) if named and not text.endswith("?") else None
    if named and side:
        item = item_of(statement, named["what"], material, named["label"])
        if side[0] == "against" and "," in named["what"] and turns_away(named["label"]):
            return Criterion(item, "against", weight_of(side), who=named["what"])
        return Criterion(item, side[0], weight_of(side))
    if text.endswith("?"):
        return None
    if material.kind == "persona":
        who = refused(text)
        item = item_of(statement, text, material, "")
        return Criterion(item, "against", who=who) if who else None
    small = _TOO_SMALL.match(text)
    if small and (above := side_of(statement.headings)) and above[0] == "against":
        return Criterion(item_of(statement, text, material, ""), "against", who=small["who"])
    aside = _NOT_TO.match(text)
    said = _SENTENCE.split(text) if ". " in text else [text]
    out = aside["who"] if aside else next(filter(None, map(turned_away, said)), None)
    if out:
        who = _AND_NOT.sub(" or ", out)
        return Criterion(item_of(statement, text, material, ""), "against", who=who)
    return None


def _two_refusals(statement: Statement, material: Material) -> list[Criterion]:
    """Read two refusals in one sentence: "We turn down A because …, and we don't sell to B"."""
    text = statement.text.rstrip(".!")
    ours = material.kind == "segment" or statement.source in material.pitches
    mark = _WE_TOO.search(text) if ours else None
    if mark is None:
        return []
    places = ((0, mark.start()), (mark.end(), len(text)))
    made = []
    for start, end in places:
        part = text[start:end]
        out = turned_away(part)
        ordered = None if out else EXCLUDES.match(part)
        who = out or (ordered["who"] if ordered else None)
        if who is None:
            return []
        made.append(Criterion(item_at(statement, start, end, material), "against", who=who))
    return made


_WE_TOO = re.compile(
    r",? and (?=we (?:do not|don['’]t|never|turn|skip|avoid|pass)\b"
    r"|[^,;]{3,60} (?:should look elsewhere|(?:are|is) better off|won['’]t (?:get|need))\b)"
)


_MAY_REFUSE_TWICE = (" and we ", " elsewhere", " better off", " won't ", " won’t ")


def by_refusals(statement: Statement, material: Material) -> list[Criterion]:
    """Read a sentence that turns several away one by one: "Skip bars, skip kiosks, no chains"."""
    twice = any(map(statement.text.__contains__, _MAY_REFUSE_TWICE))
    again = _two_refusals(statement, material) if twice else []
    if again:
        return again
    low = statement.text[:200].lower()
    if low.count("skip ") + low.count("no ") + low.count("ignore ") + low.count("avoid ") < 2:
        return []
    text = statement.text.rstrip(".!")
    starts = [0, *(one.end() for one in _AGAIN.finditer(text))]
    ends = [*(one.start() for one in _AGAIN.finditer(text)), len(text)]
    found = [_REFUSES.match(text, *place) for place in zip(starts, ends, strict=True)]
    if len(found) < 2:
        return []
    if material.kind != "segment" or statement.source in material.pitches or not all(found):
        return []
    whom = [one["who"] for one in found if one is not None]
    named = [_WHOM.match(one) is not None for one in whom]
    if not (all(named) or (any(named) and all(map(_are_several, whom)))):
        return []
    return [
        Criterion(item_at(statement, *one.span("who"), material), "against", who=one["who"])
        for one in found
        if one is not None
    ]


def _are_several(who: str) -> bool:
    """Tell whether no more than a noun in the plural is named: "summer camps"."""
    read = read_phrase(who)
    return read.kind == "noun" and read.plural is True and len(who.split()) <= _FEW_WORDS


_FEW_WORDS = 4
_WHOM = re.compile(
    rf"(?i)(?:any(?:one|body)|those|people|(?:the )?(?:[\w&/-]+ ){{0,3}}?(?:{COMPANY_NOUNS}"
    r"|[a-z]{3,}(?:ers|ors|ists|ians|ees|ents|ants|boxes|houses|outfits|bodies|marinas|pools)))\b"
)
_AGAIN = re.compile(
    r"(?i)[,;]\s+(?:and )?(?=(?:skip|ignore|avoid|forget|drop|no|never|do not|don['’]t)\b)"
)
_REFUSES = re.compile(
    r"(?i)(?:[A-Z][\w ]{2,30}: )?(?:please )?(?:(?:do not|don['’]t) (?:chase|call|pursue|contact"
    r"|target|approach|visit)|skip|ignore|avoid|forget(?: about)?|drop|no"
    r"|never) (?P<who>(?!\w+ing\b)\S.{2,60})$"
)


def wanted(statement: Statement, material: Material) -> Criterion | None:
    """Read what a sentence demands of a prospect: "They must be on a till system already"."""
    if material.kind != "segment" or statement.source in material.pitches:
        return None
    text = statement.text.rstrip(".!")
    needed = _NEEDS.match(text)
    if needed is not None:
        item = item_of(statement, f"They have {needed['rest']}", material, "")
        return Criterion(item, "for", "HIGH")
    found = _DEMANDS.match(text) or (
        _BARE_DEMAND.match(text) if statement.shape == "bullet" else None
    )
    if found is None:
        return None
    verb, rest = found["verb"].lower(), found["rest"]
    adverb = found["adverb"] or ""
    done = "are" if verb == "be" else verb
    item = item_of(statement, f"They {done} {adverb.lower()}{rest}", material, "")
    return Criterion(item, "for", "MEDIUM" if found["how"].lower() == "should" else "HIGH")


_NEEDS = re.compile(
    r"(?i)^they (?:need|require) (?P<rest>(?:at least|more than|an?|their own|\d)\b[^,;:]{3,90}?)"
    r"(?:,? (?:otherwise|or else)\b.*)$"
)
_DEMANDS = re.compile(
    r"(?i)^(?:they|(?:the |a |every |each |all )?(?:company|companies|prospects?|accounts?"
    r"|leads?|customers?)"
    r") (?P<how>should|must|need to|needs to|have to|has to) (?P<adverb>already |at least )?"
    r"(?P<verb>be|have|use|run|own|sell|employ|operate|ship|accept|bring"
    r"|show) (?P<rest>(?!able\b|easy\b"
    r"|clear\b)[^,;:]{3,90})"
    r"(?:,? (?:otherwise|or else|because|since)\b.*)?$"
)


_BARE_DEMAND = re.compile(
    r"(?i)^(?P<how>must|should|have to|need to) (?P<adverb>already |at least )?(?P<verb>be|have"
    r"|use|run"
    r"|own|sell|employ|operate|ship|accept|hold|keep|make|do|export|serve|offer) (?P<rest>(?!able\b"
    r"|easy\b|clear\b|possible\b)[^,;:]{3,90})$"
)
"""A demand without its subject, as a point of a list: "Must run their own workshop"."""


def _weighed(statement: Statement, told: re.Match[str], material: Material) -> Criterion:
    """Read a line that ends with how much it counts: "Own bottling line (must)"."""
    how, what = told["how"].lower().replace("-", " "), told["what"]
    against = how.startswith(("must not", "never", "knock"))
    if against and what.lower().startswith("not "):
        what = what[4:]
    item = item_of(statement, what, material, "")
    if against:
        return Criterion(item, "against", "INSTANT_DISQUALIFIER")
    must = how.startswith(("must", "required", "mandatory"))
    return Criterion(item, "for", "HIGH" if must else "LOW")


def none_of(statement: Statement, material: Material) -> Criterion | None:
    """Read a line of a brief that wants none of some firms: "No franchises of SkyHigh."."""
    parts = _SENTENCE.split(statement.text) if material.kind == "segment" else []
    found = next(filter(None, map(_NO_FIRMS.fullmatch, parts)), None)
    if found is None or read_phrase(found["who"]).kind != "noun":
        return None
    return Criterion(item_of(statement, statement.text, material, ""), "against", who=found["who"])

"""
Criteria that say so themselves: "walk away if …", "… are out of scope", a tick or a cross.
"""

from __future__ import annotations

import re

from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.criterion import LONGEST, YOU, Criterion, item_of
from octave_api.engine.draft import Statement
from octave_api.engine.material import Material
from octave_api.engine.phrases import read_phrase
from octave_api.engine.sides import Side, refused, side_of, turned_away, turns_away, weight_of

_TURNED = re.compile(
    r"(?i)^(?:walk away|stop|pass|skip(?: them| it)?|disqualify(?: them| it)?|qualify out"
    r"|do not pursue|don['’]t pursue|drop (?:them|it)|no[- ]go|not(?: a fit| for us)?)"
    r"\s+(?:if|when|where)\s+(?P<what>\S.+)$"
)
_NO_HELP = re.compile(
    r"(?i)^if (?P<what>[^,]{6,90}), (?:we (?:can['’]t|cannot|don['’]t|won['’]t)\b|stop\b|walk away"
    r"|skip\b|pass\b|wait\b|forget\b"
    r"|[^,]{3,40} (?:is|are|will be) (?:enough|fine|plenty|cheaper|all (?:you|they) need)"
    r"|(?:you|they) (?:will not|won['’]t|do not|don['’]t) need (?:it|us|this)\b)"
)
_IF_YOU = re.compile(r"(?i)^(?:you,? )?if (?P<what>(?:you|they|your|their)\b[^,]{4,90})(?:,.*)?$")
"""Under a heading that turns away: "If you hire out fewer than 100 items, a notebook will do"."""
_LET_IN = re.compile(
    r"(?i)^(?:(?:a |it['’]s a |(?:it|this|we|you) (?:is|are) a )?(?:good |great |best |perfect )?"
    r"(?:fit|match)|pursue|qualify(?: in)?|continue|go ahead)"
    r"\s+(?:if|when|where)\s+(?P<what>\S.+)$"
)
_A_PLUS = re.compile(
    r"(?i)^(?P<what>[^,;:]{4,80}?),? (?:(?:is|are|would be) )?an? (?:big |real |clear |nice )?"
    r"(?:plus|bonus|advantage)$|^(?P<nice>[^,;:]{4,80}?) (?:is|are|would be) nice to have$"
)
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
    return Criterion(item_of(statement, text, material, ""), above[0] if above else side)


def by_sentence(statement: Statement, material: Material) -> Criterion | None:
    """Read what says so itself: "Walk away if …", "… are out of scope"."""
    text = statement.text.rstrip(".")
    conditional = " if " in text or " when " in text or " where " in text
    if conditional and (told := _TURNED.match(text)):
        item = item_of(statement, told["what"], material, "")
        return Criterion(item, "against", "INSTANT_DISQUALIFIER")
    if text.startswith("If ") and (told := _NO_HELP.match(text)):
        return Criterion(item_of(statement, told["what"], material, ""), "against", "HIGH")
    if told := _IF_YOU.match(text):
        above = side_of(statement.headings[-1:])
        if above and above[0] == "against":
            item = item_of(statement, told["what"], material, "")
            return Criterion(item, "against", weight_of(above))
    parts = _SENTENCE.split(text) if material.kind == "segment" else []
    if told := next(filter(None, (_A_PLUS.match(one.rstrip(".")) for one in parts)), None):
        wanted = told["what"] or told["nice"]
        return Criterion(item_of(statement, wanted, material, ""), "for", "LOW")
    if material.kind == "segment" and (told := _BRACKETED.match(text)):
        return _weighed(statement, told, material)
    if material.kind == "segment" and (told := _CALL.match(text)):
        return Criterion(item_of(statement, told["what"], material, ""), "for", "HIGH")
    if conditional and (told := _LET_IN.match(text)):
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

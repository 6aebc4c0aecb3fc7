"""
Whose voice a source has: a seller's page that courts its reader, a guide for the seller's own
people, an advertisement for a job, or plain words about buyers.

The voice decides what an unheaded sentence can mean: "Close the books in two days" is a duty
in a description of a role, a promise on a product page, and an instruction in a guide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from octave_api.engine.about_role import speaks_to_role
from octave_api.engine.draft import Statement
from octave_api.engine.features import tokens

Voice = Literal["plain", "pitch", "guide", "advert"]

_A_DEMO = (
    r" (?:(?:a|an|my|your|the|our) (?:free |live |quick |personal(?:i[sz]ed)? |guided "
    r"|\d+-minute )?|(?=demo\b))"
    r"(?:demo|trial|quote|tour|call|visit|walkthrough|video|consultation|meeting)"
)
_TO_US = r" (?:to|with) (?:us|sales|our team|an? (?:expert|specialist))"
_BOOKS = "book request get schedule watch see take arrange".split()
# Each alternative begins with a letter of its own, so that most words are passed over fast.
CALL_TO_ACT = re.compile(
    rf"\b(?:{'|'.join(verb + _A_DEMO for verb in _BOOKS)}|talk{_TO_US}|speak{_TO_US}|"
    r"start (?:(?:a|your|my|our) )?(?:free|\d+-day)|free trial|try (?:it|.{1,20}) (?:for )?free|"
    r"contact (?:us|sales)|get (?:started|in touch)|sign up|subscribe|learn more|"
    r"read (?:more|the (?:case|story))|no credit card|all rights reserved|accept (?:all )?cookies|"
    r"download (?:now|the (?:guide|e-?book|brochure|white ?paper)))\b"
)
"""What a page asks its visitor to do, in lower case."""
_OF_A_SITE = re.compile(
    r"(?m)sound familiar\?|right for you\?|(?:trusted|loved|used) by (?:over |more than )?\d"
    r"|©(?: ?[\w.]+){0,4}? ?20\d\d|^permalink:|open roles"
    r"|(?:use|accept|our) cookies|privacy (?:policy|notice)|\blog ?in\b|<nav\b|<footer\b"
    r"|^layout: (?:landing|product|solution|home|role|industry)|class=\"(?:btn|button|cta|hero)\b"
    r"|\b(?:accessibility|modern slavery) statement\b|\babout us\b|\bour (?:mission|story|values)\b"
    r"|\bcareers\b|>(?:pricing|log in|sign in)<"
)
"""What stands on a site that sells, beside what it says, in lower case."""
_MENU = re.compile(r"(?m)^(?:\[[^\]\n]+\]\([^)\n]*\)[ |·•/]*){3,}$")
"""Links side by side, as a generator writes a page's menu."""
_FRAMES = ("<nav", "<footer", "permalink:", "layout: ", "©", "our story", "about us")
"""What frames a page; one of these is on most."""
_YOU = re.compile(r"\byou(?:rs?|['’](?:re|ll|ve))?\b")
_OFFERS = re.compile(
    r"\b(?:[Ww]e|[Ii]t|[A-Z][a-z]+)\s+(?:help|let|give|make|offer|bring|provide|enable|deliver)s?\b|"
    r"\b[Oo]ur (?:platform|product|software|app|solution|service|team)s?\b"
)
_OF_SELLING = re.compile(
    r"\b(?:prospects?|buyers?|personas?|champions?|the (?:call|deal|demo|account)s?|"
    r"sales (?:plays?|teams?|reps?|calls?)|icp|[sb]drs?|s?aes?|csms?|discovery|"
    r"(?:a|the|your|our|their|new|most|many|some) customers?)\b"
)
_SELLING = frozenset(
    "prospect prospects buyer buyers persona personas champion champions call calls deal deals "
    "demo demos account accounts sales icp sdr sdrs bdr bdrs ae aes sae saes csm csms discovery "
    "customer customers".split()
)
_JOB_AD = re.compile(
    r"\b(?:you(?:['’]ll| will) (?:be|lead|own|work|report|manage|build|join|drive|have)|"
    r"apply (?:now|by|with|at|via|online)\b|you are responsible for|who you are\b|"
    r"(?:challenges|tasks) you will|your (?:role|responsibilities|profile|background)|"
    r"we are hiring|we['’]re hiring|the ideal candidate|equal opportunity|\(m/f/[dx]\)|"
    r"\(m/w/[dx]\)|we offer\b|your cv|your application|"
    r"what you(?:['’]ll| will)? (?:bring|do|be doing|need)|about the role|salary:?\s{0,3}[£$€]"
    r"|closing date|visa sponsorship|person specification|years of experience|how to apply"
    r"|we(?:['’]re| are) looking for an? (?=[a-z])|what we['’]re looking for|send (?:us )?"
    r"your (?:cv|resume|application)|\d+ days['’]? (?:of )?(?:paid |annual )?"
    r"(?:holiday|leave|vacation)|parental leave)"
)
_HIRING = (
    "you will ", "you'll ", "you’ll ", "apply ", "you are resp", "who you are", "your role",
    "your resp", "your profile", "your background", "we are hi", "e're hi", "e’re hi",
    "the ideal cand", "equal opp", "(m/", "we offer", "your cv", "your application",
    "the role", "what you", "salary", "closing date", "visa spons", "person spec",
    "years of exp", "how to apply", "e're looking", "e’re looking", "e are looking", "parental",
    " days' ", " days’ ", "days holiday", "days leave", "days of ", "days paid", "days annual",
    "days vacation", "r resume",
)  # fmt: skip
"""One of these is in all that the pattern finds; most pages have none."""
_BUYER_VOICE = re.compile(r"(?<![\w@])(?:I|my|My)(?![\w/])")
_OF_THEM = re.compile(r"(?:[A-Z]\w+ )?(?:They|they|Their|their|She|He|Her|His)\b")
_STORY = re.compile(r"\b(?:case stud(?:y|ies)|customer stor(?:y|ies)|success stor(?:y|ies))\b")
_OPENING = 600
_FEW = 4
_FEW_YOU, _MOSTLY_SELLING = 0.15, 0.3
_CALLS, _MARKS, _SURELY_A_SITE = 2, 4, 5
_SURELY_HIRED = 3
"""So many phrases of job advertisements, each another, and it is one."""


def voice_of(text: str, statements: Sequence[Statement]) -> Voice:
    """
    Tell the voice of one source from its text and the statements read from it.

    A pitch asks for a demo or speaks to "you" of what it offers; a guide speaks to "you" of
    customers and calls, or mostly asks; a job advertisement, or a page for those who hold a
    role, speaks to "you" of that role.
    """
    said = [one.text for one in statements if not one.text.rstrip().endswith("?")]
    if len(statements) - len(said) >= max(_FEW, len(said)):
        return "guide"
    if len(said) < _FEW:
        return "pitch" if len(CALL_TO_ACT.findall(text.lower())) >= _CALLS else "plain"
    low = [one.lower() for one in said]
    you = sum(1 for one in low if "you" in one and _YOU.search(one)) / len(low)
    whole = text.lower()
    calls = len(CALL_TO_ACT.findall(whole))
    if calls and _STORY.search(whole, 0, _OPENING):
        return "pitch"
    hired = _JOB_AD.findall(whole) if any(map(whole.__contains__, _HIRING)) else []
    if len(set(hired)) >= _SURELY_HIRED:
        return "advert"
    if len(hired) >= 2 and you >= _FEW_YOU:
        return "advert"
    marks = _marks(text, whole) if calls or any(map(whole.__contains__, _FRAMES)) else 0
    selling = sum(
        1
        for text, one in zip(said, low, strict=True)
        if not _SELLING.isdisjoint(tokens(text)) and _OF_SELLING.search(one)
    ) / len(said)
    if marks + (you >= _FEW_YOU) >= _SURELY_A_SITE and selling < _MOSTLY_SELLING:
        return "pitch"
    if selling >= 0.12:
        return "guide" if you >= 0.2 else "plain"
    if len(hired) >= 2:
        return "plain"
    if calls >= 2 and calls >= 0.03 * len(said):
        return "pitch"
    if calls and calls + marks >= _MARKS:
        return "pitch"
    if you >= _FEW_YOU and not calls and speaks_to_role(text):
        return "advert"
    courts = you >= 0.25 and sum(1 for one in said if _OFFERS.search(one)) >= 2
    return "pitch" if courts or (calls and you >= 0.15) else "plain"


def _marks(text: str, whole: str) -> int:
    """Count what only stands on a site that sells."""
    return len(set(_OF_A_SITE.findall(whole))) + 2 * (_MENU.search(text) is not None)


def in_buyer_voice(text: str) -> bool:
    """Tell whether a line says "I" or "my"."""
    return ("I" in text or "my" in text or "My" in text) and bool(_BUYER_VOICE.search(text))


def buyers_speak(every: Sequence[Statement], pitches: AbstractSet[int] = frozenset()) -> bool:
    """
    Tell whether "I" and "my" come often enough for the buyer to be the one who speaks.

    What stands in the sources `pitches` does not count.
    """
    statements = [one for one in every if one.source not in pitches]
    own = sum(1 for statement in statements if in_buyer_voice(statement.text))
    if own < 2 * sum(1 for statement in statements if _OF_THEM.match(statement.text)) / 3:
        return False  # Somebody writes of them: "I talked to a dozen, and they …".
    return own >= 2 or own >= 0.2 * len(statements) > 0


_OF_OURS = re.compile(
    r"Our (?:(?:main|primary|first|ultimate|overall|big) )?"
    r"(?:goal|aim|objective|mission|job|task)s? (?:is|are|here)\b"
)


def is_authors_goal(text: str) -> bool:
    """Tell whether a line says what its author is after, where no buyer speaks."""
    return _OF_OURS.match(text) is not None

"""
Qualifying questions, each from one claim: how it asks, speaks for or against a fit, and weighs.

GOOD: a good fit answers yes. BAD: a bad fit answers yes. INSTANT_DISQUALIFIER is given
only where a sentence of the source excludes somebody outright.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from octave_api.contract import FitType, Kind, Weight
from octave_api.engine import excluding, phrasing, trait_phrasing
from octave_api.engine.concern_phrasing import concern, objection
from octave_api.engine.events import counted
from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item
from octave_api.engine.lexicon import look_up
from octave_api.engine.own_questions import IS_QUESTION, NOTED, REFUSES, WE, tells
from octave_api.engine.phrase import SURE
from octave_api.engine.rationales import (
    AIM_SIGNS,
    CONCERN_SIGNS,
    DUTY_SIGNS,
    PAIN_SIGNS,
    TRAIT_SIGNS,
    rationale,
)
from octave_api.engine.refusals import EXCLUDES
from octave_api.engine.refused_sizes import against_by_size
from octave_api.engine.roles import TypicalQuestion
from octave_api.engine.said import Said, before_we_go_on, put_to
from octave_api.engine.sides import OF_WHOM, OUTRIGHT, turns_away
from octave_api.engine.source_questions import asked
from octave_api.engine.topics import topic
from octave_api.engine.triggers import lately
from octave_api.engine.wording import lower_first

WEIGHT_ORDER: dict[str, int] = {"INSTANT_DISQUALIFIER": 0, "HIGH": 1, "MEDIUM": 2, "LOW": 3}
OF_A_FACT = "a fact of the source, asked as a question"
OF_THE_SOURCE = "the source's own question, made yes/no"
OF_AN_EXCLUSION = "the sentence rules somebody out"
WEAK = re.compile(
    r"(?i)\b(?:bonus|nice to have|optional|preferred|ideally|may|tier 3|tertiary|plus)\b"
)
"""Words that make a mark of a fit welcome, not needed."""
_STRONG = re.compile(
    r"(?i)\b(?:must|required|require|need|critical|essential|key|mandatory|tier 1|primary)\b"
)
_TRIGGERS = re.compile(r"(?i)\b(?:triggers?|trigger events?|why now|events)\b")
"""What happens at a company is not had for good."""
_OBJECTIONS = re.compile(r"(?i)\bobjections?\b|\bpush[- ]?backs?\b|\bexcuses?\b|\bsay no\b")
_CONTENT = re.compile(
    r"(?i)^(?:is|are) (?:\S+ ){1,5}?(?:happy|satisfied|pleased|content) with\b|^is it easy\b"
)
"""Who is content sees no reason to change."""
_STATE_NOTED = re.compile(r"(?:still|already|currently|growing|hiring|expanding|moving)\b")
_COUNT_NOTED = re.compile(r"(?:more than|at least|over|up to|fewer than|under)\s+\d")
_AFTER_DASH = re.compile(r"\s[-–—]\s+(?P<said>\S.*)", re.DOTALL)

_LONGEST_ALOUD, _LABEL_WORDS = 24, 4
_PAIN_SPOKEN = (
    "What makes this part of the work hard today?",
    "When did it last go wrong, and what did it cost?",
    "What have you tried so far?",
)
_AIM_SPOKEN = (
    "What has to be true by the end of the year?",
    "Which result would your own boss notice first?",
)
_TRAIT_SPOKEN = "Where do you stand with this today?"
OF_US = re.compile(r"\b(?:us|[Ww]e|[Oo]ur|[Yy]our?)\b")
"""What a line says of the seller is asked of nobody."""


@dataclass(frozen=True, slots=True)
class Asked:
    """
    One question with what a seller needs beside it; `item` says where it comes from.

    `sure`: how far to trust that its words make sense, from 0 (never ask it) to 1. `listed`: a
    fact that the source scores, or that stands in its list of criteria.
    """

    item: Item
    rationale: str
    fit: FitType
    weight: Weight
    spoken: str
    listen_for: str
    framework: str
    sure: float = 1.0
    listed: bool = False


def _aloud(said: Said, otherwise: str) -> str:
    """Ask aloud in the line's own words where they can be said, else in general words."""
    short = said.aloud and len(said.aloud.split()) <= _LONGEST_ALOUD
    return said.aloud if short else otherwise


_TELLERS = ("they ", "i ", "we ")


def _of_them(said: Said) -> Said:
    """Trust no question that speaks of the seller: "Does this person call us?"."""
    return replace(said, sure=0.0) if OF_US.search(said.text) else said


def from_duty(item: Item, place: int) -> Asked:
    """Ask about a responsibility; the first two weigh most."""
    about = topic(item.text, verbal=True)
    said = phrasing.duty(item.text)
    said = _of_them(said)
    return Asked(
        item.inferred(said.text, "a responsibility, asked as a question"),
        rationale(DUTY_SIGNS, place, about),
        "GOOD",
        "HIGH" if place < 2 else "MEDIUM",
        _aloud(said, "Which part of this do you do yourself?"),
        "A recent example of their own, and who else is involved",
        "BANT: authority",
        said.sure,
    )


def from_pain(item: Item, place: int, kind: Kind) -> Asked:
    """Ask about a pain point; the first weighs most."""
    about = topic(item.text)
    # "They ask other charities first" says what they do, not what they find hard to do.
    told = item.span is not None and item.span.quote.lower().lstrip('"“').startswith(_TELLERS)
    opens = item.text.partition(" ")[0].lower()
    told = told and look_up(opens).base
    said = phrasing.pain(f"They {lower_first(item.text)}" if told else item.text, kind)
    said = _of_them(said)
    otherwise = _PAIN_SPOKEN[place % len(_PAIN_SPOKEN)]
    return Asked(
        item.inferred(said.text, "a pain point, asked as a question"),
        rationale(PAIN_SIGNS, place, about),
        "GOOD",
        "HIGH" if place == 0 else "MEDIUM",
        _aloud(said, otherwise),
        "How often it happens, what it costs, what they tried",
        "SPICED: pain",
        said.sure,
    )


def from_aim(item: Item, place: int, kind: Kind) -> Asked:
    """Ask about an objective or a priority."""
    first, _, rest = item.text.partition(" ")
    opens = f" to {first.lower()} {rest[:8]}"
    deed = item.span is not None and rest and opens in f" {item.span.quote}".replace(" To ", " to ")
    line = f"to {first.lower()} {rest}" if deed else item.text
    said = _of_them(phrasing.aim(line, kind))
    otherwise = _AIM_SPOKEN[place % len(_AIM_SPOKEN)]
    return Asked(
        item.inferred(said.text, "an aim, asked as a question"),
        rationale(AIM_SIGNS, place, topic(item.text, verbal=True)),
        "GOOD",
        "MEDIUM" if place < 2 else "LOW",
        _aloud(said, otherwise),
        "A number, a date and an owner",
        "MEDDPICC: metrics",
        said.sure,
    )


def from_concern(item: Item, place: int) -> Asked:
    """Ask about a concern that decides deals with this buyer."""
    objects = _OBJECTIONS.search(item.heading)
    said = _of_them((objection if objects else concern)(item.text))
    return Asked(
        item.inferred(said.text, "a concern, asked as a question"),
        rationale(CONCERN_SIGNS, place, topic(item.text)),
        "GOOD",
        "LOW",
        "What would make you walk away from a purchase like this?",
        "Which of the concerns comes up first",
        "MEDDPICC: decision criteria",
        said.sure,
    )


def from_trait(item: Item, place: int) -> Asked:
    """Ask about a trait of the companies that is no number, industry or place."""
    label, _, ruled_out = item.text.partition(": ")
    if ruled_out and len(label.split()) <= _LABEL_WORDS and turns_away(label):
        return replace(from_exclusion(item, ruled_out, "segment"), weight="HIGH")
    about = topic(item.text)
    quote = item.span.quote if item.span is not None else ""
    # Without its subject "They count stock by hand" reads as a thing that is had.
    line = quote if quote.startswith("They ") else item.text
    said = trait_phrasing.tools(label, ruled_out) or trait_phrasing.trait(line)
    return Asked(
        item.inferred(said.text, "a trait of the source, asked as a question"),
        rationale(TRAIT_SIGNS, place, about),
        "GOOD",
        # What a line says beside size and trade weighs most only where the source says so.
        "HIGH" if _STRONG.search(quote) else "MEDIUM",
        _aloud(said, _TRAIT_SPOKEN),
        "Done, planned or not on the list",
        "SPICED: situation",
        0.0 if OF_US.search(said.text) else said.sure,
    )


def from_count(item: Item) -> Asked:
    """Ask about a count that sizes a company in its trade ("10 to 50 locations")."""
    return Asked(
        item.inferred(f"Does it have {item.text}?", "a number of the source, asked as a question"),
        "Their site, a map or a register shows the number. The source names it as a mark of a fit.",
        "GOOD",
        "HIGH",
        "How large are you, in numbers of your own trade?",
        "The number today, and where it is heading",
        "SPICED: situation",
    )


def from_source(item: Item, place: int, kind: Kind) -> Asked:
    """
    Take a question or a qualifier that the source itself gives; its heading tells for or against.

    Where the words give no weight, the order does: authors ask first what matters most.
    """
    ruled_out = EXCLUDES.match(item.text)
    if ruled_out:
        return from_exclusion(item, ruled_out["who"], kind)
    heading = item.heading
    asks = bool(IS_QUESTION.match(item.text))
    said = asked(item.text) if asks else _qualifier(item, kind)
    if asks and said.sure < SURE and NOTED.fullmatch(item.text):
        said = _noted(item.text.rstrip("?"))
    if not asks and kind == "segment" and turns_away(heading):
        said = against_by_size(item.text) or said
    content = asks and bool(_CONTENT.match(said.text))
    bad = bool(turns_away(heading) or (not asks and REFUSES.match(item.text))) or content
    where = f"The source lists it under “{heading}”. " if heading else "The source asks it itself. "
    text = trait_phrasing.of_employer(said.text) if kind == "persona" else said.text
    if _TRIGGERS.search(heading):
        text = counted(lately(text))
    rule = "a qualifier of the source, asked as a question"
    if asks:
        rule = OF_THE_SOURCE
    aloud = said.aloud or put_to(text)
    sure = said.sure if asks or not advised(item) else min(said.sure, 0.4)
    if not asks and OF_US.search(said.text):
        sure = 0.0
    return Asked(
        item.inferred(text, rule),
        where
        + (
            "Reviews and posts of theirs show it: who is content has little reason to change."
            if content
            else "A yes speaks against a fit."
            if bad
            else "One call or a look at their site answers it."
        ),
        "BAD" if bad else "GOOD",
        "MEDIUM" if content else _weight_of_source(item, place, bad),
        aloud,
        "A plain yes or no, then the story behind it",
        "Disqualifier" if bad else "SPICED: situation",
        sure,
    )


def _noted(text: str) -> Said:
    """Ask what was jotted down: "central purchasing", "still on paper"."""
    low = text[:1].lower() + text[1:]
    if _STATE_NOTED.match(low):
        return Said(f"Are they {low}?", 0.7, f"Are you {low}?")
    if _COUNT_NOTED.match(low):
        return Said(f"Are there {low}?", 0.8, f"Do you have {low}?")
    return trait_phrasing.trait(text, listed=True)


def _qualifier(item: Item, kind: Kind) -> Said:
    """Ask what a line of a list says; a list of those turned away names people or firms."""
    against = turns_away(item.heading)
    if against and excluding.lists_whom(item.text):
        return excluding.excluded(item.text, kind)
    of_whom = against and bool(OF_WHOM.search(item.heading))
    return trait_phrasing.trait(item.text, listed=bool(item.heading), of_whom=of_whom)


def advised(item: Item) -> bool:
    """Tell whether a qualifier is a label before advice: "Support request - be helpful, but …"."""
    tail = _AFTER_DASH.search(item.span.quote) if item.span is not None else None
    if tail is None or tells(item.text) or tail["said"] in item.text:
        return False
    return bool(WE.match(tail["said"]) or commands(tail["said"]))


def from_exclusion(item: Item, who: str, kind: Kind) -> Asked:
    """Ask whether a prospect is one of those whom the source rules out."""
    said = excluding.excluded(who, kind)
    asked_of = said.text
    if kind == "persona" and asked_of.startswith(("Is it a ", "Is it an ")):
        asked_of = f"Do they work for {asked_of[len('Is it ') :]}"
    return Asked(
        item.inferred(asked_of, OF_AN_EXCLUSION),
        "The source excludes them in so many words: a yes ends the conversation.",
        "BAD",
        "INSTANT_DISQUALIFIER",
        before_we_go_on(asked_of),
        "A plain yes or no",
        "Disqualifier",
        said.sure,
    )


def _weight_of_source(item: Item, place: int, bad: bool) -> Weight:
    words = f"{item.heading} {item.text}"
    if bad and (OUTRIGHT.search(item.heading) or OUTRIGHT.match(item.text)):
        return "INSTANT_DISQUALIFIER"
    if bad or _STRONG.search(words):
        return "HIGH"
    if WEAK.search(words):
        return "LOW"
    return "HIGH" if place < 3 else "MEDIUM" if place < 8 else "LOW"


def from_typical(known: TypicalQuestion) -> Asked:
    """Take a question from our knowledge of the role or market."""
    fit: FitType = "BAD" if known.fit_type == "BAD" else "GOOD"
    weight: Weight = (
        "HIGH" if known.weight == "HIGH" else "LOW" if known.weight == "LOW" else "MEDIUM"
    )
    return Asked(
        Item(known.question, "TYPICAL", None, known.reason),
        known.rationale,
        fit,
        weight,
        known.spoken,
        known.listen_for,
        known.framework,
    )

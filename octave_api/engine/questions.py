"""
Qualifying questions from claims: which to ask, how they speak for or against a fit, and how much.

GOOD: a good fit answers yes. BAD: a bad fit answers yes. INSTANT_DISQUALIFIER is given
only where a sentence of the source excludes somebody outright.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from octave_api.contract import FitType, Kind, QualifyingQuestion, QuestionNote, Weight
from octave_api.engine import phrasing
from octave_api.engine.firmographics import Fact
from octave_api.engine.items import Item, Ledger, Span, key_words, twins
from octave_api.engine.roles import TypicalQuestion
from octave_api.engine.sorting import EXCLUDES
from octave_api.engine.titles import Title
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb
from octave_api.engine.wording import article, base_phrase, form, lower_first

MIN_QUESTIONS, MAX_QUESTIONS = 6, 12
_ORDER: dict[str, int] = {"INSTANT_DISQUALIFIER": 0, "HIGH": 1, "MEDIUM": 2, "LOW": 3}
_OUTRIGHT = re.compile(
    r"(?i)\b(?:disqualif\w*|do not (?:target|sell|pursue)|don['’]t (?:target|sell|pursue)|never|must not|"
    r"exclu(?:de|des|ded|sion|sions)|not for|will not|cannot (?:serve|sell)|out of scope)\b"
)
_AGAINST = re.compile(
    r"(?i)\b(?:disqualif\w*|red flags?|not a (?:good )?fit|bad fit|poor fit|exclu\w*|avoid|not for|anti|negative|"
    r"do not|don['’]t|out of scope|unqualified|warning signs?|deal[- ]?killers?)\b"
)
_STRONG = re.compile(r"(?i)\b(?:must|required|require|need|critical|essential|key|mandatory|tier 1|primary)\b")
_WEAK = re.compile(r"(?i)\b(?:bonus|nice to have|optional|preferred|ideally|may|tier 3|tertiary|plus)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with what a seller needs beside it; `item` says where it comes from."""

    item: Item
    rationale: str
    fit: FitType
    weight: Weight
    spoken: str
    listen_for: str
    framework: str


def _topic(line: str, *, verbal: bool = False) -> str | None:
    """Give the two to five words of a line that one would search a profile for, or None."""
    words = _EMPTY_LEAD.sub("", line).split()
    if verbal and len(words) > 1 and form(line, verbal=True) in ("base", "third", "gerund"):
        words = words[1:]
    while words and _is_verb(words[0]) and len(words) > 1:
        words = words[1:]
    chosen: list[str] = []
    ended = False
    for place, raw in enumerate(words):
        word = raw.strip(",.;:()\"“”")
        low = word.lower()
        if ended or not word:
            break
        ended = raw[-1:] in ",;:.)"
        if low in _STOP:
            follows = words[place + 1].lower().strip(",.;:") if place + 1 < len(words) else ""
            room = 4 if low == "and" else 2
            if len(chosen) >= room or low not in ("of", "for", "in", "and") or _is_verb(follows):
                break
            if chosen:
                chosen.append(word)
            continue
        if not chosen and low in _WEAK_START:
            continue
        chosen.append(word)
        if len(chosen) == 5:
            break
    while chosen and chosen[-1].lower() in _STOP | _WEAK_START:
        chosen.pop()
    if not chosen or sum(len(word) for word in chosen) < 5 or (len(chosen) == 1 and not chosen[0][-1:].isalpha()):
        return None
    text = " ".join(chosen)
    return text if any(char.isupper() for char in text[1:]) else text.lower()


def _is_verb(word: str) -> bool:
    low = word.lower()
    known = verb(low)
    if known is not None:
        return not known.noun and not known.adjective
    return bool(base_of_gerund(low) or base_of_third(low) and not low.endswith("ss") and not (verb(base_of_third(low) or "") or known).noun)  # type: ignore[union-attr]


_EMPTY_LEAD = re.compile(
    r"(?i)^(?:the need (?:to|for)|be able to|being able to|ability to|how to|lack of|hard to|difficult to|difficulty|having to|"
    r"responsible for|in charge of|accountable for|frustrated (?:by|when|with)|concerned (?:about|that)|struggles? (?:with|to)|helping|"
    r"make sure (?:that )?|ensure that|ensures that|low|high|poor|slow)\s+"
)
_WEAK_START = frozenset("the a an their its his her all any some more most our new it them they this that not no be i".split())
_STOP = frozenset(
    "that which who to for with in on by from so and or of as while when because into at how through across is are was has have "
    "can cannot will must should they we i if without within via".split()
)


_DUTY_SIGNS = (
    "The source names it as this role's own work. Look for {} in the profile or in job ads for the role.",
    "It tells this role from its neighbours. Their own words about {} in a profile, talk or post show it.",
    "Ask who does it if not this person. A job ad or team page that mentions {} settles it.",
)
_PAIN_SIGNS = (
    "Who has this problem has a reason to talk. Signs: posts, reviews or job ads that mention {}.",
    "The source names it as a pain. Ask how it shows; listen for {} before you bring it up.",
    "Without it there is little reason to change. Recent hires or plans around {} point to it.",
)
_AIM_SIGNS = (
    "A shared aim gives the talk a direction. Look for {} in plans, reports or interviews.",
    "Somebody who is measured on it will make time. Look for {} in goals or job ads.",
    "It tells what a result is worth. Company news that mentions {} shows where it stands.",
)

_AIM_SPOKEN = ("What has to be true by the end of the year?", "Which result would your own boss notice first?")
_PAIN_SPOKEN = (
    "What makes this part of the work hard today?",
    "When did it last go wrong, and what did it cost?",
    "What have you tried so far?",
)


def _look(topic: str | None, template: str) -> str:
    return template.format(f"“{topic}”" if topic else "it")


def from_duty(item: Item, place: int) -> Asked:
    """Ask about a responsibility; the first two weigh most."""
    base = base_phrase(item.text, verbal=True)
    topic = _topic(item.text, verbal=True)
    spoken = f"How do you {lower_first(base)} today?" if base and len(base.split()) <= 14 else f"Who looks after {topic or 'this'} in your team?"
    return Asked(
        item.inferred(phrasing.duty(item.text), "a responsibility, asked as a question"),
        _look(topic, _DUTY_SIGNS[place % 3]),
        "GOOD",
        "HIGH" if place < 2 else "MEDIUM",
        phrasing.to_you(spoken),
        "A recent example of their own, and who else is involved",
        "BANT: authority",
    )


def from_pain(item: Item, place: int, kind: Kind) -> Asked:
    """Ask about a pain point; the first weighs most."""
    topic = _topic(item.text)
    return Asked(
        item.inferred(phrasing.pain(item.text, kind), "a pain point, asked as a question"),
        _look(topic, _PAIN_SIGNS[place % 3]),
        "GOOD",
        "HIGH" if place == 0 else "MEDIUM",
        f"What happens today when it comes to {phrasing.to_you(topic)}?" if topic else _PAIN_SPOKEN[place % 3],
        "How often it happens, what it costs, what they tried",
        "SPICED: pain",
    )


def from_aim(item: Item, place: int, kind: Kind) -> Asked:
    """Ask about an objective or a priority."""
    topic = _topic(item.text, verbal=True)
    return Asked(
        item.inferred(phrasing.aim(item.text, kind), "an aim, asked as a question"),
        _look(topic, _AIM_SIGNS[place % 3]),
        "GOOD",
        "MEDIUM" if place < 2 else "LOW",
        f"Where on your list this year is {phrasing.to_you(topic)}?" if topic else _AIM_SPOKEN[place % 2],
        "A number, a date and an owner",
        "MEDDPICC: metrics",
    )


def from_concern(item: Item) -> Asked:
    """Ask about a concern that decides deals with this buyer."""
    text = phrasing.aim(item.text, "persona") if item.text.lower().startswith("avoid") else phrasing.pain(item.text, "persona")
    if re.match(r"(?i)having to\b", item.text):
        text = f"Would they walk away over {lower_first(item.text)}?"
    elif re.match(r"(?i)a deal-breaker if\b", item.text):
        text = f"Is it {lower_first(item.text)}?"
    return Asked(
        item.inferred(text, "a concern, asked as a question"),
        "The source names it as a reason to hesitate: better known before the first demo than after.",
        "GOOD",
        "LOW",
        "What would make you walk away from a purchase like this?",
        "Which of the concerns comes up first",
        "MEDDPICC: decision criteria",
    )


_LEVELS = {
    "executive": "on the executive team",
    "vp": "a vice president or above",
    "director": "a director or above",
    "manager": "a manager or above",
}


def from_title(item: Item, title: Title) -> Asked:
    """Ask about the title, by its level where it has one."""
    level = _LEVELS.get(title.seniority)
    text = f"Is their title {item.text} or close to it?"
    if level:
        text = f"Is their title {item.text}, or are they {level} in the same function?"
    return Asked(
        item.inferred(text, "a title of the source, asked as a question"),
        "Titles vary by company: judge by level and function, as their profile states them.",
        "GOOD",
        "MEDIUM",
        "What is your role, and who do you report to?",
        "Level, function and size of the team",
        "BANT: authority",
    )


def _asks(line: str) -> bool:
    return bool(re.search(r"\?[\"”’']?\s*$|\?\s", line) or re.match(r"(?i)(?:tell me|tell us|walk me|walk us|describe)\b", line))


def from_trait(item: Item, place: int) -> Asked:
    """Ask about a trait of the companies that is no number, industry or place."""
    topic = _topic(item.text)
    return Asked(
        item.inferred(phrasing.trait(item.text), "a trait of the source, asked as a question"),
        _look(topic, "The source counts it among the marks of a fit. Look for {} in news, job ads or on their site."),
        "GOOD",
        "HIGH" if place == 0 else "MEDIUM",
        f"Where do you stand with {phrasing.to_you(topic)}?" if topic else "Where do you stand with this today?",
        "Done, planned or not on the list",
        "SPICED: situation",
    )


_FACTS: dict[str, tuple[str, str, str, str]] = {
    "industry": ("Is it in {}?", "Their site and their industry code say so.", "Which markets do you serve?", "BANT: need"),
    "employees": ("Does it have {} employees?", "Company profiles and annual reports give the headcount.", "How many people work with you today?", "SPICED: situation"),
    "revenue": ("Is its revenue {}?", "Annual reports, registers or news about results tell.", "What revenue do you plan for this year?", "BANT: budget"),
    "geography": ("Is it based or active in {}?", "The imprint and the list of offices show it.", "Where are your teams and your customers?", "SPICED: situation"),
    "businessModel": ("Is its business {}?", "Who pays them is plain from their price page.", "Who are your own customers?", "SPICED: situation"),
    "technology": ("Does it use {}?", "Job ads and technology look-ups name the tools.", "What do you run on today?", "MEDDPICC: competition"),
    "stage": ("Is it {}?", "Headcount, funding news and the age of the company tell.", "At which stage is the company?", "SPICED: situation"),
}


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A firmographic fact, where it stands, the headings above it, and the points it scores there."""

    fact: Fact
    span: Span
    heading: str
    points: float | None = None


def from_facts(found: Sequence[FoundFact]) -> list[Asked]:
    """
    Ask about firmographic facts, thresholds kept; the values of one line share a question.

    What the source rules out becomes BAD; it disqualifies at once only where the words of
    the source exclude outright. Points and tiers of the source become weights: the most
    points HIGH, half of them MEDIUM, fewer LOW, points below zero BAD, none no question.
    """
    most = max((one.points for one in found if one.points is not None), default=0.0)
    groups: dict[tuple[str, bool, str], list[FoundFact]] = {}
    for one in found:
        if one.points == 0:
            continue
        key = one.heading if one.fact.key in ("industry", "geography", "technology") else one.fact.value
        groups.setdefault((one.fact.key, one.fact.negated, key), []).append(one)
    asked = []
    for (name, negated, where), members in groups.items():
        template, look, spoken, framework = _FACTS[name]
        first = members[0]
        text = template.format(_either(list(dict.fromkeys(fact_words(one.fact, one.span) for one in members))[:6]))
        minus = first.points is not None and first.points < 0
        bad = negated or minus
        why = "The source names it as a mark of a fit."
        if bad:
            why = "The source takes points off for it." if minus else "The source rules these out."
        asked.append(
            Asked(
                Item(text, "INFERRED", first.span, "a fact of the source, asked as a question", 1.0),
                f"{look} {why}",
                "BAD" if bad else "GOOD",
                _fact_weight(name, bad, where, first.points, most),
                spoken,
                "A plain answer, and whether it is about to change",
                "Disqualifier" if bad else framework,
            )
        )
    return sorted(asked, key=lambda one: _ORDER[one.weight])


def _fact_weight(name: str, bad: bool, where: str, points: float | None, most: float) -> Weight:
    if bad and points is None:
        return "INSTANT_DISQUALIFIER" if _OUTRIGHT.search(where) else "HIGH"
    if points is not None:
        share = abs(points) / most if most else 1.0
        return "HIGH" if share > 0.75 else "MEDIUM" if share >= 0.5 else "LOW"
    if _WEAK.search(where):
        return "LOW"
    if re.search(r"(?i)\btier (?:2|two|b)\b|\bsecondary\b", where):
        return "MEDIUM"
    return "HIGH" if name in ("industry", "employees", "revenue") else "MEDIUM"


def fact_words(fact: Fact, span: Span) -> str:
    """Word a fact inside a sentence: "500+" becomes "more than 500" or "at least 500", as the quote has it."""
    value = fact.value
    if fact.key in ("employees", "revenue"):
        open_end = re.match(r"^(?P<amount>[^+]+)\+(?P<rest>.*)$", value.removesuffix(" employees"))
        if open_end is None:
            return value.removesuffix(" employees")
        over = re.search(r"(?i)\b(?:more|greater|larger|over|above|exceeding)\b|>", span.quote)
        return f"{'more than' if over else 'at least'} {open_end['amount']}{open_end['rest']}"
    if fact.key == "stage":
        low = lower_first(value)
        noun = low.split()[-1].split("-")[-1] in ("company", "business", "startup", "up", "enterprise")
        whole = low if noun and low != "enterprise" else f"{low} company"
        return article(whole)
    if fact.key in ("industry", "businessModel"):
        return value if any(char.isupper() for char in value[1:]) else value.lower()
    return value


def _either(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"


def from_source(item: Item, place: int, kind: Kind) -> Asked:
    """
    Take a question or a qualifier that the source itself gives; its heading tells for or against.

    Where the words give no weight, the order does: authors ask first what matters most.
    """
    line, heading = item.text, item.heading
    ruled_out = EXCLUDES.match(line)
    if ruled_out:
        return Asked(
            item.inferred(phrasing.excluded(ruled_out["who"], kind), "the sentence rules somebody out"),
            "The source excludes them in so many words: a yes ends the conversation.",
            "BAD",
            "INSTANT_DISQUALIFIER",
            "Before we go on: does one of these apply to you?",
            "A plain yes or no",
            "Disqualifier",
        )
    is_question = _asks(line)
    against = bool(_AGAINST.search(heading)) and not re.search(r"(?i)\bqualifiers?\b", heading.replace("dis", "dis "))
    against = against or bool(re.search(r"(?i)\bdisqualif|red flag", heading))
    said_against = not is_question and bool(re.match(r"(?i)(?:no|not|never|only wants|unwilling|refuses)\b", line))
    bad = against or said_against
    outright = bad and bool(_OUTRIGHT.search(heading) or _OUTRIGHT.match(line))
    weight: Weight = "HIGH" if place < 3 else "MEDIUM" if place < 8 else "LOW"
    if outright:
        weight = "INSTANT_DISQUALIFIER"
    elif bad or _STRONG.search(f"{heading} {line}"):
        weight = "HIGH"
    elif _WEAK.search(f"{heading} {line}"):
        weight = "LOW"
    text = phrasing.asked(line) if is_question else phrasing.trait(line)
    rule = "the source's own question, made yes/no" if is_question else "a qualifier of the source, asked as a question"
    where = f"The source lists it under “{heading}”. " if heading else "The source asks it itself. "
    return Asked(
        item.inferred(text, rule),
        where + ("A yes speaks against a fit." if bad else "One call or a look at their site answers it."),
        "BAD" if bad else "GOOD",
        weight,
        line if is_question else phrasing.to_you(text.replace("Do they", "Do you").replace("Are they", "Are you")),
        "A plain yes or no, then the story behind it",
        "Disqualifier" if bad else "SPICED: situation",
    )


def from_typical(known: TypicalQuestion, rank: float = 0.0) -> Asked:
    """Take a question from our knowledge of the role or market."""
    fit: FitType = "BAD" if known.fit_type == "BAD" else "GOOD"
    weight: Weight = "HIGH" if known.weight == "HIGH" else "LOW" if known.weight == "LOW" else "MEDIUM"
    return Asked(
        Item(known.question, "TYPICAL", None, known.reason, rank),
        known.rationale,
        fit,
        weight,
        known.spoken,
        known.listen_for,
        known.framework,
    )


def choose(wanted: Sequence[Asked], fillers: Iterable[Asked]) -> list[Asked]:
    """
    Choose 6 to 12 questions, no near-twins, heaviest first, BAD ones kept.

    Fillers (typical ones) come in only to reach the minimum, and to have at least two
    questions that can speak against a fit.
    """
    chosen: list[Asked] = []
    known: list[frozenset[str]] = []

    def take(asked: Asked) -> None:
        words = key_words(asked.item.text)
        if not any(twins(words, other) for other in known):
            chosen.append(asked)
            known.append(words)

    bad = [asked for asked in wanted if asked.fit == "BAD"][:4]
    good = [asked for asked in wanted if asked.fit == "GOOD"]
    for asked in bad:
        take(asked)
    room = MAX_QUESTIONS if len(bad) >= 2 else MAX_QUESTIONS - (2 - len(bad))
    for asked in good:
        if len(chosen) < room:
            take(asked)
    spare = list(fillers)
    for asked in spare:
        if asked.fit == "BAD" and sum(one.fit == "BAD" for one in chosen) < 2 and len(chosen) < MAX_QUESTIONS:
            take(asked)
    for asked in good:
        if len(chosen) < MAX_QUESTIONS:
            take(asked)
    for asked in spare:
        if len(chosen) < MIN_QUESTIONS:
            take(asked)
    chosen = _spread(chosen)
    return sorted(chosen, key=lambda one: (one.fit == "BAD" and one.weight != "INSTANT_DISQUALIFIER", _ORDER[one.weight]))


def _spread(chosen: list[Asked]) -> list[Asked]:
    """Make sure that not all questions weigh the same: the last of the GOOD ones weighs less."""
    if len(chosen) < 3 or len({asked.weight for asked in chosen}) > 1:
        return chosen
    weight: Weight = "LOW" if chosen[0].weight == "MEDIUM" else "MEDIUM"
    half = len(chosen) // 2
    return [*chosen[:half], *(replace(asked, weight=weight) for asked in chosen[half:])]


def write(chosen: Sequence[Asked], ledger: Ledger) -> tuple[list[QualifyingQuestion], list[QuestionNote]]:
    """Give the contract's questions, and beside each its spoken form; claims go to the ledger."""
    questions, notes = [], []
    for index, asked in enumerate(chosen):
        pointer = f"/qualifyingQuestions/{index}"
        questions.append(
            QualifyingQuestion(
                question=ledger.add(pointer, asked.item),
                rationale=asked.rationale,
                fit_type=asked.fit,
                weight=asked.weight,
                archived_at=None,
            )
        )
        notes.append(
            QuestionNote(
                pointer=pointer, spoken=asked.spoken, listen_for=asked.listen_for, framework=asked.framework
            )
        )
    return questions, notes

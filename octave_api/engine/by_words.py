"""
A question's words found in a sentence of notes, and what the sentence says of them.

Topic, polarity and who is meant decide: the words must be there, in one clause where one has
them; the clause must say that it is so or not so; and it must speak of the prospect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from octave_api.engine.asking import Asking
from octave_api.engine.leaning import Lean, clauses, lean
from octave_api.engine.meanings import Meaning, meanings, opposites
from octave_api.engine.notes import Said
from octave_api.engine.presence import NOTE, possesses

YesNo = Literal["Yes", "No"]


class Reading(NamedTuple):
    """An answer, how sure it is (0 to 1), and in a few words how the sentence gives it."""

    answer: YesNo
    strength: float
    rule: str


_ENOUGH = 0.66
_ENOUGH_OF_MANY = 0.59
_ENOUGH_IF_FINE = 0.39
_MANY = 5
_LIGHT = 0.2
_STEP = 0.75
"""What an answer is worth that lies one step away: a contrary, a plan, a word for its kind."""


def turned(given: YesNo, negative: bool) -> YesNo:
    """Turn an answer round for a question that asks whether something is not so."""
    if not negative:
        return given
    return "No" if given == "Yes" else "Yes"


def share(wanted: Sequence[Meaning], words: Sequence[Meaning]) -> float:
    """Give how much of the wanted words' weight the others hold."""
    total = sum(_weight(word) for word in wanted)
    forms = {form for word in words for form in word.forms}
    found = sum(_weight(word) for word in wanted if word.forms & forms)
    return found / total if total else 1.0


def _weight(word: Meaning) -> float:
    return 1.0 if word.strong else _LIGHT


def by_words(asking: Asking, said: Said) -> Reading | None:
    """Find the question's words in a sentence, in one clause if one has them, and read its lean."""
    if not any(word.strong for word in asking.words) or (asking.threshold and not said.reply):
        return None
    if asking.person and not said.reply and _SOMEBODY_ELSE.search(said.text):
        return None
    text = said.text
    spans: Sequence[tuple[int, int]] = () if said.reply else clauses(text)
    spans = [*spans, (0, len(text))] if len(spans) != 1 else spans
    best: Reading | None = None
    for place, (start, end) in enumerate(spans):
        whole = place == len(spans) - 1
        if whole and best is not None:
            break
        if whole and place and _CONTRAST.search(text):
            break
        hit = _clause(asking, text[start:end], said)
        if hit is not None and whole and place:
            hit = hit._replace(strength=min(hit.strength, _ACROSS))
        if hit is not None and (best is None or hit.strength > best.strength):
            best = hit
    return best


_CONTRAST = re.compile(
    r"(?i);|\b(?:but|while|whereas|although|however)\b|,\s+\w+(?: \w+)? (?:is|are|was|were|sits) "
)
_ACROSS = 0.8
"""What an answer is worth whose words stand in several clauses."""
_RANK = (
    r"(?:\w+ ){0,2}?(?:c[a-z]o|[se]?vp|boss|manager|director|head|board|owner|founder|colleague"
    r"|predecessor|successor|husband|wife|president|chair\w*|committee)\b"
)
_SOMEBODY_ELSE = re.compile(
    rf"(?i)^\W*(?:(?:the|our|their|his|her|my) {_RANK}|(?:somebody|someone|anyone) else\b)"
    rf"|\bby (?:the|our|their|his|her|my) {_RANK}|\bby (?:somebody|someone) else\b"
)


def _clause(asking: Asking, clause: str, said: Said) -> Reading | None:
    words = meanings(clause, notes=True)
    meeting = [(word, _meeting(word, words, loose=not asking.identity)) for word in asking.words]
    missing = [word for word, met in meeting if met is None]
    spans = sorted({(met.start, met.end) for w, met in meeting if met is not None and w.strong})
    strong = [word for word, met in meeting if met is not None and word.strong]
    short = next((a for a in asking.acronyms if re.search(rf"\b{a}s?\b", clause)), "")
    if short and not strong:
        return _by_acronym(asking, clause, short)
    contrary = _contrary(missing, words)
    alone = sum(word.strong for word in asking.words) == 1 and len(clause.split()) <= NOTE
    if contrary is not None and (strong or alone):
        return _by_contrary(asking, clause, said, contrary, spans)
    unmet = [word for word in asking.required if word in missing]
    if not strong or any(_root(word) not in _ANY_DOING for word in unmet):
        return None
    leaning: Lean = lean(clause, spans, planning=asking.planning)
    if unmet and leaning != "no":
        return None
    fine = asking.problem and not said.reply and bool(_FINE.search(clause))
    leaning = "no" if fine else leaning
    denied = leaning == "no" or said.reply == "No"
    # "No data engineers" denies the team as well; a yes must name what is asked for.
    wanted: Sequence[Meaning] = asking.topic
    if unmet:
        wanted = [word for word in wanted if word not in unmet]
    elif denied:
        wanted = [
            w for w in asking.topic if w.strong and not (w in missing and _describes(asking, w))
        ]
    held = share(wanted, words)
    enough = _ENOUGH_OF_MANY if len(asking.words) >= _MANY else _ENOUGH
    if held < (_ENOUGH_IF_FINE if fine and len(strong) > 1 else enough):
        return None
    strength = min(_STEP if unmet else 1.0, held)
    if leaning == "planned":
        if not asking.possession:
            return None
        return Reading(turned("No", asking.negative), _STEP, "planned, so not there yet")
    yes = leaning == "yes"
    if yes and not said.reply:
        if asking.identity and THEIR_MARKET.search(clause[: spans[0][0]]):
            return None
        if asking.every and _SOME.search(clause):
            return Reading(turned("No", asking.negative), _STEP, "so of some, not of all")
        if not _affirms(asking, clause, spans, missing, words):
            return None
    rule = "the notes say so"
    if said.reply:
        yes, rule = (said.reply == "Yes") == yes, "the notes ask it and give the reply"
    return Reading(turned("Yes" if yes else "No", asking.negative), strength, rule)


_ANY_DOING = frozenset({"offer", "provide", "run", "operate", "use", "accept", "support", "do"})
"""Verbs that a denial of their object goes without: "no subscription" is none on offer."""


def _root(word: Meaning) -> str:
    return next((form[5:] for form in word.forms if form.startswith("verb ")), "")


_DESCRIBING = re.compile(r"(?i)(?:ing|ed|al|ive|able|ous|ful|ary)$")


def _describes(asking: Asking, word: Meaning) -> bool:
    """Say whether a word only describes what is asked for: no deadline, no compelling one."""
    last = [one for one in asking.words if one.strong][-1:]
    described = asking.possession and word not in last
    return described and bool(_DESCRIBING.search(word.written))


def _by_acronym(asking: Asking, clause: str, short: str) -> Reading | None:
    """Answer whether a thing is there by its short name: "No MES" for an execution system."""
    at = clause.index(short)
    spans = [(at, at + len(short))]
    leaning = lean(clause, spans, planning=asking.planning)
    if not asking.possession or (leaning == "yes" and not possesses(clause, spans)):
        return None
    answer: YesNo = "Yes" if leaning == "yes" else "No"
    return Reading(turned(answer, asking.negative), _STEP, "the notes use its short name")


def _by_contrary(
    asking: Asking,
    clause: str,
    said: Said,
    contrary: tuple[Meaning, Meaning],
    met: Sequence[tuple[int, int]],
) -> Reading | None:
    """Answer from what stands for the opposite: "in-house" of "outsourced"."""
    rest = [word for word in asking.words if word is not contrary[0]]
    held = share(rest, meanings(clause, notes=True))
    required = [word for word in asking.required if word is not contrary[0]]
    if held < _ENOUGH or share(required, meanings(clause, notes=True)) < 1.0:
        return None
    spans = sorted({*met, (contrary[1].start, contrary[1].end)})
    leaning = lean(clause, spans, planning=asking.planning)
    if leaning != "yes":
        return None
    answer = turned("No", asking.negative)
    rule = "the notes say the contrary"
    if said.reply:
        answer, rule = turned(answer, said.reply == "No"), "the notes ask it and give the reply"
    return Reading(answer, _STEP * min(1.0, held), rule)


def _affirms(
    asking: Asking,
    clause: str,
    spans: Sequence[tuple[int, int]],
    missing: Sequence[Meaning],
    words: Sequence[Meaning],
) -> bool:
    """Say whether a clause without a denial does say yes, and not merely name the words."""
    if asking.only and not _ONLY.search(clause):
        return False
    kind = any(form.startswith("kind ") for word in words for form in word.forms)
    if asking.head is not None and asking.head in missing and not kind:
        people = asking.head.forms & _OF_PEOPLE and _STAFFED.search(clause)
        if not people:
            return False
    if (
        asking.head is not None
        and asking.head not in missing
        and not _beside(asking.head, words, spans)
    ):
        return False
    if asking.problem and _TROUBLE.search(clause):
        return True
    wide = [(one.start, one.end) for one in words if any(one.forms & w.forms for w in asking.topic)]
    return not asking.possession or possesses(clause, wide)


THEIR_MARKET = re.compile(
    r"(?i)\b(?:sell(?:s|ing)?|serv(?:e|es|ing)|cater(?:s|ing)?|supply|supplies|supplying"
    r"|deliver(?:s|ing)?|help(?:s|ing)?"
    r"|work(?:s|ing)? (?:with|for)|targets?|targeting|clients?|customers?|buyers|audience|for"
    r"|built for|exports?)\b[^.;]*$"
)
"""Before a kind of company: it is a customer's kind, not the prospect's."""


def _beside(head: Meaning, words: Sequence[Meaning], spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether "team" stands by "data", and is not the sales team."""
    return any(
        -_APART <= one.start - end <= _APART or -_APART <= start - one.end <= _APART
        for one in words
        if one.forms & head.forms
        for start, end in spans
    )


_APART = 8
_OF_PEOPLE = frozenset({"team", "function", "department", "unit"})
_STAFFED = re.compile(
    r"(?i)\b(?:head|director|vp|lead) of\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r" (?:[\w-]+ ){0,2}(?:analysts?|managers?|specialists?|engineers?|people|lawyers?|designers?)\b"
)
_TROUBLE = re.compile(
    r"(?i)\b(?:costs?|los[et]|losing|loses|too (?:many|much|long|often|slow|late)|always|constantly"
    r"|keeps?|every (?:day|week|month|time)|again|hours|complain\w*|painful|pain|nightmare|headache"
    r"|can['’]t|cannot|never|still|half|twice|wast\w+|kill\w*|hurt\w*|struggl\w+|suffer\w*|mess)\b"
)
_ONLY = re.compile(
    r"(?i)\b(?:only|solely|exclusively|purely|nothing but|nothing else|all|entirely|100 ?%"
    r"|never|everything|every)\b"
)
_SOME = re.compile(r"(?i)\b(?:some|partly|partially|half|a few|most|mostly|part of|parts of)\b")
_FINE = re.compile(
    r"(?i)\b(?:is|are|at) (?:\w+ly |close to |near )?(?:zero|negligible|minimal|marginal)\b|"
    r"\b(?:(?:not|never|no|hardly|isn['’]t|aren['’]t"
    r"|wasn['’]t)\s+(?:been\s+)?(?:really\s+)?(?:an?\s+)?"
    r"(?:big\s+|real\s+)?(?:problem|issue|concern|struggle|challenge|worry|pain)s?"
    r"|under control|runs? smoothly|running smoothly|works? (?:well|fine|great)|solved|sorted out"
    r"|fully automated|all automated|(?:don['’]t|doesn['’]t|not something (?:that )?they) worry"
    r"|non-issue|happy with|(?:going|goes|went) (?:very )?well|on time|like clockwork|smooth(?:ly)?"
    r"|no trouble|easy|thing of the past)\b"
)


def _meeting(word: Meaning, words: Sequence[Meaning], *, loose: bool) -> Meaning | None:
    """Give the word that meets one of the question; a company's kind is never a verb's kin."""
    forms = word.forms if loose else {one for one in word.forms if not one.startswith("verb ")}
    return next((other for other in words if forms & other.forms), None)


def _contrary(
    missing: Sequence[Meaning], words: Sequence[Meaning]
) -> tuple[Meaning, Meaning] | None:
    """Give a word of the question and what stands for its opposite in the notes."""
    table = opposites()
    for word in missing:
        against = {form for said in word.forms for form in table.get(said, ())}
        for other in words:
            if other.forms & against:
                return word, other
    return None

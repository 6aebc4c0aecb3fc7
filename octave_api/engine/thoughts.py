"""
Cutting a sentence into the verb phrases that stand alone.

"Buyers who run plants and report to the COO" holds two: "run plants" and
"report to the COO". A phrase is cut off only where a verb of the same form
follows a comma or an "and" and brings its own object; lists of nouns, and verbs
that share one object, stay together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from octave_api.engine.verb_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    MOSTLY_VERBS,
    PHRASAL,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    STATES,
    SUBORDINATORS,
)
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb

Form = Literal["base", "third", "gerund"]

_WORD = re.compile(r"[^\W_](?:[\w&'\u2019./+-]*[\w+])?|[^\w\s]")
_DUTY = re.compile(
    r"\b(?:responsib(?:le|ility|ilities)|accountable|charge|tasked|charged|focus(?:es|ed)?|"
    r"dut(?:y|ies)|"
    r"job|role|work|day|time|involves?|includes?|consists?|spends?)\b(?:\s+\w+){0,2}?\s+"
    r"(?:for|of|with|on|include|includes|involve|involves|is|are|consists? of|"
    r"in)\s*:?\s+(?=\w+ing\b)|"
    r"\b(?:include|includes|involve|involves|spends? (?:\w+ ){0,3}(?:time|days?|hours?|"
    r"week))\s*:?\s+(?=\w+ing\b)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:teams?|leaders?|managers?|directors?|buyers?|professionals|people|owners?|engineers?|"
    r"officers?|heads?|vps?|presidents?|executives?|analysts?|architects?|developers?|users?|"
    r"admins?|"
    r"administrators?|consultants?|specialists?|coordinators?|supervisors?|planners?|operators?|"
    r"c[a-z]{1,2}os?|founders?|stakeholders?|champions?|controllers?|marketers?|recruiters?|"
    r"persona|"
    r"\w+(?:ists|ers|ors|ants))\b",
    re.IGNORECASE,
)


_LEFT_OPEN = frozenset("does do did is are was were has have had can will would".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of punctuation, with its span."""

    text: str
    start: int
    end: int


def phrases(text: str) -> list[tuple[int, int]]:
    """
    Spans of the verb phrases of one sentence; empty if it should stay as it is.

    A single phrase is given only where what stands before it merely names who acts.
    """
    words = [Word(m.group(), *m.span()) for m in _WORD.finditer(text)]
    if len(words) < 3 or "?" in text:
        return []
    lowered = [w.text.lower().replace("\u2019", "'") for w in words]
    found = _first(text, lowered, words)
    if not found:
        return []
    start, form, lone = found
    heads = [start, *_further(lowered, start, form)]
    ends = [*(_before(lowered, head) for head in heads[1:]), _last(lowered)]
    spans = []
    for head, end in zip(heads, ends, strict=True):
        if end - head < 2 or lowered[head + 1] in (",", "and", "or", "&", ";"):
            return _joined(words, lowered, heads, ends, lone)
        if lowered[end - 1] in _LEFT_OPEN:
            return []  # "… a manager who sees them struggle does": the clause was cut in two.
        spans.append((words[head].start, words[end - 1].end))
    return spans if len(spans) > 1 or lone else []


def _joined(
    words: list[Word], lowered: list[str], heads: list[int], ends: list[int], lone: bool
) -> list[tuple[int, int]]:
    """Verbs that share an object ("plan, build and run the plant") become one phrase with it."""
    spans: list[tuple[int, int]] = []
    open_at = -1
    for head, end in zip(heads, ends, strict=True):
        begin = open_at if open_at >= 0 else head
        bare = end - head < 2 or (lowered[head + 1] in ("and", "or", "&", ",") and end - head < 4)
        open_at = begin if bare else -1
        if not bare:
            spans.append((words[begin].start, words[end - 1].end))
    if open_at >= 0 and spans:
        spans[-1] = (spans[-1][0], words[ends[-1] - 1].end)
    return spans if len(spans) > 1 or (lone and spans) else []


def _form(word: str) -> Form | None:
    if verb(word):
        return "base"
    if base_of_third(word):
        return "third"
    return "gerund" if base_of_gerund(word) else None


def _first(text: str, lowered: list[str], words: list[Word]) -> tuple[int, Form, bool] | None:
    """Where the first phrase begins, its form, and whether it may stand as the only one."""
    n = _skip(lowered, 0)
    form = _form(lowered[n])
    if form and n + 1 < len(lowered) and _opens(lowered, n, form):
        return n, form, False
    if lowered[0] in PRONOUNS:
        after = _after_pronoun(lowered)
        if after:
            return after
    for k, word in enumerate(lowered[:-1]):
        if word == "who" and k:
            at = _skip(lowered, k + 1)
            if lowered[at] in MODALS:
                return at, "base", True
            form = _form(lowered[at])
            if form in ("base", "third") and lowered[at] not in STATES - {
                "need",
                "needs",
                "want",
                "wants",
            }:
                return at, form, True
    duty = _DUTY.search(text)
    if duty:
        at = next((k for k, w in enumerate(words) if w.start >= duty.end()), 0)
        if at and _form(lowered[at]) == "gerund":
            return at, "gerund", True
    return _after_subject(text, lowered, words)


def _opens(lowered: list[str], n: int, form: Form) -> bool:
    """Whether the first word of a fragment is a verb: "Lead a team", not "Sales teams that…"."""
    entry = verb(lowered[n])
    following = lowered[n + 1]
    if form == "third":
        base = verb(base_of_third(lowered[n]) or "")
        return base is not None and (not base.noun or _governs(lowered, n))
    if form == "gerund":
        return following not in ("is", "are", "was", "has", "can", "will")
    if not entry or not (entry.noun or entry.adjective):
        return True
    return (
        following in DETERMINERS
        or following in PHRASAL.get(lowered[n], ())
        or lowered[n] in MOSTLY_VERBS
    )


def _after_pronoun(lowered: list[str]) -> tuple[int, Form, bool] | None:
    at = _skip(lowered, 1)
    if lowered[at] in MODALS or lowered[at] in STATES:
        return None
    form = _form(lowered[at])
    return (at, form, False) if form in ("base", "third") else None


def _after_subject(
    text: str, lowered: list[str], words: list[Word]
) -> tuple[int, Form, bool] | None:
    """The verb after a subject that names people: "Plant managers oversee…", "The CFO signs…"."""
    for k in range(1, min(len(lowered) - 1, 14)):
        word, following = lowered[k], lowered[k + 1]
        before = lowered[_subject_end(lowered, k)]
        if word in (",", ";", ":") or word in SUBORDINATORS:
            return None
        form = _form(word)
        entry = verb(word if form == "base" else base_of_third(word) or "")
        if (
            form not in ("base", "third")
            or not entry
            or before in DETERMINERS
            or before in PREPOSITIONS
        ):
            continue
        if word in STATES or word in MODALS:
            return None
        sure = (
            not (entry.noun or entry.adjective) or following in DETERMINERS or _governs(lowered, k)
        )
        plural = before.endswith("s") and form == "base"
        if form == "base" and not (plural and sure) and _many_somewhere(lowered, k):
            # "Adjusters in property insurance review reports, inspect sites and decide".
            plural = sure = bool(_further(lowered, k, form)) and following[:1].isalnum()
        single = form == "third" and not before.endswith("s")
        if sure and (plural or single) and _PEOPLE.search(text, 0, words[k].start):
            return k, form, False
    return None


def _many_somewhere(lowered: list[str], k: int) -> bool:
    """Whether people in the plural, and where they work, stand before position k."""
    return any(
        lowered[n].endswith("s") and lowered[n + 1] in PREPOSITIONS and n + 2 < k
        for n in range(min(k - 1, 4))
    )


def _subject_end(lowered: list[str], n: int) -> int:
    """The word before the adverbs that stand before position n."""
    n -= 1
    while n > 0 and (lowered[n] in ADVERBS or lowered[n].endswith("ly")):
        n -= 1
    return n


def _further(lowered: list[str], start: int, form: Form) -> list[int]:
    """The heads of the phrases that go on from the first, in order."""
    heads: list[int] = []
    sheltered = False
    depth = 0
    n = start + 1
    if lowered[start] in MODALS:
        n = _skip(lowered, start + 1) + 1
    while n < len(lowered) - 1:
        word = lowered[n]
        depth += (word in "([") - (word in ")]")
        if word in SUBORDINATORS and depth <= 0:
            sheltered = True
        if word not in COORDINATORS or depth > 0:
            n += 1
            continue
        begin = n
        while n < len(lowered) - 1 and lowered[n] in COORDINATORS:
            n += 1
        comma = lowered[begin] in (",", ";")
        at = _skip(lowered, n)
        if (not sheltered or comma) and at < len(lowered) and _goes_on(lowered, at, form):
            heads.append(at)
            sheltered = False
            n = at + 1
    return heads


def _goes_on(lowered: list[str], at: int, form: Form) -> bool:
    word = lowered[at]
    following = lowered[at + 1] if at + 1 < len(lowered) else ""
    if _form(word) != form and not (form == "base" and verb(word)):
        return False
    if form == "gerund":
        return following not in ("is", "are", "") and bool(following[:1].isalnum())
    base = word if form == "base" else base_of_third(word) or ""
    entry = verb(base)
    if not entry:
        return False
    if not following[:1].isalnum():
        return following in COORDINATORS and not entry.noun and not entry.adjective
    if following in PHRASAL.get(base, ()) or following in DETERMINERS:
        return True
    if following in PREPOSITIONS or following in ("and", "or"):
        return not entry.noun and not entry.adjective
    return (
        not (entry.noun or entry.adjective)
        or base in MOSTLY_VERBS
        or (form == "third" and _governs(lowered, at))
    )


def _governs(lowered: list[str], n: int) -> bool:
    """Whether an -s form has an object: a plural noun seldom stands right before another noun."""
    word, following = lowered[n], lowered[n + 1] if n + 1 < len(lowered) else ""
    base = base_of_third(word)
    if not base or not following[:1].isalnum():
        return False
    if following in PHRASAL.get(base, ()):
        return True
    return (
        word not in PLURALS
        and following not in PREPOSITIONS
        and following not in COORDINATORS | SUBORDINATORS | STATES | MODALS
    )


def _skip(lowered: list[str], n: int) -> int:
    """Past adverbs that stand before a verb."""
    while n < len(lowered) - 1 and (
        lowered[n] in ADVERBS or (lowered[n].endswith("ly") and not verb(lowered[n]))
    ):
        n += 1
    return n


def _before(lowered: list[str], head: int) -> int:
    """The end of the phrase that the coordinator before `head` closes."""
    n = head
    while n > 0 and (
        lowered[n - 1] in COORDINATORS or lowered[n - 1] in ADVERBS or lowered[n - 1].endswith("ly")
    ):
        n -= 1
    return n


def _last(lowered: list[str]) -> int:
    n = len(lowered)
    while n > 0 and lowered[n - 1] in (".", "!", ";", ",", ":"):
        n -= 1
    return n

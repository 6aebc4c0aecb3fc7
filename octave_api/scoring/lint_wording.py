"""
What a question's words give away, and how to reword it: the eyes and hands of `lint`. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from octave_api.contract import Claim, Evidence
from octave_api.engine.draft import Document
from octave_api.engine.items import key_words, twins
from octave_api.engine.reading import read
from octave_api.engine.roles import find_titles
from octave_api.engine.source_questions import asked
from octave_api.engine.trait_phrasing import trait
from octave_api.engine.verbs import verb

_AUXILIARY = (
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|might|may|must)"
)
_SUBJECT = (
    r"(?:they|it|he|she|you|there|this (?:person|company|prospect|role|team)"
    r"|(?:the|their|its|your) [\w-]+)"
)
_YES_NO = re.compile(rf"(?i)[\W_]*{_AUXILIARY}(?:n['’]t)?\b.*\w")
_LATE_YES_NO = re.compile(rf"(?i)(?!\W*(?:wh|how|tell|describe)).*,\s+{_AUXILIARY}\s+{_SUBJECT}\b")
_QUESTION_WORD = re.compile(
    r"(?i)\W*(?:what|which|who|whom|whose|when|where|why|how|tell|describe|walk|explain|share)\b"
)


def is_yes_no(question: str) -> bool:
    """Say whether yes or no answers the question."""
    text = question.strip()
    if not text.rstrip("”\"')").endswith("?"):
        return False
    return bool(_YES_NO.match(text) or _LATE_YES_NO.match(text))


def as_yes_no(question: str) -> str | None:
    """Reword a question or a statement as a yes/no question; None when there is nothing to ask."""
    text = " ".join(question.split())
    if not re.search(r"[^\W_]{2}", text):
        return None
    starts = bool(_YES_NO.match(text))
    asks = starts or "?" in text or _QUESTION_WORD.match(text)
    made = f"{text.rstrip('?.! ')}?" if starts else ""
    made = made or (asked(text) if asks else trait(text.rstrip(".! "))).text
    if is_yes_no(made):
        return made
    plain = text.replace("?", "").rstrip(".! ")
    return f"Do they have an answer to “{plain}”?" if asks else f"Is it true of them: {plain}?"


_THOUGHT = re.compile(
    r"(?i)\b(?:wants?|cares?|believes?|feels?|thinks?|worr(?:y|ies|ied)|loves?|hates?|prefers?"
    r"|values?|fears?|hopes?|wish(?:es)?|aware|convinced|interested|open to|happy|satisfied"
    r"|struggles?|frustrat\w+|would (?:they|their teams?) say|among their (?:goals|priorities)"
    r"|(?:a|the) (?:problem|struggle) for them)\b"
)
_PLACE = re.compile(
    r"(?i)\b(?:profiles?|web ?sites?|sites?|ads?|adverts?|posts?|posted|talks?|reports?|news"
    r"|regist\w+|interviews?|reviews?|pages?|plans?|calls?|asks?|asked|listen|careers?|case stud\w+"
    r"|press|announce\w*|headcount|filings?|tenders?|imprint|look|looking|signs?|mention\w*|show\w*"
    r"|stat(?:e|es|ed)|tell|tells|events?|podcasts?|invoices?|contracts?)\b"
)


def is_observable(question: str, rationale: str) -> bool:
    """Say whether somebody could see the answer, or is told where it shows."""
    return not _THOUGHT.search(question) or bool(_PLACE.search(rationale))


def place_to_look(question: str) -> str:
    """Say where the answer to a question shows, in general."""
    if re.search(r"(?i)\b(?:this person|their title|they report)\b", question):
        return "Look for it in their profile, posts and job ads; on a call, ask for an example."
    return "Look for it on their site, in job ads and in news; on a call, ask for an example."


_NEGATED_START = re.compile(
    r"(?i)^(\W*)(do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should)n['’]t\b"
)
_LOADED = re.compile(
    r"(?i),?\s*\b(?:obviously|clearly|surely|of course|naturally|undoubtedly|certainly"
    r"|as everyone knows|as we all know)\b,?"
)
_TAG = re.compile(
    r"(?i),\s*(?:right|correct|no|yes|isn['’]t it|aren['’]t they|don['’]t they|doesn['’]t it"
    r"|don['’]t you think)\s*(?=\?)"
)
_AGREE = re.compile(
    r"(?i)^\W*(?:do|would|wouldn['’]t|don['’]t|does|doesn['’]t)\s+(?:you|they|it|this person)\s+"
    r"(?:agree|admit|not agree)\s+that\b"
)


def leading_words(question: str) -> str:
    """Give the words that suggest the answer, or ""."""
    for pattern in (_AGREE, _NEGATED_START, _LOADED, _TAG):
        if found := pattern.search(question):
            return found.group().strip(' ,“"')
    return ""


def unloaded(question: str) -> str:
    """Take out the words that suggest the answer."""
    text = _AGREE.sub("Is it true that", question.strip())
    text = _NEGATED_START.sub(lambda m: m[1] + _POSITIVE.get(m[2].lower(), m[2]), text)
    # What one removal brings together may be loaded again.
    while leading_words(text):
        text = _TAG.sub("", _LOADED.sub("", text))
        text = _NEGATED_START.sub(lambda m: m[1] + _POSITIVE.get(m[2].lower(), m[2]), text)
        text = _AGREE.sub("Is it true that", text)
    text = " ".join(text.split()).replace(" ?", "?")
    return text[:1].upper() + text[1:]


_POSITIVE = {"ca": "Can", "wo": "Will"}

_TWO_QUESTIONS = re.compile(
    rf"(?i)^(?P<one>\W*{_AUXILIARY}\s.+?),?\s+and(?:\s+also)?,?\s+(?P<two>{_AUXILIARY}\s+{_SUBJECT}\b.+)$"
)
_TWO_VERBS = re.compile(
    rf"(?i)^(?P<start>(?:do|does|did|can|will)\s+{_SUBJECT})\s+(?P<one>[^,;:]+?),?\s+and\s+(?:also\s+)?"
    r"(?P<verb>[a-z]+)\s+(?P<two>(?:the|a|an|their|its|his|her|every|each|all|any|no|more|fewer|less"
    r"|at least|at most|up to|\d)\b.*)$"
)
_INNER = re.compile(r"(?i)\b(?:that|who|which|whose|to|if|when|whether|how|why)\b")
_BACKWARD = re.compile(r"(?i)\b(?:it|them|this|these|those|one|ones)\b")


def split_in_two(question: str) -> tuple[str, str] | None:
    """Give the two questions that one asks, or None when it asks one thing."""
    text = " ".join(question.split()).rstrip("? ")
    two = _TWO_QUESTIONS.match(text)
    if two:
        return f"{two['one'].strip()}?", f"{two['two'][:1].upper()}{two['two'][1:].strip()}?"
    two = _TWO_VERBS.match(text)
    if two is None or _INNER.search(two["one"]) or _BACKWARD.search(two["two"]):
        return None
    known = verb(two["verb"].lower())
    if known is None or known.base != two["verb"].lower():
        return None
    return f"{two['start']} {two['one']}?", f"{two['start']} {two['verb']} {two['two']}?"


@dataclass(frozen=True, slots=True)
class Gist:
    """What two questions must share to ask the same: words that matter, numbers, titles."""

    words: frozenset[str]
    numbers: frozenset[str]
    titles: frozenset[str]


@lru_cache(maxsize=4096)
def gist(question: str) -> Gist:
    """Give what a question is about."""
    numbers = {_digits(number) for number in re.findall(r"\d[\d,.]*", question)}
    titles = {title.text.casefold() for title in find_titles(question)}
    return Gist(key_words(question), frozenset(numbers), frozenset(titles))


def same_question(left: Gist, right: Gist) -> bool:
    """Say whether two questions ask the same: "over 50" and "more than 50", not "over 20"."""
    alike = left.numbers == right.numbers and left.titles == right.titles
    return alike and bool(left.words and right.words) and twins(left.words, right.words)


_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_A_NUMBER = re.compile(rf"(?i)\d|\b(?:one|single|{'|'.join(_NUMBER_WORDS)})\b")
_COUNTLESS = re.compile(r"(?i)\b(?:many|several|a lot of|lots of|numerous)\s+(?=[\w-]+s\b)")
_VAGUE = re.compile(
    r"(?i)\b(?:(?:really|truly|very|quite)\s+)?(?:good|great|big|large|modern|innovative"
    r"|significant|enough|sufficient|a lot of|lots of"
    r"|(?<!how )many|several|numerous|suitable|appropriate"
    r"|nice|interesting|ideal|proper|mature|strong)\b"
)


def vague_words(question: str) -> str:
    """Give the words that everybody measures differently, or "" where a number stands by."""
    if _A_NUMBER.search(question):
        return ""
    found = _VAGUE.search(question)
    return found.group() if found else ""


def without_vague(question: str) -> str | None:
    """Put a number for "many", drop what else is vague; None when too little is left to ask."""
    text = _COUNTLESS.sub("at least three ", question.strip())
    if vague_words(text):
        text = " ".join(_VAGUE.sub("", text).split()).replace(" ?", "?")
        text = re.sub(r"(?i)\ban (?=[^aeiou\W])", "a ", text)
        text = re.sub(r"(?i)\ba (?=[aeio])", "an ", text)
        text = re.sub(r"(?i),?\s+(?:and|or)(?=\s*\?)", "", text)
    left = key_words(text) - key_words("does do they this person company business prospect have is")
    if len(left) < 2 or not is_yes_no(text) or vague_words(text):
        return None
    return text[:1].upper() + text[1:]


_COMPARED = (
    r"(?:more|fewer|less|greater|larger) than|at least|at most|up to|over|under|below|above|minimum"
    r"|no more than|between"
)
_PLAIN_NUMBER = r"[€$£]?\d[\d,.]*\d|[€$£]?\d"
_UNIT = r"(?:\s?(?:%|k\b|m\b|bn\b)|\s(?:percent|per cent|million|billion|thousand))?\+?"
_AMOUNT = re.compile(
    rf"(?i)(?<![\w.,-])(?:(?P<compare>{_COMPARED})\s+)?(?P<first>(?:{_PLAIN_NUMBER}){_UNIT})"
    rf"(?:\s?(?:-|–|to|and)\s?(?P<second>(?:{_PLAIN_NUMBER}){_UNIT}))?(?P<what>(?:\s[a-z][a-z-]+){{0,2}})"
    rf"|\b(?P<worded>(?:{_COMPARED})\s+(?P<word>{'|'.join(_NUMBER_WORDS)})(?:\s[a-z][a-z-]+){{1,2}})"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LITTLE = frozenset(
    "in with of and or for to a an the at by on who that which per from is are their its have has "
    "than".split()
)


def thresholds_left_out(quote: str, text: str) -> list[str]:
    """Give the amounts of a quoted sentence that a text does not repeat."""
    known = {_digits(found) for found in re.findall(r"\d[\d,.]*", text)}
    words = set(re.findall(r"[a-z]+", text.lower()))
    known |= {str(n) for n, word in enumerate(_NUMBER_WORDS, 2) if word in words}
    missing = []
    for found in _AMOUNT.finditer(quote):
        if found["worded"]:
            number = str(_NUMBER_WORDS.index(found["word"].lower()) + 2)
            if number not in known:
                missing.append(_without_tail(found["worded"]))
        elif not _YEAR.fullmatch(found["first"]) and not _is_label(quote, found):
            numbers = [found["first"], found["second"] or found["first"]]
            if not known & {_digits(number) for number in numbers}:
                missing.append(_without_tail(found.group()))
    return missing


def with_threshold(question: str, amounts: list[str]) -> str:
    """Put the source's amounts into a question."""
    return f"{question.rstrip('? ')} ({', '.join(amounts)})?"


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _is_label(quote: str, found: re.Match[str]) -> bool:
    """Say whether a number only numbers an item: "1. Close the month"."""
    return not quote[: found.start()].strip() and bool(
        re.match(r"\s?[.)]", quote[found.end("first") :])
    )


def _without_tail(phrase: str) -> str:
    words = phrase.strip(" ,.").split()
    while len(words) > 1 and words[-1].lower() in _LITTLE:
        words.pop()
    return " ".join(words)


_EXCLUDES = re.compile(
    r"(?i)\b(?:not (?:for|a |an |our|in|ideal|the right|qualified|sell|serve|work|target)|never"
    r"|exclud\w+|exclusions?|dis-?qualif\w*|avoid\w*|(?:do|does|will|can)(?: not|n['’]t)|won['’]t"
    r"|can['’]?not|red flags?|deal[- ]?(?:breakers?|killers?)|out of scope|no[- ]go"
    r"|rul(?:e|es|ed|ing) out|refus\w+|reject\w*|unqualified|(?:bad|poor|wrong)[- ]fit|anti[- ]\w+"
    r"|knock[- ]?outs?|show[- ]?stoppers?|qualif\w+[- ]out"
    r"|(?:stop|drop|pass|skip|reject)\b.{0,12} (?:if|when)"
    r"|turn away|walk away|stay away|must not|nobody|no one|unless|only (?:sell|work|serve))\b"
)


def exclusion_behind(claim: Claim | None, evidence: Evidence) -> bool:
    """Say whether the quoted sentence, or what stands over it, excludes somebody."""
    if claim is None or claim.quote is None or claim.source is None or claim.start is None:
        return False
    if _EXCLUDES.search(claim.quote):
        return True
    source = next((one for one in evidence.sources if one.index == claim.source), None)
    return source is not None and any(
        start <= claim.start < end and _EXCLUDES.search(headings)
        for start, end, headings in _headings(source.text)
    )


@lru_cache(maxsize=16)
def _headings(text: str) -> tuple[tuple[int, int, str], ...]:
    """Give the span of each statement with the headings over it."""
    return tuple(
        (one.start, one.end, " / ".join(one.headings)) for one in read([Document(text)]).statements
    )


COUNTER_QUESTIONS = (
    (
        "Has the company announced a hiring freeze or layoffs in the past six months?",
        "News and job boards show it. New purchases then wait.",
    ),
    (
        "Did they sign a contract of two years or more for this purpose in the past twelve months?",
        "Press releases, tenders and case studies show it; else ask when it ends.",
    ),
    (
        "Is the company being sold or merged at the moment?",
        "News and register entries show it. Decisions of this kind then stop.",
    ),
)
"""Questions that speak against a fit anywhere, each with what to look for."""

"""
What a qualifying question asks: its words that matter, its threshold, its facts, its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from octave_api.engine.firmographics import Fact, find_firmographics
from octave_api.engine.meanings import Meaning, meanings
from octave_api.engine.roles import Title, find_titles
from octave_api.engine.thresholds import Amount, amounts
from octave_api.engine.verbs import verb


@dataclass(frozen=True, slots=True)
class Asking:
    """
    One reading of a question.

    `words` matter; without one of `required` no sentence answers. `before` and `after` are
    the words around the threshold. `possession`: it asks whether something is there at all.
    `planning`: it asks for a wish or a plan. `negative`: it asks whether something is not.
    `only_facts`: nothing but firmographic facts of this kind can answer it.
    """

    text: str
    words: tuple[Meaning, ...]
    required: tuple[Meaning, ...]
    threshold: Amount | None
    before: tuple[Meaning, ...]
    after: tuple[Meaning, ...]
    facts: tuple[Fact, ...]
    title: Title | None
    possession: bool
    planning: bool
    negative: bool
    only_facts: bool


_SUBJECT = (
    r"(?:they|it|he|she|you|there|this person|this company|the (?:company|prospect|team|charity"
    r"|chain|bank|firm|business|organi[sz]ation|group)|their teams?)"
)
_FRAME = re.compile(
    rf"(?i)^\W*(?:would {_SUBJECT} say that|is it true(?: of them)?:?(?: that)?"
    rf"|is this part of their work:|does this apply to (?:them|it):"
    rf"|do they have an answer to|(?:do|does|did|can|could|will|would) {_SUBJECT}|(?:is|are|was"
    rf"|were|has|have|had) {_SUBJECT}"
    r"|(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would))(?!\w)"
)
_PLANNING = re.compile(
    r"(?i)\b(?:want to|working to|plan(?:s|ning)? to|planned|looking (?:to|for|at)|intend\w*"
    r"|consider\w*|evaluat\w*"
    r"|among their|goals?|priorit\w+|aim(?:s|ing)? to|about to|hiring|will|next (?:year|quarter)"
    r"|expect\w*"
    r"|open to|interested|struggle\w*|problem|in the market)\b"
)
_NEGATIVE = re.compile(r"(?i)^(?:\W*\w+){1,4}?\W+(?:no|not|never|lacks?|lacking|without)\b")
_ASIDE = re.compile(
    r"(?i)\s+and (?:do|does|are|is|have|has) not\b[^?]*"
    r"|\s+(?:in|within|over|during|by) (?:the )?(?:past|last|next|coming|end of|one|two"
    r"|\d+) (?:\w+ )?(?:months?|years?|quarters?|weeks?)"
    r"|,\s*not\b[^?]*|[“”\"]|\([^()]*\)(?=\?)"
)
_OR = re.compile(
    r"(?i)^(?P<head>[^,]+?)(?P<items>(?:,\s+[^,]+?)*),?\s+or\s+(?P<last>[^,?]+)(?P<tail>[^?]*)\?*$"
)
_FIRMOGRAPHIC = re.compile(
    r"(?i)^\W*(?:is (?:it|(?:their|this|the) company|the business|its business"
    r"|its revenue)\b|are they (?:an?|in|based|located|headquartered|active)\b"
    r"|does (?:it|the company) (?:have|employ)\b[^?]*\bemployees\b|do they (?:have"
    r"|employ)\b[^?]*\b(?:employees|people|staff)\s*\?"
    r"|(?:is|are) (?:it|they) one of\b)"
)


_LONGEST_ITEM = 4


@lru_cache(maxsize=4096)
def read_question(question: str) -> tuple[Asking, ...]:
    """Read a question: one reading for each of its alternatives ("A or B"), else one."""
    text = " ".join(question.split())
    titles = find_titles(text) if re.search(r"(?i)\b(?:title|job|role|position)\b", text) else []
    if titles:
        return (_read(text, titles[0]),)
    facts = _facts(text)
    if len({fact.key for fact in facts}) == 1 and _FIRMOGRAPHIC.search(text):
        return (_read(text, None),)
    return tuple(_read(variant, None) for variant in _variants(text))


def _variants(text: str) -> list[str]:
    """Write out the alternatives: "Do they use A, B or C?" as three questions."""
    plain = _ASIDE.sub("", text).rstrip("? ")
    found = _OR.match(plain)
    if found is None or re.search(
        r"(?i)\bor (?:more|less|fewer|above|below|over|under|close|later)\b", plain
    ):
        return [text]
    items = [item.strip(" ,") for item in found["items"].split(",") if item.strip(" ,")]
    items.append(found["last"].strip())
    size = min(len(items[0].split()), 3)
    head = found["head"].split()
    articles = [n for n, word in enumerate(head) if word in ("a", "an", "the")]
    if articles and len(head) - articles[-1] <= _LONGEST_ITEM:
        size = len(head) - articles[-1]
    stem = " ".join(head[:-size]) if len(head) > size + 1 else " ".join(head[:-1])
    return [f"{found['head']}?", *(f"{stem} {item}?" for item in items)]


def _facts(text: str) -> list[Fact]:
    # "it have" would be read as the IT department's.
    return find_firmographics(re.sub(r"(?i)\bdoes it (?=have|employ)", "do they ", text))


def _read(text: str, title: Title | None) -> Asking:
    plain = _ASIDE.sub("", text).rstrip("? ")
    frame = _FRAME.match(plain)
    rest = plain[frame.end() :] if frame else plain
    words = meanings(rest)
    first = words[0] if words else None
    known = verb(rest[first.start : first.end].lower()) if first is not None else None
    asks_do = bool(re.match(r"(?i)\W*(?:do|does|did|can|will)\b", plain))
    numbers = [one for one in amounts(rest) if one.compared]
    threshold = numbers[0] if numbers else None
    before: list[Meaning] = []
    after: list[Meaning] = []
    if threshold is not None:
        before = [word for word in words if word.end <= threshold.start and word.strong]
        if asks_do and before and before[0] is first and known is not None:
            before = before[1:]
        if re.search(
            r"(?i)\b(?:with|having|that (?:have|has|run|own|employ))\s*$", rest[: threshold.start]
        ):
            before = []  # "Chains with fewer than 20 stores": the prospect itself.
        after = [word for word in words if word.start >= threshold.unit_end and word.strong]
    facts = tuple(_facts(text)) if title is None and _FIRMOGRAPHIC.search(text) else ()
    possession = bool(asks_do and (first is None or not first.strong)) or bool(
        re.match(r"(?i)\W*(?:is|are) there\b", plain)
    )
    required: list[Meaning] = []
    if asks_do and first is not None and first.strong and known is not None:
        required = [first]
    elif re.match(r"(?i)\W*(?:is|are)\b(?! it true)", plain) and 0 < len(words) <= 6:
        strong = [word for word in words if word.strong]
        required = strong[:1] if possession else strong[-1:]
    required += [word for word in words if rest[word.start].isdigit()]
    return Asking(
        text=text,
        words=words,
        required=tuple(required),
        threshold=threshold,
        before=tuple(before),
        after=tuple(after),
        facts=facts,
        title=title,
        possession=possession,
        planning=bool(_PLANNING.search(plain)),
        negative=bool(_NEGATIVE.match(plain)) and title is None,
        only_facts=title is not None or bool(facts and not _more_than_facts(words, facts, text)),
    )


def _more_than_facts(words: Sequence[Meaning], facts: tuple[Fact, ...], text: str) -> bool:
    """Say whether a question asks for more than its facts: "a bank that leases its branches"."""
    covered = sum(len(text[fact.start : fact.end].split()) for fact in facts)
    return len([word for word in words if word.strong]) > covered + 1

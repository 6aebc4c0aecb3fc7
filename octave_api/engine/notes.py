"""
Notes about a prospect, cut into what is said: each with its exact place, and how it is meant.

Call notes, a biography or a company page hold more than facts: questions that nobody
answered, guesses, plans, the past, and other people's companies. What is none of the
prospect's facts is dropped here, so that it can never become an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from octave_api.engine.clauses import sentences

MAX_SENTENCE = 500
"""A sentence with more characters is looked at in parts."""

Reply = Literal["", "Yes", "No"]


@dataclass(frozen=True, slots=True)
class Said:
    """
    One sentence of the notes; `notes[start:end] == quote`.

    `text` is what is looked at: the quote, or, where the notes hold a question and its
    plain yes or no, the question, with the reply beside it. `guess`: said with doubt.
    `other`: the marker of another company or time that the sentence is about, or "".
    """

    text: str
    start: int
    end: int
    quote: str
    reply: Reply = ""
    guess: bool = False
    other: str = ""


_BULLET = re.compile(r"[ \t]*(?:[-*•–—▪◦>]|\d{1,2}[.)])[ \t]+|[ \t]*#{1,6}[ \t]+")
_CLOSED = re.compile(r"[.!?:;|]\W*$")
_REPLY = re.compile(
    r"(?i)^[\W_]{0,6}(?:(?:a|answer|they|he|she|client|customer|prospect"
    r"|[A-Z][a-z]+)\s*:\s*)?[\W_]{0,6}"
    r"(?:(?P<yes>yes|yeah|yep|yup|correct|indeed|absolutely|definitely|exactly|sure|confirmed"
    r"|(?:we|they|i|it|he|she) (?:do|does|have|has|is|are|did|can|will)(?=[\s,.;!]*$|[.,;!]))"
    r"|(?P<no>no|nope|nah|none|never|negative|not (?:yet|really|at all|at the moment|today"
    r"|currently"
    r"|anymore|any more|so far|right now)|(?:we|they|i|it|he|she) (?:do|does|have|has|is|are|did"
    r"|can|will)"
    r"(?:n['’]t| not)(?: (?:yet|any|one))?(?=[\s,.;!]*$|[.,;!])))(?![\w-])"
)
_ASKED = re.compile(
    r"(?i)\b(?:asked|wondered|wanted to know|inquired|enquired|wants to know)\b"
    r"(?:\s+(?:them|him|her|us|me))?\s*(?:about|if|whether|how|what|which|who|when|where|why)?"
)
_OPEN = re.compile(
    r"(?i)\b(?:asked\s+(?:\w+\s+)?(?:about|if|whether|how|what|which|who|when|where|why)"
    r"|find out|to (?:confirm|check|clarify|verify|ask|find|learn|explore)\b|need to know"
    r"|follow up on"
    r"|(?:check|confirm|clarify|verify|ask) (?:if|whether|with|about)|unclear|unknown|not clear"
    r"|(?:do|did|does|could|would)(?: not|n['’]t) (?:know|say|tell|recall|remember|mention"
    r"|disclose|share|discuss)"
    r"|(?:was|is|were|are)(?: not|n['’]t) (?:sure|discussed|mentioned|covered|able to say)"
    r"|not sure|unsure"
    r"|tb[dca]\b|to be (?:confirmed|determined|seen|decided)|no idea|wonder(?:s|ed|ing)?\b"
    r"|open question"
    r"|whether|no answer|not answered|never (?:said|mentioned|answered)|forgot to ask|next step"
    r"|next call"
    r"|(?:wanted|wants) to know|remains? to be seen|depends on)\b|\?\?"
)
_GUESS = re.compile(
    r"(?i)\b(?:i (?:think|believe|guess|suspect|assume)|we (?:think|believe|guess|assume)"
    r"|probably|likely"
    r"|seems?|seemed|appears?|apparently|presumably|reportedly|supposedly|allegedly|rumou?r\w*"
    r"|sounds? like|looks like|as far as i know|afaik|if i (?:remember|recall) (?:correctly|right)"
    r"|must be|should be|ought to)\b"
)
_MAYBE = re.compile(
    r"(?i)\b(?:might|perhaps|maybe|possibly|could be|could have|may (?:be|have|use|not|well|or)"
    r"|not entirely|unlikely"
    r"|in theory|hypothetically|hard to say|would (?:be|have|love|like|need|want|save|help"
    r"|consider)|wish|suppose"
    r"|if (?:they|he|she|we|it|the|only|all|that)\b)"
)
_OTHER = re.compile(
    r"(?i)\b(?P<past>(?:previous|former|last|old|earlier|prior|past) (?:employer|company|job|role"
    r"|position|firm"
    r"|life|post|workplace)|previously|formerly|before (?:that|joining|she|he|moving)|prior to"
    r"|used to work"
    r"|(?:started|began) (?:his|her|their) career|earlier in (?:his|her|their))"
    r"|\b(?P<others>competitors?|rivals?|unlike|sister company|parent company|the parent\b"
    r"|parent group|part of an?|subsidiary of|the wider group"
    r"|case study|a peer|peers|industry average|on average"
    r"|(?:our|their|his|her|another|one|a|other|the|most|many|some) (?:\w+ ){0,2}"
    r"(?:customers?|clients?|prospects?|partners?|accounts?|members?|suppliers?"
    r"|vendors?)(?: of (?:theirs|ours))?"
    r"(?! (?:portal|service|success|support|data|base|team|accounts?|managers?|director|officer))"
    r"|^\W*(?:our|their|his|her|the|an?) (?:\w+ )?(?:carriers?|contractors?|landlord|agency"
    r"|accountants?|auditors?"
    r"|bank|consultants?|integrator|reseller|distributors?|franchisees?|investors?|owner)\b"
    r"|friend|neighbou?r|another (?:company|firm|chain|charity|bank|business|group)"
    r"|other (?:companies|firms|chains"
    r"|charities|banks|businesses)|compared (?:with|to)|husband|wife|brother|sister"
    r"|(?:his|her|my|their) (?:boss|colleague|predecessor)['’]s)\b"
)
_SELLER = re.compile(
    r"(?i)^\W*(?:(?:i|we|our (?:team|product|company|platform|tool|software"
    r"|solution))\s+(?:\w+ly\s+)?(?:showed"
    r"|told|demoed|explained|presented|offer(?:ed)?|sent|proposed|pitched|suggested|mentioned"
    r"|sell|shared|walked"
    r"|gave|quoted|promised|asked|recommended|integrates?|supports?|replaces?|works? with))\b"
)


def read_notes(notes: str) -> list[Said]:
    """Cut notes into what they say, in order; questions without a reply are left out."""
    cut = list(_sentences(notes))
    said: list[Said] = []
    skip = -1
    for at, (start, end) in enumerate(cut):
        text = notes[start:end]
        following = cut[at + 1] if at + 1 < len(cut) else None
        if _is_question(text):
            reply = _reply(notes[slice(*following)]) if following else ""
            if following and reply:
                quote = notes[start : following[1]]
                doubt = bool(_MAYBE.search(notes[slice(*following)]))
                if not doubt:
                    said.append(Said(text, start, following[1], quote, reply))
                skip = at + 1
            continue
        inline = _inline_reply(text)
        if inline is not None:
            said.append(Said(inline[0], start, end, text, inline[1]))
            continue
        if at == skip:
            # "No, they track it in sheets": the rest may say more.
            rest = _REPLY.sub("", text, count=1).strip(" ,.;–—-")
            if len(rest.split()) > 2:
                said += _judged(Said(rest, start, end, text))
            continue
        said += _judged(Said(text, start, end, text))
    return said


def _judged(one: Said) -> list[Said]:
    """Mark what is a guess or about others; leave out what is open or said by the seller."""
    text = one.text
    if _OPEN.search(text) or _MAYBE.search(text) or _SELLER.search(text):
        return []
    other = _OTHER.search(text)
    return [
        replace(
            one,
            guess=bool(_GUESS.search(text)),
            other=other.group().lower() if other else "",
        )
    ]


def _is_question(text: str) -> bool:
    return text.rstrip("”\"’') ").endswith("?")


def _reply(text: str) -> Reply:
    found = _REPLY.match(text)
    if found is None or _OPEN.search(text):
        return ""
    return "Yes" if found["yes"] else "No"


_INLINE = re.compile(r"^(?P<topic>.{3,160}?)(?P<mark>\?|:|\s[–—-])\s+(?P<reply>.+)$", re.DOTALL)


def _inline_reply(text: str) -> tuple[str, Reply] | None:
    """Read "CRM: none", "Budget? yes" and "asked whether they lease: no" as topic and reply."""
    found = _INLINE.match(text)
    if found is None:
        return None
    reply = _reply(found["reply"])
    if not reply or (found["mark"].strip() in "–—-" and not _ASKED.search(found["topic"])):
        return None
    return _ASKED.sub(" ", found["topic"]).strip(), reply


def _sentences(notes: str) -> Iterator[tuple[int, int]]:
    """Give the spans of sentences; a line that is broken in mid-sentence goes on."""
    for start, end in _blocks(notes):
        block = notes[start:end]
        for a, b in sentences(block):
            yield from _parts(notes, start + a, start + b)


def _parts(notes: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what has no end, such as a transcript without stops, at a blank."""
    while end - start > MAX_SENTENCE:
        cut = notes.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = start + MAX_SENTENCE if cut < 0 else cut
        yield start, cut
        start = cut + (notes[cut] == " ")
    if start < end:
        yield start, end


def _blocks(notes: str) -> Iterator[tuple[int, int]]:
    begin: int | None = None
    last = 0
    for match in re.finditer(r"[^\n]+", notes):
        line = match.group()
        bullet = _BULLET.match(line)
        start = match.start() + (bullet.end() if bullet else len(line) - len(line.lstrip()))
        end = match.start() + len(line.rstrip())
        if start >= end:
            if begin is not None:
                yield begin, last
            begin = None
            continue
        goes_on = (
            begin is not None
            and not bullet
            and (notes[start].islower() or line[0] in " \t")
            and notes[last:start].count("\n") == 1
            and not _CLOSED.search(notes[max(begin, last - 8) : last])
        )
        if not goes_on:
            if begin is not None:
                yield begin, last
            begin = start
        last = end
    if begin is not None:
        yield begin, last

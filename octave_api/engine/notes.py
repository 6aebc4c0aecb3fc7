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
    r"|open question|did(?: not|n['’]t) (?:ask|get to|cover|discuss|check)|get back to|let me check"
    r"|(?:will|must|should|have to|has to|needs? to|going to) (?:check|ask|find out|confirm|verify)"
    r"|can(?:not|['’]t) (?:say|tell|recall|remember)|hard to (?:say|tell)|no comment|curious"
    r"|(?:asked|asks|asking) (?:\w+ ){0,2}(?:about|what|how|why|who|when|where|which|if|whether)"
    r"|hard to tell|anyone['’]s guess"
    r"|whether|no answer|not answered|never (?:said|mentioned|answered)|forgot to ask|next step"
    r"|next call"
    r"|(?:wanted|wants) to know|remains? to be seen|depends on)\b|\?\?"
)
_GUESS = re.compile(
    r"(?i)\b(?:i (?:think|believe|guess|suspect|assume)|we (?:think|believe|guess|assume)"
    r"|probably|likely"
    r"|seems?|seemed|appears?|apparently|presumably|reportedly|supposedly|allegedly|rumou?r\w*"
    r"|according to|sounds? like|looks like|as far as i know|afaik|if i (?:remember"
    r"|recall) (?:correctly|right)"
    r"|must be|should be|ought to|i['’]d (?:guess|say|imagine)|my guess|i don['’]t think|i doubt"
    r"|from what i (?:hear|gather)|word is)\b"
)
_MAYBE = re.compile(
    r"(?i)\b(?:might|perhaps|maybe|possibly|could be|could have|may (?:be|have|use|not|well|or)"
    r"|not entirely|unlikely"
    r"|in theory|hypothetically|hard to say|would (?:be|have|love|like|need|want|save|help"
    r"|consider)|wish|suppose"
    r"|would(?:n['’]t| not) be surprised|either way"
    r"|if (?:they|he|she|we|it|the|only|all|that)\b|unless\b|once (?:they|we|he|she|it|the)\b"
    r"|as soon as|['’]d (?:be|have|love|like|need|want|save)\b|hardly any(?:one|body)"
    r"|(?:migrating|moving|switching|transitioning) (?:off|away from|from)|provided (?:that|they"
    r"|we)|in case|assuming\b|were (?:they|we) to)"
)
_OTHER = re.compile(
    r"(?i)\b(?P<past>(?:previous|former|last|old|earlier|prior|past) (?:employer|company|job|role"
    r"|position|firm"
    r"|life|post|workplace|gig|place)|previously|formerly|former|back (?:at|in) (?=[A-Z\d])"
    r"|in the past"
    r"|ex-(?=[A-Z])|before (?:that|the|joining|she|he|moving)|prior to"
    r"|used to work"
    r"|(?:started|began) (?:his|her|their) career|earlier in (?:his|her|their))"
    r"|\b(?P<others>competitors?|rivals?|unlike|sister company|parent company|the parent\b"
    r"|parent group|part of an?|subsidiary of|the wider group"
    r"|case study|a peer|peers|industry average|(?:industry|market) (?:norm|standard|benchmark)s?"
    r"|most (?:companies|firms|of the industry)|typical(?:ly)? (?:companies|firms)"
    r"|(?:our|their|his|her|another|one|a|other|the|most|many|some) (?:\w+ ){0,2}"
    r"(?:customers?|clients?|prospects?|partners?|accounts?|members?|suppliers?"
    r"|vendors?)(?: of (?:theirs|ours))?"
    r"(?! (?:portal|service|success|support|data|base|team|accounts?|managers?|director|officer))"
    r"|^\W*(?:our|their|his|her|the|an?) (?:\w+ )?(?:carriers?|contractors?|landlord|agency"
    r"|accountants?|auditors?"
    r"|bank|consultants?|integrator|reseller|distributors?|franchisees?|investors?|owner)\b"
    r"|(?:of|at) (?:the|their|our|his|her|an?) (?:agency|carrier|contractor|landlord|consultant"
    r"|integrator)"
    r"|friend|neighbou?r|another (?:company|firm|chain|charity|bank|business|group)"
    r"|other (?:companies|firms|chains"
    r"|charities|banks|businesses)|compared (?:with|to)|husband|wife|brother|sister"
    r"|(?:his|her|my|their) (?:boss|colleague|predecessor)['’]s)\b"
)
_SELLER = re.compile(
    r"(?i)^\W*(?:(?:i|we|our (?:team|company))\s+(?:\w+ly\s+)?(?:showed|told|demoed|explained"
    r"|presented"
    r"|offered|sent|proposed|pitched|suggested|mentioned|shared|walked|gave|quoted|promised|asked"
    r"|recommended)|our (?:product|platform|tool|software|solution|app|integration)\b)"
)


_SPEAKER = re.compile(r"[ \t]*(?P<name>[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20})?)\s*:\s+")
_OUR_SIDE = re.compile(
    r"(?i)(?:me|us|rep|ae|sdr|bdr|seller|sales|interviewer|host|agent|consultant|vendor|q)$"
)
_UNMARKED = re.compile(
    r"(?i)\W*(?:do|does|did|is|are|was|has|have|can|could|would|will)\s+(?:you|they|he|she|it|we"
    r"|there|your|their|the|this|any)\b(?!.*[:=])"
)
_ASIDE_HEADING = re.compile(
    r"(?i)\b(?P<open>questions?|next steps?|to[ -]?dos?|follow[ -]?ups?|action items?|to ask"
    r"|to check"
    r"|to find out|agenda|open points?|unknowns?|hypothes[ei]s|assumptions?|our (?:offer|product"
    r"|pitch))\b"
    r"|\b(?P<other>competitors?|competition|(?:previous|former|past|earlier|prior) (?:roles?"
    r"|employers?"
    r"|positions?|jobs?|experience|companies)|references?|case stud(?:y|ies)|peers|benchmarks?)\b"
)
_HEADING_WORDS = 6
_RANGE_OF_YEARS = re.compile(
    r"\b(?:\d\d/|[A-Z][a-z]{2} )?(?:19|20)\d\d\s?(?:[-–—]|to|until)\s?(?:\d\d/|[A-Z][a-z]{2} )?"
    r"(?:19|20)?\d\d\b(?!\s?(?:employees|people|staff))"
)


def read_notes(notes: str) -> list[Said]:
    """Cut notes into what they say, in order; questions without a reply are left out."""
    cut = list(_sentences(notes))
    said: list[Said] = []
    skip = -1
    aside = ""
    before = 0
    for at, (start, end) in enumerate(cut):
        text = notes[start:end]
        following = cut[at + 1] if at + 1 < len(cut) else None
        if "\n\n" in notes[before:start]:
            aside = ""
        before = end
        if _is_heading(text):
            found = _ASIDE_HEADING.search(text)
            aside = "" if found is None else "open" if found["open"] else found["other"].lower()
            continue
        if aside == "open":
            continue
        if aside:
            said += [
                replace(one, other=one.other or aside)
                for one in _judged(Said(text, start, end, text))
            ]
            continue
        speaker = _SPEAKER.match(text)
        ours = speaker is not None and bool(_OUR_SIDE.match(speaker["name"]))
        if _is_question(text):
            reply = _reply(notes[slice(*following)]) if following else ""
            if following and reply:
                quote = notes[start : following[1]]
                doubt = bool(_MAYBE.search(notes[slice(*following)]))
                if not doubt:
                    said.append(Said(text, start, following[1], quote, reply))
                skip = at + 1
            continue
        if ours:
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


_OURS = re.compile(r"(?i)\b(?:our|us)\b")
_THEIRS = re.compile(r"(?i)\b(?:them|they)\b")


def _judged(one: Said) -> list[Said]:
    """Mark what is a guess or about others; leave out what is open or said by the seller."""
    text = one.text
    if _OPEN.search(text) or _MAYBE.search(text) or _SELLER.search(text):
        return []
    if _OURS.search(text) and _THEIRS.search(text):
        return []  # Two sides in one sentence: which one it tells of is not plain.
    other = _OTHER.search(text)
    if other is None and _RANGE_OF_YEARS.search(text):
        return _without_the_past(one)
    return [
        replace(
            one,
            guess=bool(_GUESS.search(text)),
            other=other.group().lower() if other else "",
        )
    ]


def _without_the_past(one: Said) -> list[Said]:
    """Leave out the stations of a career that have ended ("Lyle & Co, 2012-2018")."""
    lasting = [
        part.strip()
        for part in re.split(r"[,;|•·](?![^(]*\))", one.text)
        if not _RANGE_OF_YEARS.search(part)
    ]
    return [replace(one, text=part) for part in lasting if part and not _OTHER.search(part)]


def _is_heading(text: str) -> bool:
    """Say whether a line stands above others, and says nothing itself."""
    line = text.strip("*_ ")
    return line.endswith(":") and len(line.split()) <= _HEADING_WORDS


def _is_question(text: str) -> bool:
    if text.rstrip("”\"’') ").endswith("?"):
        return True
    speaker = _SPEAKER.match(text)
    said = text[speaker.end() :] if speaker else text
    return bool(_UNMARKED.match(said)) and not said.rstrip().endswith(("!", "…"))


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

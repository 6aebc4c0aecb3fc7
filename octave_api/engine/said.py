"""
Said: a question about a prospect with how it is asked aloud, and the frames around any words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from octave_api.engine.grammar import article
from octave_api.engine.phrase_words import DETERMINERS
from octave_api.engine.phrases import read_phrase
from octave_api.engine.wording import capital, shorten, squeeze


@dataclass(frozen=True, slots=True)
class Said:
    """
    A question, and how it is asked aloud of the prospect.

    `sure`: how far to trust that the words make sense in the question, from 0 to 1.
    `aloud` is empty where the line gives nothing better than a question of its own kind.
    """

    text: str
    sure: float
    aloud: str = ""


_LONGEST = 400
QUOTED = 0.4
"""How sure a question is that only quotes its line: never above `SURE`."""


def ask(text: str) -> str:
    """Write a question: a capital, one question mark, and no second "do" of the same subject."""
    plain = _joined(_AN_OWN.sub("have their own", squeeze(text).rstrip("?")))
    if _DO.match(plain):
        plain = _AGAIN.sub(r"\g<join> not", plain)
        plain = _LAW.sub("are they affected by ", plain)
    return capital(plain) + "?"


_LAST_OF = re.compile(r", (?P<last>[a-z][\w-]*(?: [\w-]+){0,4})$")
_ENDS = re.compile(r" (?:a problem for them|among their (?:goals|priorities))$")
_NO_LIST = re.compile(
    r"(?i)^(?:if|when|once|as|would|whenever|is it one of)\b|[“\":(;]|\b(?:or|such as|like)\b"
    r"|, (?:however|whatever|whoever|whether|ideally|preferably"
    r"|not|so|no|but|and|which|who|that|then|too|only|even|with|without|where|while|for|by"
    r"|if|when|unless|because|as|per|each|every|\w+ly)\b"
)
_CHOICES = re.compile(
    r"(?i)^(?:are they(?! working| responsible)|is it(?! one)|do they (?:work for|use))\b"
)


def _joined(text: str) -> str:
    """Put "and" before the last of things that only commas part: a cut list has lost its own."""
    if ", " not in text or _NO_LIST.search(text):
        return text
    ends = _ENDS.search(text)
    body = text[: ends.start()] if ends else text
    last = _LAST_OF.search(body)
    if last is None or " and " in last["last"] or " and " in body[: last.start()]:
        return text
    link = "or" if _CHOICES.match(text) and not ends else "and"
    return f"{body[: last.start()]} {link} {last['last']}{text[len(body) :]}"


_AN_OWN = re.compile(r"(?i)\bhave an own\b")
_DO = re.compile(r"(?i)(?:do|does)\b")
_LAW = re.compile(
    r"(?i)^do they have (?=[\w -]{0,40}\b(?:laws?|regulations?|directives?|legislation|mandates?)$)"
)
"""What the law asks of somebody is not theirs to have."""
_AGAIN = re.compile(r"(?i)\b(?P<join>and|but) (?:do not|does not|don['’]t|doesn['’]t)\b")


def quote(frame: str, line: str, aloud: str = "") -> Said:
    """Ask around the exact words of a line."""
    text = (
        squeeze(shorten(squeeze(line[:_LONGEST]), 18))
        .replace("“", "‘")
        .replace("”", "’")
        .rstrip("?")
    )
    whole = len(text.split()) <= 22 and not _HANGS.match(text)
    sure = QUOTED if whole and read_phrase(text).sure > 0.0 else 0.0
    return Said(f"{frame}: “{text}”?", sure, aloud)


_HANGS = re.compile(r"(?i)(?:if|as|when|while|because|since|although)\s")


def to_they(text: str) -> str:
    """Speak of a prospect instead of to one: "your team" -> "their team"."""
    done = _YOU_AS_OBJECT.sub(r"\1 them", text)
    return _YOU_WORD.sub(lambda match: _YOU[match.group().lower().replace("’", "'")], done)


def to_you(text: str) -> str:
    """
    Speak to a prospect: "their team" -> "your team".

    After a relative "who" or "that" they are others, and stay.
    """
    swaps = {"their": "your", "they": "you", "them": "you", "themselves": "yourself"}
    swaps |= {"they're": "you're", "they've": "you've"}
    inner = _INNER.search(text)
    outer = text[: inner.start()] if inner else text
    turned = _THEY_WORD.sub(lambda match: swaps[match.group().replace("’", "'")], outer)
    return turned + text[len(outer) :]


def before_we_go_on(question: str) -> str:
    """Ask aloud what would end the talk: "Is it an agency?" -> "… are you an agency?"."""
    asked = put_to(question)
    return f"Before we go on: {asked[:1].lower()}{asked[1:]}"


def put_to(question: str) -> str:
    """Put a question about a prospect to the prospect: "Does it lease its vans?" -> "Do you …?"."""
    for asks, pattern in _PUT:
        if pattern.match(question):
            question = pattern.sub(asks, question, count=1)
            break
    own = _OF_ANOTHER.match(question)
    if own is not None:
        return f"{to_you(own['start'])}of their own{own['end']}"
    outer, that, inner = question.partition(" that ")
    return to_you(f"{_ITS.sub('your', outer)}{that}{inner}")


_OF_ANOTHER = re.compile(
    r"(?P<start>(?:Does|Is|Do|Are|Has|Have|Can|Will) (?:the|a|an) .*)of their own(?P<end>.*)"
)
_ITS = re.compile(r"\b(?:its|their company['’]s)\b")
_PUT = (
    ("Do you have", re.compile(r"^Do (?:they|it) lack\b")),
    ("Is it", re.compile(r"^Is it(?= (?:an? (?:[\w-]+ )?(?:request|enquiry|inquiry|ticket|question"
                         r"|complaint)\b|(?:hard|difficult|easy|true|possible) ))")),
    ("Are you", re.compile(r"^(?:Is (?:it|this person|the contact|their company)|Are they)\b")),
    ("Do you", re.compile(r"^Does (?:it|this person|the contact|their company)\b")),
    ("Were you", re.compile(r"^Was (?:it|their company)\b")),
)  # fmt: skip


_THEY_WORD = re.compile(r"\b(?:they['’](?:re|ve)|they|their|them|themselves)\b")
_INNER = re.compile(
    r"(?<=[a-z]s)\s(?:who|that) (?!they\b)|\s(?:who|whose)\s|\s(?:as|when|until) they\s"
)
_YOU = {
    "you": "they", "your": "their", "yours": "theirs",
    "yourself": "themselves", "yourselves": "themselves",
    "you're": "they're", "you've": "they've", "you'd": "they'd", "you'll": "they'll",
}  # fmt: skip
_YOU_WORD = re.compile(r"(?i)\b(?:you['’](?:re|ve|d|ll)|yourself|yourselves|yours|your|you)\b")
_YOU_AS_OBJECT = re.compile(
    r"(?i)\b(helps?|lets?|for|to|with|of|by|from|about|gives?|allows?|enables?|tells?|shows?"
    r"|costs?|"
    r"brings?|saves?|affects?|makes?|takes?|teach(?:es)?|taught|made|brought|led|prompted|triggered"
    r"|pushed|caused|prevent(?:s|ed|ing)|stop(?:s|ped|ping)|keep(?:s|ing)|kept|hold(?:s|ing)|held"
    r"|driv(?:es|en|ing)|forc(?:es|ed|ing)|block(?:s|ed|ing)|slow(?:s|ed|ing)|made|hurts?|told)"
    r"\s+you\b(?!['’])"
)


LACK = re.compile(r"(?i)^(?:a |the )?(?:lack|absence|shortage) of (?P<what>\S.*?)(?: and the .*)?$")
NO = re.compile(
    r"(?i)^(?:no|without|not enough|insufficient|little) (?P<what>(?!longer\b|more\b|one\b).+)$"
)


def hard(text: str) -> str:
    """Say for whom something is hard: "hard for them to find bakers"."""
    how, _, rest = text.partition(" to ")
    return f"{how} for them to {rest}" if " for " not in how else text


LETTERED_THINGS = frozenset(
    "CRM ERP CMS TMS WMS MES PIM DAM HRIS ATS LMS CDP PMS POS QMS CFO CEO CTO CIO COO CMO GC PMO"
    " DPO"
    " SLA NDA API".split()
)


def with_article(phrase: str) -> str:
    """Put an article before a countable singular noun phrase."""
    if phrase in LETTERED_THINGS:
        return article(phrase)
    found = read_phrase(phrase)
    countable = found.kind == "noun" and found.countable
    if not countable or phrase.split()[0].lower() in DETERMINERS:
        return phrase
    return article(phrase)

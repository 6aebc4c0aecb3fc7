"""
One firm where a line names several, because a question is put to one: "chains with fewer than
20 stores" becomes "a chain with fewer than 20 stores".
"""

from __future__ import annotations

import re

from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.said import to_you

_SEVERAL = re.compile(
    rf"(?i)^(?P<kind>(?:(?!(?:with|for|to|from|of|at|in|by|on|between|without)\s)[\w&/-]+\s+)"
    rf"{{0,3}}?)(?P<noun>{COMPANY_NOUNS})"
)
_DO = re.compile(
    r"(?i)^\s+(?:that|which|who)\s+(?:(?P<verb>are|have)"
    r"|(?P<do>(?:(?:only|mainly|mostly|still|just|never) )?[\w-]+))\s+(?P<rest>.+)$"
)
_AGREES = re.compile(
    r"(?i)\s(?:that|which|who)\s|\s(?:and|or)\s(?-i:(?![A-Z]))|,(?!\d)|[;/]|^\s*(?:and|or)\b"
)
"""What follows would have to change with the noun, or names a second kind of firm."""
_THEIR = re.compile(r"\btheir\b")
_NOT_ONE = re.compile(
    r"(?i)^(?:no|not|without|all|most|many|some|other|two|three|several|at least|at most"
    r"|more than|fewer)\b|^\d"
)


def singular(noun: str) -> str:
    """Give one of a regular plural: "agencies" -> "agency", "businesses" -> "business"."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if re.search(r"(?:ss|sh|ch|x)es$", noun):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


_ONE = re.compile(
    r"(?i)^an? (?:[\w&/-]+\s+){0,3}?(?:"
    + "|".join(singular(noun) for noun in COMPANY_NOUNS[3 : COMPANY_NOUNS.rindex(")")].split("|"))
    + r")\b"
)
"""One firm at the begin of a phrase."""
_IS_IT = "Is it "


def to_employee(question: str) -> str:
    """Ask a person about the firm that a question means."""
    if question.startswith(_IS_IT) and _ONE.match(question[len(_IS_IT) :]):
        return f"Do they work for {question[len(_IS_IT) :]}"
    return question


def question_of(text: str) -> tuple[str, str] | None:
    """Ask whether a prospect is one of the firms named, of them and of you; None for others."""
    either = _either_of(text) if " or " in text else None
    if either is not None:
        return f"Is it {either}", f"Are you {either}?"
    done = _what_they_do(text)
    if done:
        return done, to_you(f"{done}?")
    one = _one_firm(text)
    if one is None:
        return None
    return f"Is it {_THEIR.sub('its', one)}", f"Are you {_THEIR.sub('your', one)}?"


_PARTS = re.compile(r", (?:or )?| or ")
_LONGEST_PART = 3


def _either_of(text: str) -> str | None:
    """Give firms that are named in the singular: "quarry, landfill or house builder"."""
    parts = _PARTS.split(text)
    if any(not one or len(one.split()) > _LONGEST_PART for one in parts) or len(parts) < 2:
        return None
    found = [look_up(one.split()[-1].lower()) for one in parts]
    firm = any(_ONE.match(article(one)) for one in parts)
    if not firm or any(one.plural or not one.noun for one in found):
        return None
    named = [one if one.split()[0].lower() in ("a", "an") else article(one) for one in parts]
    return f"{', '.join(named[:-1])} or {named[-1]}"


def _one_firm(text: str) -> str | None:
    found = _SEVERAL.match(text)
    if found is not None and text[found.end() : found.end() + 1] in ("'", "’"):
        return None  # "retailers' own stores" are no retailers.
    if found is None or _NOT_ONE.match(text) or _AGREES.search(text[found.end() :]):
        return None
    return article(f"{found['kind']}{singular(found['noun'])}{text[found.end() :]}")


_BEING = re.compile(r"(?i)^\s+(?P<what>(?:(?:currently|still|already) )?being [a-z]+.*)$")


def _what_they_do(text: str) -> str | None:
    """Ask for what makes a firm one of them: "chains that outsource all cleaning"."""
    found = _SEVERAL.match(text)
    being = _BEING.match(text[found.end() :]) if found is not None else None
    if being is not None:
        return f"Are they {being['what']}"
    done = _DO.match(text[found.end() :]) if found is not None else None
    if done is None or _NOT_ONE.match(text):
        return None
    if done["verb"]:
        start = "Are they" if done["verb"].lower() == "are" else "Do they have"
        return f"{start} {done['rest']}"
    base = look_up(done["do"].split()[-1].lower()).base
    return f"Do they {done['do']} {done['rest']}" if base else None

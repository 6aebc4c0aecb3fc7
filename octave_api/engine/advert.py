"""
A job advertisement read for the role that it describes, not for what the employer offers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.grammar import form
from octave_api.engine.headings import SKIP, UNSORTED
from octave_api.engine.own_name import does
from octave_api.engine.verbs import base_of_gerund, verb
from octave_api.engine.wording import capital, of_readers

_ASIDE = re.compile(
    r"(?i)\b(?:we offer|what we (?:offer|do)|benefits?|perks?|why (?:join|work|us)|about (?:us|the "
    r"company)|how to apply|apply|your profile|profile|requirements?|qualifications?|skills|what "
    r"you(?:['’]ll| will)? (?:bring|need|have)|what we need from you|who you are|"
    r"what we(?:['’]re| are) looking for|essential|desirable|how we work|our (?:culture|offer)|"
    r"about you|you(?:['’]ll| will)? (?:have|bring|need)|person specification|must have"
    r"|nice to have|compensation|"
    r"salary|our values|diversity|contact|interested)\b"
)
_HIRING = re.compile(
    r"(?i)\b(?:apply (?:now|by|with|here|at)|your (?:cv|resume|application|profile)|we are hiring|"
    r"we['’]re hiring|equal opportunity|years of experience|fluent|salary|\d+ days (?:of )?holiday|"
    r"we (?:offer|are looking|['’]re looking)|join (?:us|our)|cover letter)\b"
)
_AS = re.compile(
    r"(?i)^as (?:(?:our|the|an?) )?[^,;.]{3,60}?,?\s+(?=you(?:['’]ll| will| are| get|r)?\b)"
)
_REPORTS = re.compile(r"(?i)^they (?:will )?report (?:directly )?to\b")
_TOLD = re.compile(
    r"(?i)^you(?:(?:['’]ll| will)(?: also)?| are going to| (?:also )?get to|['’]re going to"
    r"|(?: are|['’]re) (?:also )?expected to)\s+(?P<be>be\s+)?(?=\w)"
)
_YOU = re.compile(r"\b(?P<you>[Yy]ou) (?P<does>[a-z]+)\b")
_WE_DO = re.compile(
    r"\b[Ww]e (?P<how>(?:still|also|now|always|often|mostly|currently) )?(?P<does>[a-z]+)\b"
)
_OF_US = re.compile(r"\b(?:[Oo]ur|[Uu]s|[Ww]e)\b(?!['’])")
_EMPLOYER = {"our": "the", "us": "the company", "we": "the company"}


_DOING = re.compile(
    r"(?i)^(?:(?:from there|then|next|here|often|daily|some days|most days),? )?you(?:['’]ll| will"
    r"| could| might| may| can)(?: (?:also|often|then|usually|always|likely|probably))* be "
    r"(?=(?P<does>[a-z]+ing)\b)"
)
"""What is done at times: "From there, you could be liaising with vendors"."""


def of_the_role(statement: Statement) -> Statement:
    """Say of whoever holds the job what the advertisement says to its reader."""
    told = _AS.sub("", statement.text)
    seeks = _SEEKS.match(told)
    if seeks and verb(seeks["does"]):
        told = f"They {told[seeks.start('does') :]}"
    doing = _DOING.match(told)
    if doing and base_of_gerund(doing["does"].lower()):
        told = capital(told[doing.end() :])
    told = _TOLD.sub(lambda match: "They are " if match["be"] else "They ", told)
    told = _WE_DO.sub(_company_does, told)
    text = _YOU.sub(_they, told)
    text = _OF_US.sub(lambda match: _EMPLOYER[match.group().lower()], of_readers(text))
    return replace(statement, text=text)


_SEEKS = re.compile(
    r"(?:(?:We|[A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){0,2})(?:['’]re| are| is) (?:now |currently )?"
    r"(?:looking for|seeking|hiring|recruiting)) (?:an? |our (?:next |first )?)[^.;!]{3,90}? "
    r"(?:to|who(?:['’]ll| will| can)) (?P<does>[a-z]+)(?= )"
)
"""What leads in to the first duty: "We're looking for a planner to run the desk"."""
_HARD = re.compile(r"(?i)\b(?:hard|difficult|challeng|stress|tough|frustrat|exhaust|struggl)")


def _is_doing(text: str) -> bool:
    """Tell whether a line opens with what is done: "Liaising with vendors"."""
    return base_of_gerund(text.split(" ", 1)[0].lower()) is not None and not _HARD.search(text)


def _company_does(match: re.Match[str]) -> str:
    known = verb(match["does"])
    return f"the company {match['how'] or ''}{known.third}" if known else match.group()


def _they(match: re.Match[str]) -> str:
    if verb(match["does"].lower()) is None:
        return match.group()
    return f"{'They' if match['you'][0] == 'Y' else 'they'} {match['does']}"


def sort_advertised(statement: Statement, decided: Sorted) -> Sorted:
    """Decide where a line of an advertisement, worded by `of_the_role`, belongs."""
    aside = any(_ASIDE.search(heading) for heading in statement.headings)
    if aside or _HIRING.search(statement.text):
        return Sorted(SKIP, 0.9, "what the employer offers or asks for")
    doing = _is_doing(statement.text)
    told = doing or does(capital(statement.text))
    if _REPORTS.match(statement.text):
        return Sorted(SKIP, 0.8, "whom the role reports to")
    by_words = doing and decided.field == "painPoints" and not decided.heading
    if by_words or (decided.field in (UNSORTED, "keyObjectives") and told):
        return Sorted("primaryResponsibilities", 0.8, "it says what the role does")
    if decided.field == "whyWeMatterToThem":
        return Sorted(UNSORTED, 0.6, "what the employer says of itself")
    listed = statement.shape == "bullet" and form(statement.text, verbal=True) == "base"
    if decided.field in (UNSORTED, "keyObjectives") and listed:
        return Sorted("primaryResponsibilities", 0.7, "one of the points of the role")
    return decided

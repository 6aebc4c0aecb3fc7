"""
Duties told of a role as such: "Fleet managers are pivotal in keeping vans on the road".

What says only that a deed is theirs goes; the deed stays, in the source's own words.
"""

from __future__ import annotations

import re

from octave_api.engine.roles import find_titles
from octave_api.engine.verbs import base_of_gerund

_HINTS = ("pivotal", "key", "central", "crucial", "critical", "essential", "vital", "instrumental",
          "indispensable", "role", "job", "position", "work", "remit", "day", "week", "part in",
          "time")  # fmt: skip
"""One of these stands in all that the patterns find."""
_OWN = re.compile(
    r"(?i)(?:in short, |on paper,? |day to day,? )?(?:their|his|her|the|this|my|your|a typical"
    r"|an average|every|each) (?:[\w-]+ ){0,2}?(?:role|job|position|work|remit|day|days|week|time)"
    r" (?:(?:mainly|mostly|usually|typically|also|often|largely|really) )?(?:involves?|includes?"
    r"|consists? of|comprises?|covers?|means|entails?|is (?:all )?about|is spent|are spent"
    r"|revolves? around|cent(?:er|re)s? (?:on|around)|focus(?:es)? on) (?:on )?"
    r"(?=(?P<deed>[a-z-]+ing)\b)"
)
_IS_KEY = re.compile(
    r"(?i) (?:(?:is|are)(?: [a-z]+ly| also| often)? (?:(?:the )?(?:pivotal|key|central|crucial"
    r"|critical|essential|vital|instrumental|indispensable)) (?:in|to|for|when)"
    r"|(?:plays?|ha(?:s|ve)|takes?) (?:an? |the )?(?:[\w-]+ )?(?:role|part) in"
    r"|spends? (?:most|much|half|a lot|the bulk) of (?:their|his|her|the) (?:time|days?|weeks?)"
    r"(?: on)?) (?=(?P<deed>[a-z-]+ing)\b)"
)
_PRONOUN = re.compile(r"(?i)(?:they|he|she|i|we)(?= )")
_DOERS = re.compile(
    r"(?:The |An? )?(?:[\w&/-]+ ){0,3}?(?:[a-z]{2,}(?:er|or|ist|ian|ant)|head|lead|chief)s?(?= )"
)
"""Those who hold a role, named by what they do: "yard managers"."""
_OPENING = 60
_ARTICLE = 4
_FAR = 140


def deed_told(text: str) -> int:
    """Give where the deed begins in a sentence that says it is the role's, or 0."""
    if "ing" not in text or not any(map(text.lower().__contains__, _HINTS)):
        return 0
    found = _OWN.match(text)
    # Titles are looked for only where what must follow one is there.
    if found is None and _IS_KEY.search(text, 0, _FAR) is not None:
        found = _IS_KEY.match(text, _after_subject(text))
    return found.end() if found and base_of_gerund(found["deed"].lower()) else 0


def _after_subject(text: str) -> int:
    """Give where the subject ends, a pronoun or a title; past the end where it is neither."""
    pronoun = _PRONOUN.match(text)
    if pronoun is not None:
        return pronoun.end()
    title = next(iter(find_titles(text[:_OPENING])), None)
    if title is not None and title.start <= _ARTICLE:
        return title.end
    doers = _DOERS.match(text)
    return doers.end() if doers is not None else len(text)

"""
A line read as a phrase: what sort it is, how sure that is, and its forms for a question.

A question is built around a line only where the reading is sure; else the line is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from octave_api.engine.joined_verbs import rest_of
from octave_api.engine.language import is_foreign
from octave_api.engine.lexicon import look_up
from octave_api.engine.noun_phrases import noun_or_clause
from octave_api.engine.phrase import SURE, TOKEN, Phrase, lowered
from octave_api.engine.phrase_words import (
    AUXILIARIES,
    CLEAR_BASES,
    CLEAR_THIRDS,
    DANGLING,
    HARD,
    PASSIVE,
    PREPOSITIONS,
    RELATIVES,
    SET_PHRASES,
    STATES,
    SUBJECTS,
    TRAILING_VERBS,
)
from octave_api.engine.shortening import first_of_list, shortened
from octave_api.engine.trimming import PROGRAMS, keep_case, trim, without_share
from octave_api.engine.verb_phrases import gerund_phrase, verb_phrase
from octave_api.engine.verbs import base_of_gerund

_NOT_ENGLISH = 0.3
_WH_WORDS = {"where", "what", "who", "how", "which"}
_TEMPLATE = re.compile(r"<[^<>]{0,40}>|\{[^{}]{0,40}\}|\[[^\[\]]{0,40}\]|https?:|\.\.\.|…|\?|\w@\w")
_NEXT_NOTE = re.compile(r"(?<!approx)(?<!incl)(?<!etc)(?<!min)(?<!max)(?<=[A-Za-z]{2})\. [a-z]")
"""Where a second note begins in small letters."""
_OWN_VOICE = re.compile(r"(?<![\w'’/-])(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|[Oo]urs|I['’]\w+)(?![\w/-])")
_POINTS_BACK = re.compile(
    r"(?i)^\w+ (?:this|that|these|those)(?: \w+)?$|^\w+ (?:this|that|these|those) \w+,"
)
_ITS = re.compile(r"\bits\b")
_MODALS = frozenset("must may might should would could will was were do does did".split())
_NEXT_CLAUSE = re.compile(r"(?i),\s+(?:and |but |so |or )?|\s+and (?=\w+ \w+ )")
_NOT_AGAIN = re.compile(
    r"(?i)(?:(?:never|not)\b(?! (?:only|just))|(?:won|can|doesn|don|isn|aren)['’]t\b)"
)
_OF_A_STORY = re.compile(r"(?i)s?he\s")
"""What one made-up person once did is asked of nobody."""
_HIM = re.compile(r"(?i)\b(?:him|he|she)\b|, (?:their|the) \w+$")
"""One who was named before, or a cut-off second clause: it cannot be said alone."""
_OPEN = re.compile(r"(?i)\bas (?:much|many|soon|far)\b(?!.*\bas\b)")
_DOES_NOT = re.compile(r"(?i)^(?P<does>does|do|is|are) not(?= \w+ \w)")
_THESE = re.compile(r"(?i)\w+s (?:these|those|this)(?=\W|$)(?! \w+s?\b)")
"""An object that was named before: "the insurer rejects these"."""
_CAN_DO = re.compile(r"(?i)\w+ the \w+ (?:can|could|will|would|must|should)\b")
"""A thing and what somebody can do with it: "swaps the nurses can do"."""
_POINTING = ("s these", "s those", "s this")
_BEFORE_VERB = frozenset("also often always never still usually sometimes rarely only".split())
_SHORT, _OPENS = 3, 10
_LONG, _VERY_LONG, _LONGEST = 18, 21, 400


@lru_cache(maxsize=2048)
def read_phrase(line: str, *, verbal: bool = False, short: bool = False) -> Phrase:
    """
    Read a line; `verbal` says that it names something done (a duty, an aim); `short`
    that its point is enough.

    What holds a template's hole, an open bracket, a cut-off end or the writer's own "we"
    is unknown, with no trust in it.
    """
    if len(line) > _LONGEST:
        return Phrase("unknown", line, 0.0)
    if " not " in line[:_OPENS]:
        line = _DOES_NOT.sub(r"\g<does>n't", line, count=1)
    line = without_share(line)
    text = shortened(first_of_list(trim(line))) if short else trim(line)
    if is_foreign(line):
        return Phrase("unknown", text, _NOT_ENGLISH)
    to_do = verbal and text.lower().startswith("to ")
    if to_do:
        text = text[3:]
    words = TOKEN.findall(text)
    low = lowered(words)
    if not _whole(line, text, low):
        return Phrase("unknown", text, 0.0)
    found = _one_clause(_read(text, words, low, verbal), verbal)
    if _OF_A_STORY.match(found.text):
        return Phrase("unknown", text, 0.0)
    if to_do and look_up(low[0]).base:
        found = Phrase("verb", text, 0.9, base=f"{low[0]}{rest_of(text, words[0], low[0], 'base')}")
    sure = found.sure
    if len(low) > _LONG:
        sure = min(sure, 0.65 if len(low) <= _VERY_LONG else 0.4)
    if found.third:
        outer, that, inner = found.base.partition(" that ")
        found = replace(found, base=f"{_ITS.sub('their', outer)}{that}{inner}")
    if found.third and _CAN_DO.match(text):
        sure = min(sure, 0.4)
    if (
        (any(map(text.lower().__contains__, _POINTING)) and _THESE.search(text))
        or _POINTS_BACK.search(found.base)
        or _OPEN.search(text)
        or _HIM.search(found.base or text)
    ):
        sure = min(sure, 0.5)
    return replace(found, sure=sure)


def _one_clause(found: Phrase, verbal: bool) -> Phrase:
    """Keep the first of several clauses: a question asks one thing."""
    if found.kind not in ("clause", "verb", "gerund"):
        return found
    for comma in _NEXT_CLAUSE.finditer(found.text):
        head, tail = found.text[: comma.start()], found.text[comma.end() :]
        if len(head.split()) < 3 or head.count("(") != head.count(")") or head.count('"') % 2:
            continue
        if not _NOT_AGAIN.match(tail):
            rest = TOKEN.findall(tail)
            low = lowered(rest)
            apart = found.kind == "clause" or (found.kind == "verb" and AUXILIARIES & set(low))
            if len(rest) < 3 or not apart or low[0] in RELATIVES | PREPOSITIONS:
                continue
            goes_on = low[0] in CLEAR_THIRDS or (
                look_up(low[0]).only_verb and look_up(low[0]).third
            )
            if not goes_on and noun_or_clause(tail, rest, low).kind != "clause":
                continue
        cut = TOKEN.findall(head)
        first = _read(head, cut, lowered(cut), verbal)
        named = first.kind == "noun" and first.sure >= SURE and comma.group()[0] == ","
        if first.kind == found.kind or named or _NOT_AGAIN.match(tail):
            return first
        if len(cut) > _SHORT:
            return replace(found, sure=min(found.sure, 0.5))
    return found


def _whole(line: str, text: str, low: Sequence[str]) -> bool:
    """Tell whether a line can be said at all: nothing cut off, no hole, no voice of the writer."""
    if not any(len(word) > 1 and word[0].isalpha() for word in low):
        return False
    if len(low) == 1 and ("(" in line or len(line.split()) > 2):
        return False
    if " = " in line or (". " in line and _NEXT_NOTE.search(line)):
        return False
    if _TEMPLATE.search(line) or _OWN_VOICE.search(text) or text.count('"') % 2:
        return False
    if any(text.count(left) != text.count(right) for left, right in ("()", "“”", "[]", "{}")):
        return False
    last = low[-1]
    asked = last in ("is", "are", "was", "were", "do", "does") and bool(_WH_WORDS & set(low))
    asked = asked or low[-2:] == ["or", "more"]
    if (last in DANGLING and not asked) or not (last[-1].isalnum() or last in "%)\"”'’"):
        return False
    return not (last in TRAILING_VERBS and len(low) > 1 and low[-2] in ("to", "and", ",", "or"))


def _read(text: str, words: Sequence[str], low: Sequence[str], verbal: bool) -> Phrase:
    first, second = low[0], low[1] if len(low) > 1 else ""
    plain = keep_case(text)
    if first in ("how", "why", "what", "where", "which", "whether", "when", "who"):
        return Phrase("how", plain, 0.8 if first in ("how", "whether", "why") else 0.5)
    if first in HARD and (second == "to" or (second == "for" and "to" in low[2:5])):
        return Phrase("hard", plain, 0.9)
    if second and (unable := _unable(text, words, low)):
        return unable
    if text.lower().startswith(SET_PHRASES):
        return Phrase("state", plain, 0.9)
    if first == "not" and second == "enough":
        return Phrase("noun", plain, 0.9, plural=False)
    if first in ("too", "very", "so") and (len(low) == 2 or not look_up(low[-1]).noun):
        return Phrase("unknown", plain, 0.4)
    if "'" in first and first.partition("'")[0] in SUBJECTS | {"we"}:
        return Phrase("clause", plain, 0.5)
    if first in SUBJECTS:
        return Phrase("clause", plain, 0.85 if _says(low) else 0.5)
    if first == "not" and second in STATES:
        return Phrase("state", plain, 0.8)
    if first == "not" and base_of_gerund(second) is None:
        return Phrase("unknown", plain, 0.4)
    if first in ("is", "are") and second:
        return Phrase("state", " ".join(text.split()[1:]), 0.8 if verbal else 0.7)
    if first in _MODALS or (first in ("has", "have") and look_up(second).past and second != "set"):
        return Phrase("unknown", plain, 0.4)
    if _is_state(low):
        return Phrase("state", plain, 0.9 if first in STATES | PASSIVE else 0.7)
    if (words[0].isupper() and len(first) > 1) or words[0] in PROGRAMS:
        return noun_or_clause(text, words, low)
    return (
        gerund_phrase(text, words, low, verbal)
        or verb_phrase(text, words, low, verbal)
        or noun_or_clause(text, words, low)
    )


def _says(low: Sequence[str]) -> bool:
    """Tell whether a verb follows a subject that is a pronoun: "they never know", "it takes"."""
    does = low[2] if len(low) > 3 and low[1] in _BEFORE_VERB else low[1] if len(low) > 1 else ""
    found = look_up(does.removeprefix("re-"))
    if does in CLEAR_THIRDS | CLEAR_BASES or does in AUXILIARIES or found.only_verb:
        return True
    return low[0] == "they" and found.base


def _unable(text: str, words: Sequence[str], low: Sequence[str]) -> Phrase | None:
    """Read "Can't find bakers" as "unable to find bakers", "Don't trust it" as said of them."""
    if low[0] not in ("can't", "cannot", "don't", "doesn't", "won't") or not look_up(low[1]).base:
        return None
    rest = text[text.index(words[1]) :]
    if low[0] in ("can't", "cannot"):
        return Phrase("state", f"unable to {rest}", 0.9)
    never = "won't" if low[0] == "won't" else "don't"
    return Phrase("clause", f"they {never} {rest}", 0.8)


def _is_state(low: Sequence[str]) -> bool:
    """Tell whether an adjective or a participle that describes somebody opens a line."""
    first, second = low[0], low[1] if len(low) > 1 else ""
    if first == "fed" and second == "up":
        return True
    if first in STATES:
        return second in PREPOSITIONS | RELATIVES | {"to", "that"}
    found = look_up(first)
    if not found.past or found.base or found.noun:
        return False
    return (second in PREPOSITIONS and second != "of") or second in ("when", "if", "because")

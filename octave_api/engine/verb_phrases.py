"""
Verb phrases: how sure a line opens with a verb, and that verb with its object in the base form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.joined_verbs import rest_of
from octave_api.engine.lexicon import look_up
from octave_api.engine.noun_phrases import finite_at, head_of, noun_or_clause
from octave_api.engine.phrase import SURE, Phrase
from octave_api.engine.phrase_words import (
    ARTICLES,
    AUXILIARIES,
    CLEAR_BASES,
    CLEAR_THIRDS,
    COUNTED,
    DETERMINERS,
    INTRANSITIVE,
    JOINS,
    MOSTLY_NOUNS,
    MOSTLY_VERBS,
    NUMBERS,
    OFTEN_NOUNS,
    PARTICLES,
    PEOPLE_TOO,
    PLURAL_MODIFIERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECTS,
)
from octave_api.engine.trimming import keep_case
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb


def gerund_phrase(
    text: str, words: Sequence[str], low: Sequence[str], verbal: bool
) -> Phrase | None:
    """Read "Finding bakers"; "Aging ovens" and "Marketing budget" are noun phrases."""
    negated = low[0] == "not"
    at = 1 if negated and len(low) > 1 else 0
    first, second = low[at], low[at + 1] if len(low) > at + 1 else ""
    base = base_of_gerund(first)
    if base is None:
        return None
    found, after = look_up(first), look_up(second)
    third = low[at + 2] if len(low) > at + 2 else ""
    people = second in _PEOPLE or (look_up(second).plural and third == "who")
    told_of = not verbal and second in _PEOPLE and bool(third) and third not in PREPOSITIONS
    if at == 0 and people and (first in _OF_PEOPLE or told_of):
        return noun_or_clause(text, words, low)
    told = base in _TELL or first in ("being", "having") or second == "sure"
    if sum(word in AUXILIARIES for word in low) > 1 and (not told or second == "that"):
        return Phrase("clause", keep_case(text), 0.5)
    finite = finite_at(words, low, at + 1)
    if second in AUXILIARIES and len(low) > at + 2 and not negated:
        return Phrase("clause", keep_case(text), 0.8)
    if CLEAR_THIRDS & set(low[at + 2 :]) and not RELATIVES & set(low):
        return Phrase("clause", keep_case(text), SURE)
    if finite is not None and finite >= 0 and not told:
        return Phrase("clause", keep_case(text), 0.6)
    if verbal and (nominal := _nominal(text, low[at:], base)):
        return Phrase("gerund", keep_case(text), 0.85, base=nominal)
    lowered = text[:1].lower() + text[1:] if not words[0].isupper() else text
    if not second:
        return Phrase("noun", lowered, 0.7, plural=False)
    if second in DETERMINERS | PRONOUNS | RELATIVES | PREPOSITIONS | {"to", "not", "and", "or"}:
        sure = 0.6 if found.noun and second in PREPOSITIONS | {"and", "or"} else 0.9
    elif first in ("being", "having"):
        sure = 0.9
    elif verbal and (
        (base in MOSTLY_VERBS and head_of(words[at + 1 :], low[at + 1 :])[1])
        or (base in _RUNS and second and not after.adjective)
    ):
        sure = 0.75
    elif base in INTRANSITIVE and after.adverb and len(low) - at == 2:
        sure = 0.8
    elif base in INTRANSITIVE or (found.noun and not after.plural and not after.adjective):
        return noun_or_clause(text, words, low)
    else:
        sure = 0.75 if not found.noun else SURE
    done = f"{base}{rest_of(text, words[at], base, 'gerund')}"
    return Phrase("gerund", lowered, sure, base=f"not {done}" if negated else done)


_NOMINAL = re.compile(
    r"(?i)^(?P<one>\w+ing)(?: and (?P<two>\w+ing))?(?P<particle> (?:out|up|down|off|on))?"
    r" of (?P<what>\S.+)$"
)


def _nominal(text: str, low: Sequence[str], base: str) -> str | None:
    """Give the verb of "carrying out of audits", "planning and checking of orders"."""
    found = _NOMINAL.match(text)
    if found is None or base in ("understand", "be"):
        return None
    two = base_of_gerund(found["two"].lower()) if found["two"] else ""
    if two is None or len(low) < 3:
        return None
    joined = f" and {two}" if two else ""
    return f"{base}{joined}{found['particle'] or ''} {found['what']}"


def verb_phrase(text: str, words: Sequence[str], low: Sequence[str], verbal: bool) -> Phrase | None:
    """Read a line that opens with a verb, in the base form or the third person."""
    first, second = low[0], low[1] if len(low) > 1 else ""
    if second in CLEAR_THIRDS and look_up(first).noun:
        return None
    if low[2:3] == ["means"] and look_up(first).noun and look_up(second).noun:
        return None  # "Audit season means …"
    third = base_of_third(first)
    if third is not None and first not in ("news", "less", "sales", "data"):
        sure = _third_sure(first, low, verbal)
        if 0.0 < sure < SURE and noun_or_clause(text, words, low).kind == "clause":
            return None
        if sure:
            done = f"{third}{rest_of(text, words[0], third, 'third')}"
            return Phrase("verb", keep_case(text), sure, base=done, third=True)
    if verb(first) is None and verb(first.removeprefix("self-").removeprefix("re-")) is None:
        return None
    sure = _base_sure(first, second, low, verbal)
    if sure == 0.0:
        return None
    if sure < SURE and (other := noun_or_clause(text, words, low)).sure >= SURE:
        # Either reading makes sense: "report leakage", "report writing".
        return Phrase("unknown", other.text, 0.5) if verbal and other.kind == "noun" else None
    done = f"{first}{rest_of(text, words[0], first, 'base')}"
    return Phrase("verb", done, sure, base=done)


def _third_sure(first: str, low: Sequence[str], verbal: bool) -> float:
    """Say how sure "plans …" is a verb; 0 where it is a noun."""
    second = low[1] if len(low) > 1 else ""
    found, after = look_up(first), look_up(second)
    base = base_of_third(first)
    if _relates(first, base or "", low, noun=found.noun):
        return 0.0
    if first in PEOPLE_TOO and after.base:
        return 0.0
    if found.noun and not RELATIVES & set(low) and _FINITE & set(low[2:_NEAR]):
        return 0.0  # "reports to funders are written by hand": the verb comes later.
    if not found.noun or (base in _SAID and len(low) > 2):
        return 0.95 if second else 0.5
    if verbal and second in RELATIVES - {"that"} and low[2:3] == ["to"]:
        return 0.9
    if second in PARTICLES and len(low) > 2 and not low[2][0].isdigit():
        return 0.9 if verbal else SURE
    if second in CLEAR_BASES and found.noun:
        return 0.0
    if second[:1].isdigit() or second in NUMBERS:
        return 0.9
    if base in _UNDERGONE and second in ("to", "with", "about", "from"):
        return 0.9
    if not second or second in AUXILIARIES or second in ("and", "or", "of", "&"):
        joined = second in ("and", "or") and len(low) > 3 and look_up(low[2]).third
        return 0.7 if joined and low[3] in DETERMINERS else 0.0
    if second in DETERMINERS | PRONOUNS or second in ("how", "what", "whether", "that"):
        return 0.9
    if not verbal and after.base and low[2:3] and low[2] in PARTICLES | PREPOSITIONS | DETERMINERS:
        return 0.0  # "partners walk up to the desk" says what partners do.
    if base in MOSTLY_VERBS and (verbal or not after.only_verb):
        certain = verbal or second not in PREPOSITIONS or base not in OFTEN_NOUNS
        return 0.8 if certain else 0.5
    if second in PREPOSITIONS | {"to"}:
        return 0.85 if verbal and base in INTRANSITIVE and len(low) > 2 else 0.0
    if after.only_verb or after.past:
        return 0.0
    if (
        (after.plural or after.mass)
        and first not in PLURAL_MODIFIERS
        and not (after.adjective or after.base)
    ):
        return 0.7 if verbal else SURE  # no plural stands before another noun: "copies data"
    return 0.7 if verbal and after.plural else 0.5


def _base_sure(first: str, second: str, low: Sequence[str], verbal: bool) -> float:
    """Say how sure the base form of a verb is one; 0 where it is a noun or an adjective."""
    found, after = look_up(first), look_up(second)
    if first == "lower" and second:
        place, _, _ = head_of(low[1:], low[1:])
        one = look_up(low[place])
        if one.noun and not (one.plural or one.mass) and second not in DETERMINERS:
            return 0.0  # "lower gas bill": one that is lower
    if f"{first} {second.removesuffix('s')}" in _THINGS:
        return 0.0
    prefixed = first.startswith(("self-", "re-", "co-"))
    if _relates(first, first, low, noun=found.noun):
        return 0.0
    if verbal and second in RELATIVES - {"that"} and low[2:3] == ["to"]:
        return 0.9
    if prefixed or first == "have" or not (found.noun or found.adjective or found.adverb):
        alone = second in PREPOSITIONS and not verbal and first not in INTRANSITIVE | {"have"}
        return 0.95 if second and not alone else 0.55
    if not second:
        return 0.0
    if second[:1].isdigit() or second in NUMBERS:
        return 0.0 if first in MOSTLY_NOUNS else 0.9
    if second in DETERMINERS | PRONOUNS | PARTICLES | {"how", "what", "whether", "that"}:
        return 0.0 if first in MOSTLY_NOUNS and second not in ARTICLES else 0.9
    if first in _UNDERGONE and second in ("to", "with", "about", "from"):
        return 0.9
    if first in _OF_DOING and after.gerund:
        return 0.9
    if first in ("hate", "love", "dislike") and after.plural:
        return 0.85
    if first == "process" and verbal and after.plural and second not in _OF_PROCESSES:
        return 0.75
    if first in MOSTLY_NOUNS or second in AUXILIARIES or second == "of":
        return 0.0
    if found.noun and first not in MOSTLY_VERBS and _is_done(low):
        return 0.0
    if second in JOINS:
        return _joined_sure(first, low, verbal)
    if second in PREPOSITIONS | {"to"}:
        likely = first in INTRANSITIVE | MOSTLY_VERBS
        if verbal and not likely and second not in ("of", "for", "in", "to"):
            return 0.65
        return (0.85 if verbal else 0.55) if likely else 0.0
    if found.adjective and not found.noun and first not in MOSTLY_VERBS:
        return 0.0
    # "support requests" may be either, "support request" is a thing.
    place, plural, _ = head_of(low[1:], low[1:])
    many = plural is True or not after.known
    mass = look_up(low[place]).mass and low[place] not in COUNTED
    if first in MOSTLY_VERBS and first not in OFTEN_NOUNS:
        return 0.85 if verbal else 0.7 if many or mass or after.adjective else 0.0
    if first in MOSTLY_VERBS:
        return (0.85 if verbal else 0.65) if many or after.adjective else 0.5
    return (0.7 if many or after.adjective else 0.5) if verbal else 0.0


def _is_done(low: Sequence[str]) -> bool:
    """Tell whether a thing has been dealt with: "berth planned", "consent forms signed"."""
    for place, word in enumerate(low[1:3], 1):
        found = look_up(word)
        if found.past and not (found.noun or found.adjective or found.base):
            return place == 1 or bool(look_up(low[1]).plural)
    return False


def _relates(first: str, base: str, low: Sequence[str], *, noun: bool) -> bool:
    """Tell whether a relative clause follows a noun: "chains that outsource", "plans which …"."""
    second = low[1] if len(low) > 1 else ""
    if second == "that":
        third = low[2] if len(low) > 2 else ""
        stated = third in DETERMINERS | PRONOUNS | SUBJECTS or look_up(third).plural
        return noun and not (stated and base in _TELL | _STATE)
    if second not in RELATIVES - {"whether"}:
        return False
    asked = second in _ASKED and (not noun or low[2:3] == ["to"])
    return not asked


def _joined_sure(first: str, low: Sequence[str], verbal: bool) -> float:
    """Say how sure "plan and …" opens with a verb, by the word that is joined to it."""
    if len(low) < 4:
        return 0.0
    at = 3 if low[2] in JOINS else 2
    other, follows = look_up(low[at]), low[at + 1] if len(low) > at + 1 else ""
    if not other.base or not follows:
        return 0.0
    if other.noun and follows not in DETERMINERS and not verbal:
        return 0.0
    return 0.85 if first in MOSTLY_VERBS or not other.noun else SURE


_THINGS = frozenset(
    (
        "win rate|contact centre|contact center|contact detail|call centre|call center|"
        "hire desk|help desk|work order|purchase order|change request|change order|"
        "support ticket|support request|support call|search result|test result|test coverage|"
        "test environment|test data|release note|release cycle|release date|design file|"
        "design system|order form|order peak|transfer quote|order book|order entry|"
        "delivery note|delivery date|repair order|repair job|sample result|start date|"
        "start time|finish time|lead time|set-up time|drop date|handover note|report card|"
        "review cycle|review date|schedule change|plan change|cost overrun|share price|"
        "shift swap|swap request|head office|head count|front desk|temp agency|"
        "process change|return rate|churn rate|fill rate|hit rate|"
        "scrap rate|catch rate|reject rate|quote request"
    ).split("|")
)
"""Two words that are a thing, though the first may be a verb: "win rate", "change requests"."""
_OF_PROCESSES = frozenset("improvements changes maps steps owners gaps reviews audits".split())
_PEOPLE = frozenset("managers partners directors teams staff agents companies assistants".split())
_OF_PEOPLE = frozenset("hiring marketing operating managing nursing engineering buying".split())
"""What somebody is called by: "hiring managers" are hired by nobody."""
_UNDERGONE = frozenset("struggle need want hope fail worry wrestle battle cope tend plan".split())
_RUNS = frozenset("run manage handle prepare keep make pay chase collect fix answer set".split())
"""Of these the gerund before a noun is a deed: "running payroll"."""
_OF_DOING = frozenset("hate love like start stop fear dread risk".split())
_FINITE, _NEAR = frozenset("is are was were has".split()), 6
_SAID = frozenset("think say hope know believe feel".split())
_ASKED = frozenset("when where which who whose".split())
_STATE = frozenset("show claim state note sense doubt worry check".split())
_TELL = frozenset("ensure know assume prove guarantee hope feel find see".split())
"""Verbs that a clause may follow without "that"."""

"""
Names and descriptions: what a seller would call it, and two sentences that one would say aloud.

Each name and each sentence goes to the ledger with what it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from octave_api.contract import Claim
from octave_api.engine.facts import FoundFact, fact_words, lower_name
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.draft import Statement
from octave_api.engine.items import Item, Ledger, merge, typical
from octave_api.engine.markets import market
from octave_api.engine.material import Material
from octave_api.engine.roles import alias
from octave_api.engine.who import Who
from octave_api.engine.wording import (
    article,
    base_phrase,
    capital,
    form,
    join,
    lower_first,
    shorten,
    squeeze,
    third_phrase,
)

Lists = Mapping[str, Sequence[Item]]

# Both kinds


def given_name(name: str, ledger: Ledger) -> str:
    """Take the name of the request as it is."""
    rule = "the name given in the request"
    ledger.claims.append(Claim(pointer="/name", text=name, origin="INFERRED", rule=rule))
    return name


def _in_the_way(pain: Item) -> Item:
    text = f"What gets in the way: {lower_first(pain.text)}."
    return pain.inferred(text, "the first of the quoted pains")


# Persona


def persona_name(who: Who, ledger: Ledger) -> str:
    """Name the persona by its title, else by the own name that the source gives it."""
    shown = who.shown or who.own or typical("Buyer", "the source names no role")
    return ledger.add("/name", shown)


def persona_alias(who: Who, shown: str, strict: bool, ledger: Ledger) -> str:
    """Give the team's alias: the source's own name, else an invented first name."""
    if who.own is not None:
        text = re.sub(r"^(\w+)(?:,\s+|\s+\(|\s+[-–—]\s+)(.+?)\)?$", r"\1 the \2", who.own.text)
        return ledger.add("/internalName", replace(who.own, text=text))
    if who.title is None or strict:
        return shown
    reason = "an invented first name, so that a team can speak of the persona"
    return ledger.add("/internalName", typical(alias(who.title), reason))


def persona_description(
    who: Who, shown: str, lists: Lists, *, strict: bool, ledger: Ledger
) -> str:
    """Say what somebody does or wants, then what gets in the way or matters most."""
    spoken = _spoken(who.title.text) if who.title else shown
    aims = [one for one in lists["keyObjectives"] if _is_aim(one)]
    said: list[Item] = []
    does = _does(lists["primaryResponsibilities"], spoken)
    wants = base_phrase(aims[0].text, verbal=True) if aims else None
    if does is not None:
        said.append(does)
    elif wants and len(wants.split()) <= 20:
        text = f"{capital(article(spoken))} who wants to {lower_first(wants)}."
        said.append(aims.pop(0).inferred(text, "a summary of quoted aims"))
    elif who.shown is not None:
        text = f"{capital(article(spoken))}."
        said.append(who.shown.inferred(text, "the title that the source gives"))
    said += _second(who, lists["painPoints"], aims, strict)
    if not said:
        text = f"{shown}: the source says little about this role."
        said.append(typical(text, "nothing in the source describes the role"))
    return ledger.add_sentences("/description", said)


def _is_aim(item: Item) -> bool:
    return item.origin == "SOURCE" and len(item.text.split()) >= 3


def _does(duties: Sequence[Item], spoken: str) -> Item | None:
    """Say in one sentence what the first one or two quoted duties are."""
    phrases = [
        (item, shorten(lower_first(phrase), 16))
        for item in duties
        if item.origin != "TYPICAL" and (phrase := third_phrase(item.text))
    ][:2]
    if not phrases:
        return None
    if sum(len(phrase.split()) for _, phrase in phrases) > 24:
        phrases = phrases[:1]
    text = f"{capital(article(spoken))} who {' and '.join(phrase for _, phrase in phrases)}."
    return phrases[0][0].inferred(text, "a summary of quoted duties")


def _second(
    who: Who, pains: Sequence[Item], aims: Sequence[Item], strict: bool
) -> Iterator[Item]:
    """Give the sentence on the first pain, else the first aim, else what is typical."""
    quoted = [one for one in pains if one.origin == "SOURCE" and _stands_after_colon(one.text)]
    if quoted:
        yield _in_the_way(quoted[0])
    elif aims:
        base = base_phrase(aims[0].text, verbal=True)
        text = f"Cares most about {lower_first(aims[0].text)}."
        if base:
            text = f"Wants to {lower_first(base)}."
        yield aims[0].inferred(text, "the first of the quoted aims")
    elif who.role is not None and not strict:
        yield typical(who.role.summary, "typical of the role")


def _stands_after_colon(text: str) -> bool:
    return form(text) in ("noun", "gerund", "clause") and len(text.split()) <= 18


def _spoken(title: str) -> str:
    """Write a title as in running text: "VP of Sales" stays, "Platform Engineer" is lowered."""
    words = title.split()
    if title[:1].islower() or any(sum(map(str.isupper, word)) > 1 for word in words):
        return title
    return " ".join(word.lower() for word in words)


# Segment


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of a segment by key, none of them negated."""

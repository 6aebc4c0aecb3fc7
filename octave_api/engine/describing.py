"""
A persona's name and description: what a seller would call it, and two sentences to say aloud.

Each name and each sentence goes to the ledger with what it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from octave_api.contract import Claim
from octave_api.engine import phrasing
from octave_api.engine.aims_with_figures import is_measured
from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.facts import FoundFact, find_facts, lower_name
from octave_api.engine.grammar import article, base_phrase, form, third_phrase
from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item, Ledger, typical
from octave_api.engine.lexicon import look_up
from octave_api.engine.markets import label
from octave_api.engine.material import Material
from octave_api.engine.named_person import nickname
from octave_api.engine.own_words import own_firm
from octave_api.engine.phrase import SURE
from octave_api.engine.phrases import read_phrase
from octave_api.engine.questions import OF_US
from octave_api.engine.roles import alias, find_titles, parse_title
from octave_api.engine.sectors import are_firms
from octave_api.engine.trimming import keep_case
from octave_api.engine.who import Who
from octave_api.engine.wording import capital, lower_first, shorten

_NEXT_DEED = re.compile(r",\s+(?P<deed>[a-z]+)\s+[a-z]+")
_LONG_PAIN = 14
_OWN_NAME = re.compile(r"^[A-Z][a-zà-ÿ]+(?:,\s+|\s[–—-]\s)(?:the )?(?=\S)")
_STORY = re.compile(r"(?i)\W*(?:(?:when|whenever|if)\b|as an? .{3,60}\b(?:i|we)\b)")
_SUFFERS = re.compile(r"(?i)(?:struggle|fight|wrestle|suffer|battle|complain)s?\s")
_COMPANIES = re.compile(rf"(?i)\b{COMPANY_NOUNS}$")
Lists = Mapping[str, Sequence[Item]]

# Both kinds


def given_name(name: str, ledger: Ledger) -> str:
    """Take the name of the request as it is."""
    rule = "the name given in the request"
    ledger.claims.append(Claim(pointer="/name", text=name, origin="INFERRED", rule=rule))
    return name


def in_the_way(pain: Item) -> Item:
    """Give the sentence about a pain that follows a description's first."""
    text = f"What gets in the way: {keep_case(pain.text)}."
    suffers = _SUFFERS.match(pain.text) is not None
    deed = suffers or (
        form(pain.text) in ("base", "third") and read_phrase(pain.text).kind == "verb"
    )
    base = base_phrase(pain.text, verbal=suffers) if deed else None
    # "Order peaks in March" may be a deed or a thing, and is told as it stands.
    opening = [look_up(word.lower()) for word in pain.text.split()[:2]]
    either = len(opening) == 2 and opening[0].noun and opening[0].base and opening[1].third
    if base and (suffers or not either):
        text = f"They {lower_first(base)}."
    return pain.inferred(text, "the first of the quoted pains")


def names_its_firms(found: FoundFact) -> bool:
    """Tell whether the source names an industry by its firms: "bell foundries"."""
    words = " ".join(found.span.quote.split())
    return are_firms(words) or not label(found.fact.value)


def companies(found: FoundFact) -> str:
    """Name the companies of an industry in the source's words, if these are a plural noun."""
    words = " ".join(found.span.quote.split())
    named = _COMPANIES.search(words) or are_firms(words)
    return lower_first(words) if named else label_of(found.fact.value)


def label_of(industry: str) -> str:
    """Name the companies of an industry: "Manufacturing" -> "manufacturers"."""
    name = lower_name(industry)
    named = _COMPANIES.search(name) or (not label(industry) and own_firm(industry))
    return label(industry) or (name if named else f"{name} companies")


# Persona


def persona_name(who: Who, meant: Item | None, material: Material, ledger: Ledger) -> str:
    """
    Name the persona: by its heading among several, its title, or the own name it is given.

    Where the source names no role, it is the buyer at the companies that the source names.
    """
    return ledger.add("/name", meant or who.shown or who.own or _nobody(material))


def _nobody(material: Material) -> Item:
    rule = "the source names no role"
    trades = (one for one in find_facts(material) if one.fact.key == "industry")
    where = next((one for one in trades if not one.fact.negated), None)
    if where is None:
        return Item("Buyer", "INFERRED", None, rule)
    return Item(f"Buyer at {companies(where)}", "INFERRED", where.span, rule)


_NAME_AND_ROLE = re.compile(r"^(?P<name>\w+)(?:,\s+|\s+\(|\s+[-–—]\s+)(?:the )?(?P<role>.+?)\)?$")


def persona_alias(who: Who, shown: str, strict: bool, ledger: Ledger) -> str:
    """Give the team's alias: the source's own name, else an invented first name."""
    if who.own is not None:
        own = re.sub(r"(?<=\w) \([^()]*\)$", "", who.own.text) if "," in who.own.text else ""
        text = own or who.own.text
        named = _NAME_AND_ROLE.match(text)
        if named is not None:
            role = parse_title(named["role"]) or next(iter(find_titles(named["role"])), None)
            text = f"{named['name']} the {named['role']}" if role else named["name"]
        return ledger.add("/internalName", replace(who.own, text=text))
    if who.title is None or strict:
        return ledger.add("/internalName", Item(shown, "INFERRED", None, "the persona's name"))
    reason = "an invented first name, so that a team can speak of the persona"
    return ledger.add("/internalName", typical(alias(who.title), reason))


def persona_description(who: Who, shown: str, lists: Lists, *, strict: bool, ledger: Ledger) -> str:
    """Say what somebody does or wants, then what gets in the way or matters most."""
    plain = _OWN_NAME.sub("", shown)
    spoken = _spoken(who.title.text if who.title else re.sub(r"(?<=[a-rt-z])s$", "", plain))
    if shown.startswith("Buyer") and who.title is None:
        spoken = lower_first(shown)
    elif who.title is None and nickname(plain):
        spoken = "buyer"
    if who.at:
        spoken = f"{spoken} {who.at}"
    aims = [one for one in lists["keyObjectives"] if _is_aim(one)]
    said: list[Item] = []
    does = _does(lists["primaryResponsibilities"], spoken)
    read = read_phrase(aims[0].text, verbal=True).kind if aims else "noun"
    wanted = read not in ("noun", "unknown") and not is_measured(aims[0].text)
    wants = base_phrase(aims[0].text, verbal=commands(aims[0].text)) if wanted else None
    wants = wants and f"to {lower_first(wants)}".removeprefix("to want ")
    if does is not None:
        said.append(does)
    elif wants and len(wants.split()) <= 20:
        text = f"{capital(article(spoken))} who wants {wants}."
        said.append(aims.pop(0).inferred(text, "a summary of quoted aims"))
    elif who.shown is not None:
        text = f"{capital(article(spoken))}."
        said.append(who.shown.inferred(text, "the title that the source gives"))
    said += _second(who, lists["painPoints"], aims, strict)
    if said and said[0].text.startswith("Wants "):
        said[0] = replace(
            said[0], text=f"{capital(article(spoken))} who {lower_first(said[0].text)}"
        )
    if not said:
        text = f"{shown}: the source says little about this role."
        said.append(Item(text, "INFERRED", None, "nothing in the source describes the role"))
    return ledger.add_sentences("/description", said)


def foreign_description(shown: str, language: str, ledger: Ledger) -> str:
    """Say that a role is described in a language that is quoted, not understood."""
    text = f"{shown}: the source describes this role in {language}, quoted here in its own words."
    rule = "a source in another language than English"
    return ledger.add_sentences("/description", [Item(text, "INFERRED", None, rule)])


def _is_aim(item: Item) -> bool:
    return item.origin == "SOURCE" and len(item.text.split()) >= 3


def _does(duties: Sequence[Item], spoken: str) -> Item | None:
    """Say in one sentence what the first one or two quoted duties are."""
    phrases = [
        (item, shorten(lower_first(_one_deed(phrase)), 16))
        for item in duties
        if item.origin != "TYPICAL" and not _tells_a_story(item) and _says_a_deed(item.text)
        if (phrase := third_phrase(item.text)) and read_phrase(phrase, verbal=True).third
    ][:2]
    if not phrases:
        return None
    long = sum(len(phrase.split()) for _, phrase in phrases) > 24
    if long or (len(phrases) > 1 and phrases[1][1] in phrases[0][1]):
        phrases = phrases[:1]
    text = f"{capital(article(spoken))} who {' and '.join(phrase for _, phrase in phrases)}."
    return phrases[0][0].inferred(text, "a summary of quoted duties")


def _one_deed(phrase: str) -> str:
    """Give the first deed alone: "checks stock and calls the mill" beside another has two "and"."""
    for comma in _NEXT_DEED.finditer(phrase):
        found = look_up(comma["deed"])
        if found.base and not found.adjective and len(phrase[: comma.start()].split()) > 2:
            head = phrase[: comma.start()].partition(",")[0]
            phrase = head if len(head.split()) > 2 else phrase[: comma.start()]
            break
    return third_phrase(capital(read_phrase(phrase, verbal=True).base)) or phrase


def _tells_a_story(item: Item) -> bool:
    """Tell whether a duty is told as a wish in a situation: "When an oven fails, I want to …"."""
    return item.span is not None and bool(_STORY.match(item.span.quote))


def _says_a_deed(text: str) -> bool:
    """Tell whether a duty is surely something done, and not "Project management"."""
    found = read_phrase(text, verbal=True)
    if OF_US.search(text):
        return False
    return found.kind in ("verb", "gerund") and phrasing.duty(text).sure >= SURE


def _second(who: Who, pains: Sequence[Item], aims: Sequence[Item], strict: bool) -> Iterator[Item]:
    """Give the sentence on the first pain, else the first aim, else what is typical."""
    quoted = [one for one in pains if one.origin == "SOURCE" and _stands_after_colon(one.text)]
    if quoted:
        yield in_the_way(quoted[0])
    elif aims := [one for one in aims if can_be_told(one.text)]:
        read = read_phrase(aims[0].text, verbal=True)
        done = read.kind in ("verb", "gerund")
        base = base_phrase(aims[0].text, verbal=True) if done else None
        thing = read.counted if read.kind == "noun" else lower_first(aims[0].text)
        text = f"Cares most about {thing}."
        if is_measured(aims[0].text):
            text = f"Is aiming for {lower_first(aims[0].text)}."
        elif form(aims[0].text) == "participle":
            text = f"Is {lower_first(aims[0].text)}."
        elif base:
            text = f"Wants {f'to {lower_first(base)}'.removeprefix('to want ')}."
        yield aims[0].inferred(text, "the first of the quoted aims")
    elif who.role is not None and not strict:
        yield typical(who.role.summary, "typical of the role")


def can_be_told(aim: str) -> bool:
    """Tell whether an aim reads on after "wants" or "cares most about"."""
    found = read_phrase(aim, verbal=True)
    return found.sure >= SURE and found.kind in ("verb", "gerund", "noun", "wish")


def _stands_after_colon(text: str) -> bool:
    if form(text) not in ("noun", "gerund", "clause") or len(text.split()) > 18:
        return False
    found = read_phrase(text)
    if found.kind in ("hard", "unknown") or text.startswith("Not "):
        return False
    return found.sure >= SURE or len(text.split()) > _LONG_PAIN


def _spoken(title: str) -> str:
    """Write a title as in running text: "VP of Sales" stays, "Platform Engineer" is lowered."""
    words = title.split()
    if (
        title[:1].islower()
        or "(" in title
        or any(sum(map(str.isupper, word)) > 1 for word in words)
    ):
        return title
    return " ".join(word.lower() for word in words)

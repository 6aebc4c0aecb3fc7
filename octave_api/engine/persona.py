"""
Composing a buyer persona: the fields, the name, the description, the questions.

What the source says comes first, quoted; what follows from it is marked INFERRED; what is
typical of the role fills in only where the source is thin, and never in strict mode.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from octave_api.contract import Claim, CustomField, Gap, PersonaData
from octave_api.engine import questions as ask
from octave_api.engine.material import Material
from octave_api.engine.draft import Draft, Statement
from octave_api.engine.items import Item, Ledger, Span, merge, typical
from octave_api.engine.roles import Role, Typical, alias, role
from octave_api.engine.roles import Title, buying_roles, find_titles, parse_title, titles_in_list
from octave_api.engine.wording import article, base_phrase, capital, form, line, lower_first, shorten, squeeze, third_phrase

_RICH = 8
"""With this many quoted items, typical ones only fill fields that are empty."""
_FILL = {
    "primaryResponsibilities": 4,
    "painPoints": 3,
    "keyConcerns": 2,
    "keyObjectives": 3,
    "commonJobTitles": 4,
    "whyTheyMatterToUs": 1,
}
_GAPS = {
    "primaryResponsibilities": "What does this person do in an ordinary week?",
    "painPoints": "What makes that work hard today?",
    "keyConcerns": "What would make this person say no to a new supplier?",
    "keyObjectives": "Which result is this person measured on this year?",
    "commonJobTitles": "Which titles do people in this role carry?",
    "whyTheyMatterToUs": "What part does this person play when a purchase is decided?",
    "whyWeMatterToThem": "Which of these pains do we remove, and by how much?",
}
_GROW = re.compile(r"(?i)^(?:drive|deliver|generate|fuel|own|lead)\s+(?P<what>(?:[\w-]+\s+){0,2}?)(?P<noun>growth|expansion|savings|efficiency|adoption)\b")
_AIMS = frozenset(
    "increase improve reduce cut grow accelerate raise lower shorten maximize maximise minimize minimise optimize optimise "
    "streamline expand boost eliminate prevent modernize modernise simplify".split()
)
_OWN_NAME = re.compile(r"^(?P<name>[A-Z][a-zà-ÿ]+)(?:,|\s+\(|\s+[-–—]|\s+the\b)")
_LABEL = re.compile(r"(?i)^(?:(?:buyer|user|target|primary|secondary)\s+)?(?:persona|profile|role)\s*(?:#?\d+)?\s*[:–—-]\s*")


@dataclass(frozen=True, slots=True)
class Who:
    """Who the persona is: the title it turns on, and an own name if the source gives one."""

    title: Title | None
    shown: Item | None
    own: Item | None
    role: Role | None


def compose(material: Material, *, name: str | None, strict: bool) -> Draft:
    """Compose the persona; see `compose.generate`."""
    ledger = Ledger()
    titles = _titles(material)
    who = _who(material, titles, name)
    known = None if strict else who.role
    fields = _fields(material, titles, who)
    rich = sum(len(items) for items in fields.values()) >= _RICH
    if known is not None:
        _fill(fields, known, rich)
    shown_name = _name(who, material, name, ledger)
    alias_text = _alias(who, shown_name, strict, ledger)
    description = _description(fields, who, shown_name, strict, ledger)
    data = PersonaData(
        internal_name=alias_text,
        custom_fields=_custom(material, ledger),
        **{_snake(field): ledger.add_list(f"/data/{field}", items) for field, items in fields.items()},
    )
    chosen = _questions(material, fields, who, known)
    asked, notes = ask.write(chosen, ledger)
    gaps = [Gap(pointer=f"/data/{field}", question=_GAPS[field]) for field, items in fields.items() if _unsaid(items)]
    remarks = []
    if who.title is None:
        remarks.append("The source names no role: give the persona a name, or add a sentence that says who this is.")
    if not any(one.fit == "BAD" and one.item.origin != "TYPICAL" for one in chosen):
        remarks.append("The source excludes nobody: it supports no question that speaks against a fit.")
    return Draft(shown_name, alias_text, description, data, asked, ledger.claims, notes, gaps, remarks)


def _unsaid(items: Sequence[Item]) -> bool:
    return all(item.origin == "TYPICAL" for item in items)


def _snake(field: str) -> str:
    return re.sub(r"([A-Z])", lambda match: "_" + match[1].lower(), field)


# Titles and who it is


def _titles(material: Material) -> list[tuple[Item, Title]]:
    """Collect the titles that the source gives: lists under a heading, then headings, then prose."""
    found: list[tuple[Item, Title]] = []
    for item in material.of("commonJobTitles"):
        assert item.span is not None
        titles = titles_in_list(item.span.quote)
        for title in titles:
            found.append((_titled(item, title), title))
        if not titles and len(item.text.split()) <= 8 and item.heading:
            whole = Title(item.text, "", "", 0, len(item.span.quote))
            found.append((item, whole))
    for heading in material.reading.headings[:3]:
        quote = material.span(heading)
        for title in find_titles(quote.quote):
            found.append((Item(title.text, "SOURCE", _part(quote, title), None, 0.97), title))
    if not found:
        for statement in material.reading.statements[:12]:
            quote = material.span(statement)
            for title in find_titles(quote.quote):
                # "Senior System Administrator; Historical Society" introduces somebody.
                opens = title.start <= 2 and len(statement.text.split()) <= 10
                found.append((Item(title.text, "SOURCE", _part(quote, title), None, 0.97 if opens else 0.8), title))
    return found


def _titled(item: Item, title: Title) -> Item:
    assert item.span is not None
    return replace(item, text=title.text, span=_part(item.span, title))


def _part(span: Span, title: Title) -> Span:
    return Span(span.source, span.start + title.start, span.start + title.end, span.quote[title.start : title.end])


def _who(material: Material, titles: list[tuple[Item, Title]], name: str | None) -> Who:
    """Decide which title the persona turns on: the heading's, the first listed, the request's name."""
    own = _own_name(material)
    ranked = sorted(titles, key=lambda pair: (not pair[1].function, -(pair[0].rank if pair[0].rank > 0.96 else 0)))
    item, title = ranked[0] if ranked else (None, None)
    if title is None and name:
        guesses = find_titles(name) or ([parsed] if (parsed := parse_title(name)) else [])
        title = guesses[0] if guesses else None
    known = role(title.function, title.seniority) if title and title.function else None
    return Who(title, item, own, known)


def _own_name(material: Material) -> Item | None:
    """Find the persona's own label in the first heading: "Priyanka (Platform Engineer)"."""
    for heading in material.reading.headings[:2]:
        text = _LABEL.sub("", squeeze(heading.text))
        if _OWN_NAME.match(text) or (_LABEL.match(squeeze(heading.text)) and len(text.split()) <= 4):
            return Item(text, "SOURCE", material.span(heading), None, 1.0)
    return None


def _name(who: Who, material: Material, name: str | None, ledger: Ledger) -> str:
    if name:
        ledger.claims.append(_given("/name", name))
        return name
    if who.shown is not None:
        return ledger.add("/name", who.shown)
    if who.own is not None:
        return ledger.add("/name", who.own)
    return ledger.add("/name", typical("Buyer", "the source names no role"))


def _given(pointer: str, name: str) -> Claim:
    return Claim(pointer=pointer, text=name, origin="INFERRED", rule="the name given in the request")


def _alias(who: Who, shown: str, strict: bool, ledger: Ledger) -> str:
    if who.own is not None:
        text = re.sub(r"^(\w+)(?:,\s+|\s+\(|\s+[-–—]\s+)(.+?)\)?$", r"\1 the \2", who.own.text)
        text = ledger.add("/internalName", replace(who.own, text=text))
    elif who.title is not None and not strict:
        text = ledger.add("/internalName", typical(alias(who.title), "an invented first name, so that a team can speak of the persona"))
    else:
        text = shown
    return text


# Fields


def _fields(material: Material, titles: list[tuple[Item, Title]], who: Who) -> dict[str, list[Item]]:
    """Merge and rank the quoted items of each list, and infer what follows from them."""
    duties = list(material.of("primaryResponsibilities"))
    if len(duties) < 3:
        duties += _duties_in_prose(material, who)
    fields = {
        "primaryResponsibilities": merge(duties),
        "painPoints": merge(material.of("painPoints")),
        "keyConcerns": merge(material.of("keyConcerns")),
        "keyObjectives": merge(material.of("keyObjectives")),
        "commonJobTitles": merge(item for item, _ in titles),
        "whyTheyMatterToUs": merge(_buying(material)),
        "whyWeMatterToThem": merge(material.of("whyWeMatterToThem")),
    }
    if not fields["keyObjectives"]:
        fields["keyObjectives"] = merge(_aims(fields["primaryResponsibilities"]))[:3]
    return fields


def _duties_in_prose(material: Material, who: Who) -> Iterable[Item]:
    """Find the verb phrases of sentences about the role that no heading sorts."""
    for statement, what in material.sorted:
        if what.heading or not (find_titles(statement.text) or what.field == "primaryResponsibilities"):
            continue
        for clause in material.clauses(statement):
            if form(clause.text, verbal=True) in ("base", "third", "gerund"):
                yield _clause_item(material, clause)


def _clause_item(material: Material, clause: Statement) -> Item:
    return Item(line(clause.text, own_voice=material.own_voice), "SOURCE", material.span(clause), None, 0.7)


def _aims(duties: Sequence[Item]) -> Iterable[Item]:
    """Infer an aim from a duty that names a direction ("drive revenue growth" -> "Grow revenue")."""
    for item in duties:
        base = base_phrase(item.text, verbal=True)
        if item.origin == "TYPICAL" or base is None:
            continue
        grow = _GROW.match(base)
        if grow and grow["what"].strip():
            what = grow["what"].strip()
            text = {"growth": f"Grow {what}", "expansion": f"Expand {what}"}.get(grow["noun"], f"More {what} {grow['noun']}")
            yield item.inferred(text, "a duty that names a direction is an aim")
        elif base.split()[0].lower() in _AIMS:
            yield item.inferred(capital(base), "a duty that names a direction is an aim")


def _buying(material: Material) -> Iterable[Item]:
    """Give why they matter: what the source says, and the part they play in a purchase."""
    yield from material.of("whyTheyMatterToUs")
    for statement, what in material.sorted:
        if what.field == "whyTheyMatterToUs" or what.heading:
            continue
        roles = buying_roles(statement.text)
        if roles and len(statement.text.split()) <= 30:
            label = " and ".join(dict.fromkeys(label for label, _, _ in roles))
            yield Item(f"{capital(label)} in the purchase", "INFERRED", material.span(statement), "the sentence names a buying role", 0.6)


def _fill(fields: dict[str, list[Item]], known: Role, rich: bool) -> None:
    """Add what is typical of the role: into thin fields, or only into empty ones of a rich source."""
    entries: dict[str, Sequence[Typical]] = {
        "primaryResponsibilities": known.responsibilities,
        "painPoints": known.pains,
        "keyConcerns": known.concerns,
        "keyObjectives": known.objectives,
        "commonJobTitles": tuple(Typical(text, "a title that people in this role carry too") for text in known.titles),
        "whyTheyMatterToUs": known.why_they_matter,
    }
    for field, size in _FILL.items():
        have = fields[field]
        if have and rich:
            continue
        room = min(size, 2) if rich else size
        added = [typical(entry.text, entry.reason) for entry in entries[field]]
        known_texts = {item.text for item in have}
        new = [item for item in merge([*have, *added], limit=20) if item.text not in known_texts]
        fields[field] = [*have, *new][: max(room, len(have))]


def _custom(material: Material, ledger: Ledger) -> list[CustomField]:
    """Keep what the contract has no field for, under the heading's own name."""
    kept: list[CustomField] = []
    for title, items in list(material.custom.items())[:8]:
        pointer = f"/data/customFields/{len(kept)}/value"
        kept.append(CustomField(title=capital(squeeze(title)), value=ledger.add_list(pointer, merge(items))))
    return kept


# Description and questions


def _description(fields: dict[str, list[Item]], who: Who, shown: str, strict: bool, ledger: Ledger) -> str:
    """Write two sentences that a person would say aloud, each with the claim it rests on."""
    said: list[Item] = []
    title = who.title.text if who.title else shown
    spoken = title if who.title is None or who.title.text[:1].islower() else _spoken(title)
    duties = [item for item in fields["primaryResponsibilities"] if item.origin != "TYPICAL"]
    phrases = [(item, third_phrase(item.text)) for item in duties]
    does = [(item, lower_first(text)) for item, text in phrases if text][:2]
    does = [(item, shorten(text, 16)) for item, text in does]
    short = does if sum(len(text.split()) for _, text in does) <= 24 else does[:1]
    aims = [item for item in fields["keyObjectives"] if item.origin == "SOURCE" and len(item.text.split()) >= 3]
    wants = base_phrase(aims[0].text, verbal=True) if aims else None
    if short:
        tail = " and ".join(text for _, text in short)
        said.append(short[0][0].inferred(f"{capital(article(spoken))} who {tail}.", "a summary of quoted duties"))
    elif wants and len(wants.split()) <= 20:
        text = f"{capital(article(spoken))} who wants to {lower_first(wants)}."
        said.append(aims[0].inferred(text, "a summary of quoted aims"))
        aims = aims[1:]
    elif who.shown is not None:
        said.append(who.shown.inferred(f"{capital(article(spoken))}.", "the title that the source gives"))
    pains = [item for item in fields["painPoints"] if item.origin == "SOURCE" and _stands_after_colon(item.text)]
    if pains:
        said.append(pains[0].inferred(f"What gets in the way: {lower_first(pains[0].text)}.", "the first of the quoted pains"))
    elif aims:
        base = base_phrase(aims[0].text, verbal=True)
        text = f"Wants to {lower_first(base)}." if base else f"Cares most about {lower_first(aims[0].text)}."
        said.append(aims[0].inferred(text, "the first of the quoted aims"))
    elif who.role is not None and not strict:
        summary = who.role.summary
        said.append(typical(summary, "typical of the role"))
    if not said:
        said.append(typical(f"{shown}: the source says little about this role.", "nothing in the source describes the role"))
    return ledger.add_sentences("/description", said)


def _stands_after_colon(text: str) -> bool:
    return form(text) in ("noun", "gerund", "clause") and len(text.split()) <= 18


def _spoken(title: str) -> str:
    """Write a title as in running text: "VP of Sales" stays, "Platform Engineer" is lowered."""
    words = title.split()
    if any(sum(char.isupper() for char in word) > 1 for word in words):
        return title
    return " ".join(word.lower() for word in words)


def _questions(material: Material, fields: dict[str, list[Item]], who: Who, known: Role | None) -> list[ask.Asked]:
    """Ask from what is quoted: the source's own questions, duties, pains, aims, the title; then typical ones."""
    source = merge(material.of("qualifyingQuestions"), limit=40)
    own = [ask.from_source(item, place, "persona") for place, item in enumerate(source)]
    quoted = {field: [item for item in items if item.origin != "TYPICAL"] for field, items in fields.items()}
    wanted: list[ask.Asked] = own[: ask.MAX_QUESTIONS]
    wanted += [ask.from_duty(item, place) for place, item in enumerate(quoted["primaryResponsibilities"][:3])]
    if who.shown is not None and who.title is not None:
        wanted.append(ask.from_title(who.shown, who.title))
    wanted += [ask.from_pain(item, place, "persona") for place, item in enumerate(quoted["painPoints"][:3])]
    wanted += [ask.from_aim(item, place, "persona") for place, item in enumerate(quoted["keyObjectives"][:2])]
    wanted += [ask.from_concern(item) for item in quoted["keyConcerns"][:2]]
    fillers = [ask.from_typical(one) for one in known.questions] if known else []
    return ask.choose(wanted, fillers)

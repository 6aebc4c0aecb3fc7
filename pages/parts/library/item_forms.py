"""
Offerings, brand voices, playbooks and resources as forms, and what a filled form asks for. Pure.

A list is a text of one item a line. A change names only what is not as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pages.parts.library.forms import lines

Shape = Literal["line", "text", "list", "choice", "offering"]
ItemKind = Literal["product", "brand_voice", "playbook", "resource"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `path` is its place in the body under the contract's keys."""

    path: tuple[str, ...]
    title: str
    shape: Shape = "line"
    hint: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False
    new_only: bool = False

    @property
    def key(self) -> str:
        return "-".join(self.path)


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of thing: how it is called, what it is for, and its fields."""

    title: str
    noun: str
    about: str
    fields: tuple[Field, ...]


_PLAYBOOKS = ("CUSTOM", "COMPETITIVE", "SEGMENT", "SIGNAL", "SOLUTION", "SPECIALIST")
FORMS: dict[ItemKind, Form] = {
    "product": Form(
        "Offerings",
        "offering",
        "What you sell. Named in a request, an offering is the context of the fields that say why, "
        "and is cited like any source.",
        (
            Field(("name",), "Name", needed=True),
            Field(("type",), "Kind", "choice", choices=("PRODUCT", "SERVICE")),
            Field(("internalName",), "Internal name"),
            Field(("primaryUrl",), "Web page"),
            Field(("description",), "Description", "text"),
            Field(("summary",), "Summary", "text"),
            Field(("capabilities",), "Capabilities", "list"),
            Field(("challengesAddressed",), "Challenges addressed", "list"),
            Field(("customerBenefits",), "Benefits for customers", "list"),
            Field(("differentiatedValue",), "What makes it different", "list"),
            Field(("statusQuo",), "Without it", "list"),
        ),
    ),
    "brand_voice": Form(
        "Brand voices",
        "brand voice",
        "How you say things. Substitutes and forbidden words are applied to what is worded here, "
        "never to quotes.",
        (
            Field(("title",), "Title", needed=True),
            Field(("description",), "Description", "text"),
            Field(("essence",), "Essence", "text"),
            Field(
                ("vocabulary", "keySubstitutions"),
                "Say this instead of that",
                "list",
                "utilize -> use",
            ),
            Field(("forbiddenWords",), "Never say", "list", "synergy"),
            Field(("vocabulary", "keyCompanyTerms"), "Words of your own", "list"),
        ),
    ),
    "playbook": Form(
        "Playbooks",
        "playbook",
        "How you sell one offering to certain buyers; personas are linked to it and found by it.",
        (
            Field(("name",), "Name"),
            Field(("productOId",), "Offering", "offering", needed=True),
            Field(("type",), "Kind", "choice", choices=_PLAYBOOKS),
            Field(("description",), "Description", "text"),
            Field(("keyInsight",), "Key insight", "text"),
            Field(("context",), "Context", "text"),
        ),
    ),
    "resource": Form(
        "Resources",
        "resource",
        "Texts that a request can name as a source, by their id or name.",
        (
            Field(("name",), "Name"),
            Field(
                ("url",),
                "Web page",
                hint="Read once, now; leave empty to paste a text",
                new_only=True,
            ),
            Field(("text",), "Text", "text"),
        ),
    ),
}


def shown(form: Form, *, new: bool) -> list[Field]:
    """Give the fields to draw."""
    return [field for field in form.fields if new or not field.new_only]


def text_of(field: Field, body: Mapping[str, Any]) -> str:
    """Give what a field holds, as its widget has it."""
    found: Any = body
    for key in field.path:
        found = found.get(key) if isinstance(found, Mapping) else None
    if isinstance(found, list):
        return "\n".join(map(str, found))
    return field.choices[0] if found is None and field.choices else str(found or "")


def wrong(form: Form, typed: Mapping[str, str], *, new: bool) -> str:
    """Say what a filled form lacks, "" if nothing."""
    for field in shown(form, new=new):
        if field.needed and not typed.get(field.key, "").strip():
            return f"{field.title} is needed."
    if form.noun == "resource":
        said = [typed.get(key, "").strip() for key in ("text", "url")]
        if not any(said):
            return "Paste a text or name a web page." if new else "Text is needed."
        if all(said) and new:
            return "Give a text or a web page, not both."
    return ""


def changes(form: Form, body: Mapping[str, Any], typed: Mapping[str, str]) -> dict[str, Any]:
    """
    Give the fields that are not as they were, as the client takes them.

    Args:
        form: The form.
        body: As it was when the form was opened; empty for a new one.
        typed: By `Field.key`.
    """
    made: dict[str, Any] = {}
    for field in shown(form, new=not body):
        text = typed.get(field.key, "")
        before = text_of(field, body)
        if text == before if body else not text.strip():
            continue
        value: Any = lines(text) if field.shape == "list" else text.strip()
        if len(field.path) == 1:
            made[field.path[0]] = value
        else:
            made.setdefault(field.path[0], {})[field.path[1]] = value
    if form.noun == "resource" and not body:
        made["mode"] = "url" if "url" in made else "text"
    return made

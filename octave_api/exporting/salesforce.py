"""
Files for Salesforce: the fields to create, and the data to load into them.

Custom names end in `__c`. Personas, segments and questions become custom objects with
an external id, so that loading them again updates instead of doubling; a question
points to its entity by that id (`Persona__r.External_Id__c`, the form that Data Loader
and the Bulk API read). Contacts, leads and accounts get a picklist to say which persona
or segment they are. Several values of one field are lines of a long text area.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from octave_api.contract import (
    FIRMOGRAPHICS,
    FIT_TYPES,
    PERSONA_LISTS,
    SEGMENT_LISTS,
    WEIGHTS,
    Kind,
)
from octave_api.exporting import cells
from octave_api.exporting.files import Subject, encoded, of_kind
from octave_api.fields import internal_name, label
from octave_api.origins import note, origin

FIELDS = (
    "Object",
    "Field Label",
    "API Name",
    "Data Type",
    "Length",
    "Picklist Values",
    "External ID",
    "Unique",
    "Related To",
)
NAME_LENGTH = 80
"""What the standard field Name holds."""
TEXT_LENGTH, LONG_LENGTH = 255, 32768

_OBJECTS: dict[Kind, str] = {"persona": "Buyer_Persona__c", "segment": "Market_Segment__c"}
_QUESTION = "Qualifying_Question__c"


@dataclass(frozen=True, slots=True)
class _Field:
    """A custom field; `key` is where its value is in an entity's data."""

    label: str
    api_name: str
    type: str = "Long Text Area"
    length: int | None = LONG_LENGTH
    values: tuple[str, ...] = ()
    external: bool = False
    related: str = ""
    key: str = ""


def files(subjects: Sequence[Subject]) -> dict[str, bytes]:
    """Give the files by name; a kind that is not among the subjects has none."""
    found = {"README.txt": encoded(_README)}
    rows: list[list[object]] = []
    for kind in _OBJECTS:
        own = of_kind(subjects, kind)
        if own:
            rows += _rows(_OBJECTS[kind], _fields(kind))
            rows += _picks(kind, own)
            found[f"salesforce-{kind}s.csv"] = _records(kind, own)
    kinds = [kind for kind in _OBJECTS if of_kind(subjects, kind)]
    rows += _rows(_QUESTION, _question_fields(kinds))
    found["salesforce-fields-to-create.csv"] = cells.write(FIELDS, rows)
    found["salesforce-questions.csv"] = _questions(subjects, kinds)
    return found


_ID = _Field("External Id", "External_Id__c", "Text", 100, external=True)


def _fields(kind: Kind) -> list[_Field]:
    fields = [
        _ID,
        _Field("Full Name", "Full_Name__c", "Text", TEXT_LENGTH),
        _Field("Internal Name", "Internal_Name__c", "Text", TEXT_LENGTH),
        _Field("Description", "Description__c"),
    ]
    if kind == "persona":
        return [*fields, *(_Field(label(key), _api(key), key=key) for key in PERSONA_LISTS)]
    fields.append(_Field(label("fitExplanation"), _api("fitExplanation"), key="fitExplanation"))
    fields += [_Field(label(key), _api(key), key=f"firmographics.{key}") for key in FIRMOGRAPHICS]
    return [*fields, *(_Field(label(key), _api(key), key=key) for key in SEGMENT_LISTS)]


def _question_fields(kinds: Iterable[Kind]) -> list[_Field]:
    lookups = [
        _Field(kind.capitalize(), f"{kind.capitalize()}__c", "Lookup", None, related=_OBJECTS[kind])
        for kind in kinds
    ]
    return [
        _ID,
        *lookups,
        _Field("Question", "Question__c"),
        _Field("Rationale", "Rationale__c"),
        _Field("Fit Type", "Fit_Type__c", "Picklist", None, FIT_TYPES),
        _Field("Weight", "Weight__c", "Picklist", None, WEIGHTS),
        _Field("Spoken", "Spoken__c"),
        _Field("Listen For", "Listen_For__c"),
        _Field("Framework", "Framework__c", "Text", TEXT_LENGTH),
        _Field("Origin", "Origin__c", "Text", 40),
        _Field("Archived", "Archived__c", "Checkbox", None),
    ]


def _api(key: str) -> str:
    """Make an API name of a key of the contract: "painPoints" is "Pain_Points__c"."""
    return "_".join(word.capitalize() for word in label(key).split()) + "__c"


def _rows(where: str, fields: Iterable[_Field]) -> Iterator[list[object]]:
    for one in fields:
        yield [
            where,
            one.label,
            one.api_name,
            one.type,
            one.length,
            ";".join(one.values),
            "Yes" if one.external else "",
            "Yes" if one.external else "",
            one.related,
        ]


def _picks(kind: Kind, subjects: Sequence[Subject]) -> Iterator[list[object]]:
    """Give the picklists by which a record says which persona or segment it is."""
    names = dict.fromkeys(_line(one.entity.name, TEXT_LENGTH) for one in subjects)
    # A semicolon parts the values, so that none may hold one.
    values = tuple(name.replace(";", ",") for name in names)
    title = "Buyer Persona" if kind == "persona" else "Market Segment"
    pick = _Field(title, f"{title.replace(' ', '_')}__c", "Picklist", None, values)
    for where in ("Contact", "Lead") if kind == "persona" else ("Account", "Lead"):
        yield from _rows(where, [pick])


def _records(kind: Kind, subjects: Sequence[Subject]) -> bytes:
    fields = _fields(kind)
    rows = [
        [_line(one.entity.name, NAME_LENGTH), *(_value(one, field) for field in fields)]
        for one in subjects
    ]
    return cells.write(["Name", *(field.api_name for field in fields)], rows)


def _value(subject: Subject, field: _Field) -> str:
    entity = subject.entity
    plain = {
        "External_Id__c": entity.oid,
        "Full_Name__c": entity.name,
        "Internal_Name__c": internal_name(entity),
        "Description__c": entity.description or "",
    }
    if not field.key:
        text = plain[field.api_name]
    else:
        found: Any = entity.data.to_dict()
        for part in field.key.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        text = "\n".join(map(str, found)) if isinstance(found, list) else str(found or "")
    return text[: field.length]


def _questions(subjects: Sequence[Subject], kinds: Sequence[Kind]) -> bytes:
    columns = ["Name", "External_Id__c"]
    columns += [f"{kind.capitalize()}__r.External_Id__c" for kind in kinds]
    columns += [one.api_name for one in _question_fields([])[1:]]
    rows = []
    for subject in subjects:
        for index, one in enumerate(subject.entity.qualifying_questions):
            pointer = f"/qualifyingQuestions/{index}"
            beside = note(subject.evidence, pointer)
            rows.append(
                [
                    _line(one.question, NAME_LENGTH),
                    f"{subject.entity.oid}-q{index + 1}"[-100:],
                    *(subject.entity.oid if kind == subject.kind else "" for kind in kinds),
                    one.question[:LONG_LENGTH],
                    one.rationale[:LONG_LENGTH],
                    one.fit_type,
                    one.weight,
                    beside.spoken[:LONG_LENGTH] if beside else "",
                    beside.listen_for[:LONG_LENGTH] if beside else "",
                    beside.framework[:TEXT_LENGTH] if beside else "",
                    origin(subject.evidence, pointer) or "",
                    "TRUE" if one.archived_at else "FALSE",
                ]
            )
    return cells.write(columns, rows)


def _line(text: str, length: int) -> str:
    """Give a text on one line, cut at a word where it is longer than the field."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


_README = "\r\n".join(
    (
        "FILES FOR SALESFORCE",
        "",
        "1. salesforce-fields-to-create.csv",
        "   What to create in Setup > Object Manager: the custom objects Buyer_Persona__c,",
        "   Market_Segment__c and Qualifying_Question__c, each with a Name of the type Text, then",
        "   the fields of each row. Picklist values are parted by semicolons.",
        "   The same file lists a picklist for Contact, Lead and Account, so that a record can say",
        "   which persona or segment it is.",
        "2. salesforce-personas.csv, salesforce-segments.csv",
        "   Load with Data Loader, operation Upsert, matching on External_Id__c. UTF-8, commas.",
        "   Several values of a field are lines of its long text.",
        "3. salesforce-questions.csv",
        "   Load last: Persona__r.External_Id__c and Segment__r.External_Id__c point to the above.",
        "",
        f"Name holds {NAME_LENGTH} characters in Salesforce; a longer name is cut there and stands",
        "whole in Full_Name__c, a question in Question__c.",
        "A cell that a spreadsheet could take for a formula begins with an apostrophe.",
        "These files are text to load: nothing was sent to Salesforce.",
        "",
    )
)

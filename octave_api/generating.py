"""
From the items of a request to kept entities: read, generate, complete, save.

All or nothing: every source of every item is read before anything is
generated, and all entities are saved in one transaction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from octave_api import contract, engine
from octave_api.contract import (
    Evidence,
    GenerateItem,
    Kind,
    Persona,
    Segment,
    SegmentData,
    Source,
    SourceText,
    User,
    Workspace,
)
from octave_api.errors import FieldError, SourceError
from octave_api.identity import new_oid, timestamp
from octave_api.problems import bad_request

if TYPE_CHECKING:
    from octave_api.library import Library

ReadSource = Callable[[Source], SourceText]

MAX_FETCHES = 4
"""So many addresses of one request are read at a time."""

_PERSONA_FIELDS = (
    "internal_name",
    "primary_responsibilities",
    "pain_points",
    "key_concerns",
    "key_objectives",
    "common_job_titles",
    "why_they_matter_to_us",
    "why_we_matter_to_them",
    "custom_fields",
)
_SEGMENT_FIELDS = (
    "fit_explanation",
    "firmographics",
    "key_priorities",
    "key_considerations",
    "unique_approach",
    "custom_fields",
)
Part = TypeVar("Part", bound=contract.Open)

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def generate(
    kind: Kind,
    items: Sequence[GenerateItem],
    *,
    library: Library,
    read_source: ReadSource,
    strict: bool,
    asked_with: dict[str, Any],
) -> list[Persona | Segment]:
    """
    Make and keep one entity an item, in the order of the items.

    Args:
        kind: What to make.
        items: Each item's sources are read together.
        library: Where the entities and their evidence are kept.
        read_source: Gives a source's text, or raises `SourceError`.
        strict: Leave out what is only typical and not in a source.
        asked_with: What else the request named; kept with each entity.

    Raises:
        ProblemError: 400 with every source that cannot be read; nothing is kept.
        LibraryError: Nothing is kept.
    """
    from octave_api.library import Entry

    texts = _read_all(kind, items, read_source)
    now = timestamp()
    entries = []
    for item, sources in zip(items, texts, strict=True):
        documents = [engine.Document(source.text, source.title) for source in sources]
        draft = engine.generate(kind, documents, name=item.name, strict=strict)
        entity = _complete(kind, draft, library, now)
        evidence = Evidence(
            oid=entity.oid,
            sources=sources,
            claims=draft.claims,
            questions=draft.question_notes,
            gaps=draft.gaps,
            notes=draft.notes,
        )
        entries.append(Entry(kind, entity, evidence, asked_with))
    library.save(entries)
    return [entry.entity for entry in entries]


def _read_all(
    kind: Kind, items: Sequence[GenerateItem], read_source: ReadSource
) -> list[list[SourceText]]:
    """Give each item's sources as read, or refuse the request with all that cannot be."""
    flat = [source for item in items for source in item.sources]
    paths = [
        f"{kind}s[{i}].sources[{j}].value"
        for i, item in enumerate(items)
        for j in range(len(item.sources))
    ]

    def attempt(source: Source) -> SourceText | SourceError:
        try:
            return read_source(source)
        except SourceError as error:
            return error

    addresses = [source for source in flat if source.type == "URL"]
    if len(addresses) > 1:
        with ThreadPoolExecutor(min(MAX_FETCHES, len(addresses))) as pool:
            outcomes = list(pool.map(attempt, flat))
    else:
        outcomes = [attempt(source) for source in flat]
    bad = [
        FieldError(path, outcome.message, outcome.code)
        for path, outcome in zip(paths, outcomes, strict=True)
        if isinstance(outcome, SourceError)
    ]
    if bad:
        raise bad_request(bad, "unreadable_source")
    readable = iter([outcome for outcome in outcomes if isinstance(outcome, SourceText)])
    return [
        [_numbered(index, next(readable)) for index in range(len(item.sources))] for item in items
    ]


def _numbered(index: int, source: SourceText) -> SourceText:
    # Half of a surrogate pair fits in no file; one character for one keeps offsets right.
    whole = {
        name: _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", getattr(source, name))
        for name in ("value", "title", "text")
    }
    return source.model_copy(update={"index": index, "retrieved_at": source.retrieved_at, **whole})


def _complete(kind: Kind, draft: engine.Draft, library: Library, now: str) -> Persona | Segment:
    """Give the entity with every field that the contract's pages show."""
    common: dict[str, Any] = {
        "name": draft.name,
        "internal_name": draft.internal_name,
        "description": draft.description,
        "active": True,
        "created_at": now,
        "updated_at": now,
        "deleted_at": None,
        "archived_at": None,
        "unrecognized": False,
        "rejected": False,
        "qualifying_questions": [
            _with_all(question, ("rationale", "archived_at")) for question in draft.questions
        ],
        "user": User(oid=library.user_oid, first_name="Local", last_name="User"),
        "workspace": Workspace(oid=library.workspace_oid),
    }
    if isinstance(draft.data, SegmentData):
        segment = _with_all(draft.data, _SEGMENT_FIELDS)
        return Segment(oid=new_oid("sg"), data=segment, **common)
    persona = _with_all(draft.data, _PERSONA_FIELDS)
    return Persona(oid=new_oid("pe"), data=persona, **common)


def _with_all(part: Part, names: Sequence[str]) -> Part:
    """Mark these fields as set, so that they are written even when they are empty."""
    return part.model_copy(update={name: getattr(part, name) for name in names})

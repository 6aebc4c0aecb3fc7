"""
From the items of a request to kept entities: read, generate, complete, save.

All or nothing: every source of every item is read before anything is
generated, and all entities are saved in one transaction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from octave_api import contract, engine
from octave_api.contract import (
    Claim,
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
from octave_api.keeping.identity import new_oid, timestamp
from octave_api.revising import brand_voice
from octave_api.serving.linking import Named
from octave_api.serving.problems import bad_request

if TYPE_CHECKING:
    from octave_api.library import Author, Entry, Library

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
    named: Named,
    author: Author | None = None,
) -> list[Persona | Segment]:
    """
    Make and keep one entity an item, in the order of the items.

    Args:
        kind: What to make.
        items: Each item's sources are read together.
        library: Where the entities and their evidence are kept.
        read_source: Gives a source's text, or raises `SourceError`.
        strict: Leave out what is only typical and not in a source.
        named: What else the request named, looked up; kept with each entity.
        author: By whom.

    Raises:
        ProblemError: 400 with every source that cannot be read; nothing is kept.
        LibraryError: Nothing is kept.
    """
    paths = [
        f"{kind}s[{i}].sources[{j}].value"
        for i, item in enumerate(items)
        for j in range(len(item.sources))
    ]
    flat = iter(read_all([source for item in items for source in item.sources], paths, read_source))
    entries = []
    for item in items:
        sources = [numbered(index, next(flat)) for index in range(len(item.sources))]
        made = compose(kind, item.name, sources, library=library, strict=strict, named=named)
        entries.append(made)
    library.save(entries, author=author)
    return [entry.entity for entry in entries]


def compose(
    kind: Kind,
    name: str | None,
    sources: list[SourceText],
    *,
    library: Library,
    strict: bool,
    named: Named,
) -> Entry:
    """Make one entity with its evidence from sources as read; it is not kept yet."""
    from octave_api.keeping.rows import Entry

    documents = [engine.Document(source.text, source.title) for source in sources]
    draft = engine.generate(kind, documents, name=name, strict=strict)
    if named.offering is not None:
        offering = engine.Document(named.offering.text, named.offering.title)
        beside = engine.generate(kind, documents, name=name, strict=strict, offering=offering)
        sources = [*sources, numbered(len(sources), named.offering)]
        draft = _in_context(draft, beside)
        if kind == "segment":
            read = engine.generate("persona", documents, strict=True, offering=offering)
            draft = _fitting(draft, read.claims, len(documents))
    entity = _drafted(draft, library)
    evidence = Evidence(
        oid=entity.oid,
        sources=sources,
        claims=draft.claims,
        questions=draft.question_notes,
        gaps=draft.gaps,
        notes=draft.notes,
    )
    if named.voice is not None:
        entity, evidence = brand_voice.apply(
            entity, evidence, named.voice, given_name=name is not None
        )
    return Entry(kind, entity, evidence, named.asked_with, links=named.links)


_WHY = {
    "why_they_matter_to_us": "/data/whyTheyMatterToUs",
    "why_we_matter_to_them": "/data/whyWeMatterToThem",
    "fit_explanation": "/data/fitExplanation",
}
"""The fields that what is sold is the context of; the buyer's own are from the sources alone."""


def _in_context(draft: engine.Draft, beside: engine.Draft) -> engine.Draft:
    """Give a draft with the fields that say why, and their claims, from one with the offering."""
    pointers = tuple(_WHY.values())
    said = {name: getattr(beside.data, name) for name in _WHY if hasattr(beside.data, name)}
    kept = [one for one in draft.claims if not one.pointer.startswith(pointers)]
    claims = [*kept, *(one for one in beside.claims if one.pointer.startswith(pointers))]
    empty = {one.pointer for one in beside.gaps}
    return replace(
        draft,
        data=draft.data.model_copy(update=said),
        claims=claims,
        gaps=[one for one in draft.gaps if one.pointer not in pointers or one.pointer in empty],
    )


def _fitting(draft: engine.Draft, promised: Sequence[Claim], source: int) -> engine.Draft:
    """
    Say what the offering does for a segment, in the offering's words, where nothing else does.

    Args:
        draft: The segment's.
        promised: Claims that tell what the offering does, among others.
        source: The offering's place among the sources.
    """
    assert isinstance(draft.data, SegmentData)
    pointer = _WHY["fit_explanation"]
    if any(one.pointer == pointer and one.source == source for one in draft.claims):
        return draft
    why = _WHY["why_we_matter_to_them"]
    found = [one for one in promised if one.pointer.startswith(why) and one.source == source]
    # Whole sentences read better in prose than the heads of a list.
    found.sort(key=lambda one: len(one.text.split()) < _SENTENCE_WORDS)
    chosen = [
        one.model_copy(update={"pointer": pointer, "text": f"{one.text.rstrip('.')}."})
        for one in found[:_MAX_PROMISES]
    ]
    said = [draft.data.fit_explanation or "", *(one.text for one in chosen)]
    text = " ".join(part for part in said if part)
    return replace(
        draft,
        data=draft.data.model_copy(update={"fit_explanation": text}),
        claims=[*draft.claims, *chosen],
        gaps=[one for one in draft.gaps if one.pointer != pointer or not text],
    )


_SENTENCE_WORDS = 5
_MAX_PROMISES = 2


def read_all(
    flat: Sequence[Source], paths: Sequence[str], read_source: ReadSource
) -> list[SourceText]:
    """Give sources as read, or refuse the request with all that cannot be, by their paths."""

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
    return [outcome for outcome in outcomes if isinstance(outcome, SourceText)]


def numbered(index: int, source: SourceText) -> SourceText:
    """Give a source with its place among the others, and whole characters only."""
    # Half of a surrogate pair fits in no file; one character for one keeps offsets right.
    whole = {
        name: _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", getattr(source, name))
        for name in ("value", "title", "text")
    }
    return source.model_copy(update={"index": index, "retrieved_at": source.retrieved_at, **whole})


def complete(entity: Persona | Segment, library: Library) -> Persona | Segment:
    """Give a new entity of any origin with every field that the contract's pages show."""
    now = timestamp()
    common: dict[str, Any] = {
        "active": True,
        "created_at": now,
        "updated_at": now,
        "deleted_at": None,
        "archived_at": None,
        "unrecognized": False,
        "rejected": False,
        "qualifying_questions": [
            _with_all(question, ("rationale", "archived_at"))
            for question in entity.qualifying_questions
        ],
        "user": User(oid=library.user_oid, first_name="Local", last_name="User"),
        "workspace": Workspace(oid=library.workspace_oid),
    }
    if isinstance(entity, Segment):
        return entity.model_copy(update={**common, "data": _with_all(entity.data, _SEGMENT_FIELDS)})
    return entity.model_copy(update={**common, "data": _with_all(entity.data, _PERSONA_FIELDS)})


def _drafted(draft: engine.Draft, library: Library) -> Persona | Segment:
    common: dict[str, Any] = {
        "name": draft.name,
        "internal_name": draft.internal_name,
        "description": draft.description,
        "qualifying_questions": draft.questions,
    }
    made: Persona | Segment
    if isinstance(draft.data, SegmentData):
        made = Segment(oid=new_oid("sg"), data=draft.data, **common)
    else:
        made = Persona(oid=new_oid("pe"), data=draft.data, **common)
    return complete(made, library)


def _with_all(part: Part, names: Sequence[str]) -> Part:
    """Mark these fields as set, so that they are written even when they are empty."""
    return part.model_copy(update={name: getattr(part, name) for name in names})

"""
From the items of a request to kept entities: read, generate, complete, save.

All or nothing: every source of every item is read before anything is
generated, and all entities are saved in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from octave_api import contract, engine
from octave_api.cleaning import clean
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
from octave_api.keeping.identity import ENTITY_PREFIXES, new_oid, timestamp
from octave_api.revising import brand_voice
from octave_api.serving.linking import Named
from octave_api.serving.offered import in_context
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
        draft = in_context(draft, offering, len(documents))
        sources = [*sources, numbered(len(sources), named.offering)]
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
    """Give a source with its place among the others; cleaned, whoever read it."""
    cleaned = {name: clean(getattr(source, name)) for name in ("value", "title", "text")}
    return source.model_copy(
        update={"index": index, "retrieved_at": source.retrieved_at, **cleaned}
    )


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
        **whose(library),
    }
    if isinstance(entity, Segment):
        return entity.model_copy(update={**common, "data": _with_all(entity.data, _SEGMENT_FIELDS)})
    return entity.model_copy(update={**common, "data": _with_all(entity.data, _PERSONA_FIELDS)})


def whose(library: Library) -> dict[str, Any]:
    """Give the user and the workspace that all of a library belongs to."""
    user = User(oid=library.user_oid, first_name="Local", last_name="User")
    return {"user": user, "workspace": Workspace(oid=library.workspace_oid)}


def _drafted(draft: engine.Draft, library: Library) -> Persona | Segment:
    common: dict[str, Any] = {
        "name": draft.name,
        "internal_name": draft.internal_name,
        "description": draft.description,
        "qualifying_questions": draft.questions,
    }
    made: Persona | Segment
    if isinstance(draft.data, SegmentData):
        made = Segment(oid=new_oid(ENTITY_PREFIXES["segment"]), data=draft.data, **common)
    else:
        made = Persona(oid=new_oid(ENTITY_PREFIXES["persona"]), data=draft.data, **common)
    return complete(made, library)


def _with_all(part: Part, names: Sequence[str]) -> Part:
    """Mark these fields as set, so that they are written even when they are empty."""
    return part.model_copy(update={name: getattr(part, name) for name in names})

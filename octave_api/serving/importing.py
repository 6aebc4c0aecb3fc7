"""
Bringing entities in: each is added, becomes a new version of the one with its id, or is there
already. One change for all, so that one undo takes an import back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from octave_api.contract import Evidence, Persona, QualifyingQuestion, Segment
from octave_api.contract.library import ImportRequest, ImportResponse
from octave_api.errors import FieldError
from octave_api.keeping.identity import ENTITY_PREFIXES, new_oid
from octave_api.revising import bundles, editing
from octave_api.revising.bundles import BundleEntry, UnreadableError
from octave_api.revising.question_table import Questions, pointer
from octave_api.revising.texts import same_words
from octave_api.serving.generating import complete
from octave_api.serving.problems import bad_request, unknown

if TYPE_CHECKING:
    from octave_api.keeping.changes import Change
    from octave_api.library import Author, Entry, Library


def take_in(asked: ImportRequest, library: Library, author: Author) -> ImportResponse:
    """
    Keep what a file's text holds.

    Raises:
        ProblemError: 400 where nothing can be read, 404 where `into` is unknown.
    """
    try:
        found = bundles.read(asked.content, asked.name)
    except UnreadableError as error:
        raise bad_request([FieldError("content", str(error), "unreadable")]) from None
    answer = ImportResponse()
    with library.changing("imported", author) as change:
        for one in found:
            if isinstance(one, Questions):
                _questions(one, asked.into, change, library, answer)
            else:
                _entity(one, change, library, answer)
    if change.versions:
        answer.change_oid = change.oid
    # Set one by one above: an answer shows what was set.
    return ImportResponse(**{name: getattr(answer, name) for name in ImportResponse.model_fields})


def _questions(
    found: Questions, into: str | None, change: Change, library: Library, answer: ImportResponse
) -> None:
    from octave_api.library import Entry

    if into is None:
        made = (Segment if found.kind == "segment" else Persona)(
            oid=new_oid(ENTITY_PREFIXES[found.kind]),
            name=found.name,
            internal_name=found.name,
            description="",
            qualifying_questions=list(found.questions),
        )
        entity = complete(made, library)
        evidence = _noted(editing.by_hand(entity), found, 0)
        change.add([Entry(found.kind, entity, evidence)])
        answer.data.append(entity)
        answer.added += 1
        return
    now = change.newest(into)
    if now is None:
        raise unknown(path="into")
    before = now.entry.entity
    new = _not_there(found.questions, before.qualifying_questions)
    if not new:
        answer.unchanged += 1
        answer.notes.append(f"All questions of “{found.name}” are there already.")
        return
    update = {"qualifying_questions": [*before.qualifying_questions, *new]}
    entity = before.model_copy(update={**update, "updated_at": change.at})
    evidence = editing.keep_evidence(before, entity, now.entry.evidence)
    evidence = _noted(evidence, found, len(before.qualifying_questions), new)
    change.put(replace(now.entry, entity=entity, evidence=evidence), now)
    answer.data.append(entity)
    answer.updated += 1


def _noted(
    evidence: Evidence,
    found: Questions,
    first: int,
    taken: Sequence[QualifyingQuestion] | None = None,
) -> Evidence:
    """Add what a table says beside its questions, those taken standing from `first` on."""
    taken = found.questions if taken is None else taken
    places = {id(one): pointer(first + at) for at, one in enumerate(taken)}
    by_pointer = {pointer(at): places.get(id(one)) for at, one in enumerate(found.questions)}
    notes = [
        note.model_copy(update={"pointer": place})
        for note in found.notes
        if (place := by_pointer[note.pointer]) is not None
    ]
    return evidence.model_copy(update={"questions": [*evidence.questions, *notes]})


def _not_there(
    new: Sequence[QualifyingQuestion], there: Sequence[QualifyingQuestion]
) -> list[QualifyingQuestion]:
    kept = [one.question for one in there]
    return [one for one in new if not any(same_words(one.question, other) for other in kept)]


def _entity(found: BundleEntry, change: Change, library: Library, answer: ImportResponse) -> None:
    from octave_api.library import Entry

    entity = found.entity
    prefix = ENTITY_PREFIXES[found.kind]
    now = change.newest(entity.oid, deleted=True)
    foreign = not entity.oid.startswith(f"{prefix}_")
    if foreign or (now is not None and now.entry.kind != found.kind):
        entity, now = entity.model_copy(update={"oid": new_oid(prefix)}), None
    if entity.created_at is None:
        entity = complete(entity, library)
    if entity.deleted_at is not None:
        entity = entity.model_copy(update={"deleted_at": None})
    evidence = found.evidence or Evidence(oid=entity.oid)
    evidence = evidence.model_copy(update={"oid": entity.oid})
    entry = Entry(found.kind, entity, evidence, tags=kept_tags(found.tags))
    if now is None:
        change.add([entry])
        answer.added += 1
    elif _equal(now.entry, entry, found):
        answer.unchanged += 1
    else:
        kept = evidence if found.evidence else _kept(now.entry, entity)
        tags = entry.tags if found.tags else now.entry.tags
        change.put(replace(now.entry, entity=entity, evidence=kept, tags=tags), now)
        answer.updated += 1
    answer.data.append(entity)


def kept_tags(given: Sequence[str]) -> tuple[str, ...]:
    """Give tags as they are kept: each once, in order, without blanks around."""
    return tuple(sorted({tag.strip() for tag in given} - {""}))


def _kept(before: Entry, entity: Persona | Segment) -> Evidence:
    """Keep the evidence that still holds where an import brings none."""
    return editing.keep_evidence(before.entity, entity, before.evidence)


def _equal(now: Entry, new: Entry, found: BundleEntry) -> bool:
    if now.entity.to_dict() != new.entity.to_dict():
        return False
    if found.evidence is None:
        return True
    return now.evidence.to_dict() == new.evidence.to_dict() and set(now.tags) == set(new.tags)

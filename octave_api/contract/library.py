"""
The library's own calls, as models: search, versions, edits, tags, undo, import. Ours, under
`/api/ext`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from octave_api.contract import (
    AnyEntity,
    Closed,
    CustomFields,
    Envelope,
    Evidence,
    FitType,
    NonEmpty,
    Open,
    Source,
    Strings,
    Weight,
)

MAX_TAGS = 50
MAX_VERSION = 999_999_999
Tag = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class About(Open):
    """
    How an entity was saved last, beside the entity itself.

    `author` and `action` ("generated", "edited", "archived", …) are of its newest version;
    `links` are the ids of its offerings and its playbook.
    """

    oid: str
    kind: str
    version: int
    saved_at: str
    author: str = ""
    via: str = ""
    action: str = ""
    change_oid: str = ""
    archived: bool = False
    tags: list[str] = Field(default_factory=list)
    offerings: list[str] = Field(default_factory=list)
    playbook: str | None = None


class EntitiesResponse(Envelope):
    """Answer of `GET /api/ext/entities`: one page; `about[i]` is about `data[i]`."""

    has_next: bool = False
    total: int = 0
    data: list[AnyEntity] = Field(default_factory=list)
    about: list[About] = Field(default_factory=list)


class VersionInfo(Open):
    """One version: its number from 1, its time, who made it and how."""

    number: int
    at: str
    author: str
    via: str = ""
    action: str
    change_oid: str
    tags: list[str] = Field(default_factory=list)


class VersionsResponse(Envelope):
    """Answer of `GET /api/ext/versions?oId=…`: newest first."""

    oid: str
    data: list[VersionInfo] = Field(default_factory=list)


class VersionResponse(Envelope):
    """Answer of `GET /api/ext/version?oId=…&version=…`: a state with its evidence."""

    data: AnyEntity
    evidence: Evidence
    about: About


class Saved(Envelope):
    """What a change to one entity answers; `change_oid` undoes it."""

    data: AnyEntity
    version: int
    change_oid: str


class ChangeInfo(Open):
    """
    What was done, when and by whom; `undoable` until something of it is changed again.

    `entities` are the ids of what it touched, offerings and the like included, `names` theirs.
    """

    oid: str
    at: str
    author: str
    via: str = ""
    action: str
    undoable: bool
    entities: list[str] = Field(default_factory=list)
    names: list[str] = Field(default_factory=list)


class ChangesResponse(Envelope):
    """Answer of `GET /api/ext/changes`: newest first."""

    has_next: bool = False
    total: int = 0
    data: list[ChangeInfo] = Field(default_factory=list)


class UndoResponse(Envelope):
    """
    Entities as they are after an undo, and the ids of those that are deleted by it.

    `items` are the ids of offerings, brand voices, playbooks and resources that are as they
    were before; `gone` holds those that are deleted, too.
    """

    data: list[AnyEntity] = Field(default_factory=list)
    items: list[str] = Field(default_factory=list)
    gone: list[str] = Field(default_factory=list)
    change_oid: str


class TagCount(Open):
    """A tag, and how many entities carry it."""

    tag: str
    count: int


class TagsResponse(Envelope):
    """Answer of `GET /api/ext/tags`: by name."""

    data: list[TagCount] = Field(default_factory=list)


class ImportResponse(Envelope):
    """What an import did; `change_oid` undoes it, None where nothing was new."""

    data: list[AnyEntity] = Field(default_factory=list)
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    notes: list[str] = Field(default_factory=list)
    change_oid: str | None = None


class WorkspaceCompany(Envelope):
    """The company that is the context where no primary offering is named."""

    company: str = ""
    text: str = ""


# Requests


class EditedQuestion(Closed):
    """A question as it is to be."""

    question: NonEmpty
    rationale: str = ""
    fit_type: FitType = "GOOD"
    weight: Weight = "MEDIUM"
    archived_at: str | None = None


class EditedData(Closed, extra="allow"):
    """Fields of an entity's body as they are to be; those left out stay as they are."""

    __pydantic_extra__: dict[str, str | list[str] | dict[str, Strings] | None] = Field(init=False)
    custom_fields: CustomFields = Field(default_factory=list)


class Changes(Closed):
    """What of an entity is to be otherwise; what is left out stays as it is."""

    name: NonEmpty | None = None
    internal_name: str | None = None
    description: str | None = None
    active: bool | None = None
    data: EditedData | None = None
    qualifying_questions: list[EditedQuestion] | None = None


class EditRequest(Closed):
    """Body of `POST /api/ext/edit`; `basedOn` is the version that was edited."""

    oid: NonEmpty
    changes: Changes
    based_on: int | None = Field(default=None, ge=1, le=MAX_VERSION)


class OidRequest(Closed):
    """Body of `POST /api/ext/archive`, `unarchive` and `delete`."""

    oid: NonEmpty


class RestoreRequest(Closed):
    """Body of `POST /api/ext/restore`: make an earlier version the newest again."""

    oid: NonEmpty
    version: int = Field(ge=1, le=MAX_VERSION)


class TagRequest(Closed):
    """Body of `POST /api/ext/tag`: these and no other tags."""

    oid: NonEmpty
    tags: list[Tag] = Field(max_length=MAX_TAGS)


class DuplicateRequest(Closed):
    """Body of `POST /api/ext/duplicate`."""

    oid: NonEmpty
    name: NonEmpty | None = None


class MergeRequest(Closed):
    """Body of `POST /api/ext/merge`: the first takes in the other, which is deleted."""

    oid: NonEmpty
    other_oid: NonEmpty


class RegenerateRequest(Closed):
    """Body of `POST /api/ext/regenerate`: a new version from these sources."""

    oid: NonEmpty
    sources: list[Source] = Field(min_length=1)


class UndoRequest(Closed):
    """Body of `POST /api/ext/undo`."""

    change_oid: NonEmpty


class ImportRequest(Closed):
    """
    Body of `POST /api/ext/import`.

    `content` is a file's text: our JSON, the contract's, or a table of questions as CSV;
    `name` is the file's name; `into` is the entity that a table's questions are added to.
    """

    content: NonEmpty
    name: str = ""
    into: NonEmpty | None = None


class WorkspaceRequest(Closed):
    """Body of `POST /api/ext/workspace`."""

    company: str = ""
    text: str = ""


Archived = Literal["no", "only", "any"]
Sort = Literal["created", "updated", "name"]
ARCHIVED: tuple[Archived, ...] = ("no", "only", "any")
SORTS: tuple[Sort, ...] = ("created", "updated", "name")

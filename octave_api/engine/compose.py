"""
Composing: read the documents, sort their statements, and hand them to the persona or the segment.
"""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.contract import Kind
from octave_api.engine import persona, segment
from octave_api.engine.draft import Document, Draft
from octave_api.engine.language import remark
from octave_api.engine.material import gather


def generate(
    kind: Kind,
    documents: Sequence[Document],
    *,
    name: str | None = None,
    strict: bool = False,
    offering: Document | None = None,
) -> Draft:
    """
    Make one persona or segment from documents that are read together.

    `name` becomes the entity's name. `strict` leaves out everything TYPICAL. `offering` is
    what is being sold, context for what it means to the buyer; its sentences are cited as
    the source after the last document. The same input gives the same draft.
    """
    every = [*documents, offering] if offering is not None else list(documents)
    material = gather(kind, every, name=name, offered=offering is not None)
    compose = persona.compose if kind == "persona" else segment.compose
    draft = compose(material, name=name, strict=strict)
    draft.notes[:0] = material.remarks
    if material.language:
        draft.notes.insert(0, remark(material.language, material.kept, len(material.sorted)))
    return draft

"""
Entities as the JSON of the contract, and back again. Pure.

Written as `{"data": […]}`, the shape of every answer that holds entities: a client
of the contract reads the file as it reads an answer. What was read is what is
written: no field is added and none is lost, known to us or not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from octave_api.contract import AnyEntity
from octave_api.exporting.files import Subject, encoded
from octave_api.fields import Entity

MEDIA_TYPE = "application/json"
_ENTITIES: TypeAdapter[list[Entity]] = TypeAdapter(list[AnyEntity])
_WANTED = "It must hold a persona or a segment, or an answer of the API with some in `data`."


def write(subjects: Sequence[Subject]) -> bytes:
    """Write entities, in their order."""
    data = [subject.entity.to_dict() for subject in subjects]
    return encoded(json.dumps({"data": data}, ensure_ascii=False, indent=2) + "\n")


def read(content: bytes | str) -> list[Entity]:
    """
    Read entities from an answer of the API, from a list of them, or from a single one.

    Raises ValueError, in the user's words, when the text holds anything else.
    """
    try:
        found = json.loads(content)
    except ValueError:
        raise ValueError(f"The file is no JSON. {_WANTED}") from None
    try:
        return _ENTITIES.validate_python(_listed(found))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"] if part not in ("persona", "segment"))
        raise ValueError(f"Entry {place}: {first['msg']}. {_WANTED}") from None


def _listed(found: Any) -> list[Any]:
    if isinstance(found, dict) and "oId" not in found and "data" in found:
        found = found["data"]
    if found is None:
        return []
    return found if isinstance(found, list) else [found]

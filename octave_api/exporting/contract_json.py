"""
Entities as the JSON of the contract. Pure.

Written as `{"data": […]}`, the shape of every answer that holds entities: a client
of the contract reads the file as it reads an answer. No field is added and none is lost,
known to us or not; `revising.bundles` reads it back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from octave_api.exporting.files import Subject, encoded

MEDIA_TYPE = "application/json"


def write(subjects: Sequence[Subject]) -> bytes:
    """Write entities, in their order."""
    data = [subject.entity.to_dict() for subject in subjects]
    return encoded(json.dumps({"data": data}, ensure_ascii=False, indent=2) + "\n")

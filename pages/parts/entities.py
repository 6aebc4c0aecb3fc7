"""Personas and segments as a reader meets them, for the pages: see `octave_api.fields`."""

from __future__ import annotations

from octave_api.fields import LABELS as LABELS
from octave_api.fields import Entity as Entity
from octave_api.fields import Glance as Glance
from octave_api.fields import Line as Line
from octave_api.fields import Section as Section
from octave_api.fields import empty_fields as empty_fields
from octave_api.fields import glance as glance
from octave_api.fields import internal_name as internal_name
from octave_api.fields import kind_of as kind_of
from octave_api.fields import label as label
from octave_api.fields import pointer_name as pointer_name
from octave_api.fields import sections as sections
from octave_api.fields import typical_question as typical_question
from octave_api.fields import unique_names as unique_names
from octave_api.fields import visible as visible

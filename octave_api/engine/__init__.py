"""
The embedded engine: documents in, an entity with its evidence out.

Pure: no I/O beyond its own data files, no clock, no randomness.
"""

from octave_api.engine.compose import generate
from octave_api.engine.draft import Document, Draft, Statement
from octave_api.engine.sorting import sort

__all__ = ["Document", "Draft", "Statement", "generate", "sort"]

"""
Several files as one zip. Pure.

Names inside are safe and no two are the same on any system. The same files give the
same bytes: the time of each entry is the one that is passed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

MEDIA_TYPE = "application/zip"
_FIRST, _LAST = 1980, 2107
"""The years that a zip can name."""


def pack(files: Mapping[str, bytes], made_at: datetime) -> bytes:
    """Pack files by their path; `made_at` becomes the time of each."""
    out = io.BytesIO()
    year = min(max(made_at.year, _FIRST), _LAST)
    moment = (year, made_at.month, made_at.day, made_at.hour, made_at.minute, made_at.second)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Without it an unpacked file could be read by nobody.
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content)
    return out.getvalue()

"""What was done, when and by whom, in words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from octave_api.contract.library import About

_DONE = {
    "generated": "Generated",
    "generated again": "Generated again",
    "regenerated": "Generated again",
    "edited": "Edited",
    "updated": "Updated",
    "created": "Created",
    "archived": "Archived",
    "unarchived": "Taken out of the archive",
    "deleted": "Deleted",
    "restored": "Restored",
    "duplicated": "Duplicated",
    "merged": "Merged",
    "tagged": "Tagged",
    "imported": "Imported",
    "undone": "Undone",
    "undo": "Undone",
}


def done(action: str) -> str:
    """Say an action as a word that stands alone; an unknown one as it is."""
    return _DONE.get(action, action[:1].upper() + action[1:])


def moment(at: str) -> str:
    """Give a time of the library as a reader has it: "21 Nov 2026, 09:05 UTC"."""
    try:
        read = datetime.fromisoformat(at)
    except ValueError:
        return at
    # Kept together: a line that ends within a date is read twice.
    return f"{read:%d %b %Y, %H:%M} UTC".lstrip("0").replace(" ", "\N{NO-BREAK SPACE}")


def saved(about: About) -> tuple[str, str]:
    """Say which version it is with how and by whom it came about, and when."""
    by = f" by {about.author}" if about.author else ""
    action = done(about.action) if about.action else "Saved"
    return f"Version {about.version} · {action}{by}", moment(about.saved_at)


def names(found: Sequence[str], *, most: int = 3) -> str:
    """Join the first names, and say how many more there are."""
    shown = ", ".join(f"“{name}”" for name in found[:most])
    more = len(found) - most
    return f"{shown} and {more} more" if more > 0 else shown


def counted(count: int, one: str, several: str) -> str:
    """Say a number with its noun."""
    return f"{count:,} {one if count == 1 else several}"

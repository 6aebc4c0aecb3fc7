"""
Two versions beside one another: what was added, removed, changed and moved, and why. Pure.

Gives HTML; every text of a user comes into it through `cards.escape` or `cards.bdi`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from octave_api.revising.revisions import ChangedClaim, ChangedField, Diff
from pages.parts import cards
from pages.parts.entities import pointer_name

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_TITLES = {
    "changed": "Changed",
    "added": "Added",
    "removed": "Removed",
    "moved": "Moved to another place",
}
RESTS = "rests on another sentence"


def summary(found: Diff) -> str:
    """Say in one line how much is different."""
    counts = [(kind, sum(1 for one in found.fields if one.kind == kind)) for kind in _TITLES]
    told = [f"{count} {kind}" for kind, count in counts if count]
    if rests := len(_moved_claims(found)):
        told.append(f"{rests} on other sentences")
    if not told:
        return "Nothing that one reads is different."
    return f"{', '.join(told)}."


def html(found: Diff) -> str:
    """Give the difference as HTML, kind by kind, each text with what brought it about."""
    causes: dict[str, list[ChangedClaim]] = {}
    for one in found.claims:
        causes.setdefault(one.pointer, []).append(one)
    kinds = [*_TITLES, *sorted({one.kind for one in found.fields} - set(_TITLES))]
    parts = [
        _group(_TITLES.get(kind, kind.capitalize()), kind, own, causes)
        for kind in kinds
        if (own := [one for one in found.fields if one.kind == kind])
    ]
    if claims := _moved_claims(found):
        items = "".join(_rests(one) for one in claims)
        parts.append(f"<section><h3>The same words, from another sentence</h3><ul>{items}</ul>")
        parts.append("</section>")
    return f'<div class="ox ox-diff">{"".join(parts)}</div>' if parts else ""


def _moved_claims(found: Diff) -> list[ChangedClaim]:
    # A part of a text that was changed is told with the text.
    told = {one.pointer for one in found.fields}
    return [one for one in found.claims if one.kind == RESTS and one.pointer not in told]


def _group(
    title: str, kind: str, found: Sequence[ChangedField], causes: dict[str, list[ChangedClaim]]
) -> str:
    items = "".join(
        f'<li class="ox-{cards.escape(kind)}"><span class="ox-kind">'
        f"{cards.escape(pointer_name(one.pointer))}</span>{_texts(one)}"
        f"{_causes(one, causes)}</li>"
        for one in found
    )
    return f"<section><h3>{cards.escape(title)} ({len(found)})</h3><ul>{items}</ul></section>"


def _texts(one: ChangedField) -> str:
    before, after = said(one.before), said(one.after)
    if one.kind == "added":
        return f"<ins>{cards.bdi(after)}</ins>"
    if one.kind == "removed":
        return f"<del>{cards.bdi(before)}</del>"
    if one.kind == "moved":
        return f"{cards.bdi(after)} {_places(one)}"
    return marked(before, after)


def _places(one: ChangedField) -> str:
    numbers = [pointer.rsplit("/", 1)[-1] for pointer in (one.pointer_before or "", one.pointer)]
    if not all(number.isdecimal() for number in numbers):
        return ""
    was, now = (int(number) + 1 for number in numbers)
    return f'<span class="ox-soft ox-small">from place {was} to {now}</span>'


def said(value: object) -> str:
    """Say a value of a field."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def marked(before: str, after: str) -> str:
    """Give a changed text as HTML with the words that went and the words that came."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.4:
        return f"<del>{cards.bdi(before)}</del> <ins>{cards.bdi(after)}</ins>"
    parts: list[str] = []
    for what, left, right, start, end in matcher.get_opcodes():
        if what == "equal":
            parts.append(cards.escape("".join(old[left:right])))
            continue
        for tag, text in (("del", "".join(old[left:right])), ("ins", "".join(new[start:end]))):
            if text.strip():
                parts.append(f"<{tag}>{cards.escape(text)}</{tag}>")
            elif tag == "ins":
                parts.append(text)
    return f'<bdi dir="auto">{"".join(parts)}</bdi>'


def _causes(one: ChangedField, causes: dict[str, list[ChangedClaim]]) -> str:
    """Say what brought a change about, for each of its claims where several moved."""
    found = causes.get(one.pointer) or causes.get(one.pointer_before or "") or []
    return "".join(dict.fromkeys(_why(claim) for claim in found))


def _rests(one: ChangedClaim) -> str:
    text = one.after or one.before or ""
    return (
        f'<li><span class="ox-kind">{cards.escape(pointer_name(one.pointer))}</span>'
        f"{cards.bdi(text)}{_why(one)}</li>"
    )


def _why(one: ChangedClaim) -> str:
    return f'<span class="ox-cause">Why: {cards.bdi(one.cause)}</span>' if one.cause else ""

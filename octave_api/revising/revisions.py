"""
What changed between two states of an entity, and which sentence caused it. Pure.

Texts are compared field by field; for each that was added, removed or changed, the claims of
both states tell what it rested on then and rests on now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic import Field

from octave_api.contract import Claim, Envelope, Evidence, Open, Persona, Segment
from octave_api.revising.editing import EDITED
from octave_api.revising.sentences import ALIKE, Grounds
from octave_api.revising.texts import Place, alike, pair, places, words

FieldChange = Literal["added", "removed", "changed", "moved"]
ClaimChange = Literal["added", "removed", "reworded", "rests on another sentence"]

_SETTINGS = ("active", "archivedAt", "deletedAt")
_OF_QUESTIONS = ("rationale", "fitType", "weight", "archivedAt")


class ChangedField(Open):
    """One text or setting that is not as it was; `before` or `after` is None where it was not."""

    pointer: str
    kind: FieldChange | str
    before: Any = None
    after: Any = None
    pointer_before: str | None = None


class ChangedClaim(Open):
    """
    One text, or one claim of a longer text, whose evidence is not as it was.

    `sentence_before` and `sentence_after` are the sentences of the sources around the quotes,
    without the marks of lists and headings; `cause` says in words what brought the change about.
    """

    pointer: str
    kind: ClaimChange | str
    before: str | None = None
    after: str | None = None
    sentence_before: str | None = None
    sentence_after: str | None = None
    cause: str = ""


class Diff(Envelope):
    """Answer of `GET /api/ext/diff`: `before` and `after` are numbers of versions."""

    oid: str
    before: int
    after: int
    fields: list[ChangedField] = Field(default_factory=list)
    claims: list[ChangedClaim] = Field(default_factory=list)


State = tuple[Persona | Segment, Evidence]


def diff(oid: str, numbers: tuple[int, int], before: State, after: State) -> Diff:
    """Compare two states of an entity, each with its evidence."""
    old, new = before[0].to_dict(), after[0].to_dict()
    pairs = pair(places(old), places(new))
    fields = [*_texts(pairs), *_questions(old, new, pairs), *_settings(old, new)]
    was, now = Grounds(before[1]), Grounds(after[1])
    claims = [found for one in pairs for found in _claims(one, was, now)]
    return Diff(oid=oid, before=numbers[0], after=numbers[1], fields=fields, claims=claims)


Pair = tuple[Place | None, Place | None]


def _texts(pairs: Sequence[Pair]) -> Iterator[ChangedField]:
    stay = _in_order([(one, other) for one, other in pairs if one and other])
    for one, other in pairs:
        if one is None and other is not None:
            yield ChangedField(pointer=other.pointer, kind="added", after=other.text)
        elif other is None and one is not None:
            yield ChangedField(pointer=one.pointer, kind="removed", before=one.text)
        elif one is not None and other is not None and one.text != other.text:
            yield _changed("changed", one, other)
        elif one is not None and other is not None and other.pointer not in stay:
            yield _changed("moved", one, other)


def _changed(kind: FieldChange, one: Place, other: Place) -> ChangedField:
    return ChangedField(
        pointer=other.pointer,
        kind=kind,
        before=one.text,
        after=other.text,
        pointer_before=one.pointer,
    )


def _in_order(pairs: Sequence[tuple[Place, Place]]) -> set[str]:
    """Give the places whose texts kept their order: one that is moved up moves alone."""
    stay: set[str] = set()
    for slot in {other.slot for _, other in pairs}:
        own = [(one, other) for one, other in pairs if other.slot == slot]
        old = [one.pointer for one, _ in sorted(own, key=lambda both: _index(both[0]))]
        new = [one.pointer for one, _ in sorted(own, key=lambda both: _index(both[1]))]
        kept: set[str] = set()
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            kept |= set(new[block.b : block.b + block.size])
        stay |= {other.pointer for one, other in own if one.pointer in kept}
    return stay


def _index(place: Place) -> int:
    last = place.pointer.rsplit("/", 1)[-1]
    return int(last) if last.isdecimal() else 0


def _questions(
    old: dict[str, Any], new: dict[str, Any], pairs: Sequence[Pair]
) -> Iterator[ChangedField]:
    """Compare what stands beside the words of a question."""
    for one, other in pairs:
        if one is None or other is None or other.slot != "/qualifyingQuestions":
            continue
        was = old["qualifyingQuestions"][_index(one)]
        now = new["qualifyingQuestions"][_index(other)]
        for key in _OF_QUESTIONS:
            if was.get(key) != now.get(key):
                yield ChangedField(
                    pointer=f"{other.pointer}/{key}",
                    kind="changed",
                    before=was.get(key),
                    after=now.get(key),
                    pointer_before=f"{one.pointer}/{key}",
                )


def _settings(old: dict[str, Any], new: dict[str, Any]) -> Iterator[ChangedField]:
    for key in _SETTINGS:
        if old.get(key) != new.get(key):
            yield ChangedField(
                pointer=f"/{key}",
                kind="changed",
                before=old.get(key),
                after=new.get(key),
            )


# Claims


def _claims(both: Pair, old: Grounds, new: Grounds) -> Iterator[ChangedClaim]:
    """Give what moved of a text's evidence, claim by claim where it has several."""
    one, other = both
    place = other or one
    assert place is not None
    was = old.claims(one.pointer) if one else []
    now = new.claims(other.pointer) if other else []
    moved: list[tuple[Claim | None, Claim | None]]
    texts: list[tuple[str | None, str | None]]
    if max(len(was), len(now)) > 1 and _sentences_of(was, one) and _sentences_of(now, other):
        moved = _together(was, now)
        texts = [(_text(first), _text(last)) for first, last in moved]
    else:
        moved = [(_best(was), _best(now))]
        texts = [(one.text if one else None, other.text if other else None)]
    for (first, last), (before, after) in zip(moved, texts, strict=True):
        kind = _kind(before, after, first, last)
        if kind is None:
            continue
        sentences = old.sentence(first), new.sentence(last)
        yield ChangedClaim(
            pointer=place.pointer,
            kind=kind,
            before=before,
            after=after,
            sentence_before=sentences[0],
            sentence_after=sentences[1],
            cause=_cause(first, last, sentences, old, new),
        )


def _text(claim: Claim | None) -> str | None:
    return None if claim is None else claim.text


def _sentences_of(claims: Sequence[Claim], place: Place | None) -> bool:
    """Tell whether claims are each of a part of a text, not several of the whole of it."""
    return place is None or all(claim.text != place.text for claim in claims) or len(claims) == 1


def _together(
    was: Sequence[Claim], now: Sequence[Claim]
) -> list[tuple[Claim | None, Claim | None]]:
    """Say which claim of a text became which: the same words first, then the most alike."""
    rest = list(was)
    chosen: dict[int, Claim] = {}
    for least in (1.0, ALIKE):
        for at, claim in enumerate(now):
            if at in chosen or not rest:
                continue
            near = max(rest, key=lambda one: alike(one.text, claim.text))
            if alike(near.text, claim.text) >= least:
                chosen[at] = near
                rest.remove(near)
    pairs: list[tuple[Claim | None, Claim | None]] = [
        (chosen.get(at), claim) for at, claim in enumerate(now)
    ]
    return pairs + [(claim, None) for claim in rest]


def _kind(
    before: str | None, after: str | None, was: Claim | None, now: Claim | None
) -> ClaimChange | None:
    if before is None:
        return "added"
    if after is None:
        return "removed"
    if before != after:
        return "reworded"
    if _ground(was) != _ground(now):
        return "rests on another sentence"
    return None


def _ground(claim: Claim | None) -> tuple[str, list[str]] | None:
    """Give what a claim rests on; a quote that only moved within its source is the same."""
    return None if claim is None else (str(claim.origin), words(claim.quote or ""))


def _best(own: Sequence[Claim]) -> Claim | None:
    """Give the claim of a text that quotes something, else its first."""
    first = own[0] if own else None
    return next((claim for claim in own if claim.quote is not None), first)


def _cause(
    was: Claim | None,
    now: Claim | None,
    sentences: tuple[str | None, str | None],
    old: Grounds,
    new: Grounds,
) -> str:
    before, after = sentences
    if now is not None and (now.edited or now.origin == EDITED):
        return "A person wrote it."
    if after is not None:
        return _of_new(before, after, old, new)
    if before is not None:
        return _of_gone(before, new)
    if now is not None and now.origin == "TYPICAL":
        return "It is typical; no sentence says it."
    if now is None and was is not None and was.origin == "TYPICAL":
        return "It was only typical, and the rest takes its place."
    return ""


def _of_new(before: str | None, after: str, old: Grounds, new: Grounds) -> str:
    other = before is not None and words(before) != words(after)
    gone = before if other and before is not None and not new.has(before) else None
    if old.has(after):
        stood = f"“{after}” stood there before, and is read in another way now."
        return f"{stood} “{gone}” is gone." if gone else stood
    if gone:
        return f"“{gone}” became “{after}”"
    earlier = old.closest(after)
    return f"“{earlier}” became “{after}”" if earlier else f"“{after}” is new."


def _of_gone(before: str, new: Grounds) -> str:
    if new.has(before):
        return f"“{before}” is still there, and is read in another way now."
    later = new.closest(before)
    return f"“{before}” became “{later}”" if later else f"“{before}” is gone."

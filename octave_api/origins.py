"""
What the evidence says of an entity: origins and their words, shares, sentences in context. Pure.

All offsets count code points into a source's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from octave_api.contract import Claim, Evidence, QuestionNote, SourceText


@dataclass(frozen=True, slots=True)
class OriginMark:
    """How an origin is told to the reader: a word, and what the word means."""

    word: str
    meaning: str
    style: str


ORIGINS: dict[str, OriginMark] = {
    "SOURCE": OriginMark("Quoted", "the source's own words", "quoted"),
    "INFERRED": OriginMark(
        "Inferred", "follows from a quoted sentence by a named rule", "inferred"
    ),
    "EDITED": OriginMark("Edited", "written or reworded by a person; no source says it", "edited"),
    "TYPICAL": OriginMark(
        "Typical", "usual for such a role or market; not in the source", "typical"
    ),
}


def origin_mark(origin: str) -> OriginMark:
    """Give an origin's word; one that we do not know keeps its own."""
    known = ORIGINS.get(origin)
    return known or OriginMark(origin.capitalize() or "Unmarked", "an origin of its own", "typical")


def can_show(claim: Claim, sources: Sequence[SourceText]) -> bool:
    """Tell whether a claim's sentence can be pointed at in one of these sources."""
    if claim.source is None or claim.start is None or claim.end is None:
        return False
    text = next((source.text for source in sources if source.index == claim.source), None)
    return text is not None and 0 <= claim.start < claim.end <= len(text)


@dataclass(frozen=True, slots=True)
class Share:
    """How many claims have which origin."""

    quoted: int
    inferred: int
    typical: int
    edited: int = 0
    other: int = 0

    @property
    def total(self) -> int:
        return self.quoted + self.inferred + self.typical + self.edited + self.other

    def sentence(self) -> str:
        """Say it in one line, for example "9 of 21 claims quoted"."""
        noun = "claim" if self.total == 1 else "claims"
        return f"{self.quoted} of {self.total} {noun} quoted"

    def detail(self) -> str:
        """Say the rest: "6 follow from quoted sentences, 6 are typical of the role or market"."""
        parts = []
        if self.inferred:
            verb = "follows" if self.inferred == 1 else "follow"
            parts.append(f"{self.inferred} {verb} from quoted sentences")
        if self.edited:
            verb = "was" if self.edited == 1 else "were"
            parts.append(f"{self.edited} {verb} written by a person")
        if self.typical:
            verb = "is" if self.typical == 1 else "are"
            parts.append(f"{self.typical} {verb} typical, not in the source")
        return ", ".join(parts)


def share(claims: Iterable[Claim]) -> Share:
    """Count claims by origin."""
    counts = dict.fromkeys(ORIGINS, 0)
    other = 0
    for claim in claims:
        if claim.origin in counts:
            counts[claim.origin] += 1
        else:
            other += 1
    return Share(counts["SOURCE"], counts["INFERRED"], counts["TYPICAL"], counts["EDITED"], other)


def at(evidence: Evidence | None, pointer: str) -> list[tuple[int, Claim]]:
    """Give the claims made of one text of the entity, each with its number in `claims`."""
    if evidence is None:
        return []
    return [(n, claim) for n, claim in enumerate(evidence.claims) if claim.pointer == pointer]


def note(evidence: Evidence | None, pointer: str) -> QuestionNote | None:
    """Find what the evidence says beside a question: how to say it, what to listen for."""
    if evidence is None:
        return None
    return next((note for note in evidence.questions if note.pointer == pointer), None)


def origin(evidence: Evidence | None, pointer: str) -> str | None:
    """Give the best origin of a question's claims, None without evidence."""
    found = {str(claim.origin) for _, claim in at(evidence, pointer)}
    for known in ORIGINS:
        if known in found:
            return known
    return min(found, default=None)


@dataclass(frozen=True, slots=True)
class InContext:
    """A quoted sentence with a little of what stands around it."""

    before: str
    quote: str
    after: str


def in_context(
    claim: Claim, sources: Sequence[SourceText], *, around: int = 90
) -> InContext | None:
    """Give a claim's sentence with whole words around it, None if it has none."""
    if not can_show(claim, sources):
        return None
    source = next(source for source in sources if source.index == claim.source)
    text = source.text
    assert claim.start is not None
    assert claim.end is not None
    start, end = claim.start, claim.end
    left, right = max(0, start - around), min(len(text), end + around)
    before, after = text[left:start], text[end:right]
    # Only what stands on the same lines helps to read the sentence.
    before = before.rsplit("\n\n", 1)[-1]
    after = after.split("\n\n", 1)[0]
    if left > 0 and " " in before and len(before) == start - left:
        before = "… " + before.split(" ", 1)[1]
    if right < len(text) and " " in after and len(after) == right - end:
        after = after.rsplit(" ", 1)[0] + " …"
    return InContext(before.lstrip("\n"), text[start:end], after.rstrip("\n"))


def source_title(source: SourceText) -> str:
    """Name a source for a heading: its title, its address, or "Your text"."""
    if source.title.strip():
        return source.title.strip()
    return "Your text" if source.type == "TEXT" else source.value

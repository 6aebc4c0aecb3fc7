"""
The sentences that the texts of an entity rest on: around a quote, or a rewording of another. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property

from octave_api.contract import Claim, Evidence
from octave_api.revising.texts import words

ALIKE = 0.6
"""Sentences that share this much of their words are two wordings of one."""

_END = re.compile(r"[.!?…]+[\"”’)]*(?=\s|$)|\n")
_MARK = re.compile(r"^(?:(?:[-*+•◦▪–—]|#{1,6}|>|\d{1,3}[.)]|\[[ xX]\])\s+)+")
_LONGEST = 400


class Grounds:
    """What the texts of one state rest on; its sources are cut into sentences once for all."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    @cached_property
    def _sentences(self) -> list[tuple[str, list[str]]]:
        """Give the sentences of the sources, each with its words."""
        found = (one for source in self._evidence.sources for one in _sentences(source.text))
        return [(one, said) for one in found if (said := words(one))]

    def claims(self, pointer: str) -> list[Claim]:
        """Give the claims of the text at a place."""
        return [claim for claim in self._evidence.claims if claim.pointer == pointer]

    def sentence(self, claim: Claim | None) -> str | None:
        """Give the sentence that a claim's quote stands in."""
        if claim is None or claim.source is None or claim.start is None or claim.end is None:
            return None
        sources = self._evidence.sources
        source = next((one for one in sources if one.index == claim.source), None)
        return None if source is None else sentence_around(source.text, claim.start, claim.end)

    def has(self, sentence: str) -> bool:
        """Tell whether a sentence stands in the sources, whatever its letter case and marks."""
        sought = words(sentence)
        return any(sought == said for _, said in self._sentences)

    def closest(self, sentence: str) -> str | None:
        """Give the sentence of the sources that is a rewording of this one, if there is any."""
        sought = words(sentence)
        best, share = None, ALIKE
        for other, said in self._sentences:
            matcher = SequenceMatcher(None, sought, said, autojunk=False)
            # The cheap bounds first: a source may have thousands of sentences.
            if matcher.real_quick_ratio() >= share and matcher.quick_ratio() >= share:
                ratio = matcher.ratio()
                if ratio > share:
                    best, share = other, ratio
        return best


def sentence_around(text: str, start: int, end: int) -> str:
    """Give the sentence, or the line, that a span of a text stands in; a long one is the span."""
    begins = [match.end() for match in _END.finditer(text, max(0, start - _LONGEST), start)]
    first = begins[-1] if begins else max(0, start - _LONGEST)
    # A quote that ends with its full stop is whole already.
    stop = _END.search(text, max(start, end - 1), end + _LONGEST)
    last = stop.end() if stop else end
    found = _shown(text[first:last])
    return found if len(found) <= _LONGEST else _shown(text[start:end])


def _shown(text: str) -> str:
    """Give a sentence in one line, without the mark of a list or a heading before it."""
    return _MARK.sub("", " ".join(text.split()))


def _sentences(text: str) -> Iterator[str]:
    begin = 0
    for match in _END.finditer(text):
        yield _shown(text[begin : match.end()])
        begin = match.end()
    yield _shown(text[begin:])

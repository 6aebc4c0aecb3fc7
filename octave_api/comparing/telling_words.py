"""
The words by which lines of different kinds meet: a question and a statement, a role and a market.

Pure. They are the engine's key words without numbers and without the words that any
question is put together of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.features import stem
from octave_api.engine.items import key_words
from octave_api.scoring.lint_wording import gist

_FURNITURE = key_words(
    "do does did is are was were be been being has have had will would could should may might must "
    "they them their theirs he she his her who whom whose what which when where how why there here "
    "this that these those some any each every other another same own such no not only also either "
    "person people someone somebody company companies organisation organization business "
    "businesses team teams firm buyer customer role title job work works working say says said "
    "responsible report use uses using used run runs running make makes need needs want wants "
    "get gets take takes keep keeps give gives go goes put puts plan based active member "
    "one two three four five six seven eight nine ten many much most least less fewer over under "
    "above below about up down out off per within without between during before after until "
    "month week year day time new good bad high low large small big if so than then just very"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENOUGH = 0.8
_SHORT = 3
"""A line of so few telling words is about each of them."""


@lru_cache(maxsize=8192)
def telling_words(text: str) -> frozenset[str]:
    """Give the stems of the words that say what a line is about."""
    return frozenset(word for word in key_words(text) - _FURNITURE if not word.isdigit())


def echoes(question: str, line: str) -> bool:
    """Tell whether a line says what a question asks for: nearly all its words, and its numbers."""
    asked, said = telling_words(question), telling_words(line)
    if not asked or not gist(question).numbers <= gist(line).numbers:
        return False
    if len(asked) == 1:
        return asked <= said and len(said) <= _SHORT
    return len(asked & said) >= _ENOUGH * len(asked)


def marked(text: str, stems: frozenset[str]) -> list[tuple[str, bool]]:
    """Cut a text into runs, each with whether it is a word of these stems; joined: the text."""
    runs: list[tuple[str, bool]] = []
    end = 0
    for found in _WORD.finditer(text):
        word = found.group().casefold().replace("’", "'").removesuffix("'s")
        if stem(word) in stems:
            runs += [(text[end : found.start()], False), (found.group(), True)]
            end = found.end()
    return [run for run in [*runs, (text[end:], False)] if run[0]]

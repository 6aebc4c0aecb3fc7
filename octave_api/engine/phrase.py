"""
Phrase: what a line is read as, and the tokens that it is read by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from octave_api.engine.grammar import article

PhraseKind = Literal["verb", "gerund", "state", "noun", "clause", "how", "hard", "wish", "unknown"]
SURE = 0.6
"""From here on a reading is relied upon."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """
    One line, read.

    `text` is trimmed and begins in lower case where it may. `base`: the verb phrase in its
    base form, for "verb" and "gerund". `third`: the line stood in the third person.
    `plural`: of a noun phrase, None where it cannot be told. `countable`: a singular that
    needs an article before it; `of`: one that "of" follows.
    """

    kind: PhraseKind
    text: str
    sure: float
    base: str = ""
    third: bool = False
    plural: bool | None = None
    countable: bool = False
    of: bool = False

    @property
    def named(self) -> str:
        """Give a noun phrase with the article it needs: "the volume of orders", "a backlog"."""
        if self.of:
            return f"the {self.text}"
        return self.counted

    @property
    def counted(self) -> str:
        """Give a noun phrase with "a" where it needs one: "a team of two"."""
        return article(self.text) if self.countable else self.text


TOKEN = re.compile(r"[^\W_](?:[\w'’/&+]|[.-](?=\w))*|[^\w\s]")
"""Words with what is inside them, and single marks."""


def lowered(words: Sequence[str]) -> list[str]:
    """Give words in lower case; "IT" inside a line is a department, not a pronoun."""
    return [
        word if word == "IT" and place else word.lower().replace("’", "'")
        for place, word in enumerate(words)
    ]

"""
How a job title is written: case, spacing and number set right, "Mgr" in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.title_words import LINKS, Token, is_head, vocabulary


def shown(text: str, part: Sequence[Token]) -> str:
    """Give the display form of a title: case, spacing and number set right, "Mgr" in full."""
    raw = text[part[0].start : part[-1].end]
    letters = [c for c in raw if c.isalpha()]
    flat = all(c.islower() for c in letters) or (
        all(c.isupper() for c in letters) and sum(map(str.isalpha, raw)) > 7
    )
    pieces: list[str] = []
    end = part[0].start
    for index, token in enumerate(part):
        gap = " " if text[end : token.start].strip(" \t") == "" and token.start > end else ""
        if token.start > end and not gap:
            gap = re.sub(r"\s+", " ", text[end : token.start])
        word = _cased(re.sub(r"\s+", " ", token.text), token, flat, first=index == 0)
        pieces.append((gap if index else "") + word)
        end = token.end
    whole = "".join(pieces)
    whole = re.sub(r"(?<=[^\W_])\.(?=\s|$)|\s+(?=[,:)])|(?<=\()\s+", "", whole)
    return re.sub(r"^[a-z](?=[a-z]+\b)", lambda m: m.group().upper(), whole)


def _cased(word: str, token: Token, flat: bool, *, first: bool) -> str:
    vocab = vocabulary()
    word = "Manager" if word.lower() in ("mgr", "mgr.", "mngr") else word
    single = word
    low = word.lower()
    if is_head(token) and low.endswith("s") and low not in vocab.heads and len(low) > 2:
        single = word[:-3] + "y" if low.endswith("ies") else word[:-1]
        single = single.removesuffix("'").removesuffix("’")
    if token.norm == "vp" or token.norm in vocab.chiefs:
        single = single.replace(".", "")
    short = single.lower()
    if short in vocab.capitals and (single.islower() or flat or short in vocab.heads):
        return single.upper()
    if not flat:
        return single
    if single.lower() in LINKS and not first:
        return single.lower()
    if single.lower() == "devops":
        return "DevOps"
    return " ".join(w[:1].upper() + w[1:].lower() for w in single.split(" "))

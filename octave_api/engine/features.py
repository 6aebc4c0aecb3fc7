"""
What the classifier sees of a statement: words, stems, pairs, letters and shape.

One function for training and for use, so that the two cannot drift apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?$€£%+&/:<>]")
_NUMBER = re.compile(r"\d")
_SUFFIXES = (
    ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("fulness", "ful"),
    ("iveness", "ive"), ("ousness", "ous"), ("ically", "ic"), ("ingly", ""), ("ation", "ate"),
    ("ment", ""), ("ness", ""), ("ying", "y"), ("ied", "y"), ("ing", ""), ("edly", ""),
    ("ily", "y"), ("ed", ""), ("ly", ""),
)  # fmt: skip
_ENDINGS = tuple(suffix for suffix, _ in _SUFFIXES)
_LENGTHS = (3, 6, 12, 22)
_SHARES = (0.34, 0.75)
_PEOPLE = (
    ("I", frozenset({"i", "i'm", "my", "me", "i've", "i'd"})),
    ("we", frozenset({"we", "our", "us", "we're", "we've"})),
    ("you", frozenset({"you", "your", "you're"})),
    ("they", frozenset({"they", "their", "them"})),
    ("person", frozenset({"he", "she", "his", "her", "him"})),
)
_LAST = ("ing", "s", "ed", "tion", "er", "ly", "ment", "ity")
FAMILIES = (("c ",), ("w ", "s "), ("b ", "t "))
"""Letters, words and neighbours, by how the names begin; all other features are the last family."""
_MAX_CHARS = 1200
"""A statement longer than this is judged by its beginning."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Cut a lower-case word to a rough stem: "managing", "manages" and "manage" meet."""
    if len(word) <= 3 or word.endswith("ss"):
        return word
    if word.endswith("s") and not word.endswith(("us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    if word.endswith(_ENDINGS):
        for suffix, replacement in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: len(word) - len(suffix)] + replacement
                break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def tokens(text: str) -> tuple[str, ...]:
    """Give the lower-case words, numbers and telling signs of a text, in order."""
    return _tokens(text[:_MAX_CHARS])


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    plain = text.lower()
    if not plain.isascii():
        plain = plain.replace("’", "'").replace("‘", "'")
    found = _WORD.findall(plain)
    return tuple([word.removesuffix("'s") for word in found] if "'s" in plain else found)


def _shape(text: str, words: Sequence[str]) -> Iterator[str]:
    """Describe form rather than content."""
    yield f"len={bisect_right(_LENGTHS, len(words))}"
    stripped = text.rstrip()
    yield f"end={stripped[-1]}" if stripped and stripped[-1] in "?.!:;" else "end=none"
    if "?" in stripped[:-1]:
        yield "question inside"
    if _NUMBER.search(text):
        yield "digit"
    people = set(words)
    yield from (f"who={name}" for name, group in _PEOPLE if people & group)
    cased = text[:_MAX_CHARS].split()
    if len(cased) > 1:
        share = sum(1 for word in cased[1:] if word[:1].isupper()) / (len(cased) - 1)
        yield f"caps={bisect_right(_SHARES, share) + 1 if share else 0}"
    ending = next((one for one in _LAST if words and words[0].endswith(one)), None)
    if ending:
        yield f"first ends {ending}"
    yield f"commas={min(text.count(','), 3)}"


def of_word(word: str, kind: str) -> list[str]:
    """Give the features that one word has wherever it stands: itself, its stem, its letters."""
    root = stem("0" if word.isdigit() else word)
    padded = f"<{word}>"
    letters = [padded[i : i + size] for size in (3, 4, 5) for i in range(len(padded) - size + 1)]
    return [f"w {word}", f"s {root}", f"{kind} {root}", *(f"c {run}" for run in letters)]


def of_order(text: str, kind: str, words: Sequence[str]) -> list[str]:
    """Give the features of a statement that no word has alone: neighbours, places, shape."""
    stems = [stem("0" if word.isdigit() else word) for word in words]
    found = [f"k={kind}", *(f"# {item}" for item in _shape(text, words))]
    found += [f"b {left} {right}" for left, right in pairwise(stems)]
    found += [f"t {a} {b} {c}" for a, b, c in zip(stems, stems[1:], stems[2:], strict=False)]
    found += [f"p{position} {word}" for position, word in enumerate(stems[:3])]
    if stems:
        found.append(f"last {stems[-1]}")
        found.append("open " + " ".join(stems[:2]))
        found.append("open3 " + " ".join(stems[:3]))
    return found


def features(text: str, kind: str) -> set[str]:
    """
    Give the features of one statement as names.

    `kind` is "persona" or "segment": a word may mean another field in each.
    """
    words = tokens(text)
    found = set(of_order(text, kind, words))
    for word in set(words):
        found.update(of_word(word, kind))
    return found


def family(name: str) -> int:
    """Give the family of a feature, from 0; each family has the same say, however many it has."""
    for number, starts in enumerate(FAMILIES):
        if name.startswith(starts):
            return number
    return len(FAMILIES)

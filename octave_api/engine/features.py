"""
What the classifier sees of a statement: words, stems, pairs, letters and shape.

One function for training and for use, so that the two cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?$€£%+&/:<>]")
_NUMBER = re.compile(r"\d")
_SUFFIXES = (
    ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("fulness", "ful"), ("iveness", "ive"),
    ("ousness", "ous"), ("ically", "ic"), ("ingly", ""), ("ation", "ate"), ("ment", ""), ("ness", ""),
    ("ying", "y"), ("ied", "y"), ("ing", ""), ("edly", ""), ("ily", "y"), ("ed", ""), ("ly", ""),
)  # fmt: skip
_MAX_CHARS = 1200
"""A statement longer than this is judged by its beginning."""


def stem(word: str) -> str:
    """Cut a lower-case word to a rough stem: "managing", "manages" and "manage" meet."""
    if len(word) <= 3 or word.endswith("ss"):
        return word
    if word.endswith("s") and not word.endswith(("us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    for suffix, replacement in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: len(word) - len(suffix)] + replacement
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def tokens(text: str) -> list[str]:
    """Give the lower-case words, numbers and telling signs of a text, in order."""
    plain = text[:_MAX_CHARS].lower().replace("’", "'").replace("‘", "'")
    return [word.removesuffix("'s") for word in _WORD.findall(plain)]


def _shape(text: str, words: list[str]) -> Iterator[str]:
    """Describe form rather than content."""
    count = len(words)
    yield f"len={0 if count < 3 else 1 if count < 6 else 2 if count < 12 else 3 if count < 22 else 4}"
    stripped = text.rstrip()
    yield f"end={stripped[-1]}" if stripped and stripped[-1] in "?.!:;" else "end=none"
    if "?" in stripped[:-1]:
        yield "question inside"
    if _NUMBER.search(text):
        yield "digit"
    people = set(words)
    for name, group in (
        ("I", {"i", "i'm", "my", "me", "i've", "i'd"}),
        ("we", {"we", "our", "us", "we're", "we've"}),
        ("you", {"you", "your", "you're"}),
        ("they", {"they", "their", "them"}),
        ("person", {"he", "she", "his", "her", "him"}),
    ):
        if people & group:
            yield f"who={name}"
    cased = text[:_MAX_CHARS].split()
    capital = sum(1 for word in cased[1:] if word[:1].isupper())
    if len(cased) > 1:
        share = capital / (len(cased) - 1)
        yield f"caps={0 if share == 0 else 1 if share < 0.34 else 2 if share < 0.75 else 3}"
    if words:
        first = words[0]
        for ending in ("ing", "s", "ed", "tion", "er", "ly", "ment", "ity"):
            if first.endswith(ending):
                yield f"first ends {ending}"
                break
    yield f"commas={min(text.count(','), 3)}"


def features(text: str, kind: str) -> set[str]:
    """
    Give the features of one statement as names.

    `kind` is "persona" or "segment": a word may mean another field in each.
    """
    words = tokens(text)
    stems = [stem("0" if word.isdigit() else word) for word in words]
    found: set[str] = {f"k={kind}"}
    found.update(f"s {word}" for word in stems)
    found.update(f"w {word}" for word in words)
    found.update(f"b {left} {right}" for left, right in zip(stems, stems[1:], strict=False))
    found.update(f"t {a} {b} {c}" for a, b, c in zip(stems, stems[1:], stems[2:], strict=False))
    found.update(f"{kind} {word}" for word in stems)
    for position, word in enumerate(stems[:3]):
        found.add(f"p{position} {word}")
    if stems:
        found.add(f"last {stems[-1]}")
        found.add("open " + " ".join(stems[:2]))
        found.add("open3 " + " ".join(stems[:3]))
    for word in set(words):
        padded = f"<{word}>"
        for size in (3, 4, 5):
            found.update(f"c {padded[i : i + size]}" for i in range(len(padded) - size + 1))
    found.update(f"# {item}" for item in _shape(text, words))
    return found

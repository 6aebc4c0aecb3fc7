"""
Titles in lists, however the list is written: "CIO / CTO / VP", "Senior or Lead Engineer".

All spans count code points of the text that was given. A title that shares a word with its
neighbour ("Senior or Lead Engineer") is completed in its text; its span covers both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.engine.title_words import (
    LINKS,
    has_function,
    is_head,
    is_known,
    is_rank,
    is_whole,
    tokens,
    vocabulary,
)
from octave_api.engine.titles import Title, make, parse_title, same_place

_HARD = re.compile(r"[;\n|•·→]|->|=>|\s[-–—]\s(?=\s)|<[^<>\n]{0,40}>")
# Spaces are counted, not starred: a run of blanks must not be scanned from each of its blanks.
_SOFT = re.compile(r"\s{0,3}[,/]\s{0,3}(?:(?:and|or)\s)?|\s(?:or|and|&)\s|\s\+\s")
_LETTER = re.compile(r"[^\W\d_]")
_MOST = 6
_ENOUGH = 3
"""Titles in a list before what stands between them is taken for a department."""


def titles_in_list(text: str) -> list[Title]:
    """
    Split a list of titles, however its items are joined; items that are no title are left out.

    "Director, Revenue Ops" stays one title, "Manager/Director: Audit, Ethics" becomes four.
    """
    found: list[Title] = []
    at = 0
    for mark in [*_HARD.finditer(text), None]:
        end = mark.start() if mark else len(text)
        found.extend(same_place(title, at) for title in _in_item(text[at:end]))
        at = mark.end() if mark else end
    return found


def _in_item(text: str) -> list[Title]:
    pieces = _pieces(text)
    found: list[Title] = []
    left: list[Piece] = []
    index = 0
    while index < len(pieces):
        size, titles = _read(text, pieces, index)
        found.extend(titles)
        if not titles:
            left.append(pieces[index])
        index += size
    if found and left:
        found.extend(t for t in (_bare_head(text, piece, found) for piece in left) if t)
        found.sort(key=lambda title: title.start)
    if left and len(found) >= _ENOUGH:
        found.extend(_department(text, piece) for piece in left if _is_department(text, piece))
        found.sort(key=lambda title: title.start)
    return found


def _bare_head(text: str, piece: Piece, beside: Sequence[Title]) -> Title | None:
    """Read one word that is a title only among others: "Principal" beside "Head of School"."""
    words = [t for t in tokens(text[piece[0] : piece[1]]) if t.norm]
    if len(words) != 1 or not is_head(words[0]) or not words[0].capital or is_rank(words[0]):
        return None
    near = next((title for title in beside if title.function), None)
    if near is None:
        return None
    title = make(text[piece[0] : piece[1]], words)
    seniority = near.seniority if words[0].norm == "principal" else title.seniority
    return same_place(replace(title, seniority=seniority, function=near.function), piece[0])


def _is_department(text: str, piece: Piece) -> bool:
    """Whether a piece between titles is the name of a department: "/ Product Development /"."""
    start, end, mark = piece
    words = [t for t in tokens(text[start:end]) if t.norm]
    beside = text[:start].rstrip()[-1:] + mark.strip()
    named = 1 < len(words) <= 3 and all(t.capital and is_known(t) for t in words)
    return named and "/" in beside and _field(text, start, end)


def _department(text: str, piece: Piece) -> Title:
    words = [t for t in tokens(text[piece[0] : piece[1]]) if t.norm]
    title = make(text[piece[0] : piece[1]], words)
    return same_place(Title(title.text, "", title.function, title.start, title.end), piece[0])


Piece = tuple[int, int, str]
"""Start and end of a piece, and the mark that follows it ("" at the end)."""


def _pieces(text: str) -> list[Piece]:
    """Cut at commas, slashes and conjunctions outside brackets."""
    depth, inside = 0, bytearray(len(text) + 1)
    for index, char in enumerate(text) if "(" in text else ():
        depth = max(0, depth + (char == "(") - (char == ")"))
        inside[index] = depth > 0
    pieces: list[Piece] = []
    at = 0
    for mark in _SOFT.finditer(text):
        if inside[mark.start()] or mark.start() == at == 0:
            continue
        pieces.append((at, mark.start(), mark.group()))
        at = mark.end()
    return [*pieces, (at, len(text), "")]


def _read(text: str, pieces: Sequence[Piece], index: int) -> tuple[int, list[Title]]:
    """Read the titles that begin at a piece; gives how many pieces they take."""
    if not _LETTER.search(text, *pieces[index][:2]):
        return 1, []
    for reader in (_owner_too, _ranks_then_fields, _shared_head, _one_over_marks):
        size, titles = reader(text, pieces, index)
        if size:
            return size, titles
    start, end, _ = pieces[index]
    title = _single(text, start, end)
    if title is None:
        return 1, []
    titles = [title]
    size = 1
    while index + size < len(pieces) and (twin := _same_field(text, pieces, index + size, title)):
        titles.append(twin)
        size += 1
    return size, titles


def _single(text: str, start: int, end: int) -> Title | None:
    title = parse_title(text[start:end])
    if title is None and (colon := text.rfind(":", start, end)) >= 0:
        start = colon + 1
        title = parse_title(text[start:end])
    return same_place(title, start) if title else None


def _joins(mark: str) -> bool:
    """Whether a mark says that both sides share a word: "or", "and", a slash, not a comma."""
    return "," not in mark and bool(mark.strip())


def _bare_rank(text: str, piece: Piece) -> bool:
    """Whether a piece is a rank without a field: "VP", "Senior Director", "Manager of:"."""
    words = [t for t in tokens(text[piece[0] : piece[1]]) if t.norm and t.norm != "of"]
    ranked = bool(words) and len(words) <= 3 and is_rank(words[-1])
    ranked = ranked and words[-1].norm not in ("lead", "teamlead")
    return ranked and not has_function(words) and not is_whole(words[-1])


def _field(text: str, start: int, end: int) -> bool:
    """Whether a span names a field of work and no job: "Revenue Ops (EMEA)"."""
    words = [t for t in tokens(text[start:end]) if t.norm]
    return (
        0 < len(words) <= 6
        and not any(is_head(t) for t in words)
        and (has_function(words) or all(is_known(t) for t in words))
        and all(is_known(t) or t.capital or t.norm in LINKS for t in words)
    )


def _owner_too(text: str, pieces: Sequence[Piece], index: int) -> tuple[int, list[Title]]:
    """Read "Yard supervisor/owner", "Owner/operator", "Founder/CEO": one person who is both."""
    start, _, mark = pieces[index]
    if mark.strip() not in ("/", "&") or index + 1 == len(pieces):
        return 0, []
    plain = [text[a:b].partition("(")[0] for a, b, _ in pieces[index : index + 2]]
    beside = [[t for t in tokens(one) if t.norm] for one in plain]
    founder = beside[0][-1:] and beside[0][-1].norm in ("founder", "cofounder", "co-founder")
    if founder and len(beside[1]) == 1 and beside[1][0].norm in vocabulary().chiefs:
        both = _single(text, start, pieces[index + 1][1])
        return (2, [both]) if both else (0, [])
    if mark != "/":
        return 0, []
    owner = [[t.norm for t in words] == ["owner"] for words in beside]
    other = beside[owner[0]]
    if sum(owner) != 1 or len(other) > _ENOUGH or any(map(is_whole, other)):
        return 0, []
    whole = _single(text, start, pieces[index + 1][1])
    return (2, [whole]) if whole else (0, [])


_FIELD_AFTER = re.compile(r"\s{0,3}(?::|[-–—]\s|\bof\b:?|\bfor\b)\s{0,3}")


def _ranks_then_fields(text: str, pieces: Sequence[Piece], index: int) -> tuple[int, list[Title]]:
    """Read "Director or VP App Development" and "Director: Audit, Ethics": ranks, then fields."""
    ranks: list[Piece] = []
    size = 0
    while (
        size < _MOST
        and index + size + 1 < len(pieces)
        and _bare_rank(text, pieces[index + size])
        and _joins(pieces[index + size][2])
    ):
        ranks.append(pieces[index + size])
        size += 1
    start, end, _ = pieces[index + size]
    colon = next((m for m in _FIELD_AFTER.finditer(text, start, end)), None)
    if colon and _bare_rank(text, (start, colon.start(), "")):
        fields = [(colon.end(), end)]
        ranks.append((start, colon.start(), ""))
        between = " of " if "of" in colon.group() else ", "
        listed = ":" in colon.group()
        while listed and len(fields) < _MOST and index + size + 1 < len(pieces):
            nearby = pieces[index + size + 1]
            if not _field(text, *nearby[:2]):
                break
            fields.append(nearby[:2])
            size += 1
        if len(ranks) == 1 and len(fields) == 1 and not listed:
            return 0, []
        if not all(_field(text, *field) for field in fields):
            return 0, []
        made = [_composed(text, rank[:2], field, between) for rank in ranks for field in fields]
        return size + 1, [title for title in made[: 2 * _MOST] if title]
    title = _single(text, start, end)
    if ranks and title and has_function(tokens(text[start:end])):
        words = tokens(text[start:end])
        if is_rank(words[0]) and len(words) > 1:
            field = (words[1].start + start, title.end)
            link = " of " if words[1].norm == "of" else ", " if not words[1].norm else " "
            field = (start + words[2].start, title.end) if link != " " and len(words) > 2 else field
            made = [_composed(text, rank[:2], field, link) for rank in ranks]
            return size + 1, [*(t for t in made if t), title]
        if len(ranks) == 1 and _joins(pieces[index][2]):
            return 0, []
    return 0, []


def _composed(text: str, rank: tuple[int, int], field: tuple[int, int], link: str) -> Title | None:
    """Make a title of a rank here and a field there; its span runs over both."""
    title = parse_title(
        f"{text[rank[0] : rank[1]].strip(' :-–—')}{link}{text[field[0] : field[1]]}"
    )
    if title is None:
        return None
    start, end = min(rank[0], field[0]), max(rank[1], field[1])
    return _covering(text, title, start, end)


def _covering(text: str, title: Title, start: int, end: int) -> Title:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    return Title(title.text, title.seniority, title.function, start, start + len(raw.strip()))


def _shared_head(text: str, pieces: Sequence[Piece], index: int) -> tuple[int, list[Title]]:
    """Read "Senior or Lead Engineer" and "Tech or Engineering Lead": one noun, two beginnings."""
    start, end, mark = pieces[index]
    if index + 1 == len(pieces) or not (mark == "/" or mark.strip() in ("or", "and", "&")):
        return 0, []
    words = tokens(text[start:end])
    fits = 0 < len(words) <= 2 and all(is_known(t) or t.norm == "chief" for t in words)
    following = _single(text, *pieces[index + 1][:2])
    tight = "/" in mark and mark.strip(" ") == mark and "or" not in mark
    both = mark.strip() in ("and", "&") or tight
    if not fits or following is None or _bare_rank(text, pieces[index]):
        return 0, []
    if _single(text, start, end):
        return 0, []
    if any(is_head(t) and t.norm not in ("lead", "head", "principal", "associate") for t in words):
        return 0, []
    rest = tokens(text[following.start : following.end])
    if both and (tight or words[-1].norm != "lead"):
        whole = _single(text, start, pieces[index + 1][1])
        return (2, [whole]) if whole else (0, [])
    if len(rest) < 2:
        return 0, []
    if words[-1].norm == "chief" and rest[0].norm == "head":
        rest = rest[1:]
    tail = text[following.start + rest[1].start : following.end]
    if rest[1].norm == "of" and len(rest) > 2:
        tail = text[following.start + rest[2].start : following.end]
    officer = " Officer" if words[-1].norm == "chief" and not is_head(rest[-1]) else ""
    title = parse_title(f"{text[start:end].strip()} {tail}{officer}")
    if title is None:
        return 0, []
    return 2, [_covering(text, title, start, following.end), following]


def _one_over_marks(text: str, pieces: Sequence[Piece], index: int) -> tuple[int, list[Title]]:
    """Read "Director, Revenue Ops (EMEA)" and "VP of Sales and Marketing" as one title each."""
    start, end, _ = pieces[index]
    own = _single(text, start, end)
    size = 1
    ranked_first = bool(own) and _rank_first(text, pieces[index])
    while own and ranked_first and index + size < len(pieces) and size < 4:
        mark = pieces[index + size - 1][2]
        comma = "," in mark and not _bare_rank(text, (start, end, ""))
        near = pieces[index + size]
        if comma or mark.strip() == "or" or not _field(text, *near[:2]):
            break
        joined = _single(text, start, near[1])
        if joined is None:
            break
        own, end = joined, near[1]
        size += 1
    return (size, [own]) if own and size > 1 else (0, [])


def _rank_first(text: str, piece: Piece) -> bool:
    words = [t for t in tokens(text[piece[0] : piece[1]]) if t.norm]
    while words and words[0].norm in ("senior", "executive", "deputy", "assistant", "associate"):
        words = words[1:]
    return bool(words) and is_rank(words[0]) and not is_whole(words[0])


def _same_field(text: str, pieces: Sequence[Piece], index: int, title: Title) -> Title | None:
    """Read the second of "IT Managers/Directors", "System Admin/Engineer", "VP of IT or Data"."""
    start, end, _ = pieces[index]
    mark = pieces[index - 1][2]
    if not _joins(mark):
        return None
    words = [t for t in tokens(text[start:end]) if t.norm]
    before = [t for t in tokens(text[title.start : title.end]) if t.norm]
    tight = mark == "/" or mark.strip() == "or"
    if not tight and mark.strip() not in ("and", "&"):
        return None
    if len(words) == 1 and is_head(words[0]) and len(before) > 1 and is_head(before[-1]):
        ranked = _bare_rank(text, pieces[index]) and has_function(before)
        if (ranked or tight) and not is_head(before[-2]) and not is_whole(words[0]):
            stem = text[title.start : title.start + before[-1].start]
            return _over(text, f"{stem}{words[0].text}", title.start, end)
    if (
        mark.strip() == "or"
        and _field(text, start, end)
        and _rank_first(text, (title.start, title.end, ""))
    ):
        stem = text[title.start : title.start + before[0].end]
        return _over(text, f"{stem} of {text[start:end].strip()}", title.start, end)
    return None


def _over(text: str, words: str, start: int, end: int) -> Title | None:
    title = parse_title(words)
    return _covering(text, title, start, end) if title else None

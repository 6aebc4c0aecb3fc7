"""
Titles inside a longer text: lists such as "CIO / CTO / VP", prose, and the parts in a purchase.

All spans count code points of the text that was given. A title that shares a word with its
neighbour ("Senior or Lead Engineer") is completed in its text; its span covers both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.titles import (
    LINKS,
    Title,
    Token,
    has_function,
    is_head,
    is_known,
    is_rank,
    make,
    parse_title,
    same_place,
    tokens,
    vocabulary,
)

_HARD = re.compile(r"[;\n|•·→]|->|=>|\s[-–—]\s(?=\s)|<[^<>\n]{0,40}>")
_SOFT = re.compile(r"\s*[,/]\s*(?:and\b|or\b)?\s*|\s+(?:or|and|&)\s+|\s*\+\s+")
_MAX_PIECES = 200


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
    index = 0
    while index < len(pieces):
        size, titles = _read(text, pieces, index)
        found.extend(titles)
        index += size
    return found


Piece = tuple[int, int, str]
"""Start and end of a piece, and the mark that follows it ("" at the end)."""


def _pieces(text: str) -> list[Piece]:
    """Cut at commas, slashes and conjunctions outside brackets."""
    depth, inside = 0, bytearray(len(text) + 1)
    for index, char in enumerate(text):
        depth = max(0, depth + (char == "(") - (char == ")"))
        inside[index] = depth > 0
    pieces: list[Piece] = []
    at = 0
    for mark in _SOFT.finditer(text):
        if inside[mark.start()] or len(pieces) == _MAX_PIECES or mark.start() == at == 0:
            continue
        pieces.append((at, mark.start(), mark.group()))
        at = mark.end()
    return [*pieces, (at, len(text), "")]


def _read(text: str, pieces: Sequence[Piece], index: int) -> tuple[int, list[Title]]:
    """Read the titles that begin at a piece; gives how many pieces they take."""
    for reader in (_ranks_then_fields, _shared_head, _one_over_marks):
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
    return same_place(title, start) if title else None


def _joins(mark: str) -> bool:
    """Whether a mark says that both sides share a word: "or", "and", a slash, not a comma."""
    return "," not in mark and bool(mark.strip())


def _bare_rank(text: str, piece: Piece) -> bool:
    """Whether a piece is a rank without a field: "VP", "Senior Director", "Manager of:"."""
    words = [t for t in tokens(text[piece[0] : piece[1]]) if t.norm and t.norm != "of"]
    ranked = bool(words) and len(words) <= 3 and is_rank(words[-1])
    ranked = ranked and words[-1].norm not in ("lead", "teamlead")
    return ranked and not has_function(words) and not _whole(words[-1])


def _whole(token: Token) -> bool:
    """Whether a rank stands for itself, as "CEO" or "Founder" do."""
    return vocabulary().heads.get(token.norm) == "executive" and token.norm != "executive"


def _field(text: str, start: int, end: int) -> bool:
    """Whether a span names a field of work and no job: "Revenue Ops (EMEA)"."""
    words = [t for t in tokens(text[start:end]) if t.norm]
    return (
        0 < len(words) <= 6
        and not any(is_head(t) for t in words)
        and (has_function(words) or all(is_known(t) for t in words))
        and all(is_known(t) or t.capital or t.norm in LINKS for t in words)
    )


_FIELD_AFTER = re.compile(r"\s*(?::|[-–—]\s|\bof\b:?|\bfor\b)\s*")


def _ranks_then_fields(text: str, pieces: Sequence[Piece], index: int) -> tuple[int, list[Title]]:
    """Read "Director or VP App Development", "Mgr / Director - App Dev", "Director: Audit, Ethics"."""
    ranks: list[Piece] = []
    size = 0
    while (
        index + size + 1 < len(pieces)
        and _bare_rank(text, pieces[index + size])
        and _joins(pieces[index + size][2])
    ):
        ranks.append(pieces[index + size])
        size += 1
    start, end, mark = pieces[index + size]
    colon = next((m for m in _FIELD_AFTER.finditer(text, start, end)), None)
    if colon and _bare_rank(text, (start, colon.start(), "")):
        fields = [(colon.end(), end)]
        ranks.append((start, colon.start(), ""))
        between = " of " if "of" in colon.group() else ", "
        listed = ":" in colon.group()
        while listed and index + size + 1 < len(pieces):
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
        return size + 1, [title for title in made[:12] if title]
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
    title = parse_title(f"{text[rank[0]:rank[1]].strip(' :-–—')}{link}{text[field[0]:field[1]]}")
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
    if index + 1 == len(pieces) or not _joins(mark):
        return 0, []
    words = tokens(text[start:end])
    fits = 0 < len(words) <= 2 and all(is_known(t) or t.norm == "chief" for t in words)
    following = _single(text, *pieces[index + 1][:2])
    tight = "/" in mark and not mark.strip(" ") != mark and "or" not in mark
    both = mark.strip() in ("and", "&") or tight
    if not fits or following is None or _bare_rank(text, pieces[index]):
        return 0, []
    if _single(text, start, end):
        return 0, []
    if any(is_head(t) and t.norm not in ("lead", "head", "principal", "associate") for t in words):
        return 0, []
    rest = tokens(text[following.start : following.end])
    if both and (tight or not words[-1].norm == "lead"):
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
    return bool(words) and is_rank(words[0]) and not _whole(words[0])


def _same_field(text: str, pieces: Sequence[Piece], index: int, title: Title) -> Title | None:
    """Read the second of "IT Managers/Directors", "System Admin/Engineer", "VP of IT or Data"."""
    start, end, _ = pieces[index]
    mark = pieces[index - 1][2]
    if not _joins(mark):
        return None
    words = [t for t in tokens(text[start:end]) if t.norm]
    before = [t for t in tokens(text[title.start : title.end]) if t.norm]
    tight = mark == "/"
    if len(words) == 1 and is_head(words[0]) and len(before) > 1 and is_head(before[-1]):
        ranked = _bare_rank(text, pieces[index]) and has_function(before)
        if (ranked or tight) and not is_head(before[-2]) and not _whole(words[0]):
            stem = text[title.start : title.start + before[-1].start]
            return _over(text, f"{stem}{words[0].text}", title.start, end)
    if mark.strip() == "or" and _field(text, start, end) and _rank_first(
        text, (title.start, title.end, "")
    ):
        stem = text[title.start : title.start + before[0].end]
        return _over(text, f"{stem} of {text[start:end].strip()}", title.start, end)
    return None


def _over(text: str, words: str, start: int, end: int) -> Title | None:
    title = parse_title(words)
    return _covering(text, title, start, end) if title else None


# Prose

_BARE = frozenset(
    "developer programmer recruiter accountant designer nurse physician clinician pharmacist "
    "marketer teacher professor sre sdr bdr csm dba sysadmin engineer founder architect auditor "
    "bookkeeper paralegal sdet tester seller copywriter librarian".split()
)
_WHOLE_JOBS = frozenset(
    "generalcounsel managingdirector managingpartner generalmanager executivedirector chargenurse "
    "scrummaster chiefofstaff".split()
)
_GENERIC = frozenset(
    "team teams professional professionals department departments organization organizations "
    "organisation organisations office offices role roles group groups title titles persona "
    "personas level buyer buyers people company companies function functions world".split()
)
_STOPS = frozenset(
    "the a an our your their his her its my this that these those each every all any some most "
    "many when if as for with by from to in on at of and or but while since because".split()
)


def find_titles(text: str) -> list[Title]:
    """
    Find the titles named in prose, precise rather than greedy.

    "VP of Sales professionals who manage…" has "VP of Sales"; "password manager", "heads" and
    "leads the team" are no titles, and neither is a field of work alone.
    """
    words = tokens(text)
    found: list[Title] = []
    done = 0
    for index, token in enumerate(words):
        if index < done or not (is_head(token) or token.norm == "chief"):
            continue
        first, last = _left(words, index, done), _right(text, words, index)
        part = words[first:last]
        if _named(words, part, index) and parse_title(text[part[0].start : part[-1].end]):
            found.append(make(text, part))
            done = last
    return found


def _touching(left: Token, right: Token) -> bool:
    return 0 <= right.start - left.end <= 1


def _left(words: Sequence[Token], head: int, done: int) -> int:
    """Give where the words before a head begin."""
    first = head
    for index in range(head - 1, max(done, head - 5) - 1, -1):
        token, after = words[index], words[index + 1]
        if not _touching(token, after) or token.norm in _GENERIC:
            break
        strange = token.norm and not is_known(token)
        if token.text in ("&", "/") or (token.norm == "and" and after.capital):
            before = words[index - 1] if index > done else None
            if not (before and is_known(before) and _touching(before, token)):
                break
            if is_head(before) or (token.norm == "and" and before.norm not in _fields()):
                break
            continue
        if not token.norm or token.norm in _STOPS or token.norm in LINKS:
            break
        if is_head(token) and token.norm not in _PREFIXES:
            break
        opening = index == 0 or words[index - 1].text in ".!?:;"
        if strange and not (token.capital and words[head].capital and not opening):
            break
        if token.norm in vocabulary().verbs and (opening or not is_known(token)):
            break
        first = index
    return first


_PREFIXES = frozenset({"lead", "principal", "associate", "assistant", "executive", "head", "chief"})


def _fields() -> frozenset[str]:
    return vocabulary().known - vocabulary().scope


def _right(text: str, words: Sequence[Token], head: int) -> int:
    """Give where the words after a head end: "of Sales and Marketing", ", Revenue Ops (EMEA)"."""
    token = words[head]
    if token.norm == "chief":
        return _chief_end(words, head)
    if not is_rank(token) or _whole(token):
        return head + 1
    end = head + 1
    index = head + 1
    if index < len(words) and words[index].norm in ("of", "for"):
        index += 1
    elif index < len(words) and words[index].text == "," and token.capital:
        index += 1
        if index < len(words) and not words[index].capital:
            return end
    elif token.norm == "head" or not token.capital:
        return end
    start = index
    while index < len(words) and index < head + 8:
        word = words[index]
        if index > start and not _touching(words[index - 1], word):
            break
        link = word.norm == "and" or word.text in ("&", "/")
        if link:
            after = words[index + 1] if index + 1 < len(words) else None
            if index == start or after is None or after.norm not in _fields() or is_head(after):
                break
            if word.norm == "and" and not after.capital and not _closes(words, index + 2):
                break
        elif not word.norm or word.norm in _GENERIC or is_head(word):
            break
        elif not is_known(word) and not (
            word.capital and token.capital and word.norm not in _STOPS
        ):
            break
        index += 1
    part = words[start:index]
    if not part or not has_function(part) and not (part[0].capital and words[start - 1].norm):
        return end
    while words[index - 1].norm == "and" or not words[index - 1].norm:
        index -= 1
    if index + 2 < len(words) and words[index].text == "(" and words[index + 2].text == ")":
        index += 3 if words[index + 1].norm in vocabulary().scope else 0
    return index


def _closes(words: Sequence[Token], index: int) -> bool:
    """Whether a phrase is over at a word, so that "and" joined two fields, not two sentences."""
    return index >= len(words) or not words[index].norm or not is_known(words[index])


def _chief_end(words: Sequence[Token], head: int) -> int:
    for index in range(head + 1, min(head + 6, len(words))):
        if words[index].norm == "officer":
            return index + 1
        if not words[index].norm and words[index].text != "&":
            break
    following = words[head + 1 : head + 2]
    if following and following[0].norm in ("architect", "engineer", "accountant"):
        return head + 2
    return head + 1


def _named(words: Sequence[Token], part: Sequence[Token], head: int) -> bool:
    """Tell whether words around a head name a job in running text."""
    token, length = words[head], len([t for t in part if t.norm])
    vocab = vocabulary()
    before = words[head - 1] if head else None
    after = next((t for t in words[head + 1 : head + 2]), None)
    if part[0].norm in LINKS:
        return False
    if token.norm in vocab.chiefs:
        return token.text[:2].isupper() or token.norm in ("csuite", "ctio")
    if token.norm == "chief":
        return length > 1 and (token.capital or "officer" in [t.norm for t in part])
    if token.norm in ("lead", "teamlead"):
        return _lead_named(words, part, head)
    if length == 1:
        if token.norm not in _BARE or token.norm in vocab.things:
            return token.norm in _WHOLE_JOBS
        plural = token.text.lower().endswith("s")
        told = before is not None and before.norm in _STOPS - {"to", "of", "in", "on", "at"}
        return plural or (told and token.norm != "architect") or (after is None and before is None)
    if token.norm in ("head",) and words[head + 1 : head + 2]:
        return words[head + 1].norm == "of"
    if token.norm in ("partner", "agent", "executive", "leader", "owner", "associate", "seller",
                      "buyer", "operator", "principal", "advocate", "contractor"):  # fmt: skip
        return has_function(part) or token.capital
    known = has_function(part) or any(not is_known(t) for t in part)
    return known or all(t.norm in vocab.scope or is_head(t) for t in part)


def _lead_named(words: Sequence[Token], part: Sequence[Token], head: int) -> bool:
    token = words[head]
    after = words[head + 1] if head + 1 < len(words) else None
    if token.norm == "lead" and (len(part) < 2 or not is_known(part[-2])):
        return False
    if part[-1] is not token:
        return False
    if after is None or not after.norm:
        ends = True
    else:
        ends = after.norm in ("who", "that", "and", "or", "are", "need", "want", "is", "has", "have")
    fields = {"sales", "marketing", "inbound", "outbound", "revenue", "customer", "digital"}
    return ends and not (token.norm == "lead" and part[-2].norm in fields and not token.capital)


# Parts in a purchase

_PARTS: tuple[tuple[str, str], ...] = (
    ("Economic buyer", r"economic buyers?|budget (?:holder|owner)s?|executive buyers?|"
     r"(?:holds?|owns?|controls?) the (?:budget|purse)|signs? the (?:contract|cheque|check)"),
    ("Champion", r"(?:(?<=the )|(?<=an )|(?<=our )|(?<=your )|(?<=internal )|(?<=likely ))champions?"
     r"\b(?! (?:the|a|an|this|our)\b)|^\W*champions?(?=\W*$)|champions?(?=\s*[:/|])|"
     r"champion(?= (?:or|and) )|(?<= a )champion(?! (?:the|a|an|this|our)\b)"),
    ("Technical evaluator", r"technical (?:evaluator|buyer|decision[- ]maker|gatekeeper)s?|"
     r"(?<!self-)evaluators?"),
    ("End user", r"end[- ]users?|power users?|user buyers?|daily users?|day-to-day users?"),
    ("Influencer", r"(?<!media )(?<!social )influencers?"),
    ("Blocker", r"gatekeepers?|detractors?|^\W*blockers?(?=\W*$)|"
     r"(?:(?<=likely )|(?<=potential )|(?<=possible )|(?<= a )|(?<=internal ))blockers?(?! (?:to|for|in|of)\b)|"
     r"blockers?(?=\s*:)"),
    ("Decision maker", r"(?<!technical )decision[- ]makers?|final (?:approver|say)|approvers?|"
     r"(?:executive )?sponsors?(?=\s*:)|executive sponsors?"),
)  # fmt: skip
_PART = re.compile(
    "|".join(rf"(?P<p{i}>\b(?:{pattern})\b)" if pattern[0] != "^" else "" for i, (_, pattern)
             in enumerate(_PARTS)), re.IGNORECASE
)  # fmt: skip


def buying_roles(text: str) -> list[tuple[str, int, int]]:
    """Find the parts in a purchase that a text names: (label, start, end), in the text's order."""
    return [
        (_PARTS[int((match.lastgroup or "p0")[1:])][0], match.start(), match.end())
        for match in _PART.finditer(text)
    ]

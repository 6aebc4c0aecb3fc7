"""
Parts of a line of Markdown: cells of a row, fields in one line; lines like titles, and lines that
go on in the next one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from octave_api.engine.flow import Flow
from octave_api.engine.headings import names_field
from octave_api.engine.lines import Line
from octave_api.engine.sides import side_of

RECORD = re.compile(r"[A-Za-z_][\w-]*:(?=\s|$)")
"""A key as it opens a line of a data file."""
_FILTER = re.compile(
    r"(?:AND |OR |NOT )?[A-Za-z_][\w.-]*\s"
    r"(?:(?:==?|>=|<=|!=|<|>)\s|(?:IN|in|NOT IN)\s\(|contains\s\S)"
)
"""A row of a list's filter: "country IN (…)"."""
_RULE = re.compile(r"(?i)(?:else ?|el)?if [^:.]{3,120}(?::|->|→|=>|\bthen\b)\s*\w+[^.]{0,30}$")
"""A rule with its verdict: "if sites < 5: reject"."""
_LOW_KEY = re.compile(r"[A-Za-z][\w-]*(?: [\w-]+){0,2}: ")
"""A label of up to three words: "walk away: they want it free"."""
WIDTH = 50
"""Characters of a line that may have been wrapped."""
_HANGING = 6
"""Blanks before a line that goes on in the column of the values."""
_BOLD_KEY = re.compile(
    r"(?P<mark>\*\*?|__?)[^*_:]{2,40}(?::(?P=mark)|(?P=mark):?)|[*_][A-Z][^*_:]{1,39}(?::[*_]|[*_]:)\s"
)
_KEY_LINE = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: (?=\S)")
_KEY_LENGTH = 32
_JOINERS = frozenset(
    "a an the and or of to for in on at by with from as that which who is are be their our "
    "your".split()
)


def cell_spans(line: Line) -> list[tuple[int, int]]:
    """Spans of a row's cells; a bar after a backslash or within double brackets is text."""
    start, end = line.start, line.end
    if line.text.startswith("|"):
        start += 1
    spans = []
    at = start
    for match in re.finditer(r"\\.|\[\[[^\[\]]*\]\]|\|", line.text):
        where = line.start + match.start()
        if match.group() == "|" and where >= start:
            spans.append((at, where))
            at = where + 1
    if at < end:
        spans.append((at, end))
    return spans


_BAR = re.compile(r"(?<=\s)[|·](?=\s)")


_LABEL_AGAIN = re.compile(r"(?<=[.;!)”\"])\s+(?=(?P<key>[A-Z][^\W\d]*(?:[ /-][^\W\d]+){0,3}):\s)")
_OPENS_LABEL = re.compile(r"(?P<key>[A-Z][^:.?!]{1,30}):\s")
_PARTY = re.compile(
    r"(?i)(?:EB|DM|EDM|(?:economic |technical )?buyers?|champions?|blockers?|blocks?|influencers?"
    r"|(?:end )?users?|signs?(?:[ -]?off)?|decides|decision[- ]makers?|gatekeepers?|sponsors?|coach"
    r"|who (?:signs(?: off)?|uses(?: it)?|pays|decides|blocks|buys)|signatory|approvers?"
    r"|evaluators?|pays|buys)"
)


def _is_label(key: str) -> bool:
    return names_field(key) or _PARTY.fullmatch(key) is not None or side_of([key]) is not None


def _labels(flow: Flow) -> list[Flow]:
    """The parts of "Buyer: plant manager. Signs: owner.", each after a label of its own."""
    first = _OPENS_LABEL.match(flow.text)
    again = list(_LABEL_AGAIN.finditer(flow.text)) if first is not None else []
    if first is None or not again or not all(_is_label(one["key"]) for one in (first, *again)):
        return [flow]
    edges = [0, *(one.end() for one in again), len(flow.text)]
    return [flow.part(a, b) for a, b in pairwise(edges)]


def fields(flow: Flow) -> list[Flow]:
    """The parts of "Key: value | Key: value", or the flow itself."""
    barred = "|" in flow.text or " · " in flow.text
    if not barred and flow.text.count(": ") > 1:
        return _labels(flow)
    bars = [m.start() for m in _BAR.finditer(flow.text)] if barred else []
    edges = [-1, *bars, len(flow.text)]
    parts = [(a + 1, b) for a, b in pairwise(edges)]
    if not bars or not all(":" in flow.text[a:b] for a, b in parts):
        return [flow]
    return [flow.part(a, b) for a, b in parts]


def title_like(text: str) -> bool:
    """Whether most of a line's longer words begin with capitals."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    if not words:
        return text[:1].isupper()
    return text[:1].isupper() and (
        len(words) == 1 or sum(w[0].isupper() for w in words) * 2 >= len(words)
    )


def hangs(line: Line, following: Line) -> bool:
    """Whether a line goes on in the column of the values: below "Pains     typed twice;"."""
    deep = following.indent >= _HANGING and following.indent > line.indent
    return deep and ("  " in line.text or "\t" in line.text or line.indent >= _HANGING)


def runs_on(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether a line was only wrapped, so that the next one continues its sentence."""
    if RECORD.match(following.text) and RECORD.match(text, line.body, line.end):
        return False
    if ": " in following.text[:24] and ": " in line.text[:24]:
        both = _LOW_KEY.match(following.text) and _LOW_KEY.match(line.text)
        if both and side_of([following.text.partition(":")[0]]) is not None:
            return False
    if _FILTER.match(following.text) or _FILTER.match(line.text):
        return False
    if following.text[:3].lower() in ("if ", "eli", "els") and _RULE.match(following.text):
        return False
    key = _BOLD_KEY.match(following.text)
    if key and (":" in key.group() or line.text.startswith(key["mark"] or "*")):
        return False
    if ": " in following.text[:_KEY_LENGTH] and _KEY_LINE.match(following.text):
        return False
    if following.text[0].islower() or following.text[0] in ",;)/&":
        return not (len(line.text) < 20 and line.text[-1] in ":.")
    last = line.text.rsplit(None, 1)[-1].lower()
    unfinished = last in _JOINERS and len(line.text) >= 30
    if line.text[-1] in ",-\u2013&/" or unfinished or line.text.count("(") > line.text.count(")"):
        return True
    if line.text[-1] in '.!?:"”' or len(line.text) < WIDTH:
        return False
    word = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(word) > width * 0.92 and width > 0

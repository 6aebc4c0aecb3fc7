"""
The outline of a document as it is read: what announces what, and which words are only furniture.

The readers of Markdown and of pages feed headings, items, cells and paragraphs
in the order in which they stand; the outline keeps the ancestors and cuts each
block into statements.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from octave_api.engine.bullets import stripped
from octave_api.engine.clauses import parted, sentences
from octave_api.engine.draft import Shape, Statement
from octave_api.engine.flow import Flow
from octave_api.engine.furniture import is_caption, is_furniture, is_stat
from octave_api.engine.headings import names_field
from octave_api.engine.labels import (
    FIELD,
    HEADING_LENGTH,
    announced_key,
    is_lead,
    is_plain_key,
    is_profile,
    is_quoted,
    is_titles,
    key_of,
    labels_a_list,
    opens_list,
    shorten,
    spoken_key,
    told_key,
)
from octave_api.engine.points import asks_each, points_of
from octave_api.engine.score_lists import may_score, score_rows, scores_below
from octave_api.engine.sides import ELIDED_IF
from octave_api.engine.verbs import verb

Rank = tuple[int, float]

# Outermost first: headings 0..6, bold lines, bare ones, numbered sections, labels, items.
BOLD: Rank = (7, 0)
PLAIN: Rank = (7, 1)
SECTION: Rank = (7, 2)
LABEL: Rank = (8, 0)
ITEM = 9

_LONG, _LONG_VALUE, _FEW, _DEPTH = 45, 16, 2, 12

_AFTER_LEAD = re.compile(r"\s*(?:[:：]|[-\u2013\u2014]{1,2}(?=\s))\s*")
_CONCRETE = re.compile(
    r"(?:no|not|non|never|can['’]t|cannot|doesn['’]t|don['’]t|won['’]t|needs?|lacks?|has|have|is|"
    r"are|without|wants?|must|requir\w+)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|"
    r"should|needs?|wants?|[a-z]{3,}n['’]t|I['’]\w+|we['’]\w+|they['’]\w+|it['’]s)\b",
    re.IGNORECASE,
)

_ROW, _POINTS = "Signal", "Score"
"""The columns of a score table, of which a line that lists scores is made."""
_ATTRIBUTION = re.compile(r"[-\u2013\u2014\u2015~]{1,2}\s*[A-Z][^.!?\n]{1,100}")
_QUOTES = '"\u201c\u201e\u00ab'
_SIGNED = re.compile(
    r"[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]*){1,2}(?:, [A-Z][^,.]{2,50}){1,3}\.?"
)
_SIGNATURE = re.compile(
    r"[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]*){1,3}(?:,.{2,80})?(?: (?:at|of|from) .{2,60})?"
)


class _Placed(NamedTuple):
    """A statement or a heading before it is known which in the source's order it is."""

    text: str
    start: int
    end: int
    headings: tuple[str, ...]
    shape: Shape
    emphasis: bool


class Outline:
    """Takes blocks in the order of the source; `statements` and `headings` are what was read."""

    def __init__(self, source: int) -> None:
        self.source = source
        self.statements: list[_Placed] = []
        self.headings: list[_Placed] = []
        self._scope: list[tuple[Rank, str]] = []
        self._path: tuple[str, ...] | None = ()
        self._signatures = 0
        self._stat = False
        self.spoken = self.bold_keys = False
        """Several lines of the present paragraph open with marked words."""

    def path(self) -> tuple[str, ...]:
        """The headings that announce what comes next, outermost first."""
        if self._path is None:
            self._path = tuple([title for _, title in self._scope[-_DEPTH:]])
        return self._path

    def close(self, rank: Rank) -> None:
        """End every heading of this rank or a lower one."""
        while self._scope and self._scope[-1][0] >= rank:
            self._scope.pop()
            self._path = None

    def heading(self, rank: Rank, flow: Flow, i: int = 0, j: int | None = None) -> bool:
        """Open a heading; False if it holds no words or is a page's own furniture."""
        self.close(rank)
        if self._boasts(flow.clean(i, len(flow.text) if j is None else j)):
            return False
        if title := self._title(flow, i, len(flow.text) if j is None else j):
            self._scope.append((rank, title))
            self._path = None
        return bool(title)

    def _boasts(self, text: str) -> bool:
        """Whether a block is a figure in large type, or the words under the one before it."""
        above = self._scope[-1][1] if self._scope else ""
        under = self._stat and is_caption(text)
        self._stat = is_stat(text) and not names_field(above)
        return self._stat or under

    def name(self, flow: Flow, i: int = 0, j: int | None = None) -> str:
        """A title as it stands in `headings`, recorded with its span, without opening it."""
        return self._title(flow, i, len(flow.text) if j is None else j)

    def signs(self, text: str) -> bool:
        """Whether a block is the name, the title or the company of someone just quoted."""
        if not self._signatures:
            return False
        short = text and len(text.split()) <= 12 and text[-1] not in '.!?:\u201d"'
        if self._signatures == 3:
            short = short and bool(_SIGNATURE.fullmatch(text)) and not FIELD.match(text)
        signed = bool(short and text[0].isupper())
        self._signatures = self._signatures - 1 if signed else 0
        return signed

    def lead_in(self, flow: Flow) -> bool:
        """Whether a block only announces what follows: bold as a whole, or ending with a colon."""
        i, j = stripped(flow, 0, len(flow.text))
        if i >= j or opens_list(flow.text, i, j):
            return i < j
        return j - i <= HEADING_LENGTH and _covers(flow, i, j) and flow.text[j - 1] not in ".;"

    def say(
        self,
        flow: Flow,
        shape: Shape,
        under: tuple[str, ...] = (),
        *,
        attributed: bool = False,
        whole: bool = False,
    ) -> None:
        """
        Cut one block into statements under the present path and `under`.

        `attributed` drops a dash and a name after a quotation; `whole` keeps
        "key: value" as one statement.
        """
        i, j = stripped(flow, 0, len(flow.text))
        if i >= j:
            return
        block = flow.clean(0, len(flow.text))
        plain = block if j - i == len(flow.text) else flow.clean(i, j)
        if (
            is_furniture(plain)
            or (shape in ("sentence", "bullet") and self._boasts(block))
            or self.signs(block)
            or (attributed and _ATTRIBUTION.fullmatch(plain))
        ):
            return
        self._signatures = 3 if is_quoted(flow.text, i, j) else 0
        if shape != "cell" and not whole and self._score(flow, i, j, under):
            return
        first, (i, under) = i, self._lead(flow, i, j, under)
        if i >= j:
            return
        if not whole and not is_titles(self.path() + under):
            key = key_of(flow.text, i, j)
            if key and (shape != "sentence" or is_plain_key(flow.text, i, *key, j)):
                title = self._title(flow, i, key[0], under)
                if title:
                    under = (*under, title)
                    i, shape = key[1], "value" if shape != "cell" else "cell"
                    if flow.text[i] == "[" and flow.text[j - 1] == "]":
                        i, j = i + 1, j - 1
        told = shape != "cell" and bool(under) and i > first
        points = [] if whole else self._points(flow.text, i, j, "value" if told else shape, under)
        shape = "value" if told and points else shape
        # A whole profile may stand behind one label: "ICP: bus operators … Skip cities."
        profile = shape == "value" and bool(under) and is_profile(under[-1])
        cuts = points or self._cut(flow.text, i, j, shape, profile=profile)
        quoted = False
        for a, b in cuts:
            said = flow.clean(a, b)
            signs = quoted and (_ATTRIBUTION.fullmatch(said) or _SIGNED.fullmatch(said))
            quoted = flow.text[a] in _QUOTES
            if not signs:
                self._tell(flow, a, b, shape, under)

    def _score(self, flow: Flow, i: int, j: int, under: tuple[str, ...]) -> bool:
        """Give what a line scores as the rows of a score table; False where it scores nothing."""
        path = under or self.path()
        below = bool(path) and scores_below(path[-1])
        if not below and not may_score(flow.text, i, j):
            return False
        found = score_rows(flow.text, i, j, below=below)
        if found is None:
            return False
        rows, rest = found
        for row in rows:
            title = spoken_key(shorten(flow.clean(row.start, row.end)))
            self._emit(flow, row.start, row.end, "cell", (*under, _ROW))
            self._emit(flow, row.points, row.points_end, "cell", (*under, title, _POINTS))
        for a, b in rest:
            for start, end in sentences(flow.text[a:b]):
                self._tell(flow, a + start, a + end, "sentence", under)
        return True

    def _tell(self, flow: Flow, a: int, b: int, shape: Shape, under: tuple[str, ...]) -> None:
        """Emit one thought, or what a sentence lists after a key ("Her worries: a, b and c")."""
        key = told_key(flow.text, a, b) if shape == "sentence" else None
        several = None if key else announced_key(flow.text, a, b)
        if several and points_of(flow.text[several[1] : b].rstrip("."), labelled=True):
            key = several
        if key is None:
            self._emit(flow, a, b, shape, under)
            return
        begin, end = key[1], b - (flow.text[b - 1] == ".")
        listed = points_of(flow.text[begin:end], labelled=True)
        for x, y in listed or [(0, b - begin)]:
            self._emit(flow, begin + x, begin + y, "value", (*under, flow.clean(a, key[0])))

    def _points(
        self, text: str, i: int, j: int, shape: Shape, under: tuple[str, ...]
    ) -> list[tuple[int, int]]:
        """Spans of the points that one line lists after its label ("Pains: a; b; c")."""
        if shape == "sentence" or is_titles(self.path() + under):
            return []
        points = points_of(text[i:j], labelled=shape == "value", listed=text[i - 1 : i] == "[")
        return [(i + a, i + b) for a, b in points]

    def _lead(
        self, flow: Flow, i: int, j: int, under: tuple[str, ...]
    ) -> tuple[int, tuple[str, ...]]:
        """Where the text begins after a marked lead, and the path with that lead."""
        end = flow.strong_end(i)
        if not i < end < j or end - i > HEADING_LENGTH:
            return i, under
        lead = flow.text[i:end].rstrip()
        after = _AFTER_LEAD.match(flow.text, end, j)
        rest = after.end() if after else end
        while rest < j and flow.text[rest].isspace():
            rest += 1
        if rest >= j:
            return i, under
        colon = lead[-1:] in ":：" or bool(after and after.group().strip()[:1] in ":：")
        asked = lead.endswith("?")
        apart = after is None and is_lead(lead, flow.text[rest:j], among=self.bold_keys)
        if not (colon or asked or after or apart):
            return i, under
        words = lead.split()
        names = (len(words) <= 4 and bool(FIELD.search(lead))) or names_field(lead.rstrip(":."))
        answered = labels_a_list(lead) if asked else ELIDED_IF.search(lead) is not None
        acts = len(words) > 2 and verb(words[0].lower()) is not None and not FIELD.match(lead)
        tells = asked or (acts if colon else not names or _CONCRETE.match(lead))
        if tells and not answered:
            self._emit(flow, i, end, "sentence" if asked else "bullet", under)
        title = self._title(flow, i, end, under)
        return rest, (*under, title) if title else under

    def _cut(
        self, text: str, i: int, j: int, shape: Shape, *, profile: bool = False
    ) -> list[tuple[int, int]]:
        """Spans of the thoughts in text[i:j]: items stay whole while they are short."""
        spans = [(i + a, i + b) for a, b in sentences(text[i:j])]
        if shape == "sentence" or len(spans) < 2:
            return [part for a, b in spans for part in parted(text, a, b)]
        words = len(text[i:j].split())
        first = text[slice(*spans[0])]
        asks = "?" in text[i:j]
        if asks and words <= 2 * _LONG:
            return spans if asks_each(text, spans) else [(i, j)]
        headline = len(first.split()) <= 8 and not _FINITE.search(first) and first.endswith(".")
        explained = _FINITE.search(text, spans[0][1], j)
        if headline and explained and words > 12:
            rest = spans[1:] if words > _LONG else [(spans[1][0], j)]
            return [spans[0], *rest]
        if (profile and words > _LONG_VALUE) or (len(spans) > _FEW and words > _LONG / 2):
            return spans
        return [(i, j)] if words <= _LONG else spans

    def _emit(self, flow: Flow, i: int, j: int, shape: Shape, under: tuple[str, ...]) -> None:
        # An answer after an arrow: "Too dear." -> Show the saving.
        i, j = flow.trim(i + 2 * flow.text.startswith(("->", "=>"), i), j)
        if i >= j:
            return
        text = flow.clean(i, j)
        if not any(c.isalnum() for c in text) or is_furniture(text):
            return
        if flow.is_link(i, j) and not (text[-1] in ".?!" and text.count(" ") >= 5):
            return
        self.statements.append(self._placed(text, flow, (i, j), shape, under))

    def _title(self, flow: Flow, i: int, j: int, under: tuple[str, ...] = ()) -> str:
        i, j = stripped(flow, i, j)
        while j > i and (flow.text[j - 1] in ":：#" or flow.text[j - 1].isspace()):
            j -= 1
        if i >= j:
            return ""
        text = spoken_key(shorten(flow.clean(i, j)))
        if not any(c.isalnum() for c in text) or is_furniture(text):
            return ""
        self.headings.append(self._placed(text, flow, (i, j), "title", under))
        return text

    def _placed(
        self, text: str, flow: Flow, place: tuple[int, int], shape: Shape, under: tuple[str, ...]
    ) -> _Placed:
        """Give a text with its place in the source, and what stands above it."""
        start, end = flow.span(*place)
        headings = self.path() + under
        strong = flow.is_strong(*place)
        return _Placed(text, start, end, headings, shape, strong)

    def finish(self, order: int) -> tuple[list[Statement], list[Statement]]:
        """Statements and headings in the order of the source, counted from `order` on."""
        every = [(s.start, 1, s.end, s) for s in self.statements]
        every += [(h.start, 0, -h.end, h) for h in self.headings]
        every.sort(key=lambda row: row[:3])
        said: list[Statement] = []
        titles: list[Statement] = []
        for n, (_, _, _, one) in enumerate(every, order):
            place = (self.source, one.start, one.end, one.headings, one.shape)
            statement = Statement(one.text, *place, n, one.emphasis)
            (titles if one.shape == "title" else said).append(statement)
        return said, titles


def _covers(flow: Flow, i: int, j: int) -> bool:
    """Whether one marked range holds text[i:j] but for a colon at its end."""
    end = j - 1 if flow.text[j - 1] in ":：?" else j
    return flow.strong_end(i) >= end

"""
Markdown, wiki text and plain text, read block by block.

Nothing here trusts a format: headings may be marks, underlines, bold lines,
capitals or a short line before a list; lists may carry any glyph.
"""

from __future__ import annotations

import re
from typing import Literal

from octave_api.engine.flow import Flow, inline
from octave_api.engine.frame import front_matter, menu, unfenced
from octave_api.engine.furniture import is_furniture
from octave_api.engine.lines import RULE, Line, split_lines
from octave_api.engine.markup_parts import cell_spans, fields, title_like
from octave_api.engine.outline import BOLD, FIELD, ITEM, LABEL, PLAIN, Outline
from octave_api.engine.tables import read_table

_ATX = re.compile(r"(#{1,6})(?:[ \t]+|(?=[^#\s\d!]))")
_WIKI_HEADING = re.compile(r"(={2,6})[ \t]*([^=].*?)[ \t]*=+")
_REFERENCE = re.compile(r"\[[^\]]+\]:[ \t]*\S+.*")
_RECORD = re.compile(r"[A-Za-z_][\w-]*:(?=\s|$)")
_ASKING = re.compile(r"(?:who|what|why|how|when|where|which)\b", re.IGNORECASE)
_JOINERS = frozenset(
    "a an the and or of to for in on at by with from as that which who is are be their our "
    "your".split()
)
_WIDTH = 50


class Reader:
    """Feeds the blocks of one text into an outline."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.out = outline
        self.lines: list[Line] = []
        self.marks: list[tuple[int, str, bool]] = []
        self.listed = False

    def read(self, start: int, end: int) -> None:
        """Read text[start:end]."""
        self.lines = unfenced(split_lines(self.text, start, end))
        n = front_matter(self.text, self.lines, self.out)
        n = menu(self.lines, n)
        while n < len(self.lines):
            n = self._block(n)

    def _block(self, n: int) -> int:
        """Read the block that begins at line n; the index of the line after it."""
        line = self.lines[n]
        if line.blank or _REFERENCE.fullmatch(line.text):
            return n + 1
        if "|" in line.text and self._is_table(n):
            self._leave_lists(line.indent)
            return self._table(n)
        heading = None if line.mark == "1" else self._marked_heading(n)
        if heading:
            return heading
        if RULE.fullmatch(line.text):
            self._leave_lists(0)
            return n + 1
        if line.mark:
            return self._item(n)
        return self._paragraph(n)

    def _marked_heading(self, n: int) -> int:
        """Headings by "#", "==" or an underline; 0 if there is none at line n."""
        line = self.lines[n]
        match = _ATX.match(line.text)
        wiki = _WIKI_HEADING.fullmatch(line.text)
        if match and match.end() < len(line.text):
            level, start, end = len(match.group(1)), line.start + match.end(), line.end
        elif wiki:
            level, start, end = (
                len(wiki.group(1)),
                line.start + wiki.start(2),
                line.start + wiki.end(2),
            )
        else:
            under = self.lines[n + 1].text if n + 1 < len(self.lines) else ""
            alone = n == 0 or self.lines[n - 1].blank
            if len(under) < 2 or (under.strip("=") and under.strip("-")) or line.mark or not alone:
                return 0
            if len(line.text) > 120 or line.text[-1] in ".,;":
                return 0
            level, start, end = 1 if under[0] == "=" else 2, line.start, line.end
        self.marks.clear()
        self.out.heading((level, 0), inline(self.text, [(start, end)]))
        return n + 2 if not match and not wiki else n + 1

    def _leave_lists(self, indent: int) -> None:
        """A block at this indentation ends the lists that stand to the right of it."""
        while self.marks and (self.marks[-1][0] >= indent or indent == 0):
            self.marks.pop()
        self.out.close((ITEM, len(self.marks)))

    # Lists

    def _item(self, n: int) -> int:
        line = self.lines[n]
        self.listed = True
        while self.marks:
            indent, mark, announced = self.marks[-1]
            inside = line.indent > indent + (0 if line.indent - indent > 1 else 1)
            if inside or (announced and mark != line.mark and line.indent >= indent - 1):
                break
            self.marks.pop()
        depth = len(self.marks)
        self.out.close((ITEM, depth))
        ranges, stop = self._wrapped(n)
        flow = inline(self.text, ranges)
        follower = next((x for x in self.lines[stop : stop + 3] if not x.blank), None)
        nested = bool(follower and follower.mark and follower.indent > line.indent + 1)
        deeper = bool(follower and follower.indent > line.indent + 1 and stop < len(self.lines))
        switched = bool(follower and follower.mark and follower.mark != line.mark)
        title = flow.text.strip()
        field = len(title.split()) <= 5 and bool(FIELD.match(title))
        label = self.out.lead_in(flow) and not (title.endswith(("?", ".")) and not nested)
        colon = title.rstrip("*_ ")[-1:] in ":："
        announces = (label and (nested or switched or colon or deeper)) or (
            field and (nested or switched)
        )
        bare = announces and not title.endswith("?")
        if not bare:
            self.out.say(flow, "bullet")
        if bare or (nested and len(title.split()) <= 24):
            kept = len(self.out.headings)
            self.out.heading((ITEM, depth), flow)
            if not bare and title[-1:] not in ":?" and len(title.split()) > 12:
                self.out.close((ITEM, depth))
                del self.out.headings[kept:]
        self.marks.append((line.indent, line.mark, bare and not nested))
        return stop

    def _wrapped(self, n: int) -> tuple[list[tuple[int, int]], int]:
        """The spans of an item's lines, and the index after them."""
        line = self.lines[n]
        ranges = [(line.body, line.end)]
        stop = n + 1
        while stop < len(self.lines):
            previous, following = self.lines[stop - 1], self.lines[stop]
            if following.blank or following.mark or self._starts_block(stop):
                break
            hanging = following.indent > line.indent and following.indent >= 2
            if _RECORD.match(following.text) and _RECORD.match(self.text, line.body, line.end):
                break
            key = _RECORD.match(following.text)
            if key and (key.end() == len(following.text) or following.indent < line.indent):
                break
            long = len(previous.text) >= _WIDTH and previous.text[-1] not in ".!?:"
            if not (
                (hanging and (long or not title_like(following.text)))
                or self._runs_on(previous, following, 0)
            ):
                break
            ranges.append((following.start, following.end))
            stop += 1
        return ranges, stop

    def _starts_block(self, n: int) -> bool:
        line = self.lines[n]
        return bool(
            _ATX.match(line.text)
            or RULE.fullmatch(line.text)
            or line.text.startswith("|")
            or (line.quote and n and not self.lines[n - 1].quote)
        )

    # Paragraphs

    def _runs_on(self, line: Line, following: Line, width: int) -> bool:
        """Whether a line was only wrapped, so that the next one continues its sentence."""
        if _RECORD.match(following.text) and _RECORD.match(self.text, line.body, line.end):
            return False
        if following.text[0].islower() or following.text[0] in ",;)/&":
            return not (len(line.text) < 20 and line.text[-1] in ":.")
        last = line.text.rsplit(None, 1)[-1].lower()
        unfinished = last in _JOINERS and len(line.text) >= 30
        if (
            line.text[-1] in ",-\u2013&/"
            or unfinished
            or line.text.count("(") > line.text.count(")")
        ):
            return True
        if line.text[-1] in ".!?:" or len(line.text) < _WIDTH:
            return False
        word = following.text.split(None, 1)[0]
        return len(line.text) + 1 + len(word) > width * 0.92 and width > 0

    def _paragraph(self, n: int) -> int:
        """Consecutive lines of text: joined where they were wrapped, apart where they were not."""
        stop = n
        first = self.lines[n]
        while stop < len(self.lines):
            line = self.lines[stop]
            if line.blank or (
                stop > n and (line.mark or self._starts_block(stop) or line.quote != first.quote)
            ):
                break
            stop += 1
        inside = bool(self.marks) and first.indent > self.marks[-1][0]
        if not inside:
            while self.marks and first.indent <= self.marks[-1][0]:
                self.marks.pop()
            self.out.close((ITEM, len(self.marks)))
        width = max(len(line.text) for line in self.lines[n:stop])
        groups: list[list[Line]] = []
        for line in self.lines[n:stop]:
            if groups and self._runs_on(groups[-1][-1], line, width):
                groups[-1].append(line)
            else:
                groups.append([line])
        for k, group in enumerate(groups):
            self._text(group, groups[k + 1] if k + 1 < len(groups) else None, stop, first=k == 0)
        return stop

    def _text(self, group: list[Line], after: list[Line] | None, stop: int, *, first: bool) -> None:
        flow = inline(self.text, [(line.start, line.end) for line in group])
        text = flow.text.strip()
        if not text:
            return
        kind = self._announces(flow, text, group, after, stop, first=first)
        if kind == "bold":
            self.marks.clear()
            marked = flow.is_strong(*flow.trim(0, len(flow.text)))
            self.out.heading(BOLD if marked else PLAIN, flow)
            return
        if kind == "label":
            if self.listed and len(text.split()) <= 3:
                self.out.close(PLAIN)
            rank = (ITEM, len(self.marks) + 0.5) if self.marks else LABEL
            self.out.heading(rank, flow)
            self.listed = False
            return
        if self.listed and not self.marks:
            # What a plain label announces ends with the first list or table below it.
            self.out.close(LABEL)
        if self._cells(group):
            return
        if group[0].text.startswith(": "):
            self.out.say(flow.part(flow.text.index(":") + 1, len(flow.text)), "value")
            return
        quoted = bool(group[0].quote) or text[0] in "-\u2013\u2014\u2015~"
        for part in fields(flow):
            self.out.say(part, "sentence", attributed=quoted)

    def _announces(
        self,
        flow: Flow,
        text: str,
        group: list[Line],
        after: list[Line] | None,
        stop: int,
        *,
        first: bool,
    ) -> Literal["", "bold", "label"]:
        """Whether a paragraph's line is a heading of its own making."""
        if len(text) > 240 or is_furniture(text):
            return ""
        follower = (
            next((x for x in self.lines[stop : stop + 2] if not x.blank), None)
            if not after
            else None
        )
        lists = bool(follower and follower.mark)
        table = bool(follower and follower.text.startswith("|"))
        more = after is not None or follower is not None
        alone = first and not after
        if self.out.lead_in(flow) and len(text) <= 120 and len(group) == 1:
            if text[-1] in ":：":
                return (
                    "bold"
                    if flow.strong and more and flow.is_strong(*flow.trim(0, len(flow.text)))
                    else "label"
                )
            if more:
                return "bold"
        if text[-1] in ":：" and (lists or table or after):
            return "label"
        if len(group) > 1 or not more:
            return ""
        words = text.split()
        if after and after[0].text.startswith(": ") and text[0] != ":":
            return "label"
        short = (
            len(words) <= 8
            and text[-1] not in ".,;!\u2026\"\u201d'"
            and text[0].isalnum()
            and "\t" not in text
        )
        if not short or ";" in text:
            return ""
        letters = [c for c in text if c.isalpha()]
        if (
            len(letters) >= 4
            and all(c.isupper() for c in letters)
            and (alone or first)
            and not group[0].quote
        ):
            return "bold"
        if lists and (alone or title_like(text) or text[-1] == "?"):
            return "label" if not alone else "bold"
        if first and (text[-1] == "?" or (after and len(words) <= 6 and _ASKING.match(text))):
            return "bold"
        if first and len(words) <= 4 and FIELD.match(text) and not re.search(r",|: ", text):
            return "bold"
        following = after[0] if after else follower
        longer = bool(following and (len(following.text) >= 60 or following.text[-1:] == "."))
        if (
            first
            and longer
            and len(words) <= 6
            and title_like(text)
            and following
            and not following.mark
        ):
            return "bold"
        return ""

    def _cells(self, group: list[Line]) -> bool:
        """A line of "key <tab> value"; False if it is none."""
        line = group[0]
        if "\t" not in line.text or len(group) > 1:
            return False
        parts = [m.span() for m in re.finditer(r"[^\t]+", line.text)]
        parts = [(line.start + a, line.start + b) for a, b in parts if line.text[a:b].strip()]
        if len(parts) != 2:
            return False
        key, value = (inline(self.text, [part]) for part in parts)
        title = self.out.name(key) if len(key.text.split()) <= 6 else ""
        self.out.say(value, "value", (title,) if title else (), whole=True)
        return True

    # Tables

    def _is_table(self, n: int) -> bool:
        def row(k: int) -> bool:
            return 0 <= k < len(self.lines) and "|" in self.lines[k].text

        def ruled(k: int) -> bool:
            return row(k) and not self.lines[k].text.strip("|:-+ \t")

        line = self.lines[n].text
        return (
            ruled(n + 1)
            or ruled(n)
            or (line.startswith("|") and line.count("|") > 1 and row(n + 1))
        )

    def _table(self, n: int) -> int:
        rows: list[list[list[Flow]]] = []
        stop = n
        while stop < len(self.lines) and "|" in self.lines[stop].text:
            line = self.lines[stop]
            stop += 1
            if not line.text.strip("|:-+= \t"):
                continue
            rows.append([self._cell(a, b) for a, b in cell_spans(line)])
        read_table(self.out, rows)
        self.listed = True
        return stop

    def _cell(self, start: int, end: int) -> list[Flow]:
        cuts = [start]
        for match in re.compile(r"<br\s*/?>|</?(?:li|ul|ol|p)\b[^<>]*>", re.IGNORECASE).finditer(
            self.text, start, end
        ):
            cuts += [match.start(), match.end()]
        cuts.append(end)
        return [
            inline(self.text, [(a, b)]) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b
        ]

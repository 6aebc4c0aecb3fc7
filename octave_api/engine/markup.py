"""
Markdown, wiki text and plain text, read block by block.

Nothing here trusts a format: headings may be marks, underlines, bold lines,
capitals or a short line before a list; lists may carry any glyph.
"""

from __future__ import annotations

import re

from octave_api.engine.announcing import announces, is_broken_by_hand, is_plain_list, opens
from octave_api.engine.bar_tables import bar_table, is_bar_table, say_aligned, say_cells
from octave_api.engine.comma_tables import comma_table
from octave_api.engine.conversation import say_turns
from octave_api.engine.dialogue import Turn, turns
from octave_api.engine.draft import Shape
from octave_api.engine.flow import inline
from octave_api.engine.frame import front_matter, menu, unfenced
from octave_api.engine.headings import names_field
from octave_api.engine.labels import FIELD
from octave_api.engine.lines import RULE, Line, split_lines
from octave_api.engine.mail import without_envelope
from octave_api.engine.markup_parts import RECORD, WIDTH, fields, hangs, runs_on, title_like
from octave_api.engine.outline import BOLD, ITEM, LABEL, PLAIN, SECTION, Outline, Rank
from octave_api.engine.tables import read_table

_ATX = re.compile(r"(#{1,6})(?:[ \t]+|(?=[^#\s\d!]))")
_WIKI_HEADING = re.compile(r"(={2,6})[ \t]*([^=].*?)[ \t]*=+")
_REFERENCE = re.compile(r"\[[^\]]+\]:[ \t]*\S+.*")
_SUBSECTION = re.compile(r"\d{1,2}\.\d{1,2}[.)]?\s")
_SECTION_WORDS = 5
_KEYED = re.compile(r"[A-Z][^:.?!]{1,40}: \S")
_TITLE_WORDS, _LEAST_KEYS = 12, 3


class Reader:
    """Feeds the blocks of one text into an outline."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.out = outline
        self.lines: list[Line] = []
        self.marks: list[tuple[int, str, bool]] = []
        self.listed = False
        self.keyed = False
        """Paragraphs of the form "Label: …" stand under the present marked heading."""
        self.among: Rank | None = None
        """The rank of a bare heading that stands among such paragraphs and opened a list."""
        self.bare: Rank | None = None
        """The rank of a heading without a mark that names a field and opened a list."""

    def read(self, start: int, end: int) -> None:
        """Read text[start:end]."""
        self.lines = unfenced(split_lines(self.text, start, end))
        self.lines = without_envelope(self.lines)
        spoken = turns(self.lines)
        if spoken:
            self._conversation(spoken)
            return
        n = front_matter(self.text, self.lines, self.out)
        n = menu(self.lines, n)
        while n < len(self.lines):
            n = self._block(n)

    def _conversation(self, spoken: list[Turn]) -> None:
        """Read what stands above a conversation, then its turns."""
        lines, self.lines = self.lines, self.lines[: spoken[0].line]
        n = next((k for k, line in enumerate(self.lines) if not line.blank), len(self.lines))
        if n < len(self.lines) and len(self.lines[n].text.split()) <= _TITLE_WORDS:
            self.out.heading((1, 0), inline(self.text, [(self.lines[n].start, self.lines[n].end)]))
            n += 1
        while n < len(self.lines):
            n = self._block(n)
        self.lines = lines
        say_turns(self.text, lines, spoken, self.out)

    def _block(self, n: int) -> int:
        """Read the block that begins at line n; the index of the line after it."""
        line = self.lines[n]
        if line.blank or (line.text[0] == "[" and _REFERENCE.fullmatch(line.text)):
            return n + 1
        if "|" in line.text and is_bar_table(self.lines, n):
            self._leave_lists(line.indent)
            return self._table(n)
        item = line.mark == "1" or (line.mark and line.text[0] not in "#=")
        heading = 0 if item else self._marked_heading(n)
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
        self.keyed, self.among, self.bare = False, None, None
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
        if line.mark == "1" and self._numbers_section(n):
            self._leave_lists(0)
            self.out.heading(SECTION, inline(self.text, [(line.body, line.end)]))
            return n + 1
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

    def _numbers_section(self, n: int) -> bool:
        """Whether "3. Scope" opens the text right below it, and is no item of a list."""
        line = self.lines[n]
        title = self.text[line.body : line.end].strip()
        below = self.lines[n + 1] if n + 1 < len(self.lines) else None
        if below is None or below.blank or below.mark == line.mark or below.indent > line.indent:
            return False
        alone = n == 0 or self.lines[n - 1].blank
        named = title[:1].isupper() and title_like(title) and len(title.split()) <= _SECTION_WORDS
        told = below.text[-1] in ".;" or _SUBSECTION.match(below.text) is not None
        return alone and named and line.indent == 0 and told

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
            if RECORD.match(following.text) and RECORD.match(self.text, line.body, line.end):
                break
            key = RECORD.match(following.text)
            if key and (key.end() == len(following.text) or following.indent < line.indent):
                break
            if key and following.indent == line.indent and names_field(key.group().rstrip(":")):
                break  # "- 6 vans" and below it "pain: late vans": the list is over.
            long = len(previous.text) >= WIDTH and previous.text[-1] not in ".!?:"
            if not (
                (hanging and (long or not title_like(following.text)))
                or runs_on(self.text, previous, following, 0)
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
        table = comma_table(self.text, self.lines[n:stop])
        if table:
            read_table(self.out, table)
            return stop
        width = max(len(line.text) for line in self.lines[n:stop])
        plain = is_plain_list(self.lines[n:stop])
        notes = not plain and is_broken_by_hand(self.lines[n:stop])
        plain = plain or notes
        marked = sum(line.text.startswith(("**", "__")) for line in self.lines[n:stop])
        self.out.bold_keys = marked >= _LEAST_KEYS
        groups: list[list[Line]] = []
        for line in self.lines[n:stop]:
            above = groups[-1][-1] if groups else None
            on = above and (
                hangs(above, line) or (not plain and runs_on(self.text, above, line, width))
            )
            if on:
                groups[-1].append(line)
            else:
                groups.append([line])
        for k, group in enumerate(groups):
            following = groups[k + 1] if k + 1 < len(groups) else None
            opening = k == 0 or opens(groups[k - 1])
            self._text(group, following, stop, first=opening, plain=plain, notes=notes)
        return stop

    def _text(
        self,
        group: list[Line],
        after: list[Line] | None,
        stop: int,
        *,
        first: bool,
        plain: bool,
        notes: bool,
    ) -> None:
        flow = inline(self.text, [(line.start, line.end) for line in group])
        text = flow.text.strip()
        if not text:
            return
        if say_aligned(self.text, self.out, group):
            return
        follower = next((x for x in self.lines[stop : stop + 4] if not x.blank), None)
        kind = announces(self.out, flow, group, after, follower, first=first, listed=plain)
        if kind == "bold":
            self.marks.clear()
            marked = flow.is_strong(*flow.trim(0, len(flow.text)))
            rank = BOLD if marked else PLAIN
            self.out.heading(rank, flow)
            lists = follower is not None and bool(follower.mark)
            self.among = rank if self.keyed and lists else None
            self.bare = rank if lists and names_field(text.strip("*_:?. ")) else None
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
        if say_cells(self.text, self.out, group):
            return
        if group[0].text.startswith(": "):
            self.out.say(flow.part(flow.text.index(":") + 1, len(flow.text)), "value")
            return
        if _KEYED.match(text):
            if self.among is not None:
                # "Red flags" with its list is one label among others; the next one ends it.
                self.out.close(self.among)
            self.keyed, self.among = True, None
        if self.bare is not None and (self.bare == PLAIN or _KEYED.match(text)) and not self.marks:
            # Its list was all that it announced: a label or another thought follows.
            self.out.close(self.bare)
            self.bare = None
        quoted = bool(group[0].quote) or text[0] in "-\u2013\u2014\u2015~"
        for part in fields(flow):
            shape: Shape = "bullet" if plain and (notes or ":" not in text) else "sentence"
            self.out.say(part, shape, attributed=quoted)

    # Tables

    def _table(self, n: int) -> int:
        rows, stop = bar_table(self.text, self.lines, n)
        read_table(self.out, rows)
        self.listed = True
        return stop

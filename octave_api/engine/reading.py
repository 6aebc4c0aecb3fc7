"""
Documents in, statements out: what a source says, each thought with its span and its headings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from octave_api.engine.clauses import sentences, split_list
from octave_api.engine.draft import Document, Statement
from octave_api.engine.flow import inline
from octave_api.engine.lines import masked, split_lines
from octave_api.engine.markup import Reader
from octave_api.engine.outline import Outline
from octave_api.engine.pagetext import PageReader
from octave_api.engine.tags import is_page
from octave_api.engine.thoughts import phrases

__all__ = ["Reading", "clauses", "read", "sentences", "split_list"]


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What the sources say, in their order, and the headings over it (shape "title").

    `spoken`: a source is a conversation.
    """

    statements: list[Statement]
    headings: list[Statement]
    spoken: bool = False


def read(documents: Sequence[Document]) -> Reading:
    """Cut documents into statements; `order` counts up over all sources, headings included."""
    statements: list[Statement] = []
    headings: list[Statement] = []
    spoken = False
    for source, document in enumerate(documents):
        outline = Outline(source)
        text = masked(document.text)
        if is_page(text):
            PageReader(document.text, text, outline).read()
        else:
            Reader(text, outline).read(0, len(text))
        said, titles = outline.finish(len(statements) + len(headings))
        statements += said
        headings += titles
        spoken = spoken or outline.spoken
    return Reading(statements, headings, spoken)


def clauses(statement: Statement, document: Document) -> list[Statement]:
    """
    The thoughts of a statement that stand alone, as statements of shape "clause".

    Sentences first, then the verb phrases within them. A statement that holds
    one thought is given back as it is.
    """
    quote = masked(document.text[statement.start : statement.end])
    ranges = [
        (line.start, line.end) for line in split_lines(quote, 0, len(quote)) if not line.blank
    ]
    flow = inline(quote, ranges)
    cuts: list[tuple[int, int]] = []
    for a, b in sentences(flow.text):
        found = phrases(flow.text[a:b])
        cuts += [(a + c, a + d) for c, d in found] or [(a, b)]
    whole = len(cuts) == 1 and flow.clean(*cuts[0]) == statement.text
    if not cuts or whole or "?" in statement.text:
        return [statement]
    made = []
    for a, b in cuts:
        a, b = flow.trim(a, b)
        text = flow.clean(a, b)
        if not any(c.isalnum() for c in text):
            continue
        start, end = (statement.start + at for at in flow.span(a, b))
        made.append(replace(statement, text=text, start=start, end=end, shape="clause"))
    return made or [statement]
